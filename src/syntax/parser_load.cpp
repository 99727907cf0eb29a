// Parser::open: sections of a model file into layers, checked for size before anything points at them.
#include <array>
#include <charconv>
#include <cmath>

#include "syntax/arithmetic.h"
#include "syntax/parser.h"

namespace bayhaqi {

namespace {

constexpr std::array<std::string_view, kFeatureTables> kTableNames = {"word", "suffix3", "suffix2", "prefix3", "shape", "grams"};

// Collects the sections of a model and the first thing wrong with them.
class ModelReader {
 public:
  explicit ModelReader(const PackedFile& file) : file_(file) {}

  const float* floats(const std::string& name, std::size_t size) {
    auto section = file_.array<float>("n." + name);
    if (!section) return note(section.error());
    if (section->size() != size) return note({ErrorCode::kFormat, "has '" + name + "' with " + std::to_string(section->size()) + " numbers, expected " + std::to_string(size), file_.name()});
    return section->data();
  }
  std::string_view text(const std::string& name) {
    auto section = file_.text("n." + name);
    if (!section) {
      note(section.error());
      return {};
    }
    return *section;
  }
  std::size_t count(const std::string& name) {
    auto section = file_.array<float>("n." + name);
    if (!section) {
      note(section.error());
      return 0;
    }
    return section->size();
  }
  const float* note(Error error) {
    if (sound_) error_ = std::move(error);
    sound_ = false;
    return nullptr;
  }
  [[nodiscard]] bool sound() const { return sound_; }
  [[nodiscard]] const Error& error() const { return error_; }

 private:
  const PackedFile& file_;
  bool sound_ = true;
  Error error_;
};

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    lines.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return lines;
}

}  // namespace

Result<Parser> Parser::open(const PackedFile& model) {
  ModelReader reader(model);
  Parser parser;
  auto shape = model.array<std::uint32_t>("n.shape");
  if (!shape) return std::unexpected(shape.error());
  if (shape->size() != 5 || (*shape)[0] == 0 || (*shape)[0] > 4096 || (*shape)[1] > 4096 || (*shape)[2] > 4096 || (*shape)[3] > 16 || (*shape)[4] > 16 || (*shape)[0] % 2 != 0) {
    return fail(ErrorCode::kFormat, "has an impossible network shape", model.name());
  }
  const std::size_t d = parser.width_ = (*shape)[0];
  parser.arc_ = (*shape)[1];
  parser.label_ = (*shape)[2];
  for (std::size_t t = 0; t < kFeatureTables; ++t) {
    const std::string name = "emb_" + std::string(kTableNames[t]);
    auto weights = model.array<std::int8_t>("n." + name);
    auto scales = model.array<float>("n." + name + ".s");
    if (!weights) return std::unexpected(weights.error());
    if (!scales) return std::unexpected(scales.error());
    if (scales->size() != kTableRows[t] || weights->empty() || weights->size() % scales->size() != 0) return fail(ErrorCode::kFormat, "has an embedding table of the wrong size", model.name());
    parser.embeddings_[t] = {*weights, *scales, weights->size() / scales->size()};
    parser.input_ += parser.embeddings_[t].size;
  }
  const auto layer = [&](const std::string& name, std::size_t inner, std::size_t columns) { return Layer{reader.floats(name + "_w", inner * columns), reader.floats(name + "_b", columns)}; };
  const auto quantized = [&](const std::string& name, std::size_t inner, std::size_t columns) {
    const Layer read = layer(name, inner, columns);
    return reader.sound() ? QuantizedLayer(read.weights, read.bias, inner, columns) : QuantizedLayer();
  };
  const auto norm = [&](const std::string& name) { return Norm{reader.floats(name + "_g", d), reader.floats(name + "_o", d)}; };
  parser.in_ = layer("in", parser.input_, d);
  parser.in_norm_ = norm("n_in");
  for (std::uint32_t l = 0; l < (*shape)[3]; ++l) {
    const Layer read = layer("conv" + std::to_string(l), 3 * d, 2 * d);
    parser.convolution_norms_.push_back(norm("n_conv" + std::to_string(l)));
    if (!reader.sound()) break;
    const std::size_t block = d * 2 * d;
    if (l == 0) parser.first_convolution_.push_back(read);
    else parser.convolutions_.push_back({{read.weights, nullptr, d, 2 * d}, {read.weights + block, read.bias, d, 2 * d}, {read.weights + 2 * block, nullptr, d, 2 * d}});
  }
  for (std::uint32_t l = 0; l < (*shape)[4]; ++l) {
    parser.recurrences_.push_back(quantized("rec" + std::to_string(l), d, 2 * d));
    parser.mixes_.push_back(quantized("mix" + std::to_string(l), d, d));
    parser.recurrence_norms_.push_back(norm("n_rec" + std::to_string(l)));
  }
  for (const std::string_view line : lines_of(reader.text("tags"))) {
    const std::size_t bar = std::min(line.find('|'), line.size());
    const auto upos = parse_upos(line.substr(0, bar));
    if (!upos) return fail(ErrorCode::kFormat, "has an unknown part of speech '" + std::string(line) + "'", model.name());
    parser.tags_.push_back({*upos, bar < line.size() ? parse_morph(line.substr(bar + 1)) : Morph{}});
  }
  for (const std::string_view line : lines_of(reader.text("rules"))) {
    const std::size_t bar = line.find('|', 2);
    if (line.size() < 4 || line[1] != '|' || bar == std::string_view::npos) return fail(ErrorCode::kFormat, "has a malformed lemma rule", model.name());
    parser.rules_.push_back({line[0], static_cast<std::uint32_t>(std::atoi(std::string(line.substr(2, bar - 2)).c_str())), std::string(line.substr(bar + 1))});
  }
  for (const std::string_view line : lines_of(reader.text("lemmas"))) {
    const std::size_t tab = line.rfind('\t');
    if (tab != std::string_view::npos) parser.lemmas_.emplace(line.substr(0, tab), line.substr(tab + 1));
  }
  parser.tag_ = quantized("tag", d, parser.tags_.size());
  parser.lemma_ = quantized("lem", d, parser.rules_.size());
  parser.dependent_ = quantized("dep", d, parser.arc_);
  parser.head_ = quantized("head", d, parser.arc_);
  parser.head_bias_ = layer("hbias", d, 1);
  parser.left_ = quantized("ldep", d, parser.label_);
  parser.right_ = quantized("lhead", d, parser.label_);
  parser.relation_ = quantized("label", parser.label_, kRelationCount);
  const float* root = reader.floats("root", d);
  if (!reader.sound()) return std::unexpected(reader.error());
  if (parser.tags_.empty() || parser.rules_.empty()) return fail(ErrorCode::kFormat, "has no tags or lemma rules", model.name());
  parser.set_root(root);
  return parser;
}

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
