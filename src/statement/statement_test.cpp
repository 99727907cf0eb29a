#include <gtest/gtest.h>

#include <string>

#include "statement/chain.h"
#include "statement/read_statements.h"
#include "support/compiled.h"
#include "support/hand_tree.h"
#include "support/temporary_folder.h"

namespace bayhaqi {
namespace {

using testing_support::add_actor;
using testing_support::hand_tree;
using testing_support::TemporaryFolder;

const SpeechRules& rules() {
  static const TemporaryFolder kFolder({{"speech/verbs.txt", "ask | asks | obj | clause quote\ncall | asserts | | object\ndeny | denies | | clause\nsay | asserts | to | clause quote\ntell | asserts | obj | clause quote\n"},
                                        {"speech/nouns.txt", "claim | asserts | | clause\n"}});
  static const auto kCompiled = testing_support::compiled<SpeechRules>(compile_statements, kFolder.path(""), "");
  return kCompiled.rules;
}

// "code: piece // piece" of every statement, " < n" behind one that statement n reports.
std::string statements(Document& document) {
  read_statements(document, rules());
  std::string out;
  for (const Statement& statement : document.statements) {
    out += (out.empty() ? "" : "; ") + statement.code + ":";
    for (std::size_t i = 0; i < statement.content.size(); ++i) out += (i == 0 ? " " : " // ") + std::string(document.words(statement.content[i]));
    if (statement.parent) out += " < " + std::to_string(statement.parent.value);
  }
  return out;
}

TEST(Statements, ReportedClausesWithoutThatAndWithoutStop) {
  Document document = hand_tree("Oman/PROPN/nsubj:2 said/VERB/root:0/say that/SCONJ/mark:5 Iran/PROPN/nsubj:5 lied/VERB/ccomp:2/lie/Mood=Ind|VerbForm=Fin ~./PUNCT/punct:2");
  add_actor(document, "Oman", "OMNGOV");
  EXPECT_EQ(statements(document), "OMNGOV: Iran lied");
  EXPECT_EQ(document.statements[0].form, SpeechForm::kIndirect);
}

TEST(Statements, ASpeakerInsideCutsTheClauseInTwo) {
  Document document = hand_tree("The/DET/det:2 talks/NOUN/nsubj:7 ~,/PUNCT/punct:5 Oman/PROPN/nsubj:5 said/VERB/parataxis:7/say ~,/PUNCT/punct:5 failed/VERB/root:0/fail/Mood=Ind|VerbForm=Fin ~./PUNCT/punct:7");
  add_actor(document, "Oman", "OMNGOV");
  EXPECT_EQ(statements(document), "OMNGOV: The talks // failed");
}

TEST(Statements, QuotationsGiveWhatStandsInsideTheMarks) {
  Document document = hand_tree("“/PUNCT/punct:3 ~We/PRON/nsubj:3 won/VERB/ccomp:7/win/Mood=Ind|VerbForm=Fin ~,/PUNCT/punct:3 ~”/PUNCT/punct:3 Oman/PROPN/nsubj:7 said/VERB/root:0/say ~./PUNCT/punct:7");
  add_actor(document, "Oman", "OMNGOV");
  EXPECT_EQ(statements(document), "OMNGOV: We won,");
  EXPECT_EQ(document.statements[0].form, SpeechForm::kDirect);
}

TEST(Statements, NamesBeforeColonsTakeTurns) {
  Document document = hand_tree("HOST/NOUN/root:0 ~:/PUNCT/punct:3 Will/AUX/aux:5 Oman/PROPN/nsubj:5 help/VERB/parataxis:1 ~?/PUNCT/punct:1\nIran/PROPN/root:0 ~:/PUNCT/punct:4 It/PRON/nsubj:4 will/VERB/parataxis:1 soon/ADV/advmod:4 ~./PUNCT/punct:1");
  add_actor(document, "Iran", "IRNGOV");
  EXPECT_EQ(statements(document), ": Will Oman help?; IRNGOV: It will soon.");
}

TEST(Statements, OneNameBeforeAColonIsALabel) {
  Document document = hand_tree("EDITOR/NOUN/root:0 ~:/PUNCT/punct:3 He/PRON/nsubj:4 wrote/VERB/parataxis:1 it/PRON/obj:4 ~./PUNCT/punct:1");
  EXPECT_EQ(statements(document), "");
}

TEST(Statements, NestedReportsKnowTheirParent) {
  Document document = hand_tree("Oman/PROPN/nsubj:2 said/VERB/root:0/say Iran/PROPN/nsubj:4 denied/VERB/ccomp:2/deny/Mood=Ind|VerbForm=Fin that/SCONJ/mark:7 Iraq/PROPN/nsubj:7 fired/VERB/ccomp:4/fire/Mood=Ind|VerbForm=Fin");
  add_actor(document, "Oman", "OMNGOV");
  add_actor(document, "Iran", "IRNGOV");
  EXPECT_EQ(statements(document), "OMNGOV: Iran denied that Iraq fired; IRNGOV: Iraq fired < 0");
  EXPECT_EQ(document.statements[1].stance, Stance::kDenies);
  std::vector<StatementIndex> chain;
  claim_chain(document, testing_support::token_of(document, "fired"), chain);
  EXPECT_EQ(chain, (std::vector<StatementIndex>{StatementIndex(0), StatementIndex(1)}));
  claim_chain(document, testing_support::token_of(document, "said"), chain);
  EXPECT_TRUE(chain.empty());
}

// A text without capitals is one long sentence, in which two insertions each report all the rest.
TEST(Statements, TwoThatReportEachOtherMakeNoCircle) {
  Document document = hand_tree(
      "talks/NOUN/nsubj:2 failed/VERB/root:0/fail/Mood=Ind|VerbForm=Fin ~,/PUNCT/punct:5 Oman/PROPN/nsubj:5 said/VERB/parataxis:2/say ~,/PUNCT/punct:8 Iran/PROPN/nsubj:8 said/VERB/parataxis:2/say");
  add_actor(document, "Oman", "OMNGOV");
  add_actor(document, "Iran", "IRNGOV");
  read_statements(document, rules());
  ASSERT_EQ(document.statements.size(), 2U);
  EXPECT_FALSE(document.statements[0].parent);
}

TEST(Statements, WhatIsAskedOrLeftOpenIsNotSaid) {
  Document asked = hand_tree("Oman/PROPN/nsubj:2 asked/VERB/root:0/ask whether/SCONJ/mark:5 Iran/PROPN/nsubj:5 fired/VERB/ccomp:2/fire/Mood=Ind|VerbForm=Fin");
  add_actor(asked, "Oman", "OMNGOV");
  EXPECT_EQ(statements(asked), "");
  Document silent = hand_tree("Oman/PROPN/nsubj:4 did/AUX/aux:4 not/PART/advmod:4/not/Polarity=Neg say/VERB/root:0/say whether/SCONJ/mark:7 Iran/PROPN/nsubj:7 fired/VERB/ccomp:4/fire/Mood=Ind|VerbForm=Fin");
  add_actor(silent, "Oman", "OMNGOV");
  EXPECT_EQ(statements(silent), "");
}

TEST(SpeechDictionary, FaultsNameTheirPlace) {
  const TemporaryFolder folder({{"speech/verbs.txt", "say | says | to | clause\ntell | asserts | obj | clauses\n"}, {"speech/nouns.txt", ""}});
  const std::string faults = testing_support::faults_of(compile_statements, folder.path(""), "");
  EXPECT_NE(faults.find("lexicon/speech/verbs.txt:1:7: expected a stance"), std::string::npos) << faults;
  EXPECT_NE(faults.find("lexicon/speech/verbs.txt:2:24: expected clause, quote, object, bare, thought or channel, found 'clauses'"), std::string::npos) << faults;
}

}  // namespace
}  // namespace bayhaqi
