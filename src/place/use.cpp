#include "place/use.h"

#include <algorithm>

#include "base/utf8.h"
#include "place/name_parts.h"

namespace bayhaqi {

namespace {

constexpr int kDeepest = 8;
constexpr std::uint32_t kSmallTown = 150000;

struct Verdict {
  PlaceUse use = PlaceUse::kNot;
  std::string_view reason = "";
};

class UseDecider {
 public:
  UseDecider(const PlaceView& view, std::vector<PlaceCandidate>& candidates) : view_(view), candidates_(candidates) {}

  void run() {
    for (std::size_t i = 0; i < candidates_.size(); ++i) {
      PlaceCandidate& candidate = candidates_[i];
      if (candidate.context_only) continue;
      const Verdict verdict = decide(candidate, i);
      candidate.use = verdict.use;
      candidate.reason = verdict.reason;
    }
    for (std::size_t i = 0; i + 1 < candidates_.size(); ++i) pair_with_next(i);
    for (std::size_t i = 1; i < candidates_.size(); ++i) join_to_last(i);
    judge_by_fellows();
  }

 private:
  const PlaceRecord& likely(const PlaceCandidate& c) const { return view_.gazetteer().place(c.likely); }
  bool is_country(const PlaceCandidate& c) const { return likely(c).kind() == PlacePrecision::kCountry; }
  // Names that mostly stand for a government.
  bool is_seat(const PlaceCandidate& c) const { return is_country(c) || likely(c).capital != 0 || c.has(NameMark::kSupport); }

  // "the town of X", "the city of X"
  bool is_settlement(const PlaceCandidate& c) const {
    if (c.first < 2 || !view_.same_sentence(c.first - 2, c.first) || view_.form(c.first - 1) != "of" || view_.capitalised(c.first - 2)) return false;
    const std::uint32_t kind = c.first - 2;
    return view_.is(kind, PlaceWord::kKind) && view_.is(kind, PlaceWord::kPart) && !view_.is(kind, PlaceWord::kAdmin);
  }

  Verdict decide(PlaceCandidate& c, std::size_t index) {
    c.wants_city = is_settlement(c);
    if (is_dateline(view_, c)) return {PlaceUse::kPlace, "dateline"};
    switch (part_of_larger_name(view_, c)) {
      case NamePart::kPerson: return {PlaceUse::kPerson, "person"};
      case NamePart::kOther: return {PlaceUse::kNot, "part of a name"};
      case NamePart::kJoined: return {PlaceUse::kPlace, "joined"};
      case NamePart::kKind: return {PlaceUse::kPlace, "kind"};
      case NamePart::kNone: break;
    }
    if (has_direction(c)) return {PlaceUse::kPlace, "direction"};
    if (borders(c)) return {PlaceUse::kPlace, "border"};
    if (stands_behind_in(c)) return {PlaceUse::kPlace, "in"};
    return by_role(c, index);
  }

  // "southern Israel", "war-torn Yemen".
  bool has_direction(const PlaceCandidate& c) const {
    if (c.first == 0 || !view_.same_sentence(c.first - 1, c.first)) return false;
    const std::uint32_t before = c.first - 1;
    return view_.is(before, PlaceWord::kDirection) && view_.token(before).upos != Upos::kAdp && view_.token(before).upos != Upos::kVerb;
  }

  // "the border between Sudan and Chad", "the border with Chad"
  bool borders(const PlaceCandidate& c) const {
    if (c.first < 2 || !view_.same_sentence(c.first - 2, c.first)) return false;
    const std::string_view word = view_.form(c.first - 1);
    if (word == "between" || word == "with") return view_.is(c.first - 2, PlaceWord::kEdge);
    const std::size_t other = word == "and" ? candidate_at(c.first - 2) : candidates_.size();
    return other < candidates_.size() && candidates_[other].reason == "border" && view_.form(candidates_[other].first - 1) == "between";
  }

