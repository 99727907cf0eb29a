// Acronyms that an article introduces itself: "the National Police Agency (NPA)". In: tokens, trees, units. Out: the same units, where
// the acronym, from there on, stands for the words before the bracket, unless the dictionary knows both as the same or knows only the
// acronym. Pure, thread-safe.
#pragma once

#include <vector>

#include "actor/units.h"
#include "bayhaqi/document.h"

namespace bayhaqi {

struct Acronym {
  TokenIndex at;     // inside the brackets
  TokenIndex first;  // the words that it stands for, half-open
  TokenIndex last;
};

// Initials of the capitalised words in front of the bracket, or of all of them: "Coalition of the Willing (CoW)" is none, "(COW)" is one.
[[nodiscard]] std::vector<Acronym> find_acronyms(const Document& document);

void apply_acronyms(const Document& document, const ActorLexicon& lexicon, std::vector<Unit>& units);

}  // namespace bayhaqi
