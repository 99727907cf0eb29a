#include "lexicon_import/verb_dictionary.h"

#include <algorithm>

#include "lexicon_import/dictionary_lines.h"

namespace bayhaqi {

namespace {

constexpr std::string_view kBlanks = " \t\r";
constexpr std::string_view kPatternsMarker = "####### VERB PATTERNS";

// The line of PETRARCH2's marker, behind which the verbs stand; 0: there is none.
std::uint32_t marker_line(std::string_view text) {
  const std::size_t found = text.find(kPatternsMarker);
  return found == std::string_view::npos ? 0 : static_cast<std::uint32_t>(std::ranges::count(text.substr(0, found), '\n') + 1);
}

class Reader {
 public:
  Reader(const std::string& file, VerbDialect dialect, ImportReport& report) : file_(file), report_(report) { dictionary_.dialect = dialect; }

  VerbDictionary read(std::string_view text) {
    marker_ = marker_line(text);
    if (dictionary_.dialect == VerbDialect::kTree) warn_of_markup(text);
    for (const DictionaryLine& line : dictionary_lines(file_, text, {true, true, true, true}, report_)) read_line(line);
    return std::move(dictionary_);
  }

 private:
  void read_line(const DictionaryLine& line) {
    line_ = line.number;
    const std::string cleaned = uppered(without_blanks(line.text));
    text_ = without_blanks(line.text);
    if (cleaned.starts_with("---")) read_heading(cleaned);
    else if (cleaned.starts_with("- ") || cleaned.starts_with("-\t")) read_pattern(std::string_view(cleaned).substr(1));
    else if (cleaned.front() == '~') dictionary_.combinations.push_back({line_, cleaned});
    else if (cleaned.front() == '&') read_synset(cleaned);
    else if (cleaned.front() == '+' && in_synset()) read_member(std::string_view(cleaned).substr(1));
    else read_verb(cleaned);
  }

  // There a line that starts with "<!" ends the patterns of the file.
  void warn_of_markup(std::string_view text) {
    const std::size_t found = text.find("\n<!");
    const std::size_t next = found == std::string_view::npos ? found : text.find("\n- ", found);
    if (next == std::string_view::npos) return;
    report_.add(file_, static_cast<std::uint32_t>(std::ranges::count(text.substr(0, found + 1), '\n') + 1), 1, "PETRARCH2 reads no pattern below a line with '<!'; those below it are carried over all the same");
  }

  // Before the marker "+X" belongs to a set, behind it, it is a verb; without one, what stands right below a set does.
  [[nodiscard]] bool in_synset() const { return in_synset_ && (marker_ == 0 || line_ < marker_); }

  void refuse(std::string reason) {
    report_.add(file_, line_, 1, std::move(reason) + ": " + std::string(text_));
    ++report_.skipped;
  }

  // Takes a trailing "[…]" off; whether there was one. The bar at the end of a heading may stand behind it.
  bool take_code(std::string_view& text, DictionaryCode& code) {
    const std::size_t open = text.find('[');
    if (open == std::string_view::npos) return false;
    const std::size_t close = std::min(text.find(']', open), text.size());
    code = read_code(text.substr(open + 1, close - open - 1));
    if (close == text.size()) {
      report_.add(file_, line_, 1, "expected ']' behind the code, found the end of the line: " + std::string(text_));
    } else if (const std::string_view rest = without_blanks(text.substr(close + 1)); rest.find_first_not_of("- \t") != std::string_view::npos) {
      report_.add(file_, line_, 1, "expected nothing behind the code, found '" + std::string(rest) + "', which is left out");
    }
    text = without_blanks(text.substr(0, open));
    return true;
  }

  void read_synset(std::string_view line) {
    in_synset_ = true;
    line.remove_prefix(1);
    line = without_blanks(line.substr(0, line.find('[')));
    while (line.ends_with('_')) line.remove_suffix(1);
    if (line.empty()) return refuse("a synonym set without a name");
    dictionary_.synsets.push_back({std::string(line), line_, {}});
  }

  void read_member(std::string_view line) {
    line = without_blanks(line.substr(0, line.find_first_of("[{")));
    while (line.ends_with('_')) line.remove_suffix(1);
    if (line.empty()) return refuse("a member without a word");
    dictionary_.synsets.back().members.emplace_back(line, line_);
  }

  void read_heading(std::string_view line) {
    in_synset_ = false;
    headings_ = true;
    VerbBlock block;
    block.line = line_;
    line.remove_prefix(3);
    take_code(line, block.code);
    while (line.ends_with('-') || line.ends_with(' ')) line.remove_suffix(1);
    block.name = without_blanks(line);
    dictionary_.blocks.push_back(std::move(block));
  }

