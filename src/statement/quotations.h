// Quotation marks paired up. In: the text. Out: the quotations, in text order; marks inside marks are part of the outer one.
// Straight, curly, low-high and angle marks; a mark that is never closed holds to the end of its paragraph, and a paragraph
// that opens with a mark of its own goes on with the speech of the one before. Linear. Pure.
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

}  // namespace bayhaqi
