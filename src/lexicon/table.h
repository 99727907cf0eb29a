// Reads one dictionary text file (docs/lexicon.md): lines, fields split by '|', lists split by ';', with the place of each.
// Every fault is collected with file, line, column and what was expected; reading goes on, so that all come out at once.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "bayhaqi/result.h"

namespace bayhaqi {

struct Fault {
  std::string file;
  std::uint32_t line = 0;
  std::uint32_t column = 0;  // in code points, from 1
  std::string message;       // "expected …, found …"

  [[nodiscard]] std::string text() const;
};

class Faults {
 public:
  void add(std::string file, std::uint32_t line, std::uint32_t column, std::string message);
  [[nodiscard]] bool empty() const { return faults_.empty(); }
  [[nodiscard]] const std::vector<Fault>& all() const { return faults_; }
  // One text, a line for each fault, sorted by file and line.
  [[nodiscard]] std::string text() const;

 private:
  std::vector<Fault> faults_;
};

// A piece of a line and where it starts.
struct Field {
  std::string_view text;     // trimmed
  std::uint32_t column = 1;  // bytes from the start of the line, from 1
};

struct Row {
  std::uint32_t line = 0;
  bool added = false;  // stands in the file that was laid over the table's own
  std::vector<Field> fields;

  // The field at `position`; an empty one if the row is shorter.
  [[nodiscard]] Field at(std::size_t position) const { return position < fields.size() ? fields[position] : Field{}; }
};

// Splits at `separator`, trims blanks, keeps empty pieces except for a wholly empty field.
[[nodiscard]] std::vector<Field> split_field(Field field, char separator);

class Table {
 public:
  // `name` is how the file is shown ("lexicon/agents.txt"). Broken UTF-8 is a fault of its line.
  static Table parse(std::string name, std::string text, Faults& faults);
  static Result<Table> read(const std::string& path, std::string name, Faults& faults);

  // Rows of `over` replace those with the same first field, and stand behind the others. `gone`: first fields whose rows go, too.
  void lay_over(Table over, const std::unordered_set<std::string>& gone);

  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] const std::string& name(const Row& row) const { return row.added ? added_name_ : name_; }  // of the file that it stands in
  [[nodiscard]] const std::vector<Row>& rows() const { return rows_; }

  // Adds a fault for each row whose first field is out of byte order or repeats the one before; rows laid over may stand in any order.
  void expect_sorted(Faults& faults) const;
  void fault(const Row& row, const Field& field, std::string message, Faults& faults) const;

 private:
  std::string name_;
  std::string added_name_;
  std::vector<char> text_;  // a vector, so that views survive a move
  std::vector<char> added_text_;
  std::vector<Row> rows_;
};

// Paths of all "*.txt" below `folder`, sorted, relative to it.
[[nodiscard]] Result<std::vector<std::string>> list_text_files(const std::string& folder);

}  // namespace bayhaqi
