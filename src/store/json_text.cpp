#include "store/json_text.h"

#include <fmt/format.h>

#include <charconv>
#include <cmath>

#include "base/utf8.h"

namespace bayhaqi {

namespace {

constexpr char32_t kLineSeparator = 0x2028;
constexpr char32_t kParagraphSeparator = 0x2029;

void append_escaped(std::string& out, unsigned char byte) {
  switch (byte) {
    case '"':
      out.append("\\\"");
      break;
    case '\\':
      out.append("\\\\");
      break;
    case '\n':
      out.append("\\n");
      break;
    case '\r':
      out.append("\\r");
      break;
    case '\t':
      out.append("\\t");
      break;
    default:
      out.append(fmt::format("\\u{:04x}", byte));
  }
}

bool is_plain(unsigned char byte) { return byte >= 0x20 && byte < 0x7F && byte != '"' && byte != '\\'; }

}  // namespace

void append_json_string(std::string& out, std::string_view text) {
  out.push_back('"');
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i;
    while (end < text.size() && is_plain(static_cast<unsigned char>(text[end]))) ++end;
    out.append(text.substr(i, end - i));
    i = end;
    if (i == text.size()) break;
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte < 0x80) {
      append_escaped(out, byte);
      ++i;
      continue;
    }
    const CodePoint point = decode_utf8(text, i);
    if (point.value == kLineSeparator || point.value == kParagraphSeparator)
      out.append(fmt::format("\\u{:04x}", static_cast<std::uint32_t>(point.value)));
    else
      append_utf8(out, point.value);
    i += point.size;
  }
  out.push_back('"');
}

std::string shortest(double value) {
  if (!std::isfinite(value) || value == 0) return "0";
  char buffer[32] = {};
  const auto end = std::to_chars(buffer, buffer + sizeof buffer, value).ptr;
  return {buffer, end};
}

void JsonText::comma() {
  if (!first_) out_.push_back(',');
  first_ = false;
}

JsonText& JsonText::open(char bracket) {
  comma();
  out_.push_back(bracket);
  first_ = true;
  return *this;
}

JsonText& JsonText::close(char bracket) {
  out_.push_back(bracket);
  first_ = false;
  return *this;
}

JsonText& JsonText::key(std::string_view name) {
  comma();
  append_json_string(out_, name);
  out_.push_back(':');
  first_ = true;
  return *this;
}

JsonText& JsonText::text(std::string_view value) {
  comma();
  append_json_string(out_, value);
  return *this;
}

JsonText& JsonText::text_or_null(std::string_view value) { return value.empty() ? null() : text(value); }

JsonText& JsonText::number(std::int64_t value) {
  comma();
  out_.append(std::to_string(value));
  return *this;
}

JsonText& JsonText::number(double value) {
  comma();
  out_.append(shortest(value));
  return *this;
}

JsonText& JsonText::null() {
  comma();
  out_.append("null");
  return *this;
}

}  // namespace bayhaqi
