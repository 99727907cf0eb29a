#include "lexicon_import/entries.h"

#include <algorithm>
#include <map>
#include <unordered_set>

#include "base/civil_date.h"
#include "lexicon_import/written_name.h"

namespace bayhaqi {

namespace {

std::string own_code(std::string_view code) { return code == kNullCode || code == kDiscardCode ? "-" : std::string(code); }

std::string dates_of(const CodeSpan& span) {
  const std::string first = span.first == kFirstDay ? "" : to_iso(civil_from_days(span.first));
  const std::string last = span.last == kLastDay ? "" : to_iso(civil_from_days(span.last));
  return first + ".." + last;
}

// Neighbours that differ only between "---" and "###" are the same here.
std::vector<CodeSpan> own_spans(const std::vector<CodeSpan>& spans) {
  std::vector<CodeSpan> own;
  for (const CodeSpan& span : spans) {
    const std::string code = own_code(span.code);
    if (!own.empty() && own.back().code == code) own.back().last = span.last;
    else own.push_back({code, span.first, span.last});
  }
  return own;
}

// The code that is written without dates: what holds before the first change and after the last, else nobody.
std::string default_of(const std::vector<CodeSpan>& spans) {
  return spans.front().code == spans.back().code ? spans.front().code : std::string("-");
}

}  // namespace

std::string offices_of(const std::vector<CodeSpan>& all) {
  const std::vector<CodeSpan> spans = own_spans(all);
  const std::string rest = default_of(spans);
  std::string out;
  for (const CodeSpan& span : spans) {
    if (span.code == rest) continue;
    if (!out.empty()) out += "; ";
    out += span.code + " " + dates_of(span);
  }
  const bool needed = std::ranges::any_of(spans, [&](const CodeSpan& span) { return span.code == rest; });
  if (needed) out += (out.empty() ? "" : "; ") + rest;
  return out;
}

std::vector<ActorEntry> make_entries(const ActorDictionary& actors, DateReading reading) {
  std::map<std::vector<std::uint32_t>, std::size_t> groups;
  std::vector<std::vector<std::string>> names;  // in capitals, by entry
  std::vector<ActorEntry> entries;
  for (const ActorPhrase& phrase : actors.phrases()) {
    const auto [place, fresh] = groups.try_emplace(phrase.records, entries.size());
    if (fresh) {
      const ActorRecord& record = actors.records()[phrase.records.front()];
      const auto spans = code_spans(actors.rules_of(phrase), reading);
      ActorEntry entry;
      entry.offices = offices_of(spans);
      entry.file = record.file;
      entry.source = record.file + ":" + std::to_string(record.line);
      if (spans.size() == 1) entry.only_code = spans.front().code;
      entries.push_back(std::move(entry));
      names.emplace_back();
    }
    names[place->second].push_back(phrase.words);
  }
  std::unordered_set<std::string> keys;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    for (const std::string& words : names[i]) entries[i].names.push_back(written_name(words, names[i]));
    const std::string key = key_of_name(entries[i].names.front());
    entries[i].key = key;
    for (int n = 2; !keys.insert(entries[i].key).second; ++n) entries[i].key = key + "_" + std::to_string(n);
  }
  return entries;
}

std::string entry_line(const ActorEntry& entry) {
  std::string names;
  for (const std::string& name : entry.names) names += (names.empty() ? "" : "; ") + name;
  return entry.key + " | " + entry.kind + " | " + names + " | " + entry.offices + " |" + (entry.wikidata.empty() ? "" : " " + entry.wikidata);
}

}  // namespace bayhaqi
