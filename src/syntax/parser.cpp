#include "syntax/parser.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "base/utf8.h"
#include "syntax/arithmetic.h"

namespace bayhaqi {

namespace {

constexpr std::array<std::string_view, kFeatureTables> kTableNames = {"word", "suffix3", "suffix2", "prefix3", "shape", "grams"};
constexpr std::size_t kWordsKept = 60'000;  // input vectors that a scratch remembers

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

std::size_t argmax(const float* values, std::size_t size) { return static_cast<std::size_t>(std::max_element(values, values + size) - values); }

std::string strip_characters(const std::string& word, std::uint32_t count) {
  std::size_t end = word.size();
  for (; count > 0 && end > 0; --count) {
    do --end;
    while (end > 0 && !is_boundary(word, end));
  }
  return word.substr(0, end);
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
  const auto norm = [&](const std::string& name) { return Norm{reader.floats(name + "_g", d), reader.floats(name + "_o", d)}; };
  parser.in_ = layer("in", parser.input_, d);
  parser.in_norm_ = norm("n_in");
  for (std::uint32_t l = 0; l < (*shape)[3]; ++l) {
    parser.convolutions_.push_back(layer("conv" + std::to_string(l), 3 * d, 2 * d));
    parser.convolution_norms_.push_back(norm("n_conv" + std::to_string(l)));
  }
  for (std::uint32_t l = 0; l < (*shape)[4]; ++l) {
    parser.recurrences_.push_back(layer("rec" + std::to_string(l), d, 2 * d));
    parser.mixes_.push_back(layer("mix" + std::to_string(l), d, d));
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
  parser.tag_ = layer("tag", d, parser.tags_.size());
  parser.lemma_ = layer("lem", d, parser.rules_.size());
  parser.dependent_ = layer("dep", d, parser.arc_);
  parser.head_ = layer("head", d, parser.arc_);
  parser.head_bias_ = layer("hbias", d, 1);
  parser.left_ = layer("ldep", d, parser.label_);
  parser.right_ = layer("lhead", d, parser.label_);
  parser.relation_ = layer("label", parser.label_, kRelationCount);
  parser.root_ = reader.floats("root", d);
  if (!reader.sound()) return std::unexpected(reader.error());
  if (parser.tags_.empty() || parser.rules_.empty()) return fail(ErrorCode::kFormat, "has no tags or lemma rules", model.name());
  return parser;
}

void Parser::parse(Document& document, Scratch& scratch) const {
  scratch.windows.clear();
  for (const Sentence& sentence : document.sentences) {
    for (std::size_t begin = sentence.first.value; begin < sentence.last.value; begin += kLongestParsed) {
      const std::size_t count = std::min(kLongestParsed, sentence.last.value - begin);
      if (!scratch.windows.empty() && (begin + count - scratch.windows.front().first > kBatch || begin != scratch.windows.back().first + scratch.windows.back().count)) parse_batch(document, scratch);
      scratch.windows.push_back({begin, count});
    }
  }
  parse_batch(document, scratch);
  join_windows(document);
  finish_trees(document);
}

// Windows of a sentence longer than one: their roots hang on the first one's.
void Parser::join_windows(Document& document) {
  for (const Sentence& sentence : document.sentences) {
    TokenIndex root;
    for (std::size_t i = sentence.first.value; i < sentence.last.value; ++i) {
      if (document.tokens[i].head) continue;
      if (!root) {
        root = TokenIndex(i);
      } else {
        document.tokens[i].head = root;
        document.tokens[i].relation = Relation::kParataxis;
      }
    }
  }
}

// The windows gathered so far, side by side in the tokens: products are of many rows at once, all else is window by window.
void Parser::parse_batch(Document& document, Scratch& scratch) const {
  if (scratch.windows.empty()) return;
  const std::size_t first = scratch.windows.front().first;
  const std::size_t count = scratch.windows.back().first + scratch.windows.back().count - first;
  encode(document, first, count, scratch);
  set_words(document, first, count, scratch);
  prepare_arcs(count, scratch);
  for (const Window& window : scratch.windows) set_heads(document, first, window, scratch);
  set_relations(document, first, count, scratch);
  scratch.windows.clear();
}

// The input vector of a word: its embeddings side by side, projected and normalised.
void Parser::embed(std::string_view word, float* out) const {
  const WordFeatures features = word_features(word);
  std::vector<float> input(input_, 0.0F);
  std::size_t at = 0;
  for (std::size_t t = 0; t + 1 < kFeatureTables; ++t) {
    const Embedding& table = embeddings_[t];
    const std::int8_t* row = table.weights.data() + features.rows[t] * table.size;
    for (std::size_t i = 0; i < table.size; ++i) input[at + i] = static_cast<float>(row[i]) * table.scales[features.rows[t]];
    at += table.size;
  }
  const Embedding& grams = embeddings_[kFeatureTables - 1];
  for (std::uint32_t g = 0; g < features.gram_count; ++g) {
    const std::int8_t* row = grams.weights.data() + features.grams[g] * grams.size;
    for (std::size_t i = 0; i < grams.size; ++i) input[at + i] += static_cast<float>(row[i]) * grams.scales[features.grams[g]];
  }
  const float scale = 1.0F / std::sqrt(std::max(1.0F, static_cast<float>(features.gram_count)));
  for (std::size_t i = 0; i < grams.size; ++i) input[at + i] *= scale;
  affine(input.data(), 1, input_, in_.weights, in_.bias, width_, out);
  normalize(out, width_, in_norm_.gain, in_norm_.offset);
}

void Parser::encode(const Document& document, std::size_t first, std::size_t count, Scratch& s) const {
  const std::size_t d = width_;
  s.x.resize(count * d);
  if (s.words.size() > kWordsKept) s.words.clear();
  std::string key;
  for (std::size_t i = 0; i < count; ++i) {
    key.assign(document.form(TokenIndex(first + i)));
    const auto [place, fresh] = s.words.try_emplace(key);
    if (fresh) {
      place->second.resize(d);
      embed(key, place->second.data());
    }
    std::copy(place->second.begin(), place->second.end(), s.x.begin() + static_cast<std::ptrdiff_t>(i * d));
  }
  s.wide.resize(count * 3 * d);
  s.gates.resize(count * 2 * d);
  s.next.resize(count * d);
  for (std::size_t l = 0; l < convolutions_.size(); ++l) {
    for (std::size_t i = 0; i < count; ++i) {
      float* row = s.wide.data() + i * 3 * d;
      std::copy_n(s.x.data() + i * d, d, row + d);
      if (i + 1 < count) std::copy_n(s.x.data() + (i + 1) * d, d, row + 2 * d);
      if (i > 0) std::copy_n(s.x.data() + (i - 1) * d, d, row);
    }
    for (const Window& window : s.windows) {  // nothing stands beside the first and the last word
      const std::size_t begin = window.first - first;
      std::fill_n(s.wide.data() + begin * 3 * d, d, 0.0F);
      std::fill_n(s.wide.data() + (begin + window.count - 1) * 3 * d + 2 * d, d, 0.0F);
    }
    affine(s.wide.data(), count, 3 * d, convolutions_[l].weights, convolutions_[l].bias, 2 * d, s.gates.data());
    for (std::size_t i = 0; i < count; ++i) {
      float* g = s.gates.data() + i * 2 * d;
      float* x = s.x.data() + i * d;
      sigmoid(g + d, d);
      for (std::size_t k = 0; k < d; ++k) x[k] += g[k] * g[d + k];
      normalize(x, d, convolution_norms_[l].gain, convolution_norms_[l].offset);
    }
  }
  const std::size_t half = d / 2;
  for (std::size_t l = 0; l < recurrences_.size(); ++l) {
    affine(s.x.data(), count, d, recurrences_[l].weights, recurrences_[l].bias, 2 * d, s.gates.data());
    for (std::size_t i = 0; i < count; ++i) {
      hyperbolic_tangent(s.gates.data() + i * 2 * d, d);
      sigmoid(s.gates.data() + i * 2 * d + d, d);
    }
    // state = (1 - gate) * state + gate * candidate; the first half runs forward, the second backward
    for (const Window& window : s.windows) {
      const std::size_t begin = window.first - first;
      for (std::size_t n = 0; n < window.count; ++n) {
        const std::size_t forward = begin + n;
        recur(s, forward, n == 0 ? forward : forward - 1, 0, half, n == 0);
        const std::size_t backward = begin + window.count - 1 - n;
        recur(s, backward, n == 0 ? backward : backward + 1, half, d, n == 0);
      }
    }
    affine(s.next.data(), count, d, mixes_[l].weights, mixes_[l].bias, d, s.wide.data());
    for (std::size_t i = 0; i < count; ++i) {
      float* x = s.x.data() + i * d;
      for (std::size_t k = 0; k < d; ++k) x[k] += std::max(0.0F, s.wide[i * d + k]);
      normalize(x, d, recurrence_norms_[l].gain, recurrence_norms_[l].offset);
    }
  }
}

// One step of the recurrence at row i from the row before, for the columns from..to.
void Parser::recur(Scratch& s, std::size_t i, std::size_t before, std::size_t from, std::size_t to, bool first) const {
  const std::size_t d = width_;
  const float* candidate = s.gates.data() + i * 2 * d;
  const float* gate = candidate + d;
  const float* state = s.next.data() + before * d;
  float* out = s.next.data() + i * d;
  for (std::size_t k = from; k < to; ++k) out[k] = (1.0F - gate[k]) * (first ? 0.0F : state[k]) + gate[k] * candidate[k];
}

void Parser::set_words(Document& document, std::size_t first, std::size_t count, Scratch& s) const {
  s.tags.resize(count * tags_.size());
  s.lemmas.resize(count * rules_.size());
  affine(s.x.data(), count, width_, tag_.weights, tag_.bias, tags_.size(), s.tags.data());
  affine(s.x.data(), count, width_, lemma_.weights, lemma_.bias, rules_.size(), s.lemmas.data());
  for (std::size_t i = 0; i < count; ++i) {
    Token& token = document.tokens[first + i];
    const Tag& tag = tags_[argmax(s.tags.data() + i * tags_.size(), tags_.size())];
    token.upos = tag.upos;
    token.morph = tag.morph;
    const std::string lemma = lemma_of(document.words(token.span), tag.upos, argmax(s.lemmas.data() + i * rules_.size(), rules_.size()));
    token.lemma = {static_cast<std::uint32_t>(document.lemma_text.size()), static_cast<std::uint32_t>(document.lemma_text.size() + lemma.size())};
    document.lemma_text += lemma;
  }
}

std::string Parser::lemma_of(std::string_view form, Upos upos, std::size_t rule_index) const {
  const std::string low = plain_word(form);
  const auto known = lemmas_.find(low + "\t" + std::string(to_string(upos)));
  if (known != lemmas_.end()) return known->second;
  const LemmaRule& rule = rules_[rule_index];
  std::string base = rule.letter_case == 'l' ? lowered(form) : std::string(form);
  if (rule.letter_case == 't') {
    const std::uint32_t initial = form.empty() ? 0 : decode_utf8(form, 0).size;
    base = std::string(form.substr(0, initial)) + lowered(form.substr(initial));
  }
  std::string lemma = strip_characters(base, rule.strip) + rule.add;
  return lemma.empty() ? low : lemma;
}

// What every word brings to an arc as dependent and as head; the root's share stands behind the last word's.
void Parser::prepare_arcs(std::size_t count, Scratch& s) const {
  const std::size_t d = width_;
  s.x.resize((count + 1) * d);
  std::copy_n(root_, d, s.x.data() + count * d);
  s.dependents.resize(count * arc_);
  s.heads.resize((count + 1) * arc_);
  s.biases.resize(count + 1);
  affine(s.x.data(), count, d, dependent_.weights, dependent_.bias, arc_, s.dependents.data());
  affine(s.x.data(), count + 1, d, head_.weights, head_.bias, arc_, s.heads.data());
  affine(s.x.data(), count + 1, d, head_bias_.weights, head_bias_.bias, 1, s.biases.data());
  hyperbolic_tangent(s.dependents.data(), count * arc_);
  hyperbolic_tangent(s.heads.data(), (count + 1) * arc_);
  s.left.resize(count * label_);
  s.right.resize((count + 1) * label_);
  affine(s.x.data(), count, d, left_.weights, left_.bias, label_, s.left.data());
  affine(s.x.data(), count + 1, d, right_.weights, right_.bias, label_, s.right.data());
}

// The best tree over one window, and how sure each arc is: softmax over heads.
void Parser::set_heads(Document& document, std::size_t first, const Window& window, Scratch& s) const {
  const std::size_t begin = window.first - first;
  const std::size_t count = window.count;
  const std::size_t root = s.biases.size() - 1;
  s.scores.resize(count * (count + 1));
  for (std::size_t i = 0; i < count; ++i) {
    const float* dependent = s.dependents.data() + (begin + i) * arc_;
    for (std::size_t h = 0; h <= count; ++h) {
      const std::size_t at = h == 0 ? root : begin + h - 1;
      s.scores[i * (count + 1) + h] = dot(dependent, s.heads.data() + at * arc_, arc_) + s.biases[at];
    }
  }
  best_tree(s.scores, count, s.tree);
  for (std::size_t i = 0; i < count; ++i) {
    Token& token = document.tokens[window.first + i];
    const std::size_t head = static_cast<std::size_t>(s.tree[i] + 1);
    token.head = head == 0 ? TokenIndex{} : TokenIndex(window.first + head - 1);
    float* row = s.scores.data() + i * (count + 1);
    const float chosen = row[head];
    for (std::size_t h = 0; h <= count; ++h) row[h] = h == i + 1 ? -80.0F : std::min(30.0F, row[h] - chosen);
    exponential(row, count + 1);
    float sum = 0;
    for (std::size_t h = 0; h <= count; ++h) sum += row[h];
    token.confidence = 1.0F / sum;
  }
}

void Parser::set_relations(Document& document, std::size_t first, std::size_t count, Scratch& s) const {
  const std::size_t root = s.biases.size() - 1;
  for (std::size_t i = 0; i < count; ++i) {
    const TokenIndex head = document.tokens[first + i].head;
    const float* right = s.right.data() + (head ? head.value - first : root) * label_;
    float* hidden = s.left.data() + i * label_;
    for (std::size_t k = 0; k < label_; ++k) hidden[k] = std::max(0.0F, hidden[k] + right[k]);
  }
  s.relations.resize(count * kRelationCount);
  affine(s.left.data(), count, label_, relation_.weights, relation_.bias, kRelationCount, s.relations.data());
  for (std::size_t i = 0; i < count; ++i) {
    Token& token = document.tokens[first + i];
    auto best = static_cast<Relation>(argmax(s.relations.data() + i * kRelationCount, kRelationCount));
    if (!token.head) best = Relation::kRoot;
    else if (best == Relation::kRoot) best = Relation::kParataxis;
    token.relation = best;
  }
}

void finish_trees(Document& document) {
  for (std::size_t i = 0; i < document.tokens.size(); ++i) document.tokens[i].left_edge = document.tokens[i].right_edge = TokenIndex(i);
  for (Sentence& sentence : document.sentences) {
    for (std::size_t i = sentence.first.value; i < sentence.last.value; ++i) {
      const TokenIndex leaf(i);
      if (!document.tokens[i].head) sentence.root = leaf;
      TokenIndex up = document.tokens[i].head;
      for (std::size_t steps = 0; up && steps < kLongestParsed * 2; ++steps) {
        Token& token = document.tokens[up.value];
        if (token.left_edge <= leaf && leaf <= token.right_edge) break;  // ancestors already reach as far
        token.left_edge = std::min(token.left_edge, leaf);
        token.right_edge = std::max(token.right_edge, leaf);
        up = token.head;
      }
    }
  }
}

}  // namespace bayhaqi
