#include "statement/words.h"

#include <algorithm>

#include "base/utf8.h"
#include "statement/contents.h"

namespace bayhaqi {

bool is_nominal(const Token& token) { return token.upos == Upos::kNoun || token.upos == Upos::kPropn || token.upos == Upos::kPron; }

bool is_finite(const Token& token) { return token.upos == Upos::kAux || (token.upos == Upos::kVerb && token.morph.verb_form == VerbForm::kFin); }

bool may_name(const Token& token) {
  switch (token.upos) {
    case Upos::kNoun: case Upos::kPropn: case Upos::kPron: case Upos::kAdj: case Upos::kDet: case Upos::kNum: case Upos::kAdp: case Upos::kPart: return true;
    default: return false;
  }
}

bool is_comma(std::string_view form) { return form == ","; }
bool is_dash(std::string_view form) { return form == "-" || form == "--" || form == "\u2013" || form == "\u2014" || form == "\u2015"; }
bool is_opening_mark(std::string_view form) { return form == "\"" || form == "\u201C" || form == "``" || form == "''" || form == "\u00AB" || form == "\u00BB" || form == "\u201E"; }
bool is_closing_mark(std::string_view form) { return form == "\"" || form == "\u201D" || form == "''" || form == "\u00BB" || form == "\u00AB" || form == "\u201C" || form == "\u2019"; }

bool is_according(const Document& document, std::uint32_t token) {
  return token + 1 < document.tokens.size() && lowered(document.form(TokenIndex(token))) == "according" && lowered(document.form(TokenIndex(token + 1))) == "to";
}

const SpeechRecord* verb_of_speech(const Document& document, const SpeechRules& rules, TokenIndex verb) {
  constexpr std::uint32_t kFarthest = 2;  // "made it clear"
  const std::string lemma = folded(document.lemma(verb));
  const std::uint32_t end = document.sentences[document.tokens[verb.value].sentence.value].last.value;
  for (std::uint32_t i = verb.value + 1; i < std::min(end, verb.value + 1 + kFarthest); ++i) {
    const Upos upos = document.tokens[i].upos;
    if (upos != Upos::kAdp && upos != Upos::kAdv && upos != Upos::kAdj && upos != Upos::kPron) break;
    if (const SpeechRecord* found = rules.find(lemma + "+" + lowered(document.form(TokenIndex(i))), false)) return found;
  }
  return rules.find(lemma, false);
}

namespace {

// "went on to say", "continued to insist", "took to the air to announce": said all the same.
bool goes_on_to(const Document& document, TokenIndex cue) {
  const TokenIndex above = document.tokens[cue.value].head;
  if (!above || above > cue || document.tokens[above.value].upos != Upos::kVerb || document.tokens[above.value].morph.verb_form != VerbForm::kFin) return false;
  const std::string_view lemma = document.lemma(above);
  return lemma == "go" || lemma == "continue" || lemma == "proceed" || lemma == "take" || lemma == "come" || lemma == "rush" || lemma == "hasten";
}

}  // namespace

bool is_report(const Document& document, const Children& children, TokenIndex cue) {
  for (const TokenIndex each : children.of(cue)) {
    const Token& word = document.tokens[each.value];
    if (word.relation == Relation::kAdvmod && word.morph.negative) return false;
    if (word.relation != Relation::kMark) continue;
    const std::string mark = lowered(document.form(each));
    if (mark == "to" && goes_on_to(document, cue)) continue;
    if (mark == "to" || mark == "of" || mark == "for" || mark == "without" || mark == "if" || mark == "whether") return false;
  }
  return true;
}

bool is_oneself(const Document& document, TokenIndex verb) {
  constexpr std::uint32_t kFarthest = 4;  // "I have long believed"
  for (std::uint32_t i = verb.value; i-- > 0 && verb.value - i <= kFarthest;) {
    const std::string word = lowered(document.form(TokenIndex(i)));
    if (word == "i" || word == "we" || word == "you") return true;
  }
  return false;
}

TokenIndex head_among(const Document& document, std::uint32_t first, std::uint32_t last) {
  for (const ActorMention& mention : document.mentions) {
    if (mention.first.value >= first && mention.last.value <= last && mention.head.value < last) return mention.head;
  }
  for (std::uint32_t i = last; i-- > first;) {
    if (is_nominal(document.tokens[i])) return TokenIndex(i);
  }
  return {};
}

bool holds_clause(const Document& document, std::uint32_t first, std::uint32_t last) {
  bool subject = false;
  for (std::uint32_t i = first; i < last; ++i) {
    const Token& token = document.tokens[i];
    if (subject && is_finite(token)) return true;
    subject = subject || is_nominal(token) || (token.upos == Upos::kVerb && token.morph.verb_form == VerbForm::kGer);
  }
  return false;
}

bool finite_clause(const Document& document, std::uint32_t first, std::uint32_t last) {
  constexpr std::uint32_t kLongestSubject = 12;  // tokens
  bool subject = false;
  for (std::uint32_t i = first, stop = std::min(last, first + kLongestSubject); i < stop; ++i) {
    const Token& token = document.tokens[i];
    if (subject && is_finite(token)) return true;
    if (!may_name(token) && token.upos != Upos::kAdv) return false;
    subject = subject || is_nominal(token);
  }
  return false;
}

Span words_of(const Document& document, std::uint32_t first, std::uint32_t last) {
  if (first >= last) return {};
  return trimmed(document.article.text, {document.tokens[first].span.begin, document.tokens[last - 1].span.end});
}

}  // namespace bayhaqi
