#include "syntax/arithmetic.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>

#if defined(__x86_64__) && defined(__GNUC__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#define BAYHAQI_CLONES __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define BAYHAQI_CLONES
#endif

namespace bayhaqi {

namespace {

constexpr std::size_t kRowBlock = 4;

}  // namespace

BAYHAQI_CLONES
void affine(const float* in, std::size_t rows, std::size_t inner, const float* weights, const float* bias, std::size_t columns, float* out) {
  for (std::size_t r = 0; r < rows; ++r) std::copy(bias, bias + columns, out + r * columns);
  std::size_t r = 0;
  for (; r + kRowBlock <= rows; r += kRowBlock) {  // four rows share each line of weights
    float* __restrict o0 = out + r * columns;
    float* __restrict o1 = o0 + columns;
    float* __restrict o2 = o1 + columns;
    float* __restrict o3 = o2 + columns;
    const float* x = in + r * inner;
    for (std::size_t k = 0; k < inner; ++k) {
      const float a0 = x[k], a1 = x[inner + k], a2 = x[2 * inner + k], a3 = x[3 * inner + k];
      const float* __restrict w = weights + k * columns;
      for (std::size_t c = 0; c < columns; ++c) {
        o0[c] += a0 * w[c];
        o1[c] += a1 * w[c];
        o2[c] += a2 * w[c];
        o3[c] += a3 * w[c];
      }
    }
  }
  for (; r < rows; ++r) {
    float* __restrict o = out + r * columns;
    for (std::size_t k = 0; k < inner; ++k) {
      const float a = in[r * inner + k];
      const float* __restrict w = weights + k * columns;
      for (std::size_t c = 0; c < columns; ++c) o[c] += a * w[c];
    }
  }
}

BAYHAQI_CLONES
float dot(const float* a, const float* b, std::size_t size) {
  float lanes[16] = {};
  std::size_t k = 0;
  for (; k + 16 <= size; k += 16) {
    for (std::size_t l = 0; l < 16; ++l) lanes[l] += a[k + l] * b[k + l];
  }
  for (; k < size; ++k) lanes[k % 16] += a[k] * b[k];
  float sum = 0;
  for (const float lane : lanes) sum += lane;
  return sum;
}

namespace {

// e^x by 2^n * polynomial (Cody and Waite 1980); relative error below 1e-6.
float exponential(float x) {
  x = std::clamp(x, -80.0F, 80.0F);
  const float n = std::floor(x * 1.44269504F + 0.5F);
  const float r = (x - n * 0.693359375F) + n * 2.12194440e-4F;
  const float p = 1.0F + r * (1.0F + r * (0.5F + r * (0.16666667F + r * (0.041666667F + r * 0.0083333333F))));
  return p * std::bit_cast<float>(static_cast<std::int32_t>(n + 127.0F) << 23);
}

}  // namespace

float sigmoid(float x) { return 1.0F / (1.0F + exponential(-x)); }
float hyperbolic_tangent(float x) { return 2.0F / (1.0F + exponential(-2.0F * x)) - 1.0F; }

void normalize(float* x, std::size_t size, const float* gain, const float* offset) {
  float mean = 0;
  for (std::size_t i = 0; i < size; ++i) mean += x[i];
  mean /= static_cast<float>(size);
  float variance = 0;
  for (std::size_t i = 0; i < size; ++i) variance += (x[i] - mean) * (x[i] - mean);
  const float scale = 1.0F / std::sqrt(variance / static_cast<float>(size) + 1e-5F);
  for (std::size_t i = 0; i < size; ++i) x[i] = (x[i] - mean) * scale * gain[i] + offset[i];
}

}  // namespace bayhaqi
