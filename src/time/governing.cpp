#include "time/governing.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "base/utf8.h"
#include "time/calendar_value.h"

namespace bayhaqi {

namespace {

constexpr std::size_t kDeepest = 6;
constexpr std::size_t kStep = 10;       // cost of a step up the tree; distance in tokens costs up to 9

// A thing that stands behind one of these didn't happen when its verb did: "expelled them after the poisoning".
constexpr std::array<std::string_view, 13> kApart = {"after", "before", "following", "since", "despite", "over", "against", "under", "because", "from", "until", "without", "ahead"};
// "at the request of": what came before it.
constexpr std::array<std::string_view, 7> kAsked = {"request", "invitation", "urging", "behest", "insistence", "demand", "suggestion"};
// Verbs that only carry their object: the object's time is theirs.
constexpr std::array<std::string_view, 12> kCarriers = {"hold", "launch", "stage", "conduct", "carry", "make", "mount", "open", "start", "begin", "perform", "attend"};
// Verbs that say when a thing came about: "a ceasefire that took effect on Sunday".
constexpr std::array<std::string_view, 8> kComeAbout = {"take", "begin", "start", "occur", "happen", "erupt", "come", "break"};
constexpr std::array<std::string_view, 4> kSameTime = {"when", "as", "while", "where"};

template <std::size_t n>
bool in(const std::array<std::string_view, n>& list, std::string_view word) { return std::ranges::find(list, word) != list.end(); }

bool is_subject(Relation relation) { return universal(relation) == Relation::kNsubj; }

// Reads one sentence of a document.
class Governor {
 public:
  Governor(const Document& document, TokenIndex act) : document_(document), act_(act) {
    const Sentence& sentence = document.sentences[document.tokens[act.value].sentence.value];
    begin_ = sentence.first.value;
    end_ = sentence.last.value;
    collect_times();
  }
  [[nodiscard]] TimeIndex best() const;

 private:
  struct Hold {  // a token that a time hangs on, and the cost of getting there
    TokenIndex token;
    std::size_t cost = 0;
  };
  struct Dated {
    TimeIndex time;
    TokenIndex head;
    std::string preposition;
    std::vector<Hold> holds;
    bool second = false;  // its verb has a nearer time: it belongs to a noun between
  };

  [[nodiscard]] const Token& token(TokenIndex at) const { return document_.tokens[at.value]; }
  [[nodiscard]] std::string case_of(TokenIndex noun) const;
  [[nodiscard]] TokenIndex head_of(const TimeExpression& time) const;
  [[nodiscard]] bool is_no_act(TokenIndex at) const;
  [[nodiscard]] bool has_subject(TokenIndex verb) const;
  [[nodiscard]] bool is_contrast(TokenIndex verb) const;
  [[nodiscard]] bool is_of_the_same_time(TokenIndex verb) const;
  [[nodiscard]] std::vector<Hold> holds_of(TokenIndex head) const;
  [[nodiscard]] TokenIndex led_in_at(TokenIndex word) const;
  void collect_times();
  void mark_second_times();
  [[nodiscard]] bool may_date(const Dated& dated, TokenIndex at, TokenIndex lowest_infinitive) const;
  [[nodiscard]] std::optional<std::size_t> cost_of(const Dated& dated) const;
  [[nodiscard]] std::optional<std::size_t> cost_beside(const Dated& dated) const;
  [[nodiscard]] bool may_climb(TokenIndex from) const;
  [[nodiscard]] bool stands_apart(TokenIndex from) const;

