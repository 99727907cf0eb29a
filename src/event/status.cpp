#include "event/status.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include "base/utf8.h"

namespace bayhaqi {

namespace {

constexpr int kDeepest = 8;

bool is_open(Status status) { return status == Status::kPlanned || status == Status::kPossible || status == Status::kUrged; }

class StatusReader {
 public:
  StatusReader(const Document& document, const Children& children, const EventLexicon& lexicon) : document_(document), children_(children), lexicon_(lexicon) {}

  StatusReading read(TokenIndex act) { return settle(act, Scope::kAct, 0); }

 private:
  // What is looked at around a word: all that bears on it as an act, or only what bears on its whole clause.
  enum class Scope { kAct, kClause };

  // What the words right at an act say, by kind.
  struct Local {
    StatusReading negation, modal, condition;
    bool weak = false;  // "may not" leaves it open
  };

  [[nodiscard]] const Token& token(TokenIndex index) const { return document_.tokens[index.value]; }
  [[nodiscard]] std::string form(TokenIndex index) const { return lowered(document_.form(index)); }

  StatusReading settle(TokenIndex at, Scope scope, int depth) {
    const StatusReading own = joined(local(at, scope, depth));
    return depth < kDeepest ? join(own, above(at, depth + 1)) : own;
  }

  // An open condition covers a negation inside it: what "if it does not agree" says is as open as "unless it agrees".
  static StatusReading joined(const Local& found) {
    if (found.condition.status != Status::kActual) return found.condition;
    if (found.negation.status != Status::kActual && !(found.weak && found.modal.status == Status::kPossible)) return found.negation;
    return found.modal;
  }

  // Nothing is less open than a denial; what may be is less sure than what is planned or called for.
  static StatusReading join(const StatusReading& own, const StatusReading& outer) {
    if (own.status == Status::kActual) return outer;
    if (own.status == Status::kNegated || outer.status == Status::kActual) return own;
    if (outer.status == Status::kNegated) return outer;
    return own.status == Status::kPlanned ? outer : own;
  }

  // ---- the words at the act ----

  [[nodiscard]] const CueRecord* cue(TokenIndex word, std::string_view kind) const {
    const CueRecord* found = lexicon_.cue(folded(document_.lemma(word)), kind);
    return found != nullptr ? found : lexicon_.cue(folded(document_.form(word)), kind);
  }

  [[nodiscard]] StatusReading reading(Status status, TokenIndex word, const CueRecord* from) const {
    return {status, token(word).span, from == nullptr ? RuleRef{} : RuleRef{from->file, from->line}};
  }

  [[nodiscard]] Status status_of(const CueRecord* found) const { return found == nullptr ? Status::kActual : parse_status(lexicon_.string(found->effect)).value_or(Status::kActual); }

  void take(Local& found, TokenIndex word, const CueRecord* cue_record) const {
    const Status status = status_of(cue_record);
    if (status == Status::kNegated) {
      if (found.negation.status == Status::kActual) found.negation = reading(status, word, cue_record);
    } else if (status != Status::kActual && (found.modal.status == Status::kActual || (found.modal.status == Status::kPlanned && status == Status::kPossible))) {
      found.modal = reading(status, word, cue_record);
    }
  }

  Local local(TokenIndex act, Scope scope, int depth) {
    Local found;
    for (const TokenIndex each : children_.of(act)) {
      const Relation relation = universal(token(each).relation);
      if (relation == Relation::kAdvmod) adverb(found, each);
      else if (relation == Relation::kAux) auxiliary(found, act, each);
      else if (relation == Relation::kMark) mark(found, act, each, depth);
      else if (relation == Relation::kCc) take(found, each, marker(each, "cc"));
      else if (relation == Relation::kDet) take(found, each, cue(each, "det"));
      else if (relation == Relation::kNsubj || relation == Relation::kObj) negative_argument(found, each);
      else if (relation == Relation::kObl && cue(each, "denies") != nullptr) negative_argument(found, each);  // "at no time"
      else if (scope == Scope::kAct && relation == Relation::kCase) take(found, each, marker(each, "case"));
      else if (scope == Scope::kAct && (relation == Relation::kAmod || relation == Relation::kCompound)) take(found, each, cue(each, "adj"));
    }
    verb_form(found, act, scope);
    return found;
  }

