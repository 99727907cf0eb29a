// Reads the actor dictionaries and packs them; see docs/lexicon.md for their formats.
#include <algorithm>
#include <array>
#include <charconv>
#include <limits>
#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "actor/actor_lexicon.h"
#include "actor/affixes.h"
#include "actor/antecedents.h"
#include "base/civil_date.h"
#include "base/utf8.h"

namespace bayhaqi {

namespace {

constexpr std::int32_t kEarliest = std::numeric_limits<std::int32_t>::min();
constexpr std::int32_t kLatest = std::numeric_limits<std::int32_t>::max();

struct NamedClass {
  std::string_view name;
  WordTrait bit;
};
constexpr std::array<NamedClass, 2> kNameClasses = {{{"f", kFemaleName}, {"m", kMaleName}}};
constexpr std::array<NamedClass, 16> kWordClasses = {{{"abroad", kAbroadWord},
                                                     {"abstract", kAbstractWord},
                                                     {"befall", kBefallVerb},
                                                     {"f", kFemaleWord},
                                                     {"firm", kFirmWord},
                                                     {"human", kHumanWord},
                                                     {"learning", kLearningWord},
                                                     {"lying", kLyingWord},
                                                     {"m", kMaleWord},
                                                     {"match", kMatchVerb},
                                                     {"money", kMoneyWord},
                                                     {"named", kNamedWord},
                                                     {"owned", kOwnedWord},
                                                     {"society", kSocietyWord},
                                                     {"sport", kSportWord},
                                                     {"state", kStateWord}}};

std::string names_of(std::span<const NamedClass> classes) {
  std::string names;
  for (const NamedClass& each : classes) names += " " + std::string(each.name);
  return names;
}

class Strings {
 public:
  Strings() { put(""); }
  std::uint32_t put(std::string_view text) {
    const auto [place, fresh] = offsets_.try_emplace(std::string(text), static_cast<std::uint32_t>(bytes_.size()));
    if (fresh) bytes_.append(text).push_back('\0');
    return place->second;
  }
  [[nodiscard]] std::string_view bytes() const { return bytes_; }
  [[nodiscard]] std::string_view at(std::uint32_t offset) const { return bytes_.c_str() + offset; }

 private:
  std::string bytes_;
  std::unordered_map<std::string, std::uint32_t> offsets_;
};

struct Dates {
  std::int32_t from = kEarliest;
  std::int32_t to = kLatest;
  bool given = false;
};

bool looks_dated(std::string_view word) { return word.find("..") != std::string_view::npos || (word.size() == 4 && word.find_first_not_of("0123456789") == std::string_view::npos); }

constexpr std::size_t kLongestCode = 24;

bool is_code(std::string_view text) {
  if (text.size() < 3 || text.size() > kLongestCode) return false;
  return text.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == std::string_view::npos;
}

bool is_acronym(std::string_view name) {
  int letters = 0;
  for (const char c : name) {
    if (c >= 'A' && c <= 'Z') ++letters;
    else if (c != '.' && c != '-' && (c < '0' || c > '9')) return false;
  }
  return letters >= 2;
}

class Compiler {
 public:
  explicit Compiler(LexiconSource& source) : source_(source) {}

  void run() {
    read_countries();
    for (const std::string& name : source_.list_lexicon("actors")) read_actors(name);
    read_agents();
    read_modifiers("agent_modifiers.txt", LexemeType::kModifier);
    read_modifiers("references.txt", LexemeType::kReference);
    read_classes("first_names.txt", kNameClasses);
    read_classes("word_classes.txt", kWordClasses);
    read_words_of_saying();
    read_verbs_of_deeds();
    read_antecedents();
    read_publishers();
    write();
  }

