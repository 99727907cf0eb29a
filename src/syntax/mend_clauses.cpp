#include <algorithm>
#include <array>
#include <string_view>

#include "base/utf8.h"
#include "syntax/mend_trees.h"
#include "syntax/parser.h"
#include "syntax/tree_editor.h"

namespace bayhaqi {

namespace {

// Verbs behind which "to" and a bare word are an infinitive: "offered to mediate", "threatened to march".
constexpr std::array<std::string_view, 18> kWithInfinitive = {"aim",  "attempt", "decide", "decline", "fail",   "hope", "intend",   "offer", "plan",
                                                              "pledge", "prepare", "promise", "refuse",  "seek", "threaten", "try",   "vow",  "want"};

// Verbs that tell their object what to do: "asked him in a call to take part".
constexpr std::array<std::string_view, 12> kTelling = {"advise", "ask", "beg", "force", "invite", "order", "persuade", "press", "tell", "urge", "warn", "want"};
// Nouns that a clause with "that" belongs to when it stands right behind them.
constexpr std::array<std::string_view, 20> kWithClause = {"accusation", "allegation", "argument", "assertion", "belief",   "charge", "claim",   "condition",  "demand",  "fact",
                                                          "fear",       "idea",       "insistence", "notion",  "proposal", "report", "request", "suggestion", "threat", "warning"};
// What only somebody is: "it" before them stands for a body.
constexpr std::array<std::string_view, 12> kOfPersons = {"able", "determined", "eager", "keen", "open", "opposed", "prepared", "ready", "reluctant", "unable", "unwilling", "willing"};
// Verbs whose participle has an object of its own: "the man given the task".
constexpr std::array<std::string_view, 18> kWithTwoObjects = {"allot", "ask", "assign", "award", "call", "deem", "deny", "dub", "give", "grant", "hand", "label", "name", "offer", "owe", "pay", "show", "tell"};
constexpr std::array<std::string_view, 4> kCalling = {"call", "phone", "ring", "telephone"};
constexpr std::array<std::string_view, 7> kWeekdays = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};

class ClauseMender : private TreeEditor {
 public:
  explicit ClauseMender(Document& document) : TreeEditor(document) {}

  std::size_t run() {
    for (std::size_t i = 0; i < document_.tokens.size(); ++i) {
      const TokenIndex token(i);
      mend_auxiliary(token);
      mend_hyphenated(token);
      mend_infinitive(token);
      mend_participle(token);
      mend_apposed_gerund(token);
      mend_trailing_gerund(token);
      mend_titles(token);
      mend_name_joined(token);
      mend_ready(token);
      if (at(token).upos != Upos::kVerb) continue;
      mend_adding(token);
      mend_called(token);
      mend_joined(token);
      mend_call(token);
      mend_demand(token);
      mend_denied_charge(token);
      mend_day(token);
      mend_reduced_subject(token);
      mend_participle_clause(token);
      mend_told_to(token);
      mend_whose(token);
      mend_blaming(token);
      mend_second_clause(token);
    }
    if (changed_ > 0) finish_trees(document_);
    return changed_;
  }

