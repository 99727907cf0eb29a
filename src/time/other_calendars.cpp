#include "time/other_calendars.h"

#include <charconv>
#include <cstdlib>
#include <string>

#include "base/civil_date.h"

namespace bayhaqi {

namespace {

constexpr std::int32_t kUnixDay = 2440588;      // Julian day number of 1970-01-01
constexpr std::int32_t kUnixFixed = 719163;     // its fixed day number (1 is 1 January of the year 1)
constexpr std::int32_t kHebrewEpoch = -1373427;  // fixed day number
constexpr int kTishri = 7;

std::int32_t islamic(int year, int month, int day) { return day + (59 * (month - 1) + 1) / 2 + (year - 1) * 354 + (3 + 11 * year) / 30 + 1948439 - kUnixDay; }

std::int32_t persian(int year, int month, int day) {
  const int before = month <= 7 ? (month - 1) * 31 : (month - 1) * 30 + 6;
  return 365 * (year - 1) + (8 * year + 21) / 33 + before + day + 1948319 - kUnixDay;
}

bool hebrew_leap(int year) { return (7 * year + 1) % 19 < 7; }

// Days from the epoch to the conjunction of Tishri, without the delays that hang on the years beside it.
std::int32_t hebrew_elapsed(int year) {
  const std::int64_t months = (235LL * year - 234) / 19;
  const std::int64_t parts = 12084 + 13753 * months;
  const std::int64_t day = 29 * months + parts / 25920;
  return static_cast<std::int32_t>((3 * (day + 1)) % 7 < 3 ? day + 1 : day);
}

std::int32_t hebrew_new_year(int year) {
  const std::int32_t before = hebrew_elapsed(year - 1), here = hebrew_elapsed(year), after = hebrew_elapsed(year + 1);
  const int delay = after - here == 356 ? 2 : here - before == 382 ? 1 : 0;
  return kHebrewEpoch + here + delay - kUnixFixed;
}

int hebrew_month_days(int year, int month) {
  const int length = hebrew_new_year(year + 1) - hebrew_new_year(year);
  if (month == 2 || month == 4 || month == 6 || month == 10 || month == 13 || (month == 12 && !hebrew_leap(year))) return 29;
  if (month == 8) return length % 10 == 5 ? 30 : 29;
  if (month == 9) return length % 10 == 3 ? 29 : 30;
  return 30;
}

std::int32_t hebrew(int year, int month, int day) {
  const int months = hebrew_leap(year) ? 13 : 12;
  std::int32_t at = hebrew_new_year(year) + day - 1;
  for (int m = kTishri; m != month; m = m == months ? 1 : m + 1) at += hebrew_month_days(year, m);
  return at;
}

std::int32_t western_easter(int year) {
  const int a = year % 19, b = year / 100, c = year % 100;
  const int d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
  const int h = (19 * a + b - d - g + 15) % 30, i = c / 4, k = c % 4;
  const int l = (32 + 2 * e + 2 * i - h - k) % 7, m = (a + 11 * h + 22 * l) / 451;
  return days_from_civil({year, (h + l - 7 * m + 114) / 31, (h + l - 7 * m + 114) % 31 + 1});
}

std::int32_t eastern_easter(int year) {
  const int a = year % 4, b = year % 7, c = year % 19;
  const int d = (19 * c + 15) % 30, e = (2 * a + 4 * b - d + 34) % 7;
  const int month = (d + e + 114) / 31, day = (d + e + 114) % 31 + 1;
  return days_from_civil({year, month, day}) + year / 100 - year / 400 - 2;
}

// The number at the start of `text`, which it leaves behind it.
int take_number(std::string_view& text) {
  int value = 0;
  if (text.starts_with('+')) text.remove_prefix(1);
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
  text.remove_prefix(fault == std::errc{} ? static_cast<std::size_t>(end - text.data()) : text.size());
  return value;
}

void skip(std::string_view& text) {
  if (!text.empty()) text.remove_prefix(1);
}

// "11-3-4+1"
std::int32_t nth_weekday(std::string_view rule, int year) {
  const int month = take_number(rule);
  skip(rule);
  const int day = take_number(rule);
  skip(rule);
  const int n = take_number(rule);
  const std::int32_t first = days_from_civil({year, month, 1});
  const std::int32_t last = days_from_civil({year, month, days_in_month(year, month)});
  const std::int32_t found = n == 9 ? last - (weekday(last) - day + 7) % 7 : first + (day - weekday(first) + 7) % 7 + 7 * (n - 1);
  return found + take_number(rule);
}

std::optional<DaySpan> listed(std::string_view days, int year) {
  for (; days.size() >= 10; days.remove_prefix(days.size() > 10 ? 11 : 10)) {
    const auto date = parse_iso_date(days.substr(0, 10));
    if (date && date->year == year) return DaySpan{days_from_civil(*date), days_from_civil(*date)};
  }
  return std::nullopt;
}

// "09-01/30": the first that begins in the Gregorian year.
std::optional<DaySpan> of_calendar(OtherCalendar calendar, std::string_view rule, int gregorian_year) {
  const int month = take_number(rule);
  skip(rule);
  const int day = take_number(rule);
  skip(rule);
  const int length = rule.empty() ? 1 : take_number(rule);
  const int near = year_beginning_near(calendar, gregorian_year);
  for (int year = near - 2; year <= near + 2; ++year) {
    const bool second_adar = calendar == OtherCalendar::kHebrew && month == 12 && hebrew_leap(year);  // Purim falls in the second
    const auto first = days_from(calendar, year, second_adar ? 13 : month, day);
    if (first && civil_from_days(*first).year == gregorian_year) return DaySpan{*first, *first + length - 1};
  }
  return std::nullopt;
}

}  // namespace

std::optional<OtherCalendar> parse_calendar(std::string_view name) {
  if (name == "islamic") return OtherCalendar::kIslamic;
  if (name == "persian") return OtherCalendar::kPersian;
  if (name == "hebrew") return OtherCalendar::kHebrew;
  return std::nullopt;
}

int days_in_month(OtherCalendar calendar, int year, int month) {
  switch (calendar) {
    case OtherCalendar::kIslamic: return islamic(month == 12 ? year + 1 : year, month == 12 ? 1 : month + 1, 1) - islamic(year, month, 1);
    case OtherCalendar::kPersian: return persian(month == 12 ? year + 1 : year, month == 12 ? 1 : month + 1, 1) - persian(year, month, 1);
    case OtherCalendar::kHebrew: return hebrew_month_days(year, month);
  }
  return 0;
}

std::optional<std::int32_t> days_from(OtherCalendar calendar, int year, int month, int day) {
  const int months = calendar == OtherCalendar::kHebrew && hebrew_leap(year) ? 13 : 12;
  if (year < 1 || month < 1 || month > months || day < 1 || day > days_in_month(calendar, year, month)) return std::nullopt;
  switch (calendar) {
    case OtherCalendar::kIslamic: return islamic(year, month, day);
    case OtherCalendar::kPersian: return persian(year, month, day);
    case OtherCalendar::kHebrew: return hebrew(year, month, day);
  }
  return std::nullopt;
}

int year_beginning_near(OtherCalendar calendar, int gregorian_year) {
  switch (calendar) {
    case OtherCalendar::kIslamic: return (gregorian_year - 622) * 33 / 32 + 1;
    case OtherCalendar::kPersian: return gregorian_year - 621;
    case OtherCalendar::kHebrew: return gregorian_year + 3761;
  }
  return gregorian_year;
}

bool is_plausible_year(OtherCalendar calendar, int year) { return calendar == OtherCalendar::kHebrew ? year >= 5400 && year <= 5950 : year >= 1100 && year <= 1550; }

std::optional<DaySpan> feast_days(std::string_view rule, int year) {
  const auto one = [](std::int32_t day) { return DaySpan{day, day}; };
  if (rule.starts_with("on:")) return listed(rule.substr(3), year);
  if (rule.starts_with("nth:")) return one(nth_weekday(rule.substr(4), year));
  if (rule.starts_with("easter")) {
    rule.remove_prefix(6);
    return one(western_easter(year) + (rule.empty() ? 0 : take_number(rule)));
  }
  if (rule.starts_with("orthodox")) {
    rule.remove_prefix(8);
    return one(eastern_easter(year) + (rule.empty() ? 0 : take_number(rule)));
  }
  if (const std::size_t colon = rule.find(':'); colon != std::string_view::npos) {
    const auto calendar = parse_calendar(rule.substr(0, colon));
    return calendar ? of_calendar(*calendar, rule.substr(colon + 1), year) : std::nullopt;
  }
  const int month = take_number(rule);
  skip(rule);
  const int day = take_number(rule);
  if (!is_valid({year, month, day})) return std::nullopt;
  return one(days_from_civil({year, month, day}));
}

}  // namespace bayhaqi
