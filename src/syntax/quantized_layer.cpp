// Built without fused multiply-add (CMakeLists.txt): the few float steps round alike everywhere.
#include "syntax/quantized_layer.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "syntax/lanes.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace bayhaqi {

namespace {

constexpr std::size_t kGroup = 4;  // inputs that are taken together; rows are filled up to it

std::size_t rounded_up(std::size_t size, std::size_t to) { return (size + to - 1) / to * to; }

std::size_t panel_width(Instructions instructions) { return instructions == Instructions::kVnni ? 32 : 16; }

// What a panel's sums are made into. `width`: columns that exist, at most the panel's.
struct Finish {
  const float* scales;  // of the panel's columns
  const float* bias;
  std::size_t width;
  float* out;  // first row and column
  std::size_t stride;
  bool add;
};

template <std::size_t Width>
[[gnu::always_inline]] inline void finish_row(const std::int32_t* sums, float row_scale, std::size_t r, const Finish& to) {
  float* out = to.out + r * to.stride;
  const float* base = to.add ? out : to.bias;
  if (to.width == Width) {
    for (std::size_t c = 0; c < Width; ++c) out[c] = base[c] + static_cast<float>(sums[c]) * to.scales[c] * row_scale;
  } else {
    for (std::size_t c = 0; c < to.width; ++c) out[c] = base[c] + static_cast<float>(sums[c]) * to.scales[c] * row_scale;
  }
}

void pairs_plain(const std::int16_t* in, std::size_t stride, const float* row_scales, std::size_t rows, const std::int16_t* panel, std::size_t inner, const Finish& to) {
  for (std::size_t r = 0; r < rows; ++r) {
    std::int32_t sums[16] = {};
    for (std::size_t k = 0; k < inner; k += 2) {
      const std::int32_t x0 = in[r * stride + k];
      const std::int32_t x1 = in[r * stride + k + 1];
      for (std::size_t c = 0; c < 16; ++c) sums[c] += x0 * panel[k * 16 + 2 * c] + x1 * panel[k * 16 + 2 * c + 1];
    }
    finish_row<16>(sums, row_scales[r], r, to);
  }
}

#if defined(__x86_64__)
#define BAYHAQI_AVX2 __attribute__((target("arch=x86-64-v3")))
#define BAYHAQI_VNNI __attribute__((target("arch=x86-64-v4,avx512vnni,prefer-vector-width=512")))

template <std::size_t Rows>
BAYHAQI_AVX2 inline void block_avx2(const std::int16_t* in, std::size_t stride, const float* row_scales, std::size_t first, const std::int16_t* panel, std::size_t inner, const Finish& to) {
  __m256i sums[Rows][2];
#pragma GCC unroll 8
  for (std::size_t r = 0; r < Rows; ++r) sums[r][0] = sums[r][1] = _mm256_setzero_si256();
  for (std::size_t k = 0; k < inner; k += 2) {
    const __m256i w0 = _mm256_load_si256(reinterpret_cast<const __m256i*>(panel + k * 16));
    const __m256i w1 = _mm256_load_si256(reinterpret_cast<const __m256i*>(panel + k * 16 + 16));
#pragma GCC unroll 8
    for (std::size_t r = 0; r < Rows; ++r) {
      std::int32_t two = 0;
      std::memcpy(&two, in + (first + r) * stride + k, sizeof(two));
      const __m256i x = _mm256_set1_epi32(two);
      sums[r][0] = _mm256_add_epi32(sums[r][0], _mm256_madd_epi16(x, w0));
      sums[r][1] = _mm256_add_epi32(sums[r][1], _mm256_madd_epi16(x, w1));
    }
  }
#pragma GCC unroll 8
  for (std::size_t r = 0; r < Rows; ++r) {
    alignas(32) std::int32_t flat[16];
    _mm256_store_si256(reinterpret_cast<__m256i*>(flat), sums[r][0]);
    _mm256_store_si256(reinterpret_cast<__m256i*>(flat + 8), sums[r][1]);
    finish_row<16>(flat, row_scales[first + r], first + r, to);
  }
}

BAYHAQI_AVX2 void pairs_avx2(const std::int16_t* in, std::size_t stride, const float* row_scales, std::size_t rows, const std::int16_t* panel, std::size_t inner, const Finish& to) {
  std::size_t r = 0;
  for (; r + 4 <= rows; r += 4) block_avx2<4>(in, stride, row_scales, r, panel, inner, to);
  for (; r < rows; ++r) block_avx2<1>(in, stride, row_scales, r, panel, inner, to);
}

template <std::size_t Rows>
BAYHAQI_VNNI inline void block_vnni(const std::uint8_t* in, std::size_t stride, const float* row_scales, std::size_t first, const std::int8_t* panel, const std::int32_t* starts, std::size_t inner, const Finish& to) {
  __m512i sums[Rows][2];
#pragma GCC unroll 16
  for (std::size_t r = 0; r < Rows; ++r) {
    sums[r][0] = _mm512_loadu_si512(starts);
    sums[r][1] = _mm512_loadu_si512(starts + 16);
  }
  for (std::size_t k = 0; k < inner; k += 4) {
    const __m512i w0 = _mm512_load_si512(panel + k * 32);
    const __m512i w1 = _mm512_load_si512(panel + k * 32 + 64);
#pragma GCC unroll 16
    for (std::size_t r = 0; r < Rows; ++r) {
      std::int32_t four = 0;
      std::memcpy(&four, in + (first + r) * stride + k, sizeof(four));
      const __m512i x = _mm512_set1_epi32(four);
      sums[r][0] = _mm512_dpbusd_epi32(sums[r][0], x, w0);
      sums[r][1] = _mm512_dpbusd_epi32(sums[r][1], x, w1);
    }
  }
#pragma GCC unroll 16
  for (std::size_t r = 0; r < Rows; ++r) {
    alignas(64) std::int32_t flat[32];
    _mm512_store_si512(flat, sums[r][0]);
    _mm512_store_si512(flat + 16, sums[r][1]);
    finish_row<32>(flat, row_scales[first + r], first + r, to);
  }
}

BAYHAQI_VNNI void bytes_vnni(const std::uint8_t* in, std::size_t stride, const float* row_scales, std::size_t rows, const std::int8_t* panel, const std::int32_t* starts, std::size_t inner, const Finish& to) {
  std::size_t r = 0;
  for (; r + 12 <= rows; r += 12) block_vnni<12>(in, stride, row_scales, r, panel, starts, inner, to);
  for (; r + 4 <= rows; r += 4) block_vnni<4>(in, stride, row_scales, r, panel, starts, inner, to);
  for (; r < rows; ++r) block_vnni<1>(in, stride, row_scales, r, panel, starts, inner, to);
}
#endif

void pairs(Instructions instructions, const std::int16_t* in, std::size_t stride, const float* row_scales, std::size_t rows, const std::int16_t* panel, std::size_t inner, const Finish& to) {
#if defined(__x86_64__)
  if (instructions == Instructions::kAvx2) return pairs_avx2(in, stride, row_scales, rows, panel, inner, to);
#endif
  static_cast<void>(instructions);
  pairs_plain(in, stride, row_scales, rows, panel, inner, to);
}

}  // namespace

