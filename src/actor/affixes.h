// Codes that are put behind ("~GOV") or in front of ("NGO~") the whole code of an actor, as dictionaries of the TABARI family have
// them for agents. Each is put there once: a code that stands in the row of three-letter blocks already is not repeated. Pure.
// Reference: PETRARCH 0.4.0, the joining of agents to actors.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace bayhaqi {

[[nodiscard]] inline bool is_affix(std::string_view sector) { return sector.starts_with('~') || sector.ends_with('~'); }
// "GOV" of "~GOV".
[[nodiscard]] std::string_view bare_affix(std::string_view affix);
// "QLM" with "~REB" and "~MIL": QLMREBMIL.
[[nodiscard]] std::string with_affixes(std::string_view code, std::span<const std::string> affixes);

}  // namespace bayhaqi