 private:
  // "2001..2003-05", "1999", ".."; a fault and no dates otherwise.
  Dates read_dates(const Table& table, const Row& row, Field field) {
    Dates dates;
    if (field.text.empty()) return dates;
    dates.given = true;
    const std::size_t dots = field.text.find("..");
    const std::string_view from = field.text.substr(0, dots);
    const std::string_view to = dots == std::string_view::npos ? from : field.text.substr(dots + 2);
    if (!from.empty()) {
      if (const auto day = first_day_of(from)) dates.from = *day;
      else table.fault(row, field, "expected a date YYYY, YYYY-MM or YYYY-MM-DD, found '" + std::string(from) + "'", source_.faults());
    }
    if (!to.empty()) {
      if (const auto day = last_day_of(to)) dates.to = *day;
      else table.fault(row, field, "expected a date YYYY, YYYY-MM or YYYY-MM-DD, found '" + std::string(to) + "'", source_.faults());
    }
    if (dates.from > dates.to) table.fault(row, field, "expected a range that ends after it begins, found '" + std::string(field.text) + "'", source_.faults());
    return dates;
  }

  // A name, possibly with a trailing date range and a trailing '*'.
  void add_name(const Table& table, const Row& row, Field field, LexemeType type, std::uint32_t target, bool plural = false) {
    Dates dates;
    const std::size_t blank = field.text.rfind(' ');
    if (type != LexemeType::kAgent && type != LexemeType::kModifier && type != LexemeType::kReference && blank != std::string_view::npos && field.text.find("..", blank) != std::string_view::npos) {
      dates = read_dates(table, row, {field.text.substr(blank + 1), field.column + static_cast<std::uint32_t>(blank) + 1});
      field.text = field.text.substr(0, blank);
    }
    LexemeRecord lexeme;
    lexeme.target = target;
    lexeme.from = dates.from;
    lexeme.to = dates.to;
    lexeme.type = type;
    lexeme.plural = plural;
    std::string_view name = field.text;
    if (name.ends_with('*')) {
      lexeme.needs_support = true;
      name.remove_suffix(1);
    }
    lexeme.all_caps = is_acronym(name);
    std::vector<std::string> words = phrase_words(name);
    if (words.empty()) {
      table.fault(row, field, "expected a name, found nothing", source_.faults());
      return;
    }
    words_.add(words, static_cast<std::uint32_t>(lexemes_.size()));
    lexemes_.push_back(lexeme);
    if (words.size() > 1 && name.starts_with("the ")) {  // "The Hindu" keeps its article
      words.erase(words.begin());
      words_.add(words, static_cast<std::uint32_t>(lexemes_.size() - 1));
    }
  }

  void add_names(const Table& table, const Row& row, Field list, LexemeType type, std::uint32_t target) {
    for (const Field& name : split_field(list, ';')) add_name(table, row, name, type, target);
  }

  std::uint32_t add_entry(const Table& table, const Row& row, EntryKind kind, std::string_view key, std::string_view name) {
    EntryRecord entry;
    entry.key = strings_.put(key);
    entry.name = strings_.put(name.ends_with('*') ? name.substr(0, name.size() - 1) : name);
    entry.first_office = static_cast<std::uint32_t>(offices_.size());
    entry.line = row.line;
    entry.file = source_.file_number(table.name(row));
    entry.kind = kind;
    entries_.push_back(entry);
    return static_cast<std::uint32_t>(entries_.size() - 1);
  }

  void add_office(std::uint32_t entry, std::string_view code, std::string_view role, const Dates& dates) {
    OfficeRecord office;
    office.code = strings_.put(code);
    office.role = strings_.put(role);
    office.from = dates.from;
    office.to = dates.to;
    office.dated = dates.given ? 1 : 0;
    offices_.push_back(office);
    ++entries_[entry].office_count;
  }

  void read_countries() {
    const Table table = source_.read_lexicon("countries.txt");
    table.expect_sorted(source_.faults());
    for (const Row& row : table.rows()) {
      const Field code = row.at(0);
      if (code.text.size() != 3 || !is_code(code.text)) table.fault(row, code, "expected a code of three capitals, found '" + std::string(code.text) + "'", source_.faults());
      const auto names = split_field(row.at(1), ';');
      if (names.empty()) table.fault(row, row.at(1), "expected a name, found nothing", source_.faults());
      const std::uint32_t entry = add_entry(table, row, EntryKind::kCountry, code.text, names.empty() ? code.text : names.front().text);
      add_office(entry, code.text, "", {});
      add_names(table, row, row.at(1), LexemeType::kCountry, entry);
      add_names(table, row, row.at(2), LexemeType::kAdjective, entry);
      add_names(table, row, row.at(3), LexemeType::kPeople, entry);
      add_names(table, row, row.at(4), LexemeType::kCapital, entry);
      read_dates(table, row, row.at(7));
      countries_.push_back(entry);
    }
  }

