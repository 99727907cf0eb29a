// Trees as CoNLL-U and as drawings. Out: text, lines ended by '\n'. In of read_conllu: CoNLL-U whose tokens are kept as they
// are (for parsing gold tokens); words joined by blanks unless SpaceAfter=No. Pure.
// Format: https://universaldependencies.org/format.html
#pragma once

#include <string>
#include <string_view>

#include "bayhaqi/document.h"
#include "bayhaqi/result.h"

namespace bayhaqi {

[[nodiscard]] std::string write_conllu(const Document& document, SentenceIndex sentence);

// One token a line: number, form, lemma, tag, features, head, relation, aligned.
[[nodiscard]] std::string write_tree_table(const Document& document, SentenceIndex sentence);

// A drawing for the terminal: one token a line under its head.
[[nodiscard]] std::string draw_tree(const Document& document, SentenceIndex sentence);

// Sets text, sentences and tokens (forms only; multiword tokens by their parts). Errors name the line.
[[nodiscard]] Result<Document> read_conllu(std::string_view text);

}  // namespace bayhaqi