  // "arrived in the U.S. two weeks ago": the words are clear, whatever the tree makes of them.
  bool stands_behind_in(const PlaceCandidate& c) const {
    const Sentence& sentence = view_.document().sentences[view_.token(c.first).sentence.value];
    std::uint32_t at = c.first;
    if (at > sentence.first.value && view_.token(at - 1).upos == Upos::kDet) --at;
    if (at == sentence.first.value || view_.token(at - 1).upos != Upos::kAdp || !view_.is(at - 1, PlaceWord::kIn)) return false;
    if (c.last >= sentence.last.value) return true;
    const Upos next = view_.token(c.last).upos;
    return next == Upos::kNum || next == Upos::kPunct || next == Upos::kAdp || next == Upos::kVerb || next == Upos::kSconj || next == Upos::kPron;
  }

  // The candidate that holds a token, none: candidates_.size().
  std::size_t candidate_at(std::uint32_t token) const {
    const auto after = std::ranges::upper_bound(candidates_, token, {}, &PlaceCandidate::first);
    if (after == candidates_.begin()) return candidates_.size();
    const auto found = after - 1;
    return token < found->last ? static_cast<std::size_t>(found - candidates_.begin()) : candidates_.size();
  }

  // The first case marker of a phrase, lower-cased by its classes; `last` for "north of".
  struct Preposition {
    std::string word;  // joined by '_'
    std::uint32_t classes = 0;
  };
  Preposition preposition_of(std::uint32_t token) const {
    Preposition out{preposition(view_.document(), view_.children(), TokenIndex(token)), 0};
    if (out.word.empty()) return out;
    const std::size_t bar = out.word.find('_');
    const std::string_view word = out.word;
    out.classes = view_.classes_of(word.substr(0, bar));
    if (bar == std::string::npos) return out;
    // "from around X", "due in X" are like "in X"; "in addition to X" is not.
    constexpr auto kIn = static_cast<std::uint32_t>(PlaceWord::kIn);
    const std::uint32_t last = view_.classes_of(word.substr(word.rfind('_') + 1));
    if (word.starts_with("in_")) out.classes &= ~kIn;
    if (has_class(last, PlaceWord::kIn)) out.classes = last;
    return out;
  }

  Verdict by_role(const PlaceCandidate& c, std::size_t index) const {
    // Through coordination and apposition to the word whose role counts.
    std::uint32_t at = c.head;
    Preposition before = preposition_of(at);
    for (int step = 0; step < kDeepest; ++step) {
      const Token& token = view_.token(at);
      const Relation relation = universal(token.relation);
      if (!token.head || !before.word.empty() || (relation != Relation::kConj && relation != Relation::kAppos && relation != Relation::kList)) break;
      const std::uint32_t up = token.head.value;
      if (relation == Relation::kAppos && view_.is(up, PlaceWord::kPart) && !view_.capitalised(up)) return {PlaceUse::kPlace, "apposed"};
      const std::size_t other = candidate_at(up);
      if (other >= candidates_.size() || other == index) {
        if (relation == Relation::kConj && view_.token(up).upos == Upos::kVerb) break;
        if (relation == Relation::kAppos && view_.token(up).upos == Upos::kPropn) return {weak(c), "apposed to a name"};
      }
      at = up;
      before = preposition_of(at);
    }
    const Token& token = view_.token(at);
    if (!token.head) return {is_seat(c) ? PlaceUse::kNot : PlaceUse::kWeak, "root"};
    const std::uint32_t up = token.head.value;
    if (!before.word.empty() && at != up && (token.relation != Relation::kCompound || at != c.head)) return by_preposition(c, before, up);
    switch (token.relation) {
      case Relation::kNmodPoss: return by_possessed(c, up);
      case Relation::kObj: return by_verb(c, up);
      case Relation::kNsubjPass: return by_verb(c, up);
      case Relation::kCompound: case Relation::kAmod: case Relation::kNmod: case Relation::kNmodUnmarked: case Relation::kNmodDesc: return by_noun(c, up);
      case Relation::kNsubj: case Relation::kNsubjOuter: return by_predicate(c, up);
      case Relation::kObl: case Relation::kOblUnmarked: case Relation::kAdvmod: case Relation::kXcomp:
        return {view_.is(up, PlaceWord::kMotion) || view_.is(up, PlaceWord::kEnter) ? PlaceUse::kPlace : weak(c), "adverbial"};
      default: return {weak(c), "other"};
    }
  }

