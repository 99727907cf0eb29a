#include "lexicon_import/code_rules.h"

#include <algorithm>

#include "base/civil_date.h"

namespace bayhaqi {

namespace {

constexpr std::size_t kShortestCode = 3;
constexpr std::size_t kLongestCode = 24;

bool is_digits(std::string_view text) { return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos; }

int number(std::string_view digits) {
  int value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  return value;
}

bool is_actor_code(std::string_view code) {
  if (code == kNullCode || code == kDiscardCode) return true;
  return code.size() >= kShortestCode && code.size() <= kLongestCode && code.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == std::string_view::npos;
}

// The restriction without its blanks; an empty one holds always. False where it can't be read.
bool read_restriction(std::string_view text, CodeRule& rule) {
  if (text.empty()) return true;
  if (text.front() == '<' || text.front() == '>') {
    const auto day = read_compact_date(text.substr(1));
    if (!day) return false;
    rule.kind = text.front() == '<' ? CodeRule::Kind::kBefore : CodeRule::Kind::kFrom;
    (text.front() == '<' ? rule.last : rule.first) = *day;
    return true;
  }
  const std::size_t dash = text.find('-');
  if (dash == std::string_view::npos) return false;
  const auto first = read_compact_date(text.substr(0, dash));
  const auto last = read_compact_date(text.substr(dash + 1));
  if (!first || !last) return false;
  rule.kind = CodeRule::Kind::kRange;
  rule.first = *first;
  rule.last = *last;
  return true;
}

std::string joined(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c != ' ' && c != '\t') out.push_back(c);
  }
  return out;
}

// The days of a rule, both ends included; first > last where it never holds.
std::pair<std::int32_t, std::int32_t> days_of(const CodeRule& rule, DateReading reading) {
  const std::int32_t open_end = reading == DateReading::kPetrarch2 ? 1 : 0;
  switch (rule.kind) {
    case CodeRule::Kind::kBefore: return {kFirstDay, rule.last - open_end};
    case CodeRule::Kind::kFrom: return {rule.first, kLastDay};
    case CodeRule::Kind::kRange: return {rule.first, rule.last - open_end};
    case CodeRule::Kind::kAlways: break;
  }
  return {kFirstDay, kLastDay};
}

bool holds(const CodeRule& rule, std::int32_t day, DateReading reading) {
  const auto [first, last] = days_of(rule, reading);
  return first <= day && day <= last;
}

// One "[…]" without its brackets, which begins at `begin` of the line.
std::optional<CodeRule> read_rule(const std::string& file, const DictionaryLine& line, std::size_t begin, std::string_view inside, ImportReport& report) {
  const std::string upper = uppered(without_blanks(inside));
  const std::size_t cut = upper.find_first_of(" \t<>");
  CodeRule rule;
  rule.code = upper.substr(0, cut);
  rule.line = line.number;
  const auto fault = [&](std::string message) {
    report.add(file, line.number, line.column(begin), std::move(message));
    return std::nullopt;
  };
  if (rule.code.find('/') != std::string::npos) return fault("expected one code, found the compound '" + rule.code + "': one name has one code here");
  if (!is_actor_code(rule.code)) return fault("expected a code of " + std::to_string(kShortestCode) + " to " + std::to_string(kLongestCode) + " letters, found '" + rule.code + "'");
  const std::string restriction = cut == std::string::npos ? std::string() : joined(std::string_view(upper).substr(cut));
  if (!read_restriction(restriction, rule)) return fault("expected '<date', '>date' or 'date-date' with dates YYYYMMDD or YYMMDD, found '" + restriction + "'");
  if (rule.kind == CodeRule::Kind::kRange && rule.first > rule.last) return fault("expected a range that ends after it begins, found '" + restriction + "'");
  return rule;
}

}  // namespace

