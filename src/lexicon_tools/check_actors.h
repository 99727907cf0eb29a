// The part of check_folder() that is about actors and agents.
#pragma once

#include "lexicon/table.h"
#include "lexicon_import/base_actors.h"

namespace bayhaqi {

// `folder`: whose lines are looked at; `all`: with what it lacks.
void check_actors(const DictionaryTexts& folder, const DictionaryTexts& all, Faults& remarks);

}  // namespace bayhaqi
