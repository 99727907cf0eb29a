#include "syntax/arithmetic.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>
#include <vector>

namespace bayhaqi {
namespace {

// The plain loop that the blocked product must equal bit by bit, for sizes on and off the block borders.
TEST(Arithmetic, AffineEqualsThePlainLoop) {
  std::mt19937 random(7);
  std::uniform_real_distribution<float> values(-2, 2);
  for (const std::size_t rows : {1U, 3U, 8U, 17U}) {
    for (const std::size_t columns : {1U, 5U, 32U, 53U, 97U}) {
      const std::size_t inner = 29;
      std::vector<float> in(rows * inner), weights(inner * columns), bias(columns), out(rows * columns);
      for (auto* each : {&in, &weights, &bias}) {
        for (float& x : *each) x = values(random);
      }
      affine(in.data(), rows, inner, weights.data(), bias.data(), columns, out.data());
      for (std::size_t r = 0; r < rows; ++r) {
        for (std::size_t c = 0; c < columns; ++c) {
          float sum = bias[c];
          for (std::size_t k = 0; k < inner; ++k) sum = std::fma(in[r * inner + k], weights[k * columns + c], sum);
          ASSERT_EQ(out[r * columns + c], sum) << rows << " rows, " << columns << " columns, at " << r << ", " << c;
        }
      }
    }
  }
}

TEST(Arithmetic, CurvesAreCloseToTheLibrarys) {
  for (float x = -20; x < 20; x += 0.37F) {
    float s = x;
    float t = x;
    sigmoid(&s, 1);
    hyperbolic_tangent(&t, 1);
    EXPECT_NEAR(s, 1.0F / (1.0F + std::exp(-x)), 1e-5F);
    EXPECT_NEAR(t, std::tanh(x), 1e-5F);
  }
}

}  // namespace
}  // namespace bayhaqi
