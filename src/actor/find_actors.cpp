#include "actor/find_actors.h"

#include <algorithm>
#include <limits>
#include <utility>
#include <vector>

#include "actor/phrase_coder.h"
#include "document/codes.h"
#include "base/civil_date.h"

namespace bayhaqi {

namespace {

// Actors that only served to code others ("UN" in "UN spokesman") are not in the record.
void drop_unmentioned(Document& document) {
  std::vector<ActorIndex> place(document.actors.size());
  for (const ActorMention& mention : document.mentions) place[mention.actor.value] = mention.actor;
  std::size_t kept = 0;
  for (std::size_t i = 0; i < place.size(); ++i) {
    if (!place[i]) continue;
    place[i] = ActorIndex(kept);
    if (kept != i) document.actors[kept] = std::move(document.actors[i]);
    ++kept;
  }
  document.actors.resize(kept);
  for (ActorMention& mention : document.mentions) mention.actor = place[mention.actor.value];
}

// The day of an article that does not say when it was published: the latest full date in its text. If there is none, or a later
// year is told of, the latest day there is, on which everybody holds the last office that the dictionary knows of.
std::int32_t latest_day_told(const Document& document) {
  std::int32_t latest = std::numeric_limits<std::int32_t>::min();
  std::int32_t latest_year = latest;  // its first day
  for (const TimeExpression& time : document.times) {
    if (const auto date = time.value.size() == 10 ? parse_iso_date(time.value) : std::nullopt) latest = std::max(latest, days_from_civil(*date));
    if (const auto year = time.value.size() == 4 ? parse_iso_date(time.value + "-01-01") : std::nullopt) latest_year = std::max(latest_year, days_from_civil(*year));
  }
  return latest == std::numeric_limits<std::int32_t>::min() || latest_year > latest ? kNoDay : latest;
}

}  // namespace

void find_actors(Document& document, const ActorLexicon& lexicon, const PronounListener& listener) {
  const auto published = parse_iso_date(document.article.published);
  const std::int32_t day = published ? days_from_civil(*published) : latest_day_told(document);
  PhraseCoder coder(document, lexicon, day);
  coder.listener = listener;
  coder.run();
  std::stable_sort(document.mentions.begin(), document.mentions.end(),
                   [](const ActorMention& a, const ActorMention& b) { return a.head < b.head; });
  drop_unmentioned(document);
  for (Actor& actor : document.actors) {
    actor.country = state_of(actor.code);
    actor.sector = sector_of(actor.code);
  }
}

}  // namespace bayhaqi
