// bayhaqi lexicon find: what some words are coded as on a day, and which dictionary lines say so.
#pragma once

#include <string>

namespace bayhaqi::cli {

struct FindOptions {
  std::string words;
  std::string date;      // empty: as of the latest day
  std::string lexicon;   // folder; empty: the program's own
  std::string ontology;
  std::string added;     // folder with lines on top; may be empty
};

int find_in_lexicon(const FindOptions& options);

}  // namespace bayhaqi::cli
