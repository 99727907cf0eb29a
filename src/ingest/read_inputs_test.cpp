#include "ingest/read_inputs.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "base/utf8.h"
#include "ingest/article_id.h"

namespace bayhaqi {
namespace {

namespace fs = std::filesystem;

class ReadInputs : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::temp_directory_path() /
              ("bayhaqi_read_inputs_" + std::to_string(getpid()) + "_" + testing::UnitTest::GetInstance()->current_test_info()->name());
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }

  std::string write(const std::string& name, const std::string& bytes) {
    const fs::path path = folder_ / name;
    fs::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << bytes;
    return path.string();
  }
  // One word per item: the article's text, or "!" and the reason.
  std::vector<std::string> read(const std::vector<std::string>& inputs, InputLimits limits = {}, int standard_input = 0) {
    InputReader reader(inputs, standard_input, limits);
    std::vector<std::string> out;
    while (const auto item = reader.next()) {
      EXPECT_TRUE(!item->has_value() || !(*item)->id.empty());
      out.push_back(item->has_value() ? (*item)->text : "!" + item->error().reason);
    }
    EXPECT_TRUE(reader.bytes_total() == 0 || reader.bytes_consumed() == reader.bytes_total());
    return out;
  }
  fs::path folder_;
};

TEST_F(ReadInputs, FoldersAreSortedAndHiddenFilesPassedOver) {
  write("b/2.txt", "Two said no.");
  write("b/1.txt", "One said no.");
  write("a.jsonl", "{\"text\":\"Zero said no.\"}\n");
  write(".hidden.txt", "Hidden said no.");
  write("c/picture.png", "\x89PNG");
  write("c/notes", "Three said no.");
  EXPECT_EQ(read({folder_.string()}), (std::vector<std::string>{"Zero said no.", "One said no.", "Two said no.", "Three said no."}));
}

TEST_F(ReadInputs, JsonLinesGoOnAfterFaults) {
  const std::string path =
      write("lines.jsonl", "\xEF\xBB\xBF{\"text\":\"One said no.\"}\r\n\n{\"text\": \"cut\n{}\n{\"id\":\"x\",\"text\":\"Two said no.\"}");
  InputReader reader({path});
  EXPECT_EQ((*reader.next())->text, "One said no.");
  const auto cut = *reader.next();
  ASSERT_FALSE(cut);
  EXPECT_EQ(cut.error().input, path);
  EXPECT_EQ(cut.error().offset, 29U);
  EXPECT_TRUE(cut.error().reason.starts_with("line 3: not valid JSON"));
  EXPECT_FALSE(reader.next()->has_value());
  EXPECT_EQ((*reader.next())->id, "x");
  EXPECT_FALSE(reader.next());
}

TEST_F(ReadInputs, LongLinesAreSkippedWithoutBeingHeld) {
  const std::string path = write("long.jsonl", "{\"text\":\"" + std::string(3000000, 'a') + "\"}\n{\"text\":\"One said no.\"}\n");
  EXPECT_EQ(read({path}, {.line = 1000000, .file = 1000000, .text = 1000000}),
            (std::vector<std::string>{"!line 1: the line is longer than the limit of 1000000 bytes", "One said no."}));
  EXPECT_EQ(read({path}, {.line = 4000000, .file = 1000000, .text = 1000000}),
            (std::vector<std::string>{"!line 1: the text is longer than the limit of 1000000 bytes", "One said no."}));
}

TEST_F(ReadInputs, BadFilesAreNamed) {
  fs::create_directories(folder_ / "empty");
  const std::vector<std::string> inputs = {write("empty.txt", ""),
                                           write("blank.txt", " \n"),
                                           write("binary.txt", std::string("\x7F"
                                                                           "ELF\0\0\1",
                                                                           7)),
                                           (folder_ / "none.txt").string(),
                                           (folder_ / "empty").string(),
                                           write("page.html", "<html><body><nav>Home</nav>"),
                                           write("cut.json", "{\"text\": \"Iran sa"),
                                           write("good.txt", "One said no.")};
  const std::vector<std::string> out = read(inputs);
  ASSERT_EQ(out.size(), inputs.size());
  EXPECT_EQ(out[0], "!the file is empty");
  EXPECT_EQ(out[1], "!there is no text in it");
  EXPECT_EQ(out[2], "!not text: program");
  EXPECT_EQ(out[3], "!no such file or folder");
  EXPECT_TRUE(out[4].starts_with("!the folder holds no articles"));
  EXPECT_EQ(out[5], "!the HTML page holds no article text");
  EXPECT_TRUE(out[6].starts_with("!not valid JSON"));
  EXPECT_EQ(out[7], "One said no.");
}

