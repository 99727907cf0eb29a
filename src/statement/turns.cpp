#include "statement/turns.h"

#include <algorithm>

#include "statement/words.h"

namespace bayhaqi {

namespace {

constexpr std::uint32_t kLongestName = 6;   // tokens
constexpr std::uint32_t kShortestTurn = 3;  // tokens behind the colon
constexpr std::size_t kFewestTurns = 2;

const Token& token(const Document& document, std::uint32_t index) { return document.tokens[index]; }

// A mark that opens a paragraph inside a quotation that runs on.
bool is_mark(std::string_view form) { return is_opening_mark(form) || form == "''" || form == "``"; }

std::optional<Turn> turn_at(const Document& document, std::size_t sentence) {
  const Sentence& opening = document.sentences[sentence];
  std::uint32_t first = opening.first.value;
  while (first < opening.last.value && is_mark(document.form(TokenIndex(first)))) ++first;
  std::uint32_t last = first;
  bool named = false;
  while (last < opening.last.value && last - first < kLongestName && (token(document, last).upos == Upos::kPropn || token(document, last).upos == Upos::kNoun || document.form(TokenIndex(last)) == ".")) {
    const char begin = document.form(TokenIndex(last)).front();
    if (begin >= 'a' && begin <= 'z') return {};
    const std::string_view form = document.form(TokenIndex(last));
    const bool capitals = form.size() > 1 && std::ranges::all_of(form, [](char c) { return c >= 'A' && c <= 'Z'; });
    named = named || capitals || token(document, last).upos == Upos::kPropn;
    ++last;
  }
  if (!named || last >= opening.last.value || document.form(TokenIndex(last)) != ":") return {};
  std::size_t end = sentence;
  while (end + 1 < document.sentences.size() && document.sentences[end + 1].paragraph == opening.paragraph) ++end;
  const std::uint32_t close = document.sentences[end].last.value;
  if (close < last + 1 + kShortestTurn) return {};
  return Turn{first, last, TokenIndex(last), {token(document, last + 1).span.begin, token(document, close - 1).span.end}};
}

}  // namespace

std::vector<Turn> find_turns(const Document& document) {
  std::vector<Turn> turns;
  for (std::size_t i = 0; i < document.sentences.size(); ++i) {
    if (i > 0 && document.sentences[i].paragraph == document.sentences[i - 1].paragraph) continue;
    if (const auto turn = turn_at(document, i)) turns.push_back(*turn);
  }
  if (turns.size() < kFewestTurns) turns.clear();
  return turns;
}

std::optional<Turn> signature_behind(const Document& document, const Quotation& quotation) {
  const auto dash = std::ranges::lower_bound(document.tokens, quotation.outside.end, {}, [](const Token& each) { return each.span.begin; });
  const auto mark = static_cast<std::uint32_t>(dash - document.tokens.begin());
  if (dash == document.tokens.end() || !is_dash(document.form(TokenIndex(mark)))) return {};
  const std::string_view text = document.article.text;
  std::uint32_t last = mark + 1;
  while (last < document.tokens.size() && last - mark <= kLongestName && token(document, last).upos == Upos::kPropn && token(document, last).sentence == token(document, mark + 1).sentence) ++last;
  if (last == mark + 1) return {};
  // The name ends the line, or its sentence.
  const std::uint32_t end = token(document, last - 1).span.end;
  const bool closes = last == document.tokens.size() || token(document, last).sentence != token(document, last - 1).sentence || text.substr(end, token(document, last).span.begin - end).find('\n') != std::string_view::npos || document.form(TokenIndex(last)) == "." || document.form(TokenIndex(last)) == "," || is_mark(document.form(TokenIndex(last)));
  if (!closes) return {};
  return Turn{mark + 1, last, TokenIndex(mark), quotation.inside};
}

}  // namespace bayhaqi
