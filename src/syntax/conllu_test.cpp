#include "syntax/conllu.h"

#include <gtest/gtest.h>

#include <string>

#include "support/hand_tree.h"

namespace bayhaqi {
namespace {

constexpr std::string_view kText =
    "# text = They don't go.\n"
    "1\tThey\tthey\tPRON\t_\tCase=Nom\t4\tnsubj\t_\t_\n"
    "2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\t_\n"
    "2\tdo\tdo\tAUX\t_\t_\t4\taux\t_\t_\n"
    "3\tn't\tnot\tPART\t_\t_\t4\tadvmod\t_\t_\n"
    "4\tgo\tgo\tVERB\t_\t_\t0\troot\t_\tSpaceAfter=No\n"
    "4.1\tnothing\t_\t_\t_\t_\t_\t_\t_\t_\n"
    "5\t.\t.\tPUNCT\t_\t_\t4\tpunct\t_\t_\n"
    "\n"
    "1\tYes\tyes\tINTJ\t_\t_\t0\troot\t_\t_\r\n";

TEST(Conllu, ReadsFormsAsTheyStand) {
  const auto document = read_conllu(kText);
  ASSERT_TRUE(document) << document.error().text();
  ASSERT_EQ(document->sentences.size(), 2U);
  EXPECT_EQ(document->words(document->sentences[0].span), "They don't go.");
  EXPECT_EQ(document->words(document->sentences[1].span), "Yes");
  ASSERT_EQ(document->tokens.size(), 6U);
  EXPECT_EQ(document->form(TokenIndex(2)), "n't");
  EXPECT_TRUE(document->tokens[2].continues_word && !document->tokens[1].continues_word);
  EXPECT_TRUE(document->tokens[2].space_after && !document->tokens[1].space_after && !document->tokens[3].space_after);
}

TEST(Conllu, WritesWhatItReads) {
  using testing_support::hand_tree;
  Document document = hand_tree(
      "Iran/PROPN/nmod:poss:3/Iran/Number=Sing ~'s/PART/case:1/'s army/NOUN/nsubj:4 left/VERB/root:0/leave/Tense=Past|VerbForm=Fin ~./PUNCT/punct:4\n"
      "Nobody/PRON/nsubj:2 spoke/VERB/root:0/speak");
  document.tokens[1].continues_word = true;
  for (std::size_t s = 0; s < 2; ++s) {
    const std::string written = write_conllu(document, SentenceIndex(s));
    const auto again = read_conllu(written);
    ASSERT_TRUE(again) << again.error().text();
    ASSERT_EQ(again->sentences.size(), 1U);
    EXPECT_EQ(again->words(again->sentences[0].span), document.words(document.sentences[s].span));
    EXPECT_EQ(again->tokens.size(), document.sentences[s].last.value - document.sentences[s].first.value);
  }
  const std::string first = write_conllu(document, SentenceIndex(0));
  EXPECT_NE(first.find("1-2\tIran's\t_\t"), std::string::npos) << first;
  EXPECT_NE(first.find("4\tleft\tleave\tVERB\t_\tTense=Past|VerbForm=Fin\t0\troot\t_\tSpaceAfter=No\n"), std::string::npos) << first;
}

TEST(Conllu, FaultsNameTheLine) {
  const auto document = read_conllu("1\tYes\tyes\tINTJ\t_\t_\t0\troot\t_\t_\n2\tno\n");
  ASSERT_FALSE(document);
  EXPECT_EQ(document.error().place, "line 2");
  EXPECT_TRUE(read_conllu("")->tokens.empty());
}

TEST(Conllu, DrawingsNameEveryToken) {
  const Document document = testing_support::hand_tree("Iran/PROPN/nsubj:2 condemned/VERB/root:0 Iraq/PROPN/obj:2");
  for (const std::string& drawing : {draw_tree(document, SentenceIndex(0)), write_tree_table(document, SentenceIndex(0))}) {
    for (const char* word : {"Iran", "condemned", "Iraq", "nsubj", "VERB"}) EXPECT_NE(drawing.find(word), std::string::npos) << drawing;
  }
}

}  // namespace
}  // namespace bayhaqi
