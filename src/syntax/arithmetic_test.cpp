#include "syntax/arithmetic.h"

#include <gtest/gtest.h>

#include <algorithm>
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

// Sizes on and off whole lanes, against loops in double precision.
TEST(Arithmetic, RowsAndSumsEqualPlainOnes) {
  std::mt19937 random(8);
  std::uniform_real_distribution<float> values(-2, 2);
  for (const std::size_t size : {1U, 7U, 16U, 40U, 163U}) {
    std::vector<float> x(2 * size), gates(4 * size), gain(size), offset(size);
    for (auto* each : {&x, &gates, &gain, &offset}) {
      for (float& number : *each) number = values(random);
    }
    std::vector<double> wanted;
    for (std::size_t r = 0; r < 2; ++r) {
      std::vector<double> row(size);
      double mean = 0;
      double variance = 0;
      for (std::size_t k = 0; k < size; ++k) row[k] = x[r * size + k] + gates[2 * r * size + k] / (1 + std::exp(-static_cast<double>(gates[(2 * r + 1) * size + k])));
      for (const double number : row) mean += number / static_cast<double>(size);
      for (const double number : row) variance += (number - mean) * (number - mean) / static_cast<double>(size);
      for (std::size_t k = 0; k < size; ++k) wanted.push_back((row[k] - mean) / std::sqrt(variance + 1e-5) * gain[k] + offset[k]);
    }
    double powers = 0;
    double product = 0;
    for (std::size_t k = 0; k < size; ++k) powers += std::exp(static_cast<double>(x[k]) - 1.5);
    for (std::size_t k = 0; k < size; ++k) product += static_cast<double>(x[k]) * gain[k];
    EXPECT_NEAR(sum_of_powers(x.data(), size, 1.5F), powers, powers * 1e-5);
    EXPECT_NEAR(dot(x.data(), gain.data(), size), product, 1e-4);
    EXPECT_EQ(argmax(x.data(), size), static_cast<std::size_t>(std::max_element(x.begin(), x.begin() + static_cast<std::ptrdiff_t>(size)) - x.begin()));
    gated_step(x.data(), gates.data(), 2, size, gain.data(), offset.data());
    for (std::size_t i = 0; i < wanted.size(); ++i) ASSERT_NEAR(x[i], wanted[i], 1e-4) << size;
  }
}

TEST(Arithmetic, TheFirstOfEqualsIsTheLargest) {
  std::vector<float> x(40, 1.0F);
  x[21] = x[37] = 2.0F;
  EXPECT_EQ(argmax(x.data(), x.size()), 21U);
  x[3] = 2.0F;
  EXPECT_EQ(argmax(x.data(), x.size()), 3U);
}

}  // namespace
}  // namespace bayhaqi
