#include "segment/segment.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/utf8.h"

namespace bayhaqi {

namespace {

constexpr std::array<std::string_view, 6> kClitics = {"'s", "'re", "'ve", "'ll", "'d", "'m"};

bool is_apostrophe(char32_t c) { return c == '\'' || c == 0x2019; }
bool is_single_quote(char32_t c) { return is_apostrophe(c) || c == 0x2018; }
bool is_quote(char32_t c) { return c == '"' || c == 0x201C || c == 0x201D || c == 0x201E || c == 0xAB || c == 0xBB || c == 0x2018 || is_apostrophe(c); }
bool is_closing(char32_t c) { return is_quote(c) || c == ')' || c == ']' || c == '}'; }
bool is_opening(char32_t c) { return is_quote(c) || c == '(' || c == '[' || c == '{'; }
bool is_word_letter(char32_t c) { return is_letter(c) || is_digit(c) || c == '_' || (c >= 0x300 && c < 0x370); }
bool repeats(char32_t c) { return c == '*' || c == '~' || c == '#' || c == '+' || c == '$' || c == '<' || c == '>' || c == '\\' || c == '/' || c == 0x2026; }
bool ends_sentence(char32_t c) { return c == '.' || c == '!' || c == '?'; }
bool rules_line(char32_t c) { return c == '-' || c == '='; }

class Tokenizer {
 public:
  Tokenizer(Document& document, const SegmentRules& rules) : document_(document), rules_(rules), text_(document.article.text) {}

  // All tokens of one paragraph.
  void paragraph(std::uint32_t begin, std::uint32_t end) {
    for (std::uint32_t i = begin; i < end;) {
      const CodePoint c = decode_utf8(text_, i);
      if (is_space(c.value)) {
        if (!document_.tokens.empty()) document_.tokens.back().space_after = true;
        i += c.size;
        continue;
      }
      i = one(i, end);
    }
  }

 private:
  [[nodiscard]] char32_t at(std::uint32_t i, std::uint32_t end) const { return i < end ? decode_utf8(text_, i).value : U' '; }

  void add(std::uint32_t begin, std::uint32_t end, bool continues = false) {
    Token token;
    token.span = {begin, end};
    token.space_after = false;
    token.continues_word = continues;
    document_.tokens.push_back(token);
  }

  std::uint32_t one(std::uint32_t i, std::uint32_t end) {
    if (const std::uint32_t stop = address(i, end); stop > i) {
      add(i, stop);
      return stop;
    }
    const CodePoint c = decode_utf8(text_, i);
    const bool opens = document_.tokens.empty() || document_.tokens.back().space_after;
    const bool number = (c.value == '.' || c.value == ',') && is_digit(at(i + 1, end)) && opens && !document_.tokens.empty();
    const bool tag = opens && (((c.value == '#' || c.value == '@') && is_letter(at(i + 1, end))) || (c.value == '+' && is_digit(at(i + 1, end))));  // "#election", "+44"
    if (is_word_letter(c.value) || number || tag) return word(i, end);
    std::uint32_t stop = i + c.size;
    if (const std::uint32_t face = emoticon(i, end); face > i) {
      add(i, face);
      return face;
    }
    const auto run = [&](bool (*same)(char32_t)) {
      while (same(c.value) && stop < end && same(at(stop, end))) ++stop;
    };
    run(ends_sentence);
    if (const auto dots = static_cast<std::uint32_t>(std::min<std::size_t>(text_.find_first_not_of('.', i), stop)); dots > i + 1) stop = dots;  // "...?" is two
    run(rules_line);
    while (repeats(c.value) && stop < end && at(stop, end) == c.value) stop += c.size;
    if (is_single_quote(c.value) && at(stop, end) != ' ' && is_single_quote(at(stop, end))) {  // two for one double
      stop += decode_utf8(text_, stop).size;
    } else if (is_apostrophe(c.value) && opens && is_digit(at(stop, end)) && is_digit(at(stop + 1, end)) && !is_word_letter(at(stop + 2, end))) {
      stop += 2;  // "'72"
    } else if (is_apostrophe(c.value) && stop < end && is_word_letter(at(stop, end))) {
      for (const std::string_view clitic : kClitics) {  // "'s" standing alone
        const std::uint32_t tail = static_cast<std::uint32_t>(clitic.size()) - 1;
        if (folded(text_.substr(stop, tail)) == clitic.substr(1) && !is_word_letter(at(stop + tail, end))) {
          add(i, stop + tail);
          return stop + tail;
        }
      }
    }
    add(i, stop);
    return stop;
  }

