#include "time/time_rules.h"

#include <string>
#include <unordered_map>
#include <vector>

namespace bayhaqi {

void compile_times(LexiconSource& source) {
  const Table table = source.read_lexicon("time/words.txt");
  PhraseTableBuilder words;
  std::vector<TimeWordRecord> records;
  std::string strings(1, '\0');
  std::unordered_map<std::string, std::uint32_t> offsets;
  const auto put = [&](std::string_view text) {
    const auto [place, fresh] = offsets.try_emplace(std::string(text), static_cast<std::uint32_t>(strings.size()));
    if (fresh) strings.append(text).push_back('\0');
    return place->second;
  };
  for (const Row& row : table.rows()) {
    if (row.at(1).text.empty()) table.fault(row, row.at(1), "expected a class of time word, found nothing", source.faults());
    words.add(phrase_words(row.at(0).text), static_cast<std::uint32_t>(records.size()));
    records.push_back({put(row.at(1).text), put(row.at(2).text), row.line, source.file_number(table.name(row))});
  }
  words.write(source.out(), "time.words");
  source.out().add("time.records", records);
  source.out().add_text("time.strings", strings);
}

Result<TimeRules> TimeRules::open(const PackedFile& file) {
  TimeRules rules;
  auto words = PhraseTable::open(file, "time.words");
  if (!words) return std::unexpected(words.error());
  auto records = file.array<TimeWordRecord>("time.records");
  if (!records) return std::unexpected(records.error());
  auto strings = file.text("time.strings");
  if (!strings) return std::unexpected(strings.error());
  rules.words_ = *words;
  rules.records_ = *records;
  rules.strings_ = *strings;
  for (const TimeWordRecord& record : *records) {
    if (record.kind >= strings->size() || record.value >= strings->size() || strings->back() != '\0') return fail(ErrorCode::kFormat, "has a time section that points outside itself", file.name());
  }
  return rules;
}

}  // namespace bayhaqi
