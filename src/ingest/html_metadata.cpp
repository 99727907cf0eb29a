#include "ingest/html_metadata.h"

#include <algorithm>
#include <array>
#include <span>

#include "base/utf8.h"
#include "ingest/paragraphs.h"
#include "ingest/published.h"

namespace bayhaqi {

namespace {

constexpr std::size_t kLongestDateText = 120;
constexpr std::size_t kLongestName = 80;

// Names of <meta>, best first.
constexpr std::array<std::string_view, 17> kDateNames = {"article:published_time",
                                                         "og:published_time",
                                                         "datepublished",
                                                         "parsely-pub-date",
                                                         "sailthru.date",
                                                         "publishdate",
                                                         "pubdate",
                                                         "publish-date",
                                                         "publication_date",
                                                         "dcterms.created",
                                                         "dc.date.issued",
                                                         "dcterms.date",
                                                         "dc.date",
                                                         "article.published",
                                                         "date",
                                                         "pub_date",
                                                         "published"};
constexpr std::array<std::string_view, 6> kTitleNames = {"og:title",       "twitter:title", "parsely-title",
                                                         "sailthru.title", "dc.title",      "title"};
constexpr std::array<std::string_view, 3> kSiteNames = {"og:site_name", "application-name", "dc.publisher"};
constexpr std::array<std::string_view, 8> kAuthorNames = {"author", "parsely-author", "sailthru.author", "article:author", "dc.creator",
                                                          "byl",    "og:author",      "authors"};

struct Meta {
  std::string name;  // lower case
  std::string content;
};

std::vector<Meta> read_metas(const HtmlTree& tree) {
  std::vector<Meta> metas;
  for (std::uint32_t i = 0; i < tree.nodes().size(); ++i) {
    if (tree.node(i).tag != GUMBO_TAG_META) continue;
    std::string content = tidied(tree.attribute(i, "content"));
    if (content.empty()) continue;
    for (const char* key : {"property", "name", "itemprop"}) {
      if (const std::string_view name = tree.attribute(i, key); !name.empty()) metas.push_back({lowered(name), content});
    }
  }
  return metas;
}

template <typename Accept>
std::string first_meta(const std::vector<Meta>& metas, std::span<const std::string_view> names, Accept accept) {
  for (const std::string_view name : names) {
    for (const Meta& meta : metas) {
      if (meta.name != name) continue;
      if (std::string value = accept(meta.content); !value.empty()) return value;
    }
  }
  return {};
}

std::string as_it_is(const std::string& content) { return content; }

bool mentions(std::string_view attribute, std::span<const std::string_view> words) {
  const std::string small = lowered(attribute);
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return small.find(word) != std::string::npos; });
}

std::string class_and_id(const HtmlTree& tree, std::uint32_t i) {
  return std::string(tree.attribute(i, "class")) + " " + std::string(tree.attribute(i, "id")) + " " +
         std::string(tree.attribute(i, "itemprop"));
}

// "Envoy leaves - Example Times" with the site's name, or the address's, behind a separator: without it.
std::string without_site(const std::string& title, const PageMetadata& page) {
  std::string name = folded(page.publisher);
  std::string host = folded(page.url.substr(0, page.url.find('/', 8)));
  for (const std::string_view mark :
       {" | ", " - ", " \xE2\x80\x93 ", " \xE2\x80\x94 ", " \xC2\xBB ", " :: ", " \xE2\x80\xA2 ", " \xC2\xB7 "}) {
    const std::size_t at = title.rfind(mark);
    if (at == std::string::npos || at < 8) continue;
    std::string tail = folded(title.substr(at + mark.size()));
    std::string joined = tail;
    std::erase_if(joined, [](char c) { return c == ' ' || c == '.'; });
    const bool is_site = (!name.empty() && (tail.find(name) != std::string::npos || name.find(tail) != std::string::npos)) ||
                         (!joined.empty() && joined.size() > 2 && host.find(joined) != std::string::npos);
    if (is_site) return without_site(title.substr(0, at), page);
  }
  return title;
}

