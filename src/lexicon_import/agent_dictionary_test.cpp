#include "lexicon_import/agent_dictionary.h"

#include <gtest/gtest.h>

namespace bayhaqi {
namespace {

struct Imported {
  AgentDictionary agents;
  ImportReport report;

  explicit Imported(std::string_view text, DictionaryFamily family = DictionaryFamily::kPetrarch2) {
    agents.read("g.txt", text, family, report);
    EXPECT_EQ(report.lines, report.comments + report.imported + report.skipped);
  }
  // "~GOV WARDENS", "NGO~"; "?" if the phrase is not there.
  [[nodiscard]] std::string of(std::string_view words) const {
    const ImportedAgent* agent = agents.find(words);
    if (agent == nullptr) return "?";
    return (agent->prefix ? agent->code + "~" : "~" + agent->code) + (agent->plural.empty() ? "" : " " + agent->plural);
  }
  [[nodiscard]] std::string faults() const { return report.faults.text(); }
};

TEST(AgentDictionary, MakesPlurals) {
  const Imported in("HARBOUR_WARDEN [~GOV]\nFERRY [~BUS]\nPILOTESS [~BUS] # x\nenvoy_ [~gov]\n");
  EXPECT_EQ(in.faults(), "");
  EXPECT_EQ(in.of("HARBOUR WARDEN"), "~GOV HARBOUR WARDENS");
  EXPECT_EQ(in.of("FERRY"), "~BUS FERRIES");
  EXPECT_EQ(in.of("PILOTESS"), "~BUS PILOTESSES");
  EXPECT_EQ(in.of("ENVOY"), "~GOV ENVOIES");  // as the readers of these files have it
}

TEST(AgentDictionary, OwnPluralsAndNone) {
  const Imported in("OX_HERD {OXEN_HERDS} [~AGR]\nCOAST_GUARD {} [~MIL]\nREEVE { } [~GOV]");
  EXPECT_EQ(in.of("OX HERD"), "~AGR OXEN HERDS");
  EXPECT_EQ(in.of("COAST GUARD"), "~MIL");
  EXPECT_EQ(in.of("REEVE"), "~GOV");
  EXPECT_EQ(in.faults(), "");
}

TEST(AgentDictionary, CodesInFrontOfTheActors) { EXPECT_EQ(Imported("RELIEF_LEAGUE [NGO~]").of("RELIEF LEAGUE"), "NGO~ RELIEF LEAGUES"); }

TEST(AgentDictionary, LongCodes) { EXPECT_EQ(Imported("REBEL_GUNNER {} [~REBMIL]").of("REBEL GUNNER"), "~REBMIL"); }

TEST(AgentDictionary, SetsGiveOneAgentAMemberWithoutPlurals) {
  const Imported in("!FOLK! = MAN, MEN,WOMAN , RIVER_FOLK\nCOUNCIL!FOLK! [~LEG]\nSTATES!FOLK!_AT_SEA [~GOV]\n");
  EXPECT_EQ(in.faults(), "");
  EXPECT_EQ(in.of("COUNCILMAN"), "~LEG");
  EXPECT_EQ(in.of("COUNCILMEN"), "~LEG");
  EXPECT_EQ(in.of("COUNCILRIVER FOLK"), "~LEG");
  EXPECT_EQ(in.of("STATESWOMAN AT SEA"), "~GOV");
  EXPECT_EQ(in.agents.agents().size(), 8U);
}

TEST(AgentDictionary, ALaterPhraseReplacesAnEarlierOne) {
  const Imported in("WARDEN [~GOV]\nWARDEN [~COP]\nWARDEN [~COP]\n");
  EXPECT_EQ(in.of("WARDEN"), "~COP WARDENS");
  EXPECT_EQ(in.faults(), "g.txt:2:1: 'WARDEN' replaces that of g.txt:1\n");
}

TEST(AgentDictionary, SemicolonsAreCommentsInTabari) { EXPECT_EQ(Imported("WARDEN [~GOV] ; x [~COP]", DictionaryFamily::kTabari).faults(), ""); }

TEST(AgentDictionary, SaysWhyALineIsNotTaken) {
  const Imported in("WARDEN\nREEVE [GOV]\nCROFTER [~AGR\nA{B [~AGR]\nM!FOLK! [~CVL]\n!X = Y\n!SET!=\nB [~A1]\nC {CS} D [~GOV] E\n_ [~GOV]\n");
  EXPECT_EQ(in.faults(),
            "g.txt:1:1: expected '[~CODE]' or '[CODE~]' behind the name, found no '['\n"
            "g.txt:2:8: expected '~' before or behind the code, found 'GOV'\n"
            "g.txt:3:9: expected ']' after '[', found the end of the line\n"
            "g.txt:4:2: expected '}' after '{', found the code\n"
            "g.txt:5:2: expected a set that is given above, found '!FOLK!'\n"
            "g.txt:6:1: expected a set '!NAME! = WORD, WORD', found '!X = Y'\n"
            "g.txt:7:6: expected a word of the set, found nothing\n"
            "g.txt:8:4: expected a code of 3 to 12 letters with '~', found '~A1'\n"
            "g.txt:9:8: expected the code behind the plural, found 'D', which is left out\n"
            "g.txt:9:17: expected the end of the line, found 'E', which is left out\n"
            "g.txt:10:1: expected a name, found nothing\n");
  EXPECT_EQ(in.report.imported, 1U);
  EXPECT_EQ(in.report.skipped, 9U);
}

}  // namespace
}  // namespace bayhaqi
