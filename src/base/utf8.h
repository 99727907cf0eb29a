// UTF-8: decoding, mending, offsets, folding. All functions take and give UTF-8 and never fail: a broken sequence is
// decoded as U+FFFD, one byte at a time.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace bayhaqi {

struct CodePoint {
  char32_t value;
  std::uint32_t size;  // bytes taken, at least 1
};

// The code point at `position`, which is smaller than text.size().
[[nodiscard]] CodePoint decode_utf8(std::string_view text, std::size_t position);
void append_utf8(std::string& out, char32_t value);

[[nodiscard]] bool is_valid_utf8(std::string_view text);
// Broken sequences replaced by U+FFFD; `replaced` counts them.
[[nodiscard]] std::string mend_utf8(std::string_view text, std::size_t& replaced);

[[nodiscard]] inline bool is_boundary(std::string_view text, std::size_t position) {
  return position >= text.size() || (static_cast<unsigned char>(text[position]) & 0xC0U) != 0x80U;
}

// For matching words: lower case, accents off, curly quotes straight, dashes and no-break spaces plain.
// "Erdoğan’s" -> "erdogan's". Idempotent. `out` is overwritten, so its memory can be reused.
void fold_word(std::string_view word, std::string& out);
[[nodiscard]] std::string folded(std::string_view word);
// Lower case only.
[[nodiscard]] std::string lowered(std::string_view word);

[[nodiscard]] bool is_upper(char32_t value);
[[nodiscard]] bool is_lower(char32_t value);
[[nodiscard]] bool is_letter(char32_t value);
[[nodiscard]] bool is_digit(char32_t value);  // decimal digits of any script
[[nodiscard]] bool is_space(char32_t value);  // Unicode white space, no-break and zero-width spaces

// Byte offsets to code point offsets of one text. Built once, then each lookup is constant time.
class CodePointOffsets {
 public:
  explicit CodePointOffsets(std::string_view text);
  [[nodiscard]] std::uint32_t at(std::uint32_t byte) const;

 private:
  std::string_view text_;
  bool ascii_ = true;
  std::vector<std::uint32_t> blocks_;  // code points before each block of 64 bytes
};

}  // namespace bayhaqi
