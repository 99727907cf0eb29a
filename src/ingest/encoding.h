// Bytes of a file to valid UTF-8. In: raw bytes, and the charset that a server or a <meta> named, if any.
// Order of belief: byte order mark, the pattern of zero bytes (UTF-16), valid UTF-8 as it stands, the declared charset,
// uchardet, Windows-1252. Latin-1 and ASCII are read as Windows-1252, as browsers do. Broken bytes become U+FFFD.
// Pure functions, any thread. Reference: WHATWG Encoding Standard.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace bayhaqi {

struct DecodedText {
  std::string text;          // valid UTF-8 without byte order mark
  std::string encoding;      // "UTF-8", "UTF-16LE", "WINDOWS-1252", …
  std::size_t replaced = 0;  // broken sequences that became U+FFFD
};

[[nodiscard]] DecodedText decode_bytes(std::string_view bytes, std::string_view declared = {});

// The charset that the head of an HTML page or an XML declaration names; empty if none.
[[nodiscard]] std::string charset_of_markup(std::string_view bytes);

[[nodiscard]] bool is_utf16(std::string_view bytes);  // by byte order mark or by its zero bytes

// What kind of binary data this is ("PDF document", "binary data"); empty for text of any encoding.
[[nodiscard]] std::string_view binary_kind(std::string_view bytes);

}  // namespace bayhaqi
