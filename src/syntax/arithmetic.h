// Float arithmetic of the network, with run-time choice of instruction set and the same bytes on each: sums run in a fixed
// order, nothing is fused, and exp/tanh are our own.
#pragma once

#include <cstddef>
#include <span>

namespace bayhaqi {

// out[r][c] = bias[c] + sum over k of in[r][k] * weights[k][c]; row-major, `rows` rows.
void affine(const float* in, std::size_t rows, std::size_t inner, const float* weights, const float* bias, std::size_t columns, float* out);

// sum of a[k] * b[k], in a fixed order.
[[nodiscard]] float dot(const float* a, const float* b, std::size_t size);

[[nodiscard]] float sigmoid(float x);
[[nodiscard]] float hyperbolic_tangent(float x);

// In place: (x - mean) / deviation * gain + offset.
void normalize(float* x, std::size_t size, const float* gain, const float* offset);

}  // namespace bayhaqi
