// A coded document as the record of schema "bayhaqi/1": one JSON object on one line. In: the document, who coded it, the names
// of the lexicon's files. Out: the line without its line end. Spans become code points of article.text; keys stand in the order
// of docs/record.schema.json; unknown values are null. The same document gives the same bytes. const, so any thread may use one.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "bayhaqi/document.h"
#include "lexicon/source.h"

namespace bayhaqi {

inline constexpr std::string_view kRecordSchema = "bayhaqi/1";

// Everything that the coding depends on besides the input; empty strings become null.
struct CoderIdentity {
  std::string version;  // of the program
  std::string lexicon;  // checksum
  std::string model;    // checksum
};

class RecordWriter {
 public:
  explicit RecordWriter(CoderIdentity identity, FileNames files = {}) : identity_(std::move(identity)), files_(std::move(files)) {}

  [[nodiscard]] std::string record_line(const Document& document) const;
  // {"schema": …, "error": {"input": …, "offset": n, "reason": …}}
  [[nodiscard]] static std::string error_line(std::string_view input, std::uint64_t offset, std::string_view reason);

  [[nodiscard]] const CoderIdentity& identity() const { return identity_; }
  [[nodiscard]] const FileNames& files() const { return files_; }

 private:
  CoderIdentity identity_;
  FileNames files_;
};

// "AGREE", status "actual" and the like as they are written.
[[nodiscard]] std::string_view to_string(Status status);
[[nodiscard]] std::string_view to_string(SpeechForm form);
[[nodiscard]] std::string_view to_string(TimeKind kind);
[[nodiscard]] std::string_view to_string(PlacePrecision precision);  // empty if unknown

}  // namespace bayhaqi
