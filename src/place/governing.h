// Where an act happened, as far as its sentence says: the place of its own in/at/near phrase, else of the clause or noun it
// hangs on, else the place at the head of the sentence ("In Cairo, …"), else the town or site where the sentence before it in
// the paragraph happened, if its own sentence names no place and nobody of another country.
// In: trees and Document::places. Out: none where the text gives no place. A place that is what the act is about ("envoy to
// Iraq", "shelled Homs") counts where it is the object of the act itself.
#pragma once

#include "bayhaqi/document.h"

namespace bayhaqi {

[[nodiscard]] PlaceIndex governing_place(const Document& document, TokenIndex act);

}  // namespace bayhaqi
