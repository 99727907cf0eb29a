// The text of a page as blocks: what stands between two breaks of line boxes, with how much of it is link text. Whole
// subtrees that say by tag, role, style or class that they are not the article (menus, shares, comments, captions, ads,
// related links) are left out, unless they hold much of the page's prose. Pure functions, any thread.
// Reference: Kohlschütter, Fankhauser, Nejdl 2010, "Boilerplate Detection using Shallow Text Features".
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "ingest/html_tree.h"

namespace bayhaqi {

struct TextBlock {
  std::uint32_t container = 0;  // the block element it stands in
  std::uint32_t node = 0;       // its first text node
  std::string text;             // white space made plain, never empty
  std::size_t size = 0;         // characters
  std::size_t link_size = 0;    // of them in links

  [[nodiscard]] double link_share() const { return size == 0 ? 0 : static_cast<double>(link_size) / static_cast<double>(size); }
};

[[nodiscard]] std::vector<TextBlock> text_blocks(const HtmlTree& tree);

// Words of class, id and the like, split at signs and at capitals: "articleBody main-text" -> article body main text.
[[nodiscard]] std::vector<std::string> attribute_words(const HtmlTree& tree, std::uint32_t node);

// Does the element call itself the body of an article: itemprop, or class words such as "entry" with "content"?
[[nodiscard]] bool says_article_body(const HtmlTree& tree, std::uint32_t node);

}  // namespace bayhaqi
