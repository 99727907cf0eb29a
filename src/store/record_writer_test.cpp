#include "store/record_writer.h"

#include <gtest/gtest.h>

#include "store/json_text.h"
#include "store/record_rows.h"

namespace bayhaqi {
namespace {

std::string quoted(std::string_view text) {
  std::string out;
  append_json_string(out, text);
  return out;
}

TEST(JsonText, Strings) {
  EXPECT_EQ(quoted("a\"b\\c\n\t\x01"), "\"a\\\"b\\\\c\\n\\t\\u0001\"");
  EXPECT_EQ(quoted("Erdo\xC4\x9F"
                   "an \xF0\x9F\x98\x80"),
            "\"Erdo\xC4\x9F"
            "an \xF0\x9F\x98\x80\"");
  EXPECT_EQ(quoted("\xFF"), "\"\xEF\xBF\xBD\"");
  EXPECT_EQ(quoted("\xE2\x80\xA8"), "\"\\u2028\"");
  EXPECT_EQ(quoted("\x7F"), "\"\\u007f\"");
}

TEST(JsonText, Numbers) {
  EXPECT_EQ(shortest(7.6), "7.6");
  EXPECT_EQ(shortest(-2), "-2");
  EXPECT_EQ(shortest(-0.0), "0");
  EXPECT_EQ(shortest(34.9438), "34.9438");
  EXPECT_EQ(shortest(0.1 + 0.2), "0.30000000000000004");
}

// "Iran’s Lavrov" and what follows: spans in bytes differ from those in code points after the apostrophe.
Document small_document() {
  Document document;
  document.article = {
      "a1", "-", "Gazette", "", "", "Title", "2025-10-08", {"ANKARA", ""}, {}, "en", "Iran\xE2\x80\x99s envoy met Turkey in July."};
  document.sentences = {{.span = {0, 34}, .first = {}, .last = {}, .root = {}, .paragraph = 0}};
  document.actors.resize(2);
  document.actors[0].name = "Iran";
  document.actors[0].code = "IRNGOV";
  document.actors[0].country = "IRN";
  document.actors[1].name = "Turkey";
  document.actors[1].code = "TURGOV";
  document.mentions.resize(2);
  document.mentions[0].span = {19, 25};
  document.mentions[0].actor = ActorIndex(1);
  document.mentions[1].span = {0, 14};
  document.mentions[1].actor = ActorIndex(0);
  TimeExpression time;
  time.span = {29, 33};
  time.value = "2025-07";
  time.start = "2025-07-01";
  time.end = "2025-07-31";
  document.times.push_back(time);
  Event event;
  event.id = "e1";
  event.sentence = SentenceIndex(0);
  event.trigger = {15, 18};
  event.sources = {{ActorIndex(0), {0, 14}, "IRNGOV"}, {ActorIndex(), {}, "IRNGOV"}};
  event.targets = {{ActorIndex(1), {19, 25}, "TURGOV"}};
  event.plover = "CONSULT";
  event.contexts = {"diplomatic"};
  event.cameo = "040";
  event.quad = 1;
  event.goldstein = 1;
  event.time = TimeIndex(0);
  event.confidence = 0.937;
  document.events.push_back(event);
  return document;
}

TEST(RecordWriter, WholeRecord) {
  const RecordWriter writer({"0.1.0", "abc", ""});
  EXPECT_EQ(writer.record_line(small_document()),
            "{\"schema\":\"bayhaqi/1\",\"coder\":{\"version\":\"0.1.0\",\"lexicon\":\"abc\",\"model\":null},"
            "\"article\":{\"id\":\"a1\",\"input\":\"-\",\"publisher\":\"Gazette\",\"news_id\":null,\"url\":null,\"title\":\"Title\","
            "\"published\":\"2025-10-08\","
            "\"dateline\":{\"place\":\"ANKARA\",\"agency\":null},\"authors\":[],\"language\":\"en\",\"text\":\"Iran\xE2\x80\x99s envoy met "
            "Turkey in July.\"},"
            "\"sentences\":[[0,32]],"
            "\"actors\":[{\"name\":\"Iran\",\"code\":\"IRNGOV\",\"country\":\"IRN\",\"sector\":null,\"id\":null,\"roles\":[],\"mentions\":["
            "[0,12]]},"
            "{\"name\":\"Turkey\",\"code\":\"TURGOV\",\"country\":null,\"sector\":null,\"id\":null,\"roles\":[],\"mentions\":[[17,23]]}],"
            "\"statements\":[],"
            "\"events\":[{\"id\":\"e1\",\"sentence\":0,\"trigger\":[13,16],\"source\":[\"IRNGOV\"],\"target\":[\"TURGOV\"],\"source_"
            "actors\":[0,null],\"target_actors\":[1],"
            "\"source_spans\":[[0,12],null],\"target_spans\":[[17,23]],\"plover\":{\"event\":\"CONSULT\",\"mode\":null,\"context\":["
            "\"diplomatic\"]},\"cameo\":\"040\",\"quad\":1,"
            "\"goldstein\":1,\"status\":\"actual\",\"status_span\":null,\"date\":{\"value\":\"2025-07\",\"start\":\"2025-07-01\",\"end\":\"2025-07-31\","
            "\"span\":[27,31]},\"place\":null,"
            "\"claimed_by\":[],\"statement\":null,\"confidence\":0.94,\"rule\":null}],"
            "\"times\":[{\"span\":[27,31],\"type\":\"DATE\",\"value\":\"2025-07\"}],\"places\":[]}");
}

// A place with its precision, its region and the numbers of its country; one that isn't resolved has none.
TEST(RecordWriter, PlacesAndWhatTheyStandFor) {
  Document document = small_document();
  PlaceMention place;
  place.span = {19, 25};
  place.name = "Bagram";
  place.country = "AFG";
  place.region = "Parwan";
  place.cow = 700;
  place.gw = 700;
  place.latitude = 34.9;
  place.longitude = 69.3;
  place.geonames = 1147540;
  place.precision = PlacePrecision::kCity;
  document.places = {place, PlaceMention{}};
  document.places[1].span = {0, 4};
  document.events[0].place = PlaceIndex(0);
  const std::string line = RecordWriter({"0.1.0", "", ""}).record_line(document);
  EXPECT_NE(line.find(R"("place":{"country":"AFG","name":"Bagram","lat":34.9,"lon":69.3,"geonames":1147540,"precision":"city","region":"Parwan","cow":700,"gw":700,"span":[17,23]})"), std::string::npos) << line;
  EXPECT_NE(line.find(R"({"span":[0,4],"name":null,"country":null,"lat":null,"lon":null,"geonames":null,"precision":null,"region":null,"cow":null,"gw":null})"), std::string::npos) << line;
  const auto rows = rows_of_record(line);
  ASSERT_TRUE(rows);
  EXPECT_EQ(rows->events[0].precision, "city");
  EXPECT_EQ(rows->events[0].region, "Parwan");
  EXPECT_EQ(rows->places[0].cow, 700);
  EXPECT_FALSE(rows->places[1].gw);
}

// What is written can be read back: the words of every span.
TEST(RecordWriter, RowsOfWhatIsWritten) {
  const Document document = small_document();
  const auto rows = rows_of_record(RecordWriter({"0.1.0", "", ""}).record_line(document));
  ASSERT_TRUE(rows);
  EXPECT_EQ(rows->article.text, document.article.text);
  EXPECT_EQ(rows->sentences[0].text, document.article.text);
  EXPECT_EQ(rows->events[0].trigger, document.words(document.events[0].trigger));
  EXPECT_EQ(rows->events[0].date_start, "2025-07-01");
  EXPECT_EQ(rows->times[0].words, "July");
  ASSERT_EQ(rows->events[0].parties.size(), 2U);
  EXPECT_EQ(rows->events[0].parties[0].words, document.words(document.mentions[1].span));
  EXPECT_EQ(rows->events[0].parties[1].words, "Turkey");
}

TEST(RecordWriter, ErrorLine) {
  EXPECT_EQ(RecordWriter::error_line("a \"b\".txt", 12, "the file is empty"),
            "{\"schema\":\"bayhaqi/1\",\"error\":{\"input\":\"a \\\"b\\\".txt\",\"offset\":12,\"reason\":\"the file is empty\"}}");
}

TEST(RecordWriter, SameBytesTwice) {
  const RecordWriter writer({"0.1.0", "abc", "def"});
  EXPECT_EQ(writer.record_line(small_document()), writer.record_line(small_document()));
}

}  // namespace
}  // namespace bayhaqi
