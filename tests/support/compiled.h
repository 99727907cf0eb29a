// One layer's dictionary compiled for a test: from a folder of a few lines, or from the lexicon of this checkout.
// The rules look into the packed bytes, so both live together.
#pragma once

#include <gtest/gtest.h>

#include <string>

#include "base/packed_file.h"
#include "lexicon/source.h"

namespace bayhaqi::testing_support {

template <typename Rules>
struct Compiled {
  PackedFile file;
  Rules rules;
};

template <typename Rules>
Compiled<Rules> compiled(void (*compile)(LexiconSource&), const std::string& lexicon, const std::string& ontology) {
  LexiconSource source(lexicon, ontology);
  compile(source);
  source.finish();
  EXPECT_EQ(source.faults().text(), "");
  Compiled<Rules> result;
  auto file = PackedFile::from_bytes(source.out().bytes(), "test");
  if (!file) {
    ADD_FAILURE() << file.error().text();
    return result;
  }
  result.file = std::move(*file);
  auto rules = Rules::open(result.file);
  if (rules) result.rules = std::move(*rules);
  else ADD_FAILURE() << rules.error().text();
  return result;
}

// The faults of a dictionary, a line each.
inline std::string faults_of(void (*compile)(LexiconSource&), const std::string& lexicon, const std::string& ontology) {
  LexiconSource source(lexicon, ontology);
  compile(source);
  return source.faults().text();
}

inline std::string source_folder(const std::string& below) { return std::string(BAYHAQI_SOURCE_DIR) + "/" + below; }

}  // namespace bayhaqi::testing_support
