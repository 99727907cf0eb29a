#include "lexicon_import/dictionary_lines.h"

#include <gtest/gtest.h>

namespace bayhaqi {
namespace {

std::vector<std::string> texts(std::string_view file, LineRules rules = {}) {
  ImportReport report;
  std::vector<std::string> out;
  for (const DictionaryLine& line : dictionary_lines("f", file, rules, report)) out.push_back(line.text);
  return out;
}

using Texts = std::vector<std::string>;

TEST(DictionaryLines, SkipsBlankLinesAndComments) {
  EXPECT_EQ(texts("\n# a\n  # b\n<! c\nTARN [TRN]\r\n   \n"), Texts({"TARN [TRN]"}));
}

TEST(DictionaryLines, CutsAtTheFirstHash) { EXPECT_EQ(texts("TARN [TRN]#x [ABC] # y"), Texts({"TARN [TRN]"})); }

TEST(DictionaryLines, KeepsTheDiscardCode) { EXPECT_EQ(texts("TARN [###] # none\nMERE [###]"), Texts({"TARN [###]", "MERE [###]"})); }

TEST(DictionaryLines, TakesCommentsOutOfALineAndKeepsColumns) {
  ImportReport report;
  const auto lines = dictionary_lines("f", "TARN <!-- é --> [TRN] <!-- b --> X", {}, report);
  ASSERT_EQ(lines.size(), 1U);
  EXPECT_EQ(lines[0].text, "TARN  [TRN]  X");
  EXPECT_EQ(lines[0].column(0), 1U);
  EXPECT_EQ(lines[0].column(lines[0].text.find('[')), 17U);
  EXPECT_EQ(lines[0].column(lines[0].text.find('X')), 34U);
}

TEST(DictionaryLines, SkipsCommentsOverSeveralLines) {
  EXPECT_EQ(texts("A [AAA]\n<!-- one\nB [BBB]\n-->\nC [CCC]\nD [DDD] <!-- two\nE [EEE]\nthree -->\nF [FFF]"), Texts({"A [AAA]", "C [CCC]", "D [DDD]", "F [FFF]"}));
}

TEST(DictionaryLines, SaysWhatIsLost) {
  ImportReport report;
  (void)dictionary_lines("f.txt", "<!-- a --> TARN [TRN]\nX\xff\n<!-- b\nC", {}, report);
  EXPECT_EQ(report.faults.text(),
            "f.txt:1:12: expected nothing after '-->', found 'TARN [TRN]', which is left out\n"
            "f.txt:2:1: expected UTF-8, found other bytes; read as Windows-1252: 'X\xC3\xBF'\n"
            "f.txt:3:1: expected '-->' after '<!--', found the end of the file; all lines from here on are left out\n");
  EXPECT_EQ(report.lines, 4U);
  EXPECT_EQ(report.comments, 3U);
  EXPECT_EQ(report.skipped, 0U);
}

TEST(DictionaryLines, ReadsOldWesternLetters) { EXPECT_EQ(texts("M\xDCLLER\r\nTARN"), Texts({"MÜLLER", "TARN"})); }

TEST(DictionaryLines, LeavesOutWhatIsNoText) {
  ImportReport report;
  EXPECT_TRUE(dictionary_lines("f.txt", std::string_view("TARN [TRN]\nX\0Y\nZ", 16), {}, report).empty());
  EXPECT_EQ(report.faults.text(), "f.txt:2:1: expected text, found a zero byte; the whole file is left out (UTF-16 has to be made UTF-8 first)\n");
  EXPECT_EQ(report.lines, 3U);
  EXPECT_EQ(report.skipped, 3U);
}

TEST(DictionaryLines, SemicolonsOnlyWhereAsked) {
  EXPECT_EQ(texts("TARN [TRN] ; x"), Texts({"TARN [TRN] ; x"}));
  EXPECT_EQ(texts("; y\nTARN [TRN] ; x", {.semicolons = true}), Texts({"TARN [TRN]"}));
}

TEST(DictionaryLines, VerbFilesKeepTheirMarks) {
  EXPECT_EQ(texts("#### VERB PATTERNS ####\n<!-- off", {.hash_lines = false, .hash_tails = false, .markup = false}), Texts({"#### VERB PATTERNS ####", "<!-- off"}));
}

TEST(DictionaryLines, StartsAfterAByteOrderMark) { EXPECT_EQ(texts("\xEF\xBB\xBF# a\nB"), Texts({"B"})); }

TEST(DictionaryLines, UpperCase) { EXPECT_EQ(uppered("Ålesund tarn"), "ÅLESUND TARN"); }

}  // namespace
}  // namespace bayhaqi
