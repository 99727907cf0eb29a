#include "event/arguments.h"

#include <algorithm>

#include "base/utf8.h"
#include "document/clauses.h"
#include "event/frames.h"

namespace bayhaqi {

namespace {

constexpr int kDeepest = 6;

struct Slots {
  std::uint64_t subject = slot_hash("subj");
  std::uint64_t object = slot_hash("obj");
  std::uint64_t indirect = slot_hash("iobj");
  std::uint64_t complement = slot_hash("comp");
  std::uint64_t possessor = slot_hash("poss");
  std::uint64_t modifier = slot_hash("mod");
  std::uint64_t adverb = slot_hash("adv");
  std::uint64_t auxiliary = slot_hash("aux");
  std::uint64_t by = slot_hash("by");
  std::uint64_t above = slot_hash("above");
};

const Slots& slots() {
  static const Slots kSlots;
  return kSlots;
}

class Reader {
 public:
  Reader(const Document& document, const Children& children, TokenIndex predicate) : document_(document), children_(children), predicate_(predicate) {}

  Arguments run() {
    const Upos upos = token(predicate_).upos;
    if (upos == Upos::kVerb || upos == Upos::kAux) read_verb();
    else read_nominal(upos);
    return std::move(arguments_);
  }

 private:
  [[nodiscard]] const Token& token(TokenIndex index) const { return document_.tokens[index.value]; }

  void add(std::uint64_t slot, TokenIndex index, bool inferred = false) {
    if (index && index != predicate_) arguments_.all.push_back({slot, index, inferred});
  }

  void add_phrase(TokenIndex index, bool inferred) {
    const std::string word = preposition(document_, children_, index);
    if (!word.empty()) add(arguments_.passive && word == "by" && !inferred ? slots().subject : slot_hash(word), index, inferred);
  }

  void read_verb() {
    arguments_.passive = is_passive(document_, children_, predicate_);
    for (const TokenIndex each : children_.of(predicate_)) read_verb_child(each);
    const Token& verb = token(predicate_);
    const bool has_subject = holds(slots().subject);
    const bool has_object = holds(slots().object);
    if (verb.relation == Relation::kAcl && verb.head) {
      if (arguments_.passive) add(slots().object, verb.head);
      else if (!has_subject && verb.morph.verb_form == VerbForm::kInf) add(slots().subject, surface_subject(document_, children_, predicate_), true);
      else if (!has_subject) add(slots().subject, verb.head);
    } else if (verb.relation == Relation::kAmod && verb.head && verb.morph.tense == Tense::kPast) {  // "the French-brokered truce"
      arguments_.passive = true;
      add(slots().object, verb.head);
      add(slots().subject, child(document_, children_, predicate_, Relation::kCompound));
    } else if (verb.relation == Relation::kAclRelcl && verb.head) {
      const bool pronoun = std::ranges::any_of(arguments_.all, [&](const Argument& a) { return a.token == verb.head || is_whose(a.token); });
      if (!pronoun) {
        if (!has_object && has_subject) add(slots().object, verb.head);
        else if (!has_subject) add(arguments_.passive ? slots().object : slots().subject, verb.head);
      }
    } else if (arguments_.passive ? !has_object : !has_subject) {
      const TokenIndex subject = surface_subject(document_, children_, predicate_);
      if (subject) add(arguments_.passive ? slots().object : slots().subject, referent(document_, subject), true);
    }
    for (const TokenIndex object : arguments_.in(slots().object)) read_object(object, 0);
    if (!has_object && !arguments_.passive) {  // "urged Lima to …": who is told is the object of the frame
      for (const TokenIndex each : children_.of(predicate_)) {
        if (token(each).relation == Relation::kIobj) add(slots().object, referent(document_, each), true);
      }
    }
    // A verb in a chain shares what follows the last one: "met and talked with".
    if (verb.relation == Relation::kConj && verb.head) {
      for (const TokenIndex each : children_.of(verb.head)) {
        if (token(each).relation == Relation::kObl && each > predicate_) add_phrase(each, true);
      }
    }
    for (const TokenIndex each : children_.of(predicate_)) {
      if (token(each).relation != Relation::kConj || token(each).upos != Upos::kVerb) continue;
      if (!has_object && !arguments_.passive && stands_bare(each)) {
        const TokenIndex object = child(document_, children_, each, Relation::kObj);
        if (object) add(slots().object, object, true);
      }
    }
  }

