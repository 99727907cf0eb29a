// Why a sentence was coded as it was, for people, out of a coded document that kept its trace. Pure.
#pragma once

#include <string>

#include "bayhaqi/document.h"
#include "lexicon/source.h"
#include "terminal.h"

namespace bayhaqi::cli {

[[nodiscard]] std::string explain_sentence(const Document& document, SentenceIndex sentence, const FileNames& files, const Palette& colors);

}  // namespace bayhaqi::cli
