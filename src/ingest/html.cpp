#include "ingest/html.h"

#include <algorithm>
#include <vector>

#include "base/utf8.h"
#include "ingest/dateline.h"
#include "ingest/html_main_text.h"
#include "ingest/html_metadata.h"
#include "ingest/html_tree.h"
#include "ingest/paragraphs.h"

namespace bayhaqi {

namespace {

constexpr std::size_t kLeastLetters = 80;  // fewer are no article

std::size_t letters_in(std::string_view text) {
  std::size_t letters = 0;
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint point = decode_utf8(text, i);
    letters += static_cast<std::size_t>(is_letter(point.value));
    i += point.size;
  }
  return letters;
}

}  // namespace

std::expected<Article, std::string> read_html(std::string_view html) {
  const auto tree = HtmlTree::parse(html);
  if (!tree) return std::unexpected("the HTML is nested or tangled beyond what a page needs");
  PageMetadata page = read_page_metadata(*tree);
  Article article;
  article.text = joined_paragraphs(main_text(*tree, page.title, page.body));
  if (letters_in(article.text) < kLeastLetters) return std::unexpected("the HTML page holds no article text");
  article.title = std::move(page.title);
  article.published = std::move(page.published);
  article.publisher = std::move(page.publisher);
  article.url = std::move(page.url);
  article.language = std::move(page.language);
  article.news_id = std::move(page.news_id);
  article.authors = std::move(page.authors);
  if (const auto found = find_dateline(article.text)) {
    article.dateline = found->dateline;
    if (article.published.empty()) article.published = found->date;
  }
  return article;
}

}  // namespace bayhaqi
