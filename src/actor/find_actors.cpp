#include "actor/find_actors.h"

#include <algorithm>
#include <limits>

#include "actor/phrase_coder.h"
#include "base/civil_date.h"

namespace bayhaqi {

void find_actors(Document& document, const ActorLexicon& lexicon) {
  const auto published = parse_iso_date(document.article.published);
  // Without a date every office is judged as of the latest day, so that present holders are current.
  const std::int32_t day = published ? days_from_civil(*published) : std::numeric_limits<std::int32_t>::max() - 1;
  PhraseCoder(document, lexicon, day).run();
  std::stable_sort(document.mentions.begin(), document.mentions.end(),
                   [](const ActorMention& a, const ActorMention& b) { return a.head < b.head; });
}

}  // namespace bayhaqi
