#include "event/code_events.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <set>
#include <utility>

#include "base/utf8.h"
#include "document/clauses.h"
#include "document/codes.h"
#include "event/event_filter.h"
#include "event/implied_parties.h"
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
constexpr std::size_t kImplied = 1000;  // no role of the frame

class EventCoder {
 public:
  EventCoder(Document& document, const EventLexicon& lexicon) : document_(document), lexicon_(lexicon), children_(document), readings_(document, children_, lexicon), filter_(document, children_, lexicon, readings_), implied_(document, children_, lexicon, readings_) {}

  void run() {
    if (document_.keep_predicates) read_predicates(document_, children_, lexicon_);
    phrases_ = read_phrases(document_, lexicon_.phrases());
    if (phrases_.drops_article) return note_dropped_article();
    filter_.read_article();
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
    if (auto why = filter_.of_reading(token, *reading)) return note(std::move(why.code), token, std::move(why.detail));
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
    event.sources = implied_.with_speakers(readings_.parties(*reading, lexicon_.sources(*reading->frame), &source_role), *reading, lexicon_.sources(*reading->frame), token);
    event.targets = readings_.parties(*reading, lexicon_.targets(*reading->frame), &target_role);
    if (std::vector<EventParty> person = implied_.nameless_person(event, *reading, target_role); !person.empty()) {
      event.targets = std::move(person);
      target_role = 0;
    }
    if (std::vector<EventParty> doer = implied_.behind_pronoun(event, *reading); !doer.empty()) event.targets = std::move(doer);
    implied_.settle_pair(event.sources, event, event.targets);
    implied_.settle_pair(event.targets, event, event.sources);
    std::erase_if(event.sources, [](const EventParty& party) { return !party.actor; });  // places do nothing themselves
    if (event.sources.empty()) event.sources = implied_.carrier_subject(token, *reading);
    const bool had_target = !event.targets.empty();
    std::vector<EventParty> self = take_self(event, *reading);
    if (had_target && event.targets.empty() && self.empty()) event.targets = implied_.other_side(event);  // "accused its rivals"
    if (event.targets.empty()) target_role = kImplied;
    if (const TokenIndex outer = readings_.outer_of(token); outer && !has_own_subject(token)) {  // "asked Kabul to return the base"
      const Reading& above = *readings_.at(outer);
      auto asked = above.fate == InnerFate::kUrged ? readings_.parties(above, lexicon_.targets(*above.frame)) : std::vector<EventParty>{};
      implied_.settle_pair(asked, event, {});
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
    if (auto why = filter_.of_topic(event)) return note(std::move(why.code), token, std::move(why.detail));
    const std::string_view source_why = implied_.add_sources(event, *reading, token);
    const std::string_view target_why = implied_.add_targets(event, *reading);
    if (event.targets.empty()) event.targets = std::move(self);
    implied_.join_subject(event, *reading, token);
    implied_.add_sides(event, *reading, token);
    settle_parties(event, *reading);
    if (auto why = filter_.of_parties(event)) return note(std::move(why.code), token, std::move(why.detail));
    if (!refusal) settle_status(event, token, *reading);
    settle_claim(event, token);
    event.time = governing_time(document_, token);
    if (event.status == Status::kActual && !refusal) settle_ahead(event);
    event.confidence = confidence(event, *reading);
    add_issues(event, phrases_);
    event.id = identify(event);
    if (document_.keep_trace) explain(event, *reading, party_detail(lexicon_.sources(*reading->frame), source_role, source_why), party_detail(lexicon_.targets(*reading->frame), target_role, target_why));
    document_.events.push_back(std::move(event));
    add_way_back(*reading);
  }

  // Who is given something receives it: what the target does to the source in the same act, where the frame has a code for that.
  // An act that has all parties on both sides already is told once.
  void add_way_back(const Reading& reading) {
    const std::string_view code = lexicon_.string(reading.frame->back);
    const CodeRecord* record = code.empty() ? nullptr : lexicon_.code(code);
    if (record == nullptr || lexicon_.string(record->plover).empty() || document_.events.back().targets.empty()) return;
    Event event = document_.events.back();
    if (std::ranges::equal(event.sources, event.targets, {}, &EventParty::code, &EventParty::code)) return;
    event.cameo = code;
    fill_code(event, *record);
    add_issues(event, phrases_);
    std::swap(event.sources, event.targets);
    for (EventParty& party : event.sources) {
      if (is_bare_country(party.code)) party.code += "GOV";
    }
    event.id = identify(event);
    note("back " + event.cameo, event.trigger_token, std::string(lexicon_.string(record->name)));
    document_.events.push_back(std::move(event));
  }

  // Nobody threatens, asks or praises himself: such targets are taken out, to stand only if nobody else is found, for within one
  // code there may be two ("the minister asked the president"). People may attack and arrest people.
  static std::vector<EventParty> take_self(Event& event, const Reading& reading) {
    if (reading.frame->symmetric || event.sources.size() != 1 || event.targets.size() != 1) return {};
    const std::string& doer = event.sources.front().code;
    const std::string& other = event.targets.front().code;
    const bool own_army = country_of(doer) == country_of(other) && doer.ends_with("GOV") && other.ends_with("MIL");  // "promised to deliver boats"
    if (other != doer && !own_army) return {};
    if (event.sources.front().actor && event.sources.front().actor == event.targets.front().actor) {  // the very same
      event.targets.clear();
      return {};
    }
    if (event.plover == "ASSAULT" || event.plover == "COERCE" || event.plover == "PROTEST" || event.plover == "CONSULT") return {};
    return std::exchange(event.targets, {});
  }

  // Until here `plover` is the category that the act is treated like; the record has the ontology's own.
  void name_category(Event& event) const {
    if (const CodeRecord* record = lexicon_.code(event.cameo)) event.plover = lexicon_.string(record->plover);
  }

  void note_dropped_article() {
    if (document_.keep_trace) document_.notes.push_back({kStage, "discard", phrases_.article_phrase, "the words '" + std::string(document_.words(phrases_.article_phrase)) + "' drop the article"});
  }

  [[nodiscard]] std::string party_detail(std::span<const RoleRecord> roles, std::size_t role, std::string_view why) const {
    if (!why.empty()) return "implied: " + std::string(why);
    return role < roles.size() ? "stands in " + std::string(lexicon_.string(roles[role].text)) : std::string("implied by the words around");
  }

  // How the event came about, for people: one note a step, all at the trigger.
  void explain(const Event& event, const Reading& reading, std::string source, std::string target) {
    if (const CodeRecord* record = lexicon_.code(event.cameo)) note("name", event.trigger_token, std::string(lexicon_.string(record->name)));
    note("frame", event.trigger_token, std::string(lexicon_.string(reading.frame->pattern)));
    if (reading.guessed > 0) note("guessed", event.trigger_token, "no line of the dictionary; the classifier gives it " + std::to_string(static_cast<int>(std::round(reading.guessed * 100))) + " %");
    if (!event.sources.empty()) note("source", event.trigger_token, std::move(source));
    if (!event.targets.empty()) note("target", event.trigger_token, std::move(target));
    if (reading.inner) {
      note("combined", event.trigger_token, std::string(lexicon_.string(reading.frame->code)) + " about '" + std::string(document_.form(reading.inner)) + "' gives " + reading.code);
    }
    if (const TokenIndex outer = readings_.outer_of(event.trigger_token)) note("inside", event.trigger_token, "what '" + std::string(document_.form(outer)) + "' is about");
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
      if ((!deed || event.cameo == "170") && is_bare_country(party.code)) party.code += "GOV";  // power is seized from a government
    }
    // "shelled Azerbaijan", "sent troops to Chad": the country itself, not its government
    const bool to_a_land = event.plover == "ASSAULT" || event.plover == "AID" || event.plover == "RETREAT" || event.plover == "MOBILIZE";
    for (EventParty& party : event.targets) {
      if (!to_a_land || !party.actor) continue;
      const std::string& id = document_.actors[party.actor.value].id;
      if (is_bare_country(id) && party.code == id + "GOV") party.code = id;
    }
    const bool together = (event.plover == "AGREE" && folded(document_.lemma(event.trigger_token)).starts_with("agree")) || event.plover == "COOPERATE" || event.cameo == "057" || event.cameo.starts_with("16");  // "Cuba and the United States severed ties"
    if (reading.frame->symmetric || event.plover == "CONSULT" || (together && event.targets.empty() && event.sources.size() > 1 && stand_apart(event.sources))) {
      for (const EventParty& party : event.targets) {
        if (!std::ranges::any_of(event.sources, [&](const EventParty& each) { return each.code == party.code; })) event.sources.push_back(party);
      }
      if (event.sources.size() > 1 || event.plover == "CONSULT") event.targets = event.sources;
      else event.targets.clear();  // one party alone does nothing with itself; a meeting has it on both sides
      return;
    }
    const auto same_code = [](const EventParty& one, const EventParty& other) { return one.code == other.code; };
    if (event.sources.size() > 1 && std::ranges::equal(event.sources, event.targets, same_code)) return;  // "accused each other"
    std::erase_if(event.targets, [&](const EventParty& target) {
      return std::ranges::any_of(event.sources, [&](const EventParty& source) { return source.code == target.code && source.span == target.span; });
    });
  }

