// bayhaqi code: reads articles in order, codes them on several threads, writes them in order again.
#include <fmt/format.h>
#include <oneapi/tbb/enumerable_thread_specific.h>
#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/parallel_pipeline.h>
#include <unistd.h>

#include <memory>
#include <optional>
#include <thread>

#include "bayhaqi/version.h"
#include "commands.h"
#include "data_files.h"
#include "ingest/read_inputs.h"
#include "layer_text.h"
#include "store/record_writer.h"
#include "store/sqlite_store.h"
#include "store/table_writer.h"
#include "terminal.h"

namespace bayhaqi::cli {

namespace {

constexpr std::size_t kBatch = 64;  // articles in one transaction

struct CodeOptions {
  std::vector<std::string> inputs;
  std::string to;
  std::string database;
  std::string dump;
  bool rules_only = false;
  bool predicates = false;
  int jobs = 0;
  DataOptions data;
};

struct Work {
  std::optional<Article> article;
  std::optional<InputError> error;
  std::string record;  // or the layer's text
  std::uint64_t sentences = 0;
  std::uint64_t events = 0;
};

struct Scratch {
  Document document;
  Workspace workspace;
};

// Prints or stores what was coded. Sinks get records in the order of the input.
class Output {
 public:
  Output(std::string form, bool plain) : form_(std::move(form)), plain_(plain), table_(TextTable::of_events()) {}

  Result<void> open_database(const std::string& path) {
    auto store = SqliteStore::open(path);
    if (!store) return std::unexpected(store.error());
    store_ = std::make_unique<SqliteStore>(std::move(*store));
    return {};
  }

  void take(const Work& work) {
    if (!ok_) return;
    if (work.error) {
      if (form_ == "jsonl" && !plain_) print(work.record + "\n");
      return;
    }
    if (plain_) return print(work.record);
    if (form_ == "jsonl") print(work.record + "\n");
    if (form_ == "csv" || form_ == "table") print_rows(work.record);
    if (store_) keep(work.record);
  }

  void finish() {
    if (store_ && store_->in_transaction()) check(store_->commit());
    if (ok_ && form_ == "table" && !table_.empty()) print(table_.text(terminal_width(STDOUT_FILENO), is_terminal(STDOUT_FILENO)));
    if (ok_ && !flush_output()) stop(output_fault());
  }

  [[nodiscard]] bool ok() const { return ok_; }

 private:
  void stop(const std::string& message) {
    if (ok_) complain(message);
    ok_ = false;
  }

  void print(std::string_view text) {
    if (!put(text)) stop(output_fault());
  }

  void print_rows(std::string_view record) {
    const auto rows = rows_of_record(record);
    if (!rows) return stop(rows.error().text());
    if (form_ == "csv" && !head_written_) print(csv_event_head());
    head_written_ = true;
    for (const EventRow& row : rows->events) {
      if (form_ == "csv") print(csv_row(row));
      else table_.add(row);
    }
  }

  void keep(std::string_view record) {
    check(store_->add(record));
    if (ok_ && ++in_batch_ >= kBatch) {
      check(store_->commit());
      in_batch_ = 0;
    }
  }

  void check(const Result<void>& result) {
    if (!result) stop(result.error().text());
  }

  std::string form_;
  bool plain_;
  TextTable table_;
  std::unique_ptr<SqliteStore> store_;
  std::size_t in_batch_ = 0;
  bool head_written_ = false;
  bool ok_ = true;
};

struct Totals {
  std::uint64_t articles = 0, sentences = 0, events = 0, errors = 0;
};

class CodeRun {
 public:
  CodeRun(const CodeOptions& options, const Resources& resources, Output& output)
      : options_(options), coder_(resources), reader_(options.inputs), output_(output), progress_("articles"),
        writer_({std::string(kProgramVersion), options.dump.empty() ? resources.lexicon_digest() : "", options.dump.empty() ? resources.model_digest() : ""}, resources_files(resources)) {}

  void run() {
    const auto jobs = static_cast<std::size_t>(options_.jobs > 0 ? options_.jobs : std::max(1U, std::thread::hardware_concurrency()));
    const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, jobs);
    using WorkPointer = std::shared_ptr<Work>;
    tbb::parallel_pipeline(jobs * 4,
        tbb::make_filter<void, WorkPointer>(tbb::filter_mode::serial_in_order, [&](tbb::flow_control& flow) { return read(flow); }) &
            tbb::make_filter<WorkPointer, WorkPointer>(tbb::filter_mode::parallel, [&](WorkPointer work) { code(*work); return work; }) &
            tbb::make_filter<WorkPointer, void>(tbb::filter_mode::serial_in_order, [&](const WorkPointer& work) { write(*work); }));
    output_.finish();
    progress_.clear();
  }

  [[nodiscard]] const Totals& totals() const { return totals_; }
  [[nodiscard]] double seconds() const { return progress_.seconds(); }

