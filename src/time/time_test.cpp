// Expressions of news English and their values, without a model: words in a row, and trees by hand where tense decides.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "support/compiled.h"
#include "support/hand_tree.h"
#include "time/calendar_value.h"
#include "time/find_times.h"
#include "time/governing.h"

namespace bayhaqi {
namespace {

using testing_support::hand_tree;
using testing_support::plain_words;
using testing_support::token_of;

const TimeRules& rules() {
  static const auto kCompiled = testing_support::compiled<TimeRules>(compile_times, testing_support::source_folder("lexicon"), testing_support::source_folder("ontology"));
  return kCompiled.rules;
}

// "expression=value" for each expression that is found.
std::string times_of(Document document, std::string_view published) {
  document.article.published = published;
  find_times(document, rules());
  std::string out;
  for (const TimeExpression& time : document.times) out += (out.empty() ? "" : "; ") + std::string(document.words(time.span)) + "=" + time.value;
  return out;
}

struct Row {
  std::string_view text;
  std::string_view wanted;
};

// Published on a Wednesday.
constexpr std::string_view kWednesday = "2025-10-08";

TEST(Times, DaysAndWeekdays) {
  for (const Row& row : std::vector<Row>{
           {"it fell today", "today=2025-10-08"},
           {"it fell yesterday", "yesterday=2025-10-07"},
           {"it falls tomorrow", "tomorrow=2025-10-09"},
           {"it fell on Monday", "Monday=2025-10-06"},
           {"it fell on Wednesday", "Wednesday=2025-10-08"},
           {"it fell on Thursday", "Thursday=2025-10-02"},
           {"it fell last Wednesday", "last Wednesday=2025-10-01"},
           {"it falls next Monday", "next Monday=2025-10-13"},
           {"it fell Tuesday night", "Tuesday night=2025-10-07TNI"},
           {"it fell on Sunday morning", "Sunday morning=2025-10-05TMO"},
           {"at noon on Thursday", "noon on Thursday=2025-10-02T12:00"},
           {"it fell tonight", "tonight=2025-10-08TNI"},
           {"it fell last night", "last night=2025-10-07TNI"},
           {"it fell this morning", "this morning=2025-10-08TMO"},
           {"it fell yesterday afternoon", "yesterday afternoon=2025-10-07TAF"},
           {"it fell two days ago", "two days ago=2025-10-06"},
       }) {
    EXPECT_EQ(times_of(plain_words(row.text), kWednesday), row.wanted);
  }
}

TEST(Times, WeeksMonthsAndYears) {
  for (const Row& row : std::vector<Row>{
           {"it fell last week", "last week=2025-W40"},
           {"it falls next week", "next week=2025-W42"},
           {"it falls this week", "this week=2025-W41"},
           {"it fell two weeks ago", "two weeks ago=2025-W39"},
           {"it fell last month", "last month=2025-09"},
           {"late last month", "late last month=2025-09"},
           {"it falls next month", "next month=2025-11"},
           {"it fell three months ago", "three months ago=2025-07"},
           {"it fell last year", "last year=2024"},
           {"earlier this year", "earlier this year=2025"},
           {"it fell two years ago", "two years ago=2023"},
           {"it fell a decade ago", "a decade ago=201"},
           {"it fell over the weekend", "the weekend=2025-W40-WE"},
           {"it fell last weekend", "last weekend=2025-W40-WE"},
           {"it fell last summer", "last summer=2024-SU"},
           {"it fell in September", "September=2025-09"},
           {"it fell in December", "December=2024-12"},
           {"it fell last July", "last July=2025-07"},
           {"it fell in 2008", "2008=2008"},
           {"it fell in the 1990s", "the 1990s=199"},
       }) {
    EXPECT_EQ(times_of(plain_words(row.text), kWednesday), row.wanted);
  }
}

TEST(Times, DatesOfTheCalendar) {
  for (const Row& row : std::vector<Row>{
           {"it fell on August 30 , 2021 .", "August 30 , 2021=2021-08-30"},
           {"it fell on 8 October 2025", "8 October 2025=2025-10-08"},
           {"it fell on Oct. 3", "Oct. 3=2025-10-03"},
           {"the deadline is November 20", "November 20=2025-11-20"},
           {"it fell on April 20", "April 20=2025-04-20"},
           {"it fell in May 1945", "May 1945=1945-05"},
           {"the 4th of July", "the 4th of July=2025-07-04"},
           {"it fell in mid-August", "mid-August=2025-08"},
           {"it fell in early April", "early April=2025-04"},
           {"it fell on 2019 - 04 - 21", "2019 - 04 - 21=2019-04-21"},
           {"it fell on Christmas Day", "Christmas Day=2024-12-25"},
           {"it fell on Easter 2016", "Easter 2016=2016-03-27"},
           {"on the night of April 14", "the night of April 14=2025-04-14TNI"},
       }) {
    EXPECT_EQ(times_of(plain_words(row.text), kWednesday), row.wanted);
  }
}

TEST(Times, DurationsSetsAndVagueWords) {
  for (const Row& row : std::vector<Row>{
           {"it took three days", "three days=P3D"},
           {"it took a week", "a week=P1W"},
           {"it took four hours", "four hours=PT4H"},
           {"it took half an hour", "half an hour=PT30M"},
           {"it took several months", "several months=PXM"},
           {"it took two decades", "two decades=P20Y"},
           {"it took centuries", "centuries=PXCE"},
           {"over the last three years", "the last three years=P3Y"},
           {"it falls daily", "daily=P1D"},
           {"it falls every year", "every year=P1Y"},
           {"it fell recently", "recently=PAST_REF"},
           {"it falls soon", "soon=FUTURE_REF"},
           {"it falls now", "now=PRESENT_REF"},
           {"in recent years", "recent years=PAST_REF"},
       }) {
    EXPECT_EQ(times_of(plain_words(row.text), kWednesday), row.wanted);
  }
}

TEST(Times, WhatIsNoTime) {
  for (const char* text : {"a 20 year old man", "they march on", "he may go", "$ 2000", "the second army", "in the first place", "he has two sons"}) {
    EXPECT_EQ(times_of(plain_words(text), kWednesday), "") << text;
  }
  EXPECT_EQ(times_of(hand_tree("1500/NUM/nummod:2 people/NOUN/nsubj:3/people/Number=Plur left/VERB/root:0"), kWednesday), "");
}

TEST(Times, ExpressionsLeanOnTheDayMentionedLast) {
  EXPECT_EQ(times_of(plain_words("it fell on August 30 , 2021 , and rose six days earlier"), kWednesday), "August 30 , 2021=2021-08-30; six days earlier=2021-08-24");
  EXPECT_EQ(times_of(plain_words("it fell on August 30 , 2021 , and rose the next day"), kWednesday), "August 30 , 2021=2021-08-30; the next day=2021-08-31");
  EXPECT_EQ(times_of(plain_words("it fell on March 1 , 1999 , and rose a day later"), kWednesday), "March 1 , 1999=1999-03-01; a day later=1999-03-02");
}

TEST(Times, TheVerbDecidesWhichWay) {
  EXPECT_EQ(times_of(hand_tree("Iran/PROPN/nsubj:3 will/AUX/aux:3 vote/VERB/root:0 on/ADP/case:5 Friday/PROPN/obl:3"), kWednesday), "Friday=2025-10-10");
  EXPECT_EQ(times_of(hand_tree("Iran/PROPN/nsubj:2 voted/VERB/root:0/vote/Tense=Past|VerbForm=Fin on/ADP/case:4 Friday/PROPN/obl:2"), kWednesday), "Friday=2025-10-03");
  EXPECT_EQ(times_of(hand_tree("Iran/PROPN/nsubj:3 will/AUX/aux:3 vote/VERB/root:0 in/ADP/case:5 December/PROPN/obl:3"), kWednesday), "December=2025-12");
  EXPECT_EQ(times_of(hand_tree("Iran/PROPN/nsubj:3 will/AUX/aux:3 vote/VERB/root:0 in/ADP/case:5 March/PROPN/obl:3"), kWednesday), "March=2026-03");
}

TEST(Times, TimetablesAndIntentionsLookAhead) {
  EXPECT_EQ(times_of(hand_tree("He/PRON/nsubj:2 takes/VERB/root:0/take/Tense=Pres|VerbForm=Fin office/NOUN/obj:2 on/ADP/case:5 Friday/PROPN/obl:2"), kWednesday), "Friday=2025-10-10");
  EXPECT_EQ(times_of(hand_tree("He/PRON/nsubj:4 is/AUX/cop:4/be/Tense=Pres|VerbForm=Fin to/PART/mark:4 visit/VERB/root:0/visit/VerbForm=Inf on/ADP/case:6 Friday/PROPN/obl:4"), kWednesday), "Friday=2025-10-10");
  EXPECT_EQ(times_of(hand_tree("He/PRON/nsubj:2 agreed/VERB/root:0/agree/Tense=Past|VerbForm=Fin to/PART/mark:4 leave/VERB/xcomp:2/leave/VerbForm=Inf on/ADP/case:6 Friday/PROPN/obl:4"), kWednesday), "Friday=2025-10-10");
  EXPECT_EQ(times_of(hand_tree("He/PRON/nsubj:2 agreed/VERB/root:0/agree/Tense=Past|VerbForm=Fin on/ADP/case:4 Friday/PROPN/obl:2 to/PART/mark:6 leave/VERB/xcomp:2/leave/VerbForm=Inf"), kWednesday), "Friday=2025-10-03");
  EXPECT_EQ(times_of(hand_tree("Friday/PROPN/nmod:poss:3 ~'s/PART/case:1 ruling/NOUN/nsubj:4 gives/VERB/root:0/give/Tense=Pres|VerbForm=Fin hope/NOUN/obj:4"), kWednesday), "Friday=2025-10-03");
}

TEST(Times, WithoutADayOfPublicationRelativeWordsHaveNoValue) {
  EXPECT_EQ(times_of(plain_words("it fell last week and yesterday"), ""), "");
  EXPECT_EQ(times_of(plain_words("it fell on August 30 , 2021 and in 1999"), ""), "August 30 , 2021=2021-08-30; 1999=1999");
  EXPECT_EQ(times_of(plain_words("it fell in September"), ""), "September=XXXX-09");
}

TEST(Times, DaysCovered) {
  const auto covered = [](std::string_view value) { return days_covered(value).first + ".." + days_covered(value).second; };
  EXPECT_EQ(covered("2024-02"), "2024-02-01..2024-02-29");
  EXPECT_EQ(covered("2025-W01"), "2024-12-30..2025-01-05");
  EXPECT_EQ(covered("2025-W40-WE"), "2025-10-04..2025-10-05");
  EXPECT_EQ(covered("2025-10-08TNI"), "2025-10-08..2025-10-08");
  EXPECT_EQ(covered("199"), "1990-01-01..1999-12-31");
  EXPECT_EQ(covered("2025-Q3"), "2025-07-01..2025-09-30");
  EXPECT_EQ(covered("2024-WI"), "2024-12-01..2025-02-28");
  for (const char* none : {"P3D", "PAST_REF", "XXXX-09", ""}) EXPECT_EQ(covered(none), "..") << none;
}

// Words that open an expression and end the text.
TEST(Times, TextsThatBreakOffGiveNothing) {
  for (const char* text : {"the", "it fell on the", "late", "early in", "the night of", "last", "the last", "a", "half a", "about", "the next", "more than", "on the 4th of", "mid-"}) {
    EXPECT_EQ(times_of(plain_words(text), kWednesday), "") << text;
  }
}

// What dates the act with this form; "-" if nothing does.
std::string date_of(std::string_view notation, std::string_view act) {
  Document document = hand_tree(notation);
  document.article.published = kWednesday;
  find_times(document, rules());
  const TimeIndex time = governing_time(document, token_of(document, act));
  return time ? act_date(document.times[time.value]).value : "-";
}

TEST(GoverningTime, HangsOnTheActOrWhatItHangsOn) {
  constexpr std::string_view kRelative =
      "France/PROPN/nsubj:6 which/PRON/nsubj:3 condemned/VERB/acl:relcl:1 Iran/PROPN/obj:3 July/PROPN/obl:3 praised/VERB/root:0 Oman/PROPN/obj:6 on/ADP/case:9 Tuesday/PROPN/obl:6";
  EXPECT_EQ(date_of(kRelative, "condemned"), "2025-07");
  EXPECT_EQ(date_of(kRelative, "praised"), "2025-10-07");
  EXPECT_EQ(date_of("The/DET/det:3 2003/NUM/nummod:3 invasion/NOUN/nsubj:4 failed/VERB/root:0", "invasion"), "2003");
  EXPECT_EQ(date_of("Iran/PROPN/nsubj:2 began/VERB/root:0 to/PART/mark:4 fire/VERB/xcomp:2 yesterday/NOUN/obl:unmarked:2", "fire"), "2025-10-07");
}

TEST(GoverningTime, GoesThroughPlacesAndLaterVerbs) {
  EXPECT_EQ(date_of("Bombs/NOUN/nsubj:2 exploded/VERB/root:0 in/ADP/case:4 Nairobi/PROPN/obl:2 on/ADP/case:6 Tuesday/PROPN/nmod:4", "exploded"), "2025-10-07");
  constexpr std::string_view kLater = "Iran/PROPN/nsubj:2 attacked/VERB/root:0 on/ADP/case:4 Sunday/PROPN/obl:2 and/CCONJ/cc:6 warned/VERB/conj:2 Iraq/PROPN/obj:6";
  EXPECT_EQ(date_of(kLater, "warned"), "2025-10-05");
  EXPECT_EQ(date_of("Iran/PROPN/nsubj:2 attacked/VERB/root:0 on/ADP/case:4 Sunday/PROPN/obl:2 and/CCONJ/cc:7 Iraq/PROPN/nsubj:7 warned/VERB/conj:2", "warned"), "-");
  EXPECT_EQ(date_of("Iran/PROPN/nsubj:2 attacked/VERB/root:0 on/ADP/case:4 Sunday/PROPN/obl:2 as/SCONJ/mark:7 crowds/NOUN/nsubj:7 marched/VERB/advcl:2", "marched"), "2025-10-05");
}

TEST(GoverningTime, WhatStandsApartHasItsOwnTime) {
  EXPECT_EQ(date_of("They/PRON/nsubj:2 left/VERB/root:0 on/ADP/case:4 Monday/PROPN/obl:2 after/ADP/case:7 the/DET/det:7 attack/NOUN/obl:2", "attack"), "-");
  EXPECT_EQ(date_of("They/PRON/nsubj:2 left/VERB/root:0 on/ADP/case:4 Monday/PROPN/obl:2 to/PART/mark:6 mediate/VERB/xcomp:2/mediate/VerbForm=Inf", "mediate"), "-");
  constexpr std::string_view kTwo = "On/ADP/case:2 Tuesday/PROPN/obl:4 they/PRON/nsubj:4 blamed/VERB/root:0 him/PRON/obj:4 for/ADP/case:8 the/DET/det:8 attack/NOUN/obl:4 on/ADP/case:10 Monday/PROPN/obl:4";
  EXPECT_EQ(date_of(kTwo, "blamed"), "2025-10-07");
  EXPECT_EQ(date_of(kTwo, "attack"), "2025-10-06");
}

TEST(GoverningTime, CountsFromTheDayNamed) {
  EXPECT_EQ(date_of("They/PRON/nsubj:2 left/VERB/root:0 on/ADP/case:4 Tuesday/PROPN/obl:2 ,/PUNCT/punct:2 a/DET/det:7 day/NOUN/obl:unmarked:10 after/SCONJ/mark:10 he/PRON/nsubj:10 fled/VERB/advcl:2", "fled"), "2025-10-06");
}

TEST(GoverningTime, SinceDurationsAndOtherClausesGiveNone) {
  EXPECT_EQ(date_of("Iran/PROPN/nsubj:3 has/AUX/aux:3 shelled/VERB/root:0 Basra/PROPN/obj:3 since/ADP/case:6 Monday/PROPN/obl:3", "shelled"), "-");
  EXPECT_EQ(date_of("Iran/PROPN/nsubj:2 shelled/VERB/root:0 Basra/PROPN/obj:2 for/ADP/case:6 three/NUM/nummod:6 days/NOUN/obl:2/day", "shelled"), "-");
  EXPECT_EQ(date_of("Iran/PROPN/nsubj:2 said/VERB/root:0 on/ADP/case:4 Monday/PROPN/obl:2 Iraq/PROPN/nsubj:6 fired/VERB/ccomp:2", "fired"), "-");
}

TEST(GoverningTime, AWeekGivesItsMonth) {
  EXPECT_EQ(date_of("Iran/PROPN/nsubj:2 left/VERB/root:0 last/ADJ/amod:4 week/NOUN/obl:unmarked:2", "left"), "2025-09");
  EXPECT_EQ(date_of("Iran/PROPN/nsubj:2 left/VERB/root:0 Tuesday/PROPN/compound:4 night/NOUN/obl:unmarked:2", "left"), "2025-10-07");
}

}  // namespace
}  // namespace bayhaqi
