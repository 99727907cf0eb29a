// Text to sections: lexicon/places/{cities,towns,regions,districts,sites,countries}.txt (places), other_names.txt and
// abbreviations.txt (names of those), ambiguous.txt (names that are words or people), words.txt (words around names), and lexicon/countries.txt.

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/utf8.h"
#include "place/gazetteer.h"

namespace bayhaqi {

namespace {

constexpr std::uint32_t kFamous = 400000;  // a city of this size is meant although its name is also a word

constexpr std::uint32_t bit(NameMark mark) { return static_cast<std::uint32_t>(mark); }

std::optional<double> number_of(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::optional<PlacePrecision> precision_of(std::string_view text) {
  if (text == "country") return PlacePrecision::kCountry;
  if (text == "region") return PlacePrecision::kRegion;
  if (text == "city") return PlacePrecision::kCity;
  if (text == "site") return PlacePrecision::kSite;
  return std::nullopt;
}

// Folded words have straight apostrophes.
std::string without_apostrophes(std::string text) {
  std::erase(text, '\'');
  return text;
}

bool is_acronym(std::string_view name) {
  return name.size() <= 5 && std::ranges::all_of(name, [](char c) { return (c >= 'A' && c <= 'Z') || c == '.'; });
}

class PlaceCompiler {
 public:
  explicit PlaceCompiler(LexiconSource& source) : source_(source) {}

  void run() {
    read_ambiguous();
    read_words();
    for (const char* file : {"countries", "regions", "districts", "sites", "cities", "towns"}) read_places(std::string("places/") + file + ".txt");
    read_countries();
    read_other_names();
    read_abbreviations();
    read_known();
    number_places();
    write();
  }

 private:
  std::uint32_t put(std::string_view text) {
    const auto [place, fresh] = offsets_.try_emplace(std::string(text), static_cast<std::uint32_t>(strings_.size()));
    if (fresh) strings_.append(text).push_back('\0');
    return place->second;
  }

  std::vector<std::string> spellings(const std::string& name) const {
    static constexpr std::pair<std::string_view, std::string_view> kShort[] = {{"saint ", "st. "}, {"saint ", "st "}, {"mount ", "mt. "}, {"fort ", "ft. "}};
    std::vector<std::string> out{name};
    const std::string plain = folded(name);
    for (const auto& [full, brief] : kShort) {
      if (plain.starts_with(full)) out.push_back(std::string(brief) + plain.substr(full.size()));
      if (plain.starts_with(brief)) out.push_back(std::string(full) + plain.substr(brief.size()));
    }
    if (const std::string bare = without_apostrophes(plain); bare != plain) out.push_back(bare);  // "Xian", "Taif"
    for (const std::string_view article : {"al", "el"}) {
      if (plain.size() < 4 || !plain.starts_with(article)) continue;
      if (plain[2] == ' ') out.push_back(plain.substr(0, 2) + "-" + plain.substr(3));
      if (plain[2] == '-') out.push_back(plain.substr(0, 2) + " " + plain.substr(3));
    }
    return out;
  }

  void add_name(std::string_view text, std::uint32_t place, std::uint32_t marks = 0) {
    if (text.ends_with('*')) {
      text.remove_suffix(1);
      marks |= bit(NameMark::kSupport);
    }
    if (text.starts_with("the ")) text.remove_prefix(4);
    if (text.empty()) return;
    if (is_acronym(text)) marks |= bit(NameMark::kCapitals);
    const PlaceRecord& record = places_[place];
    if (record.kind() != PlacePrecision::kCountry) {
      const auto known = ambiguous_.find(folded(text));
      if (known != ambiguous_.end()) {
        const bool famous = record.kind() == PlacePrecision::kCity && record.population >= kFamous;
        if (!famous || known->second == bit(NameMark::kPerson)) marks |= known->second;
      }
    }
    for (const std::string& spelling : spellings(std::string(text))) {
      names_.add(phrase_words(spelling), static_cast<std::uint32_t>(entries_.size()));
    }
    entries_.push_back({place, marks});
  }

  // Another spelling of a city; "Idlib" of "Idlib province", which alone is rather the city.
  static bool is_variant(PlacePrecision precision, std::string_view shown, std::string_view other) {
    if (precision == PlacePrecision::kCity) return true;
    return precision == PlacePrecision::kRegion && shown.size() > other.size() + 1 && shown.starts_with(other) && shown[other.size()] == ' ' && shown[other.size() + 1] >= 'a';
  }

  void read_places(const std::string& file) {
    const Table table = source_.read_lexicon(file);
    for (const Row& row : table.rows()) {
      const std::uint16_t number = source_.file_number(table.name(row));
      const auto latitude = number_of(row.at(3).text);
      const auto longitude = number_of(row.at(4).text);
      const auto precision = precision_of(row.at(7).text);
      const std::string_view code = row.at(2).text;
      if (!latitude || *latitude < -90 || *latitude > 90) table.fault(row, row.at(3), "expected a latitude, found '" + std::string(row.at(3).text) + "'", source_.faults());
      if (!longitude || *longitude < -180 || *longitude > 180) table.fault(row, row.at(4), "expected a longitude, found '" + std::string(row.at(4).text) + "'", source_.faults());
      if (!precision) table.fault(row, row.at(7), "expected country, region, city or site, found '" + std::string(row.at(7).text) + "'", source_.faults());
      if (!code.empty() && code.size() != 3) table.fault(row, row.at(2), "expected a code of three letters or nothing", source_.faults());
      if (!latitude || !longitude || !precision || (!code.empty() && code.size() != 3)) continue;
      PlaceRecord record;
      std::string_view shown = row.at(0).text;
      if (shown.ends_with('*')) shown.remove_suffix(1);
      record.name = put(shown);
      std::ranges::copy(code, record.country.begin());
      record.latitude = static_cast<float>(*latitude);
      record.longitude = static_cast<float>(*longitude);
      record.point = point_on_earth(*latitude, *longitude);
      record.population = static_cast<std::uint32_t>(number_of(row.at(5).text).value_or(0));
      record.geonames = static_cast<std::uint32_t>(number_of(row.at(6).text).value_or(0));
      if (!row.at(8).text.empty()) record.region = put(row.at(8).text);
      record.line = row.line;
      record.file = number;
      record.precision = static_cast<std::uint8_t>(*precision);
      const auto index = static_cast<std::uint32_t>(places_.size());
      places_.push_back(record);
      if (*precision == PlacePrecision::kCountry) by_code_[std::string(code)] = index;
      else if (*precision == PlacePrecision::kRegion && record.region == 0) by_region_.try_emplace(std::string(code) + folded(shown), index);
      else if (*precision == PlacePrecision::kCity) by_name_[std::string(code) + folded(shown)].push_back(index);
      add_name(row.at(0).text, index);
      const auto land = by_code_.find(std::string(code));
      const std::string country = land == by_code_.end() ? "" : folded(strings_.c_str() + places_[land->second].name);
      for (const Field& other : split_field(row.at(1), ';')) {
        if (*precision == PlacePrecision::kCity && folded(other.text) == country) continue;  // "Mexico" is not Mexico City
        add_name(other.text, index, is_variant(*precision, shown, other.text) ? bit(NameMark::kVariant) : 0);
      }
    }
  }

  // The names of countries, what their people are called, and which cities are capitals.
  void read_countries() {
    const Table table = source_.read_lexicon("countries.txt");
    for (const Row& row : table.rows()) {
      const auto found = by_code_.find(std::string(row.at(0).text));
      if (found == by_code_.end()) {
// A state or territory without a point of its own in lexicon/places/countries.txt is no place.
        continue;
      }
      for (const Field& name : split_field(row.at(1), ';')) {
        // "England" is a region, but like a country it mostly stands for its people.
        if (const auto region = by_region_.find(std::string(row.at(0).text) + folded(name.text)); region != by_region_.end()) {
          add_name(name.text, region->second, bit(NameMark::kSupport));
        } else if (!name.text.starts_with("the North") && !name.text.starts_with("the South")) add_name(name.text, found->second);
      }
      for (std::size_t field : {2U, 3U}) {
        for (const Field& name : split_field(row.at(field), ';')) add_name(name.text, found->second, bit(NameMark::kDemonym));
      }
      for (const Field& capital : split_field(row.at(4), ';')) mark_capital(std::string(row.at(0).text), capital.text);
      places_[found->second].cow = number_in(table, row, 5);
      places_[found->second].gw = number_in(table, row, 6);
    }
  }

  // A country's number in one of the lists of states; 0 where it has none.
  std::uint16_t number_in(const Table& table, const Row& row, std::size_t field) {
    const std::string_view text = row.at(field).text;
    const auto number = text.empty() ? std::optional(0.0) : number_of(text);
    if (!number || *number < 0 || *number > 999) table.fault(row, row.at(field), "expected a number of up to three digits, found '" + std::string(text) + "'", source_.faults());
    return static_cast<std::uint16_t>(std::clamp(number.value_or(0), 0.0, 999.0));
  }

  // Each place takes the numbers of its country.
  void number_places() {
    for (PlaceRecord& place : places_) {
      const auto land = by_code_.find(std::string(place.code()));
      if (land == by_code_.end()) continue;
      place.cow = places_[land->second].cow;
      place.gw = places_[land->second].gw;
    }
  }

  void mark_capital(const std::string& code, std::string_view capital) {
    const std::size_t digit = capital.find_first_of("0123456789");  // "Bonn 1949..1990"
    if (digit != std::string_view::npos) capital = capital.substr(0, digit);
    while (capital.ends_with(' ') || capital.ends_with('.') || capital.ends_with('*')) capital.remove_suffix(1);
    const auto found = by_name_.find(code + folded(capital));
    if (found == by_name_.end()) return;
    std::uint32_t largest = found->second.front();
    for (const std::uint32_t index : found->second) {
      if (places_[index].population > places_[largest].population) largest = index;
    }
    places_[largest].capital = 1;
  }

  // `name | country | name in cities.txt or towns.txt`: other English names.
  void read_other_names() {
    const Table table = source_.read_lexicon("places/other_names.txt");
    for (const Row& row : table.rows()) {
      const auto found = by_name_.find(std::string(row.at(1).text) + folded(row.at(2).text));
      if (found == by_name_.end()) {
        table.fault(row, row.at(2), "expected the name of a city of " + std::string(row.at(1).text) + ", found '" + std::string(row.at(2).text) + "'", source_.faults());
        continue;
      }
      std::uint32_t largest = found->second.front();
      for (const std::uint32_t index : found->second) {
        if (places_[index].population > places_[largest].population) largest = index;
      }
      add_name(row.at(0).text, largest);
      if (row.at(3).text == "capital") places_[largest].capital = 1;
    }
  }

  // `short form | country | name in regions.txt`
  void read_abbreviations() {
    const Table table = source_.read_lexicon("places/abbreviations.txt");
    for (const Row& row : table.rows()) {
      const auto found = by_region_.find(std::string(row.at(1).text) + folded(row.at(2).text));
      if (found == by_region_.end()) {
        table.fault(row, row.at(2), "expected the name of a region of " + std::string(row.at(1).text) + ", found '" + std::string(row.at(2).text) + "'", source_.faults());
      } else {
        add_name(row.at(0).text, found->second, bit(NameMark::kShort));
      }
    }
  }

  // `name | country`: the largest city of that name.
  void read_known() {
    const Table table = source_.read_lexicon("places/known.txt");
    for (const Row& row : table.rows()) {
      const auto found = by_name_.find(std::string(row.at(1).text) + folded(row.at(0).text));
      if (found == by_name_.end()) {
        table.fault(row, row.at(0), "expected the name of a city of " + std::string(row.at(1).text) + ", found '" + std::string(row.at(0).text) + "'", source_.faults());
        continue;
      }
      places_[*std::ranges::max_element(found->second, {}, [&](std::uint32_t index) { return places_[index].population; })].known = 1;
    }
  }

  void read_ambiguous() {
    const Table table = source_.read_lexicon("places/ambiguous.txt");
    for (const Row& row : table.rows()) {
      const std::string_view kind = row.at(1).text;
      if (kind == "word") ambiguous_[folded(row.at(0).text)] |= bit(NameMark::kWord);
      else if (kind == "person") ambiguous_[folded(row.at(0).text)] |= bit(NameMark::kPerson);
      else table.fault(row, row.at(1), "expected word or person, found '" + std::string(kind) + "'", source_.faults());
    }
  }

  void read_words() {
    static constexpr std::pair<std::string_view, PlaceWord> kClasses[] = {
        {"in", PlaceWord::kIn}, {"way", PlaceWord::kWay}, {"motion", PlaceWord::kMotion}, {"enter", PlaceWord::kEnter}, {"strike", PlaceWord::kStrike}, {"part", PlaceWord::kPart},
        {"kind", PlaceWord::kKind}, {"direction", PlaceWord::kDirection}, {"title", PlaceWord::kTitle}, {"joined", PlaceWord::kJoined}, {"never", PlaceWord::kNever}, {"street", PlaceWord::kStreet}, {"admin", PlaceWord::kAdmin},
        {"of", PlaceWord::kOf}, {"from", PlaceWord::kFrom}, {"toward", PlaceWord::kToward}, {"loose", PlaceWord::kLoose}, {"on", PlaceWord::kOn}, {"with", PlaceWord::kWith},
        {"cause", PlaceWord::kCause}, {"edge", PlaceWord::kEdge}, {"example", PlaceWord::kExample}, {"telling", PlaceWord::kTelling}, {"facility", PlaceWord::kFacility}, {"before", PlaceWord::kBefore}, {"land", PlaceWord::kLand}};
    const Table table = source_.read_lexicon("places/words.txt");
    for (const Row& row : table.rows()) {
      std::uint64_t& classes = words_[hash_folded_word(folded(row.at(0).text))];
      for (const Field& field : split_field(row.at(1), ';')) {
        const auto* found = std::ranges::find(kClasses, field.text, &std::pair<std::string_view, PlaceWord>::first);
        if (found == std::end(kClasses)) table.fault(row, field, "expected a class of word, found '" + std::string(field.text) + "'", source_.faults());
        else classes |= static_cast<std::uint64_t>(found->second);
      }
    }
  }

  void write() {
    PackedFileBuilder& out = source_.out();
    names_.write(out, "places.names");
    out.add("places.entries", entries_);
    out.add("places.places", places_);
    std::vector<Gazetteer::Word> words;
    for (const auto& [hash, classes] : words_) words.push_back({hash, classes});
    out.add("places.words", words);
    out.add_text("places.strings", strings_);
  }

  LexiconSource& source_;
  PhraseTableBuilder names_;
  std::vector<PlaceName> entries_;
  std::vector<PlaceRecord> places_;
  std::string strings_ = std::string(1, '\0');
  std::unordered_map<std::string, std::uint32_t> offsets_;
  std::unordered_map<std::string, std::uint32_t> ambiguous_;  // folded name -> marks
  std::map<std::uint64_t, std::uint64_t> words_;
  std::unordered_map<std::string, std::uint32_t> by_code_;
  std::unordered_map<std::string, std::uint32_t> by_region_;  // country code + folded name
  std::unordered_map<std::string, std::vector<std::uint32_t>> by_name_;  // country code + folded name
};

}  // namespace

void compile_places(LexiconSource& source) { PlaceCompiler(source).run(); }

}  // namespace bayhaqi
