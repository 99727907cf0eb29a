#include "actor/acronyms.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/utf8.h"

namespace bayhaqi {

namespace {

constexpr std::size_t kLongestAcronym = 8;   // letters
constexpr std::uint32_t kLongestName = 14;   // tokens, hyphens and small words among them
constexpr std::array<std::string_view, 12> kSmallWords = {"&", "and", "da", "de", "del", "do", "for", "in", "la", "of", "on", "the"};

bool is_acronym(std::string_view form) {
  return form.size() >= 2 && form.size() <= kLongestAcronym && std::ranges::all_of(form, [](char c) { return c >= 'A' && c <= 'Z'; });
}

// The first token of the words before `bracket` whose initials are those of the acronym; none if there are no such.
TokenIndex first_word_of(const Document& document, std::uint32_t bracket, std::string_view acronym, bool small_words_count) {
  const std::uint32_t opening = document.sentences[document.tokens[bracket].sentence.value].first.value;
  std::size_t left = acronym.size();
  for (std::uint32_t i = bracket; i > opening && bracket - i < kLongestName;) {
    const std::string_view form = document.form(TokenIndex(--i));
    const bool small = std::ranges::find(kSmallWords, lowered(form)) != kSmallWords.end() && !starts_upper(form);
    if (form == "-" || document.tokens[i].upos == Upos::kPart) continue;
    if (!small && !starts_upper(form)) return {};
    if (small && !small_words_count) continue;
    if (lowered(form.substr(0, 1)) != lowered(acronym.substr(left - 1, 1))) return {};
    if (--left == 0) return starts_upper(form) ? TokenIndex(i) : TokenIndex{};
  }
  return {};
}

bool overlaps(const Unit& unit, const Acronym& acronym) { return unit.first < acronym.last && acronym.first < unit.last; }

bool share_entry(const ActorLexicon& lexicon, const Unit& a, const Unit& b) {
  return std::ranges::any_of(a.lexemes, [&](std::uint32_t x) { return std::ranges::any_of(b.lexemes, [&](std::uint32_t y) { return lexicon.lexeme(x).target == lexicon.lexeme(y).target; }); });
}

Unit* unit_at(std::vector<Unit>& units, TokenIndex token) {
  const auto found = std::ranges::find_if(units, [&](const Unit& unit) { return unit.first <= token && token < unit.last; });
  return found == units.end() ? nullptr : &*found;
}

// From its bracket on, the acronym is a unit of its own that stands for the long form.
void stand_for(const Document& document, const Acronym& acronym, TokenIndex head, std::vector<Unit>& units) {
  const std::string_view form = document.form(acronym.at);
  Unit short_one;
  short_one.kind = UnitKind::kUnknownName;
  short_one.long_first = acronym.first;
  short_one.long_last = acronym.last;
  short_one.long_head = head;
  for (std::uint32_t i = acronym.at.value; i < document.tokens.size(); ++i) {
    if (document.form(TokenIndex(i)) != form) continue;
    short_one.first = short_one.head = TokenIndex(i);
    short_one.last = TokenIndex(i + 1U);
    Unit* old = unit_at(units, short_one.first);
    if (old == nullptr) units.push_back(short_one);
    else if (old->last == TokenIndex(old->first.value + 1U)) *old = short_one;
  }
}

}  // namespace

std::vector<Acronym> find_acronyms(const Document& document) {
  std::vector<Acronym> found;
  for (std::uint32_t i = 1; i + 2 < document.tokens.size(); ++i) {
    if (document.form(TokenIndex(i)) != "(" || document.form(TokenIndex(i + 2U)) != ")") continue;
    const std::string_view form = document.form(TokenIndex(i + 1U));
    if (!is_acronym(form)) continue;
    TokenIndex first = first_word_of(document, i, form, false);
    if (!first) first = first_word_of(document, i, form, true);
    if (first) found.push_back({TokenIndex(i + 1U), first, TokenIndex(i)});
  }
  return found;
}

void apply_acronyms(const Document& document, const ActorLexicon& lexicon, std::vector<Unit>& units) {
  for (const Acronym& acronym : find_acronyms(document)) {
    const TokenIndex head = head_of(document, acronym.first, acronym.last);
    const Unit* meaning = unit_at(units, head);
    const bool known = meaning != nullptr && (meaning->kind == UnitKind::kName || meaning->kind == UnitKind::kAgent);
    const Unit* short_form = unit_at(units, acronym.at);
    const bool short_known = short_form != nullptr && short_form->kind == UnitKind::kName;
    if (short_known && (known ? share_entry(lexicon, *meaning, *short_form) : short_form->supported)) continue;
    if (!known) {
      const auto home = std::ranges::find_if(units, [&](const Unit& unit) { return overlaps(unit, acronym) && (unit.kind == UnitKind::kCountry || unit.kind == UnitKind::kAdjective); });
      const std::uint32_t country = home == units.end() ? ActorLexicon::kNoEntry : lexicon.lexeme(home->lexemes.front()).target;
      std::erase_if(units, [&](const Unit& unit) { return overlaps(unit, acronym) && unit.first >= acronym.first && unit.last <= acronym.last; });
      if (std::ranges::any_of(units, [&](const Unit& unit) { return overlaps(unit, acronym); })) continue;
      Unit whole;
      whole.first = acronym.first;
      whole.last = acronym.last;
      whole.head = head;
      whole.country = country;
      units.push_back(std::move(whole));
    }
    stand_for(document, acronym, head, units);
    std::ranges::sort(units, {}, &Unit::first);
  }
}

}  // namespace bayhaqi
