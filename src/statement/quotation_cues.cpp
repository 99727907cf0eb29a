#include "statement/quotation_cues.h"

#include <algorithm>

#include "base/utf8.h"
#include "statement/contents.h"
#include "statement/speaker.h"
#include "statement/words.h"

namespace bayhaqi {

namespace {

constexpr std::uint32_t kLongestHeading = 8;    // tokens before a colon
constexpr std::uint32_t kLongestWordsOf = 14;   // tokens of "In the words of …,"
constexpr std::uint32_t kShortestSentence = 4;  // tokens that make a bare quotation a sentence of somebody's

bool ends_sentence(std::string_view text) { return text.ends_with('.') || text.ends_with('!') || text.ends_with('?'); }

}  // namespace

std::uint32_t QuotationCues::first_token(const Quotation& quotation) const {
  const auto found = std::ranges::lower_bound(document_.tokens, quotation.outside.begin, {}, [](const Token& each) { return each.span.begin; });
  return static_cast<std::uint32_t>(found - document_.tokens.begin());
}

// Whether a word of speech that may stand beside a quotation, itself outside of any.
bool QuotationCues::reports(TokenIndex verb) const {
  const Token& here = token(verb);
  if (here.upos != Upos::kVerb || quotation_at(quotations_, here.span.begin) != nullptr) return false;
  const SpeechRecord* record = verb_of_speech(document_, rules_, verb);
  return record != nullptr && record->quote != 0 && is_report(document_, children_, verb);
}

bool QuotationCues::is_taken(TokenIndex cue) const {
  return std::ranges::any_of(document_.statements, [&](const Statement& each) { return each.cue_token == cue; });
}

bool QuotationCues::is_actor(std::uint32_t i) const {
  const auto found = std::ranges::lower_bound(document_.mentions, TokenIndex(i), {}, &ActorMention::head);
  return found != document_.mentions.end() && found->head == TokenIndex(i);
}

TokenIndex QuotationCues::beside(const Quotation& quotation) const {
  const auto& sentences = document_.sentences;
  const auto first = std::ranges::upper_bound(sentences, quotation.outside.begin, {}, [](const Sentence& each) { return each.span.end; });
  TokenIndex before;
  auto sentence = first;
  for (; sentence != sentences.end() && sentence->span.begin < quotation.outside.end; ++sentence) {
    for (std::uint32_t i = sentence->first.value; i < sentence->last.value; ++i) {
      if (!reports(TokenIndex(i))) continue;
      if (document_.tokens[i].span.begin >= quotation.outside.end) return TokenIndex(i);
      before = TokenIndex(i);
    }
  }
  if (before) return before;
  if (sentence != sentences.end() && sentence != first && sentence->paragraph == (sentence - 1)->paragraph) {
    if (const TokenIndex cue = opening(*sentence)) return cue;
  }
  if (first == sentences.end()) return {};
  const std::uint32_t mark = first_token(quotation);
  if (mark > first->first.value && document_.form(TokenIndex(mark - 1)) == ":") return before_colon(first->first.value, mark - 1);
  if (first == sentences.begin() || first->span.begin != quotation.outside.begin) return {};
  const Sentence& ahead = *(first - 1);
  return ahead.last > ahead.first && document_.form(TokenIndex(ahead.last.value - 1)) == ":" ? before_colon(ahead.first.value, ahead.last.value - 1) : TokenIndex{};
}

// "Obama asked the senators."
TokenIndex QuotationCues::opening(const Sentence& sentence) const {
  if (touches_quotation(quotations_, sentence.span)) return {};
  bool nominal = false;
  for (std::uint32_t i = sentence.first.value; i < sentence.last.value; ++i) {
    const Token& here = document_.tokens[i];
    if (nominal && reports(TokenIndex(i))) return is_taken(TokenIndex(i)) ? TokenIndex{} : TokenIndex(i);
    if (!may_name(here) && here.upos != Upos::kAdv) return {};
    nominal = nominal || is_nominal(here);
  }
  return {};
}

// "He said:" and "The ministry released this statement:"
TokenIndex QuotationCues::before_colon(std::uint32_t first, std::uint32_t colon) const {
  TokenIndex main;
  for (std::uint32_t i = colon; i-- > first;) {
    if (reports(TokenIndex(i))) return TokenIndex(i);
    const Token& here = document_.tokens[i];
    if (here.upos == Upos::kVerb && is_finite(here) && (!main || !here.head || here.head.value < first || here.head.value >= colon)) main = TokenIndex(i);
  }
  return main;
}

TokenIndex QuotationCues::right_before(const Quotation& quotation) const {
  const std::uint32_t mark = first_token(quotation);
  if (mark == 0 || mark >= document_.tokens.size() || !reports(TokenIndex(mark - 1)) || is_taken(TokenIndex(mark - 1))) return {};
  std::uint32_t next = mark;
  while (next < document_.tokens.size() && document_.tokens[next].span.begin < quotation.outside.end) ++next;
  const bool ends = next == document_.tokens.size() || document_.tokens[next].sentence != document_.tokens[mark].sentence;
  if (!ends) {
    const Token& behind = document_.tokens[next];
    const bool time = std::ranges::any_of(document_.times, [&](const TimeExpression& each) { return each.first.value == next; });
    if (!time && behind.upos != Upos::kPunct && behind.upos != Upos::kAdp && behind.upos != Upos::kCconj && behind.upos != Upos::kSconj) return {};
  }
  return TokenIndex(mark - 1);
}

QuotationCue QuotationCues::name_before_colon(const Quotation& quotation) const {
  const std::uint32_t first = first_token(quotation);
  if (first >= document_.tokens.size() || first < 2 || document_.form(TokenIndex(first - 1)) != ":") return {};
  std::uint32_t begin = first - 1;
  while (begin > 0 && begin + kLongestHeading > first && document_.tokens[begin - 1].sentence == document_.tokens[first - 1].sentence && (document_.tokens[begin - 1].upos == Upos::kPropn || is_actor(begin - 1))) --begin;
  return {TokenIndex(first - 1), head_among(document_, begin, first - 1)};
}

QuotationCue QuotationCues::in_words_of(const Quotation& quotation) const {
  const std::uint32_t mark = first_token(quotation);
  if (mark >= document_.tokens.size()) return {};
  const std::uint32_t begin = document_.sentences[document_.tokens[mark].sentence.value].first.value;
  if (mark < begin + 3 || mark - begin > kLongestWordsOf || lowered(document_.form(TokenIndex(begin))) != "in" || !is_comma(document_.form(TokenIndex(mark - 1)))) return {};
  for (std::uint32_t i = begin + 1; i + 1 < mark; ++i) {
    if (document_.form(TokenIndex(i)) != "words") continue;
    TokenIndex speaker = child(document_, children_, TokenIndex(i), Relation::kNmodPoss);
    if (!speaker) speaker = child(document_, children_, TokenIndex(i), Relation::kNmod);
    return {TokenIndex(i), speaker};
  }
  return {};
}

QuotationCue QuotationCues::subject_before(const Quotation& quotation) const {
  const std::uint32_t mark = first_token(quotation);
  if (mark >= document_.tokens.size()) return {};
  const std::uint32_t index = document_.tokens[mark].sentence.value;
  if (index == 0 || document_.sentences[index].first.value != mark || document_.sentences[index].paragraph != document_.sentences[index - 1].paragraph) return {};
  const std::string_view words = document_.words(quotation.inside);
  const bool whole = !words.empty() && words.front() >= 'A' && words.front() <= 'Z' && ends_sentence(words);
  const Sentence& before = document_.sentences[index - 1];
  if (!whole || document_.sentences[index].last.value - mark < kShortestSentence + 2 || !before.root || touches_quotation(quotations_, before.span)) return {};
  const TokenIndex subject = surface_subject(document_, children_, before.root);
  if (!subject || actors_of(document_, children_, subject).empty() || is_passive(document_, children_, before.root)) return {};
  return {before.root, subject};
}

}  // namespace bayhaqi
