// The dependents of every token of a document, in text order, in two flat arrays (compressed rows).
// Built in linear time; reading never allocates. Valid until the document's tokens change.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "bayhaqi/document.h"

namespace bayhaqi {

class Children {
 public:
  Children() = default;
  explicit Children(const Document& document) { build(document); }
  void build(const Document& document);

  [[nodiscard]] std::span<const TokenIndex> of(TokenIndex token) const {
    return std::span(children_).subspan(starts_[token.value], starts_[token.value + 1] - starts_[token.value]);
  }

 private:
  std::vector<std::uint32_t> starts_;
  std::vector<TokenIndex> children_;
};

// The first dependent of `token` with the relation; none if there is none.
[[nodiscard]] TokenIndex child(const Document& document, const Children& children, TokenIndex token, Relation relation);
// The lower-cased preposition (case or mark) of a phrase: "in", several words joined by '_' ("because_of"); empty if none.
[[nodiscard]] std::string preposition(const Document& document, const Children& children, TokenIndex token);
// Whether `token` is `ancestor` or stands below it.
[[nodiscard]] bool is_below(const Document& document, TokenIndex token, TokenIndex ancestor);

}  // namespace bayhaqi
