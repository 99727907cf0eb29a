// The event layer: who did what to whom, with status, date, place, who says so, and the line that coded it.
// In: all earlier layers. Out: Document::events. For every predicate with a frame: sources and targets from the frame's
// roles, code combined with the act it is about, status, date and place that govern it, the chain of statements it stands in.
// An act without any political actor, a discard, or an act that another one absorbs gives no event but a note with the reason
// (when Document::keep_trace is set).
#pragma once

#include "bayhaqi/document.h"
#include "event/frames.h"

namespace bayhaqi {

void code_events(Document& document, const EventLexicon& lexicon);

}  // namespace bayhaqi
