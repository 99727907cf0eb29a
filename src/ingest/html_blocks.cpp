#include "ingest/html_blocks.h"

#include <algorithm>
#include <array>
#include <span>

#include "base/utf8.h"
#include "ingest/paragraphs.h"

namespace bayhaqi {

namespace {

constexpr double kProseShare = 0.25;    // a subtree with more of the page's prose is never left out for its class
constexpr double kBodyShare = 0.06;     // the same where an element in it calls itself the article's body
constexpr double kCommentShare = 0.95;  // but comments may well be longer than the article

// Beginnings of words in class and id, by what they mark.
constexpr std::array<std::string_view, 15> kNavigation = {"nav",     "menu",   "breadcrumb", "pagination", "pager",
                                                          "sidebar", "footer", "toolbar",    "masthead",   "skip",
                                                          "toc",     "tabs",   "dropdown",   "topbar",     "sitemap"};
constexpr std::array<std::string_view, 5> kComments = {"comments", "commentlist", "disqus", "respond", "replies"};
constexpr std::array<std::string_view, 16> kSocial = {"comment", "share",    "sharing",  "social",  "follow",   "newsletter",
                                                      "subscri", "signup",   "reply",    "rating",  "feedback", "login",
                                                      "paywall", "whatsapp", "addtoany", "opinions"};
constexpr std::array<std::string_view, 19> kRelated = {"related",  "recommend", "recirc", "popular", "trending", "outbrain", "taboola",
                                                       "readmore", "mostread",  "more",   "teaser",  "promo",    "latest",   "sponsor",
                                                       "advert",   "ads",       "banner", "upsell",  "carousel"};
constexpr std::array<std::string_view, 17> kFrame = {"caption", "credit",    "byline",    "author", "bio",      "tags",
                                                     "taglist", "copyright", "cookie",    "modal",  "popup",    "disclaimer",
                                                     "print",   "gallery",   "slideshow", "meta",   "timestamp"};

bool begins_with_any(std::string_view word, std::span<const std::string_view> stems) {
  return std::any_of(stems.begin(), stems.end(), [&](std::string_view stem) { return word.starts_with(stem); });
}

bool is_dropped_tag(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_ASIDE:
    case GUMBO_TAG_FOOTER:
    case GUMBO_TAG_BUTTON:
    case GUMBO_TAG_SELECT:
    case GUMBO_TAG_TEXTAREA:
    case GUMBO_TAG_FIGCAPTION:
    case GUMBO_TAG_FIGURE:
    case GUMBO_TAG_LABEL:
    case GUMBO_TAG_MENU:
    case GUMBO_TAG_OPTION:
    case GUMBO_TAG_INPUT:
    case GUMBO_TAG_CAPTION:
    case GUMBO_TAG_NOSCRIPT:
      return true;
    default:
      return is_unshown_tag(tag);
  }
}

bool is_hidden(const HtmlTree& tree, std::uint32_t i) {
  std::string style = lowered(tree.attribute(i, "style"));
  std::erase(style, ' ');
  return style.find("display:none") != std::string::npos || style.find("visibility:hidden") != std::string::npos ||
         tree.attribute(i, "aria-hidden") == "true" ||
         (tree.node(i).element != nullptr && gumbo_get_attribute(&tree.node(i).element->attributes, "hidden") != nullptr);
}

bool is_frame_role(std::string_view role) {
  constexpr std::array<std::string_view, 8> kRoles = {"navigation", "banner", "complementary", "contentinfo",
                                                      "search",     "dialog", "menu",          "toolbar"};
  return std::find(kRoles.begin(), kRoles.end(), role) != kRoles.end();
}

bool says_not_article(const HtmlTree& tree, std::uint32_t i) {
  if (is_frame_role(tree.attribute(i, "role")) || is_hidden(tree, i)) return true;
  const std::vector<std::string> words = attribute_words(tree, i);
  return std::any_of(words.begin(), words.end(), [](const std::string& word) {
    return word == "ad" || begins_with_any(word, kNavigation) || begins_with_any(word, kSocial) || begins_with_any(word, kRelated) ||
           begins_with_any(word, kFrame);
  });
}

bool says_comments(const HtmlTree& tree, std::uint32_t i) {
  const std::vector<std::string> words = attribute_words(tree, i);
  return std::any_of(words.begin(), words.end(), [](const std::string& word) { return begins_with_any(word, kComments); });
}

bool may_be_dropped(GumboTag tag) {
  return tag != GUMBO_TAG_HTML && tag != GUMBO_TAG_BODY && tag != GUMBO_TAG_ARTICLE && tag != GUMBO_TAG_MAIN && tag != GUMBO_TAG_P &&
         tag != GUMBO_TAG_A && tag != GUMBO_TAG_EM && tag != GUMBO_TAG_STRONG && tag != GUMBO_TAG_B && tag != GUMBO_TAG_I;
}

// Characters of prose (text outside links, in runs of some length) below each node.
std::vector<std::size_t> prose_sizes(const HtmlTree& tree) {
  const auto& nodes = tree.nodes();
  std::vector<std::size_t> sizes(nodes.size(), 0);
  for (auto i = static_cast<std::uint32_t>(nodes.size()); i-- > 0;) {
    if (tree.is_text(i)) sizes[i] = nodes[i].text.size() >= 40 ? nodes[i].text.size() : 0;
    if (is_unshown_tag(nodes[i].tag) || nodes[i].tag == GUMBO_TAG_A) sizes[i] = 0;
    if (i > 0) sizes[nodes[i].parent] += sizes[i];
  }
  return sizes;
}

// Elements with an article's body in them, by their own words.
std::vector<bool> body_holders(const HtmlTree& tree) {
  std::vector<bool> holders(tree.nodes().size());
  for (auto i = static_cast<std::uint32_t>(holders.size()); i-- > 1;) {
    if (!holders[i] && tree.node(i).element != nullptr && says_article_body(tree, i)) holders[i] = true;
    if (holders[i]) holders[tree.node(i).parent] = true;
  }
  return holders;
}

struct Marks {
  std::vector<bool> dropped;
  std::vector<bool> in_link;
  std::vector<std::uint32_t> block_of;
};

Marks mark_nodes(const HtmlTree& tree) {
  const auto& nodes = tree.nodes();
  const std::vector<std::size_t> prose = prose_sizes(tree);
  const std::vector<bool> holders = body_holders(tree);
  const double most = nodes.empty() ? 0 : kProseShare * static_cast<double>(prose[0]);
  Marks marks{std::vector<bool>(nodes.size()), std::vector<bool>(nodes.size()), std::vector<std::uint32_t>(nodes.size())};
  for (std::uint32_t i = 0; i < nodes.size(); ++i) {
    const HtmlNode& node = nodes[i];
    const bool root = node.parent == i;
    marks.block_of[i] = root || is_block_tag(node.tag) ? i : marks.block_of[node.parent];
    marks.in_link[i] = node.tag == GUMBO_TAG_A || (!root && marks.in_link[node.parent]);
    bool dropped = !root && marks.dropped[node.parent];
    if (!dropped && !tree.is_text(i)) {
      const bool much = static_cast<double>(prose[i]) > (holders[i] ? most * kBodyShare / kProseShare : most);
      const bool all = static_cast<double>(prose[i]) > most * kCommentShare / kProseShare;
      dropped = is_unshown_tag(node.tag) || (is_dropped_tag(node.tag) && !much) ||
                (may_be_dropped(node.tag) && !much && says_not_article(tree, i)) ||
                (may_be_dropped(node.tag) && !all && says_comments(tree, i));
    }
    marks.dropped[i] = dropped;
  }
  return marks;
}

// Collects the raw text of one block; '\n' stands for <br>.
class BlockBuilder {
 public:
  explicit BlockBuilder(std::vector<TextBlock>& out) : out_(out) {}

