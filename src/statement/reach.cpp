#include "statement/reach.h"

#include <algorithm>

#include "base/utf8.h"
#include "statement/words.h"

namespace bayhaqi {

namespace {

constexpr std::uint32_t kFarthestThat = 16;    // tokens from the word of speech to its "that"
constexpr std::uint32_t kLongestSubject = 12;  // tokens from "while" to its verb
constexpr std::uint32_t kLongestChannel = 5;   // tokens of "a short video message"
constexpr std::uint32_t kShortestClause = 2;   // tokens

std::string word_at(const Document& document, std::uint32_t i) { return lowered(document.form(TokenIndex(i))); }

bool is_adverbial_start(const Document& document, std::uint32_t i) {
  const Upos upos = document.tokens[i].upos;
  if (upos == Upos::kAdp || upos == Upos::kAdv || is_comma(document.form(TokenIndex(i)))) return true;
  return std::ranges::any_of(document.times, [&](const TimeExpression& each) { return each.first.value == i; });
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

// The end of the one spoken to, if it stands right behind the word of speech: "told | reporters | in Oslo".
std::uint32_t behind_addressee(const Document& document, const Children& children, TokenIndex cue, std::uint32_t end) {
  std::uint32_t last = cue.value + 1;
  for (const TokenIndex each : children.of(cue)) {
    const Relation relation = document.tokens[each.value].relation;
    if (each < cue || (relation != Relation::kObj && relation != Relation::kIobj)) continue;
    std::uint32_t behind = each.value + 1;
    while (behind < end && document.tokens[behind].relation == Relation::kFlat) ++behind;
    if (document.tokens[each.value].left_edge.value == last && behind <= end) last = behind;
    break;
  }
  const Token& next = document.tokens[std::min(cue.value + 1, end - 1)];
  const std::string word = word_at(document, std::min(cue.value + 1, end - 1));
  if (last == cue.value + 1 && next.upos == Upos::kPron && (word == "him" || word == "them" || word == "us" || word == "me")) ++last;
  return last;
}

// "how he answers that question", unlike "said that questions remain" and "forecast that growth will slow".
bool points_at_noun(const Document& document, TokenIndex cue, std::uint32_t that, std::uint32_t end) {
  const Relation relation = universal(document.tokens[cue.value].relation);
  const bool main = !document.tokens[cue.value].head || relation == Relation::kCcomp || relation == Relation::kConj || relation == Relation::kParataxis;
  return !(main && that == cue.value + 1) && document.tokens[that].upos == Upos::kDet && that + 1 < end && document.tokens[that + 1].upos == Upos::kNoun && document.tokens[that + 1].morph.number != Number::kPlur;
}

bool opens_clause(const Document& document, std::uint32_t i) {
  const Token& here = document.tokens[i];
  if (is_opening_mark(document.form(TokenIndex(i)))) return true;
  const bool question = here.morph.pron_type == PronType::kInt || here.morph.pron_type == PronType::kRel;
  return may_name(here) && !question && here.upos != Upos::kPart && here.upos != Upos::kAdp;
}

}  // namespace

std::optional<ClauseStart> clause_start(const Document& document, const Children& children, TokenIndex cue, std::uint32_t end, bool takes_object) {
  std::uint32_t first = cue.value + 1;
  if (first + kShortestClause > end) return std::nullopt;
  const bool adverbials = is_adverbial_start(document, first);
  const std::uint32_t stop = std::min(end, first + kFarthestThat);
  for (std::uint32_t i = first; i < stop; ++i) {
    const Token& here = document.tokens[i];
    if (document.form(TokenIndex(i)) == "that" && !points_at_noun(document, cue, i, end)) {
      const bool clause = i + kShortestClause < end && !is_finite(document.tokens[i + 1]) && holds_clause(document, i + 1, end);
      if (clause && (i == first || adverbials || takes_object)) return ClauseStart{i + 1, true};
      if (i == first) return std::nullopt;
      break;
    }
    const bool between = may_name(here) || here.upos == Upos::kAdv || here.upos == Upos::kCconj || here.relation == Relation::kAmod || (here.upos == Upos::kPunct && adverbials);
    if (!between) break;
  }
  if (takes_object) first = behind_addressee(document, children, cue, end);
  const std::uint32_t behind = first < end && is_closing_mark(document.form(TokenIndex(first))) ? first + 1 : first;
  if (behind < end && is_finite(document.tokens[behind])) first = cue.value + 1;  // "warned bad things would happen": the subject
  first = behind_adverbials(document, first, end);
  if (first + kShortestClause > end || !opens_clause(document, first) || !holds_clause(document, first, end)) return std::nullopt;
  return ClauseStart{first, false};
}

namespace {

class Limit {
 public:
  Limit(const Document& document, const SpeechRules& rules, std::uint32_t first, std::uint32_t end) : document_(document), rules_(rules), first_(first), end_(end) {}

