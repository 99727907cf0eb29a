// What a layer's dictionary compiler gets: the folders to read, a place for faults, the packed file to write its sections
// to, and numbers for the files it reads (for RuleRef). Each layer has
//     void compile_<layer>(LexiconSource& source);                        // text -> sections "<layer>.…"
//     static Result<…Rules> open(const PackedFile& lexicon);              // sections -> a view, in place
// and bayhaqi lexicon compile calls the compilers one after the other (src/pipeline).
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "base/packed_file.h"
#include "lexicon/table.h"

namespace bayhaqi {

class LexiconSource {
 public:
  // What the lexicon folder lacks (a file, or a folder that is listed) is taken from `base_folder`, if there is one. The lines
  // of `added_folder` come on top: each replaces those with the same first field in its file, or, where a folder is read as
  // one, in that folder.
  LexiconSource(std::string lexicon_folder, std::string ontology_folder, std::string base_folder = {}, std::string added_folder = {});

  // Reads "countries.txt" below the lexicon folder; the table is named "lexicon/countries.txt". A missing file is a fault and an empty table.
  Table read_lexicon(std::string_view name);
  // The same, but a missing file is an empty table.
  Table read_optional(std::string_view name);
  Table read_ontology(std::string_view name);
  // An empty table where the file is missing.
  Table read_optional_ontology(std::string_view name);
  // All "*.txt" below a folder of the lexicon ("actors"), sorted, as names for read_lexicon.
  std::vector<std::string> list_lexicon(std::string_view folder);

  // The same, but a folder that is not there has none.
  std::vector<std::string> list_optional(std::string_view folder);

  // The number of a file as RuleRef::file, from 1.
  std::uint16_t file_number(std::string_view name);

  // A fault for each file of the lexicon folder and the added one that nothing has read; called once, after all compilers.
  void expect_all_read();

  Faults& faults() { return faults_; }
  PackedFileBuilder& out() { return out_; }
  // Adds the section "files" (names, one a line); called once, after all compilers.
  void finish();

 private:
  Table read(const std::string& folder, std::string_view shown, std::string_view name);
  // The folder that a file or folder of the lexicon is read from.
  [[nodiscard]] const std::string& home_of(std::string_view name) const;
  // The first fields of the added lines for that file, or for the folder that it is read with.
  const std::unordered_set<std::string>& added_keys(std::string_view name);
  std::string lexicon_;
  std::string ontology_;
  std::string base_;
  std::string added_;
  std::string added_title_;              // the added folder's own name
  std::set<std::string, std::less<>> read_;  // files of the lexicon
  std::map<std::string, std::unordered_set<std::string>, std::less<>> added_keys_;
  std::vector<std::string> files_;
  Faults faults_;
  PackedFileBuilder out_;
};

// What a file is read as one with: its folder ("actors/world/x.txt": "actors"), or itself.
[[nodiscard]] std::string_view dictionary_unit(std::string_view name);

// Names of the dictionary files by RuleRef::file.
class FileNames {
 public:
  static Result<FileNames> open(const PackedFile& lexicon);
  // "lexicon/countries.txt:12"; the bare name where the line is 0; "" for none.
  [[nodiscard]] std::string text(std::uint16_t file, std::uint32_t line) const;

 private:
  std::vector<std::string> names_;
};

}  // namespace bayhaqi
