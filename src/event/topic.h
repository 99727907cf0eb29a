// What an article is about: politics, or sport, business, culture, science, accidents. In: the words of an article and its actors;
// lexicon/events/topics/*.txt, a file a topic, "word | weight". Out: the topic that outweighs politics, or none. Each word counts
// once, so that a long article on one match is no more sport than a short one; each known political actor counts for politics.
// An article without evidence is political: single sentences are coded. Immutable, shared by threads.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "base/packed_file.h"
#include "bayhaqi/document.h"
#include "lexicon/source.h"

namespace bayhaqi {

class TopicLexicon {
 public:
  struct WordRecord {
    std::uint64_t hash = 0;  // of the lemma, or of two joined by '_'
    std::uint32_t topic = 0;
    std::uint32_t weight = 0;
  };

  static Result<TopicLexicon> open(const PackedFile& lexicon);
  [[nodiscard]] const WordRecord* find(std::string_view folded_word) const;
  [[nodiscard]] std::size_t topic_count() const { return names_.size(); }
  [[nodiscard]] std::string_view name(std::uint32_t topic) const { return names_[topic]; }

 private:
  std::span<const WordRecord> words_;  // sorted by hash
  std::vector<std::string> names_;
};

void compile_topics(LexiconSource& source);

struct ArticleTopic {
  std::string name;      // empty: politics, or too little to tell
  std::string evidence;  // some of its words, for people
  bool fiction = false;  // much of it is about works of art, whatever else
  bool clear = false;    // at least twice as much speaks for it as for politics
};

[[nodiscard]] ArticleTopic read_topic(const Document& document, const TopicLexicon& lexicon);

// A code of the state, of armed or political groups, or of an international body; not of firms, courts, papers or private people.
[[nodiscard]] bool is_political(std::string_view code);

}  // namespace bayhaqi
