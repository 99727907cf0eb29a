// Codes of other coders' dictionaries in our ontology. In: "173", "04", "---", "###", a code that the ontology may not have.
// Out: the code to write, "-" for no event, with what is lost; nothing where no code comes near. Pure.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace bayhaqi {

struct CarriedCode {
  std::string code;
  std::string reason;  // of "-"
  std::string loss;    // empty: none
};

// `codes`: of the ontology; empty: every code of digits or capitals is one.
[[nodiscard]] std::optional<CarriedCode> carry_code(std::string_view code, const std::set<std::string>& codes);

}  // namespace bayhaqi
