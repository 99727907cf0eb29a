#include "lexicon_find_command.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <limits>
#include <optional>

#include "base/civil_date.h"
#include "base/utf8.h"
#include "bayhaqi/coder.h"
#include "data_files.h"
#include "layer_text.h"
#include "lexicon_import/dictionary_folder.h"
#include "lexicon_tools/look_up.h"
#include "lexicon_tools/nearest_names.h"
#include "pipeline/loaded.h"
#include "terminal.h"

namespace bayhaqi::cli {

namespace fs = std::filesystem;

namespace {

constexpr std::int32_t kLatestDay = std::numeric_limits<std::int32_t>::max() - 1;
constexpr std::size_t kNearest = 5;
constexpr std::array<std::string_view, 9> kTypes = {"name", "surname", "country", "adjective", "people", "capital", "agent", "modifier", "reference"};
constexpr std::array<std::string_view, 14> kKinds = {"country", "person", "group", "party", "organisation", "ngo", "seat", "media", "agency", "force", "company", "court", "legislature", "ministry"};

bool holds_actors(std::string_view name) {
  return name.starts_with("actors/") || name == "countries.txt" || name == "agents.txt" || name == "agent_modifiers.txt" || name == "references.txt";
}

std::string range_text(std::int32_t from, std::int32_t to) {
  const std::string first = from == std::numeric_limits<std::int32_t>::min() ? "" : to_iso(civil_from_days(from));
  const std::string last = to == std::numeric_limits<std::int32_t>::max() ? "" : to_iso(civil_from_days(to));
  return first + ".." + last;
}

std::string_view code_or_none(const std::string& code) { return code.empty() ? "nobody" : std::string_view(code); }

std::string office_text(const OfficeLine& office) {
  std::string text = fmt::format("    {} {}", office.decides ? ">" : " ", code_or_none(office.code));
  if (!office.role.empty()) text += " " + office.role;
  text += office.dated ? " " + range_text(office.from, office.to) : std::string(" at all other times");
  return text + "\n";
}

std::string candidate_text(const Candidate& each, const FileNames& files) {
  const bool entry = each.type != LexemeType::kAgent && each.type != LexemeType::kModifier && each.type != LexemeType::kReference;
  const std::string_view type = kTypes[static_cast<std::size_t>(each.type)];
  const std::string place = files.text(each.rule.file, each.rule.line);
  if (!entry) return fmt::format("  {} {}{}, from '{}', {}\n", type, each.code.empty() ? "=" : each.code, each.plural ? " (plural)" : "", each.name, place);
  std::string text = fmt::format("  {}: {} of {} ({} {}), {}\n", code_or_none(each.code), type, each.name, kKinds[static_cast<std::size_t>(each.kind)], each.key, place);
  if (!each.holds) text += fmt::format("    the name holds {} only\n", range_text(each.from, each.to));
  if (each.needs_support) text += "    counts only where the text supports it: the full name, a title or the country nearby\n";
  if (each.all_caps) text += "    only in capitals\n";
  if (each.former) text += "    no office on that day: the country of the nearest one, ELI for a person\n";
  if (each.offices.size() > 1 || each.offices.front().dated || !each.offices.front().role.empty()) {
    for (const OfficeLine& office : each.offices) text += office_text(office);
  }
  return text;
}

// The words as an article of their own.
std::string coded_as(const Resources& resources, const FindOptions& options) {
  Document document;
  document.article.text = options.words;
  document.article.published = options.date;
  Workspace workspace;
  Coder(resources).code(document, workspace, "actors");
  std::string text;
  for (const Actor& actor : document.actors) {
    if (!actor.code.empty()) text += (text.empty() ? "" : "; ") + actor.code + " (" + actor.name + ")";
  }
  return text.empty() ? "nobody" : text;
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

std::size_t find_lines(const FindOptions& options) {
  std::size_t found = 0;
  for (const auto& [folder, name] : {std::pair(options.lexicon, std::string("lexicon/")), std::pair(options.ontology, std::string("ontology/")), std::pair(options.added, fs::path(options.added).filename().string() + "/")}) {
    if (folder.empty()) continue;
    const auto files = list_text_files(folder);
    if (!files) {
      complain(files.error().text());
      continue;
    }
    for (const std::string& file : *files) {
      if (!holds_actors(file)) found += find_in(fs::path(folder) / file, name + file, folded(options.words));
    }
  }
  return found;
}

void print_nearest(const FindOptions& options) {
  const auto texts = read_dictionary_folder(options.lexicon, holds_actors);
  if (!texts) return;
  const auto near = nearest_names(*texts, options.words, kNearest);
  if (!near.empty() && !put("nearest:\n")) return;
  for (const NearName& each : near) {
    if (!put(fmt::format("  {}, {}\n", each.name, each.place))) return;
  }
}

}  // namespace

int find_in_lexicon(const FindOptions& given) {
  const auto day = given.date.empty() ? std::optional<std::int32_t>(kLatestDay) : last_day_of(given.date);
  if (!day) {
    complain("--date: expected YYYY, YYYY-MM or YYYY-MM-DD, found '" + given.date + "'");
    return kUsageError;
  }
  const auto resources = load_resources({.lexicon_folder = given.lexicon, .ontology_folder = given.ontology, .added_folder = given.added, .model = {}});
  if (!resources) {
    complain(resources.error().text());
    return kSomeFailed;
  }
  FindOptions options = given;
  if (!given.date.empty()) options.date = to_iso(civil_from_days(*day));
  if (options.lexicon.empty()) options.lexicon = default_text_folder("lexicon");
  if (options.ontology.empty()) options.ontology = default_text_folder("ontology");
  const auto parts = look_up(resources->loaded().actors, options.words, *day);
  const bool any = std::ranges::any_of(parts, [](const FoundWords& part) { return !part.candidates.empty(); });
  const bool all = std::ranges::all_of(parts, [](const FoundWords& part) { return !part.candidates.empty(); });
  std::string text;
  if (any) {
    text = fmt::format("{}{}: {}\n", options.words, options.date.empty() ? "" : " on " + options.date, coded_as(*resources, options));
    for (const FoundWords& part : parts) {
      text += fmt::format("'{}'{}\n", part.words, part.candidates.empty() ? ": in no actor dictionary" : "");
      for (const Candidate& each : part.candidates) text += candidate_text(each, resources->loaded().files);
    }
  }
  if (!put(text)) return kSomeFailed;
  const std::size_t lines = find_lines(options);
  if (!all && lines == 0) print_nearest(options);
  if (any || lines > 0) return kDone;
  complain("no entry holds '" + options.words + "'");
  return kSomeFailed;
}

}  // namespace bayhaqi::cli
