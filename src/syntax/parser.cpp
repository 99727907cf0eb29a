#include "syntax/parser.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "base/utf8.h"
#include "syntax/arithmetic.h"

namespace bayhaqi {

namespace {

constexpr float kNoArc = -1e9F;
constexpr std::size_t kArcBlock = 16;  // rows of arc scores are filled up to whole vectors

std::string strip_characters(const std::string& word, std::uint32_t count) {
  std::size_t end = word.size();
  for (; count > 0 && end > 0; --count) {
    do --end;
    while (end > 0 && !is_boundary(word, end));
  }
  return word.substr(0, end);
}

}  // namespace

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
  quantize(scratch.x.data(), count, width_, scratch.rows);
  set_tags(document, first, count, scratch);
  set_lemmas(document, first, count, scratch);
  prepare_arcs(count, scratch);
  for (const Window& window : scratch.windows) set_heads(document, first, window, scratch);
  set_relations(document, first, count, scratch);
  scratch.windows.clear();
}

void Parser::set_tags(Document& document, std::size_t first, std::size_t count, Scratch& s) const {
  s.tags.resize(count * tags_.size());
  tag_.apply(s.rows.values.data(), s.rows.stride, s.rows.scales.data(), count, s.tags.data());
  for (std::size_t i = 0; i < count; ++i) {
    const Tag& tag = tags_[argmax(s.tags.data() + i * tags_.size(), tags_.size())];
    document.tokens[first + i].upos = tag.upos;
    document.tokens[first + i].morph = tag.morph;
  }
}

// From the model's list where it has the word with this tag; the layer of lemma rules is computed for the others only.
void Parser::set_lemmas(Document& document, std::size_t first, std::size_t count, Scratch& s) const {
  s.without_lemma.clear();
  for (std::size_t i = 0; i < count; ++i) {
    if (!known_lemma(*s.forms[i], document.tokens[first + i].upos).known) s.without_lemma.push_back(i);
  }
  const std::size_t some = s.without_lemma.size();
  s.some_rows.resize(some, width_);
  for (std::size_t r = 0; r < some; ++r) {
    std::copy_n(s.rows.row(s.without_lemma[r]), s.rows.stride, s.some_rows.values.data() + r * s.rows.stride);
    s.some_rows.scales[r] = s.rows.scales[s.without_lemma[r]];
  }
  s.lemmas.resize(some * rules_.size());
  lemma_.apply(s.some_rows.values.data(), s.some_rows.stride, s.some_rows.scales.data(), some, s.lemmas.data());
  for (std::size_t i = 0, r = 0; i < count; ++i) {
    Token& token = document.tokens[first + i];
    const auto begin = static_cast<std::uint32_t>(document.lemma_text.size());
    if (r < some && s.without_lemma[r] == i) {
      document.lemma_text += lemma_by_rule(s.forms[i]->form, argmax(s.lemmas.data() + r * rules_.size(), rules_.size()));
      ++r;
    } else {
      document.lemma_text += known_lemma(*s.forms[i], token.upos).text;
    }
    token.lemma = {begin, static_cast<std::uint32_t>(document.lemma_text.size())};
  }
}

const Word::Lemma& Parser::known_lemma(Word& word, Upos upos) const {
  for (const Word::Lemma& lemma : word.lemmas) {
    if (lemma.upos == upos) return lemma;
  }
  const auto found = lemmas_.find(plain_word(word.form) + "\t" + std::string(to_string(upos)));
  const bool known = found != lemmas_.end();
  return word.lemmas.emplace_back(Word::Lemma{upos, known, known ? found->second : std::string()});
}

std::string Parser::lemma_by_rule(std::string_view form, std::size_t rule_index) const {
  const LemmaRule& rule = rules_[rule_index];
  std::string base = rule.letter_case == 'l' ? lowered(form) : std::string(form);
  if (rule.letter_case == 't') {
    const std::uint32_t initial = form.empty() ? 0 : decode_utf8(form, 0).size;
    base = std::string(form.substr(0, initial)) + lowered(form.substr(initial));
  }
  std::string lemma = strip_characters(base, rule.strip) + rule.add;
  return lemma.empty() ? plain_word(form) : lemma;
}

