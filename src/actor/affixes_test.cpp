#include "actor/affixes.h"

#include <gtest/gtest.h>

#include <vector>

namespace bayhaqi {
namespace {

std::string joined(std::string_view code, const std::vector<std::string>& affixes) { return with_affixes(code, affixes); }

TEST(Affixes, StandBeforeAndBehindInTextOrder) {
  EXPECT_EQ(joined("QLM", {"~GOV"}), "QLMGOV");
  EXPECT_EQ(joined("QLM", {"NGO~"}), "NGOQLM");
  EXPECT_EQ(joined("QLM", {"~REB", "NGO~", "~MIL"}), "NGOQLMREBMIL");
  EXPECT_EQ(joined("QLM", {"~REBMIL"}), "QLMREBMIL");
  EXPECT_EQ(joined("", {"~GOV"}), "GOV");
}

TEST(Affixes, AreNotRepeatedAtBlocks) {
  EXPECT_EQ(joined("QLMGOV", {"~GOV"}), "QLMGOV");
  EXPECT_EQ(joined("QLMGOVMIL", {"~GOV", "~MIL"}), "QLMGOVMIL");
  EXPECT_EQ(joined("QGOVLM", {"~GOV"}), "QGOVLMGOV");  // the letters stand across two blocks
}

TEST(Affixes, Bare) {
  EXPECT_EQ(bare_affix("~GOV"), "GOV");
  EXPECT_EQ(bare_affix("NGO~"), "NGO");
  EXPECT_FALSE(is_affix("=GOV"));
}

}  // namespace
}  // namespace bayhaqi
