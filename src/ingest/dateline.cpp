#include "ingest/dateline.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "ingest/published.h"

namespace bayhaqi {

namespace {

constexpr std::size_t kLongest = 140;
constexpr std::size_t kMostPlaceWords = 5;

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

enum class Mark { kDash, kColon, kSlashes };

struct Separator {
  std::size_t begin = 0;
  std::size_t end = 0;
  Mark mark = Mark::kDash;
};

std::size_t after_spaces(std::string_view text, std::size_t position) {
  while (position < text.size()) {
    const CodePoint point = decode_utf8(text, position);
    if (!is_space(point.value)) break;
    position += point.size;
  }
  return position;
}

// "/TASS/." ends a dateline by itself; the slashes belong to the head.
std::optional<std::size_t> end_of_slashes(std::string_view text, std::size_t slash) {
  const std::size_t close = text.find('/', slash + 1);
  if (close == std::string_view::npos || close - slash > 20 || (slash > 0 && text[slash - 1] != ' ')) return std::nullopt;
  std::size_t end = close + 1;
  while (end < text.size() && (text[end] == '.' || text[end] == '-' || text[end] == ' ')) ++end;
  return end;
}

std::optional<Separator> find_separator(std::string_view text) {
  const std::size_t limit = std::min(text.size(), kLongest);
  for (std::size_t i = 0; i < limit; ++i) {
    const std::string_view rest = text.substr(i);
    if (text[i] == '\n' && trimmed(text.substr(0, i)).ends_with('.')) return std::nullopt;
    if (rest.starts_with("\xE2\x80\x94") || rest.starts_with("\xE2\x80\x93")) return Separator{i, i + 3, Mark::kDash};
    if (rest.starts_with("--")) return Separator{i, std::min(text.find_first_not_of('-', i), text.size()), Mark::kDash};
    if (rest.starts_with(".-")) return Separator{i, i + 2, Mark::kDash};
    const bool mark = text[i] == '-' || text[i] == '_';  // "_" stands for a dash in old wire copy
    if (mark && i > 0 && (text[i - 1] == ' ' || text[i - 1] == ')') && rest.size() > 1 && rest[1] == ' ')
      return Separator{i, i + 1, Mark::kDash};
    if (text[i] == ':' && rest.size() > 1 && rest[1] == ' ') return Separator{i, i + 1, Mark::kColon};
    if (text[i] == '/') {
      if (const auto end = end_of_slashes(text, i)) return Separator{text.find('/', i + 1) + 1, *end, Mark::kSlashes};
    }
  }
  return std::nullopt;
}

bool is_joining_word(std::string_view word) {
  constexpr std::array<std::string_view, 12> kWords = {"of", "and", "the", "de", "la", "du", "el", "al", "bin", "near", "aboard", "in"};
  return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

// Labels that stand before a colon or dash in capitals but name no place.
bool is_label(std::string_view place) {
  constexpr std::array<std::string_view, 18> kLabels = {"BREAKING",   "UPDATE",    "WATCH",   "EXCLUSIVE", "OPINION",   "ANALYSIS",
                                                        "CORRECTION", "EDITORIAL", "LIVE",    "VIDEO",     "NOTE",      "READ",
                                                        "MORE",       "EXPLAINER", "FACTBOX", "TIMELINE",  "INTERVIEW", "SOURCE"};
  const std::string_view first = place.substr(0, place.find_first_of(" :,"));
  return std::find(kLabels.begin(), kLabels.end(), first) != kLabels.end();
}

struct NameShape {
  std::size_t words = 0;
  std::size_t letters = 0;
  bool capitals = true;  // no small letter
  bool name = true;      // every word begins with a capital or is a joining word
};

NameShape shape_of(std::string_view text) {
  NameShape shape;
  bool at_start = true;
  std::size_t word_begin = 0;
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint point = decode_utf8(text, i);
    if (is_space(point.value) || point.value == '/' || point.value == '-') {
      at_start = true;
    } else if (is_letter(point.value)) {
      if (at_start) {
        ++shape.words;
        word_begin = i;
        const std::size_t end = std::min(text.find_first_of(" -/,", word_begin), text.size());
        if (is_lower(point.value) && !is_joining_word(text.substr(word_begin, end - word_begin))) shape.name = false;
      }
      ++shape.letters;
      shape.capitals = shape.capitals && !is_lower(point.value);
      at_start = false;
    } else if (is_digit(point.value)) {
      shape.name = false;
    }
    i += point.size;
  }
  return shape;
}

// "Oct. 8", "8 October 2025", "Wednesday"
bool is_date(std::string_view text) {
  constexpr std::array<std::string_view, 7> kDays = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
  bool found = false;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t end = std::min(text.find_first_of(" ,.", i), text.size());
    const std::string word = lowered(text.substr(i, end - i));
    i = end + 1;
    if (word.empty()) continue;
    const bool number = std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
    const bool named = month_of_name(word) != 0 || std::find(kDays.begin(), kDays.end(), word) != kDays.end();
    if (!number && !named) return false;
    found = true;
  }
  return found;
}

// Takes "(Reuters)" or "/TASS/" off the end of the head.
std::string take_agency(std::string_view& head) {
  if (head.empty()) return {};
  const char close = head.back();
  if (close != ')' && close != '/') return {};
  const std::size_t open = head.rfind(close == ')' ? '(' : '/', head.size() - 2);
  if (head.size() < 3 || open == std::string_view::npos) return {};
  std::string agency(trimmed(head.substr(open + 1, head.size() - open - 2)));
  head = trimmed(head.substr(0, open));
  return agency;
}

// Splits "TEHRAN, Oct. 8, IRNA" at its commas: place and regions, dates, and an agency in capitals after a date.
bool read_head(std::string_view head, FoundDateline& found, bool& dated) {
  std::string& place = found.dateline.place;
  std::string date;
  for (std::size_t begin = 0; begin <= head.size() && !head.empty();) {
    const std::size_t end = std::min(head.find(',', begin), head.size());
    std::string_view part = trimmed(head.substr(begin, end - begin));
    begin = end + 1;
    if (part.empty()) continue;
    if (!place.empty() && is_date(part)) {
      dated = true;
      date.append(part).append(1, ' ');
      continue;
    }
    const NameShape shape = shape_of(part);
    if (!shape.name || shape.words == 0 || shape.words > kMostPlaceWords) return false;
    if (dated && shape.capitals && found.dateline.agency.empty()) {
      found.dateline.agency = part;
    } else if (dated) {
      return false;
    } else {
      place += (place.empty() ? "" : ", ") + std::string(part);
    }
  }
  found.date = iso_published(date);
  return true;
}

}  // namespace

