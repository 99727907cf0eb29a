// bayhaqi lexicon: checks, packs and searches the dictionaries.
#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <memory>
#include <string>

#include "commands.h"
#include "data_files.h"
#include "lexicon_diff_command.h"
#include "lexicon_find_command.h"
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
  std::string date;
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
  const CompiledLexicon compiled = compile_lexicon(options.lexicon, options.ontology, default_text_folder("lexicon"));
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
  CLI::App* finding = app.add_subcommand("find", "Tell what some words are coded as, and which entries hold them");
  folders(finding);
  finding->add_option("words", options->words, "The words")->required();
  finding->add_option("--date", options->date, "As of this day");
  auto differences = std::make_shared<DiffOptions>();
  CLI::App* comparing = app.add_subcommand("diff", "Compare two folders of dictionaries entry by entry");
  comparing->add_option("before", differences->before, "One folder")->required();
  comparing->add_option("after", differences->after, "The other")->required();
  comparing->add_option("--to", differences->form, "text or jsonl")->check(CLI::IsMember({"text", "jsonl"}));
  CLI::App* importing = app.add_subcommand("import", "Make a folder of dictionaries out of those of TABARI, PETRARCH or PETRARCH2");
  const Run import = add_lexicon_import(*importing);
  return [options, packing, checking, comparing, differences, importing, import] {
    if (comparing->parsed()) return diff_lexicons(*differences);
    if (importing->parsed()) return import();
    if (packing->parsed()) return compile(*options, true);
    if (checking->parsed()) return compile(*options, false);
    return find_in_lexicon({options->words, options->date, options->lexicon, options->ontology});
  };
}

}  // namespace bayhaqi::cli
