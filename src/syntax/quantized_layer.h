// Linear layers in 8 bits: weights by column and inputs by row become whole numbers of -127..127 with one scale each, products are
// summed in 32 bits, and only the sums become floats again (Jacob et al. 2018, with scales found from the numbers themselves).
// In: float weights of a model; rows quantized by quantize(). Out: float rows. Whole numbers have no rounding, so every
// instruction set gives the same bytes; sets differ in layout and speed only. A layer is immutable and shared by threads.
#pragma once

#include <cstddef>
#include <cstdint>
#include <new>
#include <vector>

namespace bayhaqi {

// Sets of instructions that products are written for.
enum class Instructions : std::uint8_t { kPlain, kAvx2, kVnni };
[[nodiscard]] Instructions best_instructions();  // that this machine has

// Memory that starts on a cache line.
template <typename T>
struct LineAllocator {
  using value_type = T;
  LineAllocator() = default;
  template <typename U>
  LineAllocator(const LineAllocator<U>&) {}  // NOLINT: implicit, as the standard asks
  T* allocate(std::size_t count) { return static_cast<T*>(::operator new(count * sizeof(T), std::align_val_t{64})); }
  void deallocate(T* memory, std::size_t) { ::operator delete(memory, std::align_val_t{64}); }
  bool operator==(const LineAllocator&) const = default;
};
template <typename T>
using LineVector = std::vector<T, LineAllocator<T>>;

// Rows of 8-bit numbers, kept as number + 128, and what each row's numbers are multiplied by.
struct QuantizedRows {
  LineVector<std::uint8_t> values;
  std::vector<float> scales;
  std::size_t stride = 0;  // bytes from row to row: the row's length, rounded up to 4

  void resize(std::size_t rows, std::size_t size);
  [[nodiscard]] const std::uint8_t* row(std::size_t r) const { return values.data() + r * stride; }
};

// Each row by its own largest number.
void quantize(const float* in, std::size_t rows, std::size_t size, QuantizedRows& out);

class QuantizedLayer {
 public:
  QuantizedLayer() = default;
  // Weights row-major, `inner` rows; inner is at most 65,536, so that no sum overflows.
  QuantizedLayer(const float* weights, const float* bias, std::size_t inner, std::size_t columns, Instructions instructions = best_instructions());

  // out[r][c] = bias[c] + products of row r of `in`; `in` holds `inner` numbers a row.
  void apply(const std::uint8_t* values, std::size_t stride, const float* scales, std::size_t rows, float* out) const { run(values, stride, scales, rows, out, false); }
  // The same, added to what out holds, without the bias.
  void add(const std::uint8_t* values, std::size_t stride, const float* scales, std::size_t rows, float* out) const { run(values, stride, scales, rows, out, true); }

  [[nodiscard]] std::size_t columns() const { return columns_; }

 private:
  void run(const std::uint8_t* values, std::size_t stride, const float* scales, std::size_t rows, float* out, bool add) const;

  Instructions instructions_ = Instructions::kPlain;
  std::size_t inner_ = 0;    // rounded up to 4
  std::size_t columns_ = 0;
  LineVector<std::int8_t> bytes_;   // kVnni: panels of 32 columns, in each for every 4 numbers of a row: column by column, 4 weights
  LineVector<std::int16_t> pairs_;  // else: panels of 16 columns, for every 2 numbers of a row: column by column, 2 weights
  std::vector<std::int32_t> starts_;  // kVnni: takes back the 128 added to the inputs
  std::vector<float> scales_, bias_;  // by column, filled up to whole panels
};

}  // namespace bayhaqi
