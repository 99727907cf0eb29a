#include "place/candidates.h"

#include <algorithm>
#include <cmath>

#include "base/utf8.h"

namespace bayhaqi {

namespace {

constexpr std::size_t kLongestName = 8;
constexpr float kKnownBonus = 1.5F;  // what the news of the world mean by a name, like a seat of government

bool all_capitals(std::string_view word) {
  bool letter = false;
  for (const char c : word) {
    if (c >= 'a' && c <= 'z') return false;
    letter = letter || (c >= 'A' && c <= 'Z');
  }
  return letter;
}

struct Walk {
  std::uint32_t last = 0;
  std::span<const std::uint32_t> names;
};

// The longest name that begins at `first` and is written as names are.
Walk longest_name(const PlaceView& view, std::uint32_t first) {
  const PhraseTable& table = view.gazetteer().names();
  Walk best;
  std::uint32_t state = PhraseTable::kStart;
  for (std::uint32_t i = first; i < first + kLongestName && view.same_sentence(first, i); ++i) {
    state = table.next(state, view.hash(i));
    if (state == PhraseTable::kDead) break;
    const auto values = table.values(state);
    if (values.empty()) continue;
    if (view.capitalised(i) || (i > first && (view.is(i, PlaceWord::kKind) || view.is(i, PlaceWord::kFacility)))) best = {i + 1, values};
  }
  return best;
}

constexpr std::uint32_t kKnownTown = 300000;  // so large a city is meant although its name is also that of a people

bool fits(const Gazetteer& gazetteer, const PlaceName& name, const Writing& writing) {
  if (name.has(NameMark::kShort)) return writing.after_comma && (writing.capitals || !name.has(NameMark::kCapitals));
  if (name.has(NameMark::kCapitals)) return writing.capitals;
  return !writing.capitals || writing.size > 4 || gazetteer.place(name.place).kind() == PlacePrecision::kCountry;
}

constexpr std::uint32_t kListReach = 12;

// "Camden and Charlton counties": the names that each word has with the singular of the kind at the end of the list.
std::span<const std::uint32_t> names_in_list(const PlaceView& view, std::uint32_t first, std::uint32_t last) {
  const PhraseTable& table = view.gazetteer().names();
  for (std::uint32_t i = last; i < last + kListReach && view.same_sentence(first, i); ++i) {
    const std::string_view word = view.form(i);
    if (view.capitalised(i) || word == "," || word == "and" || word == "or") continue;
    const std::string_view lemma = view.document().lemma(TokenIndex(i));
    if (lemma == word || !view.is(i, PlaceWord::kAdmin)) return {};
    std::uint32_t state = PhraseTable::kStart;
    for (std::uint32_t j = first; j < last && state != PhraseTable::kDead; ++j) state = table.next(state, view.hash(j));
    if (state != PhraseTable::kDead) state = table.next(state, view.hash_of(lemma));
    return state == PhraseTable::kDead ? std::span<const std::uint32_t>{} : table.values(state);
  }
  return {};
}

// Chooses the likely reading of a name in the text; false if the way it is written rules it out.
bool read_name(const PlaceView& view, PlaceCandidate& candidate) {
  const std::uint32_t first = candidate.first;
  const bool single = candidate.last == first + 1;
  // "the B.C. border", not "300 B.C."
  const std::size_t dot = view.form(first).find('.');
  const bool dotted = dot != std::string_view::npos && dot + 1 < view.form(first).size() && (first == 0 || (view.token(first - 1).upos != Upos::kNum && view.token(first - 1).upos != Upos::kPropn)) &&
                      !(view.same_sentence(first, candidate.last) && view.token(candidate.last).upos == Upos::kPropn);
  const bool comma = dotted || (first >= 2 && view.same_sentence(first - 2, first) && view.form(first - 1) == "," && view.capitalised(first - 2));
  if (!choose_likely(view.gazetteer(), candidate, {single && all_capitals(view.form(first)), comma, view.form(first).size()})) return false;
  if (candidate.context_only || candidate.has(NameMark::kShort)) return true;
  return !(single && view.is(first, PlaceWord::kNever) && view.gazetteer().place(candidate.likely).kind() != PlacePrecision::kCountry);
}

}  // namespace

bool choose_likely(const Gazetteer& gazetteer, PlaceCandidate& candidate, const Writing& writing) {
  float best = -1;
  std::uint32_t people = 0xFFFFFFFF;
  for (const std::uint32_t value : candidate.names) {
    const PlaceName& name = gazetteer.name(value);
    if (!fits(gazetteer, name, writing)) continue;
    if (name.has(NameMark::kDemonym)) {
      people = name.place;
      continue;
    }
    const float prior = prior_of(gazetteer, name) + (name.has(NameMark::kShort) ? 5.0F : 0.0F);
    if (prior > best) {
      best = prior;
      candidate.likely = name.place;
      candidate.marks = name.marks;
    }
  }
  const PlaceRecord& place = gazetteer.place(candidate.likely);
  const bool small = best < 0 || (place.kind() == PlacePrecision::kCity && place.population < kKnownTown);
  if (people != 0xFFFFFFFF && small) {
    candidate.likely = people;
    candidate.context_only = true;
    return true;
  }
  return best >= 0;
}

std::uint32_t PlaceView::classes_of(std::string_view word) const {
  fold_word(word, scratch_);
  return gazetteer_.classes(hash_folded_word(scratch_));
}

std::uint32_t PlaceView::classes(std::uint32_t index) const {
  return classes_of(form(index)) | classes_of(document_.lemma(TokenIndex(index)));
}

std::uint64_t PlaceView::hash(std::uint32_t index) const { return hash_of(form(index)); }

std::uint64_t PlaceView::hash_of(std::string_view word) const {
  fold_word(word, scratch_);
  return hash_folded_word(scratch_);
}

bool PlaceView::capitalised(std::uint32_t index) const {
  const std::string_view word = form(index);
  if (word.empty()) return false;
  const auto lead = static_cast<unsigned char>(word.front());
  if (lead < 0x80U) return lead >= 'A' && lead <= 'Z';
  const char32_t first = decode_utf8(word, 0).value;
  if (is_upper(first)) return true;
  return !is_letter(first) && word.size() > 2 && word.find_first_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") <= 3;  // ‘Ali
}

std::uint32_t PlaceView::head_of(std::uint32_t first, std::uint32_t last) const {
  std::uint32_t best = last - 1;
  for (std::uint32_t i = last; i-- > first;) {
    const TokenIndex up = token(i).head;
    if (up && up.value >= first && up.value < last) continue;
    if (token(i).relation == Relation::kPunct || token(i).relation == Relation::kCase) continue;
    best = i;
    if (token(i).relation != Relation::kCompound && token(i).relation != Relation::kFlat) break;
  }
  return best;
}

float prior_of(const PlaceRecord& place) {
  const float people = std::log10(static_cast<float>(place.population) + 1000.0F);
  switch (place.kind()) {
    case PlacePrecision::kCountry: return 12.0F + people / 10;
    case PlacePrecision::kRegion:
      if (place.code().empty()) return 6.6F;
      if (place.population != 0) return std::min(people, place.region != 0 ? 4.6F : 5.6F);
      return place.region != 0 ? 4.2F : 5.8F;
    case PlacePrecision::kSite: return 5.6F;
    default: return people + (place.capital != 0 ? 1.5F : place.known != 0 ? kKnownBonus : 0.0F);
  }
}

float prior_of(const Gazetteer& gazetteer, const PlaceName& name) {
  const PlaceRecord& place = gazetteer.place(name.place);
  float out = prior_of(place);
  if (name.has(NameMark::kSupport)) out -= 0.6F;
  if (!name.has(NameMark::kVariant)) return out;
  if (place.kind() == PlacePrecision::kRegion) return out - 1.6F;
  return out - (place.population < kKnownTown / 2 ? 0.9F : 0.1F);  // "Geneva" is the English name of Genève
}

void find_candidates(const PlaceView& view, std::vector<PlaceCandidate>& out) {
  const auto count = static_cast<std::uint32_t>(view.document().tokens.size());
  for (std::uint32_t i = 0; i < count;) {
    if (!view.capitalised(i)) {
      ++i;
      continue;
    }
    const Walk walk = longest_name(view, i);
    if (walk.last == 0) {
      ++i;
      continue;
    }
    PlaceCandidate candidate;
    candidate.first = i;
    candidate.last = walk.last;
    const auto listed = names_in_list(view, i, walk.last);
    candidate.names = listed.empty() ? walk.names : listed;
    if (!read_name(view, candidate)) {
      ++i;
      continue;
    }
    // "Idlib province": the small word says which Idlib, and is no part of the name.
    if (walk.last > i + 1 && !view.capitalised(walk.last - 1) && view.is(walk.last - 1, PlaceWord::kAdmin)) {
      --candidate.last;
      candidate.wants_region = true;
    }
    candidate.head = view.head_of(candidate.first, candidate.last);
    out.push_back(candidate);
    i = walk.last;
  }
}

}  // namespace bayhaqi
