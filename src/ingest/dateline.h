// The line of place and agency that opens a dispatch:
//   ISTANBUL (Dispatches) --    WASHINGTON, Oct. 8 (Reuters) -    MOSCOW, October 8. /TASS/.    KABUL —    NEW DELHI:
// In: the start of a text. Out: place, agency and how many bytes the dateline takes, separator and white space included.
// A place without agency or date must be in capitals, so that ordinary first sentences are left alone. Pure, any thread.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "bayhaqi/article.h"

namespace bayhaqi {

struct FoundDateline {
  Dateline dateline;
  std::string date;  // ISO 8601, where the dateline has a whole date
  std::size_t end = 0;
};

[[nodiscard]] std::optional<FoundDateline> find_dateline(std::string_view text);

}  // namespace bayhaqi
