// Reads agent dictionaries: nouns that give a role to the actor beside them, with their plurals and substitution sets.
//   HARBOUR_WARDEN [~GOV]            code behind the actor's; the plural is made: +S, consonant or vowel Y -> IES, final S -> +ES
//   OX_HERD {OXEN_HERDS} [~AGR]      a plural of its own        COAST_GUARD {} [~MIL]   none
//   RELIEF_LEAGUE [NGO~]             code in front of the actor's
//   !FOLK! = MAN, WOMEN              a set; COUNCIL!FOLK! [~LEG] is an agent for each member, without plurals
// A phrase that comes again replaces the one before. In: bytes of files, one after the other. Out: agents in order of first
// appearance, phrases in upper case with single blanks, and a report of every line. Reference: PETRARCH 0.4.0.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "lexicon_import/actor_dictionary.h"

namespace bayhaqi {

struct ImportedAgent {
  std::string words;
  std::string plural;  // empty: none
  std::string code;    // "GOV"
  bool prefix = false; // stands in front of the actor's code
  std::string file;
  std::uint32_t line = 0;
};

class AgentDictionary {
 public:
  void read(const std::string& file, std::string_view text, DictionaryFamily family, ImportReport& report);
  [[nodiscard]] const std::vector<ImportedAgent>& agents() const { return agents_; }
  [[nodiscard]] const ImportedAgent* find(std::string_view words) const;

 private:
  class Reader;
  std::vector<ImportedAgent> agents_;
  std::unordered_map<std::string, std::uint32_t> by_words_;
  std::map<std::string, std::vector<std::string>> sets_;  // by name; they hold for the files read later, too
};

// "HARBOUR WARDENS" of "HARBOUR WARDEN".
[[nodiscard]] std::string made_plural(std::string_view words);

}  // namespace bayhaqi
