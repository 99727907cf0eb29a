// Days of the Islamic, Persian and Hebrew calendars, and the days of feasts.
// In: a date of that calendar, or a feast's rule. Out: serial days as in base/civil_date.h. Pure functions.
// The Islamic calendar is the tabular one (civil epoch): where the moon is sighted a month may begin a day earlier or later. The
// Persian one follows the 33-year cycle, which agrees with the observed equinoxes for the years in use.
// Reference: Reingold and Dershowitz, "Calendrical Calculations"; Easter after Meeus, "Astronomical Algorithms" (1991).
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace bayhaqi {

enum class OtherCalendar : std::uint8_t { kIslamic, kPersian, kHebrew };

// "islamic", "persian", "hebrew".
[[nodiscard]] std::optional<OtherCalendar> parse_calendar(std::string_view name);

// Months count from 1: Muharram, Farvardin, Nisan. Nothing for days that the month doesn't have.
[[nodiscard]] std::optional<std::int32_t> days_from(OtherCalendar calendar, int year, int month, int day);
[[nodiscard]] int days_in_month(OtherCalendar calendar, int year, int month);
// A year of the calendar that begins in the Gregorian year or shortly before.
[[nodiscard]] int year_beginning_near(OtherCalendar calendar, int gregorian_year);
[[nodiscard]] bool is_plausible_year(OtherCalendar calendar, int year);

struct DaySpan {
  std::int32_t first = 0, last = 0;
};

// The feast that begins in a Gregorian year, by its rule; nothing if none does.
//   12-25              a day of the year           nth:11-3-4+1     the day after the fourth Thursday (0 Monday) of November, 9 the last
//   easter-2           Western Easter, two before  orthodox+0       Eastern Easter
//   islamic:09-01/30   30 days from 1 Ramadan; persian: and hebrew: likewise
//   on:2024-02-10;…    days listed
[[nodiscard]] std::optional<DaySpan> feast_days(std::string_view rule, int year);

}  // namespace bayhaqi
