// Finds phrases of a dictionary in a row of words: a trie over word hashes in one open-addressing table.
// Cost per word does not depend on how many phrases there are. A phrase carries a list of 32-bit values (its entries).
//
// Words are compared as fold_word() (base/utf8.h) makes them; a caller that cares about case looks at the text itself.
// A word counts as equal when its 64-bit hash is (collisions among 10^6 phrases: about 1 in 10^7).
// The compiled table is four arrays and is used in place. Immutable, shared by threads.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/packed_file.h"

namespace bayhaqi {

[[nodiscard]] std::uint64_t hash_folded_word(std::string_view folded_word);

class PhraseTable {
 public:
  struct State {
    std::uint32_t values = 0;  // start in the value array
    std::uint32_t count = 0;   // 0: no phrase ends here
  };

  // Sections "<prefix>.edges", ".states", ".values", ".filter".
  static Result<PhraseTable> open(const PackedFile& file, std::string_view prefix);

  static constexpr std::uint32_t kStart = 0;
  static constexpr std::uint32_t kDead = 0xFFFFFFFF;
  [[nodiscard]] std::uint32_t next(std::uint32_t state, std::uint64_t word_hash) const;
  [[nodiscard]] std::span<const std::uint32_t> values(std::uint32_t state) const {
    const State& s = states_[state];
    return values_.subspan(s.values, s.count);
  }

  struct Match {
    std::uint32_t length = 0;  // words; 0: none
    std::span<const std::uint32_t> values;
  };
  // The longest phrase that starts at the first of `hashes`.
  [[nodiscard]] Match longest(std::span<const std::uint64_t> hashes) const;

 private:
  friend class PhraseTableBuilder;
  struct Edge {
    std::uint64_t key = 0;  // hash of (state, word); 0: empty slot
    std::uint32_t target = 0;
    std::uint32_t unused = 0;
  };
  std::span<const Edge> edges_;
  std::span<const State> states_;
  std::span<const std::uint32_t> values_;
  std::span<const std::uint64_t> filter_;  // a bit for each key: most words start or go on with nothing, and the small filter tells so
};

class PhraseTableBuilder {
 public:
  PhraseTableBuilder();
  // Words are given as written; they are folded here. No words: nothing is added.
  void add(std::span<const std::string> words, std::uint32_t value);
  void write(PackedFileBuilder& out, std::string_view prefix) const;

 private:
  std::unordered_map<std::uint64_t, std::uint32_t> edges_;
  std::vector<std::vector<std::uint32_t>> values_;
};

// Splits a dictionary phrase into words as the tokenizer splits running text: at blanks, hyphens and possessive 's apart
// ("Al-Qaeda" -> Al - Qaeda; "Cote d'Ivoire" stays whole in "d'Ivoire").
[[nodiscard]] std::vector<std::string> phrase_words(std::string_view phrase);

}  // namespace bayhaqi
