// bayhaqi show: one stored event in its sentence, with the words of every field marked.
#include <fmt/format.h>
#include <unistd.h>

#include <memory>

#include "base/utf8.h"
#include "commands.h"
#include "marked_text.h"
#include "store/query.h"
#include "terminal.h"

namespace bayhaqi::cli {

namespace {

struct ShowOptions {
  std::string id;
  std::string database;
};

// The bytes of a span of code points.
Span bytes_of(std::string_view text, RecordSpan span) {
  std::uint32_t at = 0;
  Span bytes;
  for (std::int64_t count = 0; count < span.end && at < text.size(); ++count) {
    if (count == span.begin) bytes.begin = at;
    ++at;
    while (at < text.size() && !is_boundary(text, at)) ++at;
  }
  bytes.end = at;
  return bytes;
}

std::string show(const FoundEvent& found, const RecordRows& rows, const Palette& colors) {
  const EventRow& event = found.event;
  const std::string& text = rows.article.text;
  std::vector<Mark> marks;
  for (const SpanRow& row : rows.spans) {
    if (row.layer != "event" || row.number != event.number) continue;
    const bool trigger = row.role == "trigger";
    marks.push_back({bytes_of(text, row.span), std::string(row.role), trigger ? colors.red : row.role == "date" ? colors.yellow : row.role == "place" ? colors.green : colors.cyan});
  }
  std::string out = fmt::format("{}{}{}  {}  {}\n\n", colors.bold, rows.article.title.empty() ? rows.article.id : rows.article.title, colors.off, rows.article.published, rows.article.input);
  const auto sentence = static_cast<std::size_t>(event.sentence);
  if (sentence < rows.sentences.size()) out += "  " + mark_text(text, bytes_of(text, rows.sentences[sentence].span), std::move(marks), colors) + "\n\n";
  const auto line = [&](std::string_view name, const std::string& value) {
    if (!value.empty()) out += fmt::format("  {:<11} {}\n", name, value);
  };
  line("event", event.id);
  line("category", event.plover + (event.mode.empty() ? "" : " " + event.mode) + (event.context.empty() ? "" : " (" + event.context + ")"));
  line("cameo", fmt::format("{}, quad class {}, Goldstein {:.1f}", event.cameo, event.quad, event.goldstein));
  line("source", event.source);
  line("target", event.target);
  line("status", event.status);
  line("date", event.date);
  line("place", event.place + (event.country.empty() ? "" : " " + event.country));
  line("claimed by", event.claimed_by);
  line("confidence", fmt::format("{:.2f}", event.confidence));
  line("rule", event.rule);
  return out;
}

int run_show(const ShowOptions& options) {
  auto store = SqliteStore::open_read_only(options.database);
  if (!store) {
    complain(store.error().text());
    return kSomeFailed;
  }
  const auto found = find_event(*store, options.id);
  if (!found) {
    complain(found.error().text());
    return kSomeFailed;
  }
  const auto rows = rows_of_record(found->record);
  if (!rows) {
    complain(rows.error().text());
    return kSomeFailed;
  }
  if (put(show(*found, *rows, palette(is_terminal(STDOUT_FILENO)))) && flush_output()) return kDone;
  complain(output_fault());
  return kSomeFailed;
}

}  // namespace

Run add_show(CLI::App& app) {
  auto options = std::make_shared<ShowOptions>();
  app.add_option("id", options->id, "The event's id or its beginning")->required();
  app.add_option("--db", options->database, "The database")->required();
  return [options] { return run_show(*options); };
}

}  // namespace bayhaqi::cli
