// Lemmas of verb forms in patterns ("agreed to *"). In: the verbs of a dictionary with the forms that they list. Out: the verb
// of a listed form; of any other form all that it can come from by the regular endings (what is no word does no harm). No state
// beyond the forms.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon_import/verb_dictionary.h"

namespace bayhaqi {

class VerbLemmas {
 public:
  void add(const DictionaryVerb& verb);
  // `form` in lower case.
  [[nodiscard]] std::vector<std::string> of(const std::string& form) const;

 private:
  std::map<std::string, std::string> lemmas_;
};

}  // namespace bayhaqi
