#include "lexicon_import/lay_over.h"

#include <algorithm>
#include <set>
#include <unordered_set>

#include "base/utf8.h"
#include "lexicon_import/agent_kinds.h"
#include "lexicon_import/dictionary_lines.h"
#include "lexicon_import/written_name.h"

namespace bayhaqi {

namespace {

std::string base_name(const std::string& path) { return path.substr(path.rfind('/') + 1); }

std::string text_at(const DictionaryTexts& texts, const std::string& name) {
  const auto found = texts.find(name);
  return found == texts.end() ? std::string() : found->second;
}

// Comment lines at the top of a file.
std::string opening_of(const std::string& text) {
  std::string opening;
  for (const std::string& line : lines_of(text)) {
    if (!line.starts_with('#')) break;
    opening += line + "\n";
  }
  return opening;
}

class ActorLayer {
 public:
  ActorLayer(const DictionaryTexts& folder, std::vector<ActorEntry> entries, bool only, LayOverCounts& counts)
      : folder_(folder), base_(folder), kinds_(text_at(folder, "agents.txt")), entries_(std::move(entries)), only_(only), counts_(counts) {}

  DictionaryTexts run() {
    if (!only_) leave_countries();
    find_shared();
    for (std::size_t i = 0; i < entries_.size(); ++i) settle(i);
    DictionaryTexts out;
    if (only_) out["countries.txt"] = opening_of(text_at(folder_, "countries.txt"));
    else out = base_.texts();
    for (const auto& [file, lines] : written()) out[file] = file_text(file, lines, out);
    return out;
  }

 private:
  void leave_countries() {
    for (ActorEntry& entry : entries_) {
      if (entry.only_code.empty()) continue;
      counts_.left_alone += std::erase_if(entry.names, [&](const std::string& name) { return base_.country_named(name_identity(name)) == entry.only_code; });
    }
    std::erase_if(entries_, [](const ActorEntry& entry) { return entry.names.empty(); });
  }

  void find_shared() {
    shared_.resize(entries_.size());
    for (std::size_t i = 0; i < entries_.size(); ++i) {
      for (const std::string& name : entries_[i].names) {
        for (const std::uint32_t b : base_.with_name(name_identity(name))) {
          shared_[i].insert(b);
          claims_[b].insert(i);
        }
      }
    }
  }

  void settle(std::size_t i) {
    ActorEntry& entry = entries_[i];
    const auto& shared = shared_[i];
    if (shared.size() == 1) entry.kind = base_.entry(*shared.begin()).kind;
    if (entry.kind.empty()) entry.kind = kinds_.of_actor(entry);
    if (!only_ && shared.size() == 1 && claims_[*shared.begin()].size() == 1) {
      take_place(entry, base_.entry(*shared.begin()));
    } else {
      if (!only_) take_names(entry, shared);
      const std::string key = entry.key;
      for (int n = 2; (!only_ && base_.has_key(entry.key)) || !keys_.insert(entry.key).second; ++n) entry.key = key + "_" + std::to_string(n);
    }
    ++counts_.entries;
  }

  void take_place(ActorEntry& entry, BaseActors::Entry& old) {
    std::unordered_set<std::string> known;
    std::vector<std::string> names = old.names;
    for (const std::string& name : names) known.insert(name_identity(bare_name(name)));
    for (const std::string& name : entry.names) {
      if (known.insert(name_identity(name)).second) names.push_back(name);
    }
    for (std::string& name : names) {  // a name that needed support stands without now if the import has it
      const bool imported = std::ranges::any_of(entry.names, [&](const std::string& other) { return name_identity(other) == name_identity(bare_name(name)); });
      if (imported) name = bare_name(name);
    }
    entry.names = std::move(names);
    entry.key = old.key;
    entry.wikidata = old.wikidata;
    old.removed = true;
    ++counts_.in_place;
  }