  void add(std::uint32_t container, std::uint32_t node, std::string_view text, bool link) {
    if (raw_.empty()) {
      container_ = container;
      node_ = node;
    }
    for (const char c : text) raw_.push_back(c == '\n' || c == '\r' ? ' ' : c);
    if (link) link_size_ += tidied(text).size();
  }
  void add_break() { raw_.push_back('\n'); }

  // A line break ends a paragraph where it is doubled, or stands after the end of a sentence.
  void finish() {
    std::string paragraph;
    std::vector<std::string> parts;
    for (const std::string_view line : split_lines(raw_)) {
      std::string text = tidied(line);
      const bool ends = paragraph.ends_with('.') || paragraph.ends_with('?') || paragraph.ends_with('!') ||
                        paragraph.ends_with("\xE2\x80\x9D") || paragraph.ends_with('"');
      if (text.empty() || ends) {
        if (!paragraph.empty()) parts.push_back(std::move(paragraph));
        paragraph = std::move(text);
      } else {
        if (!paragraph.empty()) paragraph.push_back(' ');
        paragraph.append(text);
      }
    }
    if (!paragraph.empty()) parts.push_back(std::move(paragraph));
    std::size_t total = 0;
    for (const std::string& part : parts) total += part.size();
    for (std::string& part : parts) {
      const std::size_t size = part.size();
      out_.push_back({container_, node_, std::move(part), size, total == 0 ? 0 : std::min(size, link_size_ * size / total)});
    }
    raw_.clear();
    link_size_ = 0;
  }