  // "Eritrea, whose troops have fought": Eritrea owns what fought.
  [[nodiscard]] bool is_whose(TokenIndex noun) const {
    const TokenIndex owner = child(document_, children_, noun, Relation::kNmodPoss);
    return owner && lowered(document_.form(owner)) == "whose";
  }

  // "sent [troops to Kuwait]", "fired water cannon and [rubber bullets at marchers]"
  void read_object(TokenIndex object, int depth) {
    for (const TokenIndex each : children_.of(object)) {
      if (token(each).relation == Relation::kNmod) add_phrase(each, true);
      if (token(each).relation == Relation::kAcl && token(each).morph.verb_form == VerbForm::kInf) add(slots().complement, each, true);
      if (token(each).relation == Relation::kConj && depth < 2 && token(each).upos == Upos::kNoun) read_object(each, depth + 1);
      if (token(each).relation == Relation::kAmod && each > object && document_.lemma(each) == "worth") add_phrases_below(each, 0);  // "signed agreements worth millions with Egypt"
    }
  }

  void add_phrases_below(TokenIndex word, int depth) {
    for (const TokenIndex each : children_.of(word)) {
      if (token(each).relation == Relation::kObl || token(each).relation == Relation::kNmod) add_phrase(each, true);
      if (depth < 2) add_phrases_below(each, depth + 1);
    }
  }

  // Nothing of its own between the verb and the one coordinated with it: "arrested and tortured protesters".
  [[nodiscard]] bool stands_bare(TokenIndex conjunct) const {
    for (const TokenIndex each : children_.of(predicate_)) {
      if (each > predicate_ && each < conjunct && token(each).relation != Relation::kCc && token(each).upos != Upos::kPunct) return false;
    }
    return true;
  }

  // "handed over the fugitive" with "over" hung on the object: between verb and object it is the verb's particle.
  void read_stray_particle(TokenIndex object) {
    const TokenIndex word = child(document_, children_, object, Relation::kCase);
    if (word && word.value == predicate_.value + 1) arguments_.particle = slot_hash(folded(document_.form(word)));
  }

  void read_verb_child(TokenIndex each) {
    switch (token(each).relation) {
      case Relation::kNsubj: case Relation::kNsubjOuter: add(slots().subject, referent(document_, each)); break;
      case Relation::kNsubjPass: add(slots().object, referent(document_, each)); break;
      case Relation::kObj:
        add(slots().object, referent(document_, each));
        if (arguments_.particle == 0) read_stray_particle(each);
        break;
      case Relation::kIobj: add(slots().indirect, referent(document_, each)); break;
      case Relation::kXcomp: case Relation::kCcomp: case Relation::kCsubj:
        add(slots().complement, each);
        if (document_.lemma(each) == "worth") add_phrases_below(each, 0);
        break;
      case Relation::kOblAgent: add(slots().subject, each); break;
      case Relation::kObl: case Relation::kNmod: add_phrase(each, false); break;
      case Relation::kAdvmod: add(slots().adverb, each); break;
      case Relation::kAux: add(slots().auxiliary, each); break;
      case Relation::kCompoundPrt: arguments_.particle = slot_hash(folded(document_.form(each))); break;
      case Relation::kAdvcl: {
        const TokenIndex mark = child(document_, children_, each, Relation::kMark);
        const std::string word = mark ? lowered(document_.form(mark)) : std::string();
        if (word == "to" || word.empty()) {
          if (token(each).morph.verb_form == VerbForm::kInf) add(slots().complement, each, true);
        } else if (token(each).morph.verb_form == VerbForm::kGer || token(each).morph.verb_form == VerbForm::kPart) {
          add(slot_hash(word), each);  // "accused of staging"
          add(slots().complement, each);
        }
        break;
      }
      default: break;
    }
  }

  void add_phrases_of(TokenIndex modifier) {
    for (const TokenIndex each : children_.of(modifier)) {
      if (token(each).relation == Relation::kObl || token(each).relation == Relation::kNmod) add_phrase(each, true);
    }
  }

  // "between A and B" where B was hung on the noun: both stand between.
  void complete_between() {
    static const std::uint64_t kBetween = slot_hash("between");
    const auto found = std::ranges::find(arguments_.all, kBetween, &Argument::slot);
    if (found == arguments_.all.end() || child(document_, children_, found->token, Relation::kConj)) return;
    const TokenIndex other = child(document_, children_, predicate_, Relation::kConj);
    if (other && other > found->token) arguments_.all.push_back({kBetween, other, found->inferred});
  }

