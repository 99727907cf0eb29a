// Step 2 of the actor layer: units grouped into base noun phrases ("interim Afghan Foreign Minister Amir Khan Muttaqi").
// A phrase is what hangs on one root token by amod, compound, flat, det, nummod and title relations; possessors, "of"
// phrases and appositions are phrases of their own, reached from the root.
#pragma once

#include <cstdint>
#include <vector>

#include "actor/units.h"
#include "document/children.h"

namespace bayhaqi {

struct NounPhrase {
  TokenIndex root;
  TokenIndex first;  // tokens of the phrase that are next to each other, half-open; without possessor
  TokenIndex last;
  SentenceIndex sentence;
  std::vector<std::uint32_t> units;  // indexes, in text order
};

// In order of their first token.
[[nodiscard]] std::vector<NounPhrase> group_units(const Document& document, const std::vector<Unit>& units);

// The token that the noun phrase around `token` hangs on.
[[nodiscard]] TokenIndex phrase_root(const Document& document, TokenIndex token);

// How a phrase with this root stands in its clause, coordination undone: the first conjunct decides.
enum class ClauseRole : std::uint8_t { kSubject, kObject, kParty, kPossessor, kPlace, kModifier, kOther };
[[nodiscard]] ClauseRole clause_role(const Document& document, const Children& children, TokenIndex root);

// `token` and the tokens coordinated with it, in text order.
[[nodiscard]] std::vector<TokenIndex> conjuncts(const Document& document, const Children& children, TokenIndex token);

}  // namespace bayhaqi
