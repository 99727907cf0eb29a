#include "lexicon_import/pattern_phrases.h"

#include "base/utf8.h"

namespace bayhaqi {

namespace {

struct Item {
  std::string text;
  bool joined = false;  // to the one before
};

bool is_placeholder(std::string_view text) { return text.size() == 1 && std::string_view("+$^%").find(text.front()) != std::string_view::npos; }

// Characters that mean something in our own lines can't stand in a word of them.
bool can_be_written(std::string_view text) { return is_placeholder(text) || text.find_first_of("|;,=~%@$*+!\"") == std::string_view::npos; }

std::string odd_word(std::string_view text) { return "'" + std::string(text) + "' holds a character that our lines use otherwise"; }

// Blanks and "_" separate; a set's name may hold "_".
std::vector<Item> split_items(std::string_view side, const PatternWords& words) {
  std::vector<Item> items;
  for (std::size_t at = side.find_first_not_of(" \t"); at != std::string_view::npos; at = side.find_first_not_of(" \t", at)) {
    const std::size_t end = std::min(side.find_first_of(" \t", at), side.size());
    std::string_view token = side.substr(at, end - at);
    at = end;
    bool joined = false;
    while (token.starts_with('_')) {
      joined = !items.empty();
      token.remove_prefix(1);
    }
    while (!token.empty()) {
      std::size_t cut = std::min(token.find('_'), token.size());
      if (token.front() == '&') {  // the longest name that is known
        for (std::size_t longer = token.size(); longer > cut; longer = token.rfind('_', longer - 1)) {
          if (!words.synsets.contains(std::string(token.substr(1, longer - 1)))) continue;
          cut = longer;
          break;
        }
      }
      if (cut > 0) items.push_back({std::string(token.substr(0, cut)), joined});
      token.remove_prefix(std::min(cut + 1, token.size()));
      joined = true;
    }
  }
  return items;
}

class LinearReader {
 public:
  LinearReader(bool right, const PatternWords& words) : right_(right), words_(words) {}

  PatternPhrases read(std::string_view side) {
    if (side.find_first_of("{}") != std::string_view::npos) return std::unexpected("a choice in braces, which PETRARCH skips too");
    if (side.find_first_of("()") != std::string_view::npos) return std::unexpected("parentheses in a pattern of words in a row");
    for (const Item& item : split_items(side, words_)) {
      if (item.text.front() == '&' && !words_.synsets.contains(item.text.substr(1))) return std::unexpected("the set " + item.text + " is not defined");
      if (!can_be_written(item.text)) return std::unexpected(odd_word(item.text));
      add(item);
    }
    return std::move(phrases_);
  }

 private:
  void add(const Item& item) {
    if (words_.auxiliary_sets != nullptr && item.text.starts_with('&') && words_.auxiliary_sets->contains(item.text.substr(1))) return start(WordClass::kAuxiliary, item.text);
    const std::string word = folded(item.text);
    if (word == "that") {
      clause_ = true;
      return;
    }
    const WordClass kind = is_placeholder(item.text) ? WordClass::kContent : words_.functions.of(word);
    const bool first = right_ && phrases_.empty();
    switch (kind) {
      case WordClass::kArticle: return;
      case WordClass::kAuxiliary: case WordClass::kBe: case WordClass::kNegation: return start(kind, word);
      case WordClass::kParticle:
        if (right_) return start(kind, word);
        return add_word(item);
      case WordClass::kEither:
        start(first ? kind : WordClass::kContent, {});
        phrases_.back().preposition = word;
        return;
      case WordClass::kPreposition:
        start(WordClass::kContent, {});
        phrases_.back().preposition = word;
        return;
      case WordClass::kContent: break;
    }
    if (is_placeholder(item.text)) add_placeholder(item.text.front());
    else add_word(item);
  }

  void start(WordClass kind, const std::string& word) {
    PatternPhrase phrase;
    phrase.kind = kind;
    if (!word.empty()) phrase.words.push_back(word);
    phrase.clause = clause_;
    clause_ = false;
    phrases_.push_back(std::move(phrase));
  }

