// Which blocks of a page are the article. Each block of prose gives points to the elements around it, less the further away
// (Readability); the element with most points, weighted by link share and by what its class, tag or itemprop say, holds the
// article. Its blocks are kept but for the frame around them: headline, dates and bylines before the first paragraph, calls to
// read, share or subscribe. The article's text in JSON-LD, where it is whole, decides about single blocks.
// In: the page, its headline, the JSON-LD text (may be empty). Out: paragraphs, none if there is no article. Any thread.
// Reference: Arc90 Readability (2009); the measure of success is docs/input.md, "Main text".
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ingest/html_tree.h"

namespace bayhaqi {

[[nodiscard]] std::vector<std::string> main_text(const HtmlTree& tree, std::string_view title, std::string_view json_body);

}  // namespace bayhaqi
