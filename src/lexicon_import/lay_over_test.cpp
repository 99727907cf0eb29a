#include "lexicon_import/lay_over.h"

#include <gtest/gtest.h>

namespace bayhaqi {
namespace {

const DictionaryTexts kFolder = {
    {"countries.txt", "# States.\nQLM | Quillmark | Quillmarkian | Quillmarkians | Port Alder\nTRN | Tarnland*\n"},
    {"agents.txt", "# Agents.\nharbour council | harbour councils | GOV | body |\nsoldier | soldiers; troopers | MIL | person |\ntroops | | MIL | people |\n"},
    {"actors/people/quillmark.txt",
     "# People.\nirina_voss | person | Irina Voss; Voss*; I. Voss 1990..1999 | QLMELI | Q12\nolan_dray | person | Olan Dray; Dray | QLMGOV |\nshared | group | Harbour Front; Front | QLMREB |\n"},
};

struct Laid {
  LayOverCounts counts;
  DictionaryTexts texts;

  explicit Laid(std::string_view actors, bool only = false) {
    ActorDictionary read;
    ImportReport report;
    read.read("far/world.actors", actors, DictionaryFamily::kPetrarch2, report);
    texts = lay_over_actors(kFolder, make_entries(read, DateReading::kPetrarch), only, counts);
  }
  // Entries of the imported file.
  [[nodiscard]] std::string imported() const { return entries(texts.at("actors/imported/world_actors.txt")); }
  [[nodiscard]] std::string people() const { return entries(texts.at("actors/people/quillmark.txt")); }
  static std::string entries(const std::string& text) {
    std::string out;
    for (const std::string& line : lines_of(text)) {
      if (!line.starts_with('#')) out += line + "\n";
    }
    return out;
  }
};

TEST(LayOver, AnEntryWithTheSameNameIsReplacedAndKeepsWhatItKnows) {
  const Laid laid("IRINA_VOSS_ [QLMGOV]\n+VOSS_\n+IRA_VOSS_\n");
  EXPECT_EQ(laid.imported(), "irina_voss | person | Irina Voss; Voss; I. Voss 1990..1999; Ira Voss | QLMGOV | Q12\n");
  EXPECT_EQ(laid.people(), "olan_dray | person | Olan Dray; Dray | QLMGOV |\nshared | group | Harbour Front; Front | QLMREB |\n");
  EXPECT_EQ(laid.counts.in_place, 1U);
}

TEST(LayOver, WhereSeveralShareNamesOnlyTheNamesGo) {
  const Laid laid("HARBOUR_FRONT [QLMOPP]\nFRONT [TRNREB]\nDRAY [TRN]\n+HARBOUR_DRAY\n+VOSS\n");
  EXPECT_EQ(laid.imported(),
            "dray | organisation | Dray; Harbour Dray; Voss | TRN |\n"
            "front | group | Front | TRNREB |\n"
            "harbour_front | group | Harbour Front | QLMOPP |\n");
  EXPECT_EQ(laid.people(), "irina_voss | person | Irina Voss; I. Voss 1990..1999 | QLMELI | Q12\nolan_dray | person | Olan Dray | QLMGOV |\n");
  EXPECT_EQ(laid.counts.names_taken, 4U);
}

TEST(LayOver, WhatCountriesHasAlreadyIsLeftThere) {
  const Laid laid("QUILLMARK [QLM]\n+QUILLMARKIAN\n+OLD_QUILLMARK\nTARNLAND [TRN]\nPORT_ALDER [TRN]\n");
  EXPECT_EQ(laid.imported(),
            "port_alder | organisation | Port Alder | TRN |\n"
            "quillmark | organisation | Old Quillmark | QLM |\n"
            "tarnland | organisation | Tarnland | TRN |\n");
  EXPECT_EQ(laid.counts.left_alone, 2U);
}

TEST(LayOver, OnlyKeepsNothing) {
  const Laid laid("QUILLMARK [QLM]\nIRINA_VOSS [QLMGOV >19990101]\n", true);
  EXPECT_EQ(laid.texts.size(), 2U);
  EXPECT_EQ(laid.texts.at("countries.txt"), "# States.\n");
  EXPECT_EQ(laid.imported(), "irina_voss | person | Irina Voss | QLMGOV 1999-01-01..; - |\nquillmark | organisation | Quillmark | QLM |\n");
}

TEST(LayOver, KindsAreGuessedFromNameAndOffice) {
  EXPECT_EQ(Laid("ODO_MERE [TRNGOV >19990101]\nLEAGUE_OF_LAKES [TRNGOV >19990101]\nTARN_COUNCIL [TRNGOV >19990101]\nMERE [TRNELI]\n", true).imported(),
            "league_of_lakes | organisation | League of Lakes | TRNGOV 1999-01-01..; - |\n"
            "mere | organisation | Mere | TRNELI |\n"
            "odo_mere | person | Odo Mere | TRNGOV 1999-01-01..; - |\n"
            "tarn_council | organisation | Tarn Council | TRNGOV 1999-01-01..; - |\n");
}

std::string agents(std::string_view imported, bool only = false) {
  AgentDictionary read;
  ImportReport report;
  read.read("g", imported, DictionaryFamily::kPetrarch2, report);
  LayOverCounts counts;
  return Laid::entries(lay_over_agents(kFolder.at("agents.txt"), read, only, counts));
}

TEST(LayOver, AgentsReplaceThoseOfTheSameWords) {
  EXPECT_EQ(agents("TROOPER [~COP]\nSOLDIER {} [~MILREB]\nSEA_COUNCIL [~LEG]\nRELIEF_LEAGUE [NGO~]\n"),
            "harbour council | harbour councils | GOV | body |\n"
            "relief league | relief leagues | NGO~ | body |\n"
            "sea council | sea councils | ~LEG | body |\n"
            "soldier |  | ~MILREB | person |\n"
            "trooper | troopers | ~COP | person |\n"
            "troops |  | MIL | people |\n");
  EXPECT_EQ(agents("TROOPS {} [~COP]", true), "troops |  | ~COP | people |\n");
}

}  // namespace
}  // namespace bayhaqi
