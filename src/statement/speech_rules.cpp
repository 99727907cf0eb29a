#include "statement/speech_rules.h"

#include <algorithm>
#include <array>
#include <string>
#include <tuple>
#include <vector>

#include "base/utf8.h"
#include "lexicon/phrase_table.h"

namespace bayhaqi {

namespace {

constexpr std::array<std::string_view, 9> kStances = {"asserts", "denies", "demands", "promises", "warns", "asks", "doubts", "welcomes", "condemns"};

void read(LexiconSource& source, std::string_view name, bool noun, std::vector<SpeechRecord>& records, std::string& strings) {
  const Table table = source.read_lexicon(name);
  table.expect_sorted(source.faults());
  for (const Row& row : table.rows()) {
    SpeechRecord record;
    record.word = hash_folded_word(folded(row.at(0).text));
    record.noun = noun ? 1 : 0;
    record.line = row.line;
    record.file = source.file_number(table.name(row));
    const auto stance = std::find(kStances.begin(), kStances.end(), row.at(1).text);
    if (stance == kStances.end()) table.fault(row, row.at(1), "expected a stance (asserts, denies, demands, promises, warns, asks, doubts, welcomes, condemns), found '" + std::string(row.at(1).text) + "'", source.faults());
    else record.stance = static_cast<Stance>(stance - kStances.begin());
    record.to = static_cast<std::uint32_t>(strings.size());
    strings.append(row.at(2).text).push_back('\0');
    for (const Field& what : split_field(row.at(3), ' ')) {
      if (what.text == "clause") record.clause = 1;
      else if (what.text == "quote") record.quote = 1;
      else if (what.text == "object") record.object = 1;
      else if (what.text == "bare") record.bare = 1;
      else if (what.text == "thought") record.thought = 1;
      else if (what.text == "channel") record.channel = 1;
      else table.fault(row, what, "expected clause, quote, object, bare, thought or channel, found '" + std::string(what.text) + "'", source.faults());
    }
    records.push_back(record);
  }
}

}  // namespace

void compile_statements(LexiconSource& source) {
  std::vector<SpeechRecord> records;
  std::string strings(1, '\0');
  read(source, "speech/nouns.txt", true, records, strings);
  read(source, "speech/verbs.txt", false, records, strings);
  std::sort(records.begin(), records.end(), [](const SpeechRecord& a, const SpeechRecord& b) { return std::tie(a.word, a.noun) < std::tie(b.word, b.noun); });
  source.out().add("statement.records", records);
  source.out().add_text("statement.strings", strings);
}

Result<SpeechRules> SpeechRules::open(const PackedFile& file) {
  SpeechRules rules;
  auto records = file.array<SpeechRecord>("statement.records");
  if (!records) return std::unexpected(records.error());
  auto strings = file.text("statement.strings");
  if (!strings) return std::unexpected(strings.error());
  const bool inside = !strings->empty() && strings->back() == '\0' && std::ranges::all_of(*records, [&](const SpeechRecord& r) { return r.to < strings->size(); });
  if (!inside) return fail(ErrorCode::kFormat, "has a statement section that points outside itself", file.name());
  rules.records_ = *records;
  rules.strings_ = *strings;
  return rules;
}

const SpeechRecord* SpeechRules::find(std::string_view folded_lemma, bool noun) const {
  const std::uint64_t hash = hash_folded_word(folded_lemma);
  const auto found = std::lower_bound(records_.begin(), records_.end(), std::pair(hash, noun ? 1 : 0), [](const SpeechRecord& r, const auto& key) { return std::pair<std::uint64_t, int>(r.word, r.noun) < key; });
  return found != records_.end() && found->word == hash && (found->noun != 0) == noun ? &*found : nullptr;
}

}  // namespace bayhaqi