 private:
  // "in [Port-au-Prince]", cut into places of its own for each part: one name.
  void mend_hyphenated(TokenIndex first) {
    const auto joined = [&](std::uint32_t i) { return i + 1 < document_.tokens.size() && at(TokenIndex(i)).span.end == at(TokenIndex(i + 1U)).span.begin && at(TokenIndex(i)).sentence == at(TokenIndex(i + 1U)).sentence; };
    const auto hyphen = [&](std::uint32_t i) { return document_.form(TokenIndex(i)) == "-"; };
    if (at(first).upos != Upos::kPropn || (first.value >= 2 && hyphen(first.value - 1U) && joined(first.value - 1U) && joined(first.value - 2U))) return;
    std::uint32_t last = first.value;
    while (joined(last) && last + 2 < document_.tokens.size() && hyphen(last + 1) && joined(last + 1)) last += 2;
    if (last == first.value || at(TokenIndex(last)).upos != Upos::kPropn) return;
    TokenIndex top;  // the part that carries the name's place in the clause
    for (std::uint32_t i = first.value; i <= last; ++i) {
      const Token& part = at(TokenIndex(i));
      const bool outside = !part.head || part.head < first || part.head.value > last;
      if (!outside || part.upos == Upos::kPunct) continue;
      if (part.relation == Relation::kCompound || part.relation == Relation::kAmod) return;  // "Israel-Hamas war"
      if (!top || (!has(top, Relation::kCase) && has(TokenIndex(i), Relation::kCase))) top = TokenIndex(i);
    }
    if (!top) return;
    const Token place = at(top);
    std::size_t outside = 0;
    for (std::uint32_t i = first.value; i <= last; ++i) outside += !at(TokenIndex(i)).head || at(TokenIndex(i)).head < first || at(TokenIndex(i)).head.value > last ? 1 : 0;
    if (outside < 2 && top == first) return;
    for (std::uint32_t i = first.value; i <= last; ++i) {
      for (const TokenIndex each : children_.of(TokenIndex(i))) {
        if (each < first || each.value > last) attach(each, first, at(each).relation);
      }
    }
    for (std::uint32_t i = first.value + 1; i <= last; ++i) attach(TokenIndex(i), first, hyphen(i) ? Relation::kPunct : Relation::kFlat);
    if (!place.head) document_.sentences[place.sentence.value].root = first;
    attach(first, place.head, place.relation);
  }

  // "killed soldiers, the army said, [blaming] rebels": whoever said it blames.
  void mend_blaming(TokenIndex speech) {
    for (const TokenIndex clause : children_.of(speech)) {
      if (clause > speech || (at(clause).relation != Relation::kCcomp && at(clause).relation != Relation::kParataxis) || at(clause).upos != Upos::kVerb) continue;
      for (const TokenIndex gerund : children_.of(clause)) {
        if (gerund < speech || at(gerund).relation != Relation::kAdvcl || !document_.form(gerund).ends_with("ing") || has(gerund, Relation::kMark)) continue;
        const TokenIndex comma = at(gerund).left_edge;
        if (document_.form(comma) == "," && comma.value == speech.value + 1) attach(gerund, speech, Relation::kAdvcl);
      }
    }
  }

  // "rioters looted shops, and police with live rounds [fired] shots", read as shops and police, with rounds fired shots: a participle has no
  // object, so a second clause begins behind the comma.
  void mend_second_clause(TokenIndex verb) {
    if (at(verb).relation != Relation::kAcl || !at(verb).head || at(verb).head > verb || at(verb).morph.tense != Tense::kPast || has(verb, Relation::kMark) || has_subject(verb)) return;
    const TokenIndex object = child(document_, children_, verb, Relation::kObj);
    if (!object || object < verb || std::ranges::find(kWithTwoObjects, document_.lemma(verb)) != kWithTwoObjects.end()) return;
    TokenIndex subject = at(verb).head;
    while (at(subject).relation == Relation::kNmod && at(subject).head && at(subject).head < subject) subject = at(subject).head;
    const TokenIndex link = child(document_, children_, subject, Relation::kCc);
    if (at(subject).relation != Relation::kConj || !link || link > subject || link.value == 0 || document_.form(TokenIndex(link.value - 1U)) != ",") return;
    TokenIndex first = at(subject).head;
    while (first && at(first).upos != Upos::kVerb && first < subject) first = at(first).head;
    if (!first || first > subject || at(first).upos != Upos::kVerb || at(first).morph.tense != Tense::kPast) return;
    attach(verb, first, Relation::kConj);
    attach(subject, verb, Relation::kNsubj);
    attach(link, verb, Relation::kCc);
    attach(TokenIndex(link.value - 1U), verb, Relation::kPunct);
    at(verb).morph.verb_form = VerbForm::kFin;
    at(verb).morph.voice = Voice::kNone;
  }

