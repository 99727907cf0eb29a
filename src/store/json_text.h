// Writing JSON: strings, numbers, null, and the commas between. In: values in the order in which they shall stand.
// Out: compact JSON appended to a string. Strings are escaped as RFC 8259 asks (quote, backslash, controls; broken UTF-8 becomes
// U+FFFD, U+2028/2029 are escaped so that a line stays a line everywhere); empty strings become null where said so.
// Doubles take the shortest form that reads back as the same number, the same on every machine. One thread per object.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace bayhaqi {

class JsonText {
 public:
  explicit JsonText(std::string& out) : out_(out) {}

  JsonText& open(char bracket);   // '{' or '['
  JsonText& close(char bracket);  // '}' or ']'
  JsonText& key(std::string_view name);
  JsonText& text(std::string_view value);
  JsonText& text_or_null(std::string_view value);  // null if empty
  JsonText& number(std::int64_t value);
  JsonText& number(double value);
  JsonText& null();

 private:
  void comma();
  std::string& out_;
  bool first_ = true;  // nothing stands before in the present bracket
};

void append_json_string(std::string& out, std::string_view text);
[[nodiscard]] std::string shortest(double value);  // "7.6", "-2", "34.9438"; "0" for -0 and for what is no number

}  // namespace bayhaqi
