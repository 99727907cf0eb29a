// Bytes of a file or pipe, a chunk at a time, so that a file of any size takes bounded memory. Either lines with their
// offsets or the whole rest. A line longer than the limit is passed over without being held and reported as such.
// In: a path, or "-" with a file descriptor. Owned by one thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "bayhaqi/result.h"

namespace bayhaqi {

class LineReader {
 public:
  static Result<LineReader> open(const std::string& path);
  static LineReader from_descriptor(int descriptor);  // read, not closed

  LineReader(LineReader&& other) noexcept;
  LineReader& operator=(LineReader&& other) noexcept;
  LineReader(const LineReader&) = delete;
  LineReader& operator=(const LineReader&) = delete;
  ~LineReader();

  // Up to `size` bytes from the present position, left in place for what reads next.
  std::string_view peek(std::size_t size);

  struct Line {
    std::string_view text;  // without its line end; valid until the next call
    std::uint64_t offset;   // of its first byte
    bool too_long;          // over the limit: `text` is empty
  };
  std::optional<Line> next_line(std::size_t limit);

  // All that is left; nothing if it is more than the limit.
  std::optional<std::string_view> rest(std::size_t limit);

  [[nodiscard]] std::uint64_t consumed() const { return base_ + begin_; }
  [[nodiscard]] const std::string& fault() const { return fault_; }  // of reading; empty if none

 private:
  explicit LineReader(int descriptor, bool owned) : descriptor_(descriptor), owned_(owned) {}
  bool fill();  // reads one more chunk; false at the end

  int descriptor_ = -1;
  bool owned_ = false;
  bool ended_ = false;
  std::string fault_;
  std::string buffer_;
  std::size_t begin_ = 0;   // of what has not been given out
  std::uint64_t base_ = 0;  // file offset of buffer_[0]
};

}  // namespace bayhaqi
