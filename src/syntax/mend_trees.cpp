#include "syntax/mend_trees.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/utf8.h"
#include "document/children.h"
#include "syntax/parser.h"
#include "syntax/tree_editor.h"

namespace bayhaqi {

namespace {

constexpr std::uint32_t kNear = 5;  // tokens from a conjunction to the head of the noun phrase behind it

constexpr std::uint32_t kLongestSpeaker = 14;  // tokens from the comma to the verb behind the speaker

class Mender : private TreeEditor {
 public:
  explicit Mender(Document& document) : TreeEditor(document) {}

  std::size_t run() {
    for (std::size_t i = 0; i < document_.tokens.size(); ++i) {
      const TokenIndex token(i);
      mend_list(token);
      mend_tag(token);
      mend_name(token);
      if (at(token).upos != Upos::kVerb) continue;
      mend_object(token);
      mend_second_object(token);
      mend_two_subjects(token);
      mend_told(token);
      mend_subjects(token);
      mend_conjuncts(token);
      mend_second_that(token);
      mend_order(token);
    }
    for (Sentence& sentence : document_.sentences) {
      mend_opening(sentence);
      mend_relative_root(sentence);
      mend_apposed_root(sentence);
      mend_nominal_root(sentence);
      mend_attribution(sentence);
    }
    untangle();
    if (changed_ > 0) finish_trees(document_);
    return changed_;
  }

 private:
  // Rules that meet in one clause may hang two words on each other, each by itself in good order: the first of them goes to the root.
  void untangle() {
    for (std::size_t i = 0; i < document_.tokens.size(); ++i) {
      const TokenIndex token(i);
      const TokenIndex root = document_.sentences[at(token).sentence.value].root;
      if (at(token).head && hangs_on(token, token)) attach(token, root, Relation::kDep);
    }
  }

  bool is_that(TokenIndex token) { return token && lowered(document_.form(token)) == "that"; }

  // "the United States, Germany, France and Poland": names in a row with a conjunction are a list, not an apposition.
  void mend_list(TokenIndex name) {
    if (at(name).upos != Upos::kPropn) return;
    const TokenIndex second = child(document_, children_, name, Relation::kAppos);
    if (!second || second < name || at(second).upos != Upos::kPropn || !has(second, Relation::kConj)) return;
    for (const TokenIndex each : children_.of(second)) {
      if (each < second && at(each).upos != Upos::kPunct && at(each).relation != Relation::kCompound && at(each).relation != Relation::kAmod && at(each).relation != Relation::kDet) return;
      if (at(each).relation == Relation::kConj && at(each).upos != Upos::kPropn) return;
    }
    const bool comma_before = at(second).left_edge.value > 0 && (document_.form(at(second).left_edge) == "," || document_.form(TokenIndex(at(second).left_edge.value - 1U)) == ",");
    if (comma_before) attach(second, name, Relation::kConj);
  }

  // "released the journalist [Mesale] [Tolu]": two words of one name side by side in the same place are one name.
  void mend_name(TokenIndex second) {
    if (second.value == 0 || at(second).upos != Upos::kPropn) return;
    const TokenIndex first(second.value - 1U);
    const Token& before = at(first);
    const Relation relation = at(second).relation;
    if (before.upos == Upos::kPropn && before.sentence == at(second).sentence && relation == Relation::kAux) {  // "Theresa [May] has"
      attach(second, first, Relation::kFlat);
      return;
    }
    if (before.upos != Upos::kPropn || before.sentence != at(second).sentence || before.head != at(second).head || before.relation != relation) return;
    if (relation != Relation::kObj && relation != Relation::kNsubj && relation != Relation::kObl && relation != Relation::kNsubjPass) return;
    attach(second, first, Relation::kFlat);
  }

