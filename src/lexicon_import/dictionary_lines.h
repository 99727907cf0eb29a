// The lines of a TABARI, PETRARCH or PETRARCH2 dictionary without their comments, each with its number and a way back to the
// column in the file. What all these files share: UTF-8, one record a line; blank lines, lines that start with '#' or "<!" and
// everything inside <!-- --> are comments; a '#' anywhere ends the line ("[###]" is a code and stays). A line that is not UTF-8 is
// read as Windows-1252, and that is told; a file with zero bytes is none of these, and left out as a whole.
// In: name and bytes of a file. Out: its lines; report.lines and report.comments are counted here, imported and skipped by
// the reader that takes the lines (those of a file that is left out count as skipped here). Pure. Reference: PETRARCH 0.4.0, read_FIN_line.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon_import/import_report.h"

namespace bayhaqi {

struct LineRules {
  bool hash_lines = true;   // a line that starts with '#' is a comment
  bool hash_tails = true;   // '#' ends the line
  bool markup = true;       // "<!" lines and <!-- --> are comments
  bool semicolons = false;  // ';' ends the line (TABARI)
};

struct DictionaryLine {
  struct Cut {
    std::uint32_t position;  // in `text`
    std::uint32_t columns;   // code points that stood there
  };
  std::uint32_t number = 0;
  std::string text;  // trimmed on the right; blanks on the left stay, since they can tell a code line from a base line
  std::vector<Cut> cuts;

  // The column in the file of a byte of `text`.
  [[nodiscard]] std::uint32_t column(std::size_t position) const;
};

[[nodiscard]] std::vector<DictionaryLine> dictionary_lines(const std::string& file, std::string_view text, LineRules rules, ImportReport& report);

// Upper case, as the keys of these dictionaries are meant to be ("Ålesund" -> "ÅLESUND").
[[nodiscard]] std::string uppered(std::string_view text);
[[nodiscard]] std::string_view without_blanks(std::string_view text);  // trimmed at both ends

}  // namespace bayhaqi
