#include "event/code_events.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <set>

#include "base/utf8.h"
#include "document/clauses.h"
#include "document/codes.h"
#include "event/implied_targets.h"
#include "event/readings.h"
#include "event/repeats.h"
#include "event/status.h"
#include "place/governing.h"
#include "statement/chain.h"
#include "time/governing.h"

namespace bayhaqi {

namespace {

constexpr std::string_view kStage = "events";
constexpr std::array<std::string_view, 18> kWorks = {"act",   "ballet", "book",  "comedy", "documentary", "drama",    "epic",   "film",  "game",
                                                     "movie", "musical", "novel", "opera",  "play",        "premiere", "series", "story", "thriller"};
constexpr std::string_view kTeamTopic = "sport";
constexpr std::size_t kImplied = 1000;  // no role of the frame

bool shares_country(const std::vector<EventParty>& parties, std::string_view code) {
  return std::ranges::any_of(parties, [&](const EventParty& party) { return country_of(party.code) == country_of(code); });
}

std::size_t count_countries(const std::vector<EventParty>& parties) {
  std::set<std::string> countries;
  for (const EventParty& party : parties) countries.insert(country_of(party.code));
  return countries.size();
}

class EventCoder {
 public:
  EventCoder(Document& document, const EventLexicon& lexicon) : document_(document), lexicon_(lexicon), children_(document), readings_(document, children_, lexicon) {}

  void run() {
    phrases_ = read_phrases(document_, lexicon_.phrases());
    if (phrases_.drops_article) return note_dropped_article();
    topic_ = read_topic(document_, lexicon_.topics());
    mark_absorbed();
    for (std::size_t i = 0; i < document_.tokens.size(); ++i) code(TokenIndex(i));
    link_repeats(document_);
    for (Event& event : document_.events) name_category(event);
  }

 private:
  // Words that belong to another act: "talks" of "hold talks", what a refusal refuses.
  void mark_absorbed() {
    for (std::size_t i = 0; i < document_.tokens.size(); ++i) {
      const Reading* reading = readings_.at(TokenIndex(i));
      if (reading == nullptr) continue;
      for (const TokenIndex each : reading->matched) absorbed_.insert(each);
      if (!reading->inner || reading->fate != InnerFate::kDrop || stands_for_itself(*reading)) continue;
      absorbed_.insert(reading->inner);
      for (const TokenIndex each : children_.of(reading->inner)) {
        if (document_.tokens[each.value].relation == Relation::kConj) absorbed_.insert(each);
      }
    }
  }

