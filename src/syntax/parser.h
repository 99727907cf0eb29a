// Tags, lemmas and dependency trees of English, by one small network (src/train/neural, docs/syntax.md).
// In: sentences and tokens. Out: upos, morph, lemma, head, relation, confidence, edges of every token, root of every sentence.
// The model is a mapped file, immutable and shared by threads; a Scratch belongs to one thread and keeps its memory.
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
    std::vector<float> wide, x, gates, next, tags, lemmas, dependents, heads, biases, left, right, relations, scores;
    std::vector<Window> windows;  // gathered for the next batch
    std::vector<std::int32_t> tree;
    std::unordered_map<std::string, std::vector<float>> words;  // input vectors of words met before
  };

  static Result<Parser> open(const PackedFile& model);
  void parse(Document& document, Scratch& scratch) const;

 private:
  struct Layer {
    const float* weights = nullptr;
    const float* bias = nullptr;
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

  void parse_batch(Document& document, Scratch& scratch) const;
  static void join_windows(Document& document);
  void encode(const Document& document, std::size_t first, std::size_t count, Scratch& scratch) const;
  void recur(Scratch& scratch, std::size_t i, std::size_t before, std::size_t from, std::size_t to, bool first) const;
  void embed(std::string_view word, float* out) const;
  void set_words(Document& document, std::size_t first, std::size_t count, Scratch& scratch) const;
  void prepare_arcs(std::size_t count, Scratch& scratch) const;
  void set_heads(Document& document, std::size_t first, const Window& window, Scratch& scratch) const;
  void set_relations(Document& document, std::size_t first, std::size_t count, Scratch& scratch) const;
  std::string lemma_of(std::string_view form, Upos upos, std::size_t rule) const;

  std::size_t width_ = 0, arc_ = 0, label_ = 0;
  std::size_t input_ = 0;
  std::array<Embedding, kFeatureTables> embeddings_;
  std::vector<Layer> convolutions_, recurrences_, mixes_;
  std::vector<Norm> convolution_norms_, recurrence_norms_;
  Layer in_, tag_, lemma_, dependent_, head_, head_bias_, left_, right_, relation_;
  Norm in_norm_;
  const float* root_ = nullptr;
  std::vector<Tag> tags_;
  std::vector<LemmaRule> rules_;
  std::unordered_map<std::string, std::string> lemmas_;  // "word\tUPOS"
};

// Fills Token::left_edge, right_edge and Sentence::root from the heads.
void finish_trees(Document& document);

// The best tree over a matrix of arc scores: row d (0-based), column h (0: root, h: token h-1). One root. O(n^2) per cycle.
void best_tree(std::span<const float> scores, std::size_t count, std::vector<std::int32_t>& heads);

}  // namespace bayhaqi