  void adverb(Local& found, TokenIndex word) const {
    if (const TokenIndex next(word.value + 1); next.value < document_.tokens.size()) {
      const std::string after = form(next);
      if (after == "only" || after == "just" || after == "merely") return;  // "not only"
    }
    for (const TokenIndex each : children_.of(word)) {  // "no longer"; but "almost certainly" says nothing of "almost"
      if (const CueRecord* no = cue(each, "det"); no != nullptr && status_of(no) == Status::kNegated) return take(found, each, no);
    }
    const CueRecord* known = cue(word, "adv");
    take(found, word, known);
  }

  void auxiliary(Local& found, TokenIndex act, TokenIndex word) const {
    const CueRecord* known = cue(word, "aux");
    const std::string lemma = folded(document_.lemma(word));
    const bool would = lemma == "would" || form(word) == "'d";
    if (would && has_auxiliary(act, "have")) {  // "would have attacked"
      found.negation = reading(Status::kNegated, word, known);
      return;
    }
    found.weak = found.weak || lemma == "may" || lemma == "might";
    if (would && is_conditional(act)) {  // "would attack if"
      if (found.modal.status == Status::kActual) found.modal = reading(Status::kPossible, word, known);
      return;
    }
    take(found, word, known);
  }

  [[nodiscard]] bool is_conditional(TokenIndex act) const {
    return std::ranges::any_of(children_.of(act), [&](TokenIndex each) {
      const TokenIndex mark = universal(token(each).relation) == Relation::kAdvcl ? child(document_, children_, each, Relation::kMark) : TokenIndex{};
      return mark && status_of(marker(mark, "mark")) == Status::kPossible;
    });
  }

  // A conjunction with the word before it where they make one: "short of", "soon as".
  [[nodiscard]] const CueRecord* marker(TokenIndex word, std::string_view kind) const {
    std::string key = form(word);
    for (const TokenIndex each : children_.of(word)) {
      if (token(each).relation == Relation::kFixed) key += "_" + form(each);
    }
    if (word.value > 0) {
      if (const CueRecord* two = lexicon_.cue(form(TokenIndex(word.value - 1)) + "_" + key, kind)) return two;
    }
    return lexicon_.cue(key, kind);
  }

  void mark(Local& found, TokenIndex act, TokenIndex word, int depth) {
    const CueRecord* known = marker(word, "mark");
    if (known == nullptr) return;
    const Status status = status_of(known);
    if (status == Status::kNegated && token(act).head && depth < kDeepest && settle(token(act).head, Scope::kClause, depth + 1).status == Status::kNegated) {
      found.condition = reading(Status::kPossible, word, known);  // "can't go without asking"
    } else if (status == Status::kPossible) found.condition = reading(status, word, known);
    else if (status != Status::kActual) take(found, word, known);
    else if (const std::string_view effect = lexicon_.string(known->effect); (effect == "open" || effect == "ahead") && token(act).head && depth < kDeepest) {
      TokenIndex main = token(act).head;
      if (token(main).upos == Upos::kAdv && token(main).head) main = token(main).head;  // "as soon as"
      const bool backshifted = effect == "open" && (has_auxiliary(main, "would") || has_auxiliary(main, "could") || has_auxiliary(main, "might") || is_infinitive(main));
      if (tense(act) == Tense::kPast && !backshifted) return;
      if (settle(main, Scope::kClause, depth + 1).status != Status::kActual) found.condition = reading(Status::kPossible, word, known);
    }
  }

