// Which of the places of one name is meant: Homs of Syria, Springfield of Illinois.
// In: candidates with their uses. Out: PlaceCandidate::chosen. Evidence, in this order: what a pair says ("Paris, Texas"),
// what kind of place the words ask for ("X province"), which countries the article and its dateline are about, how near other
// places of the article lie, the number of people. A name means one place in an article, except where a pair says otherwise.
// Reference: Leidner, "Toponym Resolution in Text" (2007): one referent per discourse, minimality, population.
#pragma once

#include <vector>

#include "place/candidates.h"

namespace bayhaqi {

void resolve_places(const PlaceView& view, std::vector<PlaceCandidate>& candidates);

}  // namespace bayhaqi
