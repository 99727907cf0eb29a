// Tags, lemmas and dependency trees of English, by one small network (src/train/neural, docs/syntax.md).
// In: sentences and tokens. Out: upos, morph, lemma, head, relation, confidence, edges of every token, root of every sentence.
// The model is a mapped file, immutable and shared by threads; its layers are made 8-bit when it is opened (quantized_layer.h).
// A Scratch belongs to one thread and keeps its memory, and what it remembers of words never changes a result.
// Arcs: the best tree with one root (Chu and Liu 1965, Edmonds 1967). Sentences over kLongestParsed tokens are parsed in
// windows of that length, whose roots hang on the first one's.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/packed_file.h"
#include "bayhaqi/document.h"
#include "syntax/features.h"
#include "syntax/quantized_layer.h"
#include "syntax/word_memory.h"

namespace bayhaqi {

inline constexpr std::size_t kLongestParsed = 256;
inline constexpr std::size_t kBatch = 256;  // tokens whose products are computed together; several sentences

class Parser {
 public:
  // Tokens that make a tree of their own: a sentence, or a piece of one that is too long.
  struct Window {
    std::size_t first = 0;
    std::size_t count = 0;
  };
  struct Scratch {
    WordMemory words;
    std::vector<Word*> forms;  // of the batch, word by word
    std::vector<Word*> fresh;  // of these, met for the first time
    std::vector<float> inputs, products, x, gates, states, mixed, tags, lemmas, dependents, heads, biases, left, right, relations, turned, scores, plain_scores, shares;
    QuantizedRows rows, some_rows;
    std::vector<std::size_t> without_lemma;  // words of the batch whose lemma needs a rule
    std::vector<Window> windows;  // gathered for the next batch
    std::vector<std::int32_t> tree;
    std::vector<std::uint32_t> walks;
  };

  static Result<Parser> open(const PackedFile& model);
  void parse(Document& document, Scratch& scratch) const;

 private:
  class Loader;
  struct Layer {  // 32-bit, in the mapped file
    const float* weights = nullptr;
    const float* bias = nullptr;
  };
  struct Convolution {  // by the word on the left, in the middle (with the bias), on the right
    QuantizedLayer left, middle, right;
  };
  struct Norm {
    const float* gain = nullptr;
    const float* offset = nullptr;
  };
  struct Embedding {
    std::span<const std::int8_t> weights;
    std::span<const float> scales;
    std::size_t size = 0;
  };
  struct LemmaRule {
    char letter_case = 'l';
    std::uint32_t strip = 0;
    std::string add;
  };
  struct Tag {
    Upos upos;
    Morph morph;
  };

  void set_root(const float* root);
  void parse_batch(Document& document, Scratch& scratch) const;
  static void join_windows(Document& document);

  // encode.cpp: from forms to one vector per word, Scratch::x.
  void encode(const Document& document, std::size_t first, std::size_t count, Scratch& scratch) const;
  void look_up(const Document& document, std::size_t first, std::size_t count, Scratch& scratch) const;
  void read_embeddings(std::string_view word, float* out) const;
  void convolve_words(std::size_t first, Scratch& scratch) const;
  void convolve(std::size_t layer, std::size_t first, std::size_t count, Scratch& scratch) const;
  void recur(std::size_t layer, std::size_t first, std::size_t count, Scratch& scratch) const;

  // From these vectors to the document.
  void set_tags(Document& document, std::size_t first, std::size_t count, Scratch& scratch) const;
  void set_lemmas(Document& document, std::size_t first, std::size_t count, Scratch& scratch) const;
  void prepare_arcs(std::size_t count, Scratch& scratch) const;
  void score_arcs(std::size_t begin, std::size_t count, std::size_t stride, Scratch& scratch) const;
  void set_heads(Document& document, std::size_t first, const Window& window, Scratch& scratch) const;
  void set_relations(Document& document, std::size_t first, std::size_t count, Scratch& scratch) const;
  const Word::Lemma& known_lemma(Word& word, Upos upos) const;
  std::string lemma_by_rule(std::string_view form, std::size_t rule) const;

  std::size_t width_ = 0, arc_ = 0, label_ = 0;
  std::size_t input_ = 0;
  std::array<Embedding, kFeatureTables> embeddings_;
  Layer in_, head_bias_;
  std::vector<Convolution> convolutions_;  // products of the first one are remembered word by word
  std::vector<QuantizedLayer> recurrences_, mixes_;
  std::vector<Norm> convolution_norms_, recurrence_norms_;
  QuantizedLayer tag_, lemma_, dependent_, head_, left_, right_, relation_;
  Norm in_norm_;
  std::vector<float> root_head_, root_right_;  // what the root brings to an arc and to a relation
  float root_bias_ = 0;
  std::vector<Tag> tags_;
  std::vector<LemmaRule> rules_;
  std::unordered_map<std::string, std::string> lemmas_;  // "word\tUPOS"
};

// Fills Token::left_edge, right_edge and Sentence::root from the heads.
void finish_trees(Document& document);

// Whether heads (-1: root) make one tree with one root. `walks` is scratch.
[[nodiscard]] bool is_tree(std::span<const std::int32_t> heads, std::vector<std::uint32_t>& walks);

// The best tree over a matrix of arc scores: row d (0-based), column h (0: root, h: token h-1). One root. O(n^2) per cycle.
void best_tree(std::span<const float> scores, std::size_t count, std::vector<std::int32_t>& heads);

}  // namespace bayhaqi
