#include "lexicon_import/function_words.h"

#include <array>

namespace bayhaqi {

namespace {

constexpr std::array<std::string_view, 8> kNames = {"", "particle", "either", "preposition", "auxiliary", "be", "article", "negation"};

}  // namespace

FunctionWords FunctionWords::read(const Table& table, Faults& faults) {
  FunctionWords words;
  table.expect_sorted(faults);
  for (const Row& row : table.rows()) {
    WordClass found = WordClass::kContent;
    for (std::size_t i = 1; i < kNames.size(); ++i) {
      if (row.at(1).text == kNames[i]) found = static_cast<WordClass>(i);
    }
    if (found == WordClass::kContent) table.fault(row, row.at(1), "expected a class of words, found '" + std::string(row.at(1).text) + "'", faults);
    else words.classes_[std::string(row.at(0).text)] = found;
  }
  return words;
}

WordClass FunctionWords::of(std::string_view word) const {
  const auto found = classes_.find(word);
  return found == classes_.end() ? WordClass::kContent : found->second;
}

}  // namespace bayhaqi
