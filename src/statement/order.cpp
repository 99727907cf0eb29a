#include "statement/order.h"

#include <algorithm>

#include "base/utf8.h"

namespace bayhaqi {

namespace {

constexpr std::uint32_t kLongestSpeaker = 8;   // tokens of "…, X said"
constexpr std::uint32_t kLongestHeading = 6;   // tokens before a colon
constexpr std::uint32_t kShortestContent = 3;  // tokens

bool is_nominal(const Token& token) { return token.upos == Upos::kNoun || token.upos == Upos::kPropn || token.upos == Upos::kPron; }

bool is_finite(const Token& token) { return token.upos == Upos::kAux || (token.upos == Upos::kVerb && token.morph.verb_form == VerbForm::kFin); }

std::string word_at(const Document& document, std::uint32_t i) { return lowered(document.form(TokenIndex(i))); }

// Tokens that may stand inside the name or title of a speaker.
bool names(const Token& token) {
  switch (token.upos) {
    case Upos::kNoun: case Upos::kPropn: case Upos::kPron: case Upos::kAdj: case Upos::kDet: case Upos::kNum: case Upos::kAdp: case Upos::kPart: return true;
    default: return false;
  }
}

// The head of the last noun phrase in first..last, half-open.
TokenIndex head_of(const Document& document, std::uint32_t first, std::uint32_t last) {
  for (const ActorMention& mention : document.mentions) {
    if (mention.first.value >= first && mention.last.value <= last && mention.head.value < last) return mention.head;
  }
  for (std::uint32_t i = last; i-- > first;) {
    if (is_nominal(document.tokens[i])) return TokenIndex(i);
  }
  return {};
}

// A subject and a finite verb after it.
bool holds_clause(const Document& document, std::uint32_t first, std::uint32_t last) {
  bool subject = false;
  for (std::uint32_t i = first; i < last; ++i) {
    const Token& token = document.tokens[i];
    if (subject && is_finite(token)) return true;
    subject = subject || is_nominal(token) || (token.upos == Upos::kVerb && token.morph.verb_form == VerbForm::kGer);
  }
  return false;
}

Span words_of(const Document& document, std::uint32_t first, std::uint32_t last) {
  if (first >= last) return {};
  return trimmed(document.article.text, {document.tokens[first].span.begin, document.tokens[last - 1].span.end});
}

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

std::optional<OrderedSpeech> clause_around(const Document& document, TokenIndex cue) {
  const Sentence& sentence = document.sentences[document.tokens[cue.value].sentence.value];
  std::uint32_t comma = cue.value;
  while (comma > sentence.first.value && document.form(TokenIndex(comma)) != ",") {
    if (comma < cue.value && !names(document.tokens[comma])) return std::nullopt;
    --comma;
  }
  if (comma == sentence.first.value || comma + 1 >= cue.value || cue.value - comma > kLongestSpeaker) return std::nullopt;
  const TokenIndex speaker = head_of(document, comma + 1, cue.value);
  if (!speaker) return std::nullopt;
  const std::uint32_t behind = behind_adverbials(document, cue.value + 1, sentence.last.value);
  std::vector<Span> content = {words_of(document, sentence.first.value, comma)};
  const bool closes = behind >= sentence.last.value || (behind + 1 == sentence.last.value && document.tokens[behind].upos == Upos::kPunct);
  if (closes) {
    if (!holds_clause(document, sentence.first.value, comma)) return std::nullopt;
  } else {
    if (document.form(TokenIndex(behind)) != ",") return std::nullopt;
    content.push_back(words_of(document, behind + 1, sentence.last.value));
    bool verb = false;  // "Trump, Sexton said, has created …": the verb may stand on either side
    for (std::uint32_t i = sentence.first.value; i < sentence.last.value; ++i) verb = verb || ((i < comma || i > behind) && is_finite(document.tokens[i]));
    if (!verb) return std::nullopt;
  }
  return OrderedSpeech{speaker, {}, std::move(content)};
}

std::optional<OrderedSpeech> speech_behind_colon(const Document& document, const Sentence& sentence) {
  const std::uint32_t first = sentence.first.value;
  const std::uint32_t last = sentence.last.value;
  std::uint32_t colon = first;
  while (colon < last && colon <= first + kLongestHeading && document.form(TokenIndex(colon)) != ":") {
    if (!names(document.tokens[colon])) return std::nullopt;
    ++colon;
  }
  if (colon == first || colon >= last || document.form(TokenIndex(colon)) != ":" || last - colon < kShortestContent + 1) return std::nullopt;
  const bool actor = std::ranges::any_of(document.mentions, [&](const ActorMention& each) { return each.first.value >= first && each.last.value == colon; });
  if (!actor) return std::nullopt;
  bool verb = false;
  for (std::uint32_t i = colon + 1; i < last; ++i) verb = verb || is_finite(document.tokens[i]) || document.tokens[i].upos == Upos::kVerb;
  const TokenIndex speaker = head_of(document, first, colon);
  if (!verb || !speaker) return std::nullopt;
  return OrderedSpeech{speaker, document.tokens[colon].span, {words_of(document, colon + 1, last)}};
}

}  // namespace bayhaqi
