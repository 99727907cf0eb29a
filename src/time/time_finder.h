// Recognises one time expression at a time, left to right. Used by find_times() only.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "time/calendar_value.h"
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
  };
  struct Word {
    std::string_view value;
    std::size_t length = 0;  // tokens; 0: not of the class
    std::uint32_t record = 0;
    explicit operator bool() const { return length > 0; }
  };

  // what stands at a token
  [[nodiscard]] Word word(std::size_t at, std::string_view kind) const;
  [[nodiscard]] std::string_view form(std::size_t at) const { return at < end_ ? std::string_view(folded_[at]) : std::string_view{}; }
  [[nodiscard]] bool is(std::size_t at, std::string_view text) const { return at < end_ && folded_[at] == text; }
  [[nodiscard]] std::optional<int> number(std::size_t at) const;           // digits or a number word
  [[nodiscard]] std::optional<int> day_of_month(std::size_t at) const;     // "8", "8th"
  [[nodiscard]] std::optional<int> year(std::size_t at) const;
  [[nodiscard]] bool looks_ahead(std::size_t at) const;                    // the governing verb is about the future

  // kinds of expressions; each tries at token `at`
  std::optional<Found> absolute(std::size_t at);
  std::optional<Found> named_day(std::size_t at);
  std::optional<Found> weekday_name(std::size_t at);
  std::optional<Found> relative(std::size_t at);
  std::optional<Found> anaphoric(std::size_t at);
  std::optional<Found> amount(std::size_t at);
  std::optional<Found> bare_year(std::size_t at);
  std::optional<Found> vague(std::size_t at);
  std::optional<Found> best_at(std::size_t at);
  // time_periods.cpp
  std::optional<Found> quarter(std::size_t at);
  std::optional<Found> stretch(std::size_t at);
  std::optional<Found> clock_time(std::size_t at);
  std::optional<Found> repeated(std::size_t at);
  [[nodiscard]] std::size_t blur(std::size_t at) const;                    // tokens of "more than", "nearly"
  [[nodiscard]] std::string quarter_near(int n) const;
  [[nodiscard]] bool is_name(std::size_t at) const;
  [[nodiscard]] int year_of_day(int month, int day, bool ahead, bool past) const;
  [[nodiscard]] bool happened_on(std::size_t first, std::size_t last) const;
  [[nodiscard]] bool points_ahead(std::size_t at, int month) const;

  [[nodiscard]] std::string month_near(int month, bool future, std::string_view direction) const;
  [[nodiscard]] std::int32_t weekday_near(int day, bool future, std::string_view direction) const;
  [[nodiscard]] std::string shifted(std::string_view unit, int steps, std::int32_t from) const;
  [[nodiscard]] std::string with_part(std::string value, std::string_view part) const;
  void add(const Found& found);

  Document& document_;
  const TimeRules& rules_;
  std::vector<std::string> folded_;
  std::vector<std::uint64_t> hashes_;
  std::optional<std::int32_t> published_;
  std::optional<std::int32_t> mentioned_;  // the day mentioned last
  std::string quarter_;                    // the quarter mentioned last: "1989-Q3"; empty if none
  std::size_t quarter_at_ = 0;             // the token behind it
  std::size_t begin_ = 0, end_ = 0;        // of the present sentence
};

}  // namespace bayhaqi
