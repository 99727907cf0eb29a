// The whole program for tests: model and dictionaries of this checkout, loaded once a process.
// Out: a Coder, or null with the reason printed by the test that asked. For tests that link bayhaqi_pipeline.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

#include "bayhaqi/coder.h"

namespace bayhaqi::testing_support {

// Null if the resources can't be loaded; the test that asks first says why.
inline const Coder* whole_program() {
  static const Result<Resources> resources = [] {
    const std::string root = BAYHAQI_SOURCE_DIR;
    return Resources::load({root + "/models/english.model", "", root + "/lexicon", root + "/ontology"});
  }();
  if (!resources) {
    ADD_FAILURE() << resources.error().text();
    return nullptr;
  }
  static const Coder coder(*resources);
  return &coder;
}

inline std::string content_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

inline Document coded(const Coder& coder, Workspace& workspace, std::string_view text, std::string_view published) {
  Document document;
  document.article.id = "test";
  document.article.language = "en";
  document.article.published = published;
  document.article.text = text;
  coder.code(document, workspace);
  return document;
}

}  // namespace bayhaqi::testing_support
