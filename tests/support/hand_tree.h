// Layers built by hand: a document out of a short notation, so that a rule can be tested without the model.
// Notation: one token "form/UPOS/relation:head", blanks between tokens, heads counted from 1 within the sentence, 0 for the
// root; a line break starts the next sentence. After the relation may follow "/lemma" and "/Feature=Value|…". A form with '~'
// in front is written to the one before it: "Iran/PROPN/nmod:poss:3 ~'s/PART/case:1 army/NOUN/root:0".
// The lemma is the form in small letters unless it is given.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.h"
#include "bayhaqi/document.h"

namespace bayhaqi::testing_support {

inline std::vector<std::string> pieces_of(std::string_view text, char separator) {
  std::vector<std::string> pieces;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(separator, begin), text.size());
    if (end > begin) pieces.emplace_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return pieces;
}

inline void add_hand_token(Document& document, std::string_view written, std::size_t first) {
  auto parts = pieces_of(written, '/');
  ASSERT_GE(parts.size(), 3U) << written;
  const bool joined = parts[0].starts_with('~');
  if (joined) parts[0].erase(0, 1);
  std::string& text = document.article.text;
  if (joined && !document.tokens.empty()) document.tokens.back().space_after = false;
  else if (!text.empty()) text += document.tokens.size() == first ? "\n\n" : " ";
  Token token;
  token.span = {static_cast<std::uint32_t>(text.size()), static_cast<std::uint32_t>(text.size() + parts[0].size())};
  text += parts[0];
  const std::size_t colon = parts[2].rfind(':');
  const auto upos = parse_upos(parts[1]);
  const auto relation = parse_relation(parts[2].substr(0, colon));
  ASSERT_TRUE(upos && relation && colon != std::string::npos) << written;
  token.upos = *upos;
  token.relation = *relation;
  const int head = std::atoi(parts[2].c_str() + colon + 1);
  if (head > 0) token.head = TokenIndex(first + static_cast<std::size_t>(head) - 1);
  const std::string lemma = parts.size() > 3 ? parts[3] : lowered(parts[0]);
  token.lemma = {static_cast<std::uint32_t>(document.lemma_text.size()), static_cast<std::uint32_t>(document.lemma_text.size() + lemma.size())};
  document.lemma_text += lemma;
  if (parts.size() > 4) token.morph = parse_morph(parts[4]);
  token.sentence = SentenceIndex(document.sentences.size());
  document.tokens.push_back(token);
}

// Edges of the subtrees from the heads, by plain repetition.
inline void set_edges(Document& document, std::size_t first) {
  auto& tokens = document.tokens;
  for (std::size_t i = first; i < tokens.size(); ++i) tokens[i].left_edge = tokens[i].right_edge = TokenIndex(i);
  for (std::size_t round = first; round < tokens.size(); ++round) {
    for (std::size_t i = first; i < tokens.size(); ++i) {
      if (!tokens[i].head) continue;
      Token& head = tokens[tokens[i].head.value];
      head.left_edge = std::min(head.left_edge, tokens[i].left_edge);
      head.right_edge = std::max(head.right_edge, tokens[i].right_edge);
    }
  }
}

inline Document hand_tree(std::string_view notation) {
  Document document;
  for (const std::string& line : pieces_of(notation, '\n')) {
    const std::size_t first = document.tokens.size();
    for (const std::string& token : pieces_of(line, ' ')) add_hand_token(document, token, first);
    if (document.tokens.size() == first) continue;
    set_edges(document, first);
    Sentence sentence;
    sentence.first = TokenIndex(first);
    sentence.last = TokenIndex(document.tokens.size());
    sentence.span = {document.tokens[first].span.begin, document.tokens.back().span.end};
    sentence.paragraph = static_cast<std::uint32_t>(document.sentences.size());
    for (std::size_t i = first; i < document.tokens.size(); ++i) {
      if (!document.tokens[i].head) sentence.root = TokenIndex(i);
    }
    document.sentences.push_back(sentence);
  }
  return document;
}

// A sentence of words without a tree: all of them hang on the first.
inline Document plain_words(std::string_view words) {
  std::string notation;
  for (const std::string& word : pieces_of(words, ' ')) notation += (notation.empty() ? "" : " ") + word + "/X/" + (notation.empty() ? "root:0" : "dep:1");
  return hand_tree(notation);
}

// The token with this form; the first one.
inline TokenIndex token_of(const Document& document, std::string_view form) {
  for (std::size_t i = 0; i < document.tokens.size(); ++i) {
    if (document.form(TokenIndex(i)) == form) return TokenIndex(i);
  }
  ADD_FAILURE() << "no token '" << form << "' in " << document.article.text;
  return {};
}

// Makes the token a mention of an actor with the code; the same code is the same actor.
inline void add_actor(Document& document, std::string_view form, std::string_view code) {
  const TokenIndex token = token_of(document, form);
  if (!token) return;
  const auto known = std::ranges::find(document.actors, code, &Actor::code);
  ActorMention mention;
  mention.actor = ActorIndex(static_cast<std::size_t>(known - document.actors.begin()));
  if (known == document.actors.end()) {
    Actor actor;
    actor.name = form;
    actor.code = code;
    document.actors.push_back(actor);
  }
  mention.first = mention.head = token;
  mention.last = TokenIndex(token.value + 1U);
  mention.span = document.tokens[token.value].span;
  document.mentions.push_back(mention);
  std::ranges::stable_sort(document.mentions, {}, &ActorMention::head);
}

}  // namespace bayhaqi::testing_support
