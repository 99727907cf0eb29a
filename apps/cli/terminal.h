// What the program shows people: colours, width, messages, progress. Colours and progress only on a terminal.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

namespace bayhaqi::cli {

enum ExitCode : int { kDone = 0, kSomeFailed = 1, kUsageError = 2 };

[[nodiscard]] bool is_terminal(int descriptor);
[[nodiscard]] std::size_t terminal_width(int descriptor);  // 0 if unknown or no terminal

// ANSI codes, empty strings when off.
struct Palette {
  std::string_view bold, dim, red, green, yellow, blue, magenta, cyan, off;
};
[[nodiscard]] const Palette& palette(bool on);

// "bayhaqi: …" on standard error.
void complain(std::string_view message);

// Writes all bytes to standard output; false if they can't be written (full disk, closed pipe).
[[nodiscard]] bool put(std::string_view text);
[[nodiscard]] bool flush_output();
// Why the last put or flush_output failed, by errno.
[[nodiscard]] std::string output_fault();
// "1 article", "2 articles".
[[nodiscard]] std::string counted(std::uint64_t count, std::string_view thing);

// One line on standard error that is written over: share done, rate, time left. Silent unless a terminal.
class Progress {
 public:
  explicit Progress(std::string_view unit);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  void show(std::uint64_t count, std::uint64_t bytes_done, std::uint64_t bytes_total);
  void clear();
  [[nodiscard]] double seconds() const;

 private:
  std::string unit_;
  bool on_;
  bool shown_ = false;
  std::chrono::steady_clock::time_point start_;
  std::chrono::steady_clock::time_point last_;
};

// From the first Ctrl-C or termination signal on; a second one ends the program at once.
void watch_for_interruption();
[[nodiscard]] bool interrupted();

}  // namespace bayhaqi::cli
