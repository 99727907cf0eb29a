// Parser::open: sections of a model file into layers. Everything is checked before something points at it: sizes, numbers that are
// finite and not absurd, texts in UTF-8. A file that passes gives trees, whatever its weights.
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>

#include "base/utf8.h"
#include "syntax/arithmetic.h"
#include "syntax/parser.h"

namespace bayhaqi {

namespace {

constexpr std::array<std::string_view, kFeatureTables> kTableNames = {"word", "suffix3", "suffix2", "prefix3", "shape", "grams"};

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    lines.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return lines;
}

// No weight of a trained model comes near; larger ones could make sums that are no numbers.
constexpr float kLargest = 1e4F;
constexpr std::uint32_t kLongestStrip = 1000;  // letters that a lemma rule takes off

// Collects the sections of a model and the first thing wrong with them.
class ModelReader {
 public:
  explicit ModelReader(const PackedFile& file) : file_(file) {}

  // A section of numbers; nothing if it is not there or not sound.
  template <typename T>
  std::span<const T> numbers(const std::string& name) {
    auto section = file_.array<T>("n." + name);
    if (!section) return note(section.error()), std::span<const T>();
    if constexpr (std::is_same_v<T, float>) {
      const auto within = [](float value) { return std::abs(value) <= kLargest; };  // not so if it is no number
      if (!std::ranges::all_of(*section, within)) return note("has a number out of bounds in '" + name + "'"), std::span<const T>();
    }
    return *section;
  }
  const float* floats(const std::string& name, std::size_t size) {
    const auto section = numbers<float>(name);
    if (sound() && section.size() != size) note("has '" + name + "' with " + std::to_string(section.size()) + " numbers, expected " + std::to_string(size));
    return sound() ? section.data() : nullptr;
  }
  std::vector<std::string_view> lines(const std::string& name) {
    const auto section = file_.text("n." + name);
    if (!section) note(section.error());
    else if (!is_valid_utf8(*section)) note("has '" + name + "' with text that is not UTF-8");
    return sound() ? lines_of(*section) : std::vector<std::string_view>();
  }
  void note(Error error) {
    if (!error_) error_ = std::move(error);
  }
  void note(std::string message) { note(Error{ErrorCode::kFormat, std::move(message), file_.name()}); }
  [[nodiscard]] bool sound() const { return !error_; }
  [[nodiscard]] const Error& error() const { return *error_; }

 private:
  const PackedFile& file_;
  std::optional<Error> error_;
};

}  // namespace

// Fills a parser, part by part; what is wrong is noted, and the later parts do nothing then.
class Parser::Loader {
 public:
  explicit Loader(const PackedFile& model) : reader_(model) {}

  Result<Parser> load() {
    read_shape();
    read_tables();
    read_texts();
    read_encoder();
    read_outputs();
    if (!reader_.sound()) return std::unexpected(reader_.error());
    return std::move(parser_);
  }

 private:
  void read_shape() {
    const auto shape = reader_.numbers<std::uint32_t>("shape");
    const auto size = [&](std::size_t i) { return shape[i] >= 1 && shape[i] <= 4096; };
    if (!reader_.sound()) return;
    if (shape.size() != 5 || !size(0) || !size(1) || !size(2) || shape[0] % 2 != 0 || shape[3] > 16 || shape[4] > 16) return reader_.note("has an impossible network shape");
    parser_.width_ = shape[0];
    parser_.arc_ = shape[1];
    parser_.label_ = shape[2];
    convolutions_ = shape[3];
    recurrences_ = shape[4];
  }

  void read_tables() {
    for (std::size_t t = 0; t < kFeatureTables && reader_.sound(); ++t) {
      const std::string name = "emb_" + std::string(kTableNames[t]);
      const auto weights = reader_.numbers<std::int8_t>(name);
      const auto scales = reader_.numbers<float>(name + ".s");
      if (!reader_.sound()) return;
      if (scales.size() != kTableRows[t] || weights.empty() || weights.size() % scales.size() != 0) return reader_.note("has an embedding table '" + name + "' of the wrong size");
      parser_.embeddings_[t] = {weights, scales, weights.size() / scales.size()};
      parser_.input_ += parser_.embeddings_[t].size;
    }
  }