  // Without headings (TABARI) each verb starts a block of its own, except those with "+", which go with the one before.
  void read_verb(std::string_view line) {
    if (line_ < marker_) return refuse("stands before the section of verbs, where only synonym sets may stand");
    in_synset_ = false;
    DictionaryVerb verb;
    verb.line = line_;
    verb.text = text_;
    verb.has_code = take_code(line, verb.code);
    const std::size_t brace = line.find('{');
    if (brace != std::string_view::npos) {
      read_forms(line.substr(brace + 1, std::min(line.find('}', brace), line.size()) - brace - 1), verb);
      line = without_blanks(line.substr(0, brace));
    }
    if (line.find(' ') != std::string_view::npos || line.find('\t') != std::string_view::npos) return refuse("a verb of several words needs '_' between them");
    const bool synonym = line.starts_with('+');
    if (!split_words(line, verb)) return refuse("a verb of several words needs '+' before the word that is the verb");
    if (!headings_ && (dictionary_.blocks.empty() || !synonym || line.find('_') != std::string_view::npos)) {
      VerbBlock block;
      block.name = verb.word;
      block.line = line_;
      dictionary_.blocks.push_back(std::move(block));
    }
    dictionary_.blocks.back().verbs.push_back(std::move(verb));
  }

  // "RE_+FLOAT", "+HAUL_AWAY", "TOW_" (the whole word).
  static bool split_words(std::string_view line, DictionaryVerb& verb) {
    while (line.ends_with('_')) line.remove_suffix(1);
    const std::size_t plus = line.find('+');
    if (plus == std::string_view::npos) {
      verb.word = line;
      return !line.empty() && line.find('_') == std::string_view::npos;
    }
    std::string_view before = line.substr(0, plus);
    while (before.ends_with('_')) before.remove_suffix(1);
    verb.before = before;
    std::string_view rest = line.substr(plus + 1);
    const std::size_t joint = std::min(rest.find('_'), rest.size());
    verb.word = rest.substr(0, joint);
    verb.after = joint < rest.size() ? rest.substr(joint + 1) : std::string_view{};
    return !verb.word.empty();
  }

  static void read_forms(std::string_view list, DictionaryVerb& verb) {
    while (!(list = without_blanks(list)).empty()) {
      const std::size_t end = std::min(list.find_first_of(kBlanks), list.size());
      verb.forms.emplace_back(list.substr(0, end));
      list.remove_prefix(end);
    }
  }

  void read_pattern(std::string_view line) {
    in_synset_ = false;
    if (dictionary_.blocks.empty()) return refuse("a pattern without a verb above it");
    DictionaryPattern pattern;
    pattern.line = line_;
    pattern.text = text_;
    if (!take_code(line, pattern.code)) {
      if (dictionary_.dialect == VerbDialect::kLinear) return refuse("a pattern without a code");
      report_.add(file_, line_, 1, "a pattern without a code makes no event: " + std::string(text_));
    }
    const std::size_t star = line.find('*');
    if (star == std::string_view::npos) return refuse("a pattern without '*'");
    if (line.find('*', star + 1) != std::string_view::npos) return refuse("a pattern with more than one '*'");
    pattern.left = without_blanks(line.substr(0, star));
    pattern.right = without_blanks(line.substr(star + 1));
    dictionary_.blocks.back().patterns.push_back(std::move(pattern));
  }

  VerbDictionary dictionary_;
  const std::string& file_;
  ImportReport& report_;
  std::string_view text_;
  std::uint32_t line_ = 0;
  std::uint32_t marker_ = 0;
  bool in_synset_ = false;
  bool headings_ = false;
};

}  // namespace

DictionaryCode read_code(std::string_view text) {
  DictionaryCode code;
  text = without_blanks(text);
  const std::size_t colon = text.find(':');
  code.first = without_blanks(text.substr(0, colon));
  code.pair = colon != std::string_view::npos;
  if (code.pair) code.second = without_blanks(text.substr(colon + 1));
  return code;
}

VerbDialect guess_dialect(std::string_view text) {
  if (text.find(kPatternsMarker) != std::string_view::npos || text.find("\n~ ") != std::string_view::npos) return VerbDialect::kTree;
  for (std::size_t begin = text.find("\n- "); begin != std::string_view::npos; begin = text.find("\n- ", begin + 1)) {
    const std::string_view line = text.substr(begin + 1, text.find_first_of("\n[", begin + 1) - begin - 1);
    if (line.find('(') != std::string_view::npos) return VerbDialect::kTree;
  }
  return VerbDialect::kLinear;
}

VerbDictionary read_verb_dictionary(const std::string& file, std::string_view text, VerbDialect dialect, ImportReport& report) {
  return Reader(file, dialect, report).read(text);
}

}  // namespace bayhaqi
