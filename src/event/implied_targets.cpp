#include "event/implied_targets.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>

#include "base/utf8.h"
#include "document/codes.h"

namespace bayhaqi {

namespace {

constexpr std::uint32_t kReach = 4;      // sentences
constexpr std::uint32_t kAccordReach = 8;
constexpr std::uint32_t kQuarrelReach = 1;
constexpr std::size_t kSharedStem = 4;   // letters that make "decision" the noun of "decided"
constexpr std::uint32_t kVerdictReach = 12;
// What courts and panels give; they are spoken of throughout an article.
constexpr std::array<std::string_view, 8> kVerdicts = {"award", "decision", "finding", "judgement", "judgment", "ruling", "sentence", "verdict"};
constexpr std::uint32_t kConflictReach = 12;
constexpr double kConflict = 2;
constexpr double kViolent = 2;
constexpr double kAgainst = 1;
constexpr double kAimedAt = 1;
constexpr double kActing = 0.5;
constexpr std::array<std::string_view, 4> kDeedsSomewhere = {"AID", "ASSAULT", "RETREAT", "MOBILIZE"};
constexpr std::array<std::string_view, 6> kPeople = {"CVL", "OPP", "EDU", "LAB", "REL", "PTY"};
constexpr std::array<std::string_view, 3> kOpponents = {"OPP", "PTY", "LEG"};
constexpr std::array<std::string_view, 4> kDissent = {"ACCUSE", "REJECT", "REQUEST", "THREATEN"};
constexpr std::array<std::string_view, 4> kArms = {"GOV", "MIL", "COP", "JUD"};
constexpr std::array<std::string_view, 5> kSubjects = {"CVL", "OPP", "REB", "PTY", "LAB"};
constexpr std::array<std::string_view, 4> kActsOnSubjects = {"ASSAULT", "COERCE", "CONCEDE", "REJECT"};
constexpr std::array<std::string_view, 3> kDone = {"COERCE", "RETREAT", "SANCTION"};
constexpr std::array<std::string_view, 8> kAimed = {"SANCTION", "COERCE", "ASSAULT", "THREATEN", "REQUEST", "AGREE", "RETREAT", "AID"};

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& words, std::string_view word) { return std::ranges::find(words, word) != words.end(); }

bool shares_country(const std::vector<EventParty>& parties, std::string_view code) {
  return std::ranges::any_of(parties, [&](const EventParty& party) { return country_of(party.code) == country_of(code); });
}

// Two countries or bodies, or the state, rebels or opponents of one country.
bool are_opponents(const std::string& one, const std::string& other) {
  if (one.size() < 3 || other.size() < 3) return false;
  if (country_of(one) != country_of(other)) return true;
  const auto is_side = [](const std::string& code) { return code.size() == 6 && (code.ends_with("GOV") || code.ends_with("MIL") || code.ends_with("REB") || code.ends_with("OPP")); };
  const auto is_state = [](const std::string& code) { return code.ends_with("GOV") || code.ends_with("MIL"); };
  return one != other && is_side(one) && is_side(other) && !(is_state(one) && is_state(other));
}

// "decision" of "decide", "ruling" of "rule": the words begin alike.
bool is_noun_of(std::string_view noun, std::string_view verb) {
  std::size_t shared = 0;
  while (shared < noun.size() && shared < verb.size() && noun[shared] == verb[shared]) ++shared;
  return shared >= kSharedStem || (shared >= kSharedStem - 1 && noun.ends_with("ing"));
}

// "agreed to impose sanctions" tells of "the sanctions": the word stands behind the trigger, in what belongs to it.
bool tells_of(const Document& document, const Event& event, std::string_view word) {
  const Token& trigger = document.tokens[event.trigger_token.value];
  for (std::uint32_t i = event.trigger_token.value + 1; i <= trigger.right_edge.value; ++i) {
    if (document.tokens[i].upos == Upos::kNoun && folded(document.lemma(TokenIndex(i))) == word) return true;
  }
  return false;
}

// The other parties of an earlier act: its sources, and for acts done together its targets too.
std::vector<EventParty> others(const Event& event, const Event& earlier) {
  std::vector<EventParty> found;
  for (const EventParty& party : earlier.sources) {
    const bool other = std::ranges::all_of(event.sources, [&](const EventParty& source) { return are_opponents(source.code, party.code); });  // of a country its army, where its opposition speaks
    if (other) found.push_back(party);  // with the words that named it there
  }
  return found;
}

// `deal`: of an agreement; else of a meeting.
std::vector<EventParty> parties_of_latest(const Document& document, const Event& event, bool deal) {
  for (auto earlier = document.events.rbegin(); earlier != document.events.rend(); ++earlier) {
    if (event.sentence.value - earlier->sentence.value > kAccordReach) break;
    const bool agreed = earlier->plover == "AGREE" || earlier->cameo == "057" || earlier->cameo.starts_with("0871");
    if ((deal ? !agreed : earlier->plover != "CONSULT") || earlier->sources.empty() || earlier->targets.empty()) continue;
    std::vector<EventParty> found = earlier->sources;
    for (const EventParty& party : earlier->targets) {
      if (!shares_country(found, party.code)) found.push_back(party);
    }
    if (found.size() > 1) return found;
  }
  return {};
}

}  // namespace