  void read_offices(const Table& table, const Row& row, std::uint32_t entry) {
    for (const Field& office : split_field(row.at(3), ';')) {
      std::string_view text = office.text;
      const std::size_t blank = text.find(' ');
      const std::string_view code = text.substr(0, blank);
      const bool nobody = code == "-";  // known, and no actor then
      if (!nobody && !is_code(code)) {
        table.fault(row, office, "expected 'CODE role from..to', found '" + std::string(text) + "'", source_.faults());
        continue;
      }
      std::string_view rest = blank == std::string_view::npos ? std::string_view{} : text.substr(blank + 1);
      Dates dates;
      const std::size_t last = rest.rfind(' ');
      const std::string_view tail = last == std::string_view::npos ? rest : rest.substr(last + 1);
      if (looks_dated(tail)) {
        dates = read_dates(table, row, {tail, office.column + static_cast<std::uint32_t>(tail.data() - text.data())});
        rest = last == std::string_view::npos ? std::string_view{} : rest.substr(0, last);
      }
      add_office(entry, nobody ? std::string_view{} : code, rest, dates);
    }
  }

  void read_actors(const std::string& name) {
    const Table table = source_.read_lexicon(name);
    table.expect_sorted(source_.faults());
    for (const Row& row : table.rows()) {
      const auto kind = kind_of_name(row.at(1).text);
      if (!kind || *kind == EntryKind::kCountry) {
        table.fault(row, row.at(1), "expected a kind of actor, found '" + std::string(row.at(1).text) + "'", source_.faults());
        continue;
      }
      const auto names = split_field(row.at(2), ';');
      if (names.empty() || row.at(3).text.empty()) {
        table.fault(row, row.at(2), "expected names and at least one code", source_.faults());
        continue;
      }
      if (const auto [place, fresh] = keys_.try_emplace(std::string(row.at(0).text), table.name(row) + ":" + std::to_string(row.line)); !fresh && (&row == &table.rows().front() || (&row - 1)->at(0).text != row.at(0).text)) {  // of neighbours it is told already
        table.fault(row, row.at(0), "'" + std::string(row.at(0).text) + "' is there already, in " + place->second, source_.faults());
      }
      const std::uint32_t entry = add_entry(table, row, *kind, row.at(0).text, names.front().text);
      entries_[entry].wikidata = strings_.put(row.at(4).text);
      read_offices(table, row, entry);
      for (const Field& each : names) add_name(table, row, each, LexemeType::kName, entry);
      if (entries_[entry].kind == EntryKind::kPerson) add_surnames(table, row, names, entry);
    }
  }

  // The last word of each full name, as a name that needs support. Name particles stay with it ("al-Assad", "bin Salman" are
  // also written without, so both are added).
  void add_surnames(const Table& table, const Row& row, const std::vector<Field>& names, std::uint32_t entry) {
    std::vector<std::string> done;
    for (const Field& name : names) {
      std::string_view text = name.text;
      if (text.ends_with('*')) text.remove_suffix(1);
      const std::size_t blank = text.rfind(' ');
      if (blank == std::string_view::npos) continue;
      std::string surname = std::string(text.substr(blank + 1));
      const bool number = surname.find_first_not_of("IVX") == std::string::npos;  // "Charles III"
      if (surname == "Jr." || surname == "Sr." || surname.size() < 2 || number || text.find(" of ") != std::string_view::npos) continue;
      const bool family_first = std::ranges::any_of(names, [&](const Field& other) { return other.text.ends_with('*') && text.starts_with(other.text.substr(0, other.text.size() - 1)) && text[other.text.size() - 1] == ' '; });
      if (family_first) continue;  // "Kim Jong Un" with "Kim*": the last word is no surname
      if (std::find(done.begin(), done.end(), surname) != done.end()) continue;
      done.push_back(surname);
      add_name(table, row, {surname, name.column}, LexemeType::kSurname, entry);
      lexemes_.back().needs_support = true;
      for (const std::string_view particle : {"al-", "Al-", "el-", "El-"}) {
        if (surname.starts_with(particle)) {
          const std::string bare = surname.substr(particle.size());
          add_name(table, row, {bare, name.column}, LexemeType::kSurname, entry);
          lexemes_.back().needs_support = true;
        }
      }
    }
  }

