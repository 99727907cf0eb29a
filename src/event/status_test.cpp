#include "event/status.h"

#include <gtest/gtest.h>

#include <array>
#include <string>

#include "event/frames.h"
#include "support/compiled.h"
#include "support/hand_tree.h"
#include "support/temporary_folder.h"

namespace bayhaqi {
namespace {

using testing_support::hand_tree;
using testing_support::TemporaryFolder;
using testing_support::token_of;

constexpr const char* kCues =
    "could | aux | possible\nif | mark | possible\nmay | aux | possible\nmust | aux | urged\nno | det | negated\nnor | cc | negated\nnot | adv | negated\n"
    "planned | adj | planned\nprobably | adv | possible\nshort_of | mark | negated\nuntil | mark | open\nwhen | mark | ahead\nwill | aux | planned\nwithout | mark | negated\nwould | aux | planned\n";
constexpr const char* kEmbedding =
    "call/v | for; urged; possible\nconsider/v | obj; possible; negated\ndemand/n | for; urged; possible\ndemand/v | base; urged; possible\n"
    "deny/v | that; negated; possible\nfail/v | to; negated; actual\nhold/v | obj; actual; negated\nmanage/v | to; actual; negated\n"
    "offer/n | to; possible; negated\nplan/v | to; planned; negated\nprevent/v | from; negated; possible\nregret/v | that; actual; actual\nrule+out/v | ing; negated; possible\n"
    "unlikely/a | subj; negated; possible\nwant/v | obj-to; urged; possible | to; planned; negated\n";

const EventLexicon& lexicon() {
  static const TemporaryFolder kFolder({{"events/frames/x.txt", "attack/v | 190 | subj > obj |\n"}, {"events/sets/x.txt", "%a | b\n"}, {"events/status.txt", kCues}, {"events/embedding.txt", kEmbedding}});
  static const auto kCompiled = testing_support::compiled<EventLexicon>(compile_events, kFolder.path(""), testing_support::source_folder("ontology"));
  return kCompiled.rules;
}

// "status by 'words'" of a word of the tree.
std::string status(std::string_view word, std::string_view notation) {
  static constexpr std::array<std::string_view, 5> kNames = {"actual", "negated", "planned", "possible", "urged"};
  const Document document = hand_tree(notation);
  const StatusReading found = read_status(document, Children(document), lexicon(), token_of(document, word));
  std::string out(kNames[static_cast<std::size_t>(found.status)]);
  if (!found.span.empty()) out += " by '" + std::string(document.words(found.span)) + "'";
  return out;
}

TEST(Status, TheWordsAtTheAct) {
  EXPECT_EQ(status("left", "Troops/NOUN/nsubj:2 left/VERB/root:0/leave"), "actual");
  EXPECT_EQ(status("leave", "Troops/NOUN/nsubj:4 may/AUX/aux:4 not/PART/advmod:4 leave/VERB/root:0"), "possible by 'may'");
  EXPECT_EQ(status("leave", "Troops/NOUN/nsubj:4 could/AUX/aux:4 not/PART/advmod:4 leave/VERB/root:0"), "negated by 'not'");
  EXPECT_EQ(status("killed", "Rebels/NOUN/nsubj:2 killed/VERB/root:0/kill men/NOUN/obj:2\nRebels/NOUN/nsubj:2 killed/VERB/root:0/kill no/DET/det:4 men/NOUN/obj:2"), "actual");
  EXPECT_EQ(status("took", "Rebels/NOUN/nsubj:2 took/VERB/root:0/take no/DET/det:4 town/NOUN/obj:2"), "negated by 'no'");
  EXPECT_EQ(status("backs", "Iran/PROPN/nsubj:4 no/DET/det:3 longer/ADV/advmod:4/long backs/VERB/root:0/back"), "negated by 'no'");
  EXPECT_EQ(status("attacked", "It/PRON/nsubj:4 would/AUX/aux:4 have/AUX/aux:4 attacked/VERB/root:0/attack"), "negated by 'would'");
  EXPECT_EQ(status("met", "He/PRON/nsubj:5 was/AUX/aux:5/be to/PART/mark:5 have/AUX/aux:5 met/VERB/root:0/meet"), "negated by 'was'");
  EXPECT_EQ(status("meet", "He/PRON/nsubj:4 is/AUX/cop:4/be to/PART/mark:4 meet/VERB/root:0"), "planned by 'is'");
  EXPECT_EQ(status("reply", "Iran/PROPN/nsubj:2 has/VERB/root:0/have yet/ADV/advmod:2 to/PART/mark:5 reply/VERB/xcomp:2/reply/VerbForm=Inf"), "negated by 'yet'");
  EXPECT_EQ(status("talks", "planned/ADJ/amod:2 talks/NOUN/root:0/talk"), "planned by 'planned'");
}

TEST(Status, WordsThatGovernActs) {
  EXPECT_EQ(status("leave", "They/PRON/nsubj:2 managed/VERB/root:0/manage to/PART/mark:4 leave/VERB/xcomp:2/leave/VerbForm=Inf"), "actual");
  EXPECT_EQ(status("leave", "They/PRON/nsubj:4 did/AUX/aux:4/do not/PART/advmod:4 manage/VERB/root:0 to/PART/mark:6 leave/VERB/xcomp:4/leave/VerbForm=Inf"), "negated by 'not'");
  EXPECT_EQ(status("leave", "They/PRON/nsubj:3 may/AUX/aux:3 manage/VERB/root:0 to/PART/mark:5 leave/VERB/xcomp:3/leave/VerbForm=Inf"), "possible by 'may'");
  EXPECT_EQ(status("leave", "They/PRON/nsubj:2 failed/VERB/root:0/fail to/PART/mark:4 leave/VERB/xcomp:2/leave/VerbForm=Inf"), "negated by 'failed'");
  EXPECT_EQ(status("leave", "They/PRON/nsubj:4 did/AUX/aux:4/do not/PART/advmod:4 fail/VERB/root:0 to/PART/mark:6 leave/VERB/xcomp:4/leave/VerbForm=Inf"), "actual");
  EXPECT_EQ(status("leave", "They/PRON/nsubj:3 may/AUX/aux:3 fail/VERB/root:0 to/PART/mark:5 leave/VERB/xcomp:3/leave/VerbForm=Inf"), "possible by 'may'");
  EXPECT_EQ(status("leave", "They/PRON/nsubj:2 want/VERB/root:0 to/PART/mark:4 leave/VERB/xcomp:2/leave/VerbForm=Inf"), "planned by 'want'");
  EXPECT_EQ(status("leave", "They/PRON/nsubj:2 want/VERB/root:0 troops/NOUN/obj:2 to/PART/mark:5 leave/VERB/xcomp:2/leave/VerbForm=Inf"), "urged by 'want'");
  EXPECT_EQ(status("fell", "He/PRON/nsubj:4 did/AUX/aux:4/do not/PART/advmod:4 regret/VERB/root:0 that/SCONJ/mark:7 Kabul/PROPN/nsubj:7 fell/VERB/ccomp:4/fall/VerbForm=Fin"), "actual");
  EXPECT_EQ(status("fired", "He/PRON/nsubj:2 denied/VERB/root:0/deny that/SCONJ/mark:5 troops/NOUN/nsubj:5 fired/VERB/ccomp:2/fire/VerbForm=Fin"), "negated by 'denied'");
  EXPECT_EQ(status("leave", "He/PRON/nsubj:2 demanded/VERB/root:0/demand that/SCONJ/mark:5 she/PRON/nsubj:5/she/Number=Sing|Person=3 leave/VERB/ccomp:2/leave/VerbForm=Inf"), "urged by 'demanded'");
  EXPECT_EQ(status("leaving", "They/PRON/nsubj:2 prevented/VERB/root:0/prevent ships/NOUN/obj:2 from/SCONJ/mark:5 leaving/VERB/advcl:2/leave/VerbForm=Ger"), "negated by 'prevented'");
  EXPECT_EQ(status("sending", "He/PRON/nsubj:4 did/AUX/aux:4/do not/PART/advmod:4 rule/VERB/root:0 out/ADP/compound:prt:4 sending/VERB/xcomp:4/send/VerbForm=Ger"), "possible by 'rule'");
  EXPECT_EQ(status("release", "He/PRON/nsubj:2 called/VERB/root:0/call for/ADP/case:4 release/NOUN/obl:2"), "urged by 'called'");
}

TEST(Status, NounsAndAdjectivesThatGovernActs) {
  EXPECT_EQ(status("talks", "They/PRON/nsubj:3 will/AUX/aux:3 hold/VERB/root:0 talks/NOUN/obj:3/talk"), "planned by 'will'");
  EXPECT_EQ(status("release", "the/DET/det:2 demand/NOUN/root:0 for/ADP/case:4 release/NOUN/nmod:2"), "urged by 'demand'");
  EXPECT_EQ(status("offer", "They/PRON/nsubj:2 considered/VERB/root:0/consider the/DET/det:4 offer/NOUN/obj:2"), "actual");
  EXPECT_EQ(status("offer", "They/PRON/nsubj:2 considered/VERB/root:0/consider an/DET/det:4 offer/NOUN/obj:2"), "possible by 'considered'");
  EXPECT_EQ(status("war", "War/NOUN/nsubj:2 seems/VERB/root:0/seem unlikely/ADJ/xcomp:2\nA/DET/det:2 war/NOUN/nsubj:3 seems/VERB/root:0/seem unlikely/ADJ/xcomp:3"), "negated by 'unlikely'");
  EXPECT_EQ(status("topple", "weak/ADJ/root:0 too/ADV/advmod:1 to/PART/mark:4 topple/VERB/xcomp:1/topple/VerbForm=Inf"), "actual");
  EXPECT_EQ(status("topple", "too/ADV/advmod:2 weak/ADJ/root:0 to/PART/mark:4 topple/VERB/xcomp:2/topple/VerbForm=Inf"), "negated by 'too'");
}

TEST(Status, ClausesBesideTheMainOne) {
  EXPECT_EQ(status("agrees", "It/PRON/nsubj:3 will/AUX/aux:3 leave/VERB/root:0 if/SCONJ/mark:8 Oman/PROPN/nsubj:8 does/AUX/aux:8/do not/PART/advmod:8 agrees/VERB/advcl:3/agree"), "possible by 'if'");
  EXPECT_EQ(status("ended", "It/PRON/nsubj:2 fought/VERB/root:0/fight until/SCONJ/mark:5 war/NOUN/nsubj:5 ended/VERB/advcl:2/end/Tense=Past|VerbForm=Fin"), "actual");
  EXPECT_EQ(status("ends", "It/PRON/nsubj:3 will/AUX/aux:3 fight/VERB/root:0 until/SCONJ/mark:6 war/NOUN/nsubj:6 ends/VERB/advcl:3/end/Tense=Pres|VerbForm=Fin"), "possible by 'until'");
  EXPECT_EQ(status("paying", "He/PRON/nsubj:4 can/AUX/aux:4 not/PART/advmod:4 leave/VERB/root:0 without/SCONJ/mark:6 paying/VERB/advcl:4/pay/VerbForm=Ger"), "possible by 'without'");
  EXPECT_EQ(status("ordering", "It/PRON/nsubj:2 stopped/VERB/root:0/stop short/ADV/advmod:2 of/SCONJ/mark:5 ordering/VERB/advcl:2/order/VerbForm=Ger"), "negated by 'of'");
  EXPECT_EQ(status("accused", "It/PRON/nsubj:4 did/AUX/aux:4/do not/PART/advmod:4 come/VERB/root:0/come/VerbForm=Inf but/CCONJ/cc:6 accused/VERB/conj:4/accuse/VerbForm=Fin"), "actual");
  EXPECT_EQ(status("sign", "It/PRON/nsubj:3 will/AUX/aux:3 come/VERB/root:0/come/VerbForm=Inf and/CCONJ/cc:5 sign/VERB/conj:3/sign/VerbForm=Inf"), "planned by 'will'");
  EXPECT_EQ(status("lost", "Has/AUX/aux:3/have Iran/PROPN/nsubj:3 lost/VERB/root:0/lose ~?/PUNCT/punct:3"), "possible by '?'");
}

TEST(Predicates, AreVerbsAndNounsOfActsWithTheirStatus) {
  Document document = hand_tree("The/DET/det:2 army/NOUN/nsubj:4 may/AUX/aux:4 launch/VERB/root:0 attack/NOUN/obj:4 soon/ADV/advmod:4");
  read_predicates(document, Children(document), lexicon());
  ASSERT_EQ(document.predicates.size(), 1U);  // no frame has "attack" as a noun here
  EXPECT_EQ(document.form(document.predicates[0].token), "launch");
  EXPECT_EQ(document.predicates[0].status, Status::kPossible);
  EXPECT_EQ(document.predicates[0].rule.line, 3U);
}

}  // namespace
}  // namespace bayhaqi
