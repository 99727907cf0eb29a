#include "statement/quotations.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

namespace bayhaqi {
namespace {

std::string quotations(std::string_view text) {
  std::string out;
  for (const Quotation& each : find_quotations(text)) out += (out.empty() ? "" : " | ") + std::string(each.goes_on ? "+" : "") + std::string(each.inside.of(text));
  return out;
}

TEST(Quotations, ArePairedByMarkAndPlace) {
  const std::vector<std::pair<std::string, std::string>> table = {
      {"He said “no” and “never.”", "no | never."},
      {"He said \"no\" and \"never.\"", "no | never."},
      {"Er sagte „nein“ dazu", "nein"},
      {"Il dit «non» encore", "non"},
      {"He said ``no'' twice", "no"},
      {"Iran's army and the generals' homes", ""},
      {"a 6\" pipe and a 3\" nail", ""},
      {"“We said ‘no’ then,” he said", "We said ‘no’ then,"},
      {"(“no”)", "no"},
      {"He said ''no'' and ''never.''", "no | never."},
      {"He said “no\" and \"never.”", "no | never."},
      {"He said ‘no’ twice", "no"},
      {"He said 'We won't go,' and left", "We won't go,"},
      {"Back in the '90s, the workers' union and the 'old guard' met", "old guard"},
      {"Er sagte ‚nein‘ dazu", "nein"},
      {"Er sagte »nein« dazu", "nein"},
      {"\"We won. He left. \"We lost,\" he said.", "We won. He left. | We lost,"},
      {"“We won,\" he said. “Twice.”", "We won, | Twice."},
      {"", ""},
      {"“", ""},
  };
  for (const auto& [text, wanted] : table) EXPECT_EQ(quotations(text), wanted) << text;
}

TEST(Quotations, AnOpenOneHoldsToTheEndOfItsParagraphAndGoesOn) {
  EXPECT_EQ(quotations("“We won.\n\n“We lost,” he said."), "We won. | +We lost,");
  EXPECT_EQ(quotations("“We won.”\n\n“We lost,” he said."), "We won. | We lost,");
  EXPECT_EQ(quotations("“We won.\n\nHe left."), "We won.");
}

TEST(Quotations, InsideOthersAreFoundByThemselves) {
  const std::string text = "“He told us: ‘Nobody leaves,’” she said, “and \"none\" did.”";
  std::string out;
  for (const Quotation& each : quotations_within(text, find_quotations(text))) out += std::string(each.inside.of(text)) + "|";
  EXPECT_EQ(out, "Nobody leaves,|none|");
}

TEST(Quotations, AreInOrderAndInsideForAnyMarks) {
  std::mt19937 random(6);
  const std::vector<std::string> pieces = {"“", "”", "\"", "«", "»", "``", "''", " ", "\n\n", "no", ".", "„", "'", "‘", "’", "‚"};
  for (int i = 0; i < 3000; ++i) {
    std::string text;
    for (auto n = random() % 16; n > 0; --n) text += pieces[random() % pieces.size()];
    std::uint32_t last = 0;
    for (const Quotation& each : find_quotations(text)) {
      ASSERT_TRUE(each.outside.begin >= last && each.outside.begin < each.inside.begin && each.inside.begin <= each.inside.end && each.inside.end <= each.outside.end && each.outside.end <= text.size()) << testing::PrintToString(text);
      last = each.outside.end;
    }
  }
}

}  // namespace
}  // namespace bayhaqi
