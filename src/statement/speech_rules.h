// Words of saying, compiled from lexicon/speech/verbs.txt and nouns.txt: what a word of speech takes, where its addressee
// stands, and the stance it lends (denies, demands, warns …). Immutable, used in place, shared by threads.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "base/packed_file.h"
#include "bayhaqi/document.h"
#include "lexicon/source.h"

namespace bayhaqi {

struct SpeechRecord {
  std::uint64_t word = 0;   // hash of the folded lemma
  std::uint32_t to = 0;     // slots of the addressee, "obj/to"
  std::uint32_t line = 0;
  std::uint16_t file = 0;
  std::uint8_t noun = 0;
  Stance stance = Stance::kAsserts;
  std::uint8_t clause = 0;  // takes a clause: "said that …"
  std::uint8_t quote = 0;   // may stand beside a quotation or inside the sentence it reports: "…, he said"
  std::uint8_t object = 0;  // may take a quotation as part of its object: called it "a mistake"
  std::uint8_t bare = 0;    // its clause often stands without "that"
  std::uint8_t thought = 0; // thought rather than said: a report of others only, not of "I" and "we"
  std::uint8_t channel = 0; // what words are said in: "in a letter to the Council"
  std::uint8_t unused[6] = {};
};

void compile_statements(LexiconSource& source);

class SpeechRules {
 public:
  static Result<SpeechRules> open(const PackedFile& lexicon);
  // Null if the lemma is no word of speech. A verb and what belongs to it is joined by '+': "point+out".
  [[nodiscard]] const SpeechRecord* find(std::string_view folded_lemma, bool noun) const;
  [[nodiscard]] std::string_view string(std::uint32_t offset) const { return strings_.data() + offset; }

 private:
  std::span<const SpeechRecord> records_;  // sorted by (word, noun)
  std::string_view strings_;
};

}  // namespace bayhaqi
