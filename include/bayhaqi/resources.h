// What coding needs besides the article: the language model and the compiled lexicon. Loaded once, immutable, shared by all
// threads; cheap to copy. In: paths of a packed model and lexicon, or of a folder of dictionary text, which is then checked
// and compiled in memory. Out: Resources, or an Error (for dictionaries one whose message holds every fault, a line each).
#pragma once

#include <memory>
#include <string>

#include "bayhaqi/result.h"

namespace bayhaqi {

struct ResourcePaths {
  std::string model;            // packed model, "english.model"
  std::string lexicon;          // packed lexicon; not read where lexicon_folder is given
  std::string lexicon_folder;   // dictionary text, or empty
  std::string ontology_folder;  // code tables that go with lexicon_folder
  std::string base_folder = {};  // dictionary text for what lexicon_folder lacks, or empty
  std::string added_folder = {};  // dictionary text that comes on top, or empty
};

struct Loaded;

class Resources {
 public:
  static Result<Resources> load(const ResourcePaths& paths);

  [[nodiscard]] const Loaded& loaded() const { return *loaded_; }
  // Hexadecimal sha256 of the model's and the lexicon's bytes; reads them once.
  [[nodiscard]] std::string model_digest() const;
  [[nodiscard]] std::string lexicon_digest() const;

 private:
  explicit Resources(std::shared_ptr<const Loaded> loaded) : loaded_(std::move(loaded)) {}
  std::shared_ptr<const Loaded> loaded_;
};

}  // namespace bayhaqi
