// Who is meant by words that name nobody: pronouns, bare titles, "both sides", "his Iraqi counterpart".
// Antecedents are searched backwards in what was said, the nearer the better, subjects before others (Lappin and Leass 1994
// in spirit, with far fewer factors).
#include <algorithm>
#include <array>
#include <limits>

#include "actor/phrase_coder.h"
#include "base/utf8.h"
#include "document/clauses.h"
#include "document/codes.h"

namespace bayhaqi {

namespace {

constexpr std::uint32_t kPersonReach = 5;  // sentences
constexpr std::uint32_t kBodyReach = 3;
constexpr std::uint32_t kNamedReach = 5;   // of a body
constexpr std::uint32_t kPairReach = 30;
// How much likelier something that is no actor may be than the actor a pronoun is given to where it does what only parties do.
constexpr double kDoerOdds = 4;
constexpr int kPerSentence = 10;
constexpr int kSubjectBonus = 7;
constexpr int kChainBonus = 4;     // "in a call with his counterpart, Kamikawa, he asked"
constexpr int kSpeakerBonus = 6;   // "Iran said it …"
// "it was reported"
constexpr std::array<std::string_view, 20> kSaidOf = {"agree",  "allege",  "announce", "argue", "believe", "claim", "decide", "estimate", "expect",  "fear",
                                                      "hope",  "know",    "learn",    "report", "reveal", "rumor", "rumour", "say",     "suggest", "think"};

constexpr std::array<std::string_view, 5> kPrivateSectors = {"BUS", "CVL", "EDU", "LAB", "MED"};

bool is_private(std::string_view code) { return code.size() == 6 && std::ranges::find(kPrivateSectors, code.substr(3)) != kPrivateSectors.end(); }

bool last_word_equal(std::string_view a, std::string_view b) { return surname_of(a) == surname_of(b); }

}  // namespace

void PhraseCoder::code_pronoun(TokenIndex token) {
  const Token& here = document_.tokens[token.value];
  if (here.relation == Relation::kExpl || here.relation == Relation::kDet) return;
  const PronounKind kind = pronoun_kind(lowered(document_.form(token)));
  if (kind == PronounKind::kNone) return;
  if (listener) listener(token, antecedents_.candidates(token));
  if (kind == PronounKind::kIt && is_expletive(token)) return;
  const bool person = kind == PronounKind::kHe || kind == PronounKind::kShe;
  const Antecedents::Choice meant = antecedents_.choose(token, [&](TokenIndex head) { return actors_meant(head, kind); });
  if (meant.actors.empty() || meant.any.probability > (meant.party_wanted ? kDoerOdds : 1) * meant.probability) return;
  const bool subject = universal(here.relation) == Relation::kNsubj;
  for (const ActorIndex actor : meant.actors) {
    if (person) entities_.of(actor).gender = kind == PronounKind::kHe ? 'm' : 'f';
    entities_.mention(person ? actor : acting(actor, token), token, TokenIndex(token.value + 1U), token, MentionKind::kPronoun, {}, subject);
  }
}

// Who is named by a phrase and can be meant by the pronoun; by a list, for "they", all in it.
std::vector<ActorIndex> PhraseCoder::actors_meant(TokenIndex head, PronounKind kind) const {
  std::vector<ActorIndex> meant;
  const auto add = [&](TokenIndex each) {
    for (const ActorIndex actor : actors_at(each)) {
      if (std::ranges::find(meant, actor) == meant.end()) meant.push_back(actor);
    }
  };
  if (document_.tokens[head.value].relation == Relation::kAmod) return meant;  // "Iraqi" in "Iraqi oil" is nobody yet
  if (kind != PronounKind::kThey || document_.tokens[head.value].upos == Upos::kPron) add(head);
  else for (const TokenIndex each : conjuncts(document_, children_, head)) add(each);
  if (kind == PronounKind::kThey) {
    if (meant.size() == 1 && entities_.of(meant.front()).person && !entities_.of(meant.front()).plural) meant.clear();  // one man is no "them"
    return meant;
  }
  const bool person = kind != PronounKind::kIt;
  std::erase_if(meant, [&](ActorIndex actor) { return entities_.of(actor).person != person || (!person && entities_.of(actor).plural); });
  return meant;
}

// "it is likely that", "it took days to", "it is time": a subject that means nothing.
bool PhraseCoder::is_expletive(TokenIndex token) const {
  const Token& here = document_.tokens[token.value];
  if (universal(here.relation) != Relation::kNsubj || !here.head) return false;
  const Token& predicate = document_.tokens[here.head.value];
  const std::string_view lemma = document_.lemma(here.head);
  const auto has = [&](Relation relation) { return static_cast<bool>(child(document_, children_, here.head, relation)); };
  if (is_impersonal(lemma)) return true;
  if (here.relation == Relation::kNsubjPass && std::ranges::find(kSaidOf, lemma) != kSaidOf.end() && !has(Relation::kXcomp)) return true;  // "it was reported"
  if (!has(Relation::kCop)) return false;
  const bool clause = has(Relation::kCsubj) || has(Relation::kCcomp) || (predicate.upos == Upos::kAdj && (has(Relation::kAdvcl) || has(Relation::kXcomp)));
  const bool cleft = has(Relation::kAclRelcl) || (predicate.upos == Upos::kNoun && has(Relation::kAcl));  // "it was Iran that …", "it is time to"
  const bool matter = predicate.upos == Upos::kNoun && has(Relation::kCase);  // "it is not within his domain"
  return clause || cleft || matter || predicate.upos == Upos::kAdv;
}

// The subject of the verb of speech whose clause has the word at `at` as its subject: "Iran said it would …".
TokenIndex PhraseCoder::speaker_above(TokenIndex at) const {
  const Token& here = document_.tokens[at.value];
  if (universal(here.relation) != Relation::kNsubj || !here.head || document_.tokens[here.head.value].relation != Relation::kCcomp) return {};
  const TokenIndex verb = document_.tokens[here.head.value].head;
  return document_.tokens[verb.value].upos == Upos::kVerb ? child(document_, children_, verb, Relation::kNsubj) : TokenIndex{};
}

// A country that a subject stands for is its government.
ActorIndex PhraseCoder::acting(ActorIndex actor, TokenIndex at) {
  const Entity& entity = entities_.of(actor);
  const bool country = entity.entry != ActorLexicon::kNoEntry && lexicon_.entry(entity.entry).kind == EntryKind::kCountry;
  const ClauseRole role = clause_role(document_, children_, at);
  if (!country || (role != ClauseRole::kSubject && role != ClauseRole::kPossessor)) return actor;
  return intern_country(entity.entry, true);
}

// Who does what is done to the word at `at`, if that is an object or a party: no "him" or "both" there means the doer.
std::vector<ActorIndex> PhraseCoder::doers_above(TokenIndex at) const {
  const ClauseRole role = clause_role(document_, children_, at);
  if (role == ClauseRole::kSubject || role == ClauseRole::kPossessor) return {};
  TokenIndex verb = document_.tokens[at.value].head;
  for (int i = 0; i < 3 && verb && document_.tokens[verb.value].upos != Upos::kVerb; ++i) verb = document_.tokens[verb.value].head;
  if (!verb || document_.tokens[verb.value].upos != Upos::kVerb) return {};
  const TokenIndex subject = surface_subject(document_, children_, verb);
  if (!subject || subject == at || is_passive(document_, children_, verb)) return {};
  const TokenIndex meant = referent(document_, subject);
  std::vector<ActorIndex> doers;
  for (const TokenIndex each : conjuncts(document_, children_, meant)) {
    for (const ActorIndex actor : actors_at(each)) doers.push_back(actor);
  }
  for (const TokenIndex each : children_.of(meant)) {  // "his counterpart, Emomali Rahmon, who met him"
    if (document_.tokens[each.value].relation != Relation::kAppos || each == at) continue;
    for (const ActorIndex actor : actors_at(each)) doers.push_back(actor);
  }
  for (const TokenIndex each : children_.of(meant)) {  // "French aircraft": France, though aircraft are nobody
    if (!doers.empty()) break;
    if (document_.tokens[each.value].relation == Relation::kAmod || document_.tokens[each.value].relation == Relation::kNmodPoss) doers = actors_at(each);
  }
  return doers;
}

// Principle C: who speaks is not named in what is said ahead of it: "“Our troops left Ukraine,” it said."
bool PhraseCoder::is_said_by(TokenIndex named, TokenIndex pronoun) const {
  const Token& here = document_.tokens[pronoun.value];
  if (universal(here.relation) != Relation::kNsubj || !here.head || document_.tokens[named.value].sentence != here.sentence || document_.tokens[here.head.value].upos != Upos::kVerb) return false;
  for (TokenIndex at = named; document_.tokens[at.value].head; at = document_.tokens[at.value].head) {
    if (document_.tokens[at.value].head == here.head) return universal(document_.tokens[at.value].relation) == Relation::kCcomp;
  }
  return false;
}

// "the Russian": the person of that country who was named last, a few sentences back; none for "a Russian".
ActorIndex PhraseCoder::compatriot_named_last(const NounPhrase& phrase, std::string_view country) const {
  if (!definite(phrase)) return {};
  const Entities::Seen* seen = entities_.last_before(phrase.root, kPersonReach, [&](ActorIndex actor) { return entities_.of(actor).person && entities_.actor(actor).code.starts_with(country); });
  return seen == nullptr ? ActorIndex{} : seen->actor;
}

// The person that a description without a name stands for: "the visitor", the owner of a counterpart.
ActorIndex PhraseCoder::resolve_person(TokenIndex at) const {
  const Token& here = document_.tokens[at.value];
  const std::vector<ActorIndex> doers = doers_above(at);
  const bool possessive = here.relation == Relation::kNmodPoss;
  const TokenIndex speaker = speaker_above(at);
  ActorIndex best;
  int best_score = std::numeric_limits<int>::min();
  for (const Entities::Seen& seen : entities_.seen()) {
    const Entity& entity = entities_.of(seen.actor);
    if (!entity.person || seen.head >= at) continue;
    if (std::ranges::find(doers, seen.actor) != doers.end()) continue;
    const std::uint32_t distance = here.sentence.value - seen.sentence.value;
    if (distance > kPersonReach) continue;
    const Token& other = document_.tokens[seen.head.value];
    if (!seen.pronoun && is_said_by(seen.head, at)) continue;
    // Principle B: an object is not its own clause's subject.
    if (!possessive && universal(here.relation) != Relation::kNsubj && other.head == here.head && universal(other.relation) == Relation::kNsubj) continue;
    int score = -static_cast<int>(distance) * kPerSentence + (seen.subject ? kSubjectBonus : 0);
    if (distance == 0) score += 3;
    if (distance == 0 && seen.pronoun && here.relation == Relation::kNsubj) score += kChainBonus;
    if (seen.head == speaker) score += kSpeakerBonus;
    if (score >= best_score) {
      best_score = score;
      best = seen.actor;
    }
  }
  return best;
}

// "the president", "the Russian foreign minister", "the council": someone named before, if the words fit.
std::optional<std::vector<ActorIndex>> PhraseCoder::resolve_description(const NounPhrase& phrase, const AgentReading& agent) {
  if (agent.plural || !definite(phrase)) return std::nullopt;
  std::vector<Base> near;
  add_unit_bases(phrase, near);
  if (near.empty()) add_possessor_bases(phrase.root, near);
  if (near.empty()) add_dependent_bases(phrase.root, near);
  if (near.empty()) {
    if (std::string there = country_there(phrase); !there.empty()) near.push_back({std::move(there), true, {}});
  }
  const auto& seen = entities_.seen();
  ActorIndex person;
  std::uint32_t latest = 0;  // sentence of its mention
  bool subject = false;
  for (auto it = seen.rbegin(); it != seen.rend(); ++it) {
    const Entity& entity = entities_.of(it->actor);
    const Actor& actor = entities_.actor(it->actor);
    if (it->head >= phrase.first || entity.plural) continue;
    if (person && (subject || it->sentence.value < latest)) break;  // of two in one sentence its subject
    const bool country_fits = near.empty() || std::ranges::any_of(near, [&](const Base& base) { return !actor.code.empty() && base.code.substr(0, 3) == actor.code.substr(0, 3); });
    if (!country_fits || (agent.sector == "ELI" && entity.person && actor.code.size() == 6 && !actor.code.ends_with("ELI"))) continue;
    if (agent.person && entity.person) {
      const bool role_fits = std::ranges::any_of(actor.roles, [&](const std::string& role) {
        return role.find(agent.phrase) != std::string::npos || (near.empty() && agent.phrase.find(' ') == std::string::npos && last_word_equal(role, agent.phrase));
      });
      const bool leader = agent.phrase == "leader" && actor.code.size() >= 6;
      if ((role_fits || leader) && (!person || it->subject)) {
        person = it->actor;
        latest = it->sentence.value;
        subject = it->subject;
      }
    }
    if (person) continue;
    if (!agent.person && entity.body && near.empty() && last_word_equal(actor.name, agent.phrase)) return std::vector<ActorIndex>{it->actor};
  }
  if (person) return std::vector<ActorIndex>{person};
  return std::nullopt;
}

bool PhraseCoder::code_reference(const NounPhrase& phrase) {
  const Unit* unit = nullptr;
  for (const std::uint32_t u : phrase.units) {
    if (units_[u].kind == UnitKind::kReference && units_[u].first <= phrase.root && phrase.root < units_[u].last) unit = &units_[u];
  }
  if (unit == nullptr) return false;
  const ModifierRecord& record = lexicon_.modifier(lexicon_.lexeme(unit->lexemes.front()).target);
  const std::string_view effect = lexicon_.string(record.effect);
  const RuleRef rule{static_cast<std::uint16_t>(record.file), record.line};
  std::vector<Base> near;
  add_unit_bases(phrase, near);
  std::vector<ActorIndex> actors;
  if (effect == "@pair") {
    if (!is_both(phrase) || !near.empty()) return false;
    actors = last_two_countries(phrase.root, false);
  } else if (effect == "@states" && !lexicon_.string(record.countries).empty()) {  // "the Koreas"
    for (std::string_view codes = lexicon_.string(record.countries); codes.size() >= 3; codes.remove_prefix(std::min<std::size_t>(4, codes.size()))) {
      if (const std::uint32_t entry = lexicon_.country(codes.substr(0, 3)); entry != ActorLexicon::kNoEntry) actors.push_back(intern_country(entry, true));
    }
  } else if (effect == "@states") {
    if (!is_both(phrase) || !near.empty()) return false;
    actors = last_two_countries(phrase.root, true);
  } else if (effect == "@country") {
    const bool nation = document_.tokens[phrase.root.value].upos == Upos::kPropn && near.empty() && std::ranges::any_of(children_.of(phrase.root), [&](TokenIndex each) { return document_.tokens[each.value].relation == Relation::kCompound && document_.tokens[each.value].upos == Upos::kPropn; });
    if (nation) return false;  // "the Kaska Nation"
    std::vector<Base> owners = near;  // "the Iranian nation"
    if (owners.empty()) add_possessor_bases(phrase.root, owners);
    if (owners.empty() && definite(phrase)) owners.push_back({country_named_last(phrase, lexicon_.string(record.countries)), true, {}});
    const bool acts = is_subject(phrase.root) && !befalls(phrase.root);
    for (const Base& base : owners) {
      const std::uint32_t entry = lexicon_.country(base.code.substr(0, std::min<std::size_t>(3, base.code.size())));
      if (entry != ActorLexicon::kNoEntry) actors.push_back(intern_country(entry, acts));
    }
  } else if (effect == "@body" && definite(phrase) && near.empty()) {
    if (const ActorIndex body = body_named_last(phrase, lexicon_.string(record.countries))) actors.push_back(body);
  } else if (effect == "@person" && definite(phrase)) {
    if (const ActorIndex person = resolve_person(phrase.root)) actors.push_back(person);
  } else if (effect == "@other") {
    if (const ActorIndex other = other_than_owner(phrase)) actors.push_back(other);
  } else if (effect == "@counterpart") {
    ActorIndex person;
    for (const TokenIndex each : children_.of(phrase.root)) {
      if (document_.tokens[each.value].relation != Relation::kNmodPoss) continue;
      const auto owners = bases_at(each);
      if (!owners.empty()) person = owners.front().actor;
    }
    if (!person) person = resolve_person(phrase.root);
    if (!person) return false;
    AgentReading agent;
    const std::string& code = entities_.actor(person).code;
    agent.sector = code.size() > 3 && !code.starts_with("IGO") ? code.substr(3) : "GOV";
    agent.phrase = entities_.actor(person).roles.empty() ? "counterpart" : entities_.actor(person).roles.front();
    agent.person = true;
    if (near.empty()) return false;
    const std::string name = unknown_name(phrase);
    for (const Base& base : near) actors.push_back(intern_agent(code_with(base, agent), phrase, agent, name));
  }
  for (const ActorIndex actor : actors) add_mention(actor, phrase, phrase.root, MentionKind::kDescription, rule);
  return !actors.empty();
}

// "the bloc": the body of one of these kinds that was named last, a few sentences back, or one whose name ends with the word. None if another
// body, of no dictionary, was named since, or if the phrase says more of it than that.
ActorIndex PhraseCoder::body_named_last(const NounPhrase& phrase, std::string_view kinds) const {
  for (const TokenIndex each : children_.of(phrase.root)) {
    const Relation relation = document_.tokens[each.value].relation;
    if (relation == Relation::kCompound || relation == Relation::kNummod || relation == Relation::kNmod) return {};
  }
  const std::string word = folded(document_.lemma(phrase.root));
  for (auto it = entities_.seen().rbegin(); it != entities_.seen().rend(); ++it) {
    const Entity& entity = entities_.of(it->actor);
    const Actor& actor = entities_.actor(it->actor);
    if (it->head >= phrase.first || entity.person || entity.plural) continue;
    if (phrase.sentence.value - it->sentence.value > kNamedReach) break;
    const std::string last = surname_of(actor.name);
    if (last == word && document_.tokens[it->head.value].upos == Upos::kPropn) return it->actor;
    const bool listed = entity.entry != ActorLexicon::kNoEntry;
    if (listed && kinds.find(kind_name(lexicon_.entry(entity.entry).kind)) != std::string_view::npos) return it->actor;
    const bool unknown_body = !listed && actor.code.empty() && ((lexicon_.classes(last) & (kNamedWord | kStateWord | kLearningWord | kFirmWord | kSocietyWord)) != 0 || (actor.name.size() > 1 && is_all_upper(actor.name)));
    if (unknown_body) return {};
  }
  return {};
}

// "both capitals", "the two men", but not "detained two men".
bool PhraseCoder::is_both(const NounPhrase& phrase) const {
  if (lowered(document_.form(phrase.root)) == "two") return true;
  for (const TokenIndex each : children_.of(phrase.root)) {
    const std::string word = lowered(document_.form(each));
    if (word == "both" || (word == "two" && definite(phrase))) return true;
  }
  return false;
}

// "the war-torn country", "the island": the one named last, here or in the sentence before (not by its capital), else the one
// that the article is about. `allowed`: codes to choose from, as far back as it takes; empty for all.
std::string PhraseCoder::country_named_last(const NounPhrase& phrase, std::string_view allowed) const {
  const auto& seen = entities_.seen();
  for (auto it = seen.rbegin(); it != seen.rend(); ++it) {
    if (it->head >= phrase.first || it->pronoun) continue;
    if (allowed.empty() && document_.tokens[phrase.root.value].sentence.value - it->sentence.value > 1) break;
    const Entity& entity = entities_.of(it->actor);
    const std::string country = country_of(entities_.actor(it->actor).code);
    if (!allowed.empty()) {
      if (is_bare_country(country) && allowed.find(country) != std::string_view::npos) return country;
      continue;
    }
    const bool state = entity.entry != ActorLexicon::kNoEntry && lexicon_.entry(entity.entry).kind == EntryKind::kCountry;
    const Token& head = document_.tokens[it->head.value];
    const bool by_name = surname_of(entities_.actor(it->actor).name) == folded(document_.form(it->head));
    if (state && by_name && head.upos == Upos::kPropn && head.relation != Relation::kAmod && head.relation != Relation::kCompound) return country;
  }
  return allowed.empty() ? entities_.focus_country(phrase.sentence) : std::string();
}

// "its neighbour": the state, group or body named last that is not the possessor's.
ActorIndex PhraseCoder::other_than_owner(const NounPhrase& phrase) {
  std::vector<Base> owners;
  add_possessor_bases(phrase.root, owners);
  if (owners.empty() && definite(phrase)) {  // "warned the old rival": not the one who warns
    const TokenIndex verb = document_.tokens[phrase.root.value].head;
    const TokenIndex subject = verb ? surface_subject(document_, children_, verb) : TokenIndex{};
    if (subject && subject != phrase.root) {
      for (const ActorIndex actor : actors_at(referent(document_, subject))) owners.push_back(base_of_actor(actor));
    }
  }
  if (owners.empty()) return {};
  const auto& seen = entities_.seen();
  for (auto it = seen.rbegin(); it != seen.rend(); ++it) {
    if (it->head >= phrase.root) continue;
    if (document_.tokens[phrase.root.value].sentence.value - it->sentence.value > kBodyReach) break;
    const std::string code = entities_.actor(it->actor).code;
    const Entity& entity = entities_.of(it->actor);
    if (code.size() < 3 || entity.entry == ActorLexicon::kNoEntry || entity.person) continue;
    const bool own = std::ranges::any_of(owners, [&](const Base& base) { return country_of(base.code) == country_of(code); });
    if (own) continue;
    const bool state = lexicon_.entry(entity.entry).kind == EntryKind::kCountry;
    return state ? intern_country(entity.entry, clause_role(document_, children_, phrase.root) == ClauseRole::kSubject) : it->actor;
  }
  return {};
}

// "Kyrgyzstan and Tajikistan": the two that were last named side by side, a few sentences back at most; empty if none.
std::vector<ActorIndex> PhraseCoder::last_pair(TokenIndex at, bool states, const std::vector<std::string>& doers) {
  const auto& seen = entities_.seen();
  for (std::size_t i = seen.size(); i-- > 0;) {
    if (seen[i].head >= at) continue;
    if (document_.tokens[at.value].sentence.value - seen[i].sentence.value > kPairReach) break;
    const Token& second = document_.tokens[seen[i].head.value];
    if (second.relation != Relation::kConj || !second.head) continue;
    std::vector<ActorIndex> pair;
    std::vector<std::string> countries;
    for (const TokenIndex head : conjuncts(document_, children_, second.head)) {
      for (const ActorIndex actor : actors_at(head)) {
        const std::string& code = entities_.actor(actor).code;
        const std::string country = country_of(code);
        const std::string side = !states && code.ends_with("REB") ? code : country;  // an army and its rebels are two sides
        if (country.size() < 3 || (states && !is_bare_country(country)) || std::ranges::find(countries, side) != countries.end()) continue;
        countries.push_back(side);
        const Entity& entity = entities_.of(actor);
        const bool state = entity.entry != ActorLexicon::kNoEntry && lexicon_.entry(entity.entry).kind == EntryKind::kCountry;
        pair.push_back(state ? intern_country(entity.entry, true) : actor);
      }
    }
    const bool doer = std::ranges::any_of(countries, [&](const std::string& country) { return std::ranges::find(doers, country) != doers.end(); });
    if (pair.size() == 2 && !doer) return pair;
  }
  return {};
}

// The two countries (or bodies) mentioned last, whichever way, in the order in which they were mentioned.
// `states`: countries only. Whoever does something to the two is none of them.
std::vector<ActorIndex> PhraseCoder::last_two_countries(TokenIndex at, bool states) {
  std::vector<ActorIndex> found;
  std::vector<std::string> countries;
  std::vector<std::string> doers;
  for (const ActorIndex actor : doers_above(at)) doers.push_back(country_of(entities_.actor(actor).code));
  const auto& seen = entities_.seen();
  if (std::vector<ActorIndex> pair = last_pair(at, states, doers); !pair.empty()) return pair;
  for (std::size_t i = seen.size(); i-- > 0 && found.size() < 2;) {
    if (seen[i].head >= at) continue;
    const std::string code = entities_.actor(seen[i].actor).code;
    if (code.size() < 3) continue;
    const std::string country = country_of(code);
    if (!is_bare_country(country) && !code.starts_with("IGO")) continue;  // reporters, aid agencies
    if (entities_.of(seen[i].actor).person && is_private(code)) continue;  // a singer is no side
    if ((states && !is_bare_country(country)) || std::ranges::find(doers, country) != doers.end()) continue;
    if (std::find(countries.begin(), countries.end(), country) != countries.end()) continue;
    countries.push_back(country);
    const Entity& entity = entities_.of(seen[i].actor);
    const bool state = entity.entry != ActorLexicon::kNoEntry && lexicon_.entry(entity.entry).kind == EntryKind::kCountry;
    const std::uint32_t whole = states && !state ? lexicon_.country(country) : ActorLexicon::kNoEntry;  // of a minister, his country
    found.insert(found.begin(), state ? intern_country(entity.entry, true) : whole != ActorLexicon::kNoEntry ? intern_country(whole, true) : seen[i].actor);
  }
  return found.size() == 2 ? found : std::vector<ActorIndex>{};
}

}  // namespace bayhaqi
