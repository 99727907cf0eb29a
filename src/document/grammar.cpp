#include "bayhaqi/grammar.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace bayhaqi {

namespace {

constexpr std::array<std::string_view, kUposCount> kUposNames = {"ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM",
                                                                "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X"};

constexpr std::array<std::string_view, kRelationCount> kRelationNames = {
    "acl", "advcl", "advmod", "amod", "appos", "aux", "case", "cc", "ccomp", "clf", "compound", "conj", "cop", "csubj", "dep", "det",
    "discourse", "dislocated", "expl", "fixed", "flat", "goeswith", "iobj", "list", "mark", "nmod", "nsubj", "nummod", "obj", "obl",
    "orphan", "parataxis", "punct", "reparandum", "root", "vocative", "xcomp",
    "acl:relcl", "advcl:relcl", "aux:pass", "cc:preconj", "compound:prt", "csubj:pass", "det:predet", "flat:foreign", "nmod:desc",
    "nmod:poss", "nmod:unmarked", "nsubj:outer", "nsubj:pass", "csubj:outer", "obl:agent", "obl:unmarked"};
constexpr int kUniversalCount = 37;

template <std::size_t N>
int position_of(const std::array<std::string_view, N>& names, std::string_view name) {
  const auto found = std::find(names.begin(), names.end(), name);
  return found == names.end() ? -1 : static_cast<int>(found - names.begin());
}

// Value names of each feature, the empty one first, in the order of the enums.
constexpr std::array<std::string_view, 4> kNumber = {"", "Sing", "Plur", "Ptan"};
constexpr std::array<std::string_view, 3> kTense = {"", "Past", "Pres"};
constexpr std::array<std::string_view, 5> kVerbForm = {"", "Fin", "Inf", "Part", "Ger"};
constexpr std::array<std::string_view, 4> kMood = {"", "Ind", "Imp", "Sub"};
constexpr std::array<std::string_view, 4> kPerson = {"", "1", "2", "3"};
constexpr std::array<std::string_view, 2> kVoice = {"", "Pass"};
constexpr std::array<std::string_view, 4> kCase = {"", "Nom", "Acc", "Gen"};
constexpr std::array<std::string_view, 4> kGender = {"", "Masc", "Fem", "Neut"};
constexpr std::array<std::string_view, 4> kDegree = {"", "Pos", "Cmp", "Sup"};
constexpr std::array<std::string_view, 11> kPronType = {"", "Prs", "Dem", "Int", "Rel", "Art", "Ind", "Tot", "Neg", "Rcp", "Emp"};
constexpr std::array<std::string_view, 5> kNumType = {"", "Card", "Ord", "Frac", "Mult"};
constexpr std::array<std::string_view, 3> kDefinite = {"", "Def", "Ind"};

template <std::size_t N, typename Enum>
void write(std::string& out, std::string_view feature, const std::array<std::string_view, N>& names, Enum value) {
  const auto position = static_cast<std::size_t>(value);
  if (position == 0 || position >= N) return;
  if (!out.empty()) out += '|';
  out.append(feature).append("=").append(names[position]);
}

void write_flag(std::string& out, std::string_view feature, bool value) {
  if (!value) return;
  if (!out.empty()) out += '|';
  out.append(feature);
}

template <std::size_t N, typename Enum>
Enum read(const std::array<std::string_view, N>& names, std::string_view value, Enum otherwise) {
  const int position = position_of(names, value);
  return position < 0 ? otherwise : static_cast<Enum>(position);
}

void set_feature(Morph& morph, std::string_view name, std::string_view value) {
  if (name == "Number") morph.number = read(kNumber, value, Number::kNone);
  if (name == "Tense") morph.tense = read(kTense, value, Tense::kNone);
  if (name == "VerbForm") morph.verb_form = read(kVerbForm, value, VerbForm::kNone);
  if (name == "Mood") morph.mood = read(kMood, value, Mood::kNone);
  if (name == "Person") morph.person = read(kPerson, value, Person::kNone);
  if (name == "Voice") morph.voice = read(kVoice, value, Voice::kNone);
  if (name == "Case") morph.grammatical_case = read(kCase, value, Case::kNone);
  if (name == "Gender") morph.gender = read(kGender, value, Gender::kNone);
  if (name == "Degree") morph.degree = read(kDegree, value, Degree::kNone);
  if (name == "PronType") morph.pron_type = read(kPronType, value, PronType::kNone);
  if (name == "NumType") morph.num_type = read(kNumType, value, NumType::kNone);
  if (name == "Definite") morph.definite = read(kDefinite, value, Definite::kNone);
  if (name == "Polarity") morph.negative = value == "Neg";
  if (name == "Poss") morph.possessive = value == "Yes";
  if (name == "Reflex") morph.reflexive = value == "Yes";
  if (name == "Abbr") morph.abbreviated = value == "Yes";
}

}  // namespace

Relation universal(Relation relation) {
  if (static_cast<int>(relation) < kUniversalCount) return relation;
  const std::string_view name = to_string(relation);
  return static_cast<Relation>(position_of(kRelationNames, name.substr(0, name.find(':'))));
}

std::string_view to_string(Upos upos) { return kUposNames[static_cast<std::size_t>(upos)]; }
std::string_view to_string(Relation relation) { return kRelationNames[static_cast<std::size_t>(relation)]; }

std::optional<Upos> parse_upos(std::string_view name) {
  const int position = position_of(kUposNames, name);
  if (position < 0) return std::nullopt;
  return static_cast<Upos>(position);
}

std::optional<Relation> parse_relation(std::string_view name) {
  if (name == "obl:tmod" || name == "obl:npmod") return Relation::kOblUnmarked;
  if (name == "nmod:tmod" || name == "nmod:npmod") return Relation::kNmodUnmarked;
  int position = position_of(kRelationNames, name);
  if (position < 0) position = position_of(kRelationNames, name.substr(0, name.find(':')));
  if (position < 0) return std::nullopt;
  return static_cast<Relation>(position);
}

std::string to_string(const Morph& morph) {
  std::string out;  // in alphabetical order of the features, as CoNLL-U wants it
  write_flag(out, "Abbr=Yes", morph.abbreviated);
  write(out, "Case", kCase, morph.grammatical_case);
  write(out, "Definite", kDefinite, morph.definite);
  write(out, "Degree", kDegree, morph.degree);
  write(out, "Gender", kGender, morph.gender);
  write(out, "Mood", kMood, morph.mood);
  write(out, "NumType", kNumType, morph.num_type);
  write(out, "Number", kNumber, morph.number);
  write(out, "Person", kPerson, morph.person);
  write_flag(out, "Polarity=Neg", morph.negative);
  write_flag(out, "Poss=Yes", morph.possessive);
  write(out, "PronType", kPronType, morph.pron_type);
  write_flag(out, "Reflex=Yes", morph.reflexive);
  write(out, "Tense", kTense, morph.tense);
  write(out, "VerbForm", kVerbForm, morph.verb_form);
  write(out, "Voice", kVoice, morph.voice);
  return out.empty() ? "_" : out;
}

Morph parse_morph(std::string_view features) {
  Morph morph;
  while (!features.empty()) {
    const std::size_t bar = std::min(features.find('|'), features.size());
    const std::string_view feature = features.substr(0, bar);
    const std::size_t equals = feature.find('=');
    if (equals != std::string_view::npos) set_feature(morph, feature.substr(0, equals), feature.substr(equals + 1));
    features.remove_prefix(std::min(bar + 1, features.size()));
  }
  return morph;
}

}  // namespace bayhaqi