  // "shelled the town, killing nine": one assault and its toll.
  bool is_toll(TokenIndex token, const Reading& reading) {
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

  [[nodiscard]] const Sentence& event_sentence(TokenIndex token) const { return document_.sentences[document_.tokens[token.value].sentence.value]; }

  // "In the film a general refuses to surrender": of an article on works of art, sentences that name one.
  [[nodiscard]] bool tells_fiction(const Sentence& sentence) const {
    for (std::uint32_t i = sentence.first.value; i < sentence.last.value; ++i) {
      if (std::ranges::find(kWorks, document_.lemma(TokenIndex(i))) != kWorks.end()) return true;
    }
    return false;
  }

  // "Asked whether he would resign": a question asks for no act.
  [[nodiscard]] bool is_asked_about(TokenIndex token) const {
    const auto questions = [&](TokenIndex clause) {
      const TokenIndex mark = child(document_, children_, clause, Relation::kMark);
      const std::string word = mark ? lowered(document_.form(mark)) : std::string();
      return (word == "whether" || word == "if") && (document_.tokens[clause.value].relation == Relation::kCcomp || document_.tokens[clause.value].relation == Relation::kXcomp || document_.tokens[clause.value].relation == Relation::kAdvcl);
    };
    const auto asks = [&](TokenIndex verb) { return document_.lemma(verb) == "ask" || document_.lemma(verb) == "wonder"; };
    return asks(token) && std::ranges::any_of(children_.of(token), questions);
  }

  // "Iran-backed militias": a participle before its noun is an epithet; only "the French-brokered truce" tells an act.
  bool is_epithet(TokenIndex token, const Reading& reading) {
    const Token& here = document_.tokens[token.value];
    if (here.upos != Upos::kVerb || here.relation != Relation::kAmod || here.morph.tense != Tense::kPast) return false;
    const CodeRecord* code = lexicon_.code(reading.code);
    return !child(document_, children_, token, Relation::kCompound) || code == nullptr || lexicon_.string(code->kind) != "CONSULT";
  }

  // "rejected Washington's demand": the demand is an act of somebody else's.
  bool stands_for_itself(const Reading& outer) {
    const Reading* inner = readings_.at(outer.inner);
    if (document_.tokens[outer.inner.value].upos != Upos::kNoun || inner == nullptr) return false;
    static const std::uint64_t kPossessor = slot_hash("poss");
    const auto acting = readings_.parties(outer, lexicon_.sources(*outer.frame));
    for (const TokenIndex owner : inner->arguments.in(kPossessor)) {
      if (document_.tokens[owner.value].head != outer.inner) continue;
      for (const EventParty& party : readings_.actors_at(owner, true)) {
        const bool same = std::ranges::any_of(acting, [&](const EventParty& each) { return country_of(each.code) == country_of(party.code); });
        if (!same) return true;
      }
    }
    return false;
  }

  void note(std::string code, TokenIndex token, std::string detail) {
    if (document_.keep_trace) document_.notes.push_back({kStage, std::move(code), document_.tokens[token.value].span, std::move(detail)});
  }

  void code(TokenIndex token) {
    const Reading* reading = readings_.at(token);
    if (reading == nullptr) return;
    if (absorbed_.contains(token)) return note("absorbed", token, "part of another act");
    if (const auto dropped = phrases_.dropped.find(document_.tokens[token.value].sentence.value); dropped != phrases_.dropped.end()) {
      return note("discard", token, "the words '" + std::string(document_.words(dropped->second)) + "' drop their sentence");
    }
    if (topic_.fiction && tells_fiction(event_sentence(token))) return note("fiction", token, "told of a work of art");
    if (is_asked_about(token)) return note("question", token, "asked, not said");
    if (is_epithet(token, *reading)) return note("epithet", token, "an epithet, no act of its own");
    if (is_toll(token, *reading)) return note("absorbed", token, "what another assault did");
    if (reading->code == "-") return note("discard", token, std::string(lexicon_.string(reading->frame->reason)));
    const CodeRecord* record = lexicon_.code(reading->code);
    if (record == nullptr || lexicon_.string(record->plover).empty()) return note("no-category", token, reading->code + " has no category");
    Event event;
    event.sentence = document_.tokens[token.value].sentence;
    event.trigger_token = token;
    event.trigger = trigger_span(token, *reading);
    event.cameo = reading->code;
    fill_code(event, *record);
    event.rule = {reading->frame->file, reading->frame->line};
    std::size_t source_role = 0;
    std::size_t target_role = 0;
    const bool refusal = is_refusal(token, *record);
    if (refusal) refuse(event);
    event.sources = with_speakers(readings_.parties(*reading, lexicon_.sources(*reading->frame), &source_role), *reading, lexicon_.sources(*reading->frame), token);
    event.targets = readings_.parties(*reading, lexicon_.targets(*reading->frame), &target_role);
    if (std::vector<EventParty> person = nameless_person(event, *reading, target_role); !person.empty()) {
      event.targets = std::move(person);
      target_role = 0;
    }
    std::erase_if(event.sources, [](const EventParty& party) { return !party.actor; });  // places do nothing themselves
    if (event.sources.empty()) event.sources = carrier_subject(token, *reading);
    if (event.targets.empty()) target_role = kImplied;
    if (const TokenIndex outer = readings_.outer_of(token); outer && !has_own_subject(token)) {  // "asked Kabul to return the base"
      const Reading& above = *readings_.at(outer);
      auto asked = above.fate == InnerFate::kUrged ? readings_.parties(above, lexicon_.targets(*above.frame)) : std::vector<EventParty>{};
      if (!asked.empty()) event.sources = std::move(asked);
    }
    const std::string_view together = lexicon_.string(reading->frame->together);
    const bool joint = !together.empty() && count_countries(event.sources) > 1;  // "Brazil and Argentina held exercises"
    if (const CodeRecord* code = joint ? lexicon_.code(together) : nullptr; code != nullptr) {
      event.cameo = together;
      fill_code(event, *code);
      event.targets = event.sources;
    }
    event.place = governing_place(document_, token);
    if (!topic_.name.empty() && !is_politics(event)) return note("topic", token, "the article is about " + topic_.name + " (" + topic_.evidence + "), and no political actors stand on both sides");
    add_implied_sources(event, *reading, token);
    add_implied_targets(event, *reading);
    join_subject(event, *reading, token);
    add_implied_sides(event, *reading, token);
    settle_parties(event, *reading);
    if (is_private(event)) return note("no-actor", token, "nobody around '" + std::string(document_.words(event.trigger)) + "' is of a country or of politics");
    if (event.sources.empty() && event.targets.empty()) return note("no-actor", token, "no political actor around '" + std::string(document_.words(event.trigger)) + "'");
    if (!refusal) settle_status(event, token, *reading);
    settle_claim(event, token);
    event.time = governing_time(document_, token);
    event.confidence = confidence(event, *reading);
    add_issues(event, phrases_);
    event.id = identify(event);
    if (document_.keep_trace) explain(event, *reading, source_role, target_role);
    document_.events.push_back(std::move(event));
  }

  // Firms, workers, doctors of no country among themselves.
  [[nodiscard]] static bool is_private(const Event& event) {
    const auto nameless = [](const EventParty& party) { return party.code == "BUS" || party.code == "LAB" || party.code == "CVL" || party.code == "EDU" || party.code == "MED"; };
    return !(event.sources.empty() && event.targets.empty()) && std::ranges::all_of(event.sources, nameless) && std::ranges::all_of(event.targets, nameless);
  }

  // In an article that is not about politics only what political actors do to others
  // counts, and what known people in office do; if it is about politics too, all they do.
  [[nodiscard]] bool is_politics(const Event& event) const {
    const auto team = [&](const EventParty& party) { return topic_.name == kTeamTopic && (!party.actor || is_bare_country(document_.actors[party.actor.value].id)); };  // "England host Malta"
    const auto political = [&](const EventParty& party) { return !team(party) && is_political(party.code) && (party.code.starts_with("IGO") || (party.code.size() > 3 && is_bare_country(party.code.substr(0, 3)))); };
    const auto known = [&](const EventParty& party) { return party.actor && political(party) && document_.actors[party.actor.value].person && !document_.actors[party.actor.value].id.empty(); };
    const bool source = std::ranges::any_of(event.sources, political);
    const bool target = std::ranges::any_of(event.targets, political);
    return topic_.clear ? (source && target) || std::ranges::any_of(event.sources, known) : source || target;
  }

  // Until here `plover` is the category that the act is treated like; the record has the ontology's own.
  void name_category(Event& event) const {
    if (const CodeRecord* record = lexicon_.code(event.cameo)) event.plover = lexicon_.string(record->plover);
  }

  void note_dropped_article() {
    if (document_.keep_trace) document_.notes.push_back({kStage, "discard", phrases_.article_phrase, "the words '" + std::string(document_.words(phrases_.article_phrase)) + "' drop the article"});
  }

  // How the event came about, for people: one note a step, all at the trigger.
  void explain(const Event& event, const Reading& reading, std::size_t source_role, std::size_t target_role) {
    if (const CodeRecord* record = lexicon_.code(event.cameo)) note("name", event.trigger_token, std::string(lexicon_.string(record->name)));
    note("frame", event.trigger_token, std::string(lexicon_.string(reading.frame->pattern)));
    if (reading.guessed > 0) note("guessed", event.trigger_token, "no line of the dictionary; the classifier gives it " + std::to_string(static_cast<int>(std::round(reading.guessed * 100))) + " %");
    const auto role = [&](std::span<const RoleRecord> roles, std::size_t index) { return index < roles.size() ? "stands in " + std::string(lexicon_.string(roles[index].text)) : std::string("implied by the words around"); };
    if (!event.sources.empty()) note("source", event.trigger_token, role(lexicon_.sources(*reading.frame), source_role));
    if (!event.targets.empty()) note("target", event.trigger_token, role(lexicon_.targets(*reading.frame), target_role));
    if (reading.inner) {
      note("combined", event.trigger_token, std::string(lexicon_.string(reading.frame->code)) + " about '" + std::string(document_.form(reading.inner)) + "' gives " + reading.code);
    }
    if (const TokenIndex outer = readings_.outer_of(event.trigger_token)) note("inside", event.trigger_token, "what '" + std::string(document_.form(outer)) + "' is about");
  }

  // "planned an assault", "was considering an embargo": who does what to the act does the act.
  [[nodiscard]] std::vector<EventParty> carrier_subject(TokenIndex token, const Reading& reading) const {
    static const std::uint64_t kSubject = slot_hash("subj");
    const Token& noun = document_.tokens[token.value];
    if (noun.upos != Upos::kNoun || noun.relation != Relation::kObj || !noun.head) return {};
    const std::string verb = folded(document_.lemma(noun.head));
    const CueRecord* object = lexicon_.cue(verb, "object");
    const std::string_view effect = object == nullptr ? std::string_view{} : lexicon_.string(object->effect);
    if (lexicon_.cue(verb, "carries") == nullptr && effect != "planned" && effect != "possible") return {};
    std::vector<EventParty> found;
    for (const TokenIndex subject : reading.arguments.in(kSubject)) {
      for (EventParty& party : readings_.actors_at(subject, false)) found.push_back(std::move(party));
    }
    return found;
  }

  [[nodiscard]] bool has_own_subject(TokenIndex verb) const {
    return child(document_, children_, verb, Relation::kNsubj) || child(document_, children_, verb, Relation::kNsubjPass) || child(document_, children_, verb, Relation::kNmodPoss) || document_.tokens[verb.value].upos != Upos::kVerb;
  }

  // "Kabul will not allow …": who won't do something friendly refuses it. Annotation guide, settled point 3.
  [[nodiscard]] bool is_refusal(TokenIndex token, const CodeRecord& record) const {
    if (document_.tokens[token.value].upos != Upos::kVerb || record.quad > 2 || lexicon_.refusal().empty() || is_passive(document_, children_, token)) return false;
    bool will = false;
    bool negative = false;
    for (const TokenIndex each : children_.of(token)) {
      const std::string lemma = folded(document_.lemma(each));
      will = will || (document_.tokens[each.value].relation == Relation::kAux && (lemma == "will" || lemma == "would"));
      negative = negative || (document_.tokens[each.value].relation == Relation::kAdvmod && (lemma == "not" || lemma == "never"));
    }
    return will && negative && static_cast<bool>(surface_subject(document_, children_, token));
  }

  void refuse(Event& event) const {
    const std::string_view reject = lexicon_.refusal();
    const CombineRecord* combined = lexicon_.combine(reject, event.cameo);
    event.cameo = combined == nullptr ? std::string(reject) : std::string(lexicon_.string(combined->combined));
    if (const CodeRecord* record = lexicon_.code(event.cameo)) fill_code(event, *record);
    for (const TokenIndex each : children_.of(event.trigger_token)) {
      if (document_.tokens[each.value].relation == Relation::kAux && each < event.trigger_token) event.trigger.begin = std::min(event.trigger.begin, document_.tokens[each.value].span.begin);
    }
  }

  Span trigger_span(TokenIndex token, const Reading& reading) const {
    Span span = document_.tokens[token.value].span;
    for (const TokenIndex each : children_.of(token)) {
      const Token& child = document_.tokens[each.value];
      if (child.relation == Relation::kCompoundPrt && each.value == token.value + 1) span.end = child.span.end;
    }
    for (const TokenIndex each : reading.matched) {
      const Token& word = document_.tokens[each.value];
      if (each > token && each.value - token.value <= 4) span.end = std::max(span.end, word.span.end);
    }
    return span;
  }

  void fill_code(Event& event, const CodeRecord& record) const {
    event.contexts.clear();
    event.plover = lexicon_.string(record.kind);
    event.mode = lexicon_.string(record.mode);
    event.quad = record.quad;
    event.goldstein = record.goldstein;
    std::string_view contexts = lexicon_.string(record.contexts);
    while (!contexts.empty()) {
      const std::size_t cut = std::min(contexts.find("; "), contexts.size());
      event.contexts.emplace_back(contexts.substr(0, cut));
      contexts.remove_prefix(std::min(cut + 2, contexts.size()));
    }
  }

  // "We will withdraw" inside a quotation: the speaker acts.
  std::vector<EventParty> with_speakers(std::vector<EventParty> parties, const Reading& reading, std::span<const RoleRecord> roles, TokenIndex token) const {
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

  void add_implied_targets(Event& event, const Reading& reading) {
    if (!event.targets.empty() || event.sources.empty() || reading.frame->symmetric) return;
    if (const TokenIndex outer = readings_.outer_of(event.trigger_token)) {  // "rejected Washington's demand": made to whoever rejects
      const Reading& above = *readings_.at(outer);
      event.targets = readings_.parties(above, lexicon_.sources(*above.frame));
      std::erase_if(event.targets, [&](const EventParty& party) { return shares_country(event.sources, party.code); });
      if (!event.targets.empty()) return;
    }
    event.targets = target_by_place(document_, event);
    if (event.targets.empty() && event.plover == "THREATEN") event.targets = target_by_condition(event);
    if (!event.targets.empty()) return;
    for (const RoleRecord& role : lexicon_.targets(*reading.frame)) {
      if (role.inner != 0) continue;
      for (const TokenIndex each : reading.arguments.in(role.slot)) {
        const std::string lemma = folded(document_.lemma(each));
        if (document_.tokens[each.value].upos != Upos::kNoun || lexicon_.cue(lemma, "refers") == nullptr) continue;
        if (!is_definite(each) && document_.tokens[each.value].relation != Relation::kAppos && document_.tokens[each.value].relation != Relation::kParataxis) continue;
        if (lexicon_.cue(lemma, "accord") != nullptr) {
          event.targets = parties_of_accord(document_, event);
          if (!event.targets.empty()) return note("implied", each, "the parties of what this refers to");
        }
        const Reading* named = readings_.at(each);
        const CodeRecord* code = named == nullptr || named->code == "-" ? nullptr : lexicon_.code(named->code);
        event.targets = target_by_reference(document_, event, lemma, code == nullptr ? std::string_view{} : lexicon_.string(code->kind));
        if (!event.targets.empty()) return note("implied", each, "whoever did what this refers to");
      }
    }
    event.targets = target_at_home(event);
    if (!event.targets.empty() || reading.frame->target_count == 0) return;
    const bool open = std::ranges::all_of(lexicon_.targets(*reading.frame), [&](const RoleRecord& role) { return role.inner != 0 || reading.arguments.in(role.slot).empty(); });
    if (event.cameo == "039") event.targets = sides_of_mediation(document_, event);  // "offered to mediate"
    if (!event.targets.empty()) return;
    if (!open && event.plover == "REQUEST") return;  // "urged donors"
    if (open) event.targets = target_by_quarrel(document_, event);
    if (event.targets.empty()) event.targets = subjects_at_home(document_, event);
    if (event.targets.empty()) event.targets = target_by_focus(document_, event);
    if (event.targets.empty()) event.targets = target_inside(event, reading);
  }

  // "lifted all restrictions on visits to relatives in Cuba": who else is named inside what the act is about.
  [[nodiscard]] std::vector<EventParty> target_inside(const Event& event, const Reading& reading) const {
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

  // "The FBI arrested John Stanton": a person of whom nothing is known, in the hands of a state's authorities, is one of its people.
  [[nodiscard]] std::vector<EventParty> nameless_person(const Event& event, const Reading& reading, std::size_t used) const {
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
  void add_implied_sources(Event& event, const Reading& reading, TokenIndex token) {
    if (!event.sources.empty() || reading.frame->symmetric) return;
    if (const TokenIndex outer = readings_.outer_of(token)) {  // "accused Baku of shelling"
      const Reading& above = *readings_.at(outer);
      const CodeRecord* code = lexicon_.code(above.code);
      if (code != nullptr && lexicon_.string(code->kind) == "ACCUSE") {
        event.sources = readings_.parties(above, lexicon_.targets(*above.frame));
        std::erase_if(event.sources, [&](const EventParty& party) { return std::ranges::any_of(event.targets, [&](const EventParty& each) { return each.code == party.code; }); });
      }
    }
    if (event.sources.empty() && reading.arguments.passive) event.sources = source_by_announcement(event, token);
    if (event.sources.empty()) event.sources = source_by_repetition(document_, event);
    if (event.sources.empty()) event.sources = source_of_protest(event);
    if (event.sources.empty() && reading.arguments.in(slot_hash("subj")).empty()) event.sources = source_by_counterpart(document_, event);
  }

  // "The minister said two diplomats had been expelled": what only a government can do is done by the one that announces it.
  [[nodiscard]] std::vector<EventParty> source_by_announcement(const Event& event, TokenIndex token) const {
    if (event.plover != "SANCTION" || event.targets.empty()) return {};
    std::vector<StatementIndex> chain;
    claim_chain(document_, token, chain);
    if (chain.empty()) return {};
    const Statement& statement = document_.statements[chain.back().value];
    if (!statement.code.ends_with("GOV") || shares_country(event.targets, statement.code)) return {};
    return {{statement.speaker, statement.speaker_span, statement.code}};
  }

  // Acts done together whose parties stand elsewhere: the sides a mediator goes between, the parties of the act that "talks" or
  // "a swap" in the same sentence belongs to.
  void add_implied_sides(Event& event, const Reading& reading, TokenIndex token) {
    if (!reading.frame->symmetric && event.cameo != "045") return;
    std::vector<EventParty> both = event.sources;
    both.insert(both.end(), event.targets.begin(), event.targets.end());
    if (event.cameo == "045" && (count_countries(both) < 3 || event.targets.empty())) {
      for (EventParty& side : sides_of_mediation(document_, event)) event.sources.push_back(std::move(side));
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
  void join_subject(Event& event, const Reading& reading, TokenIndex token) const {
    const Token& noun = document_.tokens[token.value];
    if (!reading.frame->symmetric || noun.upos != Upos::kNoun || noun.relation != Relation::kObl || !noun.head || count_countries(event.sources) + count_countries(event.targets) == 0) return;
    const std::string word = preposition(document_, children_, token);
    if (word != "in" && word != "during" && word != "at") return;
    std::vector<EventParty> both = event.sources;
    both.insert(both.end(), event.targets.begin(), event.targets.end());
    if (count_countries(both) > 1) return;
    const TokenIndex subject = surface_subject(document_, children_, noun.head);
    if (!subject) return;
    for (EventParty& party : readings_.actors_at(referent(document_, subject), false)) {
      if (!shares_country(both, party.code)) event.sources.push_back(std::move(party));
    }
  }

  // "warned bad things would happen if the Taliban did not cede control": whoever the condition is about.
  [[nodiscard]] std::vector<EventParty> target_by_condition(const Event& event) const {
    const Token& act = document_.tokens[event.trigger_token.value];
    for (std::uint32_t i = act.left_edge.value; i <= act.right_edge.value; ++i) {
      const TokenIndex clause(i);
      if (document_.tokens[i].relation != Relation::kAdvcl) continue;
      const TokenIndex mark = child(document_, children_, clause, Relation::kMark);
      const std::string word = mark ? lowered(document_.form(mark)) : std::string();
      const TokenIndex subject = surface_subject(document_, children_, clause);
      if ((word != "if" && word != "unless") || !subject) continue;
      std::vector<EventParty> found = readings_.actors_at(subject, false);
      std::erase_if(found, [&](const EventParty& party) { return shares_country(event.sources, party.code); });
      if (!found.empty()) return found;
    }
    return {};
  }

  [[nodiscard]] bool is_definite(TokenIndex noun) const {
    const TokenIndex determiner = child(document_, children_, noun, Relation::kDet);
    return determiner && (document_.tokens[determiner.value].morph.definite == Definite::kDef || document_.tokens[determiner.value].morph.pron_type == PronType::kDem);
  }

  void settle_parties(Event& event, const Reading& reading) {
    // What a demand or accusation is about names its target, if nothing else does.
    if (event.targets.empty() && reading.inner && !reading.frame->symmetric) {
      if (const Reading* inner = readings_.at(reading.inner)) {
        for (EventParty& party : readings_.parties(*inner, lexicon_.sources(*inner->frame))) {
          const bool self = std::ranges::any_of(event.sources, [&](const EventParty& source) { return country_of(source.code) == country_of(party.code); });
          if (!self) event.targets.push_back(std::move(party));
        }
      }
    }
    const bool deed = event.plover == "ASSAULT" || event.plover == "AID" || event.plover == "RETREAT" || event.plover == "MOBILIZE" || event.plover == "COERCE";
    for (EventParty& party : event.sources) {
      if (is_bare_country(party.code)) party.code += "GOV";
    }
    for (EventParty& party : event.targets) {
      if (!deed && is_bare_country(party.code)) party.code += "GOV";
    }
    // "shelled Azerbaijan", "sent troops to Chad": the country itself, not its government
    const bool to_a_land = event.plover == "ASSAULT" || event.plover == "AID" || event.plover == "RETREAT" || event.plover == "MOBILIZE";
    for (EventParty& party : event.targets) {
      if (!to_a_land || !party.actor) continue;
      const std::string& id = document_.actors[party.actor.value].id;
      if (is_bare_country(id) && party.code == id + "GOV") party.code = id;
    }
    const bool together = (event.plover == "AGREE" && folded(document_.lemma(event.trigger_token)).starts_with("agree")) || event.plover == "COOPERATE" || event.cameo.starts_with("16");  // "Cuba and the United States severed ties"
    if (reading.frame->symmetric || event.plover == "CONSULT" || (together && event.targets.empty() && count_countries(event.sources) > 1)) {
      for (const EventParty& party : event.targets) {
        if (!std::ranges::any_of(event.sources, [&](const EventParty& each) { return each.code == party.code; })) event.sources.push_back(party);
      }
      if (event.sources.size() > 1 || event.plover == "CONSULT") event.targets = event.sources;
      else event.targets.clear();  // one party alone does nothing with itself; a meeting has it on both sides
      return;
    }
    std::erase_if(event.targets, [&](const EventParty& target) {
      return std::ranges::any_of(event.sources, [&](const EventParty& source) { return source.code == target.code && source.span == target.span; });
    });
  }

  void settle_status(Event& event, TokenIndex token, const Reading& reading) {
    const StatusReading status = read_status(document_, children_, lexicon_, token);
    event.status = status.status;
    event.status_span = status.span;
    if (reading.frame->has_status && reading.frame->status == Status::kActual) {  // the frame's own words say that it is done
      event.status = Status::kActual;
      event.status_span = {};
    } else if (reading.frame->has_status && status.status == Status::kActual) {
      event.status = reading.frame->status;
    }
    if (const TokenIndex outer = readings_.outer_of(token)) {
      const Reading& above = *readings_.at(outer);
      if (above.fate == InnerFate::kUrged && event.status != Status::kNegated) {
        event.status = Status::kUrged;
        event.status_span = document_.tokens[outer.value].span;
      } else if (above.fate == InnerFate::kActual && event.status == Status::kUrged) {
        event.status = Status::kActual;
        event.status_span = {};
      }
    }
  }

  void settle_claim(Event& event, TokenIndex token) {
    std::vector<StatementIndex> chain;
    claim_chain(document_, token, chain);
    for (const StatementIndex each : chain) {
      const Statement& statement = document_.statements[each.value];
      if (!statement.code.empty()) event.claimed_by.push_back(statement.code);
      event.statement = each;
    }
    const bool denied = !chain.empty() && document_.statements[chain.back().value].stance == Stance::kDenies;
    if (denied && event.status == Status::kActual) {
      event.status = Status::kNegated;
      event.status_span = document_.statements[chain.back().value].cue;
    }
    const TokenIndex outer = readings_.outer_of(token);
    if (!outer) return;
    const Reading& above = *readings_.at(outer);
    if (above.fate == InnerFate::kDrop) return;
    const auto callers = readings_.parties(above, lexicon_.sources(*above.frame));
    if (callers.empty()) return;
    std::string code = callers.front().code;
    if (is_bare_country(code)) code += "GOV";
    if (event.claimed_by.empty() || event.claimed_by.back() != code) event.claimed_by.push_back(code);
  }

  // How far to trust the coding: the frame's detail, both parties found, the parser's certainty.
  double confidence(const Event& event, const Reading& reading) const {
    if (reading.guessed > 0) return std::round(static_cast<double>(reading.guessed) * (event.targets.empty() ? 60 : 70)) / 100;
    double value = 0.5 + 0.05 * std::min<int>(reading.frame->specificity, 4);
    if (!event.sources.empty()) value += 0.1;
    if (!event.targets.empty()) value += 0.1;
    value *= 0.7 + 0.3 * static_cast<double>(document_.tokens[event.trigger_token.value].confidence);
    return std::min(0.99, std::round(value * 100) / 100);
  }

  std::string identify(const Event& event) const {
    std::string key = document_.article.id + "|" + std::to_string(event.trigger.begin) + "|" + event.cameo;
    char buffer[24];
    std::snprintf(buffer, sizeof buffer, "%016llx", static_cast<unsigned long long>(XXH3_64bits(key.data(), key.size())));
    return buffer;
  }

  Document& document_;
  const EventLexicon& lexicon_;
  Children children_;
  Readings readings_;
  std::set<TokenIndex> absorbed_;
  ArticleTopic topic_;
  PhraseReading phrases_;
};

}  // namespace

void code_events(Document& document, const EventLexicon& lexicon) { EventCoder(document, lexicon).run(); }

}  // namespace bayhaqi
