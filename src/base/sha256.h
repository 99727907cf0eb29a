// SHA-256 (FIPS 180-4) of bytes in memory, in lower-case hexadecimal. Names models and lexicons in records. Pure.
#pragma once

#include <cstddef>
#include <span>
#include <string>

namespace bayhaqi {

[[nodiscard]] std::string sha256_hex(std::span<const std::byte> bytes);

}  // namespace bayhaqi
