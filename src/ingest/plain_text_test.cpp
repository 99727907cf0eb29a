#include "ingest/plain_text.h"

#include <gtest/gtest.h>

#include "ingest/paragraphs.h"

namespace bayhaqi {
namespace {

TEST(PlainText, PageForm) {
  const Article article = read_plain_text(
      "gazette.example\r\n\r\nNews ID: 4711\r\nPublish Date : 08 October 2025 - 21:09\r\n\r\nEnvoy: No Troops to the Border\r\n\r\n"
      "ANKARA (Dispatches) -- \r\nThe envoy said that no troops would go.\r\n\"Out of the question,\" he said.\r\n");
  EXPECT_EQ(article.publisher, "gazette.example");
  EXPECT_EQ(article.news_id, "4711");
  EXPECT_EQ(article.published, "2025-10-08T21:09");
  EXPECT_EQ(article.title, "Envoy: No Troops to the Border");
  EXPECT_EQ(article.dateline.place, "ANKARA");
  EXPECT_EQ(article.dateline.agency, "Dispatches");
  EXPECT_EQ(article.text, "The envoy said that no troops would go.\n\n\"Out of the question,\" he said.");
}

TEST(PlainText, PageFormWithDatelineOnTheLineOfTheText) {
  const Article article =
      read_plain_text("gazette.example\nNews ID: 1\nPublish Date: 8 May 2020\nEnvoys meet\nPARIS (AFP) -- Envoys met on Monday.\n");
  EXPECT_EQ(article.title, "Envoys meet");
  EXPECT_EQ(article.text, "Envoys met on Monday.");
}

TEST(PlainText, PageFormWithAFullStopInTheHeadlineOrWithoutDateline) {
  const Article article = read_plain_text(
      "gazette.example\n\nNews ID: 1\nPublish Date : 8 May 2020 - 07:05\n\nEnvoys Return From the U.S.\n\nEnvoys came home on "
      "Monday.\nTalks go on.\n");
  EXPECT_EQ(article.title, "Envoys Return From the U.S.");
  EXPECT_EQ(article.published, "2020-05-08T07:05");
  EXPECT_EQ(article.text, "Envoys came home on Monday.\n\nTalks go on.");
}

TEST(PlainText, OrdinaryTextKeepsItsDateline) {
  const Article article = read_plain_text(
      "Britain halts its advance\n\nLONDON, Nov. 7, 1956 (Gazette) - Britain halted its advance on Tuesday.\n\nFrance did so too.\n");
  EXPECT_EQ(article.title, "Britain halts its advance");
  EXPECT_EQ(article.dateline.place, "LONDON");
  EXPECT_EQ(article.published, "1956-11-07");
  EXPECT_EQ(article.text, "LONDON, Nov. 7, 1956 (Gazette) - Britain halted its advance on Tuesday.\n\nFrance did so too.");
}

TEST(PlainText, NoTitleWhereNoneIsClear) {
  const Article article = read_plain_text("Iran said on Monday that it would go.\nIraq said no.");
  EXPECT_EQ(article.title, "");
  EXPECT_EQ(article.text, "Iran said on Monday that it would go.\n\nIraq said no.");
}

TEST(PlainText, WordsWithColonAreNoHead) {
  const Article article = read_plain_text("The source: a diplomat\n\nA diplomat said on Monday that talks would go on in Geneva.");
  EXPECT_EQ(article.publisher, "");
  EXPECT_EQ(article.news_id, "");
}

TEST(PlainText, HardWrappedLinesAreJoined) {
  const Article article = read_plain_text(
      "The foreign ministers of the two countries met in Geneva on Monday and\nagreed to hold further talks on the border, a spokesman "
      "told\n"
      "reporters.\n\nThey will meet again next week in Vienna, where the delegations of both\ncountries have been since May.\n");
  EXPECT_EQ(article.text,
            "The foreign ministers of the two countries met in Geneva on Monday and agreed to hold further talks on the border, a "
            "spokesman told reporters.\n\n"
            "They will meet again next week in Vienna, where the delegations of both countries have been since May.");
}

TEST(PlainText, EmptyAndBlank) {
  EXPECT_EQ(read_plain_text("").text, "");
  EXPECT_EQ(read_plain_text(" \r\n\t\n").text, "");
}

TEST(Paragraphs, Tidied) {
  EXPECT_EQ(tidied("  a\t\tb \xC2\xA0 c\xE2\x80\x8B"
                   "d\x07 "),
            "a b cd");
  EXPECT_EQ(tidied(" \n "), "");
}

}  // namespace
}  // namespace bayhaqi