 private:
  static FileNames resources_files(const Resources& resources) { return lexicon_files(resources); }

  std::shared_ptr<Work> read(tbb::flow_control& flow) {
    if (interrupted() || !output_.ok()) {
      flow.stop();
      return nullptr;
    }
    auto item = reader_.next();
    if (!item) {
      flow.stop();
      return nullptr;
    }
    consumed_.store(reader_.bytes_consumed(), std::memory_order_relaxed);
    auto work = std::make_shared<Work>();
    if (*item) work->article = std::move(**item);
    else work->error = item->error();
    return work;
  }

  void code(Work& work) {
    if (work.article) {
      try {
        code_article(work);
      } catch (const std::exception& error) {  // a broken invariant costs this article only
        work.error = InputError{work.article->input, 0, std::string("could not be coded: ") + error.what()};
      }
    }
    if (work.error) work.record = RecordWriter::error_line(work.error->input, work.error->offset, work.error->reason);
  }

  void code_article(Work& work) {
    Scratch& scratch = scratch_.local();
    Document& document = scratch.document;
    document.clear();
    document.rules_only = options_.rules_only;
    document.keep_predicates = options_.predicates;
    document.article = std::move(*work.article);
    coder_.code(document, scratch.workspace, options_.dump.empty() ? "events" : stage_of_layer(options_.dump));
    work.sentences = document.sentences.size();
    work.events = document.events.size();
    work.record = options_.dump.empty() ? writer_.record_line(document) : layer_text(document, options_.dump);
  }

  void write(const Work& work) {
    if (work.error) {
      ++totals_.errors;
      progress_.clear();
      complain(fmt::format("{}: {}{}", work.error->input, work.error->reason, work.error->offset > 0 ? fmt::format(" (at byte {})", work.error->offset) : ""));
    } else {
      ++totals_.articles;
      totals_.sentences += work.sentences;
      totals_.events += work.events;
    }
    output_.take(work);
    progress_.show(totals_.articles, consumed_.load(std::memory_order_relaxed), reader_.bytes_total());
  }

  const CodeOptions& options_;
  Coder coder_;
  InputReader reader_;
  Output& output_;
  Progress progress_;
  RecordWriter writer_;
  Totals totals_;
  std::atomic<std::uint64_t> consumed_ = 0;
  tbb::enumerable_thread_specific<Scratch> scratch_;
};

int run_code(CodeOptions options) {
  if (options.to.empty()) options.to = options.database.empty() ? "jsonl" : "none";
  const auto resources = load_resources(options.data);
  if (!resources) {
    complain(resources.error().text());
    return kSomeFailed;
  }
  Output output(options.to, !options.dump.empty());
  if (!options.database.empty()) {
    if (const auto opened = output.open_database(options.database); !opened) {
      complain(opened.error().text());
      return kSomeFailed;
    }
  }
  CodeRun run(options, *resources, output);
  run.run();
  const Totals& totals = run.totals();
  fmt::print(stderr, "{}, {}, {}, {} in {:.2f} s ({:.1f} articles/s)\n", counted(totals.articles, "article"), counted(totals.sentences, "sentence"), counted(totals.events, "event"), counted(totals.errors, "error"),
             run.seconds(), static_cast<double>(totals.articles) / std::max(run.seconds(), 1e-9));
  if (interrupted()) complain("stopped; what was coded before is kept");
  return totals.errors > 0 || !output.ok() || interrupted() ? kSomeFailed : kDone;
}

}  // namespace

Run add_code(CLI::App& app) {
  auto options = std::make_shared<CodeOptions>();
  app.add_option("inputs", options->inputs, "Files, folders, or - for standard input")->required();
  app.add_option("--to", options->to, "What is printed: records, one row per event, or a table (default jsonl; nothing beside --db)")->check(CLI::IsMember({"jsonl", "csv", "table"}));
  app.add_option("--db", options->database, "Store into this SQLite database");
  app.add_option("--jobs", options->jobs, "Threads (default: all processors)")->check(CLI::Range(1, 1024));
  app.add_option("--dump", options->dump, "Print one layer as text instead")->check(CLI::IsMember(layer_names()));
  app.add_flag("--predicates", options->predicates, "Records also say of every verb and noun of an act whether it is so");
  app.add_flag("--rules-only", options->rules_only, "Code by the dictionary alone, without the classifier");
  app.add_option("--lexicon", options->data.lexicon_folder, "A folder of dictionaries of one's own, in place of the program's");
  app.add_option("--add", options->data.added_folder, "A folder with lines that come on top of the dictionaries");
  app.add_option("--ontology", options->data.ontology_folder, "A folder of code tables of one's own");
  app.add_option("--model", options->data.model, "Another language model");
  return [options] { return run_code(*options); };
}

}  // namespace bayhaqi::cli