  // ":)", ";-)", ":(": the end of it; i if there is none.
  [[nodiscard]] std::uint32_t emoticon(std::uint32_t i, std::uint32_t end) const {
    const char32_t eyes = at(i, end);
    if (eyes != ':' && eyes != ';' && eyes != '=') return i;
    std::uint32_t mouth = i + 1;
    if (at(mouth, end) == '-' || at(mouth, end) == '^') ++mouth;
    const char32_t shape = at(mouth, end);
    const bool letter = shape == 'D' || shape == 'P' || shape == 'p';
    if (shape != ')' && shape != '(' && !letter) return i;
    return letter && is_word_letter(at(mouth + 1, end)) ? i : mouth + 1;
  }

  // "08/16/2000", "1/2", "303-832-8160" from the mark at j on: whether what follows the mark belongs to the number before it.
  [[nodiscard]] bool continues_number(std::uint32_t i, std::uint32_t j, std::uint32_t end) const {
    std::uint32_t before = j;
    while (before > i && text_[before - 1] >= '0' && text_[before - 1] <= '9') --before;
    std::uint32_t after = j + 1;
    while (after < end && text_[after] >= '0' && text_[after] <= '9') ++after;
    const std::uint32_t left = j - before;
    const std::uint32_t right = after - j - 1;
    if (left == 0 || right == 0 || is_letter(at(after, end))) return false;
    if (text_[j] == '/') return left <= 4 && right <= 4;
    const bool more = at(after, end) == '-' && is_digit(at(after + 1, end));
    return left <= 3 && (right == 4 || (right == 3 && more));  // telephone numbers, not "1990-1995"
  }

  // "said.The": a stop with the blank behind it left out.
  [[nodiscard]] bool ends_glued(std::uint32_t i, std::uint32_t j, std::uint32_t end) const {
    if (j - i < 3 || !is_upper(at(j + 1, end)) || !is_lower(at(j + 2, end))) return false;
    for (std::uint32_t k = i + 1; k < j; ++k) {
      if (text_[k] < 'a' || text_[k] > 'z') return false;
    }
    return true;
  }

  // A web or mail address up to its last character that is not punctuation.
  [[nodiscard]] std::uint32_t address(std::uint32_t i, std::uint32_t end) const {
    const std::string_view rest = text_.substr(i, std::min<std::uint32_t>(end - i, 400));
    const bool web = rest.starts_with("http://") || rest.starts_with("https://") || rest.starts_with("www.");
    std::uint32_t stop = i;
    bool mail = false;
    if (!web && !is_word_letter(at(i, end))) return i;
    while (stop < end && !is_space(at(stop, end)) && at(stop, end) != '<' && at(stop, end) != '>' && at(stop, end) != '"' && at(stop, end) < 0x2000) {
      if (!web && stop - i > 60) break;
      mail = mail || (at(stop, end) == '@' && stop > i);
      stop += decode_utf8(text_, stop).size;
    }
    if (!web && !mail) return i;
    while (stop > i && std::string_view(".,;:!?)]}'\"").find(text_[stop - 1]) != std::string_view::npos) --stop;
    return stop;
  }

  // "b/c", "Yahoo!": the end of a word that holds marks; i if none begins here.
  [[nodiscard]] std::uint32_t whole(std::uint32_t i, std::uint32_t end) const {
    std::uint32_t mark = i;
    while (mark < end && is_letter(at(mark, end))) mark += decode_utf8(text_, mark).size;
    if (mark == i || (at(mark, end) != '/' && at(mark, end) != '!')) return i;
    std::uint32_t stop = mark + 1;
    while (stop < end && is_letter(at(stop, end))) stop += decode_utf8(text_, stop).size;
    for (const std::uint32_t cut : {stop, mark + 1}) {
      if (rules_.is(folded(text_.substr(i, cut - i)), WordClass::kWhole)) return cut;
    }
    return i;
  }

