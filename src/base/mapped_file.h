// A file mapped read-only into memory, or bytes held in memory that look the same. Move-only; the bytes stay where they are
// for as long as the object lives, also when it is moved. Immutable, so any number of threads may read it.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "bayhaqi/result.h"

namespace bayhaqi {

class MappedFile {
 public:
  static Result<MappedFile> open(const std::string& path);
  static MappedFile from_bytes(std::vector<std::byte> bytes);

  MappedFile() = default;
  MappedFile(MappedFile&& other) noexcept;
  MappedFile& operator=(MappedFile&& other) noexcept;
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;
  ~MappedFile();

  [[nodiscard]] std::span<const std::byte> bytes() const { return {data_, size_}; }

 private:
  const std::byte* data_ = nullptr;
  std::size_t size_ = 0;
  bool mapped_ = false;
  std::vector<std::byte> owned_;
};

}  // namespace bayhaqi
