// What the programs that training needs share: `main` of one that reads articles with the program's own data and prints something of each.
#pragma once

#include <fmt/format.h>

#include <cstdio>
#include <string>
#include <utility>
#include <vector>

#include "bayhaqi/coder.h"
#include "ingest/read_inputs.h"

namespace bayhaqi::train {

// NAME DATA_FOLDER INPUT…: calls `print(coder, workspace, document)` for every article; the document holds nothing but it. Inputs that
// can't be read are passed over. The exit status.
template <typename Print>
int for_each_article(std::string_view name, int argc, char** argv, Print print) {
  if (argc < 3) {
    fmt::print(stderr, "usage: {} DATA_FOLDER INPUT…\n", name);
    return 2;
  }
  const std::string data = argv[1];
  ResourcePaths paths;
  paths.model = data + "/english.model";
  paths.lexicon = data + "/english.lexicon";
  const auto resources = Resources::load(paths);
  if (!resources) {
    fmt::print(stderr, "{}\n", resources.error().text());
    return 1;
  }
  const Coder coder(*resources);
  Workspace workspace;
  Document document;
  InputReader reader(std::vector<std::string>(argv + 2, argv + argc));
  while (auto item = reader.next()) {
    if (!*item) continue;
    document.clear();
    document.article = std::move(**item);
    print(coder, workspace, document);
  }
  return 0;
}

}  // namespace bayhaqi::train
