#include "lexicon_tools/check_folder.h"

#include <algorithm>
#include <unordered_set>

#include "lexicon/source.h"

namespace bayhaqi {

namespace {

bool shares_unit(std::string_view name, const DictionaryTexts& folder) {
  return std::ranges::any_of(folder, [&](const auto& file) { return dictionary_unit(file.first) == dictionary_unit(name); });
}

}  // namespace

Faults check_folder(const std::string& title, const DictionaryTexts& folder, const DictionaryTexts& base, FolderUse use) {
  Faults told_elsewhere;  // what can't be read is a fault, told when the folder is compiled
  std::vector<CheckedFile> files;
  for (const auto& [name, text] : base) {
    const bool touched = shares_unit(name, folder);
    if (touched && use == FolderUse::kInPlace) continue;
    Table table = Table::parse("lexicon/" + name, text, told_elsewhere);
    if (touched) {
      std::unordered_set<std::string> replaced;
      for (const auto& [own, lines] : folder) {
        if (dictionary_unit(own) != dictionary_unit(name)) continue;
        const Table over = Table::parse(own, lines, told_elsewhere);
        for (const Row& row : over.rows()) replaced.emplace(row.at(0).text);
      }
      table.lay_over(Table::parse({}, {}, told_elsewhere), replaced);
    }
    files.push_back({name, std::move(table), false});
  }
  for (const auto& [name, text] : folder) files.push_back({name, Table::parse(title + "/" + name, text, told_elsewhere), true});
  Faults remarks;
  check_actors(files, remarks);
  check_frames(files, remarks);
  return remarks;
}

}  // namespace bayhaqi
