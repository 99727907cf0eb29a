// What the dictionaries of a folder say that can be compiled and is still likely to be a slip: codes that begin with no known
// country or organisation, offices that begin together, names that two entries have, frames that never count because the same
// pattern stands before them, slots and classes that nothing is called by, sets that no line uses.
// In: the texts of the folder, and of the one that has what it lacks. Out: remarks on the lines of the folder itself, with file,
// line and column. Pure.
#pragma once

#include <string>
#include <vector>

#include "lexicon/table.h"
#include "lexicon_import/base_actors.h"

namespace bayhaqi {

enum class FolderUse { kInPlace, kOnTop };  // of what the base has, or in addition to it

// `title`: how the folder is shown, "lexicon".
[[nodiscard]] Faults check_folder(const std::string& title, const DictionaryTexts& folder, const DictionaryTexts& base, FolderUse use);

struct CheckedFile {
  std::string name;  // "agents.txt"
  Table table;
  bool own = false;  // its lines are looked at; others only stand beside them
};

// The parts of it that are about actors and agents, and about frames and sets.
void check_actors(const std::vector<CheckedFile>& files, Faults& remarks);
void check_frames(const std::vector<CheckedFile>& files, Faults& remarks);

}  // namespace bayhaqi
