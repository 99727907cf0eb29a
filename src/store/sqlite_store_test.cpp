#include "store/sqlite_store.h"

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "store/query.h"
#include "store/table_writer.h"

namespace bayhaqi {
namespace {

namespace fs = std::filesystem;

// One sentence, one event, one statement.
std::string record(const std::string& id, const std::string& event_id, const std::string& source = "IRNGOV",
                   const std::string& cameo = "046") {
  return R"({"schema":"bayhaqi/1","coder":{"version":"1","lexicon":null,"model":null},"article":{"id":")" + id +
         R"(","input":"-","publisher":"Gazette","news_id":null,"url":null,"title":"T","published":"2025-10-08T21:09","dateline":{"place":null,"agency":null},"authors":["A","B"],)"
         R"("language":"en","text":"Iran’s envoy met Turkey in July, he said."},"sentences":[[0,41]],)"
         R"("actors":[{"name":"Iran","code":"IRNGOV","country":"IRN","sector":"GOV","id":"iran","roles":[],"mentions":[[0,12]]},)"
         R"({"name":"Turkey","code":"TUR","country":"TUR","sector":null,"id":null,"roles":[],"mentions":[[17,23]]}],)"
         R"("statements":[{"speaker":0,"speaker_span":[33,35],"code":"IRNGOV","name":"Ali Example","to":["MED"],"cue":[36,40],"content":[[0,31]],"form":"indirect","parent":null}],)"
         R"("events":[{"id":")" +
         event_id + R"(","sentence":0,"trigger":[13,16],"source":[")" + source +
         R"("],"target":["TUR"],"source_actors":[0],"target_actors":[1],"source_spans":[[0,12]],"target_spans":[[17,23]],)"
         R"("plover":{"event":"CONSULT","mode":null,"context":["diplomatic"]},"cameo":")" +
         cameo +
         R"(","quad":1,"goldstein":7,"status":"actual","date":{"value":"2025-07","start":"2025-07-01","end":"2025-07-31","span":[27,31]},)"
         R"("place":{"country":"TUR","name":"Ankara","lat":39.9,"lon":32.8,"geonames":null,"precision":"city","region":null,"cow":640,"gw":640,"span":[17,23]},"claimed_by":["IRNGOV"],"statement":0,"confidence":0.94,"rule":"lexicon/x.txt:3"}],)"
         R"("times":[{"span":[27,31],"type":"DATE","value":"2025-07"}],"places":[{"span":[17,23],"name":"Turkey","country":"TUR","lat":null,"lon":null,"geonames":298795,"precision":"country","region":null,"cow":640,"gw":640}]})";
}

class Store : public testing::Test {
 protected:
  void SetUp() override {
    path_ = (fs::temp_directory_path() /
             ("bayhaqi_store_" + std::to_string(getpid()) + "_" + testing::UnitTest::GetInstance()->current_test_info()->name() + ".db"))
                .string();
    remove_files();
  }
  void TearDown() override { remove_files(); }
  void remove_files() const {
    for (const char* end : {"", "-journal", "-wal", "-shm"}) fs::remove(path_ + end);
  }
  SqliteStore opened() {
    auto store = SqliteStore::open(path_);
    EXPECT_TRUE(store) << store.error().text();
    return std::move(*store);
  }
  static std::vector<std::string> event_ids(SqliteStore& store, const EventFilter& filter) {
    std::vector<std::string> ids;
    const auto listed = list_events(store, filter, [&](const EventRow& row) {
      ids.push_back(row.id);
      return true;
    });
    EXPECT_TRUE(listed) << listed.error().text();
    return ids;
  }
  std::string path_;
};

TEST_F(Store, RowsOfARecord) {
  const auto rows = rows_of_record(record("a", "e1"));
  ASSERT_TRUE(rows);
  ASSERT_EQ(rows->events.size(), 1U);
  const EventRow& event = rows->events[0];
  EXPECT_EQ(event.trigger, "met");
  EXPECT_EQ(event.source, "IRNGOV");
  EXPECT_EQ(event.goldstein, 7);
  EXPECT_EQ(event.sentence_text, "Iran\xE2\x80\x99s envoy met Turkey in July, he said.");
  ASSERT_EQ(event.parties.size(), 2U);
  EXPECT_EQ(event.parties[1].words, "Turkey");
  EXPECT_EQ(rows->statements[0].content, "Iran\xE2\x80\x99s envoy met Turkey in July");
  EXPECT_EQ(rows->statements[0].speaker, "he");
  EXPECT_EQ(rows->article.authors, "A;B");
  EXPECT_EQ(rows->spans.size(), 12U);
}

