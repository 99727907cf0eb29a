#include "lexicon_tools/check_folder.h"

#include <gtest/gtest.h>

namespace bayhaqi {
namespace {

const DictionaryTexts kBase = {{"countries.txt", "FRA | France\nRUS | Russia\n"},
                               {"actors/people.txt", "x | person | Ada Bell | FRAGOV |\n"},
                               {"events/frames/a.txt", "greet/v | 010 | subj > obj |\n"},
                               {"import/function_words.txt", "in | preposition\nunder | preposition\nup | particle\n"}};

std::string remarks(const DictionaryTexts& folder) { return check_folder("lexicon", folder, kBase, FolderUse::kInPlace).text(); }

TEST(CheckFolder, TellsNothingOfTheBaseAndOfWhatIsSound) {
  EXPECT_EQ(remarks({}), "");
  EXPECT_EQ(remarks({{"actors/mine.txt", "ada | person | Ada Bell; Bell* | FRAGOV minister 2001..2004; FRAPTY leader 2003..2008; FRAOPP |\n"}}), "");
  EXPECT_EQ(remarks({{"events/frames/mine.txt", "%v_go/v in=$GOV under!=* out_of=$several | 190 | subj > in/obj.from/comp.subj! |\n"}, {"events/sets/mine.txt", "%v_go | go; move+up\n"}}), "");
}

TEST(CheckFolder, OfficesThatBeginTogether) {
  EXPECT_EQ(remarks({{"actors/mine.txt", "ada | person | Ada Bell | FRAGOV 2001..2004; FRAPTY 2001..2003; RUSGOV 2005..; FRAOPP 2010..2011; RUSGOV 2005.. |\n"}}),
            "lexicon/actors/mine.txt:1:46: the dates overlap from the first day with those of 'FRAGOV 2001..2004', which has another code; this one counts\n"
            "lexicon/actors/mine.txt:1:99: 'RUSGOV 2005..' stands twice in this entry\n");
  EXPECT_EQ(remarks({{"actors/mine.txt", "ada | person | Ada Bell | FRAPTY 2003..2006; FRAMIL 2004..2005; RUSMIL 2005-02..2005-03; FRAGOV 2005..2005-06 |\n"}}), "");
}

TEST(CheckFolder, CodesThatNobodyKnowsEachOnce) {
  EXPECT_EQ(remarks({{"actors/mine.txt", "a | person | Ann | XYZGOV |\nb | person | Ben | XYZMIL; FRAGVO |\n"}, {"agents.txt", "hero | heroes | GVO | person | FRX\nsoldier | soldiers | ~AGR | person |\n"}}),
            "lexicon/actors/mine.txt:1:20: 'XYZ' of 'XYZGOV' is no code of countries.txt, no sector and no class (so in 2 places)\n"
            "lexicon/actors/mine.txt:2:28: 'GVO' of 'FRAGVO' is no sector (so in 2 places)\n"
            "lexicon/agents.txt:1:32: 'FRX' is no code of countries.txt\n");
}

TEST(CheckFolder, NamesOfTwoEntries) {
  EXPECT_EQ(remarks({{"actors/mine.txt", "a | person | Ann Low; Ann Low | FRAGOV |\nb | person | Ann Low; Ben* | FRAGOV |\nc | person | Cid; Ben* | RUSGOV |\n"}}),
            "lexicon/actors/mine.txt:1:23: 'Ann Low' stands twice in this entry\n"
            "lexicon/actors/mine.txt:2:14: 'Ann Low' is also a name in lexicon/actors/mine.txt:1; with '*' behind it, the text decides which is meant\n");
}

TEST(CheckFolder, LinesOnTopReplaceThoseOfTheBase) {
  const DictionaryTexts base = {{"actors/people.txt", "ada | person | Ada Bell | FRAGOV |\nben | person | Ben Cox | FRAGOV |\n"}, {"events/frames/a.txt", "greet/v | 010 | subj > obj |\n"}};
  const DictionaryTexts mine = {{"actors/more.txt", "ada | person | Ada Bell | FRAOPP |\ncid | person | Ben Cox | FRAGOV |\n"}, {"events/frames/b.txt", "greet/v | 020 | subj > obj |\n"}};
  EXPECT_EQ(check_folder("mine", mine, base, FolderUse::kOnTop).text(), "mine/actors/more.txt:2:16: 'Ben Cox' is also a name in lexicon/actors/people.txt:2; with '*' behind it, the text decides which is meant\n");
}

TEST(CheckFolder, SlipsInFrames) {
  EXPECT_EQ(remarks({{"events/frames/mine.txt", "zap/v objj=town with=$GOVT | 190 | sbj > obj/form |\nzap/v with=a obj=b | 190 | subj > obj |\nzap/v obj=b with=a | 111 | subj > wiht |\nzap/v up=town | - | subj > obj |\n"}}),
            "lexicon/events/frames/mine.txt:1:7: no slot is called 'objj'; 'obj' may be meant\n"
            "lexicon/events/frames/mine.txt:1:22: expected a sector like $GOV, $actor, $several, $country, $person or $place, found '$GOVT'\n"
            "lexicon/events/frames/mine.txt:1:36: no slot is called 'sbj'; 'subj' may be meant\n"
            "lexicon/events/frames/mine.txt:1:46: no slot is called 'form'; 'from' may be meant\n"
            "lexicon/events/frames/mine.txt:3:1: never counts: the same pattern stands in lexicon/events/frames/mine.txt:2\n"
            "lexicon/events/frames/mine.txt:3:35: no slot is called 'wiht'; 'with' may be meant\n"
            "lexicon/events/frames/mine.txt:4:17: a line without an event needs reason=… in its last field, for explain to show\n");
}

TEST(CheckFolder, SetsThatNothingUsesOrThatHoldThemselves) {
  EXPECT_EQ(remarks({{"events/sets/mine.txt", "%a | b; %a; b\n%c | d\n"}}),
            "lexicon/events/sets/mine.txt:1:9: '%a' holds itself\n"
            "lexicon/events/sets/mine.txt:1:13: 'b' stands twice in this set\n"
            "lexicon/events/sets/mine.txt:2:1: no frame and no other set uses '%c'\n");
}

}  // namespace
}  // namespace bayhaqi
