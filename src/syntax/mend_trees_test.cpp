#include "syntax/mend_trees.h"

#include <gtest/gtest.h>

#include <string>

#include "support/hand_tree.h"

namespace bayhaqi {
namespace {

// "form:relation:head" of the tokens that changed.
std::string changes(std::string_view notation) {
  const Document before = testing_support::hand_tree(notation);
  Document after = testing_support::hand_tree(notation);
  const std::size_t count = mend_trees(after);
  std::string out;
  int roots = 0;
  for (std::size_t i = 0; i < after.tokens.size(); ++i) {
    const Token& token = after.tokens[i];
    roots += token.head ? 0 : 1;
    if (token.head == before.tokens[i].head && token.relation == before.tokens[i].relation) continue;
    out += (out.empty() ? "" : " ") + std::string(after.form(TokenIndex(i))) + ":" + std::string(to_string(token.relation)) + ":" + (token.head ? std::string(after.form(token.head)) : "-");
  }
  EXPECT_EQ(roots, static_cast<int>(after.sentences.size()));
  EXPECT_EQ(count == 0, out.empty());
  for (const Sentence& sentence : after.sentences) EXPECT_FALSE(after.tokens[sentence.root.value].head);
  return out;
}

TEST(MendTrees, WhatReportersWereToldIsNoRelativeClause) {
  EXPECT_EQ(changes("He/PRON/nsubj:2 told/VERB/root:0 reporters/NOUN/iobj:2 that/PRON/obj:6 Iran/PROPN/nsubj:6 left/VERB/acl:relcl:3"), "that:mark:left left:ccomp:told");
  // A relative clause whose pronoun is the subject stays.
  EXPECT_EQ(changes("He/PRON/nsubj:2 told/VERB/root:0 reporters/NOUN/iobj:2 that/PRON/nsubj:5 waited/VERB/acl:relcl:3 stories/NOUN/obj:2"), "");
}

TEST(MendTrees, AParticipleHasNoObject) {
  const std::string begin = "rioters/NOUN/nsubj:2 looted/VERB/root:0/loot/Tense=Past|VerbForm=Fin shops/NOUN/obj:2 ~,/PUNCT/punct:6 and/CCONJ/cc:6 police/NOUN/conj:3 with/ADP/case:8 orders/NOUN/nmod:6 ";
  EXPECT_EQ(changes(begin + "fired/VERB/acl:8/fire/Tense=Past rounds/NOUN/obj:9"), ",:punct:fired and:cc:fired police:nsubj:fired fired:conj:looted");
  EXPECT_EQ(changes(begin + "given/VERB/acl:8/give/Tense=Past weight/NOUN/obj:9"), "");
}

TEST(MendTrees, NoWordHangsOnItself) {
  // "Wu" as an auxiliary belongs to the name, whose other half hung on it.
  EXPECT_EQ(changes("Lin/PROPN/compound:2 Wu/PROPN/aux:4 ~,/PUNCT/punct:2 left/VERB/root:0"), "Lin:compound:left Wu:flat:Lin ,:punct:left");
}

TEST(MendTrees, TwoSubjectsWithAConjunctionAreOne) {
  EXPECT_EQ(changes("China/PROPN/nsubj:5 and/CCONJ/cc:5 Iran/PROPN/nsubj:5 have/AUX/aux:5 opposed/VERB/root:0 it/PRON/obj:5"), "and:cc:Iran Iran:conj:China");
  EXPECT_EQ(changes("China/PROPN/nsubj:4 and/CCONJ/cc:3 Iran/PROPN/conj:1 left/VERB/root:0"), "");
}

TEST(MendTrees, APlainPastVerbContinuesTheMainClause) {
  EXPECT_EQ(changes("Iran/PROPN/nsubj:2 denied/VERB/root:0/deny/Tense=Past|VerbForm=Fin that/SCONJ/mark:6 it/PRON/nsubj:6 had/AUX/aux:6 fired/VERB/ccomp:2/fire/Tense=Past|VerbForm=Part "
                    "and/CCONJ/cc:8 accused/VERB/conj:6/accuse/Tense=Past|VerbForm=Fin Iraq/PROPN/obj:8"),
            "accused:conj:denied");
  // With a subject of its own it is part of what was denied.
  EXPECT_EQ(changes("Iran/PROPN/nsubj:2 denied/VERB/root:0/deny/Tense=Past|VerbForm=Fin that/SCONJ/mark:6 it/PRON/nsubj:6 had/AUX/aux:6 fired/VERB/ccomp:2/fire/Tense=Past|VerbForm=Part "
                    "and/CCONJ/cc:9 Iraq/PROPN/nsubj:9 fled/VERB/conj:6/flee/Tense=Past|VerbForm=Fin"),
            "");
}

TEST(MendTrees, TheFirstVerbOfSpeechGovernsTheSecond) {
  EXPECT_EQ(changes("Kabulov/PROPN/nsubj:2 said/VERB/ccomp:5 that/SCONJ/mark:5 Muttaqi/PROPN/nsubj:5 told/VERB/root:0 Lavrov/PROPN/obj:5 ./PUNCT/punct:5"), "said:root:- told:ccomp:said .:punct:said");
  // "Talks failed, Muttaqi said": the clause in front is what was said.
  EXPECT_EQ(changes("Talks/NOUN/nsubj:2 failed/VERB/ccomp:5 ,/PUNCT/punct:5 Muttaqi/PROPN/nsubj:5 said/VERB/root:0"), "");
}

TEST(MendTrees, ToAndABareWordBehindAVerbOfWillIsAnInfinitive) {
  EXPECT_EQ(changes("Oman/PROPN/nsubj:2 offered/VERB/root:0/offer to/ADP/case:4 mediate/NOUN/obl:2/mediate"), "to:mark:mediate mediate:xcomp:offered");
  EXPECT_EQ(changes("Oman/PROPN/nsubj:2 returned/VERB/root:0/return to/ADP/case:4 power/NOUN/obl:2/power"), "");
}

TEST(MendTrees, AClauseHasAVerb) {
  EXPECT_EQ(changes("French/ADJ/amod:4 aircraft/NOUN/compound:4 bombed/VERB/amod:4/bomb/Tense=Past|VerbForm=Part columns/NOUN/root:0"), "French:amod:aircraft aircraft:nsubj:bombed bombed:root:- columns:obj:bombed");
  EXPECT_EQ(changes("Iran/PROPN/root:0 and/CCONJ/cc:3 Iraq/PROPN/conj:1 severed/VERB/amod:5/sever/Tense=Past|VerbForm=Part ties/NOUN/conj:1"), "Iran:nsubj:severed severed:root:- ties:obj:severed");
  // with a verb in the clause it stays a participle
  EXPECT_EQ(changes("American/ADJ/nmod:3 backed/VERB/amod:3/back/Tense=Past|VerbForm=Part rebels/NOUN/nsubj:4 fled/VERB/root:0"), "");
}

TEST(MendTrees, GerundsBehindACommaBelongToTheVerb) {
  EXPECT_EQ(changes("Iran/PROPN/nsubj:2 cut/VERB/root:0/cut/Tense=Past|VerbForm=Fin ties/NOUN/obj:2 ,/PUNCT/punct:5 accusing/VERB/acl:3 Iraq/PROPN/obj:5"), "accusing:advcl:cut");
  EXPECT_EQ(changes("Iran/PROPN/nsubj:2 met/VERB/root:0/meet/Tense=Past|VerbForm=Fin men/NOUN/obj:2 carrying/VERB/acl:3 arms/NOUN/obj:4"), "");
  EXPECT_EQ(changes("bloc/NOUN/nsubj:7 ,/PUNCT/punct:3 meeting/NOUN/appos:1 in/ADP/case:5 Abuja/PROPN/obl:3 ,/PUNCT/punct:1 closed/VERB/root:0 it/PRON/obj:7"), "meeting:acl:bloc");
}

TEST(MendTrees, TwoPeopleWithTheirTitles) {
  EXPECT_EQ(changes("President/PROPN/nmod:desc:2 Kim/PROPN/nsubj:6 and/CCONJ/cc:4 leader/NOUN/nmod:desc:2 Lee/PROPN/appos:2 met/VERB/root:0"), "and:cc:Lee leader:nmod:desc:Lee Lee:conj:Kim");
}

TEST(MendTrees, TheDayIsTheVerbs) {
  EXPECT_EQ(changes("India/PROPN/nsubj:4 on/ADP/case:3 Friday/PROPN/nmod:1 blamed/VERB/root:0 Iraq/PROPN/obj:4"), "Friday:obl:blamed");
}

TEST(MendTrees, WhoseClauseIsNoMainClause) {
  EXPECT_EQ(changes("Japan/PROPN/nsubj:5 whose/PRON/nmod:poss:3 navy/NOUN/nsubj:4 sailed/VERB/root:0 agreed/VERB/conj:4"), "sailed:acl:relcl:Japan agreed:root:-");
}

TEST(MendTrees, AuxiliariesHaveNothingOfTheirOwn) {
  EXPECT_EQ(changes("Iran/PROPN/nsubj:2 had/VERB/aux:3 agreed/VERB/root:0"), "Iran:nsubj:agreed");
}

TEST(MendTrees, ASecondThatClauseIsSaidToo) {
  EXPECT_EQ(changes("He/PRON/nsubj:2 said/VERB/root:0 it/PRON/nsubj:4 snowed/VERB/ccomp:2 and/CCONJ/cc:8 that/SCONJ/mark:8 trains/NOUN/nsubj:8 waited/VERB/conj:2"), "waited:conj:snowed");
  EXPECT_EQ(changes("He/PRON/nsubj:2 said/VERB/root:0 it/PRON/nsubj:4 snowed/VERB/ccomp:2 and/CCONJ/cc:7 trains/NOUN/nsubj:7 waited/VERB/conj:2"), "");
}

TEST(MendTrees, AddingThatBelongsToWhoTold) {
  EXPECT_EQ(changes("He/PRON/nsubj:2 said/VERB/root:0 it/PRON/nsubj:4 snowed/VERB/ccomp:2 ,/PUNCT/punct:6 adding/VERB/advcl:4 that/SCONJ/mark:9 trains/NOUN/nsubj:9 waited/VERB/ccomp:6"), "adding:advcl:said");
}

TEST(MendTrees, WhatIsDemandedBelongsToTheDemand) {
  EXPECT_EQ(changes("Iran/PROPN/nsubj:2 rejected/VERB/root:0 a/DET/det:4 demand/NOUN/obj:2 that/SCONJ/mark:7 Iraq/PROPN/nsubj:7 leave/VERB/ccomp:2"), "leave:acl:demand");
  EXPECT_EQ(changes("Iran/PROPN/nsubj:2 told/VERB/root:0 a/DET/det:4 reporter/NOUN/obj:2 that/SCONJ/mark:7 Iraq/PROPN/nsubj:7 left/VERB/ccomp:2"), "");
}

TEST(MendTrees, WhoCallsSomebodyActs) {
  EXPECT_EQ(changes("Abe/PROPN/nsubj:2 called/VERB/root:0/call Modi/PROPN/obj:2 to/PART/mark:5 thank/VERB/xcomp:2/thank/VerbForm=Inf him/PRON/obj:5"), "thank:advcl:called");
}

TEST(MendTrees, WhoIsReadyIsSomebody) {
  EXPECT_EQ(changes("It/PRON/expl:3 was/AUX/cop:3 ready/ADJ/root:0 to/PART/mark:5 help/VERB/xcomp:3/help/VerbForm=Inf"), "It:nsubj:ready");
  EXPECT_EQ(changes("It/PRON/expl:3 was/AUX/cop:3 good/ADJ/root:0 to/PART/mark:5 help/VERB/xcomp:3/help/VerbForm=Inf"), "");
}

TEST(MendTrees, VerbsAreJoinedToVerbsAndNamesToNames) {
  EXPECT_EQ(changes("He/PRON/nsubj:2 barred/VERB/root:0/bar/Tense=Past them/PRON/obj:2 from/ADP/case:5 travel/NOUN/obl:2 and/CCONJ/cc:7 froze/VERB/conj:5/freeze/Tense=Past accounts/NOUN/obj:7"), "froze:conj:barred");
  EXPECT_EQ(changes("He/PRON/nsubj:2 thanked/VERB/root:0 Oman/PROPN/obj:2 ,/PUNCT/punct:6 which/PRON/nsubj:6 wrote/VERB/acl:relcl:3 in/ADP/case:8 summer/NOUN/obl:6 ,/PUNCT/punct:11 and/CCONJ/cc:11 Peru/PROPN/conj:8"), "Peru:conj:Oman");
}

}  // namespace
}  // namespace bayhaqi
