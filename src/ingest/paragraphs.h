// Lines of text to paragraphs joined by "\n\n", the form of Article::text. White space inside a paragraph becomes one space;
// control and zero-width characters go. Hard-wrapped lines (mail, wire services, old pages) are joined where the next word
// would not have fitted on the line; a shorter line ends its paragraph. Pure functions, any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace bayhaqi {

// One line or paragraph with its white space made plain.
[[nodiscard]] std::string tidied(std::string_view text);

[[nodiscard]] std::vector<std::string> paragraphs_of_lines(const std::vector<std::string_view>& lines);
[[nodiscard]] std::string joined_paragraphs(const std::vector<std::string>& paragraphs);

// Views of the lines, without line ends ("\n", "\r\n", "\r", form feed).
[[nodiscard]] std::vector<std::string_view> split_lines(std::string_view text);

}  // namespace bayhaqi
