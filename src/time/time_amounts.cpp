// The parts of TimeFinder for durations ("more than two years", "half an hour", "two to three weeks"), for sets that count
// ("every two years", "twice a week") and for what is numbered ("the seventh month of the war").
#include <cstdlib>

#include "base/utf8.h"
#include "time/time_finder.h"

namespace bayhaqi {

namespace {

bool all_digits(std::string_view text) { return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos; }

int to_int(std::string_view text) { return std::atoi(std::string(text).c_str()); }

std::string half_of(std::string_view unit) {
  if (unit == "TH") return "PT30M";
  if (unit == "C") return "P50Y";
  if (unit == "Y") return "P6M";
  if (unit == "E") return "P5Y";
  return "P0.5" + std::string(unit);
}

// "2.5" years are two years and six months.
std::string with_half(const std::string& number, const std::string& unit) {
  const std::size_t point = number.find('.');
  if (point == std::string::npos) return duration_value(number, unit);
  if (unit == "Y") return "P" + number.substr(0, point) + "Y6M";
  if (unit == "TH") return "PT" + number.substr(0, point) + "H30M";
  if (unit == "TM") return "PT" + number.substr(0, point) + "M30S";
  return duration_value(number, unit);
}

}  // namespace

// "ten", "26", "twenty-five", "a hundred", "two hundred", "2 1/2", "two and a half"
TimeFinder::Count TimeFinder::count(std::size_t at) const {
  std::size_t i = at;
  const bool a_hundred = is(i, "a") && is(i + 1, "hundred");
  if (a_hundred) ++i;
  const auto first = number(i);
  if (!first) return {};
  int value = *first;
  ++i;
  const bool written = !all_digits(form(i - 1));
  if (written && value >= 20 && value < 100) {
    const std::size_t ones = i + (is(i, "-") ? 1 : 0);
    if (const auto more = number(ones); more && *more > 0 && *more < 10 && !all_digits(form(ones))) {
      value += *more;
      i = ones + 1;
    }
  } else if (written && value < 10 && is(i, "hundred")) {
    value *= 100;
    ++i;
  }
  if (is(i, "and") && is(i + 1, "a") && word(i + 2, "half")) return {std::to_string(value) + ".5", i + 3 - at};
  if (is(i, "1/2") || is(i, "½")) return {std::to_string(value) + ".5", i + 1 - at};
  return {std::to_string(value), i - at};
}

// Number and unit from `at` on, with the words that blur it; `last` is `at` where there is no amount.
TimeFinder::Amount TimeFinder::measured(std::size_t at) const {
  Amount found;
  found.last = at;
  std::size_t i = at + blur(at);
  found.blurred = i > at;
  if (word(i, "half") && (is(i + 1, "a") || is(i + 1, "an"))) {
    found.half = true;
    i += 2;
  } else if (is(i, "a") && is(i + 1, "quarter") && is(i + 2, "of") && is(i + 3, "a") && is(i + 4, "century")) {
    return {"25", "Y", i + 5, false, found.blurred};
  } else if (is(i, "a") && (word(i + 1, "some") || word(i + 1, "couple")) && !is(i + 2, "-")) {
    found.number = word(i + 1, "couple") ? "2" : "X";
    i += is(i + 2, "of") ? 3 : 2;
  } else if (const Count n = count(i)) {
    found.number = n.value;
    i += n.length;
    const std::size_t other = i + 1;
    if ((is(i, "to") || is(i, "or") || is(i, "-") || is(i, "–")) && count(other) && word(other + count(other).length, "units")) i = other + count(other).length;  // "two to three weeks"
  } else if (is(i, "a") || is(i, "an") || is(i, "one")) {
    found.number = "1";
    ++i;
  } else if (word(i, "some") && word(i + 1, "units")) {
    found.number = "X";
    ++i;
  } else if (word(i, "units") && i == at) {
    found.number = "X";
  } else {
    return found;
  }
  if (is(i, "-") || is(i, "more") || is(i, "full") || is(i, "straight") || is(i, "consecutive") || is(i, "whole")) ++i;
  const Word unit = word(i, "units") ? word(i, "units") : word(i, "unit");
  if (!unit || (found.number == "1" && unit.value == "N" && !word(i, "units") && is(i - 1, "a"))) return found;  // "a morning"
  if (found.number.size() == 4 && year(i - 1) && !word(i, "units")) return found;  // "the 1988 quarter"
  found.unit = unit.value;
  found.last = i + unit.length;
  if (is(found.last, "and") && is(found.last + 1, "a") && word(found.last + 2, "half") && found.number == "1") {  // "a year and a half"
    found.number = "1.5";
    found.last += 3;
  }
  return found;
}

// "every day", "every two years", "every other week", "each Friday", "twice a week", "daily"
std::optional<TimeFinder::Found> TimeFinder::counted_set(std::size_t at) const {
  if (const Word w = word(at, "set"); w && document_.tokens[at].upos != Upos::kPropn) return Found{at, at + w.length, TimeKind::kSet, std::string(w.value)};
  if (word(at, "every")) {
    if (const Word unit = word(at + 1, "unit")) return Found{at, at + 2, TimeKind::kSet, duration_value("1", unit.value)};
    if (const Word day = word(at + 1, "weekday")) {
      const Word part = word(at + 2, "part");
      return Found{at, at + 2 + (part ? 1U : 0U), TimeKind::kSet, with_part("XXXX-WXX-" + std::to_string(to_int(day.value) + 1), part.value)};
    }
    if (is(at + 1, "other") && word(at + 2, "unit")) return Found{at, at + 3, TimeKind::kSet, duration_value("2", word(at + 2, "unit").value)};
    if (const Count n = count(at + 1); n && word(at + 1 + n.length, "units")) return Found{at, at + 2 + n.length, TimeKind::kSet, duration_value(n.value, word(at + 1 + n.length, "units").value)};
    if (word(at + 1, "some") && word(at + 2, "units")) return Found{at, at + 3, TimeKind::kSet, duration_value("X", word(at + 2, "units").value)};
    return std::nullopt;
  }
  const std::size_t times = is(at, "once") || is(at, "twice") ? at + 1 : number(at) && is(at + 1, "times") ? at + 2 : at;
  if (times > at && (is(times, "a") || is(times, "an") || is(times, "each") || is(times, "every")) && word(times + 1, "unit")) {
    return Found{at, times + 2, TimeKind::kSet, duration_value("1", word(times + 1, "unit").value)};
  }
  return std::nullopt;
}

// "the seventh month of the war", "its third day", "the first week of May"
std::optional<TimeFinder::Found> TimeFinder::numbered(std::size_t at) const {
  const bool own = at < end_ && document_.tokens[at].morph.possessive;
  if (!is(at, "the") && !own) return std::nullopt;
  const bool last = is(at + 1, "last") || is(at + 1, "final");
  const Word nth = last ? Word{"0", 1, 0} : word(at + 1, "ordinal");
  const std::size_t u = at + 1 + nth.length;
  const Word unit = word(u, "unit");
  if (!nth || !unit || (unit.value != "D" && unit.value != "W" && unit.value != "M" && unit.value != "Y")) return std::nullopt;
  if (unit.value == "W" && is(u + 1, "of") && word(u + 2, "month") && published_) {
    const int month = to_int(word(u + 2, "month").value), n = to_int(nth.value);
    const std::string whole = month_near(month, looks_ahead(u) || points_ahead(u + 2, month), "");
    if (whole.empty() || whole.starts_with('X')) return std::nullopt;
    return Found{at, u + 3, TimeKind::kDate, week_value(last ? *last_day_of(whole) : *first_day_of(whole) + 7 * (n - 1))};
  }
  if (last) return std::nullopt;
  if (!is(at, "its") && !is(at, "their") && !is(u + 1, "of")) return std::nullopt;
  if (unit.value == "D" && !own && published_ && auxiliaries(u).present) return Found{at, u + 1, TimeKind::kDate, day_value(*published_)};  // "today is the second day of …"
  return Found{at, u + 1, TimeKind::kDuration, duration_value(nth.value, unit.value)};
}

// What stands for a rate ("$5 million a year") or an age ("20-year-old") and not for a stretch of time.
bool TimeFinder::is_rate_or_age(std::size_t at, const Amount& amount) const {
  if (is(amount.last, "old") || (is(amount.last, "-") && is(amount.last + 1, "old")) || is(amount.last, "-old")) return true;
  if (amount.unit == "Q" && (is(amount.last, "of") || amount.number == "1")) return true;  // a fourth part
  if (amount.number != "1" || !is(at, "a") || at == begin_) return false;
  const Upos before = document_.tokens[at - 1].upos;
  return before == Upos::kNum || before == Upos::kSym || before == Upos::kNoun || is(at - 1, "percent");
}

// "years" alone: not "those years", "the years", "hundreds of years".
bool TimeFinder::stands_alone(std::size_t at) const {
  const std::string_view unit = word(at, "units").value;
  if (unit == "N" || unit == "WE" || unit == "Q" || unit == "TS" || unit == "G" || unit == "TM") return false;
  if (at == begin_) return true;
  const Token& before = document_.tokens[at - 1];
  const bool modified = before.upos == Upos::kAdj || before.upos == Upos::kNum || before.upos == Upos::kDet || before.morph.possessive;
  return !modified && !word(at - 1, "units");
}

// "ten days", "a week", "decades", "several months", "nearly two decades", "half an hour", "20-year"
std::optional<TimeFinder::Found> TimeFinder::amount(std::size_t at) {
  if (auto set = counted_set(at)) return set;
  if (auto nth = numbered(at)) return nth;
  if (word(at, "recent") && word(at + 1, "units")) return Found{at, at + 2, TimeKind::kDate, "PAST_REF"};
  std::size_t from = at;
  if (is(at, "the")) {  // "the first nine months", "the six months"
    from = at + (word(at + 1, "ordinal") || is(at + 1, "final") || is(at + 1, "opening") || is(at + 1, "last") || is(at + 1, "latest") ? 2 : 1);
    if (!count(from)) return std::nullopt;
  }
  const Amount found = measured(from);
  if (found.last == from || is_rate_or_age(at, found)) return std::nullopt;
  if (from > at && !word(found.last - 1, "units")) return std::nullopt;  // "the 30-day truce": without the article
  if (from > at && found.last == from + 1) return std::nullopt;
  const bool bare = static_cast<bool>(word(from, "units"));
  if (bare && !stands_alone(at)) return std::nullopt;
  if (found.blurred && (found.number == "X" || word(from + blur(from), "units"))) return std::nullopt;
  const std::string value = found.half ? half_of(found.unit) : with_half(found.number, found.unit);
  return Found{at, found.last, TimeKind::kDuration, value};
}

}  // namespace bayhaqi
