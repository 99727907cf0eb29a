// The parts of TimeFinder for what is counted from the day of publication: "last month", "the weekend", "the autumn of last year".
#include <cstdlib>

#include "base/utf8.h"
#include "time/time_finder.h"

namespace bayhaqi {

namespace {

int to_int(std::string_view text) { return std::atoi(std::string(text).c_str()); }

int first_month(std::string_view season) { return season == "SP" ? 3 : season == "SU" ? 6 : season == "FA" ? 9 : 12; }

}  // namespace

bool TimeFinder::is_direction(std::size_t at) const { return word(at, "rel-last") || word(at, "rel-next") || word(at, "rel-this"); }

// -1 for "last", 1 for "next", 0 for "this".
int TimeFinder::step_of(std::size_t at) const { return word(at, "rel-last") ? -1 : word(at, "rel-next") ? 1 : 0; }

// "the autumn of 2022", "the spring of last year", "summer 2019", "the early summer", "last winter", "this past spring"
std::optional<TimeFinder::Found> TimeFinder::season(std::size_t at) const {
  std::size_t i = at;
  const bool the = is(i, "the");
  if (the) ++i;
  if (word(i, "edge")) ++i;
  if (is(i, "this") && word(i + 1, "rel-last")) ++i;
  std::optional<std::size_t> direction;
  if (is_direction(i)) direction = i++;
  const Word name = word(i, "season");
  if (!name) return std::nullopt;
  const std::size_t of = i + 1 + (is(i + 1, "of") ? 1 : 0);
  const auto found = [&](int year, std::size_t last) { return Found{at, last, TimeKind::kDate, year_value(year) + "-" + std::string(name.value)}; };
  if (year(of)) return found(*year(of), of + 1);
  if (!published_) return std::nullopt;
  const CivilDate today = civil_from_days(*published_);
  if (is_direction(of) && is(of + 1, "year")) return found(today.year + step_of(of), of + 2);
  const bool begun = first_month(name.value) <= today.month;
  if (direction) {
    if (is(at, "this") && direction != at) return found(today.year - (begun ? 0 : 1), i + 1);  // "this past spring"
    return found(today.year + step_of(*direction), i + 1);
  }
  const bool bare = at > begin_ && document_.tokens[at - 1].upos == Upos::kAdp;  // "in spring"
  if ((!the && !bare) || of != i + 1) return std::nullopt;
  const bool ahead = looks_ahead(i) || comes_after(at);
  return found(ahead ? today.year + (begun && first_month(name.value) + 2 < today.month ? 1 : 0) : today.year - (begun ? 0 : 1), i + 1);
}

// "the weekend": the one that is going on, the last, or where the words look ahead the coming one.
std::optional<TimeFinder::Found> TimeFinder::weekend(std::size_t at) const {
  if (!is(at, "the") || word(at + 1, "unit").value != "WE" || !published_) return std::nullopt;
  const bool now = weekday(*published_) >= 5;
  const std::int32_t base = now || looks_ahead(at + 1) || comes_after(at) ? *published_ : *published_ - 7;
  return Found{at, at + 2, TimeKind::kDate, week_value(base) + "-WE"};
}

// "the week after next", "the year before last"
std::optional<TimeFinder::Found> TimeFinder::one_beyond(std::size_t at) const {
  if (!is(at, "the") || !published_) return std::nullopt;
  const Word unit = word(at + 1, "unit");
  if (!unit || unit.value.starts_with('T')) return std::nullopt;
  const bool next = is(at + 2, "after") && is(at + 3, "next");
  if (!next && !(is(at + 2, "before") && is(at + 3, "last"))) return std::nullopt;
  return Found{at, at + 4, TimeKind::kDate, shifted(unit.value, next ? 2 : -2, *published_)};
}

// "last month", "late last month", "earlier this week", "next July", "this year", "later in the month", "coming months"
std::optional<TimeFinder::Found> TimeFinder::relative(std::size_t at) {
  if (auto found = season(at)) return found;
  if (!published_) return std::nullopt;
  if (auto found = weekend(at)) return found;
  if (auto found = one_beyond(at)) return found;
  std::size_t i = at;
  const bool edge = static_cast<bool>(word(i, "edge"));
  if (edge) ++i;
  if (edge && is(i, "in") && is(i + 1, "the")) {
    const Word unit = word(i + 2, "unit");
    if (!unit) return std::nullopt;
    return Found{at, i + 3, TimeKind::kDate, shifted(unit.value, 0, unit.value == "D" ? anchor(at, unit.value) : *published_)};
  }
  if (is(i, "the")) ++i;
  if (is(i, "this") && (word(i + 1, "rel-last") || word(i + 1, "rel-next"))) ++i;  // "this past week"
  if (!is_direction(i)) return std::nullopt;
  const int step = step_of(i);
  const std::size_t direction = i++;
  if (const Word unit = word(i, "unit")) {
    if (unit.value.starts_with('T')) return std::nullopt;
    if (is(direction, "past") && (unit.value == "E" || unit.value == "C")) return Found{at, i + 1, TimeKind::kDuration, duration_value("1", unit.value)};
    std::string value = shifted(unit.value, step, *published_);
    if (unit.value == "N") value = day_value(*published_ + step) + "T" + (is(i, "morning") ? "MO" : "NI");
    return Found{at, i + 1, unit.value == "N" ? TimeKind::kTime : TimeKind::kDate, value};
  }
  if (const Word part = word(i, "part"); part && part.value != "MI") return Found{at, i + 1, TimeKind::kTime, day_value(*published_ + step) + "T" + std::string(part.value)};
  if (const Word month = word(i, "month"); month && is_upper(decode_utf8(document_.form(TokenIndex(i)), 0).value)) {
    const std::string_view kind = step < 0 ? "rel-last" : step > 0 ? "rel-next" : "rel-this";
    std::string value = month_near(to_int(month.value), step > 0, kind);
    std::size_t last = i + 1;
    if (const auto day = day_of_month(last)) {
      value += "-" + std::string(*day < 10 ? "0" : "") + std::to_string(*day);
      ++last;
    }
    return Found{at, last, TimeKind::kDate, value};
  }
  // "the last three years": a duration up to now
  if (const Amount amount = measured(i); amount.last > i && word(amount.last - 1, "units") && !word(i, "units")) return Found{at, amount.last, TimeKind::kDuration, duration_value(amount.number, amount.unit)};
  if (word(i, "units") && step != 0 && !is(direction, "next")) return Found{at, i + 1, TimeKind::kDate, step > 0 ? "FUTURE_REF" : "PAST_REF"};  // "coming months", "past years"
  return std::nullopt;
}

}  // namespace bayhaqi
