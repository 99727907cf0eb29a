#include "syntax/conllu.h"

#include <algorithm>
#include <charconv>
#include <vector>

#include "document/children.h"

namespace bayhaqi {

namespace {

std::vector<std::string_view> split(std::string_view line, char separator) {
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t cut = line.find(separator);
    parts.push_back(line.substr(0, cut));
    if (cut == std::string_view::npos) return parts;
    line.remove_prefix(cut + 1);
  }
}

std::string one_line(std::string_view text) {
  std::string line(text);
  std::ranges::replace_if(line, [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
  return line;
}

std::size_t columns(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

void pad(std::string& line, std::size_t width) {
  const std::size_t used = columns(line);
  if (used < width) line.append(width - used, ' ');
}

class Drawing {
 public:
  Drawing(const Document& document, SentenceIndex sentence) : document_(document), children_(document), sentence_(document.sentences[sentence.value]) {}

  std::string run() {
    if (sentence_.root) node(sentence_.root, "", "");
    return std::move(out_);
  }

 private:
  // Depth is bounded by the longest sentence.
  void node(TokenIndex at, const std::string& before, const std::string& below) {
    const Token& token = document_.tokens[at.value];
    std::string line = before + std::string(document_.form(at));
    pad(line, 44);
    out_ += line + " " + std::string(to_string(token.upos)) + " " + std::string(to_string(token.relation)) + "\n";
    const auto children = children_.of(at);
    for (std::size_t i = 0; i < children.size(); ++i) {
      const bool last = i + 1 == children.size();
      node(children[i], below + (last ? "\u2514\u2500 " : "\u251C\u2500 "), below + (last ? "   " : "\u2502  "));
    }
  }

  const Document& document_;
  Children children_;
  const Sentence& sentence_;
  std::string out_;
};

class Reader {
 public:
  Result<Document> run(std::string_view text) {
    std::size_t number = 0;
    while (!text.empty()) {
      const std::size_t end = std::min(text.find('\n'), text.size());
      std::string_view line = text.substr(0, end);
      text.remove_prefix(std::min(end + 1, text.size()));
      ++number;
      if (line.ends_with('\r')) line.remove_suffix(1);
      if (line.empty()) finish();
      else if (line.front() != '#' && !row(line)) return fail(ErrorCode::kFormat, "expected ten columns with a number first", "line " + std::to_string(number));
    }
    finish();
    document_.article.text = std::move(text_);
    return std::move(document_);
  }

 private:
  bool row(std::string_view line) {
    const auto columns = split(line, '\t');
    if (columns.size() < 10) return false;
    const std::string_view id = columns[0];
    if (id.find('.') != std::string_view::npos) return true;  // an empty node
    const bool space = columns[9].find("SpaceAfter=No") == std::string_view::npos;
    if (const std::size_t dash = id.find('-'); dash != std::string_view::npos) {
      int first = 0;
      int last = 0;
      std::from_chars(id.data(), id.data() + dash, first);
      std::from_chars(id.data() + dash + 1, id.data() + id.size(), last);
      joined_ = last - first + 1;
      space_after_joined_ = space;
      return true;
    }
    Token token;
    token.continues_word = joined_ > 0 && inside_ > 0;
    token.span.begin = static_cast<std::uint32_t>(text_.size());
    text_ += columns[1];
    token.span.end = static_cast<std::uint32_t>(text_.size());
    token.sentence = SentenceIndex(document_.sentences.size());
    token.space_after = space;
    if (joined_ > 0) {
      ++inside_;
      token.space_after = inside_ == joined_ && space_after_joined_;
      if (inside_ == joined_) joined_ = inside_ = 0;
    }
    document_.tokens.push_back(token);
    if (token.space_after) text_ += ' ';
    return true;
  }

  void finish() {
    if (first_ == document_.tokens.size()) return;
    Sentence sentence;
    sentence.first = TokenIndex(first_);
    sentence.last = TokenIndex(document_.tokens.size());
    sentence.span = {document_.tokens[first_].span.begin, document_.tokens.back().span.end};
    document_.sentences.push_back(sentence);
    first_ = document_.tokens.size();
    if (text_.empty() || text_.back() != ' ') text_ += ' ';
  }

  Document document_;
  std::string text_;
  std::size_t first_ = 0;
  int joined_ = 0;
  int inside_ = 0;
  bool space_after_joined_ = true;
};

}  // namespace

std::string write_conllu(const Document& document, SentenceIndex index) {
  const Sentence& sentence = document.sentences[index.value];
  std::string out = "# sent_id = " + std::to_string(index.value + 1) + "\n# text = " + one_line(document.words(sentence.span)) + "\n";
  const std::uint32_t first = sentence.first.value;
  for (std::uint32_t i = first; i < sentence.last.value; ++i) {
    const Token& token = document.tokens[i];
    const std::string misc = token.space_after || i + 1 == sentence.last.value ? "_" : "SpaceAfter=No";
    std::uint32_t end = i + 1;
    while (end < sentence.last.value && document.tokens[end].continues_word) ++end;
    if (!token.continues_word && end > i + 1) {
      const Token& last = document.tokens[end - 1];
      const std::string_view word = document.words({token.span.begin, last.span.end});
      out += std::to_string(i - first + 1) + "-" + std::to_string(end - first) + "\t" + std::string(word) + "\t_\t_\t_\t_\t_\t_\t_\t" + (last.space_after ? "_" : "SpaceAfter=No") + "\n";
    }
    const bool part = token.continues_word || end > i + 1;
    out += std::to_string(i - first + 1) + "\t" + std::string(document.form(TokenIndex(i))) + "\t" + std::string(document.lemma(TokenIndex(i))) + "\t" + std::string(to_string(token.upos)) + "\t_\t" + to_string(token.morph) + "\t" +
           std::to_string(token.head ? token.head.value - first + 1 : 0) + "\t" + std::string(to_string(token.relation)) + "\t_\t" + (part ? "_" : misc) + "\n";
  }
  return out + "\n";
}

std::string write_tree_table(const Document& document, SentenceIndex index) {
  const Sentence& sentence = document.sentences[index.value];
  std::string out;
  for (std::uint32_t i = sentence.first.value; i < sentence.last.value; ++i) {
    const Token& token = document.tokens[i];
    std::string line = std::to_string(i - sentence.first.value + 1);
    pad(line, 4);
    line += std::string(document.form(TokenIndex(i)));
    pad(line, 24);
    line += " " + std::string(document.lemma(TokenIndex(i)));
    pad(line, 44);
    line += " " + std::string(to_string(token.upos));
    pad(line, 51);
    line += std::to_string(token.head ? token.head.value - sentence.first.value + 1 : 0);
    pad(line, 55);
    line += std::string(to_string(token.relation));
    pad(line, 70);
    out += line + to_string(token.morph) + "\n";
  }
  return out + "\n";
}

std::string draw_tree(const Document& document, SentenceIndex sentence) { return Drawing(document, sentence).run(); }

Result<Document> read_conllu(std::string_view text) { return Reader().run(text); }

}  // namespace bayhaqi
