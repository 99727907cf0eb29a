// The source of a page without what no article's text stands in: comments, scripts (but JSON-LD), styles, drawings, formulas, form
// lists, templates. Half or more of a news page goes before it is parsed. It is also a guard: gumbo 0.10 aborts on some broken
// pages that mix tables, foreign content and templates; without those it does not. In and out: UTF-8. Pure, any thread.
#pragma once

#include <string>
#include <string_view>

namespace bayhaqi {

[[nodiscard]] std::string without_unread_markup(std::string_view html);

}  // namespace bayhaqi
