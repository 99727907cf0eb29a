// What rules that mend trees share: tokens by index, questions about their dependents, and moving a token to another head.
// Children are those of the trees as they were at the start. For one document, one thread.
#pragma once

#include <cstddef>
#include <cstdint>

#include "bayhaqi/document.h"
#include "document/children.h"

namespace bayhaqi {

class TreeEditor {
 protected:
  explicit TreeEditor(Document& document) : document_(document), children_(document) {}

  Token& at(TokenIndex index) { return document_.tokens[index.value]; }

  // Hangs a token on another, or on nothing. One that the new head hangs on itself, directly or not, gives its place to it first.
  void attach(TokenIndex token, TokenIndex head, Relation relation) {
    if (head && hangs_on(head, token)) take_place(head, token);
    at(token).head = head;
    at(token).relation = relation;
    ++changed_;
  }

  // `token` stands where `other` stood; `other` has to go elsewhere.
  void take_place(TokenIndex token, TokenIndex other) {
    const Token place = at(other);
    at(token).head = place.head;
    at(token).relation = place.relation;
    if (!place.head) document_.sentences[place.sentence.value].root = token;
  }

  // Whether the way from a token up passes through another; a way that never ends passes through everything.
  bool hangs_on(TokenIndex token, TokenIndex other) {
    const Sentence& sentence = document_.sentences[at(token).sentence.value];
    for (std::uint32_t steps = sentence.last.value - sentence.first.value; at(token).head; --steps) {
      if (at(token).head == other || steps == 0) return true;
      token = at(token).head;
    }
    return false;
  }

  bool has(TokenIndex token, Relation relation) { return static_cast<bool>(child(document_, children_, token, relation)); }

  bool has_subject(TokenIndex token) { return has(token, Relation::kNsubj) || has(token, Relation::kNsubjPass) || has(token, Relation::kExpl); }

  Document& document_;
  Children children_;
  std::size_t changed_ = 0;
};

}  // namespace bayhaqi
