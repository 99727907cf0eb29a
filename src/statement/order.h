// The colon of headlines and transcripts, "X: …", which no tree shows.
// In: tokens and mentions. Out: the speaker's head word and the content. Pure, thread-safe.
#pragma once

#include <optional>
#include <vector>

#include "bayhaqi/document.h"
#include "document/children.h"
#include "statement/contents.h"

namespace bayhaqi {

struct OrderedSpeech {
  TokenIndex at;       // of the colon or dash
  TokenIndex speaker;
  Span cue;  // of a colon
  std::vector<Span> content;
};

// "Lavrov: Russia will respond": a short beginning that names an actor, a colon, and words with a verb.
[[nodiscard]] std::optional<OrderedSpeech> speech_behind_colon(const Document& document, const Sentence& sentence);

// "Russia will respond: Lavrov", "Russia will respond - Lavrov": a headline, without a stop, and a name that ends it.
[[nodiscard]] std::optional<OrderedSpeech> speech_before_name(const Document& document, const Sentence& sentence);

}  // namespace bayhaqi
