#include "lexicon/phrase_table.h"

#include <gtest/gtest.h>

#include <map>
#include <random>
#include <string>
#include <vector>

#include "base/utf8.h"

namespace bayhaqi {
namespace {

struct Built {
  PackedFile file;
  PhraseTable table;
};

Built built(const std::vector<std::string>& phrases) {
  PhraseTableBuilder builder;
  for (std::size_t i = 0; i < phrases.size(); ++i) builder.add(phrase_words(phrases[i]), static_cast<std::uint32_t>(i));
  PackedFileBuilder out;
  builder.write(out, "x");
  Built result{std::move(*PackedFile::from_bytes(out.bytes(), "test")), {}};
  result.table = *PhraseTable::open(result.file, "x");
  return result;
}

std::vector<std::uint64_t> hashes(const std::string& text) {
  std::vector<std::uint64_t> all;
  for (const std::string& word : phrase_words(text)) all.push_back(hash_folded_word(folded(word)));
  return all;
}

TEST(PhraseWords, AreCutAsTheTokenizerCutsAndFolded) {
  using Words = std::vector<std::string>;
  EXPECT_EQ(phrase_words("Al-Qaeda"), (Words{"al", "-", "qaeda"}));
  EXPECT_EQ(phrase_words("  foreign   minister "), (Words{"foreign", "minister"}));
  EXPECT_EQ(phrase_words("Côte d’Ivoire"), (Words{"cote", "d'ivoire"}));
  EXPECT_EQ(phrase_words("people's army"), (Words{"people", "'s", "army"}));
  EXPECT_TRUE(phrase_words("").empty());
}

TEST(PhraseTable, FindsTheLongestPhrase) {
  const Built b = built({"South", "South Korea", "South Korean army", "Taliban", "South Korea"});
  EXPECT_EQ(b.table.longest(hashes("South Korea said")).length, 2U);
  EXPECT_EQ(b.table.longest(hashes("South Korea said")).values.size(), 2U);  // phrases 1 and 4
  EXPECT_EQ(b.table.longest(hashes("south african")).length, 1U);
  EXPECT_EQ(b.table.longest(hashes("South Korean navy")).length, 1U);
  EXPECT_EQ(b.table.longest(hashes("TÁLIBAN")).length, 1U);
  EXPECT_EQ(b.table.longest(hashes("Korea")).length, 0U);
  EXPECT_EQ(b.table.longest({}).length, 0U);
}

// Against a plain map over all prefixes.
TEST(PhraseTable, AgreesWithAPlainSearch) {
  std::mt19937 random(3);
  const auto text = [&](std::size_t words) {
    std::string out;
    for (std::size_t i = 0; i < words; ++i) out += std::string(1, static_cast<char>('a' + random() % 4)) + " ";
    return out;
  };
  std::vector<std::string> phrases;
  std::map<std::vector<std::string>, std::size_t> plain;
  for (int i = 0; i < 300; ++i) {
    phrases.push_back(text(1 + random() % 5));
    ++plain[phrase_words(phrases.back())];
  }
  const Built b = built(phrases);
  for (int i = 0; i < 2000; ++i) {
    const std::string sample = text(6);
    auto words = phrase_words(sample);
    while (!words.empty() && !plain.contains(words)) words.pop_back();
    const auto match = b.table.longest(hashes(sample));
    ASSERT_EQ(match.length, words.size()) << sample;
    ASSERT_EQ(match.values.size(), words.empty() ? 0U : plain[words]) << sample;
  }
}

TEST(PhraseTable, AnEmptyTableFindsNothingAndMissingSectionsAreErrors) {
  const Built b = built({});
  EXPECT_EQ(b.table.longest(hashes("Iran")).length, 0U);
  EXPECT_FALSE(PhraseTable::open(b.file, "y"));
}

}  // namespace
}  // namespace bayhaqi
