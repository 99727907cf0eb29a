#include "lexicon_import/actor_dictionary.h"

#include <gtest/gtest.h>

#include "base/civil_date.h"

namespace bayhaqi {
namespace {

struct Imported {
  ActorDictionary actors;
  ImportReport report;

  explicit Imported(std::string_view text, DictionaryFamily family = DictionaryFamily::kPetrarch2) { actors.read("a.txt", text, family, report); }

  // "QLM; QLMGOV" in order; "?" if the phrase is not there.
  [[nodiscard]] std::string codes(std::string_view words) const {
    const ActorPhrase* phrase = actors.find(words);
    if (phrase == nullptr) return "?";
    std::string out;
    for (const CodeRule& rule : actors.rules_of(*phrase)) out += (out.empty() ? "" : "; ") + rule.code;
    return out;
  }
  [[nodiscard]] std::string faults() const { return report.faults.text(); }
};

void expect_all_lines_counted(const ImportReport& report) { EXPECT_EQ(report.lines, report.comments + report.imported + report.skipped); }

constexpr std::string_view kRecords =
    "# invented\n"
    "QUILLMARK_  [QLM]\n"
    "+QUILLMARKIAN_\n"
    "+PORT_ALDER_\n"
    "\n"
    "IRINA_VOSS_\n"
    "+VOSS\n"
    "\t[QLMELI 840101-991231]  # as envoy\n"
    "\t[QLMGOV 20000101-081130]\n"
    "    [QLMGOV > 20120601][QLMOPP <840101]\n"
    "\t[QLMELI]\n"
    "LEAGUE_OF_HARBOURS_ [IGOLHB 820701-821231][IGOLHB 870701-871231]\n"
    "NOBODY_PARK [---]\n"
    "DROPPED [###]\n"
    "LAST\t[LST]";

TEST(ActorDictionary, ReadsRecordsWithSynonymsAndDatedCodes) {
  const Imported in(kRecords);
  EXPECT_EQ(in.faults(), "");
  for (const char* name : {"QUILLMARK", "QUILLMARKIAN", "PORT ALDER"}) EXPECT_EQ(in.codes(name), "QLM") << name;
  for (const char* name : {"IRINA VOSS", "VOSS"}) EXPECT_EQ(in.codes(name), "QLMELI; QLMGOV; QLMGOV; QLMOPP; QLMELI") << name;
  EXPECT_EQ(in.codes("LEAGUE OF HARBOURS"), "IGOLHB; IGOLHB");
  EXPECT_EQ(in.codes("NOBODY PARK"), "---");
  EXPECT_EQ(in.codes("DROPPED"), "###");
  EXPECT_EQ(in.report.imported, 13U);
  EXPECT_EQ(in.report.comments, 2U);
  expect_all_lines_counted(in.report);
}

TEST(ActorDictionary, TheLastRecordOfAFileIsKept) { EXPECT_EQ(Imported(kRecords).codes("LAST"), "LST"); }

TEST(ActorDictionary, NamesWithBlanksEndAtTheFirstBracket) {
  const Imported in("TWO WORDS HERE [TWO]\nTAB\tBED [TAB] [BED]\nONE  [ONE]x] y\n");
  EXPECT_EQ(in.codes("TWO WORDS HERE"), "TWO");
  EXPECT_EQ(in.codes("TAB BED"), "TAB; BED");
  EXPECT_EQ(in.codes("ONE"), "ONE");
  EXPECT_EQ(in.faults(), "a.txt:3:11: expected '[' or the end of the line, found 'x] y', which is left out\n");
}

TEST(ActorDictionary, BlanksInANameAreGapsInPetrarchOnly) {
  EXPECT_EQ(Imported("SEA  POWER_BLOC [SPB]").faults(), "");
  const Imported in("SEA POWER_BLOC [SPB]\nSEA_ LAND_  [SLD]", DictionaryFamily::kPetrarch);
  EXPECT_EQ(in.codes("SEA POWER BLOC"), "SPB");
  EXPECT_EQ(in.faults(), "a.txt:1:1: 'SEA POWER BLOC' lets other words stand between its own; taken as words side by side\n");
}

TEST(ActorDictionary, LowerCaseEntriesAreMeant) { EXPECT_EQ(Imported("Örfjord_ [orf]").codes("ÖRFJORD"), "ORF"); }

TEST(ActorDictionary, ARepeatedPhraseIsExtendedOverRecordsAndFiles) {
  Imported in("VOSS_ [QLMGOV >20000101]\nMERE_ [MER]\nIRINA_VOSS_ [QLMELI]\n+VOSS_\n");
  in.actors.read("b.txt", "VOSS [TRN]\n", DictionaryFamily::kPetrarch2, in.report);
  EXPECT_EQ(in.codes("VOSS"), "QLMGOV; QLMELI; TRN");
  EXPECT_EQ(in.codes("IRINA VOSS"), "QLMELI");
  const auto rules = in.actors.rules_of(*in.actors.find("VOSS"));
  EXPECT_EQ(code_on(rules, days_from_civil({1999, 1, 1}), DateReading::kPetrarch), "TRN");
  EXPECT_EQ(code_on(rules, days_from_civil({1999, 1, 1}), DateReading::kPetrarch2), "QLMELI");
}

TEST(ActorDictionary, CodesOfARecordHoldForSynonymsBelowThem) { EXPECT_EQ(Imported("MERE\n[MER]\n+TARN\n").codes("TARN"), "MER"); }

TEST(ActorDictionary, SemicolonsAreCommentsInTabariOnly) {
  const Imported tabari("MERE_ [MER] ; lake, tm 3/4/91 [ABC]\n;TARN [TRN]\n", DictionaryFamily::kTabari);
  EXPECT_EQ(tabari.codes("MERE"), "MER");
  EXPECT_EQ(tabari.codes("TARN"), "?");
  EXPECT_EQ(tabari.faults(), "");
  const Imported petrarch("MERE_ [MER] ; lake\nBAY;COVE [BAY]");
  EXPECT_EQ(petrarch.codes("MERE"), "MER");
  EXPECT_EQ(petrarch.faults(), "a.txt:1:13: expected '[' or the end of the line, found '; lake', which is left out\n"
                               "a.txt:2:1: expected a name without ';', found 'BAY;COVE'\n");
}

TEST(ActorDictionary, SaysWhyALineIsNotTaken) {
  const Imported in("[ABC]\n+LONE\n_ [ABC]\n[ABC]\nMERE\n[M]\nTARN_ [TRN]\n+BECK [BCK]\n");
  EXPECT_EQ(in.faults(),
            "a.txt:1:1: expected a name before its synonyms and codes, found '[ABC]'\n"
            "a.txt:2:1: expected a name before its synonyms and codes, found '+LONE'\n"
            "a.txt:3:1: expected a name, found nothing\n"
            "a.txt:4:1: expected a name before its synonyms and codes, found '[ABC]'\n"
            "a.txt:5:1: 'MERE' has no code; taken as a name of nobody\n"
            "a.txt:6:1: expected a code of 3 to 24 letters, found 'M'\n"
            "a.txt:8:7: expected codes on lines of their own below the synonyms, found '[BCK]', which is left out\n");
  EXPECT_EQ(in.codes("BECK"), "TRN");
  EXPECT_EQ(in.report.skipped, 5U);
  expect_all_lines_counted(in.report);
}

TEST(ActorDictionary, TellsOverlappingDates) {
  ActorDictionary actors;
  ImportReport report;
  actors.read("a.txt", "VOSS [QLMELI 20010101-20020101]\n[QLMGOV 20020101-20030101]\n[QLMOPP >20021001]\n[QLMGOV <19900101]\n[QLMMIL 19890101-19900601]\n[QLMGOV 20020501-20020601]\n[QLM]\n", DictionaryFamily::kPetrarch, report);
  EXPECT_EQ(report.faults.text(),
            "a.txt:3:1: the dates of QLMOPP overlap with those of QLMGOV in line 2; the one that stands first counts\n"
            "a.txt:5:1: the dates of QLMMIL overlap with those of QLMGOV in line 4; the one that stands first counts\n");
}

}  // namespace
}  // namespace bayhaqi
