// Clauses: who a verb is about, whichever way the sentence turns it. In: trees. Pure, thread-safe.
// Follows subjects through coordination, control and participles (English grammar of control: object control where the verb
// above has an object, else subject control).
#pragma once

#include "bayhaqi/document.h"
#include "document/children.h"

namespace bayhaqi {

// What the clause of a verb is about on the surface: its subject, or that of the clause it depends on; none if there is none.
[[nodiscard]] TokenIndex surface_subject(const Document& document, const Children& children, TokenIndex verb, int depth = 0);

[[nodiscard]] bool is_passive(const Document& document, const Children& children, TokenIndex verb);

// A relative pronoun stands for the noun that its clause hangs on; any other token for itself.
[[nodiscard]] TokenIndex referent(const Document& document, TokenIndex token);

}  // namespace bayhaqi
