// What introduces a quotation that no reported clause holds: the word of speech beside it, a colon, "in the words of …".
// In: tokens, trees, quotations. Out: the cue and, where the tree does not tell it from the cue, the speaker. Pure, thread-safe.
#pragma once

#include <vector>

#include "bayhaqi/document.h"
#include "document/clauses.h"
#include "statement/quotations.h"
#include "statement/speech_rules.h"

namespace bayhaqi {

struct QuotationCue {
  TokenIndex cue;
  TokenIndex speaker;
  explicit operator bool() const { return static_cast<bool>(cue) && static_cast<bool>(speaker); }
};

class QuotationCues {
 public:
  QuotationCues(const Document& document, const Children& children, const SpeechRules& rules, const std::vector<Quotation>& quotations)
      : document_(document), children_(children), rules_(rules), quotations_(quotations) {}

  // The word of speech of a quotation: in a sentence that it shares, after it sooner than before it; else in the next sentence
  // ("“Why?” Obama asked."), else in the one before that ends with a colon.
  [[nodiscard]] TokenIndex beside(const Quotation& quotation) const;

  // The word of speech right before the opening mark, where the quotation is all that it takes: chanted “Long live Belarus!”
  [[nodiscard]] TokenIndex right_before(const Quotation& quotation) const;

  // "Pollster Daron Shaw: “…”"; the colon is the cue.
  [[nodiscard]] QuotationCue name_before_colon(const Quotation& quotation) const;

  // "In the words of the chancellor, “…”", "In his words, “…”"
  [[nodiscard]] QuotationCue in_words_of(const Quotation& quotation) const;

  // "The president spoke in Warsaw. “…”": whoever the sentence before is about; its verb is the cue.
  [[nodiscard]] QuotationCue subject_before(const Quotation& quotation) const;

 private:
  [[nodiscard]] const Token& token(TokenIndex index) const { return document_.tokens[index.value]; }
  [[nodiscard]] std::uint32_t first_token(const Quotation& quotation) const;
  [[nodiscard]] bool reports(TokenIndex verb) const;
  [[nodiscard]] bool is_taken(TokenIndex cue) const;
  [[nodiscard]] bool is_actor(std::uint32_t i) const;
  [[nodiscard]] TokenIndex opening(const Sentence& sentence) const;
  [[nodiscard]] TokenIndex before_colon(std::uint32_t first, std::uint32_t colon) const;

  const Document& document_;
  const Children& children_;
  const SpeechRules& rules_;
  const std::vector<Quotation>& quotations_;
};

}  // namespace bayhaqi
