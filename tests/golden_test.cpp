// Every case of tests/golden against the whole program. A case that is right and not yet met stands in known_misses.txt with
// what it gives today; once it is met, it must leave that list.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include "support/golden_case.h"
#include "support/whole_program.h"

namespace bayhaqi::testing_support {
namespace {

namespace fs = std::filesystem;

const fs::path kFolder = fs::path(BAYHAQI_SOURCE_DIR) / "tests" / "golden";

// "events/active" for tests/golden/events/active.case, sorted.
std::vector<std::string> case_names() {
  std::vector<std::string> names;
  for (const auto& entry : fs::recursive_directory_iterator(kFolder)) {
    if (entry.path().extension() == ".case") names.push_back(fs::relative(entry.path(), kFolder).replace_extension().generic_string());
  }
  std::ranges::sort(names);
  return names;
}

// Name of the case to what it gives today.
std::map<std::string, std::string> known_misses() {
  std::map<std::string, std::string> misses;
  std::ifstream file(kFolder / "known_misses.txt");
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line.front() == '#') continue;
    const std::size_t bar = line.find(" | ");
    misses[line.substr(0, bar)] = bar == std::string::npos ? "" : line.substr(bar + 3);
  }
  return misses;
}

std::string difference(const std::vector<std::string>& expected, const std::vector<std::string>& found) {
  std::string out;
  const auto has = [](const std::vector<std::string>& lines, const std::string& line, bool line_is_expected) {
    return std::ranges::any_of(lines, [&](const std::string& other) { return line_is_expected ? is_as_expected(line, other) : is_as_expected(other, line); });
  };
  for (const std::string& line : expected) out += (has(found, line, true) ? "    " : "  - ") + line + "\n";
  for (const std::string& line : found) {
    if (!has(expected, line, false)) out += "  + " + line + "\n";
  }
  return out;
}

class Golden : public testing::TestWithParam<std::string> {};

TEST_P(Golden, GivesWhatTheCaseSays) {
  const Coder* coder = whole_program();
  ASSERT_NE(coder, nullptr);
  const auto golden = read_golden_case(content_of(kFolder / (GetParam() + ".case")));
  ASSERT_TRUE(golden.has_value()) << GetParam() << ": " << golden.error().text();
  Workspace workspace;
  const Document document = coded(*coder, workspace, golden->text, golden->date);
  const auto found = GetParam().starts_with("events/") ? event_lines(document) : statement_lines(document);
  const bool met = std::ranges::equal(golden->expected, found, is_as_expected);
  static const auto misses = known_misses();
  const bool known = misses.contains(GetParam());
  if (met) {
    EXPECT_FALSE(known) << GetParam() << " is met now: remove it from tests/golden/known_misses.txt";
  } else {
    EXPECT_TRUE(known) << golden->name << " (" << golden->why << ")\n  " << golden->text << "\n" << difference(golden->expected, found);
  }
}

INSTANTIATE_TEST_SUITE_P(Cases, Golden, testing::ValuesIn(case_names()), [](const auto& each) {
  std::string name = each.param;
  std::ranges::replace_if(name, [](char c) { return (c < 'a' || c > 'z') && (c < '0' || c > '9'); }, '_');
  return name;
});

TEST(KnownMisses, AreCasesAndSayWhatTheyGive) {
  const auto names = case_names();
  for (const auto& [name, today] : known_misses()) {
    EXPECT_NE(std::ranges::find(names, name), names.end()) << name << " is no case";
    EXPECT_FALSE(today.empty()) << name << " does not say what it gives today";
  }
}

}  // namespace
}  // namespace bayhaqi::testing_support
