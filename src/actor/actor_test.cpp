// The rules of the actor dictionaries on trees built by hand, with dictionaries of a few lines.
#include <gtest/gtest.h>

#include <string>

#include "actor/acronyms.h"
#include "actor/find_actors.h"
#include "support/compiled.h"
#include "support/hand_tree.h"
#include "support/temporary_folder.h"

namespace bayhaqi {
namespace {

using testing_support::hand_tree;
using testing_support::TemporaryFolder;

const TemporaryFolder& dictionary() {
  static const TemporaryFolder kFolder({
      {"countries.txt",
       "GEO | Georgia* | Georgian | Georgian; Georgians | Tbilisi\n"
       "IRQ | Iraq | Iraqi | Iraqi; Iraqis | Baghdad\n"
       "RUS | Russia; Russian Federation | Russian | Russian; Russians | Moscow; Sofia\n"},
      {"actors/some.txt",
       "guard | force | National Guard* | RUSMIL\n"
       "hamas | group | Hamas | PSEREB\n"
       "kremlin | seat | Kremlin; the Kremlin | SUNGOV ..1991-12-25; RUSGOV 1991-12-26..\n"
       "nida | person | Adil Nida; Nida* | IRQOPP ..2002; IRQGOV foreign minister 2003-05..2009-06-30\n"
       "orlov | person | Pavel Orlov; Orlov* | RUSMIL general 1990..1999; RUSGOV defense minister 2000..\n"
       "taliban | group | Taliban | AFGREB 1994..1996-09-26; AFGGOV 1996-09-27..2001-11-13; AFGREB 2001-11-14..2021-08-14; AFGGOV 2021-08-15..\n"
       "un | organisation | United Nations; UN | IGOUNO\n"
       "union_of_iraq | party | Union* | IRQPTY\n"},
      {"agents.txt",
       "administration | administrations | GOV | body |\n"
       "airline | airlines | BUS | body |\n"
       "army | armies | MIL | body |\n"
       "court | courts | JUD | body |\n"
       "dean | deans | EDU | person |\n"
       "director | directors | =GOV | person |\n"
       "expert | experts | EDU | person |\n"
       "foreign minister | foreign ministers | GOV | person |\n"
       "journalist | journalists | MED | person |\n"
       "passenger | passengers | CVL | person |\n"
       "police | police | COP | people |\n"
       "pope | popes | VATREL | person |\n"
       "president | presidents | GOV | person |\n"
       "rebel | rebels | REB | person |\n"
       "reporter | reporters | MED | person |\n"
       "spokesman | spokesmen | =GOV | person |\n"
       "tourist | tourists | CVL | person |\n"
       "union | unions | LAB | body |\n"
       "wife | wives | CVL | person |\n"},
      {"agent_modifiers.txt", "former | ELI\nmilitary | MIL?\nrebel | REB\n"},
      {"references.txt", "bloc | @body | organisation\ngroup | @body | group\nmen | @states\nsides | @pair\n"},
      {"first_names.txt", "greta | f\npavel | m\nsofia | f\n"},
      {"word_classes.txt", "administration | abstract\narchives | state\naward | named\nbank | firm\nbeat | match\nboast | befall\ndollar | money\nfederation | society\ngoalkeeper | sport\nmedal | sport\nsea | named\nsinger | human\ntourist | abroad\nwidow | f\n"},
      {"speech/verbs.txt", "say | asserts | to | clause quote\n"},
      {"publishers.txt", "gazette.com | IRQ\nru | RUS\n"},
      {"antecedents.txt", "far, he or she | -1\ngender fits | 2\nhuman, he or she | 1\ninside | -9\nsubject | 1\nthing, he or she | -3\n"},
  });
  return kFolder;
}

const ActorLexicon& lexicon() {
  static const auto kCompiled = testing_support::compiled<ActorLexicon>(compile_actors, dictionary().path(""), "");
  return kCompiled.rules;
}

// "words=CODE" of every mention, in order.
std::string actors(std::string_view notation, std::string_view published = "2025-10-08") {
  Document document = hand_tree(notation);
  document.article.published = published;
  find_actors(document, lexicon());
  std::string out;
  for (const ActorMention& mention : document.mentions) out += (out.empty() ? "" : "; ") + std::string(document.words(mention.span)) + "=" + document.actors[mention.actor.value].code;
  return out;
}

TEST(Actors, PronounsMayStandForPeopleWhoAreNoActors) {
  constexpr std::string_view kHe = "Pavel/PROPN/nsubj:3 Orlov/PROPN/flat:1 met/VERB/root:0 a/DET/det:5 singer/NOUN/obj:3\nHe/PRON/nsubj:2/he/Person=3|PronType=Prs spoke/VERB/root:0";
  EXPECT_EQ(actors(kHe), "Pavel Orlov=RUSGOV; He=RUSGOV");
  // A man can't be meant by "she", so it is the singer, of whom nothing is known.
  constexpr std::string_view kShe = "Pavel/PROPN/nsubj:3 Orlov/PROPN/flat:1 met/VERB/root:0 a/DET/det:5 singer/NOUN/obj:3\nShe/PRON/nsubj:2/she/Person=3|PronType=Prs spoke/VERB/root:0";
  EXPECT_EQ(actors(kShe), "Pavel Orlov=RUSGOV");
  // A widow spoke last and as the subject.
  constexpr std::string_view kHer = "Pavel/PROPN/nsubj:3 Orlov/PROPN/flat:1 met/VERB/root:0 Greta/PROPN/obj:3\nThe/DET/det:2 widow/NOUN/nsubj:3 spoke/VERB/root:0 of/ADP/case:6 her/PRON/nmod:poss:6/her/Person=3|PronType=Prs son/NOUN/obl:3";
  EXPECT_EQ(actors(kHer), "Pavel Orlov=RUSGOV; Greta=");
}

TEST(Actors, OneManIsNotMeantByThemNorTheDoerByHim) {
  constexpr std::string_view kSentence = "Pavel/PROPN/nsubj:3 Orlov/PROPN/flat:1 left/VERB/root:0\nAdil/PROPN/nsubj:3 Nida/PROPN/flat:1 thanked/VERB/root:0 them/PRON/obj:3/they/Person=3|PronType=Prs";
  EXPECT_EQ(actors(kSentence), "Pavel Orlov=RUSGOV; Adil Nida=IRQELI");
}

TEST(ActorDictionary, FaultsOfWordsAndWeights) {
  const TemporaryFolder folder({{"countries.txt", ""}, {"agents.txt", ""}, {"agent_modifiers.txt", ""}, {"references.txt", ""}, {"first_names.txt", "anna | x\n"}, {"antecedents.txt", "subject | much\nsubjekt | 1\n"}});
  const std::string faults = testing_support::faults_of(compile_actors, folder.path(""), "");
  EXPECT_NE(faults.find("lexicon/first_names.txt:1:8: expected one of f m, found 'x'"), std::string::npos) << faults;
  EXPECT_NE(faults.find("lexicon/antecedents.txt:1:11: expected a number, found 'much'"), std::string::npos) << faults;
  EXPECT_NE(faults.find("lexicon/antecedents.txt:2:1: expected a feature of antecedents, found 'subjekt'"), std::string::npos) << faults;
}

TEST(Actors, NamesOfThingsAreNoActors) {
  EXPECT_EQ(actors("the/DET/det:4 President/PROPN/compound:4 Omar/PROPN/compound:4 Award/PROPN/nsubj:5 went/VERB/root:0"), "Omar Award=");
  EXPECT_EQ(actors("paid/VERB/root:0 Iraq/PROPN/obj:1 dollars/NOUN/obl:1/dollar"), "Iraq=IRQ");
  EXPECT_EQ(actors("the/DET/det:5 Baghdad/PROPN/compound:4 ~-/PUNCT/punct:4 ~based/VERB/amod:5 firm/NOUN/nsubj:6 left/VERB/root:0"), "Baghdad=IRQ");
}

// "Iraq Omar", "the Russian Sea": within the name of something else a country is no actor.
TEST(Actors, CountriesWithinNamesAreNoActors) {
  EXPECT_EQ(actors("the/DET/det:4 Russian/ADJ/amod:4 Omar/PROPN/compound:4 Sea/PROPN/nsubj:5 froze/VERB/root:0"), "Omar Sea=");
  EXPECT_EQ(actors("Iraq/PROPN/compound:2 Omar/PROPN/nsubj:3 froze/VERB/root:0"), "Omar=");
  EXPECT_EQ(actors("Omar/PROPN/compound:2 Iraq/PROPN/nsubj:3 froze/VERB/root:0"), "Omar=");
  // A thing of a country's is not its name.
  EXPECT_EQ(actors("Russian/ADJ/amod:2 oil/NOUN/nsubj:3 flowed/VERB/root:0"), "Russian=RUS");
}

// Words for what bodies do name a body only with an article or an owner.
TEST(Actors, WhatBodiesDoIsNoBody) {
  EXPECT_EQ(actors("Russian/ADJ/amod:2 administration/NOUN/nsubj:3 failed/VERB/root:0"), "Russian administration=RUSGOV");
  EXPECT_EQ(actors("Iraq/PROPN/nsubj:2 faced/VERB/root:0 administration/NOUN/obj:2"), "Iraq=IRQGOV");
  EXPECT_EQ(actors("Iraq/PROPN/nsubj:2 left/VERB/root:0\nThe/DET/det:2 administration/NOUN/nsubj:5 of/ADP/case:4 justice/NOUN/nmod:2 failed/VERB/root:0"), "Iraq=IRQGOV");
}

// "the group": of the kinds of body that the word can stand for the one named last, if no unknown one was named since.
TEST(Actors, BodiesAreOfTheKindOfTheirWord) {
  const std::string both = "Hamas/PROPN/nsubj:2 left/VERB/root:0\nUN/PROPN/nsubj:2 left/VERB/root:0\n";
  EXPECT_NE(actors(both + "The/DET/det:2/the/Definite=Def group/NOUN/nsubj:3 agreed/VERB/root:0").find("The group=PSEREB"), std::string::npos);
  EXPECT_NE(actors(both + "The/DET/det:2/the/Definite=Def bloc/NOUN/nsubj:3 agreed/VERB/root:0").find("The bloc=IGOUNO"), std::string::npos);
  EXPECT_EQ(actors(both + "Omar/PROPN/compound:2 Federation/PROPN/nsubj:3 left/VERB/root:0\nThe/DET/det:2 group/NOUN/nsubj:3 agreed/VERB/root:0").find("The group"), std::string::npos);
}

// A description beside a person of the dictionary means that person.
TEST(Actors, DescriptionsBesideAPersonMeanHim) {
  EXPECT_EQ(actors("Pavel/PROPN/nsubj:7 Orlov/PROPN/flat:1 ~,/PUNCT/punct:6 a/DET/det:6 former/ADJ/amod:6 journalist/NOUN/appos:1 left/VERB/root:0"), "Pavel Orlov=RUSGOV; a former journalist=RUSGOV");
  EXPECT_EQ(actors("his/PRON/nmod:poss:2 wife/NOUN/nsubj:6 ~,/PUNCT/punct:4 Pavel/PROPN/appos:2 Orlov/PROPN/flat:4 left/VERB/root:0"), "wife=RUSGOV; Pavel Orlov=RUSGOV");
}

TEST(Actors, WhoHeadsABodyIsOfItsSector) {
  EXPECT_NE(actors("Iraq/PROPN/nsubj:2 left/VERB/root:0\nThe/DET/det:2 president/NOUN/nsubj:7 of/ADP/case:6 the/DET/det:6 Iraqi/ADJ/amod:6 court/NOUN/nmod:2 left/VERB/root:0").find("The president=IRQJUD"), std::string::npos);
  EXPECT_NE(actors("Iraq/PROPN/nsubj:2 left/VERB/root:0\nThe/DET/det:2 president/NOUN/nsubj:6 of/ADP/case:5 a/DET/det:5 federation/NOUN/nmod:2 left/VERB/root:0").find("The president=IRQCVL"), std::string::npos);
}

// "the Orlov administration" is a government, whatever Orlov is.
TEST(Actors, TheAdministrationOfAPersonIsAGovernment) {
  EXPECT_EQ(actors("The/DET/det:4 Pavel/PROPN/compound:4 Orlov/PROPN/flat:2 administration/NOUN/nsubj:5 fell/VERB/root:0", "1995-01-01"), "The Pavel Orlov administration=RUSGOV");
}

TEST(Actors, TitlesThatAreSurnames) {
  EXPECT_EQ(actors("Greta/PROPN/nsubj:3 Dean/PROPN/flat:1 left/VERB/root:0\nThen/ADV/advmod:3 Dean/PROPN/nsubj:3 spoke/VERB/root:0"), "Greta Dean=; Dean=");
}

TEST(Actors, PeopleWhoAreAbroadOrOnlyToldAreOfNoCountry) {
  EXPECT_EQ(actors("Iraq/PROPN/nsubj:2 welcomes/VERB/root:0 tourists/NOUN/obj:2/tourist/Number=Plur"), "Iraq=IRQGOV; tourists=CVL");
  EXPECT_EQ(actors("Iraq/PROPN/nsubj:4 ~,/PUNCT/punct:3 reporters/NOUN/nsubj:4/reporter/Number=Plur said/VERB/root:0/say"), "Iraq=IRQGOV; reporters=MED");
  EXPECT_EQ(actors("Iraq/PROPN/nsubj:2 jailed/VERB/root:0 reporters/NOUN/obj:2/reporter/Number=Plur"), "Iraq=IRQGOV; reporters=IRQMED");
}

// Among words of sport a country is a team.
TEST(Actors, CountriesThatPlayAreTeams) {
  EXPECT_EQ(actors("Iraq/PROPN/nsubj:2 took/VERB/root:0 the/DET/det:4 medal/NOUN/obj:2 with/ADP/case:7 a/DET/det:7 goalkeeper/NOUN/obl:2"), "Iraq=IRQ");
}

TEST(Actors, ADatelineTellsWhere) {
  EXPECT_EQ(actors("BAGHDAD/PROPN/nsubj:4 —/PUNCT/punct:4 Police/NOUN/nsubj:4/police left/VERB/root:0"), "Police=IRQCOP");
  EXPECT_EQ(actors("Baghdad/PROPN/nsubj:2 left/VERB/root:0"), "Baghdad=IRQGOV");
  EXPECT_EQ(actors("BAGHDAD/PROPN/nsubj:3 ~-/PUNCT/punct:3 left/VERB/root:0"), "");
  EXPECT_EQ(actors("Baghdad/PROPN/nsubj:5 ~,/PUNCT/punct:5 Iraq/PROPN/appos:1 ~,/PUNCT/punct:5 left/VERB/root:0"), "Iraq=IRQ");
  // In a list of figures and within the name of a place.
  EXPECT_EQ(actors("Iraq/PROPN/nsubj:5 (/PUNCT/punct:1 98/NUM/appos:1 )/PUNCT/punct:1 left/VERB/root:0"), "Iraq=IRQ");
}

// "the Russian": the person of that country who was named last; "a Russian": somebody else.
TEST(Actors, DemonymsStandForPeople) {
  const std::string begin = "Pavel/PROPN/nsubj:3 Orlov/PROPN/flat:1 spoke/VERB/root:0\n";
  EXPECT_EQ(actors(begin + "The/DET/det:2/the/Definite=Def Russian/PROPN/nsubj:3 left/VERB/root:0"), "Pavel Orlov=RUSGOV; The Russian=RUSGOV");
  EXPECT_EQ(actors(begin + "A/DET/det:2/a/Definite=Ind Russian/PROPN/nsubj:3 left/VERB/root:0"), "Pavel Orlov=RUSGOV; A Russian=RUSCVL");
}

// A name that many states have is that of the country around it, else of the one that the article is about.
TEST(Actors, SharedNamesBelongToTheCountryOfTheArticle) {
  EXPECT_EQ(actors("Iraq/PROPN/nsubj:2 left/VERB/root:0\nThe/DET/det:3 National/PROPN/compound:3 Guard/PROPN/nsubj:4 came/VERB/root:0"), "Iraq=IRQGOV; National Guard=IRQMIL");
  EXPECT_EQ(actors("Russia/PROPN/nsubj:2 left/VERB/root:0\nThe/DET/det:3 National/PROPN/compound:3 Guard/PROPN/nsubj:4 came/VERB/root:0"), "Russia=RUSGOV; The National Guard=RUSMIL");
}

TEST(Actors, WhoHeadsAnUnknownBodyIsOfItsSector) {
  const std::string begin = "Iraq/PROPN/nsubj:2 left/VERB/root:0\nThe/DET/det:2 director/NOUN/nsubj:5 of/ADP/case:4 ";
  EXPECT_EQ(actors(begin + "Archives/PROPN/nmod:2 left/VERB/root:0"), "Iraq=IRQGOV; The director=IRQGOV; Archives=");
  EXPECT_EQ(actors(begin + "Omarbank/PROPN/nmod:2 left/VERB/root:0"), "Iraq=IRQGOV; Omarbank=");
  EXPECT_EQ(actors("Iraq/PROPN/nsubj:2 left/VERB/root:0\nThe/DET/det:2 director/NOUN/nsubj:6 of/ADP/case:5 Omar/PROPN/compound:5 Bank/PROPN/nmod:2 left/VERB/root:0"), "Iraq=IRQGOV; The director=IRQBUS; Omar Bank=");
}

TEST(Actors, PeopleFromAnywhereHaveNoCountry) {
  EXPECT_EQ(actors("Iraq/PROPN/nsubj:2 hosted/VERB/root:0 experts/NOUN/obj:2/expert from/ADP/case:6 ten/NUM/nummod:6 countries/NOUN/nmod:3/country"), "Iraq=IRQGOV");
  EXPECT_EQ(actors("an/DET/det:2 airline/NOUN/nmod:poss:4 ~'s/PART/case:2 passengers/NOUN/nsubj:5/passenger left/VERB/root:0"), "an airline=BUS; passengers=CVL");
}

std::string acronyms(std::string_view notation) {
  const Document document = hand_tree(notation);
  std::string out;
  for (const Acronym& each : find_acronyms(document)) out += std::string(document.form(each.at)) + "=" + std::string(document.words({document.tokens[each.first.value].span.begin, document.tokens[each.last.value - 1U].span.end})) + ";";
  return out;
}

TEST(Acronyms, AreTheInitialsOfWhatStandsBeforeTheBracket) {
  EXPECT_EQ(acronyms("The/DET/det:4 Omar/PROPN/compound:4 Peace/PROPN/compound:4 Council/PROPN/root:0 (/PUNCT/punct:4 ~OPC/PROPN/appos:4 ~)/PUNCT/punct:4"), "OPC=Omar Peace Council;");
  EXPECT_EQ(acronyms("Friends/PROPN/root:0 of/ADP/case:3 Omar/PROPN/nmod:1 (/PUNCT/punct:1 ~FOO/PROPN/appos:1 ~)/PUNCT/punct:1"), "FOO=Friends of Omar;");
  EXPECT_EQ(acronyms("Friends/PROPN/root:0 of/ADP/case:3 Omar/PROPN/nmod:1 (/PUNCT/punct:1 ~BBC/PROPN/appos:1 ~)/PUNCT/punct:1"), "");
  EXPECT_EQ(acronyms("old/ADJ/amod:2 council/NOUN/root:0 (/PUNCT/punct:2 ~OC/PROPN/appos:2 ~)/PUNCT/punct:2"), "");
}

// From its bracket on, an acronym is whoever it was introduced for.
TEST(Actors, AcronymsStandForWhatTheyWereIntroducedFor) {
  constexpr std::string_view kIntroduced = "Iraq/PROPN/nsubj:2 left/VERB/root:0\nOmar/PROPN/compound:2 Net/PROPN/nsubj:6 (/PUNCT/punct:4 ~ON/PROPN/appos:2 ~)/PUNCT/punct:4 left/VERB/root:0\nON/PROPN/nsubj:2 left/VERB/root:0";
  EXPECT_EQ(actors(kIntroduced), "Iraq=IRQGOV; Omar Net=; ON=; ON=");
  constexpr std::string_view kOther = "The/DET/det:3 Us/PROPN/compound:3 National/PROPN/nsubj:7 (/PUNCT/punct:5 ~UN/PROPN/appos:3 ~)/PUNCT/punct:5 left/VERB/root:0\nUN/PROPN/nsubj:2 left/VERB/root:0";
  // Of the long form nothing is known, so the dictionary may know its acronym after all.
  EXPECT_EQ(actors(kOther), "Us National=; UN=IGOUNO; UN=IGOUNO");
}

// What stands behind an unknown name tells what it is.
TEST(Actors, AnAppositionTellsOfABody) {
  EXPECT_EQ(actors("Iraq/PROPN/nsubj:2 left/VERB/root:0\nOmarbrigade/PROPN/nsubj:5 ~,/PUNCT/punct:4 an/DET/det:4 army/NOUN/appos:1 left/VERB/root:0\nIt/PRON/nsubj:2/it/Person=3|PronType=Prs left/VERB/root:0"),
            "Iraq=IRQGOV; Omarbrigade=IRQMIL; an army=IRQMIL; It=IRQMIL");
}

// "Sofia" in "Sofia Guterman" is no government.
TEST(Actors, CapitalsThatAreFirstNames) {
  EXPECT_EQ(actors("Sofia/PROPN/nsubj:3 Guterman/PROPN/flat:1 left/VERB/root:0"), "Sofia Guterman=");
  EXPECT_EQ(actors("Sofia/PROPN/nsubj:2 left/VERB/root:0"), "Sofia=RUSGOV");
}

TEST(Actors, ThePublishersCountryIsThoughtOfLast) {
  const auto code = [](std::string_view url, std::string_view notation = "The/DET/det:2 police/NOUN/nsubj:3 left/VERB/root:0") {
    Document document = hand_tree(notation);
    document.article.url = url;
    find_actors(document, lexicon());
    return document.actors.empty() ? std::string() : document.actors[0].code;
  };
  EXPECT_EQ(code("https://www.gazette.com/a/1"), "IRQCOP");
  EXPECT_EQ(code("http://news.example.ru"), "RUSCOP");
  EXPECT_EQ(code("https://other.com/ru"), "COP");
  EXPECT_EQ(code("gazette.com"), "IRQCOP");
  constexpr std::string_view kUnion = "The/DET/det:2 Union/PROPN/nsubj:3 left/VERB/root:0";
  EXPECT_EQ(code("gazette.com", kUnion), "IRQPTY");
  EXPECT_EQ(code("example.ru", kUnion), "RUSLAB");
}

// "Our army" is that of whoever says so.
TEST(Actors, FirstPersonsBelongToTheSpeaker) {
  const std::string our = "Iraq/PROPN/nsubj:2 fell/VERB/root:0\nOur/PRON/nmod:poss:2/we/Person=1|PronType=Prs army/NOUN/nsubj:3 left/VERB/ccomp:";
  EXPECT_EQ(actors(our + "6 Pavel/PROPN/nsubj:6 Orlov/PROPN/flat:4 said/VERB/root:0/say"), "Iraq=IRQGOV; army=RUSMIL; Pavel Orlov=RUSGOV");
  // Nobody says it here, or somebody of whom nothing is known: the army of the country that the article is about.
  EXPECT_EQ(actors(our + "5 somebody/PRON/nsubj:5 said/VERB/root:0/say"), "Iraq=IRQGOV; army=IRQMIL");
}

// "the minister, who said that his men had left": a clause about somebody may speak of him, a phrase of his may not.
TEST(Actors, ClausesAboutSomebodyMaySpeakOfHim) {
  EXPECT_EQ(actors("They/PRON/nsubj:2 met/VERB/root:0 Pavel/PROPN/obj:2 Orlov/PROPN/flat:3 ~,/PUNCT/punct:7 who/PRON/nsubj:7 said/VERB/acl:relcl:3/say his/PRON/nmod:poss:9/he/Person=3|PronType=Prs men/NOUN/nsubj:10 left/VERB/ccomp:7"),
            "Pavel Orlov=RUSGOV; his=RUSGOV");
}

TEST(Actors, OfficesHoldOnTheirDays) {
  constexpr std::string_view kSentence = "Taliban/PROPN/nsubj:2 left/VERB/root:0";
  EXPECT_EQ(actors(kSentence, "1995-01-01"), "Taliban=AFGREB");
  EXPECT_EQ(actors(kSentence, "1996-09-27"), "Taliban=AFGGOV");
  EXPECT_EQ(actors(kSentence, "2021-08-14"), "Taliban=AFGREB");
  EXPECT_EQ(actors(kSentence, "2021-08-15"), "Taliban=AFGGOV");
  constexpr std::string_view kSeat = "Kremlin/PROPN/nsubj:2 agreed/VERB/root:0";
  EXPECT_EQ(actors(kSeat, "1991-12-25"), "Kremlin=SUNGOV");
  EXPECT_EQ(actors(kSeat, "1991-12-26"), "Kremlin=RUSGOV");
}

TEST(Actors, WhoHasLeftOfficeIsANotable) {
  constexpr std::string_view kSentence = "Adil/PROPN/nsubj:3 Nida/PROPN/flat:1 left/VERB/root:0";
  EXPECT_EQ(actors(kSentence, "2002-12-31"), "Adil Nida=IRQOPP");
  EXPECT_EQ(actors(kSentence, "2003-05-01"), "Adil Nida=IRQGOV");
  EXPECT_EQ(actors(kSentence, "2009-07-03"), "Adil Nida=IRQGOV");  // the news of his last days
  EXPECT_EQ(actors(kSentence, "2009-07-04"), "Adil Nida=IRQELI");
  // Without a date: in office until he is known to have left it long ago.
  EXPECT_EQ(actors(kSentence, ""), "Adil Nida=IRQELI");
  EXPECT_EQ(actors("Foreign/PROPN/compound:3 Minister/PROPN/compound:3 Adil/PROPN/nsubj:5 Nida/PROPN/flat:3 left/VERB/root:0", ""), "Foreign Minister Adil Nida=IRQGOV");
}

TEST(Actors, StarredNamesNeedSupport) {
  EXPECT_EQ(actors("Nida/PROPN/nsubj:2 left/VERB/root:0", "2005-01-01").find("IRQGOV"), std::string::npos);
  EXPECT_NE(actors("Iraqi/ADJ/amod:4 Foreign/ADJ/amod:3 Minister/NOUN/compound:4 Nida/PROPN/nsubj:5 left/VERB/root:0", "2005-01-01").find("Nida=IRQGOV"), std::string::npos);
  EXPECT_NE(actors("Adil/PROPN/nsubj:3 Nida/PROPN/flat:1 came/VERB/root:0\nNida/PROPN/nsubj:2 left/VERB/root:0", "2005-01-01").find("; Nida=IRQGOV"), std::string::npos);
  EXPECT_EQ(actors("Georgia/PROPN/nsubj:2 slept/VERB/root:0"), "");
  EXPECT_NE(actors("Georgians/PROPN/nsubj:2 met/VERB/root:0\nGeorgia/PROPN/nsubj:2 slept/VERB/root:0").find("Georgia=GEOGOV"), std::string::npos);
}

TEST(Actors, AgentsTakeTheCountryBesideThem) {
  EXPECT_EQ(actors("The/DET/det:3 Iraqi/ADJ/amod:3 army/NOUN/nsubj:4 left/VERB/root:0"), "The Iraqi army=IRQMIL");
  EXPECT_NE(actors("Russia/PROPN/nmod:poss:4 ~'s/PART/case:1 foreign/ADJ/amod:4 minister/NOUN/nsubj:5 left/VERB/root:0").find("foreign minister=RUSGOV"), std::string::npos);
  EXPECT_NE(actors("The/DET/det:2 army/NOUN/nsubj:5 of/ADP/case:4 Iraq/PROPN/nmod:2 left/VERB/root:0").find("The army=IRQMIL"), std::string::npos);
  EXPECT_EQ(actors("Russian/ADJ/amod:2 police/NOUN/nsubj:3 left/VERB/root:0"), "Russian police=RUSCOP");
  EXPECT_EQ(actors("The/DET/det:2 pope/NOUN/nsubj:3 left/VERB/root:0"), "The pope=VATREL");
}

TEST(Actors, WeakAgentsTakeTheSectorOfWhatTheyStandWith) {
  EXPECT_EQ(actors("A/DET/det:3 Russian/ADJ/amod:3 spokesman/NOUN/nsubj:4 left/VERB/root:0"), "A Russian spokesman=RUSGOV");
  EXPECT_NE(actors("A/DET/det:3 Hamas/PROPN/compound:3 spokesman/NOUN/nsubj:4 left/VERB/root:0").find("spokesman=PSEREB"), std::string::npos);
  EXPECT_NE(actors("An/DET/det:4 Iraqi/ADJ/amod:4 army/NOUN/compound:4 spokesman/NOUN/nsubj:5 left/VERB/root:0").find("spokesman=IRQMIL"), std::string::npos);
  EXPECT_NE(actors("A/DET/det:3 UN/PROPN/compound:3 spokesman/NOUN/nsubj:4 left/VERB/root:0").find("spokesman=IGOUNO"), std::string::npos);
}

TEST(Actors, ModifiersChangeTheSector) {
  EXPECT_NE(actors("A/DET/det:4 former/ADJ/amod:4 Iraqi/ADJ/amod:4 journalist/NOUN/nsubj:5 left/VERB/root:0").find("=IRQELI"), std::string::npos);
  EXPECT_NE(actors("A/DET/det:4 Russian/ADJ/amod:4 military/ADJ/amod:4 spokesman/NOUN/nsubj:5 left/VERB/root:0").find("=RUSMIL"), std::string::npos);
}

TEST(Actors, PeoplesAreCiviliansAndActingCountriesTheirGovernments) {
  EXPECT_EQ(actors("Iraqis/PROPN/nsubj:2/Iraqi/Number=Plur marched/VERB/root:0"), "Iraqis=IRQCVL");
  EXPECT_EQ(actors("Russia/PROPN/nsubj:2 agreed/VERB/root:0"), "Russia=RUSGOV");
  EXPECT_EQ(actors("Moscow/PROPN/nsubj:2 agreed/VERB/root:0"), "Moscow=RUSGOV");
}

TEST(Actors, NamesAreWrittenLikeNames) {
  EXPECT_EQ(actors("They/PRON/nsubj:2 un/X/root:0 do/VERB/dep:2 it/PRON/obj:3"), "");
  EXPECT_EQ(actors("The/DET/det:3 United/PROPN/compound:3 Nations/PROPN/nsubj:4 left/VERB/root:0"), "The United Nations=IGOUNO");
}

TEST(Actors, PronounsAndPairsStandForThoseNamedBefore) {
  EXPECT_NE(actors("Adil/PROPN/nsubj:3 Nida/PROPN/flat:1 spoke/VERB/root:0\nHe/PRON/nsubj:2/he/Gender=Masc|Number=Sing|Person=3|PronType=Prs left/VERB/root:0", "2005-01-01").find("He=IRQGOV"), std::string::npos);
  const std::string pair = actors("Russia/PROPN/nsubj:2 met/VERB/root:0 Iraq/PROPN/obj:2\nBoth/DET/det:2 sides/NOUN/nsubj:3/side/Number=Plur agreed/VERB/root:0");
  EXPECT_NE(pair.find("Both sides=RUSGOV"), std::string::npos) << pair;
  EXPECT_NE(pair.find("Both sides=IRQGOV"), std::string::npos) << pair;
  // An army and the rebels of its country are two sides.
  const std::string war = actors("The/DET/det:3 Russian/ADJ/amod:3 army/NOUN/nsubj:7 and/CCONJ/cc:6 Russian/ADJ/amod:6 rebels/NOUN/conj:3/rebel/Number=Plur fought/VERB/root:0\nIraq/PROPN/nsubj:2 urged/VERB/root:0 both/DET/det:4 sides/NOUN/obj:2/side/Number=Plur");
  EXPECT_NE(war.find("both sides=RUSMIL"), std::string::npos) << war;
  EXPECT_NE(war.find("both sides=RUSREB"), std::string::npos) << war;
}

TEST(ActorDictionary, FaultsNameTheirPlaceAllAtOnce) {
  const TemporaryFolder folder({
      {"countries.txt", "RU | Russia\n"},
      {"actors/a.txt", "x | king | X | RUSGOV\ny | person | Y | rusgov king 1999..\nz | person | Z | RUSGOV king 1999-13..2001\n"},
      {"actors/b.txt", "y | person | Yy | RUSGOV 2003..2001\n"},
      {"agents.txt", "army | armies | MIL | thing |\n"},
      {"agent_modifiers.txt", "former |\n"},
      {"references.txt", ""},
  });
  const std::string faults = testing_support::faults_of(compile_actors, folder.path(""), "");
  for (const char* fault : {"lexicon/countries.txt:1:1: expected a code of three capitals, found 'RU'", "lexicon/actors/a.txt:1:5: expected a kind of actor, found 'king'", "lexicon/actors/a.txt:2:18: expected 'CODE role from..to'",
                            "expected a date YYYY, YYYY-MM or YYYY-MM-DD, found '1999-13'", "lexicon/actors/b.txt:1:1: 'y' is there already, in lexicon/actors/a.txt:2", "expected a range that ends after it begins",
                            "lexicon/agents.txt:1:23: expected 'person', 'body' or 'people', found 'thing'", "lexicon/agent_modifiers.txt:1:9: expected an effect"}) {
    EXPECT_NE(faults.find(fault), std::string::npos) << fault << "\nin\n" << faults;
  }
}

}  // namespace
}  // namespace bayhaqi
