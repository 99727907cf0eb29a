// The actors of a folder of dictionaries as text, to lay imported ones over: entries that can be found by name, lose names or go.
// Faults of the folder itself are not looked for: `bayhaqi lexicon lint` does that. Built once, then changed by one thread.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace bayhaqi {

using DictionaryTexts = std::map<std::string, std::string>;  // "agents.txt" -> its text

class BaseActors {
 public:
  struct Entry {
    std::string file;
    std::size_t line = 0;  // from 0
    std::string key, kind, offices, wikidata;
    std::vector<std::string> names;  // as written, with '*' and dates
    bool removed = false;
    bool changed = false;
  };

  // Takes "actors/…" and "countries.txt" of the texts.
  explicit BaseActors(const DictionaryTexts& texts);

  // Entries by name_identity() of their names.
  [[nodiscard]] std::span<const std::uint32_t> with_name(const std::string& identity) const;
  [[nodiscard]] Entry& entry(std::uint32_t index) { return entries_[index]; }
  [[nodiscard]] bool has_key(const std::string& key) const { return keys_.contains(key); }
  // The country that has this name, adjective, people or capital whatever the text says; empty if none or several.
  [[nodiscard]] std::string country_named(const std::string& identity) const;

  void take_name(std::uint32_t index, const std::string& identity);
  // The actor files without what was removed, with what was changed.
  [[nodiscard]] DictionaryTexts texts() const;

 private:
  void read_actors(const std::string& file, const std::string& text);
  void read_countries(const std::string& text);
  DictionaryTexts texts_;
  std::vector<Entry> entries_;
  std::unordered_map<std::string, std::vector<std::uint32_t>> by_name_;
  std::unordered_map<std::string, std::string> countries_;
  std::unordered_map<std::string, std::uint32_t> keys_;
};

// The name alone, without '*' and dates: "Zaire 1971..1997-05" -> "Zaire".
[[nodiscard]] std::string_view bare_name(std::string_view written);
// Fields of a line, parted by '|'; items of a list, parted by ';'. Blanks around them are off, trailing empty ones are kept.
[[nodiscard]] std::vector<std::string> pieces_of(std::string_view text, char separator);
// Lines without line ends.
[[nodiscard]] std::vector<std::string> lines_of(const std::string& text);

}  // namespace bayhaqi
