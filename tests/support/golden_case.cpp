#include "support/golden_case.h"

#include <algorithm>
#include <string>

#include "time/governing.h"

namespace bayhaqi::testing_support {

namespace {

constexpr std::string_view kNothing = "-";

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\r')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\r')) text.remove_suffix(1);
  return text;
}

std::vector<std::string> split(std::string_view text, std::string_view separator) {
  std::vector<std::string> pieces;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(separator, begin), text.size());
    pieces.emplace_back(trimmed(text.substr(begin, end - begin)));
    begin = end + separator.size();
  }
  return pieces;
}

std::string joined(const std::vector<std::string>& pieces, std::string_view separator) {
  std::string out;
  for (std::size_t i = 0; i < pieces.size(); ++i) out.append(i == 0 ? std::string_view{} : separator).append(pieces[i]);
  return out;
}

// "USAGOV, GBRGOV" and "GBRGOV,USAGOV" are the same side.
std::string side(std::string_view codes) {
  auto all = split(codes, ",");
  std::ranges::sort(all);
  return joined(all, ",");
}

std::string side(const std::vector<EventParty>& parties) {
  std::vector<std::string> codes;
  for (const EventParty& party : parties) codes.push_back(party.code);
  std::ranges::sort(codes);
  codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
  return codes.empty() ? std::string(kNothing) : joined(codes, ",");
}

std::string_view name_of(Status status) {
  switch (status) {
    case Status::kActual: return "actual";
    case Status::kNegated: return "negated";
    case Status::kPlanned: return "planned";
    case Status::kPossible: return "possible";
    case Status::kUrged: return "urged";
  }
  return "none";
}

std::string_view name_of(SpeechForm form) {
  switch (form) {
    case SpeechForm::kDirect: return "direct";
    case SpeechForm::kIndirect: return "indirect";
    case SpeechForm::kMixed: return "mixed";
  }
  return "none";
}

std::string or_nothing(std::string text) { return text.empty() ? std::string(kNothing) : text; }

bool begins_with_words(std::string_view text, std::string_view words) { return text.starts_with(words) && (text.size() == words.size() || text[words.size()] == ' '); }

}  // namespace

Result<GoldenCase> read_golden_case(std::string_view file) {
  GoldenCase golden;
  bool head = true;
  std::size_t number = 0;
  for (const std::string& line : split(file, "\n")) {
    ++number;
    if (line.empty()) continue;
    const std::size_t colon = line.find(':');
    const std::string key = line.substr(0, colon);
    const std::string value = colon == std::string::npos ? "" : std::string(trimmed(std::string_view(line).substr(colon + 1)));
    if (line == "---") head = false;
    else if (head && key == "name") golden.name = value;
    else if (head && key == "why") golden.why = value;
    else if (head && key == "date") golden.date = value;
    else if (head && key == "text") golden.text = value;
    else if (!head && (key == "event" || key == "statement")) golden.expected.push_back(line);
    else return fail(ErrorCode::kFormat, "expected name, why, date, text, '---', event or statement, found '" + line + "'", "line " + std::to_string(number));
  }
  if (golden.name.empty() || golden.why.empty() || golden.date.empty() || golden.text.empty() || head) return fail(ErrorCode::kFormat, "lacks a part of its head");
  return golden;
}

std::vector<std::string> event_lines(const Document& document) {
  std::vector<std::string> lines;
  for (const Event& event : document.events) {
    const std::string date = event.time ? act_date(document.times[event.time.value]).value : std::string();
    lines.push_back("event: " + joined({std::string(document.words(event.trigger)), event.plover, event.cameo, side(event.sources) + " > " + side(event.targets),
                                        std::string(name_of(event.status)), or_nothing(date)}, " | "));
  }
  return lines;
}

std::vector<std::string> statement_lines(const Document& document) {
  std::vector<std::string> lines;
  for (const Statement& statement : document.statements) {
    std::vector<std::string> pieces;
    for (const Span piece : statement.content) pieces.emplace_back(document.words(piece));
    lines.push_back("statement: " + joined({or_nothing(statement.code), std::string(name_of(statement.form)), joined(pieces, " // ")}, " | "));
  }
  return lines;
}

bool is_as_expected(std::string_view expected, std::string_view found) {
  const auto wanted = split(expected, " | ");
  const auto given = split(found, " | ");
  if (wanted.size() != given.size()) return false;
  const bool event = expected.starts_with("event:");
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    const std::size_t arrow = wanted[i].find(" > ");
    if (event && i == 0) {
      if (!begins_with_words(given[i], wanted[i])) return false;
    } else if (event && arrow != std::string::npos) {
      const auto sides = split(given[i], " > ");
      if (sides.size() != 2 || side(std::string_view(wanted[i]).substr(0, arrow)) != side(sides[0]) || side(std::string_view(wanted[i]).substr(arrow + 3)) != side(sides[1])) return false;
    } else if (wanted[i] != given[i]) {
      return false;
    }
  }
  return true;
}

}  // namespace bayhaqi::testing_support
