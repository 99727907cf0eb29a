// The words on one side of a pattern as phrases: a noun phrase or placeholder, alone or behind a preposition, or one function
// word. In: the side as it stands in the file. Out: its phrases in order, or why it can't be read. No state.
#pragma once

#include <expected>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon_import/pattern_shapes.h"

namespace bayhaqi {

struct PatternPhrase {
  WordClass kind = WordClass::kContent;  // kParticle … kNegation: `words` is that one word
  std::string preposition;               // lower case; empty: none. "to" may be that of an infinitive
  std::vector<std::string> words;        // as written; the last is the head
  char placeholder = 0;                  // one of + $ ^ %
  bool open = false;                     // blanks between the words: others may stand between
  bool clause = false;                   // "that" stands before
};

using PatternPhrases = std::expected<std::vector<PatternPhrase>, std::string>;

// "TO_+ ABOUT &VESSEL"; `right`: of the verb, where a particle may come first.
[[nodiscard]] PatternPhrases read_linear_phrases(std::string_view side, bool right, const PatternWords& words);
// "{OLD TREATY} (WITH LEAGUE)"
[[nodiscard]] PatternPhrases read_tree_phrases(std::string_view side, bool right, const PatternWords& words);

}  // namespace bayhaqi
