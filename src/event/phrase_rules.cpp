#include "event/phrase_rules.h"

#include <algorithm>

#include "base/utf8.h"

namespace bayhaqi {

namespace {

class Compiler {
 public:
  explicit Compiler(LexiconSource& source) : source_(source) {}

  void run() {
    for (const std::string& file : source_.list_optional("events/discards")) read_file(file, &Compiler::read_discard);
    for (const std::string& file : source_.list_optional("events/issues")) read_file(file, &Compiler::read_issue);
    phrases_.write(source_.out(), "event.phrases");
    source_.out().add("event.phrase_records", records_);
    source_.out().add_text("event.issues", names_);
  }

 private:
  using RowReader = void (Compiler::*)(const Table&, const Row&);

  void read_file(const std::string& file, RowReader read) {
    const Table table = source_.read_lexicon(file);
    table.expect_sorted(source_.faults());
    for (const Row& row : table.rows()) (this->*read)(table, row);
  }

  void read_discard(const Table& table, const Row& row) {
    const std::string_view what = row.at(1).text;
    if (what == "article") add(row, {PhraseEffect::kDropArticle, 0});
    else if (what == "sentence") add(row, {PhraseEffect::kDropSentence, 0});
    else table.fault(row, row.at(1), "expected article or sentence, found '" + std::string(what) + "'", source_.faults());
  }

  void read_issue(const Table& table, const Row& row) {
    const auto issues = split_field(row.at(1), ';');
    if (issues.empty()) table.fault(row, row.at(1), "expected an issue, '-' or '--', found nothing", source_.faults());
    for (const Field& issue : issues) {
      if (issue.text == "-") add(row, {PhraseEffect::kNoIssueInSentence, 0});
      else if (issue.text == "--") add(row, {PhraseEffect::kNoIssueInArticle, 0});
      else if (issue.text.empty()) table.fault(row, issue, "expected an issue, found nothing", source_.faults());
      else add(row, {PhraseEffect::kIssue, number_of(issue.text)});
    }
  }

  void add(const Row& row, PhraseRules::Record record) {
    phrases_.add(phrase_words(row.at(0).text), static_cast<std::uint32_t>(records_.size()));
    records_.push_back(record);
  }

  std::uint32_t number_of(std::string_view issue) {
    const auto [place, fresh] = numbers_.try_emplace(std::string(issue), static_cast<std::uint32_t>(numbers_.size()));
    if (fresh) names_ += std::string(issue) + "\n";
    return place->second;
  }

  LexiconSource& source_;
  PhraseTableBuilder phrases_;
  std::vector<PhraseRules::Record> records_;
  std::map<std::string, std::uint32_t> numbers_;
  std::string names_;
};

class Finder {
 public:
  Finder(const Document& document, const PhraseRules& rules) : document_(document), rules_(rules) {}

  PhraseReading run() {
    for (std::uint32_t i = 0; i < document_.sentences.size(); ++i) read_sentence(i);
    if (no_issues_) reading_.issues.clear();
    return std::move(reading_);
  }

 private:
  void read_sentence(std::uint32_t number) {
    const Sentence& sentence = document_.sentences[number];
    std::vector<std::uint64_t> hashes;
    for (std::uint32_t i = sentence.first.value; i < sentence.last.value; ++i) hashes.push_back(hash_folded_word(folded(document_.form(TokenIndex(i)))));
    no_issues_here_ = false;
    for (std::size_t i = 0; i < hashes.size(); ++i) read_from(sentence.first.value + static_cast<std::uint32_t>(i), std::span(hashes).subspan(i), number);
    if (no_issues_here_) reading_.issues.erase(number);
  }

  // Every discard that starts here counts; of the issues only those of the longest phrase.
  void read_from(std::uint32_t first, std::span<const std::uint64_t> hashes, std::uint32_t sentence) {
    std::uint32_t state = PhraseTable::kStart;
    std::span<const std::uint32_t> longest;
    for (std::uint32_t i = 0; i < hashes.size(); ++i) {
      state = rules_.phrases().next(state, hashes[i]);
      if (state == PhraseTable::kDead) break;
      const auto values = rules_.phrases().values(state);
      if (values.empty()) continue;
      longest = values;
      const Span words = {document_.tokens[first].span.begin, document_.tokens[first + i].span.end};
      for (const std::uint32_t value : values) drop(rules_.record(value), sentence, words);
    }
    for (const std::uint32_t value : longest) mark(rules_.record(value), sentence);
  }

  void drop(const PhraseRules::Record* record, std::uint32_t sentence, Span words) {
    if (record == nullptr) return;
    if (record->effect == PhraseEffect::kDropSentence) reading_.dropped.try_emplace(sentence, words);
    if (record->effect != PhraseEffect::kDropArticle || reading_.drops_article) return;
    reading_.drops_article = true;
    reading_.article_phrase = words;
  }

  void mark(const PhraseRules::Record* record, std::uint32_t sentence) {
    if (record == nullptr) return;
    if (record->effect == PhraseEffect::kIssue) reading_.issues[sentence].emplace(rules_.issue(*record));
    no_issues_here_ = no_issues_here_ || record->effect == PhraseEffect::kNoIssueInSentence;
    no_issues_ = no_issues_ || record->effect == PhraseEffect::kNoIssueInArticle;
  }

  const Document& document_;
  const PhraseRules& rules_;
  PhraseReading reading_;
  bool no_issues_here_ = false;  // in this sentence
  bool no_issues_ = false;
};

}  // namespace

void compile_phrase_rules(LexiconSource& source) { Compiler(source).run(); }

Result<PhraseRules> PhraseRules::open(const PackedFile& file) {
  PhraseRules rules;
  auto phrases = PhraseTable::open(file, "event.phrases");
  if (!phrases) return std::unexpected(phrases.error());
  auto records = file.array<Record>("event.phrase_records");
  if (!records) return std::unexpected(records.error());
  auto issues = file.text("event.issues");
  if (!issues) return std::unexpected(issues.error());
  rules.phrases_ = *phrases;
  rules.records_ = *records;
  for (std::string_view rest = *issues; !rest.empty();) {
    const std::size_t cut = std::min(rest.find('\n'), rest.size());
    rules.issues_.emplace_back(rest.substr(0, cut));
    rest.remove_prefix(std::min(cut + 1, rest.size()));
  }
  const bool sound = std::ranges::all_of(rules.records_, [&](const Record& record) {
    return record.effect <= PhraseEffect::kNoIssueInArticle && (record.effect != PhraseEffect::kIssue || record.issue < rules.issues_.size());
  });
  if (!sound) return fail(ErrorCode::kFormat, "has a phrase with an effect or issue that there is not", file.name());
  return rules;
}

PhraseReading read_phrases(const Document& document, const PhraseRules& rules) {
  if (rules.empty()) return {};
  return Finder(document, rules).run();
}

void add_issues(Event& event, const PhraseReading& reading) {
  const auto found = reading.issues.find(event.sentence.value);
  if (found == reading.issues.end()) return;
  for (const std::string& issue : found->second) {
    if (std::ranges::find(event.contexts, issue) == event.contexts.end()) event.contexts.push_back(issue);
  }
}

}  // namespace bayhaqi