  PlaceUse weak(const PlaceCandidate& c) const { return is_seat(c) ? PlaceUse::kNot : PlaceUse::kWeak; }

  Verdict by_preposition(const PlaceCandidate& c, const Preposition& before, std::uint32_t up) const {
    if (has_class(before.classes, PlaceWord::kIn)) return {PlaceUse::kPlace, "in"};
    if (has_class(before.classes, PlaceWord::kDirection) || has_class(before.classes, PlaceWord::kPart)) return {PlaceUse::kPlace, "north of"};
    const std::uint32_t above = view_.classes(up);
    if (has_class(before.classes, PlaceWord::kOf)) {
      if (has_class(above, PlaceWord::kPart)) return {PlaceUse::kPlace, "part of"};
      if (has_class(above, PlaceWord::kTitle)) return {PlaceUse::kNot, "title of"};
      const Upos upos = view_.token(up).upos;
      if (!is_seat(c) && (upos == Upos::kPropn || upos == Upos::kNum)) return {PlaceUse::kPlace, "person of"};
      return {weak(c), "of"};
    }
    const bool moves = has_class(above, PlaceWord::kMotion) || has_class(above, PlaceWord::kPart) || has_class(above, PlaceWord::kEnter);
    if (has_class(before.classes, PlaceWord::kFrom)) return by_origin(c, above, up, moves);
    if (has_class(above, PlaceWord::kTitle)) return {PlaceUse::kNot, "title"};
    if (has_class(before.classes, PlaceWord::kExample)) return {has_class(above, PlaceWord::kPart) ? PlaceUse::kPlace : weak(c), "example"};
    if (has_class(before.classes, PlaceWord::kToward)) {
      if (is_house(c) && has_object(up)) return {PlaceUse::kNot, "to a government"};
      if (moves || ends_a_way(c)) return {PlaceUse::kPlace, "way"};
      return {has_class(before.classes, PlaceWord::kLoose) ? weak(c) : PlaceUse::kNot, "no motion"};
    }
    if (has_class(before.classes, PlaceWord::kOn)) {
      const bool on = before.word == "on";
      if (!is_country(c) && !c.has(NameMark::kSupport) && (has_class(above, PlaceWord::kStrike) || has_class(above, PlaceWord::kPart) || (moves && on))) return {PlaceUse::kPlace, "strike on"};
      const bool ground = likely(c).kind() == PlacePrecision::kSite || likely(c).kind() == PlacePrecision::kRegion;
      return {on && ground && !is_seat(c) ? PlaceUse::kPlace : PlaceUse::kNot, "on"};
    }
    if (has_class(before.classes, PlaceWord::kWith)) return {has_class(above, PlaceWord::kEdge) ? PlaceUse::kPlace : PlaceUse::kNot, "with"};
    if (has_class(before.classes, PlaceWord::kCause)) return {PlaceUse::kNot, "by"};
    return {weak(c), "preposition"};
  }

  // The Pentagon, the Kremlin: in "returned the base to the Pentagon" they are who gets it.
  bool is_house(const PlaceCandidate& c) const { return c.has(NameMark::kSupport) && likely(c).kind() == PlacePrecision::kSite; }

  bool has_object(std::uint32_t verb) const {
    if (view_.token(verb).upos != Upos::kVerb) return false;
    for (const TokenIndex child : view_.children().of(TokenIndex(verb))) {
      if (view_.token(child.value).relation == Relation::kObj) return true;
    }
    return false;
  }

