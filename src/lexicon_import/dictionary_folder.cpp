#include "lexicon_import/dictionary_folder.h"

#include <filesystem>
#include <fstream>

#include "base/mapped_file.h"
#include "lexicon/table.h"

namespace bayhaqi {

namespace fs = std::filesystem;

Result<std::string> read_text_file(const std::string& path) {
  auto file = MappedFile::open(path);
  if (!file) return std::unexpected(file.error());
  const auto bytes = file->bytes();
  return std::string(reinterpret_cast<const char*>(bytes.data()), bytes.size());
}

Result<DictionaryTexts> read_dictionary_folder(const std::string& folder, const std::function<bool(std::string_view)>& wanted) {
  const auto names = list_text_files(folder);
  if (!names) return std::unexpected(names.error());
  DictionaryTexts texts;
  for (const std::string& name : *names) {
    if (!wanted(name)) continue;
    auto text = read_text_file(folder + "/" + name);
    if (!text) return std::unexpected(text.error());
    texts.emplace(name, std::move(*text));
  }
  return texts;
}

Result<void> write_dictionary_folder(const std::string& folder, const DictionaryTexts& texts) {
  for (const auto& [name, text] : texts) {
    const fs::path path = fs::path(folder) / name;
    std::error_code error;
    fs::create_directories(path.parent_path(), error);
    std::ofstream file(path, std::ios::binary);
    file << text;
    file.close();
    if (error || !file) return fail(ErrorCode::kWrite, "can't be written", path.string());
  }
  return {};
}

}  // namespace bayhaqi
