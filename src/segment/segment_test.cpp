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

// News as it is written: short forms, initials, amounts, quotations, datelines, lists. A bar stands where a sentence ends.
TEST(Sentences, OfNewsEndAtTheBars) {
  const std::vector<std::string> table = {
      "He met them in the U.S. on Friday.",
      "He flew to the U.S. ¦ He returned on Monday.",
      "It is home to the U.N. ¦ The council met.",
      "The U.K. Foreign Office protested.",
      "J. R. R. Hussein signed. ¦ He left.",
      "Sen. John F. Kerry voted no.",
      "Lt. Gen. Ali Shah and Maj. Gen. Omar resigned.",
      "Gen.-Maj. Ivan Petrov died.",
      "Col. Sanchez fired. ¦ The rebels fled.",
      "Dr. Abdullah and Mrs. Khan met Prof. Lee.",
      "The Rt. Hon. Tony Blair spoke.",
      "Talks began at 10 a.m. Friday.",
      "Talks began at 10 a.m. ¦ The minister was late.",
      "It ended by 6 p.m. local time.",
      "Some states, e.g. Oman, abstained.",
      "The bloc, i.e. the Union, agreed.",
      "It hit Kabul on Sept. 11 and again on Oct. 2.",
      "He was born on Feb. 3, 1950, in Basra.",
      "It was signed in Sept. ¦ Nobody noticed.",
      "He lives at No. 10 Downing Street.",
      "Nos. 4 and 5 burned.",
      "Is it peace? ¦ No. ¦ It is war.",
      "He said no. ¦ Ten people left.",
      "The army of Libya vs. The army of Chad is no contest.",
      "Acme Corp. and Widget Inc. merged.",
      "He works for Widget Inc. ¦ The firm is large.",
      "Talks with Boeing Co. on Monday failed.",
      "They raised $1.5bn. ¦ It was not enough.",
      "Oil fell 2.5%. ¦ Gold rose 1.2%.",
      "The league won 3-1. ¦ It lost 0–2.",
      "The war of 2014–16 ended.",
      "It rose by .5 points. ¦ It fell.",
      "“We will fight on,” he said. ¦ “We will win.”",
      "“We will fight on.” ¦ The crowd cheered.",
      "“Will you sign?” he asked.",
      "“Never!” the envoy shouted.",
      "“Never!” ¦ Ministers left the room.",
      "'We won.' ¦ He left.",
      "He said: “Leave now.” ¦ They left.",
      "He said, “Go. ¦ Leave now.” ¦ They left.",
      "She called it “a lie.” ¦ He called it “the truth.”",
      "The minister (who is ill) left. ¦ (He was 70.) ¦ He died.",
      "He said he would go ... but he did not.",
      "“I don’t know…” ¦ He stopped.",
      "“We shall … see,” he said.",
      "They waited. . . . ¦ Nobody came.",
      "KABUL (Reuters) - The army left Kabul.",
      "KABUL, Sept. 3 (AP) — The army left Kabul.",
      "WASHINGTON — The U.S. left. ¦ Nobody cried.",
      "PARIS: France voted on Sunday.",
      "See http://www.un.org/en/. ¦ It is open.",
      "Write to press@un.org. ¦ They answer.",
      "Follow @UN. ¦ It tweets.",
      "Yahoo! News reported it. ¦ Nobody read it.",
      "The group Wham! was here.",
      "Who knows? ¦ Not I! ¦ Nor he.",
      "What?! ¦ They left?",
      "The p.m. of Iraq resigned.",
      "Prime Minister Li met Mr. Ban Ki-moon. ¦ Both smiled.",
      "Article 2(b). ¦ It was struck.",
      "Under Art. 5, allies must help.",
      "Sec. 3 was struck. ¦ Sec. 4 stands.",
      "The St. Petersburg talks failed.",
      "Mt. Ararat is high.",
      "The Ft. Hood trial began.",
      "Pte. Smith and Cpl. Jones died. ¦ Sgt. Ali survived.",
      "10:32 GMT: The bombing has begun. ¦ More follows.",
      "He got a Ph.D. ¦ He then left.",
      "She earned her Ph.D. at Yale.",
      "The Washington D.C. police came.",
      "He flew to Washington, D.C. ¦ There he met Bush.",
      "Ali et al. wrote it.",
      "Bombs, shells, etc. were found.",
      "The price is Rs. 500 a bag.",
      "The dam is approx. 300 ft. high.",
      "It moved at 40 m.p.h. toward Cuba.",
      "Kim Jong Un vs. Trump was a show.",
      "King Charles I. ¦ He was beheaded.",
      "Louis XVI. was king.",
      "MOSCOW HITS KYIV. ¦ DOZENS ARE DEAD.",
      "“They lied,” he said. ¦ “They always do.” ¦ He wept.",
      "“Mr. Putin,” he said, “is wrong.”",
      "He asked “Why?” and left.",
      "He asked, “Why?” ¦ Nobody answered.",
      "It was 3. ¦ Then it was 4.",
      "1. The army must leave. ¦ 2. The rebels must disarm.",
      "Gov. Brown and Rep. Lee, R-Texas, agreed.",
      "Sens. Lee and Rubio objected.",
      "The Jan. 6 riot shook it.",
      "The U.S.-led force left the U.S.-Mexico border.",
      "Al-Qaeda’s No. 2 was killed.",
      "He left at 9 a.m. on Jan. 3. ¦ She came on Jan. 4.",
      "The A.N.C. won. ¦ The I.R.A. did not.",
  };
  for (const std::string& marked : table) {
    std::string text = marked;
    for (std::size_t bar = text.find(" ¦"); bar != std::string::npos; bar = text.find(" ¦")) text.erase(bar, std::string_view(" ¦").size());
    std::string wanted = marked;
    for (std::size_t bar = wanted.find("¦"); bar != std::string::npos; bar = wanted.find("¦")) wanted.replace(bar, std::string_view("¦").size(), "|");
    EXPECT_EQ(sentences(text), wanted);
  }
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
