// Who stands in which slot of a predicate, with the syntax undone: passives, relative and participial clauses, control and
// raising, coordination, copulas, light verbs. In: trees. Out: (slot, token) pairs; slots are named as in the event dictionary
// (subj obj iobj comp poss mod adv, prepositions by their own words). Reads only; thread-safe.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "bayhaqi/document.h"
#include "document/children.h"

namespace bayhaqi {

struct Argument {
  std::uint64_t slot = 0;
  TokenIndex token;
  bool inferred = false;  // not a dependent of the predicate itself
};

struct Arguments {
  std::vector<Argument> all;  // direct ones first
  std::uint64_t particle = 0;
  bool passive = false;

  // Tokens in a slot; inferred ones only if there is no direct one.
  [[nodiscard]] std::vector<TokenIndex> in(std::uint64_t slot) const;
};

[[nodiscard]] Arguments read_arguments(const Document& document, const Children& children, TokenIndex predicate);

}  // namespace bayhaqi