// What every word brings to an arc as dependent and as head, and to a relation.
void Parser::prepare_arcs(std::size_t count, Scratch& s) const {
  const auto apply = [&](const QuantizedLayer& layer, std::vector<float>& out) {
    out.resize(count * layer.columns());
    layer.apply(s.rows.values.data(), s.rows.stride, s.rows.scales.data(), count, out.data());
  };
  apply(dependent_, s.dependents);
  apply(head_, s.heads);
  apply(left_, s.left);
  apply(right_, s.right);
  hyperbolic_tangent(s.dependents.data(), count * arc_);
  hyperbolic_tangent(s.heads.data(), count * arc_);
  s.biases.resize(count);
  for (std::size_t i = 0; i < count; ++i) s.biases[i] = dot(s.x.data() + i * width_, head_bias_.weights, width_) + head_bias_.bias[0];
}

// The scores of all arcs of a window: row by dependent, column 0 for the root, then by head. Rows are `stride` numbers apart.
void Parser::score_arcs(std::size_t begin, std::size_t count, std::size_t stride, Scratch& s) const {
  s.turned.assign((arc_ + 1) * stride, 0.0F);  // heads by column; the last row is their biases
  for (std::size_t k = 0; k < arc_; ++k) s.turned[k * stride] = root_head_[k];
  for (std::size_t h = 0; h < count; ++h) {
    const float* head = s.heads.data() + (begin + h) * arc_;
    for (std::size_t k = 0; k < arc_; ++k) s.turned[k * stride + h + 1] = head[k];
  }
  float* biases = s.turned.data() + arc_ * stride;
  biases[0] = root_bias_;
  std::copy_n(s.biases.data() + begin, count, biases + 1);
  s.scores.resize(count * stride);
  affine(s.dependents.data() + begin * arc_, count, arc_, s.turned.data(), biases, stride, s.scores.data());
  for (std::size_t i = 0; i < count; ++i) s.scores[i * stride + i + 1] = kNoArc;  // to itself
}

// The best tree over one window, and how sure each arc is: softmax over heads. Mostly the best heads one by one are a tree already.
void Parser::set_heads(Document& document, std::size_t first, const Window& window, Scratch& s) const {
  const std::size_t count = window.count;
  const std::size_t stride = (count + 1 + kArcBlock - 1) / kArcBlock * kArcBlock;
  score_arcs(window.first - first, count, stride, s);
  s.tree.resize(count);
  for (std::size_t i = 0; i < count; ++i) s.tree[i] = static_cast<std::int32_t>(argmax(s.scores.data() + i * stride, count + 1)) - 1;
  if (!is_tree(s.tree, s.walks)) {
    s.plain_scores.clear();
    for (std::size_t i = 0; i < count; ++i) s.plain_scores.insert(s.plain_scores.end(), s.scores.data() + i * stride, s.scores.data() + i * stride + count + 1);
    best_tree(s.plain_scores, count, s.tree);
  }
  for (std::size_t i = 0; i < count; ++i) {
    Token& token = document.tokens[window.first + i];
    const float* row = s.scores.data() + i * stride;
    token.head = s.tree[i] < 0 ? TokenIndex{} : TokenIndex(window.first + static_cast<std::size_t>(s.tree[i]));
    token.confidence = 1.0F / sum_of_powers(row, count + 1, row[s.tree[i] + 1]);
  }
}

void Parser::set_relations(Document& document, std::size_t first, std::size_t count, Scratch& s) const {
  for (std::size_t i = 0; i < count; ++i) {
    const TokenIndex head = document.tokens[first + i].head;
    const float* right = head ? s.right.data() + (head.value - first) * label_ : root_right_.data();
    float* hidden = s.left.data() + i * label_;
    for (std::size_t k = 0; k < label_; ++k) hidden[k] = std::max(0.0F, hidden[k] + right[k]);
  }
  s.relations.resize(count * kRelationCount);
  quantize(s.left.data(), count, label_, s.some_rows);
  relation_.apply(s.some_rows.values.data(), s.some_rows.stride, s.some_rows.scales.data(), count, s.relations.data());
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