std::optional<FoundDateline> find_dateline(std::string_view text) {
  const std::size_t start = after_spaces(text, 0);
  const std::string_view body = text.substr(start);
  const auto separator = find_separator(body);
  if (!separator) return std::nullopt;
  FoundDateline found;
  std::string_view head = trimmed(body.substr(0, separator->begin));
  found.dateline.agency = take_agency(head);
  const bool by_agency = !found.dateline.agency.empty();
  if (by_agency && (found.dateline.agency.size() > 40 || !shape_of(found.dateline.agency).name)) return std::nullopt;
  if (separator->mark == Mark::kSlashes && !by_agency) return std::nullopt;
  if (head.ends_with('.') && (by_agency || separator->mark != Mark::kColon)) head.remove_suffix(1);
  bool dated = false;
  if (!read_head(head, found, dated)) return std::nullopt;
  const NameShape shape = shape_of(found.dateline.place);
  if (found.dateline.place.empty() ? !by_agency : shape.letters < 3) return std::nullopt;
  // Without agency or date only the capitals tell a dateline from a sentence.
  const std::string_view first_part = std::string_view(found.dateline.place).substr(0, found.dateline.place.find(','));
  const bool capitals = !found.dateline.place.empty() && shape_of(first_part).capitals;
  if (!by_agency && !dated && !capitals) return std::nullopt;
  if (is_label(found.dateline.place) || (separator->mark == Mark::kColon && (!capitals || shape.words > 4))) return std::nullopt;
  found.end = after_spaces(text, start + separator->end);
  return found;
}

}  // namespace bayhaqi
