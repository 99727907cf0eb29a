// What a phrase's agent noun belongs to: the country, organisation, group or person around it.
#include <algorithm>
#include <array>

#include "actor/affixes.h"
#include "actor/phrase_coder.h"
#include "base/utf8.h"
#include "document/clauses.h"
#include "document/codes.h"

namespace bayhaqi {

namespace {

void add(std::vector<Base>& bases, Base base) {
  if (base.code.empty()) return;
  const bool there = std::ranges::any_of(bases, [&](const Base& each) { return each.code == base.code; });
  if (!there) bases.push_back(std::move(base));
}

bool stands_alone(std::string_view code) {
  if (code.starts_with("IGO") || code.starts_with("NGO") || code.starts_with("MNC") || code.size() < 3) return true;
  return code.size() == 3 && !is_bare_country(code);
}

// Sectors whose bodies belong to no country unless one is named.
bool has_no_home(std::string_view sector) { return sector == "NGO" || sector == "MNC"; }

bool is_diplomat(std::string_view role) { return role == "ambassador" || role == "envoy" || role == "diplomat" || role == "consul" || role == "attaché"; }

// What is done with one's own forces.
constexpr std::array<std::string_view, 20> kMoving = {"assemble", "commit",   "contribute", "deploy", "dispatch", "evacuate", "keep",   "mass",  "mobilise", "mobilize",
                                                      "move",     "offer",    "position",   "pull",   "recall",   "redeploy", "send",   "station", "transfer", "withdraw"};
// What is done with those whom one holds.
constexpr std::array<std::string_view, 12> kCustody = {"amnesty", "arrest", "charge", "convict", "detain", "execute", "free", "imprison", "jail", "pardon", "release", "sentence"};
constexpr std::array<std::string_view, 6> kAnywhere = {"continent", "country", "globe", "nation", "region", "world"};
constexpr std::array<std::string_view, 4> kSexes = {"boy", "girl", "man", "woman"};
constexpr int kHighest = 8;                // steps up a tree
constexpr std::uint32_t kSpeechReach = 2;  // sentences
constexpr std::array<std::string_view, 6> kSeenAt = {"in", "at", "near", "outside", "around", "across"};
constexpr std::array<std::string_view, 5> kOwnerPrepositions = {"of", "in", "from", "at", "within"};

}  // namespace

// In order of trust: words of the phrase itself, possessors, "of" phrases, what it stands in apposition to, the place
// it is seen at, and at last the country that the article is about at this point.
std::vector<Base> PhraseCoder::bases_of(const NounPhrase& phrase, const AgentReading& agent) {
  std::vector<Base> bases;
  if (Base leader = leader_of(phrase); !leader.code.empty()) {
    add(bases, std::move(leader));
    return bases;
  }
  add_unit_bases(phrase, bases);
  if (bases.empty()) add_possessor_bases(phrase.root, bases);
  if (bases.empty() && !agent.homeless) add_dependent_bases(phrase.root, bases);
  if (bases.empty() && agent.weak) {
    for (const TokenIndex each : children_.of(phrase.root)) {
      if (document_.tokens[each.value].relation == Relation::kNmod && preposition(document_, children_, each) == "for") {
        for (Base& base : bases_at(each)) add(bases, std::move(base));
      }
    }
  }
  if (bases.empty()) add(bases, {country_there(phrase), true, {}});
  if (bases.empty()) add(bases, {country_where(phrase), true, {}});
  if (bases.empty() && is_from_anywhere(phrase)) return {};
  const Token& root = document_.tokens[phrase.root.value];
  if (bases.empty() && root.relation == Relation::kAppos && root.head) {
    for (const ActorIndex actor : actors_at(root.head)) add(bases, base_of_actor(actor));
  }
  if (bases.empty() && agent.homeless) return {};
  if (bases.empty()) add(bases, {clause_place(phrase, agent), true, {}});
  const bool of_the_state = agent.phrase.starts_with("state") || agent.phrase.starts_with("government");
  if (bases.empty()) add(bases, {country_of_sender(phrase, agent), true, {}});
  if (bases.empty() && definite(phrase) && is_diplomat(agent.phrase)) {  // "the envoy": the one named last
    if (const Entities::Seen* seen = entities_.last_before(phrase.first, kServiceReach, [&](ActorIndex actor) { return std::ranges::any_of(entities_.actor(actor).roles, is_diplomat); })) add(bases, base_of_actor(seen->actor));
  }
  if (bases.empty() && (definite(phrase) || agent.sector == "REB")) add(bases, {country_of_last(agent.sector, phrase), true, {}});
  if (bases.empty() && (of_the_state || !(has_no_home(agent.sector) || is_public_of_speech(phrase, agent) || (lexicon_.classes(agent.phrase) & kAbroadWord)))) {
    std::string home = home_of_doer(phrase, agent);
    if (home.empty()) home = entities_.focus_country(phrase.sentence, country_of_doer(phrase, agent));
    add(bases, {home, true, {}});
  }
  if (bases.empty()) bases.push_back({"", true, {}});
  return bases;
}

// "pulled out of Mali at the demand of the junta there": of the country or place named last. Empty where no "there" stands behind the phrase.
std::string PhraseCoder::country_there(const NounPhrase& phrase) const {
  const TokenIndex next(std::max(phrase.root.value + 1U, phrase.last.value));
  if (next.value >= document_.tokens.size() || document_.tokens[next.value].relation != Relation::kAdvmod || lowered(document_.form(next)) != "there") return {};
  TokenIndex at;
  std::string country;
  for (const PlaceMention& place : document_.places) {
    if (place.head >= phrase.first || place.country.empty()) continue;
    at = place.head;
    country = place.country;
  }
  for (const Unit& unit : units_) {
    if (unit.head >= phrase.first || (at && unit.head <= at) || (unit.kind != UnitKind::kCountry && unit.kind != UnitKind::kCapital)) continue;
    at = unit.head;
    country = lexicon_.string(lexicon_.entry(lexicon_.lexeme(unit.lexemes.front()).target).key);
  }
  return country;
}

// "fled to Chad, where the authorities opened camps": of the place that the clause is about. Empty for phrases in no such clause.
std::string PhraseCoder::country_where(const NounPhrase& phrase) const {
  TokenIndex verb = document_.tokens[phrase.root.value].head;
  const auto is_clause = [&](TokenIndex at) { return document_.tokens[at.value].relation == Relation::kAclRelcl || document_.tokens[at.value].relation == Relation::kAdvclRelcl; };
  for (int i = 0; i < kHighest && verb && !is_clause(verb); ++i) verb = document_.tokens[verb.value].head;
  if (!verb || !is_clause(verb)) return {};
  for (const TokenIndex each : children_.of(verb)) {
    if (lowered(document_.form(each)) != "where" || each.value < 2 || each > phrase.root) continue;
    const std::uint32_t comma = document_.form(TokenIndex(each.value - 1U)) == "," ? 1 : 0;
    return place_country(TokenIndex(each.value - 1U - comma));
  }
  return {};
}

// "told reporters", "traders said": those who are always there where somebody speaks, of no country.
bool PhraseCoder::is_public_of_speech(const NounPhrase& phrase, const AgentReading& agent) const {
  if ((agent.sector != "MED" && agent.sector != "BUS") || !agent.plural || agent.first != phrase.first) return false;
  const TokenIndex verb = document_.tokens[phrase.root.value].head;
  return verb && document_.tokens[verb.value].upos == Upos::kVerb && (lexicon_.classes(document_.lemma(verb)) & kSayingWord) != 0;
}

// "700 experts from 25 countries", "men's relay": people of no country that can be told.
bool PhraseCoder::is_from_anywhere(const NounPhrase& phrase) const {
  for (const TokenIndex each : children_.of(phrase.root)) {
    if (document_.tokens[each.value].relation != Relation::kNmod || document_.tokens[each.value].upos != Upos::kNoun || preposition(document_, children_, each).substr(0, 4) != "from") continue;
    const std::string_view lemma = document_.lemma(each);
    if (std::ranges::find(kAnywhere, lemma) != kAnywhere.end()) return true;
  }
  return document_.tokens[phrase.root.value].relation == Relation::kNmodPoss && std::ranges::find(kSexes, document_.lemma(phrase.root)) != kSexes.end();
}

// "Hamas-led gunmen", "rebel-held": whoever stands in front of the hyphen leads the phrase; an empty base if nobody does.
Base PhraseCoder::leader_of(const NounPhrase& phrase) {
  for (const std::uint32_t u : phrase.units) {
    const Unit& unit = units_[u];
    if (unit.kind != UnitKind::kModifier || unit.first.value == 0 || document_.form(unit.first) != "-") continue;
    if (lexicon_.string(lexicon_.modifier(lexicon_.lexeme(unit.lexemes.front()).target).effect) != "@lead") continue;
    for (Base& base : bases_at(TokenIndex(unit.first.value - 1U))) return std::move(base);
  }
  return {};
}

// "Taiwan sent a frigate": forces that somebody moves are the mover's. Empty for other phrases.
std::string PhraseCoder::country_of_sender(const NounPhrase& phrase, const AgentReading& agent) const {
  if (agent.sector != "MIL" && agent.sector != "COP") return {};
  const Token& root = document_.tokens[phrase.root.value];
  if ((root.relation != Relation::kObj && root.relation != Relation::kNsubjPass) || !root.head || std::ranges::find(kMoving, document_.lemma(root.head)) == kMoving.end()) return {};
  for (const ActorIndex actor : doers_above(phrase.root)) {
    const std::string country = country_of(entities_.actor(actor).code);
    if (is_bare_country(country)) return country;
  }
  return {};
}

// "the military", "the police": those of whom such were named last, a few sentences back; empty if none were.
std::string PhraseCoder::country_of_last(std::string_view sector, const NounPhrase& phrase) const {
  if (sector != "MIL" && sector != "COP" && sector != "JUD" && sector != "LEG" && sector != "REB") return {};
  const Entities::Seen* seen = entities_.last_before(phrase.first, kServiceReach, [&](ActorIndex actor) {
    const std::string& code = entities_.actor(actor).code;
    return code.size() == 6 && std::string_view(code).substr(3) == sector && is_bare_country(code.substr(0, 3));
  });
  return seen == nullptr ? std::string() : entities_.actor(seen->actor).code.substr(0, 3);
}

// "Obama hailed the demonstrators", "Iraqi forces seized ministries": of whom a state, its leader or its army is the doer, the
// object is hardly its own. The country of that subject, if it is a country or a person of the dictionary, or forces named with
// their country and the phrase a body of a state; else empty.
std::string PhraseCoder::country_of_doer(const NounPhrase& phrase, const AgentReading& agent) const {
  for (const ActorIndex actor : doers_above(phrase.root)) {
    const std::uint32_t entry = entities_.of(actor).entry;
    const Actor& doer = entities_.actor(actor);
    if (entry == ActorLexicon::kNoEntry) {
      const bool of_the_state = agent.sector == "GOV" || agent.sector == "MIL" || agent.sector == "COP";
      if (of_the_state && doer.code.ends_with("MIL") && named_with_country(actor)) return country_of(doer.code);
      continue;
    }
    const EntryKind kind = lexicon_.entry(entry).kind;
    if (kind == EntryKind::kCountry || kind == EntryKind::kPerson || kind == EntryKind::kSeat) return country_of(doer.code);
  }
  return {};
}

// "Iraqi forces": the words of the actor's last mention hold a country or nationality.
bool PhraseCoder::named_with_country(ActorIndex actor) const {
  for (auto seen = entities_.seen().rbegin(); seen != entities_.seen().rend(); ++seen) {
    if (seen->actor != actor) continue;
    const std::int32_t index = phrase_at_[seen->head.value];
    if (index < 0) return false;
    return std::ranges::any_of(phrases_[static_cast<std::size_t>(index)].units, [&](std::uint32_t u) { return units_[u].kind == UnitKind::kAdjective || units_[u].kind == UnitKind::kCountry; });
  }
  return false;
}

// "Gunmen attacked a base in Kandahar", "shelled a refinery in Ryazan": nameless people, and what is done to, are of the country
// where it happens. Empty for definite ones (named before), for governments, and where the clause has no place.
std::string PhraseCoder::clause_place(const NounPhrase& phrase, const AgentReading& agent) const {
  const bool object = clause_role(document_, children_, phrase.root) == ClauseRole::kObject;
  const bool at_home = agent.sector == "REB" || agent.sector == "CVL" || agent.sector == "COP" || agent.sector == "OPP" || agent.sector == "CRM" || agent.sector == "LAB" || agent.sector == "EDU" || agent.sector == "REL";
  if (definite(phrase) || agent.sector == "GOV" || (!at_home && !object)) return {};
  TokenIndex verb = document_.tokens[phrase.root.value].head;
  for (int i = 0; i < 3 && verb && document_.tokens[verb.value].upos != Upos::kVerb; ++i) verb = document_.tokens[verb.value].head;
  if (!verb) return {};
  for (const TokenIndex each : children_.of(verb)) {
    if (document_.tokens[each.value].relation != Relation::kObl) continue;
    const std::string word = preposition(document_, children_, each);
    if (std::find(kSeenAt.begin(), kSeenAt.end(), word) == kSeenAt.end()) continue;
    if (std::string country = place_country(each); !country.empty()) return country;
  }
  return {};
}

// "Soldiers fired at protesters": people in the hands of somebody's nameless forces are of the same country. Empty if the
// phrase is no object of such, or is itself of the armed forces.
std::string PhraseCoder::home_of_doer(const NounPhrase& phrase, const AgentReading& agent) const {
  const Token& root = document_.tokens[phrase.root.value];
  if ((root.relation == Relation::kObj || root.relation == Relation::kNsubjPass) && root.head && std::ranges::find(kCustody, document_.lemma(root.head)) != kCustody.end()) {
    for (const ActorIndex actor : doers_above(phrase.root)) {  // "Belarus freed 52 prisoners": its own
      const std::string& code = entities_.actor(actor).code;
      const std::string country = country_of(code);
      const bool abroad = code.ends_with("MIL") && named_with_country(actor);
      if (is_bare_country(country) && code.size() == 6 && !abroad) return country;
    }
  }
  if (agent.sector == "GOV" && definite(phrase)) {  // "senators accused the president": their own
    for (const ActorIndex actor : doers_above(phrase.root)) {
      const std::string& code = entities_.actor(actor).code;
      const bool politicians = code.ends_with("LEG") || code.ends_with("OPP") || code.ends_with("PTY");
      if (code.size() == 6 && politicians && is_bare_country(code.substr(0, 3))) return code.substr(0, 3);
    }
  }
  if (agent.sector == "LEG") {  // "told lawmakers", "dissolved Congress": an office of state has to do with its own
    for (const ActorIndex actor : doers_above(phrase.root)) {
      const std::string& code = entities_.actor(actor).code;
      if (code.size() == 6 && is_bare_country(code.substr(0, 3))) return code.substr(0, 3);
    }
  }
  if (agent.sector == "MIL" || agent.sector == "COP" || agent.sector == "GOV") return {};
  for (const ActorIndex actor : doers_above(phrase.root)) {
    const std::string& code = entities_.actor(actor).code;
    if (entities_.of(actor).entry != ActorLexicon::kNoEntry || code.size() != 6 || !is_bare_country(code.substr(0, 3))) continue;
    const std::string_view sector = std::string_view(code).substr(3);
    if (sector == "MIL" && named_with_country(actor)) continue;  // perhaps abroad
    if (sector == "MIL" || sector == "COP" || sector == "JUD" || sector == "REB") return code.substr(0, 3);
  }
  return {};
}

void PhraseCoder::add_unit_bases(const NounPhrase& phrase, std::vector<Base>& bases) {
  for (const std::uint32_t u : phrase.units) {
    const Unit& unit = units_[u];
    if (unit.kind == UnitKind::kAdjective || unit.kind == UnitKind::kCountry || unit.kind == UnitKind::kCapital || unit.kind == UnitKind::kPeople) {
      const std::string country(lexicon_.string(lexicon_.entry(lexicon_.lexeme(unit.lexemes.front()).target).key));
      if (unit.kind == UnitKind::kCountry && !unit.supported && !entities_.tells_of(country)) continue;  // "the North African nation"
      add(bases, {country, true, {}});
    } else if (unit.kind == UnitKind::kName && unit.supported) {
      const std::uint32_t entry = lexicon_.lexeme(unit.lexemes.front()).target;
      const bool person = lexicon_.entry(entry).kind == EntryKind::kPerson;
      if (document_.tokens[unit.head.value].relation == Relation::kFlat && document_.tokens[unit.head.value].head < unit.first) continue;  // the end of somebody's name
      if (person && (unit.head == phrase.root || followed_by_name(phrase, unit) || (unit.last == TokenIndex(unit.first.value + 1U) && follows_first_name(phrase, unit)))) continue;
      Base base = base_of_actor(intern_entry(entry, {}));
      add(bases, std::move(base));
    } else if (unit.long_head && unit.long_head != phrase.root) {
      for (const ActorIndex actor : actors_of_acronym(unit)) add(bases, base_of_actor(actor));
    }
  }
}

void PhraseCoder::add_possessor_bases(TokenIndex root, std::vector<Base>& bases) {
  for (const TokenIndex each : children_.of(root)) {
    if (document_.tokens[each.value].relation != Relation::kNmodPoss) continue;
    if (document_.tokens[each.value].upos == Upos::kPron && document_.tokens[each.value].morph.person == Person::k1) {  // "“Our troops …,” Lavrov said"
      if (const TokenIndex speaker = speaker_around(each)) {
        for (Base& base : bases_at(speaker)) {
          if (base.country) add(bases, std::move(base));
        }
      }
      continue;
    }
    const TokenIndex meant = referent(document_, each);  // "Japan, whose navy"
    for (const TokenIndex owner : conjuncts(document_, children_, meant)) {
      for (Base& base : bases_at(owner)) add(bases, std::move(base));
    }
  }
}

// Whoever says the sentence that a word stands in: the subject of a verb of saying on the way up or beside it, else of one in the
// next sentences of the paragraph, nearest first, if the word stands in a quotation.
TokenIndex PhraseCoder::speaker_around(TokenIndex word) const {
  const auto subject_of_saying = [&](TokenIndex verb) {
    const bool says = document_.tokens[verb.value].upos == Upos::kVerb && (lexicon_.classes(document_.lemma(verb)) & kSayingWord) != 0;
    return says ? child(document_, children_, verb, Relation::kNsubj) : TokenIndex{};
  };
  TokenIndex at = document_.tokens[word.value].head;
  for (int steps = 0; at && steps < kHighest; at = document_.tokens[at.value].head, ++steps) {
    if (const TokenIndex subject = subject_of_saying(at); subject && subject != word) return subject;
    for (const TokenIndex each : children_.of(at)) {
      if (document_.tokens[each.value].relation != Relation::kParataxis && document_.tokens[each.value].relation != Relation::kCcomp) continue;
      if (const TokenIndex subject = subject_of_saying(each); subject && document_.tokens[subject.value].upos != Upos::kPron) return subject;
    }
  }
  if (!antecedents_.is_quoted(word)) return {};
  const std::uint32_t here = document_.tokens[word.value].sentence.value;
  for (std::uint32_t step = 1; step <= kSpeechReach; ++step) {
    for (const std::uint32_t other : {here + step, here - step}) {
      if (other >= document_.sentences.size() || document_.sentences[other].paragraph != document_.sentences[here].paragraph) continue;
      for (std::uint32_t i = document_.sentences[other].first.value; i < document_.sentences[other].last.value; ++i) {
        if (const TokenIndex subject = subject_of_saying(TokenIndex(i)); subject && document_.tokens[subject.value].upos != Upos::kPron) return subject;
      }
    }
  }
  return {};
}

void PhraseCoder::add_dependent_bases(TokenIndex root, std::vector<Base>& bases) {
  for (const TokenIndex each : children_.of(root)) {
    const Token& token = document_.tokens[each.value];
    if (token.relation == Relation::kNmod) {
      const std::string word = preposition(document_, children_, each);
      if (std::find(kOwnerPrepositions.begin(), kOwnerPrepositions.end(), word) == kOwnerPrepositions.end()) continue;
      for (const TokenIndex owner : conjuncts(document_, children_, each)) {
        for (Base& base : bases_at(owner)) add(bases, std::move(base));
        if (bases.empty()) add_dependent_bases(owner, bases);  // "the head of the delegation of Peru"
      }
    } else if (token.relation == Relation::kAcl && token.morph.tense == Tense::kPast) {  // "led by South Korea"
      for (const TokenIndex agent : children_.of(each)) {
        const Relation relation = document_.tokens[agent.value].relation;
        if (relation == Relation::kOblAgent || (relation == Relation::kObl && preposition(document_, children_, agent) == "by")) {
          for (Base& base : bases_at(agent)) add(bases, std::move(base));
        }
      }
    }
  }
}

// Whatever actors the phrase at a token turns out to be, or the country of a place there.
std::vector<Base> PhraseCoder::bases_at(TokenIndex token) {
  std::vector<Base> bases;
  const TokenIndex root = phrase_root(document_, token);
  const std::int32_t index = phrase_at_[root.value];
  if (index >= 0) code_phrase(static_cast<std::uint32_t>(index));
  for (const ActorIndex actor : actors_at(token)) add(bases, base_of_actor(actor));
  if (bases.empty() && index >= 0) add_unit_bases(phrases_[static_cast<std::size_t>(index)], bases);
  if (bases.empty()) add(bases, {place_country(token), true, {}});
  return bases;
}

std::string PhraseCoder::place_country(TokenIndex token) const {
  for (const PlaceMention& place : document_.places) {
    if (place.first <= token && token < place.last) return place.country;
  }
  return {};
}

Base PhraseCoder::base_of_actor(ActorIndex index) const {
  const Actor& actor = document_.actors[index.value];
  return {actor.code, !stands_alone(actor.code), index};
}

std::string PhraseCoder::code_with(const Base& base, const AgentReading& agent) const {
  if (!agent.affixes.empty()) return with_affixes(base.code, agent.affixes);
  if (base.code == "CVL") return agent.sector;  // a people without a state
  const bool outsiders = agent.sector == "CVL" && !agent.weak && (base.code == "BUS" || base.code.starts_with("MNC") || base.code.ends_with("BUS"));
  if (outsiders) return is_bare_country(base.code.substr(0, 3)) ? base.code.substr(0, 3) + agent.sector : agent.sector;  // "the airline's passengers"
  if (!base.country) return base.code;
  if (base.code.empty()) return agent.sector;
  const std::string country = base.code.substr(0, 3);
  if (!is_bare_country(country) && !stands_alone(base.code)) return agent.sector;  // "a lawmaker" of no country
  const std::uint32_t entry = base.actor ? entities_.of(base.actor).entry : ActorLexicon::kNoEntry;
  const EntryKind kind = entry == ActorLexicon::kNoEntry ? EntryKind::kCountry : lexicon_.entry(entry).kind;
  const bool governs = agent.sector == "GOV" && !agent.weak && base.code.ends_with("PTY");  // "the Sandinista government"
  if (kind == EntryKind::kGroup && !base.code.ends_with("CVL") && !governs) return base.code;
  if (agent.weak && base.code.size() > 3) return base.code;
  if (agent.sector == "IGO") return "IGO";  // "an international tribunal in The Hague"
  if (agent.sector == "NGO" || agent.sector == "MNC") return agent.sector + country;
  return country + agent.sector;
}

}  // namespace bayhaqi
