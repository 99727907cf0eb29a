// What the order of words says of a report where the tree is wrong: "X said (that) …", looked at where the tree gave a cue no
// content; and the colon of headlines and transcripts, "X: …".
// In: tokens and mentions. Out: the speaker's head word and the content. Pure, thread-safe.
#pragma once

#include <optional>
#include <vector>

#include "bayhaqi/document.h"
#include "document/children.h"
#include "statement/contents.h"

namespace bayhaqi {

struct OrderedSpeech {
  TokenIndex speaker;
  Span cue;  // of a colon
  std::vector<Span> content;
};

// "X said on Monday that …": what follows the word of speech to the end of the sentence, if it holds a clause. `bare`: also without
// "that".
[[nodiscard]] std::optional<OrderedSpeech> clause_after(const Document& document, const Children& children, TokenIndex cue, bool bare);

// "Lavrov: Russia will respond": a short beginning that names an actor, a colon, and words with a verb.
[[nodiscard]] std::optional<OrderedSpeech> speech_behind_colon(const Document& document, const Sentence& sentence);

}  // namespace bayhaqi
