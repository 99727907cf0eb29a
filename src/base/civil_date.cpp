#include "base/civil_date.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace bayhaqi {

namespace {

std::optional<int> digits(std::string_view text) {
  if (text.empty()) return std::nullopt;
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

// "YYYY", "YYYY-MM" or "YYYY-MM-DD"; missing parts are 0.
std::optional<CivilDate> parse_partial(std::string_view text) {
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) return std::nullopt;
  CivilDate date{0, 0, 0};
  const auto year = digits(text.substr(0, 4));
  if (!year) return std::nullopt;
  date.year = *year;
  if (text.size() >= 7) {
    const auto month = digits(text.substr(5, 2));
    if (text[4] != '-' || !month || *month < 1 || *month > 12) return std::nullopt;
    date.month = *month;
  }
  if (text.size() == 10) {
    const auto day = digits(text.substr(8, 2));
    if (text[7] != '-' || !day || *day < 1 || *day > days_in_month(date.year, date.month)) return std::nullopt;
    date.day = *day;
  }
  return date;
}

}  // namespace

std::int32_t days_from_civil(CivilDate date) {
  const int year = date.year - (date.month <= 2 ? 1 : 0);
  const int era = (year >= 0 ? year : year - 399) / 400;
  const int year_of_era = year - era * 400;
  const int shifted = date.month > 2 ? date.month - 3 : date.month + 9;
  const int day_of_year = (153 * shifted + 2) / 5 + date.day - 1;
  const int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146097 + day_of_era - 719468;
}

CivilDate civil_from_days(std::int32_t days) {
  const int shifted = days + 719468;
  const int era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
  const int day_of_era = shifted - era * 146097;
  const int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const int month_index = (5 * day_of_year + 2) / 153;
  const int day = day_of_year - (153 * month_index + 2) / 5 + 1;
  const int month = month_index < 10 ? month_index + 3 : month_index - 9;
  return {year_of_era + era * 400 + (month <= 2 ? 1 : 0), month, day};
}

int days_in_month(int year, int month) {
  constexpr std::array<int, 12> kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : kDays[static_cast<std::size_t>(month - 1)];
}

int weekday(std::int32_t days) {
  const int shifted = (days + 3) % 7;  // 1970-01-01 was a Thursday
  return shifted < 0 ? shifted + 7 : shifted;
}

CivilDate add_months(CivilDate date, int months) {
  const int count = date.year * 12 + (date.month - 1) + months;
  const int year = count >= 0 ? count / 12 : (count - 11) / 12;
  const int month = count - year * 12 + 1;
  return {year, month, std::min(date.day, days_in_month(year, month))};
}

IsoWeek iso_week(std::int32_t days) {
  const std::int32_t thursday = days - weekday(days) + 3;
  const int year = civil_from_days(thursday).year;
  return {year, (thursday - days_from_civil({year, 1, 1})) / 7 + 1};
}

std::int32_t first_day_of_iso_week(IsoWeek week) {
  const std::int32_t fourth = days_from_civil({week.year, 1, 4});  // always in week 1
  return fourth - weekday(fourth) + (week.week - 1) * 7;
}

bool is_valid(CivilDate date) {
  return date.month >= 1 && date.month <= 12 && date.day >= 1 && date.day <= days_in_month(date.year, date.month);
}

std::optional<CivilDate> parse_iso_date(std::string_view text) {
  if (text.size() < 10) return std::nullopt;
  return parse_partial(text.substr(0, 10));
}

std::string to_iso(CivilDate date) {
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, "%04d-%02d-%02d", date.year, date.month, date.day);
  return buffer;
}

std::optional<std::int32_t> first_day_of(std::string_view partial) {
  const auto date = parse_partial(partial);
  if (!date) return std::nullopt;
  return days_from_civil({date->year, std::max(date->month, 1), std::max(date->day, 1)});
}

std::optional<std::int32_t> last_day_of(std::string_view partial) {
  const auto date = parse_partial(partial);
  if (!date) return std::nullopt;
  const int month = date->month == 0 ? 12 : date->month;
  return days_from_civil({date->year, month, date->day == 0 ? days_in_month(date->year, month) : date->day});
}

}  // namespace bayhaqi
