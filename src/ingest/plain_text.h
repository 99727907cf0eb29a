// Plain text to an article. Two forms:
//   page form   site name, lines "News ID: …" and "Publish Date: …", headline, dateline `CITY (Agency) --`, body: the head
//               goes into the fields, Article::text is the body alone
//   other text  paragraphs as they stand; a title only where one is marked off: a short first line without a full stop,
//               followed by a blank line and longer paragraphs. A dateline is read but stays in the text.
// In: valid UTF-8. Out: Article without id and input. A text without words gives an Article with empty text. Any thread.
#pragma once

#include <string_view>

#include "bayhaqi/article.h"

namespace bayhaqi {

[[nodiscard]] Article read_plain_text(std::string_view text);

}  // namespace bayhaqi
