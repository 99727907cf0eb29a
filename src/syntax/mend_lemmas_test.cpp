#include "syntax/mend_lemmas.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "support/compiled.h"

namespace bayhaqi {
namespace {

struct Case {
  std::string form;
  Upos upos;
  std::string lemma;
  std::string wanted;
};

std::string mended(const Case& each) {
  static const auto kCompiled = testing_support::compiled<KnownLemmas>(compile_lemmas, testing_support::source_folder("lexicon"), testing_support::source_folder("ontology"));
  Document document;
  document.article.text = each.form;
  document.lemma_text = each.lemma;
  Token token;
  token.span = {0, static_cast<std::uint32_t>(each.form.size())};
  token.lemma = {0, static_cast<std::uint32_t>(each.lemma.size())};
  token.upos = each.upos;
  document.tokens.push_back(token);
  mend_lemmas(document, kCompiled.rules);
  return std::string(document.lemma(TokenIndex(0)));
}

TEST(MendLemmas, ChangesWhatInflectionAndSpellingRuleOut) {
  const std::vector<Case> table = {
      {"expelled", Upos::kVerb, "expell", "expel"},   {"fled", Upos::kVerb, "fl", "flee"},       {"attached", Upos::kVerb, "attach", "attach"},
      {"Adobe", Upos::kPropn, "adobe", "Adobe"},      {"Kurds", Upos::kPropn, "kurd", "Kurd"},   {"kurds", Upos::kPropn, "kurd", "kurd"},
      {"Élysée", Upos::kPropn, "élysée", "Élysée"},   {"1,100", Upos::kNum, "1,100", "1100"},    {"12,500.5", Upos::kNum, "12,500.5", "12500.5"},
      {"3,40", Upos::kNum, "3,40", "3,40"},           {"1,100", Upos::kNoun, "1,100", "1,100"},  {"three", Upos::kNum, "three", "three"},
      {"http://A.org/B", Upos::kPropn, "http://a.org/b", "http://A.org/B"},
  };
  for (const Case& each : table) EXPECT_EQ(mended(each), each.wanted) << each.form;
}

}  // namespace
}  // namespace bayhaqi
