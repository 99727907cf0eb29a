// Whom a name stands for: a person or body of the dictionary on the article's day, or somebody that no dictionary knows.
#include <algorithm>

#include "actor/phrase_coder.h"
#include "base/utf8.h"
#include "document/codes.h"

namespace bayhaqi {

namespace {

// "secretary-general" as "secretary general", "defense" as "defence": titles are compared in one spelling.
std::string plain_title(std::string_view title) {
  std::string plain(title);
  std::ranges::replace(plain, '-', ' ');
  for (std::size_t at = plain.find("defense"); at != std::string::npos; at = plain.find("defense", at)) plain[at + 5] = 'c';
  return plain;
}

}  // namespace

// A person of the dictionary, with the titles in front of the name as roles.
void PhraseCoder::code_person(const NounPhrase& phrase, std::uint32_t entry) {
  const AgentReading agent = read_agent(phrase);
  const OfficeOnDate office = day_ == kNoDay ? office_in_words(phrase, agent, entry) : lexicon_.office_on(lexicon_.entry(entry), day_);
  std::string code(office.code);
  if (office.former && code.size() >= 6 && !code.starts_with("IGO")) code = code.substr(0, 3) + "ELI";
  if (agent.found && !agent.weak && code.size() >= 3 && !code.starts_with("IGO") && !code.starts_with("NGO")) {
    const bool stale = office.former && agent.sector != "ELI";
    if (stale || agent.sector == "ELI") code = code.substr(0, 3) + agent.sector;
  }
  Actor actor;
  const EntryRecord& record = lexicon_.entry(entry);
  actor.name = lexicon_.string(record.name);
  actor.code = code;
  actor.id = lexicon_.string(record.key);
  actor.wikidata = lexicon_.string(record.wikidata);
  Entity entity;
  entity.entry = entry;
  entity.person = true;
  actor.person = true;
  const std::string key = "p:" + actor.id;
  const ActorIndex index = entities_.intern(key, std::move(actor), std::move(entity));
  if (agent.found) entities_.add_role(index, agent.phrase);
  if (!office.role.empty() && !office.former) entities_.add_role(index, office.role);
  add_mention(index, phrase, phrase.root, MentionKind::kName, rule_of_entry(entry));
}

// Of an article without a date: the office that the words in front of the name give ("NATO chief Jens Stoltenberg"), else the last.
OfficeOnDate PhraseCoder::office_in_words(const NounPhrase& phrase, const AgentReading& agent, std::uint32_t entry) {
  const OfficeOnDate last = lexicon_.office_on(lexicon_.entry(entry), day_);
  if (!agent.found || agent.sector == "ELI") return last;
  const std::string title = plain_title(agent.phrase);
  std::vector<Base> near;
  add_unit_bases(phrase, near);
  std::optional<OfficeOnDate> like;  // "president" in "national assembly president" counts less than "president" itself
  for (const OfficeRecord& each : lexicon_.offices(lexicon_.entry(entry))) {
    const std::string_view code = lexicon_.string(each.code);
    const std::string role = plain_title(lexicon_.string(each.role));
    const bool body = code.starts_with("IGO") && std::ranges::any_of(near, [&](const Base& base) { return base.code == code; });
    if (body || role == title) return {code, lexicon_.string(each.role), false};
    if (!like && !role.empty() && (role.find(title) != std::string::npos || title.find(role) != std::string::npos)) like = {code, lexicon_.string(each.role), false};
  }
  return like.value_or(last);
}

// A capitalised word of no other meaning right before a name: "Dev" in "Dev Patel"; an initial says nothing.
bool PhraseCoder::follows_first_name(const NounPhrase& phrase, const Unit& unit) const {
  if (unit.first <= phrase.first) return false;
  const TokenIndex before(unit.first.value - 1U);
  const std::string_view form = document_.form(before);
  const Upos upos = document_.tokens[before.value].upos;
  if (form.ends_with('.') || form == lowered(form) || (upos != Upos::kPropn && upos != Upos::kNoun && upos != Upos::kAdj && upos != Upos::kX)) return false;
  return std::ranges::none_of(phrase.units, [&](std::uint32_t u) { return units_[u].kind != UnitKind::kUnknownName && units_[u].kind != UnitKind::kName && units_[u].first <= before && before < units_[u].last; });
}

// A capitalised proper noun of the same phrase right behind a name.
bool PhraseCoder::followed_by_name(const NounPhrase& phrase, const Unit& unit) const {
  if (unit.last >= phrase.last) return false;
  const Token& next = document_.tokens[unit.last.value];
  return next.upos == Upos::kPropn && (next.relation == Relation::kFlat || next.relation == Relation::kCompound || unit.last == phrase.root) && document_.form(unit.last) != lowered(document_.form(unit.last));
}

// Which dictionary entry a name stands for here; none if it needs support and has none.
std::optional<std::uint32_t> PhraseCoder::resolve_name(const NounPhrase& phrase, const Unit& unit) {
  int best_score = 0;
  std::optional<std::uint32_t> best;
  const AgentReading agent = read_agent(phrase);
  std::vector<Base> near;
  add_unit_bases(phrase, near);
  add_possessor_bases(phrase.root, near);
  if (unit.last.value - unit.first.value == 1 && longer_place(unit) != nullptr) return std::nullopt;  // "San Miguel de Allende", "Dawa" in "Dire Dawa"
  const bool preceded_by_name = follows_first_name(phrase, unit);
  for (const std::uint32_t index : unit.lexemes) {
    const LexemeRecord& lexeme = lexicon_.lexeme(index);
    const EntryRecord& entry = lexicon_.entry(lexeme.target);
    const std::string key = std::string(lexicon_.string(entry.key));
    const OfficeOnDate office = lexicon_.office_on(entry, day_);
    int score = lexeme.needs_support ? 0 : 10;
    const bool surname = lexeme.type == LexemeType::kSurname || unit.last.value - unit.first.value == 1;
    const bool known = std::ranges::any_of(entities_.seen(), [&](const Entities::Seen& seen) { return entities_.actor(seen.actor).id == key; });
    if (known) score += 20;
    const bool country_fits = std::ranges::any_of(near, [&](const Base& base) { return base.code.substr(0, 3) == office.code.substr(0, 3); });
    if (country_fits) score += 6;
    bool role_fits = false;
    if (agent.found && entry.kind == EntryKind::kPerson) {
      const std::string title = plain_title(agent.phrase);
      for (const OfficeRecord& o : lexicon_.offices(entry)) {
        const std::string role = plain_title(lexicon_.string(o.role));
        if (role.find(title) == std::string::npos && (role.empty() || title.find(role) == std::string::npos)) continue;
        role_fits = true;
        const bool in_office = o.dated == 0 || (o.from <= day_ && day_ <= o.to) || day_ == kNoDay;
        score += in_office ? 8 : 4;
        break;
      }
    }
    if ((surname || !(country_fits || near.empty())) && !known && entry.kind == EntryKind::kPerson && followed_by_name(phrase, unit)) continue;  // "Ahmad Nawaf al-Sabah" is not the Ahmad we know
    if (preceded_by_name && surname && !known && lexeme.needs_support && entry.kind != EntryKind::kPerson && !document_.form(unit.first).ends_with('-')) continue;  // "Dire Dawa" is no party
    if (preceded_by_name && surname && !known && !role_fits && entry.kind == EntryKind::kPerson) continue;  // "Dev Patel" is not the Patel we know
    if (lexeme.needs_support && entry.kind != EntryKind::kPerson && entities_.focus_country(phrase.sentence) == office.code.substr(0, 3)) score += 4;
    const bool of_state = entry.kind == EntryKind::kForce || entry.kind == EntryKind::kMinistry || entry.kind == EntryKind::kCourt || entry.kind == EntryKind::kAgency || entry.kind == EntryKind::kSeat;
    if (lexeme.needs_support && of_state && unit.last.value - unit.first.value > 1 && entities_.tells_of(office.code.substr(0, 3)) && (entities_.home().empty() || entities_.home() == office.code.substr(0, 3))) score += 3;
    if (!office.former && score > 0) score += 2;
    if (lexeme.type == LexemeType::kName && score > 0) ++score;  // a short form that the dictionary gives
    if (score > best_score) {
      best_score = score;
      best = lexeme.target;
    }
  }
  return best;
}

// The words of a phrase's name that no dictionary entry explains: unknown names and, beside them, names that turn out to be
// somebody else's ("Dev Patel"). Empty if there are none.
std::pair<TokenIndex, TokenIndex> PhraseCoder::unexplained_name(const NounPhrase& phrase) {
  std::pair<TokenIndex, TokenIndex> run;
  for (const std::uint32_t u : phrase.units) {
    const Unit& unit = units_[u];
    const bool unknown = unit.kind == UnitKind::kUnknownName && !unit.long_head;
    const auto covers = [&](const auto& each) { return each.first <= unit.first && unit.first < each.last; };
    const bool elsewhere = std::ranges::any_of(document_.times, covers) || std::ranges::any_of(document_.places, covers);  // "Monday"
    const bool stranger = unit.kind == UnitKind::kName && !elsewhere && document_.tokens[unit.first.value].upos == Upos::kPropn && unit.last.value - unit.first.value <= 2 && !may_be_shared(unit) && !resolve_name(phrase, unit);
    if (!unknown && !stranger) continue;
    if (!run.first) run = {unit.first, unit.last};
    else if (unit.first == run.second) run.second = unit.last;
  }
  return run;
}

std::string PhraseCoder::unknown_name(const NounPhrase& phrase) {
  if (const auto [first, last] = unexplained_name(phrase); first) return text_of(first, last);
  for (const TokenIndex each : children_.of(phrase.root)) {  // "the ambassador, Mohammad Abulhasan,"
    if (document_.tokens[each.value].relation != Relation::kAppos || phrase_at_[each.value] < 0) continue;
    const NounPhrase& other = phrases_[static_cast<std::size_t>(phrase_at_[each.value])];
    if (read_agent(other).found) continue;
    if (const auto [first, last] = unexplained_name(other); first) return text_of(first, last);
  }
  return {};
}

// "Sheikh Ahmad" after "Sheikh Ahmad Nasser": who was named last with this first name and another surname. None for names of several words.
ActorIndex PhraseCoder::called_by_first_name(std::string_view name) const {
  if (name.empty() || name.find(' ') != std::string_view::npos) return {};
  const std::string wanted = folded(name);
  ActorIndex found;
  for (auto it = entities_.seen().rbegin(); it != entities_.seen().rend(); ++it) {
    if (!entities_.of(it->actor).person) continue;
    const std::string full = folded(entities_.actor(it->actor).name);
    if (entities_.of(it->actor).surname == wanted) return {};  // he is meant
    if (!found && full.size() > wanted.size() && full.starts_with(wanted) && full[wanted.size()] == ' ' && !entities_.actor(it->actor).code.empty()) found = it->actor;
  }
  return found;
}

// A person or body that no dictionary knows: by its name, or by its surname if the full one stood before.
void PhraseCoder::code_unknown_name(TokenIndex first, TokenIndex last, TokenIndex head) {
  Actor actor;
  actor.name = text_of(first, last);
  const std::string surname = surname_of(actor.name);
  for (std::size_t i = 0; i < entities_.count(); ++i) {  // "Muttaqi" after "Amir Khan Muttaqi"
    const ActorIndex known(i);
    if (!entities_.of(known).person || entities_.of(known).surname != surname) continue;
    if (last.value - first.value > 1 && folded(entities_.actor(known).name) != folded(actor.name)) continue;
    entities_.mention(known, first, last, head, MentionKind::kName, {}, is_subject(head));
    return;
  }
  const std::string key = "n:" + folded(actor.name);
  const ActorIndex index = entities_.intern(key, std::move(actor), {});
  entities_.mention(index, first, last, head, MentionKind::kName, {}, is_subject(head));
}

}  // namespace bayhaqi
