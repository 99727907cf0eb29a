#include "place/resolve.h"

#include <algorithm>
#include <cmath>
#include <string_view>

#include "base/utf8.h"
#include "place/use.h"

namespace bayhaqi {

namespace {

constexpr std::uint32_t kUnresolved = 0xFFFFFFFF;
constexpr float kCountryPrior = 9.0F;   // a country against its namesakes
constexpr float kPairWeight = 12.0F;
constexpr float kLeastContext = 0.5F;   // what a street or county needs from the places around it
constexpr std::size_t kMostSenses = 200;  // names of one article that are weighed against each other

// One name of the article with all its mentions.
struct Sense {
  const std::uint32_t* key = nullptr;  // the name, by its list of entries
  std::span<const std::uint32_t> names;
  std::uint32_t chosen = kUnresolved;
  bool place = false;  // used as a place somewhere
  bool region = false;
  std::uint32_t pair = kUnresolved;  // a candidate that holds it
};

class Resolver {
 public:
  Resolver(const PlaceView& view, std::vector<PlaceCandidate>& candidates) : view_(view), gazetteer_(view.gazetteer()), candidates_(candidates) {}

  void run() {
    gather();
    weigh_countries();
    for (Sense& sense : senses_) sense.chosen = best_of(sense, false);
    for (Sense& sense : senses_) {
      if (sense.place) sense.chosen = best_of(sense, true);
    }
    for (PlaceCandidate& c : candidates_) assign(c);
    for (const PlaceCandidate& c : candidates_) settle_pair(c);
  }

 private:
  struct Weight {
    std::string_view code;
    float weight = 0;
  };

  void gather() {
    for (const PlaceCandidate& c : candidates_) {
      if (!c.known() || c.context_only) continue;
      auto found = std::ranges::find(senses_, c.names.data(), &Sense::key);
      if (found == senses_.end()) {
        if (senses_.size() == kMostSenses) continue;
        senses_.push_back({c.names.data(), c.names});
        found = senses_.end() - 1;
      }
      found->place = found->place || c.use == PlaceUse::kPlace;
      found->region = found->region || c.wants_region;
      if (c.inside != kUnresolved) found->pair = c.inside;
    }
  }

  void add_weight(std::string_view code, float weight) {
    if (code.empty()) return;
    auto found = std::ranges::find(weights_, code, &Weight::code);
    if (found == weights_.end()) weights_.push_back({code, weight});
    else found->weight += weight;
  }

  // Countries named (as actors too, and by demonyms), and the countries of names that can mean only one.
  void weigh_countries() {
    for (const PlaceCandidate& c : candidates_) {
      if (c.use == PlaceUse::kPerson || !c.known()) continue;
      const PlaceRecord& place = gazetteer_.place(c.likely);
      if (place.kind() == PlacePrecision::kCountry || c.context_only) add_weight(place.code(), 0.5F);
      else if (place.capital != 0 || place.kind() == PlacePrecision::kRegion) add_weight(place.code(), 0.7F);
      else if (c.use == PlaceUse::kPlace && one_country(c.names)) add_weight(place.code(), 1.0F);
    }
    const std::string& dateline = view_.document().article.dateline.place;
    if (dateline.empty()) return;
    std::uint32_t state = PhraseTable::kStart;
    for (const std::string& word : phrase_words(dateline.substr(0, dateline.find(',')))) {
      state = gazetteer_.names().next(state, hash_folded_word(word));
      if (state == PhraseTable::kDead) return;
    }
    const PlaceRecord* best = nullptr;
    for (const std::uint32_t value : gazetteer_.names().values(state)) {
      const PlaceRecord& place = gazetteer_.place(gazetteer_.name(value).place);
      if (best == nullptr || prior_of(place) > prior_of(*best)) best = &place;
    }
    if (best != nullptr) add_weight(best->code(), 1.5F);
  }

  bool one_country(std::span<const std::uint32_t> names) const {
    const std::string_view code = gazetteer_.place(gazetteer_.name(names.front()).place).code();
    return std::ranges::all_of(names, [&](std::uint32_t value) { return gazetteer_.place(gazetteer_.name(value).place).code() == code; });
  }

