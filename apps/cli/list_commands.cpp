// bayhaqi events, bayhaqi statements: lists of what a database holds.
#include <unistd.h>

#include <filesystem>
#include <memory>

#include "commands.h"
#include "store/query.h"
#include "store/table_writer.h"
#include "terminal.h"

namespace bayhaqi::cli {

namespace {

struct ListOptions {
  std::string database;
  std::string form = "table";
  EventFilter filter;
};

void add_common(CLI::App& app, ListOptions& options) {
  app.add_option("--db", options.database, "The database")->required();
  app.add_option("--to-format", options.form, "table, csv or jsonl (default table)")->check(CLI::IsMember({"table", "csv", "jsonl"}));
  app.add_option("--actor", options.filter.actor, "Code or name on either side");
  app.add_option("--source", options.filter.source, "Code or name of who acts or speaks");
  app.add_option("--target", options.filter.target, "Code or name of whom it is done or said to");
  app.add_option("--from", options.filter.from, "First day: 2025, 2025-10 or 2025-10-08");
  app.add_option("--to", options.filter.to, "Last day, included");
  app.add_option("--text", options.filter.text, "Words of the sentence or of the content");
  app.add_option("--limit", options.filter.limit, "At most so many");
}

int fail_with(const Error& error) {
  complain(error.text());
  return error.code == ErrorCode::kUsage ? kUsageError : kSomeFailed;
}

template <typename Row, typename Filter, typename List>
int list(const ListOptions& options, const Filter& filter, TextTable table, const std::string& head, List list_rows) {
  auto store = SqliteStore::open_read_only(options.database);
  if (!store) return fail_with(store.error());
  bool written = options.form != "csv" || put(head);
  const auto count = list_rows(*store, filter, [&](const Row& row) {
    if (options.form == "csv") written = put(csv_row(row));
    else if (options.form == "jsonl") written = put(json_row(row));
    else table.add(row);
    return written && !interrupted();
  });
  if (!count) return fail_with(count.error());
  if (options.form == "table" && !table.empty()) written = put(table.text(terminal_width(STDOUT_FILENO), is_terminal(STDOUT_FILENO)));
  if (!written || !flush_output()) {
    complain(output_fault());
    return kSomeFailed;
  }
  if (*count == 0) complain("nothing fits");
  return kDone;
}

}  // namespace

Run add_events(CLI::App& app) {
  auto options = std::make_shared<ListOptions>();
  add_common(app, *options);
  app.add_option("--category", options->filter.category, "PLOVER category: ACCUSE");
  app.add_option("--code", options->filter.code, "Beginning of a CAMEO code: 112");
  app.add_option("--status", options->filter.status, "actual, negated, planned, possible or urged")->check(CLI::IsMember({"actual", "negated", "planned", "possible", "urged"}));
  return [options] { return list<EventRow>(*options, options->filter, TextTable::of_events(), csv_event_head(), list_events); };
}

Run add_statements(CLI::App& app) {
  auto options = std::make_shared<ListOptions>();
  add_common(app, *options);
  return [options] {
    const EventFilter& all = options->filter;
    const StatementFilter filter{all.actor, all.source, all.target, all.from, all.to, all.text, all.limit};
    return list<StatementRow>(*options, filter, TextTable::of_statements(), csv_statement_head(), list_statements);
  };
}

}  // namespace bayhaqi::cli
