// Entries of the program's own actor dictionaries (docs/lexicon.md) made of an imported one: phrases that have the same codes
// through the same records become one entry, its codes become offices that give the same code on every day.
//   [QLMELI][QLMGOV 840101-991231]  ->  QLMGOV 1984-01-01..1999-12-31; QLMELI
// A day without a code, "---" and TABARI's "###" become "-": a name that is known and nobody. Pure.
#pragma once

#include <string>
#include <vector>

#include "lexicon_import/actor_dictionary.h"

namespace bayhaqi {

struct ActorEntry {
  std::string key;
  std::string kind;     // empty: not known yet
  std::vector<std::string> names;  // as they are written; the first is shown
  std::string offices;
  std::string wikidata;
  std::string source;   // "countries.actors:12": where its first phrase stands
  std::string file;     // of the source
  std::string only_code;  // where all days have the same code: that
};

[[nodiscard]] std::string offices_of(const std::vector<CodeSpan>& spans);
// In order of first appearance. Keys are unique among themselves.
[[nodiscard]] std::vector<ActorEntry> make_entries(const ActorDictionary& actors, DateReading reading);
// One line of a dictionary file, without the line end.
[[nodiscard]] std::string entry_line(const ActorEntry& entry);

}  // namespace bayhaqi
