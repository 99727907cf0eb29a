// Discards and issues of PETRARCH and PETRARCH2 as files of lexicon/events/discards and lexicon/events/issues. In: name and
// text of the file. Out: the text of ours, sorted; every line is counted in the report, and what is lost of it is told there.
// What a plural or a verb form of an issue is, is decided as PETRARCH does it (-Y to -IES, else -S; -S, -ED, -ING). Pure.
#pragma once

#include <string>
#include <string_view>

#include "lexicon_import/actor_dictionary.h"
#include "lexicon_import/import_report.h"

namespace bayhaqi {

// "+BAKE OFF FINAL" drops the story, "CHESS OPEN" its sentence. In TABARI's files ';' begins a comment.
[[nodiscard]] std::string import_discards(const std::string& file, std::string_view text, DictionaryFamily family, ImportReport& report);

// "n:flood gate [TIDES]", "~harbour pop festival", inside <ISSUE …> elements.
[[nodiscard]] std::string import_issues(const std::string& file, std::string_view text, ImportReport& report);

}  // namespace bayhaqi
