#include "place/find_places.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "place/candidates.h"
#include "place/resolve.h"
#include "place/unknown_names.h"
#include "place/use.h"

namespace bayhaqi {

namespace {

constexpr std::uint32_t kUnresolved = 0xFFFFFFFF;
constexpr std::size_t kFewest = 3;  // places that must lie in a country before names nobody knows are taken to lie there

Span span_of(const PlaceView& view, const PlaceCandidate& c) {
  return c.dateline ? c.outside : Span{view.token(c.first).span.begin, view.token(c.last - 1).span.end};
}

// The dictionary's number: 34.73, not what a float holds of it.
double to_double(float degrees) { return std::round(static_cast<double>(degrees) * 10000) / 10000; }

PlaceMention mention_of(const PlaceView& view, const std::vector<PlaceCandidate>& candidates, const PlaceCandidate& c) {
  PlaceMention out;
  out.first = TokenIndex(c.first);
  out.last = TokenIndex(c.last);
  out.head = TokenIndex(c.head);
  out.span = span_of(view, c);
  // A building or street that the gazetteer lacks is as precise as the place that holds it; of an unknown town only the
  // country is known.
  const bool site = c.reason == "facility" || c.reason == "kind";
  const std::uint32_t chosen = c.chosen == kUnresolved && site && c.within != kUnresolved ? candidates[c.within].chosen : c.chosen;
  if (chosen == kUnresolved) {
    const std::uint32_t holder = c.inside != kUnresolved ? c.inside : c.within;
    if (holder == kUnresolved || candidates[holder].chosen == kUnresolved) return out;
    const PlaceRecord& land = view.gazetteer().place(candidates[holder].chosen);
    out.country = land.code();
    out.cow = land.cow;
    out.gw = land.gw;
    return out;
  }
  const PlaceRecord& place = view.gazetteer().place(chosen);
  out.name = view.gazetteer().string(place.name);
  out.country = place.code();
  out.region = view.gazetteer().string(place.region);
  out.cow = place.cow;
  out.gw = place.gw;
  out.latitude = to_double(place.latitude);
  out.longitude = to_double(place.longitude);
  out.geonames = place.geonames;
  out.precision = place.kind();
  out.rule = {place.file, place.line};
  return out;
}

// The one country in which nearly all the resolved places of the article lie: then the names that the gazetteer lacks lie there
// too, as far as anybody can say. Without places, or with two countries of weight, there is none.
const PlaceMention* land_of_all(const std::vector<PlaceMention>& places) {
  const PlaceMention* land = nullptr;
  std::size_t most = 0, resolved = 0;
  for (const PlaceMention& place : places) {
    if (place.precision == PlacePrecision::kUnknown || place.country.empty()) continue;
    ++resolved;
    const auto same = static_cast<std::size_t>(std::ranges::count_if(places, [&](const PlaceMention& other) { return other.precision != PlacePrecision::kUnknown && other.country == place.country; }));
    if (same > most) {
      most = same;
      land = &place;
    }
  }
  return most >= kFewest && most * 5 >= resolved * 4 ? land : nullptr;
}

void place_the_rest(std::vector<PlaceMention>& places) {
  const PlaceMention* land = land_of_all(places);
  if (land == nullptr) return;
  for (PlaceMention& place : places) {
    if (place.precision != PlacePrecision::kUnknown || !place.country.empty()) continue;
    place.country = land->country;
    place.cow = land->cow;
    place.gw = land->gw;
  }
}

}  // namespace

void find_places(Document& document, const Gazetteer& gazetteer) {
  document.places.clear();
  std::vector<PlaceCandidate> candidates;
  const PlaceView view(document, gazetteer);
  find_candidates(view, candidates);
  decide_uses(view, candidates);
  add_unknown_names(view, candidates);
  add_dateline_places(view, candidates);
  resolve_places(view, candidates);
  for (const PlaceCandidate& c : candidates) {
    if (c.dateline && c.outside.end > c.outside.begin) document.places.push_back(mention_of(view, candidates, c));
  }
  for (const PlaceCandidate& c : candidates) {
    if (c.dateline) continue;
    const Span span = span_of(view, c);
    if (document.keep_trace && !c.context_only) document.notes.push_back({"places", std::string(c.use == PlaceUse::kPlace ? "place: " : "no place: ") + std::string(c.reason), span, ""});
    if (c.use != PlaceUse::kPlace) continue;
    document.places.push_back(mention_of(view, candidates, c));
  }
  place_the_rest(document.places);
}

}  // namespace bayhaqi
