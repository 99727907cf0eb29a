// Sentences and tokens. In: Article::text. Out: Document::sentences and ::tokens (spans only), after Universal Dependencies
// of English (EWT): contractions are two tokens, hyphens and dashes their own, prefixes and abbreviations stay whole.
// Paragraph breaks end sentences; a stop ends one unless its word is an abbreviation or what follows is no beginning.
// Linear in the text's length, any bytes of valid UTF-8; a sentence longer than kLongestSentence tokens is cut.
// Rules: lexicon/segment/*.txt. Immutable, shared by threads.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "base/packed_file.h"
#include "bayhaqi/document.h"
#include "lexicon/source.h"

namespace bayhaqi {

inline constexpr std::size_t kLongestSentence = 256;

enum class WordClass : std::uint16_t { kTitle = 1, kMonth = 2, kNumber = 4, kMayEnd = 8, kPrefix = 16, kStarter = 32, kWhole = 64, kUnit = 128, kMid = 256 };

void compile_segment(LexiconSource& source);

class SegmentRules {
 public:
  struct Word {
    std::uint64_t hash = 0;
    std::uint64_t classes = 0;  // bits of WordClass
  };
  static Result<SegmentRules> open(const PackedFile& lexicon);
  [[nodiscard]] bool is(std::string_view word, WordClass kind) const;
  // Letters of the first part of two words written as one ("cannot", "dont"); 0 if the word is one. `words`: folded; with a
  // blank and the next word behind it for those that are two before some words only ("its a").
  [[nodiscard]] std::size_t cut(std::string_view words) const;

 private:
  std::span<const Word> words_;         // sorted by hash
  std::span<const Word> contractions_;  // the same, letters of the first part in place of classes
};

void split_sentences(Document& document, const SegmentRules& rules);

}  // namespace bayhaqi
