// One layer of a coded document as text for people and for golden tests; a line for each thing, words as they stand.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "bayhaqi/document.h"
#include "bayhaqi/resources.h"
#include "lexicon/source.h"

namespace bayhaqi::cli {

[[nodiscard]] std::vector<std::string> layer_names();
// The stage that fills the layer last.
[[nodiscard]] std::string_view stage_of_layer(std::string_view layer);
[[nodiscard]] std::string layer_text(const Document& document, std::string_view layer);

[[nodiscard]] FileNames lexicon_files(const Resources& resources);

[[nodiscard]] std::string joined_codes(const std::vector<EventParty>& parties, std::string_view none);

}  // namespace bayhaqi::cli
