// Results and errors. Whatever can fail for reasons outside the program (files, formats, databases, dictionaries) returns
// Result<T>; the Error says what went wrong and where. Odd input text is never an error: see Note in article.h.
// The library neither throws across its public interface nor prints.
#pragma once

#include <cstdint>
#include <expected>
#include <string>
#include <utility>
#include <vector>

namespace bayhaqi {

enum class ErrorCode : std::uint8_t {
  kUsage,       // wrong arguments
  kNotFound,    // no such file or folder
  kUnreadable,  // exists, but can't be read
  kFormat,      // read, but not what it should be
  kVersion,     // made by another version
  kChecksum,    // damaged
  kLimit,       // larger than a stated limit
  kWrite,       // can't be written (full disk, closed pipe)
  kDatabase,    // SQLite or PostgreSQL said no
  kInterrupted  // asked to stop
};

struct Error {
  ErrorCode code = ErrorCode::kFormat;
  std::string message;  // one sentence, lower case, without the place
  std::string place;    // "file:line:column", a path, or empty

  // "place: message", as shown to people.
  [[nodiscard]] std::string text() const { return place.empty() ? message : place + ": " + message; }
};

template <typename T>
using Result = std::expected<T, Error>;

[[nodiscard]] inline std::unexpected<Error> fail(ErrorCode code, std::string message, std::string place = {}) {
  return std::unexpected<Error>(Error{code, std::move(message), std::move(place)});
}

}  // namespace bayhaqi
