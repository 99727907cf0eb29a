// All dictionaries and code tables, checked and packed into one file. In: folders of text. Out: the packed bytes, or every fault
// found. `base_folder` has what the lexicon folder lacks; the lines of `added_folder` come on top. The same text gives the same bytes. docs/lexicon.md has the formats.
#pragma once

#include <string>
#include <vector>

#include "bayhaqi/result.h"
#include "lexicon/source.h"

namespace bayhaqi {

// Empty bytes where there are faults.
struct CompiledLexicon {
  std::vector<std::byte> bytes;
  Faults faults;
};

[[nodiscard]] CompiledLexicon compile_lexicon(const std::string& lexicon_folder, const std::string& ontology_folder, const std::string& base_folder = {}, const std::string& added_folder = {});

}  // namespace bayhaqi
