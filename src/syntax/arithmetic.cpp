#include "syntax/arithmetic.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>

#include "syntax/lanes.h"

namespace bayhaqi {

namespace {

// Replaces x by step(x), lanes by lanes; the last ones are filled up.
template <typename Step>
[[gnu::always_inline]] inline void for_lanes(float* x, std::size_t size, Step step) {
  std::size_t k = 0;
  for (; k + kLanes <= size; k += kLanes) store_lanes(x + k, step(load_lanes(x + k)));
  if (k == size) return;
  float rest[kLanes] = {};
  std::copy(x + k, x + size, rest);
  store_lanes(rest, step(load_lanes(rest)));
  std::copy_n(rest, size - k, x + k);
}

// e^x by 2^n * polynomial (Cody and Waite 1980); relative error below 1e-6.
[[gnu::always_inline]] inline Lanes power_of_e(Lanes x) {
  x = x > -80.0F ? x : Lanes{} - 80.0F;
  x = x < 80.0F ? x : Lanes{} + 80.0F;
  constexpr float kShift = 128.5F;  // makes the number positive, so that cutting it off rounds down
  const WholeLanes n = __builtin_convertvector(x * 1.44269504F + kShift, WholeLanes) - 128;
  const Lanes whole = __builtin_convertvector(n, Lanes);
  const Lanes r = (x - whole * 0.693359375F) + whole * 2.12194440e-4F;
  const Lanes p = 1.0F + r * (1.0F + r * (0.5F + r * (0.16666667F + r * (0.041666667F + r * 0.0083333333F))));
  return p * std::bit_cast<Lanes>((n + 127) << 23);
}

[[gnu::always_inline]] inline Lanes sigmoid_of(const Lanes& x) { return 1.0F / (1.0F + power_of_e(-x)); }

[[gnu::always_inline]] inline void normalize_row(float* x, std::size_t size, const float* gain, const float* offset) {
  const std::size_t even = size / kLanes * kLanes;
  Lanes sums = {};
  for (std::size_t k = 0; k < even; k += kLanes) sums += load_lanes(x + k);
  float sum = sum_of(sums);
  for (std::size_t k = even; k < size; ++k) sum += x[k];
  const float mean = sum / static_cast<float>(size);
  Lanes squares = {};
  for (std::size_t k = 0; k < even; k += kLanes) {
    const Lanes away = load_lanes(x + k) - mean;
    squares += away * away;
  }
  float square = sum_of(squares);
  for (std::size_t k = even; k < size; ++k) square += (x[k] - mean) * (x[k] - mean);
  const float scale = 1.0F / std::sqrt(square / static_cast<float>(size) + 1e-5F);
  for (std::size_t k = 0; k < even; k += kLanes) store_lanes(x + k, (load_lanes(x + k) - mean) * scale * load_lanes(gain + k) + load_lanes(offset + k));
  for (std::size_t k = even; k < size; ++k) x[k] = (x[k] - mean) * scale * gain[k] + offset[k];
}

}  // namespace

BAYHAQI_CLONES
float dot(const float* a, const float* b, std::size_t size) {
  Lanes sums = {};
  std::size_t k = 0;
  for (; k + kLanes <= size; k += kLanes) sums += load_lanes(a + k) * load_lanes(b + k);
  float sum = sum_of(sums);
  for (; k < size; ++k) sum += a[k] * b[k];
  return sum;
}

BAYHAQI_CLONES
void sigmoid(float* x, std::size_t size) {
  for_lanes(x, size, [](const Lanes& lanes) __attribute__((always_inline)) { return sigmoid_of(lanes); });
}

BAYHAQI_CLONES
void hyperbolic_tangent(float* x, std::size_t size) {
  for_lanes(x, size, [](const Lanes& lanes) __attribute__((always_inline)) { return 2.0F * sigmoid_of(2.0F * lanes) - 1.0F; });
}

BAYHAQI_CLONES
float sum_of_powers(const float* x, std::size_t size, float shift) {
  Lanes sums = {};
  std::size_t k = 0;
  for (; k + kLanes <= size; k += kLanes) sums += power_of_e(load_lanes(x + k) - shift);
  float sum = sum_of(sums);
  if (k == size) return sum;
  float rest[kLanes] = {};
  for (std::size_t i = k; i < size; ++i) rest[i - k] = x[i] - shift;
  const Lanes powers = power_of_e(load_lanes(rest));
  for (std::size_t i = k; i < size; ++i) sum += powers[i - k];
  return sum;
}

BAYHAQI_CLONES
std::size_t argmax(const float* x, std::size_t size) {
  std::size_t best = 0;
  std::size_t k = 0;
  if (size >= kLanes) {
    Lanes most = load_lanes(x);
    WholeLanes where = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};
    WholeLanes here = where;
    for (k = kLanes; k + kLanes <= size; k += kLanes) {
      const Lanes numbers = load_lanes(x + k);
      here += static_cast<std::int32_t>(kLanes);
      where = numbers > most ? here : where;
      most = larger(numbers, most);
    }
    const float largest = largest_of(most);
    std::int32_t first = static_cast<std::int32_t>(size);
    for (std::size_t i = 0; i < kLanes; ++i) {
      if (most[i] == largest) first = std::min(first, where[i]);
    }
    best = static_cast<std::size_t>(first) < size ? static_cast<std::size_t>(first) : 0;
  }
  for (; k < size; ++k) {
    if (x[k] > x[best]) best = k;
  }
  return best;
}

