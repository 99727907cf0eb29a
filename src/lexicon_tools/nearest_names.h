// Names of the actor dictionaries that look like some words nobody has: how many letters have to be put in, left out, changed or
// swapped with their neighbour, after folding. In: texts of a folder, words. Out: the nearest names with their places. Pure.
// Reference: F. Damerau, "A technique for computer detection and correction of spelling errors" (1964), adjacent swaps only.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon_import/base_actors.h"

namespace bayhaqi {

struct NearName {
  std::string name;
  std::string place;  // "lexicon/agents.txt:12"
  std::size_t distance = 0;
};

// Up to `limit` names of actors/, countries.txt and agents.txt, nearest first, that differ in no more than a third of their letters.
[[nodiscard]] std::vector<NearName> nearest_names(const DictionaryTexts& folder, std::string_view words, std::size_t limit);

// Edits between two texts; `most` + 1 where there are more than that.
[[nodiscard]] std::size_t edit_distance(std::string_view one, std::string_view other, std::size_t most);

}  // namespace bayhaqi