  // "Nobody claimed", "signed no accord", "hardly any state recognised".
  void negative_argument(Local& found, TokenIndex argument) const {
    if (token(argument).upos == Upos::kPron) take(found, argument, negative(argument));
    for (const TokenIndex each : children_.of(argument)) {
      const Relation relation = universal(token(each).relation);
      if (relation == Relation::kDet || relation == Relation::kAdvmod) {
        if (form(each) != "not") take(found, each, negative(each));
        for (const TokenIndex inner : children_.of(each)) {
          if (relation == Relation::kDet && form(inner) != "not") take(found, inner, cue(inner, "adv"));
        }
      }
    }
  }

  [[nodiscard]] const CueRecord* negative(TokenIndex word) const {
    for (const std::string_view kind : {"det", "adv"}) {
      if (const CueRecord* known = cue(word, kind); status_of(known) == Status::kNegated && form(word) != "nearly" && form(word) != "almost") return known;
    }
    return nullptr;
  }

  void verb_form(Local& found, TokenIndex act, Scope scope) const {
    const Token& here = token(act);
    if (here.upos != Upos::kVerb) return;
    const TokenIndex subject = child(document_, children_, act, Relation::kNsubj);
    if (scope == Scope::kAct && here.morph.mood == Mood::kImp && !subject && found.modal.status == Status::kActual) found.modal = reading(Status::kUrged, act, nullptr);
    for (const TokenIndex each : children_.of(act)) {
      if (token(each).relation != Relation::kAux || !subject || each > subject || universal(here.relation) != Relation::kAdvcl) continue;
      const std::string word = form(each);  // "had Ukraine kept", "should China attack"
      if (word == "had") found.negation = found.negation.status == Status::kNegated ? StatusReading{} : reading(Status::kNegated, each, nullptr);
      else if (word == "should" || word == "were") found.condition = reading(Status::kPossible, each, nullptr);
    }
    infinitive(found, act);
  }

  // "is to meet", "was to have met", "has yet to meet".
  void infinitive(Local& found, TokenIndex act) const {
    if (!is_infinitive(act)) return;
    const TokenIndex to = to_of(act);
    if (to.value == 0) return;
    const TokenIndex before(to.value - 1);
    if (form(before) == "yet") found.negation = reading(Status::kNegated, before, nullptr);
    const bool be = folded(document_.lemma(before)) == "be" && (token(before).head == act || token(act).head == before);
    if (be && has_auxiliary(act, "have")) found.negation = reading(Status::kNegated, before, nullptr);
    else if (be && found.modal.status == Status::kActual) found.modal = reading(Status::kPlanned, before, nullptr);
  }

  [[nodiscard]] bool has_auxiliary(TokenIndex act, std::string_view lemma) const {
    return std::ranges::any_of(children_.of(act), [&](TokenIndex each) { return universal(token(each).relation) == Relation::kAux && folded(document_.lemma(each)) == lemma; });
  }

  // The "to" of an infinitive: "called for him to leave" has two marks.
  [[nodiscard]] TokenIndex to_of(TokenIndex act) const {
    for (const TokenIndex each : children_.of(act)) {
      if (token(each).relation == Relation::kMark && form(each) == "to") return each;
    }
    return {};
  }

  [[nodiscard]] bool is_infinitive(TokenIndex act) const {
    return token(act).upos == Upos::kVerb && to_of(act);
  }

  [[nodiscard]] Tense tense(TokenIndex act) const {
    for (const TokenIndex each : children_.of(act)) {
      const Relation relation = universal(token(each).relation);
      if ((relation == Relation::kAux || relation == Relation::kCop) && token(each).morph.tense != Tense::kNone) return token(each).morph.tense;
    }
    return token(act).morph.tense;
  }

  // ---- what the act hangs on ----

