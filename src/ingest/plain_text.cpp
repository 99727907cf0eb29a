#include "ingest/plain_text.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "ingest/dateline.h"
#include "ingest/paragraphs.h"
#include "ingest/published.h"

namespace bayhaqi {

namespace {

constexpr std::size_t kMostHeadLines = 14;
constexpr std::size_t kLongestName = 80;
constexpr std::size_t kLongestTitle = 200;

struct HeadField {
  std::string_view name;  // as on the page, in small letters
  std::string Article::*field;
};

constexpr std::array<HeadField, 16> kHeadFields = {{{"news id", &Article::news_id},
                                                    {"news code", &Article::news_id},
                                                    {"news number", &Article::news_id},
                                                    {"article id", &Article::news_id},
                                                    {"id", &Article::news_id},
                                                    {"publish date", &Article::published},
                                                    {"published", &Article::published},
                                                    {"publication date", &Article::published},
                                                    {"date", &Article::published},
                                                    {"title", &Article::title},
                                                    {"headline", &Article::title},
                                                    {"url", &Article::url},
                                                    {"link", &Article::url},
                                                    {"source", &Article::publisher},
                                                    {"publisher", &Article::publisher},
                                                    {"agency", &Article::publisher}}};

// "Publish Date : 08 October 2025 - 21:09" fills its field.
bool read_head_field(const std::string& line, Article& article, bool& identified) {
  const std::size_t colon = line.find(':');
  if (colon == std::string::npos || colon == 0) return false;
  std::string name = lowered(line.substr(0, colon));
  while (name.ends_with(' ')) name.pop_back();
  const std::string value = tidied(std::string_view(line).substr(colon + 1));
  if (name == "author" || name == "by") {
    if (!value.empty()) article.authors.push_back(value);
    return true;
  }
  const auto field = std::find_if(kHeadFields.begin(), kHeadFields.end(), [&](const HeadField& f) { return f.name == name; });
  if (field == kHeadFields.end()) return false;
  std::string& target = article.*field->field;
  if (target.empty()) target = field->field == &Article::published ? iso_published(value) : value;
  identified = identified || field->field == &Article::news_id || field->field == &Article::published;
  return true;
}

// Lines of the head, and where the rest begins; nothing if the text doesn't open with a page head.
struct PageHead {
  Article article;
  std::vector<std::string> names;  // lines before the first field: the site's name
  std::size_t next = 0;            // first line after the last field
};

std::optional<PageHead> read_page_head(const std::vector<std::string_view>& lines) {
  PageHead head;
  bool identified = false;
  std::size_t seen = 0;
  for (std::size_t i = 0; i < lines.size() && seen < kMostHeadLines; ++i) {
    const std::string line = tidied(lines[i].substr(0, 4 * kLongestTitle));
    if (line.empty()) continue;
    ++seen;
    if (line.size() <= kLongestTitle && read_head_field(line, head.article, identified)) {
      head.next = i + 1;
    } else if (head.next > 0 || line.size() > kLongestName || head.names.size() >= 2) {
      break;
    } else {
      head.names.push_back(line);
    }
  }
  if (!identified) return std::nullopt;
  return head;
}

bool ends_sentence(std::string_view line) {
  return line.ends_with('.') || line.ends_with('?') || line.ends_with('!') || line.ends_with("\xE2\x80\x9D") || line.ends_with('"') ||
         line.ends_with(':');
}

bool looks_like_title(std::string_view line) {
  return !line.empty() && line.size() <= kLongestTitle && !line.ends_with('.') && !find_dateline(line);
}

void read_page_body(const std::vector<std::string_view>& lines, PageHead& head) {
  Article& article = head.article;
  if (article.publisher.empty() && !head.names.empty()) article.publisher = head.names.front();
  if (article.title.empty() && head.names.size() > 1) article.title = head.names.back();
  std::vector<std::string_view> body(lines.begin() + static_cast<std::ptrdiff_t>(head.next), lines.end());
  const auto skip_blank = [&] {
    body.erase(body.begin(), std::find_if(body.begin(), body.end(), [](auto line) { return !tidied(line).empty(); }));
  };
  skip_blank();
  const std::string first_line = body.empty() ? std::string() : tidied(body.front());
  const bool apart = body.size() > 1 && tidied(body[1]).empty() && first_line.size() <= kLongestTitle && !find_dateline(first_line);
  if (article.title.empty() && body.size() > 1 && (apart || looks_like_title(first_line))) {
    article.title = first_line;
    body.erase(body.begin());
    skip_blank();
  }
  if (!body.empty()) {
    const std::string_view first = body.front();
    if (const auto found = find_dateline(first)) {
      article.dateline = found->dateline;
      if (article.published.empty()) article.published = found->date;
      body.front().remove_prefix(std::min(found->end, first.size()));
    }
  }
  article.text = joined_paragraphs(paragraphs_of_lines(body));
}

// A first line that is short, has no full stop and stands apart from longer text.
bool has_title(const std::vector<std::string_view>& lines, std::size_t first) {
  const std::string line = tidied(lines[first]);
  if (!looks_like_title(line) || ends_sentence(line) || line.size() < 10) return false;
  if (first + 2 >= lines.size() || !tidied(lines[first + 1]).empty()) return false;
  for (std::size_t i = first + 2; i < lines.size(); ++i) {
    if (const std::string next = tidied(lines[i]); !next.empty()) return find_dateline(next).has_value() || next.size() > line.size();
  }
  return false;
}

}  // namespace

Article read_plain_text(std::string_view text) {
  std::vector<std::string_view> lines = split_lines(text);
  if (auto head = read_page_head(lines)) {
    read_page_body(lines, *head);
    return std::move(head->article);
  }
  Article article;
  const auto first = std::find_if(lines.begin(), lines.end(), [](std::string_view line) { return !tidied(line).empty(); });
  if (first == lines.end()) return article;
  const auto start = static_cast<std::size_t>(first - lines.begin());
  std::size_t body = start;
  if (has_title(lines, start)) {
    article.title = tidied(lines[start]);
    body = start + 1;
  }
  lines.erase(lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(body));
  article.text = joined_paragraphs(paragraphs_of_lines(lines));
  if (const auto found = find_dateline(article.text)) {
    article.dateline = found->dateline;
    article.published = found->date;
  }
  return article;
}

}  // namespace bayhaqi
