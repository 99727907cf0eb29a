// The place layer: every name used as a place, with the place it means.
// In: tokens, trees, the dateline. Out: Document::places, in text order, without overlap; what names a government, a person
// or a part of another name is left out. A name that the gazetteer does not know has precision kUnknown and no coordinates.
// Places of the dateline stand before the first token: their token range is empty (first = last = head = 0).
// With Document::keep_trace each name also leaves a note that says why it was taken or not.
#pragma once

#include "bayhaqi/document.h"
#include "place/gazetteer.h"

namespace bayhaqi {

void find_places(Document& document, const Gazetteer& gazetteer);

}  // namespace bayhaqi
