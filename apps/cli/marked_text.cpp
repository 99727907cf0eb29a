#include "marked_text.h"

#include <algorithm>
#include <tuple>

namespace bayhaqi::cli {

std::string mark_text(std::string_view text, Span range, std::vector<Mark> marks, const Palette& colors) {
  std::erase_if(marks, [&](const Mark& mark) { return mark.span.empty() || !range.contains(mark.span); });
  std::ranges::stable_sort(marks, [](const Mark& a, const Mark& b) { return std::tie(a.span.begin, b.span.end) < std::tie(b.span.begin, a.span.end); });
  std::string out;
  std::vector<const Mark*> open;
  std::size_t next = 0;
  const auto close_until = [&](std::uint32_t at) {
    while (!open.empty() && open.back()->span.end <= at) {
      open.pop_back();
      out += std::string(colors.off) + "]";
      if (!open.empty()) out += open.back()->color;
    }
  };
  for (std::uint32_t at = range.begin; at < range.end; ++at) {
    close_until(at);
    for (; next < marks.size() && marks[next].span.begin == at; ++next) {
      out += "[" + std::string(colors.dim) + marks[next].label + std::string(colors.off) + " " + std::string(marks[next].color);
      open.push_back(&marks[next]);
    }
    out += text[at] == '\n' ? ' ' : text[at];
  }
  close_until(range.end);
  for (; !open.empty(); open.pop_back()) out += std::string(colors.off) + "]";
  return out;
}

}  // namespace bayhaqi::cli
