#include <algorithm>
#include <charconv>
#include <map>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "lexicon/phrase_table.h"
#include "segment/segment.h"

namespace bayhaqi {

void compile_segment(LexiconSource& source) {
  std::map<std::uint64_t, std::uint64_t> words;
  const auto add = [&](std::string_view word, WordClass kind) { words[hash_folded_word(word)] |= static_cast<std::uint64_t>(kind); };
  const Table abbreviations = source.read_lexicon("segment/abbreviations.txt");
  for (const Row& row : abbreviations.rows()) {
    const std::string_view kind = row.at(1).text;
    if (kind == "title") add(row.at(0).text, WordClass::kTitle);
    else if (kind == "month") add(row.at(0).text, WordClass::kMonth);
    else if (kind == "number") add(row.at(0).text, WordClass::kNumber);
    else if (kind == "may_end") add(row.at(0).text, WordClass::kMayEnd);
    else if (kind == "mid") add(row.at(0).text, WordClass::kMid);
    else abbreviations.fault(row, row.at(1), "expected title, month, number, may_end or mid, found '" + std::string(kind) + "'", source.faults());
  }
  const Table prefixes = source.read_lexicon("segment/prefixes.txt");
  for (const Row& row : prefixes.rows()) add(row.at(0).text, WordClass::kPrefix);
  const Table starters = source.read_lexicon("segment/starters.txt");
  for (const Row& row : starters.rows()) add(row.at(0).text, WordClass::kStarter);
  const Table wholes = source.read_lexicon("segment/wholes.txt");
  for (const Row& row : wholes.rows()) add(row.at(0).text, WordClass::kWhole);
  const Table units = source.read_lexicon("segment/units.txt");
  for (const Row& row : units.rows()) add(row.at(0).text, WordClass::kUnit);
  for (const Table* table : {&abbreviations, &prefixes, &starters, &wholes, &units}) table->expect_sorted(source.faults());
  const Table contractions = source.read_lexicon("segment/contractions.txt");
  std::map<std::uint64_t, std::uint64_t> cuts;
  for (const Row& row : contractions.rows()) {
    std::uint64_t letters = 0;
    const std::string_view text = row.at(1).text;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), letters);
    if (error != std::errc{} || end != text.data() + text.size() || letters == 0 || letters >= row.at(0).text.size()) {
      contractions.fault(row, row.at(1), "expected the letters of the first part, found '" + std::string(text) + "'", source.faults());
    }
    if (row.at(2).text.empty()) cuts[hash_folded_word(row.at(0).text)] = letters;
    for (const Field& follower : split_field(row.at(2), ' ')) cuts[hash_folded_word(std::string(row.at(0).text) + " " + std::string(follower.text))] = letters;
  }
  contractions.expect_sorted(source.faults());
  std::vector<SegmentRules::Word> sorted_cuts;
  for (const auto& [hash, letters] : cuts) sorted_cuts.push_back({hash, letters});
  source.out().add("segment.contractions", sorted_cuts);
  std::vector<SegmentRules::Word> sorted;
  for (const auto& [hash, classes] : words) sorted.push_back({hash, classes});
  source.out().add("segment.words", sorted);
}

Result<SegmentRules> SegmentRules::open(const PackedFile& lexicon) {
  auto words = lexicon.array<Word>("segment.words");
  if (!words) return std::unexpected(words.error());
  auto contractions = lexicon.array<Word>("segment.contractions");
  if (!contractions) return std::unexpected(contractions.error());
  SegmentRules rules;
  rules.words_ = *words;
  rules.contractions_ = *contractions;
  return rules;
}

bool SegmentRules::is(std::string_view word, WordClass kind) const {
  const std::uint64_t hash = hash_folded_word(word);
  const auto found = std::lower_bound(words_.begin(), words_.end(), hash, [](const Word& w, std::uint64_t h) { return w.hash < h; });
  return found != words_.end() && found->hash == hash && (found->classes & static_cast<std::uint64_t>(kind)) != 0;
}

std::size_t SegmentRules::cut(std::string_view words) const {
  const std::string_view word = words.substr(0, words.find(' '));
  const std::uint64_t hash = hash_folded_word(words);
  const auto found = std::lower_bound(contractions_.begin(), contractions_.end(), hash, [](const Word& w, std::uint64_t h) { return w.hash < h; });
  return found != contractions_.end() && found->hash == hash && found->classes < word.size() ? found->classes : 0;
}

}  // namespace bayhaqi
