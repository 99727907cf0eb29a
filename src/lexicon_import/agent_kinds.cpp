#include "lexicon_import/agent_kinds.h"

#include <algorithm>

#include "lexicon_import/base_actors.h"
#include "lexicon_import/dictionary_lines.h"
#include "lexicon_import/written_name.h"

namespace bayhaqi {

namespace {

std::string last_word(const std::string& phrase) { return phrase.substr(phrase.rfind(' ') + 1); }

}  // namespace

AgentKinds::AgentKinds(const std::string& agents_text) {
  for (const std::string& line : lines_of(agents_text)) {
    if (without_blanks(line).empty() || line.front() == '#') continue;
    auto fields = pieces_of(line, '|');
    fields.resize(5);
    const std::string phrase = name_identity(fields[0]);
    phrases_[phrase] = fields[3];
    if (phrase.find(' ') == std::string::npos) last_words_[phrase] = fields[3];
    else last_words_.try_emplace(last_word(phrase), fields[3]);
    for (const std::string& plural : pieces_of(fields[1], ';')) phrases_.try_emplace(name_identity(plural), "people");
  }
}

std::string AgentKinds::of(std::string_view phrase) const {
  const std::string identity = name_identity(phrase);
  if (const auto whole = phrases_.find(identity); whole != phrases_.end()) return whole->second;
  const std::string word = last_word(identity);
  if (const auto plural = phrases_.find(word); plural != phrases_.end()) return plural->second;
  if (const auto last = last_words_.find(word); last != last_words_.end()) return last->second;
  return "person";
}

std::string AgentKinds::of_actor(const ActorEntry& entry) const {
  const std::string& name = entry.names.front();
  const auto words = pieces_of(name, ' ');
  const bool may_be_name = words.size() >= 2 && words.size() <= 4 && std::ranges::none_of(words, [&](const std::string& word) {
    const auto last = last_words_.find(name_identity(word));
    return (last != last_words_.end() && last->second == "body") || word == "of" || word == "for" || word == "and" || word == "the";
  });
  const bool office = entry.offices.find("..") != std::string::npos || entry.offices.find("ELI") != std::string::npos;
  return may_be_name && office ? "person" : "organisation";
}

}  // namespace bayhaqi
