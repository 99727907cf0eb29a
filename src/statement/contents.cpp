#include "statement/contents.h"

#include <algorithm>

#include "base/utf8.h"

namespace bayhaqi {

namespace {

bool is_stop(char c) { return c == ' ' || c == ',' || c == '.' || c == ';' || c == ':' || c == '-' || c == '\n' || c == '\r' || c == '\t'; }

bool is_dash_at_end(std::string_view text, std::uint32_t end) {
  return end >= 3 && (text.substr(end - 3, 3) == "\u2014" || text.substr(end - 3, 3) == "\u2013");
}

// Tokens that belong to the clause but not to what it says.
bool introduces(const Document& document, TokenIndex token, TokenIndex clause) {
  const Token& here = document.tokens[token.value];
  if (here.upos == Upos::kPunct) return document.form(token) != "\"" && document.form(token) != "\u201C";
  if (here.head != clause) return false;
  if (here.relation == Relation::kCc) return true;
  return here.relation == Relation::kMark && lowered(document.form(token)) == "that";
}

// A conjunct that says something of its own: "and that …" is another piece; "…, but others …" is no part of the report.
enum class Conjunct { kSame, kOwnPiece, kOutside };

Conjunct conjunct_kind(const Document& document, const Children& children, TokenIndex conjunct) {
  const TokenIndex mark = child(document, children, conjunct, Relation::kMark);
  if (mark && lowered(document.form(mark)) == "that") return Conjunct::kOwnPiece;
  const TokenIndex link = child(document, children, conjunct, Relation::kCc);
  const bool subject = child(document, children, conjunct, Relation::kNsubj) || child(document, children, conjunct, Relation::kNsubjPass);
  const bool comma = link && link.value > 0 && document.form(TokenIndex(link.value - 1U)) == ",";
  if (subject && comma && lowered(document.form(link)) == "but") return Conjunct::kOutside;
  return Conjunct::kSame;
}

// ", after troops rolled in", ", handing him a victory": told by the article, not by the speaker, where a comma parts it off.
bool is_aside(const Document& document, const Children& children, TokenIndex token, TokenIndex clause) {
  const Token& here = document.tokens[token.value];
  const TokenIndex as = child(document, children, token, Relation::kMark);  // "said …, as" or "said … as the two sides met"
  if (here.relation == Relation::kAdvcl && here.left_edge > clause && as && lowered(document.form(as)) == "as" && child(document, children, token, Relation::kNsubj)) return true;
  if (here.left_edge <= clause || here.left_edge.value == 0 || here.relation != Relation::kAdvcl) return false;
  const TokenIndex first = document.tokens[here.left_edge.value].upos == Upos::kPunct ? here.left_edge : TokenIndex(here.left_edge.value - 1U);
  if (document.form(first) != ",") return false;
  const TokenIndex mark = child(document, children, token, Relation::kMark);
  const std::string word = mark ? lowered(document.form(mark)) : std::string();
  if (word == "after" || word == "as" || word == "while") return true;
  return word.empty() && (here.morph.verb_form == VerbForm::kGer || here.morph.verb_form == VerbForm::kPart) && !child(document, children, token, Relation::kNsubj);
}

class Collector {
 public:
  Collector(const Document& document, const Children& children, TokenIndex without) : document_(document), children_(children), without_(without) {}

  std::vector<Span> run(TokenIndex clause) {
    take(clause, clause);
    std::vector<Span> pieces;
    for (auto& [root, tokens] : groups_) {
      std::ranges::sort(tokens);
      add_runs(root, tokens, pieces);
    }
    std::ranges::sort(pieces);
    return pieces;
  }

 private:
  void take(TokenIndex token, TokenIndex root) {
    group(root).push_back(token);
    for (const TokenIndex each : children_.of(token)) {
      if (each == without_ || (token == root && !without_ && is_aside(document_, children_, each, root))) continue;
      TokenIndex under = root;
      if (document_.tokens[each.value].relation == Relation::kConj && token == root) {
        const Conjunct kind = conjunct_kind(document_, children_, each);
        if (kind == Conjunct::kOutside) continue;
        if (kind == Conjunct::kOwnPiece) under = each;
      }
      take(each, under);
    }
  }

