// Agent nouns: which word of a phrase says what somebody is, what he heads, and who stands beside him.
#include <algorithm>
#include <array>
#include <limits>

#include "actor/affixes.h"
#include "actor/phrase_coder.h"
#include "base/utf8.h"
#include "document/codes.h"

namespace bayhaqi {

namespace {

constexpr std::array<std::string_view, 20> kHeadsOfAnything = {"chair",   "chairman", "chairperson", "chairwoman", "chief",     "deputy director",   "director",        "director general", "executive director", "head",
                                                             "manager", "member",   "president",   "vice-president", "secretary general", "special adviser", "spokesman", "spokesperson",     "spokeswoman",        "vice president"};

constexpr std::uint32_t kWholeArticle = std::numeric_limits<std::uint32_t>::max();

// Of bodies that somebody heads: he is of the same.
constexpr std::array<std::string_view, 8> kHeadedSectors = {"BUS", "EDU", "JUD", "LEG", "MED", "OPP", "PTY", "REL"};

constexpr std::array<std::string_view, 5> kOfState = {"COP", "GOV", "JUD", "LEG", "MIL"};
// "in college", "since primary school": a time of life.
constexpr std::array<std::string_view, 7> kWhile = {"after", "at", "from", "in", "since", "through", "to"};

// What a body does, by the classes of a word of its name; empty where none tells.
std::string_view sector_of(std::uint32_t classes) {
  if (classes & kLearningWord) return "EDU";
  if (classes & kFirmWord) return "BUS";
  return classes & kSocietyWord ? "CVL" : std::string_view{};
}

}  // namespace

// "president", "head": of whatever body.
bool PhraseCoder::may_head_anything(const AgentReading& agent) { return std::ranges::find(kHeadsOfAnything, agent.phrase) != kHeadsOfAnything.end(); }

// Of imported agents all that the phrase holds are joined to the actor's code.
std::vector<std::string> PhraseCoder::affixes_of(const NounPhrase& phrase) const {
  std::vector<std::string> affixes;
  for (const std::uint32_t u : phrase.units) {
    if (units_[u].kind != UnitKind::kAgent) continue;
    const std::string_view sector = lexicon_.string(lexicon_.agent(lexicon_.lexeme(units_[u].lexemes.front()).target).sector);
    if (is_affix(sector)) affixes.emplace_back(sector);
  }
  return affixes;
}

// "Officers", "a brigadier" where the police were spoken of last: one of them, if nothing in the phrase says whose.
bool PhraseCoder::is_of_police(const NounPhrase& phrase) const {
  const bool alone = std::ranges::all_of(phrase.units, [&](std::uint32_t u) { return units_[u].kind == UnitKind::kAgent || units_[u].kind == UnitKind::kUnknownName; });
  if (!alone) return false;
  const Entities::Seen* armed = entities_.last_before(phrase.first, kWholeArticle, [&](ActorIndex actor) {
    const std::string& code = entities_.actor(actor).code;
    return code.ends_with("COP") || code.ends_with("MIL") || code.ends_with("REB");
  });
  return armed != nullptr && entities_.actor(armed->actor).code.ends_with("COP");
}

// "media" in "the media-shy tycoon", "attorney" in "attorney-general": the first half of a word that says something else. "Government-run" and
// "officer-in-charge" still speak of the state.
bool PhraseCoder::is_bound(const Unit& unit) const {
  const std::uint32_t hyphen = unit.last.value;
  if (hyphen + 1 >= document_.tokens.size() || document_.form(TokenIndex(hyphen)) != "-") return false;
  if (document_.tokens[hyphen].span.begin != document_.tokens[hyphen - 1U].span.end || document_.tokens[hyphen].span.end != document_.tokens[hyphen + 1U].span.begin) return false;
  const std::string_view sector = bare_affix(lexicon_.string(lexicon_.agent(lexicon_.lexeme(unit.lexemes.front()).target).sector));
  if (std::ranges::find(kOfState, sector.substr(sector.starts_with('=') ? 1 : 0)) != kOfState.end()) return false;
  return std::ranges::none_of(units_, [&](const Unit& each) { return each.kind == UnitKind::kModifier && each.first.value == hyphen; });
}

// The agent noun of a phrase: the last one, if the phrase hangs on it or on a name beside it; a weak one ("spokesman")
// takes the sector of an agent or modifier in front of it.
PhraseCoder::AgentReading PhraseCoder::read_agent(const NounPhrase& phrase) const {
  AgentReading reading;
  const Unit* main = nullptr;
  bool name_after = false;
  for (const std::uint32_t u : phrase.units) {
    if (units_[u].kind == UnitKind::kAgent && !is_bound(units_[u])) {
      main = &units_[u];
      name_after = false;
    } else if (units_[u].kind == UnitKind::kName || units_[u].kind == UnitKind::kUnknownName) {
      name_after = name_after || (main != nullptr && units_[u].last > main->first);
    }
  }
  if (main == nullptr) return reading;
  const bool holds_root = main->first <= phrase.root && phrase.root < main->last;
  if (!holds_root && !name_after) return reading;
  if (!holds_root && document_.tokens[phrase.root.value].upos == Upos::kPropn && (lexicon_.classes(document_.form(phrase.root)) & kNamedWord)) return reading;  // "the Sheikh Hamad Award"
  const LexemeRecord& lexeme = lexicon_.lexeme(main->lexemes.front());
  const AgentRecord& agent = lexicon_.agent(lexeme.target);
  reading.found = true;
  reading.first = main->first;
  reading.last = main->last;
  reading.phrase = lexicon_.string(agent.phrase);
  reading.sector = lexicon_.string(agent.sector);
  reading.person = agent.kind == AgentKind::kPerson;
  reading.plural = main->plural || agent.kind == AgentKind::kPeople;
  reading.rule = {agent.file, agent.line};
  if (is_affix(reading.sector)) {
    reading.affixes = affixes_of(phrase);
    reading.sector = bare_affix(reading.sector).substr(0, kSectorLength);
  }
  reading.weak = reading.sector.empty() || reading.sector.starts_with('=');
  const std::string fallback = reading.sector.size() == 4 && reading.weak ? reading.sector.substr(1) : std::string(kGovernment);
  if (reading.weak) reading.sector.clear();
  if (reading.sector.size() > 3) {
    reading.whole_code = reading.sector;
    reading.sector.clear();
  }
  if (!lexicon_.string(agent.country).empty() && reading.whole_code.empty()) reading.whole_code = std::string(lexicon_.string(agent.country)) + reading.sector;
  std::string inherited;
  std::string forced;
  for (const std::uint32_t u : phrase.units) {
    const Unit& unit = units_[u];
    if (&unit == main) continue;
    if (unit.kind == UnitKind::kAgent && unit.last <= main->first) inherited = bare_affix(lexicon_.string(lexicon_.agent(lexicon_.lexeme(unit.lexemes.front()).target).sector));
    if (unit.kind == UnitKind::kModifier && unit.first <= main->first) {
      const std::string_view effect = lexicon_.string(lexicon_.modifier(lexicon_.lexeme(unit.lexemes.front()).target).effect);
      if (effect == "!" || effect == "IGO") reading.homeless = true;
      if (effect.size() == 3) forced = effect;
      if (effect.size() == 4 && effect.ends_with('?')) inherited = effect.substr(0, 3);
    }
  }
  const bool of_bodies = reading.sector.empty() || reading.sector == "GOV" || reading.sector == "MIL" || reading.sector == "JUD" || reading.sector == "COP";
  if (forced == "IGO" && !of_bodies) forced.clear();  // "international students" speak for nobody
  if (forced == "IGO" && reading.whole_code.empty()) reading.whole_code = "IGO";  // "international mediators"
  if (reading.sector == "MIL" && inherited == "COP") reading.sector = "COP";  // "police brigadier"
  if (!forced.empty() && !reading.affixes.empty()) reading.affixes = {"~" + forced};
  if (!forced.empty()) reading.sector = forced;
  else if (reading.weak && !inherited.empty()) reading.sector = inherited;
  if (reading.sector.starts_with('=')) reading.sector.clear();
  if (reading.sector.empty()) reading.sector = fallback;
  return reading;
}

// "faced prosecution", "the leadership of King Abdullah", "bore witness": a word for people or bodies that names none here.
bool PhraseCoder::is_no_agent(const NounPhrase& phrase, const AgentReading& agent) {
  if (phrase.root < agent.first || phrase.root >= agent.last) return false;
  const Token& root = document_.tokens[phrase.root.value];
  const auto is_owner = [&](TokenIndex each) {
    const Relation relation = document_.tokens[each.value].relation;
    return relation == Relation::kDet || relation == Relation::kNmodPoss || relation == Relation::kNummod || relation == Relation::kAppos;
  };
  const bool determined = std::ranges::any_of(children_.of(phrase.root), is_owner) || phrase.units.size() > 1;
  if (agent.last.value == agent.first.value + 1U && lexicon_.classes(agent.phrase) & kAbstractWord) {
    if (!determined) return true;
    for (const TokenIndex each : children_.of(phrase.root)) {
      if (document_.tokens[each.value].relation != Relation::kNmod) continue;
      const std::string word = preposition(document_, children_, each);
      if (word == "in" && place_country(each).empty()) return true;
      if (word != "of") continue;
      const std::vector<Base> bases = bases_at(each);
      if (bases.empty() || (bases.front().actor && entities_.of(bases.front().actor).person)) return true;
    }
    return false;
  }
  const std::string before = preposition(document_, children_, phrase.root);
  if (before == "per") return true;
  const bool schooling = agent.sector == "EDU" && !agent.person && !agent.plural && !determined && phrase.first == agent.first && root.upos == Upos::kNoun;
  if (schooling && std::ranges::find(kWhile, before) != kWhile.end()) return true;
  if (agent.sector != "CVL") return false;
  const bool bare = agent.person && !agent.plural && !determined && phrase.first == agent.first;
  return bare && (root.relation == Relation::kObj || root.relation == Relation::kNmod) && root.upos == Upos::kNoun;
}

// "his wife, Rosario Murillo", "Lourenco, a former defence minister", "Abe was a nationalist": the person that one person's description stands
// beside. None if there is no such person with a code.
ActorIndex PhraseCoder::person_beside(const NounPhrase& phrase, const AgentReading& agent) {
  if (!agent.person || agent.plural) return {};
  const Token& root = document_.tokens[phrase.root.value];
  const auto person_at = [&](TokenIndex at) {
    const std::int32_t index = phrase_at_[at.value];
    if (index >= 0) code_phrase(static_cast<std::uint32_t>(index));
    for (const ActorIndex actor : actors_at(at)) {
      if (entities_.of(actor).person && !entities_.actor(actor).code.empty() && entities_.of(actor).entry != ActorLexicon::kNoEntry) return actor;
    }
    return ActorIndex{};
  };
  const auto linked = [&](TokenIndex at) { return child(document_, children_, at, Relation::kConj) || document_.tokens[at.value].relation == Relation::kConj; };
  if (root.relation == Relation::kAppos && root.head && !linked(root.head)) return person_at(root.head);
  for (const TokenIndex each : children_.of(phrase.root)) {
    const Token& token = document_.tokens[each.value];
    if (token.relation == Relation::kAppos && token.upos == Upos::kPropn && !linked(each)) return person_at(each);
  }
  if (!child(document_, children_, phrase.root, Relation::kCop) || linked(phrase.root)) return {};
  const TokenIndex subject = child(document_, children_, phrase.root, Relation::kNsubj);
  const bool negated = std::ranges::any_of(children_.of(phrase.root), [&](TokenIndex each) { return document_.lemma(each) == "not"; });
  return subject && subject < phrase.root && !negated ? person_at(subject) : ActorIndex{};
}

// "the Northern Liberation Council, a rebel group": what stands behind an unknown name tells what it is.
bool PhraseCoder::name_apposed_body(const NounPhrase& phrase, const std::string& code, RuleRef rule) {
  const Token& root = document_.tokens[phrase.root.value];
  if (root.relation != Relation::kAppos || !root.head || code.empty()) return false;
  for (const ActorIndex named : actors_at(root.head)) {
    Actor& actor = document_.actors[named.value];
    if (!actor.code.empty() || entities_.of(named).entry != ActorLexicon::kNoEntry || entities_.of(named).person) continue;
    actor.code = code;
    const auto unit = std::ranges::find_if(units_, [&](const Unit& each) { return each.first <= root.head && root.head < each.last; });
    const bool own_country = unit != units_.end() && unit->country != ActorLexicon::kNoEntry && code.size() == 6 && is_bare_country(code.substr(0, 3));
    if (own_country) actor.code = std::string(lexicon_.string(lexicon_.entry(unit->country).key)) + code.substr(3);
    entities_.of(named).body = true;
    add_mention(named, phrase, phrase.root, MentionKind::kDescription, rule);
    return true;
  }
  return false;
}

// "director of the National Archives", "president of the Cciap": who heads a body that no dictionary knows is of the sector that a word
// of its name gives. False if none does: then nothing is known of him.
bool PhraseCoder::take_sector_of_body(const NounPhrase& phrase, AgentReading& agent) {
  if (!agent.person || !may_head_anything(agent)) return true;
  for (const TokenIndex owner : children_.of(phrase.root)) {  // "its president", of we know not what
    if (document_.tokens[owner.value].relation == Relation::kNmodPoss && document_.tokens[owner.value].upos == Upos::kPron && actors_at(owner).empty()) return false;
  }
  const auto [first, last] = body_of(phrase, agent);
  if (!first) return true;
  std::uint32_t classes = 0;
  for (std::uint32_t t = first.value; t < last.value; ++t) classes |= lexicon_.classes(document_.form(TokenIndex(t)));
  if (classes & kStateWord) return true;
  agent.sector = sector_of(classes);
  return !agent.sector.empty();
}

// "the president of the Salvadoran Congress", "the court's chairman": the sector of the body that is headed, if it is known and no government.
std::string_view PhraseCoder::sector_of_headed(const NounPhrase& phrase) {
  for (const TokenIndex each : children_.of(phrase.root)) {
    const Token& token = document_.tokens[each.value];
    const bool owner = token.relation == Relation::kNmodPoss && token.upos != Upos::kPron;
    if (!owner && (token.relation != Relation::kNmod || preposition(document_, children_, each) != "of")) continue;
    const auto refers = [&](const Unit& unit) { return unit.kind == UnitKind::kReference && unit.head == each; };  // "the group" says nothing of its own
    if (token.upos == Upos::kNoun && !owner && actors_at(each).empty() && std::ranges::none_of(units_, refers)) {
      if (const std::string_view sector = sector_of(lexicon_.classes(document_.lemma(each))); !sector.empty()) return sector;
    }
    for (const Base& base : bases_at(each)) {
      if (!base.actor || entities_.of(base.actor).person || entities_.of(base.actor).plural || base.code.size() != 6 || !is_bare_country(base.code.substr(0, 3))) continue;
      const auto sector = std::ranges::find(kHeadedSectors, base.code.substr(3));
      if (sector != kHeadedSectors.end()) return *sector;
    }
  }
  return {};
}

// The name of no dictionary that stands for the body somebody heads: "the Cciap's president", "FRMF president", "president of the
// Cciap", "of retail banking at FNBC". Empty if there is none, or if a country or somebody known is beside it.
std::pair<TokenIndex, TokenIndex> PhraseCoder::body_of(const NounPhrase& phrase, const AgentReading& agent) const {
  const auto unknown = [&](const NounPhrase& other) { return std::ranges::all_of(other.units, [&](std::uint32_t u) { return units_[u].kind == UnitKind::kUnknownName && !units_[u].long_head; }); };
  const auto nameless = [&](TokenIndex head) {
    const std::vector<ActorIndex> actors = actors_at(head);
    return std::ranges::all_of(actors, [&](ActorIndex each) { return entities_.actor(each).code.empty(); }) && place_country(head).empty();
  };
  for (const std::uint32_t u : phrase.units) {
    const Unit& unit = units_[u];
    if (unit.kind != UnitKind::kUnknownName && unit.kind != UnitKind::kAgent) return {};
    if (unit.kind == UnitKind::kUnknownName && !unit.long_head && unit.last == agent.first && unit.last.value > unit.first.value && nameless(unit.head)) return {unit.first, unit.last};
  }
  std::vector<TokenIndex> dependents(children_.of(phrase.root).begin(), children_.of(phrase.root).end());
  for (std::size_t i = 0; i < dependents.size(); ++i) {
    const TokenIndex body = dependents[i];
    const Token& token = document_.tokens[body.value];
    const bool owner = token.relation == Relation::kNmodPoss;
    if (token.relation != Relation::kNmod && !owner) continue;
    if (token.upos == Upos::kNoun && token.head == phrase.root && !owner) {
      for (const TokenIndex each : children_.of(body)) dependents.push_back(each);
    }
    const std::string word = owner ? std::string("of") : preposition(document_, children_, body);
    const std::int32_t index = phrase_at_[body.value];
    if (token.upos != Upos::kPropn || (word != "of" && word != "at" && word != "for" && word != "to") || index < 0) continue;
    if (nameless(body) && unknown(phrases_[static_cast<std::size_t>(index)])) return {token.left_edge, TokenIndex(token.right_edge.value + 1U)};
  }
  return {};
}

}  // namespace bayhaqi
