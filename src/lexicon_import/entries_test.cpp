#include "lexicon_import/entries.h"

#include <gtest/gtest.h>

#include "lexicon_import/written_name.h"

namespace bayhaqi {
namespace {

std::vector<std::string> lines(std::string_view text, DateReading reading = DateReading::kPetrarch) {
  ActorDictionary actors;
  ImportReport report;
  actors.read("a.txt", text, DictionaryFamily::kPetrarch2, report);
  std::vector<std::string> out;
  for (const ActorEntry& entry : make_entries(actors, reading)) out.push_back(entry_line(entry));
  return out;
}

using Lines = std::vector<std::string>;

TEST(Entries, OneEntryForPhrasesOfTheSameRecords) {
  EXPECT_EQ(lines("QUILLMARK_ [QLM]\n+QUILLMARKIAN_\nVOSS_ [QLMGOV]\nQUILLMARKIAN_ [TRN]\n"),
            Lines({"quillmark |  | Quillmark | QLM |", "quillmarkian |  | Quillmarkian | TRN |", "voss |  | Voss | QLMGOV |"}));
}

TEST(Entries, OfficesGiveTheResolvedCode) {
  EXPECT_EQ(lines("VOSS\n[QLMELI]\n[QLMGOV 840101-991231]\n"), Lines({"voss |  | Voss | QLMGOV 1984-01-01..1999-12-31; QLMELI |"}));
  EXPECT_EQ(lines("VOSS\n[QLMELI]\n[QLMGOV 840101-991231]\n", DateReading::kPetrarch2), Lines({"voss |  | Voss | QLMELI |"}));
  EXPECT_EQ(lines("VOSS\n[QLMGOV <840101][QLMOPP >840101]\n"), Lines({"voss |  | Voss | QLMGOV ..1984-01-01; QLMOPP 1984-01-02.. |"}));
  EXPECT_EQ(lines("VOSS\n[QLMGOV <840101][QLMOPP >840101]\n", DateReading::kPetrarch2), Lines({"voss |  | Voss | QLMGOV ..1983-12-31; QLMOPP 1984-01-01.. |"}));
}

TEST(Entries, DaysOfNobodyAreWrittenOut) {
  EXPECT_EQ(lines("VOSS [QLMGOV 20000101-081130]\n"), Lines({"voss |  | Voss | QLMGOV 2000-01-01..2008-11-30; - |"}));
  EXPECT_EQ(lines("PARK [---]\nCLUB [###]\nMERE\n"), Lines({"park |  | Park | - |", "club |  | Club | - |", "mere |  | Mere | - |"}));
  EXPECT_EQ(lines("VOSS [QLM][--- 840101-841231]\n"), Lines({"voss |  | Voss | - 1984-01-01..1984-12-31; QLM |"}));
  EXPECT_EQ(lines("VOSS [QLMGOV >20000101]\n"), Lines({"voss |  | Voss | QLMGOV 2000-01-01..; - |"}));
}

TEST(Entries, KeysAreUnique) {
  EXPECT_EQ(lines("AL-MERE [MER]\nAL_MERE [TRN]\n"), Lines({"al_mere |  | Al-Mere | MER |", "al_mere_2 |  | Al Mere | TRN |"}));
}

TEST(WrittenName, Capitals) {
  const std::vector<std::string> league = {"LEAGUE OF HARBOURS", "LOH", "ASSOCIATION OF INLAND LAKES", "AIL"};
  EXPECT_EQ(written_name("LEAGUE OF HARBOURS"), "League of Harbours");
  EXPECT_EQ(written_name("THE MERE"), "The Mere");
  EXPECT_EQ(written_name("AL-MEREDI BRIGADE"), "Al-Meredi Brigade");
  EXPECT_EQ(written_name("ÖRFJORD"), "Örfjord");
  EXPECT_EQ(written_name("LOH", league), "LOH");
  EXPECT_EQ(written_name("AIL", league), "AIL");
  EXPECT_EQ(written_name("LOH"), "Loh");
  EXPECT_EQ(written_name("WHO"), "WHO");
  EXPECT_EQ(written_name("QLTV NEWS"), "QLTV News");
}

TEST(WrittenName, IdentityAndKey) {
  EXPECT_EQ(name_identity("The Al-Mere"), "al - mere");
  EXPECT_EQ(key_of_name("Côte d'Alder (North)"), "cote_d_alder_north");
  EXPECT_EQ(key_of_name("平"), "name");
}

}  // namespace
}  // namespace bayhaqi
