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
constexpr float kLeastContext = 0.3F;   // what a street or county needs from the places around it
constexpr float kShortWeight = 8.0F;    // "Calif." behind a comma
constexpr float kMember = 1.0F;         // what a town says for its region
constexpr float kOfSeat = 0.3F;         // what a seat of government says for the towns around it
constexpr float kAsGovernment = 0.04F;  // what a country says that acts or is spoken of, but not as a place
constexpr float kAsCapital = 0.08F;      // what a capital says as a place: ministers meet there, whatever the article is about
constexpr float kTownOfState = 2.0F;    // what a town loses that bears the name of a state of its country
constexpr std::uint32_t kMetropolis = 400000;
constexpr float kShared = 1.5F;         // a region of no one country gets nothing from the countries of the article
constexpr std::uint32_t kKnownCity = 150000;  // so large a city needs no context
constexpr float kFellows = 3.8F;        // the most that other places of the article can say
constexpr std::size_t kNeighbours = 3;  // candidates on either side that may hold one
constexpr std::size_t kWeighed = 48;    // names whose readings are weighed against each other by distance
constexpr std::size_t kReadings = 40;   // readings of a name that are
constexpr std::size_t kMostSenses = 200;  // names of one article that are weighed against each other

// One name of the article with all its mentions.
struct Sense {
  const std::uint32_t* key = nullptr;  // the name, by its list of entries
  std::span<const std::uint32_t> names;
  std::uint32_t chosen = kUnresolved;
  bool place = false;  // used as a place somewhere
  bool region = false;
  bool bare_dateline = false;  // in the dateline without a region: a city that everyone knows
  std::string_view land = "";  // the country of which the name is a first-level region: "Oregon" is the state before the town in Ohio
  bool city = false;   // "the town of X"
  bool brief = false;  // a short form behind a comma
  std::uint32_t pair = kUnresolved;  // a candidate that holds it
  bool weighed = false;              // says where others lie
  float best_prior = 0;
};

class Resolver {
 public:
  Resolver(const PlaceView& view, std::vector<PlaceCandidate>& candidates) : view_(view), gazetteer_(view.gazetteer()), candidates_(candidates) {}

