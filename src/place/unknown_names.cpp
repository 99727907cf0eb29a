#include "place/unknown_names.h"

#include <algorithm>

#include "base/utf8.h"

namespace bayhaqi {

namespace {

constexpr std::uint32_t kUnresolved = 0xFFFFFFFF;
constexpr std::uint32_t kLongestRun = 4;

class UnknownNames {
 public:
  UnknownNames(const PlaceView& view, const std::vector<PlaceCandidate>& known) : view_(view), known_(known) {}

  std::vector<PlaceCandidate> run() {
    const auto count = static_cast<std::uint32_t>(view_.document().tokens.size());
    for (std::uint32_t i = 0; i < count;) {
      const std::uint32_t last = run_end(i);
      if (last == i) {
        ++i;
        continue;
      }
      if (last <= i + kLongestRun && !is_rejected(i, last)) consider(i, last);
      i = last;
    }
    return std::move(found_);
  }

 private:
  bool is_known(std::uint32_t token) const {
    const auto after = std::ranges::upper_bound(known_, token, {}, &PlaceCandidate::first);
    return after != known_.begin() && token < (after - 1)->last && ((after - 1)->use == PlaceUse::kPlace || (after - 1)->context_only);
  }

  // Whether the run is just a name of the gazetteer that is used as something else.
  bool is_rejected(std::uint32_t first, std::uint32_t last) const {
    const PlaceCandidate* whole = known_from(first);
    return whole != nullptr && whole->last >= last;
  }

  const PlaceCandidate* known_from(std::uint32_t token) const {
    const auto found = std::ranges::lower_bound(known_, token, {}, &PlaceCandidate::first);
    return found != known_.end() && found->first == token ? &*found : nullptr;
  }

  // The end of a run of capitalised names that no candidate covers.
  std::uint32_t run_end(std::uint32_t first) const {
    std::uint32_t i = first;
    const std::uint32_t begin = view_.document().sentences[view_.token(first).sentence.value].first.value;
    const auto in_name = [&](std::uint32_t token) {
      const Upos upos = view_.token(token).upos;
      return view_.capitalised(token) && (upos == Upos::kPropn || (token != begin && (upos == Upos::kNoun || upos == Upos::kAdj)));
    };
    while (view_.same_sentence(first, i) && in_name(i) && !is_known(i)) ++i;
    return i;
  }

  void consider(std::uint32_t first, std::uint32_t last) {
    if (last == first + 1 && view_.is(first, PlaceWord::kNever)) return;
    const bool before = first > 0 && view_.same_sentence(first - 1, first);
    const std::uint32_t previous = before ? view_.classes(first - 1) : 0;
    const bool located = before && view_.token(first - 1).upos == Upos::kAdp && has(previous, PlaceWord::kIn);
    const bool on_way = before && view_.token(first - 1).upos == Upos::kAdp && has(previous, PlaceWord::kWay);
    // "the village of X", "the village X"
    if (before && view_.form(first - 1) == "of" && first >= 2 && names_a_place(first - 2)) return add(first, last, "part of");
    if (ends_like_a_site(first, last) || starts_like_a_site(first, last)) return add(first, last, "facility");
    // "X district", "X River"
    const bool last_is_kind = last > first + 1 && has(view_.classes_of(view_.form(last - 1)), PlaceWord::kKind) && !view_.is(last - 1, PlaceWord::kNever);
    if (last_is_kind && (located || on_way || (before && view_.form(first - 1) == "the"))) return add(first, last, "kind");
    if (view_.same_sentence(first, last) && view_.is(last, PlaceWord::kKind) && names_a_place(last) && last == first + 1 && (located || on_way || article_before(first))) return add(first, last, "kind");
    if (located && settles(first, last)) return add(first, last, "in");
    // "in X, Syria"
    if ((located || on_way) && view_.same_sentence(first, last + 1) && view_.form(last) == ",") {
      const PlaceCandidate* outer = known_from(last + 1);
      if (outer == nullptr || outer->context_only || (outer->use != PlaceUse::kPlace && !located)) return;
      const PlacePrecision kind = view_.gazetteer().place(outer->likely).kind();
      if (kind == PlacePrecision::kCountry || kind == PlacePrecision::kRegion) add(first, last, "pair", static_cast<std::uint32_t>(outer - known_.data()));
    }
  }

  // The preposition of a name, by the tree or right before it; none: `first`.
  std::uint32_t preposition_of(std::uint32_t first, std::uint32_t last) const {
    const std::uint32_t at = article_before(first) ? first - 1 : first;
    if (at > 0 && view_.same_sentence(at - 1, at) && view_.token(at - 1).upos == Upos::kAdp) return at - 1;
    const TokenIndex of = child(view_.document(), view_.children(), TokenIndex(view_.head_of(first, last)), Relation::kCase);
    return of && of.value < first ? of.value : first;
  }

  // "Derry's Altnagelvin Hospital"
  bool owned_by_place(std::uint32_t first) const {
    if (first < 2 || !view_.same_sentence(first - 2, first) || view_.token(first - 1).upos != Upos::kPart) return false;
    const auto after = std::ranges::upper_bound(known_, first - 2, {}, &PlaceCandidate::first);
    return after != known_.begin() && (after - 1)->last == first - 1 && !view_.form((after - 1)->first).starts_with("St") && (after - 1)->use != PlaceUse::kPerson && !(after - 1)->context_only;
  }

