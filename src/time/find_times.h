// The time layer: every time expression of the text with its TIMEX3 value and the days it covers.
// In: tokens, trees (for tense), publication date. Out: Document::times, in text order. Relative expressions are anchored on
// the publication date, or on the date mentioned last ("the day before"); without a publication date they have no value.
// A weekday or a month without a year is the last one, or the next one where the verb looks ahead.
// Reference: TimeML 1.2.1; the anchoring follows HeidelTime's news strategy (Strötgen and Gertz 2010).
#pragma once

#include "bayhaqi/document.h"
#include "time/time_rules.h"

namespace bayhaqi {

void find_times(Document& document, const TimeRules& rules);

}  // namespace bayhaqi
