// Prints what the choice of antecedents can learn from text: for every pronoun of the third person a line with the article's id, the
// pronoun's first byte, and for each candidate the first byte of its head (-1: none), that of the word that stands for it in the clause
// ("dozens" for the head of "dozens of priests"), and the features that are not zero:
//   {"article":"…","pronoun":17,"candidates":[[-1,-1,{"none, it":1}],[3,3,{"subject":1,…}],…]}
//   bayhaqi_pronouns DATA_FOLDER INPUT…
#include <fmt/format.h>

#include <cstdio>
#include <string>
#include <vector>

#include "actor/find_actors.h"
#include "pipeline/loaded.h"
#include "train/articles.h"

using namespace bayhaqi;

namespace {

void print_pronoun(const Document& document, TokenIndex pronoun, const std::vector<Antecedents::Candidate>& candidates) {
  std::string line = fmt::format(R"({{"article":"{}","pronoun":{},"candidates":[)", document.article.id, document.tokens[pronoun.value].span.begin);
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    const Antecedents::Candidate& each = candidates[i];
    const auto byte = [&](TokenIndex token) { return token ? static_cast<long>(document.tokens[token.value].span.begin) : -1L; };
    line += fmt::format("{}[{},{},{{", i == 0 ? "" : ",", byte(each.head), byte(each.stands));
    bool first = true;
    for (std::size_t f = 0; f < each.features.size(); ++f) {
      if (each.features[f] == 0) continue;
      line += fmt::format(R"({}"{}":{})", first ? "" : ",", antecedent_feature_name(f), each.features[f]);
      first = false;
    }
    line += "}]";
  }
  fmt::print("{}]}}\n", line);
}

}  // namespace

int main(int argc, char** argv) {
  return train::for_each_article("bayhaqi_pronouns", argc, argv, [](const Coder& coder, Workspace& workspace, Document& document) {
    coder.code(document, workspace, "actors");
    document.actors.clear();
    document.mentions.clear();
    find_actors(document, coder.resources().loaded().actors, [&](TokenIndex pronoun, const auto& candidates) { print_pronoun(document, pronoun, candidates); });
  });
}