  std::uint32_t run() {
    bool verb = false;
    bool modal = false;
    bool marked = false;  // inside quotation marks that opened in the clause
    for (std::uint32_t i = first_; i < end_; ++i) {
      const std::string_view form = document_.form(TokenIndex(i));
      if (form == "\"" || form == "''") marked = !marked;
      else if (is_opening_mark(form)) marked = true;
      else if (is_closing_mark(form)) marked = false;
      if (marked) continue;
      if (form == ";") return i;
      if (verb && is_comma(form) && parts(i + 1)) return i;
      if (verb && token(i).upos == Upos::kCconj && speaks_on(i + 1, modal)) return i;
      if (verb && word_at(document_, i) == "while" && speaks(i + 1)) return i;
      verb = verb || is_finite(token(i));
      modal = modal || (token(i).upos == Upos::kAux && (form == "would" || form == "will" || form == "could" || form == "may" || form == "might" || form == "must" || form == "should"));
    }
    return end_;
  }

 private:
  [[nodiscard]] const Token& token(std::uint32_t i) const { return document_.tokens[i]; }

  // Behind a comma: a clause of the article's own.
  [[nodiscard]] bool parts(std::uint32_t i) const {
    if (i + 1 >= end_) return false;
    const std::string word = word_at(document_, i);
    if (word == "and" || word == "but" || word == "yet") return word_at(document_, i + 1) != "that" && finite_clause(document_, i + 1, end_);
    if (token(i).upos == Upos::kVerb && token(i).morph.verb_form == VerbForm::kGer) return true;  // "…, handing him a victory"
    if (word == "in" && names_channel(i + 1)) return true;
    if (word == "while" || word == "whereas" || word == "as" || word == "after") return finite_clause(document_, i + 1, end_);
    return (word == "a" || word == "an") && comments(i + 1);
  }

  // ", in a statement carried by the agency": where it was said.
  [[nodiscard]] bool names_channel(std::uint32_t i) const {
    for (const std::uint32_t stop = std::min(end_, i + kLongestChannel); i < stop; ++i) {
      if (token(i).upos == Upos::kNoun) {
        const SpeechRecord* record = rules_.find(folded(document_.lemma(TokenIndex(i))), true);
        if (record != nullptr && record->channel != 0) return true;
      }
      if (!may_name(token(i)) || token(i).upos == Upos::kAdp) return false;
    }
    return false;
  }

  // "a signal Israel welcomed": a noun, and a clause on it.
  [[nodiscard]] bool comments(std::uint32_t i) const {
    while (i < end_ && token(i).upos == Upos::kAdj) ++i;
    if (i + 2 >= end_ || token(i).upos != Upos::kNoun) return false;
    const std::string next = word_at(document_, i + 1);
    const bool starts = next == "that" || next == "which" || token(i + 1).upos == Upos::kPropn || token(i + 1).upos == Upos::kDet || (token(i + 1).upos == Upos::kPron && next != "who");
    return starts && (token(i + 1).upos == Upos::kDet || next == "that" || finite_clause(document_, i + 1, end_));
  }

  // "… and called on other nations": a word of speech without a subject goes on with the speaker.
  [[nodiscard]] bool speaks_on(std::uint32_t i, bool modal) const {
    while (i < end_ && token(i).upos == Upos::kAdv) ++i;
    if (i >= end_ || token(i).upos != Upos::kVerb) return false;
    const bool going = document_.form(TokenIndex(i)).ends_with("ing");
    if (!going && token(i).morph.tense != Tense::kPast) return false;
    return (modal || going || token(i).morph.verb_form == VerbForm::kFin) && rules_.find(folded(document_.lemma(TokenIndex(i))), false) != nullptr;
  }

  // "while the ministry said …"
  [[nodiscard]] bool speaks(std::uint32_t i) const {
    for (const std::uint32_t stop = std::min(end_, i + kLongestSubject); i < stop; ++i) {
      if (token(i).upos == Upos::kVerb) return is_finite(token(i)) && rules_.find(folded(document_.lemma(TokenIndex(i))), false) != nullptr;
      if (!may_name(token(i)) && token(i).upos != Upos::kAdv) return false;
    }
    return false;
  }

  const Document& document_;
  const SpeechRules& rules_;
  std::uint32_t first_;
  std::uint32_t end_;
};

}  // namespace

std::uint32_t clause_limit(const Document& document, const SpeechRules& rules, std::uint32_t first, std::uint32_t end) { return Limit(document, rules, first, end).run(); }

}  // namespace bayhaqi
