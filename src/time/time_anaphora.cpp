// The parts of TimeFinder for what leans on a day named before: "the same day", "two days later", "the night before", "a year
// earlier". A story has a time of its own, which what had happened before, or the date of a thing ("the February 5 attack"),
// doesn't move; within a sentence the day named last counts.
#include <algorithm>
#include <cstdlib>

#include "base/utf8.h"
#include "time/time_finder.h"

namespace bayhaqi {

namespace {

constexpr std::size_t kComparison = 60;  // tokens after a quarter, or a year, in which "a year earlier" compares with it

int to_int(std::string_view text) { return std::atoi(std::string(text).c_str()); }

}  // namespace

void TimeFinder::remember(const Found& found, const TimeExpression& time) {
  if (time.kind == TimeKind::kDuration || time.kind == TimeKind::kSet || time.start.empty()) return;
  const std::int32_t first = *first_day_of(time.start);
  if (time.start == time.end) {
    nearest_ = first;
    nearest_at_ = found.first;
    const bool gone_back = found.weekday && mentioned_ && mentioned_ != published_ && first < *mentioned_;  // a day of the week before: what led up to it
    if (!found.backward && !gone_back && !is_background(found.first, found.last)) mentioned_ = first;
  }
  if (found.value.size() >= 7 && found.value.find('/') == std::string::npos) month_ = first;
  if (found.value.size() >= 4) {
    year_ = first;
    year_at_ = found.last;
  }
}

// The day from which an expression with this unit counts. What goes on ("the next day") goes on from what the sentence before
// told; the rest leans on the story.
std::int32_t TimeFinder::anchor(std::size_t at, std::string_view unit, bool onward) const {
  const std::int32_t day = nearest_ && nearest_at_ >= (onward ? begin_before_ : begin_) ? *nearest_ : mentioned_ ? *mentioned_ : nearest_ ? *nearest_ : published_.value_or(0);
  if (unit == "Y" && year_ && at < year_at_ + kComparison) return *year_;
  if (unit == "M" && month_) return *month_;
  return day;
}

bool TimeFinder::has_anchor() const { return mentioned_ || nearest_ || year_ || published_; }

// What may stand behind "the day before": the end of a phrase, not what it came before.
bool TimeFinder::is_closed(std::size_t at) const {
  if (at >= end_) return true;
  switch (document_.tokens[at].upos) {
    case Upos::kPunct: case Upos::kCconj: case Upos::kPron: case Upos::kDet: case Upos::kPropn: case Upos::kAdp: return true;
    default: return false;
  }
}

// "the same day", "that evening", "later that year", "the next day", "the following month", "the previous night"
std::optional<TimeFinder::Found> TimeFinder::same_or_next(std::size_t at) const {
  std::size_t i = at + (word(at, "edge") ? 1 : 0);
  const bool the = is(i, "the");
  if (the) ++i;
  const bool same = word(i, "rel-same") || (word(i, "rel-that") && !the);
  const bool previous = is(i, "previous") || is(i, "preceding");
  const bool next = the && (word(i, "rel-follow") || is(i, "next"));
  if (!same && !next && !(the && previous)) return std::nullopt;
  const int step = same ? 0 : next ? 1 : -1;
  Found found{at, i + 2, TimeKind::kDate, {}};
  found.backward = previous;
  const Word unit = word(i + 1, "unit"), part = word(i + 1, "part"), season = word(i + 1, "season");
  if (part && (same || next || previous)) {
    found.kind = TimeKind::kTime;
    found.value = day_value(anchor(at, "D", next) + step) + "T" + std::string(part.value);
  } else if (season && same) {
    found.value = year_value(civil_from_days(anchor(at, "Y")).year) + "-" + std::string(season.value);
  } else if (unit && !unit.value.starts_with('T') && unit.value != "Q") {
    found.value = shifted(unit.value, step, anchor(at, unit.value, next));
  }
  if (found.value.empty()) return std::nullopt;
  if (same && unit && published_ && (unit.value == "M" || unit.value == "D" || unit.value == "W") && (is(i + 2, "last") || is(i + 2, "a")) && is(i + 3, "year")) {  // "the same month a year ago"
    const CivilDate day = civil_from_days(anchor(at, unit.value));
    const std::size_t last = is(i + 2, "last") ? i + 4 : word(i + 4, "ago") || is(i + 4, "earlier") ? i + 5 : 0;
    if (last > 0) found = {at, last, TimeKind::kDate, shifted(unit.value, 0, days_from_civil({day.year - 1, day.month, std::min(day.day, 28)}))};
  }
  return found;
}

// "the night before", "the day after", "the week before", "the day after Sunday's vote"
std::optional<TimeFinder::Found> TimeFinder::before_or_after(std::size_t at) {
  if (!is(at, "the")) return std::nullopt;
  const Word part = word(at + 1, "part"), unit = word(at + 1, "unit");
  const bool before = is(at + 2, "before");
  if ((!part && !unit) || (!before && !is(at + 2, "after"))) return std::nullopt;
  const int step = before ? -1 : 1;
  Found found{at, at + 3, part ? TimeKind::kTime : TimeKind::kDate, {}};
  found.backward = before;
  const std::string_view measure = part || unit.value == "N" ? "D" : unit.value;
  if (measure.starts_with('T') || measure == "Q") return std::nullopt;
  if (measure == "D") {
    const std::size_t named = at + 3 + (is(at + 3, "the") ? 1 : 0);
    for (const auto rule : {&TimeFinder::absolute, &TimeFinder::weekday_name}) {  // of a day that the words themselves name
      if (const auto day = (this->*rule)(named); day && day->value.size() == 10 && first_day_of(day->value)) {
        found.value = with_part(day_value(*first_day_of(day->value) + step), part.value);
        return found;
      }
    }
  }
  if (!is_closed(at + 3)) return std::nullopt;
  const Upos next = at + 3 < end_ ? document_.tokens[at + 3].upos : Upos::kPunct;
  if (measure != "D" && next != Upos::kPunct && next != Upos::kCconj) return std::nullopt;
  found.value = with_part(shifted(measure, step, anchor(at, measure, !before)), part.value);
  return found;
}

// "six days earlier", "three years ago", "a few days later", "three weeks from now", "two days' time"
std::optional<TimeFinder::Found> TimeFinder::amount_away(std::size_t at) const {
  const Amount amount = measured(at);
  if (amount.last == at) return std::nullopt;
  std::size_t last = amount.last;
  const bool ago = static_cast<bool>(word(last, "ago"));
  const bool earlier = is(last, "earlier") || (is(last, "before") && (last + 1 >= end_ || document_.tokens[last + 1].upos == Upos::kPunct));
  const bool later = is(last, "later");
  const bool from_now = is(last, "from") && (is(last + 1, "now") || is(last + 1, "today"));
  const bool time = (is(last, "'") || is(last, "'s") || is(last, "’")) && is(last + 1, "time");
  if (!ago && !earlier && !later && !from_now && !time) return std::nullopt;
  last += from_now || time ? 2 : 1;
  const bool forward = later || from_now || time;
  const bool hours = amount.unit.starts_with('T');
  if (amount.number == "X" || amount.half) {
    if (ago) return Found{at, last, TimeKind::kDate, "PAST_REF"};
    if (from_now || time) return Found{at, last, TimeKind::kDate, "FUTURE_REF"};
    return Found{at, last, TimeKind::kDuration, duration_value("X", amount.unit)};
  }
  if (hours) return Found{at, last, TimeKind::kDate, ago ? "PAST_REF" : day_value(anchor(at, "D"))};
  if (ago && amount.blurred && (amount.unit == "E" || amount.unit == "C")) return Found{at, last, TimeKind::kDate, "PAST_REF"};
  const int n = to_int(amount.number);
  if (amount.unit == "Y" && n == 1 && !later && !quarter_.empty() && at < quarter_at_ + kComparison) {  // of a quarter just named: the same of the year before
    return Found{at, last, TimeKind::kDate, year_value(to_int(quarter_.substr(0, 4)) - 1) + quarter_.substr(4)};
  }
  if ((ago || from_now || time) && !published_) return std::nullopt;
  const std::int32_t from = ago || from_now || time ? *published_ : anchor(at, amount.unit, forward);
  Found found{at, last, TimeKind::kDate, shifted(amount.unit, forward ? n : -n, from)};
  found.backward = !forward;
  return found;
}

// "a day after the vote", "twelve days before he fled": the day of what follows, counted from the day that the sentence or the
// story names.
std::optional<std::int32_t> TimeFinder::day_apart(const Found& found) const {
  const bool after = is(found.last, "after");
  if (found.kind != TimeKind::kDuration || (!after && !is(found.last, "before"))) return std::nullopt;
  if (!mentioned_ && !(nearest_ && nearest_at_ >= begin_)) return std::nullopt;
  const std::string_view value = found.value;
  if (value.size() < 3 || value[0] != 'P' || !value.ends_with('D') || value.find_first_not_of("0123456789", 1) != value.size() - 1) return std::nullopt;
  const int days = to_int(value.substr(1));
  return anchor(found.first, "D") + (after ? -days : days);
}

std::optional<TimeFinder::Found> TimeFinder::anaphoric(std::size_t at) {
  if (!has_anchor()) return std::nullopt;
  if (auto found = same_or_next(at)) return found;
  if (is(at, "the") && is(at + 1, "first") && (is(at + 2, "night") || is(at + 2, "day")) && mentioned_) {  // of what was just dated
    return Found{at, at + 3, TimeKind::kDate, day_value(*mentioned_) + (is(at + 2, "night") ? "TNI" : "")};
  }
  if (auto found = before_or_after(at)) return found;
  return amount_away(at);
}

}  // namespace bayhaqi
