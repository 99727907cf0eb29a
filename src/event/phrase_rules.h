// Phrases that decide by themselves, wherever they stand: discards (no event in their sentence or article: "chess open") and
// issues (what a sentence is about: "flood gate", added to the contexts of its events). In: lexicon/events/discards/*.txt,
// lexicon/events/issues/*.txt, both folders may be missing; the words of an article. Out: what is dropped, what is about what.
// Words are compared whole and whatever their case. Immutable, shared by threads. Format: docs/lexicon.md.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/packed_file.h"
#include "bayhaqi/document.h"
#include "lexicon/phrase_table.h"
#include "lexicon/source.h"

namespace bayhaqi {

enum class PhraseEffect : std::uint32_t { kDropSentence, kDropArticle, kIssue, kNoIssueInSentence, kNoIssueInArticle };

class PhraseRules {
 public:
  struct Record {
    PhraseEffect effect = PhraseEffect::kDropSentence;
    std::uint32_t issue = 0;  // index of its name
  };

  static Result<PhraseRules> open(const PackedFile& lexicon);
  [[nodiscard]] bool empty() const { return records_.empty(); }
  [[nodiscard]] const PhraseTable& phrases() const { return phrases_; }
  // Null for a value that no phrase has.
  [[nodiscard]] const Record* record(std::uint32_t value) const { return value < records_.size() ? &records_[value] : nullptr; }
  [[nodiscard]] std::string_view issue(const Record& record) const { return issues_[record.issue]; }

 private:
  PhraseTable phrases_;
  std::span<const Record> records_;
  std::vector<std::string> issues_;
};

void compile_phrase_rules(LexiconSource& source);

struct PhraseReading {
  bool drops_article = false;
  Span article_phrase;                                      // that drops it
  std::map<std::uint32_t, Span> dropped;                    // sentence: the phrase that drops it
  std::map<std::uint32_t, std::set<std::string>> issues;    // sentence: what it is about
};

[[nodiscard]] PhraseReading read_phrases(const Document& document, const PhraseRules& rules);

// The issues of its sentence, behind the contexts that its code gives.
void add_issues(Event& event, const PhraseReading& reading);

}  // namespace bayhaqi
