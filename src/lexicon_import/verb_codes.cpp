#include "lexicon_import/verb_codes.h"

namespace bayhaqi {

std::optional<CarriedCode> carry_code(std::string_view code, const std::set<std::string>& codes) {
  if (code.empty() || code == "---") return CarriedCode{"-", "no event", {}};
  if (code == "###") return CarriedCode{"-", "discard", "TABARI drops the whole story at the code ###; here the act is dropped"};
  std::string known(code);
  if (codes.empty() || codes.contains(known)) return CarriedCode{known, {}, {}};
  if (known.size() == 2 && codes.contains(known + "0")) return CarriedCode{known + "0", {}, {}};
  while (known.size() > 2) {
    known.pop_back();
    const std::string found = known.size() == 2 ? known + "0" : known;
    if (codes.contains(found)) return CarriedCode{found, {}, "the ontology has no code " + std::string(code) + "; it becomes " + found};
  }
  return std::nullopt;
}

}  // namespace bayhaqi
