// bayhaqi lexicon import: dictionaries of other coders into a folder of our own. docs/lexicon.md, "Importing".
#pragma once

#include <CLI/CLI.hpp>

#include "commands.h"

namespace bayhaqi::cli {

Run add_lexicon_import(CLI::App& app);

}  // namespace bayhaqi::cli
