// The parser with the model of this checkout.
#include "syntax/parser.h"

#include <gtest/gtest.h>

#include <ctime>
#include <random>
#include <string>

#include "syntax/conllu.h"

namespace bayhaqi {
namespace {

struct Model {
  PackedFile file;
  Parser parser;
};

const Model* model() {
  static const Model* kModel = []() -> const Model* {
    auto file = PackedFile::open(std::string(BAYHAQI_SOURCE_DIR) + "/models/english.model");
    if (!file) {
      ADD_FAILURE() << file.error().text();
      return nullptr;
    }
    static Model kLoaded{std::move(*file), {}};
    auto parser = Parser::open(kLoaded.file);
    if (!parser) {
      ADD_FAILURE() << parser.error().text();
      return nullptr;
    }
    kLoaded.parser = std::move(*parser);
    return &kLoaded;
  }();
  return kModel;
}

// Words without any segmentation, one sentence a line.
Document words(const std::string& text) {
  std::string conllu;
  int number = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find_first_of(" \n", begin), text.size());
    if (end > begin) conllu += std::to_string(++number) + "\t" + text.substr(begin, end - begin) + "\t_\t_\t_\t_\t0\troot\t_\t_\n";
    if (end < text.size() && text[end] == '\n') {
      conllu += "\n";
      number = 0;
    }
    begin = end + 1;
  }
  auto document = read_conllu(conllu + "\n");
  return document ? std::move(*document) : Document{};
}

void expect_trees(const Document& document) {
  for (const Sentence& sentence : document.sentences) {
    int roots = 0;
    for (std::uint32_t i = sentence.first.value; i < sentence.last.value; ++i) {
      const Token& token = document.tokens[i];
      if (!token.head) {
        ++roots;
        ASSERT_EQ(sentence.root, TokenIndex(i));
        continue;
      }
      ASSERT_TRUE(sentence.first <= token.head && token.head < sentence.last);
      ASSERT_FALSE(token.left_edge > TokenIndex(i) || token.right_edge < TokenIndex(i));
      TokenIndex up = token.head;
      std::uint32_t steps = 0;
      while (up && steps++ <= sentence.last.value - sentence.first.value) up = document.tokens[up.value].head;
      ASSERT_FALSE(up) << "a circle";
      ASSERT_TRUE(token.confidence >= 0.0F && token.confidence <= 1.0F);
    }
    ASSERT_EQ(roots, 1);
  }
}

TEST(Parser, ReadsAPlainSentence) {
  ASSERT_NE(model(), nullptr);
  Document document = words("Iran condemned two French diplomats on Monday .");
  Parser::Scratch scratch;
  model()->parser.parse(document, scratch);
  expect_trees(document);
  EXPECT_EQ(document.form(document.sentences[0].root), "condemned");
  EXPECT_EQ(document.lemma(TokenIndex(1)), "condemn");
  EXPECT_EQ(document.lemma(TokenIndex(4)), "diplomat");
  EXPECT_EQ(document.tokens[0].relation, Relation::kNsubj);
  EXPECT_EQ(document.tokens[4].relation, Relation::kObj);
  EXPECT_EQ(document.tokens[0].upos, Upos::kPropn);
}

// Far over the longest window, and the same again with memory that has been used.
TEST(Parser, ParsesThreeThousandWordsTheSameWayTwice) {
  ASSERT_NE(model(), nullptr);
  std::mt19937 random(4);
  const std::vector<std::string> some = {"Iran", "said", "that", "the", "army", "of", "Iraq", "had", "left", ",", "and", "which", "12", "“", "\uFFFD", "naïve", "U.S."};
  std::string text;
  for (int i = 0; i < 3000; ++i) text += some[random() % some.size()] + " ";
  Parser::Scratch scratch;
  Document first = words(text);
  ASSERT_EQ(first.tokens.size(), 3000U);
  model()->parser.parse(first, scratch);
  expect_trees(first);
  Document second = words(text);
  model()->parser.parse(second, scratch);
  EXPECT_EQ(write_conllu(first, SentenceIndex(0)), write_conllu(second, SentenceIndex(0)));
}

// Sentences without an end cost what their words cost: four times the words, at most about four times the processor time.
TEST(Parser, TimeGrowsWithLengthAndNoFaster) {
  ASSERT_NE(model(), nullptr);
  const auto seconds_for = [&](int count) {
    std::string text;
    for (int i = 0; i < count; ++i) text += i % 7 == 0 ? "Iran " : i % 3 == 0 ? "said " : "that ";
    Document document = words(text);
    Parser::Scratch scratch;
    const std::clock_t begun = std::clock();
    model()->parser.parse(document, scratch);
    expect_trees(document);
    return static_cast<double>(std::clock() - begun) / CLOCKS_PER_SEC;
  };
  seconds_for(2000);
  const double some = seconds_for(8000);
  EXPECT_LT(seconds_for(32'000), 10 * some + 0.1);  // 16 times, were it quadratic
}

// A sentence is parsed alike alone and among others.
TEST(Parser, SentencesDoNotTouchEachOther) {
  ASSERT_NE(model(), nullptr);
  Parser::Scratch scratch;
  Document alone = words("Turkey praised Oman .");
  Document among = words("Rain fell .\nTurkey praised Oman .\nNobody spoke .");
  model()->parser.parse(alone, scratch);
  model()->parser.parse(among, scratch);
  expect_trees(among);
  const auto rows = [](const std::string& conllu) { return conllu.substr(conllu.find("\n1\t")); };
  EXPECT_EQ(rows(write_conllu(alone, SentenceIndex(0))), rows(write_conllu(among, SentenceIndex(1))));
  Document none;
  model()->parser.parse(none, scratch);
  EXPECT_TRUE(none.lemma_text.empty());
}

TEST(Parser, ForeignFilesAreErrors) {
  PackedFileBuilder builder;
  builder.add_text("words", "Kabul");
  const auto file = PackedFile::from_bytes(builder.bytes(), "x.model");
  ASSERT_TRUE(file);
  const auto parser = Parser::open(*file);
  ASSERT_FALSE(parser);
  EXPECT_EQ(parser.error().place, "x.model");
}

}  // namespace
}  // namespace bayhaqi
