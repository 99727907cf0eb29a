// The tables of an ontology: its categories (plover.txt) and codes (cameo.txt). In: the ontology folder, ours or one's own
// (docs/ontology.md). Out: the categories and the codes with what they inherit from theirs; everything that is wrong with the
// tables is a fault with its place. No state.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "lexicon/source.h"

namespace bayhaqi {

struct OntologyCode {
  std::string code;
  std::string name;
  double goldstein = 0;
  std::string category;  // empty: recognised, but no event
  std::string kind;      // the PLOVER category that the category is treated like; itself if like none
  int quad = 0;
  std::string mode;
  std::string contexts;
};

struct OntologyTables {
  std::set<std::string> categories;
  std::vector<OntologyCode> codes;
};

[[nodiscard]] OntologyTables read_ontology_tables(LexiconSource& source);

}  // namespace bayhaqi
