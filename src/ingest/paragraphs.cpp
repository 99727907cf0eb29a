#include "ingest/paragraphs.h"

#include <algorithm>

#include "base/utf8.h"

namespace bayhaqi {

namespace {

constexpr std::size_t kWidestWrap = 120;  // longer lines are whole paragraphs
constexpr std::size_t kNarrowestWrap = 40;

// Joiners (U+200C, U+200D) stay: they belong to the spelling of Persian, Bengali and others.
bool is_invisible(char32_t value) {
  return value < 0x20 || (value >= 0x7F && value < 0xA0) || value == 0x200B || value == 0x200E || value == 0x200F || value == 0x2060 ||
         value == 0xFEFF || value == 0xAD || (value >= 0x202A && value <= 0x202E);
}

std::size_t width_of(std::string_view line) {
  return static_cast<std::size_t>(
      std::count_if(line.begin(), line.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

bool is_indented(std::string_view line) { return line.starts_with("  ") || line.starts_with("\t"); }

// The width at which the text was wrapped; 0 if it was not: no line may be longer, and several must come near it.
std::size_t wrap_width(const std::vector<std::string_view>& lines) {
  std::vector<std::size_t> widths;
  for (const std::string_view line : lines) {
    if (const std::size_t width = width_of(tidied(line)); width > 0) widths.push_back(width);
  }
  if (widths.size() < 3) return 0;
  std::sort(widths.begin(), widths.end());
  const std::size_t widest = widths.back();
  if (widest > kWidestWrap || widest < kNarrowestWrap) return 0;
  const auto near = std::lower_bound(widths.begin(), widths.end(), widest * 3 / 4);
  return static_cast<std::size_t>(widths.end() - near) * 3 >= widths.size() ? widest : 0;
}

bool continues(std::string_view line, std::string_view next, std::size_t width) {
  const std::size_t first_word = width_of(next.substr(0, next.find(' ')));
  if (width_of(line) + 1 + first_word > width) return true;
  // Ragged wrapping: a sentence that goes on in small letters.
  const CodePoint start = decode_utf8(next, 0);
  return is_lower(start.value) && width_of(line) * 2 > width;
}

}  // namespace

std::string tidied(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool space = false;
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint point = decode_utf8(text, i);
    const std::string_view bytes = text.substr(i, point.size);
    i += point.size;
    const bool zero_width = (point.value >= 0x200B && point.value <= 0x200F) || point.value == 0x2060 || point.value == 0xFEFF;
    const bool line_end = point.value >= 0x9 && point.value <= 0xD;
    if (line_end || (!zero_width && is_space(point.value))) {
      space = true;
    } else if (!is_invisible(point.value)) {
      if (space && !out.empty()) out.push_back(' ');
      space = false;
      out.append(bytes);
    }
  }
  return out;
}

std::vector<std::string_view> split_lines(std::string_view text) {
  std::vector<std::string_view> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find_first_of("\r\n\f", begin), text.size());
    lines.push_back(text.substr(begin, end - begin));
    begin = end + (text.substr(end).starts_with("\r\n") ? 2 : 1);
  }
  return lines;
}

std::vector<std::string> paragraphs_of_lines(const std::vector<std::string_view>& lines) {
  const std::size_t width = wrap_width(lines);
  std::vector<std::string> paragraphs;
  std::string last;  // the line before, tidied; empty after a blank line
  for (const std::string_view raw : lines) {
    std::string line = tidied(raw);
    if (!line.empty()) {
      if (width > 0 && !last.empty() && !is_indented(raw) && continues(last, line, width)) {
        paragraphs.back().append(1, ' ').append(line);
      } else {
        paragraphs.push_back(line);
      }
    }
    last = std::move(line);
  }
  return paragraphs;
}

std::string joined_paragraphs(const std::vector<std::string>& paragraphs) {
  std::string out;
  for (const std::string& paragraph : paragraphs) {
    if (paragraph.empty()) continue;
    if (!out.empty()) out.append("\n\n");
    out.append(paragraph);
  }
  return out;
}

}  // namespace bayhaqi
