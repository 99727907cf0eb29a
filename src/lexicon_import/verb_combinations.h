// PETRARCH2's combinations, "~ a (a b SEIZE) VOW = a b 138", as a frame: the outer verb with an inner act of a certain code as
// its complement. Letters stand for actors (the same letter, the same actor), "_" for none, "." for any. In: the line, the
// dictionary that says what codes the names of verbs stand for. Out: a frame, or why there is none. Pure.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <string_view>

#include "lexicon_import/pattern_shapes.h"
#include "lexicon_import/verb_codes.h"
#include "lexicon_import/verb_dictionary.h"

namespace bayhaqi {

struct CombinationFrame {
  std::string head;
  FrameShape shape;
  CarriedCode code;
  std::string reason;  // not empty: not carried over
};

// `head_of`: the lemma or set of a block of the dictionary.
[[nodiscard]] CombinationFrame read_combination(std::string_view line, const VerbDictionary& dictionary, const std::function<std::string(std::size_t)>& head_of, const std::set<std::string>& codes);

}  // namespace bayhaqi
