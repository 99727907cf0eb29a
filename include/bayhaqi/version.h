// The version of the program, as it stands in records and in --version. Semantic versioning; CHANGES.md says what changed.
#pragma once

#include <string_view>

namespace bayhaqi {

inline constexpr std::string_view kProgramVersion = "0.1.0";

}  // namespace bayhaqi
