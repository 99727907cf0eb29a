// The actor layer: who is named in the article, in whatever way, as of its date.
// In: tokens, trees, places (for the country of "residents of Homs"). Out: Document::actors, Document::mentions.
// Steps: units (dictionary words and unknown names) -> noun phrases -> code of each phrase -> one entity per actor ->
// pronouns, bare titles and descriptions, in text order, so that each sees what was said before it.
// Code of a phrase: country, organisation or person it names (adjective, possessor, "of" phrase, apposition), then the sector
// of its agent noun ("Iraqi" + "forces" = IRQMIL), after /spec annotation guide. Pure: same document and lexicon, same result.
#pragma once

#include "actor/actor_lexicon.h"
#include "actor/antecedents.h"
#include "bayhaqi/document.h"

namespace bayhaqi {

void find_actors(Document& document, const ActorLexicon& lexicon, const PronounListener& listener = {});

}  // namespace bayhaqi
