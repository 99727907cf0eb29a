#include "base/utf8.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <utility>
#include <vector>

namespace bayhaqi {
namespace {

TEST(Utf8, DecodesWhatItAppends) {
  for (const char32_t value : {U'a', U'é', U'ش', U'中', U'\U0001F54A'}) {
    std::string text;
    append_utf8(text, value);
    const CodePoint point = decode_utf8(text, 0);
    EXPECT_EQ(point.value, value);
    EXPECT_EQ(point.size, text.size());
  }
}

// Cut short, overlong, surrogate, beyond Unicode, a continuation alone.
TEST(Utf8, BrokenBytesAreReplacedOneByOne) {
  const std::vector<std::pair<std::string, std::size_t>> table = {
      {"\xC3", 1}, {"\xE2\x80", 2}, {"\xC0\xAF", 2}, {"\xED\xA0\x80", 3}, {"\xF4\x90\x80\x80", 4}, {"\x80", 1}, {"a\xFFz", 1}, {"caf\xC3\xA9", 0}, {"", 0}};
  for (const auto& [text, broken] : table) {
    std::size_t replaced = 99;
    const std::string mended = mend_utf8(text, replaced);
    EXPECT_EQ(replaced, broken) << testing::PrintToString(text);
    EXPECT_TRUE(is_valid_utf8(mended));
    EXPECT_EQ(is_valid_utf8(text), broken == 0);
  }
}

TEST(Utf8, FoldsForMatching) {
  const std::vector<std::pair<std::string, std::string>> table = {
      {"Erdoğan’s", "erdogan's"}, {"KRAKÓW", "krakow"}, {"Łódź", "lodz"},   {"Straße", "strasse"}, {"Đinđić", "dindic"}, {"İzmir", "izmir"},
      {"cease\u2011fire", "cease-fire"}, {"“No”", "\"no\""}, {"São\u00A0Tomé", "sao tome"}, {"Ångström", "angstrom"}, {"Æthelred", "aethelred"}, {"I", "i"}};
  for (const auto& [word, wanted] : table) {
    EXPECT_EQ(folded(word), wanted) << word;
    EXPECT_EQ(folded(folded(word)), folded(word)) << word;
  }
  EXPECT_EQ(lowered("ÉCOLE’S"), "école’s");
}

TEST(Utf8, FoldingTwiceChangesNothingMore) {
  std::string once;
  std::string twice;
  for (char32_t value = 1; value < 0x20000; ++value) {
    if (value >= 0xD800 && value < 0xE000) continue;
    std::string text;
    append_utf8(text, value);
    fold_word(text, once);
    fold_word(once, twice);
    EXPECT_EQ(once, twice) << "U+" << std::hex << static_cast<unsigned>(value);
  }
}

TEST(Utf8, KnowsKindsOfCharacters) {
  EXPECT_TRUE(is_upper(U'Ş') && is_lower(U'ş') && is_letter(U'ع') && is_digit(U'٣'));
  EXPECT_FALSE(is_upper(U'ع') || is_lower(U'1') || is_letter(U'’') || is_digit(U'½'));
  for (const char32_t blank : {U' ', U'\n', U'\u00A0', U'\u200B', U'\u2009', U'\uFEFF'}) EXPECT_TRUE(is_space(blank)) << static_cast<unsigned>(blank);
}

// Against counting one by one, over texts longer than a block and of exactly one.
TEST(Utf8, OffsetsCountCodePoints) {
  std::mt19937 random(7);
  for (const std::size_t length : {0U, 1U, 31U, 32U, 63U, 64U, 65U, 200U}) {
    std::string text;
    for (std::size_t i = 0; i < length; ++i) append_utf8(text, random() % 3 == 0 ? U'é' : U'x');
    const CodePointOffsets offsets(text);
    std::uint32_t count = 0;
    for (std::uint32_t byte = 0; byte <= text.size(); ++byte) {
      if (!is_boundary(text, byte)) continue;
      ASSERT_EQ(offsets.at(byte), count) << length << " " << byte;
      ++count;
    }
  }
}

// No bytes at all make decoding run past the end or stand still.
TEST(Utf8, RandomBytesAreMended) {
  std::mt19937 random(11);
  for (int i = 0; i < 2000; ++i) {
    std::string text(random() % 12, '\0');
    for (char& c : text) c = static_cast<char>(random() & 0xFFU);
    std::size_t replaced = 0;
    const std::string mended = mend_utf8(text, replaced);
    ASSERT_TRUE(is_valid_utf8(mended));
    ASSERT_TRUE(is_valid_utf8(folded(mended))) << testing::PrintToString(text);
  }
}

}  // namespace
}  // namespace bayhaqi
