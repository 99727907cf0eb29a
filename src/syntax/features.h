// Words as hashed features, the input of the network. Must give the same rows as src/train/neural/corpus.py.
// FNV-1a of UTF-8 bytes, cut to the table's size (a power of two).
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace bayhaqi {

inline constexpr std::size_t kMostGrams = 12;
enum class FeatureTable : std::uint8_t { kWord, kSuffix3, kSuffix2, kPrefix3, kShape, kGrams };
inline constexpr std::size_t kFeatureTables = 6;
inline constexpr std::array<std::uint32_t, kFeatureTables> kTableRows = {1U << 15, 1U << 12, 1U << 10, 1U << 12, 1U << 10, 1U << 14};

struct WordFeatures {
  std::array<std::uint32_t, 5> rows = {};  // word, suffix3, suffix2, prefix3, shape
  std::array<std::uint32_t, kMostGrams> grams = {};
  std::uint32_t gram_count = 0;
};

// Lower case, curly quotes straight, dashes plain.
[[nodiscard]] std::string plain_word(std::string_view word);
[[nodiscard]] WordFeatures word_features(std::string_view word);

}  // namespace bayhaqi