Instructions best_instructions() {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("x86-64-v4") && __builtin_cpu_supports("avx512vnni")) return Instructions::kVnni;
  if (__builtin_cpu_supports("x86-64-v3")) return Instructions::kAvx2;
#endif
  return Instructions::kPlain;
}

void QuantizedRows::resize(std::size_t rows, std::size_t size) {
  stride = rounded_up(size, kGroup);
  values.resize(rows * stride);
  scales.resize(rows);
}

// The largest number becomes 127; cutting off after adding a half rounds, for numbers that are never negative.
BAYHAQI_CLONES
void quantize(const float* in, std::size_t rows, std::size_t size, QuantizedRows& out) {
  out.resize(rows, size);
  for (std::size_t r = 0; r < rows; ++r, in += size) {
    std::uint8_t* values = out.values.data() + r * out.stride;
    const float largest = largest_distance(in, size);
    out.scales[r] = largest / 127.0F;
    const float steps = largest > 0 ? 127.0F / largest : 0.0F;
    std::size_t k = 0;
    for (; k + kLanes <= size; k += kLanes) {
      using Bytes = std::uint8_t __attribute__((vector_size(16)));
      const Bytes bytes = __builtin_convertvector(__builtin_convertvector(load_lanes(in + k) * steps + 128.5F, WholeLanes), Bytes);
      std::memcpy(values + k, &bytes, sizeof(bytes));
    }
    for (; k < size; ++k) values[k] = static_cast<std::uint8_t>(static_cast<std::int32_t>(in[k] * steps + 128.5F));
    for (; k < out.stride; ++k) values[k] = 128;
  }
}

