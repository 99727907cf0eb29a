// How fast coding is: all samples through the whole pipeline ("all") and each stage alone, one thread, warm. For a stage alone
// the stages before it run too, but only its own time counts. Before any time counts, the coding is checked to find events.
//   cmake --preset release -DBAYHAQI_BENCH=ON && cmake --build --preset release && build/release/bench/bayhaqi_bench
#include <benchmark/benchmark.h>

#include <ctime>
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
    auto resources = Resources::load({.model = data + "/english.model", .lexicon = data + "/english.lexicon", .lexicon_folder = {}, .ontology_folder = {}});
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

// Processor time of this thread: other work on the machine does not count.
double cpu_seconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

// `stage`: the one that is timed; empty for all together.
void time_stage(benchmark::State& state, std::string_view stage) {
  Workspace workspace;
  Document document;
  std::size_t sentences = 0;
  std::size_t events = 0;
  const auto run = [&] {
    double spent = 0;
    for (const Article& article : articles()) {
      document.clear();
      document.article = article;
      for (const std::string_view name : Coder::stage_names()) {
        const double begun = cpu_seconds();
        coder().run_stage(name, document, workspace);
        if (stage.empty() || name == stage) spent += cpu_seconds() - begun;
      }
      sentences += document.sentences.size();
      events += document.events.size();
    }
    return spent;
  };
  run();
  if (events == 0) {
    state.SkipWithError("the samples gave no events");
    return;
  }
  sentences = 0;
  double seconds = 0;
  for (auto _ : state) {
    const double spent = run();
    state.SetIterationTime(spent);
    seconds += spent;
  }
  state.counters["sentences/s"] = seconds > 0 ? static_cast<double>(sentences) / seconds : 0;
}

const int kRegistered = [] {
  const auto add = [](const char* name, std::string_view stage) {
    benchmark::RegisterBenchmark(name, [stage](benchmark::State& state) { time_stage(state, stage); })->Unit(benchmark::kMillisecond)->UseManualTime();
  };
  add("all", {});
  for (const std::string_view stage : Coder::stage_names()) add(std::string(stage).c_str(), stage);
  return 0;
}();

}  // namespace
