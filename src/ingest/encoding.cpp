#include "ingest/encoding.h"

#include <iconv.h>
#include <uchardet/uchardet.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>

#include "base/utf8.h"

namespace bayhaqi {

namespace {

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";
constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
constexpr std::size_t kSniffed = 65536;
constexpr std::size_t kMarkupHead = 4096;

// Windows-1252 0x80..0x9F; 0 where nothing is assigned. Generated from the WHATWG index.
constexpr std::array<char16_t, 32> kWindows1252 = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
                                                   0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
                                                   0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

unsigned char byte_at(std::string_view bytes, std::size_t position) { return static_cast<unsigned char>(bytes[position]); }

std::string upper(std::string_view name) {
  std::string out(name);
  for (char& c : out) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
  return out;
}

DecodedText from_windows1252(std::string_view bytes) {
  DecodedText result{{}, "WINDOWS-1252", 0};
  result.text.reserve(bytes.size() + bytes.size() / 16);
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const unsigned char byte = byte_at(bytes, i);
    if (byte < 0x80) {
      result.text.push_back(static_cast<char>(byte));
    } else if (byte >= 0xA0) {
      append_utf8(result.text, byte);
    } else if (const char16_t value = kWindows1252[byte - 0x80U]; value != 0) {
      append_utf8(result.text, value);
    } else {
      result.text.append(kReplacement);
      ++result.replaced;
    }
  }
  return result;
}

DecodedText from_utf16(std::string_view bytes, bool big) {
  DecodedText result{{}, big ? "UTF-16BE" : "UTF-16LE", bytes.size() % 2};
  result.text.reserve(bytes.size());
  const auto unit = [&](std::size_t i) {
    return static_cast<char32_t>(big ? byte_at(bytes, i) << 8U | byte_at(bytes, i + 1) : byte_at(bytes, i + 1) << 8U | byte_at(bytes, i));
  };
  std::size_t i = bytes.size() >= 2 && unit(0) == 0xFEFF ? 2 : 0;
  for (; i + 1 < bytes.size(); i += 2) {
    char32_t value = unit(i);
    if (value >= 0xD800 && value < 0xE000) {
      const char32_t next = value < 0xDC00 && i + 3 < bytes.size() ? unit(i + 2) : 0;
      if (next >= 0xDC00 && next < 0xE000) {
        value = 0x10000 + ((value - 0xD800) << 10U) + (next - 0xDC00);
        i += 2;
      } else {
        value = 0xFFFD;
        ++result.replaced;
      }
    }
    append_utf8(result.text, value);
  }
  if (bytes.size() % 2 != 0) result.text.append(kReplacement);
  return result;
}

DecodedText from_broken_utf8(std::string_view bytes) {
  DecodedText result{{}, "UTF-8", 0};
  result.text = mend_utf8(bytes, result.replaced);
  return result;
}

// By the C library. An encoding that it doesn't know gives an empty name.
DecodedText from_iconv(std::string_view bytes, const std::string& name) {
  DecodedText result;
  iconv_t opened = iconv_open("UTF-8", name.c_str());
  if (reinterpret_cast<std::intptr_t>(opened) == -1) return result;
  const std::unique_ptr<void, int (*)(iconv_t)> converter(opened, iconv_close);
  result.encoding = upper(name);
  std::array<char, 16384> buffer = {};
  char* in = const_cast<char*>(bytes.data());  // iconv's signature; it does not write there
  std::size_t left = bytes.size();
  while (left > 0) {
    char* out = buffer.data();
    std::size_t room = buffer.size();
    const std::size_t before = left;
    const std::size_t done = iconv(converter.get(), &in, &left, &out, &room);
    result.text.append(buffer.data(), buffer.size() - room);
    if (done != static_cast<std::size_t>(-1) || (left < before && room < buffer.size())) continue;
    result.text.append(kReplacement);
    ++result.replaced;
    ++in;
    --left;
  }
  if (!is_valid_utf8(result.text)) result.text = mend_utf8(result.text, result.replaced);
  return result;
}

struct ByteCounts {
  std::size_t letters = 0;    // ASCII
  std::size_t high = 0;       // above ASCII
  std::size_t sequences = 0;  // well-formed multi-byte sequences of UTF-8
  std::size_t broken = 0;
};

ByteCounts count_bytes(std::string_view bytes) {
  ByteCounts counts;
  for (std::size_t i = 0; i < bytes.size();) {
    const unsigned char byte = byte_at(bytes, i);
    if (byte < 0x80) {
      counts.letters += static_cast<std::size_t>((byte | 0x20U) >= 'a' && (byte | 0x20U) <= 'z');
      ++i;
      continue;
    }
    const CodePoint point = decode_utf8(bytes, i);
    counts.high += point.size;
    ++(point.size > 1 ? counts.sequences : counts.broken);
    i += point.size;
  }
  return counts;
}

std::string guess_charset(std::string_view bytes) {
  const std::unique_ptr<uchardet, void (*)(uchardet_t)> detector(uchardet_new(), uchardet_delete);
  if (!detector || uchardet_handle_data(detector.get(), bytes.data(), std::min(bytes.size(), kSniffed)) != 0) return {};
  uchardet_data_end(detector.get());
  const char* name = uchardet_get_charset(detector.get());
  return name == nullptr ? std::string() : upper(name);
}

bool is_western(std::string_view name) {
  constexpr std::array<std::string_view, 8> kNames = {"ISO-8859-1", "ISO8859-1", "LATIN1", "WINDOWS-1252",
                                                      "CP1252",     "US-ASCII",  "ASCII",  "ISO-8859-15"};
  return std::find(kNames.begin(), kNames.end(), name) != kNames.end();
}

// Share of NUL bytes at even (0) and odd (1) positions of the first bytes.
std::array<double, 2> zero_shares(std::string_view bytes) {
  const std::size_t size = std::min(bytes.size(), kSniffed) & ~std::size_t{1};
  std::array<double, 2> zeros = {0, 0};
  for (std::size_t i = 0; i < size; ++i) zeros[i % 2] += bytes[i] == '\0' ? 1 : 0;
  const double half = std::max(1.0, static_cast<double>(size) / 2);
  return {zeros[0] / half, zeros[1] / half};
}

bool starts_with_mark(std::string_view bytes, bool big) {
  return bytes.size() >= 2 && byte_at(bytes, big ? 0 : 1) == 0xFE && byte_at(bytes, big ? 1 : 0) == 0xFF;
}

// English text in UTF-16 has a zero in nearly every second byte and almost none in the others.
bool is_big_endian(std::string_view bytes) {
  return starts_with_mark(bytes, true) || (!starts_with_mark(bytes, false) && zero_shares(bytes)[0] > 0.4);
}

}  // namespace

