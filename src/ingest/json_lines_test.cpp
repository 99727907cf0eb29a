#include "ingest/json_lines.h"

#include <gtest/gtest.h>

#include <vector>

namespace bayhaqi {
namespace {

TEST(JsonLines, FieldsOfTheRecord) {
  const auto article = JsonReader().read_line(
      R"({"id":"a1","publisher":"Gazette","news_id":7,"url":"https://gazette.example/7","title":"T","published":"8 Oct 2025 21:09","dateline":"ISTANBUL","language":"en","authors":["A. B.","C. D."],"text":"Iran said no.\n\nIraq  said yes."})");
  ASSERT_TRUE(article);
  EXPECT_EQ(article->id, "a1");
  EXPECT_EQ(article->news_id, "7");
  EXPECT_EQ(article->published, "2025-10-08T21:09");
  EXPECT_EQ(article->dateline.place, "ISTANBUL");
  EXPECT_EQ(article->authors.size(), 2U);
  EXPECT_EQ(article->text, "Iran said no.\n\nIraq  said yes.");  // as given
}

TEST(JsonLines, Aliases) {
  JsonReader reader;
  const auto one = reader.read_line(
      R"({"maintext":"Iran said no.","date_publish":"2019-05-06 10:11:12","source":{"name":"Gazette"},"headline":"H","author":"A. B."})");
  ASSERT_TRUE(one);
  EXPECT_EQ(one->text, "Iran said no.");
  EXPECT_EQ(one->published, "2019-05-06T10:11");
  EXPECT_EQ(one->publisher, "Gazette");
  EXPECT_EQ(one->title, "H");
  EXPECT_EQ(one->authors, std::vector<std::string>{"A. B."});
  const auto two = reader.read_line(R"({"body":"Iran said no.","date":1759957740})");
  ASSERT_TRUE(two);
  EXPECT_EQ(two->published, "2025-10-08T21:09");
  EXPECT_TRUE(reader.read_line(R"({"content":"Iran said no."})"));
}

TEST(JsonLines, DatelineInsideTheTextStays) {
  const auto article = JsonReader().read_line(R"({"text":"ANKARA (AP) - Turkey said no."})");
  ASSERT_TRUE(article);
  EXPECT_EQ(article->dateline.place, "ANKARA");
  EXPECT_EQ(article->dateline.agency, "AP");
  EXPECT_EQ(article->text, "ANKARA (AP) - Turkey said no.");
  const auto given = JsonReader().read_line(R"({"text":"Turkey said no.","dateline":{"place":"ANKARA","agency":null}})");
  EXPECT_EQ(given->dateline.place, "ANKARA");
  EXPECT_EQ(given->dateline.agency, "");
}

TEST(JsonLines, FaultsAreSaid) {
  JsonReader reader;
  for (const char* line : {"", "not JSON", "{\"text\": \"Iran sa", "[1, 2]", "{}", "{\"text\": 5}", "{\"text\": \"\"}",
                           "{\"text\": \"...\"}", "{\"text\": null}", "{\"text\": \"a\"} x", "\"text\""}) {
    const auto article = reader.read_line(line);
    ASSERT_FALSE(article) << line;
    EXPECT_FALSE(article.error().empty());
  }
  EXPECT_TRUE(reader.read_line("{\"text\": \"Iran said no.\"}"));  // and goes on
}

TEST(JsonLines, BrokenUtf8IsMended) {
  const auto article = JsonReader().read_line("{\"text\": \"Iran\x92s minister\"}");
  ASSERT_TRUE(article);
  EXPECT_EQ(article->text, "Iran\xE2\x80\x99s minister");
}

TEST(JsonLines, WholeDocuments) {
  JsonReader reader;
  std::vector<bool> good;
  const auto take = [&](const std::expected<Article, std::string>& article) { good.push_back(article.has_value()); };
  reader.read_document("[{\"text\": \"One said no.\"}, 7, {\"text\": \"Two said no.\"}]", take);
  reader.read_document("{\n \"text\": \"Three said no.\"\n}", take);
  reader.read_document("[{\"text\": \"cut", take);
  EXPECT_EQ(good, (std::vector<bool>{true, false, true, true, false}));
}

}  // namespace
}  // namespace bayhaqi
