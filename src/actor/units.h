// Step 1 of the actor layer: which words of the text are in the dictionaries, and which are names that are not.
// A unit is a row of tokens with the lexemes that match it; units of a document don't overlap and stand in text order.
// Longest match wins. Names must be written like names (capitals; acronyms in full capitals) unless the whole text has no case.
#pragma once

#include <cstdint>
#include <vector>

#include "actor/actor_lexicon.h"
#include "bayhaqi/document.h"

namespace bayhaqi {

enum class UnitKind : std::uint8_t { kName, kCountry, kAdjective, kPeople, kCapital, kAgent, kModifier, kReference, kUnknownName };

struct Unit {
  TokenIndex first;  // half-open
  TokenIndex last;
  TokenIndex head;   // the token of the unit that the others hang on
  UnitKind kind = UnitKind::kUnknownName;
  bool plural = false;
  bool supported = false;               // some lexeme needs no support
  std::vector<std::uint32_t> lexemes;   // indexes into the lexicon; empty for unknown names
  std::uint32_t country = ActorLexicon::kNoEntry;  // of an unknown name before its acronym: the country or nationality in it
  TokenIndex long_head;                 // of an acronym that the article introduces: the head of what it stands for, and its tokens
  TokenIndex long_first;
  TokenIndex long_last;
};

[[nodiscard]] std::vector<Unit> find_units(const Document& document, const ActorLexicon& lexicon, std::int32_t day);

// Whether the first letter of a word is a capital: "U.N.", "“Oman".
[[nodiscard]] bool starts_upper(std::string_view word);

// Whether a word has capitals and no small letters: "U.N.", "CAIRO".
[[nodiscard]] bool is_all_upper(std::string_view word);

// The token of [first, last) whose head lies outside; the last such one.
[[nodiscard]] TokenIndex head_of(const Document& document, TokenIndex first, TokenIndex last);

}  // namespace bayhaqi
