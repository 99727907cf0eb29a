// Parser::encode: from the forms of a batch of words to one vector per word. Windows stand side by side in the rows; products are
// of all rows at once, neighbours and recurrences stay inside a window.
#include <algorithm>
#include <cmath>

#include "syntax/arithmetic.h"
#include "syntax/parser.h"

namespace bayhaqi {

void Parser::encode(const Document& document, std::size_t first, std::size_t count, Scratch& s) const {
  s.x.resize(count * width_);
  s.gates.resize(count * 2 * width_);
  s.states.resize(count * width_);
  s.mixed.resize(count * width_);
  look_up(document, first, count, s);
  for (std::size_t i = 0; i < count; ++i) std::copy_n(s.forms[i]->input.data(), width_, s.x.data() + i * width_);
  if (!convolutions_.empty()) convolve_words(first, s);
  for (std::size_t l = 1; l < convolutions_.size(); ++l) convolve(l, first, count, s);
  for (std::size_t l = 0; l < recurrences_.size(); ++l) recur(l, first, count, s);
}

// Finds the words of the batch among those remembered, and computes what is new: embeddings side by side, projected and
// normalised, and their products with the first convolution.
void Parser::look_up(const Document& document, std::size_t first, std::size_t count, Scratch& s) const {
  s.words.age();
  s.forms.clear();
  s.fresh.clear();
  for (std::size_t i = 0; i < count; ++i) {
    const auto [word, fresh] = s.words.find(document.form(TokenIndex(first + i)));
    s.forms.push_back(word);
    if (fresh) s.fresh.push_back(word);
  }
  if (s.fresh.empty()) return;
  const std::size_t d = width_;
  const std::size_t rows = s.fresh.size();
  s.inputs.assign(rows * input_, 0.0F);
  for (std::size_t r = 0; r < rows; ++r) read_embeddings(s.fresh[r]->form, s.inputs.data() + r * input_);
  s.states.resize(rows * d);
  affine(s.inputs.data(), rows, input_, in_.weights, in_.bias, d, s.states.data());
  normalize(s.states.data(), rows, d, in_norm_.gain, in_norm_.offset);
  for (std::size_t r = 0; r < rows; ++r) s.fresh[r]->input.assign(s.states.data() + r * d, s.states.data() + (r + 1) * d);
  if (convolutions_.empty()) return;
  const std::size_t wide = 2 * d;
  s.products.resize(rows * 3 * wide);
  quantize(s.states.data(), rows, d, s.rows);
  std::size_t block = 0;
  for (const QuantizedLayer* layer : {&convolutions_[0].left, &convolutions_[0].middle, &convolutions_[0].right}) {
    layer->apply(s.rows.values.data(), s.rows.stride, s.rows.scales.data(), rows, s.gates.data());
    for (std::size_t r = 0; r < rows; ++r) std::copy_n(s.gates.data() + r * wide, wide, s.products.data() + (r * 3 + block) * wide);
    ++block;
  }
  for (std::size_t r = 0; r < rows; ++r) {
    s.fresh[r]->products.resize(3 * wide);
    s.fresh[r]->step = in_steps(s.products.data() + r * 3 * wide, 3 * wide, s.fresh[r]->products.data());
  }
}

// `out` is all zero before.
void Parser::read_embeddings(std::string_view word, float* out) const {
  const WordFeatures features = word_features(word);
  for (std::size_t t = 0; t + 1 < kFeatureTables; ++t) {
    const Embedding& table = embeddings_[t];
    const std::int8_t* row = table.weights.data() + features.rows[t] * table.size;
    add_scaled(row, table.size, table.scales[features.rows[t]], out);
    out += table.size;
  }
  const Embedding& grams = embeddings_[kFeatureTables - 1];
  for (std::uint32_t g = 0; g < features.gram_count; ++g) {
    const std::int8_t* row = grams.weights.data() + features.grams[g] * grams.size;
    add_scaled(row, grams.size, grams.scales[features.grams[g]], out);
  }
  const float scale = 1.0F / std::sqrt(std::max(1.0F, static_cast<float>(features.gram_count)));
  for (std::size_t i = 0; i < grams.size; ++i) out[i] *= scale;
}

// The first convolution: remembered products of a word and its neighbours, added.
void Parser::convolve_words(std::size_t first, Scratch& s) const {
  const std::size_t wide = 2 * width_;
  for (const Window& window : s.windows) {
    const std::size_t begin = window.first - first;
    const std::size_t end = begin + window.count;
    const auto steps = [&](std::size_t i, std::size_t block) { return Steps{s.forms[i]->products.data() + block * wide, s.forms[i]->step}; };
    for (std::size_t i = begin; i < end; ++i) {
      sum_neighbours(i > begin ? steps(i - 1, 0) : Steps(), steps(i, 1), i + 1 < end ? steps(i + 1, 2) : Steps(), wide, s.gates.data() + i * wide);
    }
  }
  gated_step(s.x.data(), s.gates.data(), s.forms.size(), width_, convolution_norms_[0].gain, convolution_norms_[0].offset);
}

// A later convolution: three products; a word that ends or begins a window brings nothing to the next window's.
void Parser::convolve(std::size_t l, std::size_t first, std::size_t count, Scratch& s) const {
  const std::size_t wide = 2 * width_;
  const Convolution& layer = convolutions_[l];
  quantize(s.x.data(), count, width_, s.rows);
  layer.middle.apply(s.rows.values.data(), s.rows.stride, s.rows.scales.data(), count, s.gates.data());
  s.shares.assign(s.rows.scales.begin(), s.rows.scales.end());
  for (const Window& window : s.windows) s.shares[window.first - first + window.count - 1] = 0.0F;
  layer.left.add(s.rows.values.data(), s.rows.stride, s.shares.data(), count - 1, s.gates.data() + wide);
  s.shares.assign(s.rows.scales.begin(), s.rows.scales.end());
  for (const Window& window : s.windows) s.shares[window.first - first] = 0.0F;
  layer.right.add(s.rows.row(1), s.rows.stride, s.shares.data() + 1, count - 1, s.gates.data());
  gated_step(s.x.data(), s.gates.data(), count, width_, convolution_norms_[l].gain, convolution_norms_[l].offset);
}

// state = (1 - gate) * state + gate * candidate; the first half of the columns runs forward, the second backward.
void Parser::recur(std::size_t l, std::size_t first, std::size_t count, Scratch& s) const {
  const std::size_t d = width_;
  quantize(s.x.data(), count, d, s.rows);
  recurrences_[l].apply(s.rows.values.data(), s.rows.stride, s.rows.scales.data(), count, s.gates.data());
  for (std::size_t i = 0; i < count; ++i) {
    hyperbolic_tangent(s.gates.data() + i * 2 * d, d);
    sigmoid(s.gates.data() + i * 2 * d + d, d);
  }
  const auto step = [&](std::size_t i, const float* state, std::size_t from, std::size_t to) {
    const float* candidate = s.gates.data() + i * 2 * d;
    const float* gate = candidate + d;
    float* out = s.states.data() + i * d;
    if (state == nullptr) {
      for (std::size_t k = from; k < to; ++k) out[k] = gate[k] * candidate[k];
    } else {
      for (std::size_t k = from; k < to; ++k) out[k] = (1.0F - gate[k]) * state[k] + gate[k] * candidate[k];
    }
  };
  for (const Window& window : s.windows) {
    const std::size_t begin = window.first - first;
    const std::size_t end = begin + window.count;
    for (std::size_t i = begin; i < end; ++i) step(i, i == begin ? nullptr : s.states.data() + (i - 1) * d, 0, d / 2);
    for (std::size_t i = end; i-- > begin;) step(i, i + 1 == end ? nullptr : s.states.data() + (i + 1) * d, d / 2, d);
  }
  quantize(s.states.data(), count, d, s.rows);
  mixes_[l].apply(s.rows.values.data(), s.rows.stride, s.rows.scales.data(), count, s.mixed.data());
  rectified_step(s.x.data(), s.mixed.data(), count, d, recurrence_norms_[l].gain, recurrence_norms_[l].offset);
}

}  // namespace bayhaqi
