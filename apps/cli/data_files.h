// Where the model and the lexicon are: --lexicon and --model, else $BAYHAQI_DATA, else data/ beside the program, else
// ../share/bayhaqi from there.
#pragma once

#include <string>

#include "bayhaqi/coder.h"
#include "bayhaqi/resources.h"

namespace bayhaqi::cli {

struct DataOptions {
  std::string lexicon_folder;
  std::string ontology_folder;
  std::string added_folder;
  std::string model;
};

[[nodiscard]] ResourcePaths resource_paths(const DataOptions& options);
// Prints why not, if it can't be loaded.
[[nodiscard]] Result<Resources> load_resources(const DataOptions& options);

// The folder of dictionary text that belongs to the program: of the sources where they are there; empty if not found.
[[nodiscard]] std::string default_text_folder(std::string_view which);

}  // namespace bayhaqi::cli
