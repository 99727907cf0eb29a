// Dates of publication as found in files to ISO 8601: "2025-10-08" or "2025-10-08T21:09". In: any usual way to write a date
// (ISO, RFC 822, "Wed, 8 Oct 2025 21:09", "October 8, 2025 9:09 p.m.", "08/10/2025", "20251008", Unix seconds or
// milliseconds). Out: empty if there is no whole date in it. The clock time stays as the source gives it; the zone is dropped.
// Assumption: of 08/10/2025 the day is first, unless that gives no date (10/28/2025). Pure function, any thread.
#pragma once

#include <string>
#include <string_view>

namespace bayhaqi {

[[nodiscard]] std::string iso_published(std::string_view text);

// The day that an address gives with its year first: ".../2025/10/08/title", ".../2025/oct/8/title", ".../2025-10-08-title"; empty if none.
[[nodiscard]] std::string date_of_address(std::string_view url);

// 1..12 for "October", "Oct", "Oct."; 0 for other words.
[[nodiscard]] int month_of_name(std::string_view word);

}  // namespace bayhaqi