  // "talks with the premier [Leo Varadkar]": a name behind a noun of an object is that noun's, not a second object.
  void mend_second_object(TokenIndex verb) {
    TokenIndex first;
    for (const TokenIndex each : children_.of(verb)) {
      if (at(each).relation != Relation::kObj || each < verb) continue;
      if (!first) {
        first = each;
        continue;
      }
      if (at(each).upos == Upos::kPropn && each.value == first.value + 1 && at(first).upos == Upos::kNoun) {  // "blamed the group Lashkar-e-Taiba"
        attach(each, first, Relation::kAppos);
        for (const TokenIndex word : children_.of(each)) {
          if (word < first) attach(word, first, at(word).relation);
        }
        return;
      }
      const TokenIndex edge = at(each).left_edge;
      if (at(each).upos != Upos::kPropn || edge.value == 0 || at(TokenIndex(edge.value - 1U)).upos != Upos::kNoun) return;
      const TokenIndex noun(edge.value - 1U);
      if (noun >= at(first).left_edge && noun <= at(first).right_edge && noun != first) attach(each, noun, Relation::kAppos);
      return;
    }
  }

  // "Lee promised help in a call, his office said" with both subjects on "said": the one before the clause is the clause's.
  void mend_two_subjects(TokenIndex verb) {
    TokenIndex first;
    TokenIndex clause;
    for (const TokenIndex each : children_.of(verb)) {
      const Relation relation = at(each).relation;
      if (relation == Relation::kNsubj && !first) first = each;
      else if (relation == Relation::kCcomp && first && !clause && each < verb) clause = each;
      else if (relation == Relation::kNsubj && clause && each > clause) {
        if (at(clause).upos == Upos::kVerb && !has_subject(clause) && first < clause) attach(first, clause, Relation::kNsubj);
        return;
      }
    }
  }

  // "China, Pakistan's closest friend, voiced regret" with the name as root: the name is the subject, the friend apposed to it.
  void mend_apposed_root(Sentence& sentence) {
    const TokenIndex name = sentence.root;
    if (!name || at(name).upos != Upos::kPropn || has(name, Relation::kCop) || has(name, Relation::kNsubj)) return;
    for (const TokenIndex noun : children_.of(name)) {
      if (noun < name || (at(noun).relation != Relation::kConj && at(noun).relation != Relation::kAppos) || has(noun, Relation::kCc)) continue;
      const TokenIndex verb = child(document_, children_, noun, Relation::kAcl);
      if (!verb || verb < noun || at(verb).upos != Upos::kVerb || at(verb).morph.tense != Tense::kPast || document_.form(at(verb).left_edge) != ",") continue;
      at(verb).head = TokenIndex{};
      at(verb).relation = Relation::kRoot;
      at(verb).morph.verb_form = VerbForm::kFin;
      at(verb).morph.voice = Voice::kNone;
      sentence.root = verb;
      attach(name, verb, Relation::kNsubj);
      attach(noun, name, Relation::kAppos);
      return;
    }
  }

  // "State television, which had branded them agents, apologised": the verb behind the clause's closing comma is the root.
  void mend_relative_root(Sentence& sentence) {
    const TokenIndex noun = sentence.root;
    if (!noun || (at(noun).upos != Upos::kNoun && at(noun).upos != Upos::kPropn) || has(noun, Relation::kCop) || has(noun, Relation::kNsubj)) return;
    const TokenIndex clause = child(document_, children_, noun, Relation::kAclRelcl);
    if (!clause || clause < noun) return;
    for (const TokenIndex verb : children_.of(clause)) {
      if (at(verb).relation != Relation::kConj || at(verb).upos != Upos::kVerb || at(verb).morph.verb_form == VerbForm::kGer || has_subject(verb) || has(verb, Relation::kCc)) continue;
      const TokenIndex edge = at(verb).left_edge;
      if (document_.form(edge) != ",") continue;
      at(verb).head = TokenIndex{};
      at(verb).relation = Relation::kRoot;
      at(verb).morph.verb_form = VerbForm::kFin;
      sentence.root = verb;
      attach(noun, verb, Relation::kNsubj);
      return;
    }
  }