  // "that Israel had in turn agreed" with "that Israel" on "had": an auxiliary has nothing of its own.
  void mend_auxiliary(TokenIndex word) {
    const Relation relation = at(word).relation;
    if ((relation != Relation::kAux && relation != Relation::kAuxPass) || !at(word).head) return;
    for (const TokenIndex each : children_.of(word)) attach(each, at(word).head, at(each).relation);
  }

  // "offered to [mediate]" as a noun with a preposition.
  void mend_infinitive(TokenIndex word) {
    Token& here = at(word);
    if (here.relation != Relation::kObl || (here.upos != Upos::kNoun && here.upos != Upos::kPropn && here.upos != Upos::kAdj) || word.value < 2) return;
    const TokenIndex to(word.value - 1U);
    if (at(to).head != word || at(to).relation != Relation::kCase || lowered(document_.form(to)) != "to" || at(word).left_edge != to) return;
    if (!here.head || here.head.value + 1 != to.value || at(here.head).upos != Upos::kVerb) return;
    const std::string_view form = document_.form(word);
    const bool plain = form == lowered(form) && (here.morph.number != Number::kPlur || document_.lemma(word) == form);
    if (!plain || std::ranges::find(kWithInfinitive, document_.lemma(here.head)) == kWithInfinitive.end()) return;
    here.upos = Upos::kVerb;
    here.morph = Morph();
    here.morph.verb_form = VerbForm::kInf;
    attach(word, here.head, Relation::kXcomp);
    at(to).upos = Upos::kPart;
    attach(to, word, Relation::kMark);
  }

  // "French aircraft [bombed] columns of rebels", read as columns that aircraft bombed: a clause has a verb.
  void mend_participle(TokenIndex verb) {
    if (at(verb).upos != Upos::kVerb || at(verb).relation != Relation::kAmod || at(verb).morph.tense != Tense::kPast || !at(verb).head) return;
    const TokenIndex object = at(verb).head;
    if (object < verb || (at(object).upos != Upos::kNoun && at(object).upos != Upos::kPropn) || has(object, Relation::kCop) || has(object, Relation::kCase)) return;
    std::uint32_t before = verb.value;
    while (before > 0 && at(TokenIndex(before - 1U)).upos == Upos::kAdv) --before;
    if (before == 0 || at(TokenIndex(before - 1U)).sentence != at(verb).sentence) return;
    const TokenIndex neighbour(before - 1U);
    if (at(neighbour).upos != Upos::kNoun && at(neighbour).upos != Upos::kPropn && document_.form(neighbour) != ",") return;
    const TokenIndex outer = at(object).head;
    const bool listed = at(object).relation == Relation::kConj && outer && (at(outer).upos == Upos::kNoun || at(outer).upos == Upos::kPropn);
    if (listed && at(outer).relation == Relation::kRoot && outer < verb && !has(outer, Relation::kCop) && !has(outer, Relation::kCase)) return take_clause(verb, outer, outer, object);
    const bool verbless = at(object).relation == Relation::kRoot || (at(object).relation == Relation::kConj && outer && at(outer).upos == Upos::kVerb);
    if (!verbless || document_.form(neighbour) == ",") return;
    TokenIndex subject = neighbour;
    while (at(subject).head && at(subject).head != object && at(subject).head < verb) subject = at(subject).head;
    if (at(subject).head != object || at(subject).relation == Relation::kDet) return;
    take_clause(verb, object, subject, object);
  }

  // "the bloc, [meeting] in Abuja, closed": no second noun but what the first one does.
  void mend_apposed_gerund(TokenIndex word) {
    Token& here = at(word);
    if (here.upos != Upos::kNoun || here.relation != Relation::kAppos || !document_.form(word).ends_with("ing") || has(word, Relation::kDet) || has(word, Relation::kAmod)) return;
    if (!has(word, Relation::kObl) && !has(word, Relation::kObj) && !has(word, Relation::kAdvmod)) return;
    here.upos = Upos::kVerb;
    here.morph = Morph();
    here.morph.verb_form = VerbForm::kGer;
    attach(word, here.head, Relation::kAcl);
  }

