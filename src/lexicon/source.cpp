#include "lexicon/source.h"

#include <algorithm>
#include <array>
#include <filesystem>

namespace bayhaqi {

namespace fs = std::filesystem;

namespace {

// Folders whose files are read as one: their entries replace each other wherever in the folder they stand.
constexpr std::array<std::string_view, 6> kUnits = {"actors", "events/discards", "events/frames", "events/issues", "events/sets", "events/topics"};

bool is_there(const std::string& folder, std::string_view name) {
  std::error_code error;
  return !folder.empty() && fs::exists(folder + "/" + std::string(name), error);
}

}  // namespace

std::string_view dictionary_unit(std::string_view name) {
  const auto unit = std::ranges::find_if(kUnits, [&](std::string_view each) { return name.starts_with(each) && name.substr(each.size()).starts_with('/'); });
  return unit == kUnits.end() ? name : *unit;
}

LexiconSource::LexiconSource(std::string lexicon_folder, std::string ontology_folder, std::string base_folder, std::string added_folder)
    : lexicon_(std::move(lexicon_folder)), ontology_(std::move(ontology_folder)), base_(std::move(base_folder)), added_(std::move(added_folder)) {
  while (added_.ends_with('/')) added_.pop_back();
  added_title_ = fs::path(added_).filename().string();
}

Table LexiconSource::read(const std::string& folder, std::string_view shown, std::string_view name) {
  const std::string title = std::string(shown) + "/" + std::string(name);
  auto table = Table::read(folder + "/" + std::string(name), title, faults_);
  if (table) {
    file_number(title);
    return std::move(*table);
  }
  faults_.add(title, 0, 0, "expected a file, but it " + table.error().message);
  return Table::parse(title, "", faults_);
}

const std::string& LexiconSource::home_of(std::string_view name) const { return base_.empty() || is_there(lexicon_, name) ? lexicon_ : base_; }

const std::unordered_set<std::string>& LexiconSource::added_keys(std::string_view name) {
  const std::string_view unit = dictionary_unit(name);
  const auto [place, fresh] = added_keys_.try_emplace(std::string(unit));
  if (!fresh || !is_there(added_, unit)) return place->second;
  std::vector<std::string> paths = {std::string(name)};
  if (unit != name) {
    paths = list_text_files(added_ + "/" + std::string(unit)).value_or(std::vector<std::string>{});
    for (std::string& path : paths) path.insert(0, std::string(unit) + "/");
  }
  Faults told_when_it_is_read;
  for (const std::string& path : paths) {
    const auto table = Table::read(added_ + "/" + path, path, told_when_it_is_read);
    if (!table) continue;
    for (const Row& row : table->rows()) place->second.emplace(row.at(0).text);
  }
  return place->second;
}

Table LexiconSource::read_lexicon(std::string_view name) {
  read_.emplace(name);
  const bool over = is_there(added_, name);
  const std::string& home = home_of(name);
  Table table = over && !is_there(home, name) ? Table::parse("lexicon/" + std::string(name), "", faults_) : read(home, "lexicon", name);
  if (over) table.lay_over(read(added_, added_title_, name), added_keys(name));
  else if (const auto& keys = added_keys(name); !keys.empty()) table.lay_over(Table::parse({}, {}, faults_), keys);
  return table;
}

Table LexiconSource::read_optional(std::string_view name) {
  if (is_there(added_, name) || is_there(home_of(name), name)) return read_lexicon(name);
  return Table::parse("lexicon/" + std::string(name), "", faults_);
}

Table LexiconSource::read_ontology(std::string_view name) { return read(ontology_, "ontology", name); }

Table LexiconSource::read_optional_ontology(std::string_view name) {
  if (is_there(ontology_, name)) return read_ontology(name);
  return Table::parse("ontology/" + std::string(name), "", faults_);
}

std::vector<std::string> LexiconSource::list_lexicon(std::string_view folder) {
  auto names = list_text_files(home_of(folder) + "/" + std::string(folder));
  if (!names) {
    faults_.add("lexicon/" + std::string(folder), 0, 0, "expected a folder, but it " + names.error().message);
    return {};
  }
  if (is_there(added_, folder)) {
    const auto more = list_text_files(added_ + "/" + std::string(folder)).value_or(std::vector<std::string>{});
    names->insert(names->end(), more.begin(), more.end());
    std::ranges::sort(*names);
    names->erase(std::unique(names->begin(), names->end()), names->end());
  }
  for (std::string& name : *names) name.insert(0, std::string(folder) + "/");
  return std::move(*names);
}

std::vector<std::string> LexiconSource::list_optional(std::string_view folder) {
  if (is_there(home_of(folder), folder)) return list_lexicon(folder);
  auto names = is_there(added_, folder) ? list_text_files(added_ + "/" + std::string(folder)).value_or(std::vector<std::string>{}) : std::vector<std::string>{};
  for (std::string& name : names) name.insert(0, std::string(folder) + "/");
  return names;
}

void LexiconSource::expect_all_read() {
  for (const std::string& folder : {lexicon_, added_}) {
    if (folder.empty()) continue;
    for (const std::string& name : list_text_files(folder).value_or(std::vector<std::string>{})) {
      if (read_.contains(name) || name.starts_with("import/")) continue;
      faults_.add((folder == added_ ? added_title_ : "lexicon") + "/" + name, 0, 0, "expected the name of a dictionary (docs/lexicon.md), but nothing reads this file");
    }
  }
}

std::uint16_t LexiconSource::file_number(std::string_view name) {
  if (!files_.empty() && files_.back() == name) return static_cast<std::uint16_t>(files_.size());
  const auto found = std::find(files_.begin(), files_.end(), name);
  if (found != files_.end()) return static_cast<std::uint16_t>(found - files_.begin() + 1);
  files_.emplace_back(name);
  return static_cast<std::uint16_t>(files_.size());
}

void LexiconSource::finish() {
  std::string text;
  for (const std::string& name : files_) text += name + "\n";
  out_.add_text("files", text);
}

Result<FileNames> FileNames::open(const PackedFile& lexicon) {
  auto text = lexicon.text("files");
  if (!text) return std::unexpected(text.error());
  FileNames names;
  for (std::size_t begin = 0; begin < text->size();) {
    const std::size_t end = std::min(text->find('\n', begin), text->size());
    names.names_.emplace_back(text->substr(begin, end - begin));
    begin = end + 1;
  }
  return names;
}

std::string FileNames::text(std::uint16_t file, std::uint32_t line) const {
  if (file == 0 || file > names_.size()) return {};
  const std::string& name = names_[file - 1U];
  return line == 0 ? name : name + ":" + std::to_string(line);
}

}  // namespace bayhaqi
