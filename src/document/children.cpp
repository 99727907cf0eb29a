#include "document/children.h"

#include "base/utf8.h"

namespace bayhaqi {

void Children::build(const Document& document) {
  const auto& tokens = document.tokens;
  starts_.assign(tokens.size() + 1, 0);
  for (const Token& token : tokens) {
    if (token.head) ++starts_[token.head.value + 1];
  }
  for (std::size_t i = 1; i < starts_.size(); ++i) starts_[i] += starts_[i - 1];
  children_.resize(starts_.back());
  std::vector<std::uint32_t> next(starts_.begin(), starts_.end() - 1);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].head) children_[next[tokens[i].head.value]++] = TokenIndex(i);
  }
}

TokenIndex child(const Document& document, const Children& children, TokenIndex token, Relation relation) {
  for (const TokenIndex each : children.of(token)) {
    if (document.tokens[each.value].relation == relation) return each;
  }
  return {};
}

std::string preposition(const Document& document, const Children& children, TokenIndex token) {
  std::string out;
  for (const TokenIndex each : children.of(token)) {
    if (each > token || document.tokens[each.value].relation != Relation::kCase) continue;
    if (!out.empty()) out += '_';
    out += lowered(document.form(each));
    for (const TokenIndex fixed : children.of(each)) {
      if (document.tokens[fixed.value].relation == Relation::kFixed) out += "_" + lowered(document.form(fixed));
    }
  }
  if (!out.empty()) return out;
  for (const TokenIndex each : children.of(token)) {  // "of [U.S. envoy] Frazer" with "of" hung on the title
    const Relation relation = document.tokens[each.value].relation;
    if (each < token && (relation == Relation::kNmodDesc || relation == Relation::kCompound) && document.tokens[each.value].left_edge == document.tokens[token.value].left_edge) return preposition(document, children, each);
  }
  return out;
}

bool is_below(const Document& document, TokenIndex token, TokenIndex ancestor) {
  for (std::size_t steps = 0; token && steps <= document.tokens.size(); ++steps) {
    if (token == ancestor) return true;
    token = document.tokens[token.value].head;
  }
  return false;
}

}  // namespace bayhaqi