  StatusReading above(TokenIndex at, int depth) {
    const Token& here = token(at);
    if (!here.head) return question(at);
    switch (universal(here.relation)) {
      case Relation::kConj: return conjunct(at, depth);
      case Relation::kXcomp: return governed(at, depth).value_or(settle(here.head, Scope::kClause, depth));
      case Relation::kObj: return governed(at, depth).value_or(indefinite(at, depth));
      case Relation::kCsubj: {  // "to turn back would be a defeat"
        if (auto found = governed(at, depth)) return *found;
        const StatusReading outer = is_infinitive(at) ? settle(here.head, Scope::kClause, depth) : StatusReading{};
        return is_open(outer.status) ? outer : StatusReading{};
      }
      case Relation::kCcomp:  // "has not decided whether it will leave"
        if (const TokenIndex mark = child(document_, children_, at, Relation::kMark); mark && status_of(marker(mark, "mark")) == Status::kPossible) return {};
        return governed(at, depth).value_or(StatusReading{});
      case Relation::kObl: case Relation::kNmod:
        return governed(at, depth).value_or(StatusReading{});
      case Relation::kNsubj: return subject(at, depth);
      case Relation::kAcl:
        if (here.relation == Relation::kAclRelcl) return {};
        if (auto found = governed(at, depth)) return *found;
        if (is_infinitive(at)) {  // "will find ways to pay"
          const StatusReading outer = settle(here.head, Scope::kAct, depth);
          return is_open(outer.status) ? outer : StatusReading{};
        }
        return token(here.head).relation == Relation::kObj ? indefinite(here.head, depth) : StatusReading{};
      case Relation::kAdvcl: return adverbial(at, depth);
      default: return {};
    }
  }

  // "has not received a request", "will make a proposal": there is none, or none yet.
  StatusReading indefinite(TokenIndex at, int depth) {
    const TokenIndex article = child(document_, children_, at, Relation::kDet);
    if (!article) return {};
    const std::string word = form(article);
    if (word != "a" && word != "an" && word != "any") return {};
    for (const TokenIndex each : children_.of(at)) {  // "an Arab League call" is known to be made
      if (token(each).upos == Upos::kPropn) return {};
    }
    return settle(token(at).head, Scope::kClause, depth);
  }

  // "a war seems unlikely": the adjective says it of the subject.
  StatusReading subject(TokenIndex at, int depth) {
    const TokenIndex head = token(at).head;
    for (const TokenIndex each : children_.of(head)) {
      if (token(each).relation != Relation::kXcomp || token(each).upos != Upos::kAdj) continue;
      if (const CueRecord* known = signature(each, "subj")) return applied(*known, each, settle(head, Scope::kClause, depth));
    }
    return governed(at, depth).value_or(StatusReading{});
  }

  // A question asks whether its main act is so.
  [[nodiscard]] StatusReading question(TokenIndex root) const {
    const Sentence& sentence = document_.sentences[token(root).sentence.value];
    if (sentence.last.value == 0) return {};
    const TokenIndex last(sentence.last.value - 1);
    return document_.form(last) == "?" ? reading(Status::kPossible, last, nullptr) : StatusReading{};
  }

  // A conjunct with a subject, auxiliary or tense of its own shares only what stands above both, and the conjunction of their clause.
  StatusReading conjunct(TokenIndex at, int depth) {
    const TokenIndex first = token(at).head;
    if (shares_clause(at, first)) return settle(first, Scope::kClause, depth);
    Local found;
    for (const TokenIndex each : children_.of(first)) {
      if (token(each).relation == Relation::kMark) mark(found, first, each, depth);
    }
    return depth < kDeepest ? join(joined(found), above(first, depth + 1)) : joined(found);
  }