  // "35mm", "5pm": the end of the number if a unit of measure is glued to it; i if not.
  [[nodiscard]] std::uint32_t number_with_unit(std::uint32_t i, std::uint32_t end) const {
    std::uint32_t unit = i;
    while (is_digit(at(unit, end)) || (unit > i && std::string_view(".,:").find(text_[std::min<std::size_t>(unit, text_.size() - 1)]) != std::string_view::npos && is_digit(at(unit + 1, end)))) ++unit;
    std::uint32_t stop = unit;
    while (stop < end && is_letter(at(stop, end))) stop += decode_utf8(text_, stop).size;
    if (unit == i || stop == unit || is_word_letter(at(stop, end)) || is_apostrophe(at(stop, end))) return i;
    return rules_.is(folded(text_.substr(unit, stop - unit)), WordClass::kUnit) ? unit : i;
  }

  std::uint32_t word(std::uint32_t i, std::uint32_t end) {
    if (is_digit(at(i, end))) {
      if (const std::uint32_t unit = number_with_unit(i, end); unit > i) {
        add(i, unit);
        return unit;
      }
    }
    if (const std::uint32_t stop = whole(i, end); stop > i) {
      add(i, stop);
      return stop;
    }
    std::uint32_t j = is_word_letter(at(i, end)) || at(i, end) == '.' || at(i, end) == ',' ? i : i + 1;
    while (j < end) {
      const CodePoint c = decode_utf8(text_, j);
      const char32_t next = at(j + c.size, end);
      const char32_t before = j > i ? char32_t{static_cast<unsigned char>(text_[j - 1])} : U' ';
      if (is_word_letter(c.value)) j += c.size;
      else if (is_apostrophe(c.value) && j > i && is_letter(next)) j += c.size;
      else if (c.value == '.' && is_word_letter(next) && !ends_glued(i, j, end)) ++j;
      else if ((c.value == '/' || c.value == '-') && is_digit(next) && j > i && continues_number(i, j, end)) ++j;
      else if ((c.value == ',' || c.value == ':') && before >= '0' && before <= '9' && is_digit(next)) ++j;
      else if (c.value == '&' && j > i && is_upper(next)) ++j;
      else if (c.value == '-' && j > i && is_word_letter(next) && (i == 0 || text_[i - 1] != '-') && rules_.is(folded(text_.substr(i, j - i)), WordClass::kPrefix)) ++j;
      else if (c.value == '$' && j > i && j - i <= 2 && is_upper(at(i, end)) && is_upper(before)) {  // "US$"
        ++j;
        break;
      } else {
        break;
      }
    }
    if (j == i) ++j;
    if (j < end && text_[j] == '.' && at(j + 1, end) != '.' && keeps_stop(text_.substr(i, j - i), j + 1, end)) ++j;
    split_clitic(i, j, end);
    return j;
  }

  // Whether the stop behind `word` belongs to it.
  [[nodiscard]] bool keeps_stop(std::string_view word, std::uint32_t after, std::uint32_t end) const {
    const std::string whole = std::string(word) + ".";
    for (const WordClass kind : {WordClass::kTitle, WordClass::kMonth, WordClass::kMayEnd}) {
      if (rules_.is(whole, kind)) return true;
    }
    std::uint32_t next = after;
    while (next < end && is_space(at(next, end))) ++next;
    if (rules_.is(whole, WordClass::kNumber)) return is_digit(at(next, end));
    if (rules_.is(whole, WordClass::kMid)) return next < end && !rules_.is(word_at(next, end), WordClass::kStarter);
    const bool letter = word.size() == 1 && is_upper(static_cast<unsigned char>(word[0]));
    if (letter) return word != "I" && next < end && !(after_small_word() && rules_.is(word_at(next, end), WordClass::kStarter));
    // "U.S", "J.P": letters with stops between
    bool initials = word.size() >= 3 && word.size() % 2 == 1;
    for (std::size_t i = 0; initials && i < word.size(); ++i) initials = i % 2 == 0 ? is_letter(static_cast<unsigned char>(word[i])) : word[i] == '.';
    return initials;
  }

  [[nodiscard]] std::string_view word_at(std::uint32_t i, std::uint32_t end) const {
    std::uint32_t stop = i;
    while (stop < end && is_word_letter(at(stop, end))) stop += decode_utf8(text_, stop).size;
    return text_.substr(i, stop - i);
  }

  // "plan B. The deal": what stands before the letter is no name.
  [[nodiscard]] bool after_small_word() const {
    if (document_.tokens.empty()) return false;
    const std::string_view word = document_.tokens.back().span.of(text_);
    return !word.empty() && std::ranges::all_of(word, [](char c) { return c >= 'a' && c <= 'z'; });
  }

