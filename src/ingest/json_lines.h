// JSON objects to articles. A line holds one object with at least `text`; fields are those of the record, under the names
// that corpora use (docs/input.md has the table). The text is kept as given, since spans refer to it; a dateline at its start
// is read but stays. Unknown fields are passed over. In: one line, or a whole .json file (object, or array of objects).
// Out: Article with id, without input; or the reason why not. A JsonReader keeps its buffers: one per thread.
// Reference: RFC 8259, https://jsonlines.org.
#pragma once

#include <expected>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "bayhaqi/article.h"

namespace bayhaqi {

class JsonReader {
 public:
  JsonReader();
  ~JsonReader();
  JsonReader(JsonReader&&) noexcept;
  JsonReader& operator=(JsonReader&&) noexcept;

  // Line of any encoding; broken bytes become U+FFFD. An error is one sentence without the place.
  std::expected<Article, std::string> read_line(std::string_view line);

  // A file that holds one object or an array; `take` gets one result per object.
  void read_document(std::string_view json, const std::function<void(std::expected<Article, std::string>)>& take);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace bayhaqi