QuantizedLayer::QuantizedLayer(const float* weights, const float* bias, std::size_t inner, std::size_t columns, Instructions instructions)
    : instructions_(instructions), inner_(rounded_up(inner, kGroup)), columns_(columns) {
  const std::size_t width = panel_width(instructions);
  const std::size_t filled = rounded_up(columns, width);
  const std::size_t together = instructions == Instructions::kVnni ? 4 : 2;
  scales_.assign(filled, 0.0F);
  bias_.assign(filled, 0.0F);
  if (bias != nullptr) std::copy_n(bias, columns, bias_.begin());
  starts_.assign(filled, 0);
  if (instructions == Instructions::kVnni) bytes_.assign(inner_ * filled, 0);
  else pairs_.assign(inner_ * filled, 0);
  for (std::size_t c = 0; c < columns; ++c) {
    float largest = 0;
    for (std::size_t k = 0; k < inner; ++k) largest = std::max(largest, std::abs(weights[k * columns + c]));
    if (!(largest > 0)) continue;
    scales_[c] = largest / 127.0F;
    std::int32_t sum = 0;
    for (std::size_t k = 0; k < inner; ++k) {
      const auto weight = static_cast<std::int32_t>(std::lround(std::clamp(weights[k * columns + c] / scales_[c], -127.0F, 127.0F)));
      const std::size_t at = c / width * width * inner_ + k / together * together * width + c % width * together + k % together;
      if (instructions == Instructions::kVnni) bytes_[at] = static_cast<std::int8_t>(weight);
      else pairs_[at] = static_cast<std::int16_t>(weight);
      sum += weight;
    }
    starts_[c] = -128 * sum;
  }
}

void QuantizedLayer::run(const std::uint8_t* values, std::size_t stride, const float* scales, std::size_t rows, float* out, bool add) const {
  const std::size_t width = panel_width(instructions_);
  LineVector<std::int16_t> wide;
  if (instructions_ != Instructions::kVnni) {
    wide.resize(rows * inner_);
    for (std::size_t r = 0; r < rows; ++r) {
      for (std::size_t k = 0; k < inner_; ++k) wide[r * inner_ + k] = static_cast<std::int16_t>(values[r * stride + k] - 128);
    }
  }
  for (std::size_t c = 0; c < columns_; c += width) {
    const Finish to{scales_.data() + c, bias_.data() + c, std::min(width, columns_ - c), out + c, columns_, add};
#if defined(__x86_64__)
    if (instructions_ == Instructions::kVnni) {
      bytes_vnni(values, stride, scales, rows, bytes_.data() + c * inner_, starts_.data() + c, inner_, to);
      continue;
    }
#endif
    pairs(instructions_, wide.data(), inner_, scales, rows, pairs_.data() + c * inner_, inner_, to);
  }
}

}  // namespace bayhaqi
