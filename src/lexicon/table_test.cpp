#include "lexicon/table.h"

#include <gtest/gtest.h>

#include <string>

#include "lexicon/source.h"
#include "support/temporary_folder.h"

namespace bayhaqi {
namespace {

TEST(Table, ReadsRowsWithTheirPlaces) {
  Faults faults;
  const Table table = Table::parse("lexicon/x.txt", "# words\n\n  army | armies|MIL \r\npolice||COP|\n", faults);
  ASSERT_TRUE(faults.empty());
  ASSERT_EQ(table.rows().size(), 2U);
  EXPECT_EQ(table.rows()[0].line, 3U);
  EXPECT_EQ(table.rows()[0].at(0).text, "army");
  EXPECT_EQ(table.rows()[0].at(0).column, 3U);
  EXPECT_EQ(table.rows()[0].at(1).column, 10U);
  EXPECT_EQ(table.rows()[0].at(2).text, "MIL");
  EXPECT_EQ(table.rows()[1].at(1).text, "");
  EXPECT_EQ(table.rows()[1].at(9).text, "");
}

TEST(Table, SplitsListsAndKeepsColumns) {
  const auto pieces = split_field({"Iran; ;Persia", 11}, ';');
  ASSERT_EQ(pieces.size(), 3U);
  EXPECT_EQ(pieces[1].text, "");
  EXPECT_EQ(pieces[2].text, "Persia");
  EXPECT_EQ(pieces[2].column, 18U);
  EXPECT_TRUE(split_field({"", 1}, ';').empty());
}

TEST(Table, AllFaultsComeOutWithLineAndColumn) {
  Faults faults;
  const Table table = Table::parse("lexicon/x.txt", "b | 1\na | 2\n  a | 3\nc\xFF | 4\n", faults);
  table.expect_sorted(faults);
  table.fault(table.rows()[0], table.rows()[0].at(1), "expected a letter, found '1'", faults);
  EXPECT_EQ(faults.text(),
            "lexicon/x.txt:1:5: expected a letter, found '1'\n"
            "lexicon/x.txt:2:1: expected sorted entries, found 'a' after 'b'\n"
            "lexicon/x.txt:3:3: 'a' is there already, in line 2\n"
            "lexicon/x.txt:4:1: expected UTF-8, found bytes that are not\n");
}

TEST(LexiconSource, NumbersItsFilesAndMissesNone) {
  const testing_support::TemporaryFolder folder({{"lexicon/agents.txt", "army | armies | MIL\n"}, {"lexicon/events/b.txt", ""}, {"lexicon/events/sub/a.txt", ""}, {"ontology/cameo.txt", ""}});
  LexiconSource source(folder.path("lexicon"), folder.path("ontology"));
  EXPECT_EQ(source.read_lexicon("agents.txt").rows().size(), 1U);
  EXPECT_EQ(source.list_lexicon("events"), (std::vector<std::string>{"events/b.txt", "events/sub/a.txt"}));
  EXPECT_TRUE(source.faults().empty());
  EXPECT_TRUE(source.read_lexicon("countries.txt").rows().empty());
  ASSERT_EQ(source.faults().all().size(), 1U);
  EXPECT_EQ(source.faults().all().front().file, "lexicon/countries.txt");
  const std::uint16_t number = source.file_number("lexicon/agents.txt");
  source.finish();
  const auto packed = PackedFile::from_bytes(source.out().bytes(), "test");
  ASSERT_TRUE(packed);
  const auto names = FileNames::open(*packed);
  ASSERT_TRUE(names);
  EXPECT_EQ(names->text(number, 12), "lexicon/agents.txt:12");
  EXPECT_EQ(names->text(number, 0), "lexicon/agents.txt");
  EXPECT_EQ(names->text(0, 3), "");
  EXPECT_EQ(names->text(999, 3), "");
}

}  // namespace
}  // namespace bayhaqi
