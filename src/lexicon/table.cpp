#include "lexicon/table.h"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <tuple>

#include "base/mapped_file.h"
#include "base/utf8.h"

namespace bayhaqi {

namespace {

Field trimmed(std::string_view line, std::size_t begin, std::size_t end) {
  while (begin < end && (line[begin] == ' ' || line[begin] == '\t')) ++begin;
  while (end > begin && (line[end - 1] == ' ' || line[end - 1] == '\t' || line[end - 1] == '\r')) --end;
  return {line.substr(begin, end - begin), static_cast<std::uint32_t>(begin + 1)};
}

}  // namespace

std::string Fault::text() const { return file + ":" + std::to_string(line) + ":" + std::to_string(column) + ": " + message; }

void Faults::add(std::string file, std::uint32_t line, std::uint32_t column, std::string message) {
  faults_.push_back({std::move(file), line, column, std::move(message)});
}

std::string Faults::text() const {
  auto sorted = faults_;
  std::stable_sort(sorted.begin(), sorted.end(), [](const Fault& a, const Fault& b) {
    return std::tie(a.file, a.line, a.column) < std::tie(b.file, b.line, b.column);
  });
  std::string out;
  for (const Fault& fault : sorted) out += fault.text() + "\n";
  return out;
}

std::vector<Field> split_field(Field field, char separator) {
  std::vector<Field> pieces;
  if (field.text.empty()) return pieces;
  std::size_t begin = 0;
  while (begin <= field.text.size()) {
    const std::size_t end = std::min(field.text.find(separator, begin), field.text.size());
    Field piece = trimmed(field.text, begin, end);
    piece.column += field.column - 1;
    pieces.push_back(piece);
    begin = end + 1;
  }
  return pieces;
}

Table Table::parse(std::string name, std::string text, Faults& faults) {
  Table table;
  table.name_ = std::move(name);
  table.text_.assign(text.begin(), text.end());
  const std::string_view all(table.text_.data(), table.text_.size());
  std::uint32_t number = 0;
  for (std::size_t begin = 0; begin < all.size();) {
    const std::size_t end = std::min(all.find('\n', begin), all.size());
    const std::string_view line = all.substr(begin, end - begin);
    begin = end + 1;
    ++number;
    const Field whole = trimmed(line, 0, line.size());
    if (whole.text.empty() || whole.text.front() == '#') continue;
    if (!is_valid_utf8(line)) {
      faults.add(table.name_, number, 1, "expected UTF-8, found bytes that are not");
      continue;
    }
    table.rows_.push_back({number, false, split_field({line, 1}, '|')});
  }
  return table;
}

Result<Table> Table::read(const std::string& path, std::string name, Faults& faults) {
  auto file = MappedFile::open(path);
  if (!file) return std::unexpected(file.error());
  const auto bytes = file->bytes();
  return parse(std::move(name), std::string(reinterpret_cast<const char*>(bytes.data()), bytes.size()), faults);
}

void Table::expect_sorted(Faults& faults) const {
  for (std::size_t i = 1; i < rows_.size(); ++i) {
    const Field before = rows_[i - 1].at(0);
    const Field here = rows_[i].at(0);
    if (here.text == before.text) fault(rows_[i], here, "'" + std::string(here.text) + "' is there already, in line " + std::to_string(rows_[i - 1].line), faults);
    if (here.text < before.text && !rows_[i].added) fault(rows_[i], here, "expected sorted entries, found '" + std::string(here.text) + "' after '" + std::string(before.text) + "'", faults);
  }
}

void Table::fault(const Row& row, const Field& field, std::string message, Faults& faults) const {
  faults.add(name(row), row.line, field.column, std::move(message));
}

void Table::lay_over(Table over, const std::unordered_set<std::string>& gone) {
  std::erase_if(rows_, [&](const Row& row) { return gone.contains(std::string(row.at(0).text)); });
  added_name_ = std::move(over.name_);
  added_text_ = std::move(over.text_);
  for (Row& row : over.rows_) {
    row.added = true;
    rows_.push_back(std::move(row));
  }
}

Result<std::vector<std::string>> list_text_files(const std::string& folder) {
  namespace fs = std::filesystem;
  std::error_code error;
  std::vector<std::string> names;
  fs::recursive_directory_iterator it(folder, error);
  if (error) return fail(ErrorCode::kNotFound, "can't be listed: " + error.message(), folder);
  for (const fs::recursive_directory_iterator end; it != end; it.increment(error)) {
    if (error) return fail(ErrorCode::kUnreadable, "can't be listed: " + error.message(), folder);
    if (it->is_regular_file() && it->path().extension() == ".txt") names.push_back(fs::relative(it->path(), folder).generic_string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace bayhaqi