  // "Gunmen shot dead three soldiers": what has an object is a verb, and the noun before it its subject.
  void mend_tag(TokenIndex token) {
    Token& here = at(token);
    if (here.upos != Upos::kNoun && here.upos != Upos::kPropn) return;
    const TokenIndex object = child(document_, children_, token, Relation::kObj);
    if (!object || object < token) return;
    here.upos = Upos::kVerb;
    here.morph = Morph();
    here.morph.verb_form = VerbForm::kFin;
    here.morph.tense = Tense::kPast;
    ++changed_;
    if (has_subject(token)) return;
    TokenIndex subject;
    for (const TokenIndex each : children_.of(token)) {
      if (each < token && (at(each).relation == Relation::kCompound || at(each).relation == Relation::kNmod)) subject = each;
    }
    if (subject) attach(subject, token, Relation::kNsubj);
  }

  // "killed 20 people": an oblique without a preposition behind a verb without an object is the object.
  void mend_object(TokenIndex verb) {
    if (has(verb, Relation::kObj) || has(verb, Relation::kCop) || has(verb, Relation::kAuxPass) || has(verb, Relation::kNsubjPass)) return;
    const TokenIndex name = child(document_, children_, verb, Relation::kXcomp);
    if (name && name > verb && at(name).upos == Upos::kPropn && !has(name, Relation::kMark) && !has(name, Relation::kCase)) return attach(name, verb, Relation::kObj);
    for (const TokenIndex each : children_.of(verb)) {
      if (each < verb) continue;
      const Token& noun = at(each);
      if (noun.relation != Relation::kObl || (noun.upos != Upos::kNoun && noun.upos != Upos::kPropn)) return;
      if (has(each, Relation::kCase) || has(each, Relation::kMark) || noun.left_edge.value != verb.value + 1) {
        if (noun.left_edge.value > verb.value + 2) return;
        if (has(each, Relation::kCase) || has(each, Relation::kMark)) return;
      }
      attach(each, verb, Relation::kObj);
      return;
    }
  }

  // "In Brussels, Secretary-General Stoltenberg condemned …": a noun between an opening phrase and a verb without subject is
  // that subject, no apposition of the place.
  void mend_opening(const Sentence& sentence) {
    const TokenIndex verb = sentence.root;
    if (!verb || at(verb).upos != Upos::kVerb || has_subject(verb)) return;
    for (const TokenIndex phrase : children_.of(verb)) {
      if (phrase > verb || at(phrase).relation != Relation::kObl || at(phrase).left_edge != sentence.first || !has(phrase, Relation::kCase)) continue;
      for (const TokenIndex each : children_.of(phrase)) {
        if (at(each).relation != Relation::kAppos || each < phrase || each > verb || verb.value - at(each).right_edge.value > 2) continue;
        if (at(each).upos != Upos::kPropn && at(each).upos != Upos::kNoun) continue;
        attach(each, verb, Relation::kNsubj);
        return;
      }
    }
  }

