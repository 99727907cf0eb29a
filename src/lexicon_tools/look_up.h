// What the actor dictionaries say of some words on a day: which entries have them as a name, with all offices and the one that
// decides, which agents and modifiers they are. In: the compiled actors, words, a day. Out: the words cut into the longest
// phrases that are known, each with its candidates in the order in which the coder prefers them. Pure.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "actor/actor_lexicon.h"
#include "bayhaqi/document.h"

namespace bayhaqi {

struct OfficeLine {
  std::string code;  // empty: nobody
  std::string role;
  std::int32_t from = 0;
  std::int32_t to = 0;
  bool dated = false;
  bool decides = false;  // on the day asked for
};

struct Candidate {
  LexemeType type = LexemeType::kName;
  EntryKind kind = EntryKind::kPerson;  // of an entry
  std::string name;                     // as shown: of the entry, the agent's singular, the modifier
  std::string key;
  RuleRef rule;
  bool needs_support = false;
  bool all_caps = false;
  bool plural = false;
  std::int32_t from = 0;  // of the name itself
  std::int32_t to = 0;
  bool holds = true;      // the name does on that day
  std::string code;       // on that day; of an agent its sector, of a modifier its effect
  bool former = false;    // no office then; the nearest one decided
  std::vector<OfficeLine> offices;
};

struct FoundWords {
  std::string words;                  // as given
  std::vector<Candidate> candidates;  // empty: not known
};

[[nodiscard]] std::vector<FoundWords> look_up(const ActorLexicon& lexicon, std::string_view words, std::int32_t day);

}  // namespace bayhaqi