// The headline on the page: the h1, or the one of several that the title element begins with.
std::string heading(const HtmlTree& tree, const std::string& title_element) {
  std::string best;
  for (std::uint32_t i = 0; i < tree.nodes().size(); ++i) {
    if (tree.node(i).tag != GUMBO_TAG_H1) continue;
    std::string text = tree.text_below(i);
    if (text.size() < 4) continue;
    if (title_element.find(text) != std::string::npos) return text;
    if (best.empty()) best = std::move(text);
  }
  return best;
}

std::string title_element(const HtmlTree& tree) {
  for (std::uint32_t i = 0; i < tree.nodes().size(); ++i) {
    if (tree.node(i).tag != GUMBO_TAG_TITLE) continue;
    std::string raw;
    for (std::uint32_t k = i + 1; k < tree.node(i).end; ++k) raw.append(tree.node(k).text);
    if (raw = tidied(raw); !raw.empty()) return raw;
  }
  return {};
}

std::string shown_date(const HtmlTree& tree, std::uint32_t i) {
  for (const char* name : {"datetime", "content", "title", "data-datetime"}) {
    if (std::string date = iso_published(tree.attribute(i, name)); !date.empty()) return date;
  }
  const std::string text = tree.text_below(i);
  return text.size() <= kLongestDateText ? iso_published(text) : std::string();
}

// A short line that is little more than a date, soon after the headline or just before it.
std::string date_beside_headline(const HtmlTree& tree) {
  constexpr std::uint32_t kAfter = 120;
  constexpr std::uint32_t kBefore = 30;
  const auto count = static_cast<std::uint32_t>(tree.nodes().size());
  std::uint32_t headline = 0;
  while (headline < count && tree.node(headline).tag != GUMBO_TAG_H1) ++headline;
  if (headline == count) return {};
  const auto date_at = [&](std::uint32_t i) {
    const std::string_view text = tree.is_text(i) ? tree.node(i).text : std::string_view();
    return text.size() >= 8 && text.size() <= 60 ? iso_published(text) : std::string();
  };
  for (std::uint32_t i = tree.node(headline).end; i < std::min(count, tree.node(headline).end + kAfter); ++i) {
    if (std::string date = date_at(i); !date.empty()) return date;
  }
  for (std::uint32_t i = headline; i-- > headline - std::min(headline, kBefore);) {
    if (std::string date = date_at(i); !date.empty()) return date;
  }
  return {};
}

// Dates that the page shows, by trust: marked as published, <time>, classes that speak of dates.
std::string date_on_page(const HtmlTree& tree) {
  constexpr std::array<std::string_view, 8> kDateWords = {"date", "publish", "time", "posted", "byline", "meta", "created", "entry-info"};
  std::string by_time;
  std::string by_class;
  for (std::uint32_t i = 0; i < tree.nodes().size(); ++i) {
    const HtmlNode& node = tree.node(i);
    if (tree.is_text(i) || is_unshown_tag(node.tag) || node.tag == GUMBO_TAG_META) continue;
    const std::string_view itemprop = tree.attribute(i, "itemprop");
    if (itemprop == "datePublished" || itemprop == "dateCreated") {
      if (std::string date = shown_date(tree, i); !date.empty()) return date;
    }
    if (node.tag == GUMBO_TAG_TIME && by_time.empty()) {
      by_time = shown_date(tree, i);
    } else if (by_class.empty() && node.end - i < 24 && mentions(class_and_id(tree, i), kDateWords)) {
      by_class = shown_date(tree, i);
    }
  }
  if (!by_time.empty()) return by_time;
  return by_class.empty() ? date_beside_headline(tree) : by_class;
}

std::string without_by(std::string text) {
  if (lowered(text.substr(0, 3)) == "by ") text.erase(0, 3);
  return text;
}

