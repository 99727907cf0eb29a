#include "time/time_finder.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <tuple>

#include "base/utf8.h"
#include "time/find_times.h"

namespace bayhaqi {

namespace {

constexpr std::size_t kComparison = 60;  // tokens after a quarter in which "a year earlier" compares with it
constexpr std::int32_t kRecently = 60;  // days since a holiday in which its name means that one

bool all_digits(std::string_view text) { return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos; }

constexpr int kMonthsAhead = 9;  // a month farther ahead is called "next March"

int to_int(std::string_view text) { return std::atoi(std::string(text).c_str()); }

}  // namespace

TimeFinder::TimeFinder(Document& document, const TimeRules& rules) : document_(document), rules_(rules) {
  folded_.reserve(document.tokens.size());
  for (const Token& token : document.tokens) {
    folded_.push_back(folded(document.words(token.span)));
    hashes_.push_back(hash_folded_word(folded_.back()));
  }
  if (const auto date = parse_iso_date(document.article.published)) published_ = days_from_civil(*date);
}

void TimeFinder::run() {
  for (const Sentence& sentence : document_.sentences) {
    begin_before_ = begin_;
    begin_ = sentence.first.value;
    end_ = sentence.last.value;
    for (std::size_t i = begin_; i < end_;) {
      const auto found = best_at(i);
      if (!found) {
        ++i;
        continue;
      }
      add(*found);
      i = std::max(i + 1, found->last);
    }
  }
}

// Most words start no time expression: neither a word of the dictionary nor a number.
bool TimeFinder::may_start(std::size_t at) const {
  if (rules_.words().next(PhraseTable::kStart, hashes_[at]) != PhraseTable::kDead) return true;
  const std::string_view text = form(at);
  return (text[0] >= '0' && text[0] <= '9') || text.starts_with("mid-") || document_.tokens[at].morph.possessive;
}

std::optional<TimeFinder::Found> TimeFinder::best_at(std::size_t at) {
  if (form(at).empty() || !may_start(at)) return std::nullopt;
  for (const auto rule : {&TimeFinder::quarter, &TimeFinder::clock_time, &TimeFinder::repeated, &TimeFinder::other_date, &TimeFinder::absolute, &TimeFinder::stretch, &TimeFinder::named_day, &TimeFinder::anaphoric,
                          &TimeFinder::weekday_name, &TimeFinder::relative, &TimeFinder::amount, &TimeFinder::bare_year, &TimeFinder::part_of_day, &TimeFinder::vague}) {
    if (auto found = (this->*rule)(at); found && !found->value.empty()) return found;
  }
  return std::nullopt;
}

void TimeFinder::add(const Found& found) {
  TimeExpression time;
  time.first = TokenIndex(found.first);
  time.last = TokenIndex(found.last);
  time.span = {document_.tokens[found.first].span.begin, document_.tokens[found.last - 1].span.end};
  time.kind = found.kind;
  time.value = found.value;
  std::tie(time.start, time.end) = days_covered(found.value);
  if (const auto day = day_apart(found)) time.start = time.end = day_value(*day);
  for (std::size_t i = found.first; i < found.last && !time.rule; ++i) {
    for (const std::uint32_t index : rules_.words().longest(std::span(hashes_).subspan(i, found.last - i)).values) {
      time.rule = {static_cast<std::uint16_t>(rules_.record(index).file), rules_.record(index).line};
    }
  }
  if (found.value.size() == 7 && found.value[5] == 'Q') {
    quarter_ = found.value;
    quarter_at_ = found.last;
  }
  remember(found, time);
  document_.times.push_back(std::move(time));
}

TimeFinder::Word TimeFinder::word(std::size_t at, std::string_view kind) const {
  if (at >= end_) return {};
  std::uint32_t state = PhraseTable::kStart;
  Word best;
  for (std::size_t i = at; i < end_; ++i) {
    state = rules_.words().next(state, hashes_[i]);
    if (state == PhraseTable::kDead) break;
    for (const std::uint32_t index : rules_.words().values(state)) {
      if (rules_.string(rules_.record(index).kind) == kind) best = {rules_.string(rules_.record(index).value), i + 1 - at, index};
    }
  }
  return best;
}

TimeFinder::Word TimeFinder::named(std::string_view text, std::string_view kind) const {
  const std::uint32_t state = rules_.words().next(PhraseTable::kStart, hash_folded_word(text));
  if (state == PhraseTable::kDead) return {};
  for (const std::uint32_t index : rules_.words().values(state)) {
    if (rules_.string(rules_.record(index).kind) == kind) return {rules_.string(rules_.record(index).value), 1, index};
  }
  return {};
}

std::optional<int> TimeFinder::number(std::size_t at) const {
  if (at >= end_) return std::nullopt;
  if (all_digits(form(at)) && form(at).size() <= 5) return to_int(form(at));
  if (const Word w = word(at, "number")) return to_int(w.value);
  return std::nullopt;
}

std::optional<int> TimeFinder::day_of_month(std::size_t at) const {
  if (at >= end_) return std::nullopt;
  std::string_view text = form(at);
  for (const std::string_view suffix : {"st", "nd", "rd", "th"}) {
    if (text.size() > 2 && text.ends_with(suffix) && all_digits(text.substr(0, text.size() - 2))) text.remove_suffix(2);
  }
  if (!all_digits(text) || text.size() > 2) return std::nullopt;
  const int day = to_int(text);
  if (day < 1 || day > 31) return std::nullopt;
  return day;
}

std::optional<int> TimeFinder::year(std::size_t at) const {
  if (at >= end_ || form(at).size() != 4 || !all_digits(form(at))) return std::nullopt;
  const int value = to_int(form(at));
  if (value < 1000 || value > 2199) return std::nullopt;
  return value;
}

std::string TimeFinder::with_part(std::string value, std::string_view part) const { return value.empty() || part.empty() ? value : value + "T" + std::string(part); }

std::string TimeFinder::month_near(int month, bool future, std::string_view direction) const {
  if (!published_) return {};
  const CivilDate today = civil_from_days(*published_);
  int year = today.year;
  if (direction == "rel-last") year -= month >= today.month ? 1 : 0;
  else if (direction == "rel-next") year += month <= today.month ? 1 : 0;
  else if (direction == "rel-this") year += 0;
  else if (future && (month - today.month + 12) % 12 <= kMonthsAhead) year += month < today.month ? 1 : 0;
  else year -= month > today.month ? 1 : 0;
  return month_value(year, month);
}

// A day, week, month … some steps away from a day, to the precision of the unit.
std::string TimeFinder::shifted(std::string_view unit, int steps, std::int32_t from) const {
  const CivilDate date = civil_from_days(from);
  if (unit == "D" || unit == "N") return day_value(from + steps);
  if (unit == "W") return week_value(from + 7 * steps);
  if (unit == "2W") return week_value(from + 14 * steps);
  if (unit == "WE") return week_value(from + 7 * steps) + "-WE";
  if (unit == "M") {
    const CivilDate moved = add_months({date.year, date.month, 1}, steps);
    return month_value(moved.year, moved.month);
  }
  if (unit == "Q") {
    const CivilDate moved = add_months({date.year, date.month, 1}, 3 * steps);
    return year_value(moved.year) + "-Q" + std::to_string((moved.month - 1) / 3 + 1);
  }
  if (unit == "Y") return year_value(date.year + steps);
  if (unit == "E") return year_value(date.year + 10 * steps).substr(0, 3);
  if (unit == "C") return year_value(date.year + 100 * steps).substr(0, 2);
  return {};
}

// "nineteen ninety-six", "two thousand six": year and tokens.
std::optional<std::pair<int, std::size_t>> TimeFinder::spelled_year(std::size_t at) const {
  const Word front = word(at, "number");
  if (!front || all_digits(form(at))) return std::nullopt;
  const int century = to_int(front.value);
  if (century == 2 && is(at + 1, "thousand")) {
    const Count rest = count(at + 2 + (is(at + 2, "and") ? 1 : 0));
    if (!rest || rest.value.size() > 2) return std::nullopt;
    return std::pair{2000 + to_int(rest.value), 2 + (is(at + 2, "and") ? 1 : 0) + rest.length};
  }
  const Count rest = count(at + 1);
  if (century < 17 || century > 20 || !rest || all_digits(form(at + 1)) || rest.value.size() != 2) return std::nullopt;
  return std::pair{century * 100 + to_int(rest.value), 1 + rest.length};
}

// "in 2008", "the 1990s", "the 2021 withdrawal"
std::optional<TimeFinder::Found> TimeFinder::bare_year(std::size_t at) {
  const std::string_view text = form(at);
  if (text.size() == 5 && text.ends_with('s') && all_digits(text.substr(0, 4)) && text[3] == '0') {
    return Found{at > begin_ && is(at - 1, "the") ? at - 1 : at, at + 1, TimeKind::kDate, std::string(text.substr(0, 3))};
  }
  if (const auto spelled = spelled_year(at); spelled && !word(at + spelled->second, "units")) return Found{at, at + spelled->second, TimeKind::kDate, year_value(spelled->first)};
  const auto y = year(at);
  if (!y || *y < 1500 || *y > 2100) return std::nullopt;
  const Token& token = document_.tokens[at];
  if (at + 1 < end_ && (word(at + 1, "units") || is(at + 1, "-") || is(at + 1, "percent"))) return std::nullopt;
  if (at > begin_ && (is(at - 1, "$") || is(at - 1, "no.") || is(at - 1, "-") || is(at - 1, "euro"))) return std::nullopt;
  // a count ("1500 people") is not a year, a year before its event ("the 2003 invasion") is
  if (token.relation == Relation::kNummod && token.head && token.head.value > at) {
    const Token& noun = document_.tokens[token.head.value];
    const bool the = at > begin_ && document_.tokens[at - 1].upos == Upos::kDet;
    if (noun.morph.number == Number::kPlur && !the) return std::nullopt;
  }
  return Found{at, at + 1, TimeKind::kDate, std::string(text)};
}

std::optional<TimeFinder::Found> TimeFinder::vague(std::size_t at) {
  const Word w = word(at, "vague");
  if (!w || document_.tokens[at].upos == Upos::kPropn) return std::nullopt;
  if (is(at, "the") && at + w.length < end_) {  // "the past", not "the past years"
    const Upos next = document_.tokens[at + w.length].upos;
    if (next == Upos::kNoun || next == Upos::kNum || next == Upos::kAdj || next == Upos::kPropn) return std::nullopt;
  }
  if (is(at, "now") && at + 1 < end_ && is(at + 1, "that")) return std::nullopt;
  if ((is(at, "soon") || is(at, "shortly")) && (is(at + 1, "after") || is(at + 1, "before") || is(at + 1, "as") || (at > begin_ && is(at - 1, "as")))) return std::nullopt;
  return Found{at, at + w.length, TimeKind::kDate, std::string(w.value)};
}

void find_times(Document& document, const TimeRules& rules) { TimeFinder(document, rules).run(); }

}  // namespace bayhaqi
