#include "base/utf8.h"

#include <utf8proc.h>

#include <algorithm>

namespace bayhaqi {

namespace {

constexpr char32_t kReplacement = 0xFFFD;
constexpr std::size_t kBlock = 64;

bool is_continuation(unsigned char byte) { return (byte & 0xC0U) == 0x80U; }

utf8proc_category_t category(char32_t value) { return utf8proc_category(static_cast<utf8proc_int32_t>(value)); }

// Typographic characters that stand for an ASCII one in words; 0 if there is none.
char plain(char32_t value) {
  switch (value) {
    case 0x2018: case 0x2019: case 0x02BC: case 0x02BB: case 0x00B4: case 0x0060: case 0x2032: return '\'';
    case 0x201C: case 0x201D: case 0x201E: case 0x00AB: case 0x00BB: return '"';
    case 0x2010: case 0x2011: case 0x2012: case 0x2013: case 0x2212: return '-';
    case 0x00A0: case 0x202F: case 0x2007: case 0x2009: return ' ';
    default: return 0;
  }
}

// Letters that canonical decomposition leaves whole.
std::string_view spelled_out(char32_t value) {
  switch (value) {
    case 0x00F8: case 0x00D8: return "o";
    case 0x0142: case 0x0141: return "l";
    case 0x0111: case 0x0110: case 0x00F0: case 0x00D0: return "d";
    case 0x0131: return "i";
    case 0x00DF: return "ss";
    case 0x00E6: case 0x00C6: return "ae";
    case 0x0153: case 0x0152: return "oe";
    case 0x00FE: case 0x00DE: return "th";
    case 0x0259: case 0x018F: return "a";
    default: return {};
  }
}

void fold_code_point(char32_t value, std::string& out) {
  if (const char ascii = plain(value); ascii != 0) {
    out.push_back(ascii);
    return;
  }
  if (const auto letters = spelled_out(value); !letters.empty()) {
    out.append(letters);
    return;
  }
  utf8proc_int32_t parts[8];
  int boundary = 0;
  const auto count = utf8proc_decompose_char(static_cast<utf8proc_int32_t>(value), parts, 8,
                                             static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_STRIPMARK | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE), &boundary);
  for (utf8proc_ssize_t i = 0; i < std::min<utf8proc_ssize_t>(count, 8); ++i) {
    const auto part = static_cast<char32_t>(parts[i]);
    if (const char ascii = plain(part); ascii != 0) out.push_back(ascii);
    else if (const auto letters = spelled_out(part); !letters.empty()) out.append(letters);  // of "Ǽ"
    else append_utf8(out, part);
  }
}

}  // namespace

CodePoint decode_utf8(std::string_view text, std::size_t position) {
  const auto first = static_cast<unsigned char>(text[position]);
  if (first < 0x80) return {first, 1};
  utf8proc_int32_t value = 0;
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data() + position);
  const auto size = utf8proc_iterate(bytes, static_cast<utf8proc_ssize_t>(std::min<std::size_t>(4, text.size() - position)), &value);
  if (size <= 0 || value < 0) return {kReplacement, 1};
  return {static_cast<char32_t>(value), static_cast<std::uint32_t>(size)};
}

void append_utf8(std::string& out, char32_t value) {
  if (value < 0x80) {
    out.push_back(static_cast<char>(value));
    return;
  }
  utf8proc_uint8_t buffer[4];
  const auto size = utf8proc_encode_char(static_cast<utf8proc_int32_t>(value), buffer);
  if (size > 0) out.append(reinterpret_cast<const char*>(buffer), static_cast<std::size_t>(size));
}

bool is_valid_utf8(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    if (static_cast<unsigned char>(text[i]) < 0x80) {
      ++i;
      continue;
    }
    const CodePoint point = decode_utf8(text, i);
    if (point.size == 1) return false;
    i += point.size;
  }
  return true;
}

std::string mend_utf8(std::string_view text, std::size_t& replaced) {
  std::string out;
  out.reserve(text.size());
  replaced = 0;
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint point = decode_utf8(text, i);
    if (point.size == 1 && static_cast<unsigned char>(text[i]) >= 0x80) {
      ++replaced;
      append_utf8(out, kReplacement);
    } else {
      out.append(text.substr(i, point.size));
    }
    i += point.size;
  }
  return out;
}

void fold_word(std::string_view word, std::string& out) {
  out.clear();
  for (std::size_t i = 0; i < word.size();) {
    const auto byte = static_cast<unsigned char>(word[i]);
    if (byte < 0x80) {
      if (byte == '`') {
        out.push_back('\'');
      } else {
        out.push_back(byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + 32) : static_cast<char>(byte));
      }
      ++i;
      continue;
    }
    const CodePoint point = decode_utf8(word, i);
    fold_code_point(point.value, out);
    i += point.size;
  }
}

std::string folded(std::string_view word) {
  std::string out;
  fold_word(word, out);
  return out;
}

std::string lowered(std::string_view word) {
  std::string out;
  out.reserve(word.size());
  for (std::size_t i = 0; i < word.size();) {
    const CodePoint point = decode_utf8(word, i);
    append_utf8(out, static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(point.value))));
    i += point.size;
  }
  return out;
}

bool is_upper(char32_t value) {
  if (value < 0x80) return value >= 'A' && value <= 'Z';
  const auto kind = category(value);
  return kind == UTF8PROC_CATEGORY_LU || kind == UTF8PROC_CATEGORY_LT;
}

bool is_lower(char32_t value) {
  if (value < 0x80) return value >= 'a' && value <= 'z';
  return category(value) == UTF8PROC_CATEGORY_LL;
}

bool is_letter(char32_t value) {
  if (value < 0x80) return (value | 0x20U) >= 'a' && (value | 0x20U) <= 'z';
  const auto kind = category(value);
  return kind >= UTF8PROC_CATEGORY_LU && kind <= UTF8PROC_CATEGORY_LO;
}

bool is_digit(char32_t value) {
  if (value < 0x80) return value >= '0' && value <= '9';
  return category(value) == UTF8PROC_CATEGORY_ND;
}

bool is_space(char32_t value) {
  if (value < 0x80) return value == ' ' || (value >= 9 && value <= 13);
  return value == 0x85 || value == 0x200B || value == 0xFEFF || category(value) == UTF8PROC_CATEGORY_ZS ||
         category(value) == UTF8PROC_CATEGORY_ZL || category(value) == UTF8PROC_CATEGORY_ZP;
}

CodePointOffsets::CodePointOffsets(std::string_view text) : text_(text) {
  ascii_ = std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  if (ascii_) return;
  std::uint32_t count = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i % kBlock == 0) blocks_.push_back(count);
    count += is_continuation(static_cast<unsigned char>(text[i])) ? 0 : 1;
  }
  if (text.size() % kBlock == 0) blocks_.push_back(count);
}

std::uint32_t CodePointOffsets::at(std::uint32_t byte) const {
  if (ascii_) return byte;
  const std::size_t block = byte / kBlock;
  std::uint32_t count = blocks_[block];
  for (std::size_t i = block * kBlock; i < byte; ++i) count += is_continuation(static_cast<unsigned char>(text_[i])) ? 0 : 1;
  return count;
}

}  // namespace bayhaqi
