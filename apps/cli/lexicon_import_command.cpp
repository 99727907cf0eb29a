#include "lexicon_import_command.h"

#include <fmt/format.h>

#include <filesystem>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "data_files.h"
#include "lexicon/table.h"
#include "lexicon_import/dictionary_folder.h"
#include "lexicon_import/import_phrases.h"
#include "lexicon_import/import_verbs.h"
#include "lexicon_import/lay_over.h"
#include "pipeline/compile_lexicon.h"
#include "terminal.h"

namespace bayhaqi::cli {

namespace fs = std::filesystem;

namespace {

const std::map<std::string, DictionaryFamily> kFamilies = {{"petrarch", DictionaryFamily::kPetrarch}, {"petrarch2", DictionaryFamily::kPetrarch2}, {"tabari", DictionaryFamily::kTabari}};
const std::map<std::string, DateReading> kReadings = {{"petrarch", DateReading::kPetrarch}, {"petrarch2", DateReading::kPetrarch2}};

struct ImportOptions {
  std::string from;
  std::string dates = "petrarch";
  DictionaryFamily family = DictionaryFamily::kPetrarch2;
  DateReading reading = DateReading::kPetrarch;
  std::vector<std::string> actors;
  std::vector<std::string> agents;
  std::vector<std::string> verbs;
  std::vector<std::string> discards;
  std::vector<std::string> issues;
  std::string onto;
  std::string ontology;
  std::string target;
  bool only = false;
};

// What one kind of dictionary made of its files.
struct ImportRun {
  const ImportOptions& options;
  DictionaryTexts folder;   // texts that are laid over
  DictionaryTexts changed;  // to be written
  ImportReport report;
};

// The texts of some files, by a reader; false if one can't be opened.
template <typename Reader>
bool read_files(const std::vector<std::string>& files, const Reader& reader) {
  for (const std::string& file : files) {
    const auto text = read_text_file(file);
    if (!text) {
      complain(text.error().text());
      return false;
    }
    reader(file, *text);
  }
  return true;
}

bool import_actors(ImportRun& run, LayOverCounts& counts) {
  if (run.options.actors.empty()) return true;
  ActorDictionary actors;
  if (!read_files(run.options.actors, [&](const std::string& file, const std::string& text) { actors.read(file, text, run.options.family, run.report); })) return false;
  run.changed.merge(lay_over_actors(run.folder, make_entries(actors, run.options.reading), run.options.only, counts));
  return true;
}

bool import_agents(ImportRun& run, LayOverCounts& counts) {
  if (run.options.agents.empty()) return true;
  AgentDictionary agents;
  if (!read_files(run.options.agents, [&](const std::string& file, const std::string& text) { agents.read(file, text, run.options.family, run.report); })) return false;
  run.changed["agents.txt"] = lay_over_agents(run.folder["agents.txt"], agents, run.options.only, counts);
  return true;
}

// The first fields of a code table: codes that the ontology knows, or those that combine with an inner act.
bool read_codes(const fs::path& path, std::set<std::string>& codes) {
  Faults faults;
  const auto table = Table::read(path.string(), path.filename().string(), faults);
  if (!table || !faults.empty()) {
    complain(table ? faults.text() : table.error().text());
    return false;
  }
  for (const Row& row : table->rows()) codes.emplace(row.at(0).text);
  return true;
}

// "x_CAMEO_2_0.txt": the name of our file for one of theirs, and of two alike the second with a number.
std::string name_for(const std::string& folder, const std::string& file, const DictionaryTexts& taken) {
  const std::string stem = folder + "/x_" + fs::path(file).stem().string();
  std::string name = stem + ".txt";
  for (int i = 2; taken.contains(name); ++i) name = stem + "_" + std::to_string(i) + ".txt";
  return name;
}

struct VerbCounts {
  std::size_t whole = 0;
  std::size_t lossy = 0;
  std::size_t left_out = 0;
};

bool import_verbs(ImportRun& run, VerbCounts& counts) {
  if (run.options.verbs.empty()) return true;
  VerbImportOptions options;
  options.dialect = run.options.family == DictionaryFamily::kPetrarch2 ? VerbDialect::kTree : VerbDialect::kLinear;
  const fs::path ontology(run.options.ontology);
  if (!read_codes(ontology / "cameo.txt", options.codes) || !read_codes(ontology / "combine.txt", options.outer_codes)) return false;
  Faults faults;
  const std::string words = default_text_folder("lexicon") + "/import/function_words.txt";
  const auto table = Table::read(words, "import/function_words.txt", faults);
  if (!table) {
    complain(table.error().text());
    return false;
  }
  const FunctionWords functions = FunctionWords::read(*table, faults);
  int number = 1;
  return read_files(run.options.verbs, [&](const std::string& file, const std::string& text) {
    options.prefix = number == 1 ? "x_" : "x" + std::to_string(number) + "_";
    ++number;
    ImportedVerbs verbs = bayhaqi::import_verbs(file, text, functions, options, run.report);
    run.changed[name_for("events/frames", file, run.changed)] = std::move(verbs.frames);
    run.changed[name_for("events/sets", file, run.changed)] = std::move(verbs.sets);
    counts.whole += verbs.whole;
    counts.lossy += verbs.lossy;
    counts.left_out += verbs.left_out;
  });
}

bool import_phrases(ImportRun& run) {
  return read_files(run.options.discards, [&](const std::string& file, const std::string& text) { run.changed[name_for("events/discards", file, run.changed)] = import_discards(file, text, run.options.family, run.report); }) &&
         read_files(run.options.issues, [&](const std::string& file, const std::string& text) { run.changed[name_for("events/issues", file, run.changed)] = import_issues(file, text, run.report); });
}

void print_summary(const ImportReport& report, const LayOverCounts& counts, const VerbCounts& verbs) {
  fmt::print(stderr, "{} lines: {} imported, {} left out, {} blank or comments\n", report.lines, report.imported, report.skipped, report.comments);
  if (verbs.whole + verbs.lossy + verbs.left_out > 0) fmt::print(stderr, "{} codes of verbs and patterns: {} whole, {} with something lost, {} left out\n", verbs.whole + verbs.lossy + verbs.left_out, verbs.whole, verbs.lossy, verbs.left_out);
  if (counts.entries > 0) fmt::print(stderr, "{} actors ({} in place of others, {} names taken from others, {} names that countries.txt has already)\n", counts.entries, counts.in_place, counts.names_taken, counts.left_alone);
  if (counts.agents > 0) fmt::print(stderr, "{} agents ({} in place of others)\n", counts.agents, counts.agents_replaced);
}

// Everything of the folder that is not replaced, then what changed. Written beside the target and moved there as a whole: an
// import that is cut short leaves no folder that looks finished.
bool write_target(const ImportRun& run) {
  const fs::path target = run.options.target;
  fs::path building = target.has_filename() ? target : target.parent_path();
  building += ".part";
  std::error_code error;
  const auto give_up = [&](const std::string& why) {
    complain(why);
    std::error_code ignored;
    fs::remove_all(building, ignored);
    return false;
  };
  fs::remove_all(building, error);
  fs::create_directories(building, error);
  if (!error) fs::copy(run.options.onto, building, fs::copy_options::recursive | fs::copy_options::overwrite_existing, error);
  if (error) return give_up(run.options.target + ": " + error.message());
  if (run.options.only && !run.options.actors.empty()) fs::remove_all(building / "actors", error);
  if (run.options.only && !run.options.verbs.empty()) {  // the classifier's lines stay: it is no dictionary
    for (const auto& file : fs::directory_iterator(building / "events/frames", error)) {
      if (file.path().filename() != "model.txt") fs::remove(file.path(), error);
    }
  }
  if (const auto written = write_dictionary_folder(building.string(), run.changed); !written) return give_up(written.error().text());
  fs::rename(building, target, error);
  if (error) return give_up(run.options.target + ": " + error.message());
  return true;
}

bool check_target(const ImportOptions& options) {
  const CompiledLexicon compiled = compile_lexicon(options.target, options.ontology);
  if (compiled.faults.empty()) return true;
  complain(options.target + ": the dictionaries have faults\n" + compiled.faults.text());
  return false;
}

int import(ImportOptions options) {
  options.family = kFamilies.at(options.from);
  options.reading = kReadings.at(options.dates);
  if (options.onto.empty()) options.onto = default_text_folder("lexicon");
  if (options.ontology.empty()) options.ontology = default_text_folder("ontology");
  std::error_code error;
  if (options.actors.empty() && options.agents.empty() && options.verbs.empty() && options.discards.empty() && options.issues.empty()) {
    complain("nothing to import: give --actors, --agents, --verbs, --discards or --issues");
    return kUsageError;
  }
  for (const std::string& folder : {options.onto, options.ontology}) {
    if (fs::is_directory(folder, error)) continue;
    complain(folder + ": no such folder");
    return kUsageError;
  }
  if (fs::exists(options.target, error) && !(fs::is_directory(options.target, error) && fs::is_empty(options.target, error))) {
    complain(options.target + ": is there already; the folder has to be new or empty");
    return kUsageError;
  }
  ImportRun run{options, {}, {}, {}};
  auto folder = read_dictionary_folder(options.onto, [](std::string_view name) { return name.starts_with("actors/") || name == "agents.txt" || name == "countries.txt"; });
  if (!folder) {
    complain(folder.error().text());
    return kSomeFailed;
  }
  run.folder = std::move(*folder);
  LayOverCounts counts;
  VerbCounts verbs;
  if (!import_actors(run, counts) || !import_agents(run, counts) || !import_verbs(run, verbs) || !import_phrases(run) || !write_target(run)) return kSomeFailed;
  if (!put(run.report.faults.text())) return kSomeFailed;
  print_summary(run.report, counts, verbs);
  if (!check_target(options)) return kSomeFailed;
  return run.report.skipped == 0 ? kDone : kSomeFailed;
}

}  // namespace

Run add_lexicon_import(CLI::App& app) {
  auto options = std::make_shared<ImportOptions>();
  app.add_option("--from", options->from, "Whose dictionaries: tabari, petrarch or petrarch2")->required()->check(CLI::IsMember({"petrarch", "petrarch2", "tabari"}))->option_text("FAMILY REQUIRED");
  app.add_option("--actors", options->actors, "Actor dictionaries, in the order in which they are to be read");
  app.add_option("--agents", options->agents, "Agent dictionaries");
  app.add_option("--verbs", options->verbs, "Verb dictionaries: linear patterns of TABARI and PETRARCH, tree patterns of PETRARCH2");
  app.add_option("--discards", options->discards, "Discard lists");
  app.add_option("--issues", options->issues, "Issue lists");
  app.add_option("--dates", options->dates, "How dated codes are read: petrarch or petrarch2")->check(CLI::IsMember({"petrarch", "petrarch2"}))->option_text("WHOSE [petrarch]");
  app.add_option("--onto", options->onto, "Folder that is laid over; else the program's own");
  app.add_option("--ontology", options->ontology, "Folder of the code tables");
  app.add_flag("--only", options->only, "Keep nothing of the folder's own actors (agents, frames) where actors (agents, verbs) are imported");
  app.add_option("target", options->target, "The folder that is made")->required();
  return [options] { return import(*options); };
}

}  // namespace bayhaqi::cli