  const Document& document_;
  TokenIndex act_;
  std::uint32_t begin_ = 0, end_ = 0;
  std::vector<Dated> dated_;
};

TokenIndex Governor::head_of(const TimeExpression& time) const {
  for (std::uint32_t i = time.last.value; i-- > time.first.value;) {
    const TokenIndex up = document_.tokens[i].head;
    if (!up || up < time.first || up >= time.last) return TokenIndex(i);
  }
  return time.first;
}

std::string Governor::case_of(TokenIndex noun) const {
  for (std::uint32_t i = begin_; i < noun.value; ++i) {
    if (document_.tokens[i].head == noun && document_.tokens[i].relation == Relation::kCase) return lowered(document_.form(TokenIndex(i)));
  }
  return {};
}

// A place, a person, a body: a time that the tree hangs on it belongs to what it hangs on.
bool Governor::is_no_act(TokenIndex at) const {
  if (token(at).upos == Upos::kPropn) return true;
  return std::ranges::any_of(document_.mentions, [&](const ActorMention& mention) { return mention.head == at; }) || std::ranges::any_of(document_.places, [&](const PlaceMention& place) { return place.head == at; });
}

// "but were not planning an assault"
bool Governor::is_contrast(TokenIndex verb) const {
  for (std::uint32_t i = begin_; i < verb.value; ++i) {
    if (document_.tokens[i].head == verb && document_.tokens[i].relation == Relation::kCc && lowered(document_.form(TokenIndex(i))) == "but") return true;
  }
  return false;
}

bool Governor::has_subject(TokenIndex verb) const {
  for (std::uint32_t i = begin_; i < end_; ++i) {
    if (document_.tokens[i].head == verb && is_subject(document_.tokens[i].relation)) return true;
  }
  return false;
}

// Whether a clause is led in by "when", "as", "while".
bool Governor::is_of_the_same_time(TokenIndex verb) const {
  for (std::uint32_t i = begin_; i < verb.value; ++i) {
    const Relation relation = document_.tokens[i].relation;
    if (document_.tokens[i].head != verb || (relation != Relation::kMark && relation != Relation::kAdvmod)) continue;
    if (in(kSameTime, lowered(document_.form(TokenIndex(i))))) return true;
  }
  return false;
}

// What a time hangs on, in the order of likelihood.
std::vector<Governor::Hold> Governor::holds_of(TokenIndex head) const {
  std::vector<Hold> holds;
  TokenIndex on = token(head).head;
  for (std::size_t cost = 0; on && cost < 3; ++cost) {
    holds.push_back({on, cost});
    const Token& here = token(on);
    if (here.upos == Upos::kVerb || here.upos == Upos::kAux || !here.head || is_subject(here.relation)) {
      if (!is_subject(here.relation) || !is_no_act(on)) break;
    }
    const bool inside = here.relation == Relation::kObl && (case_of(on) == "in" || case_of(on) == "during" || case_of(on) == "at");  // "killed in an attack on Monday"
    const bool carried = here.relation == Relation::kObj && in(kCarriers, document_.lemma(here.head));                              // "held talks on Monday"
    if (!is_no_act(on) && !inside && !carried) break;
    on = here.head;
  }
  return holds;
}

// The verb or noun that the "after" at `word` leads in.
TokenIndex Governor::led_in_at(TokenIndex word) const {
  if (word.value >= end_) return {};
  const Relation relation = token(word).relation;
  return relation == Relation::kMark || relation == Relation::kCase ? token(word).head : TokenIndex{};
}

void Governor::collect_times() {
  for (std::size_t t = 0; t < document_.times.size(); ++t) {
    const TimeExpression& time = document_.times[t];
    if (time.first.value < begin_ || time.first.value >= end_ || act_date(time).value.empty()) continue;
    Dated dated{TimeIndex(t), head_of(time), {}, {}, false};
    if (time.kind == TimeKind::kDuration) {
      if (const TokenIndex later = led_in_at(time.last)) dated_.push_back({TimeIndex(t), later, {}, {{later, 0}}, false});
      continue;
    }
    dated.preposition = case_of(dated.head);
    if (dated.preposition.empty() && time.first.value > begin_) dated.preposition = lowered(document_.form(TokenIndex(time.first.value - 1U)));
    if (dated.preposition == "since") continue;
    dated.holds = holds_of(dated.head);
    dated_.push_back(std::move(dated));
  }
  mark_second_times();
}

// "On Wednesday they named a suspect in the massacre in Maguindanao on Monday": one verb takes one time, the nearer.
void Governor::mark_second_times() {
  const auto distance = [](TokenIndex a, TokenIndex b) { return a.value > b.value ? a.value - b.value : b.value - a.value; };
  for (Dated& here : dated_) {
    for (const Dated& other : dated_) {
      if (&here == &other || here.holds.empty() || other.holds.empty()) continue;
      const TokenIndex verb = here.holds.back().token;
      if (verb != other.holds.back().token || token(verb).upos != Upos::kVerb || here.head < verb) continue;
      if (distance(here.head, verb) > distance(other.head, verb)) here.second = true;
    }
  }
}

// Whether a time that hangs on `at` can be the act's.
bool Governor::may_date(const Dated& dated, TokenIndex at, TokenIndex lowest_infinitive) const {
  const bool verb = token(act_).upos == Upos::kVerb;
  if (dated.second) return act_ > at && act_ < dated.head && !verb;  // a noun between the verb and the time
  if (lowest_infinitive && dated.head > at && dated.head < lowest_infinitive) return false;  // "flew in on Tuesday to mediate"
  if (at != act_) return true;
  if (verb && (document_.lemma(act_) == "invite" || document_.lemma(act_) == "summon")) {
    for (std::uint32_t i = act_.value + 1; i < dated.head.value; ++i) {
      if (document_.tokens[i].relation == Relation::kObl && case_of(TokenIndex(i)) == "to") return false;  // "invited them to talks on Wednesday"
    }
  }
  return true;
}

// Whether the time of what an act hangs on may be the act's.
bool Governor::may_climb(TokenIndex from) const {
  const Token& here = token(from);
  if (here.upos == Upos::kVerb) {
    switch (here.relation) {
      case Relation::kConj: return !has_subject(from) && !is_contrast(from);
      case Relation::kAdvcl: return is_of_the_same_time(from);
      case Relation::kAcl: case Relation::kAclRelcl: case Relation::kCcomp: case Relation::kParataxis: case Relation::kAdvclRelcl: case Relation::kCsubj: return false;
      default: return true;
    }
  }
  return true;
}

// Whether a noun tells of something that didn't happen when its verb did: only a time behind it can be its own.
bool Governor::stands_apart(TokenIndex from) const {
  const Token& here = token(from);
  if (here.upos == Upos::kVerb || (universal(here.relation) != Relation::kObl && universal(here.relation) != Relation::kNmod)) return false;
  const std::string preposition = case_of(from);
  if (universal(here.relation) == Relation::kNmod && preposition == "to") return true;  // "in response to the poisoning"
  return in(kApart, preposition) || (preposition == "at" && in(kAsked, document_.lemma(from)));
}

std::optional<std::size_t> Governor::cost_of(const Dated& dated) const {
  TokenIndex infinitive, later;
  bool apart = false;
  std::size_t steps = 0;
  for (TokenIndex at = act_; at && steps < kDeepest; ++steps) {
    for (const Hold& hold : dated.holds) {
      if (hold.token != at || !may_date(dated, at, infinitive)) continue;
      if ((later && dated.head > later) || (apart && dated.head < act_)) continue;
      if (dated.second) return std::min<std::size_t>((dated.head.value - act_.value) / 8, 9);
      const std::size_t distance = dated.head.value > at.value ? dated.head.value - at.value : at.value - dated.head.value;
      return (steps + hold.cost) * kStep + std::min<std::size_t>(distance / 8, 9);
    }
    if (!may_climb(at)) return std::nullopt;
    apart = apart || stands_apart(at);
    const Token& here = token(at);
    if (here.morph.verb_form == VerbForm::kInf && here.relation == Relation::kXcomp) infinitive = at;
    if (here.relation == Relation::kConj && here.upos == Upos::kVerb) later = at;
    at = here.head;
  }
  return std::nullopt;
}

// Times that hang beside the act, on a clause that says when it came about.
std::optional<std::size_t> Governor::cost_beside(const Dated& dated) const {
  for (const Hold& hold : dated.holds) {
    const Token& verb = token(hold.token);
    if (verb.head != act_ || verb.upos != Upos::kVerb) continue;
    if (verb.relation == Relation::kAclRelcl && in(kComeAbout, document_.lemma(hold.token))) return hold.cost;
  }
  return std::nullopt;
}

TimeIndex Governor::best() const {
  TimeIndex found;
  std::size_t least = kDeepest * kStep;
  for (const Dated& dated : dated_) {
    for (const auto cost : {cost_of(dated), cost_beside(dated)}) {
      if (!cost || *cost >= least) continue;
      least = *cost;
      found = dated.time;
    }
  }
  return found;
}

}  // namespace

TimeIndex governing_time(const Document& document, TokenIndex act) {
  if (document.times.empty()) return {};
  return Governor(document, act).best();
}

ActDate act_date(const TimeExpression& time) {
  if (time.kind == TimeKind::kSet || time.start.empty()) return {};
  if (time.kind == TimeKind::kDuration) return {time.start, time.start, time.end};  // "a day after": the day of what follows
  std::string value = time.value.substr(0, time.value.find('T'));
  if (value.find('/') != std::string::npos) value = time.start.substr(0, 7) == time.end.substr(0, 7) ? time.start.substr(0, 7) : time.start.substr(0, 4) == time.end.substr(0, 4) ? time.start.substr(0, 4) : std::string();
  else if (value.size() >= 6 && value[5] == 'W') value = time.start.substr(0, 7);
  else if (value.size() == 7 && value[5] > '9') value = value.substr(0, 4);
  if (value.size() != 4 && value.size() != 7 && value.size() != 10) return {};
  const auto [start, end] = days_covered(value);
  return {value, start, end};
}

}  // namespace bayhaqi