  void read_texts() {
    for (const std::string_view line : reader_.lines("tags")) {
      const std::size_t bar = std::min(line.find('|'), line.size());
      const auto upos = parse_upos(line.substr(0, bar));
      if (!upos) return reader_.note("has an unknown part of speech '" + std::string(line) + "'");
      parser_.tags_.push_back({*upos, bar < line.size() ? parse_morph(line.substr(bar + 1)) : Morph{}});
    }
    for (const std::string_view line : reader_.lines("rules")) read_rule(line);
    for (const std::string_view line : reader_.lines("lemmas")) {
      const std::size_t tab = line.rfind('\t');
      if (tab == std::string_view::npos) return reader_.note("has a malformed lemma '" + std::string(line) + "'");
      parser_.lemmas_.emplace(line.substr(0, tab), line.substr(tab + 1));
    }
    if (parser_.tags_.empty() || parser_.rules_.empty()) reader_.note("has no tags or lemma rules");
  }

  // "l|2|y": letter case (lower, keep, title), letters to take off, letters to add.
  void read_rule(std::string_view line) {
    std::uint32_t strip = 0;
    const std::size_t bar = line.size() < 4 ? std::string_view::npos : line.find('|', 2);
    const bool framed = bar != std::string_view::npos && line[1] == '|' && std::string_view("lkt").find(line[0]) != std::string_view::npos;
    const auto read = framed ? std::from_chars(line.data() + 2, line.data() + bar, strip) : std::from_chars_result{nullptr, std::errc::invalid_argument};
    if (read.ec != std::errc() || read.ptr != line.data() + bar || strip > kLongestStrip) return reader_.note("has a malformed lemma rule '" + std::string(line) + "'");
    parser_.rules_.push_back({line[0], strip, std::string(line.substr(bar + 1))});
  }

  Layer layer(const std::string& name, std::size_t inner, std::size_t columns) { return {reader_.floats(name + "_w", inner * columns), reader_.floats(name + "_b", columns)}; }

  QuantizedLayer quantized(const std::string& name, std::size_t inner, std::size_t columns) {
    const Layer read = layer(name, inner, columns);
    return reader_.sound() ? QuantizedLayer(read.weights, read.bias, inner, columns) : QuantizedLayer();
  }

  Norm norm(const std::string& name) { return {reader_.floats(name + "_g", parser_.width_), reader_.floats(name + "_o", parser_.width_)}; }

  void read_encoder() {
    if (!reader_.sound()) return;
    const std::size_t d = parser_.width_;
    const std::size_t block = d * 2 * d;
    parser_.in_ = layer("in", parser_.input_, d);
    parser_.in_norm_ = norm("n_in");
    for (std::uint32_t l = 0; l < convolutions_; ++l) {
      const Layer read = layer("conv" + std::to_string(l), 3 * d, 2 * d);
      parser_.convolution_norms_.push_back(norm("n_conv" + std::to_string(l)));
      if (!reader_.sound()) return;
      parser_.convolutions_.push_back({{read.weights, nullptr, d, 2 * d}, {read.weights + block, read.bias, d, 2 * d}, {read.weights + 2 * block, nullptr, d, 2 * d}});
    }
    for (std::uint32_t l = 0; l < recurrences_; ++l) {
      parser_.recurrences_.push_back(quantized("rec" + std::to_string(l), d, 2 * d));
      parser_.mixes_.push_back(quantized("mix" + std::to_string(l), d, d));
      parser_.recurrence_norms_.push_back(norm("n_rec" + std::to_string(l)));
    }
  }

  void read_outputs() {
    const std::size_t d = parser_.width_;
    parser_.tag_ = quantized("tag", d, parser_.tags_.size());
    parser_.lemma_ = quantized("lem", d, parser_.rules_.size());
    parser_.dependent_ = quantized("dep", d, parser_.arc_);
    parser_.head_ = quantized("head", d, parser_.arc_);
    parser_.head_bias_ = layer("hbias", d, 1);
    parser_.left_ = quantized("ldep", d, parser_.label_);
    parser_.right_ = quantized("lhead", d, parser_.label_);
    parser_.relation_ = quantized("label", parser_.label_, kRelationCount);
    const float* root = reader_.floats("root", d);
    if (reader_.sound()) parser_.set_root(root);
  }

  ModelReader reader_;
  Parser parser_;
  std::uint32_t convolutions_ = 0;
  std::uint32_t recurrences_ = 0;
};

Result<Parser> Parser::open(const PackedFile& model) { return Loader(model).load(); }

void Parser::set_root(const float* root) {
  QuantizedRows row;
  quantize(root, 1, width_, row);
  root_head_.resize(arc_);
  root_right_.resize(label_);
  head_.apply(row.values.data(), row.stride, row.scales.data(), 1, root_head_.data());
  hyperbolic_tangent(root_head_.data(), arc_);
  right_.apply(row.values.data(), row.stride, row.scales.data(), 1, root_right_.data());
  root_bias_ = dot(root, head_bias_.weights, width_) + head_bias_.bias[0];
}

}  // namespace bayhaqi
