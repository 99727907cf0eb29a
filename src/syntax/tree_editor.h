// What rules that mend trees share: tokens by index, questions about their dependents, and moving a token to another head.
// Children are those of the trees as they were at the start. For one document, one thread.
#pragma once

#include <cstddef>

#include "bayhaqi/document.h"
#include "document/children.h"

namespace bayhaqi {

class TreeEditor {
 protected:
  explicit TreeEditor(Document& document) : document_(document), children_(document) {}

  Token& at(TokenIndex index) { return document_.tokens[index.value]; }

  void attach(TokenIndex token, TokenIndex head, Relation relation) {
    at(token).head = head;
    at(token).relation = relation;
    ++changed_;
  }

  bool has(TokenIndex token, Relation relation) { return static_cast<bool>(child(document_, children_, token, relation)); }

  bool has_subject(TokenIndex token) { return has(token, Relation::kNsubj) || has(token, Relation::kNsubjPass) || has(token, Relation::kExpl); }

  Document& document_;
  Children children_;
  std::size_t changed_ = 0;
};

}  // namespace bayhaqi
