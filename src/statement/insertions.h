// Insertions that say who speaks: "…, officials said, …", "…, said Rita Katz, who …", "…, according to Tass.".
// Found by the order of words, since a tree is easily wrong about them: behind a comma or a closing mark stand a speaker and a word
// of speech (or the other way round), and behind these, but for adverbials and the one spoken to, a comma or the end.
// What such an insertion reports is the sentence around it; in the words of any other statement it is a hole.
// In: tokens, mentions, times. Out: insertions in text order. Linear but for short looks around words of speech. Pure, thread-safe.
#pragma once

#include <vector>

#include "bayhaqi/document.h"
#include "statement/quotations.h"
#include "statement/speech_rules.h"

namespace bayhaqi {

struct Insertion {
  TokenIndex cue;
  TokenIndex speaker;
  TokenIndex first;        // half-open, with the comma before; the comma behind is no part of it
  TokenIndex last;
  TokenIndex from;         // where what it reports begins and ends: the sentence, or behind another word of speech
  TokenIndex until;
  bool quoted = false;     // stands behind a closing mark
  bool according = false;  // "according to", two tokens long
};

[[nodiscard]] std::vector<Insertion> find_insertions(const Document& document, const SpeechRules& rules, const std::vector<Quotation>& quotations);

// The sentence around an insertion, without what comments on the speaker behind it ("…, he said, adding that …").
[[nodiscard]] std::vector<Span> around(const Document& document, const Insertion& insertion);

// The pieces of what `cue` reports, without the insertions that lie in them.
[[nodiscard]] std::vector<Span> without_insertions(const Document& document, const std::vector<Quotation>& quotations, const std::vector<Insertion>& insertions, TokenIndex cue, std::vector<Span> pieces);

}  // namespace bayhaqi
