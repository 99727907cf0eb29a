// Verb dictionaries of TABARI, PETRARCH and PETRARCH2 as frames and synonym sets of our own (docs/lexicon_import.md). In: name
// and text of the file, the words that shape patterns, the codes of the ontology. Out: the texts of a file of frames and a
// file of sets, sorted, each frame below a comment with the line that it came from; every line is counted in the report, and
// what is lost of it is told there. Pure.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "lexicon_import/function_words.h"
#include "lexicon_import/import_report.h"
#include "lexicon_import/verb_dictionary.h"

namespace bayhaqi {

struct VerbImportOptions {
  std::optional<VerbDialect> dialect;   // else guessed
  std::string prefix = "x_";            // of our sets' names, so that they meet no other
  std::set<std::string> codes;          // that the ontology knows; empty: all are taken
  std::set<std::string> outer_codes;    // that combine with an inner act (ontology/combine.txt)
};

struct ImportedVerbs {
  std::string frames;
  std::string sets;
  // Patterns, and the codes of blocks and verbs: carried over as they are, carried over with something lost, left out.
  std::size_t whole = 0;
  std::size_t lossy = 0;
  std::size_t left_out = 0;
};

[[nodiscard]] ImportedVerbs import_verbs(const std::string& file, std::string_view text, const FunctionWords& functions, const VerbImportOptions& options, ImportReport& report);

}  // namespace bayhaqi
