#include "place/gazetteer.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace bayhaqi {

namespace {

constexpr double kRadius = 6371.0;

bool inside(const PlaceRecord& place, std::size_t strings) {
  return place.name < strings && place.region < strings && place.precision <= static_cast<std::uint8_t>(PlacePrecision::kSite) && std::isfinite(place.latitude) &&
         std::isfinite(place.longitude);
}

}  // namespace

Result<Gazetteer> Gazetteer::open(const PackedFile& file) {
  Gazetteer out;
  auto names = PhraseTable::open(file, "places.names");
  if (!names) return std::unexpected(names.error());
  auto entries = file.array<PlaceName>("places.entries");
  if (!entries) return std::unexpected(entries.error());
  auto places = file.array<PlaceRecord>("places.places");
  if (!places) return std::unexpected(places.error());
  auto words = file.array<Word>("places.words");
  if (!words) return std::unexpected(words.error());
  auto strings = file.text("places.strings");
  if (!strings) return std::unexpected(strings.error());
  out.names_ = *names;
  out.entries_ = *entries;
  out.places_ = *places;
  out.words_ = *words;
  out.strings_ = *strings;
  const bool ends = !entries->empty() && !strings->empty() && strings->back() == '\0';
  const bool sound = ends && std::ranges::all_of(*entries, [&](const PlaceName& n) { return n.place < places->size(); }) &&
                     std::ranges::all_of(*places, [&](const PlaceRecord& p) { return inside(p, strings->size()); });
  if (!sound) return fail(ErrorCode::kFormat, "has a place section that points outside itself", file.name());
  return out;
}

std::uint32_t Gazetteer::classes(std::uint64_t word_hash) const {
  const auto found = std::ranges::lower_bound(words_, word_hash, {}, &Word::hash);
  return found != words_.end() && found->hash == word_hash ? static_cast<std::uint32_t>(found->classes) : 0;
}

std::array<float, 3> point_on_earth(double latitude, double longitude) {
  const double p = latitude * std::numbers::pi / 180;
  const double l = longitude * std::numbers::pi / 180;
  return {static_cast<float>(std::cos(p) * std::cos(l)), static_cast<float>(std::cos(p) * std::sin(l)), static_cast<float>(std::sin(p))};
}

float distance_between(const PlaceRecord& a, const PlaceRecord& b) {
  // By the chord, which keeps its precision where the places are close.
  const float x = a.point[0] - b.point[0];
  const float y = a.point[1] - b.point[1];
  const float z = a.point[2] - b.point[2];
  const float half = std::sqrt(x * x + y * y + z * z) / 2;
  return static_cast<float>(2 * kRadius) * std::asin(std::min(1.0F, half));
}

}  // namespace bayhaqi
