// What became of each line of a foreign dictionary. Readers count every physical line once and add a fault for all they leave
// out or had to mend, with file, line, column and why, so that nothing is lost in silence.
//   lines = comments + imported + skipped      after each file; a skipped line has at least one fault.
// A line that is imported may have faults as well (text behind a code that nobody reads). One report may serve many files.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>

#include "lexicon/table.h"

namespace bayhaqi {

using ImportFault = Fault;  // {file, line, column in code points from 1, message}

struct ImportReport {
  std::size_t lines = 0;
  std::size_t comments = 0;  // blank lines, comments, lines inside a comment, section markers
  std::size_t imported = 0;
  std::size_t skipped = 0;
  Faults faults;

  void add(std::string file, std::uint32_t line, std::uint32_t column, std::string message) {
    faults.add(std::move(file), line, column, std::move(message));
  }
};

}  // namespace bayhaqi
