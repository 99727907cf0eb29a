// A verb dictionary of the TABARI and PETRARCH family, read line by line: synonym sets, blocks of verbs with their patterns,
// and PETRARCH2's combinations. In: the text of the file. Out: its parts as they stand, each with its line; lines that are no
// part of any are counted as skipped in the report, with the reason. Nothing is interpreted here; that is pattern_shapes.h.
// Immutable data, no state. Reference: PETRARCH and PETRARCH2 sources, the TABARI manual (P. Schrodt).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon_import/import_report.h"

namespace bayhaqi {

// Patterns in a row of words ("* TALKS WITH +"), or by phrases ("* {OLD TREATY} (WITH LEAGUE)").
enum class VerbDialect : std::uint8_t { kLinear, kTree };

// "[042:043]": what is coded, and the second code of a pair. Empty: none given. "---" and "###" stay as written.
struct DictionaryCode {
  std::string first;
  std::string second;
  bool pair = false;
};

struct DictionaryVerb {
  std::string before;  // words before the verb itself, "_" between them
  std::string word;
  std::string after;
  std::vector<std::string> forms;  // as listed in braces
  DictionaryCode code;
  bool has_code = false;
  std::uint32_t line = 0;
  std::string text;
};

struct DictionaryPattern {
  std::string left;   // of the "*"
  std::string right;
  DictionaryCode code;
  std::uint32_t line = 0;
  std::string text;
};

struct VerbBlock {
  std::string name;
  DictionaryCode code;
  std::uint32_t line = 0;
  std::vector<DictionaryVerb> verbs;
  std::vector<DictionaryPattern> patterns;
};

struct DictionarySynset {
  std::string name;  // without "&" and "_"
  std::uint32_t line = 0;
  std::vector<std::pair<std::string, std::uint32_t>> members;  // word (words joined by "_") and its line
};

struct CombinationLine {
  std::uint32_t line = 0;
  std::string text;
};

struct VerbDictionary {
  VerbDialect dialect = VerbDialect::kLinear;
  std::vector<DictionarySynset> synsets;
  std::vector<VerbBlock> blocks;
  std::vector<CombinationLine> combinations;  // lines with "~", uninterpreted
};

// PETRARCH2's by its section marker, combinations or phrases in parentheses; else linear.
[[nodiscard]] VerbDialect guess_dialect(std::string_view text);

[[nodiscard]] VerbDictionary read_verb_dictionary(const std::string& file, std::string_view text, VerbDialect dialect, ImportReport& report);

// "[A:B]" without the brackets.
[[nodiscard]] DictionaryCode read_code(std::string_view text);

}  // namespace bayhaqi
