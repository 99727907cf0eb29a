// A saved news page to an article: main text, headline, date, authors, site, address, language. In: valid UTF-8 HTML.
// Out: Article without id and input, or one sentence that says why the page holds no article. Paragraphs, list items and
// headings inside the article are joined by "\n\n"; menus, scripts, comments, captions and related links stay out. Any thread.
#pragma once

#include <expected>
#include <string>
#include <string_view>

#include "bayhaqi/article.h"

namespace bayhaqi {

[[nodiscard]] std::expected<Article, std::string> read_html(std::string_view html);

}  // namespace bayhaqi