bool stand_apart(const std::vector<EventParty>& parties) {
  return std::ranges::any_of(parties, [&](const EventParty& one) { return std::ranges::any_of(parties, [&](const EventParty& other) { return are_opponents(one.code, other.code); }); });
}

std::vector<EventParty> target_by_place(const Document& document, const Event& event) {
  if (!event.place || !is_one_of(kDeedsSomewhere, event.plover)) return {};
  const PlaceMention& place = document.places[event.place.value];
  if (place.country.empty() || shares_country(event.sources, place.country)) return {};
  return {{{}, place.span, place.country}};
}

std::vector<EventParty> target_by_reference(const Document& document, const Event& event, std::string_view word, std::string_view category) {
  if (is_one_of(kVerdicts, word)) {
    for (auto earlier = document.events.rbegin(); earlier != document.events.rend() && event.sentence.value - earlier->sentence.value <= kVerdictReach; ++earlier) {
      const bool bench = std::ranges::any_of(earlier->sources, [](const EventParty& party) { return party.code.ends_with("JUD") || party.code == "IGO" || party.code == "IGOICJ" || party.code == "IGOICC" || party.code == "IGOPCA"; });
      if (bench && earlier->plover != "CONSULT") return others(event, *earlier);
    }
  }
  for (const bool strict : {true, false}) {
    for (auto earlier = document.events.rbegin(); earlier != document.events.rend(); ++earlier) {
      const std::uint32_t distance = event.sentence.value - earlier->sentence.value;
      if (distance > kAccordReach) break;
      if (distance > kReach && !(strict && tells_of(document, *earlier, word))) continue;
      const std::string trigger = folded(document.lemma(earlier->trigger_token));
      const bool fits = (!category.empty() && earlier->plover == category) || is_noun_of(word, trigger) || tells_of(document, *earlier, word);
      if (strict && !fits) continue;
      if (!strict && !category.empty()) break;
      const bool own = std::ranges::any_of(earlier->sources, [&](const EventParty& party) { return shares_country(event.sources, party.code); });
      if (!strict && own) continue;  // nobody welcomes what he did himself
      std::vector<EventParty> found = others(event, *earlier);
      if (earlier->plover == "ACCUSE" && tells_of(document, *earlier, word)) {  // "blamed Iran for the attack": Iran's
        std::vector<EventParty> blamed = earlier->targets;
        std::erase_if(blamed, [&](const EventParty& party) { return shares_country(event.sources, party.code); });
        if (!blamed.empty()) found = std::move(blamed);
      }
      if (!found.empty()) return found;
      if (strict && earlier->sources.empty() && is_noun_of(word, trigger)) return {};  // nobody knows who did it
    }
  }
  return {};
}

std::vector<EventParty> target_of_reaction(const Document& document, const Event& event) {
  for (auto earlier = document.events.rbegin(); earlier != document.events.rend(); ++earlier) {
    if (event.sentence.value - earlier->sentence.value > kReach) break;
    const bool reaction = earlier->cameo.starts_with("051") || earlier->cameo.starts_with("111") || earlier->plover == "REJECT";
    std::vector<EventParty> found = reaction ? earlier->targets : earlier->sources;
    std::erase_if(found, [&](const EventParty& party) { return shares_country(event.sources, party.code); });
    if (!found.empty()) return found;
  }
  return {};
}

std::vector<EventParty> parties_of_accord(const Document& document, const Event& event) {
  for (const bool deal : {true, false}) {  // a deal that was told before any meeting
    if (std::vector<EventParty> found = parties_of_latest(document, event, deal); !found.empty()) return found;
  }
  return {};
}

std::vector<EventParty> target_by_quarrel(const Document& document, const Event& event) {
  if (event.quad < 3 || event.cameo.starts_with("172")) return {};  // curfews and emergencies are for the people at home
  for (auto earlier = document.events.rbegin(); earlier != document.events.rend(); ++earlier) {
    if (event.sentence.value - earlier->sentence.value > kQuarrelReach) break;
    if (earlier->quad < 3 || earlier->sources.empty() || earlier->targets.empty()) continue;
    const auto stood = [&](const std::vector<EventParty>& side) { return std::ranges::any_of(event.sources, [&](const EventParty& source) { return shares_country(side, source.code); }); };
    const auto& against = stood(earlier->sources) ? earlier->targets : stood(earlier->targets) ? earlier->sources : event.targets;
    std::vector<EventParty> found;
    for (const EventParty& party : against) {
      if (!shares_country(event.sources, party.code)) found.push_back(party);  // with the words that named it there
    }
    if (!found.empty()) return found;
  }
  return {};
}

