#include "event/implied_parties.h"

#include <algorithm>
#include <set>

#include "base/utf8.h"
#include "document/clauses.h"
#include "document/codes.h"
#include "event/implied_targets.h"
#include "statement/chain.h"

namespace bayhaqi {

bool shares_country(const std::vector<EventParty>& parties, std::string_view code) {
  return std::ranges::any_of(parties, [&](const EventParty& party) { return country_of(party.code) == country_of(code); });
}

void ImpliedParties::settle_pair(std::vector<EventParty>& parties, const Event& event, const std::vector<EventParty>& outside) const {
  if (parties.size() != 2 || !(parties.front().span == parties.back().span)) return;
  const std::string_view words = document_.words(parties.front().span);
  const bool named = std::ranges::any_of(words.substr(std::min<std::size_t>(1, words.size())), [](char c) { return c >= 'A' && c <= 'Z'; });  // "U.S. and Iranian officials"
  if (named) return;
  std::vector<EventParty> sides = sides_of_conflict(document_, event, outside);
  if (sides.empty()) return;
  for (EventParty& side : sides) side.span = parties.front().span;
  parties = std::move(sides);
}

std::size_t count_countries(const std::vector<EventParty>& parties) {
  std::set<std::string> countries;
  for (const EventParty& party : parties) countries.insert(country_of(party.code));
  return countries.size();
}

// "planned an assault", "was considering an embargo": who does what to the act does the act.
std::vector<EventParty> ImpliedParties::carrier_subject(TokenIndex token, const Reading& reading) const {
  static const std::uint64_t kSubject = slot_hash("subj");
  const Token& noun = document_.tokens[token.value];
  if (noun.upos != Upos::kNoun || noun.relation != Relation::kObj || !noun.head) return {};
  const std::string verb = folded(document_.lemma(noun.head));
  const CueRecord* object = lexicon_.cue(verb, "v:obj");
  if (object == nullptr) return {};
  const std::string_view effect = lexicon_.string(object->effect);
  const bool carries = effect == "actual" && lexicon_.string(object->denied) != "actual";
  if (!carries && effect != "planned" && effect != "possible") return {};
  std::vector<EventParty> found;
  for (const TokenIndex subject : reading.arguments.in(kSubject)) {
    for (EventParty& party : readings_.actors_at(subject, false)) found.push_back(std::move(party));
  }
  return found;
}

// "We will withdraw" inside a quotation: the speaker acts.
std::vector<EventParty> ImpliedParties::with_speakers(std::vector<EventParty> parties, const Reading& reading, std::span<const RoleRecord> roles, TokenIndex token) const {
  if (!parties.empty()) return parties;
  for (const RoleRecord& role : roles) {
    for (const TokenIndex each : reading.arguments.in(role.slot)) {
      const Token& word = document_.tokens[each.value];
      if (word.upos != Upos::kPron || word.morph.person != Person::k1) continue;
      std::vector<StatementIndex> chain;
      claim_chain(document_, token, chain);
      if (chain.empty()) continue;
      const Statement& statement = document_.statements[chain.back().value];
      if (!statement.code.empty()) return {{statement.speaker, word.span, statement.code}};
    }
  }
  return parties;
}

// "The FBI arrested John Stanton": a person of whom nothing is known, in the hands of a state's authorities, is one of its people.
std::vector<EventParty> ImpliedParties::nameless_person(const Event& event, const Reading& reading, std::size_t used) const {
  const bool done = event.plover == "COERCE" || event.plover == "ASSAULT" || event.plover == "RETREAT" || event.cameo.starts_with("115") || event.cameo.starts_with("116");
  if (!done || event.sources.empty() || (!event.targets.empty() && used == 0) || reading.frame->target_count == 0) return {};
  const std::string& code = event.sources.front().code;
  if (code.size() != 6 || !is_bare_country(code.substr(0, 3)) || code.ends_with("REB")) return {};
  const RoleRecord& first = lexicon_.targets(*reading.frame).front();
  if (first.inner != 0) return {};
  for (const TokenIndex token : reading.arguments.in(first.slot)) {
    for (const ActorMention& mention : document_.mentions) {
      const Actor& actor = document_.actors[mention.actor.value];
      const std::uint32_t words = mention.last.value - mention.first.value;
      if (mention.head == token && actor.code.empty() && (actor.person || words == 2 || words == 3)) return {{mention.actor, mention.span, code.substr(0, 3) + "CVL"}};
    }
  }
  return {};
}

// Doers that the clause leaves open: whoever is accused of the act, did it before, or protests at home.
std::string_view ImpliedParties::add_sources(Event& event, const Reading& reading, TokenIndex token) {
  if (!event.sources.empty() || reading.frame->symmetric) return {};
  const auto set = [&](std::vector<EventParty> found) {
    event.sources = std::move(found);
    return !event.sources.empty();
  };
  if (const TokenIndex outer = readings_.outer_of(token)) {  // "accused Baku of shelling"
    const Reading& above = *readings_.at(outer);
    const CodeRecord* code = lexicon_.code(above.code);
    if (code != nullptr && lexicon_.string(code->kind) == "ACCUSE") {
      std::vector<EventParty> accused = readings_.parties(above, lexicon_.targets(*above.frame));
      std::erase_if(accused, [&](const EventParty& party) { return std::ranges::any_of(event.targets, [&](const EventParty& each) { return each.code == party.code; }); });
      if (set(std::move(accused))) return "who is accused of it";
    }
  }
  if (reading.arguments.passive && set(source_by_announcement(event, token))) return "the government that announces it";
  if (set(source_by_repetition(document_, event))) return "who did it when it was told before";
  if (set(source_of_protest(event))) return "the people at home";
  if (reading.arguments.in(slot_hash("subj")).empty() && set(source_by_counterpart(document_, event))) return "who stood on the other side before";
  return {};
}

// "The minister said two diplomats had been expelled": what only a government can do is done by the one that announces it.
std::vector<EventParty> ImpliedParties::source_by_announcement(const Event& event, TokenIndex token) const {
  const bool frees = event.cameo.starts_with("084");  // "an official of the group said the woman would be handed over"
  if ((event.plover != "SANCTION" && !frees) || event.targets.empty()) return {};
  std::vector<StatementIndex> chain;
  claim_chain(document_, token, chain);
  if (chain.empty()) return {};
  const Statement& statement = document_.statements[chain.back().value];
  if (frees && (statement.stance == Stance::kDemands || statement.stance == Stance::kWarns || statement.stance == Stance::kAsks)) return {};
  const bool holds = frees && (statement.code.ends_with("REB") || statement.code.ends_with("MIL") || statement.code.ends_with("GOV"));
  if (!holds && (!statement.code.ends_with("GOV") || shares_country(event.targets, statement.code))) return {};
  return {{statement.speaker, statement.speaker_span, statement.code}};
}

std::string_view ImpliedParties::add_targets(Event& event, const Reading& reading) {
  if (!event.targets.empty() || event.sources.empty() || reading.frame->symmetric) return {};
  const auto set = [&](std::vector<EventParty> found) {
    event.targets = std::move(found);
    return !event.targets.empty();
  };
  if (const TokenIndex outer = readings_.outer_of(event.trigger_token)) {  // "rejected Washington's demand": made to whoever rejects
    const Reading& above = *readings_.at(outer);
    std::vector<EventParty> found = readings_.parties(above, lexicon_.sources(*above.frame));
    std::erase_if(found, [&](const EventParty& party) { return shares_country(event.sources, party.code); });
    if (set(std::move(found))) return "who does the act that this one is part of";
  }
  if (is_reciprocal(reading) && set(event.sources)) return "each other";
  if (set(target_by_place(document_, event))) return "where it happened";
  if (event.plover == "THREATEN" && set(target_by_condition(event))) return "whom the condition is about";
  if (set(target_of_reference(event, reading))) return "whoever did what its object refers to";
  if (set(target_at_home(event))) return "the government at home";
  if (reading.frame->target_count == 0) return {};
  const bool open = std::ranges::all_of(lexicon_.targets(*reading.frame), [&](const RoleRecord& role) { return role.inner != 0 || reading.arguments.in(role.slot).empty(); });
  const Reading* inner = reading.inner ? readings_.at(reading.inner) : nullptr;
  const bool peace = event.cameo == "1056" || (inner != nullptr && (inner->frame->symmetric || inner->code.starts_with("087")));
  if ((event.cameo == "039" || (event.plover == "REQUEST" && peace)) && set(sides_called_on(event))) return "the sides of the conflict";  // "offered to mediate"
  if (event.cameo == "1056") return {};
  if (set(partner_in_talks(event))) return "with whom it talked";
  if (!open && event.plover == "REQUEST") return {};  // "urged donors"
  if (open && set(target_by_quarrel(document_, event))) return "whom it stood against before";
  if (!open && set(land_at_home(document_, event))) return "the country that they fight in";
  if (set(subjects_at_home(document_, event))) return "the people, opponents or rebels at home";
  if (open && set(target_in_conflict(event))) return "the other side of the conflict";
  if (open && event.cameo == "051" && set(target_of_reaction(document_, event))) return "who did what it is about";
  if (set(target_by_focus(document_, event))) return "at whom most acts of the article are aimed";
  if (set(target_inside(event, reading))) return "named inside its object";
  return {};
}

// "freed the women, a gesture that the Red Cross welcomed": a noun that sums up what was said, at times hung on the list before it.
bool ImpliedParties::is_comment(TokenIndex noun) const {
  const Relation relation = document_.tokens[noun.value].relation;
  if (relation == Relation::kConj) return !child(document_, children_, noun, Relation::kCc);
  return relation == Relation::kAppos || relation == Relation::kParataxis;
}

// "denounced it as a mistake": what is praised, blamed or refused as "it" is more often what somebody did than a body.
std::vector<EventParty> ImpliedParties::behind_pronoun(const Event& event, const Reading& reading) const {
  if (event.plover != "SUPPORT" && event.plover != "ACCUSE" && event.plover != "REJECT") return {};
  for (const TokenIndex object : reading.arguments.in(slot_hash("obj"))) {
    const std::string word = lowered(document_.form(object));
    if (word == "it" || word == "this" || word == "that") return target_of_reaction(document_, event);
  }
  return {};
}

// "accused each other"
bool ImpliedParties::is_reciprocal(const Reading& reading) const {
  return std::ranges::any_of(reading.arguments.in(slot_hash("obj")), [&](TokenIndex object) {
    const auto form = [&](std::uint32_t at) { return at < document_.tokens.size() ? lowered(document_.form(TokenIndex(at))) : std::string(); };
    const auto are = [&](std::uint32_t first) { return (form(first) == "each" && form(first + 1U) == "other") || (form(first) == "one" && form(first + 1U) == "another"); };
    return are(object.value) || (object.value > 0 && are(object.value - 1U));
  });
}

// Whom one side of the article's conflict threatens, attacks or punishes: the other one.
std::vector<EventParty> ImpliedParties::target_in_conflict(const Event& event) const {
  const bool at_home = event.cameo.starts_with("17") && event.cameo != "171";  // emergency, curfew, arrests
  if (at_home || (event.plover != "THREATEN" && event.plover != "ASSAULT" && event.plover != "COERCE" && event.plover != "SANCTION")) return {};
  return other_side(event);
}

std::vector<EventParty> ImpliedParties::other_side(const Event& event) const {
  std::vector<EventParty> sides = sides_of_conflict(document_, event, {});
  const auto own = [&](const EventParty& party) { return std::ranges::any_of(event.sources, [&](const EventParty& source) { return source.code == party.code || (country_of(sides.front().code) != country_of(sides.back().code) && country_of(source.code) == country_of(party.code)); }); };
  if (sides.empty() || std::ranges::count_if(sides, own) != 1) return {};
  return {own(sides.front()) ? sides.back() : sides.front()};
}

// "In a call with Tokyo he asked for boats": whom he spoke to.
std::vector<EventParty> ImpliedParties::partner_in_talks(const Event& event) const {
  if (event.plover != "REQUEST" && event.plover != "AGREE") return {};
  for (auto earlier = document_.events.rbegin(); earlier != document_.events.rend() && earlier->sentence == event.sentence; ++earlier) {
    if (earlier->plover != "CONSULT" || earlier->sources.size() < 2) continue;
    std::vector<EventParty> partners = earlier->sources;
    const bool took_part = std::erase_if(partners, [&](const EventParty& party) { return shares_country(event.sources, party.code); }) > 0;
    if (took_part) return partners;
  }
  return {};
}

// Whom a call for a truce or talks is made to: both sides, or the other one if one of them makes it.
std::vector<EventParty> ImpliedParties::sides_called_on(const Event& event) const {
  std::vector<EventParty> sides = sides_of_conflict(document_, event, {});
  const auto own = [&](const EventParty& party) { return shares_country(event.sources, party.code); };
  if (!std::ranges::any_of(sides, own)) return sides;
  if (event.cameo == "1056") return {};  // a party that asks for calm asks nobody
  std::erase_if(sides, own);
  return sides;
}

// "the decision", "the attack" in a target's role: whoever did that.
std::vector<EventParty> ImpliedParties::target_of_reference(const Event& event, const Reading& reading) {
  for (const RoleRecord& role : lexicon_.targets(*reading.frame)) {
    if (role.inner != 0) continue;
    for (const TokenIndex each : reading.arguments.in(role.slot)) {
      const std::string lemma = folded(document_.lemma(each));
      if (document_.tokens[each.value].upos != Upos::kNoun || lexicon_.cue(lemma, "refers") == nullptr) continue;
      if (!is_definite(each) && !is_comment(each)) continue;
      if (lexicon_.cue(lemma, "accord") != nullptr) {
        std::vector<EventParty> parties = parties_of_accord(document_, event);
        if (!parties.empty()) return parties;
      }
      const Reading* named = readings_.at(each);
      const CodeRecord* code = named == nullptr || named->code == "-" ? nullptr : lexicon_.code(named->code);
      std::vector<EventParty> parties = target_by_reference(document_, event, lemma, code == nullptr ? std::string_view{} : lexicon_.string(code->kind));
      if (!parties.empty()) return parties;
    }
  }
  return {};
}

// "warned bad things would happen if the Taliban did not cede control": whoever the condition is about.
std::vector<EventParty> ImpliedParties::target_by_condition(const Event& event) const {
  const Token& act = document_.tokens[event.trigger_token.value];
  for (std::uint32_t i = act.left_edge.value; i <= act.right_edge.value; ++i) {
    const TokenIndex clause(i);
    if (document_.tokens[i].relation != Relation::kAdvcl) continue;
    const TokenIndex mark = child(document_, children_, clause, Relation::kMark);
    const std::string word = mark ? lowered(document_.form(mark)) : std::string();
    const TokenIndex subject = surface_subject(document_, children_, clause);
    if ((word != "if" && word != "unless") || !subject || is_passive(document_, children_, clause)) continue;  // "unless he is freed": not by himself
    std::vector<EventParty> found = readings_.actors_at(subject, false);
    std::erase_if(found, [&](const EventParty& party) { return shares_country(event.sources, party.code); });
    if (!found.empty()) return found;
  }
  return {};
}

// "lifted all restrictions on visits to relatives in Cuba": who else is named inside what the act is about.
std::vector<EventParty> ImpliedParties::target_inside(const Event& event, const Reading& reading) const {
  static const std::uint64_t kObject = slot_hash("obj");
  static const std::uint64_t kComplement = slot_hash("comp");
  if (event.plover == "MOBILIZE" || event.plover == "CONSULT" || event.plover == "REJECT") return {};
  for (const Argument& argument : reading.arguments.all) {
    if (argument.inferred || (argument.slot != kObject && argument.slot != kComplement)) continue;
    std::vector<TokenIndex> open = {argument.token};
    for (std::size_t i = 0; i < open.size(); ++i) {
      std::vector<EventParty> found = i == 0 ? std::vector<EventParty>{} : readings_.actors_at(open[i], true);
      if (document_.tokens[open[i].value].upos == Upos::kPron) found.clear();
      std::erase_if(found, [&](const EventParty& party) { return shares_country(event.sources, party.code) || !party.actor || document_.actors[party.actor.value].id.empty(); });
      if (!found.empty()) return {found.front()};
      for (const TokenIndex each : children_.of(open[i])) {
        const Relation relation = document_.tokens[each.value].relation;
        if (relation == Relation::kAclRelcl || relation == Relation::kAdvcl || relation == Relation::kParataxis || relation == Relation::kCcomp) continue;
        if (each > event.trigger_token) open.push_back(each);
      }
    }
  }
  return {};
}

bool ImpliedParties::is_definite(TokenIndex noun) const {
  const TokenIndex determiner = child(document_, children_, noun, Relation::kDet);
  return determiner && (document_.tokens[determiner.value].morph.definite == Definite::kDef || document_.tokens[determiner.value].morph.pron_type == PronType::kDem);
}

// "Hamas freed two Americans after mediation by Qatar": of the act told before in the same sentence.
std::vector<EventParty> ImpliedParties::parties_beside(const Event& event) const {
  if (document_.events.empty() || document_.events.back().sentence != event.sentence) return {};
  const Event& last = document_.events.back();
  if (last.sources.empty() || last.targets.empty() || last.plover == "CONSULT" || shares_country(last.targets, last.sources.front().code)) return {};
  if (shares_country(event.sources, last.sources.front().code) || shares_country(event.sources, last.targets.front().code)) return {};
  std::vector<EventParty> parties = {last.sources.front()};
  if (!last.targets.front().code.ends_with("CVL")) parties.push_back(last.targets.front());  // hostages negotiate nothing
  return parties;
}

// Acts done together whose parties stand elsewhere: the sides a mediator goes between, the parties of the act that "talks" or
// "a swap" in the same sentence belongs to.
void ImpliedParties::add_sides(Event& event, const Reading& reading, TokenIndex token) const {
  if (!reading.frame->symmetric && event.cameo != "045") return;
  std::vector<EventParty> both = event.sources;
  both.insert(both.end(), event.targets.begin(), event.targets.end());
  if (event.cameo == "045" && (count_countries(both) < 3 || event.targets.empty())) {
    std::vector<EventParty> sides = parties_beside(event);
    if (sides.empty()) sides = sides_of_conflict(document_, event, event.sources);
    for (EventParty& side : sides) event.sources.push_back(std::move(side));
    return;
  }
  if (count_countries(both) > 1 || document_.tokens[token.value].upos != Upos::kNoun || document_.events.empty()) return;
  const Event& last = document_.events.back();
  if (last.sentence != event.sentence) return;
  if (both.empty()) {
    if (count_countries(last.sources) < 2 || count_countries(last.targets) < 2) return;
    event.sources = last.sources;
    event.targets = last.targets;
  } else if (shares_country(last.targets, both.front().code) || shares_country(last.sources, both.front().code)) {  // "freed four women … under a ceasefire with Israel"
    for (const EventParty& party : last.sources) {
      if (!shares_country(both, party.code)) event.sources.push_back(party);
    }
  }
}

// "promised help in a phone call with Rudd", "said at a meeting with": whoever the clause is about takes part.
void ImpliedParties::join_subject(Event& event, const Reading& reading, TokenIndex token) const {
  const Token& noun = document_.tokens[token.value];
  const bool inside = noun.relation == Relation::kObl || noun.relation == Relation::kNmod;
  if (!reading.frame->symmetric || noun.upos != Upos::kNoun || !inside || !noun.head || count_countries(event.sources) + count_countries(event.targets) == 0) return;
  const std::string word = preposition(document_, children_, token);
  if (word != "in" && word != "during" && word != "at" && word != "for" && word != "on") return;
  std::vector<EventParty> both = event.sources;
  both.insert(both.end(), event.targets.begin(), event.targets.end());
  if (count_countries(both) > 1) return;
  TokenIndex subject = noun.relation == Relation::kObl ? surface_subject(document_, children_, noun.head) : noun.head;
  if (noun.relation == Relation::kNmod && document_.tokens[subject.value].relation == Relation::kNmod) subject = document_.tokens[subject.value].head;  // "Blinken, in Manila for talks"
  if (!subject) return;
  for (EventParty& party : readings_.actors_at(referent(document_, subject), false)) {
    if (!shares_country(both, party.code)) event.sources.push_back(std::move(party));
  }
}

}  // namespace bayhaqi
