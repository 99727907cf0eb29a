// Who speaks and to whom: the noun phrase that is the subject of a word of speech, and the actor it stands for.
// In: trees, actors. Pure, thread-safe.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "bayhaqi/document.h"
#include "document/children.h"
#include "statement/speech_rules.h"

namespace bayhaqi {

struct Speaker {
  TokenIndex head;    // none: nobody is named
  Span span;          // the noun phrase without appositions and relative clauses
  ActorIndex actor;
  std::string code;   // empty if the phrase stands for no political actor
  std::string name;   // of a person, where the article gives one
};

// The actors a noun phrase stands for: its own, those of its apposition, or of its owner ("his office"); with conjuncts.
[[nodiscard]] std::vector<ActorIndex> actors_of(const Document& document, const Children& children, TokenIndex head);

[[nodiscard]] Speaker describe_speaker(const Document& document, const Children& children, TokenIndex head);

// The subject of a verb of speech (the agent of a passive, the owner of a noun of speech); none if it has none.
[[nodiscard]] TokenIndex speaker_of(const Document& document, const Children& children, TokenIndex cue);

// Codes of those spoken to; `slots` as in the speech dictionary ("obj/to").
[[nodiscard]] std::vector<std::string> addressees_of(const Document& document, const Children& children, TokenIndex cue, std::string_view slots, const SpeechRules& rules);

}  // namespace bayhaqi
