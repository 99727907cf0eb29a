// A small classifier beside the frames: of which PLOVER category an act is, by its word and the words and actors around it.
// In: a predicate without a matching frame, its arguments. Out: the likeliest category and its probability (softmax of a linear
// model over sparse features). Learned by src/train/events/train.py from the dictionary and from what the frames code in free
// text; the weights are text, lexicon/events/model/weights.txt, one feature a line. Absent weights mean: never sure.
// Immutable, shared by threads.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/packed_file.h"
#include "bayhaqi/document.h"
#include "document/children.h"
#include "event/arguments.h"
#include "lexicon/source.h"

namespace bayhaqi {

class CategoryModel {
 public:
  struct FeatureRecord {
    std::uint64_t hash = 0;
    std::uint32_t first = 0;
    std::uint32_t count = 0;
  };
  struct WeightRecord {
    static constexpr bool kHoldsFloats = true;
    std::uint32_t category = 0;
    float weight = 0;
  };
  struct Guess {
    std::string_view category;  // empty: of none
    float probability = 0;
  };

  static Result<CategoryModel> open(const PackedFile& lexicon);
  [[nodiscard]] bool empty() const { return features_.empty(); }
  [[nodiscard]] Guess best(std::span<const std::string> features) const;
  // How likely the category is, by the same features; 0 for one that the model doesn't know.
  [[nodiscard]] float probability(std::span<const std::string> features, std::string_view category) const;

 private:
  [[nodiscard]] std::vector<float> probabilities(std::span<const std::string> features) const;

  std::span<const FeatureRecord> features_;  // sorted by hash
  std::span<const WeightRecord> weights_;
};

void compile_category_model(LexiconSource& source);

// What the model knows of a predicate: "v:seize", "obj:embassy", "prep:from", "from:town", "subj=MIL". Sorted, each once.
[[nodiscard]] std::vector<std::string> predicate_features(const Document& document, const Children& children, const Arguments& arguments, TokenIndex predicate);

}  // namespace bayhaqi
