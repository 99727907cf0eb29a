#include "lexicon_import/written_name.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/utf8.h"
#include "lexicon/phrase_table.h"

namespace bayhaqi {

namespace {

constexpr std::array<std::string_view, 20> kSmallWords = {"A", "AL", "AND", "AT", "BIN", "DA", "DE", "DEL", "DER", "DI", "DOS", "EL", "FOR", "IN", "LA", "OF", "ON", "THE", "TO", "VON"};
constexpr std::array<std::string_view, 16> kCommonWords = {"AID", "ALL", "AM", "AN", "ARE", "AS", "CAN", "HE", "IS", "IT", "NO", "OR", "SO", "US", "WE", "WHO"};

bool is_one_of(std::span<const std::string_view> list, std::string_view word) { return std::ranges::find(list, word) != list.end(); }

bool has_vowel(std::string_view word) { return word.find_first_of("AEIOUY") != std::string_view::npos || std::ranges::any_of(word, [](char c) { return static_cast<unsigned char>(c) >= 0x80; }); }

std::vector<std::string_view> words_of(std::string_view phrase) {
  std::vector<std::string_view> words;
  for (std::size_t begin = 0; begin < phrase.size();) {
    const std::size_t end = std::min(phrase.find(' ', begin), phrase.size());
    if (end > begin) words.push_back(phrase.substr(begin, end - begin));
    begin = end + 1;
  }
  return words;
}

// Whether `word` is made of the first letters of `name`, small words counted or not.
bool is_initials(std::string_view word, std::string_view name) {
  std::string all;
  std::string without_small;
  for (const std::string_view each : words_of(name)) {
    all.push_back(each.front());
    if (!is_one_of(kSmallWords, each)) without_small.push_back(each.front());
  }
  return word.size() > 1 && (word == all || word == without_small);
}

// First letter of each part between hyphens stays, the others become small.
std::string capitalised(std::string_view word) {
  std::string out;
  std::size_t begin = 0;
  while (begin < word.size()) {
    const std::size_t size = decode_utf8(word, begin).size;
    const std::size_t end = std::min(word.find('-', begin + size), word.size());
    out += word.substr(begin, size);
    out += lowered(word.substr(begin + size, end - begin - size));
    if (end < word.size()) out.push_back('-');
    begin = end + 1;
  }
  return out;
}

}  // namespace

std::string written_name(std::string_view name, std::span<const std::string> others) {
  std::string out;
  const auto words = words_of(name);
  for (const std::string_view word : words) {
    const bool first = out.empty();
    if (!first) out.push_back(' ');
    const bool initials = words.size() == 1 && std::ranges::any_of(others, [&](const std::string& other) { return is_initials(word, other); });
    const bool common = words.size() == 1 && is_one_of(kCommonWords, word);
    const bool vowelless = !has_vowel(word) && word.size() > 1 && word.size() < 6;
    if (initials || common || vowelless) out += word;
    else if (!first && is_one_of(kSmallWords, word)) out += lowered(word);
    else out += capitalised(word);
  }
  return out;
}

std::string name_identity(std::string_view name) {
  std::string out;
  for (const std::string& word : phrase_words(name)) {
    if (!out.empty()) out.push_back(' ');
    out += word;
  }
  return out.starts_with("the ") ? out.substr(4) : out;
}

std::string key_of_name(std::string_view name) {
  std::string key;
  for (const char c : folded(name)) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (plain) key.push_back(c);
    else if (!key.empty() && key.back() != '_') key.push_back('_');
  }
  while (key.ends_with('_')) key.pop_back();
  return key.empty() ? "name" : key;
}

}  // namespace bayhaqi
