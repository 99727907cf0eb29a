// Days of the Gregorian calendar (proleptic), as serial numbers with day 0 = 1970-01-01.
// Reference: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace bayhaqi {

struct CivilDate {
  int year = 1970;
  int month = 1;
  int day = 1;
  auto operator<=>(const CivilDate&) const = default;
};

[[nodiscard]] std::int32_t days_from_civil(CivilDate date);
[[nodiscard]] CivilDate civil_from_days(std::int32_t days);
[[nodiscard]] int days_in_month(int year, int month);
[[nodiscard]] int weekday(std::int32_t days);  // 0 = Monday … 6 = Sunday
[[nodiscard]] CivilDate add_months(CivilDate date, int months);  // the day is cut to the month's length

struct IsoWeek {
  int year;
  int week;
};
[[nodiscard]] IsoWeek iso_week(std::int32_t days);
[[nodiscard]] std::int32_t first_day_of_iso_week(IsoWeek week);

[[nodiscard]] bool is_valid(CivilDate date);
// "2025-10-08", also at the start of longer text such as "2025-10-08T21:09".
[[nodiscard]] std::optional<CivilDate> parse_iso_date(std::string_view text);
[[nodiscard]] std::string to_iso(CivilDate date);

// "2025", "2025-10" or "2025-10-08" as first or last day.
[[nodiscard]] std::optional<std::int32_t> first_day_of(std::string_view partial);
[[nodiscard]] std::optional<std::int32_t> last_day_of(std::string_view partial);

}  // namespace bayhaqi