std::optional<std::int32_t> read_compact_date(std::string_view text) {
  if (!is_digits(text) || text.size() < 6) return std::nullopt;
  CivilDate date;
  std::size_t month = 4;
  if (text.size() >= 8) {
    date.year = number(text.substr(0, 4));
  } else {
    const int year = number(text.substr(0, 2));
    date.year = year <= 30 ? 2000 + year : 1900 + year;
    month = 2;
  }
  date.month = number(text.substr(month, 2));
  date.day = number(text.substr(month + 2, 2));
  if (!is_valid(date)) return std::nullopt;
  return days_from_civil(date);
}

std::vector<CodeRule> read_code_rules(const std::string& file, const DictionaryLine& line, std::size_t begin, ImportReport& report) {
  std::vector<CodeRule> rules;
  const std::string_view text = line.text;
  while (begin < text.size()) {
    const std::size_t open = text.find('[', begin);
    const std::string_view between = without_blanks(text.substr(begin, open - begin));
    if (!between.empty()) report.add(file, line.number, line.column(static_cast<std::size_t>(between.data() - text.data())), "expected '[' or the end of the line, found '" + std::string(between) + "', which is left out");
    if (open == std::string_view::npos) break;
    const std::size_t close = text.find(']', open);
    if (close == std::string_view::npos) {
      report.add(file, line.number, line.column(open), "expected ']' after '[', found the end of the line");
      break;
    }
    if (auto rule = read_rule(file, line, open, text.substr(open + 1, close - open - 1), report)) rules.push_back(std::move(*rule));
    begin = close + 1;
  }
  return rules;
}

std::string_view code_on(std::span<const CodeRule> rules, std::int32_t day, DateReading reading) {
  std::string_view undated = kNullCode;
  for (const CodeRule& rule : rules) {
    if (!holds(rule, day, reading)) continue;
    if (reading == DateReading::kPetrarch2 || rule.kind != CodeRule::Kind::kAlways) return rule.code;
    undated = rule.code;
  }
  return undated;
}

std::vector<RuleOverlap> overlaps(std::span<const CodeRule> rules) {
  std::vector<const CodeRule*> dated;
  for (const CodeRule& rule : rules) {
    const auto [first, last] = days_of(rule, DateReading::kPetrarch);
    if (rule.kind != CodeRule::Kind::kAlways && first <= last) dated.push_back(&rule);
  }
  const auto first_day = [](const CodeRule* rule) { return days_of(*rule, DateReading::kPetrarch).first; };
  const auto last_day = [](const CodeRule* rule) { return days_of(*rule, DateReading::kPetrarch).second; };
  std::ranges::stable_sort(dated, {}, first_day);
  std::vector<RuleOverlap> found;
  const CodeRule* longest = nullptr;  // of those that began before
  for (const CodeRule* rule : dated) {
    if (longest != nullptr && longest->code != rule->code && last_day(longest) > first_day(rule)) {
      const bool behind = longest->line <= rule->line;
      const CodeRule* later = behind ? rule : longest;
      const CodeRule* earlier = behind ? longest : rule;
      found.push_back({later->line, later->code, earlier->line, earlier->code});
    }
    if (longest == nullptr || last_day(rule) > last_day(longest)) longest = rule;
  }
  return found;
}

std::vector<CodeSpan> code_spans(std::span<const CodeRule> rules, DateReading reading) {
  std::vector<std::int32_t> starts = {kFirstDay};  // days on which the code may change
  for (const CodeRule& rule : rules) {
    const auto [first, last] = days_of(rule, reading);
    if (first > last) continue;
    starts.push_back(first);
    if (last != kLastDay) starts.push_back(last + 1);
  }
  std::sort(starts.begin(), starts.end());
  starts.erase(std::unique(starts.begin(), starts.end()), starts.end());
  std::vector<CodeSpan> spans;
  for (const std::int32_t start : starts) {
    const std::string_view code = code_on(rules, start, reading);
    if (!spans.empty() && spans.back().code == code) continue;
    if (!spans.empty()) spans.back().last = start - 1;
    spans.push_back({std::string(code), start, kLastDay});
  }
  return spans;
}

}  // namespace bayhaqi
