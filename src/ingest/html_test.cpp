#include "ingest/html.h"

#include <gtest/gtest.h>

#include <string>

#include "base/utf8.h"

namespace bayhaqi {
namespace {

const std::string kFirst =
    "The foreign minister said on Monday that his country would not send troops to the border, whatever the neighbours decide.";
const std::string kSecond =
    "\xE2\x80\x9CThere is no plan of that kind,\xE2\x80\x9D he told reporters in the capital, after a meeting with the envoy of the United "
    "Nations.";
const std::string kThird =
    "The envoy, who arrived on Sunday, will go on to two more cities, where talks with rebels, tribes and officials are to be held.";

std::string page(const std::string& head, const std::string& body) {
  return "<!DOCTYPE html><html lang=\"en-GB\"><head>" + head + "</head><body>" + body + "</body></html>";
}
std::string paragraphs() { return "<p>" + kFirst + "</p><p>" + kSecond + "</p><p>" + kThird + "</p>"; }
std::string expected() { return kFirst + "\n\n" + kSecond + "\n\n" + kThird; }

TEST(Html, FrameAroundTheArticleStaysOut) {
  const auto article = read_html(
      page("<title>No troops, minister says | The Gazette</title><meta property='og:site_name' content='The Gazette'><style>p{}</style>",
           "<nav><ul><li><a href='/'>Home</a></li><li><a href='/world'>World news, politics, and more</a></li></ul></nav>"
           "<div class='article-body'><h1>No troops, minister says</h1><div class='byline'>By Clara Winter</div><time "
           "datetime='2020-05-04T10:20:00Z'>May 4</time>"
           "<figure><img src='a.jpg'><figcaption>The minister at a table with many, many papers, on Monday.</figcaption></figure>" +
               paragraphs() +
               "<div class='share-buttons'>Share this story with your friends, now</div></div><script>var text = 'not, this, one, at all, "
               "and some more';</script>"
               "<div class='related'><h3>Related</h3><ul><li><a href='/x'>Another story about ministers, envoys, and what they said last "
               "week in town</a></li></ul></div>"
               "<div id='comments'><p>What a minister, I say, and I have said so for years, believe me, to everybody.</p></div>"
               "<footer><p>Copyright The Gazette, all rights reserved, no part may be used, copied, or sold.</p></footer>"));
  ASSERT_TRUE(article);
  EXPECT_EQ(article->text, expected());
  EXPECT_EQ(article->title, "No troops, minister says");
  EXPECT_EQ(article->publisher, "The Gazette");
  EXPECT_EQ(article->published, "2020-05-04T10:20");
  EXPECT_EQ(article->language, "en");
  EXPECT_EQ(article->authors, std::vector<std::string>{"Clara Winter"});
}

TEST(Html, JsonLdAndMeta) {
  const auto article =
      read_html(page("<link rel='canonical' href='https://gazette.example/a/1'><script "
                     "type='application/ld+json'>{\"@graph\":[{\"@type\":\"WebSite\",\"name\":\"x\"},"
                     "{\"@type\":\"NewsArticle\",\"headline\":\"No troops &amp; no "
                     "planes\",\"datePublished\":\"2021-02-03T04:05:06+01:00\",\"author\":[{\"@type\":\"Person\",\"name\":\"A. B.\"}],"
                     "\"publisher\":{\"@type\":\"Organization\",\"name\":\"Gazette\"}}]}</script>",
                     "<article>" + paragraphs() + "</article>"));
  ASSERT_TRUE(article);
  EXPECT_EQ(article->published, "2021-02-03T04:05");
  EXPECT_EQ(article->authors, std::vector<std::string>{"A. B."});
  EXPECT_EQ(article->publisher, "Gazette");
  EXPECT_EQ(article->url, "https://gazette.example/a/1");
}

TEST(Html, TextOnlyInJsonLd) {
  const auto article = read_html(page("<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"articleBody\":\"" + kFirst +
                                          "\\n\\n" + kSecond + "\\n\\n" + kThird + " " + kFirst + "\"}</script>",
                                      "<div id='app'>Please enable JavaScript to read this page, thank you.</div>"));
  ASSERT_TRUE(article);
  EXPECT_TRUE(article->text.starts_with(kFirst + "\n\n"));
}

TEST(Html, LineBreaksMakeParagraphs) {
  const auto article = read_html("<html><body><table><tr><td><a href=/>Home</a></td><td><font size=2>" + kFirst + "<br><br>" + kSecond +
                                 "<br>&nbsp;<br>\n" + kThird + "</font></td></tr></table>");
  ASSERT_TRUE(article);
  EXPECT_EQ(article->text, expected());
}

TEST(Html, InlineMarkupDoesNotSplitWords) {
  const auto article = read_html(page(
      "", "<article><p>" + kFirst +
              "</p><p>The <b>minister</b>'s <a href='/y'>visit</a>, on <i>Mon</i>day, was his third to the city, he said.</p></article>"));
  ASSERT_TRUE(article);
  EXPECT_EQ(article->text, kFirst + "\n\nThe minister's visit, on Monday, was his third to the city, he said.");
}

TEST(Html, LinksThatNobodyClosedEndWhereTheyStand) {
  const auto article = read_html(page("", "<div class=nav><a href='/'>Home<a href='/world'>World</div><article>" + paragraphs() + "</article>"));
  ASSERT_TRUE(article);
  EXPECT_EQ(article->text, expected());
}

TEST(Html, PagesWithoutArticle) {
  for (const std::string& html :
       {std::string(), std::string("<html>"), page("<title>Log in</title>", "<form><input name=u><button>Go</button></form>"),
        page("", "<nav><a href='/'>Home</a> <a href='/n'>News</a></nav>"), std::string("<html><body><script>")}) {
    EXPECT_FALSE(read_html(html)) << html;
  }
}

TEST(Html, HarmfulNestingIsRefusedOrRead) {
  std::string deep;
  for (int i = 0; i < 200000; ++i) deep += "<div>";
  EXPECT_FALSE(read_html(deep + kFirst));
  std::string tangled;
  for (int i = 0; i < 3000; ++i) tangled += "<font size=" + std::to_string(i) + ">";
  for (int i = 0; i < 3000; ++i) tangled += "<p>x";
  const auto result = read_html(tangled);
  EXPECT_TRUE(!result || is_valid_utf8(result->text));
}

// Every cut and every changed byte of a page gives an article or a reason, and valid UTF-8.
TEST(Html, MutatedPages) {
  const std::string whole = page(
      "<title>T</title><script "
      "type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"H\",\"author\":[[{\"name\":\"N\"}]]}</script>",
      "<article><h1>T</h1><table><tr><td>" + paragraphs() +
          "</table><select><option>a</select><svg><p>b</svg><template>c</template></article>");
  std::uint32_t seed = 7;
  for (int round = 0; round < 1500; ++round) {
    std::string html = whole;
    for (int k = 0; k < 1 + round % 20; ++k) {
      seed = seed * 1664525U + 1013904223U;
      const std::size_t at = seed % html.size();
      seed = seed * 1664525U + 1013904223U;
      constexpr std::string_view kSigns = "<>/\"'=!-[]&;{},:\0p";
      if (seed % 5 == 0)
        html.erase(at, 1 + seed % 40);
      else
        html[at] = kSigns[(seed >> 16U) % kSigns.size()];
      if (html.empty()) html = "<";
    }
    const auto article = read_html(html);
    if (article) {
      EXPECT_TRUE(is_valid_utf8(article->text));
      EXPECT_FALSE(article->text.empty());
    }
  }
}

}  // namespace
}  // namespace bayhaqi