TEST_F(Store, WhatIsNoRecordIsRefused) {
  SqliteStore store = opened();
  for (const char* line : {"", "x", "[]", "{}", R"({"schema":"bayhaqi/2","article":{}})",
                           R"({"schema":"bayhaqi/1","error":{"input":"x","offset":0,"reason":"y"}})"})
    EXPECT_FALSE(store.add(line)) << line;
  EXPECT_TRUE(store.add(record("a", "e1")));
}

TEST_F(Store, CodingAgainReplacesRows) {
  SqliteStore store = opened();
  ASSERT_TRUE(store.add(record("a", "e1")));
  ASSERT_TRUE(store.add(record("b", "e2")));
  ASSERT_TRUE(store.commit());
  ASSERT_TRUE(store.add(record("a", "e3")));
  ASSERT_TRUE(store.commit());
  EXPECT_EQ(event_ids(store, {}), (std::vector<std::string>{"e3", "e2"}));
  for (const auto& [table, count] : {std::pair{"articles", 2},
                                     {"sentences", 2},
                                     {"actors", 4},
                                     {"statements", 2},
                                     {"events", 2},
                                     {"parties", 4},
                                     {"spans", 24},
                                     {"times", 2},
                                     {"places", 2}}) {
    EXPECT_EQ(*store.connection().number("SELECT count(*) FROM " + std::string(table)), count) << table;
  }
  EXPECT_EQ(*find_record(store, "a"), record("a", "e3"));
}

TEST_F(Store, WhatIsNotCommittedIsDropped) {
  {
    SqliteStore store = opened();
    ASSERT_TRUE(store.add(record("a", "e1")));
    ASSERT_TRUE(store.commit());
    ASSERT_TRUE(store.add(record("b", "e2")));
  }
  SqliteStore store = opened();
  EXPECT_EQ(event_ids(store, {}), std::vector<std::string>{"e1"});
}

TEST_F(Store, KilledInTheMiddleHoldsWholeArticles) {
  for (const int microseconds : {500, 3000, 9000, 20000, 40000}) {
    const pid_t child = fork();
    if (child == 0) {
      auto store = SqliteStore::open(path_);
      for (int i = 0; store && i < 100000; ++i) {
        static_cast<void>(store->add(record("a" + std::to_string(i), "e" + std::to_string(i))));
        if (i % 7 == 6) static_cast<void>(store->commit());
      }
      _exit(0);
    }
    usleep(static_cast<useconds_t>(microseconds));
    kill(child, SIGKILL);
    waitpid(child, nullptr, 0);
    SqliteStore store = opened();
    const auto articles = *store.connection().number("SELECT count(*) FROM articles");
    EXPECT_EQ(*store.connection().number("SELECT count(*) FROM events"), articles);
    EXPECT_EQ(*store.connection().number("SELECT count(*) FROM spans"), articles * 12);
    EXPECT_EQ(*store.connection().number("SELECT count(*) FROM pragma_integrity_check WHERE integrity_check <> 'ok'"), 0);
  }
}

TEST_F(Store, ForeignFilesAreLeftAlone) {
  std::ofstream(path_) << "This is no database, but a text of some length that stands in a file.";
  EXPECT_FALSE(SqliteStore::open(path_));
  remove_files();
  {
    auto foreign = SqliteConnection::open(path_, SqliteConnection::Mode::kCreate);
    ASSERT_TRUE(foreign->execute("CREATE TABLE mine (x)"));
  }
  const auto refused = SqliteStore::open(path_);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::kFormat);
  remove_files();
  {
    SqliteStore store = opened();
    EXPECT_TRUE(store.connection().execute("PRAGMA user_version = 99"));
  }
  EXPECT_EQ(SqliteStore::open(path_).error().code, ErrorCode::kVersion);
  EXPECT_EQ(SqliteStore::open_read_only(path_ + ".none").error().code, ErrorCode::kNotFound);
  EXPECT_FALSE(SqliteStore::open("/nowhere/at/all.db"));
}