  // "President Castro thanked the Pope": a noun that a finite verb right behind it hangs on is that verb's subject.
  void mend_nominal_root(Sentence& sentence) {
    const TokenIndex noun = sentence.root;
    if (!noun || (at(noun).upos != Upos::kNoun && at(noun).upos != Upos::kPropn) || has(noun, Relation::kCop) || has(noun, Relation::kNsubj)) return;
    for (const TokenIndex verb : children_.of(noun)) {
      if (verb < noun || at(verb).upos != Upos::kVerb) continue;
      const Relation relation = at(verb).relation;
      const bool clause = relation == Relation::kCcomp || relation == Relation::kParataxis || relation == Relation::kDep;
      const bool transitive = relation == Relation::kAcl && has(verb, Relation::kObj) && at(verb).morph.tense == Tense::kPast;
      if ((!clause && !transitive) || has_subject(verb) || has(verb, Relation::kMark)) continue;
      if (clause && at(verb).morph.verb_form != VerbForm::kFin) continue;
      for (std::uint32_t i = noun.value + 1; i < verb.value; ++i) {
        const TokenIndex head = at(TokenIndex(i)).head;
        const bool of_either = head == noun || head == verb || (head && head > noun && head < verb);
        if (!of_either || document_.form(TokenIndex(i)) == ":") return;
      }
      at(verb).head = TokenIndex{};
      at(verb).relation = Relation::kRoot;
      at(verb).morph.verb_form = VerbForm::kFin;
      sentence.root = verb;
      attach(noun, verb, Relation::kNsubj);
      for (const TokenIndex each : children_.of(noun)) {  // what stands in front of both belongs to the clause
        const Relation of_noun = at(each).relation;
        if (each != verb && (of_noun == Relation::kAdvcl || of_noun == Relation::kObl || of_noun == Relation::kAdvmod || of_noun == Relation::kDiscourse)) at(each).head = verb;
      }
      return;
    }
  }

  // "…, police in Kano said on Tuesday.": the noun between the last comma and a closing verb is its subject, and what stood as
  // its subject before the comma belongs to the clause it reports.
  void mend_attribution(const Sentence& sentence) {
    const TokenIndex verb = sentence.root;
    if (!verb || at(verb).upos != Upos::kVerb || at(verb).morph.tense == Tense::kNone || at(verb).morph.verb_form != VerbForm::kFin) return;
    TokenIndex comma;
    for (std::uint32_t i = sentence.first.value; i < verb.value; ++i) {
      if (document_.form(TokenIndex(i)) == ",") comma = TokenIndex(i);
    }
    if (!comma || verb.value - comma.value > kLongestSpeaker || verb.value - comma.value < 2) return;
    for (std::uint32_t i = verb.value + 1; i < sentence.last.value; ++i) {  // only adverbials behind it
      if (at(TokenIndex(i)).upos == Upos::kVerb || document_.form(TokenIndex(i)) == ",") return;
    }
    TokenIndex speaker;
    for (std::uint32_t i = comma.value + 1; i < verb.value; ++i) {
      const TokenIndex head = at(TokenIndex(i)).head;
      const bool inside = head && head > comma && head < verb;
      if (inside || at(TokenIndex(i)).upos == Upos::kPunct) continue;
      const Upos upos = at(TokenIndex(i)).upos;
      if (speaker || (upos != Upos::kNoun && upos != Upos::kPropn && upos != Upos::kPron)) return;
      speaker = TokenIndex(i);
    }
    if (!speaker || (at(speaker).head == verb && at(speaker).relation == Relation::kNsubj)) return;
    const TokenIndex subject = child(document_, children_, verb, Relation::kNsubj);
    if (subject && subject > comma) return;
    TokenIndex clause;
    if (subject) {
      for (const TokenIndex each : children_.of(subject)) {
        if ((at(each).relation == Relation::kAcl || at(each).relation == Relation::kAclRelcl) && at(each).upos == Upos::kVerb) clause = each;
      }
      if (!clause) return;
      attach(clause, verb, Relation::kCcomp);
      at(clause).morph.verb_form = VerbForm::kFin;
      attach(subject, clause, Relation::kNsubj);
    } else if (!has(verb, Relation::kCcomp)) {
      return;
    }
    attach(speaker, verb, Relation::kNsubj);
  }

