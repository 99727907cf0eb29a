// The identity of an article, stable over runs and machines: the id that the input gives; else a hash of publisher and
// address, or publisher and news id; else of the text. 32 hexadecimal digits of XXH3-128. Pure function, any thread.
#pragma once

#include <string>

#include "bayhaqi/article.h"

namespace bayhaqi {

[[nodiscard]] std::string article_id(const Article& article);

}  // namespace bayhaqi
