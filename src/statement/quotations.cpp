#include "statement/quotations.h"

#include <array>

namespace bayhaqi {

namespace {

struct Marks {
  std::string_view open;
  std::string_view close;
};

// Single marks are left out: they are apostrophes too often.
constexpr std::array<Marks, 5> kMarks = {{{"\"", "\""}, {"\u201C", "\u201D"}, {"\u201E", "\u201C"}, {"\u00AB", "\u00BB"}, {"``", "''"}}};

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

bool starts_word(std::string_view text, std::size_t at, std::size_t length) {
  const bool free_before = at == 0 || is_blank(text[at - 1]) || text[at - 1] == '(' || text[at - 1] == '[' || text[at - 1] == '-' || static_cast<unsigned char>(text[at - 1]) >= 0x80;
  const bool word_after = at + length < text.size() && !is_blank(text[at + length]);
  return free_before && word_after;
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
    bool left_open = false;
    for (std::size_t at = start; at < end;) {
      const Marks* marks = nullptr;
      for (const Marks& each : kMarks) {
        if (text.substr(at).starts_with(each.open) && starts_word(text, at, each.open.size())) {
          marks = &each;
          break;
        }
      }
      if (marks == nullptr) {
        ++at;
        continue;
      }
      const std::size_t inside = at + marks->open.size();
      std::size_t close = text.find(marks->close, inside);
      left_open = close == std::string_view::npos || close >= end;
      if (left_open) close = end;
      const std::size_t outside = left_open ? end : close + marks->close.size();
      found.push_back({{static_cast<std::uint32_t>(inside), static_cast<std::uint32_t>(close)}, {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(outside)}, open_before && at == start});
      at = outside;
    }
    open_before = left_open;
    start = end;
    while (start < text.size() && is_blank(text[start])) ++start;
  }
  return found;
}

}  // namespace bayhaqi