  // Whether the last phrase is a preposition that waits for what it governs, or an unfinished noun phrase.
  [[nodiscard]] bool waits() const {
    if (phrases_.empty() || clause_) return false;
    const PatternPhrase& last = phrases_.back();
    return (last.kind == WordClass::kContent || last.kind == WordClass::kEither) && last.placeholder == 0;
  }
  [[nodiscard]] bool waits_bare() const { return waits() && !phrases_.back().preposition.empty() && phrases_.back().words.empty(); }

  void add_word(const Item& item) {
    if (!waits()) start(WordClass::kContent, {});
    PatternPhrase& phrase = phrases_.back();
    if (!phrase.words.empty() && !item.joined) phrase.open = true;
    phrase.words.push_back(item.text);
  }

  void add_placeholder(char which) {
    if (!waits_bare()) start(WordClass::kContent, {});
    phrases_.back().placeholder = which;
  }

  bool right_;
  const PatternWords& words_;
  std::vector<PatternPhrase> phrases_;
  bool clause_ = false;
};

// Braces hold one noun phrase, parentheses a preposition with what it governs; any other word is a noun phrase by itself.
class TreeReader {
 public:
  TreeReader(bool right, const PatternWords& words) : right_(right), words_(words) {}

  PatternPhrases read(std::string_view side) {
    std::string spaced;
    for (const char c : side) {
      if (c == '(' || c == ')' || c == '{' || c == '}') spaced += std::string(" ") + c + " ";
      else spaced += c == '_' ? ' ' : c;
    }
    for (const Item& item : split_items(spaced, words_)) {
      if (std::string reason = add(item.text); !reason.empty()) return std::unexpected(std::move(reason));
    }
    if (depth_ != 0 || brace_) return std::unexpected("a parenthesis or brace that is not closed");
    return std::move(phrases_);
  }

 private:
  std::string add(const std::string& text) {
    if (text == "(") {
      ++depth_;
      opened_ = true;
    } else if (text == ")") {
      if (depth_-- == 0) return "a closing parenthesis without an opening one";
      inside_ = false;
    } else if (text == "{") {
      brace_ = true;
      if (!inside_) phrases_.emplace_back();
    } else if (text == "}") {
      if (!brace_) return "a closing brace without an opening one";
      brace_ = inside_ = false;
    } else if (is_placeholder(text) && text != "^") {
      return "the placeholder " + text + ", which PETRARCH2 never matches";
    } else if (!can_be_written(text)) {
      return odd_word(text);
    } else if (text.front() == '&' && !words_.synsets.contains(text.substr(1))) {
      return "the set " + text + " is not defined";
    } else {
      add_word(text);
    }
    return {};
  }

  void add_word(const std::string& text) {
    const std::string word = folded(text);
    if (opened_) {
      opened_ = false;
      phrases_.emplace_back();
      phrases_.back().preposition = word;
      inside_ = true;
    } else if (brace_ || inside_) {
      if (text == "^") phrases_.back().placeholder = '^';
      else phrases_.back().words.push_back(text);
      if (inside_ && !brace_) inside_ = false;
    } else {
      PatternPhrase phrase;
      const WordClass kind = words_.functions.of(word);
      if (text == "^") phrase.placeholder = '^';
      else phrase.words.push_back(text);
      if (right_ && (kind == WordClass::kParticle || kind == WordClass::kEither)) phrase.kind = WordClass::kParticle, phrase.words = {word};
      phrases_.push_back(std::move(phrase));
    }
  }

  bool right_;
  const PatternWords& words_;
  std::vector<PatternPhrase> phrases_;
  int depth_ = 0;
  bool opened_ = false;  // "(" was just read: a preposition comes
  bool inside_ = false;  // the next noun phrase belongs to that preposition
  bool brace_ = false;
};

}  // namespace

PatternPhrases read_linear_phrases(std::string_view side, bool right, const PatternWords& words) { return LinearReader(right, words).read(side); }
PatternPhrases read_tree_phrases(std::string_view side, bool right, const PatternWords& words) { return TreeReader(right, words).read(side); }

}  // namespace bayhaqi
