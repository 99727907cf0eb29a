#include "lexicon_import/base_actors.h"

#include <algorithm>

#include "lexicon_import/dictionary_lines.h"
#include "lexicon_import/written_name.h"

namespace bayhaqi {

namespace {

constexpr std::size_t kNamesOfCountry = 4;  // names, adjectives, people, capitals: fields 1 to 4

bool is_entry(std::string_view line) {
  const std::string_view body = without_blanks(line);
  return !body.empty() && body.front() != '#';
}

std::string line_of(const BaseActors::Entry& entry) {
  std::string names;
  for (const std::string& name : entry.names) names += (names.empty() ? "" : "; ") + name;
  return entry.key + " | " + entry.kind + " | " + names + " | " + entry.offices + " |" + (entry.wikidata.empty() ? "" : " " + entry.wikidata);
}

}  // namespace

std::string_view bare_name(std::string_view written) {
  const std::size_t blank = written.rfind(' ');
  if (blank != std::string_view::npos && written.find("..", blank) != std::string_view::npos) written = without_blanks(written.substr(0, blank));
  if (written.ends_with('*')) written.remove_suffix(1);
  return written;
}

std::vector<std::string> pieces_of(std::string_view text, char separator) {
  std::vector<std::string> pieces;
  if (without_blanks(text).empty()) return pieces;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(separator, begin), text.size());
    pieces.emplace_back(without_blanks(text.substr(begin, end - begin)));
    begin = end + 1;
  }
  return pieces;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    lines.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return lines;
}

BaseActors::BaseActors(const DictionaryTexts& texts) {
  for (const auto& [file, text] : texts) {
    if (file.starts_with("actors/")) read_actors(file, text);
    else if (file == "countries.txt") read_countries(text);
  }
}

void BaseActors::read_actors(const std::string& file, const std::string& text) {
  texts_[file] = text;
  std::size_t number = 0;
  for (const std::string& line : lines_of(text)) {
    const std::size_t here = number++;
    if (!is_entry(line)) continue;
    auto fields = pieces_of(line, '|');
    fields.resize(5);
    Entry entry{file, here, fields[0], fields[1], fields[3], fields[4], pieces_of(fields[2], ';')};
    const auto index = static_cast<std::uint32_t>(entries_.size());
    keys_.try_emplace(entry.key, index);
    for (const std::string& name : entry.names) {
      auto& list = by_name_[name_identity(bare_name(name))];
      if (list.empty() || list.back() != index) list.push_back(index);
    }
    entries_.push_back(std::move(entry));
  }
}

void BaseActors::read_countries(const std::string& text) {
  for (const std::string& line : lines_of(text)) {
    if (!is_entry(line)) continue;
    const auto fields = pieces_of(line, '|');
    for (std::size_t i = 1; i <= kNamesOfCountry && i < fields.size(); ++i) {
      for (const std::string& name : pieces_of(fields[i], ';')) {
        if (name.ends_with('*') || name.find("..") != std::string::npos) continue;
        const auto [place, fresh] = countries_.try_emplace(name_identity(name), fields[0]);
        if (!fresh && place->second != fields[0]) place->second.clear();
      }
    }
  }
}

std::span<const std::uint32_t> BaseActors::with_name(const std::string& identity) const {
  const auto found = by_name_.find(identity);
  return found == by_name_.end() ? std::span<const std::uint32_t>() : std::span<const std::uint32_t>(found->second);
}

std::string BaseActors::country_named(const std::string& identity) const {
  const auto found = countries_.find(identity);
  return found == countries_.end() ? std::string() : found->second;
}

void BaseActors::take_name(std::uint32_t index, const std::string& identity) {
  Entry& entry = entries_[index];
  std::erase_if(entry.names, [&](const std::string& name) { return name_identity(bare_name(name)) == identity; });
  entry.changed = true;
  entry.removed = entry.removed || entry.names.empty();
}

DictionaryTexts BaseActors::texts() const {
  std::map<std::string, std::vector<std::string>> files;
  for (const auto& [file, text] : texts_) files[file] = lines_of(text);
  for (const Entry& entry : entries_) {
    if (entry.changed) files[entry.file][entry.line] = line_of(entry);
  }
  std::map<std::string, std::vector<bool>> gone;
  for (const auto& [file, lines] : files) gone[file].resize(lines.size());
  for (const Entry& entry : entries_) {
    if (entry.removed) gone[entry.file][entry.line] = true;
  }
  DictionaryTexts out;
  for (const auto& [file, lines] : files) {
    std::string& text = out[file];
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (!gone[file][i]) text += lines[i] + "\n";
    }
  }
  return out;
}

}  // namespace bayhaqi