  void mend_told(TokenIndex verb) {
    const TokenIndex hearer = child(document_, children_, verb, Relation::kIobj);
    if (!hearer) return;
    for (const TokenIndex clause : children_.of(hearer)) {
      if (at(clause).relation != Relation::kAcl && at(clause).relation != Relation::kAclRelcl) continue;
      TokenIndex that;
      for (const TokenIndex each : children_.of(clause)) {
        if (is_that(each) && each < clause && each == at(clause).left_edge) that = each;
      }
      const TokenIndex subject = child(document_, children_, clause, Relation::kNsubj);
      const TokenIndex passive = child(document_, children_, clause, Relation::kNsubjPass);
      if (!that || (!subject && !passive) || subject == that) continue;
      attach(clause, verb, Relation::kCcomp);
      attach(that, clause, Relation::kMark);
      for (const TokenIndex other : children_.of(verb)) {  // "… and that …"
        if (other > clause && at(other).relation == Relation::kCcomp && has(other, Relation::kCc)) attach(other, clause, Relation::kConj);
      }
      return;
    }
  }

  void mend_subjects(TokenIndex verb) {
    TokenIndex first;
    TokenIndex link;
    for (const TokenIndex each : children_.of(verb)) {
      if (each > verb) break;
      const Relation relation = at(each).relation;
      if (relation == Relation::kCc) link = each;
      if (relation != Relation::kNsubj && relation != Relation::kNsubjPass) continue;
      if (first && link && first < link && each > link && each.value - link.value <= kNear) {
        attach(each, first, Relation::kConj);
        attach(link, each, Relation::kCc);
        return;
      }
      first = each;
    }
  }

  void mend_conjuncts(TokenIndex inner) {
    if (at(inner).relation != Relation::kCcomp || !at(inner).head) return;
    const TokenIndex outer = at(inner).head;
    if (at(outer).upos != Upos::kVerb || outer > inner || at(outer).morph.tense != Tense::kPast || at(outer).morph.verb_form != VerbForm::kFin) return;
    const bool differs = has(inner, Relation::kAux) || has(inner, Relation::kAuxPass) || at(inner).morph.tense != Tense::kPast;
    if (!differs) return;
    for (const TokenIndex each : children_.of(inner)) {
      const Token& conjunct = at(each);
      if (conjunct.relation != Relation::kConj || conjunct.upos != Upos::kVerb) continue;
      if (conjunct.morph.verb_form != VerbForm::kFin || conjunct.morph.tense != Tense::kPast) continue;
      if (has_subject(each) || has(each, Relation::kAux) || has(each, Relation::kAuxPass) || has(each, Relation::kMark)) continue;
      attach(each, outer, Relation::kConj);
    }
  }

  void mend_second_that(TokenIndex second) {
    if (at(second).relation != Relation::kConj || !has(second, Relation::kCc) || !is_that(child(document_, children_, second, Relation::kMark))) return;
    const TokenIndex outer = at(second).head;
    if (at(outer).upos != Upos::kVerb || is_that(child(document_, children_, outer, Relation::kMark))) return;
    const TokenIndex inner = child(document_, children_, outer, Relation::kCcomp);
    if (inner && outer < inner && inner < second) attach(second, inner, Relation::kConj);
  }

  void mend_order(TokenIndex second) {
    const TokenIndex first = child(document_, children_, second, Relation::kCcomp);
    if (!first || first > second || at(first).upos != Upos::kVerb || !has(first, Relation::kNsubj) || has(first, Relation::kMark)) return;
    const TokenIndex subject = child(document_, children_, second, Relation::kNsubj);
    if (!subject || subject < first) return;
    const TokenIndex that(first.value + 1U);
    if (that.value >= document_.tokens.size() || !is_that(that) || that > subject) return;
    take_place(first, second);
    attach(second, first, Relation::kCcomp);
    attach(that, second, Relation::kMark);
    for (const TokenIndex each : children_.of(second)) {
      if (at(each).relation == Relation::kPunct && each == at(second).right_edge) attach(each, first, Relation::kPunct);
    }
  }
};

}  // namespace

std::size_t mend_trees(Document& document) { return mend_clauses(document) + Mender(document).run(); }

}  // namespace bayhaqi