  [[nodiscard]] bool shares_clause(TokenIndex at, TokenIndex first) const {
    const Token& here = token(at);
    if (here.upos != Upos::kVerb) return !child(document_, children_, at, Relation::kCop);
    const bool finite = here.morph.verb_form == VerbForm::kFin;
    if (child(document_, children_, at, Relation::kNsubj) || child(document_, children_, at, Relation::kNsubjPass)) return !finite && !has_any_auxiliary(at);
    return !has_any_auxiliary(at) && (!finite || token(first).morph.verb_form == VerbForm::kFin);
  }

  [[nodiscard]] bool has_any_auxiliary(TokenIndex at) const { return static_cast<bool>(child(document_, children_, at, Relation::kAux)); }

  // Purposes and means share the status of what serves them; of a free participle only what is open ("will leave, ending the war").
  StatusReading adverbial(TokenIndex at, int depth) {
    const Token& here = token(at);
    if (here.relation == Relation::kAdvclRelcl) return {};
    const TokenIndex mark = child(document_, children_, at, Relation::kMark);
    const TokenIndex edge = here.left_edge;
    const bool apart = token(edge).upos == Upos::kPunct || (edge.value > 0 && token(TokenIndex(edge.value - 1)).upos == Upos::kPunct);  // ", ending the war"
    if (mark || !apart) {
      if (auto found = governed(at, depth)) return *found;
    }
    if (is_infinitive(at)) return settle(here.head, Scope::kClause, depth);
    if (here.morph.verb_form == VerbForm::kFin || has_any_auxiliary(at) || (mark && form(mark) != "by")) return {};
    const StatusReading outer = settle(here.head, Scope::kClause, depth);
    return mark || is_open(outer.status) ? outer : StatusReading{};
  }

  // What the dictionary says of the word above, if it knows it with this construction.
  std::optional<StatusReading> governed(TokenIndex at, int depth) {
    const TokenIndex head = token(at).head;
    if (auto measured = measured_adjective(at, head, depth)) return measured;
    for (const TokenIndex each : children_.of(head)) {  // "tried in vain", "tried unsuccessfully"
      const CueRecord* known = cue(each, "adv");
      if (known != nullptr && lexicon_.string(known->effect) == "futile") return reading(Status::kNegated, each, known);
    }
    if (is_infinitive(at)) {  // "gave them the right to vote" with the infinitive on the verb
      const TokenIndex object = child(document_, children_, head, Relation::kObj);
      const bool adjacent = object && object.value + 1 == token(at).left_edge.value;
      const CueRecord* known = adjacent && token(object).upos == Upos::kNoun ? signature(object, "to") : nullptr;
      if (known != nullptr) return applied(*known, object, settle(head, Scope::kClause, depth));
    }
    for (const std::string_view construction : constructions(at, head)) {
      if (construction.empty() || (construction == "obj" && is_said_before(at, head))) continue;
      if (construction == "that") {
        if (auto denied = denied_report(head, depth)) return denied;
      }
      const CueRecord* known = signature(head, construction);
      if (known != nullptr) return applied(*known, head, settle(head, Scope::kAct, depth));
    }
    return std::nullopt;
  }

  // "rejected claims that it had attacked": what is said of the claim holds for what is claimed.
  std::optional<StatusReading> denied_report(TokenIndex noun, int depth) {
    const Token& report = token(noun);
    if (report.upos != Upos::kNoun || report.relation != Relation::kObj || depth >= kDeepest) return std::nullopt;
    const CueRecord* known = signature(noun, "that") == nullptr ? nullptr : signature(report.head, "that");
    if (known == nullptr || status_of(known) == Status::kActual) return std::nullopt;
    return applied(*known, report.head, settle(report.head, Scope::kAct, depth + 1));
  }

  // "approved the decision", "denied the request", "is considering its offer": what is decided or said is, whatever becomes of it.
  [[nodiscard]] bool is_said_before(TokenIndex at, TokenIndex verb) const {
    if (token(at).upos != Upos::kNoun || signature(at, "to") == nullptr) return false;
    const TokenIndex article = child(document_, children_, at, Relation::kDet);
    const bool definite = (article && form(article) == "the") || child(document_, children_, at, Relation::kNmodPoss);
    const CueRecord* known = definite ? signature(verb, "obj") : nullptr;
    return known != nullptr && status_of(known) != Status::kActual;
  }

