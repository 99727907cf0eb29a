#include "lexicon_tools/look_up.h"

#include <gtest/gtest.h>

#include "base/civil_date.h"
#include "lexicon_tools/nearest_names.h"
#include "support/compiled.h"
#include "support/temporary_folder.h"

namespace bayhaqi {
namespace {

using testing_support::compiled;
using testing_support::TemporaryFolder;

const TemporaryFolder& folder() {
  static const TemporaryFolder kFolder({{"countries.txt", "QLM | Quillmark | Quillmarkian | Quillmarkians | Port Alder\n"},
                                        {"agents.txt", "soldier | soldiers | MIL | person |\n"},
                                        {"agent_modifiers.txt", "former | ELI\n"},
                                        {"references.txt", "sides | @sides\n"},
                                        {"actors/people.txt",
                                         "irina_voss | person | Irina Voss; Voss* | QLMELI ..1999; QLMGOV harbour minister 2000..2008-11-30; - |\n"
                                         "olan_voss | person | Olan Voss; Old Quillmark 1950..1960 | QLMMIL 1990..1999 |\n"}});
  return kFolder;
}

std::vector<FoundWords> found(std::string_view words, CivilDate date = {2005, 3, 4}) {
  static const auto kActors = compiled<ActorLexicon>(compile_actors, folder().path(""), folder().path(""));
  return look_up(kActors.rules, words, days_from_civil(date));
}

TEST(LookUp, TellsTheOfficeThatDecides) {
  const auto parts = found("Irina Voss");
  ASSERT_EQ(parts.size(), 1U);
  ASSERT_EQ(parts[0].candidates.size(), 1U);
  const Candidate& irina = parts[0].candidates[0];
  EXPECT_EQ(irina.code, "QLMGOV");
  EXPECT_EQ(irina.key, "irina_voss");
  EXPECT_EQ(irina.rule.line, 1U);
  ASSERT_EQ(irina.offices.size(), 3U);
  EXPECT_TRUE(irina.offices[1].decides && !irina.offices[0].decides && !irina.offices[2].decides);
  EXPECT_EQ(irina.offices[1].role, "harbour minister");
  EXPECT_EQ(found("Irina Voss", {1990, 1, 1})[0].candidates[0].code, "QLMELI");
  EXPECT_EQ(found("Irina Voss", {2010, 1, 1})[0].candidates[0].code, "");
}

TEST(LookUp, SeveralCandidatesInOrder) {
  const auto parts = found("VOSS", {1995, 1, 1});
  ASSERT_EQ(parts.size(), 1U);
  ASSERT_EQ(parts[0].candidates.size(), 3U);  // a short form before two surnames
  EXPECT_EQ(parts[0].candidates[0].type, LexemeType::kName);
  EXPECT_EQ(parts[0].candidates[2].key, "olan_voss");
  EXPECT_EQ(parts[0].candidates[2].code, "QLMMIL");
  EXPECT_EQ(found("Olan Voss")[0].candidates[0].code, "QLMELI");
}

TEST(LookUp, CutsIntoAgentsModifiersAndCountries) {
  const auto parts = found("former Quillmarkian soldiers of nowhere at all");
  ASSERT_EQ(parts.size(), 4U);
  EXPECT_EQ(parts[0].candidates[0].type, LexemeType::kModifier);
  EXPECT_EQ(parts[1].candidates[0].type, LexemeType::kAdjective);
  EXPECT_EQ(parts[2].candidates[0].code, "MIL");
  EXPECT_TRUE(parts[2].candidates[0].plural);
  EXPECT_EQ(parts[3].words, "of nowhere at all");
  EXPECT_TRUE(parts[3].candidates.empty());
}

TEST(LookUp, NamesWithDates) {
  EXPECT_FALSE(found("Old Quillmark")[0].candidates[0].holds);
  EXPECT_TRUE(found("Old Quillmark", {1955, 1, 1})[0].candidates[0].holds);
}

TEST(NearestNames, CountsEdits) {
  EXPECT_EQ(edit_distance("voss", "voss", 2), 0U);
  EXPECT_EQ(edit_distance("voss", "vsos", 2), 1U);
  EXPECT_EQ(edit_distance("voss", "vos", 2), 1U);
  EXPECT_EQ(edit_distance("voss", "boast", 2), 3U);
  EXPECT_EQ(edit_distance("a", "abcdef", 2), 3U);
}

TEST(NearestNames, AreSortedByDistance) {
  const DictionaryTexts texts = {{"actors/a.txt", "# x\nirina_voss | person | Irina Voss; Irena Foss* | QLM |\n"}, {"agents.txt", "soldier | soldiers | MIL | person |\n"}, {"events/frames/a.txt", "irina vos\n"}};
  const auto near = nearest_names(texts, "Irina Vos", 5);
  ASSERT_EQ(near.size(), 2U);
  EXPECT_EQ(near[0].name, "Irina Voss");
  EXPECT_EQ(near[0].place, "lexicon/actors/a.txt:2");
  EXPECT_EQ(near[1].name, "Irena Foss");
  EXPECT_TRUE(nearest_names(texts, "Quillmark", 5).empty());
}

}  // namespace
}  // namespace bayhaqi
