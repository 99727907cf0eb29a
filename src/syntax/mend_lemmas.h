// Mends lemmas of verbs and nouns that the network gets wrong ("expelled": "expell"), since lemmas are what the event and
// speech dictionaries are looked up by. In: tagged tokens. Out: Document::tokens[].lemma of some, appended to lemma_text.
// A lemma is changed only where no dictionary knows it but knows another one that English inflection allows for the form; besides,
// names keep their capitals and numbers lose the commas between thousands.
// Dictionaries: heads and members in lexicon/events and lexicon/speech; irregular forms in lexicon/words.
#pragma once

#include <cstdint>
#include <span>

#include "base/packed_file.h"
#include "bayhaqi/document.h"
#include "lexicon/source.h"

namespace bayhaqi {

void compile_lemmas(LexiconSource& source);

class KnownLemmas {
 public:
  static Result<KnownLemmas> open(const PackedFile& lexicon);

  [[nodiscard]] bool knows(std::uint64_t lemma, bool noun) const;
  // The lemma of an irregular form; empty if it is none.
  [[nodiscard]] std::string_view irregular(std::uint64_t form, bool noun) const;

 private:
  struct Word {
    std::uint64_t hash = 0;
    std::uint32_t lemma = 0;  // of an irregular form: offset into the strings
    std::uint32_t noun = 0;
  };
  friend void compile_lemmas(LexiconSource& source);
  std::span<const Word> known_;      // sorted by (hash, noun)
  std::span<const Word> irregular_;
  std::string_view strings_;
};

void mend_lemmas(Document& document, const KnownLemmas& lemmas);

}  // namespace bayhaqi
