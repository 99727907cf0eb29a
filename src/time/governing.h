// Which time expression dates an act, and the date that this gives it.
// The time must hang on the act, or on what the act hangs on within its clause; not across into another clause. "Since X"
// and durations give none. After the annotation guide, point 5.
#pragma once

#include <string>
#include <utility>

#include "bayhaqi/document.h"

namespace bayhaqi {

[[nodiscard]] TimeIndex governing_time(const Document& document, TokenIndex act);

struct ActDate {
  std::string value;  // "YYYY", "YYYY-MM" or "YYYY-MM-DD"; empty if the expression gives none
  std::string start;
  std::string end;
};
// A week or weekend gives its month, a part of a day its day.
[[nodiscard]] ActDate act_date(const TimeExpression& time);

}  // namespace bayhaqi
