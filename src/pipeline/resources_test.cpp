#include "bayhaqi/resources.h"

#include <gtest/gtest.h>

#include <cstddef>
#include <string>

#include "pipeline/compile_lexicon.h"
#include "support/temporary_folder.h"

namespace bayhaqi {
namespace {

using testing_support::TemporaryFolder;

const std::string kRoot = BAYHAQI_SOURCE_DIR;

TEST(Lexicon, TheSameTextGivesTheSameBytes) {
  const CompiledLexicon first = compile_lexicon(kRoot + "/lexicon", kRoot + "/ontology");
  const CompiledLexicon second = compile_lexicon(kRoot + "/lexicon", kRoot + "/ontology");
  EXPECT_EQ(first.faults.text(), "");
  ASSERT_FALSE(first.bytes.empty());
  EXPECT_TRUE(first.bytes == second.bytes);
}

TEST(Resources, WhatIsMissingIsNamed) {
  const auto no_model = Resources::load({kRoot + "/models/none.model", "", kRoot + "/lexicon", kRoot + "/ontology"});
  ASSERT_FALSE(no_model);
  EXPECT_EQ(no_model.error().code, ErrorCode::kNotFound);
  EXPECT_NE(no_model.error().text().find("none.model"), std::string::npos);
  const auto no_lexicon = Resources::load({kRoot + "/models/english.model", kRoot + "/none.lexicon", "", ""});
  ASSERT_FALSE(no_lexicon);
  EXPECT_EQ(no_lexicon.error().code, ErrorCode::kNotFound);
}

// The model is a data file of Bayhaqi, but no lexicon, and the other way round.
TEST(Resources, OneFileInPlaceOfAnotherIsAnError) {
  const std::string model = kRoot + "/models/english.model";
  const auto swapped = Resources::load({model, model, "", ""});
  ASSERT_FALSE(swapped);
  EXPECT_EQ(swapped.error().code, ErrorCode::kFormat);
  EXPECT_NE(swapped.error().message.find("lacks the section"), std::string::npos) << swapped.error().text();
}

TEST(Resources, FaultsOfDictionariesComeAllAtOnce) {
  const TemporaryFolder folder({{"lexicon/countries.txt", "RU | Russia\n"}, {"lexicon/agents.txt", "army | armies | mil | body |\n"}});
  const auto loaded = Resources::load({kRoot + "/models/english.model", "", folder.path("lexicon"), kRoot + "/ontology"});
  ASSERT_FALSE(loaded);
  EXPECT_EQ(loaded.error().code, ErrorCode::kFormat);
  for (const char* fault : {"lexicon/countries.txt:1:1: expected a code", "lexicon/agents.txt:1:17: expected a sector", "lexicon/references.txt:0:0: expected a file"}) {
    EXPECT_NE(loaded.error().message.find(fault), std::string::npos) << fault << "\nin\n" << loaded.error().message;
  }
}

}  // namespace
}  // namespace bayhaqi
