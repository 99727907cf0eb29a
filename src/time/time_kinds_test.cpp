// A table for each kind of time expression, without a model: words in a row, published on Wednesday, 8 October 2025.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "support/compiled.h"
#include "support/hand_tree.h"
#include "time/find_times.h"
#include "time/other_calendars.h"
#include "time/time_rules.h"
#include "base/civil_date.h"

namespace bayhaqi {
namespace {

using testing_support::plain_words;

const TimeRules& rules() {
  static const auto kCompiled = testing_support::compiled<TimeRules>(compile_times, testing_support::source_folder("lexicon"), testing_support::source_folder("ontology"));
  return kCompiled.rules;
}

struct Row {
  std::string_view text;
  std::string_view wanted;
};

void check(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    Document document = plain_words(row.text);
    document.article.published = "2025-10-08";
    find_times(document, rules());
    std::string found;
    for (const TimeExpression& time : document.times) found += (found.empty() ? "" : "; ") + std::string(document.words(time.span)) + "=" + time.value;
    EXPECT_EQ(found, row.wanted) << row.text;
  }
}

TEST(TimeKinds, PartsOfDays) {
  check({{"shots fell late on Monday", "late on Monday=2025-10-06TEV"},
         {"shots fell early on Monday", "early on Monday=2025-10-06TMO"},
         {"shots fell before dawn on Sunday", "before dawn on Sunday=2025-10-05TMO"},
         {"in the early hours of Tuesday", "the early hours of Tuesday=2025-10-07TMO"},
         {"on the evening of 4 June 1989", "the evening of 4 June 1989=1989-06-04TEV"},
         {"it fell overnight", "overnight=2025-10-07TNI"},
         {"on Monday it ended by nightfall", "Monday=2025-10-06; nightfall=2025-10-06TEV"},
         {"it closed at noon", "noon=2025-10-08T12:00"}});
}

TEST(TimeKinds, HoursAndZones) {
  check({{"at 7:15 p.m. on Tuesday", "7:15 p.m. on Tuesday=2025-10-07T19:15"},
         {"at 1300 GMT", "1300 GMT=2025-10-08T13:00Z"},
         {"at 16:00 UTC", "16:00 UTC=2025-10-08T16:00Z"},
         {"at 9 a.m. EST", "9 a.m. EST=2025-10-08T09:00"},
         {"at 4 in the morning", "4 in the morning=2025-10-08T04:00"},
         {"at 21:30 local time", "21:30 local time=2025-10-08T21:30"}});
}

TEST(TimeKinds, WeekdaysByTheWordsAround) {
  check({{"it falls next Friday", "next Friday=2025-10-17"},
         {"it falls this Friday", "this Friday=2025-10-10"},
         {"it fell this Monday", "this Monday=2025-10-06"},
         {"it ends by Friday", "Friday=2025-10-10"},
         {"ahead of Friday", "Friday=2025-10-10"},
         {"on Monday of last week", "Monday of last week=2025-09-29"},
         {"a week from Monday", "a week from Monday=2025-10-20"},
         {"on Friday 10 October 2025", "Friday 10 October 2025=2025-10-10"},
         {"it fell on 3 March 1999 and the following Monday", "3 March 1999=1999-03-03; the following Monday=1999-03-08"},
         {"on the day before yesterday", "the day before yesterday=2025-10-06"}});
}

TEST(TimeKinds, SeasonsWeekendsAndWeeks) {
  check({{"in the autumn of 2022", "the autumn of 2022=2022-FA"},
         {"in the spring of last year", "the spring of last year=2024-SP"},
         {"in the summer", "the summer=2025-SU"},
         {"in summer 2019", "summer 2019=2019-SU"},
         {"this past spring", "this past spring=2025-SP"},
         {"over the weekend", "the weekend=2025-W40-WE"},
         {"the week after next", "the week after next=2025-W43"},
         {"the year before last", "the year before last=2023"},
         {"in the first week of September", "the first week of September=2025-W36"}});
}

TEST(TimeKinds, YearsDecadesAndCenturies) {
  check({{"in the nineteenth century", "the nineteenth century=18"},
         {"in the mid-1990s", "the mid-1990s=199"},
         {"in the seventies", "the seventies=197"},
         {"in mid-2019", "mid-2019=2019"},
         {"in nineteen ninety - six", "nineteen ninety - six=1996"},
         {"in fiscal year 2025", "fiscal year 2025=2025"},
         {"in the first half of 2023", "the first half of 2023=2023-H1"},
         {"in the second quarter of 2023", "the second quarter of 2023=2023-Q2"},
         {"since 2014", "2014=2014"},
         {"from 2006 to 2011", "2006=2006; 2011=2011"},
         {"by the end of the month", "the end of the month=2025-10"}});
}

TEST(TimeKinds, CountedFromADayNamed) {
  check({{"in March 2003 and the following month", "March 2003=2003-03; the following month=2003-04"},
         {"in 1994 and a year later", "1994=1994; a year later=1995"},
         {"on 4 June 1999 and two days later", "4 June 1999=1999-06-04; two days later=1999-06-06"},
         {"on 4 June 1999 and the day before", "4 June 1999=1999-06-04; the day before=1999-06-03"},
         {"on the day after Monday 's vote", "the day after=2025-10-07; Monday=2025-10-06"},
         {"in 2019 and later that year", "2019=2019; later that year=2019"},
         {"in three weeks ' time", "three weeks ' time=2025-W44"},
         {"it rose a year ago", "a year ago=2024"}});
}

TEST(TimeKinds, SetsAndDurations) {
  check({{"it meets every two years", "every two years=P2Y"},
         {"it meets every other day", "every other day=P2D"},
         {"it meets twice a week", "twice a week=P1W"},
         {"they march every Friday", "every Friday=XXXX-WXX-5"},
         {"for two to three weeks", "two to three weeks=P2W"},
         {"for twenty - five years", "twenty - five years=P25Y"},
         {"for a quarter of a century", "a quarter of a century=P25Y"},
         {"for two and a half years", "two and a half years=P2Y6M"},
         {"in the seventh month of the war", "the seventh month=P7M"},
         {"in the coming weeks", "the coming weeks=FUTURE_REF"},
         {"a few days later", "a few days later=PXD"},
         {"over the past decade", "the past decade=P10Y"}});
}

TEST(TimeKinds, Feasts) {
  check({{"on Good Friday of 1998", "Good Friday of 1998=1998-04-10"},
         {"on Orthodox Easter 2024", "Orthodox Easter 2024=2024-05-05"},
         {"on Eid al - Fitr 2024", "Eid al - Fitr 2024=2024-04-10"},
         {"on Yom Kippur", "Yom Kippur=2025-10-02"},
         {"in Ramadan 2024", "Ramadan 2024=2024-03-11/2024-04-09"},
         {"on Nowruz 2025", "Nowruz 2025=2025-03-21"},
         {"last Thanksgiving", "last Thanksgiving=2024-11-28"},
         {"on Lunar New Year 2024", "Lunar New Year 2024=2024-02-10"},
         {"on Election Day 2024", "Election Day 2024=2024-11-05"}});
}

TEST(TimeKinds, OtherCalendars) {
  check({{"on 22 Bahman 1357", "22 Bahman 1357=1979-02-11"},
         {"on 10 Muharram 1445", "10 Muharram 1445=2023-07-28"},
         {"on 15 Nisan 5784", "15 Nisan 5784=2024-04-23"},
         {"on 15 Khordad", "15 Khordad=2025-06-05"},
         {"the Mehr agency said", ""}});
}

TEST(TimeKinds, DaysOfOtherCalendars) {
  const auto iso = [](std::optional<std::int32_t> day) { return day ? to_iso(civil_from_days(*day)) : std::string("-"); };
  EXPECT_EQ(iso(days_from(OtherCalendar::kHebrew, 5785, 7, 1)), "2024-10-03");
  EXPECT_EQ(iso(days_from(OtherCalendar::kHebrew, 5708, 2, 5)), "1948-05-14");
  EXPECT_EQ(iso(days_from(OtherCalendar::kPersian, 1403, 12, 30)), "2025-03-20");
  EXPECT_EQ(iso(days_from(OtherCalendar::kPersian, 1404, 12, 30)), "-");
  EXPECT_EQ(iso(days_from(OtherCalendar::kIslamic, 1400, 1, 1)), "1979-11-21");
  EXPECT_FALSE(feast_days("on:2024-02-10", 2023));
}

TEST(TimeKinds, WhatIsNone) {
  for (const std::string_view text : {"a 20 - year - old man", "shortly after the blast", "as soon as he left", "the second round", "he came first"}) {
    Document document = plain_words(text);
    document.article.published = "2025-10-08";
    find_times(document, rules());
    for (const TimeExpression& time : document.times) ADD_FAILURE() << text << ": " << document.words(time.span) << " " << time.value;
  }
}

}  // namespace
}  // namespace bayhaqi
