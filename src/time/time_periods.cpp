// The parts of TimeFinder for stretches that a calendar names: quarters, fiscal and partial years, centuries, hours of the
// clock, and the words that blur an amount ("more than two years").
#include <algorithm>
#include <cstdlib>

#include "base/utf8.h"
#include "time/time_finder.h"

namespace bayhaqi {

namespace {

bool all_digits(std::string_view text) { return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos; }

int to_int(std::string_view text) { return std::atoi(std::string(text).c_str()); }

std::string two_digits(int value) { return (value < 10 ? "0" : "") + std::to_string(value); }

constexpr std::int32_t kFarAhead = 250;  // days at which a writer would name the year
constexpr std::int32_t kDaysAhead = 90;  // the same of a day of a month
constexpr int kMonthsAhead = 4;  // how far a bare month may lie ahead before it is rather one of the past

}  // namespace

// Tokens of "more than", "no less than", "up to", "at least", "nearly", "about" from `at` on.
std::size_t TimeFinder::blur(std::size_t at) const {
  std::size_t i = at;
  if (is(i, "no") && (is(i + 1, "more") || is(i + 1, "less") || is(i + 1, "fewer")) && is(i + 2, "than")) return 3;
  if ((is(i, "more") || is(i, "less") || is(i, "fewer")) && is(i + 1, "than")) return 2;
  if (is(i, "up") && is(i + 1, "to")) return 2;
  if (is(i, "at") && (is(i + 1, "least") || is(i + 1, "most"))) return 2;
  while (word(i, "about") && !is(i, "least")) {
    const bool during = is(i, "over") && i > begin_ && document_.tokens[i - 1].upos == Upos::kVerb;  // "released over six weeks"
    if (during && i == at) return 0;
    ++i;
  }
  return i - at;
}

// The quarter `n` that lies nearest before the day of publication, or holds it; the coming one where the words look ahead.
std::string TimeFinder::quarter_near(int n, bool ahead) const {
  if (!published_) return "XXXX-Q" + std::to_string(n);
  const CivilDate today = civil_from_days(*published_);
  const int now = (today.month - 1) / 3 + 1;
  return year_value(today.year - (n > now && !(ahead && n - now <= 2) ? 1 : 0) + (n < now && ahead && n + 4 - now <= 2 ? 1 : 0)) + "-Q" + std::to_string(n);
}

// "the third quarter", "fourth-quarter", "the fiscal first quarter of 1989", "the latest quarter", "the year-earlier quarter"
std::optional<TimeFinder::Found> TimeFinder::quarter(std::size_t at) {
  std::size_t i = at;
  if (is(i, "the")) ++i;
  const bool the = i > at;
  std::optional<int> y = year(i);
  if (y) ++i;
  if (is(i, "fiscal")) ++i;
  const bool final = is(i, "final") || (is(i, "last") && is(i + 1, "quarter") && is(i + 2, "of"));  // "the final quarter of 2009"
  if (const Word ordinal = word(i, "ordinal"); final || (ordinal && to_int(ordinal.value) <= 4)) {
    std::size_t q = i + 1;
    if (is(q, "-") || is(q, "fiscal")) ++q;
    if (!is(q, "quarter")) return std::nullopt;
    std::size_t last = q + 1;
    if (!y && is(last, "of") && year(last + 1)) {
      y = year(last + 1);
      last += 2;
    } else if (!y && year(last)) {
      y = year(last++);
    } else if (!y && is(last, "of") && published_ && (word(last + 1, "rel-last") || word(last + 1, "rel-next") || word(last + 1, "rel-this")) && is(last + 2, "year")) {
      y = civil_from_days(*published_).year + (word(last + 1, "rel-last") ? -1 : word(last + 1, "rel-next") ? 1 : 0);
      last += 3;
    }
    const int n = final ? 4 : to_int(ordinal.value);
    const std::string value = y ? year_value(*y) + "-Q" + std::to_string(n) : quarter_near(n, looks_ahead(q));
    return Found{at, last, TimeKind::kDate, value};
  }
  if (y || !the || !published_) return std::nullopt;
  const CivilDate today = civil_from_days(*published_);
  const int before = (today.month - 1) / 3;  // the last one that is over; 0: the fourth of last year
  const std::string latest = !quarter_.empty() ? quarter_ : before == 0 ? year_value(today.year - 1) + "-Q4" : year_value(today.year) + "-Q" + std::to_string(before);
  if (is(i, "latest") && is(i + 1, "quarter")) return Found{at, i + 2, TimeKind::kDate, latest};
  if (is(i, "quarter")) return Found{at, i + 1, TimeKind::kDate, latest};
  if (is(i, "year") && is(i + 1, "-") && (is(i + 2, "earlier") || is(i + 2, "ago")) && (is(i + 3, "quarter") || (is(i + 3, "period") && !quarter_.empty()))) {
    return Found{at, i + 4, TimeKind::kDate, year_value(to_int(latest.substr(0, 4)) - 1) + latest.substr(4)};
  }
  return std::nullopt;
}

// "fiscal 1988", "fiscal year 2025", "early 1990", "mid-1996", "the late 1970s", "the mid-1990s", "the nineties"
std::optional<TimeFinder::Found> TimeFinder::part_of_years(std::size_t at) const {
  const bool the = is(at, "the");
  const std::size_t from = at + (the ? 1 : 0);
  std::size_t i = from + (is(from, "'") || is(from, "’") ? 1 : 0);  // "the '80s"
  std::string_view text = form(i);
  if (text.starts_with("mid-") && text.size() > 7) {
    text.remove_prefix(4);
  } else if (is(i, "early") || is(i, "late") || is(i, "mid") || is(i, "fiscal")) {
    i += is(i, "fiscal") && is(i + 1, "year") ? 2 : 1;
    if (is(i, "-")) ++i;
    text = form(i);
  }
  const bool led = i > from || text.size() < form(i).size();
  if (const Word decade = named(text, "decade"); decade && (the || led)) return Found{at, i + 1, TimeKind::kDate, std::string(decade.value)};
  if (text.size() == 5 && text.ends_with("0s") && all_digits(text.substr(0, 4)) && led) return Found{at, i + 1, TimeKind::kDate, std::string(text.substr(0, 3))};
  if (text.size() == 4 && all_digits(text) && led && text >= "1000" && text <= "2199" && !word(i + 1, "units") && !is(i + 1, "-")) return Found{the ? from : at, i + 1, TimeKind::kDate, std::string(text)};
  return std::nullopt;
}

// "the end of 2003", "the end of the year", "the start of this week", "the first half of 2023", "the second half of last year"
std::optional<TimeFinder::Found> TimeFinder::part_of_whole(std::size_t at) {
  if (!is(at, "the")) return std::nullopt;
  std::string half;
  std::size_t i = at + 1;
  if ((is(i, "first") || is(i, "second") || is(i, "last") || is(i, "latter")) && is(i + 1, "half") && is(i + 2, "of")) {
    half = is(i, "first") ? "-H1" : "-H2";
    i += 3;
  } else if (word(i, "limb") && is(i + 1, "of")) {
    i += 2;
  } else {
    return std::nullopt;
  }
  if (year(i) && !word(i + 1, "units")) return Found{at, i + 1, TimeKind::kDate, year_value(*year(i)) + half};
  std::optional<Found> whole;
  if (is(i, "the") && published_ && (is(i + 1, "month") || is(i + 1, "year") || is(i + 1, "week") || is(i + 1, "decade"))) {
    whole = Found{at, i + 2, TimeKind::kDate, shifted(word(i + 1, "unit").value, 0, *published_)};
  } else if (auto years = part_of_years(i)) {
    whole = years;
  } else {
    whole = relative(i);
  }
  if (!whole || whole->value.empty() || (!half.empty() && whole->value.size() != 4)) return std::nullopt;
  return Found{at, whole->last, whole->kind, whole->value + half};
}

// "the 20th century", "the nineteenth century"
std::optional<TimeFinder::Found> TimeFinder::century(std::size_t at) const {
  std::size_t i = at + (is(at, "the") ? 1 : 0);
  if (word(i, "edge")) i += is(i + 1, "-") ? 2 : 1;
  const std::string_view text = form(i);
  const Word nth = word(i, "ordinal");
  const bool digits = text.size() > 2 && (text.ends_with("th") || text.ends_with("st") || text.ends_with("nd") || text.ends_with("rd")) && all_digits(text.substr(0, text.size() - 2));
  if (!digits && !nth) return std::nullopt;
  const std::size_t c = i + (nth ? nth.length : 1) + (is(i + (nth ? nth.length : 1), "-") ? 1 : 0);
  const int n = nth ? to_int(nth.value) : to_int(text.substr(0, text.size() - 2));
  if (!is(c, "century") || n < 5) return std::nullopt;
  return Found{at, c + 1, TimeKind::kDate, two_digits(n - 1)};
}

std::optional<TimeFinder::Found> TimeFinder::stretch(std::size_t at) {
  if (auto found = part_of_whole(at)) return found;
  if (auto found = part_of_years(at)) return found;
  return century(at);
}

// "Tuesdays", "Sunday nights", "each July"
std::optional<TimeFinder::Found> TimeFinder::repeated(std::size_t at) {
  if (word(at, "every")) {
    const Word month = word(at + 1, "month");
    if (!month || !is_upper(decode_utf8(document_.form(TokenIndex(at + 1)), 0).value)) return std::nullopt;
    return Found{at, at + 2, TimeKind::kSet, "XXXX-" + two_digits(to_int(month.value))};
  }
  if (const Word days = word(at, "weekdays")) return Found{at, at + 1, TimeKind::kSet, "XXXX-WXX-" + std::to_string(to_int(days.value) + 1)};
  if (const Word day = word(at, "weekday"); day && (is(at + 1, "nights") || is(at + 1, "mornings") || is(at + 1, "evenings") || is(at + 1, "afternoons"))) {
    const std::string part = is(at + 1, "nights") ? "TNI" : is(at + 1, "mornings") ? "TMO" : is(at + 1, "evenings") ? "TEV" : "TAF";
    return Found{at, at + 2, TimeKind::kSet, "XXXX-WXX-" + std::to_string(to_int(day.value) + 1) + part};
  }
  return std::nullopt;
}

// Whether a bare month or day is rather the coming one: it is near, and the words don't tell of the past.
bool TimeFinder::points_ahead(std::size_t at, int month) const {
  if (!published_) return false;
  const int ahead = (month - civil_from_days(*published_).month + 12) % 12;
  if (ahead > kMonthsAhead) return false;
  for (std::size_t i = at; i-- > begin_ && at - i <= 4;) {
    if (is(i, "by") || is(i, "until") || is(i, "till") || is(i, "through") || is(i, "to") || is(i, "effective") || is(i, "payable")) return true;
    if (!is(i, "in") && !is(i, "on") && !is(i, "the") && !is(i, "mid") && !is(i, "-") && !is(i, "early") && !is(i, "late")) break;
  }
  // a finite past tense above it tells of the past
  TokenIndex up = document_.tokens[at].head;
  for (int steps = 0; up && steps < 8; ++steps) {
    const Token& token = document_.tokens[up.value];
    if (token.upos == Upos::kVerb && token.morph.tense == Tense::kPast) return false;
    if (token.upos == Upos::kVerb && (token.morph.verb_form == VerbForm::kFin || token.morph.verb_form == VerbForm::kInf)) return true;
    up = token.head;
  }
  return false;
}

// "was terminated on Sept. 27": a past tense right above the expression, with "on" or nothing before it.
bool TimeFinder::happened_on(std::size_t first, std::size_t last) const {
  if (first > begin_ && !is(first - 1, "on") && document_.tokens[first - 1].upos == Upos::kAdp) return false;
  for (std::size_t i = first; i < last; ++i) {
    const TokenIndex head = document_.tokens[i].head;
    if (!head || (head.value >= first && head.value < last)) continue;
    const Token& verb = document_.tokens[head.value];
    return verb.upos == Upos::kVerb && verb.morph.tense == Tense::kPast && verb.morph.verb_form != VerbForm::kInf;
  }
  return false;
}

// The year of a day without one: of the two that may be meant the nearer, as writers name the year of what is far. Where the
// words look ahead the coming one.
int TimeFinder::year_of_day(int month, int day, bool ahead, bool past) const {
  const CivilDate today = civil_from_days(*published_);
  const std::int32_t here = days_from_civil({today.year, month, std::min(day, 28)});
  const int next = here >= *published_ ? today.year : today.year + 1;
  const int last = here > *published_ + 1 ? today.year - 1 : today.year;
  if (next == last) return next;
  if (ahead && days_from_civil({next, month, std::min(day, 28)}) - *published_ <= kFarAhead) return next;
  if (past) return last;
  const std::int32_t until = days_from_civil({next, month, std::min(day, 28)}) - *published_;
  return until <= kDaysAhead ? next : last;
}

}  // namespace bayhaqi
