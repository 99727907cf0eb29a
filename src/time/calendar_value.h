// Values of time expressions: building TIMEX3 strings and the first and last day that a value covers.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "base/civil_date.h"

namespace bayhaqi {

[[nodiscard]] std::string day_value(std::int32_t day);                    // "2025-10-08"
[[nodiscard]] std::string week_value(std::int32_t day);                   // "2025-W41"
[[nodiscard]] std::string month_value(int year, int month);               // "2025-10"
[[nodiscard]] std::string year_value(int year);                           // "2025"
[[nodiscard]] std::string duration_value(std::string_view number, std::string_view unit);  // "P3D", "PT4H", "PXY"

// First and last day of "2025", "2025-10", "2025-10-08TNI", "2025-W41", "2025-W41-WE", "2025-SU", "202", "19", "2025-H1",
// "2025-03-01/2025-03-30"; empty strings where the value names no days (durations, PAST_REF).
[[nodiscard]] std::pair<std::string, std::string> days_covered(std::string_view value);

}  // namespace bayhaqi