  void read_agents() {
    const Table table = source_.read_lexicon("agents.txt");
    table.expect_sorted(source_.faults());
    for (const Row& row : table.rows()) {
      AgentRecord agent;
      agent.phrase = strings_.put(row.at(0).text);
      std::string_view sector = row.at(2).text;
      if (sector.starts_with('=')) sector.remove_prefix(1);  // takes the sector of what it stands with, else this one
      else sector = bare_affix(sector);
      if (!sector.empty() && !is_code(sector)) table.fault(row, row.at(2), "expected a sector, found '" + std::string(row.at(2).text) + "'", source_.faults());
      agent.sector = strings_.put(row.at(2).text);
      agent.country = strings_.put(row.at(4).text);
      agent.line = row.line;
      agent.file = source_.file_number(table.name(row));
      const std::string_view kind = row.at(3).text;
      if (kind == "person") agent.kind = AgentKind::kPerson;
      else if (kind == "body") agent.kind = AgentKind::kBody;
      else if (kind == "people") agent.kind = AgentKind::kPeople;
      else table.fault(row, row.at(3), "expected 'person', 'body' or 'people', found '" + std::string(kind) + "'", source_.faults());
      const auto target = static_cast<std::uint32_t>(agents_.size());
      agents_.push_back(agent);
      add_name(table, row, row.at(0), LexemeType::kAgent, target, agent.kind == AgentKind::kPeople);
      for (const Field& plural : split_field(row.at(1), ';')) {
        if (plural.text != row.at(0).text) add_name(table, row, plural, LexemeType::kAgent, target, true);
      }
    }
  }

  void read_modifiers(std::string_view file, LexemeType type) {
    const Table table = source_.read_lexicon(file);
    table.expect_sorted(source_.faults());
    for (const Row& row : table.rows()) {
      ModifierRecord modifier;
      modifier.word = strings_.put(row.at(0).text);
      modifier.effect = strings_.put(row.at(1).text);
      modifier.countries = strings_.put(row.at(2).text);
      modifier.line = row.line;
      modifier.file = source_.file_number(table.name(row));
      if (row.at(1).text.empty()) table.fault(row, row.at(1), "expected an effect, found nothing", source_.faults());
      modifiers_.push_back(modifier);
      add_name(table, row, row.at(0), type, static_cast<std::uint32_t>(modifiers_.size() - 1));
    }
  }

  void read_classes(std::string_view file, std::span<const NamedClass> known) {
    const Table table = source_.read_optional(file);
    table.expect_sorted(source_.faults());
    for (const Row& row : table.rows()) {
      for (const Field& name : split_field(row.at(1), ';')) {
        const auto found = std::ranges::find(known, name.text, &NamedClass::name);
        if (found == known.end()) table.fault(row, name, "expected one of" + names_of(known) + ", found '" + std::string(name.text) + "'", source_.faults());
        else classes_.add(std::vector<std::string>{std::string(row.at(0).text)}, found->bit);
      }
    }
  }

  // compile_statements() checks the file; here only its lemmas count.
  void read_words_of_saying() {
    const Table table = source_.read_optional("speech/verbs.txt");
    for (const Row& row : table.rows()) {
      if (row.at(3).text.find("quote") != std::string_view::npos) classes_.add(std::vector<std::string>{std::string(row.at(0).text)}, kSayingWord);
    }
  }

