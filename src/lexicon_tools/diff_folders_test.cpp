#include "lexicon_tools/diff_folders.h"

#include <gtest/gtest.h>

namespace bayhaqi {
namespace {

std::string diff(const DictionaryTexts& before, const DictionaryTexts& after) {
  std::string text;
  for (const EntryChange& change : diff_folders(before, after)) text += change_text(change);
  return text;
}

TEST(DiffFolders, SameEntriesInAnyOrderAreNoChange) {
  EXPECT_EQ(diff({{"agents.txt", "# one\na | as | GOV | person |\nb | bs | GOV | person |\n"}}, {{"agents.txt", "b  |bs|GOV | person |\n\na | as | GOV | person |\n# two\n"}}), "");
}

TEST(DiffFolders, TellsWhatWasAddedRemovedAndChanged) {
  EXPECT_EQ(diff({{"agents.txt", "a | as | GOV | person |\nb | bs | GOV | person |\n"}}, {{"agents.txt", "b | bs | MIL | body |\nc | | GOV | person |\n"}}),
            "- agents.txt:1: a | as | GOV | person |\n"
            "~ agents.txt:1: b\n    sector: 'GOV' -> 'MIL'\n    kind: 'person' -> 'body'\n"
            "+ agents.txt:2: c | | GOV | person |\n");
}

TEST(DiffFolders, ListsItemByItem) {
  EXPECT_EQ(diff({{"actors/a.txt", "voss | person | Irina Voss; Voss | QLMELI ..1999; QLMGOV 2000.. | Q1\n"}}, {{"actors/a.txt", "voss | person | Irina Voss; I. Voss | QLMELI ..1998; QLMGOV 2000.. | Q1\n"}}),
            "~ actors/a.txt:1: voss\n    names: -'Voss' +'I. Voss'\n    offices: -'QLMELI ..1999' +'QLMELI ..1998'\n");
}

TEST(DiffFolders, AMovedActorIsTheSame) {
  EXPECT_EQ(diff({{"actors/a.txt", "voss | person | Voss | QLM |\n"}}, {{"actors/b.txt", "# x\nvoss | person | Voss | QLM |\n"}}), "~ actors/b.txt:2: voss\n    file: 'actors/a.txt' -> 'actors/b.txt'\n");
  EXPECT_EQ(diff({{"speech/a.txt", "voss | x\n"}}, {{"speech/b.txt", "voss | x\n"}}), "- speech/a.txt:1: voss | x\n+ speech/b.txt:1: voss | x\n");
}

TEST(DiffFolders, KeysThatRepeatArePaired) {
  EXPECT_EQ(diff({{"places/t.txt", "Tarn | | QLM | 1\nTarn | | TRN | 2\nTarn | | ABC | 3\n"}}, {{"places/t.txt", "Tarn | | TRN | 2\nTarn | | QLM | 9\n"}}),
            "~ places/t.txt:2: Tarn\n    latitude: '1' -> '9'\n- places/t.txt:3: Tarn | | ABC | 3\n");
}

}  // namespace
}  // namespace bayhaqi
