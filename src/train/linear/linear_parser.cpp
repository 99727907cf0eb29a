// The other family of parsers, for comparison only: an averaged perceptron over hashed features, first for tags, then for greedy
// arc-hybrid transitions with a dynamic oracle (Goldberg & Nivre 2013). Nothing of it ships. Trains on one thread in minutes and
// prints tags, attachment and speed on files that it has not seen; tokens are taken as given, labels without subtypes.
//   linear_parser TRAIN.conllu[,TRAIN.conllu…] TEST.conllu…
#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <map>
#include <random>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace {

constexpr std::uint32_t kRowBits = 21;
constexpr std::uint32_t kRows = 1U << kRowBits;
constexpr int kTaggerEpochs = 6;
constexpr int kParserEpochs = 12;
constexpr int kFolds = 4;
constexpr double kFollowOwn = 0.9;  // share of states that training reaches by its own guesses
constexpr unsigned kSeed = 17;
constexpr int kNone = -1;

// Wikinews, OpenStax, papers and vlogs; Wikivoyage and Wikipedia; speeches: what the shipped model learns from too.
constexpr std::array<std::string_view, 8> kFreeGenres = {"news", "interview", "voyage", "textbook", "vlog", "speech", "bio", "academic"};

struct Sentence {
  std::vector<std::string> forms;
  std::vector<int> tags;
  std::vector<int> heads;   // 0-based; the number of words for the root
  std::vector<int> labels;
};

class Names {
 public:
  int of(const std::string& name) {
    const auto [it, added] = numbers_.try_emplace(name, static_cast<int>(numbers_.size()));
    return it->second;
  }
  [[nodiscard]] int size() const { return static_cast<int>(numbers_.size()); }

 private:
  std::map<std::string, int> numbers_;
};

bool is_free(const std::string& document) {
  if (!document.starts_with("GUM_")) return true;
  const std::string genre = document.substr(4, document.find('_', 4) - 4);
  return std::ranges::find(kFreeGenres, genre) != kFreeGenres.end();
}

void finish(std::vector<Sentence>& sentences, Sentence& here, bool wanted) {
  for (int& head : here.heads) head = head == 0 ? static_cast<int>(here.forms.size()) : head - 1;
  if (wanted && !here.forms.empty()) sentences.push_back(std::move(here));
  here = {};
}

std::vector<Sentence> read(const std::string& path, Names& tags, Names& labels) {
  std::ifstream file(path);
  if (!file) {
    std::cerr << path << ": cannot be read\n";
    std::exit(1);
  }
  std::vector<Sentence> sentences;
  Sentence here;
  bool wanted = true;
  for (std::string line; std::getline(file, line);) {
    constexpr std::string_view kDocument = "# newdoc id = ";
    if (line.starts_with(kDocument)) wanted = is_free(line.substr(kDocument.size()));
    if (line.empty()) finish(sentences, here, wanted);
    if (line.empty() || line.front() == '#') continue;
    std::vector<std::string> fields;
    std::stringstream columns(line);
    for (std::string field; std::getline(columns, field, '\t');) fields.push_back(field);
    if (fields.size() < 8 || fields[0].find_first_of("-.") != std::string::npos) continue;
    here.forms.push_back(fields[1]);
    here.tags.push_back(tags.of(fields[3]));
    here.heads.push_back(std::stoi(fields[6]));
    here.labels.push_back(labels.of(fields[7].substr(0, fields[7].find(':'))));
  }
  finish(sentences, here, wanted);
  return sentences;
}

std::uint64_t mix(std::uint64_t a, std::uint64_t b) {
  std::uint64_t x = (a ^ (b + 0x9e3779b97f4a7c15ULL + (a << 6) + (a >> 2))) * 0xff51afd7ed558ccdULL;
  return x ^ (x >> 32);
}

std::uint64_t hash_text(std::string_view text) {
  std::uint64_t hash = 14695981039346656037ULL;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  return hash;
}

// A row of weights for every hashed feature; the average over all steps counts in the end.
class Perceptron {
 public:
  explicit Perceptron(int classes) : classes_(classes), weights_(static_cast<std::size_t>(kRows) * classes), totals_(weights_.size()), stamps_(weights_.size()) {}

  void score(const std::vector<std::uint32_t>& features, std::vector<float>& scores) const {
    scores.assign(static_cast<std::size_t>(classes_), 0);
    for (const std::uint32_t row : features) {
      const float* weights = weights_.data() + static_cast<std::size_t>(row) * classes_;
      for (int c = 0; c < classes_; ++c) scores[c] += weights[c];
    }
  }

