// The parts of TimeFinder that ask the tree whether an expression lies ahead or behind: the tense and the modals of the verbs
// above it, verbs of intention, and the preposition before it.
#include <algorithm>

#include "base/utf8.h"
#include "time/time_finder.h"

namespace bayhaqi {

namespace {

constexpr int kHighest = 8;  // steps up the tree

// Above these links the present tense of a verb says nothing of the expression: "Tuesday's ruling gives …", "after touring Rome on Monday, he wants …".
bool hides_tense(Relation relation) {
  const Relation plain = universal(relation);
  return plain == Relation::kNsubj || relation == Relation::kNmodPoss || plain == Relation::kAdvcl || plain == Relation::kAcl || plain == Relation::kCsubj || plain == Relation::kNmod;
}

}  // namespace

// Whether the lemma of a token, or the word itself, is in a class of the dictionary.
bool TimeFinder::lemma_is(TokenIndex token, std::string_view kind) const {
  const std::uint64_t hash = hash_folded_word(folded(document_.lemma(token)));
  const std::uint32_t state = rules_.words().next(PhraseTable::kStart, hash);
  if (state == PhraseTable::kDead) return false;
  return std::ranges::any_of(rules_.words().values(state), [&](std::uint32_t index) { return rules_.string(rules_.record(index).kind) == kind; });
}

// What the auxiliaries of a verb say.
TimeFinder::Auxiliaries TimeFinder::auxiliaries(std::size_t verb) const {
  Auxiliaries found;
  for (std::size_t i = begin_; i < verb; ++i) {
    const Token& token = document_.tokens[i];
    if (token.head != TokenIndex(verb)) continue;
    const Relation relation = universal(token.relation);
    if (relation != Relation::kAux && token.relation != Relation::kCop) continue;
    const std::string_view lemma = document_.lemma(TokenIndex(i));
    found.any = true;
    found.ahead = found.ahead || (relation == Relation::kAux && lemma_is(TokenIndex(i), "ahead"));
    found.perfect = found.perfect || (lemma == "have" && relation == Relation::kAux);
    found.had = found.had || (lemma == "have" && token.morph.tense == Tense::kPast);
    found.present = found.present || (token.morph.tense == Tense::kPres && lemma != "have");
    found.be = found.be || (lemma == "be" && token.morph.tense == Tense::kPres);
  }
  return found;
}

// "invited the two sides to talks on Wednesday": the time behind what somebody is invited to.
bool TimeFinder::is_intended(std::size_t verb, std::size_t at) const {
  for (std::size_t i = verb + 1; i + 1 < at; ++i) {
    const Token& token = document_.tokens[i];
    if (token.relation == Relation::kCase && (is(i, "to") || is(i, "for")) && token.head && token.head.value < at && document_.tokens[token.head.value].head == TokenIndex(verb)) return true;
  }
  return false;
}

// What one verb on the way up says; nothing if it says nothing.
std::optional<bool> TimeFinder::verb_points(std::size_t verb, std::size_t at, Relation from, bool nominal) const {
  const Token& token = document_.tokens[verb];
  const bool told = token.upos == Upos::kVerb && token.morph.verb_form == VerbForm::kFin && token.morph.tense == Tense::kPast && verb != at && from != Relation::kXcomp && from != Relation::kCcomp;
  if (!told && lemma_is(TokenIndex(verb), "ahead")) return true;  // not "set fire to it on Monday"
  if (token.upos == Upos::kVerb && lemma_is(TokenIndex(verb), "intent")) {
    if (from == Relation::kXcomp || from == Relation::kAdvcl || (lemma_is(TokenIndex(verb), "invite") && is_intended(verb, at))) return true;
  }
  const Auxiliaries aux = auxiliaries(verb);
  if (aux.perfect) return false;  // "would have" looks back
  if (aux.ahead) return true;
  const bool infinitive = token.morph.verb_form == VerbForm::kInf;
  const bool to_be = token.morph.verb_form == VerbForm::kPart && aux.any && !aux.present && verb >= begin_ + 2 && is(verb - 1, "be") && is(verb - 2, "to");
  if (token.relation == Relation::kAcl && to_be) return true;  // "guidelines to be published in May"
  if (infinitive && (aux.be || (token.relation == Relation::kXcomp && token.head && document_.lemma(token.head) == "be"))) return true;  // "are to visit"
  if (token.upos != Upos::kVerb || infinitive) return std::nullopt;
  if (token.morph.tense == Tense::kPast && token.morph.verb_form == VerbForm::kFin) return false;
  if (token.morph.tense == Tense::kPast && token.morph.verb_form == VerbForm::kPart && !aux.any && from != Relation::kXcomp) return false;  // "the man arrested on Monday will …"
  const bool present = token.morph.tense == Tense::kPres && token.morph.verb_form == VerbForm::kFin;
  const bool scheduled = (present || (token.morph.verb_form == VerbForm::kPart && aux.present)) && !lemma_is(TokenIndex(verb), "state");
  if (scheduled && !nominal) return true;  // "takes office on Thursday", "is meeting him on Friday"
  if (token.morph.verb_form == VerbForm::kFin) return false;
  return std::nullopt;
}

// Climbs from the expression to its verbs: a modal, a word of scheduling or intention, the present tense of a timetable, up
// to the finite verb. Without trees nothing is found.
bool TimeFinder::looks_ahead(std::size_t at) const { return points(at).value_or(false); }

std::optional<bool> TimeFinder::points(std::size_t at) const {
  if (at >= end_) return std::nullopt;  // "… the" at the end of a text
  std::size_t here = at;
  Relation from = Relation::kDep;
  bool nominal = false;
  for (int steps = 0; steps < kHighest; ++steps) {
    const Token& token = document_.tokens[here];
    if (token.upos == Upos::kVerb || token.upos == Upos::kAux || token.upos == Upos::kAdj) {
      if (const auto told = verb_points(here, at, from, nominal)) return told;
    } else if (here != at) {
      const Auxiliaries aux = auxiliaries(here);  // of a nominal predicate
      if (aux.ahead && !aux.perfect) return true;
    }
    if (!token.head) return std::nullopt;
    if (token.relation == Relation::kAclRelcl || token.relation == Relation::kCcomp || token.relation == Relation::kParataxis) return std::nullopt;
    nominal = nominal || hides_tense(token.relation) || (here != at && token.upos == Upos::kVerb && token.relation != Relation::kXcomp && token.relation != Relation::kConj);
    nominal = nominal || (here == at && token.head.value > at && document_.tokens[token.head.value].upos != Upos::kVerb);  // "the June agreement"
    from = token.relation;
    here = token.head.value;
  }
  return std::nullopt;
}

// "by Friday", "until Friday", "ahead of Friday": the preposition points ahead, unless the verb is in the pluperfect.
bool TimeFinder::comes_after(std::size_t at) const {
  const bool ahead_of = at > begin_ + 1 && is(at - 1, "of") && is(at - 2, "ahead");
  if (!ahead_of && !(at > begin_ && word(at - 1, "coming"))) return false;
  return !in_pluperfect(at);
}

// Whether the clause of the expression tells of what had happened before.
bool TimeFinder::in_pluperfect(std::size_t at) const {
  TokenIndex up = document_.tokens[at].head;
  for (int steps = 0; up && steps < kHighest; ++steps) {
    const Token& token = document_.tokens[up.value];
    if (token.upos == Upos::kVerb) {
      if (auxiliaries(up.value).had) return true;
      if (token.morph.verb_form == VerbForm::kFin) return false;
    }
    up = token.head;
  }
  return false;
}

// What only tells of the time of a thing ("the February 5 attack", "had left on Monday") and leaves the time of the story as it is.
bool TimeFinder::is_background(std::size_t first, std::size_t last) const {
  for (std::size_t i = first; i < last; ++i) {
    const TokenIndex head = document_.tokens[i].head;
    if (!head || (head.value >= first && head.value < last)) continue;
    const Token& above = document_.tokens[head.value];
    if (head.value >= last && (above.upos == Upos::kNoun || above.upos == Upos::kPropn)) return true;
    return in_pluperfect(i);
  }
  return false;
}

}  // namespace bayhaqi
