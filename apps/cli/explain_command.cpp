// bayhaqi explain: how a text or the articles of a file are coded, and why; from the trace of the coding itself.
#include <fmt/format.h>
#include <unistd.h>

#include <filesystem>
#include <memory>
#include <optional>

#include "base/utf8.h"
#include "commands.h"
#include "data_files.h"
#include "explanation.h"
#include "ingest/dateline.h"
#include "ingest/read_inputs.h"
#include "layer_text.h"
#include "terminal.h"

namespace bayhaqi::cli {

namespace {

struct ExplainOptions {
  bool rules_only = false;
  std::string what;
  std::optional<std::size_t> sentence;
  std::string date;
  DataOptions data;
};

class ExplainRun {
 public:
  ExplainRun(const ExplainOptions& options, const Resources& resources) : options_(options), coder_(resources), files_(lexicon_files(resources)) {}

  int run() {
    std::error_code error;
    const bool file = options_.what == "-" || std::filesystem::exists(options_.what, error);
    if (!file) {
      Article article;
      article.input = "-";
      std::size_t replaced = 0;
      article.text = mend_utf8(options_.what, replaced);
      if (const auto dateline = find_dateline(article.text)) article.body = static_cast<std::uint32_t>(dateline->end);
      explain(std::move(article));
      return finish();
    }
    InputReader reader({options_.what});
    while (auto item = reader.next()) {
      if (*item) {
        explain(std::move(**item));
      } else {
        complain(item->error().input + ": " + item->error().reason);
        code_ = kSomeFailed;
      }
    }
    return finish();
  }

 private:
  void explain(Article article) {
    document_.clear();
    document_.keep_trace = true;
    document_.rules_only = options_.rules_only;
    if (!options_.date.empty()) article.published = options_.date;
    document_.article = std::move(article);
    coder_.code(document_, workspace_);
    const Palette& colors = palette(is_terminal(STDOUT_FILENO));
    const Article& read = document_.article;
    if (!read.title.empty()) written_ = put(fmt::format("{}{}{}  {}\n\n", colors.bold, read.title, colors.off, read.published)) && written_;
    for (std::size_t i = 0; i < document_.sentences.size(); ++i) {
      if (options_.sentence && *options_.sentence != i) continue;
      shown_ = true;
      written_ = put(explain_sentence(document_, SentenceIndex(i), files_, colors) + "\n") && written_;
    }
    sentences_ += document_.sentences.size();
  }

  int finish() {
    if (!written_ || !flush_output()) {
      complain(output_fault());
      return kSomeFailed;
    }
    if (!shown_ && code_ == kDone) {
      complain(sentences_ == 0 ? "there is no sentence to explain" : fmt::format("there is no sentence {}; the last one is {}", *options_.sentence, sentences_ - 1));
      return kSomeFailed;
    }
    return code_;
  }

  const ExplainOptions& options_;
  Coder coder_;
  Workspace workspace_;
  Document document_;
  FileNames files_;
  std::size_t sentences_ = 0;
  bool shown_ = false;
  bool written_ = true;
  int code_ = kDone;
};

}  // namespace

Run add_explain(CLI::App& app) {
  auto options = std::make_shared<ExplainOptions>();
  app.add_option("what", options->what, "A text, a file, or - for standard input")->required();
  app.add_option("--sentence", options->sentence, "Only this sentence, counted from 0");
  app.add_option("--date", options->date, "The day of publication: 2025-10-08");
  app.add_flag("--rules-only", options->rules_only, "Code by the dictionary alone, without the classifier");
  app.add_option("--lexicon", options->data.lexicon_folder, "A folder of dictionaries of one's own, in place of the program's");
  app.add_option("--add", options->data.added_folder, "A folder with lines that come on top of the dictionaries");
  app.add_option("--ontology", options->data.ontology_folder, "A folder of code tables of one's own");
  app.add_option("--model", options->data.model, "Another language model");
  return [options] {
    const auto resources = load_resources(options->data);
    if (!resources) {
      complain(resources.error().text());
      return static_cast<int>(kSomeFailed);
    }
    return ExplainRun(*options, *resources).run();
  };
}

}  // namespace bayhaqi::cli
