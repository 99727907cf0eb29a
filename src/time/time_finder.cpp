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
constexpr std::array<std::string_view, 14> kAheadWords = {"will", "would", "shall", "due", "expect", "schedule", "plan", "set", "may", "might", "could", "should", "must", "slate"};

bool all_digits(std::string_view text) { return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos; }

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

std::optional<TimeFinder::Found> TimeFinder::best_at(std::size_t at) {
  for (const auto rule : {&TimeFinder::quarter, &TimeFinder::clock_time, &TimeFinder::repeated, &TimeFinder::absolute, &TimeFinder::stretch, &TimeFinder::named_day, &TimeFinder::anaphoric,
                          &TimeFinder::weekday_name, &TimeFinder::relative, &TimeFinder::amount, &TimeFinder::bare_year, &TimeFinder::vague}) {
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
  for (std::size_t i = found.first; i < found.last && !time.rule; ++i) {
    for (const std::uint32_t index : rules_.words().longest(std::span(hashes_).subspan(i, found.last - i)).values) {
      time.rule = {static_cast<std::uint16_t>(rules_.record(index).file), rules_.record(index).line};
    }
  }
  if (found.value.size() == 7 && found.value[5] == 'Q') {
    quarter_ = found.value;
    quarter_at_ = found.last;
  }
  if (time.start.size() == 10 && time.start == time.end) mentioned_ = first_day_of(time.start);
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

// Climbs from the expression to its verbs: a modal, or a word of scheduling, up to the finite verb; without trees nothing is found.
bool TimeFinder::looks_ahead(std::size_t at) const {
  if (at >= end_) return false;  // "… the" at the end of a text
  std::size_t here = at;
  for (int steps = 0; steps < 8; ++steps) {
    const Token& token = document_.tokens[here];
    const bool finite = token.upos == Upos::kVerb || token.upos == Upos::kAux || token.upos == Upos::kAdj;
    if (finite) {
      if (std::find(kAheadWords.begin(), kAheadWords.end(), document_.lemma(TokenIndex(here))) != kAheadWords.end()) return true;
      for (std::size_t i = begin_; i < end_; ++i) {
        const Token& other = document_.tokens[i];
        if (!other.head || other.head.value != here || other.relation != Relation::kAux) continue;
        if (std::find(kAheadWords.begin(), kAheadWords.end(), document_.lemma(TokenIndex(i))) != kAheadWords.end()) {
          // "would have" looks back
          bool perfect = false;
          for (std::size_t j = i; j < here; ++j) perfect = perfect || form(j) == "have";
          if (!perfect) return true;
        }
      }
      // "are to visit", "is meeting on Tuesday"
      if (token.morph.verb_form == VerbForm::kInf && token.relation == Relation::kXcomp && token.head && document_.lemma(token.head) == "be") return true;
      if (token.morph.verb_form == VerbForm::kFin && token.relation != Relation::kConj && token.relation != Relation::kXcomp) return false;
    }
    if (!token.head) return false;
    if (token.relation == Relation::kAclRelcl || token.relation == Relation::kCcomp || token.relation == Relation::kParataxis) return false;
    here = token.head.value;
  }
  return false;
}

std::string TimeFinder::with_part(std::string value, std::string_view part) const { return value.empty() || part.empty() ? value : value + "T" + std::string(part); }

std::int32_t TimeFinder::weekday_near(int day, bool future, std::string_view direction) const {
  const std::int32_t today = *published_;
  const int back = (weekday(today) - day + 7) % 7;
  const int ahead = (day - weekday(today) + 7) % 7;
  if (direction == "rel-last") return today - (back == 0 ? 7 : back);
  if (direction == "rel-next" || direction == "rel-this") return today + (ahead == 0 && direction == "rel-next" ? 7 : ahead);
  return future ? today + ahead : today - back;
}

std::string TimeFinder::month_near(int month, bool future, std::string_view direction) const {
  if (!published_) return {};
  const CivilDate today = civil_from_days(*published_);
  int year = today.year;
  if (direction == "rel-last") year -= month >= today.month ? 1 : 0;
  else if (direction == "rel-next") year += month <= today.month ? 1 : 0;
  else if (direction == "rel-this") year += 0;
  else if (future) year += month < today.month ? 1 : 0;
  else year -= month > today.month ? 1 : 0;
  return month_value(year, month);
}

// A day, week, month … some steps away from a day, to the precision of the unit.
std::string TimeFinder::shifted(std::string_view unit, int steps, std::int32_t from) const {
  const CivilDate date = civil_from_days(from);
  if (unit == "D" || unit == "N") return day_value(from + steps);
  if (unit == "W" || unit == "2W") return week_value(from + 7 * steps);
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

// "August 30", "8 October 2025", "mid-August", "2025-10-08", "the night of April 14", "May 18 at noon"
std::optional<TimeFinder::Found> TimeFinder::absolute(std::size_t at) {
  if (at + 4 < end_ && year(at) && is(at + 1, "-") && all_digits(form(at + 2)) && is(at + 3, "-") && all_digits(form(at + 4))) {
    const std::string text = std::string(form(at)) + "-" + std::string(form(at + 2)) + "-" + std::string(form(at + 4));
    if (parse_iso_date(text)) return Found{at, at + 5, TimeKind::kDate, text};
  }
  std::size_t i = at;
  std::string_view part;
  if (is(i, "the") && word(i + 1, "part") && is(i + 2, "of")) {
    part = word(i + 1, "part").value;
    i += 3;
  }
  if (word(i, "edge")) i += is(i + 1, "in") ? 2 : is(i + 1, "-") ? 2 : 1;
  else if (form(i).starts_with("mid-") && word(i, "month").length == 0) {
    for (int month = 1; month <= 12; ++month) {
      // "mid-August" is one token
      static constexpr std::array<std::string_view, 12> kNames = {"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"};
      if (form(i).substr(4) != kNames[static_cast<std::size_t>(month - 1)]) continue;
      const auto y = year(i + 1);
      return Found{at, i + (y ? 2 : 1), TimeKind::kDate, y ? month_value(*y, month) : month_near(month, looks_ahead(i) || points_ahead(i, month), "")};
    }
  }
  std::optional<int> day;
  std::size_t start = i;
  if (is(i, "the") && day_of_month(i + 1) && is(i + 2, "of") && word(i + 3, "month")) start = i + 1;
  if (start > i || (day_of_month(i) && (word(i + 1, "month") || (is(i + 1, "of") && word(i + 2, "month"))))) {
    day = day_of_month(start);
    i = start + (is(start + 1, "of") ? 2 : 1);
  }
  if (is(i, "the") && is(i + 1, "end") && is(i + 2, "of") && word(i + 3, "month")) i += 3;
  const Word month_word = word(i, "month");
  if (!month_word) return std::nullopt;
  const std::string_view written = document_.form(TokenIndex(i));
  if (!is_upper(decode_utf8(written, 0).value)) return std::nullopt;  // "may", "march"
  if ((form(i) == "may" || form(i) == "march") && document_.tokens[i].upos != Upos::kPropn && document_.tokens[i].upos != Upos::kNoun && !day && !day_of_month(i + 1) && !year(i + 1)) return std::nullopt;
  if (is_name(i) && !day) return std::nullopt;
  const int month = to_int(month_word.value);
  ++i;
  if (!day && day_of_month(i) && !(i + 1 < end_ && is(i + 1, ":"))) {
    day = day_of_month(i);
    ++i;
  }
  std::optional<int> y;
  if (is(i, ",") && day && year(i + 1)) {
    y = year(i + 1);
    i += 2;
  } else if (is(i, "of") && year(i + 1)) {
    y = year(i + 1);
    i += 2;
  } else if (year(i)) {
    y = year(i);
    ++i;
  }
  int shift = 0;
  if (!y && !day && published_ && (word(i, "rel-last") || word(i, "rel-this") || word(i, "rel-next")) && is(i + 1, "year")) {  // "June last year"
    shift = word(i, "rel-last") ? -1 : word(i, "rel-next") ? 1 : 0;
    y = civil_from_days(*published_).year + shift;
    i += 2;
  }
  const bool ahead = !y && (looks_ahead(i - 1) || points_ahead(at, month));
  std::string value = y ? month_value(*y, month) : month_near(month, ahead, "");
  if (value.empty()) value = "XXXX-" + month_value(0, month).substr(5);
  if (day) {
    if (!y && published_) value = month_value(year_of_day(month, *day, looks_ahead(i - 1), happened_on(at, i)), month);
    value += "-" + std::string(*day < 10 ? "0" : "") + std::to_string(*day);
  }
  return Found{at, i, TimeKind::kDate, with_part(value, part)};
}

// "Theresa May", "Prime Minister May": a month that is part of a name, or has a title in front.
bool TimeFinder::is_name(std::size_t at) const {
  const Token& token = document_.tokens[at];
  if (token.relation == Relation::kFlat) return true;
  for (std::size_t i = at; i-- > begin_ && at - i <= 3;) {
    if (document_.tokens[i].head == TokenIndex(at) && document_.tokens[i].relation == Relation::kNmodDesc) return true;
  }
  return false;
}

std::optional<TimeFinder::Found> TimeFinder::named_day(std::size_t at) {
  if (const Word w = word(at, "holiday")) {
    const bool y = year(at + w.length).has_value();
    if (!y && !published_) return std::nullopt;
    const int base = y ? *year(at + w.length) : civil_from_days(*published_).year;
    std::int32_t day = holiday(w.value, base);
    if (!y && day > *published_ && !looks_ahead(at + w.length - 1)) day = holiday(w.value, base - 1);
    if (!y && day < *published_ - kRecently && looks_ahead(at + w.length - 1)) day = holiday(w.value, base + 1);
    return Found{at, at + w.length + (y ? 1 : 0), TimeKind::kDate, day_value(day)};
  }
  std::size_t i = at;
  if (word(i, "edge") && word(i + 1, "day")) ++i;
  if (const Word w = word(i, "day"); w && published_) {
    const Word part = word(i + 1, "part");
    return Found{at, i + 1 + (part ? 1U : 0U), part ? TimeKind::kTime : TimeKind::kDate, with_part(day_value(*published_ + to_int(w.value)), part.value)};
  }
  if (word(at, "night") && published_) return Found{at, at + 1, TimeKind::kTime, day_value(*published_) + "TNI"};
  return std::nullopt;
}

// "Tuesday night", "last Wednesday", "noon on Thursday", "early on Saturday", "daybreak on Wednesday"
std::optional<TimeFinder::Found> TimeFinder::weekday_name(std::size_t at) {
  std::size_t i = at;
  std::string_view part;
  std::string clock;
  std::string_view direction;
  if (const Word w = word(i, "clock"); w && (is(i + 1, "on") || word(i + 1, "weekday"))) {
    clock = w.value;
    i += is(i + 1, "on") ? 2 : 1;
  } else if (const Word p = word(i, "part"); p && is(i + 1, "on")) {
    part = p.value;
    i += 2;
  } else if (word(i, "edge")) {
    if (form(i) == "early") part = "MO";
    i += is(i + 1, "on") ? 2 : 1;
    if (const Word late = word(i, "weekday"); late && word(i + late.length, "part")) part = {};
  } else {
    for (const std::string_view each : {"rel-last", "rel-next", "rel-this"}) {
      if (word(i, each)) direction = each;
    }
    if (!direction.empty()) ++i;
  }
  const Word w = word(i, "weekday");
  if (!w) return std::nullopt;
  if (!is_upper(decode_utf8(document_.form(TokenIndex(i)), 0).value)) return std::nullopt;
  std::size_t last = i + w.length;
  if (const Word p = word(last, "part")) {
    part = p.value;
    ++last;
  }
  if (is(last, ",") && direction.empty() && clock.empty() && part.empty()) {  // "Saturday, April 25"
    if (auto date = absolute(last + 1); date && date->kind == TimeKind::kDate && date->value.size() == 10) return Found{at, date->last, TimeKind::kDate, date->value};
  }
  std::string value = "XXXX-WXX-" + std::to_string(to_int(w.value) + 1);  // of an unknown week, without a day to count from
  if (published_) value = day_value(weekday_near(to_int(w.value), looks_ahead(i) || (at > begin_ && (is(at - 1, "for") || is(at - 1, "by") || is(at - 1, "until"))), direction));
  if (!clock.empty()) value += "T" + clock;
  else value = with_part(value, part);
  return Found{at, last, part.empty() && clock.empty() ? TimeKind::kDate : TimeKind::kTime, value};
}

// "last month", "late last month", "earlier this week", "next July", "this year", "the weekend", "the summer", "later in the month"
std::optional<TimeFinder::Found> TimeFinder::relative(std::size_t at) {
  if (!published_) return std::nullopt;
  std::size_t i = at;
  const bool edge = static_cast<bool>(word(i, "edge"));
  if (edge) ++i;
  if (edge && is(i, "in") && is(i + 1, "the")) {
    const Word unit = word(i + 2, "unit");
    if (!unit) return std::nullopt;
    if (unit.value == "D") return Found{at, i + 3, TimeKind::kDate, day_value(mentioned_.value_or(*published_))};
    return Found{at, i + 3, TimeKind::kDate, shifted(unit.value, 0, *published_)};
  }
  std::string_view direction;
  const bool the = is(i, "the");
  if (the) ++i;
  for (const std::string_view each : {"rel-last", "rel-next", "rel-this"}) {
    if (word(i, each)) direction = each;
  }
  if (direction.empty()) {
    if (the && !edge) {
      const bool ahead = looks_ahead(i);
      if (const Word unit = word(i, "unit"); unit && unit.value == "WE") {
        const std::int32_t base = weekday(*published_) >= 5 || ahead ? *published_ : *published_ - 7;
        return Found{at, i + 1, TimeKind::kDate, week_value(base) + "-WE"};
      }
      if (const Word season = word(i, "season"); season && !is(i + 1, "of")) return Found{at, i + 1, TimeKind::kDate, year_value(civil_from_days(*published_).year) + "-" + std::string(season.value)};
    }
    return std::nullopt;
  }
  ++i;
  const int step = direction == "rel-last" ? -1 : direction == "rel-next" ? 1 : 0;
  if (const Word unit = word(i, "unit")) {
    if (unit.value.starts_with('T')) return std::nullopt;
    std::string value = shifted(unit.value, step, *published_);
    if (unit.value == "N") value = day_value(*published_ + step) + "T" + (form(i) == "morning" ? "MO" : "NI");
    return Found{at, i + 1, TimeKind::kDate, value};
  }
  if (const Word part = word(i, "part"); part && part.value != "MI") return Found{at, i + 1, TimeKind::kTime, day_value(*published_ + step) + "T" + std::string(part.value)};
  if (const Word month = word(i, "month"); month && is_upper(decode_utf8(document_.form(TokenIndex(i)), 0).value)) {
    std::string value = month_near(to_int(month.value), step > 0, direction);
    std::size_t last = i + 1;
    if (const auto day = day_of_month(last)) {
      value += "-" + std::string(*day < 10 ? "0" : "") + std::to_string(*day);
      ++last;
    }
    return Found{at, last, TimeKind::kDate, value};
  }
  if (const Word season = word(i, "season")) return Found{at, i + 1, TimeKind::kDate, year_value(civil_from_days(*published_).year + step) + "-" + std::string(season.value)};
  // "the last three years": a duration up to now
  if (const auto n = number(i); n && word(i + 1, "units")) return Found{at, i + 2, TimeKind::kDuration, duration_value(std::to_string(*n), word(i + 1, "units").value)};
  if (const Word some = word(i, "some"); some && word(i + 1, "units")) return Found{at, i + 2, TimeKind::kDuration, duration_value("X", word(i + 1, "units").value)};
  return std::nullopt;
}

// "the same day", "that evening", "the next day", "a day earlier", "the night before", "six days earlier", "three years ago"
std::optional<TimeFinder::Found> TimeFinder::anaphoric(std::size_t at) {
  const std::int32_t anchor = mentioned_ ? *mentioned_ : published_.value_or(0);
  if (!mentioned_ && !published_) return std::nullopt;
  std::size_t i = at;
  const bool the = is(i, "the");
  if (the) ++i;
  const bool same = word(i, "rel-same") || (word(i, "rel-that") && !the);
  if (same && (word(i + 1, "part") || word(i + 1, "unit"))) {
    const Word part = word(i + 1, "part");
    const Word unit = word(i + 1, "unit");
    if (part) return Found{at, i + 2, TimeKind::kTime, day_value(anchor) + "T" + std::string(part.value)};
    if (!unit.value.starts_with('T')) return Found{at, i + 2, TimeKind::kDate, shifted(unit.value, 0, anchor)};
  }
  if (the && (word(i, "rel-follow") || (word(i, "rel-next")) || word(i, "rel-last")) && word(i + 1, "unit")) {
    const Word unit = word(i + 1, "unit");
    const bool back = static_cast<bool>(word(i, "rel-last"));
    const bool previous = form(i) == "previous" || form(i) == "preceding";
    if ((!back || previous) && !unit.value.starts_with('T')) return Found{at, i + 2, TimeKind::kDate, shifted(unit.value, back ? -1 : 1, anchor)};
  }
  if (the && word(i, "ordinal") && (is(i + 1, "night") || is(i + 1, "day")) && mentioned_) {  // "the first night" of what was just dated
    if (form(i) == "first") return Found{at, i + 2, TimeKind::kDate, day_value(*mentioned_) + (is(i + 1, "night") ? "TNI" : "")};
  }
  const Word part = word(i, "part");
  if (the && (part || is(i, "day")) && (is(i + 1, "before") || is(i + 1, "after")) ) {
    const bool closed = i + 2 >= end_ || document_.tokens[i + 2].upos == Upos::kPunct || document_.tokens[i + 2].upos == Upos::kCconj || document_.tokens[i + 2].upos == Upos::kPron ||
                        document_.tokens[i + 2].upos == Upos::kDet || document_.tokens[i + 2].upos == Upos::kPropn || document_.tokens[i + 2].upos == Upos::kAdp;
    if (closed) return Found{at, i + 2, TimeKind::kDate, with_part(day_value(anchor + (is(i + 1, "before") ? -1 : 1)), part.value)};
  }
  // an amount of time and a direction
  const std::size_t n = at + blur(at);
  int count = 0;
  if (is(n, "a") || is(n, "an")) count = 1;
  else if (const auto value = number(n)) count = *value;
  else if (word(n, "half") && is(n + 1, "a")) count = -1;
  else if (word(n, "some")) count = -1;
  else return std::nullopt;
  std::size_t u = n + 1 + (word(n, "half") ? 1 : 0);
  if (is(n, "a") && (word(u, "some") || word(u, "couple"))) {
    count = word(u, "couple") ? 2 : -1;
    ++u;
    if (is(u, "of")) ++u;
  }
  if (is(u, "-")) ++u;
  const Word unit = word(u, "units") ? word(u, "units") : word(u, "unit");
  if (!unit) return std::nullopt;
  const bool ago = static_cast<bool>(word(u + 1, "ago"));
  const bool earlier = is(u + 1, "earlier") || (is(u + 1, "before") && (u + 2 >= end_ || document_.tokens[u + 2].upos == Upos::kPunct));
  const bool later = is(u + 1, "later");
  if (!ago && !earlier && !later) return std::nullopt;
  if (count < 0) return Found{at, u + 2, TimeKind::kDate, later ? "FUTURE_REF" : "PAST_REF"};
  if (unit.value.starts_with('T')) return Found{at, u + 2, TimeKind::kDate, ago ? "PAST_REF" : day_value(anchor)};
  const std::int32_t from = ago ? published_.value_or(anchor) : anchor;
  if (unit.value == "Y" && count == 1 && !later && !quarter_.empty() && at < quarter_at_ + kComparison) {  // of a quarter just named: the same of the year before
    return Found{at, u + 2, TimeKind::kDate, year_value(to_int(quarter_.substr(0, 4)) - 1) + quarter_.substr(4)};
  }
  if (at != n && (unit.value == "E" || unit.value == "C")) return Found{at, u + 2, TimeKind::kDate, "PAST_REF"};
  return Found{at, u + 2, TimeKind::kDate, shifted(unit.value, later ? count : -count, from)};
}

// "ten days", "a week", "decades", "several months", "nearly two decades", "half an hour", "20-year"; "every day", "daily"
std::optional<TimeFinder::Found> TimeFinder::amount(std::size_t at) {
  if (const Word w = word(at, "set")) {
    if (document_.tokens[at].upos != Upos::kPropn) return Found{at, at + 1, TimeKind::kSet, std::string(w.value)};
  }
  if (word(at, "every") && (word(at + 1, "unit") || word(at + 1, "weekday"))) {
    const Word unit = word(at + 1, "unit");
    return Found{at, at + 2, TimeKind::kSet, unit ? duration_value("1", unit.value) : "XXXX-WXX-" + std::to_string(to_int(word(at + 1, "weekday").value) + 1)};
  }
  std::size_t i = at + blur(at);
  if (i > at && !number(i) && !is(i, "a") && !is(i, "an") && !word(i, "half")) return std::nullopt;
  if (i == at && is(i, "the")) {  // "the first nine months", "the six months"
    const std::size_t n = i + (word(i + 1, "ordinal") || is(i + 1, "final") || is(i + 1, "opening") ? 2 : 1);
    if (!number(n) || !word(n + 1, "units")) return std::nullopt;
    i = n;
  }
  std::string count;
  if (const auto n = number(i)) count = std::to_string(*n);
  else if ((is(i, "a") || is(i, "an")) && word(i + 1, "unit") && !word(i + 1, "unit").value.starts_with('N')) count = "1";
  else if (is(i, "a") && word(i + 1, "couple") && is(i + 2, "of") && word(i + 3, "units")) return Found{at, i + 4, TimeKind::kDuration, duration_value("2", word(i + 3, "units").value)};
  else if (is(i, "a") && word(i + 1, "some") && word(i + 2, "units")) return Found{at, i + 3, TimeKind::kDuration, duration_value("X", word(i + 2, "units").value)};
  else if (word(i, "some") && word(i + 1, "units")) return Found{at, i + 2, TimeKind::kDuration, duration_value("X", word(i + 1, "units").value)};
  else if (word(i, "recent") && word(i + 1, "units")) return Found{at, i + 2, TimeKind::kDate, "PAST_REF"};
  else if (word(i, "ancient") && is(i + 1, "times")) return Found{at, i + 2, TimeKind::kDate, "PAST_REF"};
  else if (word(i, "half") && (is(i + 1, "a") || is(i + 1, "an")) && word(i + 2, "unit")) {
    const std::string_view unit = word(i + 2, "unit").value;
    return Found{at, i + 3, TimeKind::kDuration, unit == "TH" ? "PT30M" : unit == "C" ? "P50Y" : unit == "Y" ? "P6M" : unit == "E" ? "P5Y" : "P0.5" + std::string(unit)};
  } else if (const Word units = word(i, "units"); units && !(i > begin_ && word(i - 1, "units")) && units.value != "N" && units.value != "WE" && form(i) != "generations" && form(i) != "seconds" && form(i) != "quarters") {
    const bool modified = i > begin_ && (document_.tokens[i - 1].upos == Upos::kAdj || document_.tokens[i - 1].upos == Upos::kNum || document_.tokens[i - 1].upos == Upos::kDet || document_.tokens[i - 1].morph.possessive);
    if (!modified && (units.value == "Y" || units.value == "E" || units.value == "C" || units.value == "M" || units.value == "W" || units.value == "D" || units.value == "TH")) {
      return Found{at, i + 1, TimeKind::kDuration, duration_value("X", units.value)};
    }
    return std::nullopt;
  } else {
    return std::nullopt;
  }
  std::size_t u = i + 1;
  if (is(u, "-")) ++u;
  if (is(u, "more") || is(u, "full") || is(u, "straight") || is(u, "consecutive")) ++u;
  const Word unit = word(u, "units") ? word(u, "units") : word(u, "unit");
  if (!unit) return std::nullopt;
  if (unit.value == "Q" && (is(u + 1, "of") || count == "1")) return std::nullopt;  // a fourth part
  if (is(u + 1, "-") && is(u + 2, "old")) return std::nullopt;          // an age
  if (is(u + 1, "old") || is(u + 1, "of")) {
    if (is(u + 1, "old")) return std::nullopt;
  }
  return Found{at, u + 1, TimeKind::kDuration, duration_value(count, unit.value)};
}

// "in 2008", "the 1990s", "the 2021 withdrawal"
std::optional<TimeFinder::Found> TimeFinder::bare_year(std::size_t at) {
  const std::string_view text = form(at);
  if (text.size() == 5 && text.ends_with('s') && all_digits(text.substr(0, 4)) && text[3] == '0') {
    return Found{at > begin_ && is(at - 1, "the") ? at - 1 : at, at + 1, TimeKind::kDate, std::string(text.substr(0, 3))};
  }
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
  return Found{at, at + w.length, TimeKind::kDate, std::string(w.value)};
}

void find_times(Document& document, const TimeRules& rules) { TimeFinder(document, rules).run(); }

}  // namespace bayhaqi
