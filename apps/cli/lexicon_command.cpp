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
#include "lexicon_import/base_actors.h"
#include "lexicon_import/dictionary_folder.h"
#include "lexicon_import_command.h"
#include "lexicon_tools/check_folder.h"
#include "pipeline/compile_lexicon.h"
#include "terminal.h"

namespace bayhaqi::cli {

namespace fs = std::filesystem;

namespace {

struct LexiconOptions {
  std::string lexicon;
  std::string ontology;
  std::string added;
  std::string output;
  std::string words;
  std::string date;
  bool strict = false;
};

void fill_folders(LexiconOptions& options) {
  if (options.lexicon.empty()) options.lexicon = default_text_folder("lexicon");
  if (options.ontology.empty()) options.ontology = default_text_folder("ontology");
}

// "mine" of "there/mine/".
std::string folder_name(std::string path) {
  while (path.ends_with('/')) path.pop_back();
  return fs::path(path).filename().string();
}

// What can be compiled and is still likely to be a slip: one line each, "note" in front.
bool print_remarks(const LexiconOptions& options, std::size_t& count) {
  const auto all = [](std::string_view) { return true; };
  const bool on_top = !options.added.empty();
  const auto folder = read_dictionary_folder(on_top ? options.added : options.lexicon, all);
  const auto base = read_dictionary_folder(default_text_folder("lexicon"), all);
  if (!folder || !base) {
    complain((folder ? base : folder).error().text());
    return false;
  }
  const Faults remarks = on_top ? check_folder(folder_name(options.added), *folder, *base, FolderUse::kOnTop) : check_folder("lexicon", *folder, *base, FolderUse::kInPlace);
  count = remarks.all().size();
  std::string text;
  for (const std::string& line : lines_of(remarks.text())) text += "note: " + line + "\n";
  return put(text);
}

int report_soundness(const LexiconOptions& options) {
  std::size_t remarks = 0;
  if (!print_remarks(options, remarks)) return kSomeFailed;
  fmt::print(stderr, "{}: no faults{}\n", options.added.empty() ? options.lexicon : options.added, remarks == 0 ? "" : fmt::format(", {} notes", remarks));
  return remarks > 0 && options.strict ? kSomeFailed : kDone;
}

int compile(LexiconOptions options, bool write) {
  fill_folders(options);
  std::error_code error;
  for (const std::string& folder : {options.lexicon, options.ontology, options.added}) {
    if (folder.empty() || fs::is_directory(folder, error)) continue;
    complain(folder + ": no such folder");
    return kSomeFailed;
  }
  const CompiledLexicon compiled = compile_lexicon(options.lexicon, options.ontology, default_text_folder("lexicon"), options.added);
  if (!compiled.faults.empty()) {
    if (!put(compiled.faults.text())) return kSomeFailed;
    complain(fmt::format("{} faults in {}", compiled.faults.all().size(), options.added.empty() ? options.lexicon : options.added));
    return kSomeFailed;
  }
  if (!write) return report_soundness(options);
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
    command->add_option("--add", options->added, "Folder with lines that come on top of them");
    command->add_option("--ontology", options->ontology, "Folder of the code tables");
  };
  CLI::App* packing = app.add_subcommand("compile", "Check the dictionaries and pack them into one file");
  folders(packing);
  packing->add_option("--output", options->output, "The packed file")->required();
  CLI::App* checking = app.add_subcommand("lint", "Check the dictionaries; print every fault, and notes on what looks like a slip");
  folders(checking);
  checking->add_flag("--strict", options->strict, "Exit code 1 for notes, too");
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
    return find_in_lexicon({options->words, options->date, options->lexicon, options->ontology, options->added});
  };
}

}  // namespace bayhaqi::cli