  // "severed ties with Qatar, [accusing] it": behind a comma a gerund is about the subject, not about the noun before the comma.
  void mend_trailing_gerund(TokenIndex gerund) {
    const Token& here = at(gerund);
    if (here.upos != Upos::kVerb || here.relation != Relation::kAcl || !here.head || here.head > gerund || !document_.form(gerund).ends_with("ing") || document_.form(here.left_edge) != ",") return;
    TokenIndex noun = here.head;
    while (at(noun).relation == Relation::kNmod || at(noun).relation == Relation::kConj) noun = at(noun).head;
    const Relation relation = at(noun).relation;
    const TokenIndex verb = at(noun).head;
    if ((relation != Relation::kObj && relation != Relation::kObl) || !verb || verb > noun || at(verb).upos != Upos::kVerb || at(verb).morph.verb_form != VerbForm::kFin) return;
    if (at(noun).right_edge != here.right_edge && at(here.head).right_edge != here.right_edge) return;
    attach(gerund, verb, Relation::kAdvcl);
  }

  // `verb` becomes the head of the clause that `top` headed, with this subject and object; what stood before the subject goes to it.
  void take_clause(TokenIndex verb, TokenIndex top, TokenIndex subject, TokenIndex object) {
    const Token clause = at(top);
    if (!clause.head) document_.sentences[clause.sentence.value].root = verb;
    at(verb).morph.verb_form = VerbForm::kFin;
    at(verb).morph.voice = Voice::kNone;
    for (const TokenIndex each : children_.of(top)) {
      const Relation relation = at(each).relation;
      if (each == verb || each == subject || each == object) continue;
      if (relation == Relation::kPunct || relation == Relation::kCc) {
        if (each < at(top).left_edge || each < subject || each > object) at(each).head = verb;
      } else if (top == object && each < verb) {
        const bool of_noun = relation == Relation::kDet || relation == Relation::kAmod || relation == Relation::kNummod || relation == Relation::kNmodPoss || relation == Relation::kCompound || relation == Relation::kNmod || relation == Relation::kFlat;
        attach(each, of_noun && each < subject ? subject : verb, relation);
      }
    }
    at(verb).head = clause.head;
    at(verb).relation = clause.relation;
    attach(subject, verb, Relation::kNsubj);
    attach(object, verb, Relation::kObj);
  }

  // "President Kim Dae-jung and North Korean leader Kim Jong-il", read as one name with two titles: two people.
  void mend_titles(TokenIndex name) {
    if (at(name).upos != Upos::kPropn) return;
    for (const TokenIndex title : children_.of(name)) {
      if (title < name || at(title).relation != Relation::kNmodDesc || at(title).upos == Upos::kVerb) continue;
      TokenIndex link;  // the conjunction in front of the title, wherever it hangs
      for (std::uint32_t i = name.value + 1; i < title.value; ++i) {
        if (at(TokenIndex(i)).upos == Upos::kCconj) link = TokenIndex(i);
      }
      if (!link) continue;
      TokenIndex second;
      for (const TokenIndex each : children_.of(name)) {
        const bool named = at(each).upos == Upos::kPropn && (at(each).relation == Relation::kAppos || at(each).relation == Relation::kFlat);
        if (each > title && named && at(each).left_edge.value == title.value + 1) second = each;
      }
      const TokenIndex head = second ? second : title;
      attach(head, name, Relation::kConj);
      if (second) attach(title, second, Relation::kNmodDesc);
      for (std::uint32_t i = link.value + 1; i < title.value; ++i) {  // "Azerbaijani President": the title's, not the first one's
        const TokenIndex up = at(TokenIndex(i)).head;
        if (!up || up < link || up > head) attach(TokenIndex(i), title, Relation::kAmod);
      }
      attach(link, head, Relation::kCc);
      for (const TokenIndex each : children_.of(name)) {  // "Jong-il" behind it
        if (second && each > second && at(each).relation == Relation::kFlat) attach(each, second, Relation::kFlat);
      }
      return;
    }
  }

