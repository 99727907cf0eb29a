// A golden case as tests/golden/README.md describes it, and the lines that a coded document gives for it.
// In: the text of a *.case file. Out: its head and its expected lines, blanks around the fields taken off.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "bayhaqi/document.h"
#include "bayhaqi/result.h"

namespace bayhaqi::testing_support {

struct GoldenCase {
  std::string name;
  std::string why;
  std::string date;
  std::string text;
  std::vector<std::string> expected;
};

// Faults name the line.
[[nodiscard]] Result<GoldenCase> read_golden_case(std::string_view file);

// "event: trigger | PLOVER | CAMEO | SOURCE,… > TARGET,… | status | date", codes of a side in byte order.
[[nodiscard]] std::vector<std::string> event_lines(const Document& document);
// "statement: speaker's code | form | content // content"
[[nodiscard]] std::vector<std::string> statement_lines(const Document& document);

// Whether a line that was found is the one that was expected. The trigger need only begin as expected; codes of a side
// may come in any order.
[[nodiscard]] bool is_as_expected(std::string_view expected, std::string_view found);

}  // namespace bayhaqi::testing_support
