// What holds for any text: the laws of a document, the same result for two runs, no crash on texts that are out of shape.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "support/document_laws.h"
#include "support/golden_case.h"
#include "support/mutations.h"
#include "support/whole_program.h"

namespace bayhaqi::testing_support {
namespace {

namespace fs = std::filesystem;

constexpr std::uint32_t kMutatedTexts = 300;
constexpr std::string_view kDay = "2025-10-08";

std::vector<fs::path> files_of(const char* folder, const char* extension) {
  std::vector<fs::path> paths;
  for (const auto& entry : fs::recursive_directory_iterator(fs::path(BAYHAQI_SOURCE_DIR) / folder)) {
    if (entry.path().extension() == extension) paths.push_back(entry.path());
  }
  std::ranges::sort(paths);
  return paths;
}

// Paragraphs of the sample dispatches and the sentences of the golden cases.
std::vector<std::string> texts() {
  std::vector<std::string> all;
  for (const fs::path& path : files_of("samples", ".txt")) {
    const std::string text = content_of(path);
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t end = std::min(text.find("\n\n", begin), text.size());
      if (end > begin) all.push_back(text.substr(begin, end - begin));
      begin = end + 2;
    }
  }
  for (const fs::path& path : files_of("tests/golden", ".case")) {
    if (const auto golden = read_golden_case(content_of(path))) all.push_back(golden->text);
  }
  return all;
}

void expect_lawful(const Document& document) {
  const auto broken = broken_laws(document);
  std::string all;
  for (const std::string& each : broken) all += each + "\n";
  EXPECT_TRUE(broken.empty()) << document.article.text << "\n" << all;
}

TEST(Properties, SamplesKeepTheLaws) {
  const Coder* coder = whole_program();
  ASSERT_NE(coder, nullptr);
  Workspace workspace;
  std::size_t events = 0;
  for (const fs::path& path : files_of("samples", ".txt")) {
    const Document document = coded(*coder, workspace, content_of(path), kDay);
    expect_lawful(document);
    events += document.events.size();
  }
  EXPECT_GT(events, 20U);
}

// The second run has a used workspace and a cleared document, and other articles in between.
TEST(Properties, TheSameTextGivesTheSameRecord) {
  const Coder* coder = whole_program();
  ASSERT_NE(coder, nullptr);
  Workspace used;
  Document reused;
  for (const fs::path& path : files_of("samples", ".txt")) {
    const std::string text = content_of(path);
    Workspace fresh;
    const Document first = coded(*coder, fresh, text, kDay);
    reused.clear();
    reused.article = first.article;
    coder->code(reused, used);
    EXPECT_EQ(all_layers(first), all_layers(reused)) << path;
  }
}

TEST(Properties, StoppingEarlyFillsNoLaterLayer) {
  const Coder* coder = whole_program();
  ASSERT_NE(coder, nullptr);
  Workspace workspace;
  for (const std::string_view last : Coder::stage_names()) {
    Document document;
    document.article.published = kDay;
    document.article.text = "Iran condemned Israel in Paris on Monday, French officials said.";
    coder->code(document, workspace, last);
    EXPECT_EQ(document.events.empty(), last != "events") << last;
    EXPECT_EQ(document.statements.empty(), last != "events" && last != "statements") << last;
    EXPECT_FALSE(document.tokens.empty());
  }
}

TEST(Properties, TextsOutOfShapeAreCodedOrLeftEmpty) {
  const Coder* coder = whole_program();
  ASSERT_NE(coder, nullptr);
  Workspace workspace;
  const auto all = texts();
  ASSERT_FALSE(all.empty());
  for (std::uint32_t i = 0; i < kMutatedTexts; ++i) {
    const std::string text = mutated(all[i * 7 % all.size()], i, i);
    RecordProperty("last", static_cast<int>(i));
    expect_lawful(coded(*coder, workspace, text, i % 5 == 0 ? std::string_view{} : kDay));
  }
}

// Texts that once broke a law or crashed, in words of their own.
TEST(Properties, TextsThatOnceBrokeALaw) {
  const Coder* coder = whole_program();
  ASSERT_NE(coder, nullptr);
  Workspace workspace;
  for (const char* text : {
           "Iran left the",
           "Troops left late",
           "oman said its army had left the border. it asked the united nations to send observers, officials said.",
           "\"we have waited long enough,\" the minister said, \"and we will go.\" oman welcomed it and said iran had agreed.",
           "the official agency said on saturday that guards had fired. the army did not want war, the agency said, and would stay. it proposed that the two countries hold talks.",
       }) {
    expect_lawful(coded(*coder, workspace, text, kDay));
  }
}

TEST(Properties, TextsWithoutWordsGiveNothing) {
  const Coder* coder = whole_program();
  ASSERT_NE(coder, nullptr);
  Workspace workspace;
  for (const char* text : {"", " ", "\n\n\n", ".", "\u201C\u201D", "\u200B", "\uFFFD\uFFFD", "1", "((((((", "\xC2\xA0"}) {
    const Document document = coded(*coder, workspace, text, kDay);
    expect_lawful(document);
    EXPECT_TRUE(document.events.empty());
    EXPECT_TRUE(document.actors.empty());
  }
}

}  // namespace
}  // namespace bayhaqi::testing_support
