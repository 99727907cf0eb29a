#include "actor/phrase_coder.h"

#include <algorithm>
#include <array>

#include "actor/affixes.h"
#include "base/utf8.h"
#include "document/codes.h"

namespace bayhaqi {

namespace {

constexpr std::array<std::string_view, 7> kAreas = {"canton", "city", "county", "district", "municipality", "prefecture", "province"};

// What people do, of whom the word in front tells: "a student protest".
constexpr std::array<std::string_view, 18> kActsOfPeople = {"boycott", "campaign", "casualty", "death",    "demonstration", "killing", "march",  "protest", "rally",
                                                            "rebellion", "revolt", "riot",     "shooting", "sit-in",        "strike",  "unrest", "uprising", "walkout"};
constexpr double kWeightOfNames = 0.7;  // beside a country's own name

bool is_person_pronoun(const Token& token) {
  return token.upos == Upos::kPron && token.morph.pron_type == PronType::kPrs && token.morph.person == Person::k3;
}

}  // namespace

PhraseCoder::PhraseCoder(Document& document, const ActorLexicon& lexicon, std::int32_t day)
    : document_(document), lexicon_(lexicon), day_(day), children_(document), units_(find_units(document, lexicon, day)),
      phrases_(group_units(document, units_)), phrase_at_(document.tokens.size(), -1), coded_(phrases_.size(), false), entities_(document, lexicon), antecedents_(document, children_, lexicon, units_, entities_) {
  for (std::size_t i = 0; i < phrases_.size(); ++i) phrase_at_[phrases_[i].root.value] = static_cast<std::int32_t>(i);
  if (const std::uint32_t home = lexicon.country_of_address(document.article.url); home != ActorLexicon::kNoEntry) entities_.set_home(lexicon.string(lexicon.entry(home).key));
  for (const Unit& unit : units_) {
    if (unit.kind == UnitKind::kName && unit.supported) {  // presidents and parties say which country is spoken of, too
      const OfficeOnDate office = lexicon_.office_on(lexicon_.entry(lexicon_.lexeme(unit.lexemes.front()).target), day_);
      const std::string country = country_of(office.code);
      if (country.size() == 3 && is_bare_country(country)) entities_.note_country(country, document_.tokens[unit.head.value].sentence, kWeightOfNames);
    }
    if (unit.kind != UnitKind::kCountry && unit.kind != UnitKind::kAdjective && unit.kind != UnitKind::kCapital && unit.kind != UnitKind::kPeople) continue;
    if (!unit.supported) continue;
    const EntryRecord& entry = lexicon_.entry(lexicon_.lexeme(unit.lexemes.front()).target);
    const bool subject = clause_role(document_, children_, unit.head) == ClauseRole::kSubject;
    entities_.note_country(lexicon_.string(entry.key), document_.tokens[unit.head.value].sentence, subject ? 1.5 : 1.0);
  }
  for (const PlaceMention& place : document_.places) {
    entities_.note_country(place.country, document_.tokens[place.head.value].sentence, place.precision == PlacePrecision::kCountry ? 0.5 : 1.0);
  }
}

void PhraseCoder::run() {
  std::vector<std::pair<TokenIndex, std::int32_t>> order;  // phrases and pronouns by first token
  for (std::size_t i = 0; i < phrases_.size(); ++i) order.emplace_back(phrases_[i].first, static_cast<std::int32_t>(i));
  for (std::size_t i = 0; i < document_.tokens.size(); ++i) {
    if (is_person_pronoun(document_.tokens[i])) order.emplace_back(TokenIndex(i), -1);
  }
  std::stable_sort(order.begin(), order.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  for (const auto& [token, index] : order) {
    if (index >= 0) code_phrase(static_cast<std::uint32_t>(index));
    else code_pronoun(token);
  }
}

void PhraseCoder::code_phrase(std::uint32_t index) {
  if (coded_[index]) return;
  coded_[index] = true;
  const NounPhrase& phrase = phrases_[index];
  if (code_reference(phrase)) return;
  const AgentReading agent = read_agent(phrase);
  const bool body = agent.found && !agent.person && !agent.plural && agent.first <= phrase.root && phrase.root < agent.last;  // "the Trump administration"
  for (const std::uint32_t u : phrase.units) {
    const Unit& unit = units_[u];
    if (unit.kind != UnitKind::kName || (body && unit.last <= agent.first)) continue;
    const auto entry = resolve_name(phrase, unit);
    if (entry && lexicon_.entry(*entry).kind == EntryKind::kPerson) {
      const bool possessor = document_.tokens[unit.head.value].relation == Relation::kNmodPoss && unit.head != phrase.root;
      if (!possessor) {
        code_person(phrase, *entry);
        return;
      }
    }
  }
  if (agent.found) {
    code_agent(phrase, agent);
    return;
  }
  code_attributes(phrase);
}

void PhraseCoder::code_agent(const NounPhrase& phrase, const AgentReading& agent) {
  if (!agent.person && std::ranges::find(kAreas, agent.phrase) != kAreas.end()) {  // "in Fukuoka Prefecture": where
    const ClauseRole role = clause_role(document_, children_, phrase.root);
    if (role == ClauseRole::kPlace || role == ClauseRole::kOther) return;
  }
  if (is_no_agent(phrase, agent)) return code_attributes(phrase);
  const std::string_view headed = agent.person && may_head_anything(agent) ? sector_of_headed(phrase) : std::string_view{};
  const std::string name = agent.person && !agent.plural ? unknown_name(phrase) : std::string();
  if (name.empty()) {
    if (const ActorIndex same = person_beside(phrase, agent)) return add_mention(same, phrase, phrase.root, MentionKind::kDescription, agent.rule);
    if (const auto known = headed.empty() ? resolve_description(phrase, agent) : std::nullopt) {
      for (const ActorIndex actor : *known) add_mention(actor, phrase, phrase.root, MentionKind::kDescription, agent.rule);
      return;
    }
  }
  if (const ActorIndex known = called_by_first_name(name)) return add_mention(known, phrase, phrase.root, MentionKind::kName, agent.rule);
  AgentReading of_body = agent;
  if (!headed.empty()) of_body.sector = headed;
  else if (agent.whole_code.empty() && !take_sector_of_body(phrase, of_body)) return code_attributes(phrase);
  if (of_body.sector == "MIL" && of_body.person && of_body.phrase.find(' ') == std::string::npos && is_of_police(phrase)) of_body.sector = "COP";
  std::vector<Base> bases = agent.whole_code.empty() ? bases_of(phrase, of_body) : std::vector<Base>{{agent.whole_code, false, {}}};
  std::vector<std::string> codes;
  for (const Base& base : bases) {
    const std::string code = code_with(base, of_body);
    if (std::find(codes.begin(), codes.end(), code) == codes.end()) codes.push_back(code);
  }
  if (!agent.person && !agent.plural && codes.size() == 1 && name_apposed_body(phrase, codes.front(), agent.rule)) return;
  for (const std::string& code : codes) {
    if (code.empty()) continue;
    const ActorIndex actor = intern_agent(code, phrase, agent, name);
    add_mention(actor, phrase, phrase.root, name.empty() ? MentionKind::kTitle : MentionKind::kName, agent.rule);
  }
}

// No agent noun: each name, country and adjective stands for itself; with the phrase's root if it is that.
void PhraseCoder::code_attributes(const NounPhrase& phrase) {
  const auto [first, last] = unexplained_name(phrase);
  if (first) code_unknown_name(first, last, head_of(document_, first, last));
  for (const std::uint32_t u : phrase.units) {
    if (first && units_[u].first >= first && units_[u].last <= last) continue;
    code_unit(phrase, units_[u], units_[u].head == phrase.root);
  }
}

// "a rebel stronghold", "a student protest": the agent noun in front of something else.
void PhraseCoder::code_modifier(const NounPhrase& phrase, const Unit& unit) {
  const AgentRecord& record = lexicon_.agent(lexicon_.lexeme(unit.lexemes.front()).target);
  const Relation relation = document_.tokens[unit.head.value].relation;
  if (unit.head == phrase.root || (relation != Relation::kCompound && relation != Relation::kAmod)) return;
  if (document_.tokens[phrase.root.value].upos == Upos::kPropn && (lexicon_.classes(document_.form(phrase.root)) & kNamedWord)) return;  // "the Sheikh Hamad Award"
  AgentReading agent;
  agent.sector = lexicon_.string(record.sector);
  agent.phrase = lexicon_.string(record.phrase);
  agent.plural = false;
  agent.person = false;
  agent.rule = {record.file, record.line};
  if (is_affix(agent.sector)) {
    agent.affixes = {agent.sector};
    agent.sector = bare_affix(agent.sector).substr(0, kSectorLength);
  }
  if (agent.sector.size() != kSectorLength || lexicon_.classes(agent.phrase) & kAbstractWord) return;  // "a presidential palace" says nothing of its own
  const bool private_people = agent.sector == "CVL" || agent.sector == "BUS" || agent.sector == "EDU" || agent.sector == "LAB" || agent.sector == "MED";
  if (private_people && std::ranges::find(kActsOfPeople, document_.lemma(phrase.root)) == kActsOfPeople.end()) return;  // "a tourist attraction"
  NounPhrase whole = phrase;
  std::erase_if(whole.units, [&](std::uint32_t u) { return units_[u].kind == UnitKind::kAgent; });
  for (const Base& base : bases_of(whole, agent)) {
    const std::string code = code_with(base, agent);
    if (code.empty()) continue;
    const ActorIndex actor = intern_agent(code, phrase, agent, {});
    entities_.of(actor).body = false;  // no pronoun means it
    entities_.mention(actor, unit.first, unit.last, unit.head, MentionKind::kDescription, agent.rule, false);
    return;
  }
}

bool PhraseCoder::code_unit(const NounPhrase& phrase, const Unit& unit, bool whole) {
  const TokenIndex head = unit.head;
  switch (unit.kind) {
    case UnitKind::kName: {
      const auto entry = resolve_name(phrase, unit);
      if (!entry) return code_shared_name(phrase, unit);
      if (lexicon_.entry(*entry).kind == EntryKind::kGroup && !whole && is_plain_attribute(phrase, *entry)) return false;
      const auto covers = [&](const PlaceMention& place) { return place.first <= unit.first && unit.first < place.last && place.first != place.last; };
      const bool city = lexicon_.entry(*entry).kind == EntryKind::kSeat && unit.last.value - unit.first.value == 1 && std::ranges::any_of(document_.places, covers);
      if (city) return false;  // "in Brussels" is where, "Brussels said" is who
      const ActorIndex actor = intern_entry(*entry, code_of_owner(phrase, *entry));
      entities_.mention(actor, whole ? phrase.first : unit.first, unit.last, head, MentionKind::kName, rule_of_entry(*entry), is_subject(head));
      return true;
    }
    case UnitKind::kCountry: case UnitKind::kAdjective: case UnitKind::kPeople: case UnitKind::kCapital: {
      if (!unit.supported && unit.kind != UnitKind::kAdjective && entities_.focus_country(phrase.sentence) != lexicon_.string(lexicon_.entry(lexicon_.lexeme(unit.lexemes.front()).target).key)) {
        return false;
      }
      if (is_part_of_name(unit)) return false;
      const ClauseRole role = clause_role(document_, children_, head);
      if (unit.kind == UnitKind::kCapital && (role == ClauseRole::kPlace || role == ClauseRole::kOther || is_dateline(unit) || is_where(unit))) return false;
      const std::uint32_t entry = lexicon_.lexeme(unit.lexemes.front()).target;
      const bool one = unit.kind == UnitKind::kAdjective && whole && is_one_of_them(head);
      const bool people = one || unit.kind == UnitKind::kPeople || (unit.kind == UnitKind::kAdjective && whole && document_.tokens[head.value].morph.number == Number::kPlur);
      if (unit.kind == UnitKind::kAdjective && whole && !people && is_language(head)) return false;
      const bool capital = unit.kind == UnitKind::kCapital && !is_origin(unit) && role != ClauseRole::kModifier;  // "the Astana process"
      const bool heading = unit.kind == UnitKind::kCountry && (is_dateline(unit) || is_in_dateline(unit));
      const bool takes_part = (role == ClauseRole::kSubject && !befalls(head)) || role == ClauseRole::kObject || role == ClauseRole::kParty;
      const bool acts = !heading && !is_sport(phrase.sentence) && !is_region(head) && !is_money(unit) && !is_ranked(unit) && (capital || (takes_part && !is_no_party(head)));
      if (const ActorIndex person = one ? compatriot_named_last(phrase, lexicon_.string(lexicon_.entry(entry).key)) : ActorIndex{}) {
        entities_.mention(person, whole ? phrase.first : unit.first, unit.last, head, MentionKind::kDescription, rule_of(unit), is_subject(head));
        return true;
      }
      if (people) {
        Actor actor;
        actor.name = text_of(unit.first, unit.last);
        actor.code = std::string(lexicon_.string(lexicon_.entry(entry).key)) + "CVL";
        Entity entity;
        entity.plural = !one;
        entity.person = one;
        const std::string key = "a:" + actor.code + (one ? ":" + std::to_string(head.value) : ":people");
        const ActorIndex index = entities_.intern(key, std::move(actor), std::move(entity));
        entities_.mention(index, whole ? phrase.first : unit.first, unit.last, head, MentionKind::kDemonym, rule_of(unit), is_subject(head));
        return true;
      }
      const ActorIndex actor = intern_country(entry, acts && unit.kind != UnitKind::kAdjective);
      const MentionKind kind = unit.kind == UnitKind::kCapital ? MentionKind::kMetonym : unit.kind == UnitKind::kAdjective ? MentionKind::kDemonym : MentionKind::kName;
      entities_.mention(actor, whole ? phrase.first : unit.first, unit.last, head, kind, rule_of(unit), is_subject(head));
      return true;
    }
    case UnitKind::kAgent:
      code_modifier(phrase, unit);
      return true;
    case UnitKind::kUnknownName:
      if (unit.long_head) {
        code_acronym(phrase, unit, whole);
        return true;
      }
      code_unknown_name(unit.first, unit.last, head);
      return true;
    default:
      return false;
  }
}

// Who an acronym stands for that the article introduces; a body of that name if nothing is known of it.
std::vector<ActorIndex> PhraseCoder::actors_of_acronym(const Unit& unit) {
  const TokenIndex root = phrase_root(document_, unit.long_head);
  if (phrase_at_[root.value] >= 0) code_phrase(static_cast<std::uint32_t>(phrase_at_[root.value]));
  std::vector<ActorIndex> actors = actors_at(unit.long_head);
  if (actors.empty()) actors = actors_at(root);
  if (actors.empty()) {
    Actor actor;
    actor.name = text_of(unit.long_first, unit.long_last);
    const std::string key = "n:" + folded(actor.name);
    actors.push_back(entities_.intern(key, std::move(actor), {}));
  }
  for (const ActorIndex each : actors) entities_.of(each).body = entities_.of(each).body || !entities_.of(each).person;
  return actors;
}

void PhraseCoder::code_acronym(const NounPhrase& phrase, const Unit& unit, bool whole) {
  for (const ActorIndex actor : actors_of_acronym(unit)) entities_.mention(actor, whole ? phrase.first : unit.first, unit.last, unit.head, MentionKind::kName, {}, is_subject(unit.head));
}

// "National Guard": several words that the dictionary marks as needing support, for a body of state.
bool PhraseCoder::may_be_shared(const Unit& unit) const {
  if (unit.kind != UnitKind::kName || unit.supported || unit.last.value - unit.first.value < 2) return false;
  const EntryKind kind = lexicon_.entry(lexicon_.lexeme(unit.lexemes.front()).target).kind;
  return kind == EntryKind::kForce || kind == EntryKind::kMinistry || kind == EntryKind::kCourt || kind == EntryKind::kLegislature || kind == EntryKind::kAgency || kind == EntryKind::kSeat;
}

// A body of state whose name many states have, and none of them is near: the one of the country that the article is about here.
bool PhraseCoder::code_shared_name(const NounPhrase& phrase, const Unit& unit) {
  if (!may_be_shared(unit)) return false;
  const EntryRecord& record = lexicon_.entry(lexicon_.lexeme(unit.lexemes.front()).target);
  const std::string_view code = lexicon_.office_on(record, day_).code;
  const std::string country = entities_.focus_country(phrase.sentence);
  if (code.size() != 6 || country.empty() || country == code.substr(0, 3)) return false;
  Actor actor;
  actor.name = lexicon_.string(record.name);
  actor.code = country + std::string(code.substr(3));
  Entity entity;
  entity.body = true;
  const ActorIndex index = entities_.intern("e:" + actor.code + ":" + actor.name, std::move(actor), std::move(entity));
  entities_.mention(index, unit.first, unit.last, unit.head, MentionKind::kName, rule_of(unit), is_subject(unit.head));
  return true;
}

// "the Muslim world", "Kurdish cuisine": a people that only says of what kind something is.
bool PhraseCoder::is_plain_attribute(const NounPhrase& phrase, std::uint32_t entry) const {
  if (!lexicon_.office_on(lexicon_.entry(entry), day_).code.ends_with("CVL")) return false;
  const std::string_view root = document_.lemma(phrase.root);
  return (lexicon_.classes(root) & (kHumanWord | kMaleWord | kFemaleWord)) == 0 && std::ranges::find(kActsOfPeople, root) == kActsOfPeople.end();
}

// "South Korea's Joint Chiefs of Staff": a body of the state that the dictionary knows of another country has the owner's code.
// Empty where nobody else owns it.
std::string PhraseCoder::code_of_owner(const NounPhrase& phrase, std::uint32_t entry) {
  const EntryRecord& record = lexicon_.entry(entry);
  if (record.kind != EntryKind::kForce && record.kind != EntryKind::kMinistry && record.kind != EntryKind::kCourt && record.kind != EntryKind::kLegislature && record.kind != EntryKind::kSeat) return {};
  const std::string_view code = lexicon_.office_on(record, day_).code;
  if (code.size() != 6 || !is_bare_country(code.substr(0, 3))) return {};
  std::vector<Base> owners;
  add_possessor_bases(phrase.root, owners);
  for (const std::uint32_t u : phrase.units) {
    if (units_[u].kind == UnitKind::kAdjective) owners.push_back({std::string(lexicon_.string(lexicon_.entry(lexicon_.lexeme(units_[u].lexemes.front()).target).key)), true, {}});
  }
  if (owners.empty() || !owners.front().country || owners.front().code.size() < 3 || !is_bare_country(owners.front().code.substr(0, 3))) return {};
  const std::string country = owners.front().code.substr(0, 3);
  return country == code.substr(0, 3) ? std::string() : country + std::string(code.substr(3));
}

ActorIndex PhraseCoder::intern_entry(std::uint32_t entry, std::string_view code_if_country) {
  const EntryRecord& record = lexicon_.entry(entry);
  const OfficeOnDate office = lexicon_.office_on(record, day_);
  Actor actor;
  actor.name = lexicon_.string(record.name);
  actor.code = code_if_country.empty() ? std::string(office.code) : std::string(code_if_country);
  if (office.former && actor.code.size() == 6) actor.code.replace(3, 3, "ELI");
  actor.id = lexicon_.string(record.key);
  actor.wikidata = lexicon_.string(record.wikidata);
  Entity entity;
  entity.entry = entry;
  entity.person = record.kind == EntryKind::kPerson;
  actor.person = entity.person;
  entity.body = !entity.person;
  if (!code_if_country.empty()) {  // somebody else's of that name
    actor.id.clear();
    actor.wikidata.clear();
    entity.entry = ActorLexicon::kNoEntry;
  }
  const std::string key = (entity.person ? "p:" : "e:") + std::string(code_if_country.empty() ? actor.id : actor.code + ":" + actor.name);
  return entities_.intern(key, std::move(actor), std::move(entity));
}

ActorIndex PhraseCoder::intern_agent(const std::string& code, const NounPhrase& phrase, const AgentReading& agent, std::string_view name) {
  Actor actor;
  Entity entity;
  actor.code = code;
  entity.person = agent.person && !agent.plural;
  entity.plural = agent.plural;
  entity.body = !agent.person && !agent.plural;
  std::string key;
  if (!name.empty()) {
    actor.name = name;
    actor.person = entity.person;
    key = "n:" + folded(name);
  } else {
    actor.name = text_of(phrase.first, phrase.last);
    key = "a:" + code + ":" + agent.phrase;
    if (entity.person && !definite(phrase)) key += ":" + std::to_string(phrase.root.value);  // "a diplomat" is someone new each time
  }
  const ActorIndex index = entities_.intern(key, std::move(actor), std::move(entity));
  if (document_.actors[index.value].code.empty()) document_.actors[index.value].code = code;
  if (entities_.of(index).surname.empty() && !name.empty()) entities_.learn_name(index, name);
  entities_.add_role(index, agent.phrase);
  return index;
}

ActorIndex PhraseCoder::intern_country(std::uint32_t entry, bool acts) {
  const EntryRecord& record = lexicon_.entry(entry);
  Actor actor;
  actor.name = lexicon_.string(record.name);
  actor.code = std::string(lexicon_.string(record.key)) + std::string(acts ? kGovernment : std::string_view{});
  actor.id = lexicon_.string(record.key);
  Entity entity;
  entity.entry = entry;
  entity.body = true;
  const std::string key = "c:" + actor.code;
  return entities_.intern(key, std::move(actor), std::move(entity));
}

bool PhraseCoder::is_subject(TokenIndex root) const { return clause_role(document_, children_, root) == ClauseRole::kSubject; }

RuleRef PhraseCoder::rule_of_entry(std::uint32_t entry) const { return {lexicon_.entry(entry).file, lexicon_.entry(entry).line}; }

RuleRef PhraseCoder::rule_of(const Unit& unit) const {
  if (unit.lexemes.empty()) return {};
  const LexemeRecord& lexeme = lexicon_.lexeme(unit.lexemes.front());
  if (lexeme.type == LexemeType::kAgent) return {lexicon_.agent(lexeme.target).file, lexicon_.agent(lexeme.target).line};
  if (lexeme.type == LexemeType::kModifier) return {};
  return {lexicon_.entry(lexeme.target).file, lexicon_.entry(lexeme.target).line};
}

std::string PhraseCoder::text_of(TokenIndex first, TokenIndex last) const {
  return std::string(document_.words({document_.tokens[first.value].span.begin, document_.tokens[last.value - 1].span.end}));
}

bool PhraseCoder::definite(const NounPhrase& phrase) const {
  for (const TokenIndex each : children_.of(phrase.root)) {
    const Token& token = document_.tokens[each.value];
    if (token.relation == Relation::kNmodPoss) return true;
    if (token.relation == Relation::kDet) return token.morph.definite == Definite::kDef || token.morph.pron_type == PronType::kDem;
  }
  return false;
}

void PhraseCoder::add_mention(ActorIndex actor, const NounPhrase& phrase, TokenIndex head, MentionKind kind, RuleRef rule) {
  entities_.mention(actor, phrase.first, phrase.last, head, kind, rule, is_subject(head));
}

std::vector<ActorIndex> PhraseCoder::actors_at(TokenIndex head) const {
  std::vector<ActorIndex> actors;
  for (auto it = document_.mentions.rbegin(); it != document_.mentions.rend(); ++it) {
    if (it->head == head) actors.insert(actors.begin(), it->actor);
  }
  return actors;
}

}  // namespace bayhaqi
