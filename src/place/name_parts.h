// Whether a name of the gazetteer is only a part of a longer name: of a person ("Paris Hilton"), of an organisation
// ("Chicago Tribune"), of a longer place ("Dane County"), or joined by a hyphen ("Moscow-based", "Iran-backed").
#pragma once

#include "place/candidates.h"

namespace bayhaqi {

enum class NamePart : std::uint8_t {
  kNone,    // stands alone
  kPerson,  // part of a person's name
  kOther,   // part of another name, or of a compound that is no place
  kJoined,  // "X-based": the place itself
  kKind     // a generic word belongs to it; the candidate's span has grown over it
};

[[nodiscard]] NamePart part_of_larger_name(const PlaceView& view, PlaceCandidate& candidate);

// "KABUL, April 5 (Reuters) -" at the start of a paragraph.
[[nodiscard]] bool is_dateline(const PlaceView& view, const PlaceCandidate& candidate);

}  // namespace bayhaqi