std::vector<EventParty> target_at_home(const Event& event) {
  if (event.sources.empty() || !std::ranges::all_of(event.sources, [&](const EventParty& party) { return country_of(party.code) == country_of(event.sources.front().code); })) return {};
  const EventParty& source = event.sources.front();
  if (source.code.size() != 6 || !is_bare_country(source.code.substr(0, 3))) return {};
  const std::string_view sector = std::string_view(source.code).substr(3);
  const bool strike = event.cameo == "143" && std::ranges::all_of(event.sources, [](const EventParty& party) { return party.code.ends_with("LAB"); });  // against employers
  const bool protest = event.plover == "PROTEST" && event.cameo != "145" && is_one_of(kPeople, sector) && !strike;  // riots are against whatever burns
  const bool coup = event.cameo == "170" && (sector == "MIL" || sector == "OPP" || sector == "REB");
  const bool dissent = is_one_of(kDissent, event.plover) && is_one_of(kOpponents, sector);
  if (!protest && !dissent && !coup) return {};
  return {{{}, source.span, source.code.substr(0, 3) + "GOV"}};
}

std::vector<EventParty> land_at_home(const Document& document, const Event& event) {
  const bool on_land = event.cameo.starts_with("171") || (event.cameo.starts_with("19") && !event.cameo.starts_with("193"));
  if (!on_land || event.sources.size() != 1) return {};
  const EventParty& source = event.sources.front();
  const std::string country = source.code.substr(0, 3);
  if (!is_bare_country(country) || !(source.code.ends_with("MIL") || source.code.ends_with("REB") || source.code.ends_with("GOV"))) return {};
  int at_home = source.code.ends_with("REB") ? 1 : 0;
  for (const Event& earlier : document.events) {
    if (earlier.quad < 4 || !shares_country(earlier.sources, country)) continue;
    for (const EventParty& party : earlier.targets) at_home += country_of(party.code) == country ? 1 : -1;
  }
  if (at_home <= 0) return {};
  return {{{}, source.span, country}};
}

std::vector<EventParty> subjects_at_home(const Document& document, const Event& event) {
  if (event.sources.size() != 1 || !is_one_of(kActsOnSubjects, event.plover)) return {};
  const std::string& code = event.sources.front().code;
  if (event.cameo == "1724") return {};  // an emergency is against nobody
  const std::string_view sector = code.size() == 6 ? std::string_view(code).substr(3) : std::string_view{};
  if (!is_bare_country(code.substr(0, 3)) || (!is_one_of(kArms, sector) && !(sector == "ELI" && event.plover == "CONCEDE"))) return {};
  const bool police = sector == "COP" || sector == "JUD";
  for (const Event& earlier : document.events) {
    if (police) break;  // they act at home whatever else the article tells
    for (const auto* side : {&earlier.sources, &earlier.targets}) {
      const bool acts = std::ranges::any_of(earlier.sources, [&](const EventParty& p) { return country_of(p.code) == country_of(code); });
      if (acts && std::ranges::any_of(*side, [&](const EventParty& p) { return country_of(p.code) != country_of(code); })) return {};
    }
  }
  const Sentence& here = document.sentences[event.sentence.value];
  for (auto mention = document.mentions.rbegin(); mention != document.mentions.rend(); ++mention) {
    if (mention->head >= here.last) continue;
    if (event.sentence.value - document.tokens[mention->head.value].sentence.value > kReach) break;
    const std::string& other = document.actors[mention->actor.value].code;
    if (other.size() != 6 || other.compare(0, 3, code, 0, 3) != 0 || !is_one_of(kSubjects, std::string_view(other).substr(3))) continue;
    return {{mention->actor, mention->span, other}};
  }
  return {};
}