  // "too weak to topple", "strong enough to topple".
  std::optional<StatusReading> measured_adjective(TokenIndex at, TokenIndex head, int depth) {
    if (token(head).upos != Upos::kAdj || !is_infinitive(at)) return std::nullopt;
    for (const TokenIndex each : children_.of(head)) {
      if (form(each) == "too" && each < head) return reading(Status::kNegated, each, nullptr);
      if (form(each) == "enough") return settle(head, Scope::kClause, depth);
    }
    return std::nullopt;
  }

  // How the act hangs on the word above, likelier constructions first. The prepositions live in prepositions_.
  std::array<std::string_view, 3> constructions(TokenIndex at, TokenIndex head) {
    const Token& here = token(at);
    const Relation relation = here.relation;
    const bool verbal = here.upos == Upos::kVerb || child(document_, children_, at, Relation::kCop) || here.upos == Upos::kAdj;
    if (relation == Relation::kXcomp && !verbal) return {};  // "entitled 'Conquests'"
    const bool clause = relation == Relation::kXcomp || universal(relation) == Relation::kCcomp || universal(relation) == Relation::kCsubj || relation == Relation::kAcl || universal(relation) == Relation::kAdvcl;
    if (!clause) {
      if (relation == Relation::kObj || relation == Relation::kNsubjPass) return {"obj"};
      if (relation == Relation::kNsubj) return {"subj"};
      preposition_ = preposition(document_, children_, at);
      return {preposition_ == "to" ? "to-noun" : std::string_view(preposition_)};
    }
    const TokenIndex mark = child(document_, children_, at, Relation::kMark);
    const std::string word = mark ? form(mark) : std::string{};
    if (to_of(at) || (!mark && !has_any_auxiliary(at) && (here.morph.verb_form == VerbForm::kInf || relation == Relation::kXcomp) && !is_gerund(here) && !is_bare(at))) {
      const bool other = child(document_, children_, head, Relation::kObj) || child(document_, children_, head, Relation::kIobj) || (child(document_, children_, at, Relation::kNsubj) && word != "for");
      return {other ? "obj-to" : "", "to"};
    }
    if (universal(relation) == Relation::kAdvcl && !is_gerund(here)) return {};
    if (is_gerund(here) || (mark && word != "that" && word != "if" && word != "whether" && relation != Relation::kCcomp)) {
      preposition_ = marker_words(at);
      return {preposition_, "ing"};
    }
    return {is_bare(at) ? "base" : "", "that"};
  }

  static bool is_gerund(const Token& verb) { return verb.morph.verb_form == VerbForm::kGer || (verb.morph.verb_form == VerbForm::kPart && verb.morph.tense == Tense::kPres); }

  // The words before a gerund: "from", "out_of".
  [[nodiscard]] std::string marker_words(TokenIndex at) const {
    std::string out;
    for (const TokenIndex each : children_.of(at)) {
      const Relation relation = token(each).relation;
      if (each < at && (relation == Relation::kMark || relation == Relation::kCase)) out += (out.empty() ? "" : "_") + form(each);
    }
    return out;
  }

  // "insisted that he leave": a verb without tense and auxiliary.
  [[nodiscard]] bool is_bare(TokenIndex at) const {
    const Token& here = token(at);
    const TokenIndex helper = child(document_, children_, at, Relation::kAuxPass) ? child(document_, children_, at, Relation::kAuxPass) : child(document_, children_, at, Relation::kCop);
    if (helper) return form(helper) == "be" && !has_any_auxiliary(at);
    if (here.upos != Upos::kVerb || has_any_auxiliary(at) || form(at) != folded(document_.lemma(at))) return false;
    const TokenIndex subject = child(document_, children_, at, Relation::kNsubj);
    return subject && (here.morph.verb_form == VerbForm::kInf || (token(subject).morph.number == Number::kSing && token(subject).morph.person != Person::k1));
  }

