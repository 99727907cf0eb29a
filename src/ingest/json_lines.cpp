#include "ingest/json_lines.h"

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <utility>

#include "base/utf8.h"
#include "ingest/dateline.h"
#include "ingest/encoding.h"
#include "ingest/published.h"

namespace bayhaqi {

namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::element_type;
using simdjson::dom::object;

// Names of one field, best first.
using Names = std::array<std::string_view, 6>;
constexpr Names kId = {"id", "article_id", "_id", "uuid", "guid", ""};
constexpr Names kText = {"text", "maintext", "body", "content", "article_text", "full_text"};
constexpr Names kTitle = {"title", "headline", "heading", "title_page", "", ""};
constexpr Names kPublished = {"published", "date", "date_publish", "published_at", "publication_date", "pub_date"};
constexpr Names kPublisher = {"publisher", "source", "site_name", "source_domain", "outlet", "domain"};
constexpr Names kUrl = {"url", "link", "canonical_url", "source_url", "", ""};
constexpr Names kNewsId = {"news_id", "newsid", "", "", "", ""};
constexpr Names kLanguage = {"language", "lang", "", "", "", ""};
constexpr Names kAuthors = {"authors", "author", "byline", "", "", ""};

// The value as T, or T's empty value where it is something else.
template <typename T>
T as(const element& value) {
  T out{};
  return value.get(out) == simdjson::SUCCESS ? out : T{};
}

std::string text_of(const element& value);

// Publishers come as {"name": "…"} too.
std::string name_in(const object& value) {
  for (const std::string_view key : {"name", "title", "id"}) {
    element inner;
    if (value.at_key(key).get(inner) == simdjson::SUCCESS && inner.type() == element_type::STRING) return text_of(inner);
  }
  return {};
}

std::string text_of(const element& value) {
  switch (value.type()) {
    case element_type::STRING:
      return std::string(as<std::string_view>(value));
    case element_type::INT64:
      return std::to_string(as<std::int64_t>(value));
    case element_type::UINT64:
      return std::to_string(as<std::uint64_t>(value));
    case element_type::DOUBLE: {
      const double number = as<double>(value);  // Unix time with fractions
      return number > -1e15 && number < 1e15 ? std::to_string(static_cast<std::int64_t>(number)) : std::string();
    }
    case element_type::OBJECT:
      return name_in(as<object>(value));
    default:
      return {};
  }
}

// The first of the names that holds something.
std::string field(const object& article, const Names& names) {
  for (const std::string_view name : names) {
    element value;
    if (name.empty() || article.at_key(name).get(value) != simdjson::SUCCESS) continue;
    if (std::string text = text_of(value); !text.empty()) return text;
  }
  return {};
}

std::vector<std::string> authors_of(const object& article) {
  std::vector<std::string> authors;
  for (const std::string_view name : kAuthors) {
    element value;
    if (name.empty() || article.at_key(name).get(value) != simdjson::SUCCESS) continue;
    if (value.type() == element_type::ARRAY) {
      const array all = as<array>(value);
      for (const element author : all) {
        if (std::string text = text_of(author); !text.empty()) authors.push_back(std::move(text));
      }
    } else if (std::string text = text_of(value); !text.empty()) {
      authors.push_back(std::move(text));
    }
    if (!authors.empty()) break;
  }
  return authors;
}

// A string ("ISTANBUL", or a whole dateline) or {"place": …, "agency": …}.
Dateline dateline_of(const object& article) {
  element value;
  if (article.at_key("dateline").get(value) == simdjson::SUCCESS) {
    if (value.type() == element_type::OBJECT) {
      constexpr Names kPlace = {"place", "city", "location", "", "", ""};
      constexpr Names kAgency = {"agency", "source", "", "", "", ""};
      const object parts = as<object>(value);
      return {field(parts, kPlace), field(parts, kAgency)};
    }
    std::string given = text_of(value);
    if (!given.empty()) {
      if (const auto found = find_dateline(given + " -- ")) return found->dateline;
      return {std::move(given), {}};
    }
  }
  return {};
}

bool has_words(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint point = decode_utf8(text, i);
    if (is_letter(point.value)) return true;
    i += point.size;
  }
  return false;
}

std::expected<Article, std::string> read_object(const element& value) {
  object fields;
  if (value.get(fields) != simdjson::SUCCESS) return std::unexpected("expected a JSON object");
  Article article;
  article.text = field(fields, kText);
  if (article.text.empty()) return std::unexpected("the object has no \"text\" (or the text is empty)");
  if (!has_words(article.text)) return std::unexpected("the text has no words");
  article.id = field(fields, kId);
  article.title = field(fields, kTitle);
  article.published = iso_published(field(fields, kPublished));
  article.publisher = field(fields, kPublisher);
  article.url = field(fields, kUrl);
  article.news_id = field(fields, kNewsId);
  article.language = field(fields, kLanguage);
  article.authors = authors_of(fields);
  article.dateline = dateline_of(fields);
  const auto found = find_dateline(article.text);
  if (found && article.dateline.place.empty() && article.dateline.agency.empty()) article.dateline = found->dateline;
  if (found && article.published.empty()) article.published = found->date;
  if (article.published.empty()) article.published = date_of_address(article.url);
  return article;
}

}  // namespace

struct JsonReader::State {
  simdjson::dom::parser parser;
  std::string buffer;  // the line, with room behind it as simdjson wants
};

JsonReader::JsonReader() : state_(std::make_unique<State>()) {}
JsonReader::~JsonReader() = default;
JsonReader::JsonReader(JsonReader&&) noexcept = default;
JsonReader& JsonReader::operator=(JsonReader&&) noexcept = default;

namespace {

constexpr std::size_t kKeptBuffer = std::size_t{8} << 20U;  // larger ones are given back after use

std::expected<element, std::string> parse(simdjson::dom::parser& parser, std::string& buffer, std::string_view json) {
  if (buffer.capacity() > kKeptBuffer && json.size() < kKeptBuffer) {
    std::string().swap(buffer);
    parser = simdjson::dom::parser();
  }
  if (is_valid_utf8(json))
    buffer.assign(json);
  else
    buffer = decode_bytes(json).text;
  const std::size_t size = buffer.size();
  buffer.resize(size + simdjson::SIMDJSON_PADDING, '\0');
  element root;
  const simdjson::error_code code = parser.parse(buffer.data(), size, false).get(root);
  if (code == simdjson::SUCCESS) return root;
  if (code == simdjson::EMPTY) return std::unexpected("expected a JSON object, found nothing");
  return std::unexpected(std::string("not valid JSON: ") + simdjson::error_message(code));
}

}  // namespace

std::expected<Article, std::string> JsonReader::read_line(std::string_view line) {
  const auto root = parse(state_->parser, state_->buffer, line);
  if (!root) return std::unexpected(root.error());
  return read_object(*root);
}

void JsonReader::read_document(std::string_view json, const std::function<void(std::expected<Article, std::string>)>& take) {
  const auto root = parse(state_->parser, state_->buffer, json);
  if (!root) return take(std::unexpected(root.error()));
  if (root->type() != element_type::ARRAY) return take(read_object(*root));
  const array all = as<array>(*root);
  for (const element value : all) take(read_object(value));
}

}  // namespace bayhaqi
