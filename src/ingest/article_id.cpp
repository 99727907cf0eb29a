#include "ingest/article_id.h"

#define XXH_INLINE_ALL
#include <fmt/format.h>
#include <xxhash.h>

namespace bayhaqi {

namespace {

// Fields can't run into each other: the separator doesn't occur in addresses or names.
std::string hashed(std::string_view kind, std::string_view first, std::string_view second) {
  std::string key;
  key.reserve(kind.size() + first.size() + second.size() + 2);
  key.append(kind).append(1, '\x1F').append(first).append(1, '\x1F').append(second);
  const XXH128_hash_t hash = XXH3_128bits(key.data(), key.size());
  return fmt::format("{:016x}{:016x}", hash.high64, hash.low64);
}

}  // namespace

std::string article_id(const Article& article) {
  if (!article.id.empty()) return article.id;
  if (!article.url.empty()) return hashed("url", article.publisher, article.url);
  if (!article.news_id.empty()) return hashed("news_id", article.publisher, article.news_id);
  return hashed("text", "", article.text);
}

}  // namespace bayhaqi