 private:
  std::vector<TextBlock>& out_;
  std::string raw_;
  std::uint32_t container_ = 0;
  std::uint32_t node_ = 0;
  std::size_t link_size_ = 0;
};

}  // namespace

std::vector<std::string> attribute_words(const HtmlTree& tree, std::uint32_t node) {
  std::vector<std::string> words;
  for (const char* name : {"class", "id"}) {
    const std::string_view value = tree.attribute(node, name).substr(0, 400);
    std::string word;
    for (std::size_t i = 0; i <= value.size(); ++i) {
      const char c = i < value.size() ? value[i] : ' ';
      const bool capital = c >= 'A' && c <= 'Z';
      const bool letter = capital || (c >= 'a' && c <= 'z');
      const bool after_small = i > 0 && value[i - 1] >= 'a' && value[i - 1] <= 'z';
      if ((!letter || (capital && after_small)) && !word.empty()) {
        words.push_back(std::move(word));
        word.clear();
      }
      if (letter) word.push_back(static_cast<char>(c | 0x20));
    }
  }
  return words;
}

bool says_article_body(const HtmlTree& tree, std::uint32_t node) {
  constexpr std::array<std::string_view, 5> kWhat = {"article", "entry", "post", "story", "news"};
  constexpr std::array<std::string_view, 3> kPart = {"content", "body", "text"};
  if (lowered(tree.attribute(node, "itemprop")).find("articlebody") != std::string::npos) return true;
  const std::vector<std::string> words = attribute_words(tree, node);
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    const bool what = std::find(kWhat.begin(), kWhat.end(), words[i]) != kWhat.end();
    if (what && std::find(kPart.begin(), kPart.end(), words[i + 1]) != kPart.end()) return true;
  }
  return false;
}

std::vector<TextBlock> text_blocks(const HtmlTree& tree) {
  const Marks marks = mark_nodes(tree);
  std::vector<TextBlock> blocks;
  BlockBuilder builder(blocks);
  std::uint32_t current = 0;
  for (std::uint32_t i = 0; i < tree.nodes().size();) {
    if (marks.dropped[i]) {
      if (is_block_tag(tree.node(i).tag)) builder.finish();
      i = tree.node(i).end;
      continue;
    }
    if (marks.block_of[i] != current) builder.finish();
    current = marks.block_of[i];
    if (tree.is_text(i))
      builder.add(current, i, tree.node(i).text, marks.in_link[i]);
    else if (tree.node(i).tag == GUMBO_TAG_BR)
      builder.add_break();
    ++i;
  }
  builder.finish();
  return blocks;
}

}  // namespace bayhaqi
