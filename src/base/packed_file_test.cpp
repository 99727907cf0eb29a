#include "base/packed_file.h"

#include <gtest/gtest.h>

#include <cstdio>
#include <filesystem>
#include <string>
#include <vector>

namespace bayhaqi {
namespace {

std::vector<std::byte> packed() {
  PackedFileBuilder builder;
  builder.add("numbers", std::vector<std::uint32_t>{1, 2, 3});
  builder.add_text("words", "Kabul\n");
  builder.add("none", std::vector<double>{});
  return builder.bytes();
}

TEST(PackedFile, GivesBackItsSections) {
  const auto file = PackedFile::from_bytes(packed(), "test");
  ASSERT_TRUE(file) << file.error().text();
  const auto numbers = file->array<std::uint32_t>("numbers");
  ASSERT_TRUE(numbers);
  EXPECT_EQ(std::vector<std::uint32_t>(numbers->begin(), numbers->end()), (std::vector<std::uint32_t>{1, 2, 3}));
  EXPECT_EQ(*file->text("words"), "Kabul\n");
  EXPECT_TRUE(file->array<double>("none")->empty());
  EXPECT_EQ(packed(), packed());
}

TEST(PackedFile, AsksForWhatIsThere) {
  const auto file = PackedFile::from_bytes(packed(), "test");
  ASSERT_TRUE(file);
  EXPECT_EQ(file->text("names").error().code, ErrorCode::kFormat);
  EXPECT_EQ(file->text("words", 2).error().code, ErrorCode::kVersion);
  EXPECT_EQ(file->array<std::uint64_t>("numbers").error().code, ErrorCode::kFormat);
  EXPECT_EQ(file->text("words", 2).error().place, "test");
}

TEST(PackedFile, EveryCutIsAnError) {
  const auto whole = packed();
  for (std::size_t size = 0; size < whole.size(); ++size) {
    EXPECT_FALSE(PackedFile::from_bytes({whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size)}, "cut")) << size;
  }
  auto longer = whole;
  longer.push_back(std::byte{0});
  EXPECT_FALSE(PackedFile::from_bytes(longer, "longer"));
}

// The number of sections is the one field that neither checksum nor length guards alone; its change may not crash.
TEST(PackedFile, EveryFlippedBitIsAnErrorOrHarmless) {
  const auto whole = packed();
  for (std::size_t bit = 0; bit < whole.size() * 8; ++bit) {
    auto damaged = whole;
    damaged[bit / 8] ^= std::byte{static_cast<unsigned char>(1U << (bit % 8))};
    const auto file = PackedFile::from_bytes(damaged, "flipped");
    const bool section_count = bit / 8 >= 12 && bit / 8 < 16;
    if (section_count) {
      EXPECT_TRUE(!file || !file->has("words") || file->text("words").has_value());
    } else {
      EXPECT_FALSE(file) << "bit " << bit;
    }
  }
}

TEST(PackedFile, AnotherContainerVersionIsNamed) {
  auto bytes = packed();
  bytes[8] = std::byte{9};
  const auto file = PackedFile::from_bytes(bytes, "later");
  ASSERT_FALSE(file);
  EXPECT_EQ(file.error().code, ErrorCode::kVersion);
  EXPECT_NE(file.error().message.find("version 9"), std::string::npos);
}

TEST(PackedFile, IsWrittenWholeOrNotAtAll) {
  const auto folder = std::filesystem::temp_directory_path() / "bayhaqi_packed_file_test";
  std::filesystem::create_directories(folder);
  const std::string path = (folder / "x.packed").string();
  PackedFileBuilder builder;
  builder.add_text("words", "Herat\n");
  ASSERT_TRUE(builder.write(path));
  EXPECT_FALSE(std::filesystem::exists(path + ".part"));
  const auto file = PackedFile::open(path);
  ASSERT_TRUE(file) << file.error().text();
  EXPECT_EQ(*file->text("words"), "Herat\n");
  EXPECT_EQ(builder.write((folder / "no such folder" / "x").string()).error().code, ErrorCode::kWrite);
  EXPECT_EQ(PackedFile::open((folder / "missing").string()).error().code, ErrorCode::kNotFound);
  std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace bayhaqi
