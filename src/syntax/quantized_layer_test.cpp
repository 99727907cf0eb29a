// Every set of instructions that this machine has gives what a plain loop over whole numbers gives, byte by byte.
#include "syntax/quantized_layer.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <vector>

namespace bayhaqi {
namespace {

std::vector<Instructions> sets_here() {
  std::vector<Instructions> sets;
  for (const auto set : {Instructions::kPlain, Instructions::kAvx2, Instructions::kVnni}) {
    if (set <= best_instructions()) sets.push_back(set);
  }
  return sets;
}

std::vector<float> numbers(std::size_t size, unsigned seed) {
  std::mt19937 random(seed);
  std::uniform_real_distribution<float> values(-3, 3);
  std::vector<float> out(size);
  for (float& x : out) x = values(random);
  return out;
}

// What the layer is said to compute, step by step.
std::vector<float> plainly(const QuantizedRows& in, std::size_t rows, const std::vector<float>& weights, const std::vector<float>& base, std::size_t inner, std::size_t columns) {
  std::vector<float> out(rows * columns);
  for (std::size_t c = 0; c < columns; ++c) {
    float largest = 0;
    for (std::size_t k = 0; k < inner; ++k) largest = std::max(largest, std::abs(weights[k * columns + c]));
    const float scale = largest / 127.0F;
    for (std::size_t r = 0; r < rows; ++r) {
      long sum = 0;
      for (std::size_t k = 0; k < inner; ++k) sum += (in.row(r)[k] - 128L) * (scale > 0 ? std::lround(weights[k * columns + c] / scale) : 0);
      out[r * columns + c] = base[r * columns + c] + static_cast<float>(sum) * scale * in.scales[r];
    }
  }
  return out;
}

TEST(QuantizedLayer, EverySetGivesTheSameBytes) {
  for (const std::size_t inner : {1U, 6U, 160U}) {
    for (const std::size_t columns : {1U, 16U, 53U, 97U}) {
      for (const std::size_t rows : {0U, 1U, 5U, 29U}) {
        const auto weights = numbers(inner * columns, 1);
        const auto bias = numbers(columns, 2);
        QuantizedRows in;
        quantize(numbers(rows * inner, 3).data(), rows, inner, in);
        std::vector<float> base;
        for (std::size_t r = 0; r < rows; ++r) base.insert(base.end(), bias.begin(), bias.end());
        const auto once = plainly(in, rows, weights, base, inner, columns);
        const auto twice = plainly(in, rows, weights, once, inner, columns);
        for (const Instructions set : sets_here()) {
          const QuantizedLayer layer(weights.data(), bias.data(), inner, columns, set);
          std::vector<float> out(rows * columns);
          layer.apply(in.values.data(), in.stride, in.scales.data(), rows, out.data());
          ASSERT_EQ(out, once) << "set " << static_cast<int>(set) << ", " << rows << " x " << inner << " x " << columns;
          layer.add(in.values.data(), in.stride, in.scales.data(), rows, out.data());
          ASSERT_EQ(out, twice);
        }
      }
    }
  }
}

// The largest sums there can be: nothing is cut off on the way.
TEST(QuantizedLayer, NothingSaturates) {
  const std::size_t inner = 480;
  const std::vector<float> weights(inner * 32, -1.0F);
  const std::vector<float> bias(32, 0.5F);
  for (const float sign : {1.0F, -1.0F}) {
    const std::vector<float> row(inner, sign);
    QuantizedRows in;
    quantize(row.data(), 1, inner, in);
    for (const Instructions set : sets_here()) {
      std::vector<float> out(32);
      QuantizedLayer(weights.data(), bias.data(), inner, 32, set).apply(in.values.data(), in.stride, in.scales.data(), 1, out.data());
      EXPECT_NEAR(out[31], 0.5F - sign * 480.0F, 0.01F);
    }
  }
}

TEST(QuantizedLayer, RowsKeepTheirNumbersToHalfAStep) {
  for (const std::size_t size : {1U, 15U, 16U, 163U}) {
    auto in = numbers(3 * size, 5);
    std::fill_n(in.begin() + static_cast<std::ptrdiff_t>(size), size, 0.0F);  // a row of nothing
    QuantizedRows out;
    quantize(in.data(), 3, size, out);
    EXPECT_EQ(out.stride % 4, 0U);
    for (std::size_t r = 0; r < 3; ++r) {
      for (std::size_t k = 0; k < size; ++k) ASSERT_NEAR((out.row(r)[k] - 128.0F) * out.scales[r], in[r * size + k], out.scales[r] * 0.502F);
      for (std::size_t k = size; k < out.stride; ++k) ASSERT_EQ(out.row(r)[k], 128);
    }
  }
}

}  // namespace
}  // namespace bayhaqi
