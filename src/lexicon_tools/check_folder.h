// What the dictionaries of a folder say that can be compiled and is still likely to be a slip: codes that begin with no known
// country or organisation, offices whose dates overlap, names that two entries have, frames that never count because the same
// pattern stands before them, slots and classes that nothing is called by, sets that no line uses.
// In: the texts of the folder, and of the one that has what it lacks. Out: remarks on the lines of the folder itself, with file,
// line and column. Pure.
#pragma once

#include "lexicon/table.h"
#include "lexicon_import/base_actors.h"

namespace bayhaqi {

[[nodiscard]] Faults check_folder(const DictionaryTexts& folder, const DictionaryTexts& base);

}  // namespace bayhaqi
