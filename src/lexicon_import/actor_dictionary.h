// Reads actor dictionaries of TABARI, PETRARCH and PETRARCH2: records of a base line, synonyms "+…" and code lines "[…]".
// All phrases of a record share its codes, wherever in the record they stand; a phrase that stands in several records or files has
// the codes of all of them, in the order of the files and lines. In: bytes of one file after the other. Out: phrases, the
// records they belong to, and a report of every line. Phrases come out in upper case, their words with one blank between.
// Reference: PETRARCH 0.4.0 and PETRARCH2 1.2.0, whose bugs (last record of a file lost, "#" inside "[###]") are not repeated.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "lexicon_import/code_rules.h"
#include "lexicon_import/import_report.h"

namespace bayhaqi {

enum class DictionaryFamily : std::uint8_t { kTabari, kPetrarch, kPetrarch2 };

struct ActorRecord {
  std::string root;  // the base line's phrase
  std::string file;
  std::uint32_t line = 0;
  std::vector<CodeRule> rules;
};

struct ActorPhrase {
  std::string words;  // "LEAGUE OF HARBOURS"
  std::vector<std::uint32_t> records;
};

class ActorDictionary {
 public:
  // `file` is how it is shown in faults. Codes and names of the line are kept as far as they can be read.
  void read(const std::string& file, std::string_view text, DictionaryFamily family, ImportReport& report);

  [[nodiscard]] const std::vector<ActorRecord>& records() const { return records_; }
  [[nodiscard]] const std::vector<ActorPhrase>& phrases() const { return phrases_; }  // by first appearance
  // Of a phrase in upper case; nullptr if it is not there.
  [[nodiscard]] const ActorPhrase* find(std::string_view words) const;
  // The rules of all records of a phrase, in order.
  [[nodiscard]] std::vector<CodeRule> rules_of(const ActorPhrase& phrase) const;

 private:
  class Reader;
  std::vector<ActorRecord> records_;
  std::vector<ActorPhrase> phrases_;
  std::unordered_map<std::string, std::uint32_t> by_words_;
};

// "LEAGUE_OF  HARBOURS_" as "LEAGUE OF HARBOURS". `gap`: two words were parted by blanks alone, so that PETRARCH lets others
// stand between them.
[[nodiscard]] std::string phrase_of(std::string_view written, bool& gap);

}  // namespace bayhaqi
