// Universal Dependencies v2 as far as English uses it: parts of speech, relations, features.
// Names are those of https://universaldependencies.org; to_string and parse_* translate to and from CoNLL-U.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace bayhaqi {

enum class Upos : std::uint8_t {
  kAdj, kAdp, kAdv, kAux, kCconj, kDet, kIntj, kNoun, kNum, kPart, kPron, kPropn, kPunct, kSconj, kSym, kVerb, kX
};
inline constexpr int kUposCount = 17;

// Universal relations first, then the subtypes that English treebanks use.
enum class Relation : std::uint8_t {
  kAcl, kAdvcl, kAdvmod, kAmod, kAppos, kAux, kCase, kCc, kCcomp, kClf, kCompound, kConj, kCop, kCsubj, kDep, kDet,
  kDiscourse, kDislocated, kExpl, kFixed, kFlat, kGoeswith, kIobj, kList, kMark, kNmod, kNsubj, kNummod, kObj, kObl,
  kOrphan, kParataxis, kPunct, kReparandum, kRoot, kVocative, kXcomp,
  kAclRelcl, kAdvclRelcl, kAuxPass, kCcPreconj, kCompoundPrt, kCsubjPass, kDetPredet, kFlatForeign, kNmodDesc,
  kNmodPoss, kNmodUnmarked, kNsubjOuter, kNsubjPass, kCsubjOuter, kOblAgent, kOblUnmarked
};
inline constexpr int kRelationCount = 53;

// The relation without its subtype: kNsubjPass -> kNsubj.
[[nodiscard]] Relation universal(Relation relation);

[[nodiscard]] std::string_view to_string(Upos upos);
[[nodiscard]] std::string_view to_string(Relation relation);
[[nodiscard]] std::optional<Upos> parse_upos(std::string_view name);
// Unknown subtypes give the universal relation; older names (obl:tmod, obl:npmod, nmod:npmod, nmod:tmod) the present ones.
[[nodiscard]] std::optional<Relation> parse_relation(std::string_view name);

enum class Number : std::uint8_t { kNone, kSing, kPlur, kPtan };
enum class Tense : std::uint8_t { kNone, kPast, kPres };
enum class VerbForm : std::uint8_t { kNone, kFin, kInf, kPart, kGer };
enum class Mood : std::uint8_t { kNone, kInd, kImp, kSub };
enum class Person : std::uint8_t { kNone, k1, k2, k3 };
enum class Voice : std::uint8_t { kNone, kPass };
enum class Case : std::uint8_t { kNone, kNom, kAcc, kGen };
enum class Gender : std::uint8_t { kNone, kMasc, kFem, kNeut };
enum class Degree : std::uint8_t { kNone, kPos, kCmp, kSup };
enum class PronType : std::uint8_t { kNone, kPrs, kDem, kInt, kRel, kArt, kInd, kTot, kNeg, kRcp, kEmp };
enum class NumType : std::uint8_t { kNone, kCard, kOrd, kFrac, kMult };
enum class Definite : std::uint8_t { kNone, kDef, kInd };

// Features, a few bits each. What UD has beyond these (NumForm, ExtPos, Style, Typo…) is not kept.
struct Morph {
  Number number : 2 = Number::kNone;
  Tense tense : 2 = Tense::kNone;
  VerbForm verb_form : 3 = VerbForm::kNone;
  Mood mood : 2 = Mood::kNone;
  Person person : 2 = Person::kNone;
  Voice voice : 1 = Voice::kNone;
  Case grammatical_case : 2 = Case::kNone;
  Gender gender : 2 = Gender::kNone;
  Degree degree : 2 = Degree::kNone;
  PronType pron_type : 4 = PronType::kNone;
  NumType num_type : 3 = NumType::kNone;
  Definite definite : 2 = Definite::kNone;
  bool negative : 1 = false;    // Polarity=Neg
  bool possessive : 1 = false;  // Poss=Yes
  bool reflexive : 1 = false;   // Reflex=Yes
  bool abbreviated : 1 = false; // Abbr=Yes

  bool operator==(const Morph&) const = default;
};

// "Number=Sing|Tense=Past", "_" where there are none.
[[nodiscard]] std::string to_string(const Morph& morph);
[[nodiscard]] Morph parse_morph(std::string_view features);

}  // namespace bayhaqi