  // "India [on Friday] blamed": the day is the verb's.
  void mend_day(TokenIndex verb) {
    const TokenIndex subject = child(document_, children_, verb, Relation::kNsubj);
    if (!subject || subject > verb) return;
    for (const TokenIndex day : children_.of(subject)) {
      if (day < subject || at(day).relation != Relation::kNmod || std::ranges::find(kWeekdays, document_.form(day)) == kWeekdays.end()) continue;
      const TokenIndex preposition = child(document_, children_, day, Relation::kCase);
      if (preposition && document_.form(preposition) == "on" && at(day).right_edge.value < verb.value && verb.value - at(day).right_edge.value <= 2) return attach(day, verb, Relation::kObl);
    }
  }

  // "two Russians posted there had been ordered out", read as a clause "two Russians posted there" inside another without subject.
  void mend_reduced_subject(TokenIndex verb) {
    if (has_subject(verb) || (!has(verb, Relation::kAux) && !has(verb, Relation::kAuxPass))) return;
    const TokenIndex clause = child(document_, children_, verb, Relation::kAdvcl);
    if (!clause || clause > verb || at(clause).morph.tense != Tense::kPast || has(clause, Relation::kMark) || has(clause, Relation::kAux)) return;
    const TokenIndex subject = child(document_, children_, clause, Relation::kNsubj);
    if (!subject || subject > clause || at(subject).right_edge.value + 1 != clause.value) return;
    for (std::uint32_t i = at(clause).right_edge.value + 1; i < verb.value; ++i) {
      if (at(TokenIndex(i)).head != verb || at(TokenIndex(i)).upos == Upos::kPunct) return;
    }
    attach(subject, verb, has(verb, Relation::kAuxPass) ? Relation::kNsubjPass : Relation::kNsubj);
    attach(clause, subject, Relation::kAcl);
    at(clause).morph.verb_form = VerbForm::kPart;
    at(clause).morph.voice = Voice::kPass;
    for (const TokenIndex each : children_.of(clause)) {  // conjunctions in front stay in front
      if (each < subject && at(each).relation == Relation::kPunct) attach(each, verb, Relation::kPunct);
    }
  }

  // "soldiers, helped by police, detained two men, she said" as two clauses that she said: one, with a participle inside.
  void mend_participle_clause(TokenIndex verb) {
    if (at(verb).relation != Relation::kCcomp || !at(verb).head || has_subject(verb) || has(verb, Relation::kMark) || has(verb, Relation::kAux)) return;
    for (const TokenIndex each : children_.of(at(verb).head)) {
      if (at(each).relation != Relation::kCcomp || each >= verb || at(each).upos != Upos::kVerb) continue;
      const TokenIndex subject = child(document_, children_, each, Relation::kNsubj);
      if (!subject || subject > each || !has(each, Relation::kOblAgent) || has(each, Relation::kAux) || has(each, Relation::kAuxPass) || document_.form(TokenIndex(each.value - 1U)) != ",") continue;
      attach(subject, verb, Relation::kNsubj);
      attach(each, subject, Relation::kAcl);
      at(each).morph.verb_form = VerbForm::kPart;
      at(each).morph.voice = Voice::kPass;
      return;
    }
  }

  // "Japan, whose navy held exercises, backed" with "held" on top: "backed" is, the other is about Japan.
  void mend_whose(TokenIndex verb) {
    const TokenIndex owned = child(document_, children_, verb, Relation::kNsubj);
    if (!owned || owned > verb) return;
    const TokenIndex whose = child(document_, children_, owned, Relation::kNmodPoss);
    if (!whose || lowered(document_.form(whose)) != "whose") return;
    for (const TokenIndex second : children_.of(verb)) {
      if (second < verb || at(second).upos != Upos::kVerb || (at(second).relation != Relation::kConj && at(second).relation != Relation::kParataxis)) continue;
      const TokenIndex subject = child(document_, children_, second, Relation::kNsubj);
      if (!subject || subject > whose || (at(subject).upos != Upos::kPropn && at(subject).upos != Upos::kNoun)) continue;
      take_place(second, verb);
      attach(verb, subject, Relation::kAclRelcl);
      return;
    }
  }

