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

std::string_view state_of(std::string_view code) {
  const std::string_view first = code.substr(0, std::min<std::size_t>(3, code.size()));
  return is_bare_country(first) ? first : std::string_view{};
}

std::string_view sector_of(std::string_view code) {
  if (code.size() < 3) return {};
  return state_of(code).empty() ? code.substr(0, 3) : code.substr(3, 3);
}

}  // namespace bayhaqi