  void step() { ++steps_; }

  void add(const std::vector<std::uint32_t>& features, int wanted, float amount) {
    for (const std::uint32_t row : features) {
      const std::size_t at = static_cast<std::size_t>(row) * classes_ + wanted;
      totals_[at] += static_cast<float>(steps_ - stamps_[at]) * weights_[at];
      stamps_[at] = steps_;
      weights_[at] += amount;
    }
  }

  void average() {
    for (std::size_t at = 0; at < weights_.size(); ++at) {
      totals_[at] += static_cast<float>(steps_ - stamps_[at]) * weights_[at];
      weights_[at] = steps_ == 0 ? 0 : totals_[at] / static_cast<float>(steps_);
    }
    totals_ = {};
    stamps_ = {};
  }

 private:
  int classes_;
  std::vector<float> weights_;
  std::vector<float> totals_;
  std::vector<std::uint32_t> stamps_;
  std::uint32_t steps_ = 0;
};

std::uint32_t row_of(std::uint64_t kind, std::uint64_t value) { return static_cast<std::uint32_t>(mix(kind, value) >> (64 - kRowBits)); }

// What is hashed once per word: the form, its small letters, ends and shape.
struct WordHashes {
  std::uint64_t form, lower, shape;
  std::array<std::uint64_t, 3> suffixes;
  std::uint64_t prefix;
};

WordHashes hash_word(const std::string& form) {
  WordHashes word{};
  std::string lower;
  std::string shape;
  for (const char c : form) {
    const bool capital = c >= 'A' && c <= 'Z';
    lower += capital ? static_cast<char>(c + 32) : c;
    const char kind = capital ? 'X' : c >= 'a' && c <= 'z' ? 'x' : c >= '0' && c <= '9' ? 'd' : c;
    if (shape.empty() || shape.back() != kind) shape += kind;
  }
  word.form = hash_text(form);
  word.lower = hash_text(lower);
  word.shape = hash_text(shape);
  for (std::size_t n = 1; n <= 3; ++n) word.suffixes[n - 1] = hash_text(std::string_view(lower).substr(lower.size() - std::min(n + 1, lower.size())));
  word.prefix = hash_text(std::string_view(lower).substr(0, 3));
  return word;
}

class Tagger {
 public:
  explicit Tagger(int tags) : model_(tags) {}

  void train(const std::vector<const Sentence*>& sentences, std::mt19937& random) {
    std::vector<const Sentence*> order = sentences;
    for (int epoch = 0; epoch < kTaggerEpochs; ++epoch) {
      std::shuffle(order.begin(), order.end(), random);
      for (const Sentence* sentence : order) run(*sentence, true);
    }
    model_.average();
  }

  std::vector<int> tag(const Sentence& sentence) { return run(sentence, false); }

 private:
  std::vector<int> run(const Sentence& sentence, bool learn) {
    const std::size_t count = sentence.forms.size();
    words_.clear();
    for (const std::string& form : sentence.forms) words_.push_back(hash_word(form));
    std::vector<int> tags(count, 0);
    for (std::size_t i = 0; i < count; ++i) {
      extract(i, tags);
      model_.score(features_, scores_);
      const int best = static_cast<int>(std::ranges::max_element(scores_) - scores_.begin());
      if (learn) {
        model_.step();
        if (best != sentence.tags[i]) {
          model_.add(features_, sentence.tags[i], 1);
          model_.add(features_, best, -1);
        }
      }
      tags[i] = best;
    }
    return tags;
  }

  void extract(std::size_t i, const std::vector<int>& tags) {
    features_.clear();
    const auto lower = [&](std::ptrdiff_t at) { return at >= 0 && at < static_cast<std::ptrdiff_t>(words_.size()) ? words_[static_cast<std::size_t>(at)].lower : 1; };
    const auto end = [&](std::ptrdiff_t at) { return at >= 0 && at < static_cast<std::ptrdiff_t>(words_.size()) ? words_[static_cast<std::size_t>(at)].suffixes[1] : 1; };
    const auto here = static_cast<std::ptrdiff_t>(i);
    const std::uint64_t t1 = i > 0 ? static_cast<std::uint64_t>(tags[i - 1]) + 1 : 0;
    const std::uint64_t t2 = i > 1 ? static_cast<std::uint64_t>(tags[i - 2]) + 1 : 0;
    const WordHashes& word = words_[i];
    const std::array<std::uint64_t, 18> values = {1, word.form, word.lower, word.shape, word.suffixes[0], word.suffixes[1], word.suffixes[2], word.prefix, lower(here - 1), lower(here + 1),
                                                  lower(here - 2), lower(here + 2), end(here - 1), end(here + 1), t1, mix(t1, t2), mix(t1, word.lower), mix(mix(word.shape, i == 0), end(here + 1))};
    for (std::size_t kind = 0; kind < values.size(); ++kind) features_.push_back(row_of(kind, values[kind]));
  }

