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

// e^x by 2^n * polynomial (Cody and Waite 1980); relative error below 1e-6. Without calls, so that loops over it vectorise.
[[gnu::always_inline]] inline float power_of_e(float x) {
  x = x > -80.0F ? x : -80.0F;
  x = x < 80.0F ? x : 80.0F;
  constexpr float kShift = 128.5F;  // makes the number positive, so that cutting it off rounds down
  const std::int32_t n = static_cast<std::int32_t>(x * 1.44269504F + kShift) - 128;
  const float whole = static_cast<float>(n);
  const float r = (x - whole * 0.693359375F) + whole * 2.12194440e-4F;
  const float p = 1.0F + r * (1.0F + r * (0.5F + r * (0.16666667F + r * (0.041666667F + r * 0.0083333333F))));
  return p * std::bit_cast<float>((n + 127) << 23);
}

}  // namespace

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

BAYHAQI_CLONES
void sigmoid(float* x, std::size_t size) {
  for (std::size_t i = 0; i < size; ++i) x[i] = 1.0F / (1.0F + power_of_e(-x[i]));
}

BAYHAQI_CLONES
void hyperbolic_tangent(float* x, std::size_t size) {
  for (std::size_t i = 0; i < size; ++i) x[i] = 2.0F / (1.0F + power_of_e(-2.0F * x[i])) - 1.0F;
}

BAYHAQI_CLONES
void exponential(float* x, std::size_t size) {
  for (std::size_t i = 0; i < size; ++i) x[i] = power_of_e(x[i]);
}

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
