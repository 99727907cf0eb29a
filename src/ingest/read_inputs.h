// Articles one by one from files, folders and standard input, in the order given. In: paths ("-" is standard input).
// Out: per call of next() an article or an error that names input, offset and reason; reading goes on after an error.
// HTML and plain text hold one article a file; JSON Lines are streamed. By extension, else by the first bytes.
// Bounded memory: one file of HTML or text, one line of JSON; what exceeds a limit becomes an error.
// Every article leaves with id and input set and valid UTF-8. An InputReader belongs to one thread. docs/input.md.
#pragma once

#include <cstdint>
#include <deque>
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bayhaqi/article.h"
#include "ingest/input_files.h"
#include "ingest/json_lines.h"
#include "ingest/line_reader.h"

namespace bayhaqi {

struct InputError {
  std::string input;
  std::uint64_t offset = 0;  // bytes from the start of the input
  std::string reason;
};

struct InputLimits {
  std::size_t line = std::size_t{96} << 20U;  // of JSON Lines, and of a .json file: a text of 16 MiB, every character escaped
  std::size_t file = std::size_t{16} << 20U;  // of HTML and plain text
  std::size_t text = std::size_t{16} << 20U;  // of one article
};

class InputReader {
 public:
  using Item = std::expected<Article, InputError>;

  explicit InputReader(const std::vector<std::string>& inputs, int standard_input = 0, InputLimits limits = {});

  // The next article or error; nothing at the end.
  std::optional<Item> next();

  // For a progress bar. The total is 0 where standard input or a pipe makes it unknown.
  [[nodiscard]] std::uint64_t bytes_total() const { return total_; }
  [[nodiscard]] std::uint64_t bytes_consumed() const { return done_ + (open_ ? open_->consumed() : 0); }

 private:
  void open_next();
  void start_file();
  void read_whole(InputForm form);
  void read_lines();
  void push(std::expected<Article, std::string> article, std::uint64_t offset, std::uint64_t line);
  void fail_file(std::string reason);
  void close_file();

  std::vector<InputFile> files_;
  std::size_t next_file_ = 0;
  int standard_input_;
  InputLimits limits_;
  std::uint64_t total_ = 0;
  std::uint64_t done_ = 0;
  std::optional<LineReader> open_;
  bool streaming_ = false;  // JSON Lines of open_
  std::uint64_t line_ = 0;  // number of the line read last
  bool found_any_ = false;  // in the open file
  JsonReader json_;
  std::deque<Item> ready_;
};

// One whole file of HTML or plain text, as InputReader reads it; also for text fetched from an address.
[[nodiscard]] std::expected<Article, std::string> read_article(std::string_view bytes, InputForm form, std::string_view charset = {});

}  // namespace bayhaqi
