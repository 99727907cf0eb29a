// Names used as places and what they mean, on trees built by hand, with a gazetteer of a few lines.
#include <gtest/gtest.h>

#include <string>

#include "place/find_places.h"
#include "place/governing.h"
#include "support/compiled.h"
#include "support/hand_tree.h"
#include "support/temporary_folder.h"

namespace bayhaqi {
namespace {

using testing_support::hand_tree;
using testing_support::TemporaryFolder;
using testing_support::token_of;

const TemporaryFolder& dictionary() {
  static const TemporaryFolder kFolder({
      {"countries.txt", "FRA | France | French | French | Paris\nSYR | Syria | Syrian | Syrian; Syrians | Damascus | 652 | 652\nUSA | United States; the United States | American | American; Americans | Washington\n"},
      {"places/abbreviations.txt", "Tex. | USA | Texas\nTX | USA | Texas\n"},
      {"places/districts.txt", "Lamar County |  | USA | 33.67 | -95.57 | 50000 |  | region | Texas\n"},
      {"places/ambiguous.txt", "mobile | word\nparis | person\n"},
      {"places/cities.txt",
       "Bethlehem |  | PSE | 31.70 | 35.20 | 29000 | 284315 | city\n"
       "Bethlehem |  | USA | 40.63 | -75.37 | 75000 | 5180225 | city | Pennsylvania\n"
       "Damascus |  | SYR | 33.51 | 36.29 | 1600000 | 170654 | city\n"
       "Homs | Hims | SYR | 34.73 | 36.72 | 775000 | 169577 | city | Homs\n"
       "French |  | USA | 33.50 | -95.00 | 3000 | 77 | city | Texas\n"
       "Lakeville |  | USA | 44.65 | -93.24 | 61000 | 55 | city | Minnesota\n"
       "Lakeville |  | USA | 33.70 | -95.60 | 3000 | 66 | city | Texas\n"
       "Mobile |  | USA | 30.69 | -88.04 | 194000 | 4076598 | city\n"
       "Paris |  | FRA | 48.85 | 2.35 | 2100000 | 2988507 | city\n"
       "Paris |  | USA | 33.66 | -95.55 | 25000 | 4717560 | city | Texas\n"},
      {"places/countries.txt", "France |  | FRA | 46.00 | 2.00 | 67000000 | 3017382 | country\nSyria |  | SYR | 35.00 | 38.00 | 17000000 | 163843 | country\nUnited States |  | USA | 39.00 | -98.00 | 327000000 | 6252001 | country\n"},
      {"places/known.txt", "Bethlehem | PSE\n"},
      {"places/other_names.txt", "Emesa | SYR | Homs\n"},
      {"places/regions.txt", "Texas |  | USA | 31.00 | -100.00 |  |  | region\n"},
      {"places/sites.txt", "Khmeimim Air Base |  | SYR | 35.41 | 35.95 |  |  | site\n"},
      {"places/towns.txt", ""},
      {"places/words.txt", "ambassador | title\nbetween | way; toward; loose\nborder | part; edge\nhospital | part; facility\nin | in\ninvade | enter\nnear | in\nprovince | part; kind; admin\nshell | strike\n"},
  });
  return kFolder;
}

const Gazetteer& gazetteer() {
  static const auto kCompiled = testing_support::compiled<Gazetteer>(compile_places, dictionary().path(""), "");
  return kCompiled.rules;
}

// "words=COUNTRY id" of every place.
std::string places(Document& document) {
  find_places(document, gazetteer());
  std::string out;
  for (const PlaceMention& place : document.places) out += (out.empty() ? "" : "; ") + std::string(document.words(place.span)) + "=" + place.country + " " + std::to_string(place.geonames);
  return out;
}

std::string places(std::string_view notation) {
  Document document = hand_tree(notation);
  return places(document);
}

TEST(Places, AreThoseThatTheWordsAroundMakePlaces) {
  EXPECT_EQ(places("Rebels/NOUN/nsubj:2/rebel met/VERB/root:0/meet in/ADP/case:4 Syria/PROPN/obl:2"), "Syria=SYR 163843");
  EXPECT_EQ(places("France/PROPN/nsubj:2 invaded/VERB/root:0/invade Syria/PROPN/obj:2"), "Syria=SYR 163843");
  EXPECT_EQ(places("They/PRON/nsubj:2 shelled/VERB/root:0/shell Homs/PROPN/obj:2"), "Homs=SYR 169577");
  EXPECT_EQ(places("They/PRON/nsubj:2 closed/VERB/root:0/close Syria/PROPN/nmod:poss:5 ~'s/PART/case:3 border/NOUN/obj:2"), "Syria=SYR 163843");
}

TEST(Places, GovernmentsTitlesAndPeopleAreNone) {
  EXPECT_EQ(places("Syria/PROPN/nsubj:2 condemned/VERB/root:0/condemn France/PROPN/obj:2"), "");
  EXPECT_EQ(places("Paris/PROPN/nsubj:2 condemned/VERB/root:0/condemn Damascus/PROPN/obj:2"), "");
  EXPECT_EQ(places("The/DET/det:2 ambassador/NOUN/nsubj:5 to/ADP/case:4 Syria/PROPN/nmod:2 left/VERB/root:0/leave"), "");
  EXPECT_EQ(places("A/DET/det:3 Syrian/ADJ/amod:3 boy/NOUN/nsubj:4 left/VERB/root:0/leave"), "");
}

TEST(Places, OneNameMeansThePlaceThatItsNeighboursSay) {
  EXPECT_EQ(places("They/PRON/nsubj:2 met/VERB/root:0/meet in/ADP/case:4 Paris/PROPN/obl:2"), "Paris=FRA 2988507");
  EXPECT_EQ(places("They/PRON/nsubj:2 met/VERB/root:0/meet in/ADP/case:4 Paris/PROPN/obl:2 ~,/PUNCT/punct:6 Texas/PROPN/appos:4"), "Paris=USA 4717560; Texas=USA 0");
}

TEST(Places, OtherNamesAndAccentsAreTheSamePlace) {
  EXPECT_EQ(places("They/PRON/nsubj:2 met/VERB/root:0/meet in/ADP/case:4 Hims/PROPN/obl:2"), "Hims=SYR 169577");
  EXPECT_EQ(places("They/PRON/nsubj:2 met/VERB/root:0/meet near/ADP/case:4 Émesa/PROPN/obl:2"), "Émesa=SYR 169577");
  EXPECT_EQ(places("They/PRON/nsubj:2 met/VERB/root:0/meet near/ADP/case:6 Khmeimim/PROPN/compound:6 Air/PROPN/compound:6 Base/PROPN/obl:2").substr(0, 21), "Khmeimim Air Base=SYR");
}

TEST(Places, WordsNeedACapital) {
  EXPECT_EQ(places("a/DET/det:3 mobile/ADJ/amod:3 bank/NOUN/root:0"), "");
  EXPECT_EQ(places("They/PRON/nsubj:2 met/VERB/root:0/meet in/ADP/case:4 Mobile/PROPN/obl:2"), "Mobile=USA 4076598");
}

TEST(Places, ShortFormsCountBehindAComma) {
  EXPECT_EQ(places("They/PRON/nsubj:2 met/VERB/root:0/meet in/ADP/case:4 Paris/PROPN/obl:2 ~,/PUNCT/punct:6 Tex./PROPN/appos:4"), "Paris=USA 4717560; Tex.=USA 0");
  EXPECT_EQ(places("They/PRON/nsubj:2 met/VERB/root:0/meet in/ADP/case:4 Paris/PROPN/obl:2 on/ADP/case:6 TX/PROPN/nmod:4"), "Paris=FRA 2988507");
}

TEST(Places, CountiesSayWhichTownIsMeant) {
  EXPECT_EQ(places("They/PRON/nsubj:2 met/VERB/root:0/meet in/ADP/case:4 Lakeville/PROPN/obl:2"), "Lakeville=USA 55");
  EXPECT_EQ(places("They/PRON/nsubj:2 met/VERB/root:0/meet in/ADP/case:4 Lakeville/PROPN/obl:2 near/ADP/case:7 Lamar/PROPN/compound:7 County/PROPN/nmod:4"), "Lakeville=USA 66; Lamar County=USA 0");
}

TEST(Places, BordersLieBetweenCountries) {
  EXPECT_EQ(places("They/PRON/nsubj:2 met/VERB/root:0/meet on/ADP/case:5 the/DET/det:5 border/NOUN/obl:2 between/ADP/case:7 France/PROPN/nmod:5 and/CCONJ/cc:9 Syria/PROPN/conj:7"), "France=FRA 3017382; Syria=SYR 163843");
}

TEST(Places, AdjectivesOfNationsAreNoTowns) {
  EXPECT_EQ(places("They/PRON/nsubj:2 met/VERB/root:0/meet in/ADP/case:5 French/ADJ/amod:5 towns/NOUN/obl:2/town"), "");
}

TEST(Places, UnknownSitesLieInThePlaceOfTheirName) {
  EXPECT_EQ(places("They/PRON/nsubj:2 met/VERB/root:0/meet in/ADP/case:6 Homs/PROPN/compound:6 Military/PROPN/compound:6 Hospital/PROPN/obl:2"), "Homs Military Hospital=SYR 169577");
  EXPECT_EQ(places("They/PRON/nsubj:2 met/VERB/root:0/meet in/ADP/case:6 Old/PROPN/compound:6 Military/PROPN/compound:6 Hospital/PROPN/obl:2"), "Old Military Hospital= 0");
}

TEST(Places, WhatTheNewsOfTheWorldMeanByAName) {
  EXPECT_EQ(places("They/PRON/nsubj:2 met/VERB/root:0/meet in/ADP/case:4 Bethlehem/PROPN/obl:2"), "Bethlehem=PSE 284315");
}

TEST(Places, UnknownNamesLieWhereTheOthersDo) {
  constexpr std::string_view kThree = "They/PRON/nsubj:2 met/VERB/root:0/meet in/ADP/case:4 Homs/PROPN/obl:2 ,/PUNCT/punct:4 in/ADP/case:7 Damascus/PROPN/conj:4 and/CCONJ/cc:10 in/ADP/case:10 Syria/PROPN/conj:4";
  EXPECT_EQ(places(std::string(kThree) + "\nThey/PRON/nsubj:2 met/VERB/root:0/meet near/ADP/case:4 Tallum/PROPN/obl:2"), "Homs=SYR 169577; Damascus=SYR 170654; Syria=SYR 163843; Tallum=SYR 0");
  EXPECT_EQ(places("They/PRON/nsubj:2 met/VERB/root:0/meet in/ADP/case:4 Homs/PROPN/obl:2\nThey/PRON/nsubj:2 met/VERB/root:0/meet near/ADP/case:4 Tallum/PROPN/obl:2"), "Homs=SYR 169577; Tallum= 0");
}

TEST(Places, CarryTheirRegionAndTheNumbersOfTheirCountry) {
  Document document = hand_tree("They/PRON/nsubj:2 met/VERB/root:0/meet in/ADP/case:4 Homs/PROPN/obl:2");
  find_places(document, gazetteer());
  ASSERT_EQ(document.places.size(), 1U);
  EXPECT_EQ(document.places[0].region, "Homs");
  EXPECT_EQ(document.places[0].cow, 652);
  EXPECT_EQ(document.places[0].gw, 652);
  EXPECT_EQ(document.places[0].precision, PlacePrecision::kCity);
  EXPECT_EQ(document.places[0].latitude, 34.73);
}

TEST(Places, SmallAdministrativeWordsStayOutside) {
  EXPECT_EQ(places("They/PRON/nsubj:2 met/VERB/root:0/meet in/ADP/case:5 Homs/PROPN/compound:5 province/NOUN/obl:2"), "Homs=SYR 169577");
}

TEST(Places, TheDatelineIsAPlace) {
  Document document = hand_tree("They/PRON/nsubj:2 met/VERB/root:0/meet");
  document.article.text = "HOMS, Syria (AP) - " + document.article.text;
  document.article.body = 19;
  document.article.dateline.place = "HOMS, Syria";
  find_places(document, gazetteer());
  ASSERT_EQ(document.places.size(), 2U);
  EXPECT_EQ(document.places[0].geonames, 169577U);
  EXPECT_EQ(document.places[0].span, (Span{0, 4}));
  EXPECT_EQ(document.places[1].country, "SYR");
  EXPECT_FALSE(governing_place(document, TokenIndex(1)));
}

std::string place_of(std::string_view notation, std::string_view act) {
  Document document = hand_tree(notation);
  find_places(document, gazetteer());
  const PlaceIndex place = governing_place(document, token_of(document, act));
  return place ? document.places[place.value].name : "-";
}

TEST(GoverningPlace, HangsOnTheActOrOpensTheSentence) {
  EXPECT_EQ(place_of("Rebels/NOUN/nsubj:2/rebel killed/VERB/root:0/kill guards/NOUN/obj:2/guard in/ADP/case:5 Homs/PROPN/obl:2", "killed"), "Homs");
  EXPECT_EQ(place_of("In/ADP/case:2 Homs/PROPN/obl:5 ~,/PUNCT/punct:2 rebels/NOUN/nsubj:5/rebel fled/VERB/root:0/flee", "fled"), "Homs");
  EXPECT_EQ(place_of("Rebels/NOUN/nsubj:2/rebel fled/VERB/root:0/flee", "fled"), "-");
}

TEST(GoverningPlace, GoesOnFromTheSentenceBefore) {
  Document document = hand_tree("Rebels/NOUN/nsubj:2/rebel met/VERB/root:0/meet in/ADP/case:4 Homs/PROPN/obl:2\nThey/PRON/nsubj:2 fled/VERB/root:0/flee");
  ASSERT_EQ(document.sentences.size(), 2U);
  document.sentences[1].paragraph = document.sentences[0].paragraph;
  find_places(document, gazetteer());
  const PlaceIndex place = governing_place(document, token_of(document, "fled"));
  ASSERT_TRUE(place);
  EXPECT_EQ(document.places[place.value].name, "Homs");
}

TEST(PlaceDictionary, FaultsNameTheirPlace) {
  const TemporaryFolder folder({{"countries.txt", ""}, {"places/abbreviations.txt", "Tex. | USA | Texas\n"}, {"places/districts.txt", ""}, {"places/ambiguous.txt", "aba | thing\n"}, {"places/cities.txt", "Homs |  | SYR | 134.73 | 36.72 | 775000 | 169577 | city\nHama |  | SY | 35.13 | x | 1 | 2 | town\n"}, {"places/countries.txt", ""},
                                {"places/known.txt", ""}, {"places/other_names.txt", "Emesa | SYR | Nowhere\n"}, {"places/regions.txt", ""}, {"places/sites.txt", ""}, {"places/towns.txt", ""}, {"places/words.txt", ""}});
  const std::string faults = testing_support::faults_of(compile_places, folder.path(""), "");
  for (const char* fault : {"lexicon/places/ambiguous.txt:1:7: expected word or person, found 'thing'", "lexicon/places/cities.txt:1:17: expected a latitude, found '134.73'", "lexicon/places/cities.txt:2:11: expected a code of three letters",
                            "expected a longitude, found 'x'", "expected country, region, city or site, found 'town'", "lexicon/places/other_names.txt:1:15: expected the name of a city of SYR, found 'Nowhere'", "lexicon/places/abbreviations.txt:1:14: expected the name of a region of USA, found 'Texas'"}) {
    EXPECT_NE(faults.find(fault), std::string::npos) << fault << "\nin\n" << faults;
  }
}

}  // namespace
}  // namespace bayhaqi