  void take_names(const ActorEntry& entry, const std::set<std::uint32_t>& shared) {
    for (const std::uint32_t b : shared) {
      for (const std::string& name : entry.names) {
        const std::size_t before = base_.entry(b).names.size();
        base_.take_name(b, name_identity(name));
        counts_.names_taken += before - base_.entry(b).names.size();
      }
    }
  }

  // Lines by file, sorted by key.
  std::map<std::string, std::map<std::string, std::string>> written() const {
    std::map<std::string, std::map<std::string, std::string>> files;
    for (const ActorEntry& entry : entries_) files["actors/imported/" + key_of_name(base_name(entry.file)) + ".txt"][entry.key] = entry_line(entry);
    return files;
  }

  // A file of an earlier import keeps what is left of it.
  static std::string file_text(const std::string& file, std::map<std::string, std::string> lines, const DictionaryTexts& out) {
    const std::string before = text_at(out, file);
    for (const std::string& line : lines_of(before)) {
      if (!line.empty() && !line.starts_with('#')) lines.try_emplace(std::string(without_blanks(line.substr(0, line.find('|')))), line);
    }
    std::string text = opening_of(before);
    if (text.empty()) text = "# Actors imported by bayhaqi lexicon import.\n# Format: key | kind | names | offices with their dates ('-': nobody) | wikidata\n# Source: the dictionary that the file is named after.\n";
    for (const auto& [key, line] : lines) text += line + "\n";
    return text;
  }

  const DictionaryTexts& folder_;
  BaseActors base_;
  AgentKinds kinds_;
  std::vector<ActorEntry> entries_;
  bool only_;
  LayOverCounts& counts_;
  std::vector<std::set<std::uint32_t>> shared_;            // entries of the folder by imported entry
  std::map<std::uint32_t, std::set<std::size_t>> claims_;  // and the other way round
  std::set<std::string> keys_;
};

std::string agent_line(const ImportedAgent& agent, const AgentKinds& kinds) {
  const std::string code = agent.prefix ? agent.code + "~" : "~" + agent.code;
  const std::string kind = agent.prefix ? "body" : kinds.of(agent.words);  // what stands before an actor is an organisation: NGO, MNC
  return lowered(agent.words) + " | " + lowered(agent.plural) + " | " + code + " | " + kind + " |";
}

}  // namespace

DictionaryTexts lay_over_actors(const DictionaryTexts& folder, std::vector<ActorEntry> entries, bool only, LayOverCounts& counts) {
  return ActorLayer(folder, std::move(entries), only, counts).run();
}

std::string lay_over_agents(const std::string& agents_text, const AgentDictionary& agents, bool only, LayOverCounts& counts) {
  const AgentKinds kinds(agents_text);
  std::unordered_set<std::string> imported;
  std::map<std::string, std::string> lines;
  for (const ImportedAgent& agent : agents.agents()) {
    imported.insert(name_identity(agent.words));
    if (!agent.plural.empty()) imported.insert(name_identity(agent.plural));
    lines[lowered(agent.words)] = agent_line(agent, kinds);
    ++counts.agents;
  }
  for (const std::string& line : lines_of(agents_text)) {
    if (only || without_blanks(line).empty() || line.front() == '#') continue;
    auto fields = pieces_of(line, '|');
    fields.resize(5);
    if (imported.contains(name_identity(fields[0]))) {
      ++counts.agents_replaced;
      continue;
    }
    std::string plurals;
    for (const std::string& plural : pieces_of(fields[1], ';')) {
      if (!imported.contains(name_identity(plural))) plurals += (plurals.empty() ? "" : "; ") + plural;
    }
    const std::string kept = fields[0] + " | " + plurals + " | " + fields[2] + " | " + fields[3] + " |" + (fields[4].empty() ? "" : " " + fields[4]);
    lines.try_emplace(fields[0], kept);
  }
  std::string text = opening_of(agents_text) + "# With agents that bayhaqi lexicon import took over ('~': put before or behind the actor's code).\n";
  for (const auto& [phrase, line] : lines) text += line + "\n";
  return text;
}

}  // namespace bayhaqi
