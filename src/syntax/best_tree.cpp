// The maximum spanning tree with one root: every token takes its best head; where that makes a cycle, the cycle is broken at
// the place that costs least and treated as one node (Chu and Liu 1965, Edmonds 1967). One root by its cost: Stanojević and Cohen 2021.
#include <algorithm>
#include <cmath>
#include <vector>

#include "syntax/parser.h"

namespace bayhaqi {

namespace {

constexpr double kNever = -1e30;

struct Matrix {
  std::size_t size;  // nodes, 0 is the root
  std::vector<double> values;
  double& at(std::size_t dependent, std::size_t head) { return values[dependent * size + head]; }
};

// The nodes of a cycle in `heads`; empty if there is none.
std::vector<std::size_t> find_cycle(const std::vector<std::size_t>& heads) {
  std::vector<std::uint32_t> seen(heads.size(), 0);
  std::uint32_t walk = 0;
  for (std::size_t start = 1; start < heads.size(); ++start) {
    ++walk;
    std::size_t node = start;
    while (node != 0 && seen[node] == 0) {
      seen[node] = walk;
      node = heads[node];
    }
    if (node == 0 || seen[node] != walk) continue;
    std::vector<std::size_t> cycle;
    const std::size_t first = node;
    do {
      cycle.push_back(node);
      node = heads[node];
    } while (node != first);
    return cycle;
  }
  return {};
}

std::vector<std::size_t> solve(Matrix& scores) {
  const std::size_t n = scores.size;
  std::vector<std::size_t> heads(n, 0);
  for (std::size_t d = 1; d < n; ++d) {
    std::size_t best = 0;
    for (std::size_t h = 0; h < n; ++h) {
      if (h != d && scores.at(d, h) > scores.at(d, best)) best = h;
    }
    heads[d] = best;
  }
  const auto cycle = find_cycle(heads);
  if (cycle.empty()) return heads;

  // Contract the cycle to one node, put last.
  std::vector<bool> in_cycle(n, false);
  for (const std::size_t node : cycle) in_cycle[node] = true;
  std::vector<std::size_t> outside;
  for (std::size_t i = 0; i < n; ++i) {
    if (!in_cycle[i]) outside.push_back(i);
  }
  const std::size_t merged = outside.size();
  Matrix smaller{merged + 1, std::vector<double>((merged + 1) * (merged + 1), kNever)};
  std::vector<std::size_t> enter(merged + 1), leave(merged + 1);
  for (std::size_t a = 0; a < merged; ++a) {
    for (std::size_t b = 0; b < merged; ++b) smaller.at(a, b) = scores.at(outside[a], outside[b]);
    for (const std::size_t node : cycle) {
      const double gain = scores.at(node, outside[a]) - scores.at(node, heads[node]);
      if (gain > smaller.at(merged, a) || smaller.at(merged, a) == kNever) {
        smaller.at(merged, a) = gain;
        enter[a] = node;
      }
      if (scores.at(outside[a], node) > smaller.at(a, merged) || smaller.at(a, merged) == kNever) {
        smaller.at(a, merged) = scores.at(outside[a], node);
        leave[a] = node;
      }
    }
  }
  const auto inner = solve(smaller);
  std::vector<std::size_t> out = heads;
  for (std::size_t a = 1; a < merged; ++a) out[outside[a]] = inner[a] == merged ? leave[a] : outside[inner[a]];
  const std::size_t from = inner[merged];
  out[enter[from]] = outside[from];
  return out;
}

}  // namespace

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
  auto tree = solve(matrix);
  if (std::count(tree.begin() + 1, tree.end(), 0U) > 1) {
    // Arcs from the root made dearer than all others together: the best tree has as few of them as there can be, one.
    const double cost = 2 * (largest + 1) * static_cast<double>(count + 1);
    for (std::size_t d = 1; d <= count; ++d) matrix.at(d, 0) -= cost;
    tree = solve(matrix);
  }
  heads.resize(count);
  for (std::size_t d = 0; d < count; ++d) heads[d] = static_cast<std::int32_t>(tree[d + 1]) - 1;
}

}  // namespace bayhaqi