  [[nodiscard]] const CueRecord* signature(TokenIndex head, std::string_view construction) const {
    const Upos upos = token(head).upos;
    if (construction == "subj" && folded(document_.lemma(head)) == "be" && !child(document_, children_, head, Relation::kExpl)) return nullptr;
    const TokenIndex particle = child(document_, children_, head, Relation::kCompoundPrt);
    const std::string lemma = folded(document_.lemma(head));
    // "is scheduled to", "was prepared to" are tagged now as verbs, now as adjectives.
    for (const char pos : {upos == Upos::kAdj ? 'a' : upos == Upos::kVerb || upos == Upos::kAux ? 'v' : 'n', upos == Upos::kAdj ? 'v' : upos == Upos::kVerb ? 'a' : '-'}) {
      if (pos == '-') break;
      const std::string kind = std::string(1, pos) + ":" + std::string(construction);
      if (particle && pos == 'v') {
        if (const CueRecord* known = lexicon_.cue(lemma + "+" + form(particle), kind)) return known;
      }
      const CueRecord* known = lexicon_.cue(folded(document_.form(head)), kind);  // "going to"
      if (known == nullptr) known = lexicon_.cue(lemma, kind);
      if (known != nullptr) return known;
    }
    return nullptr;
  }

  // The status of an act from that of the word that governs it: Karttunen's signatures, with kinds of openness.
  [[nodiscard]] StatusReading applied(const CueRecord& known, TokenIndex head, const StatusReading& own) const {
    const Status affirmed = status_of(&known);
    const Status denied = parse_status(lexicon_.string(known.denied)).value_or(Status::kActual);
    const auto say = [&](Status status) { return status == Status::kActual ? StatusReading{} : reading(status, head, &known); };
    if (own.status == Status::kActual) return say(affirmed);
    if (own.status == Status::kNegated) return denied == Status::kNegated ? own : say(denied);
    if (affirmed == Status::kActual) return denied == Status::kActual ? StatusReading{} : own;
    if (affirmed == Status::kNegated) return own.status == Status::kPossible ? own : say(affirmed);
    return join(say(affirmed), own);
  }

  const Document& document_;
  const Children& children_;
  const EventLexicon& lexicon_;
  std::string preposition_;
};

// A noun that frames or cues know as an act, an adjective or noun that a copula makes a predicate of.
bool is_predicate(const Document& document, const Children& children, const EventLexicon& lexicon, TokenIndex index) {
  const Token& token = document.tokens[index.value];
  if (token.upos == Upos::kVerb) return true;
  if (token.upos != Upos::kNoun && token.upos != Upos::kAdj) return false;
  if (child(document, children, index, Relation::kCop)) return true;
  const std::string lemma = folded(document.lemma(index));
  return token.upos == Upos::kNoun && (!lexicon.frames(hash_folded_word(lemma), HeadPos::kNoun).empty() || lexicon.cue(lemma, "refers") != nullptr);
}

}  // namespace

void read_predicates(Document& document, const Children& children, const EventLexicon& lexicon) {
  for (std::size_t i = 0; i < document.tokens.size(); ++i) {
    if (!is_predicate(document, children, lexicon, TokenIndex(i))) continue;
    const StatusReading reading = read_status(document, children, lexicon, TokenIndex(i));
    document.predicates.push_back({TokenIndex(i), reading.status, reading.span, reading.rule});
  }
}

StatusReading read_status(const Document& document, const Children& children, const EventLexicon& lexicon, TokenIndex act) {
  return StatusReader(document, children, lexicon).read(act);
}

}  // namespace bayhaqi
