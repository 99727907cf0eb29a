// The parts of TimeFinder for the time of day: "7:15 p.m.", "1300 GMT", "noon", "by nightfall", "in the early hours".
#include <algorithm>
#include <cstdlib>

#include "base/utf8.h"
#include "time/time_finder.h"

namespace bayhaqi {

namespace {

bool all_digits(std::string_view text) { return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos; }

int to_int(std::string_view text) { return std::atoi(std::string(text).c_str()); }

std::string two_digits(int value) { return (value < 10 ? "0" : "") + std::to_string(value); }

bool is_morning(std::string_view text) { return text == "a.m." || text == "am" || text == "a.m"; }
bool is_evening(std::string_view text) { return text == "p.m." || text == "pm" || text == "p.m"; }

}  // namespace

// Hour and minute of "7:15 p.m.", "7.15pm", "1300 GMT", "16:00", "9 o'clock", "4 in the morning"; `last` is `at` where there are none.
TimeFinder::Clock TimeFinder::clock(std::size_t at) const {
  Clock found;
  found.last = at;
  std::string_view text = form(at);
  if (text.empty() || text[0] < '0' || text[0] > '9') return found;
  std::size_t last = at + 1;
  std::string_view half = form(last);
  if (text.size() > 2 && (text.ends_with("am") || text.ends_with("pm"))) {  // "8pm" in one word
    half = text.substr(text.size() - 2);
    text.remove_suffix(2);
    --last;
  }
  const std::size_t point = std::min(text.find(':'), text.find('.'));
  const std::string_view hours = text.substr(0, std::min(point, text.size()));
  const std::string_view minutes = point == std::string_view::npos ? std::string_view{} : text.substr(point + 1);
  if (!all_digits(hours) || hours.size() > 4 || (point != std::string_view::npos && (minutes.size() != 2 || !all_digits(minutes)))) return found;
  found.hour = to_int(hours);
  found.minute = minutes.empty() ? "00" : std::string(minutes);
  if (is_morning(half) || is_evening(half) || (is(last, "in") && is(last + 1, "the") && (is(last + 2, "morning") || is(last + 2, "afternoon")))) {
    if (found.hour < 1 || found.hour > 12) return found;
    const bool spoken = is(last, "in") && last == at + 1;
    const bool evening = spoken ? is(last + 2, "afternoon") : is_evening(half);
    found.hour = found.hour % 12 + (evening ? 12 : 0);
    found.last = last + (spoken ? 3 : 1);
  } else if (text.size() == 4 && point == std::string_view::npos && (word(last, "zone") || is(last, "hours") || (is(last, "local") && is(last + 1, "time")))) {  // "1300 GMT"
    found.hour = to_int(text.substr(0, 2));
    found.minute = text.substr(2);
    found.last = last + (is(last, "hours") ? 1 : 0);
  } else if (text.find(':') != std::string_view::npos && (word(last, "zone") || (is(last, "local") && is(last + 1, "time")) || (at > begin_ && is(at - 1, "at")))) {
    found.last = last;
  } else if (is(last, "o'clock")) {
    found.last = last + 1;
  }
  return found;
}

// "7:15 p.m.", "10 p.m. Wednesday", "5 p.m. EST on Nov. 6", "1300 GMT", "3 p.m. Moscow time"
std::optional<TimeFinder::Found> TimeFinder::clock_time(std::size_t at) {
  const Clock time = clock(at);
  if (time.last == at || time.hour > 23 || to_int(time.minute) > 59) return std::nullopt;
  std::size_t last = time.last;
  std::string zone;
  if (const Word named_zone = word(last, "zone")) {
    zone = named_zone.value;
    last += named_zone.length;
  } else if (is(last + 1, "time") && (is(last, "local") || document_.tokens[last].upos == Upos::kPropn)) {
    last += 2;
  }
  std::string day = has_anchor() && (published_ || nearest_) ? day_value(anchor(at, "D")) : std::string("XXXX-XX-XX");
  const std::size_t next = last + (is(last, "on") || is(last, ",") ? 1 : 0);
  hour_ahead_ = comes_after(at);
  for (const auto rule : {&TimeFinder::absolute, &TimeFinder::named_day, &TimeFinder::weekday_name}) {
    const auto date = (this->*rule)(next);
    if (!date || date->kind != TimeKind::kDate || date->value.size() != 10) continue;
    day = date->value;
    last = date->last;
    break;
  }
  hour_ahead_ = false;
  return Found{at, last, TimeKind::kTime, day + "T" + two_digits(time.hour) + ":" + time.minute + zone};
}

// "noon", "by nightfall", "before dawn", "mid-afternoon", "in the evening", "the early hours": of the day that is spoken of
std::optional<TimeFinder::Found> TimeFinder::part_of_day(std::size_t at) {
  if (!published_ && !nearest_) return std::nullopt;
  const std::string day = day_value(anchor(at, "D"));
  if (const Word clock_word = word(at, "clock"); clock_word && document_.tokens[at].upos != Upos::kPropn) return Found{at, at + 1, TimeKind::kTime, day + "T" + std::string(clock_word.value)};
  const bool the = is(at, "the");
  const std::size_t i = at + (the ? 1 : 0);
  const bool in = at > begin_ && (is(at - 1, "in") || is(at - 1, "during"));
  if (const Word hours = word(i, "hours"); hours && the && in) return Found{at, i + hours.length, TimeKind::kTime, day + "T" + std::string(hours.value)};
  if (is(at, "mid") && word(at + 1 + (is(at + 1, "-") ? 1 : 0), "part")) return Found{at, at + 2 + (is(at + 1, "-") ? 1U : 0U), TimeKind::kTime, day + "T" + std::string(word(at + 1 + (is(at + 1, "-") ? 1 : 0), "part").value)};
  const Word part = word(i, "part");
  if (!part || document_.tokens[i].upos == Upos::kPropn) return std::nullopt;
  const bool article = the && in && !is(i, "night") && is_closed(i + 1);
  const bool bare = !the && at > begin_ && word(at - 1, "at-part") && !is(i, "night") && !is(i, "morning");
  if (!article && !bare) return std::nullopt;
  return Found{at, i + 1, TimeKind::kTime, day + "T" + std::string(part.value)};
}

}  // namespace bayhaqi
