#include "statement/order.h"

#include <algorithm>

#include "base/utf8.h"
#include "statement/words.h"

namespace bayhaqi {

namespace {

constexpr std::uint32_t kLongestHeading = 6;   // tokens before a colon
constexpr std::uint32_t kShortestContent = 3;  // tokens

}  // namespace

std::optional<OrderedSpeech> speech_behind_colon(const Document& document, const Sentence& sentence) {
  const std::uint32_t first = sentence.first.value;
  const std::uint32_t last = sentence.last.value;
  std::uint32_t colon = first;
  while (colon < last && colon <= first + kLongestHeading && document.form(TokenIndex(colon)) != ":") {
    if (!may_name(document.tokens[colon])) return std::nullopt;
    ++colon;
  }
  if (colon == first || colon >= last || document.form(TokenIndex(colon)) != ":" || last - colon < kShortestContent + 1) return std::nullopt;
  const bool actor = std::ranges::any_of(document.mentions, [&](const ActorMention& each) { return each.first.value >= first && each.last.value == colon; });
  if (!actor) return std::nullopt;
  bool verb = false;
  for (std::uint32_t i = colon + 1; i < last; ++i) verb = verb || is_finite(document.tokens[i]) || document.tokens[i].upos == Upos::kVerb;
  const TokenIndex speaker = head_among(document, first, colon);
  if (!verb || !speaker) return std::nullopt;
  return OrderedSpeech{TokenIndex(colon), speaker, document.tokens[colon].span, {words_of(document, colon + 1, last)}};
}

std::optional<OrderedSpeech> speech_before_name(const Document& document, const Sentence& sentence) {
  const std::uint32_t first = sentence.first.value;
  const std::uint32_t last = sentence.last.value;
  std::uint32_t mark = last;
  while (mark > first && last - mark < kLongestHeading && may_name(document.tokens[mark - 1])) --mark;
  if (mark == last || mark < first + kShortestContent + 1) return std::nullopt;
  const std::string_view form = document.form(TokenIndex(--mark));
  const std::string_view text = document.article.text;
  const bool blank_before = document.tokens[mark].span.begin > 0 && text[document.tokens[mark].span.begin - 1] == ' ';
  if (form != ":" && !(is_dash(form) && blank_before && document.tokens[mark].span.end < text.size() && text[document.tokens[mark].span.end] == ' ')) return std::nullopt;
  const bool actor = std::ranges::any_of(document.mentions, [&](const ActorMention& each) { return each.first.value > mark && each.last.value == last; });
  const TokenIndex speaker = head_among(document, mark + 1, last);
  if (!actor || !speaker || !holds_clause(document, first, mark)) return std::nullopt;
  return OrderedSpeech{TokenIndex(mark), speaker, document.tokens[mark].span, {words_of(document, first, mark)}};
}

}  // namespace bayhaqi