std::vector<std::string> authors_on_page(const HtmlTree& tree) {
  constexpr std::array<std::string_view, 5> kAuthorWords = {"byline", "author", "writer", "reporter", "contributor"};
  for (std::uint32_t i = 0; i < tree.nodes().size(); ++i) {
    if (tree.is_text(i) || tree.node(i).end - i > 24) continue;
    const bool marked = tree.attribute(i, "rel") == "author" || mentions(class_and_id(tree, i), kAuthorWords);
    if (!marked) continue;
    std::string name = without_by(tree.text_below(i));
    const auto spaces = std::count(name.begin(), name.end(), ' ');
    const bool digits = std::any_of(name.begin(), name.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (name.size() >= 4 && name.size() <= kLongestName && spaces >= 1 && spaces <= 6 && !digits && name.find(':') == std::string::npos)
      return {std::move(name)};
  }
  return {};
}

void read_links(const HtmlTree& tree, PageMetadata& page) {
  for (std::uint32_t i = 0; i < tree.nodes().size(); ++i) {
    const GumboTag tag = tree.node(i).tag;
    if (tag == GUMBO_TAG_LINK && page.url.empty() && lowered(tree.attribute(i, "rel")) == "canonical")
      page.url = tidied(tree.attribute(i, "href"));
    if (tag == GUMBO_TAG_HTML && page.language.empty()) {
      const std::string language = lowered(tree.attribute(i, "lang"));
      page.language = language.substr(0, language.find_first_of("-_"));
    }
    if (tag == GUMBO_TAG_SCRIPT && lowered(tree.attribute(i, "type")) == "application/ld+json" && i + 1 < tree.node(i).end) {
      const std::string_view json = tree.node(i + 1).text;
      const std::size_t begin = json.find_first_of("{[");
      const std::size_t end = json.find_last_of("}]");
      if (begin != std::string_view::npos && end != std::string_view::npos && begin < end) {
        const bool wrapped = json.substr(begin).starts_with("[CDATA");
        const std::size_t start = wrapped ? json.find_first_of("{[", begin + 7) : begin;
        const std::size_t stop =
            wrapped ? json.find_last_of("}]", json.rfind("]]") == std::string_view::npos ? end : json.rfind("]]") - 1) : end;
        if (start < stop && stop != std::string_view::npos) read_json_ld(json.substr(start, stop - start + 1), page);
      }
    }
  }
}

std::string host_of(std::string_view url) {
  const std::size_t begin = url.find("://");
  if (begin == std::string_view::npos) return {};
  std::string host(url.substr(begin + 3, url.find_first_of("/?#:", begin + 3) - begin - 3));
  if (host.starts_with("www.")) host.erase(0, 4);
  return host;
}

}  // namespace

PageMetadata read_page_metadata(const HtmlTree& tree) {
  PageMetadata page;
  const std::vector<Meta> metas = read_metas(tree);
  constexpr std::array<std::string_view, 1> kAddressNames = {"og:url"};
  constexpr std::array<std::string_view, 3> kIdNames = {"news_id", "newsid", "article:id"};
  read_links(tree, page);
  if (page.url.find("://") == std::string::npos) {
    if (std::string url = first_meta(metas, kAddressNames, as_it_is); url.find("://") != std::string::npos) page.url = std::move(url);
  }
  if (std::string site = first_meta(metas, kSiteNames, as_it_is); !site.empty()) page.publisher = std::move(site);
  if (page.publisher.empty()) page.publisher = host_of(page.url);
  page.news_id = first_meta(metas, kIdNames, as_it_is);
  if (page.title.empty()) page.title = first_meta(metas, kTitleNames, as_it_is);
  const std::string element = title_element(tree);
  const std::string h1 = heading(tree, element);
  if (page.title.empty()) page.title = h1.empty() ? element : h1;
  page.title = without_site(without_markup(page.title), page);
  if (page.published.empty()) page.published = first_meta(metas, kDateNames, [](const std::string& value) { return iso_published(value); });
  if (page.published.empty()) page.published = date_on_page(tree);
  if (page.published.empty()) page.published = date_of_address(page.url);
  if (page.authors.empty()) {
    const std::string author = first_meta(metas, kAuthorNames, [](const std::string& value) {
      return value.find("://") == std::string::npos ? without_by(value) : std::string();
    });
    if (!author.empty()) page.authors.push_back(author);
  }
  if (page.authors.empty()) page.authors = authors_on_page(tree);
  return page;
}

}  // namespace bayhaqi
