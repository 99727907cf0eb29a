#include "statement/order.h"

#include <algorithm>

#include "base/utf8.h"
#include "statement/words.h"

namespace bayhaqi {

namespace {

constexpr std::uint32_t kLongestHeading = 6;   // tokens before a colon
constexpr std::uint32_t kShortestContent = 3;  // tokens

std::string word_at(const Document& document, std::uint32_t i) { return lowered(document.form(TokenIndex(i))); }

// Behind adverbials of the word of speech: "on Monday", "in a statement", a date.
std::uint32_t behind_adverbials(const Document& document, std::uint32_t i, std::uint32_t end) {
  for (int steps = 0; steps < 3 && i < end; ++steps) {
    const auto time = std::ranges::find_if(document.times, [&](const TimeExpression& each) { return each.first.value <= i && i < each.last.value; });
    if (time != document.times.end()) {
      i = time->last.value;
      continue;
    }
    const Token& token = document.tokens[i];
    if (token.upos == Upos::kAdv && token.morph.pron_type == PronType::kNone) {
      ++i;
      continue;
    }
    if (token.upos != Upos::kAdp || token.relation != Relation::kCase || !token.head || token.head.value < i) break;
    std::uint32_t stop = token.head.value + 1;  // to the noun that the preposition belongs to
    while (stop < end && document.tokens[stop].relation == Relation::kFlat) ++stop;
    i = stop;
  }
  return i;
}

}  // namespace

std::optional<OrderedSpeech> clause_after(const Document& document, const Children& children, TokenIndex cue, bool bare) {
  const TokenIndex subject = child(document, children, cue, Relation::kNsubj);
  if (!subject || subject > cue) return std::nullopt;
  const Sentence& sentence = document.sentences[document.tokens[cue.value].sentence.value];
  const std::uint32_t end = sentence.last.value;
  std::uint32_t first = behind_adverbials(document, cue.value + 1, end);
  const bool that = first < end && word_at(document, first) == "that" && document.tokens[first].upos != Upos::kDet;
  if (first >= end) return std::nullopt;
  const std::string_view next = document.form(TokenIndex(first));
  const bool quoted = next == "\"" || next == "\u201C";  // "warned “bad things” would happen"
  if (!that && !quoted && (!bare || document.tokens[first].upos == Upos::kPunct)) return std::nullopt;
  if (that) ++first;
  if (end - first < kShortestContent || !holds_clause(document, first, end)) return std::nullopt;
  return OrderedSpeech{subject, {}, {words_of(document, first, end)}};
}

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
  return OrderedSpeech{speaker, document.tokens[colon].span, {words_of(document, colon + 1, last)}};
}

}  // namespace bayhaqi