  float country_weight(std::string_view code, const Sense& sense) const {
    const auto found = std::ranges::find(weights_, code, &Weight::code);
    if (found == weights_.end()) return 0;
    float weight = found->weight;
    for (const PlaceCandidate& c : candidates_) {  // its own mentions say nothing about it
      if (c.known() && !c.context_only && c.names.data() == sense.key && gazetteer_.place(c.likely).code() == code) weight -= 0.7F;
    }
    return weight <= 0 ? 0 : std::min(3.0F, 1.2F * std::log2(1.0F + weight));
  }

  float nearness(const PlaceRecord& place, const Sense& sense) const {
    float sum = 0;
    for (const Sense& other : senses_) {
      if (&other == &sense || !other.place || other.chosen == kUnresolved) continue;
      const PlaceRecord& beside = gazetteer_.place(other.chosen);
      if (beside.kind() == PlacePrecision::kCountry) continue;
      const float distance = distance_between(place, beside);
      sum += distance < 60 ? 0.7F : distance < 200 ? 0.45F : distance < 500 ? 0.15F : 0.0F;
    }
    return std::min(sum, 1.8F);
  }

  // How well `outer`, one reading of the word after the comma, holds `inner`.
  float holds(const PlaceRecord& outer, const PlaceRecord& inner) const {
    if (&outer == &inner || outer.code() != inner.code() || inner.kind() == PlacePrecision::kCountry) return 0;
    if (outer.kind() == PlacePrecision::kCountry) return kPairWeight;
    if (outer.kind() != PlacePrecision::kRegion || inner.kind() == PlacePrecision::kRegion) return 0;
    return std::max(0.0F, kPairWeight - distance_between(outer, inner) / 90);
  }

  float pair_weight(const PlaceRecord& place, std::uint32_t pair) const {
    if (pair == kUnresolved) return 0;
    float best = 0;
    for (const std::uint32_t value : candidates_[pair].names) {
      const PlaceName& name = gazetteer_.name(value);
      if (!name.has(NameMark::kDemonym)) best = std::max(best, holds(gazetteer_.place(name.place), place));
    }
    return best;
  }

  float score(const PlaceName& name, const Sense& sense, bool near) const {
    const PlaceRecord& place = gazetteer_.place(name.place);
    float out = place.kind() == PlacePrecision::kCountry ? kCountryPrior : prior_of(place);
    if (place.kind() == PlacePrecision::kRegion) out += sense.region ? 3.0F : 0.6F;
    if (name.has(NameMark::kSupport)) out -= 0.8F;
    out += country_weight(place.code(), sense) + pair_weight(place, sense.pair);
    return near ? out + nearness(place, sense) : out;
  }

  std::uint32_t best_of(const Sense& sense, bool near) const {
    std::uint32_t best = kUnresolved;
    float best_score = -1;
    for (const std::uint32_t value : sense.names) {
      const PlaceName& name = gazetteer_.name(value);
      if (name.has(NameMark::kDemonym)) continue;
      const float here = sense.names.size() == 1 ? 0 : score(name, sense, near);
      if (here > best_score) {
        best_score = here;
        best = name.place;
      }
    }
    return best;
  }

  void assign(PlaceCandidate& c) const {
    if (!c.known() || c.context_only) return;
    const auto found = std::ranges::find(senses_, c.names.data(), &Sense::key);
    if (found == senses_.end()) return;
    c.chosen = found->chosen;
    // A street or county named like a town need not lie there.
    if (c.reason == "kind" && view_.is(c.last - 1, PlaceWord::kStreet) && nearness(gazetteer_.place(c.chosen), *found) < kLeastContext) c.chosen = kUnresolved;
  }

  // In "Seattle, Washington" the second is what holds the first, whatever it is elsewhere.
  void settle_pair(const PlaceCandidate& inner) {
    if (inner.inside == kUnresolved || inner.chosen == kUnresolved) return;
    PlaceCandidate& outer = candidates_[inner.inside];
    float best = 0;
    for (const std::uint32_t value : outer.names) {
      const PlaceName& name = gazetteer_.name(value);
      const float here = name.has(NameMark::kDemonym) ? 0 : holds(gazetteer_.place(name.place), gazetteer_.place(inner.chosen));
      if (here > best) {
        best = here;
        outer.chosen = name.place;
      }
    }
  }

  const PlaceView& view_;
  const Gazetteer& gazetteer_;
  std::vector<PlaceCandidate>& candidates_;
  std::vector<Sense> senses_;
  std::vector<Weight> weights_;
};

}  // namespace

void resolve_places(const PlaceView& view, std::vector<PlaceCandidate>& candidates) { Resolver(view, candidates).run(); }

}  // namespace bayhaqi
