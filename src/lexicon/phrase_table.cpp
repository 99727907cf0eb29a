#include "lexicon/phrase_table.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <bit>

#include "base/utf8.h"

namespace bayhaqi {

namespace {

constexpr std::size_t kKeysPerWord = 8;  // of the filter's 64-bit words

std::uint64_t edge_key(std::uint32_t state, std::uint64_t word_hash) {
  std::uint64_t key = word_hash ^ (0x9E3779B97F4A7C15ULL * (state + 1ULL));
  key ^= key >> 31U;
  key *= 0xBF58476D1CE4E5B9ULL;
  key ^= key >> 29U;
  return key == 0 ? 1 : key;
}

// The bit of the filter that a key sets: of its upper half, as the table takes the lower one.
std::uint64_t filter_bit(std::uint64_t key, std::size_t words) { return (key >> 32U) & (words * 64 - 1); }

}  // namespace

std::uint64_t hash_folded_word(std::string_view folded_word) { return XXH3_64bits(folded_word.data(), folded_word.size()); }

Result<PhraseTable> PhraseTable::open(const PackedFile& file, std::string_view prefix) {
  const std::string base(prefix);
  auto edges = file.array<Edge>(base + ".edges");
  auto states = file.array<State>(base + ".states");
  auto values = file.array<std::uint32_t>(base + ".values");
  if (!edges) return std::unexpected(edges.error());
  if (!states) return std::unexpected(states.error());
  if (!values) return std::unexpected(values.error());
  auto filter = file.array<std::uint64_t>(base + ".filter");
  if (!filter) return std::unexpected(filter.error());
  if (!std::has_single_bit(filter->size())) return fail(ErrorCode::kFormat, "has a malformed phrase table '" + base + "'", file.name());
  if (states->empty() || !std::has_single_bit(edges->size())) return fail(ErrorCode::kFormat, "has a malformed phrase table '" + base + "'", file.name());
  for (const Edge& edge : *edges) {
    if (edge.target >= states->size()) return fail(ErrorCode::kFormat, "has a phrase table '" + base + "' that points outside itself", file.name());
  }
  for (const State& state : *states) {
    if (state.values > values->size() || state.count > values->size() - state.values) {
      return fail(ErrorCode::kFormat, "has a phrase table '" + base + "' that points outside itself", file.name());
    }
  }
  PhraseTable table;
  table.edges_ = *edges;
  table.states_ = *states;
  table.values_ = *values;
  table.filter_ = *filter;
  return table;
}

std::uint32_t PhraseTable::next(std::uint32_t state, std::uint64_t word_hash) const {
  const std::uint64_t key = edge_key(state, word_hash);
  const std::uint64_t bit = filter_bit(key, filter_.size());
  if ((filter_[bit / 64] >> (bit % 64) & 1U) == 0) return kDead;
  const std::size_t mask = edges_.size() - 1;
  for (std::size_t slot = key & mask, tries = 0; tries <= mask; slot = (slot + 1) & mask, ++tries) {
    if (edges_[slot].key == key) return edges_[slot].target;
    if (edges_[slot].key == 0) return kDead;
  }
  return kDead;
}

PhraseTable::Match PhraseTable::longest(std::span<const std::uint64_t> hashes) const {
  Match best;
  std::uint32_t state = kStart;
  for (std::size_t i = 0; i < hashes.size(); ++i) {
    state = next(state, hashes[i]);
    if (state == kDead) break;
    if (states_[state].count > 0) best = {static_cast<std::uint32_t>(i + 1), values(state)};
  }
  return best;
}

PhraseTableBuilder::PhraseTableBuilder() : values_(1) {}

void PhraseTableBuilder::add(std::span<const std::string> words, std::uint32_t value) {
  if (words.empty()) return;
  std::uint32_t state = PhraseTable::kStart;
  for (const std::string& word : words) {
    const auto [place, fresh] = edges_.try_emplace(edge_key(state, hash_folded_word(folded(word))), static_cast<std::uint32_t>(values_.size()));
    if (fresh) values_.emplace_back();
    state = place->second;
  }
  auto& list = values_[state];
  if (std::find(list.begin(), list.end(), value) == list.end()) list.push_back(value);
}

void PhraseTableBuilder::write(PackedFileBuilder& out, std::string_view prefix) const {
  std::vector<std::pair<std::uint64_t, std::uint32_t>> sorted(edges_.begin(), edges_.end());
  std::sort(sorted.begin(), sorted.end());  // the same phrases give the same bytes
  std::vector<PhraseTable::Edge> edges(std::bit_ceil(std::max<std::size_t>(16, sorted.size() * 2)));
  std::vector<std::uint64_t> filter(std::bit_ceil(std::max<std::size_t>(16, sorted.size() / kKeysPerWord)));
  for (const auto& [key, target] : sorted) {
    const std::uint64_t bit = filter_bit(key, filter.size());
    filter[bit / 64] |= std::uint64_t{1} << (bit % 64);
    std::size_t slot = key & (edges.size() - 1);
    while (edges[slot].key != 0) slot = (slot + 1) & (edges.size() - 1);
    edges[slot] = {key, target, 0};
  }
  std::vector<PhraseTable::State> states;
  std::vector<std::uint32_t> values;
  for (const auto& list : values_) {
    states.push_back({static_cast<std::uint32_t>(values.size()), static_cast<std::uint32_t>(list.size())});
    values.insert(values.end(), list.begin(), list.end());
  }
  const std::string base(prefix);
  out.add(base + ".edges", edges);
  out.add(base + ".states", states);
  out.add(base + ".values", values);
  out.add(base + ".filter", filter);
}

std::vector<std::string> phrase_words(std::string_view phrase) {
  std::vector<std::string> words;
  std::string word;
  const auto close = [&] {
    if (!word.empty()) words.push_back(std::move(word));
    word.clear();
  };
  const std::string plain = folded(phrase);
  for (std::size_t i = 0; i < plain.size(); ++i) {
    const char c = plain[i];
    if (c == ' ') {
      close();
    } else if (c == '-' || c == '/' || c == ',' || c == '(' || c == ')') {
      close();
      words.emplace_back(1, c);
    } else if (c == '\'' && (i + 1 == plain.size() || plain[i + 1] == ' ' || (plain[i + 1] == 's' && (i + 2 == plain.size() || plain[i + 2] == ' ')))) {
      close();
      word.push_back(c);
    } else {
      word.push_back(c);
    }
  }
  close();
  return words;
}

}  // namespace bayhaqi
