// The words that a statement reports. In: trees and quotations. Out: pieces of the text, in order. Pure, thread-safe.
// Indirect: the clause without "that" and without its last stop. Direct: what stands between the marks. After the annotation
// guide, points 6 and 7.
#pragma once

#include <vector>

#include "bayhaqi/document.h"
#include "document/children.h"
#include "statement/quotations.h"

namespace bayhaqi {

// Runs of tokens of `clause` without those below `without` (none: all), each trimmed of conjunctions, "that" and stops.
[[nodiscard]] std::vector<Span> clause_pieces(const Document& document, const Children& children, TokenIndex clause, TokenIndex without);

// Trims blanks, stops and commas at both ends; a quotation mark stays.
[[nodiscard]] Span trimmed(std::string_view text, Span span);

[[nodiscard]] const Quotation* quotation_at(const std::vector<Quotation>& quotations, std::uint32_t position);

// Whether all words of the span stand inside quotations.
[[nodiscard]] bool is_quoted(const std::vector<Quotation>& quotations, std::string_view text, Span span);
[[nodiscard]] bool touches_quotation(const std::vector<Quotation>& quotations, Span span);

}  // namespace bayhaqi
