// How a name that a dictionary gives in capitals is written: "LEAGUE OF HARBOURS" -> "League of Harbours", "AL-MEREDI" ->
// "Al-Meredi". Acronyms stay in capitals, so that they match in capitals only: words without a vowel, words that would otherwise
// be common words ("WHO", "IT"), and words that are the initials of another name of the same entry. Pure.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace bayhaqi {

// `others`: all names of the entry, in capitals; initials are looked for there.
[[nodiscard]] std::string written_name(std::string_view words, std::span<const std::string> others = {});
// What two names have in common that the coder takes for the same: folded words, without a leading "the".
[[nodiscard]] std::string name_identity(std::string_view name);
// "league_of_harbours": lower-case ASCII, digits and '_'; "name" if nothing is left.
[[nodiscard]] std::string key_of_name(std::string_view name);

}  // namespace bayhaqi
