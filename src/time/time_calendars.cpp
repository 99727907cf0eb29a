// The parts of TimeFinder for feasts, and for dates of the Islamic, Persian and Hebrew calendars.
#include <array>
#include <cstdlib>

#include "base/utf8.h"
#include "time/other_calendars.h"
#include "time/time_finder.h"

namespace bayhaqi {

namespace {

constexpr std::array<std::string_view, 3> kCalendars = {"islamic", "persian", "hebrew"};

constexpr std::int32_t kNear = 30;  // days ahead at which a feast is rather the coming one

int to_int(std::string_view text) { return std::atoi(std::string(text).c_str()); }

std::string value_of(const DaySpan& days) { return days.first == days.last ? day_value(days.first) : day_value(days.first) + "/" + day_value(days.last); }

}  // namespace

// The feast that lies nearest before the day of publication, or holds it; the coming one where the words look ahead, or don't
// tell and it is near.
std::optional<DaySpan> TimeFinder::feast_near(std::string_view rule, std::optional<bool> ahead) const {
  const int here = civil_from_days(*published_).year;
  std::optional<DaySpan> last;
  for (int year = here - 1; year <= here + 1; ++year) {
    const auto days = feast_days(rule, year);
    if (!days) continue;
    if (days->first > *published_) return ahead.value_or(days->first - *published_ <= kNear) || !last ? days : last;
    if (ahead.value_or(false) && days->last >= *published_) return days;
    last = days;
  }
  return last;
}

// "Christmas Day", "Good Friday of 1998", "last Thanksgiving", "Ramadan", "Eid al-Fitr last year"
std::optional<TimeFinder::Found> TimeFinder::feast_day(std::size_t at) {
  const std::size_t i = at + (is_direction(at) ? 1 : 0);
  const Word feast = word(i, "holiday");
  if (!feast || !is_upper(decode_utf8(document_.form(TokenIndex(i)), 0).value)) return std::nullopt;
  std::size_t last = i + feast.length;
  if (i == at) {
    const std::size_t of = last + (is(last, "of") ? 1 : 0);
    std::optional<int> y = year(of);
    if (y) last = of + 1;
    else if (published_ && is_direction(last) && is(last + 1, "year")) {
      y = civil_from_days(*published_).year + (word(last, "rel-last") ? -1 : word(last, "rel-next") ? 1 : 0);
      last += 2;
    }
    if (y) {
      const auto days = feast_days(feast.value, *y);
      return days ? std::optional(Found{at, last, TimeKind::kDate, value_of(*days)}) : std::nullopt;
    }
  }
  if (!published_) return std::nullopt;
  const std::optional<bool> ahead = i > at ? static_cast<bool>(word(at, "rel-next")) : comes_after(at) && !is(at - 1, "for") ? true : points(last - 1);
  const auto days = feast_near(feast.value, ahead);
  if (!days) return std::nullopt;
  return Found{at, last, TimeKind::kDate, value_of(*days)};
}

// "22 Bahman 1357", "10 Muharram 1445 AH", "Bahman 22", "Nisan 5784"
std::optional<TimeFinder::Found> TimeFinder::other_date(std::size_t at) {
  const std::optional<int> before = day_of_month(at);
  const std::size_t name = at + (before ? (is(at + 1, "of") ? 2 : 1) : 0);
  if (name >= end_ || !is_upper(decode_utf8(document_.form(TokenIndex(name)), 0).value)) return std::nullopt;
  for (const std::string_view kind : kCalendars) {
    const Word month = word(name, kind);
    const auto calendar = parse_calendar(kind);
    if (!month || !calendar) continue;
    std::size_t last = name + month.length;
    std::optional<int> day = before;
    if (!day && day_of_month(last)) day = day_of_month(last++);
    const std::size_t y_at = last + (is(last, ",") ? 1 : 0);
    const auto y = number(y_at) && form(y_at).size() == 4 ? number(y_at) : std::nullopt;
    if (y && is_plausible_year(*calendar, *y)) {
      last = y_at + 1;
      if (is(last, "ah") || is(last, "a.h.") || is(last, "sh") || is(last, "ap")) ++last;
      const auto first = days_from(*calendar, *y, to_int(month.value), day.value_or(1));
      if (!first) return std::nullopt;
      return Found{at, last, TimeKind::kDate, value_of({*first, day ? *first : *first + days_in_month(*calendar, *y, to_int(month.value)) - 1})};
    }
    if (!day || !published_ || y) continue;
    const std::string rule = std::string(kind) + ":" + std::string(month.value) + "-" + std::to_string(*day);
    if (const auto days = feast_near(rule, comes_after(at) ? true : points(last - 1))) return Found{at, last, TimeKind::kDate, value_of(*days)};
  }
  return std::nullopt;
}

}  // namespace bayhaqi
