#include "document/codes.h"

#include <algorithm>
#include <array>

namespace bayhaqi {

namespace {

constexpr std::array<std::string_view, 17> kNotCountries = {"IGO", "NGO", "MNC", "MED", "CVL", "BUS", "CRM", "GOV", "MIL",
                                                            "REB", "OPP", "COP", "REL", "EDU", "LAB", "ELI", "PTY"};

}  // namespace

bool is_bare_country(std::string_view code) { return code.size() == 3 && std::ranges::find(kNotCountries, code) == kNotCountries.end(); }

std::string country_of(std::string_view code) {
  return std::string(code.starts_with("IGO") ? code : code.substr(0, std::min<std::size_t>(3, code.size())));
}

}  // namespace bayhaqi
