#include "event/status.h"

#include <string>

#include "base/utf8.h"

namespace bayhaqi {

namespace {

constexpr int kDeepest = 5;

class StatusReader {
 public:
  StatusReader(const Document& document, const Children& children, const EventLexicon& lexicon) : document_(document), children_(children), lexicon_(lexicon) {}

  StatusReading read(TokenIndex act) {
    TokenIndex at = act;
    for (int i = 0; i < kDeepest && at; ++i) {
      local(at, i > 0);
      at = climb(at);
    }
    return reading_;
  }

 private:
  [[nodiscard]] const Token& token(TokenIndex index) const { return document_.tokens[index.value]; }

  // A later finding changes an earlier one only where it weighs more: nothing is less open than a denial.
  void take(std::string_view effect, TokenIndex word, std::uint32_t line) {
    Status status = Status::kActual;
    if (effect == "negated") status = Status::kNegated;
    else if (effect == "planned") status = Status::kPlanned;
    else if (effect == "possible") status = Status::kPossible;
    else if (effect == "urged") status = Status::kUrged;
    else return;
    const bool first = reading_.status == Status::kActual;
    const bool stronger = status == Status::kNegated || (status == Status::kPossible && reading_.status == Status::kPlanned);
    if (!first && !stronger) return;
    if (status == Status::kNegated && reading_.status == Status::kNegated) return;
    reading_ = {status, token(word).span, {lexicon_.cue_file(), line}};
  }

  bool look_up(TokenIndex word, std::string_view kind) {
    const CueRecord* cue = lexicon_.cue(folded(document_.lemma(word)), kind);
    if (cue == nullptr) cue = lexicon_.cue(folded(document_.form(word)), kind);
    if (cue == nullptr) return false;
    take(lexicon_.string(cue->effect), word, cue->line);
    return true;
  }

  // What the words right at the act say. Above the act itself only what bears on the whole clause.
  void local(TokenIndex act, bool above) {
    for (const TokenIndex each : children_.of(act)) {
      const Relation relation = universal(token(each).relation);
      if (relation == Relation::kAdvmod) look_up(each, "adv");
      else if (relation == Relation::kAux) look_up(each, "aux");
      else if (relation == Relation::kMark) look_up(each, "mark");
      else if (relation == Relation::kDet) look_up(each, "det");
      else if (relation == Relation::kCop && !above && is_to(act)) take("planned", each, 0);
      else if (relation == Relation::kCop) look_up(each, "cop");
      else if (relation == Relation::kCase && !above) look_up(each, "case");
      else if ((relation == Relation::kAmod || relation == Relation::kCompound) && !above) look_up(each, "adj");
      else if (relation == Relation::kNsubj && token(each).morph.pron_type == PronType::kNeg) take("negated", each, 0);
    }
    const Token& here = token(act);
    if (here.upos == Upos::kVerb && here.morph.mood == Mood::kImp && !above) take("urged", act, 0);
  }

  // "is to meet": the verb with its "to" under a form of "be".
  [[nodiscard]] bool is_to(TokenIndex act) const {
    const TokenIndex mark = child(document_, children_, act, Relation::kMark);
    return token(act).upos == Upos::kVerb && mark && lowered(document_.form(mark)) == "to";
  }

  // The word above that may bear on the act; none at the edge of its clause.
  TokenIndex climb(TokenIndex at) {
    const Token& here = token(at);
    if (!here.head) return {};
    const Token& up = token(here.head);
    switch (universal(here.relation)) {
      case Relation::kConj:
        // A conjunct with its own subject or modal stands for itself.
        if (child(document_, children_, at, Relation::kNsubj) || child(document_, children_, at, Relation::kNsubjPass) || child(document_, children_, at, Relation::kAux)) {
          return own_clause(at) ? TokenIndex{} : here.head;
        }
        return here.head;
      case Relation::kXcomp:
        look_up(here.head, kind_of(up));
        return here.head;
      case Relation::kCcomp: case Relation::kCsubj:
        look_up(here.head, "says");
        return {};
      case Relation::kObj: case Relation::kObl: case Relation::kNsubj:
        if (up.upos != Upos::kVerb && up.upos != Upos::kAdj) return {};
        look_up(here.head, up.upos == Upos::kVerb ? "object" : "adj-of");
        return carries(here.head) ? here.head : TokenIndex{};
      case Relation::kNmod: case Relation::kAcl:
        look_up(here.head, "noun");
        return lexicon_.cue(folded(document_.lemma(here.head)), "noun") != nullptr ? here.head : TokenIndex{};
      case Relation::kAdvcl:
        if (here.morph.verb_form != VerbForm::kInf) return {};
        look_up(here.head, kind_of(up));
        return here.head;  // "might use force to end the war"
      default:
        return {};
    }
  }

  [[nodiscard]] bool own_clause(TokenIndex at) const {
    const Token& here = token(at);
    return here.upos == Upos::kVerb && (here.morph.verb_form == VerbForm::kFin || child(document_, children_, at, Relation::kAux));
  }

  // Verbs whose own negation and modality hold for the act in their object ("did not plan an assault", "will hold talks").
  [[nodiscard]] bool carries(TokenIndex verb) const {
    return lexicon_.cue(folded(document_.lemma(verb)), "carries") != nullptr || lexicon_.cue(folded(document_.lemma(verb)), "object") != nullptr;
  }

  static std::string_view kind_of(const Token& word) {
    return word.upos == Upos::kVerb || word.upos == Upos::kAux ? "verb" : word.upos == Upos::kAdj ? "adj-of" : "noun";
  }

  const Document& document_;
  const Children& children_;
  const EventLexicon& lexicon_;
  StatusReading reading_;
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
