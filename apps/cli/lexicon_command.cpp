// bayhaqi lexicon: checks, packs and searches the dictionaries.
#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <memory>
#include <string>

#include "base/utf8.h"
#include "commands.h"
#include "data_files.h"
#include "lexicon_import_command.h"
#include "pipeline/compile_lexicon.h"
#include "terminal.h"

namespace bayhaqi::cli {

namespace fs = std::filesystem;

namespace {

struct LexiconOptions {
  std::string lexicon;
  std::string ontology;
  std::string output;
  std::string words;
};

void fill_folders(LexiconOptions& options) {
  if (options.lexicon.empty()) options.lexicon = default_text_folder("lexicon");
  if (options.ontology.empty()) options.ontology = default_text_folder("ontology");
}

int compile(LexiconOptions options, bool write) {
  fill_folders(options);
  std::error_code error;
  if (!fs::is_directory(options.lexicon, error)) {
    complain(options.lexicon + ": no such folder");
    return kSomeFailed;
  }
  const CompiledLexicon compiled = compile_lexicon(options.lexicon, options.ontology);
  if (!compiled.faults.empty()) {
    if (!put(compiled.faults.text())) return kSomeFailed;
    complain(fmt::format("{} faults in {}", compiled.faults.all().size(), options.lexicon));
    return kSomeFailed;
  }
  if (!write) {
    fmt::print(stderr, "{}: no faults\n", options.lexicon);
    return kDone;
  }
  const std::string temporary = options.output + ".part";
  std::ofstream file(temporary, std::ios::binary);
  file.write(reinterpret_cast<const char*>(compiled.bytes.data()), static_cast<std::streamsize>(compiled.bytes.size()));
  file.close();
  if (!file) {
    complain(options.output + ": can't be written");
    fs::remove(temporary, error);
    return kSomeFailed;
  }
  fs::rename(temporary, options.output, error);
  if (error) {
    complain(options.output + ": " + error.message());
    return kSomeFailed;
  }
  return kDone;
}

// Prints the lines of one dictionary that hold the words as whole words.
std::size_t find_in(const fs::path& path, const std::string& shown, const std::string& wanted) {
  std::ifstream file(path);
  std::string line;
  std::size_t number = 0;
  std::size_t found = 0;
  const auto is_edge = [](char c) { return std::isalnum(static_cast<unsigned char>(c)) == 0 && static_cast<unsigned char>(c) < 0x80; };
  while (std::getline(file, line)) {
    ++number;
    if (line.starts_with('#')) continue;
    const std::string folded_line = folded(line);
    for (std::size_t at = folded_line.find(wanted); at != std::string::npos; at = folded_line.find(wanted, at + 1)) {
      const std::size_t end = at + wanted.size();
      if ((at > 0 && !is_edge(folded_line[at - 1])) || (end < folded_line.size() && !is_edge(folded_line[end]))) continue;
      if (!put(fmt::format("{}:{}: {}\n", shown, number, line))) return found;
      ++found;
      break;
    }
  }
  return found;
}

int find(LexiconOptions options) {
  fill_folders(options);
  const std::string wanted = folded(options.words);
  std::size_t found = 0;
  for (const auto& [folder, name] : {std::pair(options.lexicon, "lexicon/"), std::pair(options.ontology, "ontology/")}) {
    const auto files = list_text_files(folder);
    if (!files) {
      complain(files.error().text());
      return kSomeFailed;
    }
    for (const std::string& file : *files) found += find_in(fs::path(folder) / file, name + file, wanted);
  }
  if (found > 0) return kDone;
  complain("no entry holds '" + options.words + "'");
  return kSomeFailed;
}

}  // namespace

Run add_lexicon(CLI::App& app) {
  auto options = std::make_shared<LexiconOptions>();
  app.require_subcommand(1);
  const auto folders = [&](CLI::App* command) {
    command->add_option("--lexicon", options->lexicon, "Folder of the dictionaries");
    command->add_option("--ontology", options->ontology, "Folder of the code tables");
  };
  CLI::App* packing = app.add_subcommand("compile", "Check the dictionaries and pack them into one file");
  folders(packing);
  packing->add_option("--output", options->output, "The packed file")->required();
  CLI::App* checking = app.add_subcommand("lint", "Check the dictionaries; print every fault");
  folders(checking);
  CLI::App* finding = app.add_subcommand("find", "Print the entries that hold some words");
  folders(finding);
  finding->add_option("words", options->words, "The words")->required();
  CLI::App* importing = app.add_subcommand("import", "Make a folder of dictionaries out of those of TABARI, PETRARCH or PETRARCH2");
  const Run import = add_lexicon_import(*importing);
  return [options, packing, checking, importing, import] {
    if (importing->parsed()) return import();
    if (packing->parsed()) return compile(*options, true);
    if (checking->parsed()) return compile(*options, false);
    return find(*options);
  };
}

}  // namespace bayhaqi::cli
