#include "event/implied_targets.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/utf8.h"
#include "document/codes.h"

namespace bayhaqi {

namespace {

constexpr std::uint32_t kReach = 4;      // sentences
constexpr std::uint32_t kAccordReach = 8;
constexpr std::uint32_t kQuarrelReach = 1;
constexpr std::size_t kSharedStem = 5;   // letters that make "decision" the noun of "decided"
constexpr std::array<std::string_view, 3> kDeedsSomewhere = {"ASSAULT", "RETREAT", "MOBILIZE"};

bool shares_country(const std::vector<EventParty>& parties, std::string_view code) {
  return std::ranges::any_of(parties, [&](const EventParty& party) { return country_of(party.code) == country_of(code); });
}

// The other parties of an earlier act: its sources, and for acts done together its targets too.
std::vector<EventParty> others(const Event& event, const Event& earlier) {
  std::vector<EventParty> found;
  for (const EventParty& party : earlier.sources) {
    if (!shares_country(event.sources, party.code)) found.push_back(party);  // with the words that named it there
  }
  return found;
}

}  // namespace

std::vector<EventParty> target_by_place(const Document& document, const Event& event) {
  if (!event.place || std::ranges::find(kDeedsSomewhere, event.plover) == kDeedsSomewhere.end()) return {};
  const PlaceMention& place = document.places[event.place.value];
  if (place.country.empty() || shares_country(event.sources, place.country)) return {};
  return {{{}, place.span, place.country}};
}

std::vector<EventParty> target_by_reference(const Document& document, const Event& event, std::string_view word, std::string_view category) {
  const std::string_view stem = word.substr(0, std::min(kSharedStem, word.size()));
  for (const bool strict : {true, false}) {
    for (auto earlier = document.events.rbegin(); earlier != document.events.rend(); ++earlier) {
      if (event.sentence.value - earlier->sentence.value > kReach) break;
      const std::string trigger = folded(document.lemma(earlier->trigger_token));
      const bool fits = (!category.empty() && earlier->plover == category) || (stem.size() == kSharedStem && trigger.starts_with(stem));
      if (strict && !fits) continue;
      if (!strict && !category.empty()) break;
      std::vector<EventParty> found = others(event, *earlier);
      if (!found.empty()) return found;
    }
  }
  return {};
}

std::vector<EventParty> parties_of_accord(const Document& document, const Event& event) {
  for (auto earlier = document.events.rbegin(); earlier != document.events.rend(); ++earlier) {
    if (event.sentence.value - earlier->sentence.value > kAccordReach) break;
    const bool together = earlier->plover == "AGREE" || earlier->plover == "CONSULT" || earlier->cameo == "057" || earlier->cameo.starts_with("0871");
    if (!together || earlier->sources.empty() || earlier->targets.empty()) continue;
    std::vector<EventParty> found = earlier->sources;
    for (const EventParty& party : earlier->targets) {
      if (!shares_country(found, party.code)) found.push_back(party);
    }
    if (found.size() > 1) return found;
  }
  return {};
}

std::vector<EventParty> target_by_quarrel(const Document& document, const Event& event) {
  if (event.quad < 3) return {};
  for (auto earlier = document.events.rbegin(); earlier != document.events.rend(); ++earlier) {
    if (event.sentence.value - earlier->sentence.value > kQuarrelReach) break;
    if (earlier->quad < 3 || earlier->sources.empty() || earlier->targets.empty()) continue;
    const auto stood = [&](const std::vector<EventParty>& side) { return std::ranges::any_of(event.sources, [&](const EventParty& source) { return shares_country(side, source.code); }); };
    const auto& against = stood(earlier->sources) ? earlier->targets : stood(earlier->targets) ? earlier->sources : event.targets;
    std::vector<EventParty> found;
    for (const EventParty& party : against) {
      if (!shares_country(event.sources, party.code)) found.push_back(party);  // with the words that named it there
    }
    if (!found.empty()) return found;
  }
  return {};
}

std::vector<EventParty> target_of_protest(const Event& event) {
  constexpr std::array<std::string_view, 6> kPeople = {"CVL", "OPP", "EDU", "LAB", "REL", "PTY"};
  if (event.plover != "PROTEST" || event.sources.size() != 1) return {};
  const EventParty& source = event.sources.front();
  const bool people = source.code.size() == 6 && std::ranges::find(kPeople, std::string_view(source.code).substr(3)) != kPeople.end();
  if (!people || !is_bare_country(source.code.substr(0, 3))) return {};
  return {{{}, source.span, source.code.substr(0, 3) + "GOV"}};
}

}  // namespace bayhaqi
