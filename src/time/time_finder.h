// Recognises one time expression at a time, left to right. Used by find_times() only.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "time/calendar_value.h"
#include "time/other_calendars.h"
#include "time/time_rules.h"

namespace bayhaqi {

class TimeFinder {
 public:
  TimeFinder(Document& document, const TimeRules& rules);
  void run();

 private:
  struct Found {
    std::size_t first = 0, last = 0;  // tokens, half-open
    TimeKind kind = TimeKind::kDate;
    std::string value;
    bool backward = false;              // counted back from a day ("a day earlier"): the story doesn't move there
    bool weekday = false;
  };
  struct Lead {                         // "the night of"
    std::size_t length = 0;
    std::string_view part;
  };
  struct DayLead {                      // what stands before a day of the week
    std::size_t length = 0;
    std::string_view part, clock;
    std::optional<std::size_t> direction;  // the token of "last", "next", "following"
    bool from_mentioned = false;           // "the following Tuesday"
  };
  struct Count {
    std::string value;
    std::size_t length = 0;
    explicit operator bool() const { return length > 0; }
  };
  struct Amount {
    std::string number;                 // "X" where the words don't say
    std::string unit;
    std::size_t last = 0;
    bool half = false, blurred = false;
  };
  struct Clock {
    int hour = 0;
    std::string minute;
    std::size_t last = 0;
  };
  struct Word {
    std::string_view value;
    std::size_t length = 0;  // tokens; 0: not of the class
    std::uint32_t record = 0;
    explicit operator bool() const { return length > 0; }
  };

  // what stands at a token
  [[nodiscard]] bool may_start(std::size_t at) const;                      // a quick look before the rules
  [[nodiscard]] Word word(std::size_t at, std::string_view kind) const;
  [[nodiscard]] Word named(std::string_view text, std::string_view kind) const;  // a single word that is no token
  [[nodiscard]] std::string_view form(std::size_t at) const { return at < end_ ? std::string_view(folded_[at]) : std::string_view{}; }
  [[nodiscard]] bool is(std::size_t at, std::string_view text) const { return at < end_ && folded_[at] == text; }
  [[nodiscard]] std::optional<int> number(std::size_t at) const;           // digits or a number word
  [[nodiscard]] std::optional<int> day_of_month(std::size_t at) const;     // "8", "8th"
  [[nodiscard]] std::optional<int> year(std::size_t at) const;

  // time_tense.cpp: whether an expression lies ahead
  struct Auxiliaries {
    bool any = false, ahead = false, perfect = false, had = false, present = false, be = false;
  };
  [[nodiscard]] bool lemma_is(TokenIndex token, std::string_view kind) const;
  [[nodiscard]] Auxiliaries auxiliaries(std::size_t verb) const;
  [[nodiscard]] bool is_intended(std::size_t verb, std::size_t at) const;
  [[nodiscard]] std::optional<bool> verb_points(std::size_t verb, std::size_t at, Relation from, bool nominal) const;
  [[nodiscard]] std::optional<bool> points(std::size_t at) const;          // nothing where the words don't tell
  [[nodiscard]] bool looks_ahead(std::size_t at) const;                    // the governing verb is about the future
  [[nodiscard]] bool comes_after(std::size_t at) const;                    // the preposition is
  [[nodiscard]] bool in_pluperfect(std::size_t at) const;
  [[nodiscard]] bool is_background(std::size_t first, std::size_t last) const;

