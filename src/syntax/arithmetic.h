// Float arithmetic of the network, with run-time choice of instruction set and the same bytes on each: every sum runs in a
// fixed order, products are fused with sums in affine() only, and exp is our own. Pure, thread-safe.
#pragma once

#include <cstddef>

namespace bayhaqi {

// out[r][c] = bias[c] + sum over k of in[r][k] * weights[k][c], k ascending; row-major, `rows` rows. Blocks of rows and columns
// are kept in registers while k runs (Goto and van de Geijn 2008), which changes no sum.
void affine(const float* in, std::size_t rows, std::size_t inner, const float* weights, const float* bias, std::size_t columns, float* out);

// sum of a[k] * b[k], in a fixed order.
[[nodiscard]] float dot(const float* a, const float* b, std::size_t size);

// In place, element by element.
void sigmoid(float* x, std::size_t size);
void hyperbolic_tangent(float* x, std::size_t size);
// x[i] = e^x[i], for x[i] in -80..80.
void exponential(float* x, std::size_t size);

// In place: (x - mean) / deviation * gain + offset.
void normalize(float* x, std::size_t size, const float* gain, const float* offset);

}  // namespace bayhaqi
