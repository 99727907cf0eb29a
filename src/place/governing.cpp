#include "place/governing.h"

#include <algorithm>

namespace bayhaqi {

namespace {

constexpr std::uint32_t kDeepest = 6;
constexpr std::uint32_t kNoCost = 1000;

bool starts_clause(const Token& token) {
  switch (universal(token.relation)) {
    case Relation::kCcomp: case Relation::kParataxis: case Relation::kCsubj:
      return true;
    default:
      return token.relation == Relation::kAclRelcl;
  }
}

bool is_subject(Relation relation) { return relation == Relation::kNsubj || relation == Relation::kNsubjOuter || relation == Relation::kNmodPoss || relation == Relation::kAppos; }

// Steps from the place up to `target` through phrases ("in a market in Homs"); kNoCost if it is not above within its clause.
std::uint32_t steps_to(const Document& document, TokenIndex from, TokenIndex target) {
  std::uint32_t steps = 0;
  for (TokenIndex at = from; at && steps < kDeepest; ++steps) {
    if (at == target) return steps;
    const Token& token = document.tokens[at.value];
    if (at != from && token.upos == Upos::kVerb && token.relation != Relation::kConj && token.relation != Relation::kXcomp) return kNoCost;
    if (at != from && is_subject(token.relation)) ++steps;
    at = token.head;
  }
  return kNoCost;
}

// Acts without words of their own for the place take it from the verb they hang on, not across a reported clause.
TokenIndex above(const Document& document, TokenIndex act) {
  const Token& token = document.tokens[act.value];
  return starts_clause(token) ? TokenIndex() : token.head;
}

bool opens_sentence(const Document& document, const PlaceMention& place, const Sentence& sentence) {
  return place.first.value <= sentence.first.value + 4 && sentence.root && steps_to(document, place.head, sentence.root) < kNoCost &&
         !is_subject(document.tokens[place.head.value].relation);
}

PlaceIndex place_in_sentence(const Document& document, TokenIndex act) {
  const Sentence& sentence = document.sentences[document.tokens[act.value].sentence.value];
  const auto begin = std::ranges::lower_bound(document.places, sentence.first, {}, &PlaceMention::first);
  PlaceIndex best;
  PlaceIndex opening;
  std::uint32_t best_cost = kNoCost;
  for (auto place = begin; place != document.places.end() && place->first < sentence.last; ++place) {
    const PlaceIndex here(static_cast<std::size_t>(place - document.places.begin()));
    if (place->first == place->last) continue;  // in the dateline
    if (!opening && opens_sentence(document, *place, sentence)) opening = here;
    if (document.tokens[place->head.value].relation == Relation::kNsubj) continue;
    std::uint32_t climbed = 0;
    for (TokenIndex at = act; at && climbed < kDeepest; at = above(document, at), ++climbed) {
      const std::uint32_t steps = steps_to(document, place->head, at);
      if (steps == kNoCost) continue;
      // The more precise of two equally near places.
      const std::uint32_t vague = place->precision == PlacePrecision::kCountry || place->precision == PlacePrecision::kRegion ? 1 : 0;
      const std::uint32_t cost = climbed * 20 + steps * 2 + vague;
      if (cost < best_cost) {
        best_cost = cost;
        best = here;
      }
      break;
    }
  }
  return best ? best : opening;
}

bool has_place(const Document& document, const Sentence& sentence) {
  const auto found = std::ranges::lower_bound(document.places, sentence.first, {}, &PlaceMention::first);
  return std::ranges::any_of(found, document.places.end(), [&](const PlaceMention& place) { return place.first < sentence.last && place.first < place.last; });
}

// Whether people or bodies of another country act in the sentence; then it may happen anywhere.
bool has_strangers(const Document& document, const Sentence& sentence, std::string_view country) {
  return std::ranges::any_of(document.mentions, [&](const ActorMention& mention) {
    if (mention.head < sentence.first || mention.head >= sentence.last || !mention.actor) return false;
    const std::string& theirs = document.actors[mention.actor.value].country;
    return !theirs.empty() && theirs != country;
  });
}

}  // namespace

PlaceIndex governing_place(const Document& document, TokenIndex act) {
  if (const PlaceIndex here = place_in_sentence(document, act)) return here;
  // A sentence without any place goes on where the one before it was, if that was a town or a site.
  const SentenceIndex index = document.tokens[act.value].sentence;
  const Sentence& sentence = document.sentences[index.value];
  if (index.value == 0 || has_place(document, sentence)) return {};
  const Sentence& before = document.sentences[index.value - 1];
  if (!before.root || before.paragraph != sentence.paragraph) return {};
  const PlaceIndex place = place_in_sentence(document, before.root);
  if (!place) return {};
  const PlacePrecision precision = document.places[place.value].precision;
  if (has_strangers(document, sentence, document.places[place.value].country)) return {};
  return precision == PlacePrecision::kCity || precision == PlacePrecision::kSite ? place : PlaceIndex();
}

}  // namespace bayhaqi