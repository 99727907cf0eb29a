#include "lexicon_import/actor_dictionary.h"

#include <algorithm>

namespace bayhaqi {

namespace {

// What the dictionary files of the program use for themselves.
constexpr std::string_view kReserved = "|;*";

}  // namespace

std::string phrase_of(std::string_view written, bool& gap) {
  gap = false;
  std::string words;
  bool joined = true;
  bool parted = false;
  for (const char c : uppered(written)) {
    if (c == '_' || c == ' ' || c == '\t') {
      joined = joined || c == '_';
      parted = true;
      continue;
    }
    if (parted && !words.empty()) {
      gap = gap || !joined;
      words.push_back(' ');
    }
    parted = false;
    joined = false;
    words.push_back(c);
  }
  return words;
}

class ActorDictionary::Reader {
 public:
  Reader(ActorDictionary& out, const std::string& file, DictionaryFamily family, ImportReport& report) : out_(out), file_(file), family_(family), report_(report), first_(out.records_.size()) {}

  void read(std::string_view text) {
    const LineRules rules{.semicolons = family_ == DictionaryFamily::kTabari};
    for (const DictionaryLine& line : dictionary_lines(file_, text, rules, report_)) {
      const bool taken = read_line(line);
      ++(taken ? report_.imported : report_.skipped);
    }
    check_codes();
  }

 private:
  bool read_line(const DictionaryLine& line) {
    const std::size_t begin = line.text.find_first_not_of(" \t");
    if (line.text[begin] == '[') return read_codes(line, begin);
    if (line.text[begin] == '+') return read_synonym(line, begin + 1);
    return read_base(line, begin);
  }

  bool read_base(const DictionaryLine& line, std::size_t begin) {
    open_ = false;
    const std::size_t bracket = std::min(line.text.find('[', begin), line.text.size());
    const std::string words = name_at(line, begin, bracket);
    if (words.empty()) return false;
    record_ = static_cast<std::uint32_t>(out_.records_.size());
    out_.records_.push_back({words, file_, line.number, read_code_rules(file_, line, bracket, report_)});
    open_ = true;
    add(words);
    return true;
  }

  bool read_synonym(const DictionaryLine& line, std::size_t begin) {
    if (!expect_record(line, begin - 1)) return false;
    const std::size_t bracket = std::min(line.text.find('[', begin), line.text.size());
    const std::string words = name_at(line, begin, bracket);
    if (words.empty()) return false;
    if (bracket < line.text.size()) {
      report_.add(file_, line.number, line.column(bracket), "expected codes on lines of their own below the synonyms, found '" + line.text.substr(bracket) + "', which is left out");
    }
    add(words);
    return true;
  }

  bool read_codes(const DictionaryLine& line, std::size_t begin) {
    if (!expect_record(line, begin)) return false;
    auto rules = read_code_rules(file_, line, begin, report_);
    auto& all = out_.records_[record_].rules;
    all.insert(all.end(), rules.begin(), rules.end());
    return !rules.empty();
  }

  bool expect_record(const DictionaryLine& line, std::size_t at) {
    if (!open_) report_.add(file_, line.number, line.column(at), "expected a name before its synonyms and codes, found '" + line.text.substr(at) + "'");
    return open_;
  }

  // The phrase between two places of a line; empty, with a fault, if it can't be one.
  std::string name_at(const DictionaryLine& line, std::size_t begin, std::size_t end) {
    const std::string_view written = std::string_view(line.text).substr(begin, end - begin);
    bool gap = false;
    std::string words = phrase_of(written, gap);
    if (const std::size_t strange = words.find_first_of(kReserved); strange != std::string::npos) {
      report_.add(file_, line.number, line.column(begin), "expected a name without '" + words.substr(strange, 1) + "', found '" + std::string(without_blanks(written)) + "'");
      return {};
    }
    if (words.empty()) report_.add(file_, line.number, line.column(begin), "expected a name, found nothing");
    if (gap && family_ == DictionaryFamily::kPetrarch) {
      report_.add(file_, line.number, line.column(begin), "'" + words + "' lets other words stand between its own; taken as words side by side");
    }
    return words;
  }

  void add(const std::string& words) {
    const auto [place, fresh] = out_.by_words_.try_emplace(words, static_cast<std::uint32_t>(out_.phrases_.size()));
    if (fresh) out_.phrases_.push_back({words, {}});
    auto& records = out_.phrases_[place->second].records;
    if (records.empty() || records.back() != record_) records.push_back(record_);
  }

  // A record that lost all its codes, or never had one, is a name of nobody; say so.
  void check_codes() {
    for (std::size_t i = first_; i < out_.records_.size(); ++i) {
      const ActorRecord& record = out_.records_[i];
      if (record.rules.empty()) report_.add(file_, record.line, 1, "'" + record.root + "' has no code; taken as a name of nobody");
      for (const RuleOverlap& each : overlaps(record.rules)) {
        report_.add(file_, each.line, 1, "the dates of " + each.code + " overlap with those of " + each.other + " in line " + std::to_string(each.other_line) + "; the one that stands first counts");
      }
    }
  }

  ActorDictionary& out_;
  const std::string& file_;
  DictionaryFamily family_;
  ImportReport& report_;
  std::size_t first_;  // record of this file
  bool open_ = false;
  std::uint32_t record_ = 0;
};

void ActorDictionary::read(const std::string& file, std::string_view text, DictionaryFamily family, ImportReport& report) {
  Reader(*this, file, family, report).read(text);
}

const ActorPhrase* ActorDictionary::find(std::string_view words) const {
  const auto found = by_words_.find(std::string(words));
  return found == by_words_.end() ? nullptr : &phrases_[found->second];
}

std::vector<CodeRule> ActorDictionary::rules_of(const ActorPhrase& phrase) const {
  std::vector<CodeRule> rules;
  for (const std::uint32_t record : phrase.records) rules.insert(rules.end(), records_[record].rules.begin(), records_[record].rules.end());
  return rules;
}

}  // namespace bayhaqi
