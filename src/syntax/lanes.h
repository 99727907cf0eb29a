// Sixteen floats at a time whatever the machine: the compiler takes as many instructions as that needs, and sums over lanes run in
// one order, so every instruction set gives the same bytes. For arithmetic.cpp and quantized_layer.cpp, which are built without
// fused multiply-add. BAYHAQI_CLONES before a function has it built for several sets, chosen at start.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>

#if defined(__x86_64__) && defined(__GNUC__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#define BAYHAQI_CLONES __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define BAYHAQI_CLONES
#endif

namespace bayhaqi {

inline constexpr std::size_t kLanes = 16;
using Lanes = float __attribute__((vector_size(64)));
using WholeLanes = std::int32_t __attribute__((vector_size(64)));

[[gnu::always_inline]] inline Lanes load_lanes(const float* from) {
  Lanes lanes;
  std::memcpy(&lanes, from, sizeof(lanes));
  return lanes;
}

[[gnu::always_inline]] inline void store_lanes(float* to, const Lanes& lanes) { std::memcpy(to, &lanes, sizeof(lanes)); }

// The larger one, lane by lane.
[[gnu::always_inline]] inline Lanes larger(const Lanes& a, const Lanes& b) { return a > b ? a : b; }

// In a fixed order: halves are added until one number is left.
[[gnu::always_inline]] inline float sum_of(const Lanes& lanes) {
  float parts[kLanes];
  std::memcpy(parts, &lanes, sizeof(parts));
  for (std::size_t width = kLanes / 2; width > 0; width /= 2) {
    for (std::size_t i = 0; i < width; ++i) parts[i] += parts[i + width];
  }
  return parts[0];
}

[[gnu::always_inline]] inline float largest_of(const Lanes& lanes) {
  float parts[kLanes];
  std::memcpy(parts, &lanes, sizeof(parts));
  for (std::size_t width = kLanes / 2; width > 0; width /= 2) {
    for (std::size_t i = 0; i < width; ++i) parts[i] = parts[i] > parts[i + width] ? parts[i] : parts[i + width];
  }
  return parts[0];
}

// Of the number farthest from zero, how far.
[[gnu::always_inline]] inline float largest_distance(const float* x, std::size_t size) {
  Lanes most = {};
  std::size_t k = 0;
  for (; k + kLanes <= size; k += kLanes) {
    const Lanes here = load_lanes(x + k);
    most = larger(most, larger(here, -here));
  }
  float largest = largest_of(most);
  for (; k < size; ++k) largest = largest > x[k] ? (largest > -x[k] ? largest : -x[k]) : x[k];
  return largest;
}

}  // namespace bayhaqi
