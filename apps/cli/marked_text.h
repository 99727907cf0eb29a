// A piece of text with words marked in place: coloured on a terminal, in brackets elsewhere. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "bayhaqi/article.h"
#include "terminal.h"

namespace bayhaqi::cli {

struct Mark {
  Span span;
  std::string label;
  std::string_view color;
};

// Marks that cross each other are opened and closed in the order of their ends; marks outside `range` are left out.
[[nodiscard]] std::string mark_text(std::string_view text, Span range, std::vector<Mark> marks, const Palette& colors);

}  // namespace bayhaqi::cli
