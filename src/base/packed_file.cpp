#include "base/packed_file.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <system_error>
#include <utility>

namespace bayhaqi {

namespace {

constexpr char kMagic[8] = {'B', 'A', 'Y', 'H', 'A', 'Q', 'I', '\n'};
constexpr std::uint32_t kContainerVersion = 1;
constexpr std::size_t kAlignment = 64;
constexpr std::size_t kNameSize = 24;
constexpr std::uint32_t kMostSections = 4096;  // keeps the check for equal names short

struct Header {
  char magic[8];
  std::uint32_t version;
  std::uint32_t sections;
  std::uint64_t size;
  std::uint64_t checksum;
};

std::size_t aligned(std::size_t offset) { return (offset + kAlignment - 1) / kAlignment * kAlignment; }

}  // namespace

struct PackedFile::Entry {
  char name[kNameSize];
  std::uint64_t offset;
  std::uint64_t size;
  std::uint32_t element;
  std::uint32_t version;

  [[nodiscard]] std::string_view title() const { return {name, ::strnlen(name, kNameSize)}; }
};

Result<PackedFile> PackedFile::open(const std::string& path) {
  auto file = MappedFile::open(path);
  if (!file) return std::unexpected(file.error());
  return check(std::move(*file), path);
}

Result<PackedFile> PackedFile::from_bytes(std::vector<std::byte> bytes, std::string name) {
  return check(MappedFile::from_bytes(std::move(bytes)), std::move(name));
}

Result<PackedFile> PackedFile::check(MappedFile file, std::string name) {
  const auto bytes = file.bytes();
  Header header = {};
  if (bytes.size() < sizeof(Header)) return fail(ErrorCode::kFormat, "is too short to be a Bayhaqi data file", name);
  std::memcpy(&header, bytes.data(), sizeof(Header));
  if (std::memcmp(header.magic, kMagic, sizeof(kMagic)) != 0) {
    return fail(ErrorCode::kFormat, "is not a Bayhaqi data file", name);
  }
  if (header.version != kContainerVersion) {
    return fail(ErrorCode::kVersion, "has container version " + std::to_string(header.version) + ", expected " + std::to_string(kContainerVersion), name);
  }
  if (header.size != bytes.size()) {
    return fail(ErrorCode::kFormat, "is " + std::to_string(bytes.size()) + " bytes long, its header says " + std::to_string(header.size), name);
  }
  const auto body = bytes.subspan(sizeof(Header));
  if (XXH3_64bits(body.data(), body.size()) != header.checksum) return fail(ErrorCode::kChecksum, "is damaged: its checksum does not fit", name);
  if (header.sections > body.size() / sizeof(Entry)) return fail(ErrorCode::kFormat, "has a section table that does not fit into it", name);
  if (header.sections > kMostSections) return fail(ErrorCode::kFormat, "has " + std::to_string(header.sections) + " sections, more than " + std::to_string(kMostSections), name);
  const auto* entries = reinterpret_cast<const Entry*>(body.data());
  for (std::uint32_t i = 0; i < header.sections; ++i) {
    const Entry& entry = entries[i];
    const bool inside = entry.offset <= bytes.size() && entry.size <= bytes.size() - entry.offset;
    if (!inside || entry.offset % kAlignment != 0 || entry.element == 0 || entry.size % entry.element != 0) {
      return fail(ErrorCode::kFormat, "has a misplaced section '" + std::string(entry.title()) + "'", name);
    }
    for (std::uint32_t j = 0; j < i; ++j) {
      if (entries[j].title() == entry.title()) return fail(ErrorCode::kFormat, "has two sections '" + std::string(entry.title()) + "'", name);
    }
  }
  PackedFile packed;
  packed.file_ = std::move(file);
  packed.name_ = std::move(name);
  packed.checksum_ = header.checksum;
  return packed;
}

const PackedFile::Entry* PackedFile::find(std::string_view section) const {
  const auto bytes = file_.bytes();
  if (bytes.size() < sizeof(Header)) return nullptr;
  Header header = {};
  std::memcpy(&header, bytes.data(), sizeof(Header));
  const auto* entries = reinterpret_cast<const Entry*>(bytes.data() + sizeof(Header));
  for (std::uint32_t i = 0; i < header.sections; ++i) {
    if (entries[i].title() == section) return entries + i;
  }
  return nullptr;
}

Result<std::span<const std::byte>> PackedFile::checked(std::string_view section, std::uint32_t version, std::size_t element) const {
  const Entry* entry = find(section);
  if (entry == nullptr) return fail(ErrorCode::kFormat, "lacks the section '" + std::string(section) + "'", name_);
  if (entry->version != version) {
    return fail(ErrorCode::kVersion, "has section '" + std::string(section) + "' in version " + std::to_string(entry->version) + ", expected " + std::to_string(version), name_);
  }
  if (entry->element != element) return fail(ErrorCode::kFormat, "has section '" + std::string(section) + "' with elements of another size", name_);
  return file_.bytes().subspan(entry->offset, entry->size);
}

Result<std::string_view> PackedFile::text(std::string_view section, std::uint32_t version) const {
  auto raw = checked(section, version, 1);
  if (!raw) return std::unexpected(raw.error());
  return std::string_view(reinterpret_cast<const char*>(raw->data()), raw->size());
}

void PackedFileBuilder::add_raw(std::string_view section, std::vector<std::byte> bytes, std::uint32_t element, std::uint32_t version) {
  sections_.push_back({std::string(section.substr(0, kNameSize)), std::move(bytes), element, version});
}

std::vector<std::byte> PackedFileBuilder::bytes() const {
  std::size_t offset = aligned(sizeof(Header) + sections_.size() * sizeof(PackedFile::Entry));
  std::vector<PackedFile::Entry> entries;
  for (const Section& section : sections_) {
    PackedFile::Entry entry = {};
    std::memcpy(entry.name, section.name.data(), section.name.size());
    entry.offset = offset;
    entry.size = section.bytes.size();
    entry.element = section.element;
    entry.version = section.version;
    entries.push_back(entry);
    offset = aligned(offset + section.bytes.size());
  }
  std::vector<std::byte> out(offset);
  if (!entries.empty()) std::memcpy(out.data() + sizeof(Header), entries.data(), entries.size() * sizeof(PackedFile::Entry));
  for (std::size_t i = 0; i < sections_.size(); ++i) {
    if (!sections_[i].bytes.empty()) std::memcpy(out.data() + entries[i].offset, sections_[i].bytes.data(), sections_[i].bytes.size());
  }
  Header header = {};
  std::memcpy(header.magic, kMagic, sizeof(kMagic));
  header.version = kContainerVersion;
  header.sections = static_cast<std::uint32_t>(sections_.size());
  header.size = out.size();
  header.checksum = XXH3_64bits(out.data() + sizeof(Header), out.size() - sizeof(Header));
  std::memcpy(out.data(), &header, sizeof(Header));
  return out;
}

Result<void> PackedFileBuilder::write(const std::string& path) const {
  const std::string temporary = path + ".part";
  const auto content = bytes();
  {
    std::ofstream out(temporary, std::ios::binary | std::ios::trunc);
    out.write(reinterpret_cast<const char*>(content.data()), static_cast<std::streamsize>(content.size()));
    out.flush();
    if (!out) {
      out.close();
      std::remove(temporary.c_str());
      return fail(ErrorCode::kWrite, "can't be written", path);
    }
  }
  std::error_code error;
  std::filesystem::rename(temporary, path, error);
  if (error) return fail(ErrorCode::kWrite, "can't be written: " + error.message(), path);
  return {};
}

}  // namespace bayhaqi
