#include <gtest/gtest.h>

#include <bit>
#include <chrono>
#include <cstdint>
#include <random>
#include <vector>

#include "syntax/parser.h"

namespace bayhaqi {
namespace {

// Whether every token reaches the root and exactly one hangs on it.
bool is_tree(const std::vector<std::int32_t>& heads) {
  int roots = 0;
  for (std::size_t d = 0; d < heads.size(); ++d) {
    roots += heads[d] < 0 ? 1 : 0;
    std::int32_t up = static_cast<std::int32_t>(d);
    for (std::size_t steps = 0; up >= 0 && steps <= heads.size(); ++steps) up = heads[static_cast<std::size_t>(up)];
    if (up >= 0) return false;
  }
  return roots == 1;
}

float total(const std::vector<float>& scores, const std::vector<std::int32_t>& heads) {
  float sum = 0;
  for (std::size_t d = 0; d < heads.size(); ++d) sum += scores[d * (heads.size() + 1) + static_cast<std::size_t>(heads[d] + 1)];
  return sum;
}

// Every assignment of heads, one after the other.
float best_by_trying(const std::vector<float>& scores, std::size_t count) {
  std::vector<std::int32_t> heads(count, -1);
  float best = -1e30F;
  while (true) {
    if (is_tree(heads)) best = std::max(best, total(scores, heads));
    std::size_t d = 0;
    while (d < count && ++heads[d] == static_cast<std::int32_t>(count)) heads[d++] = -1;
    if (d == count) return best;
  }
}

std::vector<float> random_scores(std::size_t count, std::mt19937& random) {
  std::vector<float> scores(count * (count + 1));
  for (float& score : scores) score = static_cast<float>(random() % 2001) / 100.0F - 10.0F;
  return scores;
}

TEST(BestTree, TreesAreToldFromOtherHeads) {
  std::mt19937 random(3);
  std::vector<std::uint32_t> walks;
  int trees = 0;
  for (int i = 0; i < 4000; ++i) {
    std::vector<std::int32_t> heads(1 + random() % 5);
    for (std::int32_t& head : heads) head = static_cast<std::int32_t>(random() % (heads.size() + 1)) - 1;
    ASSERT_EQ(bayhaqi::is_tree(heads, walks), is_tree(heads));
    trees += is_tree(heads) ? 1 : 0;
  }
  EXPECT_GT(trees, 500);
}

TEST(BestTree, IsTheBestOfAll) {
  std::mt19937 random(1);
  for (int i = 0; i < 600; ++i) {
    const std::size_t count = 1 + random() % 5;
    const auto scores = random_scores(count, random);
    std::vector<std::int32_t> heads;
    best_tree(scores, count, heads);
    ASSERT_TRUE(is_tree(heads));
    ASSERT_NEAR(total(scores, heads), best_by_trying(scores, count), 1e-3);
  }
}

TEST(BestTree, StaysATreeAtTheLongestSentence) {
  std::mt19937 random(2);
  for (const std::size_t count : {50U, 128U, 256U}) {
    const auto scores = random_scores(count, random);
    std::vector<std::int32_t> heads;
    best_tree(scores, count, heads);
    EXPECT_TRUE(is_tree(heads)) << count;
  }
}

// Every word and its neighbour would like each other best: as many cycles as there can be, and cycles of cycles.
TEST(BestTree, ManyCyclesTakeNoLonger) {
  constexpr std::size_t kCount = 256;
  std::vector<float> scores(kCount * (kCount + 1));
  for (std::size_t d = 0; d < kCount; ++d) {
    for (std::size_t h = 1; h <= kCount; ++h) scores[d * (kCount + 1) + h] = -static_cast<float>(std::countl_zero(1U) - std::countl_zero(static_cast<std::uint32_t>(d ^ (h - 1)) | 1U));
    scores[d * (kCount + 1)] = -1000.0F;
  }
  const auto begun = std::chrono::steady_clock::now();
  std::vector<std::int32_t> heads;
  for (int i = 0; i < 20; ++i) best_tree(scores, kCount, heads);
  EXPECT_TRUE(is_tree(heads));
  EXPECT_LT(std::chrono::steady_clock::now() - begun, std::chrono::seconds(2));
}

TEST(BestTree, EqualScoresStillGiveATree) {
  for (std::size_t count = 1; count < 12; ++count) {
    std::vector<std::int32_t> heads;
    best_tree(std::vector<float>(count * (count + 1), 0.0F), count, heads);
    EXPECT_TRUE(is_tree(heads)) << count;
  }
}

}  // namespace
}  // namespace bayhaqi