  // Letters of the first of two words written as one; some are two only before certain words ("its a").
  [[nodiscard]] std::uint32_t contraction(const std::string& word, std::uint32_t after, std::uint32_t end) const {
    if (const std::size_t letters = rules_.cut(word); letters > 0) return static_cast<std::uint32_t>(letters);
    if (after >= end || at(after, end) != ' ') return 0;
    const std::string_view next = word_at(after + 1, end);
    if (next.empty() || at(after + 1 + static_cast<std::uint32_t>(next.size()), end) == '-') return 0;
    return static_cast<std::uint32_t>(rules_.cut(word + " " + folded(next)));
  }

  void split_clitic(std::uint32_t begin, std::uint32_t end, std::uint32_t last) {
    const std::string_view word = text_.substr(begin, end - begin);
    const std::string plain = folded(word);
    if (const std::uint32_t letters = contraction(plain, end, last); letters > 0 && plain.size() == word.size()) {
      add(begin, begin + letters);
      add(begin + letters, end, true);
      return;
    }
    const auto cut = [&](std::size_t letters_after) {
      // count code points from the end, as the apostrophe may take three bytes
      std::uint32_t position = end;
      for (std::size_t k = 0; k < letters_after && position > begin; ++k) {
        do --position;
        while (position > begin && !is_boundary(text_, position));
      }
      return position;
    };
    if (plain.ends_with("n't") && plain.size() > 3) {
      const std::uint32_t position = cut(3);
      add(begin, position);
      add(position, end, true);
      return;
    }
    const bool decade = plain.ends_with("0's") && plain.size() >= 4 && is_digit(static_cast<unsigned char>(plain.front()));  // "the 1980's"
    for (const std::string_view clitic : kClitics) {
      if (!decade && plain.size() > clitic.size() && plain.ends_with(clitic)) {
        const std::uint32_t position = cut(clitic.size());
        add(begin, position);
        add(position, end, true);
        return;
      }
    }
    add(begin, end);
  }

  Document& document_;
  const SegmentRules& rules_;
  std::string_view text_;
};

class SentenceSplitter {
 public:
  SentenceSplitter(Document& document, const SegmentRules& rules) : document_(document), rules_(rules), text_(document.article.text) {}

  // Cuts tokens first..last (one paragraph) into sentences.
  void paragraph(std::size_t first, std::size_t last, std::uint32_t number) {
    std::size_t begin = first;
    for (std::size_t i = first; i < last; ++i) {
      if (i < begin) continue;
      if (const std::size_t stop = end_at(begin, i, last); stop > i) {
        close(begin, stop, number);
        begin = stop;
      } else if (i + 1 - begin >= kLongestSentence) {
        const std::size_t cut = best_cut(begin, i + 1);
        close(begin, cut, number);
        begin = cut;
      }
    }
    if (begin < last) close(begin, last, number);
  }

 private:
  [[nodiscard]] std::string_view form(std::size_t i) const { return document_.tokens[i].span.of(text_); }
  [[nodiscard]] char32_t first_letter(std::size_t i) const { return decode_utf8(form(i), 0).value; }

  // If a sentence ends at token i: the token after its closing marks; else i.
  // A sentence begun in small letters is of a writer who begins all so.
  [[nodiscard]] std::size_t end_at(std::size_t begin, std::size_t i, std::size_t last) const {
    const std::string_view here = form(i);
    const bool stop = here == "." || here == "!" || here == "?" || here == "\u2026" || here.find_first_not_of(".!?") == std::string_view::npos;
    const bool abbreviation = !stop && here.size() > 1 && here.ends_with('.');
    if (!stop && !abbreviation) return i;
    std::size_t next = i + 1;
    while (next < last && is_closing(first_letter(next)) && form(next).size() <= 3 && !document_.tokens[next - 1].space_after) ++next;
    if (next >= last) return last;
    if (here == "." && (form(next) == "." || numbers_list(begin, i))) return i;
    if (!document_.tokens[next - 1].space_after && !(here == "." && next == i + 1 && glued(i))) return i;
    std::size_t word = next;
    while (word + 1 < last && is_opening(first_letter(word)) && form(word).size() <= 3) ++word;
    const char32_t letter = first_letter(word);
    if (is_lower(letter)) return word == next && begin + 1 < i && here.size() == 1 && is_lower(first_letter(begin)) ? next : i;
    if (!is_upper(letter) && !is_digit(letter) && word == next) {
      if (is_letter(letter)) return next;  // a script without case
      if (letter == '-' || letter == 0x2013 || letter == 0x2014) return i;
    }
    if (abbreviation) return ends_after_abbreviation(here, word) ? next : i;
    const bool ellipsis = here.starts_with("..") || here == "\u2026";
    if (ellipsis && !is_upper(letter)) return i;
    return next;
  }

