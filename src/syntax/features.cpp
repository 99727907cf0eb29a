#include "syntax/features.h"

#include <vector>

#include "base/utf8.h"

namespace bayhaqi {

namespace {

class Fnv {
 public:
  void add(char c) { value_ = (value_ ^ static_cast<unsigned char>(c)) * 0x01000193U; }
  void add(std::string_view text) {
    for (const char c : text) add(c);
  }
  [[nodiscard]] std::uint32_t row(FeatureTable table) const { return value_ & (kTableRows[static_cast<std::size_t>(table)] - 1); }

 private:
  std::uint32_t value_ = 0x811C9DC5U;
};

std::uint32_t hashed(char kind, std::string_view text, FeatureTable table) {
  Fnv hash;
  hash.add(kind);
  hash.add(text);
  return hash.row(table);
}

std::string shape(std::string_view word) {
  std::string out;
  std::vector<char32_t> kinds;
  for (std::size_t i = 0; i < word.size();) {
    const CodePoint c = decode_utf8(word, i);
    i += c.size;
    const char32_t kind = is_upper(c.value) ? U'X' : is_lower(c.value) ? U'x' : is_digit(c.value) ? U'd' : c.value < 0x80 ? c.value : U'u';
    const std::size_t n = kinds.size();
    if (n < 2 || kinds[n - 1] != kind || kinds[n - 2] != kind) kinds.push_back(kind);
  }
  for (std::size_t i = 0; i < kinds.size() && i < 12; ++i) append_utf8(out, kinds[i]);
  return out;
}

}  // namespace

std::string plain_word(std::string_view word) {
  std::string out;
  for (std::size_t i = 0; i < word.size();) {
    const CodePoint c = decode_utf8(word, i);
    switch (c.value) {
      case 0x2018: case 0x2019: case '`': out += '\''; break;
      case 0x201C: case 0x201D: out += '"'; break;
      case 0x2012: case 0x2013: case 0x2014: case 0x2015: out += '-'; break;
      default: out.append(word.substr(i, c.size));
    }
    i += c.size;
  }
  return lowered(out);
}

WordFeatures word_features(std::string_view word) {
  const std::string low = plain_word(word);
  std::vector<std::size_t> starts;  // of each character, and the end
  for (std::size_t i = 0; i < low.size(); i += decode_utf8(low, i).size) starts.push_back(i);
  starts.push_back(low.size());
  const std::size_t length = starts.size() - 1;
  const auto tail = [&](std::size_t n) { return std::string_view(low).substr(starts[length > n ? length - n : 0]); };
  WordFeatures features;
  features.rows = {hashed('w', low, FeatureTable::kWord), hashed('s', tail(3), FeatureTable::kSuffix3), hashed('t', tail(2), FeatureTable::kSuffix2),
                   hashed('p', std::string_view(low).substr(0, starts[std::min<std::size_t>(3, length)]), FeatureTable::kPrefix3),
                   hashed('h', shape(word), FeatureTable::kShape)};
  const std::string marked = "<" + low + ">";
  std::vector<std::size_t> cuts = {0};
  for (const std::size_t start : starts) cuts.push_back(start + 1);
  cuts.push_back(marked.size());
  const std::size_t characters = cuts.size() - 1;
  for (std::size_t n = 3; n <= 5; ++n) {
    for (std::size_t i = 0; i + n <= characters && features.gram_count < kMostGrams; ++i) {
      Fnv hash;
      hash.add(std::string_view(marked).substr(cuts[i], cuts[i + n] - cuts[i]));
      features.grams[features.gram_count++] = hash.row(FeatureTable::kGrams);
    }
  }
  return features;
}

}  // namespace bayhaqi
