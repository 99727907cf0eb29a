// How fast coding is: all samples through the stages up to each one, one thread, warm. Sentences per second of a stage alone
// are the difference between its line and the one before. Before any time counts, the coding is checked to find events.
//   cmake --preset release -DBAYHAQI_BENCH=ON && cmake --build --preset release && build/release/bench/bayhaqi_bench
#include <benchmark/benchmark.h>

#include <cstdlib>
#include <filesystem>
#include <vector>

#include "bayhaqi/coder.h"
#include "ingest/read_inputs.h"

namespace {

using bayhaqi::Article;
using bayhaqi::Coder;
using bayhaqi::Document;
using bayhaqi::Resources;
using bayhaqi::Workspace;

const Coder& coder() {
  static const Coder kCoder = [] {
    const std::string data = BAYHAQI_DATA_DIR;
    auto resources = Resources::load({.model = data + "/english.model", .lexicon = data + "/english.lexicon"});
    if (!resources) std::abort();
    return Coder(*resources);
  }();
  return kCoder;
}

const std::vector<Article>& articles() {
  static const std::vector<Article> kArticles = [] {
    std::vector<std::string> files;
    for (const auto& entry : std::filesystem::directory_iterator(std::string(BAYHAQI_SOURCE_DIR) + "/samples")) {
      if (entry.path().extension() != ".md") files.push_back(entry.path().string());
    }
    bayhaqi::InputReader reader(files);
    std::vector<Article> read;
    while (auto item = reader.next()) {
      if (*item) read.push_back(std::move(**item));
    }
    return read;
  }();
  return kArticles;
}

void up_to(benchmark::State& state, std::string_view stage) {
  Workspace workspace;
  Document document;
  std::size_t sentences = 0;
  std::size_t events = 0;
  const auto run = [&](std::string_view last) {
    for (const Article& article : articles()) {
      document.clear();
      document.article = article;
      coder().code(document, workspace, last);
      sentences += document.sentences.size();
      events += document.events.size();
    }
  };
  run("events");
  if (events == 0) {
    state.SkipWithError("the samples gave no events");
    return;
  }
  sentences = 0;
  for (auto _ : state) run(stage);
  state.counters["sentences/s"] = benchmark::Counter(static_cast<double>(sentences), benchmark::Counter::kIsRate);
}

const int kRegistered = [] {
  for (const std::string_view stage : Coder::stage_names()) {
    benchmark::RegisterBenchmark(std::string(stage).c_str(), [stage](benchmark::State& state) { up_to(state, stage); })->Unit(benchmark::kMillisecond);
  }
  return 0;
}();

}  // namespace
