#include "actor/noun_phrases.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace bayhaqi {

namespace {

bool inside_phrase(Relation relation) {
  switch (relation) {
    case Relation::kAmod: case Relation::kCompound: case Relation::kFlat: case Relation::kFlatForeign: case Relation::kNmodDesc:
    case Relation::kNummod: case Relation::kDet: case Relation::kGoeswith: case Relation::kDetPredet:
      return true;
    default:
      return false;
  }
}

bool is_nominal(Upos upos) { return upos == Upos::kNoun || upos == Upos::kPropn || upos == Upos::kPron || upos == Upos::kX || upos == Upos::kNum || upos == Upos::kAdj; }

template <std::size_t N>
bool any_of(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

constexpr std::array<std::string_view, 9> kPartyPrepositions = {"with", "by", "against", "between", "among", "versus", "via", "alongside", "together_with"};
// Verbs whose "to" names whom they address: "appealed to Washington".
constexpr std::array<std::string_view, 18> kAddressing = {"apologise", "apologize", "appeal", "belong",  "bow",   "complain", "concede", "hand",  "offer",
                                                          "pledge",    "promise",   "propose", "protest", "reply", "respond",  "sell",    "submit", "write"};
constexpr std::array<std::string_view, 20> kPlacePrepositions = {"in",   "into",  "from",  "at",      "near",   "across", "inside",  "outside",    "through", "over",
                                                                 "around", "off", "along", "within", "throughout", "onto", "beyond", "out_of", "on", "to"};

}  // namespace

TokenIndex phrase_root(const Document& document, TokenIndex token) {
  for (int steps = 0; steps < 16; ++steps) {
    const Token& here = document.tokens[token.value];
    if (!here.head) return token;
    const Token& up = document.tokens[here.head.value];
    if (!is_nominal(up.upos)) return token;
    const bool coordinated_modifier = here.relation == Relation::kConj && (up.relation == Relation::kAmod || up.relation == Relation::kCompound) &&
                                      (here.upos == Upos::kAdj || here.upos == Upos::kPropn);
    if (!inside_phrase(here.relation) && !coordinated_modifier) return token;
    token = here.head;
  }
  return token;
}

std::vector<NounPhrase> group_units(const Document& document, const std::vector<Unit>& units) {
  std::vector<NounPhrase> phrases;
  for (std::uint32_t i = 0; i < units.size(); ++i) {
    const TokenIndex root = phrase_root(document, units[i].head);
    const auto same = std::find_if(phrases.rbegin(), phrases.rend(), [&](const NounPhrase& p) { return p.root == root; });
    if (same != phrases.rend()) {
      same->units.push_back(i);
      same->last = std::max(same->last, units[i].last);
      continue;
    }
    NounPhrase phrase;
    phrase.root = root;
    const bool suffix = document.form(units[i].first) == "-";  // "-backed" hangs on the word before it
    phrase.first = suffix ? std::min(units[i].last, root) : std::min(units[i].first, root);
    phrase.last = std::max(units[i].last, TokenIndex(root.value + 1U));
    phrase.sentence = document.tokens[root.value].sentence;
    phrase.units = {i};
    phrases.push_back(std::move(phrase));
  }
  for (NounPhrase& phrase : phrases) {  // determiners and other modifiers in front belong to it
    while (phrase.first.value > document.sentences[phrase.sentence.value].first.value) {
      const TokenIndex before(phrase.first.value - 1U);
      if (document.tokens[before.value].upos == Upos::kPunct || phrase_root(document, before) != phrase.root) break;
      phrase.first = before;
    }
  }
  return phrases;
}

std::vector<TokenIndex> conjuncts(const Document& document, const Children& children, TokenIndex token) {
  std::vector<TokenIndex> all = {token};
  for (std::size_t i = 0; i < all.size() && all.size() < 64; ++i) {
    for (const TokenIndex each : children.of(all[i])) {
      if (document.tokens[each.value].relation == Relation::kConj && is_nominal(document.tokens[each.value].upos)) all.push_back(each);
    }
  }
  std::sort(all.begin(), all.end());
  return all;
}

ClauseRole clause_role(const Document& document, const Children& children, TokenIndex root) {
  for (int steps = 0; steps < 16; ++steps) {
    const Token& token = document.tokens[root.value];
    switch (token.relation) {
      case Relation::kConj:
        if (!token.head || !is_nominal(document.tokens[token.head.value].upos)) return ClauseRole::kOther;
        root = token.head;
        continue;
      case Relation::kAppos:
        root = token.head;
        continue;
      case Relation::kNsubj: case Relation::kNsubjPass: case Relation::kNsubjOuter: case Relation::kRoot: case Relation::kVocative:
      case Relation::kParataxis: case Relation::kDislocated: case Relation::kDep:
        return ClauseRole::kSubject;
      case Relation::kObj: case Relation::kIobj: case Relation::kXcomp: case Relation::kCcomp:
        return ClauseRole::kObject;
      case Relation::kOblAgent:
        return ClauseRole::kParty;
      case Relation::kNmodPoss:
        return ClauseRole::kPossessor;
      case Relation::kAmod: case Relation::kCompound: case Relation::kFlat: case Relation::kNmodDesc:
        return ClauseRole::kModifier;
      case Relation::kObl: case Relation::kNmod: case Relation::kOblUnmarked: case Relation::kNmodUnmarked: {
        const std::string word = preposition(document, children, root);
        if (any_of(kPartyPrepositions, word)) return ClauseRole::kParty;
        // "called on Washington", "imposed on Tehran"
        if (word == "on" && token.relation == Relation::kObl && token.head && document.tokens[token.head.value].upos == Upos::kVerb) return ClauseRole::kParty;
        if (word == "to" && token.head && any_of(kAddressing, document.lemma(token.head))) return ClauseRole::kParty;
        if (any_of(kPlacePrepositions, word)) return ClauseRole::kPlace;
        return ClauseRole::kOther;
      }
      default:
        return ClauseRole::kOther;
    }
  }
  return ClauseRole::kOther;
}

}  // namespace bayhaqi
