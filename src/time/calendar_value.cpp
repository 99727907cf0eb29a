#include "time/calendar_value.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace bayhaqi {

namespace {

std::string formatted(const char* format, int a, int b = 0) {
  char buffer[48];
  std::snprintf(buffer, sizeof buffer, format, a, b);
  return buffer;
}

int number_at(std::string_view text, std::size_t begin, std::size_t count) {
  return begin + count <= text.size() ? std::atoi(std::string(text.substr(begin, count)).c_str()) : 0;
}

}  // namespace

std::string day_value(std::int32_t day) { return to_iso(civil_from_days(day)); }

std::string week_value(std::int32_t day) {
  const IsoWeek week = iso_week(day);
  return formatted("%04d-W%02d", week.year, week.week);
}

std::string month_value(int year, int month) { return formatted("%04d-%02d", year, month); }
std::string year_value(int year) { return formatted("%04d", year); }

std::string duration_value(std::string_view number, std::string_view unit) {
  if (unit == "2W") return number == "X" ? "PXW" : "P" + std::to_string(std::atoi(std::string(number).c_str()) * 2) + "W";
  if (unit == "N") return "P" + std::string(number) + "D";
  if (unit == "WE") return "P" + std::string(number) + "WE";
  const bool x = number == "X";
  if (unit == "E") return x ? "PXDE" : "P" + std::to_string(std::atoi(std::string(number).c_str()) * 10) + "Y";
  if (unit == "C") return x ? "PXCE" : "P" + std::to_string(std::atoi(std::string(number).c_str()) * 100) + "Y";
  if (unit == "G") return "PXGE";
  if (unit.starts_with('T')) return "PT" + std::string(number) + std::string(unit.substr(1));
  return "P" + std::string(number) + std::string(unit);
}

std::pair<std::string, std::string> days_covered(std::string_view value) {
  if (value.size() < 2 || value[0] < '0' || value[0] > '9') return {};
  if (const std::size_t slash = value.find('/'); slash != std::string_view::npos) return {std::string(value.substr(0, slash)), std::string(value.substr(slash + 1))};
  const int year = number_at(value, 0, 4);
  if (value.size() == 7 && value[5] == 'H') return {month_value(year, value[6] == '2' ? 7 : 1) + "-01", day_value(*last_day_of(month_value(year, value[6] == '2' ? 12 : 6)))};
  if (value.size() == 2) return {std::string(value) + "00-01-01", std::string(value) + "99-12-31"};
  if (value.size() == 3) return {std::string(value) + "0-01-01", std::string(value) + "9-12-31"};
  if (value.size() >= 8 && value[5] == 'W') {
    const std::int32_t monday = first_day_of_iso_week({year, number_at(value, 6, 2)});
    const bool weekend = value.ends_with("WE");
    return {day_value(weekend ? monday + 5 : monday), day_value(monday + 6)};
  }
  if (value.size() == 7 && value[4] == '-' && value[5] >= 'A') {
    const std::string_view season = value.substr(5);
    if (season == "WI") return {month_value(year, 12) + "-01", day_value(*last_day_of(month_value(year + 1, 2)))};
    if (season[0] == 'Q') {
      const int month = (season[1] - '1') * 3 + 1;
      return {month_value(year, month) + "-01", day_value(*last_day_of(month_value(year, month + 2)))};
    }
    const int month = season == "SP" ? 3 : season == "SU" ? 6 : 9;
    return {month_value(year, month) + "-01", day_value(*last_day_of(month_value(year, month + 2)))};
  }
  const std::string_view days = value.substr(0, std::min<std::size_t>(value.find('T'), value.size()));
  const auto first = first_day_of(days);
  const auto last = last_day_of(days);
  if (!first || !last) return {};
  return {day_value(*first), day_value(*last)};
}

}  // namespace bayhaqi
