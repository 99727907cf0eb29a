#include "event/topic.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <set>

#include "base/utf8.h"
#include "document/codes.h"
#include "lexicon/phrase_table.h"

namespace bayhaqi {

namespace {

constexpr std::string_view kFolder = "events/topics";
constexpr std::string_view kPolitics = "politics";
constexpr std::string_view kArts = "culture";
constexpr std::uint32_t kLeastEvidence = 4;  // less than this says nothing
constexpr std::size_t kShownWords = 5;

// "events/topics/sport.txt" -> "sport"
std::string topic_of_file(std::string_view name) {
  const std::size_t slash = name.rfind('/');
  if (slash != std::string_view::npos) name.remove_prefix(slash + 1);
  return std::string(name.substr(0, name.rfind('.')));
}

struct Tally {
  std::uint32_t weight = 0;
  std::vector<std::string> words;
};

// Known people and organisations of politics; a country's bare name says nothing, as teams and markets have it too.
std::uint32_t count_political_actors(const Document& document) {
  std::uint32_t count = 0;
  for (const Actor& actor : document.actors) count += !actor.id.empty() && is_political(actor.code) && !is_bare_country(actor.id) ? 1 : 0;
  return count;
}

}  // namespace

bool is_political(std::string_view code) {
  if (is_bare_country(code) || code.starts_with("IGO")) return true;
  static constexpr std::array<std::string_view, 8> kSectors = {"GOV", "MIL", "COP", "REB", "OPP", "LEG", "PTY", "SPY"};
  return std::ranges::find(kSectors, sector_of(code)) != kSectors.end();
}

void compile_topics(LexiconSource& source) {
  std::vector<TopicLexicon::WordRecord> words;
  std::string names;
  std::uint32_t topic = 0;
  for (const std::string& file : source.list_optional(kFolder)) {
    const Table table = source.read_lexicon(file);
    table.expect_sorted(source.faults());
    for (const Row& row : table.rows()) {
      std::uint32_t weight = 0;
      const std::string_view number = row.at(1).text;
      const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), weight);
      if (error != std::errc{} || end != number.data() + number.size() || weight < 1 || weight > 9) {
        table.fault(row, row.at(1), "expected a weight from 1 to 9, found '" + std::string(number) + "'", source.faults());
        continue;
      }
      words.push_back({hash_folded_word(folded(row.at(0).text)), topic, weight});
    }
    names += topic_of_file(file) + "\n";
    ++topic;
  }
  std::ranges::stable_sort(words, {}, &TopicLexicon::WordRecord::hash);
  source.out().add("event.topic.words", words);
  source.out().add_text("event.topic.names", names);
}

Result<TopicLexicon> TopicLexicon::open(const PackedFile& file) {
  TopicLexicon lexicon;
  auto words = file.array<WordRecord>("event.topic.words");
  if (!words) return std::unexpected(words.error());
  auto names = file.text("event.topic.names");
  if (!names) return std::unexpected(names.error());
  lexicon.words_ = *words;
  for (std::string_view rest = *names; !rest.empty();) {
    const std::size_t cut = std::min(rest.find('\n'), rest.size());
    lexicon.names_.emplace_back(rest.substr(0, cut));
    rest.remove_prefix(std::min(cut + 1, rest.size()));
  }
  if (std::ranges::any_of(lexicon.words_, [&](const WordRecord& word) { return word.topic >= lexicon.names_.size(); })) {
    return fail(ErrorCode::kFormat, "has a word of a topic that it does not name", file.name());
  }
  return lexicon;
}

const TopicLexicon::WordRecord* TopicLexicon::find(std::string_view folded_word) const {
  const std::uint64_t hash = hash_folded_word(folded_word);
  const auto found = std::ranges::lower_bound(words_, hash, {}, &WordRecord::hash);
  return found != words_.end() && found->hash == hash ? &*found : nullptr;
}

ArticleTopic read_topic(const Document& document, const TopicLexicon& lexicon) {
  std::vector<Tally> tallies(lexicon.topic_count());
  std::set<std::uint64_t> seen;
  const auto count = [&](const std::string& word) {
    const TopicLexicon::WordRecord* record = lexicon.find(word);
    if (record == nullptr || !seen.insert(record->hash).second) return;
    tallies[record->topic].weight += record->weight;
    if (tallies[record->topic].words.size() < kShownWords) tallies[record->topic].words.push_back(word);
  };
  std::string before;
  for (std::size_t i = 0; i < document.tokens.size(); ++i) {
    const Upos upos = document.tokens[i].upos;
    if (upos == Upos::kPunct) before.clear();
    if (upos != Upos::kNoun && upos != Upos::kPropn && upos != Upos::kAdj && upos != Upos::kVerb) continue;
    std::string lemma = folded(document.lemma(TokenIndex(i)));
    count(lemma);
    if (!before.empty()) count(before + "_" + lemma);
    before = std::move(lemma);
  }
  std::uint32_t politics = count_political_actors(document);
  std::uint32_t others = 0;
  const Tally* largest = nullptr;
  std::uint32_t topic = 0;
  for (std::uint32_t i = 0; i < tallies.size(); ++i) {
    if (lexicon.name(i) == kPolitics) {
      politics += tallies[i].weight;
      continue;
    }
    others += tallies[i].weight;
    if (largest == nullptr || tallies[i].weight > largest->weight) {
      largest = &tallies[i];
      topic = i;
    }
  }
  ArticleTopic result;
  for (std::uint32_t i = 0; i < tallies.size(); ++i) result.fiction = result.fiction || (lexicon.name(i) == kArts && tallies[i].weight >= kLeastEvidence);
  if (largest == nullptr || others < kLeastEvidence || others <= politics) return result;
  result.name = lexicon.name(topic);
  result.clear = others >= 2 * politics;
  for (const std::string& word : largest->words) result.evidence += (result.evidence.empty() ? "" : ", ") + word;
  return result;
}

}  // namespace bayhaqi
