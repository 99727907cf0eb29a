#include "ingest/html_main_text.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>

#include "base/utf8.h"
#include "ingest/html_blocks.h"
#include "ingest/paragraphs.h"

namespace bayhaqi {

namespace {

constexpr std::size_t kProse = 25;        // characters from which a block counts
constexpr std::size_t kParagraph = 80;    // a block that is a paragraph by its size alone
constexpr int kReach = 5;                 // ancestors that get points
constexpr std::size_t kWholeBody = 400;   // characters from which a JSON-LD text is believed
constexpr std::size_t kMarkedBody = 250;  // characters of prose that make a marked element the article

bool is_heading(GumboTag tag) { return tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6; }

bool ends_sentence(std::string_view text) {
  for (const std::string_view end : {".", "?", "!", "\"", ":", ";", "\xE2\x80\x9D", "\xE2\x80\xA6", ")", "\xC2\xBB", "'", "\xE2\x80\x99"}) {
    if (text.ends_with(end)) return true;
  }
  return false;
}

// Letters and digits only, folded: to compare texts whatever their spaces and quotation marks.
std::string skeleton(std::string_view text) {
  std::string fold = folded(text);
  std::erase_if(fold, [](char c) { return static_cast<unsigned char>(c) < 0x80 && !((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')); });
  return fold;
}

double points_of(const TextBlock& block) {
  const auto commas = static_cast<double>(std::count(block.text.begin(), block.text.end(), ','));
  const double most = static_cast<double>(block.size) / 50;  // more are a list of names or figures
  return (1 + std::min(commas, most) + std::min(static_cast<double>(block.size) / 100, 3.0)) * (1 - block.link_share());
}

// What the element says about itself: about 1 for nothing.
double weight_of(const HtmlTree& tree, std::uint32_t i) {
  constexpr std::array<std::string_view, 11> kGood = {"article", "body", "content", "entry",  "main", "post",
                                                      "story",   "text", "news",    "detail", "page"};
  double weight = 1;
  const GumboTag tag = tree.node(i).tag;
  if (tag == GUMBO_TAG_ARTICLE) weight += 0.3;
  if (tag == GUMBO_TAG_MAIN) weight += 0.1;
  if (tag == GUMBO_TAG_LI || tag == GUMBO_TAG_UL || tag == GUMBO_TAG_OL || tag == GUMBO_TAG_FORM) weight -= 0.3;
  if (says_article_body(tree, i)) weight += 0.5;
  int good = 0;
  for (const std::string& word : attribute_words(tree, i)) good += std::find(kGood.begin(), kGood.end(), word) != kGood.end() ? 1 : 0;
  return weight + 0.1 * std::min(good, 3);
}

struct Scores {
  std::vector<double> points;
  std::vector<std::size_t> size;  // characters of all blocks below
  std::vector<std::size_t> link_size;
};

std::vector<std::uint32_t> blocks_below(const HtmlTree& tree, const std::vector<TextBlock>& blocks) {
  std::vector<std::uint32_t> counts(tree.nodes().size());
  for (const TextBlock& block : blocks) ++counts[block.container];
  for (auto i = static_cast<std::uint32_t>(counts.size()); i-- > 1;) counts[tree.node(i).parent] += counts[i];
  return counts;
}

Scores score_nodes(const HtmlTree& tree, const std::vector<TextBlock>& blocks) {
  const std::size_t count = tree.nodes().size();
  Scores scores{std::vector<double>(count), std::vector<std::size_t>(count), std::vector<std::size_t>(count)};
  const std::vector<std::uint32_t> below = blocks_below(tree, blocks);
  for (const TextBlock& block : blocks) {
    scores.size[block.container] += block.size;
    scores.link_size[block.container] += block.link_size;
    const GumboTag tag = tree.node(block.container).tag;
    if (block.size < kProse || is_heading(tag)) continue;
    const double points = points_of(block);
    const bool leaf =
        tag == GUMBO_TAG_P || tag == GUMBO_TAG_LI || tag == GUMBO_TAG_PRE || tag == GUMBO_TAG_BLOCKQUOTE || tag == GUMBO_TAG_TD;
    std::uint32_t at = leaf ? tree.node(block.container).parent : block.container;
    for (int level = 0; level < kReach; ++level) {
      // A wrapper around this block alone is no level of its own: each paragraph may stand in its own box.
      while (below[at] == below[block.container] && tree.node(at).parent != at) at = tree.node(at).parent;
      scores.points[at] += level == 0 ? points : points / (level == 1 ? 2 : 3 * level);
      if (tree.node(at).parent == at) break;
      at = tree.node(at).parent;
    }
  }
  for (auto i = static_cast<std::uint32_t>(count); i-- > 1;) {
    scores.size[tree.node(i).parent] += scores.size[i];
    scores.link_size[tree.node(i).parent] += scores.link_size[i];
  }
  return scores;
}

double link_share(const Scores& scores, std::uint32_t i) {
  return scores.size[i] == 0 ? 0 : static_cast<double>(scores.link_size[i]) / static_cast<double>(scores.size[i]);
}

// An element marked as the article's body, if it holds prose.
std::optional<std::uint32_t> marked_body(const HtmlTree& tree, const Scores& scores) {
  std::optional<std::uint32_t> best;
  for (std::uint32_t i = 0; i < tree.nodes().size(); ++i) {
    if (lowered(tree.attribute(i, "itemprop")).find("articlebody") == std::string::npos) continue;
    const std::size_t prose = scores.size[i] - scores.link_size[i];
    if (prose >= kMarkedBody && (!best || prose > scores.size[*best])) best = i;
  }
  return best;
}

std::optional<std::uint32_t> article_element(const HtmlTree& tree, const Scores& scores) {
  std::optional<std::uint32_t> best;
  double most = 0;
  for (std::uint32_t i = 0; i < tree.nodes().size(); ++i) {
    if (scores.points[i] <= 0) continue;
    const double points = scores.points[i] * (1 - link_share(scores, i)) * weight_of(tree, i);
    if (points > most) {
      most = points;
      best = i;
    }
  }
  if (!best) return best;
  // Up while the parent has nearly as much of its own: an article in several sections.
  for (std::uint32_t at = *best; tree.node(at).parent != at && tree.node(at).tag != GUMBO_TAG_BODY;) {
    at = tree.node(at).parent;
    if (tree.node(at).tag == GUMBO_TAG_BODY || tree.node(at).tag == GUMBO_TAG_HTML) break;
    if (scores.points[at] * (1 - link_share(scores, at)) > 0.75 * most) best = at;
  }
  if (const auto marked = marked_body(tree, scores)) {
    if (tree.is_below(*best, *marked) || tree.is_below(*marked, *best)) best = marked;
  }
  return best;
}

bool begins_with_call(std::string_view text) {
  constexpr std::array<std::string_view, 20> kCalls = {"read more",  "read also", "also read",  "related",       "follow us",
                                                       "sign up",    "subscribe", "share this", "advertisement", "copyright",
                                                       "click here", "see also",  "more:",      "more on",       "recommended",
                                                       "watch:",     "listen:",   "photo:",     "image:",        "all rights reserved"};
  const std::string start = lowered(text.substr(0, 40));
  return std::any_of(kCalls.begin(), kCalls.end(), [&](std::string_view call) { return start.starts_with(call); });
}

// Calls to subscribe and the like, wherever they stand in a short block.
bool holds_call(std::string_view text) {
  constexpr std::array<std::string_view, 10> kCalls = {"sign up for",      "subscribe to",     "please subscribe",    "our newsletter",
                                                       "follow us on",     "click here to",    "all rights reserved", "download our app",
                                                       "download the app", "enable javascript"};
  const std::string small = lowered(text);
  return std::any_of(kCalls.begin(), kCalls.end(), [&](std::string_view call) { return small.find(call) != std::string::npos; });
}

bool is_frame(const HtmlTree& tree, const TextBlock& block) {
  const GumboTag tag = tree.node(block.container).tag;
  if (block.link_share() > 0.6) return true;
  if (block.size < 200 && (begins_with_call(block.text) || holds_call(block.text))) return true;
  if (block.size < 16 && lowered(block.text).starts_with("advert")) return true;
  if (tag == GUMBO_TAG_LI) return block.link_share() > 0.35;
  return false;
}

bool is_paragraph(const HtmlTree& tree, const TextBlock& block) {
  return block.link_share() < 0.5 && !is_heading(tree.node(block.container).tag) &&
         (block.size >= kParagraph || (block.size >= kProse && ends_sentence(block.text)));
}

// A whole sentence set as a heading above the text.
bool is_standfirst(const HtmlTree& tree, const TextBlock& block) {
  return is_heading(tree.node(block.container).tag) && tree.node(block.container).tag != GUMBO_TAG_H1 && block.size >= 60 &&
         block.text.ends_with('.');
}

// The JSON-LD text says where the article begins and ends, and which short or linked blocks in between belong to it; only where
// it is about as long as what was found.
void keep_what_body_has(const HtmlTree& tree, std::vector<const TextBlock*>& kept, std::string_view json_body) {
  const std::string body = skeleton(json_body);
  std::vector<bool> inside(kept.size());
  std::size_t all = 0;
  std::size_t found = 0;
  for (std::size_t i = 0; i < kept.size(); ++i) {
    const std::string text = skeleton(kept[i]->text);
    all += text.size();
    inside[i] = !text.empty() && body.find(text) != std::string::npos;
    if (inside[i]) found += text.size();
  }
  if (found * 10 < body.size() * 8 || found * 2 < all) return;
  const auto first = static_cast<std::size_t>(std::find(inside.begin(), inside.end(), true) - inside.begin());
  const auto last = static_cast<std::size_t>(inside.rend() - std::find(inside.rbegin(), inside.rend(), true));
  std::vector<const TextBlock*> chosen;
  for (std::size_t i = first; i < last; ++i) {
    if (inside[i] || (is_paragraph(tree, *kept[i]) && kept[i]->size >= kParagraph && kept[i]->link_share() < 0.3))
      chosen.push_back(kept[i]);
  }
  kept = std::move(chosen);
}

// Off with headline, dates, bylines before the first paragraph, and with scraps after the last.
void trim(const HtmlTree& tree, std::string_view title, std::vector<const TextBlock*>& kept) {
  const auto real = [&](const TextBlock* block) { return is_paragraph(tree, *block); };
  const std::string headline = skeleton(title);
  std::erase_if(kept, [&](const TextBlock* block) {
    return is_heading(tree.node(block->container).tag) && !headline.empty() && skeleton(block->text) == headline;
  });
  const auto opens = [&](const TextBlock* block) { return real(block) || is_standfirst(tree, *block); };
  const auto first = std::find_if(kept.begin(), kept.end(), opens);
  kept.erase(kept.begin(), first);
  const auto last = std::find_if(kept.rbegin(), kept.rend(), real);
  kept.erase(last.base(), kept.end());
}

}  // namespace

std::vector<std::string> main_text(const HtmlTree& tree, std::string_view title, std::string_view json_body) {
  const std::vector<TextBlock> blocks = text_blocks(tree);
  const Scores scores = score_nodes(tree, blocks);
  std::vector<const TextBlock*> kept;
  if (const auto element = article_element(tree, scores)) {
    for (const TextBlock& block : blocks) {
      if (tree.is_below(block.container, *element) && !is_frame(tree, block)) kept.push_back(&block);
    }
  }
  trim(tree, title, kept);
  std::size_t size = 0;
  for (const TextBlock* block : kept) size += block->size;
  std::vector<std::string> paragraphs;
  if (json_body.size() >= kWholeBody) {
    if (size * 2 < json_body.size()) {
      paragraphs.emplace_back(json_body);
      return paragraphs;
    }
    keep_what_body_has(tree, kept, json_body);
  }
  for (const TextBlock* block : kept) paragraphs.push_back(block->text);
  return paragraphs;
}

}  // namespace bayhaqi
