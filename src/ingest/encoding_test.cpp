#include "ingest/encoding.h"

#include <gtest/gtest.h>

#include "base/utf8.h"

namespace bayhaqi {
namespace {

std::string utf16(std::u16string_view text, bool big, bool mark) {
  std::string out;
  const auto put = [&](char16_t unit) {
    const char high = static_cast<char>(unit >> 8U);
    const char low = static_cast<char>(unit & 0xFFU);
    out.push_back(big ? high : low);
    out.push_back(big ? low : high);
  };
  if (mark) put(0xFEFF);
  for (const char16_t unit : text) put(unit);
  return out;
}

TEST(Encoding, Utf8WithAndWithoutMark) {
  EXPECT_EQ(decode_bytes("\xEF\xBB\xBF"
                         "Erdo\xC4\x9F"
                         "an")
                .text,
            "Erdo\xC4\x9F"
            "an");
  EXPECT_EQ(decode_bytes("Erdo\xC4\x9F"
                         "an")
                .encoding,
            "UTF-8");
  EXPECT_EQ(decode_bytes("").text, "");
}

TEST(Encoding, Utf16InBothOrdersWithAndWithoutMark) {
  const std::u16string text = u"Iran\u2019s minister \u2014 in Vienna \U0001F600 said so";
  for (const bool big : {false, true}) {
    for (const bool mark : {false, true}) {
      const DecodedText decoded = decode_bytes(utf16(text, big, mark));
      EXPECT_EQ(decoded.text, "Iran\xE2\x80\x99s minister \xE2\x80\x94 in Vienna \xF0\x9F\x98\x80 said so");
      EXPECT_EQ(decoded.encoding, big ? "UTF-16BE" : "UTF-16LE");
    }
  }
}

TEST(Encoding, LoneSurrogateAndOddByteAreReplaced) {
  const DecodedText decoded = decode_bytes(utf16(u"ab\xD800"
                                                 u"cd",
                                                 false, true) +
                                           "x");
  EXPECT_EQ(decoded.text,
            "ab\xEF\xBF\xBD"
            "cd\xEF\xBF\xBD");
  EXPECT_EQ(decoded.replaced, 2U);
}

TEST(Encoding, WesternBytesAreWindows1252) {
  EXPECT_EQ(decode_bytes("Iran\x92s \x93no\x94 \x96 caf\xE9 \x80 5").text,
            "Iran\xE2\x80\x99s \xE2\x80\x9Cno\xE2\x80\x9D \xE2\x80\x93 caf\xC3\xA9 \xE2\x82\xAC 5");
  EXPECT_EQ(decode_bytes("S\xE3o Paulo", "iso-8859-1").text, "S\xC3\xA3o Paulo");
  EXPECT_EQ(decode_bytes("a\x81"
                         "b")
                .text,
            "a\xEF\xBF\xBD"
            "b");
}

TEST(Encoding, DeclaredCharsetIsTaken) {
  EXPECT_EQ(decode_bytes("\xCC\xEE\xF1\xEA\xE2\xE0", "windows-1251").text, "\xD0\x9C\xD0\xBE\xD1\x81\xD0\xBA\xD0\xB2\xD0\xB0");
}

TEST(Encoding, DamagedUtf8StaysUtf8) {
  const DecodedText decoded = decode_bytes("Iran\xE2\x80\x99s caf\xC3\xA9 na\xC3\xAFve \xFF end", "utf-8");
  EXPECT_EQ(decoded.text, "Iran\xE2\x80\x99s caf\xC3\xA9 na\xC3\xAFve \xEF\xBF\xBD end");
  EXPECT_EQ(decoded.replaced, 1U);
}

TEST(Encoding, AlwaysValidUtf8) {
  std::uint32_t seed = 12345;
  for (int round = 0; round < 400; ++round) {
    std::string bytes;
    for (int i = 0; i < round; ++i) {
      seed = seed * 1664525U + 1013904223U;
      bytes.push_back(static_cast<char>(seed >> 24U));
    }
    EXPECT_TRUE(is_valid_utf8(decode_bytes(bytes).text));
    EXPECT_TRUE(is_valid_utf8(decode_bytes(bytes, round % 2 == 0 ? "gb18030" : "shift_jis").text));
  }
}

TEST(Encoding, CharsetOfMarkup) {
  EXPECT_EQ(charset_of_markup("<html><head><META charset=\"Windows-1252\">"), "windows-1252");
  EXPECT_EQ(charset_of_markup("<meta http-equiv=Content-Type content='text/html; charset = iso-8859-1'>"), "iso-8859-1");
  EXPECT_EQ(charset_of_markup("<?xml version=\"1.0\" encoding='UTF-8'?>"), "utf-8");
  EXPECT_EQ(charset_of_markup("<p>no charset here</p>"), "");
}

TEST(Encoding, BinaryKinds) {
  EXPECT_EQ(binary_kind("%PDF-1.7"), "PDF document");
  EXPECT_EQ(binary_kind(std::string_view("a\0\0\0\1\2\3b\0\0c", 11)), "binary data");
  EXPECT_EQ(binary_kind("plain text\n"), "");
  EXPECT_EQ(binary_kind(utf16(u"plain text of some length", false, true)), "");
}

}  // namespace
}  // namespace bayhaqi
