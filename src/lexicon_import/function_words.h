// Words that shape the patterns of other coders' verb dictionaries: particles, prepositions, auxiliaries. In: the table
// lexicon/import/function_words.txt. Immutable, shared by threads.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "lexicon/table.h"

namespace bayhaqi {

enum class WordClass : std::uint8_t { kContent, kParticle, kEither, kPreposition, kAuxiliary, kBe, kArticle, kNegation };

class FunctionWords {
 public:
  static FunctionWords read(const Table& table, Faults& faults);
  // `word` in lower case.
  [[nodiscard]] WordClass of(std::string_view word) const;

 private:
  std::map<std::string, WordClass, std::less<>> classes_;
};

}  // namespace bayhaqi
