// What a pattern of another coder's verb dictionary means in our frames: constraints on grammatical slots and where source
// and target stand. In: the words around the verb, in a row (TABARI, PETRARCH) or by phrases (PETRARCH2). Out: one shape, or
// several where the words could stand in more than one way ("to attack": an infinitive or a preposition with its noun), with
// what a shape says more narrowly or loosely than the pattern. The rules are told in docs/lexicon_import.md. No state.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon_import/function_words.h"
#include "lexicon_import/verb_dictionary.h"

namespace bayhaqi {

struct FrameShape {
  std::string governor;  // "agreed" of "agreed to *": the frame's head is this, the verb its complement
  std::string particle;
  std::vector<std::string> constraints;  // "obj=treaty~old"
  std::vector<std::string> sources;      // slots; empty: the usual ones
  std::vector<std::string> targets;
  bool symmetric = false;
};

struct ShapedPattern {
  std::vector<FrameShape> shapes;
  std::vector<std::string> losses;  // what is not quite as it was, each once
  std::string reason;               // not empty: can't be carried over, and why
};

struct PatternWords {
  const FunctionWords& functions;
  const std::set<std::string>& synsets;  // names in upper case, without "&"
  std::string set_prefix;                // of our sets: "%x_"
  const std::set<std::string>* auxiliary_sets = nullptr;  // of `synsets`: those that hold auxiliaries only
};

struct PatternText {
  std::string_view left;  // of the "*"
  std::string_view right;
  std::string_view before;  // words of the verb itself: "+HAUL_AWAY"
  std::string_view after;
};

[[nodiscard]] ShapedPattern shape_pattern(VerbDialect dialect, const PatternText& text, const PatternWords& words);

// A word as the value of a constraint: lower case, with its singular ("talks,talk"), or the name of our set.
[[nodiscard]] std::string constraint_value(std::string_view word, const PatternWords& words);

}  // namespace bayhaqi