std::vector<EventParty> target_by_focus(const Document& document, const Event& event) {
  const bool at_home = event.cameo.starts_with("17") && event.cameo != "171";  // emergency, curfew, arrests: at home
  const bool police = std::ranges::any_of(event.sources, [](const EventParty& party) { return party.code.ends_with("COP") || party.code.ends_with("JUD"); });
  const bool at_large = event.plover == "RETREAT" && event.cameo != "0874";  // who is let go or what is eased is named or unknown
  if (!is_one_of(kAimed, event.plover) || at_home || police || at_large) return {};
  std::map<std::string, double> weight;
  for (const Event& earlier : document.events) {
    for (const EventParty& party : earlier.targets) weight[country_of(party.code)] += kAimedAt;
    for (const EventParty& party : earlier.sources) weight[country_of(party.code)] += kActing;
  }
  const EventParty* best = nullptr;
  double most = kAimedAt;  // more than one act must point there
  for (auto earlier = document.events.rbegin(); earlier != document.events.rend(); ++earlier) {
    for (const EventParty& party : earlier->targets) {
      if (shares_country(event.sources, party.code) || weight[country_of(party.code)] <= most) continue;
      most = weight[country_of(party.code)];
      best = &party;
    }
  }
  if (best == nullptr) return {};
  return {*best};
}

std::vector<EventParty> source_by_repetition(const Document& document, const Event& event) {
  if (event.targets.empty()) return {};
  for (auto earlier = document.events.rbegin(); earlier != document.events.rend(); ++earlier) {
    if (event.sentence.value - earlier->sentence.value > kReach) break;
    if (earlier->plover != event.plover || earlier->sources.empty()) continue;
    const bool same_side = std::ranges::any_of(event.targets, [&](const EventParty& party) { return shares_country(earlier->targets, party.code); });
    const bool itself = std::ranges::any_of(event.targets, [&](const EventParty& party) {
      return std::ranges::any_of(earlier->sources, [&](const EventParty& source) { return source.code == party.code; });
    });
    if (!same_side || itself) continue;
    std::vector<EventParty> found = earlier->sources;  // of a swap the one whose people they are not; else those of one country may be anybody's doing
    std::erase_if(found, [&](const EventParty& party) { return shares_country(event.targets, party.code); });
    if (!found.empty()) return found;
  }
  return {};
}

std::vector<EventParty> sides_of_conflict(const Document& document, const Event& event, const std::vector<EventParty>& outside) {
  struct Pair {
    double weight = 0;
    EventParty one;
    EventParty other;
  };
  std::map<std::pair<std::string, std::string>, Pair> pairs;
  std::vector<const Pair*> latest;
  for (const Event& earlier : document.events) {
    const bool together = earlier.plover == "AGREE" || earlier.plover == "CONSULT" || earlier.plover == "RETREAT" || earlier.plover == "SUPPORT" || earlier.plover == "COOPERATE";
    if (event.sentence.value - earlier.sentence.value > kConflictReach || (earlier.quad < 3 && !together)) continue;
    if (earlier.plover == "CONSULT" && earlier.sources.size() > 2) continue;  // mediators are no side
    for (const EventParty& source : earlier.sources) {
      for (const EventParty& target : earlier.targets) {
        if (!are_opponents(source.code, target.code) || shares_country(outside, source.code) || shares_country(outside, target.code)) continue;
        const bool abroad = country_of(source.code) != country_of(target.code);
        std::pair<std::string, std::string> key = abroad ? std::pair(country_of(source.code), country_of(target.code)) : std::pair(source.code, target.code);
        const bool turned = key.second < key.first;
        if (turned) std::swap(key.first, key.second);
        Pair& pair = pairs[key];
        pair.weight += earlier.quad == 4 ? kViolent : kAgainst;
        pair.one = turned ? target : source;
        pair.other = turned ? source : target;
        std::erase(latest, &pair);
        latest.push_back(&pair);
      }
    }
  }
  const Pair* best = nullptr;
  for (const Pair* pair : latest) {  // of equals the latest
    if (best == nullptr || pair->weight >= best->weight) best = pair;
  }
  return best == nullptr || best->weight < kConflict ? std::vector<EventParty>{} : std::vector<EventParty>{best->one, best->other};
}

std::vector<EventParty> source_by_counterpart(const Document& document, const Event& event) {
  if (!is_one_of(kDone, event.plover)) return {};
  for (auto earlier = document.events.rbegin(); earlier != document.events.rend(); ++earlier) {
    if (event.sentence.value - earlier->sentence.value > kReach) break;
    const auto took_part = [&](const std::vector<EventParty>& side) { return std::ranges::any_of(event.targets, [&](const EventParty& party) { return shares_country(side, party.code); }); };
    const bool acted = took_part(earlier->sources);
    const bool suffered = took_part(earlier->targets);
    if (acted == suffered) continue;
    const auto& other = acted ? earlier->targets : earlier->sources;
    if (!other.empty()) return {other.front()};
  }
  return {};
}

std::vector<EventParty> source_of_protest(const Event& event) {
  if (event.plover != "PROTEST" || event.targets.size() != 1) return {};
  const EventParty& target = event.targets.front();
  if (!is_bare_country(target.code.substr(0, 3))) return {};
  return {{{}, target.span, target.code.substr(0, 3) + "CVL"}};
}

}  // namespace bayhaqi
