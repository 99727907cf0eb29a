// What the network makes of a word's form alone: its input vector, and the products of that vector with the first convolution's
// three blocks of weights (as the word on the left, in the middle, on the right), in 16 bits. A thread remembers them for the
// forms it has met lately: two generations of about kFormsKept, so that memory is bounded (3 KB a form) and frequent words stay.
// What is remembered never changes a result. Also lemmas found in the model's list. One per thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "bayhaqi/grammar.h"

namespace bayhaqi {

inline constexpr std::size_t kFormsKept = 4096;

struct Word {
  struct Lemma {
    Upos upos;
    bool known = false;  // in the model's list
    std::string text;
  };
  std::string_view form;  // in the memory
  std::vector<float> input;
  std::vector<std::int16_t> products;  // left, middle, right, in steps of `step`
  float step = 0;
  std::vector<Lemma> lemmas;
};

class WordMemory {
 public:
  // The word, and whether it is new and its vectors are empty. Stays in place until the next age().
  std::pair<Word*, bool> find(std::string_view form);
  // Once in a while: forgets what hasn't been asked for in two ages.
  void age();

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view form) const { return std::hash<std::string_view>{}(form); }
  };
  using Words = std::unordered_map<std::string, Word, Hash, std::equal_to<>>;
  Words young_, old_;
};

}  // namespace bayhaqi
