#include "lexicon_import/import_verbs.h"

#include <gtest/gtest.h>

namespace bayhaqi {
namespace {

const std::set<std::string> kCodes = {"010", "020", "030", "040", "042", "043", "057", "060", "070", "073", "100", "112", "120", "130", "138", "173", "190"};

FunctionWords function_words() {
  Faults faults;
  auto table = Table::read(std::string(BAYHAQI_SOURCE_DIR) + "/lexicon/import/function_words.txt", "function_words.txt", faults);
  FunctionWords words = FunctionWords::read(*table, faults);
  EXPECT_TRUE(faults.empty()) << faults.text();
  return words;
}

struct Outcome {
  ImportedVerbs verbs;
  ImportReport report;
  [[nodiscard]] bool has(const std::string& line) const { return verbs.frames.find("\n" + line) != std::string::npos || verbs.sets.starts_with(line) || verbs.sets.find("\n" + line) != std::string::npos; }
  [[nodiscard]] std::string all() const { return verbs.frames + "---\n" + verbs.sets + "---\n" + report.faults.text(); }
};

Outcome import(std::string_view text, VerbDialect dialect = VerbDialect::kLinear) {
  Outcome outcome;
  VerbImportOptions options;
  options.dialect = dialect;
  options.codes = kCodes;
  options.outer_codes = {"030", "100", "120", "130"};
  outcome.verbs = import_verbs("v.txt", text, function_words(), options, outcome.report);
  EXPECT_EQ(outcome.report.lines, outcome.report.comments + outcome.report.imported + outcome.report.skipped) << outcome.all();
  return outcome;
}

#define EXPECT_LINE(outcome, line) EXPECT_TRUE((outcome).has(line)) << (outcome).all()

TEST(ImportVerbs, BlockSynonymsFormsAndOwnCodes) {
  const Outcome o = import("--- FERRY [060] ---\nFERRY {FERRIES FERRIED FERRYING}\nTOW [070]\n+HAUL_AWAY\nRE_+FLOAT\n- * SAILORS [073]\n");
  EXPECT_LINE(o, "%x_v_ferry | ferry; tow; haul+away; re-float; refloat");
  EXPECT_LINE(o, "ferry/v | 060 | subj > ");
  EXPECT_LINE(o, "tow/v | 070 | subj > ");
  EXPECT_LINE(o, "haul+away/v | 060 | ");
  EXPECT_LINE(o, "%x_v_ferry/v obj=sailors,sailor | 073 | subj > obj/iobj/to");
  EXPECT_NE(o.verbs.frames.find("# v.txt:6  - * SAILORS [073]\n"), std::string::npos);
  EXPECT_EQ(o.report.skipped, 0U) << o.all();
}

TEST(ImportVerbs, LinearPlaceholders) {
  const Outcome o = import("CHIDE [112]\n- * ENVOY OF + [073]\n- + WAS * BY $ [190]\n- * TALKS_WITH % [040]\n- SEA_PORT OF * TO + [042]\n- $ * + [020]\n- * ^ FOR + [057]\n");
  EXPECT_LINE(o, "chide/v obj=envoy of=* | 073 | subj > of/obj.of");
  EXPECT_LINE(o, "chide/v passive=* subj=* | 190 | subj > obj");
  EXPECT_LINE(o, "chide/v obj=talks,talk with=$several | 040 | with/obj.with <> with/obj.with");
  EXPECT_LINE(o, "chide/v subj=port~sea to=* | 042 | subj > to");
  EXPECT_LINE(o, "chide/v obj=* | 020 | subj > obj");
  EXPECT_LINE(o, "chide/v obj=* for=* | 057 | subj > for");
}

TEST(ImportVerbs, WordsThatCanStandInTwoWays) {
  const Outcome o = import("VOW [030]\n- * TO MARCH [130]\n- * TROOPS BORDER [190]\n- * OLD_BRIDGE [173]\n- * STAGING RALLIES [112]\n- * ON + [120]\n- * UP [070]\n- AGREED TO * + [057]\n");
  EXPECT_LINE(o, "vow/v to=march | 130");
  EXPECT_LINE(o, "vow/v comp=march | 130");
  EXPECT_LINE(o, "vow/v obj=troops,troop text=border | 190");
  EXPECT_LINE(o, "vow/v obj=border~troops,border~troop | 190");
  EXPECT_LINE(o, "vow/v obj=bridge~old | 173");
  EXPECT_LINE(o, "vow/v comp=staging text=rallies,rally | 112");
  EXPECT_LINE(o, "vow/v on=* | 120 | subj > on");
  EXPECT_LINE(o, "vow+on/v obj=* | 120 | subj > obj");
  EXPECT_LINE(o, "vow+up/v | 070");
  EXPECT_LINE(o, "agree/v comp=vow | 057 | subj > comp.obj");
}

TEST(ImportVerbs, SynsetsAndUndefinedOnes) {
  const Outcome o = import("&VESSEL\n+BARGE\n+CARGO_BOAT\n+SHEEP_\n&HELPER_\n+SHALL\n\n--- SINK [190] ---\nSINK\n- * &VESSEL [173]\n- &HELPER * [130]\n- * &GHOST [020]\n");
  EXPECT_LINE(o, "%x_vessel | barge; cargo_boat; sheep");
  EXPECT_LINE(o, "sink/v obj=%x_vessel | 173");
  EXPECT_LINE(o, "sink/v aux=%x_helper | 130");  // a set of auxiliaries
  EXPECT_NE(o.report.faults.text().find("the set &GHOST is not defined"), std::string::npos);
  EXPECT_EQ(o.report.skipped, 1U);
}

TEST(ImportVerbs, PairsNullsAndUnknownCodes) {
  const Outcome o = import("HOST [043:042]\n- * CRICKET [---]\n- * CHESS [###]\n- * BALL [0421]\n- * SHIPS [955]\n- * GUESTS [:042]\n- * FEASTS [040:040]\n");
  EXPECT_LINE(o, "host/v | 043 | subj > obj/iobj/to/with/against/on/from/for/of/in | back=042");
  EXPECT_LINE(o, "host/v obj=cricket | - | ");
  EXPECT_LINE(o, "host/v obj=chess | - | ");
  EXPECT_LINE(o, "host/v obj=ball | 042 | ");
  EXPECT_LINE(o, "host/v obj=guests,guest | 042 | obj/iobj");
  EXPECT_LINE(o, "host/v obj=feasts,feast | 040 | subj <> obj");
  const std::string faults = o.report.faults.text();
  EXPECT_NE(faults.find("no code 0421; it becomes 042"), std::string::npos);
  EXPECT_NE(faults.find("no code 955"), std::string::npos);
  EXPECT_NE(faults.find("drops the whole story"), std::string::npos);
}

TEST(ImportVerbs, CompoundsAreSeveralActors) {
  const Outcome o = import("SPAR [190]\n- % * [130]\n- * WITH % [040]\n- * % [060]\n");
  EXPECT_LINE(o, "spar/v subj=$several | 130 | subj <> subj");
  EXPECT_LINE(o, "spar/v with=$several | 040 | with <> with");
  EXPECT_LINE(o, "spar/v obj=$several | 060 | obj <> obj");
}

TEST(ImportVerbs, WhatStandsBehindACodeIsTold) {
  const Outcome o = import("STEER [010] GOOD\n- * WELL [020\n");
  EXPECT_NE(o.report.faults.text().find("v.txt:1:1: expected nothing behind the code, found 'GOOD', which is left out"), std::string::npos) << o.all();
  EXPECT_NE(o.report.faults.text().find("v.txt:2:1: expected ']' behind the code"), std::string::npos) << o.all();
}

TEST(ImportVerbs, TreePatternsWithoutCodeMakeNoEvent) {
  const Outcome o = import("####### VERB PATTERNS #######\n--- SINK [190] ---\nSINK\n- * HEART\n<!-- old -->\n- * SHIP [173]\n", VerbDialect::kTree);
  EXPECT_LINE(o, "sink/v obj=heart | - | ");
  EXPECT_LINE(o, "sink/v obj=ship | 173 | ");
  EXPECT_NE(o.report.faults.text().find("v.txt:5:1: PETRARCH2 reads no pattern below"), std::string::npos) << o.all();
  EXPECT_EQ(o.report.skipped, 0U);
}

TEST(ImportVerbs, NothingIsDroppedInSilence) {
  const Outcome o = import("- * EARLY [010]\nSTEER [010] ;a TABARI comment\nCARRY_NOTHING\n- * {OLD|NEW} WAR [190]\n- NO STAR [010]\n- * NO CODE\n- * A * B [010]\n- * TAB [010]\n- * TAB [020]\n<!-- far\n- * AWAY [010]\n-->\n# done\n");
  EXPECT_EQ(o.report.skipped, 7U) << o.all();
  EXPECT_EQ(o.report.comments, 4U) << o.all();
  EXPECT_EQ(o.report.imported, 2U) << o.all();
}

TEST(ImportVerbs, TreePatterns) {
  const Outcome o = import(
      "&VESSEL\n+TUG\n####### VERB PATTERNS #######\n--- LEAVE [040] ---\nLEAVE\n+SET_SAIL\n- &VESSEL * {OLD TREATY} (WITH LEAGUE) [057]  # said\n"
      "- * PORT ^ (TO) [042:043]\n- * HARBOUR [:173]\n- * CREW (OF {NAVAL &VESSEL}) [190]\n- * + [010]\n- * (OF [010]\n",
      VerbDialect::kTree);
  EXPECT_LINE(o, "leave/v subj=%x_vessel obj=treaty~old with=league | 057");
  EXPECT_LINE(o, "leave/v obj=port to=* | 042");
  EXPECT_LINE(o, "leave/v obj=port to=* passive=* | 043");
  EXPECT_LINE(o, "leave/v obj=harbour passive=* | 173");
  EXPECT_FALSE(o.has("leave/v obj=harbour |"));
  EXPECT_LINE(o, "leave/v obj=crew of=%x_vessel~naval | 190");
  EXPECT_LINE(o, "set/v obj=sail | 040");
  EXPECT_EQ(o.report.skipped, 2U) << o.all();
}

TEST(ImportVerbs, TreeCombinations) {
  const Outcome o = import(
      "####### VERB PATTERNS #######\n--- VOW [130] ---\nVOW\nSWEAR\n--- SEIZE [173] ---\nSEIZE\n"
      "~ a (a b SEIZE) VOW = a b 138\n~ a (b . Q) VOW = a b 130\n~ a (b c Q) VOW = b c Q\n~ a (b c SEIZE) VOW = a b VOW_SEIZE\n~ a (b c FLY) VOW = a b 112\n~ nonsense\n",
      VerbDialect::kTree);
  EXPECT_LINE(o, "%x_v_vow/v comp=@173 | 138 | subj > comp.obj/comp.with");
  EXPECT_LINE(o, "%x_v_vow/v comp=@0,@1,@2 | 130 | subj > comp.subj");
  EXPECT_LINE(o, "vow/v | 130+ | ");
  EXPECT_EQ(o.report.skipped, 4U) << o.all();
}

TEST(ImportVerbs, GuessesTheDialect) {
  EXPECT_EQ(guess_dialect("HAIL [010]\n- * WITH + [040]\n"), VerbDialect::kLinear);
  EXPECT_EQ(guess_dialect("--- HAIL [010] ---\nHAIL\n- * (WITH LEAGUE) [040]\n"), VerbDialect::kTree);
  EXPECT_EQ(guess_dialect("####### VERB PATTERNS #######\n"), VerbDialect::kTree);
}

}  // namespace
}  // namespace bayhaqi
