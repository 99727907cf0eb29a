#include "lexicon_tools/check_folder.h"

#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/civil_date.h"

namespace bayhaqi {

namespace {

constexpr std::array<std::string_view, 17> kSectors = {"BUS", "COP", "CRM", "CVL", "EDU", "ELI", "GOV", "JUD", "LAB", "LEG", "MED", "MIL", "OPP", "PTY", "REB", "REL", "SPY"};
constexpr std::array<std::string_view, 4> kClasses = {"IGO", "IMG", "MNC", "NGO"};

struct Office {
  Field field;
  std::string_view code;
  std::int32_t from = std::numeric_limits<std::int32_t>::min();
  std::int32_t to = std::numeric_limits<std::int32_t>::max();
};

// Only offices with dates at their end that can be read.
std::optional<Office> dated_office(const Field& field) {
  const std::size_t blank = field.text.rfind(' ');
  if (blank == std::string_view::npos) return std::nullopt;
  const std::string_view dates = field.text.substr(blank + 1);
  const std::size_t dots = dates.find("..");
  if (dots == std::string_view::npos) return std::nullopt;
  Office office{field, field.text.substr(0, field.text.find(' '))};
  if (const auto day = first_day_of(dates.substr(0, dots))) office.from = *day;
  if (const auto day = last_day_of(dates.substr(dots + 2))) office.to = *day;
  return office;
}

class ActorCheck {
 public:
  ActorCheck(const std::vector<CheckedFile>& files, Faults& remarks) : remarks_(remarks) {
    for (const CheckedFile& file : files) {
      if (file.name == "countries.txt") read_countries(file.table);
    }
    for (const CheckedFile& file : files) {
      if (file.name.starts_with("actors/")) check_file(file);
      if (file.name == "agents.txt" && file.own) check_agents(file.table);
    }
    tell_codes();
  }

 private:
  void remark(const Table& table, const Row& row, const Field& field, std::string message) { table.fault(row, field, std::move(message), remarks_); }

  void read_countries(const Table& table) {
    for (const Row& row : table.rows()) countries_.emplace(row.at(0).text);
  }

  void check_file(const CheckedFile& file) {
    for (const Row& row : file.table.rows()) {
      check_names(file.table, row, file.own);
      if (file.own) check_offices(file.table, row);
    }
  }

  // A name that counts without support decides nothing where two entries have it.
  void check_names(const Table& table, const Row& row, bool own) {
    std::set<std::string_view> here;
    for (const Field& name : split_field(row.at(2), ';')) {
      if (own && !here.insert(name.text).second) remark(table, row, name, "'" + std::string(name.text) + "' stands twice in this entry");
      if (name.text.ends_with('*') || name.text.find("..") != std::string_view::npos) continue;
      const std::string place = table.name() + ":" + std::to_string(row.line);
      const auto [other, fresh] = names_.try_emplace(std::string(name.text), place);
      if (fresh || other->second == place || !own) continue;
      remark(table, row, name, "'" + std::string(name.text) + "' is also a name in " + other->second + "; with '*' behind it, the text decides which is meant");
    }
  }

  void check_offices(const Table& table, const Row& row) {
    std::vector<Office> dated;
    std::set<std::string_view> once;
    for (const Field& field : split_field(row.at(3), ';')) {
      if (!once.insert(field.text).second) remark(table, row, field, "'" + std::string(field.text) + "' stands twice in this entry");
      note_code(table, row, field, field.text.substr(0, field.text.find(' ')));
      const auto office = dated_office(field);
      if (!office) continue;
      // of offices that hold on a day the one that began last decides, so only those that begin together are in each other's way
      const auto twin = std::ranges::find_if(dated, [&](const Office& each) { return each.code != office->code && each.from == office->from; });
      if (twin != dated.end()) remark(table, row, field, "the dates overlap from the first day with those of '" + std::string(twin->field.text) + "', which has another code; this one counts");
      dated.push_back(*office);
    }
  }

  [[nodiscard]] bool is_known(std::string_view code) const {
    const std::string_view first = code.substr(0, 3);
    return code == "-" || countries_.empty() || countries_.contains(std::string(first)) || std::ranges::find(kSectors, first) != kSectors.end() || std::ranges::find(kClasses, first) != kClasses.end();
  }

  // A code without its country: sectors of three letters.
  [[nodiscard]] static bool known_sectors(std::string_view sectors) {
    for (; sectors.size() >= 3; sectors.remove_prefix(3)) {
      if (std::ranges::find(kSectors, sectors.substr(0, 3)) == kSectors.end()) return false;
    }
    return sectors.empty();
  }

  struct UnknownCode {
    std::size_t count = 0;
    std::string file;
    std::uint32_t line = 0;
    std::uint32_t column = 0;
    std::string message;
  };

  // Each unknown country or sector is told once, where it stands first: dictionaries of other coders have codes of their own.
  void note_code(const Table& table, const Row& row, const Field& field, std::string_view code) {
    std::string message;
    std::string key;
    if (!is_known(code)) {
      key = code.substr(0, 3);
      message = "'" + key + "' of '" + std::string(code) + "' is no code of countries.txt, no sector and no class";
    } else if (countries_.contains(std::string(code.substr(0, 3))) && !known_sectors(code.substr(3))) {
      key = code.substr(3);
      message = "'" + key + "' of '" + std::string(code) + "' is no sector";
    } else {
      return;
    }
    UnknownCode& unknown = unknown_[key];
    if (unknown.count++ == 0) unknown = {1, table.name(), row.line, field.column, std::move(message)};
  }

  void tell_codes() {
    for (auto& [code, unknown] : unknown_) {
      if (unknown.count > 1) unknown.message += " (so in " + std::to_string(unknown.count) + " places)";
      remarks_.add(unknown.file, unknown.line, unknown.column, unknown.message);
    }
  }

  void check_agents(const Table& table) {
    for (const Row& row : table.rows()) {
      std::string_view sector = row.at(2).text;
      const bool joined = sector.starts_with('~') || sector.ends_with('~');
      if (sector.starts_with('=')) sector.remove_prefix(1);
      if (!joined && !sector.empty() && !known_sectors(sector)) note_code(table, row, row.at(2), sector);
      const Field country = row.at(4);
      if (!country.text.empty() && !countries_.empty() && !countries_.contains(std::string(country.text))) remark(table, row, country, "'" + std::string(country.text) + "' is no code of countries.txt");
    }
  }

  Faults& remarks_;
  std::set<std::string> countries_;
  std::unordered_map<std::string, std::string> names_;
  std::map<std::string, UnknownCode> unknown_;
};

}  // namespace

void check_actors(const std::vector<CheckedFile>& files, Faults& remarks) { ActorCheck(files, remarks); }

}  // namespace bayhaqi