  // "the union said [it] was ready to mediate": who is ready is somebody.
  void mend_ready(TokenIndex adjective) {
    if (at(adjective).upos != Upos::kAdj || has_subject_word(adjective) || std::ranges::find(kOfPersons, document_.lemma(adjective)) == kOfPersons.end()) return;
    const TokenIndex word = child(document_, children_, adjective, Relation::kExpl);
    if (word && word < adjective && (has(adjective, Relation::kXcomp) || has(adjective, Relation::kAdvcl))) attach(word, adjective, Relation::kNsubj);
  }

  bool has_subject_word(TokenIndex token) { return has(token, Relation::kNsubj) || has(token, Relation::kCsubj); }

  // "had barred him from travel and [frozen his accounts]" with the verb joined to "travel": a verb is joined to a verb.
  void mend_joined(TokenIndex verb) {
    if (at(verb).relation != Relation::kConj || !at(verb).head || at(verb).head > verb || !has(verb, Relation::kObj) || has_subject(verb)) return;
    TokenIndex other = at(verb).head;
    if ((at(other).upos != Upos::kNoun && at(other).upos != Upos::kPropn) || has(other, Relation::kCop) || !has(verb, Relation::kCc)) return;
    while (at(other).head && at(other).upos != Upos::kVerb) other = at(other).head;
    if (at(other).upos == Upos::kVerb && other < verb && at(other).morph.tense == at(verb).morph.tense) attach(verb, other, Relation::kConj);
  }

  // "thanked the Pope, who had written in the summer, and [Canada, which …]" with "Canada" joined to "summer": a name behind a comma is
  // joined to the name that the clause is about, and takes the clause behind it along.
  void mend_name_joined(TokenIndex name) {
    if (at(name).upos != Upos::kPropn || at(name).relation != Relation::kConj || !at(name).head || at(at(name).head).upos == Upos::kPropn) return;
    const TokenIndex link = child(document_, children_, name, Relation::kCc);
    if (!link || link > name || link.value == 0 || document_.form(TokenIndex(link.value - 1U)) != ",") return;
    TokenIndex clause = at(name).head;
    while (at(clause).head && at(clause).relation != Relation::kAclRelcl) clause = at(clause).head;
    const TokenIndex other = at(clause).head;
    if (at(clause).relation != Relation::kAclRelcl || !other || at(other).upos != Upos::kPropn || other > name) return;
    attach(name, other, Relation::kConj);
    for (const TokenIndex each : children_.of(clause)) {
      if (each > name && (at(each).relation == Relation::kAdvclRelcl || at(each).relation == Relation::kAclRelcl || at(each).relation == Relation::kConj) && at(each).left_edge.value == name.value + 1U) attach(each, name, Relation::kAclRelcl);
    }
  }

  // "called [the decision] “stupid”" as one phrase: the mark parts what is called from what it is called.
  void mend_called(TokenIndex verb) {
    const TokenIndex name = child(document_, children_, verb, Relation::kXcomp);
    if (!name || has(verb, Relation::kObj) || (at(name).upos != Upos::kAdj && at(name).upos != Upos::kNoun)) return;
    for (const TokenIndex noun : children_.of(name)) {
      if (noun < verb || noun > name || at(noun).upos != Upos::kNoun || at(noun).relation != Relation::kCompound) continue;
      const std::string_view next = document_.form(TokenIndex(noun.value + 1U));
      if (next == "\"" || next == "“" || next == "«" || next == "„") return attach(noun, verb, Relation::kObj);
    }
  }

