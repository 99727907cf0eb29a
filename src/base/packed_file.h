// The container of everything that Bayhaqi compiles ahead: language models, the lexicon, the gazetteer.
// Named sections of plain numbers or bytes in one file that is mapped and used in place.
//
//   "BAYHAQI\n" | u32 container version | u32 section count | u64 file size | u64 xxh3 of all bytes after this header
//   per section: char[24] name, zero padded | u64 offset | u64 size in bytes | u32 element size | u32 content version
//   the sections, each aligned to 64 bytes. Little-endian.
//
// Invariants after open(): every section lies inside the file and is aligned; sections don't share a name; the checksum fits.
// A truncated, damaged or foreign file gives an Error naming what is wrong. Immutable, shared by threads.
#pragma once

#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "base/mapped_file.h"
#include "bayhaqi/result.h"

namespace bayhaqi {

class PackedFile {
 public:
  // Maps the file and checks header, section table and checksum.
  static Result<PackedFile> open(const std::string& path);
  static Result<PackedFile> from_bytes(std::vector<std::byte> bytes, std::string name);

  [[nodiscard]] bool has(std::string_view section) const { return find(section) != nullptr; }
  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] std::uint64_t checksum() const { return checksum_; }
  [[nodiscard]] std::span<const std::byte> bytes() const { return file_.bytes(); }

  // The elements of a section, in place. Fails if it is missing, of another content version or of another element size.
  template <typename T>
  [[nodiscard]] Result<std::span<const T>> array(std::string_view section, std::uint32_t version = 1) const {
    static_assert(std::is_trivially_copyable_v<T> && alignof(T) <= 64);
    auto raw = checked(section, version, sizeof(T));
    if (!raw) return std::unexpected(raw.error());
    return std::span<const T>(reinterpret_cast<const T*>(raw->data()), raw->size() / sizeof(T));
  }
  [[nodiscard]] Result<std::string_view> text(std::string_view section, std::uint32_t version = 1) const;

 private:
  friend class PackedFileBuilder;
  struct Entry;
  static Result<PackedFile> check(MappedFile file, std::string name);
  [[nodiscard]] const Entry* find(std::string_view section) const;
  [[nodiscard]] Result<std::span<const std::byte>> checked(std::string_view section, std::uint32_t version,
                                                           std::size_t element) const;
  MappedFile file_;
  std::string name_;
  std::uint64_t checksum_ = 0;
};

// Padding inside an element holds whatever the memory held before, and would make the same text give other bytes. Floating-point
// numbers have several representations of one value, so that the compiler cannot vouch for elements that hold them: they say so.
template <typename T>
inline constexpr bool kHasNoPadding = std::has_unique_object_representations_v<T> || std::is_floating_point_v<T> || requires { T::kHoldsFloats; };

// Collects sections and lays out the file. The same sections in the same order give the same bytes.
class PackedFileBuilder {
 public:
  template <typename T>
  void add(std::string_view section, std::span<const T> elements, std::uint32_t version = 1) {
    static_assert(std::is_trivially_copyable_v<T>);
    static_assert(kHasNoPadding<T>);
    const auto raw = std::as_bytes(elements);
    add_raw(section, {raw.begin(), raw.end()}, sizeof(T), version);
  }
  template <typename T>
  void add(std::string_view section, const std::vector<T>& elements, std::uint32_t version = 1) {
    add(section, std::span<const T>(elements), version);
  }
  void add_text(std::string_view section, std::string_view text, std::uint32_t version = 1) {
    add(section, std::span<const char>(text.data(), text.size()), version);
  }

  [[nodiscard]] std::vector<std::byte> bytes() const;
  // Writes to a temporary file beside `path` and renames it, so that a half-written file never has the name.
  [[nodiscard]] Result<void> write(const std::string& path) const;

 private:
  struct Section {
    std::string name;
    std::vector<std::byte> bytes;
    std::uint32_t element;
    std::uint32_t version;
  };
  void add_raw(std::string_view section, std::vector<std::byte> bytes, std::uint32_t element, std::uint32_t version);
  std::vector<Section> sections_;
};

}  // namespace bayhaqi
