// Actor codes as text: "RUSGOV" is a country and a sector, "IGOUNO" an organisation, "MED" a role without a country.
// After the coding guide's section on actor codes. Pure.
#pragma once

#include <string>
#include <string_view>

namespace bayhaqi {

// Three letters that name a country and nothing else; not "IGO", "NGO", "MNC" or a sector that stands by itself.
[[nodiscard]] bool is_bare_country(std::string_view code);
// "RUS" of "RUSGOV"; an international organisation whole.
[[nodiscard]] std::string country_of(std::string_view code);
// "RUS" and "GOV" of "RUSGOV"; "" and "IGO" of "IGOUNO"; "" and "MED" of "MED"; "AFG" and "" of "AFG".
[[nodiscard]] std::string_view state_of(std::string_view code);
[[nodiscard]] std::string_view sector_of(std::string_view code);

}  // namespace bayhaqi
