#include "document/clauses.h"

#include "base/utf8.h"

namespace bayhaqi {

namespace {

constexpr int kDeepest = 6;

}  // namespace

bool is_passive(const Document& document, const Children& children, TokenIndex verb) {
  const Token& here = document.tokens[verb.value];
  for (const TokenIndex each : children.of(verb)) {
    const Relation relation = document.tokens[each.value].relation;
    if (relation == Relation::kNsubjPass || relation == Relation::kAuxPass || relation == Relation::kCsubjPass) return true;
    if (relation == Relation::kNsubj) return false;
  }
  const bool transitive = here.relation == Relation::kAcl && child(document, children, verb, Relation::kObj);  // "diplomats held talks"
  const bool shares_verb = here.relation == Relation::kConj && child(document, children, verb, Relation::kObj) && !child(document, children, verb, Relation::kAuxPass);  // "had barred him and frozen his accounts"
  if (here.morph.voice == Voice::kPass && !transitive && !shares_verb) return true;
  const bool participle = here.morph.verb_form == VerbForm::kPart && here.morph.tense == Tense::kPast;
  const bool perfect = static_cast<bool>(child(document, children, verb, Relation::kAux));
  if (participle && here.relation == Relation::kAcl) return !transitive;
  if (participle && here.relation == Relation::kConj && here.head && !perfect) return is_passive(document, children, here.head) && !child(document, children, verb, Relation::kObj);
  return participle && here.relation == Relation::kAdvcl && !perfect && !child(document, children, verb, Relation::kObj);
}

TokenIndex surface_subject(const Document& document, const Children& children, TokenIndex verb, int depth) {
  if (depth > kDeepest) return {};
  for (const TokenIndex each : children.of(verb)) {
    const Relation relation = document.tokens[each.value].relation;
    if (relation == Relation::kNsubj || relation == Relation::kNsubjPass) return each;
  }
  const Token& here = document.tokens[verb.value];
  if (!here.head) return {};
  switch (here.relation) {
    case Relation::kAdvcl: {
      // "accused him of shelling", "kept them from leaving": the object is who does it.
      const TokenIndex mark = child(document, children, verb, Relation::kMark);
      const std::string word = mark ? lowered(document.form(mark)) : std::string();
      if (mark && here.morph.verb_form == VerbForm::kFin && word != "to") return {};  // "after … entered": has a subject of its own, found or not
      const TokenIndex object = child(document, children, here.head, Relation::kObj);
      if (object && object < verb && (word == "of" || word == "for" || word == "from" || word == "into")) return object;
      if (object && object < verb && word == "as" && document.lemma(here.head) == "quote") return object;  // "quoted him as saying"
      const TokenIndex told = child(document, children, here.head, Relation::kIobj);  // "gave them a week to leave"
      if (told && told < verb && word == "to") return told;
      return surface_subject(document, children, here.head, depth + 1);
    }
    case Relation::kConj: case Relation::kParataxis:
      if (here.relation == Relation::kParataxis && here.morph.verb_form == VerbForm::kFin) return {};
      return surface_subject(document, children, here.head, depth + 1);
    case Relation::kXcomp: case Relation::kCcomp: {
      // Object control where the verb above has an object, else subject control; a passive's subject is that object.
      for (const TokenIndex each : children.of(here.head)) {
        const Relation relation = document.tokens[each.value].relation;
        if ((relation == Relation::kObj || relation == Relation::kIobj) && each < verb) return each;
      }
      if (here.relation == Relation::kCcomp && here.morph.verb_form == VerbForm::kFin) return {};
      return surface_subject(document, children, here.head, depth + 1);
    }
    case Relation::kAcl: case Relation::kAclRelcl: {
      if (here.relation == Relation::kAclRelcl || here.morph.verb_form != VerbForm::kInf) return here.head;
      // "its plan to leave", "passed a bill to end": who has the plan, who passed the bill.
      TokenIndex place = here.head;
      if (const TokenIndex owner = child(document, children, place, Relation::kNmodPoss)) return owner;
      for (const TokenIndex each : children.of(place)) {  // "the U.S. decision to return"
        const Token& modifier = document.tokens[each.value];
        const std::string_view form = document.form(each);
        if ((modifier.relation == Relation::kCompound || modifier.relation == Relation::kAmod) && form != lowered(form)) return place;
      }
      while (document.tokens[place.value].relation == Relation::kNmod && document.tokens[place.value].head) place = document.tokens[place.value].head;
      const Token& noun = document.tokens[place.value];
      if ((noun.relation != Relation::kObj && noun.relation != Relation::kObl) || !noun.head) return here.head;
      const TokenIndex doer = surface_subject(document, children, noun.head, depth + 1);
      return doer ? doer : here.head;
    }
    default:
      return {};
  }
}

namespace {

bool is_relative_word(std::string_view word) { return word == "that" || word == "which" || word == "who" || word == "whom" || word == "whose"; }

}  // namespace

TokenIndex referent(const Document& document, TokenIndex token) {
  const Token& here = document.tokens[token.value];
  const bool relative = here.upos == Upos::kPron && (here.morph.pron_type == PronType::kRel || here.morph.pron_type == PronType::kInt || is_relative_word(lowered(document.form(token))));
  if (!relative) return token;
  TokenIndex clause = here.head;
  for (int i = 0; i < kDeepest && clause; ++i) {
    if (document.tokens[clause.value].relation == Relation::kAclRelcl) return document.tokens[clause.value].head;
    clause = document.tokens[clause.value].head;
  }
  return token;
}

}  // namespace bayhaqi
