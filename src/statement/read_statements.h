// The statement layer: who said what to whom, in which form, and which statement reports it.
// In: tokens, trees, actors. Out: Document::statements, in text order. Finds reported clauses ("said that …", "…, officials
// said", "according to …"), quotations whole or in pieces, quotations inside a clause, and quotations that follow without a
// word of speech, which belong to the speaker before. A statement inside another's words has it as parent.
// Words of speech: lexicon/speech. After the annotation guide; compare Pareti 2015 (PARC) for the notions.
#pragma once

#include "bayhaqi/document.h"
#include "statement/speech_rules.h"

namespace bayhaqi {

void read_statements(Document& document, const SpeechRules& rules);

}  // namespace bayhaqi
