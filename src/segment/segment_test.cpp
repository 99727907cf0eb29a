#include "segment/segment.h"

#include <gtest/gtest.h>

#include <chrono>
#include <random>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "support/compiled.h"

namespace bayhaqi {
namespace {

const SegmentRules& rules() {
  static const auto kCompiled = testing_support::compiled<SegmentRules>(compile_segment, testing_support::source_folder("lexicon"), testing_support::source_folder("ontology"));
  return kCompiled.rules;
}

Document split(std::string text) {
  Document document;
  document.article.text = std::move(text);
  split_sentences(document, rules());
  return document;
}

std::string sentences(const std::string& text) {
  const Document document = split(text);
  std::string out;
  for (const Sentence& sentence : document.sentences) out += (out.empty() ? "" : " | ") + std::string(document.words(sentence.span));
  return out;
}

std::string tokens(const std::string& text) {
  const Document document = split(text);
  std::string out;
  for (const Token& token : document.tokens) out += (out.empty() ? "" : " ") + std::string(document.words(token.span));
  return out;
}

struct Case {
  std::string text;
  std::string wanted;
};

TEST(Sentences, EndWhereAReaderEndsThem) {
  const std::vector<Case> table = {
      {"Iran refused. Iraq agreed.", "Iran refused. | Iraq agreed."},
      {"Gen. Dostum left Kabul. He is in Ankara.", "Gen. Dostum left Kabul. | He is in Ankara."},
      {"Talks with the U.S. The deal failed.", "Talks with the U.S. | The deal failed."},
      {"Talks with the U.S. Navy failed.", "Talks with the U.S. Navy failed."},
      {"It met on Oct. 8 in Doha.", "It met on Oct. 8 in Doha."},
      {"George W. Bush spoke.", "George W. Bush spoke."},
      {"Resolution No. 242 passed.", "Resolution No. 242 passed."},
      {"He said no. They left.", "He said no. | They left."},
      {"Prices rose 3.5 percent. Wages fell.", "Prices rose 3.5 percent. | Wages fell."},
      {"“We won.” He left.", "“We won.” | He left."},
      {"\"Is it war?\" she asked.", "\"Is it war?\" she asked."},
      {"(It failed.) They met again.", "(It failed.) | They met again."},
      {"Stop! Who goes there? Nobody.", "Stop! | Who goes there? | Nobody."},
      {"He paused ... and went on.", "He paused ... and went on."},
      {"First paragraph\n\nSecond paragraph", "First paragraph | Second paragraph"},
      {"They chose plan B. The army left.", "They chose plan B. | The army left."},
      {"we met them. they left? nobody knows.", "we met them. | they left? | nobody knows."},
      {"We met them. they left.", "We met them. they left."},
      {"See www.un.org. It is open.", "See www.un.org. | It is open."},
      {"", ""},
      {" \n\n ", ""},
  };
  for (const Case& each : table) EXPECT_EQ(sentences(each.text), each.wanted);
}

TEST(Tokens, AreThoseOfUniversalDependencies) {
  const std::vector<Case> table = {
      {"They don't, can't and won't.", "They do n't , ca n't and wo n't ."},
      {"They don’t know.", "They do n’t know ."},
      {"Iran's army cannot move.", "Iran 's army can not move ."},
      {"the generals' homes", "the generals ' homes"},
      {"We'll see what they've done; I'm sure.", "We 'll see what they 've done ; I 'm sure ."},
      {"a cease-fire in north-west Syria", "a cease - fire in north - west Syria"},
      {"pro-Russian rebels", "pro-Russian rebels"},
      {"at 5pm, 35km and $10m", "at 5 pm , 35 km and $ 10 m"},
      {"the 3rd, the 1980's, MI6, F16s", "the 3rd , the 1980's , MI6 , F16s"},
      {"Its a trap, its army said.", "It s a trap , its army said ."},
      {"Lets go; he lets them", "Let s go ; he lets them"},
      {"guns, tanks etc.", "guns , tanks etc ."},
      {"guns etc. were found", "guns etc. were found"},
      {"#peace at +44 20", "#peace at +44 20"},
      {"US$5 or ''six''", "US$ 5 or '' six ''"},
      {"Really...? In '72 w/o us", "Really ... ? In '72 w/o us"},
      {"Yahoo! News", "Yahoo! News"},
      {"the U.S.-led force", "the U.S. - led force"},
      {"$1,200.50 or 3.5%", "$ 1,200.50 or 3.5 %"},
      {"at 10:30 a.m. Monday", "at 10:30 a.m. Monday"},
      {"see https://www.un.org/en/a?b=1, or write to press@un.org.", "see https://www.un.org/en/a?b=1 , or write to press@un.org ."},
      {"“Go,” he said—twice.", "“ Go , ” he said — twice ."},
      {"10\u00A0000 troops", "10 000 troops"},
      {"AT&T and R&D", "AT&T and R&D"},
      {"O'Neill met d'Estaing", "O'Neill met d'Estaing"},
      {"wait...what?!", "wait ... what ?!"},
  };
  for (const Case& each : table) EXPECT_EQ(tokens(each.text), each.wanted);
}

TEST(Tokens, PartsOfOneWordMeet) {
  const Document document = split("They don't.");
  ASSERT_EQ(document.tokens.size(), 4U);
  EXPECT_EQ(document.tokens[1].span.end, document.tokens[2].span.begin);
  EXPECT_TRUE(document.tokens[2].continues_word && !document.tokens[1].space_after && document.tokens[0].space_after);
}

void expect_whole(const Document& document) {
  const std::string_view text = document.article.text;
  std::uint32_t byte = 0;
  std::uint32_t token = 0;
  for (const Sentence& sentence : document.sentences) {
    ASSERT_EQ(sentence.first.value, token);
    ASSERT_LE(sentence.last.value - sentence.first.value, kLongestSentence);
    for (; token < sentence.last.value; ++token) {
      const Span span = document.tokens[token].span;
      ASSERT_TRUE(byte <= span.begin && span.begin < span.end && span.end <= text.size());
      ASSERT_TRUE(is_boundary(text, span.begin) && is_boundary(text, span.end));
      for (std::uint32_t i = byte; i < span.begin; i += decode_utf8(text, i).size) ASSERT_TRUE(is_space(decode_utf8(text, i).value)) << "a character was left out";
      byte = span.end;
    }
  }
  ASSERT_EQ(token, document.tokens.size());
}

TEST(Sentences, HoldEveryCharacterOfRandomText) {
  std::mt19937 random(5);
  const std::vector<std::string> pieces = {"a", "B", ".", "...", "U.S.", " ", "  ", "\n", "\n\n", "'", "’s", "n't", "\"", "“", "”", "(", ")", "3", ",", "-", "é", "中", "\uFFFD", "\u00A0", "http://x", "@", "&", "\xCC\x81", "!", "Mr."};
  for (int i = 0; i < 3000; ++i) {
    std::string text;
    for (auto n = random() % 20; n > 0; --n) text += pieces[random() % pieces.size()];
    SCOPED_TRACE(testing::PrintToString(text));
    expect_whole(split(text));
  }
}

// Rows without an end, a mark without words, words without blanks: linear, so a megabyte takes far less than a second each.
TEST(Sentences, LongTextsWithoutStopsAreCutInTime) {
  for (const std::string& piece : {std::string("word "), std::string("x"), std::string("."), std::string("\""), std::string("don't"), std::string("a.b"), std::string("1,"), std::string("- ")}) {
    std::string text;
    while (text.size() < 200000) text += piece;
    const auto begun = std::chrono::steady_clock::now();
    expect_whole(split(text));
    const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begun).count();
    EXPECT_LT(took, 3000) << piece;
  }
}

// Also bytes that no reader lets through.
TEST(Sentences, BrokenBytesDoNotCrash) {
  std::mt19937 random(9);
  for (int i = 0; i < 2000; ++i) {
    std::string text(random() % 30, ' ');
    for (char& c : text) c = static_cast<char>(random() & 0xFFU);
    const Document document = split(text);
    for (const Token& token : document.tokens) ASSERT_LE(token.span.end, text.size());
  }
}

}  // namespace
}  // namespace bayhaqi
