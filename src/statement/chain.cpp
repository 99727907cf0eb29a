#include "statement/chain.h"

#include <algorithm>

namespace bayhaqi {

void claim_chain(const Document& document, TokenIndex token, std::vector<StatementIndex>& chain) {
  chain.clear();
  const Span word = document.tokens[token.value].span;
  const auto length = [&](StatementIndex index) {
    std::uint32_t sum = 0;
    for (const Span& piece : document.statements[index.value].content) sum += piece.size();
    return sum;
  };
  for (std::size_t i = 0; i < document.statements.size(); ++i) {
    const Statement& statement = document.statements[i];
    const bool holds = std::ranges::any_of(statement.content, [&](const Span& piece) { return piece.contains(word); });
    if (holds) chain.emplace_back(i);
  }
  std::ranges::stable_sort(chain, [&](StatementIndex a, StatementIndex b) { return length(a) > length(b); });
}

}  // namespace bayhaqi