  // "from Lisbon to Helsinki"
  bool ends_a_way(const PlaceCandidate& c) const {
    if (c.first < 2 || !view_.same_sentence(c.first - 2, c.first) || view_.form(c.first - 1) != "to") return false;
    const std::size_t start = candidate_at(c.first - 2);
    return start < candidates_.size() && candidates_[start].use == PlaceUse::kPlace && candidates_[start].reason.starts_with("from");
  }

  Verdict by_origin(const PlaceCandidate& c, std::uint32_t above, std::uint32_t up, bool moves) const {
    if (!is_seat(c) || moves || has_class(above, PlaceWord::kTelling)) return {PlaceUse::kPlace, "from"};
    const Upos upos = view_.token(up).upos;
    return {(upos == Upos::kNoun || upos == Upos::kAdj || upos == Upos::kNum) && !has_class(above, PlaceWord::kTitle) ? PlaceUse::kPlace : PlaceUse::kNot, "from a government"};
  }

  Verdict by_possessed(const PlaceCandidate& c, std::uint32_t up) const {
    if (view_.is(up, PlaceWord::kPart) && !view_.is(up, PlaceWord::kTitle)) return {PlaceUse::kPlace, "part"};
    if (view_.is(up, PlaceWord::kLand) && !view_.capitalised(up)) return {PlaceUse::kPlace, "part"};
    if (view_.is(up, PlaceWord::kTitle)) return {PlaceUse::kNot, "possessive"};
    return {weak(c), "possessive"};
  }

  Verdict by_verb(const PlaceCandidate& c, std::uint32_t up) const {
    if (view_.is(up, PlaceWord::kEnter)) return {PlaceUse::kPlace, "enter"};
    if (view_.is(up, PlaceWord::kStrike) && !is_country(c) && !c.has(NameMark::kSupport)) return {PlaceUse::kPlace, "strike"};
    return {weak(c), "object"};
  }

  Verdict by_noun(const PlaceCandidate& c, std::uint32_t up) const {
    if (view_.is(up, PlaceWord::kPart) || view_.is(up, PlaceWord::kKind)) return {PlaceUse::kPlace, "part"};
    if (view_.is(up, PlaceWord::kTitle)) return {PlaceUse::kNot, "title"};
    return {weak(c), "modifier"};
  }

  Verdict by_predicate(const PlaceCandidate& c, std::uint32_t up) const {
    const bool noun = view_.token(up).upos == Upos::kNoun && view_.is(up, PlaceWord::kPart);
    if (noun && !is_country(c)) return {PlaceUse::kPlace, "is a part"};
    return {weak(c), "subject"};
  }

  static bool has_class(std::uint32_t classes, PlaceWord kind) { return (classes & static_cast<std::uint32_t>(kind)) != 0; }

  // "Homs, Syria": the second holds the first.
  void pair_with_next(std::size_t i) {
    PlaceCandidate& a = candidates_[i];
    PlaceCandidate& b = candidates_[i + 1];
    if (a.context_only || b.context_only || b.first != a.last + 1 || !view_.same_sentence(a.first, b.first) || view_.form(a.last) != ",") return;
    if (a.use == PlaceUse::kPerson || b.use == PlaceUse::kPerson || is_country(a)) return;
    if (likely(a).kind() == PlacePrecision::kRegion && likely(b).kind() == PlacePrecision::kRegion && likely(a).region == 0) return;  // "Nevada, Ohio": a list
    if (!may_hold(b, a)) return;
    // A list ("Aleppo, Syria and Iraq") is told apart by the comma or end that closes the pair.
    if (a.use == PlaceUse::kNot && a.reason == "part of a name") return;
    a.inside = static_cast<std::uint32_t>(i + 1);
    a.use = PlaceUse::kPlace;
    a.reason = "pair";
    if (b.use != PlaceUse::kPlace) b.reason = "pair";
    b.use = PlaceUse::kPlace;
  }

