#include "lexicon_tools/diff_folders.h"

#include <algorithm>
#include <array>
#include <span>
#include <tuple>

#include "lexicon_import/dictionary_lines.h"

namespace bayhaqi {

namespace {

struct Shape {
  std::string_view where;  // a file, or a folder with '/'
  bool one_space;          // entries may move between the files of the folder
  std::array<std::string_view, 9> fields;
};

constexpr std::array<Shape, 8> kShapes = {{
    {"actors/", true, {"key", "kind", "names", "offices", "wikidata"}},
    {"events/frames/", true, {"pattern", "code", "roles", "options"}},
    {"events/sets/", true, {"name", "members"}},
    {"countries.txt", false, {"code", "names", "adjectives", "people", "capitals", "cow", "gw", "dates"}},
    {"agents.txt", false, {"phrase", "plurals", "sector", "kind", "country"}},
    {"agent_modifiers.txt", false, {"word", "effect"}},
    {"references.txt", false, {"word", "effect", "countries"}},
    {"places/", false, {"name", "other names", "country", "latitude", "longitude", "population", "GeoNames id", "precision", "region"}},
}};

const Shape* shape_of(std::string_view file) {
  for (const Shape& shape : kShapes) {
    if (shape.where.ends_with('/') ? file.starts_with(shape.where) : file == shape.where) return &shape;
  }
  return nullptr;
}

struct Entry {
  std::string space;  // within which the key says what it is
  std::string key;
  std::string file;
  std::uint32_t line = 0;
  std::string text;
};

std::vector<Entry> entries_of(const DictionaryTexts& folder) {
  std::vector<Entry> entries;
  for (const auto& [file, text] : folder) {
    const Shape* shape = shape_of(file);
    const std::string space = shape != nullptr && shape->one_space ? std::string(shape->where) : file;
    std::uint32_t number = 0;
    for (const std::string& line : lines_of(text)) {
      ++number;
      const std::string_view body = without_blanks(line);
      if (body.empty() || body.front() == '#') continue;
      entries.push_back({space, std::string(without_blanks(body.substr(0, body.find('|')))), file, number, std::string(body)});
    }
  }
  std::ranges::stable_sort(entries, {}, [](const Entry& e) { return std::tie(e.space, e.key); });
  return entries;
}

std::vector<std::string> only_in(const std::vector<std::string>& one, const std::vector<std::string>& other) {
  std::vector<std::string> out;
  for (const std::string& item : one) {
    if (std::ranges::find(other, item) == other.end()) out.push_back(item);
  }
  return out;
}

std::vector<FieldChange> field_changes(const Entry& before, const Entry& after) {
  std::vector<FieldChange> changes;
  if (before.file != after.file) changes.push_back({"file", before.file, after.file, {}, {}});
  auto old_fields = pieces_of(before.text, '|');
  auto new_fields = pieces_of(after.text, '|');
  const std::size_t count = std::max(old_fields.size(), new_fields.size());
  old_fields.resize(count);
  new_fields.resize(count);
  const Shape* shape = shape_of(after.file);
  for (std::size_t i = 0; i < count; ++i) {
    if (old_fields[i] == new_fields[i]) continue;
    const bool named = shape != nullptr && i < shape->fields.size() && !shape->fields[i].empty();
    FieldChange change{named ? std::string(shape->fields[i]) : "field " + std::to_string(i + 1), old_fields[i], new_fields[i], {}, {}};
    if ((old_fields[i] + new_fields[i]).find(';') != std::string::npos) {
      const auto old_items = pieces_of(old_fields[i], ';');
      const auto new_items = pieces_of(new_fields[i], ';');
      change.gone = only_in(old_items, new_items);
      change.fresh = only_in(new_items, old_items);
    }
    changes.push_back(std::move(change));
  }
  return changes;
}

// Entries with one key on both sides. Equal ones are the same; the others are paired in order.
void diff_key(std::span<const Entry> before, std::span<const Entry> after, std::vector<EntryChange>& out) {
  std::vector<const Entry*> old_left;
  std::vector<const Entry*> new_left;
  for (const Entry& each : after) new_left.push_back(&each);
  for (const Entry& each : before) {
    const auto same = std::ranges::find_if(new_left, [&](const Entry* other) { return field_changes(each, *other).empty(); });
    if (same == new_left.end()) old_left.push_back(&each);
    else new_left.erase(same);
  }
  const std::size_t pairs = std::min(old_left.size(), new_left.size());
  for (std::size_t i = 0; i < pairs; ++i) {
    const Entry& now = *new_left[i];
    out.push_back({EntryChange::Kind::kChanged, now.key, now.file, now.line, old_left[i]->line, now.text, field_changes(*old_left[i], now)});
  }
  for (std::size_t i = pairs; i < old_left.size(); ++i) out.push_back({EntryChange::Kind::kRemoved, old_left[i]->key, old_left[i]->file, old_left[i]->line, old_left[i]->line, old_left[i]->text, {}});
  for (std::size_t i = pairs; i < new_left.size(); ++i) out.push_back({EntryChange::Kind::kAdded, new_left[i]->key, new_left[i]->file, new_left[i]->line, 0, new_left[i]->text, {}});
}

std::size_t run_length(const std::vector<Entry>& entries, std::size_t begin) {
  std::size_t end = begin;
  while (end < entries.size() && entries[end].space == entries[begin].space && entries[end].key == entries[begin].key) ++end;
  return end - begin;
}

}  // namespace

std::vector<EntryChange> diff_folders(const DictionaryTexts& before, const DictionaryTexts& after) {
  const std::vector<Entry> one = entries_of(before);
  const std::vector<Entry> other = entries_of(after);
  std::vector<EntryChange> changes;
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < one.size() || j < other.size()) {
    const bool take_one = j == other.size() || (i < one.size() && std::tie(one[i].space, one[i].key) <= std::tie(other[j].space, other[j].key));
    const bool take_other = i == one.size() || (j < other.size() && std::tie(other[j].space, other[j].key) <= std::tie(one[i].space, one[i].key));
    const std::size_t old_count = take_one ? run_length(one, i) : 0;
    const std::size_t new_count = take_other ? run_length(other, j) : 0;
    diff_key(std::span(one).subspan(i, old_count), std::span(other).subspan(j, new_count), changes);
    i += old_count;
    j += new_count;
  }
  std::ranges::stable_sort(changes, {}, [](const EntryChange& c) { return std::tie(c.file, c.key); });
  return changes;
}

std::string change_text(const EntryChange& change) {
  const std::string place = change.file + ":" + std::to_string(change.line) + ": ";
  if (change.kind == EntryChange::Kind::kAdded) return "+ " + place + change.entry + "\n";
  if (change.kind == EntryChange::Kind::kRemoved) return "- " + place + change.entry + "\n";
  std::string text = "~ " + place + change.key + "\n";
  for (const FieldChange& field : change.fields) {
    text += "    " + field.field + ":";
    if (field.gone.empty() && field.fresh.empty()) text += " '" + field.before + "' -> '" + field.after + "'";
    for (const std::string& item : field.gone) text += " -'" + item + "'";
    for (const std::string& item : field.fresh) text += " +'" + item + "'";
    text += "\n";
  }
  return text;
}

}  // namespace bayhaqi
