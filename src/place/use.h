// Whether a name is used as a place, or stands for a government, a person or a part of another name.
// In: a candidate with the words and the tree around it. Out: PlaceCandidate::use and ::reason; the span may grow over a
// generic word ("Dane County"). Countries, capitals and names marked * are places only where a word says so ("in", "border
// of", "invade"); other names are places unless something speaks against it.
// The literal/associative distinction follows Gritta, Pilehvar and Collier, "A Pragmatic Guide to Geoparsing Evaluation" (2020).
#pragma once

#include <vector>

#include "place/candidates.h"

namespace bayhaqi {

// Decides each candidate, then coordinations ("in Kabul and Herat") and pairs ("Homs, Syria") after one another's.
void decide_uses(const PlaceView& view, std::vector<PlaceCandidate>& candidates);

}  // namespace bayhaqi