TEST_F(ReadInputs, JsonFilesOfThreeShapes) {
  EXPECT_EQ(read({write("one.json", "{\n  \"text\": \"One said no.\"\n}\n")}), std::vector<std::string>{"One said no."});
  EXPECT_EQ(read({write("array.json", "[{\"text\": \"One said no.\"},\n {\"text\": \"Two said no.\"}]")}).size(), 2U);
  EXPECT_EQ(read({write("lines.json", "{\"text\": \"One said no.\"}\n{\"text\": \"Two said no.\"}\n")}).size(), 2U);
}

TEST_F(ReadInputs, Utf16JsonLines) {
  std::string bytes = "\xFF\xFE";
  for (const char c : std::string("{\"text\":\"One said no.\"}\n{\"text\":\"Two said no.\"}\n")) bytes += {c, '\0'};
  EXPECT_EQ(read({write("wide.jsonl", bytes)}), (std::vector<std::string>{"One said no.", "Two said no."}));
}

TEST_F(ReadInputs, StandardInput) {
  const std::string path = write("in", "{\"text\":\"One said no.\"}\n{\"text\":\"Two said no.\"}\n");
  const int descriptor = open(path.c_str(), O_RDONLY);
  EXPECT_EQ(read({"-"}, {}, descriptor), (std::vector<std::string>{"One said no.", "Two said no."}));
  close(descriptor);
}

// Whatever is done to a text, reading gives an article in valid UTF-8 or a reason.
TEST(ReadArticle, MutatedTexts) {
  const std::string whole =
      "gazette.example\n\nNews ID: 4711\nPublish Date : 08 October 2025 - 21:09\n\nNo Troops\n\nANKARA, Oct. 8 (Wire/AP) -- \nThe envoy "
      "\xE2\x80\x94 he said so \xE2\x80\x94 left.\n"
      "{\"text\": \"MOSCOW, October 8. /TASS/. Russia said no.\", \"date\": 1759957740}\n";
  std::uint32_t seed = 11;
  const auto random = [&seed] { return (seed = seed * 1664525U + 1013904223U) >> 8U; };
  JsonReader json;
  for (int round = 0; round < 4000; ++round) {
    std::string text = whole.substr(random() % whole.size());
    for (int k = 0; k < 1 + round % 12 && !text.empty(); ++k) {
      const std::size_t at = random() % text.size();
      if (random() % 3 == 0)
        text.erase(at, random() % 30);
      else if (random() % 2 == 0)
        text[at] = static_cast<char>(random());
      else
        text.insert(at, whole.substr(random() % whole.size(), random() % 20));
    }
    for (const InputForm form : {InputForm::kText, InputForm::kSniff}) {
      const auto article = read_article(text, form);
      EXPECT_TRUE(!article || is_valid_utf8(article->text + article->title + article->dateline.place));
    }
    const auto article = json.read_line(text);
    EXPECT_TRUE(!article || is_valid_utf8(article->text));
  }
}

TEST(ArticleId, RuleOfTheRecord) {
  Article article;
  article.text = "One said no.";
  const std::string by_text = article_id(article);
  EXPECT_EQ(by_text.size(), 32U);
  article.publisher = "Gazette";
  EXPECT_EQ(article_id(article), by_text);
  article.news_id = "7";
  const std::string by_number = article_id(article);
  EXPECT_NE(by_number, by_text);
  article.text = "Two said no.";
  EXPECT_EQ(article_id(article), by_number);
  article.url = "https://gazette.example/7";
  EXPECT_NE(article_id(article), by_number);
  article.id = "given";
  EXPECT_EQ(article_id(article), "given");
}

}  // namespace
}  // namespace bayhaqi