  // kinds of expressions; each tries at token `at`
  std::optional<Found> best_at(std::size_t at);
  std::optional<Found> bare_year(std::size_t at);
  std::optional<Found> vague(std::size_t at);
  [[nodiscard]] std::optional<std::pair<int, std::size_t>> spelled_year(std::size_t at) const;
  // time_days.cpp
  std::optional<Found> absolute(std::size_t at);
  std::optional<Found> named_day(std::size_t at);
  std::optional<Found> weekday_name(std::size_t at);
  [[nodiscard]] std::optional<Found> numeric_date(std::size_t at) const;
  std::optional<Found> finish_date(std::size_t at, std::size_t i, int month, std::optional<int> day, std::string_view part);
  [[nodiscard]] Lead lead(std::size_t at) const;
  [[nodiscard]] DayLead day_lead(std::size_t at) const;
  [[nodiscard]] bool is_month(std::size_t at, bool dated, bool middle) const;
  [[nodiscard]] bool is_name(std::size_t at) const;
  [[nodiscard]] std::int32_t weekday_of(std::size_t at, std::size_t i, int day, const DayLead& before) const;
  // time_calendars.cpp
  std::optional<Found> feast_day(std::size_t at);
  std::optional<Found> other_date(std::size_t at);
  [[nodiscard]] std::optional<DaySpan> feast_near(std::string_view rule, std::optional<bool> ahead) const;
  // time_relative.cpp
  std::optional<Found> relative(std::size_t at);
  [[nodiscard]] std::optional<Found> season(std::size_t at) const;
  [[nodiscard]] std::optional<Found> weekend(std::size_t at) const;
  [[nodiscard]] std::optional<Found> one_beyond(std::size_t at) const;
  [[nodiscard]] bool is_direction(std::size_t at) const;
  [[nodiscard]] int step_of(std::size_t at) const;
  // time_anaphora.cpp
  std::optional<Found> anaphoric(std::size_t at);
  [[nodiscard]] std::optional<Found> same_or_next(std::size_t at) const;
  std::optional<Found> before_or_after(std::size_t at);
  [[nodiscard]] std::optional<Found> amount_away(std::size_t at) const;
  [[nodiscard]] std::optional<std::int32_t> day_apart(const Found& found) const;
  [[nodiscard]] std::int32_t anchor(std::size_t at, std::string_view unit, bool onward = false) const;
  [[nodiscard]] bool has_anchor() const;
  [[nodiscard]] bool is_closed(std::size_t at) const;
  void remember(const Found& found, const TimeExpression& time);
  // time_amounts.cpp
  std::optional<Found> amount(std::size_t at);
  [[nodiscard]] Count count(std::size_t at) const;
  [[nodiscard]] Amount measured(std::size_t at) const;
  [[nodiscard]] std::optional<Found> counted_set(std::size_t at) const;
  [[nodiscard]] std::optional<Found> numbered(std::size_t at) const;
  [[nodiscard]] bool is_rate_or_age(std::size_t at, const Amount& amount) const;
  [[nodiscard]] bool stands_alone(std::size_t at) const;
  // time_periods.cpp
  std::optional<Found> quarter(std::size_t at);
  std::optional<Found> stretch(std::size_t at);
  [[nodiscard]] std::optional<Found> part_of_years(std::size_t at) const;
  std::optional<Found> part_of_whole(std::size_t at);
  [[nodiscard]] std::optional<Found> century(std::size_t at) const;
  std::optional<Found> repeated(std::size_t at);
  [[nodiscard]] std::size_t blur(std::size_t at) const;                    // tokens of "more than", "nearly"
  [[nodiscard]] std::string quarter_near(int n, bool ahead) const;
  [[nodiscard]] int year_of_day(int month, int day, bool ahead, bool past) const;
  [[nodiscard]] bool happened_on(std::size_t first, std::size_t last) const;
  [[nodiscard]] bool points_ahead(std::size_t at, int month) const;
  // time_clock.cpp
  std::optional<Found> clock_time(std::size_t at);
  std::optional<Found> part_of_day(std::size_t at);
  [[nodiscard]] Clock clock(std::size_t at) const;

  [[nodiscard]] std::string month_near(int month, bool future, std::string_view direction) const;
  [[nodiscard]] std::string shifted(std::string_view unit, int steps, std::int32_t from) const;
  [[nodiscard]] std::string with_part(std::string value, std::string_view part) const;
  void add(const Found& found);

  Document& document_;
  const TimeRules& rules_;
  std::vector<std::string> folded_;
  std::vector<std::uint64_t> hashes_;
  std::optional<std::int32_t> published_;
  std::optional<std::int32_t> mentioned_;  // the day that the story has come to
  std::optional<std::int32_t> nearest_;    // the day mentioned last, be it of what had happened before
  std::size_t nearest_at_ = 0;
  std::optional<std::int32_t> month_, year_;  // first day of the month, or year, mentioned last
  std::size_t year_at_ = 0;
  std::string quarter_;                    // the quarter mentioned last: "1989-Q3"; empty if none
  std::size_t quarter_at_ = 0;             // the token behind it
  bool hour_ahead_ = false;                // a preposition that points ahead stands before the hour in front ("until 9 a.m. Tuesday")
  std::size_t begin_before_ = 0;           // of the sentence before
  std::size_t begin_ = 0, end_ = 0;        // of the present sentence
};

}  // namespace bayhaqi