  // "at Evin Prison", "from the Meydan Racecourse", "the top of Trump Tower", "off Royal Street"
  bool ends_like_a_site(std::uint32_t first, std::uint32_t last) const {
    if (last < first + 2 || !view_.is(last - 1, PlaceWord::kFacility) || name_goes_on(last)) return false;
    if (owned_by_place(first)) return true;
    const std::uint32_t at = preposition_of(first, last);
    if (at == first) return false;
    if (view_.is(at, PlaceWord::kIn) || view_.is(last - 1, PlaceWord::kStreet)) return true;
    if (view_.is(at, PlaceWord::kOf)) return at > 0 && view_.same_sentence(at - 1, at) && view_.is(at - 1, PlaceWord::kPart);
    return view_.is(at, PlaceWord::kWay) && !view_.is(at, PlaceWord::kCause) && !view_.is(last - 1, PlaceWord::kTitle);
  }

  // "the Centre of Excellence", "Taliban-ruled"
  bool name_goes_on(std::uint32_t last) const {
    if (last >= view_.document().tokens.size() || !view_.same_sentence(last - 1, last)) return false;
    const std::string_view next = view_.form(last);
    return next == "of" || next == "for" || view_.token(last).upos == Upos::kNum || next == "-";
  }

  // "killed in Portroe": a name that nowhere in the article acts, in small letters.
  bool settles(std::uint32_t first, std::uint32_t last) const {
    if (view_.is(first - 1, PlaceWord::kNever) && view_.form(first - 1) != "in") return false;
    const std::uint32_t head = view_.head_of(first, last);
    const Relation relation = universal(view_.token(head).relation);
    const bool somewhere = relation == Relation::kNmod && view_.token(head).head && (view_.is(view_.token(head).head.value, PlaceWord::kMotion) || view_.is(view_.token(head).head.value, PlaceWord::kPart));
    if ((relation != Relation::kObl && !somewhere) || name_goes_on(last) || view_.is(last - 1, PlaceWord::kNever) || view_.is(last - 1, PlaceWord::kTitle)) return false;
    const std::string_view word = view_.form(head);
    const bool lower = std::ranges::any_of(word, [](char c) { return c >= 'a' && c <= 'z'; });
    if (word.size() < 4 || !lower || view_.token(head).upos != Upos::kPropn) return false;
    for (const TimeExpression& time : view_.document().times) {
      if (time.first.value < last && first < time.last.value) return false;
    }
    for (std::uint32_t i = 0; i < view_.document().tokens.size(); ++i) {
      if (view_.form(i) == word && i != head && acts(i)) return false;
    }
    return true;
  }

  bool acts(std::uint32_t token) const {
    const Relation relation = view_.token(token).relation;
    return universal(relation) == Relation::kNsubj || relation == Relation::kNmodPoss || relation == Relation::kCompound || relation == Relation::kOblAgent;
  }

  // "near Lake Manassas", "at Fort Hood"
  bool starts_like_a_site(std::uint32_t first, std::uint32_t last) const {
    const std::uint32_t at = preposition_of(first, last);
    return last > first + 1 && at != first && view_.is(at, PlaceWord::kIn) && view_.is(first, PlaceWord::kBefore);
  }

  bool article_before(std::uint32_t first) const {
    return first > 0 && view_.same_sentence(first - 1, first) && view_.token(first - 1).upos == Upos::kDet;
  }

  // A common noun of a settled or administrative place.
  bool names_a_place(std::uint32_t token) const {
    return view_.is(token, PlaceWord::kKind) && view_.is(token, PlaceWord::kPart) && !view_.capitalised(token) && view_.token(token).upos == Upos::kNoun && !view_.is(token, PlaceWord::kTitle);
  }

  void add(std::uint32_t first, std::uint32_t last, std::string_view reason, std::uint32_t outer = kUnresolved) {
    PlaceCandidate candidate;
    candidate.first = first;
    candidate.last = last;
    candidate.head = view_.head_of(first, last);
    candidate.use = PlaceUse::kPlace;
    candidate.reason = reason;
    candidate.inside = outer;
    found_.push_back(candidate);
  }

  static bool has(std::uint32_t classes, PlaceWord kind) { return (classes & static_cast<std::uint32_t>(kind)) != 0; }

  const PlaceView& view_;
  const std::vector<PlaceCandidate>& known_;
  std::vector<PlaceCandidate> found_;
};

}  // namespace

void add_unknown_names(const PlaceView& view, std::vector<PlaceCandidate>& candidates) {
  std::vector<PlaceCandidate> found = UnknownNames(view, candidates).run();
  if (found.empty()) return;
  // Positions move: what pointed at a candidate points at it after the merge.
  std::vector<std::uint32_t> moved(candidates.size());
  for (std::size_t i = 0, j = 0; i < candidates.size(); ++i) {
    while (j < found.size() && found[j].first < candidates[i].first) ++j;
    moved[i] = static_cast<std::uint32_t>(i + j);
  }
  for (PlaceCandidate& each : found) candidates.push_back(each);
  for (PlaceCandidate& each : candidates) {
    if (each.inside == kUnresolved) continue;
    each.inside = moved[each.inside];
  }
  std::ranges::stable_sort(candidates, {}, &PlaceCandidate::first);
  for (PlaceCandidate& each : candidates) {
    if (each.inside != kUnresolved) candidates[each.inside].use = PlaceUse::kPlace;
  }
}

}  // namespace bayhaqi