TEST_F(Store, Filters) {
  SqliteStore store = opened();
  ASSERT_TRUE(store.add(record("a", "e1")));
  ASSERT_TRUE(store.add(record("b", "f2", "ISRMIL", "190")));
  ASSERT_TRUE(store.commit());
  const std::vector<std::string> both = {"e1", "f2"};
  const std::vector<std::string> first = {"e1"};
  EXPECT_EQ(event_ids(store, {.actor = "TUR"}), both);
  EXPECT_EQ(event_ids(store, {.actor = "IRN"}), first);
  EXPECT_EQ(event_ids(store, {.source = "IRNGOV"}), first);
  EXPECT_TRUE(event_ids(store, {.target = "IRN"}).empty());
  EXPECT_EQ(event_ids(store, {.target = "turkey"}), both);
  EXPECT_EQ(event_ids(store, {.category = "consult"}), both);
  EXPECT_EQ(event_ids(store, {.code = "04"}), first);
  EXPECT_TRUE(event_ids(store, {.status = "planned"}).empty());
  EXPECT_EQ(event_ids(store, {.from = "2025-07", .to = "2025-07"}), both);
  EXPECT_TRUE(event_ids(store, {.from = "2025-08"}).empty());
  EXPECT_EQ(event_ids(store, {.text = "ENVOY MET"}), both);
  EXPECT_EQ(event_ids(store, {.limit = 1}), first);
  EXPECT_EQ(list_events(store, {.from = "soon"}, [](const EventRow&) { return true; }).error().code, ErrorCode::kUsage);
  EXPECT_EQ(*list_statements(store, {.source = "Example", .text = "july"}, [](const StatementRow&) { return true; }), 2U);
  EXPECT_EQ(*list_statements(store, {.target = "MED"}, [](const StatementRow&) { return true; }), 2U);
  EXPECT_EQ(*list_statements(store, {.source = "RUS"}, [](const StatementRow&) { return true; }), 0U);
}

TEST_F(Store, EventById) {
  SqliteStore store = opened();
  ASSERT_TRUE(store.add(record("a", "e12")));
  ASSERT_TRUE(store.add(record("b", "e13")));
  ASSERT_TRUE(store.add(record("c", "e1")));
  EXPECT_EQ(find_event(store, "e12")->event.article_id, "a");
  EXPECT_EQ(find_event(store, "e1")->event.article_id, "c");
  EXPECT_EQ(find_event(store, "e13")->record, record("b", "e13"));
  EXPECT_EQ(find_event(store, "e").error().code, ErrorCode::kUsage);
  EXPECT_EQ(find_event(store, "x").error().code, ErrorCode::kNotFound);
}

TEST(TableWriter, CsvQuotesWhatNeedsIt) {
  EventRow row;
  row.id = "e1";
  row.title = "He said \"no\", twice";
  row.sentence_text = "line\nbreak";
  const std::string csv = csv_row(row);
  EXPECT_NE(csv.find("\"He said \"\"no\"\", twice\""), std::string::npos);
  EXPECT_NE(csv.find("\"line\nbreak\""), std::string::npos);
  EXPECT_TRUE(csv.ends_with("\r\n"));
  const auto commas = [](const std::string& line) { return std::count(line.begin(), line.end(), ','); };
  EXPECT_EQ(commas(csv_event_head()), commas(csv) - 1);
  EXPECT_TRUE(csv_event_head().starts_with("event_id,article_id,"));
}

TEST(TableWriter, TableIsAlignedAndCut) {
  EventRow row;
  row.id = "0123456789abcdef";
  row.date = "2025-07";
  row.source = "IRNGOV";
  row.sentence_text = "A long sentence about many things that can't stand in eighty columns of a terminal.";
  TextTable table = TextTable::of_events();
  table.add(row);
  const std::string text = table.text(100);
  EXPECT_NE(text.find("0123456789  2025-07  IRNGOV"), std::string::npos);
  EXPECT_NE(text.find("\xE2\x80\xA6\n"), std::string::npos);
  EXPECT_EQ(table.text(0).find("\xE2\x80\xA6"), std::string::npos);
}

TEST(TableWriter, JsonRowsHaveTypes) {
  EventRow row;
  row.id = "e1";
  row.goldstein = -2.5;
  const std::string json = json_row(row);
  EXPECT_TRUE(json.starts_with("{\"event_id\":\"e1\",\"article_id\":null"));
  EXPECT_NE(json.find("\"goldstein\":-2.5"), std::string::npos);
  EXPECT_NE(json.find("\"quad\":null"), std::string::npos);
}

}  // namespace
}  // namespace bayhaqi
