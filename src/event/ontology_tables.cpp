#include "event/ontology_tables.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>

namespace bayhaqi {

namespace {

constexpr std::size_t kLongestCode = 16;
constexpr double kLargestGoldstein = 10;
// The categories that the rules of coding know (PLOVER manual): who is the target of a protest, what happens to a country.
constexpr std::array<std::string_view, 16> kKinds = {"ACCUSE", "AGREE", "AID", "ASSAULT", "COERCE", "CONCEDE", "CONSULT", "COOPERATE",
                                                     "MOBILIZE", "PROTEST", "REJECT", "REQUEST", "RETREAT", "SANCTION", "SUPPORT", "THREATEN"};

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_category(std::string_view name) {
  return !name.empty() && is_capital(name.front()) && std::ranges::all_of(name, [](char c) { return is_capital(c) || is_digit(c) || c == '_'; });
}

bool is_code(std::string_view code) {
  return code.size() >= 2 && code.size() <= kLongestCode && std::ranges::all_of(code, [](char c) { return is_capital(c) || is_digit(c); });
}

class Reader {
 public:
  explicit Reader(LexiconSource& source) : source_(source) {}

  OntologyTables run() {
    const Table categories = source_.read_ontology("plover.txt");
    categories.expect_sorted(source_.faults());
    for (const Row& row : categories.rows()) read_category(categories, row);
    const Table codes = source_.read_ontology("cameo.txt");
    codes.expect_sorted(source_.faults());
    for (const Row& row : codes.rows()) read_code(codes, row);
    for (const auto& [name, category] : categories_) tables_.categories.insert(name);
    return std::move(tables_);
  }

 private:
  struct Category {
    int quad = 0;
    std::string kind;
  };

  void fault(const Table& table, const Row& row, std::size_t field, const std::string& expected) {
    const std::string found(row.at(field).text);
    table.fault(row, row.at(field), "expected " + expected + ", found " + (found.empty() ? std::string("nothing") : "'" + found + "'"), source_.faults());
  }

  // category | quad class | CAMEO root | meaning | treated like
  void read_category(const Table& table, const Row& row) {
    const std::string name(row.at(0).text);
    if (!is_category(name)) fault(table, row, 0, "a category in capitals, digits and '_'");
    const std::string_view quad = row.at(1).text;
    if (quad.size() != 1 || quad.front() < '1' || quad.front() > '4') fault(table, row, 1, "a quad class 1..4");
    Category category;
    category.quad = quad.empty() ? 0 : quad.front() - '0';
    category.kind = row.at(4).text;
    if (!category.kind.empty() && std::ranges::find(kKinds, std::string_view(category.kind)) == kKinds.end()) fault(table, row, 4, "a category of PLOVER or nothing");
    if (category.kind.empty()) category.kind = name;  // like no other
    categories_[name] = category;
  }

  // code | name | Goldstein value | category | mode | contexts
  void read_code(const Table& table, const Row& row) {
    OntologyCode code;
    code.code = row.at(0).text;
    if (!is_code(code.code)) fault(table, row, 0, "a code of 2 to 16 capitals and digits");
    code.name = row.at(1).text;
    if (code.name.empty()) fault(table, row, 1, "a name");
    const std::string_view number = row.at(2).text;
    const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), code.goldstein);
    if (error != std::errc{} || end != number.data() + number.size() || !(code.goldstein >= -kLargestGoldstein && code.goldstein <= kLargestGoldstein)) {
      fault(table, row, 2, "a Goldstein value from -10 to 10");
    }
    code.category = row.at(3).text;
    const auto category = categories_.find(code.category);
    if (category != categories_.end()) {
      code.quad = category->second.quad;
      code.kind = category->second.kind;
    } else if (!code.category.empty()) {
      fault(table, row, 3, "a category of ontology/plover.txt");
    }
    code.mode = row.at(4).text;
    code.contexts = row.at(5).text;
    tables_.codes.push_back(std::move(code));
  }

  LexiconSource& source_;
  std::map<std::string, Category> categories_;
  OntologyTables tables_;
};

}  // namespace

OntologyTables read_ontology_tables(LexiconSource& source) { return Reader(source).run(); }

}  // namespace bayhaqi
