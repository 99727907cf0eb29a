// What a noun or name is, judged by the agents of a folder of dictionaries: "person", "body" or "people". Foreign dictionaries
// don't say; the program has to know who can be "he" and who "it". Immutable.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "lexicon_import/entries.h"

namespace bayhaqi {

class AgentKinds {
 public:
  explicit AgentKinds(const std::string& agents_text);

  // Of a phrase in any case: as it stands there, else by its last word, else "person". A known plural is "people".
  [[nodiscard]] std::string of(std::string_view phrase) const;
  // "person" or "organisation". A person has two to four names, none of them a body's or a small word, and an office that
  // began, ended or is over.
  [[nodiscard]] std::string of_actor(const ActorEntry& entry) const;

 private:
  std::unordered_map<std::string, std::string> phrases_;
  std::unordered_map<std::string, std::string> last_words_;
};

}  // namespace bayhaqi
