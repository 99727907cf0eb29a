#include "event/event_filter.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "document/clauses.h"
#include "document/codes.h"

namespace bayhaqi {

namespace {

constexpr std::array<std::string_view, 18> kWorks = {"act",   "ballet", "book",  "comedy", "documentary", "drama",    "epic",   "film",  "game",
                                                     "movie", "musical", "novel", "opera",  "play",        "premiere", "series", "story", "thriller"};
constexpr std::string_view kTeamTopic = "sport";

}  // namespace

void EventFilter::read_article() { topic_ = read_topic(document_, lexicon_.topics()); }

EventFilter::Refusal EventFilter::of_reading(TokenIndex token, const Reading& reading) {
  if (topic_.fiction && tells_fiction(token)) return {"fiction", "told of a work of art"};
  if (is_asked_about(token)) return {"question", "asked, not said"};
  if (is_epithet(token, reading)) return {"epithet", "an epithet, no act of its own"};
  if (is_toll(token, reading)) return {"absorbed", "what another assault did"};
  if (reading.code == "-") return {"discard", std::string(lexicon_.string(reading.frame->reason))};
  return {};
}

EventFilter::Refusal EventFilter::of_topic(const Event& event) const {
  if (topic_.name.empty() || is_politics(event)) return {};
  return {"topic", "the article is about " + topic_.name + " (" + topic_.evidence + "), and no political actors stand on both sides"};
}

EventFilter::Refusal EventFilter::of_parties(const Event& event) const {
  const auto words = [&] { return std::string(document_.words(event.trigger)); };
  if (is_private(event)) return {"no-actor", "nobody around '" + words() + "' is of a country or of politics"};
  if (event.sources.empty() && event.targets.empty()) return {"no-actor", "no political actor around '" + words() + "'"};
  return {};
}

// "In the film a general refuses to surrender": of an article on works of art, sentences that name one.
bool EventFilter::tells_fiction(TokenIndex token) const {
  const Sentence& sentence = document_.sentences[document_.tokens[token.value].sentence.value];
  for (std::uint32_t i = sentence.first.value; i < sentence.last.value; ++i) {
    if (std::ranges::find(kWorks, document_.lemma(TokenIndex(i))) != kWorks.end()) return true;
  }
  return false;
}

// "Asked whether he would resign": a question asks for no act.
bool EventFilter::is_asked_about(TokenIndex token) const {
  const auto questions = [&](TokenIndex clause) {
    const TokenIndex mark = child(document_, children_, clause, Relation::kMark);
    const std::string word = mark ? lowered(document_.form(mark)) : std::string();
    return (word == "whether" || word == "if") && (document_.tokens[clause.value].relation == Relation::kCcomp || document_.tokens[clause.value].relation == Relation::kXcomp || document_.tokens[clause.value].relation == Relation::kAdvcl);
  };
  const auto asks = [&](TokenIndex verb) { return document_.lemma(verb) == "ask" || document_.lemma(verb) == "wonder"; };
  return asks(token) && std::ranges::any_of(children_.of(token), questions);
}

// "Iran-backed militias": a participle before its noun is an epithet; only "the French-brokered truce" tells an act.
bool EventFilter::is_epithet(TokenIndex token, const Reading& reading) const {
  const Token& here = document_.tokens[token.value];
  if (here.upos != Upos::kVerb || here.relation != Relation::kAmod || here.morph.tense != Tense::kPast) return false;
  const CodeRecord* code = lexicon_.code(reading.code);
  return !child(document_, children_, token, Relation::kCompound) || code == nullptr || lexicon_.string(code->kind) != "CONSULT";
}

// "shelled the town, killing nine": one assault and its toll.
bool EventFilter::is_toll(TokenIndex token, const Reading& reading) {
  const Token& here = document_.tokens[token.value];
  const bool trailing = here.relation == Relation::kAdvcl || here.relation == Relation::kAclRelcl || here.relation == Relation::kAcl;
  if (!trailing || !here.head || here.upos != Upos::kVerb) return false;
  const auto is_assault = [&](const Reading& each) {
    const CodeRecord* code = lexicon_.code(each.code);
    return code != nullptr && lexicon_.string(code->kind) == "ASSAULT";
  };
  if (!is_assault(reading)) return false;
  if (here.relation == Relation::kAclRelcl && document_.tokens[here.head.value].relation == Relation::kNmod) {  // "the shelling of a market in which 68 were killed"
    const Reading* whole = readings_.at(document_.tokens[here.head.value].head);
    if (whole != nullptr && is_assault(*whole) && document_.tokens[document_.tokens[here.head.value].head.value].upos == Upos::kNoun) return true;
  }
  const TokenIndex mark = child(document_, children_, token, Relation::kMark);
  if (here.relation == Relation::kAdvcl && (mark || here.morph.verb_form == VerbForm::kFin)) return false;
  const Reading* above = readings_.at(here.head);
  return above != nullptr && is_assault(*above);
}

// Firms, workers, doctors of no country among themselves.
bool EventFilter::is_private(const Event& event) {
  const auto nameless = [](const EventParty& party) { return party.code == "BUS" || party.code == "LAB" || party.code == "CVL" || party.code == "EDU" || party.code == "MED"; };
  return !(event.sources.empty() && event.targets.empty()) && std::ranges::all_of(event.sources, nameless) && std::ranges::all_of(event.targets, nameless);
}

// In an article that is not about politics only what political actors do to others
// counts, and what known people in office do; if it is about politics too, all they do.
bool EventFilter::is_politics(const Event& event) const {
  const auto team = [&](const EventParty& party) { return topic_.name == kTeamTopic && (!party.actor || is_bare_country(document_.actors[party.actor.value].id)); };  // "England host Malta"
  const auto political = [&](const EventParty& party) { return !team(party) && is_political(party.code) && (party.code.starts_with("IGO") || (party.code.size() > 3 && is_bare_country(party.code.substr(0, 3)))); };
  const auto known = [&](const EventParty& party) { return party.actor && political(party) && document_.actors[party.actor.value].person && !document_.actors[party.actor.value].id.empty(); };
  const bool source = std::ranges::any_of(event.sources, political);
  const bool target = std::ranges::any_of(event.targets, political);
  return topic_.clear ? (source && target) || std::ranges::any_of(event.sources, known) : source || target;
}

}  // namespace bayhaqi
