// Quotation marks paired up. In: the text. Out: the quotations, in text order; marks inside marks are part of the outer one.
// Straight, curly, low-high and angle marks, doubled apostrophes, and single marks where they can't be apostrophes; a mark that is
// never closed holds to the next that opens or the end of its paragraph, and a paragraph that opens with a mark of its own goes on
// with the speech of the one before. Linear. Pure.
#pragma once

#include <vector>

#include "bayhaqi/document.h"

namespace bayhaqi {

struct Quotation {
  Span inside;
  Span outside;       // with the marks
  bool goes_on = false;  // carries on a quotation that the paragraph before left open
};

[[nodiscard]] std::vector<Quotation> find_quotations(std::string_view text);

// Those that stand inside the given ones: “He told us: ‘Nobody leaves’”.
[[nodiscard]] std::vector<Quotation> quotations_within(std::string_view text, const std::vector<Quotation>& outer);

}  // namespace bayhaqi
