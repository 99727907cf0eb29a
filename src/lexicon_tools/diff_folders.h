// What differs between two folders of dictionaries, entry by entry and field by field. In: their texts. Out: changes, sorted by
// file and key. Entries of actors/, events/frames/ and events/sets/ are the same by their first field wherever below that
// folder they stand (then the file is one of the fields that changed); others within their file. Order of lines and comments
// do not count. Pure.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon_import/base_actors.h"

namespace bayhaqi {

struct FieldChange {
  std::string field;  // "offices"
  std::string before, after;
  // Items of a list that are only on one side, where the field is one.
  std::vector<std::string> gone, fresh;
};

struct EntryChange {
  enum class Kind : std::uint8_t { kAdded, kRemoved, kChanged };
  Kind kind = Kind::kChanged;
  std::string key;
  std::string file;          // below the folder: of the second one, of the first where the entry is removed
  std::uint32_t line = 0;
  std::uint32_t line_before = 0;  // where it was; 0 if added
  std::string entry;         // the whole line; of the second folder, of the first where the entry is removed
  std::vector<FieldChange> fields;
};

[[nodiscard]] std::vector<EntryChange> diff_folders(const DictionaryTexts& before, const DictionaryTexts& after);

// One change as lines for people: "+ file:line: entry", "- …", "~ file:line: key" with a line for each field.
[[nodiscard]] std::string change_text(const EntryChange& change);

}  // namespace bayhaqi