  // Verbs whose subject the dictionary of events takes for a party. compile_events() checks the files.
  void read_verbs_of_deeds() {
    std::set<std::string, std::less<>> verbs;
    std::map<std::string, std::vector<std::string>, std::less<>> sets;
    for (const std::string& name : source_.list_optional("events/sets")) {
      const Table table = source_.read_optional(name);
      for (const Row& row : table.rows()) {
        for (const Field& each : split_field(row.at(1), ';')) sets[std::string(row.at(0).text)].emplace_back(each.text);
      }
    }
    for (const std::string& name : source_.list_optional("events/frames")) {
      const Table table = source_.read_optional(name);
      for (const Row& row : table.rows()) {
        const std::string_view pattern = row.at(0).text;
        const std::string_view word = pattern.substr(0, pattern.find('/'));
        if (!pattern.substr(word.size()).starts_with("/v") || !row.at(2).text.starts_with("subj")) continue;
        if (const auto set = sets.find(word); set != sets.end()) verbs.insert(set->second.begin(), set->second.end());
        else verbs.emplace(word);
      }
    }
    for (const std::string& verb : verbs) classes_.add(std::vector<std::string>{verb}, kDeedVerb);
  }

  void read_publishers() {
    const Table table = source_.read_optional("publishers.txt");
    table.expect_sorted(source_.faults());
    for (const Row& row : table.rows()) {
      const auto entry = std::ranges::find_if(entries_, [&](const EntryRecord& each) { return each.kind == EntryKind::kCountry && strings_.at(each.key) == row.at(1).text; });
      // A country that a folder of one's own lacks has no papers there.
      if (!is_code(row.at(1).text) || row.at(1).text.size() != 3) table.fault(row, row.at(1), "expected the code of a country, found '" + std::string(row.at(1).text) + "'", source_.faults());
      else if (entry != entries_.end()) publishers_.add(std::vector<std::string>{std::string(row.at(0).text)}, static_cast<std::uint32_t>(entry - entries_.begin()));
    }
  }

  void read_antecedents() {
    const Table table = source_.read_optional("antecedents.txt");
    table.expect_sorted(source_.faults());
    antecedent_weights_.assign(kAntecedentFeatures, 0);
    for (const Row& row : table.rows()) {
      std::size_t feature = 0;
      while (feature < kAntecedentFeatures && antecedent_feature_name(feature) != row.at(0).text) ++feature;
      const std::string_view number = row.at(1).text;
      float weight = 0;
      const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), weight);
      if (feature == kAntecedentFeatures) table.fault(row, row.at(0), "expected a feature of antecedents, found '" + std::string(row.at(0).text) + "'", source_.faults());
      else if (error != std::errc() || end != number.data() + number.size()) table.fault(row, row.at(1), "expected a number, found '" + std::string(number) + "'", source_.faults());
      else antecedent_weights_[feature] = weight;
    }
  }

  void write() {
    PackedFileBuilder& out = source_.out();
    words_.write(out, "actor.words");
    classes_.write(out, "actor.classes");
    publishers_.write(out, "actor.publishers");
    out.add("actor.antecedents", antecedent_weights_);
    out.add("actor.lexemes", lexemes_);
    out.add("actor.entries", entries_);
    out.add("actor.offices", offices_);
    out.add("actor.agents", agents_);
    out.add("actor.modifiers", modifiers_);
    out.add("actor.countries", countries_);
    out.add_text("actor.strings", strings_.bytes());
  }

  LexiconSource& source_;
  Strings strings_;
  PhraseTableBuilder words_;
  PhraseTableBuilder classes_;
  PhraseTableBuilder publishers_;
  std::vector<float> antecedent_weights_;
  std::vector<LexemeRecord> lexemes_;
  std::vector<EntryRecord> entries_;
  std::vector<OfficeRecord> offices_;
  std::vector<AgentRecord> agents_;
  std::vector<ModifierRecord> modifiers_;
  std::vector<std::uint32_t> countries_;
  std::unordered_map<std::string, std::string> keys_;
};

}  // namespace

void compile_actors(LexiconSource& source) { Compiler(source).run(); }

}  // namespace bayhaqi
