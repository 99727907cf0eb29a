// The commands of the program, one a file. Each adds its options to the parser of arguments and returns what runs it; the
// number it gives is the exit code (terminal.h).
#pragma once

#include <CLI/CLI.hpp>
#include <functional>

namespace bayhaqi::cli {

using Run = std::function<int()>;

Run add_code(CLI::App& app);
Run add_explain(CLI::App& app);
Run add_events(CLI::App& app);
Run add_statements(CLI::App& app);
Run add_show(CLI::App& app);
Run add_parse(CLI::App& app);
Run add_lexicon(CLI::App& app);

}  // namespace bayhaqi::cli