bool is_utf16(std::string_view bytes) {
  if (starts_with_mark(bytes, true) || starts_with_mark(bytes, false)) return true;
  if (bytes.size() < 4) return false;
  const auto [even, odd] = zero_shares(bytes);
  return (even > 0.4 && odd < 0.05) || (odd > 0.4 && even < 0.05);
}

DecodedText decode_bytes(std::string_view bytes, std::string_view declared) {
  if (bytes.starts_with(kUtf8Mark)) {
    bytes.remove_prefix(kUtf8Mark.size());
    return from_broken_utf8(bytes);
  }
  if (is_utf16(bytes)) return from_utf16(bytes, is_big_endian(bytes));
  if (is_valid_utf8(bytes)) return {std::string(bytes), "UTF-8", 0};

  const ByteCounts counts = count_bytes(bytes);
  const std::string name = upper(declared);
  // More good sequences than broken ones: UTF-8 that was damaged, whatever is declared.
  if (counts.sequences > counts.broken) return from_broken_utf8(bytes);
  if (is_western(name)) return from_windows1252(bytes);
  if (!name.empty() && name != "UTF-8" && name != "UTF8") {
    if (DecodedText decoded = from_iconv(bytes, name); !decoded.encoding.empty()) return decoded;
  }
  // A few high bytes among English letters are quotation marks and accents; a guess only makes sense where there are many.
  if (counts.high * 5 > counts.letters) {
    const std::string guess = guess_charset(bytes);
    if (!guess.empty() && !is_western(guess) && guess != "UTF-8") {
      if (DecodedText decoded = from_iconv(bytes, guess); !decoded.encoding.empty() && decoded.replaced * 50 <= counts.high) return decoded;
    }
  }
  return from_windows1252(bytes);
}

std::string charset_of_markup(std::string_view bytes) {
  std::string head(bytes.substr(0, kMarkupHead));
  for (char& c : head) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  for (const std::string_view key : {std::string_view("charset"), std::string_view("encoding")}) {
    for (std::size_t at = head.find(key); at != std::string::npos; at = head.find(key, at + 1)) {
      std::size_t begin = head.find_first_not_of(" \t\r\n", at + key.size());
      if (begin == std::string::npos || head[begin] != '=') continue;
      begin = head.find_first_not_of(" \t\r\n\"'", begin + 1);
      if (begin == std::string::npos) continue;
      const std::size_t end = head.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-_:.", begin);
      if (end != begin) return head.substr(begin, std::min(end, head.size()) - begin);
    }
  }
  return {};
}

std::string_view binary_kind(std::string_view bytes) {
  struct Magic {
    std::string_view start;
    std::string_view kind;
  };
  constexpr std::array<Magic, 10> kMagic = {{{"%PDF", "PDF document"},
                                             {"PK\x03\x04", "ZIP archive or office document"},
                                             {"\x1F\x8B", "gzip archive"},
                                             {"\x28\xB5\x2F\xFD", "zstd archive"},
                                             {"\xFD"
                                              "7zXZ",
                                              "xz archive"},
                                             {"BZh", "bzip2 archive"},
                                             {"\x89PNG", "PNG image"},
                                             {"\xFF\xD8\xFF", "JPEG image"},
                                             {"GIF8", "GIF image"},
                                             {"\x7F"
                                              "ELF",
                                              "program"}}};
  for (const Magic& magic : kMagic) {
    if (bytes.starts_with(magic.start)) return magic.kind;
  }
  if (is_utf16(bytes)) return {};
  std::size_t controls = 0;
  std::size_t zeros = 0;
  const std::string_view head = bytes.substr(0, kSniffed);
  for (const char c : head) {
    zeros += static_cast<std::size_t>(c == '\0');
    controls +=
        static_cast<std::size_t>(static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != '\x1B');
  }
  if (zeros * 200 > head.size() || controls * 20 > head.size()) return "binary data";
  return {};
}

}  // namespace bayhaqi
