// Rows of events and statements as CSV (RFC 4180), as JSON Lines, or as an aligned table for people. In: rows. Out: text, line
// ends included ("\r\n" in CSV). CSV holds all columns under the names of docs/store.md; the table holds those that fit
// the width, and its long cells are cut with "…". Widths count terminal columns. No shared state.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "store/record_rows.h"

namespace bayhaqi {

[[nodiscard]] std::string csv_event_head();
[[nodiscard]] std::string csv_row(const EventRow& row);
[[nodiscard]] std::string csv_statement_head();
[[nodiscard]] std::string csv_row(const StatementRow& row);

[[nodiscard]] std::string json_row(const EventRow& row);
[[nodiscard]] std::string json_row(const StatementRow& row);

// Collects rows and lays them out once all widths are known.
class TextTable {
 public:
  static TextTable of_events();
  static TextTable of_statements();

  void add(const EventRow& row);
  void add(const StatementRow& row);
  // `width` is the terminal's, 0 for no limit. `bold` puts the head in bold (ANSI).
  [[nodiscard]] std::string text(std::size_t width, bool bold = false) const;
  [[nodiscard]] bool empty() const { return rows_.empty(); }

 private:
  explicit TextTable(std::vector<std::string> head) : head_(std::move(head)) {}
  [[nodiscard]] std::vector<std::size_t> widths(std::size_t limit) const;
  std::vector<std::string> head_;
  std::vector<std::vector<std::string>> rows_;
};

}  // namespace bayhaqi
