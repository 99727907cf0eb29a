// The parts of TimeFinder for days: dates of the calendar, holidays, days of the week, and what tells them more closely.
#include <algorithm>
#include <array>
#include <cstdlib>

#include "base/utf8.h"
#include "time/other_calendars.h"
#include "time/time_finder.h"

namespace bayhaqi {

namespace {

bool all_digits(std::string_view text) { return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos; }

int to_int(std::string_view text) { return std::atoi(std::string(text).c_str()); }

std::string two_digits(int value) { return (value < 10 ? "0" : "") + std::to_string(value); }

}  // namespace

// "2025-10-08", "10/8/2025" (month first unless only the other order makes a date)
std::optional<TimeFinder::Found> TimeFinder::numeric_date(std::size_t at) const {
  if (at + 4 < end_ && year(at) && is(at + 1, "-") && all_digits(form(at + 2)) && is(at + 3, "-") && all_digits(form(at + 4))) {
    const std::string text = std::string(form(at)) + "-" + std::string(form(at + 2)) + "-" + std::string(form(at + 4));
    if (parse_iso_date(text)) return Found{at, at + 5, TimeKind::kDate, text};
  }
  if (form(at).size() == 10 && form(at)[4] == '-' && form(at)[7] == '-' && parse_iso_date(form(at))) return Found{at, at + 1, TimeKind::kDate, std::string(form(at))};
  std::array<std::string_view, 3> part;
  std::size_t last = at + 1;
  const std::string_view text = form(at);
  const std::size_t first_slash = text.find('/'), second_slash = first_slash == std::string_view::npos ? first_slash : text.find('/', first_slash + 1);
  if (second_slash != std::string_view::npos) {
    part = {text.substr(0, first_slash), text.substr(first_slash + 1, second_slash - first_slash - 1), text.substr(second_slash + 1)};
  } else if (at + 4 < end_ && is(at + 1, "/") && is(at + 3, "/")) {
    part = {form(at), form(at + 2), form(at + 4)};
    last = at + 5;
  } else {
    return std::nullopt;
  }
  if (!all_digits(part[0]) || !all_digits(part[1]) || !all_digits(part[2]) || part[0].size() > 2 || part[1].size() > 2 || part[2].size() != 4) return std::nullopt;
  for (const auto& [month, day] : {std::pair{to_int(part[0]), to_int(part[1])}, std::pair{to_int(part[1]), to_int(part[0])}}) {
    const CivilDate date{to_int(part[2]), month, day};
    if (is_valid(date)) return Found{at, last, TimeKind::kDate, to_iso(date)};
  }
  return std::nullopt;
}

// Tokens of "the night of", "the early hours of", "the end of" in front of a day or month, and the part of the day they mean.
TimeFinder::Lead TimeFinder::lead(std::size_t at) const {
  const std::size_t i = at + (is(at, "the") ? 1 : 0);
  if (i == at) return {};
  if (const Word part = word(i, "part"); part && is(i + part.length, "of")) return {2 + part.length, part.value};
  if (const Word hours = word(i, "hours"); hours && (is(i + hours.length, "of") || is(i + hours.length, "on"))) return {2 + hours.length, hours.value};
  if (word(i, "limb") && is(i + 1, "of")) return {3, {}};
  return {};
}

// "August 30", "8 October 2025", "mid-August", "the night of April 14", "the start of February"
std::optional<TimeFinder::Found> TimeFinder::absolute(std::size_t at) {
  if (auto date = numeric_date(at)) return date;
  const Lead before = lead(at);
  std::size_t i = at + before.length;
  if (word(i, "edge")) i += is(i + 1, "in") || is(i + 1, "-") ? 2 : 1;
  const bool middle = form(i).starts_with("mid-");  // "mid-August" is one token
  std::optional<int> day;
  if (is(i, "the") && day_of_month(i + 1) && is(i + 2, "of") && word(i + 3, "month")) {
    day = day_of_month(i + 1);
    i += 3;
  } else if (const Word nth = word(i + 1, "ordinal"); is(i, "the") && nth && is(i + 2, "of") && word(i + 3, "month")) {
    day = to_int(nth.value);
    i += 3;
  } else if (day_of_month(i) && word(i + 1, "month")) {
    day = day_of_month(i);
    ++i;
  } else if (day_of_month(i) && is(i + 1, "of") && word(i + 2, "month")) {
    day = day_of_month(i);
    i += 2;
  }
  const Word month_word = middle ? named(form(i).substr(4), "month") : word(i, "month");
  if (!month_word || (middle && day)) return std::nullopt;
  if (!is_month(i, day.has_value(), middle)) return std::nullopt;
  return finish_date(at, i + 1, to_int(month_word.value), day, before.part);
}

// A month's name that means the month: not the verb "may", nor "Theresa May" or "Jan Kavan".
bool TimeFinder::is_month(std::size_t at, bool dated, bool middle) const {
  const std::string_view written = document_.form(TokenIndex(at));
  const char32_t initial = decode_utf8(written, middle && written.size() > 4 ? 4 : 0).value;
  if (!is_upper(initial)) return false;  // "may", "march"
  const bool counted = dated || day_of_month(at + 1) || year(at + 1);
  if (counted || middle) return true;
  const Upos upos = document_.tokens[at].upos;
  if ((form(at) == "may" || form(at) == "march") && upos != Upos::kPropn && upos != Upos::kNoun) return false;
  if (form(at).size() == 3 && form(at) != "may") return false;  // an abbreviation without its point
  return !is_name(at);
}

// The rest of a date behind its month: day, year, "last year".
std::optional<TimeFinder::Found> TimeFinder::finish_date(std::size_t at, std::size_t i, int month, std::optional<int> day, std::string_view part) {
  if (!day && day_of_month(i) && !(is(i + 1, ":") && day_of_month(i + 2))) day = day_of_month(i++);
  else if (const Word nth = word(i, "ordinal"); !day && nth && nth.length == 1 && document_.tokens[i].head == TokenIndex(i - 1)) {
    day = to_int(nth.value);
    ++i;
  }
  std::optional<int> y;
  if (((is(i, ",") && day) || is(i, "of")) && year(i + 1)) {
    y = year(i + 1);
    i += 2;
  } else if (year(i)) {
    y = year(i++);
  } else if (const std::size_t of = i + (is(i, "of") ? 1 : 0); published_ && is_direction(of) && is(of + 1, "year")) {  // "June last year"
    y = civil_from_days(*published_).year + step_of(of);
    i = of + 2;
  }
  const bool ahead = !y && (looks_ahead(i - 1) || points_ahead(at, month));
  std::string value = y ? month_value(*y, month) : month_near(month, ahead, "");
  if (value.empty()) value = "XXXX-" + two_digits(month);
  if (day) {
    if (!y && published_) value = month_value(year_of_day(month, *day, looks_ahead(i - 1), happened_on(at, i)), month);
    if (y && !is_valid({*y, month, *day})) return std::nullopt;
    value += "-" + two_digits(*day);
  }
  return Found{at, i, part.empty() ? TimeKind::kDate : TimeKind::kTime, with_part(value, part)};
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

// "today", "late yesterday", "yesterday morning", "tonight", "overnight"
std::optional<TimeFinder::Found> TimeFinder::named_day(std::size_t at) {
  if (auto feast = feast_day(at)) return feast;
  if (!published_) return std::nullopt;
  std::size_t i = at;
  if (word(i, "edge") && word(i + 1, "day")) ++i;
  if (const Word w = word(i, "day")) {
    i += w.length;
    const Word part = word(i, "part");
    return Found{at, i + (part ? 1U : 0U), part ? TimeKind::kTime : TimeKind::kDate, with_part(day_value(*published_ + to_int(w.value)), part.value)};
  }
  if (const Word night = word(at, "night"); night && !is(at + 1, "on")) return Found{at, at + 1, TimeKind::kTime, day_value(*published_ + to_int(night.value)) + "TNI"};
  return std::nullopt;
}

// What stands in front of a day of the week: "before dawn on", "noon on", "late on", "the early hours of", "last".
TimeFinder::DayLead TimeFinder::day_lead(std::size_t at) const {
  DayLead found;
  std::size_t i = at;
  if (is(i, "before") && word(i + 1, "part") && is(i + 2, "on")) ++i;
  if (const Word w = word(i, "clock"); w && (is(i + 1, "on") || word(i + 1, "weekday"))) {
    found.clock = w.value;
    i += is(i + 1, "on") ? 2 : 1;
  } else if (const Word p = word(i, "part"); p && is(i + 1, "on")) {
    found.part = p.value;
    i += 2;
  } else if (const Lead before = lead(i); before.length > 0) {
    found.part = before.part;
    i += before.length;
  } else if (word(i, "edge")) {
    if (is(i, "early")) found.part = "MO";
    if (is(i, "late")) found.part = "EV";
    i += is(i + 1, "on") ? 2 : 1;
  } else {
    if (is(i, "the") && (word(i + 1, "rel-last") || word(i + 1, "rel-follow"))) {
      found.from_mentioned = true;
      ++i;
    } else if (is(i, "this") && is_direction(i + 1)) {
      ++i;
    }
    if (is_direction(i) || (found.from_mentioned && word(i, "rel-follow"))) found.direction = i++;
  }
  found.length = i - at;
  return found;
}

// The day of a week's day, by the words in front of it, the verb and the preposition.
std::int32_t TimeFinder::weekday_of(std::size_t at, std::size_t i, int day, const DayLead& before) const {
  const std::int32_t today = before.from_mentioned ? anchor(at, "D") : *published_;
  const int back = (weekday(today) - day + 7) % 7;
  const int ahead = (day - weekday(today) + 7) % 7;
  if (before.from_mentioned) return word(*before.direction, "rel-last") ? today - (back == 0 ? 7 : back) : today + (ahead == 0 ? 7 : ahead);
  if (before.direction) {
    if (word(*before.direction, "rel-last")) return today - (back == 0 ? 7 : back);
    if (is(*before.direction, "next")) return today - weekday(today) + 7 + day;  // of the coming week
    if (!is(*before.direction, "this") || looks_ahead(i)) return today + ahead;
    return today - weekday(today) + day;  // of the week of publication
  }
  return hour_ahead_ || looks_ahead(i) || (comes_after(at) && document_.tokens[i].relation != Relation::kNmodPoss) ? today + ahead : today - back;
}

// "Tuesday night", "last Wednesday", "noon on Thursday", "late on Saturday", "Friday of last week", "a week from Monday"
std::optional<TimeFinder::Found> TimeFinder::weekday_name(std::size_t at) {
  const bool in_a_week = (is(at, "a") || is(at, "one")) && is(at + 1, "week") && is(at + 2, "from");
  DayLead before = in_a_week ? DayLead{} : day_lead(at);
  const std::size_t i = at + (in_a_week ? 3 : before.length);
  const Word w = word(i, "weekday");
  if (!w || !is_upper(decode_utf8(document_.form(TokenIndex(i)), 0).value)) return std::nullopt;
  std::size_t last = i + w.length;
  if (const Word p = word(last, "part")) {
    before.part = p.value;
    ++last;
  }
  const bool plain = before.length == 0 && before.part.empty();
  if (plain || !before.part.empty()) {  // "Saturday, April 25", "Saturday 25 April"
    if (const auto date = absolute(last + (is(last, ",") ? 1 : 0)); date && date->kind == TimeKind::kDate && date->value.size() == 10) return Found{at, date->last, before.part.empty() ? TimeKind::kDate : TimeKind::kTime, with_part(date->value, before.part)};
  }
  std::string value = "XXXX-WXX-" + std::to_string(to_int(w.value) + 1);  // of an unknown week, without a day to count from
  if (published_) {
    std::int32_t day = weekday_of(at, i, to_int(w.value), before);
    if (in_a_week) day = *published_ + (to_int(w.value) - weekday(*published_) + 7) % 7 + 7;
    const std::size_t of = last + (is(last, "of") ? 1 : 0);
    if (is_direction(of) && is(of + 1, "week")) {  // "Monday of last week"
      day = *published_ - weekday(*published_) + to_int(w.value) + 7 * (word(of, "rel-last") ? -1 : word(of, "rel-next") ? 1 : 0);
      last = of + 2;
    }
    value = day_value(day);
  }
  if (!before.clock.empty()) value += "T" + std::string(before.clock);
  else value = with_part(value, before.part);
  Found found{at, last, before.part.empty() && before.clock.empty() ? TimeKind::kDate : TimeKind::kTime, value};
  found.weekday = true;
  return found;
}

}  // namespace bayhaqi
