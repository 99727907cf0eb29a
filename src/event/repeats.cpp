#include "event/repeats.h"

#include <set>
#include <string>

#include "document/codes.h"

namespace bayhaqi {

namespace {

std::set<std::string> countries(const std::vector<EventParty>& parties) {
  std::set<std::string> codes;
  for (const EventParty& party : parties) codes.insert(country_of(party.code));
  return codes;
}

std::set<std::string> codes(const std::vector<EventParty>& parties) {
  std::set<std::string> found;
  for (const EventParty& party : parties) found.insert(party.code);
  return found;
}

bool same_act(const Document& document, const Event& a, const Event& b) {
  if (a.plover != b.plover || a.cameo != b.cameo || a.status != b.status || a.sources.empty() || a.targets.empty()) return false;
  if (a.time && b.time && document.times[a.time.value].value != document.times[b.time.value].value) return false;
  if (countries(a.sources) != countries(b.sources) || countries(a.targets) != countries(b.targets)) return false;
  const bool at_home = countries(a.sources) == countries(a.targets);  // an opposition's charge is not its government's
  return !at_home || (codes(a.sources) == codes(b.sources) && codes(a.targets) == codes(b.targets));
}

}  // namespace

void link_repeats(Document& document) {
  for (std::size_t i = 1; i < document.events.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (!same_act(document, document.events[j], document.events[i])) continue;
      document.events[i].same_as = document.events[j].same_as ? document.events[j].same_as : EventIndex(j);
      break;
    }
  }
}

}  // namespace bayhaqi
