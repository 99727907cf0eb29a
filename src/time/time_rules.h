// The time words, compiled: each word (or phrase) with its classes and values. Built from lexicon/time/words.txt.
// Immutable, shared by threads.
#pragma once

#include <span>
#include <string_view>

#include "base/packed_file.h"
#include "bayhaqi/document.h"
#include "lexicon/phrase_table.h"
#include "lexicon/source.h"

namespace bayhaqi {

struct TimeWordRecord {
  std::uint32_t kind = 0;   // offsets into the strings
  std::uint32_t value = 0;
  std::uint32_t line = 0;
  std::uint32_t file = 0;
};

void compile_times(LexiconSource& source);

class TimeRules {
 public:
  static Result<TimeRules> open(const PackedFile& lexicon);
  [[nodiscard]] const PhraseTable& words() const { return words_; }
  [[nodiscard]] const TimeWordRecord& record(std::uint32_t index) const { return records_[index]; }
  [[nodiscard]] std::string_view string(std::uint32_t offset) const { return strings_.data() + offset; }

 private:
  PhraseTable words_;
  std::span<const TimeWordRecord> records_;
  std::string_view strings_;
};

}  // namespace bayhaqi
