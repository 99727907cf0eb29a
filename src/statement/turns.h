// Who speaks without a word of speech: names before a colon in the written record of a conversation, and names behind a dash
// under a quotation. In: tokens, sentences. Pure, thread-safe.
#pragma once

#include <optional>
#include <vector>

#include "bayhaqi/document.h"
#include "statement/quotations.h"

namespace bayhaqi {

struct Turn {
  std::uint32_t name_first = 0;  // tokens of the name, half-open
  std::uint32_t name_last = 0;
  TokenIndex mark;               // the colon or dash
  Span words;                    // what is said: the rest of the paragraph, or the inside of the quotation
};

// "WALLACE: Will he be there?", "Peskov: We will see.": paragraphs that open so. Empty unless an article has at least two of them
// with the same or with different names, for one may be a label ("Editing: J. Smith").
[[nodiscard]] std::vector<Turn> find_turns(const Document& document);

// “We have no plans to leave.” ― Pamela Padilla
[[nodiscard]] std::optional<Turn> signature_behind(const Document& document, const Quotation& quotation);

}  // namespace bayhaqi
