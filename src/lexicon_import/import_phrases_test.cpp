#include "lexicon_import/import_phrases.h"

#include <gtest/gtest.h>

namespace bayhaqi {
namespace {

TEST(ImportDiscards, StoryBeatsSentenceAndCaseAndUnderlinesAreNothing) {
  ImportReport report;
  EXPECT_EQ(import_discards("d.txt", "# games\n+BAKE OFF FINAL   # the story\nchess_open\nSKITTLES_\nBAKE OFF FINAL\n\n;old\nCHESS  OPEN [---]\n+\n", DictionaryFamily::kTabari, report),
            "bake off final | article\nchess open | sentence\nskittles | sentence\n");
  EXPECT_EQ(report.lines, 9U);
  EXPECT_EQ(report.comments, 3U);
  EXPECT_EQ(report.imported, 5U);
  EXPECT_EQ(report.skipped, 1U);
  EXPECT_NE(report.faults.text().find("d.txt:5:1: carried over, but it is there already"), std::string::npos) << report.faults.text();
  EXPECT_NE(report.faults.text().find("d.txt:8:"), std::string::npos);
  EXPECT_NE(report.faults.text().find("d.txt:9:1: not carried over"), std::string::npos);
}

TEST(ImportIssues, FormsSpellingsAndCancelling) {
  ImportReport report;
  const std::string text =
      "<ISSUE CATEGORY=\"ID_TIDE\">\nn:flood gate [TIDES]\nv:dredge canal [tides]\ndeep+sea port [TIDES]\nn:levy [TAX]\n"
      "~harbour pop festival\n~~sandcastle week\nlevy [COURT]\nno code\n<!-- old -->\n</ISSUE>\n";
  EXPECT_EQ(import_issues("i.txt", text, report),
            "deep sea port | TIDES\ndeep-sea port | TIDES\ndredge canal | TIDES\ndredged canal | TIDES\ndredges canal | TIDES\ndredging canal | TIDES\n"
            "flood gate | TIDES\nfloods gate | TIDES\nharbour pop festival | -\nlevies | TAX\nlevy | COURT; TAX\nsandcastle week | --\n");
  EXPECT_EQ(report.lines, report.comments + report.imported + report.skipped);
  EXPECT_EQ(report.skipped, 1U);
}

}  // namespace
}  // namespace bayhaqi
