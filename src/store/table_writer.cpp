#include "store/table_writer.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "store/json_text.h"

namespace bayhaqi {

namespace {

struct Cell {
  std::string_view name;
  std::string text;
  bool number = false;  // written without quotation marks in JSON
};

std::string optional_number(const std::optional<std::int64_t>& value) { return value ? std::to_string(*value) : std::string(); }
std::string optional_number(const std::optional<double>& value) { return value ? shortest(*value) : std::string(); }

std::vector<Cell> cells_of(const EventRow& row) {
  return {{"event_id", row.id},
          {"article_id", row.article_id},
          {"published", row.published},
          {"date", row.date},
          {"source", row.source},
          {"target", row.target},
          {"plover", row.plover},
          {"mode", row.mode},
          {"context", row.context},
          {"cameo", row.cameo},
          {"quad", row.quad == 0 ? std::string() : std::to_string(row.quad), true},
          {"goldstein", shortest(row.goldstein), true},
          {"status", row.status},
          {"date_start", row.date_start},
          {"date_end", row.date_end},
          {"country", row.country},
          {"place", row.place},
          {"latitude", optional_number(row.latitude), true},
          {"longitude", optional_number(row.longitude), true},
          {"precision", row.precision},
          {"region", row.region},
          {"claimed_by", row.claimed_by},
          {"confidence", shortest(row.confidence), true},
          {"sentence", std::to_string(row.sentence), true},
          {"trigger", row.trigger},
          {"sentence_text", row.sentence_text},
          {"rule", row.rule},
          {"publisher", row.publisher},
          {"title", row.title},
          {"input", row.input}};
}

std::vector<Cell> cells_of(const StatementRow& row) {
  return {{"article_id", row.article_id},
          {"number", std::to_string(row.number), true},
          {"published", row.published},
          {"speaker", row.speaker},
          {"code", row.code},
          {"name", row.name},
          {"to", row.to},
          {"cue", row.cue},
          {"form", row.form},
          {"content", row.content},
          {"sentence", optional_number(row.sentence), true},
          {"parent", optional_number(row.parent), true},
          {"publisher", row.publisher},
          {"title", row.title},
          {"input", row.input}};
}

void append_csv_field(std::string& out, std::string_view text) {
  if (text.find_first_of(",\"\r\n") == std::string_view::npos) {
    out.append(text);
    return;
  }
  out.push_back('"');
  for (const char c : text) {
    if (c == '"') out.push_back('"');
    out.push_back(c);
  }
  out.push_back('"');
}

std::string csv_line(const std::vector<Cell>& cells, bool head) {
  std::string out;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) out.push_back(',');
    append_csv_field(out, head ? cells[i].name : std::string_view(cells[i].text));
  }
  return out + "\r\n";
}

std::string json_line(const std::vector<Cell>& cells) {
  std::string out = "{";
  for (const Cell& cell : cells) {
    if (out.size() > 1) out.push_back(',');
    append_json_string(out, cell.name);
    out.push_back(':');
    if (cell.text.empty())
      out.append("null");
    else if (cell.number)
      out.append(cell.text);
    else
      append_json_string(out, cell.text);
  }
  return out + "}\n";
}

// Columns that a code point takes on a terminal: wide East Asian ones take two, combining marks none.
std::size_t columns_of(char32_t value) {
  if (value >= 0x300 && value <= 0x36F) return 0;
  const bool wide = (value >= 0x1100 && value <= 0x115F) || (value >= 0x2E80 && value <= 0xA4CF) || (value >= 0xAC00 && value <= 0xD7A3) ||
                    (value >= 0xF900 && value <= 0xFAFF) || (value >= 0xFE30 && value <= 0xFE6F) || (value >= 0xFF00 && value <= 0xFF60) ||
                    value >= 0x1F300;
  return wide ? 2 : 1;
}

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint point = decode_utf8(text, i);
    width += columns_of(point.value);
    i += point.size;
  }
  return width;
}

// One line, no control characters, cut to the width and filled up with spaces.
std::string fitted(std::string_view text, std::size_t width, bool fill) {
  const bool cut = display_width(text) > width;
  std::string out;
  std::size_t used = 0;
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint point = decode_utf8(text, i);
    const std::size_t columns = columns_of(point.value);
    if (used + columns > width - (cut ? 1 : 0)) break;
    out.append(point.value < 0x20 || point.value == 0x7F ? std::string_view(" ") : text.substr(i, point.size));
    used += columns;
    i += point.size;
  }
  if (cut) {
    out.append("\xE2\x80\xA6");
    ++used;
  }
  if (fill && used < width) out.append(width - used, ' ');
  return out;
}

constexpr std::size_t kGap = 2;
constexpr std::size_t kLeastLast = 20;   // columns left to the last cell
constexpr std::size_t kWidestCell = 24;  // of all but the last

}  // namespace

std::string csv_event_head() { return csv_line(cells_of(EventRow{}), true); }
std::string csv_row(const EventRow& row) { return csv_line(cells_of(row), false); }
std::string csv_statement_head() { return csv_line(cells_of(StatementRow{}), true); }
std::string csv_row(const StatementRow& row) { return csv_line(cells_of(row), false); }
std::string json_row(const EventRow& row) { return json_line(cells_of(row)); }
std::string json_row(const StatementRow& row) { return json_line(cells_of(row)); }

TextTable TextTable::of_events() {
  return TextTable({"event", "date", "source", "target", "category", "code", "status", "claimed by", "trigger", "sentence"});
}
TextTable TextTable::of_statements() { return TextTable({"published", "speaker", "code", "to", "form", "content"}); }

void TextTable::add(const EventRow& row) {
  const std::string date = row.date.empty() && !row.published.empty() ? "(" + row.published.substr(0, 10) + ")" : row.date;
  rows_.push_back({row.id.substr(0, 10), date, row.source, row.target, row.plover, row.cameo, row.status, row.claimed_by, row.trigger,
                   row.sentence_text});
}

void TextTable::add(const StatementRow& row) {
  rows_.push_back({row.published.substr(0, 10), row.name.empty() ? row.speaker : row.name, row.code, row.to, row.form, row.content});
}

// As wide as the cells need up to a bound; the last column takes what is left.
std::vector<std::size_t> TextTable::widths(std::size_t limit) const {
  std::vector<std::size_t> result;
  for (std::size_t c = 0; c < head_.size(); ++c) {
    std::size_t width = display_width(head_[c]);
    for (const auto& row : rows_) width = std::max(width, display_width(row[c]));
    result.push_back(c + 1 < head_.size() ? std::min(width, kWidestCell) : width);
  }
  if (limit == 0) return result;
  std::size_t used = 0;
  for (std::size_t c = 0; c + 1 < result.size(); ++c) used += result[c] + kGap;
  result.back() = std::min(result.back(), std::max(kLeastLast, limit > used ? limit - used : 0));
  return result;
}

std::string TextTable::text(std::size_t width, bool bold) const {
  const std::vector<std::size_t> columns = widths(width);
  std::string out;
  const auto line = [&](const std::vector<std::string>& cells) {
    for (std::size_t c = 0; c < cells.size(); ++c) {
      const bool last = c + 1 == cells.size();
      out.append(fitted(cells[c], columns[c], !last));
      if (!last) out.append(kGap, ' ');
    }
    out.push_back('\n');
  };
  if (bold) out.append("\x1B[1m");
  line(head_);
  if (bold) out.append("\x1B[0m");
  for (const auto& row : rows_) line(row);
  return out;
}

}  // namespace bayhaqi
