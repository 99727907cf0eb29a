// An HTML5 tree (gumbo) laid flat: nodes in document order, each with its parent and the end of its subtree, so that every
// walk is a loop and no depth of nesting can exhaust the stack. In: UTF-8. Out: the tree, or nothing where the page would
// take more memory than its size can justify (built to harm). Memory comes from an arena that is freed at once.
// Immutable after parse(); one thread at a time while parsing. Reference: WHATWG HTML, "Parsing HTML documents".
#pragma once

#include <gumbo.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace bayhaqi {

struct HtmlNode {
  std::uint32_t parent = 0;          // of the root: itself
  std::uint32_t end = 0;             // one past the last node of the subtree
  GumboTag tag = GUMBO_TAG_UNKNOWN;  // GUMBO_TAG_LAST for text
  std::string_view text;             // of text nodes; for unknown tags as written
  const GumboElement* element = nullptr;
};

class HtmlTree {
 public:
  static std::optional<HtmlTree> parse(std::string_view source);
  HtmlTree(HtmlTree&&) noexcept;
  HtmlTree& operator=(HtmlTree&&) noexcept;
  ~HtmlTree();

  [[nodiscard]] const std::vector<HtmlNode>& nodes() const { return nodes_; }
  [[nodiscard]] const HtmlNode& node(std::uint32_t i) const { return nodes_[i]; }
  [[nodiscard]] bool is_text(std::uint32_t i) const { return nodes_[i].tag == GUMBO_TAG_LAST; }
  [[nodiscard]] std::string_view attribute(std::uint32_t i, const char* name) const;
  // The text below a node, white space made plain; scripts and styles left out.
  [[nodiscard]] std::string text_below(std::uint32_t i) const;
  // Is a proper or improper ancestor of `i` this node?
  [[nodiscard]] bool is_below(std::uint32_t i, std::uint32_t ancestor) const { return i >= ancestor && i < nodes_[ancestor].end; }

 private:
  class Arena;
  HtmlTree();
  void flatten(const GumboNode& root);
  std::unique_ptr<Arena> arena_;
  std::unique_ptr<const std::string> source_;  // what the tree's views point into
  std::vector<HtmlNode> nodes_;
};

[[nodiscard]] bool is_block_tag(GumboTag tag);
[[nodiscard]] bool is_unshown_tag(GumboTag tag);  // script, style, template …

}  // namespace bayhaqi