  std::vector<TokenIndex>& group(TokenIndex root) {
    for (auto& each : groups_) {
      if (each.first == root) return each.second;
    }
    groups_.emplace_back(root, std::vector<TokenIndex>{});
    return groups_.back().second;
  }

  // Tokens that follow each other make a run; a gap of one stop doesn't break it.
  void add_runs(TokenIndex root, const std::vector<TokenIndex>& tokens, std::vector<Span>& pieces) const {
    std::size_t first = 0;
    while (first < tokens.size()) {
      std::size_t last = first + 1;
      while (last < tokens.size() && gap_is_empty(tokens[last - 1], tokens[last])) ++last;
      std::size_t from = first;
      std::size_t to = last;
      while (from < to && introduces(document_, tokens[from], root)) ++from;
      while (to > from && document_.tokens[tokens[to - 1].value].upos == Upos::kPunct && !is_mark(tokens[to - 1])) --to;
      if (from < to) {
        const Span span = trimmed(document_.article.text, {document_.tokens[tokens[from].value].span.begin, document_.tokens[tokens[to - 1].value].span.end});
        if (!span.empty()) pieces.push_back(span);
      }
      first = last;
    }
  }

  [[nodiscard]] bool is_mark(TokenIndex token) const {
    const std::string_view form = document_.form(token);
    return form == "\"" || form == "\u201D" || form == "\u201C" || form == "''" || form == ")" || form == "%";
  }

  [[nodiscard]] bool gap_is_empty(TokenIndex before, TokenIndex after) const {
    for (std::uint32_t i = before.value + 1; i < after.value; ++i) {
      if (document_.tokens[i].upos != Upos::kPunct) return false;
    }
    return true;
  }

  const Document& document_;
  const Children& children_;
  TokenIndex without_;
  std::vector<std::pair<TokenIndex, std::vector<TokenIndex>>> groups_;
};

}  // namespace

Span trimmed(std::string_view text, Span span) {
  for (bool more = true; more;) {
    more = span.begin < span.end && is_stop(text[span.begin]);
    if (more) ++span.begin;
    else if (const std::string_view rest = text.substr(span.begin, span.size()); rest.size() > 3 && (rest.starts_with("\u2014 ") || rest.starts_with("\u2013 ") || rest.starts_with("\u2015 "))) {
      span.begin += 3;
      more = true;
    }
  }
  for (bool more = true; more;) {
    more = false;
    if (span.begin < span.end && is_stop(text[span.end - 1])) {
      const bool abbreviation = text[span.end - 1] == '.' && span.end - span.begin >= 2 && text.substr(span.begin, span.size()).find('.') < span.size() - 1 && span.end >= 4 && text[span.end - 3] == '.';
      if (!abbreviation) {
        --span.end;
        more = true;
      }
    }
    if (span.end - span.begin > 1 && text[span.end - 1] == '(') {
      --span.end;
      more = true;
    }
    if (span.end - span.begin > 3 && is_dash_at_end(text, span.end)) {
      span.end -= 3;
      more = true;
    }
  }
  return span;
}

std::vector<Span> clause_pieces(const Document& document, const Children& children, TokenIndex clause, TokenIndex without) {
  return Collector(document, children, without).run(clause);
}

const Quotation* quotation_at(const std::vector<Quotation>& quotations, std::uint32_t position) {
  const auto after = std::upper_bound(quotations.begin(), quotations.end(), position, [](std::uint32_t at, const Quotation& q) { return at < q.outside.begin; });
  if (after == quotations.begin()) return nullptr;
  const Quotation& found = *(after - 1);
  return position < found.outside.end ? &found : nullptr;
}

bool is_quoted(const std::vector<Quotation>& quotations, std::string_view text, Span span) {
  for (std::uint32_t at = span.begin; at < span.end; ++at) {
    if (is_stop(text[at])) continue;
    const Quotation* quotation = quotation_at(quotations, at);
    if (quotation == nullptr) return false;
    at = quotation->outside.end - 1;
  }
  return true;
}

bool touches_quotation(const std::vector<Quotation>& quotations, Span span) {
  return std::ranges::any_of(quotations, [&](const Quotation& q) { return q.outside.overlaps(span); });
}

}  // namespace bayhaqi
