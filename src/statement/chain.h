// The statements that a word stands in: who says so, from the outermost in. Reads Document::statements only.
#pragma once

#include <vector>

#include "bayhaqi/document.h"

namespace bayhaqi {

// Clears `chain` and fills it with the statements whose content holds the token, outermost first.
void claim_chain(const Document& document, TokenIndex token, std::vector<StatementIndex>& chain);

}  // namespace bayhaqi
