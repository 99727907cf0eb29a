// Whether an act is done, denied, planned, possible or only called for, and the words that say so.
// Looked at: negation, modals, conditional markers, modifiers of a nominal act ("planned talks"), and what the act is the
// complement of ("refused to", "plans to", "denied that"), up to the finite clause it stands in. Words are in
// lexicon/events/status.txt. After the annotation guide; in the spirit of Saurí and Pustejovsky 2012 (FactBank).
#pragma once

#include "bayhaqi/document.h"
#include "document/children.h"
#include "event/frames.h"

namespace bayhaqi {

struct StatusReading {
  Status status = Status::kActual;
  Span span;          // the deciding words; empty for a plain actual
  RuleRef rule;       // line of the dictionary that names them; none for a mood or a question
};

[[nodiscard]] StatusReading read_status(const Document& document, const Children& children, const EventLexicon& lexicon, TokenIndex act);

// Fills Document::predicates: every verb, and every noun and adjective that tells of an act.
void read_predicates(Document& document, const Children& children, const EventLexicon& lexicon);

}  // namespace bayhaqi
