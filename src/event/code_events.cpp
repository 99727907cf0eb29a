#include "event/code_events.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <cstdio>
#include <set>

#include "base/utf8.h"
#include "document/codes.h"
#include "event/implied_targets.h"
#include "event/readings.h"
#include "event/status.h"
#include "place/governing.h"
#include "statement/chain.h"
#include "time/governing.h"

namespace bayhaqi {

namespace {

constexpr std::string_view kStage = "events";

class EventCoder {
 public:
  EventCoder(Document& document, const EventLexicon& lexicon) : document_(document), lexicon_(lexicon), children_(document), readings_(document, children_, lexicon) {}

  void run() {
    mark_absorbed();
    for (std::size_t i = 0; i < document_.tokens.size(); ++i) code(TokenIndex(i));
    link_repeats();
  }

 private:
  // Words that belong to another act: "talks" of "hold talks", what a refusal refuses.
  void mark_absorbed() {
    for (std::size_t i = 0; i < document_.tokens.size(); ++i) {
      const Reading* reading = readings_.at(TokenIndex(i));
      if (reading == nullptr) continue;
      for (const TokenIndex each : reading->matched) absorbed_.insert(each);
      if (!reading->inner || reading->fate != InnerFate::kDrop) continue;
      absorbed_.insert(reading->inner);
      for (const TokenIndex each : children_.of(reading->inner)) {
        if (document_.tokens[each.value].relation == Relation::kConj) absorbed_.insert(each);
      }
    }
  }

  void note(std::string code, TokenIndex token, std::string detail) {
    if (document_.keep_trace) document_.notes.push_back({kStage, std::move(code), document_.tokens[token.value].span, std::move(detail)});
  }

  void code(TokenIndex token) {
    const Reading* reading = readings_.at(token);
    if (reading == nullptr) return;
    if (absorbed_.contains(token)) return note("absorbed", token, "part of another act");
    if (reading->code == "-") return note("discard", token, std::string(lexicon_.string(reading->frame->reason)));
    const CodeRecord* record = lexicon_.code(reading->code);
    if (record == nullptr || lexicon_.string(record->plover).empty()) return note("no-category", token, reading->code + " has no PLOVER category");
    Event event;
    event.sentence = document_.tokens[token.value].sentence;
    event.trigger_token = token;
    event.trigger = trigger_span(token, *reading);
    event.cameo = reading->code;
    fill_code(event, *record);
    event.rule = {reading->frame->file, reading->frame->line};
    std::size_t source_role = 0;
    std::size_t target_role = 0;
    event.sources = with_speakers(readings_.parties(*reading, lexicon_.sources(*reading->frame), &source_role), *reading, lexicon_.sources(*reading->frame), token);
    event.targets = readings_.parties(*reading, lexicon_.targets(*reading->frame), &target_role);
    event.place = governing_place(document_, token);
    add_implied_targets(event, *reading);
    settle_parties(event, *reading);
    if (event.sources.empty() && event.targets.empty()) return note("no-actor", token, "no political actor around '" + std::string(document_.words(event.trigger)) + "'");
    settle_status(event, token, *reading);
    settle_claim(event, token);
    event.time = governing_time(document_, token);
    event.confidence = confidence(event, *reading);
    event.id = identify(event);
    if (document_.keep_trace) explain(event, *reading, source_role, target_role);
    document_.events.push_back(std::move(event));
  }