BAYHAQI_CLONES
float in_steps(const float* x, std::size_t size, std::int16_t* out) {
  const float largest = largest_distance(x, size);
  const float steps = largest > 0 ? 32767.0F / largest : 0.0F;
  for (std::size_t k = 0; k < size; ++k) out[k] = static_cast<std::int16_t>(static_cast<std::int32_t>(x[k] * steps + 32768.5F) - 32768);
  return largest / 32767.0F;
}

BAYHAQI_CLONES
void add_scaled(const std::int8_t* row, std::size_t size, float scale, float* out) {
  for (std::size_t k = 0; k < size; ++k) out[k] += static_cast<float>(row[k]) * scale;
}

BAYHAQI_CLONES
void sum_neighbours(const Steps& left, const Steps& middle, const Steps& right, std::size_t size, float* out) {
  using Sixteen = std::int16_t __attribute__((vector_size(32)));
  const auto lanes_of = [](const std::int16_t* from) __attribute__((always_inline)) {
    Sixteen values;
    std::memcpy(&values, from, sizeof(values));
    return __builtin_convertvector(__builtin_convertvector(values, WholeLanes), Lanes);
  };
  std::size_t k = 0;
  for (; k + kLanes <= size; k += kLanes) {
    Lanes sum = lanes_of(middle.values + k) * middle.step;
    if (left.values != nullptr) sum += lanes_of(left.values + k) * left.step;
    if (right.values != nullptr) sum += lanes_of(right.values + k) * right.step;
    store_lanes(out + k, sum);
  }
  for (; k < size; ++k) {
    out[k] = static_cast<float>(middle.values[k]) * middle.step;
    if (left.values != nullptr) out[k] += static_cast<float>(left.values[k]) * left.step;
    if (right.values != nullptr) out[k] += static_cast<float>(right.values[k]) * right.step;
  }
}

BAYHAQI_CLONES
void normalize(float* x, std::size_t rows, std::size_t size, const float* gain, const float* offset) {
  for (std::size_t r = 0; r < rows; ++r) normalize_row(x + r * size, size, gain, offset);
}

BAYHAQI_CLONES
void gated_step(float* x, const float* gates, std::size_t rows, std::size_t size, const float* gain, const float* offset) {
  for (std::size_t r = 0; r < rows; ++r, x += size, gates += 2 * size) {
    std::size_t k = 0;
    for (; k + kLanes <= size; k += kLanes) store_lanes(x + k, load_lanes(x + k) + load_lanes(gates + k) * sigmoid_of(load_lanes(gates + size + k)));
    for (; k < size; ++k) x[k] += gates[k] * sigmoid_of(Lanes{} + gates[size + k])[0];
    normalize_row(x, size, gain, offset);
  }
}

BAYHAQI_CLONES
void rectified_step(float* x, const float* more, std::size_t rows, std::size_t size, const float* gain, const float* offset) {
  for (std::size_t r = 0; r < rows; ++r, x += size, more += size) {
    for (std::size_t k = 0; k < size; ++k) x[k] += more[k] > 0.0F ? more[k] : 0.0F;
    normalize_row(x, size, gain, offset);
  }
}

}  // namespace bayhaqi
