// A folder of dictionaries as texts, and back. Files are named by their path below the folder ("actors/people/russia.txt").
#pragma once

#include <functional>
#include <string>

#include "bayhaqi/result.h"
#include "lexicon_import/base_actors.h"

namespace bayhaqi {

[[nodiscard]] Result<std::string> read_text_file(const std::string& path);
// All "*.txt" below the folder whose path `wanted` takes.
[[nodiscard]] Result<DictionaryTexts> read_dictionary_folder(const std::string& folder, const std::function<bool(std::string_view)>& wanted);
// Makes folders as needed; files that are there are replaced.
[[nodiscard]] Result<void> write_dictionary_folder(const std::string& folder, const DictionaryTexts& texts);

}  // namespace bayhaqi
