// Float arithmetic of the network, with run-time choice of instruction set and the same bytes on each: every sum runs in a
// fixed order, products are fused with sums in affine() only, and exp is our own. Functions over rows take them one after
// another, row-major. Pure, thread-safe.
#pragma once

#include <cstddef>
#include <cstdint>

namespace bayhaqi {

// out[r][c] = bias[c] + sum over k of in[r][k] * weights[k][c], k ascending; row-major, `rows` rows. Blocks of rows and columns
// are kept in registers while k runs (Goto and van de Geijn 2008), which changes no sum.
void affine(const float* in, std::size_t rows, std::size_t inner, const float* weights, const float* bias, std::size_t columns, float* out);

// sum of a[k] * b[k], in a fixed order.
[[nodiscard]] float dot(const float* a, const float* b, std::size_t size);

// In place, element by element.
void sigmoid(float* x, std::size_t size);
void hyperbolic_tangent(float* x, std::size_t size);

// Sum of e^(x[i] - shift), for differences in -80..80.
[[nodiscard]] float sum_of_powers(const float* x, std::size_t size, float shift);

// Index of the first of the largest numbers; size at least 1.
[[nodiscard]] std::size_t argmax(const float* x, std::size_t size);

// Numbers in whole steps of one size; the largest is 32,767 steps. Returns the size.
float in_steps(const float* x, std::size_t size, std::int16_t* out);

// out += row * scale.
void add_scaled(const std::int8_t* row, std::size_t size, float scale, float* out);

// out = middle + left + right, each in steps of its own; left and right may be missing.
struct Steps {
  const std::int16_t* values = nullptr;
  float step = 0;
};
void sum_neighbours(const Steps& left, const Steps& middle, const Steps& right, std::size_t size, float* out);

// The steps of a layer, row by row: x = normalized(x + value * sigmoid(gate)), where a row of `gates` holds values, then gates;
void gated_step(float* x, const float* gates, std::size_t rows, std::size_t size, const float* gain, const float* offset);
// x = normalized(x + max(0, more)).
void rectified_step(float* x, const float* more, std::size_t rows, std::size_t size, const float* gain, const float* offset);

// In place: (x - mean) / deviation * gain + offset.
void normalize(float* x, std::size_t rows, std::size_t size, const float* gain, const float* offset);

}  // namespace bayhaqi
