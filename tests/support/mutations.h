// Texts that no newsroom would print, made out of ones that it did: cut anywhere, doubled, in capitals, in small letters,
// without punctuation, with random bytes put in and mended. In: a text and a seed. Out: valid UTF-8; the same for the same seed.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace bayhaqi::testing_support {

inline constexpr std::uint32_t kMutationKinds = 6;

[[nodiscard]] std::string mutated(std::string_view text, std::uint32_t kind, std::uint32_t seed);

}  // namespace bayhaqi::testing_support
