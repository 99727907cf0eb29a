// What single words may be in the order of a report: names, verbs, commas, marks. In: tokens. Pure, thread-safe.
#pragma once

#include <string_view>

#include "bayhaqi/document.h"
#include "document/clauses.h"
#include "statement/speech_rules.h"

namespace bayhaqi {

[[nodiscard]] bool is_nominal(const Token& token);
[[nodiscard]] bool is_finite(const Token& token);
// Whether a token may stand inside the name or title of a speaker.
[[nodiscard]] bool may_name(const Token& token);

[[nodiscard]] bool is_comma(std::string_view form);
[[nodiscard]] bool is_dash(std::string_view form);
[[nodiscard]] bool is_opening_mark(std::string_view form);
[[nodiscard]] bool is_closing_mark(std::string_view form);  // straight, German and angle ones are both
[[nodiscard]] bool is_according(const Document& document, std::uint32_t token);  // "according to"

// The entry of a verb, with the word behind it where the two make a word of speech ("pointed out"); null if there is none.
[[nodiscard]] const SpeechRecord* verb_of_speech(const Document& document, const SpeechRules& rules, TokenIndex verb);
// Not negated, to be said, or said of someone else: such a word of speech reports something.
[[nodiscard]] bool is_report(const Document& document, const Children& children, TokenIndex cue);
// "I think", "we believe".
[[nodiscard]] bool is_oneself(const Document& document, TokenIndex verb);

// The head of the actor named in first..last, half-open, else of the last noun in it.
[[nodiscard]] TokenIndex head_among(const Document& document, std::uint32_t first, std::uint32_t last);

// A subject and a finite verb after it.
[[nodiscard]] bool holds_clause(const Document& document, std::uint32_t first, std::uint32_t last);

// A subject and then a finite verb, with nothing but words of names and adverbs between.
[[nodiscard]] bool finite_clause(const Document& document, std::uint32_t first, std::uint32_t last);

// The tokens as one piece of the text, without blanks and stops at its ends.
[[nodiscard]] Span words_of(const Document& document, std::uint32_t first, std::uint32_t last);

}  // namespace bayhaqi
