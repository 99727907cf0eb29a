#include "support/mutations.h"

#include <algorithm>
#include <cctype>
#include <random>

#include "base/utf8.h"

namespace bayhaqi::testing_support {

namespace {

std::string capitals(std::string_view text) {
  std::string out(text);
  std::ranges::transform(out, out.begin(), [](unsigned char c) { return static_cast<char>(c < 0x80 ? std::toupper(c) : c); });
  return out;
}

std::string without_punctuation(std::string_view text) {
  std::string out(text);
  std::erase_if(out, [](unsigned char c) { return c < 0x80 && std::ispunct(c) != 0; });
  return out;
}

std::string with_random_bytes(std::string_view text, std::mt19937& random) {
  std::string out(text);
  for (int i = 0; i < 12; ++i) {
    const std::size_t at = random() % (out.size() + 1);
    const char byte = static_cast<char>(random() & 0xFFU);
    if (at < out.size() && i % 2 == 0) out[at] = byte;
    else out.insert(at, 1, byte);
  }
  return out;
}

}  // namespace

std::string mutated(std::string_view text, std::uint32_t kind, std::uint32_t seed) {
  std::mt19937 random(seed);
  std::size_t replaced = 0;
  switch (kind % kMutationKinds) {
    case 0: {
      const std::size_t begin = random() % (text.size() + 1);
      return mend_utf8(text.substr(begin, random() % (text.size() - begin + 1)), replaced);
    }
    case 1: {
      const std::size_t half = random() % (text.size() + 1);
      return mend_utf8(std::string(text.substr(0, half)) + std::string(text) + std::string(text.substr(half)), replaced);
    }
    case 2: return capitals(text);
    case 3: return lowered(text);
    case 4: return without_punctuation(text);
    default: return mend_utf8(with_random_bytes(text, random), replaced);
  }
}

}  // namespace bayhaqi::testing_support
