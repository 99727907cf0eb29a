#include "ingest/html_tree.h"

#include <algorithm>
#include <csetjmp>
#include <cstddef>
#include <utility>

#include "ingest/html_source.h"
#include "ingest/paragraphs.h"

namespace bayhaqi {

// Memory for gumbo, handed out in blocks and freed together. Beyond the limit it jumps out of the parser: gumbo can't be told
// that memory is short, and tangled markup (formatting elements that reopen in every paragraph) grows with the square of the page.
class HtmlTree::Arena {
 public:
  explicit Arena(std::size_t limit) : limit_(limit) {}

  void* take(std::size_t size) {
    size = (size + alignof(std::max_align_t) - 1) / alignof(std::max_align_t) * alignof(std::max_align_t);
    if (size > left_) {
      const std::size_t block = std::max(size, kBlock);
      if (used_ + block > limit_) std::longjmp(out_, 1);  // NOLINT(cert-err52-cpp)
      used_ += block;
      if (size >= kBlock / 2) return blocks_.emplace_back(std::make_unique_for_overwrite<std::byte[]>(size)).get();
      next_ = blocks_.emplace_back(std::make_unique_for_overwrite<std::byte[]>(block)).get();
      left_ = block;
    }
    void* given = next_;
    next_ += size;
    left_ -= size;
    return given;
  }

  // Nothing between here and take() has a destructor: gumbo is C.
  GumboOutput* parse(std::string_view html) {
    if (setjmp(out_) != 0) return nullptr;  // NOLINT(cert-err52-cpp)
    GumboOptions options = kGumboDefaultOptions;
    options.allocator = [](void* arena, std::size_t size) { return static_cast<Arena*>(arena)->take(size); };
    options.deallocator = [](void*, void*) {};
    options.userdata = this;
    options.max_errors = 0;
    return gumbo_parse_with_options(&options, html.data(), html.size());
  }

