// bayhaqi: codes political news and answers questions about what was coded. docs/cli.md.
#include <CLI/CLI.hpp>
#include <exception>

#include "bayhaqi/version.h"
#include "commands.h"
#include "terminal.h"

namespace {

int run(int count, char** arguments) {
  using namespace bayhaqi::cli;
  CLI::App app("Reads political news and writes down who did what to whom, when and where, and who says so.", "bayhaqi");
  app.set_version_flag("--version", "bayhaqi " + std::string(bayhaqi::kProgramVersion));
  app.require_subcommand(1);
  std::vector<std::pair<CLI::App*, Run>> commands;
  const auto add = [&](const char* name, const char* what, Run (*make)(CLI::App&)) {
    CLI::App* command = app.add_subcommand(name, what);
    commands.emplace_back(command, make(*command));
  };
  add("code", "Code articles: files, folders, or - for standard input", add_code);
  add("explain", "Show how the sentences of a text or file are coded, and why", add_explain);
  add("events", "List stored events", add_events);
  add("statements", "List stored statements", add_statements);
  add("show", "Show one stored event in its sentence", add_show);
  add("parse", "Sentences, tokens and trees alone", add_parse);
  add("lexicon", "Check, pack and search the dictionaries", add_lexicon);
  try {
    app.parse(count, arguments);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? kDone : kUsageError;
  }
  for (const auto& [command, go] : commands) {
    if (command->parsed()) return go();
  }
  return kUsageError;
}

}  // namespace

int main(int count, char** arguments) {
  bayhaqi::cli::watch_for_interruption();
  try {
    return run(count, arguments);
  } catch (const std::exception& error) {
    bayhaqi::cli::complain(error.what());
    return bayhaqi::cli::kSomeFailed;
  }
}
