// The laws that hold for every coded document, whatever its text. Out: what is broken, a line each; empty if nothing is.
#pragma once

#include <string>
#include <vector>

#include "bayhaqi/document.h"

namespace bayhaqi::testing_support {

// Spans inside the text and on code point boundaries, in order where the layer says so.
// One tree a sentence: one root, heads inside the sentence, no circle, edges that hold the subtree.
// Indexes that point at something; every actor mentioned; statements without circles; events inside their sentence, with a rule.
[[nodiscard]] std::vector<std::string> broken_laws(const Document& document);

// All layers as text: two documents are the same if these are.
[[nodiscard]] std::string all_layers(const Document& document);

}  // namespace bayhaqi::testing_support