 private:
  static constexpr std::size_t kBlock = std::size_t{1} << 18U;
  std::size_t limit_;
  std::size_t used_ = 0;
  std::byte* next_ = nullptr;
  std::size_t left_ = 0;
  std::vector<std::unique_ptr<std::byte[]>> blocks_;
  std::jmp_buf out_ = {};
};

namespace {

constexpr std::size_t kLeastMemory = std::size_t{64} << 20U;
constexpr std::size_t kMemoryPerByte = 48;
constexpr std::ptrdiff_t kDeepest = 4000;  // gumbo's time grows with the square of the depth

bool is_letter_byte(char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }

// An upper estimate of open elements at any point: start tags less end tags, void elements and those that close themselves left out.
bool is_too_deep(std::string_view html) {
  constexpr std::string_view kClosing = " p li br hr img meta link input tr td th dt dd option source wbr area col base embed param ";
  std::ptrdiff_t depth = 0;
  for (std::size_t i = html.find('<'); i != std::string_view::npos; i = html.find('<', i + 1)) {
    if (i + 1 >= html.size()) break;
    if (html[i + 1] == '/') {
      depth = std::max<std::ptrdiff_t>(0, depth - 1);
    } else if (is_letter_byte(html[i + 1])) {
      std::string name = " ";
      for (std::size_t k = i + 1; k < html.size() && k < i + 8 && is_letter_byte(html[k]); ++k)
        name.push_back(static_cast<char>(html[k] | 0x20));
      if (kClosing.find(name + " ") == std::string_view::npos && ++depth > kDeepest) return true;
    }
  }
  return false;
}

}  // namespace

HtmlTree::HtmlTree() = default;
HtmlTree::HtmlTree(HtmlTree&&) noexcept = default;
HtmlTree& HtmlTree::operator=(HtmlTree&&) noexcept = default;
HtmlTree::~HtmlTree() = default;

std::optional<HtmlTree> HtmlTree::parse(std::string_view source) {
  HtmlTree tree;
  tree.source_ = std::make_unique<const std::string>(without_unread_markup(source));
  const std::string_view html = *tree.source_;
  if (is_too_deep(html)) return std::nullopt;
  tree.arena_ = std::make_unique<Arena>(kLeastMemory + html.size() * kMemoryPerByte);
  const GumboOutput* output = tree.arena_->parse(html);
  if (output == nullptr || output->root == nullptr) return std::nullopt;
  tree.flatten(*output->root);
  return tree;
}

void HtmlTree::flatten(const GumboNode& root) {
  struct Open {
    const GumboVector* children;
    unsigned next;
    std::uint32_t index;
  };
  std::vector<Open> open;
  const auto enter = [&](const GumboNode& node) {
    const auto index = static_cast<std::uint32_t>(nodes_.size());
    const std::uint32_t parent = open.empty() ? index : open.back().index;
    if (node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE) {
      const GumboElement& element = node.v.element;
      // A link that nobody closed goes on in every element behind it, by the rules of HTML; only its first part is meant.
      const bool carried_on = element.tag == GUMBO_TAG_A && (node.parse_flags & (GUMBO_INSERTION_RECONSTRUCTED_FORMATTING_ELEMENT | GUMBO_INSERTION_ADOPTION_AGENCY_CLONED)) != 0;
      nodes_.push_back({parent,
                        index + 1,
                        carried_on ? GUMBO_TAG_SPAN : element.tag,
                        {element.original_tag.data == nullptr ? "" : element.original_tag.data, element.original_tag.length},
                        &element});
      open.push_back({&element.children, 0, index});
    } else if (node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE || node.type == GUMBO_NODE_CDATA) {
      nodes_.push_back({parent, index + 1, GUMBO_TAG_LAST, node.v.text.text, nullptr});
    }
  };
  enter(root);
  while (!open.empty()) {
    Open& top = open.back();
    if (top.next < top.children->length) {
      enter(*static_cast<const GumboNode*>(top.children->data[top.next++]));
    } else {
      nodes_[top.index].end = static_cast<std::uint32_t>(nodes_.size());
      open.pop_back();
    }
  }
}

std::string_view HtmlTree::attribute(std::uint32_t i, const char* name) const {
  const GumboElement* element = nodes_[i].element;
  if (element == nullptr) return {};
  const GumboAttribute* found = gumbo_get_attribute(&element->attributes, name);
  return found == nullptr ? std::string_view() : std::string_view(found->value);
}

std::string HtmlTree::text_below(std::uint32_t i) const {
  std::string raw;
  for (std::uint32_t k = i; k < nodes_[i].end;) {
    if (is_text(k)) {
      raw.append(nodes_[k].text);
    } else if (is_unshown_tag(nodes_[k].tag)) {
      k = nodes_[k].end;
      continue;
    } else if (k != i && (is_block_tag(nodes_[k].tag) || nodes_[k].tag == GUMBO_TAG_BR)) {
      raw.push_back(' ');
    }
    ++k;
  }
  return tidied(raw);
}

bool is_block_tag(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_ADDRESS:
    case GUMBO_TAG_ARTICLE:
    case GUMBO_TAG_ASIDE:
    case GUMBO_TAG_BLOCKQUOTE:
    case GUMBO_TAG_BODY:
    case GUMBO_TAG_CAPTION:
    case GUMBO_TAG_CENTER:
    case GUMBO_TAG_DD:
    case GUMBO_TAG_DETAILS:
    case GUMBO_TAG_DIV:
    case GUMBO_TAG_DL:
    case GUMBO_TAG_DT:
    case GUMBO_TAG_FIELDSET:
    case GUMBO_TAG_FIGCAPTION:
    case GUMBO_TAG_FIGURE:
    case GUMBO_TAG_FOOTER:
    case GUMBO_TAG_FORM:
    case GUMBO_TAG_H1:
    case GUMBO_TAG_H2:
    case GUMBO_TAG_H3:
    case GUMBO_TAG_H4:
    case GUMBO_TAG_H5:
    case GUMBO_TAG_H6:
    case GUMBO_TAG_HEADER:
    case GUMBO_TAG_HR:
    case GUMBO_TAG_HTML:
    case GUMBO_TAG_LI:
    case GUMBO_TAG_MAIN:
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_OL:
    case GUMBO_TAG_P:
    case GUMBO_TAG_PRE:
    case GUMBO_TAG_SECTION:
    case GUMBO_TAG_SUMMARY:
    case GUMBO_TAG_TABLE:
    case GUMBO_TAG_TBODY:
    case GUMBO_TAG_TD:
    case GUMBO_TAG_TFOOT:
    case GUMBO_TAG_TH:
    case GUMBO_TAG_THEAD:
    case GUMBO_TAG_TR:
    case GUMBO_TAG_UL:
      return true;
    default:
      return false;
  }
}

bool is_unshown_tag(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_SCRIPT:
    case GUMBO_TAG_STYLE:
    case GUMBO_TAG_TEMPLATE:
    case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_OBJECT:
    case GUMBO_TAG_SVG:
    case GUMBO_TAG_CANVAS:
    case GUMBO_TAG_AUDIO:
    case GUMBO_TAG_VIDEO:
    case GUMBO_TAG_HEAD:
    case GUMBO_TAG_MATH:
    case GUMBO_TAG_TITLE:
      return true;
    default:
      return false;
  }
}

}  // namespace bayhaqi
