// Damaged model files, with their checksums put right so that the reader itself meets the damage: an error that names the file, or
// a parser that still gives trees. The model is a tiny one of random weights, made here.
#include <gtest/gtest.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <cstring>
#include <map>
#include <random>
#include <string>
#include <variant>
#include <vector>

#include "syntax/conllu.h"
#include "syntax/parser.h"

namespace bayhaqi {
namespace {

constexpr std::size_t kWidth = 8;
constexpr std::size_t kHeader = 32;
constexpr std::size_t kEntry = 48;

using Content = std::variant<std::vector<float>, std::vector<std::int8_t>, std::vector<std::uint32_t>, std::string>;
using Sections = std::map<std::string, Content>;

Sections tiny_model() {
  std::mt19937 random(11);
  std::uniform_real_distribution<float> weight(-1, 1);
  Sections sections;
  const auto floats = [&](const std::string& name, std::size_t size) {
    std::vector<float> values(size);
    for (float& value : values) value = weight(random);
    sections["n." + name] = values;
  };
  const auto layer = [&](const std::string& name, std::size_t inner, std::size_t columns) {
    floats(name + "_w", inner * columns);
    floats(name + "_b", columns);
  };
  const std::array<std::string, kFeatureTables> tables = {"word", "suffix3", "suffix2", "prefix3", "shape", "grams"};
  for (std::size_t t = 0; t < kFeatureTables; ++t) {
    std::vector<std::int8_t> rows(kTableRows[t]);
    for (std::int8_t& row : rows) row = static_cast<std::int8_t>(random() % 255 - 127);
    sections["n.emb_" + tables[t]] = rows;
    sections["n.emb_" + tables[t] + ".s"] = std::vector<float>(kTableRows[t], 0.01F);
  }
  layer("in", kFeatureTables, kWidth);
  for (const std::string norm : {"n_in", "n_conv0", "n_conv1", "n_rec0"}) {
    floats(norm + "_g", kWidth);
    floats(norm + "_o", kWidth);
  }
  layer("conv0", 3 * kWidth, 2 * kWidth);
  layer("conv1", 3 * kWidth, 2 * kWidth);
  layer("rec0", kWidth, 2 * kWidth);
  layer("mix0", kWidth, kWidth);
  layer("tag", kWidth, 3);
  layer("lem", kWidth, 2);
  for (const std::string name : {"dep", "head"}) layer(name, kWidth, 5);
  layer("hbias", kWidth, 1);
  for (const std::string name : {"ldep", "lhead"}) layer(name, kWidth, 6);
  layer("label", 6, kRelationCount);
  floats("root", kWidth);
  sections["n.shape"] = std::vector<std::uint32_t>{kWidth, 5, 6, 2, 1};
  sections["n.tags"] = "NOUN\nVERB|Tense=Past\nPUNCT";
  sections["n.rules"] = "l|0|\nk|1|y";
  sections["n.lemmas"] = "was\tVERB\tbe\nmen\tNOUN\tman";
  return sections;
}

std::vector<std::byte> packed(const Sections& sections) {
  PackedFileBuilder builder;
  for (const auto& [name, content] : sections) {
    std::visit([&](const auto& values) {
      if constexpr (std::is_same_v<std::decay_t<decltype(values)>, std::string>) builder.add_text(name, values);
      else builder.add(name, values);
    }, content);
  }
  return builder.bytes();
}

// Length and checksum as they should be for these bytes.
void put_right(std::vector<std::byte>& bytes) {
  if (bytes.size() < kHeader) return;
  const std::uint64_t size = bytes.size();
  const std::uint64_t checksum = XXH3_64bits(bytes.data() + kHeader, bytes.size() - kHeader);
  std::memcpy(bytes.data() + 16, &size, sizeof(size));
  std::memcpy(bytes.data() + 24, &checksum, sizeof(checksum));
}

struct Outcome {
  bool opened = false;
  Error error;
};

Document words() {
  std::string conllu;
  for (const char* sentence : {"The men was gone .", "Iraq", "\xE2\x80\x9CNo , \xC3\xA9t\xC3\xA9 12 !"}) {
    int number = 0;
    const std::string text = std::string(sentence) + " ";
    for (std::size_t begin = 0, end = 0; (end = text.find(' ', begin)) != std::string::npos; begin = end + 1) conllu += std::to_string(++number) + "\t" + text.substr(begin, end - begin) + "\t_\t_\t_\t_\t0\troot\t_\t_\n";
    conllu += "\n";
  }
  auto document = read_conllu(conllu);
  return document ? std::move(*document) : Document{};
}

// Opens the model, and where that works parses with it.
Outcome outcome_of(std::vector<std::byte> bytes) {
  const auto file = PackedFile::from_bytes(std::move(bytes), "tiny.model");
  if (!file) return {false, file.error()};
  const auto parser = Parser::open(*file);
  if (!parser) return {false, parser.error()};
  Document document = words();
  Parser::Scratch scratch;
  parser->parse(document, scratch);
  for (const Sentence& sentence : document.sentences) {
    int roots = 0;
    for (std::size_t i = sentence.first.value; i < sentence.last.value; ++i) {
      TokenIndex up(i);
      for (std::size_t steps = 0; up && steps <= document.tokens.size(); ++steps) up = document.tokens[up.value].head;
      EXPECT_FALSE(up) << "a circle";
      roots += document.tokens[i].head ? 0 : 1;
      EXPECT_TRUE(document.tokens[i].confidence >= 0.0F && document.tokens[i].confidence <= 1.0F) << document.tokens[i].confidence;
    }
    EXPECT_EQ(roots, 1);
  }
  return {true, {}};
}

void expect_error(const Outcome& outcome, const std::string& what) {
  EXPECT_FALSE(outcome.opened) << what;
  EXPECT_EQ(outcome.error.place, "tiny.model") << what;
  EXPECT_FALSE(outcome.error.message.empty()) << what;
}

template <typename T>
T number_at(const std::vector<std::byte>& bytes, std::size_t at) {
  T value = {};
  std::memcpy(&value, bytes.data() + at, sizeof(value));
  return value;
}

TEST(ModelFile, TheTinyModelParses) { EXPECT_TRUE(outcome_of(packed(tiny_model())).opened); }

// At every border of header, table and sections, and one byte to each side.
TEST(ModelFile, CutsAreErrors) {
  const auto whole = packed(tiny_model());
  const auto sections = number_at<std::uint32_t>(whole, 12);
  std::vector<std::size_t> cuts = {0, 8, 12, 16, 24, kHeader};
  for (std::uint32_t i = 0; i < sections; ++i) {
    const std::size_t entry = kHeader + i * kEntry;
    const auto offset = number_at<std::uint64_t>(whole, entry + 24);
    const auto size = number_at<std::uint64_t>(whole, entry + 32);
    cuts.insert(cuts.end(), {entry, entry + 24, offset, offset + size});
  }
  for (const std::size_t cut : cuts) {
    for (const std::size_t size : {cut - (cut > 0 ? 1U : 0U), cut, cut + 1}) {
      if (size >= number_at<std::uint64_t>(whole, kHeader + (sections - 1) * kEntry + 24) + number_at<std::uint64_t>(whole, kHeader + (sections - 1) * kEntry + 32)) continue;  // padding only
      std::vector<std::byte> part(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size));
      expect_error(outcome_of(part), "cut to " + std::to_string(size));
      put_right(part);
      expect_error(outcome_of(part), "cut to " + std::to_string(size) + ", checksum put right");
    }
  }
}

// Random bits, as often in the table and in small sections as in large ones.
TEST(ModelFile, FlippedBitsAreErrorsOrHarmless) {
  const auto whole = packed(tiny_model());
  const auto sections = number_at<std::uint32_t>(whole, 12);
  std::mt19937 random(12);
  int refused = 0;
  for (int i = 0; i < 400; ++i) {
    std::size_t begin = 0;
    std::size_t size = kHeader + sections * kEntry;
    if (i % 2 == 0) {
      const std::size_t entry = kHeader + random() % sections * kEntry;
      begin = number_at<std::uint64_t>(whole, entry + 24);
      size = number_at<std::uint64_t>(whole, entry + 32);
    }
    const std::size_t at = begin + random() % size;
    auto damaged = whole;
    damaged[at] ^= std::byte{static_cast<unsigned char>(1U << (random() % 8))};
    if (at < 12 || at >= 16) expect_error(outcome_of(damaged), "byte " + std::to_string(at));
    put_right(damaged);
    refused += outcome_of(std::move(damaged)).opened ? 0 : 1;
  }
  EXPECT_GT(refused, 100);
}

TEST(ModelFile, SectionsOfTheWrongSizeAreNamed) {
  const Sections whole = tiny_model();
  for (const auto& [name, content] : whole) {
    Sections without = whole;
    without.erase(name);
    const auto missing = outcome_of(packed(without));
    expect_error(missing, name);
    EXPECT_NE(missing.error.message.find(name.substr(0, name.find(".s", 2))), std::string::npos) << missing.error.message;
    if (std::holds_alternative<std::string>(content)) continue;
    Sections shorter = whole;
    Sections longer = whole;
    std::visit([](auto& values) { values.resize(values.size() - 1); }, shorter[name]);
    std::visit([](auto& values) { values.resize(values.size() * 2); }, longer[name]);
    expect_error(outcome_of(packed(shorter)), name + " shorter");
    expect_error(outcome_of(packed(longer)), name + " longer");
  }
}

TEST(ModelFile, NumbersOutOfBoundsAreErrors) {
  for (std::size_t field = 0; field < 5; ++field) {
    for (const std::uint32_t value : {0U, 7U, 17U, 4097U, 0x40000000U, 0xFFFFFFFFU}) {
      Sections damaged = tiny_model();
      std::get<std::vector<std::uint32_t>>(damaged["n.shape"])[field] = value;
      const auto outcome = outcome_of(packed(damaged));
      if (!outcome.opened) expect_error(outcome, "shape");
      EXPECT_FALSE(outcome.opened && field < 3) << "field " << field << " is " << value;
    }
  }
  for (const std::string name : {"n.in_w", "n.conv1_b", "n.n_rec0_g", "n.root", "n.emb_word.s"}) {
    for (const float value : {std::numeric_limits<float>::quiet_NaN(), std::numeric_limits<float>::infinity(), -1e30F}) {
      Sections damaged = tiny_model();
      std::get<std::vector<float>>(damaged[name])[2] = value;
      expect_error(outcome_of(packed(damaged)), name);
    }
  }
}

TEST(ModelFile, TextsOutOfShapeAreErrors) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"n.tags", "NOUNS\nVERB\nX"}, {"n.tags", ""}, {"n.rules", ""}, {"n.rules", "l|0"}, {"n.rules", "l|-1|\nl|0|"}, {"n.rules", "l|99999999999|\nl|0|"},
      {"n.rules", "l|x|\nl|0|"}, {"n.rules", "z|0|\nl|0|"}, {"n.rules", "l|0|\xFF\nl|0|"}, {"n.lemmas", "was\tVERB\t\x80"}, {"n.lemmas", "was"}};
  for (const auto& [name, text] : cases) {
    Sections damaged = tiny_model();
    damaged[name] = text;
    expect_error(outcome_of(packed(damaged)), name + ": " + text);
  }
}

TEST(ModelFile, ForeignFilesAndOtherVersionsSaySo) {
  auto bytes = packed(tiny_model());
  bytes[0] = std::byte{'b'};
  EXPECT_EQ(outcome_of(bytes).error.code, ErrorCode::kFormat);
  bytes = packed(tiny_model());
  bytes[8] = std::byte{2};
  EXPECT_EQ(outcome_of(bytes).error.code, ErrorCode::kVersion);
  bytes = packed(tiny_model());
  bytes[kHeader + 44] = std::byte{2};  // content version of the first section
  put_right(bytes);
  EXPECT_EQ(outcome_of(bytes).error.code, ErrorCode::kVersion);
  for (const std::size_t field : {kHeader + 24, kHeader + 32, kHeader + 40, std::size_t{12}}) {  // offset, size, element, number of sections
    bytes = packed(tiny_model());
    std::memset(bytes.data() + field, 0xFF, field == 12 || field == kHeader + 40 ? 4 : 8);
    put_right(bytes);
    expect_error(outcome_of(bytes), "field at " + std::to_string(field));
  }
}

}  // namespace
}  // namespace bayhaqi
