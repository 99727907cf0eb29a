// JSON-LD in news pages: one object, an array, or a "@graph"; the article is the object with an article's type.
#include <simdjson.h>

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "ingest/html_blocks.h"
#include "ingest/html_metadata.h"
#include "ingest/paragraphs.h"
#include "ingest/published.h"

namespace bayhaqi {

namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::element_type;
using simdjson::dom::object;

constexpr int kDeepest = 8;

// The value as T, or T's empty value where it is something else.
template <typename T>
T as(const element& value) {
  T out{};
  return value.get(out) == simdjson::SUCCESS ? out : T{};
}

std::string string_at(const object& value, std::string_view key) {
  element found;
  if (value.at_key(key).get(found) != simdjson::SUCCESS) return {};
  if (found.type() == element_type::ARRAY && as<array>(found).at(0).get(found) != simdjson::SUCCESS) return {};
  return tidied(as<std::string_view>(found));
}

bool is_article(const object& value) {
  constexpr std::array<std::string_view, 9> kTypes = {
      "NewsArticle",           "Article",         "ReportageNewsArticle",    "BlogPosting", "AnalysisNewsArticle", "OpinionNewsArticle",
      "BackgroundNewsArticle", "LiveBlogPosting", "AdvertiserContentArticle"};
  const std::string type = string_at(value, "@type");
  return std::any_of(kTypes.begin(), kTypes.end(), [&](std::string_view known) { return type.ends_with(known); });
}

void add_people(const element& value, int depth, std::vector<std::string>& names) {
  if (depth > kDeepest) return;
  std::string name;
  if (value.type() == element_type::STRING) {
    name = tidied(as<std::string_view>(value));
  } else if (value.type() == element_type::OBJECT) {
    name = string_at(as<object>(value), "name");
  } else if (value.type() == element_type::ARRAY) {
    const array people = as<array>(value);
    for (const element one : people) add_people(one, depth + 1, names);
  }
  if (!name.empty() && name.find("://") == std::string::npos && std::find(names.begin(), names.end(), name) == names.end())
    names.push_back(std::move(name));
}

void set_if_empty(std::string& field, std::string value) {
  if (field.empty()) field = std::move(value);
}

void read_article_object(const object& value, PageMetadata& out) {
  set_if_empty(out.title, without_markup(string_at(value, "headline")));
  set_if_empty(out.published, iso_published(string_at(value, "datePublished")));
  element found;
  if (value.at_key("publisher").get(found) == simdjson::SUCCESS && found.type() == element_type::OBJECT) {
    set_if_empty(out.publisher, string_at(as<object>(found), "name"));
  }
  if (out.authors.empty() && value.at_key("author").get(found) == simdjson::SUCCESS) add_people(found, 0, out.authors);
  if (value.at_key("articleBody").get(found) == simdjson::SUCCESS && found.type() == element_type::STRING && out.body.empty()) {
    const auto body = as<std::string_view>(found);
    const bool marked = body.find('<') != std::string_view::npos || body.find('&') != std::string_view::npos;
    out.body = marked ? without_markup(body) : joined_paragraphs(paragraphs_of_lines(split_lines(body)));
  }
}

void walk(const element& value, int depth, PageMetadata& out) {
  if (depth > kDeepest) return;
  if (value.type() == element_type::ARRAY) {
    const array all = as<array>(value);
    for (const element one : all) walk(one, depth + 1, out);
  } else if (value.type() == element_type::OBJECT) {
    const object fields = as<object>(value);
    if (is_article(fields)) read_article_object(fields, out);
    for (const std::string_view key : {"@graph", "mainEntity", "mainEntityOfPage"}) {
      element inner;
      if (fields.at_key(key).get(inner) == simdjson::SUCCESS) walk(inner, depth + 1, out);
    }
  }
}

// Line ends inside strings are common and not allowed; as white space between values they do no harm.
std::string without_controls(std::string_view json) {
  std::string out(json);
  for (char& c : out) c = static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
  return out;
}

}  // namespace

std::string without_markup(std::string_view text) {
  if (text.find('<') == std::string_view::npos && text.find('&') == std::string_view::npos) return tidied(text);
  const auto tree = HtmlTree::parse(text);
  if (!tree) return tidied(text);
  std::vector<std::string> paragraphs;
  for (const TextBlock& block : text_blocks(*tree)) paragraphs.push_back(block.text);
  return joined_paragraphs(paragraphs);
}

void read_json_ld(std::string_view json, PageMetadata& out) {
  simdjson::dom::parser parser;
  element root;
  std::string text(json);
  if (parser.parse(text).get(root) != simdjson::SUCCESS) {
    text = without_controls(json);
    if (parser.parse(text).get(root) != simdjson::SUCCESS) return;
  }
  walk(root, 0, out);
}

}  // namespace bayhaqi
