// Codes with dates, as actor dictionaries of this family write them: "[QLMGOV 20000101-081130]", and which of several holds when.
// In: the text of an actor line. Out: rules in file order, and for a list of rules the code of every day as disjoint spans.
// PETRARCH: of the rules with dates the first in file order that holds, all bounds inclusive; else the last without dates; else
// none. PETRARCH2: the first in file order that holds, where one without dates always does; "<d" and the end of a range are
// exclusive. Pure. Reference: PETRARCH 0.4.0 (reading of actors and its tests of dates), PETRARCH2 1.2.0.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon_import/dictionary_lines.h"

namespace bayhaqi {

enum class DateReading : std::uint8_t { kPetrarch, kPetrarch2 };

inline constexpr std::int32_t kFirstDay = std::numeric_limits<std::int32_t>::min();
inline constexpr std::int32_t kLastDay = std::numeric_limits<std::int32_t>::max();
inline constexpr std::string_view kNullCode = "---";     // known, and nobody
inline constexpr std::string_view kDiscardCode = "###";  // TABARI: drop what names it

struct CodeRule {
  enum class Kind : std::uint8_t { kAlways, kBefore, kFrom, kRange };
  std::string code;
  Kind kind = Kind::kAlways;
  std::int32_t first = 0;  // of kFrom and kRange
  std::int32_t last = 0;   // of kBefore and kRange, as written
  std::uint32_t line = 0;
};

// "20000101" or "840101" (00..30: 2000 to 2030), more digits are not read. None where that is no day.
[[nodiscard]] std::optional<std::int32_t> read_compact_date(std::string_view text);

// The rules of all "[…]" from `begin` to the end of the line; faults for what can't be read. Codes come out in upper case.
[[nodiscard]] std::vector<CodeRule> read_code_rules(const std::string& file, const DictionaryLine& line, std::size_t begin, ImportReport& report);

struct RuleOverlap {
  std::uint32_t line = 0;  // of the later one in the file
  std::string code;
  std::uint32_t other_line = 0;
  std::string other;
};

// Rules with dates that share more than a day with one of another code, each once; of one record.
[[nodiscard]] std::vector<RuleOverlap> overlaps(std::span<const CodeRule> rules);

// A code from the first day to the last, both included. kNullCode where there is none.
struct CodeSpan {
  std::string code;
  std::int32_t first = kFirstDay;
  std::int32_t last = kLastDay;
  bool operator==(const CodeSpan&) const = default;
};

[[nodiscard]] std::string_view code_on(std::span<const CodeRule> rules, std::int32_t day, DateReading reading);
// Covers all days, in order; neighbours differ in code.
[[nodiscard]] std::vector<CodeSpan> code_spans(std::span<const CodeRule> rules, DateReading reading);

}  // namespace bayhaqi
