// affine(), apart from the rest of the arithmetic because its products are fused with its sums. Every path rounds once per
// step (IEEE 754 fused multiply-add), so all give the same bytes; a machine without the instruction is served by the library's
// fma(), exactly but slowly.
#include <cmath>
#include <cstddef>

#include "syntax/arithmetic.h"

namespace bayhaqi {

namespace {

// Vectors of the compiler; Float4 is what every machine of this family has.
using Float4 = float __attribute__((vector_size(16), aligned(4), may_alias));
#if defined(__x86_64__)
using Float8 = float __attribute__((vector_size(32), aligned(4), may_alias));
using Float16 = float __attribute__((vector_size(64), aligned(4), may_alias));
#endif

// One rounding per step on every machine: fused by the compiler where the set has it, by the library where it has not.
template <typename Vector>
[[gnu::always_inline]] inline Vector multiply_add(float x, const Vector& w, const Vector& sum) {
#if defined(__x86_64__)
  if constexpr (sizeof(Vector) > sizeof(Float4)) return x * w + sum;  // contracted: see CMakeLists.txt
#endif
  Vector out;
  for (std::size_t i = 0; i < sizeof(Vector) / sizeof(float); ++i) out[i] = std::fma(x, w[i], sum[i]);
  return out;
}

// A block of Rows x (Vectors * lanes) results, kept in registers while k runs.
template <typename Vector, std::size_t Rows, std::size_t Vectors>
[[gnu::always_inline]] inline void block(const float* in, std::size_t inner, const float* weights, const float* bias, std::size_t columns, float* out) {
  constexpr std::size_t kLanes = sizeof(Vector) / sizeof(float);
  const auto load = [](const float* from) { return *reinterpret_cast<const Vector*>(from); };
  Vector sums[Rows][Vectors];
#pragma GCC unroll 16
  for (std::size_t r = 0; r < Rows; ++r) {
#pragma GCC unroll 4
    for (std::size_t v = 0; v < Vectors; ++v) sums[r][v] = load(bias + v * kLanes);
  }
  for (std::size_t k = 0; k < inner; ++k) {
    Vector w[Vectors];
#pragma GCC unroll 4
    for (std::size_t v = 0; v < Vectors; ++v) w[v] = load(weights + k * columns + v * kLanes);
#pragma GCC unroll 16
    for (std::size_t r = 0; r < Rows; ++r) {
      const float x = in[r * inner + k];
#pragma GCC unroll 4
      for (std::size_t v = 0; v < Vectors; ++v) sums[r][v] = multiply_add(x, w[v], sums[r][v]);
    }
  }
#pragma GCC unroll 16
  for (std::size_t r = 0; r < Rows; ++r) {
#pragma GCC unroll 4
    for (std::size_t v = 0; v < Vectors; ++v) *reinterpret_cast<Vector*>(out + r * columns + v * kLanes) = sums[r][v];
  }
}

template <typename Vector, std::size_t Rows, std::size_t Vectors>
[[gnu::always_inline]] inline void affine_with(const float* in, std::size_t rows, std::size_t inner, const float* weights, const float* bias, std::size_t columns, float* out) {
  constexpr std::size_t kWidth = Vectors * sizeof(Vector) / sizeof(float);
  std::size_t c = 0;
  for (; c + kWidth <= columns; c += kWidth) {
    std::size_t r = 0;
    const auto rows_of = [&]<std::size_t Count>() {
      for (; r + Count <= rows; r += Count) block<Vector, Count, Vectors>(in + r * inner, inner, weights + c, bias + c, columns, out + r * columns + c);
    };
    rows_of.template operator()<Rows>();
    if constexpr (Rows > 8) rows_of.template operator()<8>();
    if constexpr (Rows > 4) rows_of.template operator()<4>();  // what is left over, in halves: each pass reads the weights again
    rows_of.template operator()<2>();
    rows_of.template operator()<1>();
  }
  if constexpr (sizeof(Vector) > sizeof(Float4)) {
    constexpr std::size_t kLanes = sizeof(Vector) / sizeof(float);
    for (; c + kLanes <= columns; c += kLanes) {
      std::size_t r = 0;
      for (; r + 12 <= rows; r += 12) block<Vector, 12, 1>(in + r * inner, inner, weights + c, bias + c, columns, out + r * columns + c);
      for (; r + 4 <= rows; r += 4) block<Vector, 4, 1>(in + r * inner, inner, weights + c, bias + c, columns, out + r * columns + c);
      for (; r < rows; ++r) block<Vector, 1, 1>(in + r * inner, inner, weights + c, bias + c, columns, out + r * columns + c);
    }
  }
  for (; c + 4 <= columns; c += 4) {
    std::size_t r = 0;
    for (; r + 8 <= rows; r += 8) block<Float4, 8, 1>(in + r * inner, inner, weights + c, bias + c, columns, out + r * columns + c);
    for (; r < rows; ++r) block<Float4, 1, 1>(in + r * inner, inner, weights + c, bias + c, columns, out + r * columns + c);
  }
  for (; c < columns; ++c) {
    for (std::size_t r = 0; r < rows; ++r) {
      float sum = bias[c];
      for (std::size_t k = 0; k < inner; ++k) sum = std::fma(in[r * inner + k], weights[k * columns + c], sum);
      out[r * columns + c] = sum;
    }
  }
}

#if defined(__x86_64__)
__attribute__((target("arch=x86-64-v4,prefer-vector-width=512"))) void affine_v4(const float* in, std::size_t rows, std::size_t inner, const float* weights, const float* bias, std::size_t columns, float* out) {
  affine_with<Float16, 12, 2>(in, rows, inner, weights, bias, columns, out);
}

__attribute__((target("arch=x86-64-v3"))) void affine_v3(const float* in, std::size_t rows, std::size_t inner, const float* weights, const float* bias, std::size_t columns, float* out) {
  affine_with<Float8, 4, 2>(in, rows, inner, weights, bias, columns, out);
}
#endif

}  // namespace

void affine(const float* in, std::size_t rows, std::size_t inner, const float* weights, const float* bias, std::size_t columns, float* out) {
#if defined(__x86_64__)
  static const int kLevel = __builtin_cpu_supports("x86-64-v4") ? 4 : __builtin_cpu_supports("x86-64-v3") ? 3 : 2;
  if (kLevel == 4) return affine_v4(in, rows, inner, weights, bias, columns, out);
  if (kLevel == 3) return affine_v3(in, rows, inner, weights, bias, columns, out);
#endif
  affine_with<Float4, 4, 2>(in, rows, inner, weights, bias, columns, out);
}

}  // namespace bayhaqi
