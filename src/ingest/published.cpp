#include "ingest/published.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "base/civil_date.h"
#include "base/utf8.h"

namespace bayhaqi {

namespace {

constexpr int kFirstYear = 1600;
constexpr int kLastYear = 2200;
constexpr std::size_t kLongest = 200;

// A run of digits or of letters, and the character before it.
struct Piece {
  std::string_view text;
  char before = ' ';
  bool number = false;
};

bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }
bool is_ascii_letter(char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }

std::vector<Piece> pieces_of(std::string_view text) {
  std::vector<Piece> pieces;
  for (std::size_t i = 0; i < text.size();) {
    const bool number = is_ascii_digit(text[i]);
    if (!number && !is_ascii_letter(text[i])) {
      ++i;
      continue;
    }
    std::size_t end = i;
    while (end < text.size() && (number ? is_ascii_digit(text[end]) : is_ascii_letter(text[end]))) ++end;
    pieces.push_back({text.substr(i, end - i), i > 0 ? text[i - 1] : ' ', number});
    i = end;
  }
  return pieces;
}

int value_of(std::string_view digits) {
  int value = 0;
  for (const char c : digits.substr(0, 8)) value = value * 10 + (c - '0');
  return value;
}

bool usable(const CivilDate& date) { return date.year >= kFirstYear && date.year <= kLastYear && is_valid(date); }

std::string written(const CivilDate& date, std::optional<int> minutes) {
  std::string out = to_iso(date);
  if (minutes) out += fmt::format("T{:02}:{:02}", *minutes / 60, *minutes % 60);
  return out;
}

std::string from_unix(std::string_view digits) {
  const bool milliseconds = digits.size() == 13;
  std::int64_t seconds = 0;
  for (const char c : digits.substr(0, milliseconds ? 10 : digits.size())) seconds = seconds * 10 + (c - '0');
  const auto day = static_cast<std::int32_t>(seconds / 86400);
  return written(civil_from_days(day), static_cast<int>(seconds % 86400 / 60));
}

// "20251008", "20251008T210900", "20251008210900"
std::string from_packed(std::string_view digits, const std::vector<Piece>& pieces) {
  const CivilDate date{value_of(digits.substr(0, 4)), value_of(digits.substr(4, 2)), value_of(digits.substr(6, 2))};
  if (!usable(date)) return {};
  std::string_view clock = digits.substr(8);
  if (clock.empty() && pieces.size() > 2 && pieces[1].text == "T") clock = pieces[2].text;
  if (clock.size() < 4) return written(date, std::nullopt);
  const int hour = value_of(clock.substr(0, 2));
  const int minute = value_of(clock.substr(2, 2));
  if (hour > 23 || minute > 59) return written(date, std::nullopt);
  return written(date, hour * 60 + minute);
}

std::optional<int> clock_of(const std::vector<Piece>& pieces) {
  for (std::size_t i = 0; i + 1 < pieces.size(); ++i) {
    const Piece& hours = pieces[i];
    const Piece& minutes = pieces[i + 1];
    if (!hours.number || !minutes.number || minutes.before != ':' || hours.text.size() > 2 || minutes.text.size() != 2) continue;
    int hour = value_of(hours.text);
    const int minute = value_of(minutes.text);
    std::size_t next = i + 2;
    while (next < pieces.size() && pieces[next].number && (pieces[next].before == ':' || pieces[next].before == '.')) ++next;
    if (next < pieces.size() && !pieces[next].number) {
      const char mark = static_cast<char>(pieces[next].text[0] | 0x20);
      const bool half = lowered(pieces[next].text) == "am" || lowered(pieces[next].text) == "pm" ||
                        (pieces[next].text.size() == 1 && next + 1 < pieces.size() && lowered(pieces[next + 1].text) == "m");
      if (half && mark == 'p' && hour < 12) hour += 12;
      if (half && mark == 'a' && hour == 12) hour = 0;
    }
    if (hour < 24 && minute < 60) return hour * 60 + minute;
  }
  return std::nullopt;
}

// Three numbers in a row: 2025-10-08, 2025/10/08, 08.10.2025, 10/28/2025.
std::optional<CivilDate> from_numbers(const std::vector<Piece>& pieces) {
  for (std::size_t i = 0; i + 2 < pieces.size(); ++i) {
    const Piece& a = pieces[i];
    const Piece& b = pieces[i + 1];
    const Piece& c = pieces[i + 2];
    if (!a.number || !b.number || !c.number || b.before != c.before || (b.before != '-' && b.before != '/' && b.before != '.')) continue;
    if (a.text.size() == 4) {
      if (const CivilDate date{value_of(a.text), value_of(b.text), value_of(c.text)}; usable(date)) return date;
    } else if (c.text.size() == 4 || (c.text.size() == 2 && b.before != '-')) {
      const int short_year = value_of(c.text);
      const int year = c.text.size() == 4 ? short_year : short_year + (short_year < 70 ? 2000 : 1900);
      if (const CivilDate date{year, value_of(b.text), value_of(a.text)}; usable(date)) return date;
      if (const CivilDate date{year, value_of(a.text), value_of(b.text)}; usable(date)) return date;
    }
  }
  return std::nullopt;
}

// A month's name with a day beside it and a year after them.
std::optional<CivilDate> from_names(const std::vector<Piece>& pieces) {
  const auto is_day = [](const Piece& piece) {
    return piece.number && piece.text.size() <= 2 && value_of(piece.text) >= 1 && value_of(piece.text) <= 31;
  };
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const int month = pieces[i].number ? 0 : month_of_name(pieces[i].text);
    if (month == 0) continue;
    std::size_t before = i;  // over "8th of October"
    while (before > 0 && i - before < 2 && !pieces[before - 1].number) --before;
    int day = before > 0 && is_day(pieces[before - 1]) && pieces[before - 1].before != ':' ? value_of(pieces[before - 1].text) : 0;
    for (std::size_t k = i + 1; k < pieces.size() && k < i + 7; ++k) {
      if (!pieces[k].number) continue;
      if (pieces[k].text.size() == 4) {
        if (const CivilDate date{value_of(pieces[k].text), month, day}; day > 0 && usable(date)) return date;
        if (i > 0 && day == 0) break;
      } else if (day == 0 && is_day(pieces[k])) {
        day = value_of(pieces[k].text);
      } else if (day > 0 && pieces[k].text.size() == 2 && pieces[k].before != ':' && k == i + 1) {
        const int year = value_of(pieces[k].text);  // RFC 822: "08 Oct 25"
        if (const CivilDate date{year + (year < 70 ? 2000 : 1900), month, day}; usable(date)) return date;
      }
    }
  }
  return std::nullopt;
}

}  // namespace

