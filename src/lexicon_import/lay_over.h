// Lays imported actors and agents over those of a folder of dictionaries. In: texts of the folder, what was imported. Out: the
// texts of the files that change or are new. What is imported wins:
// - an entry that shares a name with one entry of the folder, and that one with no other, takes its place: its key, kind, names
//   and Wikidata number stay, the codes are the imported ones;
// - else the names that both have go to the imported entry; an entry without names goes;
// - a name that has one code at all times, which countries.txt gives it already, is left to countries.txt: nothing would change
//   but the grammar around it;
// - an agent's phrase and plural go to the imported agent. Pure: same texts in, same texts out.
#pragma once

#include <string>
#include <vector>

#include "lexicon_import/agent_dictionary.h"
#include "lexicon_import/base_actors.h"
#include "lexicon_import/entries.h"

namespace bayhaqi {

struct LayOverCounts {
  std::size_t entries = 0;      // written
  std::size_t in_place = 0;     // of these: in place of one of the folder
  std::size_t left_alone = 0;   // names that countries.txt has already
  std::size_t names_taken = 0;  // from entries of the folder
  std::size_t agents = 0;
  std::size_t agents_replaced = 0;
};

// With `only`, no actor of the folder is kept and countries.txt is emptied: every name comes from the import.
[[nodiscard]] DictionaryTexts lay_over_actors(const DictionaryTexts& folder, std::vector<ActorEntry> entries, bool only, LayOverCounts& counts);
// With `only`, no agent of the folder is kept.
[[nodiscard]] std::string lay_over_agents(const std::string& agents_text, const AgentDictionary& agents, bool only, LayOverCounts& counts);

}  // namespace bayhaqi
