// What an HTML page says about itself: title, date of publication, authors, site, address, language, and the article's text
// where JSON-LD carries it. Sources by trust: JSON-LD (schema.org NewsArticle and kin), <meta> (Open Graph, article:, Dublin
// Core, Parsely, Sailthru), microdata, then what the page shows (h1, <time>, byline, title element). Pure, any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ingest/html_tree.h"

namespace bayhaqi {

struct PageMetadata {
  std::string title;
  std::string published;  // ISO 8601, empty if unknown
  std::string publisher;
  std::string url;
  std::string language;
  std::string news_id;
  std::vector<std::string> authors;
  std::string body;  // articleBody of JSON-LD, paragraphs joined by "\n\n"
};

[[nodiscard]] PageMetadata read_page_metadata(const HtmlTree& tree);

// Plain text of a string that may hold character references and tags ("Arnault&#8217;s <i>gift</i>").
[[nodiscard]] std::string without_markup(std::string_view text);

// Adds what one JSON-LD script says, where `out` has nothing yet. Broken JSON adds nothing.
void read_json_ld(std::string_view json, PageMetadata& out);

}  // namespace bayhaqi
