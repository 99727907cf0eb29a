#include "bayhaqi/grammar.h"

#include <gtest/gtest.h>

namespace bayhaqi {
namespace {

TEST(Grammar, NamesGoThereAndBack) {
  for (int i = 0; i < kUposCount; ++i) EXPECT_EQ(parse_upos(to_string(static_cast<Upos>(i))), static_cast<Upos>(i));
  for (int i = 0; i < kRelationCount; ++i) EXPECT_EQ(parse_relation(to_string(static_cast<Relation>(i))), static_cast<Relation>(i));
  EXPECT_FALSE(parse_upos("verb") || parse_relation("subject"));
}

TEST(Grammar, SubtypesFallBackToTheUniversalRelation) {
  EXPECT_EQ(parse_relation("obl:tmod"), Relation::kOblUnmarked);
  EXPECT_EQ(parse_relation("nmod:npmod"), Relation::kNmodUnmarked);
  EXPECT_EQ(parse_relation("nmod:gobj"), Relation::kNmod);
  EXPECT_EQ(universal(Relation::kNsubjPass), Relation::kNsubj);
  EXPECT_EQ(universal(Relation::kOblAgent), Relation::kObl);
  EXPECT_EQ(universal(Relation::kXcomp), Relation::kXcomp);
}

TEST(Grammar, FeaturesGoThereAndBack) {
  for (const char* features : {"_", "Number=Plur", "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin", "Case=Acc|Number=Sing|Person=3|PronType=Prs|Reflex=Yes", "Degree=Sup", "Abbr=Yes|Number=Sing", "Definite=Def|PronType=Art",
                               "Polarity=Neg", "NumType=Card", "Tense=Past|VerbForm=Part|Voice=Pass", "Case=Gen|Gender=Fem|Number=Sing|Person=3|Poss=Yes|PronType=Prs"}) {
    EXPECT_EQ(to_string(parse_morph(features)), features);
  }
  EXPECT_EQ(to_string(parse_morph("ExtPos=ADP|Number=Sing|Typo=Yes")), "Number=Sing");
  EXPECT_EQ(to_string(parse_morph("Number=Dual")), "_");
}

}  // namespace
}  // namespace bayhaqi
