#include "statement/quotations.h"

#include <array>

namespace bayhaqi {

namespace {

struct Marks {
  std::string_view open;
  std::array<std::string_view, 3> close;  // any of them, the first in the text; empty ones are none
  bool single = false;                    // may be an apostrophe: both its ends are looked at closely
};

// Papers mix straight and curly marks, and some write two apostrophes for a mark.
constexpr std::array<Marks, 10> kMarks = {{{"\"", {"\"", "\u201D", ""}},
                                           {"\u201C", {"\u201D", "\"", ""}},
                                           {"\u201E", {"\u201C", "\u201D", "\""}},
                                           {"\u00AB", {"\u00BB", "", ""}},
                                           {"\u00BB", {"\u00AB", "", ""}},
                                           {"``", {"''", "", ""}},
                                           {"''", {"''", "", ""}},
                                           {"\u2018", {"\u2019", "", ""}, true},
                                           {"\u201A", {"\u2018", "\u2019", ""}, true},
                                           {"'", {"'", "", ""}, true}}};

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
// The length of the blank at `at`, no-break ones of French papers included; 0 if there is none.
std::size_t blank_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return 0;
  if (is_blank(text[at])) return 1;
  if (text.substr(at).starts_with("\u00A0")) return 2;
  return text.substr(at).starts_with("\u202F") ? 3 : 0;
}

std::string_view without_blanks_behind(std::string_view text) {
  for (const std::string_view blank : {" ", "\n", "\u00A0", "\u202F"}) {
    if (text.ends_with(blank)) return without_blanks_behind(text.substr(0, text.size() - blank.size()));
  }
  return text;
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80; }
bool is_stop(char c) { return c == '.' || c == ',' || c == '!' || c == '?'; }

bool starts_word(std::string_view text, std::size_t at, std::size_t length) {
  const bool free_before = at == 0 || is_blank(text[at - 1]) || text[at - 1] == '(' || text[at - 1] == '[' || text[at - 1] == '-' || static_cast<unsigned char>(text[at - 1]) >= 0x80 || (text[at - 1] == '"' && length == 1);
  const bool spaced = text.substr(at, length) == "\u00AB";  // « Non »
  const bool word_after = at + length < text.size() && (spaced || !is_blank(text[at + length]));
  return free_before && word_after;
}

// A single mark opens before a capital or a quoted word, not in '90s or 'em.
bool opens_single(std::string_view text, std::size_t at, std::size_t length) {
  const char next = text[at + length];
  return (at == 0 || is_blank(text[at - 1]) || text[at - 1] == '(' || text[at - 1] == '"' || static_cast<unsigned char>(text[at - 1]) >= 0x80) && (is_letter(next) && !(next >= '0' && next <= '9'));
}

// A single mark closes behind a stop, or behind a letter that is no plural's: "the workers' union" goes on.
bool closes_single(std::string_view text, std::size_t at, std::size_t length) {
  const std::size_t next = at + length;
  if (next < text.size() && is_letter(text[next]) && text.substr(next, 3) != "\u201D" && text.substr(next, 3) != "\u2019") return false;
  return is_stop(text[at - 1]) || (!is_blank(text[at - 1]) && text[at - 1] != 's');
}

struct Close {
  std::size_t at = std::string_view::npos;
  std::size_t length = 0;
};

// A mark with a blank before it and a word after it opens another quotation.
bool opens_again(std::string_view text, std::size_t at, std::size_t length) {
  const std::size_t next = at + length;
  return at > 0 && is_blank(text[at - 1]) && next < text.size() && (is_letter(text[next]) || text[next] == '\'');
}

// The first closing mark from `from` on. A straight mark that opens another quotation before it says that this one was never closed.
Close find_close(std::string_view text, std::size_t from, const Marks& marks) {
  Close found;
  for (const std::string_view mark : marks.close) {
    if (mark.empty()) continue;
    for (std::size_t at = text.find(mark, from); at != std::string_view::npos && at < found.at; at = text.find(mark, at + mark.size())) {
      if (marks.single && !closes_single(text, at, mark.size())) continue;
      const bool again = !marks.single && opens_again(text, at, mark.size());
      if (again && mark != marks.open) continue;
      found = {at, again ? 0 : mark.size()};
    }
  }
  return found;
}

const Marks* marks_at(std::string_view text, std::size_t at) {
  for (const Marks& each : kMarks) {
    if (!text.substr(at).starts_with(each.open) || !starts_word(text, at, each.open.size())) continue;
    if (!each.single || opens_single(text, at, each.open.size())) return &each;
  }
  return nullptr;
}

std::uint32_t number(std::size_t at) { return static_cast<std::uint32_t>(at); }

// The quotations of a stretch of text without paragraph breaks. Whether the last was left open.
bool scan(std::string_view text, std::size_t begin, std::size_t end, bool open_before, std::vector<Quotation>& found) {
  const std::string_view stretch = text.substr(0, end);
  bool left_open = false;
  std::array<bool, kMarks.size()> unclosed = {};  // single marks that nothing closes from here on
  for (std::size_t at = begin; at < end;) {
    const Marks* marks = marks_at(stretch, at);
    const std::size_t kind = marks == nullptr ? 0 : static_cast<std::size_t>(marks - kMarks.data());
    if (marks == nullptr || unclosed[kind]) {
      ++at;
      continue;
    }
    std::size_t inside = at + marks->open.size();
    while (const std::size_t blank = blank_at(stretch, inside)) inside += blank;
    const Close close = find_close(stretch, inside, *marks);
    const bool open = close.at == std::string_view::npos;
    if (open && marks->single) {
      unclosed[kind] = true;
      ++at;
      continue;
    }
    left_open = open;
    std::size_t stop = open ? end : close.at;
    const std::size_t outside = open ? end : close.at + close.length;
    if (!open) stop = inside + without_blanks_behind(text.substr(inside, stop - inside)).size();
    found.push_back({{number(inside), number(stop)}, {number(at), number(close.length == 0 ? stop : outside)}, open_before && at == begin});
    at = outside;
  }
  return left_open;
}

std::size_t paragraph_end(std::string_view text, std::size_t at) {
  const std::size_t end = text.find("\n\n", at);
  return end == std::string_view::npos ? text.size() : end;
}

}  // namespace

std::vector<Quotation> find_quotations(std::string_view text) {
  std::vector<Quotation> found;
  bool open_before = false;
  std::size_t start = 0;
  while (start < text.size()) {
    const std::size_t end = paragraph_end(text, start);
    open_before = scan(text, start, end, open_before, found);
    start = end;
    while (start < text.size() && is_blank(text[start])) ++start;
  }
  return found;
}

std::vector<Quotation> quotations_within(std::string_view text, const std::vector<Quotation>& outer) {
  std::vector<Quotation> found;
  for (const Quotation& each : outer) scan(text, each.inside.begin, each.inside.end, false, found);
  return found;
}

}  // namespace bayhaqi
