#include "bayhaqi/document.h"

namespace bayhaqi {

void Document::clear() {
  article = {};
  lemma_text.clear();
  sentences.clear();
  tokens.clear();
  actors.clear();
  mentions.clear();
  times.clear();
  places.clear();
  statements.clear();
  events.clear();
  predicates.clear();
  notes.clear();
}

}  // namespace bayhaqi
