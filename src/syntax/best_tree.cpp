// The maximum spanning tree with one root: every token takes its best head; where that makes a cycle, the cycle is broken at
// the place that costs least and treated as one node (Chu and Liu 1965, Edmonds 1967). One root by its cost: Stanojević and Cohen 2021.
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
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

// Nodes numbered anew so that each cycle in `heads` is one node; the root stays 0.
struct Groups {
  std::vector<std::size_t> of;
  std::vector<bool> is_cycle;
};

Groups contract_cycles(const std::vector<std::size_t>& heads) {
  constexpr std::size_t kNone = static_cast<std::size_t>(-1);
  Groups groups{std::vector<std::size_t>(heads.size(), kNone), {}};
  std::vector<std::size_t> seen(heads.size(), 0);
  const auto name = [&](std::size_t node, bool cycle) {
    groups.of[node] = groups.is_cycle.size();
    groups.is_cycle.push_back(cycle);
  };
  name(0, false);
  for (std::size_t start = 1; start < heads.size(); ++start) {
    std::size_t node = start;
    while (node != 0 && seen[node] == 0) {
      seen[node] = start;
      node = heads[node];
    }
    if (node == 0 || seen[node] != start || groups.of[node] != kNone) continue;
    name(node, true);
    for (std::size_t next = heads[node]; next != node; next = heads[next]) groups.of[next] = groups.of[node];
  }
  for (std::size_t node = 1; node < heads.size(); ++node) {
    if (groups.of[node] == kNone) name(node, false);
  }
  return groups;
}

// All cycles of a round are contracted at once, so that there are few rounds also where every word would like its neighbour.
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
  const Groups groups = contract_cycles(heads);
  const std::size_t m = groups.is_cycle.size();
  if (m == n) return heads;

  struct Arc {
    std::uint32_t dependent = 0;
    std::uint32_t head = 0;
  };
  Matrix smaller{m, std::vector<double>(m * m, std::numeric_limits<double>::lowest())};
  std::vector<Arc> arcs(m * m);
  for (std::size_t d = 1; d < n; ++d) {
    const std::size_t row = groups.of[d];
    const double given_up = groups.is_cycle[row] ? scores.at(d, heads[d]) : 0.0;  // the arc of the cycle that entering at d breaks
    for (std::size_t h = 0; h < n; ++h) {
      const std::size_t column = groups.of[h];
      const double gain = scores.at(d, h) - given_up;
      if (row == column || gain <= smaller.at(row, column)) continue;
      smaller.at(row, column) = gain;
      arcs[row * m + column] = {static_cast<std::uint32_t>(d), static_cast<std::uint32_t>(h)};
    }
  }
  const auto inner = solve(smaller);
  for (std::size_t row = 1; row < m; ++row) {
    const Arc& arc = arcs[row * m + inner[row]];
    heads[arc.dependent] = arc.head;
  }
  return heads;
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
