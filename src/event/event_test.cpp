// Frames on trees built by hand, with a dictionary of a few lines and the ontology of this checkout.
#include <gtest/gtest.h>

#include <array>
#include <string>
#include <utility>
#include <vector>

#include "event/code_events.h"
#include "event/frames.h"
#include "event/status.h"
#include "support/compiled.h"
#include "support/hand_tree.h"
#include "support/temporary_folder.h"

namespace bayhaqi {
namespace {

using testing_support::add_actor;
using testing_support::hand_tree;
using testing_support::TemporaryFolder;

constexpr const char* kFrames =
    "%condemn/v | 111 | subj > obj |\n"
    "attack/v | 190 | subj > obj |\n"
    "call+off/v obj=%talks | 125 | subj > with/obj |\n"
    "demand/v | 100+ | subj > of/from/comp.subj |\n"
    "feud/v | 111 | subj > with |\n"
    "feud/v subj=$several | 110 | subj <> subj |\n"
    "hold/v obj=%talks | 046 | subj <> with/obj.with |\n"
    "hold/v obj=match | - | subj > obj | reason=sport\n"
    "jail/v passive=* | 173 | subj > obj |\n"
    "lend/v | 071 | subj > to | back=030\n"
    "model-assault/v | 190 | subj > obj |\n"
    "opposed/a | 120 | subj > to |\n"
    "rejection/n | 120 | poss/by > of |\n"
    "release/v | 0841 | subj > obj |\n"
    "send/v | 070 | subj > to/iobj |\n"
    "send/v obj=troops | 154 | subj > to |\n"
    "threaten/v | 130+ | subj > obj/comp.obj |\n"
    "visit/v subj=$GOV | 042 | subj <> obj |\n";

constexpr const char* kCues =
    "may | aux | possible\nnobody | det | negated\nnot | adv | negated\nif | mark | possible\nwill | aux | planned\n";

const TemporaryFolder& dictionary() {
  static const TemporaryFolder kFolder({{"events/frames/some.txt", kFrames}, {"events/sets/some.txt", "%condemn | condemn; denounce\n%talks | talk; negotiation\n"}, {"events/status.txt", kCues}, {"events/embedding.txt", "plan/v | to; planned; negated\n"},
                                        {"events/discards/some.txt", "bake off final | article\nchess open | sentence\n"},
                                        {"events/issues/some.txt", "deep-sea port | TIDES; TRADE\nflood gate | TIDES\npop festival | -\nsandcastle week | --\n"},
                                        {"events/topics/politics.txt", "army | 2\nminister | 2\n"},
                                        {"events/topics/sport.txt", "goalkeeper | 2\nhome_crowd | 2\nstriker | 1\n"},
                                        {"events/model/weights.txt", "bias | - 1.0\nobj:embassy | ASSAULT 6.0\nobj:poem | ASSAULT 1.0\n"}});
  return kFolder;
}

const EventLexicon& lexicon() {
  static const auto kCompiled = testing_support::compiled<EventLexicon>(compile_events, dictionary().path(""), testing_support::source_folder("ontology"));
  return kCompiled.rules;
}

std::string codes(const std::vector<EventParty>& parties) {
  std::string out;
  for (const EventParty& party : parties) out += (out.empty() ? "" : ",") + party.code;
  return out.empty() ? "-" : out;
}

// "trigger CODE SOURCE>TARGET status" of every event; capitalised words are the actors Iran, Iraq, Oman and the UN.
std::string events(std::string_view notation, bool rules_only = false) {
  Document document = hand_tree(notation);
  document.rules_only = rules_only;
  for (const auto& [form, code] : std::vector<std::pair<std::string, std::string>>{{"Iran", "IRN"}, {"Iraq", "IRQ"}, {"Oman", "OMNGOV"}, {"UN", "IGOUNO"}, {"fans", "CVL"}}) {
    if (document.article.text.find(form) != std::string::npos) add_actor(document, form, code);
  }
  code_events(document, lexicon());
  static constexpr std::array<std::string_view, 5> kStatus = {"actual", "negated", "planned", "possible", "urged"};
  std::string out;
  for (const Event& event : document.events) {
    out += (out.empty() ? "" : "; ") + std::string(document.words(event.trigger)) + " " + event.cameo + " " + codes(event.sources) + ">" + codes(event.targets) + " " + std::string(kStatus[static_cast<std::size_t>(event.status)]);
  }
  return out;
}

TEST(Frames, SubjectAndObjectWhicheverWayTheClauseTurnsThem) {
  EXPECT_EQ(events("Iran/PROPN/nsubj:2 condemned/VERB/root:0/condemn Iraq/PROPN/obj:2"), "condemned 111 IRNGOV>IRQGOV actual");
  EXPECT_EQ(events("Iraq/PROPN/nsubj:pass:3 was/AUX/aux:pass:3 denounced/VERB/root:0/denounce by/ADP/case:5 Iran/PROPN/obl:agent:3"), "denounced 111 IRNGOV>IRQGOV actual");
  EXPECT_EQ(events("Iran/PROPN/nsubj:5 which/PRON/nsubj:3/which/PronType=Rel condemned/VERB/acl:relcl:1/condemn Iraq/PROPN/obj:3 slept/VERB/root:0/sleep"), "condemned 111 IRNGOV>IRQGOV actual");
  EXPECT_EQ(events("Oman/PROPN/nsubj:2 slept/VERB/root:0/sleep and/CCONJ/cc:4 condemned/VERB/conj:2/condemn Iraq/PROPN/obj:4"), "condemned 111 OMNGOV>IRQGOV actual");
}

TEST(Frames, TheMoreSpecificOneWins) {
  EXPECT_EQ(events("Oman/PROPN/nsubj:2 sent/VERB/root:0/send food/NOUN/obj:2 to/ADP/case:5 Iraq/PROPN/obl:2"), "sent 070 OMNGOV>IRQ actual");
  EXPECT_EQ(events("Oman/PROPN/nsubj:2 sent/VERB/root:0/send troops/NOUN/obj:2 to/ADP/case:5 Iraq/PROPN/obl:2"), "sent troops 154 OMNGOV>IRQ actual");
}

TEST(Frames, LightVerbsAndParticlesBelongToTheTrigger) {
  EXPECT_EQ(events("Iran/PROPN/nsubj:2 held/VERB/root:0/hold talks/NOUN/obj:2/talk with/ADP/case:5 Iraq/PROPN/obl:2"), "held talks 046 IRNGOV,IRQGOV>IRNGOV,IRQGOV actual");
  EXPECT_EQ(events("Iran/PROPN/nsubj:2 called/VERB/root:0/call off/ADP/compound:prt:2 talks/NOUN/obj:2/talk with/ADP/case:6 Iraq/PROPN/obl:2"), "called off talks 125 IRNGOV>IRQGOV actual");
  EXPECT_EQ(events("Iran/PROPN/nsubj:2 called/VERB/root:0/call talks/NOUN/obj:2/talk"), "");
}

TEST(Frames, NounsAndAdjectives) {
  EXPECT_EQ(events("Iran/PROPN/nmod:poss:3 ~'s/PART/case:1 rejection/NOUN/nsubj:6 of/ADP/case:5 Iraq/PROPN/nmod:3 helped/VERB/root:0/help"), "rejection 120 IRNGOV>IRQGOV actual");
  EXPECT_EQ(events("Oman/PROPN/nsubj:3 is/AUX/cop:3 opposed/ADJ/root:0 to/ADP/case:5 Iraq/PROPN/obl:3"), "opposed 120 OMNGOV>IRQGOV actual");
}

TEST(Frames, ConstraintsOnActorsAndDiscards) {
  EXPECT_EQ(events("Oman/PROPN/nsubj:2 visited/VERB/root:0/visit Iraq/PROPN/obj:2"), "visited 042 OMNGOV,IRQGOV>OMNGOV,IRQGOV actual");
  EXPECT_EQ(events("fans/NOUN/nsubj:2/fan visited/VERB/root:0/visit Iraq/PROPN/obj:2"), "");
  EXPECT_EQ(events("Iran/PROPN/nsubj:2 held/VERB/root:0/hold match/NOUN/obj:2"), "");
  EXPECT_EQ(events("Rain/NOUN/nsubj:2 condemned/VERB/root:0/condemn wind/NOUN/obj:2"), "");
}

TEST(Frames, SeveralActorsInOneSlot) {
  EXPECT_EQ(events("Iran/PROPN/nsubj:2 feuded/VERB/root:0/feud with/ADP/case:4 Iraq/PROPN/obl:2"), "feuded 111 IRNGOV>IRQGOV actual");
  EXPECT_EQ(events("Iran/PROPN/nsubj:4 and/CCONJ/cc:3 Iraq/PROPN/conj:1 feuded/VERB/root:0/feud"), "feuded 110 IRNGOV,IRQGOV>IRNGOV,IRQGOV actual");
}

TEST(Frames, TheWayBackIsAnEventOfItsOwn) {
  EXPECT_EQ(events("Oman/PROPN/nsubj:2 lent/VERB/root:0/lend boats/NOUN/obj:2/boat to/ADP/case:5 Iraq/PROPN/obl:2"), "lent 071 OMNGOV>IRQ actual; lent 030 IRQGOV>OMNGOV actual");
  EXPECT_EQ(events("Oman/PROPN/nsubj:2 lent/VERB/root:0/lend boats/NOUN/obj:2/boat"), "lent 071 OMNGOV>- actual");
}

TEST(Classifier, CodesWhatNoLineMatchesOnlyWhereItIsSureAndBothSidesAreActors) {
  constexpr std::string_view kSure = "Iran/PROPN/nsubj:2 rocked/VERB/root:0/rock Iraq/PROPN/nmod:poss:5 ~'s/PART/case:3 embassy/NOUN/obj:2";
  EXPECT_EQ(events(kSure), "rocked 190 IRNGOV>IRQ actual");
  EXPECT_EQ(events(kSure, true), "");  // by rules alone
  EXPECT_EQ(events("Iran/PROPN/nsubj:2 rocked/VERB/root:0/rock Iraq/PROPN/nmod:poss:5 ~'s/PART/case:3 poem/NOUN/obj:2"), "");
  EXPECT_EQ(events("Iran/PROPN/nsubj:2 rocked/VERB/root:0/rock an/DET/det:4 embassy/NOUN/obj:2"), "");
}

// "Germany beat Italy": where the actor layer leaves the country alone, with no state that acts, the classifier makes no deed of it.
TEST(Classifier, CountriesThatDoNotActDoNothing) {
  Document document = hand_tree("Iran/PROPN/nsubj:2 rocked/VERB/root:0/rock Iraq/PROPN/nmod:poss:5 ~'s/PART/case:3 embassy/NOUN/obj:2");
  add_actor(document, "Iran", "IRN");
  add_actor(document, "Iraq", "IRQ");
  Document idle = document;
  idle.actors[0].id = "IRN";  // the dictionary's country itself
  code_events(document, lexicon());
  code_events(idle, lexicon());
  EXPECT_EQ(document.events.size(), 1U);
  EXPECT_TRUE(idle.events.empty());
}

// A quarrel at home: that one side condemns the other is not the same as the reverse, though both are of one country.
TEST(Repeats, TheSidesOfAQuarrelAtHomeAreTwo) {
  const auto repeats = [](std::string_view second) {
    Document document = hand_tree("Cabinet/PROPN/nsubj:2 condemned/VERB/root:0/condemn Rebels/PROPN/obj:2\n" + std::string(second));
    add_actor(document, "Cabinet", "OMNGOV");
    add_actor(document, "Rebels", "OMNREB");
    add_actor(document, "Party", "OMNGOV");
    add_actor(document, "Front", "OMNREB");
    code_events(document, lexicon());
    return document.events.size() == 2 && static_cast<bool>(document.events[1].same_as);
  };
  EXPECT_TRUE(repeats("Party/PROPN/nsubj:2 condemned/VERB/root:0/condemn Front/PROPN/obj:2"));
  EXPECT_FALSE(repeats("Front/PROPN/nsubj:2 condemned/VERB/root:0/condemn Party/PROPN/obj:2"));
}

TEST(Topic, InAnArticleOnSportOnlyPoliticalActorsOnBothSidesCount) {
  const std::string sport = "\nThe/DET/det:2 goalkeeper/NOUN/nsubj:3 slept/VERB/root:0/sleep\nThe/DET/det:3 home/NOUN/compound:3 crowd/NOUN/nsubj:4 slept/VERB/root:0/sleep";
  EXPECT_EQ(events("fans/NOUN/nsubj:2/fan attacked/VERB/root:0/attack Iraq/PROPN/obj:2"), "attacked 190 CVL>IRQ actual");
  EXPECT_EQ(events("fans/NOUN/nsubj:2/fan attacked/VERB/root:0/attack Iraq/PROPN/obj:2" + sport), "");
  EXPECT_EQ(events("UN/PROPN/nsubj:2 condemned/VERB/root:0/condemn Oman/PROPN/obj:2" + sport), "condemned 111 IGOUNO>OMNGOV actual");
  // as much politics as sport
  EXPECT_EQ(events("fans/NOUN/nsubj:2/fan attacked/VERB/root:0/attack Iraq/PROPN/obj:2" + sport + "\nThe/DET/det:2 army/NOUN/nsubj:5 and/CCONJ/cc:4 minister/NOUN/conj:2 slept/VERB/root:0/sleep"), "attacked 190 CVL>IRQ actual");
}

TEST(PhraseRules, DiscardsDropTheirSentenceOrTheArticle) {
  const std::string attack = "Iran/PROPN/nsubj:2 attacked/VERB/root:0/attack Iraq/PROPN/obj:2";
  EXPECT_EQ(events(attack + "\nIran/PROPN/nsubj:2 attacked/VERB/root:0/attack Iraq/PROPN/obj:2 Chess/NOUN/compound:5 OPEN/NOUN/obl:2 ,/PUNCT/punct:2"), "attacked 190 IRNGOV>IRQ actual");
  EXPECT_EQ(events(attack + "\nbake/NOUN/compound:3 off/ADP/compound:3 final/NOUN/root:0"), "");
  EXPECT_EQ(events(attack + " bake/NOUN/compound:6 off/ADP/compound:6 finals/NOUN/obl:2"), "attacked 190 IRNGOV>IRQ actual");
}

TEST(PhraseRules, IssuesBecomeContextsUnlessAPhraseCancelsThem) {
  const auto contexts = [](const std::string& more) {
    Document document = hand_tree("Iran/PROPN/nsubj:2 condemned/VERB/root:0/condemn Iraq/PROPN/obj:2 " + more);
    add_actor(document, "Iran", "IRN");
    add_actor(document, "Iraq", "IRQ");
    code_events(document, lexicon());
    std::string out;
    for (const Event& event : document.events) {
      for (const std::string& each : event.contexts) out += each + " ";
    }
    return out;
  };
  const std::string port = " deep/ADJ/amod:7 ~-/PUNCT/punct:6 ~sea/NOUN/compound:7 port/NOUN/obl:2";
  EXPECT_EQ(contexts("flood/NOUN/compound:5 gate/NOUN/obl:2"), "TIDES ");
  EXPECT_EQ(contexts(port), "TIDES TRADE ");
  EXPECT_EQ(contexts(port + " pop/NOUN/compound:9 festival/NOUN/obl:2"), "");
  EXPECT_EQ(contexts(port + "\nsandcastle/NOUN/compound:2 week/NOUN/root:0"), "");
}

TEST(Frames, PassiveAsAConstraint) {
  EXPECT_EQ(events("Iran/PROPN/nsubj:2 jailed/VERB/root:0/jail Iraq/PROPN/obj:2"), "");
  EXPECT_EQ(events("Iraq/PROPN/nsubj:pass:3 was/AUX/aux:pass:3 jailed/VERB/root:0/jail by/ADP/case:5 Iran/PROPN/obl:agent:3"), "jailed 173 IRNGOV>IRQ actual");
}

TEST(Combination, ADemandTakesItsCodeFromWhatIsDemanded) {
  EXPECT_EQ(events("Oman/PROPN/nsubj:2 demanded/VERB/root:0/demand that/SCONJ/mark:5 Iran/PROPN/nsubj:5 release/VERB/ccomp:2 fans/NOUN/obj:5/fan"), "demanded 1053 OMNGOV>IRNGOV actual; release 0841 IRNGOV>CVL urged");
}

TEST(Combination, WhatIsThreatenedIsNotCodedAgain) {
  EXPECT_EQ(events("Iran/PROPN/nsubj:2 threatened/VERB/root:0/threaten to/PART/mark:4 attack/VERB/xcomp:2/attack/VerbForm=Inf Iraq/PROPN/obj:4"), "threatened 1384 IRNGOV>IRQGOV actual");
}

TEST(Status, IsReadFromTheWordsAround) {
  EXPECT_EQ(events("Iran/PROPN/nsubj:3 may/AUX/aux:3 attack/VERB/root:0 Iraq/PROPN/obj:3"), "attack 190 IRNGOV>IRQ possible");
  EXPECT_EQ(events("Iran/PROPN/nsubj:4 did/AUX/aux:4/do not/PART/advmod:4 attack/VERB/root:0 Iraq/PROPN/obj:4"), "attack 190 IRNGOV>IRQ negated");
  EXPECT_EQ(events("Iran/PROPN/nsubj:2 plans/VERB/root:0/plan to/PART/mark:4 attack/VERB/xcomp:2/attack/VerbForm=Inf Iraq/PROPN/obj:4"), "attack 190 IRNGOV>IRQ planned");
  EXPECT_EQ(events("If/SCONJ/mark:3 Iran/PROPN/nsubj:3 attacks/VERB/advcl:7/attack Iraq/PROPN/obj:3 ~,/PUNCT/punct:3 rain/NOUN/nsubj:7 falls/VERB/root:0/fall"), "attacks 190 IRNGOV>IRQ possible");
  EXPECT_EQ(events("Nobody/PRON/nsubj:2/nobody/PronType=Neg attacked/VERB/root:0/attack Iraq/PROPN/obj:2"), "attacked 190 ->IRQ negated");
}

TEST(Refusal, WhoWillNotDoSomethingFriendlyRejectsIt) {
  EXPECT_EQ(events("Iran/PROPN/nsubj:4 will/AUX/aux:4 not/PART/advmod:4 release/VERB/root:0 fans/NOUN/obj:4/fan").substr(0, 16), "will not release");
  EXPECT_NE(events("Iran/PROPN/nsubj:4 will/AUX/aux:4 not/PART/advmod:4 release/VERB/root:0 fans/NOUN/obj:4/fan").find(" 12"), std::string::npos);
}

TEST(Trace, SaysWhyAnActWasLeftOut) {
  Document document = hand_tree("Iran/PROPN/nsubj:2 held/VERB/root:0/hold match/NOUN/obj:2\nRain/NOUN/nsubj:2 condemned/VERB/root:0/condemn wind/NOUN/obj:2");
  add_actor(document, "Iran", "IRN");
  document.keep_trace = true;
  code_events(document, lexicon());
  ASSERT_EQ(document.notes.size(), 2U);
  EXPECT_EQ(document.notes[0].code, "discard");
  EXPECT_EQ(document.notes[0].detail, "sport");
  EXPECT_EQ(document.notes[1].code, "no-actor");
}

TEST(EventDictionary, FaultsNameTheirPlaceAllAtOnce) {
  const TemporaryFolder folder({{"events/frames/x.txt", "# frames\nattack | 190 | subj > obj |\nattack/v | 999 | subj > obj |\n%gone/v | 190 | subj obj |\nkill/v obj | 190 | | status=perhaps\n"},
                                {"events/sets/x.txt", "%a | b; %c\n"},
                                {"events/topics/sport.txt", "match | much\n"},
                                {"events/embedding.txt", "manage/v | to; actual; negated | upon; actual; negated\nplan | to; planned\n"},
                                {"events/status.txt", "may | aux | maybe\nplan | verb | planned\n"}});
  const std::string faults = testing_support::faults_of(compile_events, folder.path(""), testing_support::source_folder("ontology"));
  for (const char* fault : {"lexicon/events/frames/x.txt:2:1: expected lemma/v", "lexicon/events/frames/x.txt:3:12: expected a code of ontology/cameo.txt, found '999'", "lexicon/events/frames/x.txt:4:17: expected 'source > target'",
                            "lexicon/events/frames/x.txt:4:1: expected a known set, found '%gone'", "lexicon/events/frames/x.txt:5:8: expected slot=values", "lexicon/events/frames/x.txt:5:22: expected status=",
                            "lexicon/events/sets/x.txt:1:9: expected a known set, found '%c'", "lexicon/events/status.txt:1:13: expected a status, keep, open, ahead or futile, found 'maybe'",
                            "lexicon/events/status.txt:2:8: expected where the word stands, found 'verb'", "lexicon/events/embedding.txt:1:34: expected construction; status; status, found 'upon; actual; negated'", "lexicon/events/embedding.txt:2:1: expected lemma/v",  "lexicon/events/topics/sport.txt:1:9: expected a weight from 1 to 9, found 'much'"}) {
    EXPECT_NE(faults.find(fault), std::string::npos) << fault << "\nin\n" << faults;
  }
}

TEST(Ontology, CodesFallBackToTheirParent) {
  ASSERT_NE(lexicon().code("1384"), nullptr);
  EXPECT_EQ(lexicon().string(lexicon().code("111")->plover), "ACCUSE");
  EXPECT_EQ(lexicon().string(lexicon().code("1119")->code), "111");
  EXPECT_EQ(lexicon().code("99"), nullptr);
  EXPECT_EQ(lexicon().code(""), nullptr);
}

}  // namespace
}  // namespace bayhaqi
