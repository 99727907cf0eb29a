// How far a reported clause reaches, by the order of words: trees are often wrong about where it begins and ends.
// It begins behind the word of speech, its adverbials and the one spoken to ("told reporters in Oslo on Monday that | …"). It ends
// at the latest where the article speaks again: "…, and Paris was weighing …", "…, as troops rolled in", "… and called on others",
// "…, an idea Amman has opposed". In: tokens. Out: token numbers. Linear in the sentence. Pure, thread-safe.
#pragma once

#include <cstdint>
#include <optional>

#include "bayhaqi/document.h"
#include "document/children.h"
#include "statement/speech_rules.h"

namespace bayhaqi {

struct ClauseStart {
  std::uint32_t first;  // of the clause, behind "that"
  bool that;
};

// `end`: of the sentence, or of the quotation that the word of speech stands in. None if no clause begins behind `cue`.
[[nodiscard]] std::optional<ClauseStart> clause_start(const Document& document, const Children& children, TokenIndex cue, std::uint32_t end, bool takes_object);

// The first token in first..end that is no longer reported; `end` if all is.
[[nodiscard]] std::uint32_t clause_limit(const Document& document, const SpeechRules& rules, std::uint32_t first, std::uint32_t end);

}  // namespace bayhaqi