  // Whether some reading of `outer` is a country or region that a reading of `inner` lies in.
  bool may_hold(const PlaceCandidate& outer, const PlaceCandidate& inner) const {
    const Gazetteer& gazetteer = view_.gazetteer();
    for (const std::uint32_t o : outer.names) {
      const PlaceRecord& whole = gazetteer.place(gazetteer.name(o).place);
      if (whole.kind() != PlacePrecision::kCountry && whole.kind() != PlacePrecision::kRegion) continue;
      for (const std::uint32_t n : inner.names) {
        const PlaceRecord& piece = gazetteer.place(gazetteer.name(n).place);
        if (piece.kind() == PlacePrecision::kCountry || &piece == &whole || whole.code() != piece.code()) continue;
        if (whole.kind() == PlacePrecision::kCountry || distance_between(whole, piece) < 900) return true;
      }
    }
    return false;
  }

  // "in Nairobi and Dar es Salaam", where the tree makes nothing of the second: a name of several words right behind a place and
  // "and" is a place like it.
  void join_to_last(std::size_t i) {
    const PlaceCandidate& last = candidates_[i - 1];
    PlaceCandidate& c = candidates_[i];
    if (c.use == PlaceUse::kPlace || c.reason != "other" || c.last - c.first < 2 || last.context_only || last.use != PlaceUse::kPlace || c.first != last.last + 1) return;
    if (!view_.same_sentence(last.first, c.first) || (view_.form(last.last) != "and" && view_.form(last.last) != "or")) return;
    c.use = PlaceUse::kPlace;
    c.reason = "beside a place";
  }

  bool is_small(const PlaceCandidate& c) const {
    const PlaceRecord& place = likely(c);
    return place.kind() == PlacePrecision::kCity && place.capital == 0 && place.population < kSmallTown;
  }

  bool same_words(const PlaceCandidate& a, const PlaceCandidate& b) const {
    return a.names.data() == b.names.data() && a.names.size() == b.names.size();
  }

  // Weak uses stand or fall by what the name is elsewhere in the article.
  void judge_by_fellows() {
    for (PlaceCandidate& c : candidates_) {
      if (c.context_only || c.use == PlaceUse::kPerson || c.use == PlaceUse::kNot) continue;
      const bool doubtful = c.has(NameMark::kWord) || c.has(NameMark::kPerson) || c.has(NameMark::kSupport);
      bool person = false;
      bool place = false;
      if (c.use == PlaceUse::kWeak || doubtful || c.reason == "in") {
        for (const PlaceCandidate& other : candidates_) {
          if (!same_words(c, other) || &other == &c) continue;
          person = person || other.use == PlaceUse::kPerson;
          place = place || (other.use == PlaceUse::kPlace && (other.reason == "in" || other.reason == "pair" || other.reason == "part of"));
        }
      }
      if (person && is_small(c)) place = false;  // "Evo Morales" makes "had a chance at unseating Morales" a person too
      const bool firm = c.reason == "in" || c.reason == "pair" || c.reason == "kind" || c.reason == "dateline" || c.reason == "joined" || c.reason == "apposed" || c.reason == "part of" || c.reason == "border";
      if (c.use == PlaceUse::kWeak) {
        c.weak = !place;
        c.use = place || (!person && !doubtful) ? PlaceUse::kPlace : PlaceUse::kNot;
      } else if (doubtful && !firm && !place && (person || c.has(NameMark::kWord))) {
        c.use = PlaceUse::kNot;
      } else if (person && c.reason == "in" && (c.has(NameMark::kPerson) || (is_small(c) && preposition_of(c.head).word != "in"))) {
        c.use = PlaceUse::kNot;
      }
    }
  }

  const PlaceView& view_;
  std::vector<PlaceCandidate>& candidates_;
};

}  // namespace

void decide_uses(const PlaceView& view, std::vector<PlaceCandidate>& candidates) { UseDecider(view, candidates).run(); }

}  // namespace bayhaqi