int month_of_name(std::string_view word) {
  constexpr std::array<std::string_view, 12> kMonths = {"january", "february", "march",     "april",   "may",      "june",
                                                        "july",    "august",   "september", "october", "november", "december"};
  std::string name = lowered(word);
  if (name.ends_with('.')) name.pop_back();
  if (name == "sept") return 9;
  if (name.size() < 3) return 0;
  for (std::size_t i = 0; i < kMonths.size(); ++i) {
    if (name == kMonths[i] || (name.size() == 3 && kMonths[i].starts_with(name))) return static_cast<int>(i + 1);
  }
  return 0;
}

std::string iso_published(std::string_view text) {
  const std::vector<Piece> pieces = pieces_of(text.substr(0, kLongest));
  if (pieces.empty()) return {};
  const std::string_view first = pieces[0].text;
  if (pieces[0].number && pieces[0].before != '-') {
    const bool alone = pieces.size() == 1 || (pieces.size() == 2 && pieces[1].before == '.');
    if (alone && (first.size() == 13 || first.size() == 10 || first.size() == 9)) return from_unix(first);
    if (first.size() == 8 || first.size() == 12 || first.size() == 14) return from_packed(first, pieces);
  }
  auto date = from_numbers(pieces);
  if (!date) date = from_names(pieces);
  return date ? written(*date, clock_of(pieces)) : std::string();
}

std::string date_of_address(std::string_view url) {
  constexpr std::size_t kYear = 4;
  constexpr std::size_t kLongestMonth = 9;
  const auto digits = [](std::string_view text) { return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; }); };
  for (std::size_t i = 0; i + 1 + kYear < url.size(); ++i) {
    const std::string_view year = url.substr(i + 1, kYear);
    const char mark = url[i + 1 + kYear];
    if (url[i] != '/' || !digits(year) || (!year.starts_with("19") && !year.starts_with("20")) || (mark != '/' && mark != '-')) continue;
    const std::size_t month_begin = i + 2 + kYear;
    const std::size_t month_end = url.find(mark, month_begin);
    if (month_end == std::string_view::npos || month_end - month_begin > kLongestMonth) continue;
    const std::size_t day_end = std::min(url.find_first_not_of("0123456789", month_end + 1), url.size());
    const std::string_view month = url.substr(month_begin, month_end - month_begin);
    const std::string_view day = url.substr(month_end + 1, day_end - month_end - 1);
    if (day.empty() || day.size() > 2) continue;
    const std::string number = digits(month) ? std::string(month) : std::to_string(month_of_name(month));
    if (number.size() > 2 || number == "0") continue;
    const std::string iso = std::string(year) + (number.size() == 1 ? "-0" : "-") + number + (day.size() == 1 ? "-0" : "-") + std::string(day);
    if (std::string date = iso_published(iso); date.size() == iso.size()) return date;
  }
  return {};
}

}  // namespace bayhaqi