  void run() {
    gather();
    weigh_countries();
    for (Sense& sense : senses_) {
      sense.weighed = sense.place && static_cast<std::size_t>(&sense - senses_.data()) < kWeighed;
      for (const std::uint32_t value : sense.names.first(std::min(kReadings, sense.names.size()))) sense.best_prior = std::max(sense.best_prior, prior(gazetteer_.name(value), sense));
    }
    // First with every reading of the others, then with those chosen.
    std::vector<std::uint32_t> chosen;
    for (const Sense& sense : senses_) chosen.push_back(best_of(sense));
    for (int round = 0; round < 2; ++round) {
      for (std::size_t i = 0; i < senses_.size(); ++i) senses_[i].chosen = chosen[i];
      for (std::size_t i = 0; i < senses_.size(); ++i) chosen[i] = best_of(senses_[i]);
    }
    for (std::size_t i = 0; i < senses_.size(); ++i) senses_[i].chosen = chosen[i];
    for (PlaceCandidate& c : candidates_) assign(c);
    for (const PlaceCandidate& c : candidates_) settle_pair(c);
    for (std::size_t i = 0; i < candidates_.size(); ++i) settle_within(i);
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
        for (const std::uint32_t value : c.names) {
          const PlaceName& name = gazetteer_.name(value);
          const PlaceRecord& place = gazetteer_.place(name.place);
          if (is_first_level(place) && place.population == 0 && !name.has(NameMark::kSupport) && !name.has(NameMark::kVariant)) found->land = place.code();
        }
      }
      found->place = found->place || c.use == PlaceUse::kPlace;
      found->region = found->region || c.wants_region;
      found->city = found->city || c.wants_city;
      found->bare_dateline = found->bare_dateline || (c.dateline && c.inside == kUnresolved);
      found->brief = found->brief || c.has(NameMark::kShort);
      if (c.inside != kUnresolved) found->pair = c.inside;
    }
  }

  static void add_weight(std::vector<Weight>& weights, std::string_view code, float weight) {
    if (code.empty()) return;
    auto found = std::ranges::find(weights, code, &Weight::code);
    if (found == weights.end()) weights.push_back({code, weight});
    else found->weight += weight;
  }

  // Countries named (as actors too, and by demonyms), the countries of names that can mean only one; and the same of regions.
  void weigh_countries() {
    for (const PlaceCandidate& c : candidates_) {
      if (c.use == PlaceUse::kPerson || !c.known()) continue;
      const PlaceRecord& place = gazetteer_.place(c.likely);
      if (c.dateline) add_weight(weights_, place.code(), 1.5F);
      else if (place.kind() == PlacePrecision::kCountry || c.context_only || place.capital != 0) add_weight(weights_, place.code(), said_by(c));
      else if (is_first_level(place)) add_weight(weights_, place.code(), 0.7F);
      else if (c.use == PlaceUse::kPlace && one_country(c.names)) add_weight(weights_, place.code(), 1.0F);
      if (is_first_level(place)) add_weight(regions_, gazetteer_.string(place.name), c.dateline || c.has(NameMark::kShort) ? 1.5F : 1.0F);
      else if (place.region != 0 && c.use == PlaceUse::kPlace && one_region(c.names)) add_weight(regions_, gazetteer_.string(place.region), c.dateline ? 1.5F : 0.7F);
    }
  }

  // What a country or its capital says for the places of the country.
  float said_by(const PlaceCandidate& c) const {
    if (c.use != PlaceUse::kPlace) return kAsGovernment;
    return gazetteer_.place(c.likely).capital != 0 ? kAsCapital : 0.5F;
  }

  static bool is_first_level(const PlaceRecord& place) { return place.kind() == PlacePrecision::kRegion && place.region == 0; }

  bool one_region(std::span<const std::uint32_t> names) const {
    const std::uint32_t region = gazetteer_.place(gazetteer_.name(names.front()).place).region;
    return std::ranges::all_of(names, [&](std::uint32_t value) { return gazetteer_.place(gazetteer_.name(value).place).region == region; });
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
      if (c.known() && !c.context_only && c.names.data() == sense.key && gazetteer_.place(c.likely).code() == code) weight -= is_first_level(gazetteer_.place(c.likely)) ? 0.7F : said_by(c);
    }
    return weight <= 0 ? 0 : std::min(3.0F, 1.2F * std::log2(1.0F + weight));
  }

  float region_weight(const PlaceRecord& place) const {
    const std::string_view region = gazetteer_.string(is_first_level(place) ? place.name : place.region);
    const auto found = region.empty() ? regions_.end() : std::ranges::find(regions_, region, &Weight::code);
    if (found == regions_.end() || is_first_level(place)) return 0;
    return std::min(2.8F, 1.5F * std::log2(1.0F + found->weight));
  }

  // Towns of the article that lie in a first-level region speak for it: Georgia of Atlanta, not of Tbilisi.
  float members(const PlaceRecord& place, const Sense& sense) const {
    if (!is_first_level(place)) return 0;
    const std::string_view region = gazetteer_.string(place.name);
    float sum = 0;
    for (const Sense& other : senses_) {
      if (&other == &sense || !other.weighed || other.chosen == kUnresolved) continue;
      const PlaceRecord& town = gazetteer_.place(other.chosen);
      if (town.region != 0 && town.code() == place.code() && gazetteer_.string(town.region) == region) sum += kMember;
    }
    return std::min(sum, kFellows);
  }

  // What one place says for another that lies near it; a county more for its own towns than a city for its neighbours.
  static float closeness(const PlaceRecord& place, const PlaceRecord& beside) {
    if (is_first_level(beside) || beside.kind() == PlacePrecision::kCountry || &place == &beside) return 0;
    const float x = place.point[0] - beside.point[0];
    const float y = place.point[1] - beside.point[1];
    const float z = place.point[2] - beside.point[2];
    const float square = x * x + y * y + z * z;
    const auto within = [square](float km) { return square < (km / 6371.0F) * (km / 6371.0F); };
    if (!within(500)) return 0;
    const bool county = beside.kind() == PlacePrecision::kRegion || place.kind() == PlacePrecision::kRegion;
    if (within(35)) return county ? 2.4F : 1.2F;
    return within(80) ? 0.8F : within(200) ? 0.4F : 0.05F;
  }

  // The places of the article near `place`: the chosen reading of each name, or a reading that is nearly as likely.
  float nearness(const PlaceRecord& place, const Sense& sense) const {
    float sum = 0;
    if (is_first_level(place) || place.kind() == PlacePrecision::kCountry) return 0;
    for (const Sense& other : senses_) {
      if (&other == &sense || !other.weighed) continue;
      float best = 0;
      for (const std::uint32_t value : other.names.first(std::min(kReadings, other.names.size()))) {
        const PlaceName& name = gazetteer_.name(value);
        if (name.has(NameMark::kDemonym)) continue;
        const PlaceRecord& beside = gazetteer_.place(name.place);
        // A seat of government is mostly named for its government.
        const float near = closeness(place, beside) * (beside.capital != 0 || name.has(NameMark::kSupport) ? kOfSeat : 1.0F);
        if (near <= best) continue;
        const float share = name.place == other.chosen ? 1.0F : other.chosen != kUnresolved ? 0.5F : std::max(0.0F, 0.8F - 0.4F * (other.best_prior - prior(name, other)));
        best = std::max(best, near * share);
      }
      sum += best;
      if (sum >= kFellows) return kFellows;
    }
    return sum;
  }

  // How well `outer`, one reading of the word after the comma, holds `inner`.
  float holds(const PlaceRecord& outer, const PlaceRecord& inner) const {
    if (&outer == &inner || outer.code() != inner.code() || inner.kind() == PlacePrecision::kCountry) return 0;
    if (outer.kind() == PlacePrecision::kCountry) return kPairWeight;
    if (outer.kind() != PlacePrecision::kRegion || is_first_level(inner)) return 0;
    if (inner.region != 0 && gazetteer_.string(inner.region) == gazetteer_.string(outer.name)) return kPairWeight;
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

  float prior(const PlaceName& name, const Sense& sense) const {
    const PlaceRecord& place = gazetteer_.place(name.place);
    float out = place.kind() == PlacePrecision::kCountry ? kCountryPrior : prior_of(gazetteer_, name);
    if (place.kind() == PlacePrecision::kRegion && place.code().empty()) out += kShared;
    if (place.kind() == PlacePrecision::kRegion && (is_first_level(place) || sense.region)) out += sense.region ? 3.0F : 0.6F;
    if (!sense.land.empty() && place.kind() == PlacePrecision::kCity && place.code() == sense.land && place.population < kMetropolis && place.capital == 0) out -= kTownOfState;
    if (sense.city && place.kind() == PlacePrecision::kCity) out += 2;
    if (sense.bare_dateline && place.kind() == PlacePrecision::kCity) out += prior_of(gazetteer_, name);
    if (name.has(NameMark::kShort)) out += sense.brief ? kShortWeight : -kShortWeight;
    return out;
  }

  float score(const PlaceName& name, const Sense& sense) const {
    const PlaceRecord& place = gazetteer_.place(name.place);
    return prior(name, sense) + country_weight(place.code(), sense) + region_weight(place) + pair_weight(place, sense.pair) + nearness(place, sense) + members(place, sense);
  }

  std::uint32_t best_of(const Sense& sense) const {
    std::uint32_t best = kUnresolved;
    float best_score = -100;
    for (const std::uint32_t value : sense.names) {
      const PlaceName& name = gazetteer_.name(value);
      if (name.has(NameMark::kDemonym)) continue;
      const float here = sense.names.size() == 1 ? 0 : score(name, sense);
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
    const PlaceRecord& place = gazetteer_.place(c.chosen);
    // A name that nothing near it makes a place is a small town only where the article is about those parts.
    if (c.use == PlaceUse::kPlace && c.weak && place.kind() == PlacePrecision::kCity && place.population < kKnownCity && place.capital == 0 &&
        country_weight(place.code(), *found) + region_weight(place) + nearness(place, *found) < (c.has(NameMark::kVariant) ? 2 * kLeastContext : kLeastContext) * 2) {
      c.use = PlaceUse::kNot;
      c.reason = "small and out of the way";
    }
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

  // An unresolved name lies in the place that its own words name ("Colchester General Hospital"), or the words behind it.
  void settle_within(std::size_t index) {
    PlaceCandidate& c = candidates_[index];
    if (c.dateline || c.use != PlaceUse::kPlace || c.chosen != kUnresolved) return;
    const std::size_t begin = index < kNeighbours ? 0 : index - kNeighbours;
    for (std::size_t i = begin; i < std::min(candidates_.size(), index + kNeighbours + 1); ++i) {
      const PlaceCandidate& other = candidates_[i];
      if (i == index || other.dateline || other.context_only || other.chosen == kUnresolved || gazetteer_.place(other.chosen).kind() == PlacePrecision::kCountry) continue;
      const bool inner = other.first >= c.first && other.last <= c.last && other.use != PlaceUse::kPerson;
      const bool behind = other.use == PlaceUse::kPlace && other.first == c.last + 1 && view_.same_sentence(c.first, other.first) && (view_.form(c.last) == "," || view_.form(c.last) == "in");
      if (inner || behind) c.within = static_cast<std::uint32_t>(i);
    }
  }

  const PlaceView& view_;
  const Gazetteer& gazetteer_;
  std::vector<PlaceCandidate>& candidates_;
  std::vector<Sense> senses_;
  std::vector<Weight> weights_;  // of countries
  std::vector<Weight> regions_;  // of first-level regions, by name
};

}  // namespace

void resolve_places(const PlaceView& view, std::vector<PlaceCandidate>& candidates) { Resolver(view, candidates).run(); }

}  // namespace bayhaqi
