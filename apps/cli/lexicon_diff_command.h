// bayhaqi lexicon diff: two folders of dictionaries, entry by entry.
#pragma once

#include <string>

namespace bayhaqi::cli {

struct DiffOptions {
  std::string before;
  std::string after;
  std::string form = "text";
};

// 0: the same, 1: different, 2: a folder can't be read.
int diff_lexicons(const DiffOptions& options);

}  // namespace bayhaqi::cli
