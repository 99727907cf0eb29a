// The same act told twice in an article: same category, code, status and countries on both sides, no dates that differ. In: a
// document with its events. Out: same_as of each later mention points at the first one. No state.
#pragma once

#include "bayhaqi/document.h"

namespace bayhaqi {

void link_repeats(Document& document);

}  // namespace bayhaqi
