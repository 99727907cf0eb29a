#include "lexicon/source.h"

#include <algorithm>
#include <filesystem>

namespace bayhaqi {

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

const std::string& LexiconSource::home_of(std::string_view name) const {
  std::error_code error;
  return base_.empty() || std::filesystem::exists(lexicon_ + "/" + std::string(name), error) ? lexicon_ : base_;
}

Table LexiconSource::read_lexicon(std::string_view name) { return read(home_of(name), "lexicon", name); }
Table LexiconSource::read_ontology(std::string_view name) { return read(ontology_, "ontology", name); }

Table LexiconSource::read_optional_ontology(std::string_view name) {
  std::error_code error;
  if (std::filesystem::exists(ontology_ + "/" + std::string(name), error)) return read_ontology(name);
  return Table::parse("ontology/" + std::string(name), "", faults_);
}

std::vector<std::string> LexiconSource::list_lexicon(std::string_view folder) {
  auto names = list_text_files(home_of(folder) + "/" + std::string(folder));
  if (!names) {
    faults_.add("lexicon/" + std::string(folder), 0, 0, "expected a folder, but it " + names.error().message);
    return {};
  }
  for (std::string& name : *names) name.insert(0, std::string(folder) + "/");
  return std::move(*names);
}

std::vector<std::string> LexiconSource::list_optional(std::string_view folder) {
  std::error_code error;
  return std::filesystem::is_directory(home_of(folder) + "/" + std::string(folder), error) ? list_lexicon(folder) : std::vector<std::string>{};
}

std::uint16_t LexiconSource::file_number(std::string_view name) {
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
