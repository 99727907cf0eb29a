// The places of the dateline: "HORRY COUNTY, SC (WMBF) -". They stand before the first token.
#include <algorithm>
#include <string_view>

#include "base/utf8.h"
#include "place/candidates.h"

namespace bayhaqi {

namespace {

constexpr std::uint32_t kUnresolved = 0xFFFFFFFF;

std::span<const std::uint32_t> entries_of(const Gazetteer& gazetteer, std::string_view text) {
  std::uint32_t state = PhraseTable::kStart;
  for (const std::string& word : phrase_words(text)) {
    state = gazetteer.names().next(state, hash_folded_word(word));
    if (state == PhraseTable::kDead) return {};
  }
  return state == PhraseTable::kStart ? std::span<const std::uint32_t>{} : gazetteer.names().values(state);
}

std::string_view trimmed(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

// Where a part of the dateline stands before the body of the text.
Span span_of(const Article& article, std::string_view part) {
  const std::size_t found = std::string_view(article.text).substr(0, article.body).find(part);
  if (found == std::string_view::npos) return {};
  const auto begin = static_cast<std::uint32_t>(found);
  return {begin, begin + static_cast<std::uint32_t>(part.size())};
}

}  // namespace

void add_dateline_places(const PlaceView& view, std::vector<PlaceCandidate>& out) {
  const Article& article = view.document().article;
  if (view.document().tokens.empty()) return;
  // "(NEW YORK) —" is read as an agency.
  std::string_view rest = article.dateline.place.empty() ? article.dateline.agency : article.dateline.place;
  const std::size_t before = out.size();
  bool after_comma = false;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find_first_of(",/"), rest.size());
    const std::string_view part = trimmed(rest.substr(0, end));
    const bool comma = end < rest.size() && rest[end] == ',';
    rest.remove_prefix(std::min(end + 1, rest.size()));
    PlaceCandidate candidate;
    candidate.names = entries_of(view.gazetteer(), part);
    const bool capitals = std::ranges::none_of(part, [](char c) { return c >= 'a' && c <= 'z'; });
    // A long name in capitals is how datelines are written; a short one may be an acronym.
    const Writing writing{capitals && part.size() <= 5, after_comma, std::max<std::size_t>(part.size(), after_comma ? 0 : 5)};
    if (candidate.names.empty() || !choose_likely(view.gazetteer(), candidate, writing) || candidate.context_only) return;
    candidate.outside = span_of(article, part);
    candidate.dateline = true;
    candidate.use = PlaceUse::kPlace;
    candidate.reason = "dateline";
    if (after_comma && out.size() > before) out.back().inside = static_cast<std::uint32_t>(out.size());
    out.push_back(candidate);
    after_comma = comma;
  }
}

}  // namespace bayhaqi