  void settle_status(Event& event, TokenIndex token, const Reading& reading) {
    const StatusReading status = read_status(document_, children_, lexicon_, token);
    event.status = status.status;
    event.status_span = status.span;
    event.status_rule = status.rule;
    if (reading.frame->has_status && reading.frame->status == Status::kActual) {  // the frame's own words say that it is done
      event.status = Status::kActual;
      event.status_span = {};
      event.status_rule = {};
    } else if (reading.frame->has_status && status.status == Status::kActual) {
      event.status = reading.frame->status;
      event.status_span = event.trigger;
      event.status_rule = event.rule;
    }
    if (const TokenIndex outer = readings_.outer_of(token)) {
      const Reading& above = *readings_.at(outer);
      if (above.fate == InnerFate::kUrged && event.status != Status::kNegated && event.status != Status::kUrged) {
        event.status = Status::kUrged;
        event.status_span = document_.tokens[outer.value].span;
        event.status_rule = {};
      } else if (above.fate == InnerFate::kActual && event.status == Status::kUrged) {
        event.status = Status::kActual;
        event.status_span = {};
        event.status_rule = {};
      }
    }
  }

  // What is to be on a day after the article is not done: "called a strike for next month".
  void settle_ahead(Event& event) const {
    if (!event.time || document_.article.published.empty()) return;
    const TimeExpression& time = document_.times[event.time.value];
    if (act_date(time).start.substr(0, 10) <= document_.article.published.substr(0, 10)) return;
    event.status = Status::kPlanned;
    event.status_span = time.span;
    event.status_rule = time.rule;
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
      event.status_rule = document_.statements[chain.back().value].rule;
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

  // How likely the category is right: a logistic of what the classifier, which sees the words around, gives the category that
  // the frame chose, of the parser's certainty about the trigger, and of whether a target was found. These weights: eval/fit_confidence.py.
  // The frame's detail is worth nothing there; it has a small weight to tell two acts of one sentence apart.
  [[nodiscard]] double confidence(const Event& event, const Reading& reading) {
    constexpr double kBias = 1.48, kClassifier = 0.27, kTree = 0.36, kTarget = 0.11, kDetail = 0.05;
    constexpr double kUnasked = 0.48;   // its mean, for coding without it
    constexpr double kMeanDetail = 2.4;
    const auto tree = static_cast<double>(document_.tokens[event.trigger_token.value].confidence);
    const bool asked = !document_.rules_only && !lexicon_.model().empty();
    const double classifier = asked ? static_cast<double>(lexicon_.model().probability(predicate_features(document_, children_, reading.arguments, event.trigger_token), event.plover)) : kUnasked;
    const double score = kBias + kClassifier * std::log(std::max(classifier, 0.01)) + kTree * tree + (event.targets.empty() ? 0 : kTarget) + kDetail * (std::min<int>(reading.frame->specificity, 4) - kMeanDetail);
    char text[64];
    std::snprintf(text, sizeof text, "%sclassifier %.3f, tree %.2f, %s target", asked ? "" : "no ", classifier, tree, event.targets.empty() ? "no" : "a");
    note("trust", event.trigger_token, text);
    return std::round(100 / (1 + std::exp(-score))) / 100;
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
  EventFilter filter_;
  ImpliedParties implied_;
  PhraseReading phrases_;
};

}  // namespace

void code_events(Document& document, const EventLexicon& lexicon) { EventCoder(document, lexicon).run(); }

}  // namespace bayhaqi
