// An article as it was read, and how its text is pointed into.
// Law of spans: what is shown is always text.substr(span); no string that stands for words of the article is rebuilt.
// Spans are bytes of the UTF-8 text, half-open, on code point boundaries; they become code points when a record is written.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace bayhaqi {

struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  [[nodiscard]] bool empty() const { return begin == end; }
  [[nodiscard]] std::uint32_t size() const { return end - begin; }
  [[nodiscard]] bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
  [[nodiscard]] bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
  [[nodiscard]] std::string_view of(std::string_view text) const { return text.substr(begin, end - begin); }
  auto operator<=>(const Span&) const = default;
};

// A typed index into one of the vectors of a Document; kNone means "there is none".
template <typename Tag>
struct Index {
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;
  std::uint32_t value = kNone;

  constexpr Index() = default;
  constexpr explicit Index(std::size_t position) : value(static_cast<std::uint32_t>(position)) {}
  constexpr explicit operator bool() const { return value != kNone; }
  auto operator<=>(const Index&) const = default;
};

struct Dateline {
  std::string place;   // "ISTANBUL", empty if none
  std::string agency;  // "Reuters", empty if none
};

// Empty strings stand for what is not known; they are written as null.
struct Article {
  std::string id;
  std::string input;  // path as given, "archive#record", "-" for standard input
  std::string publisher;
  std::string news_id;
  std::string url;
  std::string title;
  std::string published;  // ISO 8601, "2025-10-08" or "2025-10-08T21:09", else empty
  Dateline dateline;
  std::vector<std::string> authors;
  std::string language;  // "en"
  std::string text;      // UTF-8, paragraphs joined by "\n\n"
  std::uint32_t body = 0;  // byte of text behind a dateline that stands in it; sentences begin here
};

// Something odd that a stage met and got past.
struct Note {
  std::string_view stage;  // static storage: the stage's name
  std::string code;        // short and fixed: "no-subject"
  Span span;
  std::string detail;  // for people
};

}  // namespace bayhaqi
