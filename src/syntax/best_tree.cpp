// The maximum spanning tree with one root (Chu and Liu 1965, Edmonds 1967), in time O(n^2) by growing paths (Tarjan 1977, Gabow et
// al. 1986): from a word to the best head, to the head's best head, and so on. A path that bites its own tail is a cycle and
// becomes one node, whose arcs count what entering it gives up; a path that reaches a finished node is finished. At the end the
// nodes are taken apart again, from the outside in. One root by its cost: Stanojević and Cohen 2021.
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

#include "syntax/parser.h"

namespace bayhaqi {

namespace {

constexpr std::uint32_t kNone = 0xFFFFFFFF;
constexpr double kNever = -1e30;

struct Matrix {
  std::size_t size;  // nodes, 0 is the root
  std::vector<double> values;
  double& at(std::size_t dependent, std::size_t head) { return values[dependent * size + head]; }
};

class TreeGrower {
 public:
  explicit TreeGrower(const Matrix& scores) : n_(static_cast<std::uint32_t>(scores.size)), in_(scores.values), entry_(scores.size * scores.size), node_of_(n_), row_(n_), nodes_(n_) {
    for (std::uint32_t d = 0; d < n_; ++d) {
      node_of_[d] = row_[d] = d;
      std::fill_n(entry_.begin() + d * n_, n_, d);
    }
    nodes_[0].finished = true;
  }

  std::vector<std::size_t> run() {
    for (std::uint32_t start = 1; start < n_; ++start) {
      if (!nodes_[node_of_[start]].finished) grow(node_of_[start]);
    }
    return take_apart();
  }

 private:
  struct Node {
    double gain = 0;               // of the arc that was chosen into it
    std::uint32_t head = kNone;    // word at its other end
    std::uint32_t enters = kNone;  // word that it enters
    std::uint32_t parent = kNone;  // the cycle that it was made part of
    bool on_path = false;
    bool finished = false;
    std::vector<std::uint32_t> members;
  };

  void grow(std::uint32_t node) {
    std::vector<std::uint32_t> path;
    while (true) {
      choose(node);
      nodes_[node].on_path = true;
      path.push_back(node);
      const std::uint32_t next = node_of_[nodes_[node].head];
      if (nodes_[next].finished) break;
      node = nodes_[next].on_path ? merge(path, next) : next;
    }
    for (const std::uint32_t each : path) nodes_[each].finished = true;
  }

  // The best arc into a node from outside.
  void choose(std::uint32_t node) {
    const std::size_t row = row_[node] * n_;
    std::uint32_t best = kNone;
    for (std::uint32_t h = 0; h < n_; ++h) {
      if (node_of_[h] != node && (best == kNone || in_[row + h] > in_[row + best])) best = h;
    }
    nodes_[node].head = best;
    nodes_[node].enters = entry_[row + best];
    nodes_[node].gain = in_[row + best];
  }

  // Makes the end of the path, from `first` on, one node in the row of `first`.
  std::uint32_t merge(std::vector<std::uint32_t>& path, std::uint32_t first) {
    const auto made = static_cast<std::uint32_t>(nodes_.size());
    nodes_.emplace_back();
    row_.push_back(row_[first]);
    const std::size_t row = row_[first] * n_;
    for (std::size_t h = 0; h < n_; ++h) in_[row + h] -= nodes_[first].gain;
    std::uint32_t member = kNone;
    do {
      member = path.back();
      path.pop_back();
      nodes_[member].parent = made;
      nodes_[made].members.push_back(member);
      const std::size_t other = row_[member] * n_;
      for (std::size_t h = 0; member != first && h < n_; ++h) {
        const double gain = in_[other + h] - nodes_[member].gain;
        if (gain <= in_[row + h]) continue;
        in_[row + h] = gain;
        entry_[row + h] = entry_[other + h];
      }
    } while (member != first);
    for (std::uint32_t& node : node_of_) {
      if (nodes_[node].parent == made) node = made;
    }
    return made;
  }

  // The arc into a node stands; inside it every member keeps its own, except those that the arc enters through.
  std::vector<std::size_t> take_apart() {
    std::vector<std::size_t> heads(n_, 0);
    std::vector<std::uint32_t> open;
    for (std::uint32_t i = 1; i < nodes_.size(); ++i) {
      if (nodes_[i].parent == kNone) open.push_back(i);
    }
    while (!open.empty()) {
      const std::uint32_t node = open.back();
      open.pop_back();
      heads[nodes_[node].enters] = nodes_[node].head;
      for (std::uint32_t inner = nodes_[node].enters; inner != node; inner = nodes_[inner].parent) {
        for (const std::uint32_t sibling : nodes_[nodes_[inner].parent].members) {
          if (sibling != inner) open.push_back(sibling);
        }
      }
    }
    return heads;
  }

  std::uint32_t n_;
  std::vector<double> in_;             // by row of the node and word: gain of the best arc
  std::vector<std::uint32_t> entry_;   // the word of the node that this arc enters
  std::vector<std::uint32_t> node_of_; // of each word, the outermost
  std::vector<std::uint32_t> row_;     // of each node
  std::vector<Node> nodes_;            // words, then cycles
};

}  // namespace

// Every word is followed upwards as far as words that no walk has seen; a walk that meets itself is a cycle.
bool is_tree(std::span<const std::int32_t> heads, std::vector<std::uint32_t>& walk_of) {
  if (std::count(heads.begin(), heads.end(), -1) != 1) return false;
  walk_of.assign(heads.size(), 0);
  for (std::uint32_t start = 0; start < heads.size(); ++start) {
    std::int32_t at = static_cast<std::int32_t>(start);
    while (at >= 0 && walk_of[static_cast<std::size_t>(at)] == 0) {
      walk_of[static_cast<std::size_t>(at)] = start + 1;
      at = heads[static_cast<std::size_t>(at)];
    }
    if (at >= 0 && walk_of[static_cast<std::size_t>(at)] == start + 1) return false;
  }
  return true;
}

void best_tree(std::span<const float> scores, std::size_t count, std::vector<std::int32_t>& heads) {
  Matrix matrix{count + 1, std::vector<double>((count + 1) * (count + 1), kNever)};
  double largest = 0;
  for (std::size_t d = 0; d < count; ++d) {
    for (std::size_t h = 0; h <= count; ++h) {
      const double score = scores[d * (count + 1) + h];
      largest = std::max(largest, std::abs(score));
      if (h != d + 1) matrix.at(d + 1, h) = score;
    }
  }
  auto tree = TreeGrower(matrix).run();
  if (std::count(tree.begin() + 1, tree.end(), 0U) > 1) {
    // Arcs from the root made dearer than all others together: the best tree has as few of them as there can be, one.
    const double cost = 2 * (largest + 1) * static_cast<double>(count + 1);
    for (std::size_t d = 1; d <= count; ++d) matrix.at(d, 0) -= cost;
    tree = TreeGrower(matrix).run();
  }
  heads.resize(count);
  for (std::size_t d = 0; d < count; ++d) heads[d] = static_cast<std::int32_t>(tree[d + 1]) - 1;
}

}  // namespace bayhaqi
