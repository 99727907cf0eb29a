#include "lexicon_import/code_rules.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "base/civil_date.h"

namespace bayhaqi {
namespace {

constexpr DateReading kP1 = DateReading::kPetrarch;
constexpr DateReading kP2 = DateReading::kPetrarch2;

std::vector<CodeRule> rules(const std::string& text, std::string* faults = nullptr) {
  ImportReport report;
  auto read = read_code_rules("f", {1, text, {}}, 0, report);
  if (faults != nullptr) *faults = report.faults.text();
  else EXPECT_EQ(report.faults.text(), "") << text;
  return read;
}

std::int32_t day(int year, int month, int date) { return days_from_civil({year, month, date}); }

std::string on(const std::string& text, std::int32_t date, DateReading reading = kP1) { return std::string(code_on(rules(text), date, reading)); }

TEST(CodeRules, DatesOfBothWidths) {
  EXPECT_EQ(read_compact_date("20000101"), day(2000, 1, 1));
  EXPECT_EQ(read_compact_date("840229"), day(1984, 2, 29));
  EXPECT_EQ(read_compact_date("300101"), day(2030, 1, 1));
  EXPECT_EQ(read_compact_date("310101"), day(1931, 1, 1));
  EXPECT_EQ(read_compact_date("001231"), day(2000, 12, 31));
  EXPECT_EQ(read_compact_date("2000010199"), day(2000, 1, 1));  // only eight are read
  for (const char* wrong : {"830229", "991301", "20000100", "84", "", "84O101"}) EXPECT_FALSE(read_compact_date(wrong)) << wrong;
}

TEST(CodeRules, MixedWidthsAndBlanksInRestrictions) {
  EXPECT_EQ(on("[QLMGOV 20000101-081130]", day(2008, 11, 30)), "QLMGOV");
  EXPECT_EQ(on("[QLMGOV > 20120601]", day(2012, 6, 1)), "QLMGOV");
  EXPECT_EQ(on("[QLMGOV\t840101 - 991231]", day(1999, 12, 31)), "QLMGOV");
  EXPECT_EQ(on("[QLMGOV>20120601]", day(2012, 5, 31)), "---");
}

TEST(CodeRules, BoundsOfBothReadings) {
  EXPECT_EQ(on("[QLM <840101]", day(1984, 1, 1), kP1), "QLM");
  EXPECT_EQ(on("[QLM <840101]", day(1984, 1, 1), kP2), "---");
  EXPECT_EQ(on("[QLM <840101]", day(1983, 12, 31), kP2), "QLM");
  EXPECT_EQ(on("[QLM >840101]", day(1984, 1, 1), kP2), "QLM");
  EXPECT_EQ(on("[QLM 840101-841231]", day(1984, 12, 31), kP1), "QLM");
  EXPECT_EQ(on("[QLM 840101-841231]", day(1984, 12, 31), kP2), "---");
  EXPECT_EQ(on("[QLM 840101-840101]", day(1984, 1, 1), kP2), "---");
}

TEST(CodeRules, DefaultsWinOrLoseByReading) {
  const std::string both = "[QLMELI][QLMGOV 840101-991231][QLMOPP]";
  EXPECT_EQ(on(both, day(1990, 1, 1), kP1), "QLMGOV");
  EXPECT_EQ(on(both, day(1990, 1, 1), kP2), "QLMELI");  // placed first, it hides the others
  EXPECT_EQ(on(both, day(2010, 1, 1), kP1), "QLMOPP");  // the last undated
}

TEST(CodeRules, FirstDatedRuleWinsAndRangesNest) {
  const std::string nested = "[QLMMIL 900101-901231][QLMGOV 840101-991231]";
  EXPECT_EQ(on(nested, day(1990, 6, 1)), "QLMMIL");
  EXPECT_EQ(on(nested, day(1991, 1, 1)), "QLMGOV");
  EXPECT_EQ(on("[QLMGOV 840101-991231][QLMMIL 900101-901231]", day(1990, 6, 1)), "QLMGOV");
}

TEST(CodeRules, NullAndDiscardCodes) {
  EXPECT_EQ(on("[---]", 0), "---");
  EXPECT_EQ(on("[###]", 0), "###");
  EXPECT_EQ(on("[QLM][--- 840101-841231]", day(1984, 5, 1)), "---");
}

TEST(CodeRules, LowerCaseCodesAreMeant) { EXPECT_EQ(on("[qlmgov]", 0), "QLMGOV"); }

TEST(CodeRules, SaysWhatCannotBeRead) {
  std::string faults;
  EXPECT_EQ(rules("[QLM 840231-841231] [] [Q1M] [QLM/TRN] [QLM 1984] [QLM 850101-840101] x [TRN] y [ABC", &faults).size(), 1U);
  EXPECT_EQ(faults,
            "f:1:1: expected '<date', '>date' or 'date-date' with dates YYYYMMDD or YYMMDD, found '840231-841231'\n"
            "f:1:21: expected a code of 3 to 24 letters, found ''\n"
            "f:1:24: expected a code of 3 to 24 letters, found 'Q1M'\n"
            "f:1:30: expected one code, found the compound 'QLM/TRN': one name has one code here\n"
            "f:1:40: expected '<date', '>date' or 'date-date' with dates YYYYMMDD or YYMMDD, found '1984'\n"
            "f:1:51: expected a range that ends after it begins, found '850101-840101'\n"
            "f:1:71: expected '[' or the end of the line, found 'x', which is left out\n"
            "f:1:79: expected '[' or the end of the line, found 'y', which is left out\n"
            "f:1:81: expected ']' after '[', found the end of the line\n");
}

// The spans are what code_on says of each day around every bound.
TEST(CodeRules, SpansGiveTheCodeOfEveryDay) {
  for (const char* text : {"", "[QLM]", "[---]", "[QLMELI][QLMGOV 840101-991231][QLMOPP <840101]", "[QLMGOV 840101-991231][QLMMIL 900101-901231][QLMELI]",
                           "[QLMMIL 900101-901231][QLMGOV 840101-991231][QLMOPP >950101][QLMREB <850101]", "[QLM 840101-840101][TRN 840101-840102]"}) {
    for (const DateReading reading : {kP1, kP2}) {
      const auto all = rules(text);
      const auto spans = code_spans(all, reading);
      EXPECT_EQ(spans.front().first, kFirstDay);
      EXPECT_EQ(spans.back().last, kLastDay);
      for (std::size_t i = 0; i < spans.size(); ++i) {
        if (i > 0) {
          EXPECT_EQ(spans[i].first, spans[i - 1].last + 1);
          EXPECT_NE(spans[i].code, spans[i - 1].code);
        }
      }
      for (std::int32_t date = day(1983, 1, 1); date < day(2001, 1, 1); ++date) {
        const auto span = std::ranges::find_if(spans, [&](const CodeSpan& s) { return s.first <= date && date <= s.last; });
        ASSERT_EQ(span->code, code_on(all, date, reading)) << text << " on " << to_iso(civil_from_days(date));
      }
    }
  }
}

}  // namespace
}  // namespace bayhaqi