  Perceptron model_;
  std::vector<WordHashes> words_;
  std::vector<std::uint32_t> features_;
  std::vector<float> scores_;
};

struct Tree {
  std::vector<int> heads;
  std::vector<int> labels;
};

// Shift 0; left arc with label l: 1 + l; right arc: 1 + labels + l. The root stands behind the last word.
class Parser {
 public:
  explicit Parser(int labels) : labels_(labels), model_(1 + 2 * labels) {}

  void train(const std::vector<const Sentence*>& sentences, const std::vector<std::vector<int>>& tags, std::mt19937& random) {
    std::vector<std::size_t> order(sentences.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::uniform_real_distribution<double> chance;
    for (int epoch = 0; epoch < kParserEpochs; ++epoch) {
      std::shuffle(order.begin(), order.end(), random);
      for (const std::size_t i : order) {
        if (!is_projective(*sentences[i])) continue;
        start(*sentences[i], tags[i]);
        while (!done()) learn(*sentences[i], epoch > 0 && chance(random) < kFollowOwn);
      }
    }
    model_.average();
  }

  Tree parse(const Sentence& sentence, const std::vector<int>& tags) {
    start(sentence, tags);
    while (!done()) {
      extract();
      model_.score(features_, scores_);
      apply(best([&](int action) { return allowed(action); }));
    }
    for (int& head : tree_.heads) head = head == kNone ? count_ : head;
    return tree_;
  }

 private:
  static bool is_projective(const Sentence& sentence) {
    const int count = static_cast<int>(sentence.forms.size());
    for (int i = 0; i < count; ++i) {
      const int head = sentence.heads[i];
      for (int between = std::min(i, head) + 1; between < std::max(i, head); ++between) {
        const int other = sentence.heads[between];
        if (other < std::min(i, head) || other > std::max(i, head)) return false;
      }
    }
    return true;
  }

  void start(const Sentence& sentence, const std::vector<int>& tags) {
    count_ = static_cast<int>(sentence.forms.size());
    words_.clear();
    for (const std::string& form : sentence.forms) words_.push_back(hash_word(form).lower);
    words_.push_back(2);
    tags_ = tags;
    tags_.push_back(63);
    stack_.clear();
    next_ = 0;
    tree_.heads.assign(static_cast<std::size_t>(count_), kNone);
    tree_.labels.assign(static_cast<std::size_t>(count_), 0);
    leftmost_.assign(static_cast<std::size_t>(count_) + 1, kNone);
    rightmost_.assign(static_cast<std::size_t>(count_) + 1, kNone);
    arity_.assign(static_cast<std::size_t>(count_) + 1, 0);
  }

  [[nodiscard]] bool done() const { return next_ == count_ && stack_.empty(); }

  [[nodiscard]] bool allowed(int action) const {
    if (action == 0) return next_ < count_;
    if (action <= labels_) return !stack_.empty();
    return stack_.size() > 1;
  }

  template <typename Filter>
  int best(Filter filter) const {
    int found = kNone;
    for (int action = 0; action < static_cast<int>(scores_.size()); ++action) {
      if (filter(action) && (found == kNone || scores_[action] > scores_[found])) found = action;
    }
    return found;
  }

  void attach(int head, int child, int label) {
    tree_.heads[child] = head;
    tree_.labels[child] = label;
    int& edge = child < head ? leftmost_[head] : rightmost_[head];
    if (edge == kNone || (child < head) == (child < edge)) edge = child;
    ++arity_[head];
  }

  void apply(int action) {
    if (action == 0) {
      stack_.push_back(next_++);
    } else if (action <= labels_) {
      attach(next_, stack_.back(), action - 1);
      stack_.pop_back();
    } else {
      const int child = stack_.back();
      stack_.pop_back();
      attach(stack_.back(), child, action - 1 - labels_);
    }
  }

  // Arcs of the right tree that can't be reached any more after a kind of step: 0 shift, 1 left, 2 right.
  [[nodiscard]] int cost(const Sentence& gold, int kind) const {
    int lost = 0;
    if (kind == 0) {
      for (std::size_t i = 0; i < stack_.size(); ++i) {
        if (gold.heads[stack_[i]] == next_) ++lost;
        if (i + 1 < stack_.size() && next_ < count_ && gold.heads[next_] == stack_[i]) ++lost;
      }
      return lost;
    }
    const int top = stack_.back();
    const int head = gold.heads[top];
    for (int i = next_; i < count_; ++i) lost += gold.heads[i] == top ? 1 : 0;
    if (kind == 1) lost += (head > next_ || (stack_.size() > 1 && head == stack_[stack_.size() - 2])) ? 1 : 0;
    else lost += head >= next_ ? 1 : 0;
    return lost;
  }

  void learn(const Sentence& gold, bool follow) {
    extract();
    model_.score(features_, scores_);
    std::array<bool, 3> free{};
    for (int kind = 0; kind < 3; ++kind) free[kind] = allowed(kind == 0 ? 0 : kind == 1 ? 1 : 1 + labels_) && cost(gold, kind) == 0;
    const int label = stack_.empty() ? 0 : gold.labels[stack_.back()];
    const int wanted = best([&](int action) { return action == 0 ? free[0] : action <= labels_ ? free[1] && action - 1 == label : free[2] && action - 1 - labels_ == label; });
    const int guess = best([&](int action) { return allowed(action); });
    model_.step();
    if (wanted != kNone && wanted != guess) {
      model_.add(features_, wanted, 1);
      model_.add(features_, guess, -1);
    }
    apply(follow || wanted == kNone ? guess : wanted);
  }

  void extract() {
    features_.clear();
    const auto on_stack = [&](std::size_t depth) { return stack_.size() > depth ? stack_[stack_.size() - 1 - depth] : kNone; };
    const auto ahead = [&](int offset) { return next_ + offset <= count_ ? next_ + offset : kNone; };
    const int s0 = on_stack(0), s1 = on_stack(1), s2 = on_stack(2), b0 = ahead(0), b1 = ahead(1), b2 = ahead(2);
    const auto w = [&](int at) { return at == kNone ? 3 : words_[static_cast<std::size_t>(at)]; };
    const auto t = [&](int at) { return at == kNone ? std::uint64_t{62} : static_cast<std::uint64_t>(tags_[static_cast<std::size_t>(at)]); };
    const auto left = [&](int at) { return at == kNone ? kNone : leftmost_[static_cast<std::size_t>(at)]; };
    const auto right = [&](int at) { return at == kNone ? kNone : rightmost_[static_cast<std::size_t>(at)]; };
    const auto l = [&](int at) { return at == kNone ? std::uint64_t{61} : static_cast<std::uint64_t>(tree_.labels[static_cast<std::size_t>(at)]); };
    const auto n = [&](int at) { return at == kNone ? std::uint64_t{9} : static_cast<std::uint64_t>(std::min(arity_[static_cast<std::size_t>(at)], 4)); };
    const std::uint64_t gap = s0 == kNone || b0 == kNone ? 0 : static_cast<std::uint64_t>(std::min(b0 - s0, 8));
    const std::array<std::uint64_t, 46> values = {
        w(s0), t(s0), mix(w(s0), t(s0)), w(s1), t(s1), mix(w(s1), t(s1)), w(b0), t(b0), mix(w(b0), t(b0)), w(b1), t(b1), mix(w(b1), t(b1)), w(b2), t(b2),
        mix(w(s0), w(b0)), mix(mix(w(s0), t(s0)), mix(w(b0), t(b0))), mix(mix(w(s0), t(s0)), t(b0)), mix(t(s0), mix(w(b0), t(b0))), mix(t(s0), t(b0)), mix(w(s1), w(s0)), mix(mix(w(s1), t(s1)), t(s0)),
        mix(t(s1), mix(w(s0), t(s0))), mix(t(s1), t(s0)), mix(mix(t(s1), t(s0)), t(b0)), mix(mix(t(s0), t(b0)), t(b1)), mix(mix(t(b0), t(b1)), t(b2)), mix(mix(t(s2), t(s1)), t(s0)),
        mix(mix(w(s0), t(b0)), t(b1)), mix(mix(t(s0), t(left(s0))), t(b0)), mix(mix(t(s0), t(right(s0))), t(b0)), mix(mix(t(s0), t(b0)), t(left(b0))), mix(mix(t(s1), t(right(s1))), t(s0)),
        mix(mix(t(s1), t(left(s1))), t(s0)), mix(w(s0), gap), mix(t(s0), gap), mix(mix(t(s0), t(b0)), gap), mix(w(b0), gap), mix(mix(t(s0), n(s0)), t(b0)), mix(mix(t(b0), n(b0)), t(s0)),
        mix(t(s0), l(left(s0))), mix(t(s0), l(right(s0))), mix(t(b0), l(left(b0))), mix(w(s0), l(right(s0))), mix(mix(l(left(s0)), l(right(s0))), t(s0)), mix(w(left(b0)), t(s0)), mix(mix(w(s1), w(b0)), t(s0))};
    for (std::size_t kind = 0; kind < values.size(); ++kind) features_.push_back(row_of(100 + kind, values[kind]));
  }

  int labels_;
  Perceptron model_;
  int count_ = 0;
  int next_ = 0;
  std::vector<std::uint64_t> words_;
  std::vector<int> tags_;
  std::vector<int> stack_;
  std::vector<int> leftmost_;
  std::vector<int> rightmost_;
  std::vector<int> arity_;
  Tree tree_;
  std::vector<std::uint32_t> features_;
  std::vector<float> scores_;
};

// Tags of training sentences as a tagger gives them that has not seen them.
std::vector<std::vector<int>> jackknife(const std::vector<Sentence>& sentences, int tags, std::mt19937& random) {
  std::vector<std::vector<int>> found(sentences.size());
  for (int fold = 0; fold < kFolds; ++fold) {
    std::vector<const Sentence*> others;
    for (std::size_t i = 0; i < sentences.size(); ++i) {
      if (static_cast<int>(i % kFolds) != fold) others.push_back(&sentences[i]);
    }
    Tagger tagger(tags);
    tagger.train(others, random);
    for (std::size_t i = static_cast<std::size_t>(fold); i < sentences.size(); i += kFolds) found[i] = tagger.tag(sentences[i]);
  }
  return found;
}

void measure(const std::string& path, Names& tags, Names& labels, Tagger& tagger, Parser& parser) {
  const std::vector<Sentence> sentences = read(path, tags, labels);
  std::size_t words = 0, right_tags = 0, right_heads = 0, right_arcs = 0;
  const auto begun = std::chrono::steady_clock::now();
  std::vector<std::vector<int>> found;
  std::vector<Tree> trees;
  for (const Sentence& sentence : sentences) {
    found.push_back(tagger.tag(sentence));
    trees.push_back(parser.parse(sentence, found.back()));
  }
  const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
  for (std::size_t s = 0; s < sentences.size(); ++s) {
    for (std::size_t i = 0; i < sentences[s].forms.size(); ++i) {
      const bool head = trees[s].heads[i] == sentences[s].heads[i];
      ++words;
      right_tags += found[s][i] == sentences[s].tags[i] ? 1 : 0;
      right_heads += head ? 1 : 0;
      right_arcs += head && trees[s].labels[i] == sentences[s].labels[i] ? 1 : 0;
    }
  }
  const auto share = [&](std::size_t count) { return 100.0 * static_cast<double>(count) / static_cast<double>(words); };
  std::printf("%s: %zu words, UPOS %.1f UAS %.1f LAS %.1f, %.0f words/s\n", path.c_str(), words, share(right_tags), share(right_heads), share(right_arcs), static_cast<double>(words) / seconds);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::cerr << "usage: linear_parser TRAIN.conllu[,TRAIN.conllu...] TEST.conllu...\n";
    return 2;
  }
  Names tags;
  Names labels;
  std::vector<Sentence> sentences;
  std::stringstream paths(argv[1]);
  for (std::string path; std::getline(paths, path, ',');) {
    for (Sentence& sentence : read(path, tags, labels)) sentences.push_back(std::move(sentence));
  }
  std::mt19937 random(kSeed);
  const auto begun = std::chrono::steady_clock::now();
  std::vector<const Sentence*> all;
  for (const Sentence& sentence : sentences) all.push_back(&sentence);
  const std::vector<std::vector<int>> guessed = jackknife(sentences, tags.size(), random);
  Tagger tagger(tags.size());
  tagger.train(all, random);
  Parser parser(labels.size());
  parser.train(all, guessed, random);
  std::printf("trained on %zu sentences in %.0f s\n", sentences.size(), std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count());
  for (int i = 2; i < argc; ++i) measure(argv[i], tags, labels, tagger, parser);
  return 0;
}