  // "he ordered an attack, [a charge the party denied]" with "denied" on top: what is denied is the charge, told about what he did.
  void mend_denied_charge(TokenIndex verb) {
    const TokenIndex told = child(document_, children_, verb, Relation::kCcomp);
    const TokenIndex noun = child(document_, children_, verb, Relation::kObj);
    const TokenIndex subject = child(document_, children_, verb, Relation::kNsubj);
    if (!told || !noun || !subject || !(told < noun && noun < subject && subject < verb) || at(noun).upos != Upos::kNoun) return;
    const TokenIndex article = child(document_, children_, noun, Relation::kDet);
    if (!article || article.value == 0 || at(article).morph.definite == Definite::kDef || document_.form(TokenIndex(article.value - 1U)) != ",") return;
    take_place(told, verb);
    attach(noun, told, Relation::kParataxis);
    attach(verb, noun, Relation::kAclRelcl);
    for (const TokenIndex each : children_.of(verb)) {
      if (each > verb && at(each).relation == Relation::kPunct) attach(each, told, Relation::kPunct);
    }
  }

  // "rejected the demand [that Russia withdraw]" with the clause on "rejected": it is what was demanded.
  void mend_demand(TokenIndex verb) {
    const TokenIndex clause = child(document_, children_, verb, Relation::kCcomp);
    const TokenIndex mark = clause ? child(document_, children_, clause, Relation::kMark) : TokenIndex{};
    if (!mark || mark.value == 0 || lowered(document_.form(mark)) != "that") return;
    const TokenIndex noun(mark.value - 1U);
    const bool object = at(noun).head == verb && (at(noun).relation == Relation::kObj || at(noun).relation == Relation::kNsubjPass || at(noun).relation == Relation::kObl);
    if (object && std::ranges::find(kWithClause, document_.lemma(noun)) != kWithClause.end()) attach(clause, noun, Relation::kAcl);
  }

  // "called the president [to congratulate him]": what the caller wanted to do, not what the president was to do.
  void mend_call(TokenIndex verb) {
    if (std::ranges::find(kCalling, document_.lemma(verb)) == kCalling.end()) return;
    const TokenIndex object = child(document_, children_, verb, Relation::kObj);
    const TokenIndex act = child(document_, children_, verb, Relation::kXcomp);
    if (!object || !act || object < verb || act < object || at(object).upos != Upos::kPropn || at(act).morph.verb_form != VerbForm::kInf || !has(act, Relation::kMark)) return;
    attach(act, verb, Relation::kAdvcl);
  }

  // "told him that he would not, [adding that …]", "[noting: “…”]": said by who told him, no part of what was told.
  void mend_adding(TokenIndex gerund) {
    if (at(gerund).relation != Relation::kAdvcl || gerund.value == 0 || document_.form(TokenIndex(gerund.value - 1U)) != "," || !document_.form(gerund).ends_with("ing")) return;
    const TokenIndex told = at(gerund).head;
    if (!told || told > gerund || at(told).relation != Relation::kCcomp || !at(told).head || at(told).head > told || gerund.value + 1U >= document_.tokens.size()) return;
    const std::string_view next = document_.form(TokenIndex(gerund.value + 1U));
    if (next != ":" && next != "that") return;
    attach(gerund, at(told).head, Relation::kAdvcl);
    for (const TokenIndex each : children_.of(told)) {  // what is said next, hung on what was told before
      if (each > gerund && at(each).relation == Relation::kConj) attach(each, gerund, Relation::kCcomp);
    }
  }

  // "asked the king in a call [to take] in refugees": what he was asked, not what the call was for.
  void mend_told_to(TokenIndex verb) {
    if (std::ranges::find(kTelling, document_.lemma(verb)) == kTelling.end() || has(verb, Relation::kXcomp)) return;
    if (!has(verb, Relation::kObj) && !has(verb, Relation::kIobj)) return;
    for (const TokenIndex noun : children_.of(verb)) {
      if (at(noun).relation != Relation::kObl || noun < verb) continue;
      const TokenIndex act = child(document_, children_, noun, Relation::kAcl);
      if (act && at(act).morph.verb_form == VerbForm::kInf && has(act, Relation::kMark)) return attach(act, verb, Relation::kXcomp);
    }
  }
};

}  // namespace

std::size_t mend_clauses(Document& document) { return ClauseMender(document).run(); }

}  // namespace bayhaqi
