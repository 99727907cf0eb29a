#include "lexicon_import/import_phrases.h"

#include <algorithm>
#include <map>
#include <set>
#include <vector>

#include "base/utf8.h"
#include "lexicon_import/dictionary_lines.h"

namespace bayhaqi {

namespace {

// One blank between words, small letters; "_" at the end says "whole word", which all our words are.
std::string plain_phrase(std::string_view text) {
  std::string out;
  for (const char c : folded(text)) {
    const bool blank = c == ' ' || c == '\t' || c == '_';
    if (!blank) out += c;
    else if (!out.empty() && out.back() != ' ') out += ' ';
  }
  while (out.ends_with(' ')) out.pop_back();
  return out;
}

bool can_be_written(std::string_view phrase) { return !phrase.empty() && phrase.front() != '#' && phrase.find_first_of("|;") == std::string_view::npos; }

class DiscardReader {
 public:
  DiscardReader(const std::string& file, DictionaryFamily family, ImportReport& report) : file_(file), family_(family), report_(report) {}

  std::string read(std::string_view text) {
    for (const DictionaryLine& line : dictionary_lines(file_, text, {.semicolons = family_ == DictionaryFamily::kTabari}, report_)) read_line(line);
    std::string out;
    for (const auto& [phrase, story] : phrases_) out += phrase + (story ? " | article\n" : " | sentence\n");
    return out;
  }

 private:
  void read_line(const DictionaryLine& line) {
    std::string_view rest = without_blanks(line.text);
    const bool story = rest.starts_with('+');
    if (story) rest.remove_prefix(1);
    const std::size_t bracket = std::min(rest.find('['), rest.size());
    const std::string phrase = plain_phrase(rest.substr(0, bracket));
    if (!can_be_written(phrase)) {
      report_.add(file_, line.number, 1, "not carried over: expected a phrase, found '" + std::string(rest) + "'");
      ++report_.skipped;
      return;
    }
    ++report_.imported;
    if (bracket < rest.size()) report_.add(file_, line.number, line.column(bracket), "carried over, but what stands in brackets behind a discard means nothing");
    const auto [place, fresh] = phrases_.try_emplace(phrase, story);
    if (fresh) return;
    if (place->second != story) report_.add(file_, line.number, 1, "carried over, but it is there already; the one that drops the story counts");
    place->second = place->second || story;
  }

  const std::string& file_;
  DictionaryFamily family_;
  ImportReport& report_;
  std::map<std::string, bool> phrases_;  // true: drops the story
};

std::string plural(const std::string& noun) { return noun.ends_with('y') ? noun.substr(0, noun.size() - 1) + "ies" : noun + "s"; }

std::vector<std::string> verb_forms(const std::string& verb) { return {verb, verb + "s", verb + (verb.ends_with('e') ? "d" : "ed"), (verb.ends_with('e') ? verb.substr(0, verb.size() - 1) : verb) + "ing"}; }

// "n:flood gate", "deep+sea port": all the phrases that are meant.
std::vector<std::string> spellings(std::string_view text) {
  std::vector<std::string> all = {""};
  for (std::size_t at = text.find_first_not_of(" \t_"); at != std::string_view::npos; at = text.find_first_not_of(" \t_", at)) {
    const std::size_t end = std::min(text.find_first_of(" \t_", at), text.size());
    std::string word = folded(text.substr(at, end - at));
    at = end;
    std::vector<std::string> words;
    if (word.starts_with("n:")) words = {word.substr(2), plural(word.substr(2))};
    else if (word.starts_with("v:")) words = verb_forms(word.substr(2));
    else words = {word};
    std::vector<std::string> longer;
    for (const std::string& before : all) {
      for (const std::string& each : words) {
        for (const char joint : {' ', '-'}) {
          std::string spelt = each;
          std::ranges::replace(spelt, '+', joint);
          longer.push_back(before + (before.empty() ? "" : " ") + spelt);
          if (each.find('+') == std::string::npos) break;
        }
      }
    }
    all = std::move(longer);
  }
  return all;
}

class IssueReader {
 public:
  IssueReader(const std::string& file, ImportReport& report) : file_(file), report_(report) {}

  std::string read(std::string_view text) {
    for (const DictionaryLine& line : dictionary_lines(file_, text, {true, true, true, false}, report_)) read_line(line);
    std::string out;
    for (const auto& [phrase, issues] : phrases_) {
      std::string list;
      for (const std::string& each : issues) list += (list.empty() ? "" : "; ") + each;
      out += phrase + " | " + list + "\n";
    }
    return out;
  }

 private:
  void read_line(const DictionaryLine& line) {
    std::string_view rest = without_blanks(line.text);
    if (rest.starts_with('<')) {
      ++report_.imported;  // <ISSUE …>, </ISSUE>: the phrases carry their codes themselves
      return;
    }
    std::string issue;
    if (rest.starts_with("~~")) issue = "--";
    else if (rest.starts_with('~')) issue = "-";
    rest.remove_prefix(issue.size());
    const std::size_t open = rest.find('[');
    if (issue.empty() && open == std::string_view::npos) return refuse(line, "not carried over: expected a code in brackets behind the phrase, found none");
    if (issue.empty()) issue = uppered(without_blanks(rest.substr(open + 1, std::min(rest.find(']', open), rest.size()) - open - 1)));
    if (issue.empty() || issue.find_first_of("|;") != std::string::npos) return refuse(line, "not carried over: expected a code in brackets behind the phrase, found '" + issue + "'");
    const std::vector<std::string> all = spellings(rest.substr(0, open));
    if (!can_be_written(all.front())) return refuse(line, "not carried over: expected a phrase, found '" + std::string(rest) + "'");
    for (const std::string& phrase : all) phrases_[phrase].insert(issue);
    ++report_.imported;
  }

  void refuse(const DictionaryLine& line, std::string why) {
    report_.add(file_, line.number, 1, std::move(why));
    ++report_.skipped;
  }

  const std::string& file_;
  ImportReport& report_;
  std::map<std::string, std::set<std::string>> phrases_;
};

}  // namespace

std::string import_discards(const std::string& file, std::string_view text, DictionaryFamily family, ImportReport& report) { return DiscardReader(file, family, report).read(text); }
std::string import_issues(const std::string& file, std::string_view text, ImportReport& report) { return IssueReader(file, report).read(text); }

}  // namespace bayhaqi