  void read_nominal(Upos upos) {
    for (const TokenIndex each : children_.of(predicate_)) {
      const Token& dependent = token(each);
      switch (dependent.relation) {
        case Relation::kNmodPoss: add(slots().possessor, each); break;
        case Relation::kAmod: case Relation::kCompound: case Relation::kNmodDesc:
          add(slots().modifier, each);
          if (each > predicate_) add_phrases_of(each);  // "talks under way between …"
          break;
        case Relation::kNmod: case Relation::kObl: case Relation::kOblAgent: add_phrase(each, false); break;
        case Relation::kNsubj: add(slots().subject, referent(document_, each)); break;
        case Relation::kAcl: case Relation::kXcomp: case Relation::kCcomp: case Relation::kAdvcl: {
          if (dependent.morph.verb_form != VerbForm::kPart || dependent.relation != Relation::kAcl) add(slots().complement, each);
          if (dependent.relation == Relation::kAcl && dependent.morph.verb_form == VerbForm::kPart) {
            for (const TokenIndex agent : children_.of(each)) {  // "attack carried out by"
              if (token(agent).relation == Relation::kOblAgent || (token(agent).relation == Relation::kObl && preposition(document_, children_, agent) == "by")) add(slots().by, agent);
            }
          }
          break;
        }
        case Relation::kAclRelcl: {  // "the demand that they withdraw" read as a relative clause
          const TokenIndex mark = child(document_, children_, each, Relation::kMark);
          if (mark && lowered(document_.form(mark)) == "that") add(slots().complement, each);
          break;
        }
        case Relation::kAdvmod: add(slots().adverb, each); break;
        default: break;
      }
    }
    complete_between();
    const Token& here = token(predicate_);
    if (upos == Upos::kAdj) {
      if (here.relation == Relation::kAmod && here.head) add(slots().subject, here.head);
      if ((here.relation == Relation::kXcomp || here.relation == Relation::kAdvcl || here.relation == Relation::kConj || here.relation == Relation::kAcl) && !holds(slots().subject) && here.head) {
        add(slots().subject, here.relation == Relation::kAcl ? here.head : surface_subject(document_, children_, predicate_), true);
      }
      return;
    }
    read_governor(here);
  }

  // A noun that a verb carries ("made a demand", "came under attack") has the verb's subject and phrases as its own.
  void read_governor(const Token& noun) {
    TokenIndex governor = noun.head;
    Relation relation = noun.relation;
    for (int i = 0; i < kDeepest && relation == Relation::kConj && governor; ++i) {
      relation = token(governor).relation;
      governor = token(governor).head;
    }
    if (!governor || token(governor).upos != Upos::kVerb) return;
    if (relation != Relation::kObj && relation != Relation::kNsubjPass && relation != Relation::kObl) return;
    const Arguments of_verb = Reader(document_, children_, governor).run();
    for (const Argument& argument : of_verb.all) {
      if (argument.token == predicate_ || is_below(document_, predicate_, argument.token)) continue;
      if (argument.slot == slots().object || argument.slot == slots().complement || argument.slot == slots().adverb) continue;
      if (argument.slot == slots().subject && relation == Relation::kObl) {  // "withdrew at the request of": who withdrew
        arguments_.all.push_back({slots().above, argument.token, true});
        continue;
      }
      arguments_.all.push_back({argument.slot, argument.token, true});
    }
  }

  [[nodiscard]] bool holds(std::uint64_t slot) const {
    return std::ranges::any_of(arguments_.all, [&](const Argument& a) { return a.slot == slot; });
  }

  const Document& document_;
  const Children& children_;
  TokenIndex predicate_;
  Arguments arguments_;
};

}  // namespace

std::vector<TokenIndex> Arguments::in(std::uint64_t slot) const {
  std::vector<TokenIndex> direct;
  std::vector<TokenIndex> inferred;
  for (const Argument& argument : all) {
    if (argument.slot == slot) (argument.inferred ? inferred : direct).push_back(argument.token);
  }
  return direct.empty() ? inferred : direct;
}

Arguments read_arguments(const Document& document, const Children& children, TokenIndex predicate) {
  return Reader(document, children, predicate).run();
}

}  // namespace bayhaqi
