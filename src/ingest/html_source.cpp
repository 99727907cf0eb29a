#include "ingest/html_source.h"

#include <algorithm>
#include <array>

namespace bayhaqi {

namespace {

// Elements that go with all they hold, and those of which only the tags go.
constexpr std::array<std::string_view, 11> kWhole = {"script", "style",  "svg", "math",    "select",  "template",
                                                     "iframe", "canvas", "xmp", "noembed", "noframes"};
constexpr std::array<std::string_view, 6> kTagOnly = {"plaintext", "frameset", "frame", "optgroup", "option", "annotation-xml"};

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

bool is_name_byte(char c) { return (lower(c) >= 'a' && lower(c) <= 'z') || (c >= '0' && c <= '9') || c == '-'; }

bool starts_with_name(std::string_view text, std::string_view name) {
  if (text.size() < name.size()) return false;
  return std::equal(name.begin(), name.end(), text.begin(), [](char a, char b) { return a == lower(b); }) &&
         (text.size() == name.size() || !is_name_byte(text[name.size()]));
}

template <std::size_t N>
std::string_view name_among(std::string_view text, const std::array<std::string_view, N>& names) {
  const auto found = std::find_if(names.begin(), names.end(), [&](std::string_view name) { return starts_with_name(text, name); });
  return found == names.end() ? std::string_view() : *found;
}

std::size_t after_bracket(std::string_view html, std::size_t from) {
  const std::size_t end = html.find('>', from);
  return end == std::string_view::npos ? html.size() : end + 1;
}

bool holds_json_ld(std::string_view tag) {
  std::string small(tag.substr(0, 400));
  std::transform(small.begin(), small.end(), small.begin(), lower);
  return small.find("application/ld+json") != std::string::npos;
}

class Cleaner {
 public:
  explicit Cleaner(std::string_view html) : html_(html) { out_.reserve(html.size() / 2); }

  std::string clean() {
    while (at_ < html_.size()) {
      const std::size_t open = std::min(html_.find('<', at_), html_.size());
      append(html_.substr(at_, open - at_));
      at_ = open;
      if (at_ < html_.size()) at_ = after_markup();
    }
    return std::move(out_);
  }

 private:
  void append(std::string_view text) {
    const std::size_t size = out_.size();
    out_.append(text);
    std::replace(out_.begin() + static_cast<std::ptrdiff_t>(size), out_.end(), '\0', ' ');
  }

  // Copies or passes over what begins with '<', and says where to go on.
  std::size_t after_markup() {
    const std::string_view rest = html_.substr(at_);
    if (rest.starts_with("<!--")) {
      const std::size_t end = comment_open_ ? std::string_view::npos : html_.find("-->", at_ + 4);
      comment_open_ = end == std::string_view::npos;
      return comment_open_ ? at_ + 4 : end + 3;
    }
    if (rest.starts_with("<![")) return after_bracket(html_, at_);
    const bool closing = rest.starts_with("</");
    const std::string_view name = rest.substr(closing ? 2 : 1, 20);
    if (!name_among(name, kTagOnly).empty()) return after_tag();
    const std::string_view whole = name_among(name, kWhole);
    if (whole.empty()) {
      out_.push_back('<');
      return at_ + 1;
    }
    out_.push_back(' ');
    if (closing) return after_bracket(html_, at_);
    return after_element(whole);
  }

  std::size_t after_tag() {
    out_.push_back(' ');
    return after_bracket(html_, at_);
  }

  std::size_t after_element(std::string_view name) {
    const std::size_t content = after_bracket(html_, at_);
    if (html_.substr(at_, content - at_).ends_with("/>")) return content;
    const std::size_t close = closing_tag(name, content);
    if (close == std::string_view::npos) return content;
    const std::size_t end = after_bracket(html_, close);
    if (name == "script" && holds_json_ld(html_.substr(at_, content - at_))) append(html_.substr(at_, end - at_));
    return end;
  }

  // Remembers where a name has no closing tag any more, so that the work stays linear.
  std::size_t closing_tag(std::string_view name, std::size_t from) {
    const auto index = static_cast<std::size_t>(std::find(kWhole.begin(), kWhole.end(), name) - kWhole.begin());
    if (never_closed_[index]) return std::string_view::npos;
    for (std::size_t close = html_.find("</", from); close != std::string_view::npos; close = html_.find("</", close + 2)) {
      if (starts_with_name(html_.substr(close + 2, 20), name)) return close;
    }
    never_closed_[index] = true;
    return std::string_view::npos;
  }

  std::string_view html_;
  std::string out_;
  std::size_t at_ = 0;
  std::array<bool, kWhole.size()> never_closed_ = {};
  bool comment_open_ = false;  // no comment is closed any more
};

}  // namespace

std::string without_unread_markup(std::string_view html) { return Cleaner(html).clean(); }

}  // namespace bayhaqi