  // How the event came about, for people: one note a step, all at the trigger.
  void explain(const Event& event, const Reading& reading, std::size_t source_role, std::size_t target_role) {
    note("frame", event.trigger_token, std::string(lexicon_.string(reading.frame->pattern)));
    const auto role = [&](std::span<const RoleRecord> roles, std::size_t index) { return index < roles.size() ? std::string(lexicon_.string(roles[index].text)) : std::string("-"); };
    if (!event.sources.empty()) note("source", event.trigger_token, role(lexicon_.sources(*reading.frame), source_role));
    if (!event.targets.empty()) note("target", event.trigger_token, role(lexicon_.targets(*reading.frame), target_role));
    if (reading.inner) {
      note("combined", event.trigger_token, std::string(lexicon_.string(reading.frame->code)) + " about '" + std::string(document_.form(reading.inner)) + "' gives " + reading.code);
    }
    if (const TokenIndex outer = readings_.outer_of(event.trigger_token)) note("inside", event.trigger_token, "what '" + std::string(document_.form(outer)) + "' is about");
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
    event.plover = lexicon_.string(record.plover);
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
    event.targets = target_by_place(document_, event);
    if (!event.targets.empty()) return;
    for (const RoleRecord& role : lexicon_.targets(*reading.frame)) {
      if (role.inner != 0) continue;
      for (const TokenIndex each : reading.arguments.in(role.slot)) {
        const std::string lemma = folded(document_.lemma(each));
        if (document_.tokens[each.value].upos != Upos::kNoun || !is_definite(each) || lexicon_.cue(lemma, "refers") == nullptr) continue;
        const Reading* named = readings_.at(each);
        const CodeRecord* code = named == nullptr || named->code == "-" ? nullptr : lexicon_.code(named->code);
        event.targets = target_by_reference(document_, event, lemma, code == nullptr ? std::string_view{} : lexicon_.string(code->plover));
        if (!event.targets.empty()) return note("implied", each, "whoever did what this refers to");
      }
    }
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
    if (reading.frame->symmetric) {
      for (const EventParty& party : event.targets) {
        if (!std::ranges::any_of(event.sources, [&](const EventParty& each) { return each.code == party.code; })) event.sources.push_back(party);
      }
      event.targets = event.sources;
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
    if (reading.frame->has_status && status.status == Status::kActual) event.status = reading.frame->status;
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
    double value = 0.5 + 0.05 * std::min<int>(reading.frame->specificity, 4);
    if (!event.sources.empty()) value += 0.1;
    if (!event.targets.empty()) value += 0.1;
    value *= 0.7 + 0.3 * static_cast<double>(document_.tokens[event.trigger_token.value].confidence);
    return std::min(0.99, static_cast<double>(static_cast<int>(value * 100 + 0.5)) / 100);
  }

  std::string identify(const Event& event) const {
    std::string key = document_.article.id + "|" + std::to_string(event.trigger.begin) + "|" + event.cameo;
    char buffer[24];
    std::snprintf(buffer, sizeof buffer, "%016llx", static_cast<unsigned long long>(XXH3_64bits(key.data(), key.size())));
    return buffer;
  }

  // The same act told twice: same category and parties, no dates that differ.
  void link_repeats() {
    for (std::size_t i = 1; i < document_.events.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        if (same_act(document_.events[j], document_.events[i])) {
          document_.events[i].same_as = document_.events[j].same_as ? document_.events[j].same_as : EventIndex(j);
          break;
        }
      }
    }
  }

  bool same_act(const Event& a, const Event& b) const {
    if (a.plover != b.plover || a.cameo != b.cameo || a.status != b.status || a.sources.empty() || a.targets.empty()) return false;
    if (a.time && b.time && document_.times[a.time.value].value != document_.times[b.time.value].value) return false;
    const auto countries = [](const std::vector<EventParty>& parties) {
      std::set<std::string> codes;
      for (const EventParty& party : parties) codes.insert(country_of(party.code));
      return codes;
    };
    return countries(a.sources) == countries(b.sources) && countries(a.targets) == countries(b.targets);
  }

  Document& document_;
  const EventLexicon& lexicon_;
  Children children_;
  Readings readings_;
  std::set<TokenIndex> absorbed_;
};

}  // namespace

void code_events(Document& document, const EventLexicon& lexicon) { EventCoder(document, lexicon).run(); }

}  // namespace bayhaqi
