// Prints what a classifier of acts can learn from text: for every verb that a line of the dictionary matches, the category that
// the line gives it ("-" for a discard) and the features of its context, tab-separated, one verb a line. A verb between
// political actors that no line matches stands there as "-" too: most such verbs tell of no act.
//   bayhaqi_predicates DATA_FOLDER INPUT…
#include <fmt/format.h>

#include <cstdio>
#include <string>
#include <vector>

#include "event/readings.h"
#include "pipeline/loaded.h"
#include "train/articles.h"

using namespace bayhaqi;

namespace {

void print_line(std::string_view category, const Document& document, const Children& children, const Arguments& arguments, TokenIndex token) {
  std::string line(category);
  for (const std::string& feature : predicate_features(document, children, arguments, token)) line += "\t" + feature;
  fmt::print("{}\n", line);
}

void print_predicates(const Document& document, const EventLexicon& lexicon) {
  const Children children(document);
  Readings readings(document, children, lexicon);
  for (std::size_t i = 0; i < document.tokens.size(); ++i) {
    const TokenIndex token(i);
    if (document.tokens[i].upos != Upos::kVerb) continue;
    const Reading* reading = readings.at(token);
    if (reading == nullptr) {
      const Arguments arguments = read_arguments(document, children, token);
      if (readings.stands_between_actors(arguments)) print_line("-", document, children, arguments, token);
      continue;
    }
    const CodeRecord* code = reading->code == "-" ? nullptr : lexicon.code(reading->code);
    const std::string_view category = code == nullptr ? std::string_view("-") : lexicon.string(code->plover);
    if (category.empty()) continue;
    print_line(category, document, children, reading->arguments, token);
  }
}

}  // namespace

int main(int argc, char** argv) {
  return train::for_each_article("bayhaqi_predicates", argc, argv, [](const Coder& coder, Workspace& workspace, Document& document) {
    document.rules_only = true;
    coder.code(document, workspace, "statements");
    print_predicates(document, coder.resources().loaded().events);
  });
}
