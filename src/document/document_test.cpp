#include "bayhaqi/document.h"

#include <gtest/gtest.h>

#include "document/children.h"
#include "document/clauses.h"
#include "document/codes.h"
#include "support/hand_tree.h"

namespace bayhaqi {
namespace {

using testing_support::hand_tree;
using testing_support::token_of;

std::string subject_of(const Document& document, std::string_view verb) {
  const TokenIndex subject = surface_subject(document, Children(document), token_of(document, verb));
  return subject ? std::string(document.form(subject)) : "none";
}

bool passive(const Document& document, std::string_view verb) { return is_passive(document, Children(document), token_of(document, verb)); }

TEST(Children, StandInTextOrder) {
  const Document document = hand_tree("Iran/PROPN/nsubj:2 condemned/VERB/root:0 Iraq/PROPN/obj:2 because/ADP/case:6/because of/ADP/fixed:4 raids/NOUN/obl:2/raid");
  const Children children(document);
  std::string forms;
  for (const TokenIndex each : children.of(TokenIndex(1))) forms += std::string(document.form(each)) + " ";
  EXPECT_EQ(forms, "Iran Iraq raids ");
  EXPECT_TRUE(children.of(TokenIndex(0)).empty());
  EXPECT_EQ(document.form(child(document, children, TokenIndex(1), Relation::kObj)), "Iraq");
  EXPECT_FALSE(child(document, children, TokenIndex(1), Relation::kIobj));
  EXPECT_EQ(preposition(document, children, TokenIndex(5)), "because_of");
  EXPECT_EQ(preposition(document, children, TokenIndex(0)), "");
  EXPECT_TRUE(is_below(document, TokenIndex(4), TokenIndex(1)));
  EXPECT_TRUE(is_below(document, TokenIndex(1), TokenIndex(1)));
  EXPECT_FALSE(is_below(document, TokenIndex(1), TokenIndex(4)));
}

TEST(Clauses, SubjectsThroughCoordinationAndControl) {
  const Document chain = hand_tree("Oman/PROPN/nsubj:2 met/VERB/root:0 and/CCONJ/cc:4 praised/VERB/conj:2 Iraq/PROPN/obj:4");
  EXPECT_EQ(subject_of(chain, "praised"), "Oman");
  const Document subject_control = hand_tree("Oman/PROPN/nsubj:2 promised/VERB/root:0 to/PART/mark:4 help/VERB/xcomp:2");
  EXPECT_EQ(subject_of(subject_control, "help"), "Oman");
  const Document object_control = hand_tree("Oman/PROPN/nsubj:2 asked/VERB/root:0 Iraq/PROPN/obj:2 to/PART/mark:5 help/VERB/xcomp:2");
  EXPECT_EQ(subject_of(object_control, "help"), "Iraq");
  const Document participle = hand_tree("troops/NOUN/root:0 guarding/VERB/acl:1 Kabul/PROPN/obj:2");
  EXPECT_EQ(subject_of(participle, "guarding"), "troops");
  const Document own_clause = hand_tree("Oman/PROPN/nsubj:2 says/VERB/root:0 rains/VERB/ccomp:2/rain/Mood=Ind|VerbForm=Fin");
  EXPECT_EQ(subject_of(own_clause, "rains"), "none");
}

TEST(Clauses, PassivesAreSeenWithAndWithoutAuxiliary) {
  EXPECT_TRUE(passive(hand_tree("Iran/PROPN/nsubj:pass:3 was/AUX/aux:pass:3 condemned/VERB/root:0"), "condemned"));
  EXPECT_FALSE(passive(hand_tree("Iran/PROPN/nsubj:3 has/AUX/aux:3 condemned/VERB/root:0/condemn/Tense=Past|VerbForm=Part"), "condemned"));
  EXPECT_TRUE(passive(hand_tree("towns/NOUN/root:0 shelled/VERB/acl:1/shell/Tense=Past|VerbForm=Part by/ADP/case:4 rebels/NOUN/obl:agent:2"), "shelled"));
}

TEST(Clauses, RelativePronounsStandForTheirNoun) {
  const Document document = hand_tree("France/PROPN/root:0 which/PRON/nsubj:3/which/PronType=Rel condemned/VERB/acl:relcl:1 Iran/PROPN/obj:3");
  EXPECT_EQ(document.form(referent(document, token_of(document, "which"))), "France");
  EXPECT_EQ(document.form(referent(document, token_of(document, "Iran"))), "Iran");
}

TEST(Codes, CountriesAndOrganisations) {
  EXPECT_TRUE(is_bare_country("RUS"));
  for (const char* code : {"RUSGOV", "IGO", "MNC", "CVL", "", "RU"}) EXPECT_FALSE(is_bare_country(code)) << code;
  EXPECT_EQ(country_of("RUSGOV"), "RUS");
  EXPECT_EQ(country_of("IGOUNO"), "IGOUNO");
  EXPECT_EQ(country_of(""), "");
}

TEST(Document, IsEmptyAfterClear) {
  Document document = hand_tree("Iran/PROPN/nsubj:2 spoke/VERB/root:0");
  testing_support::add_actor(document, "Iran", "IRNGOV");
  document.clear();
  EXPECT_TRUE(document.tokens.empty() && document.sentences.empty() && document.actors.empty() && document.mentions.empty());
  EXPECT_TRUE(document.article.text.empty() && document.lemma_text.empty());
}

}  // namespace
}  // namespace bayhaqi