  // "1. The army must leave.": a figure and its stop in front of what they number.
  [[nodiscard]] bool numbers_list(std::size_t begin, std::size_t stop) const {
    const std::string_view figure = form(begin);
    return stop == begin + 1 && !document_.tokens[begin].space_after && figure.size() <= 2 && std::ranges::all_of(figure, [](char c) { return c >= '0' && c <= '9'; });
  }

  // "said.The": small letters before the stop, a capital right behind it.
  [[nodiscard]] bool glued(std::size_t stop) const {
    if (stop == 0 || document_.tokens[stop - 1].space_after) return false;
    const std::string_view word = form(stop - 1);
    return word.size() >= 3 && std::ranges::all_of(word.substr(1), [](char c) { return c >= 'a' && c <= 'z'; }) && is_upper(first_letter(stop + 1));
  }

  [[nodiscard]] bool ends_after_abbreviation(std::string_view abbreviation, std::size_t next) const {
    if (rules_.is(abbreviation, WordClass::kTitle)) return false;
    const std::string_view follower = form(next);
    if (rules_.is(abbreviation, WordClass::kMonth) && is_digit(first_letter(next))) return false;
    if (abbreviation.size() == 2) return false;  // an initial
    return rules_.is(follower, WordClass::kStarter) && !is_digit(first_letter(next));
  }

  // Where to cut a row of tokens without an end: behind the last semicolon, dash or comma of its second half.
  [[nodiscard]] std::size_t best_cut(std::size_t begin, std::size_t end) const {
    for (const std::string_view mark : {";", "--", ",", ":"}) {
      for (std::size_t i = end; i-- > begin + (end - begin) / 2;) {
        if (form(i) == mark) return i + 1;
      }
    }
    return end;
  }

  void close(std::size_t first, std::size_t last, std::uint32_t paragraph) {
    Sentence sentence;
    sentence.first = TokenIndex(first);
    sentence.last = TokenIndex(last);
    sentence.span = {document_.tokens[first].span.begin, document_.tokens[last - 1].span.end};
    sentence.paragraph = paragraph;
    const SentenceIndex index(document_.sentences.size());
    for (std::size_t i = first; i < last; ++i) document_.tokens[i].sentence = index;
    document_.sentences.push_back(sentence);
  }

  Document& document_;
  const SegmentRules& rules_;
  std::string_view text_;
};

// Where a line break ends a sentence: always if the text has no blank lines, else only after closing punctuation.
bool breaks_sentence(std::string_view text, std::size_t newline, bool has_blank_lines) {
  if (!has_blank_lines) return true;
  std::size_t before = newline;
  while (before > 0 && (text[before - 1] == ' ' || text[before - 1] == '\r' || text[before - 1] == '\t')) --before;
  return before == 0 || std::string_view(".!?:\")").find(text[before - 1]) != std::string_view::npos || text.substr(0, before).ends_with("\u201D");
}

}  // namespace

void split_sentences(Document& document, const SegmentRules& rules) {
  const std::string_view text = document.article.text;
  Tokenizer tokenizer(document, rules);
  SentenceSplitter splitter(document, rules);
  const bool has_blank_lines = text.find("\n\n") != std::string_view::npos;
  std::uint32_t paragraph = 0;
  for (std::size_t begin = is_boundary(text, document.article.body) ? document.article.body : 0; begin < text.size();) {
    std::size_t end = begin;
    while (end < text.size()) {
      end = std::min(text.find('\n', end), text.size());
      if (end == text.size()) break;
      std::size_t next = end + 1;
      while (next < text.size() && (text[next] == ' ' || text[next] == '\t' || text[next] == '\r')) ++next;
      if ((next < text.size() && text[next] == '\n') || breaks_sentence(text, end, has_blank_lines)) break;
      end = next;
    }
    const std::size_t first = document.tokens.size();
    tokenizer.paragraph(static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end));
    if (document.tokens.size() > first) {
      document.tokens.back().space_after = true;
      splitter.paragraph(first, document.tokens.size(), paragraph++);
    }
    begin = end + 1;
  }
}

}  // namespace bayhaqi
