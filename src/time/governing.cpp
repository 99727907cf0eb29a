#include "time/governing.h"

#include <algorithm>

#include "base/utf8.h"
#include "time/calendar_value.h"

namespace bayhaqi {

namespace {

constexpr int kDeepest = 6;

TokenIndex head_of_time(const Document& document, const TimeExpression& time) {
  for (std::uint32_t i = time.last.value; i-- > time.first.value;) {
    const TokenIndex up = document.tokens[i].head;
    if (!up || up < time.first || up >= time.last) return TokenIndex(i);
  }
  return time.first;
}

bool is_since(const Document& document, TokenIndex head, const TimeExpression& time) {
  for (std::uint32_t i = time.first.value > 2 ? time.first.value - 2 : 0; i < time.first.value; ++i) {
    if (document.tokens[i].head == head && lowered(document.form(TokenIndex(i))) == "since") return true;
  }
  return time.first.value > 0 && lowered(document.form(TokenIndex(time.first.value - 1U))) == "since";
}

bool starts_clause(const Token& token) {
  switch (token.relation) {
    case Relation::kAclRelcl: case Relation::kCcomp: case Relation::kAdvcl: case Relation::kParataxis: case Relation::kAdvclRelcl: case Relation::kCsubj:
      return true;
    case Relation::kConj:
      return token.upos == Upos::kVerb;
    default:
      return false;
  }
}

}  // namespace

TimeIndex governing_time(const Document& document, TokenIndex act) {
  TimeIndex best;
  std::size_t best_cost = kDeepest * 10;
  const SentenceIndex sentence = document.tokens[act.value].sentence;
  for (std::size_t t = 0; t < document.times.size(); ++t) {
    const TimeExpression& time = document.times[t];
    if (document.tokens[time.first.value].sentence != sentence || act_date(time).value.empty()) continue;
    const TokenIndex head = head_of_time(document, time);
    if (is_since(document, head, time)) continue;
    // What the time hangs on, through prepositional phrases of nouns.
    TokenIndex on = document.tokens[head.value].head;
    std::size_t cost = 0;
    for (TokenIndex at = act; at && cost < kDeepest; ++cost) {
      if (at == on) {
        const std::size_t distance = head.value > at.value ? head.value - at.value : at.value - head.value;
        const std::size_t total = cost * 10 + std::min<std::size_t>(distance / 8, 9);
        if (total < best_cost) {
          best_cost = total;
          best = TimeIndex(t);
        }
        break;
      }
      const Token& here = document.tokens[at.value];
      if (here.upos == Upos::kVerb && starts_clause(here)) break;
      at = here.head;
    }
  }
  return best;
}

ActDate act_date(const TimeExpression& time) {
  if (time.kind == TimeKind::kDuration || time.kind == TimeKind::kSet || time.start.empty()) return {};
  std::string value = time.value.substr(0, time.value.find('T'));
  if (value.size() >= 6 && value[5] == 'W') value = time.start.substr(0, 7);
  else if (value.size() == 7 && value[5] > '9') value = value.substr(0, 4);
  if (value.size() != 4 && value.size() != 7 && value.size() != 10) return {};
  const auto [start, end] = days_covered(value);
  return {value, start, end};
}

}  // namespace bayhaqi
