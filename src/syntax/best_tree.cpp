// The maximum spanning tree with one root: every token takes its best head; where that makes a cycle, the cycle is broken at
// the place that costs least and treated as one node (Chu and Liu 1965, Edmonds 1967).
#include <algorithm>
#include <limits>
#include <vector>

#include "syntax/parser.h"

namespace bayhaqi {

namespace {

constexpr float kNever = -1e30F;

struct Matrix {
  std::size_t size;  // nodes, 0 is the root
  std::vector<float> values;
  float& at(std::size_t dependent, std::size_t head) { return values[dependent * size + head]; }
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
  Matrix smaller{merged + 1, std::vector<float>((merged + 1) * (merged + 1), kNever)};
  std::vector<std::size_t> enter(merged + 1), leave(merged + 1);
  for (std::size_t a = 0; a < merged; ++a) {
    for (std::size_t b = 0; b < merged; ++b) smaller.at(a, b) = scores.at(outside[a], outside[b]);
    for (const std::size_t node : cycle) {
      const float gain = scores.at(node, outside[a]) - scores.at(node, heads[node]);
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
  Matrix matrix{count + 1, std::vector<float>((count + 1) * (count + 1), kNever)};
  for (std::size_t d = 0; d < count; ++d) {
    for (std::size_t h = 0; h <= count; ++h) {
      if (h != d + 1) matrix.at(d + 1, h) = scores[d * (count + 1) + h];
    }
  }
  auto tree = solve(matrix);
  std::size_t roots = 0;
  for (std::size_t d = 1; d <= count; ++d) roots += tree[d] == 0 ? 1 : 0;
  if (roots != 1) {  // keep the likeliest root only
    std::size_t best = 1;
    for (std::size_t d = 2; d <= count; ++d) {
      if (matrix.at(d, 0) > matrix.at(best, 0)) best = d;
    }
    for (std::size_t d = 1; d <= count; ++d) {
      if (d != best) matrix.at(d, 0) = kNever;
      else for (std::size_t h = 1; h <= count; ++h) matrix.at(d, h) = kNever;
    }
    tree = solve(matrix);
  }
  heads.resize(count);
  for (std::size_t d = 0; d < count; ++d) heads[d] = static_cast<std::int32_t>(tree[d + 1]) - 1;
}

}  // namespace bayhaqi
