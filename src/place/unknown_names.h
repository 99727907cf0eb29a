// Places that the gazetteer does not know, where the words leave no doubt that they are places: "the village of X",
// "X district", "X River", "in X, Syria". They are kept without coordinates.
#pragma once

#include <vector>

#include "place/candidates.h"

namespace bayhaqi {

// Adds them to `candidates`, which stay in text order.
void add_unknown_names(const PlaceView& view, std::vector<PlaceCandidate>& candidates);

}  // namespace bayhaqi
