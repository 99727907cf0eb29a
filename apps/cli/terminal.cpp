#include "terminal.h"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>

namespace bayhaqi::cli {

namespace {

volatile std::sig_atomic_t interruptions = 0;  // a signal handler can reach nothing else

extern "C" void on_signal(int signal) {
  if (interruptions != 0) {
    std::signal(signal, SIG_DFL);
    std::raise(signal);
  }
  interruptions = 1;
}

}  // namespace

bool is_terminal(int descriptor) { return ::isatty(descriptor) == 1; }

std::size_t terminal_width(int descriptor) {
  winsize size{};
  if (!is_terminal(descriptor) || ::ioctl(descriptor, TIOCGWINSZ, &size) != 0) return 0;
  return size.ws_col;
}

const Palette& palette(bool on) {
  static constexpr Palette kOn = {"\033[1m", "\033[2m", "\033[31m", "\033[32m", "\033[33m", "\033[34m", "\033[35m", "\033[36m", "\033[0m"};
  static constexpr Palette kOff = {};
  return on ? kOn : kOff;
}

void complain(std::string_view message) { fmt::print(stderr, "bayhaqi: {}\n", message); }

bool put(std::string_view text) { return std::fwrite(text.data(), 1, text.size(), stdout) == text.size(); }
bool flush_output() { return std::fflush(stdout) == 0; }
std::string output_fault() { return std::string("standard output: can't be written: ") + std::strerror(errno); }
std::string counted(std::uint64_t count, std::string_view thing) { return std::to_string(count) + " " + std::string(thing) + (count == 1 ? "" : "s"); }

Progress::Progress(std::string_view unit) : unit_(unit), on_(is_terminal(STDERR_FILENO)), start_(std::chrono::steady_clock::now()), last_(start_) {}

Progress::~Progress() { clear(); }

double Progress::seconds() const { return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count(); }

void Progress::show(std::uint64_t count, std::uint64_t bytes_done, std::uint64_t bytes_total) {
  if (!on_) return;
  const auto now = std::chrono::steady_clock::now();
  if (now - last_ < std::chrono::milliseconds(100)) return;
  last_ = now;
  shown_ = true;
  const double passed = seconds();
  std::string line = fmt::format("{} {}, {:.0f}/s", count, unit_, static_cast<double>(count) / passed);
  if (bytes_total > 0 && bytes_done > 0) {
    const double share = std::min(1.0, static_cast<double>(bytes_done) / static_cast<double>(bytes_total));
    const auto filled = static_cast<std::size_t>(share * 24);
    const double left = passed / share - passed;
    line = fmt::format("[{}{}] {:3.0f} %  {}  {:.0f} s left", std::string(filled, '#'), std::string(24 - filled, ' '), share * 100, line, left);
  }
  fmt::print(stderr, "\r\033[K{}", line);
  std::fflush(stderr);
}

void Progress::clear() {
  if (shown_) fmt::print(stderr, "\r\033[K");
  shown_ = false;
}

void watch_for_interruption() {
  std::signal(SIGINT, on_signal);
  std::signal(SIGTERM, on_signal);
  std::signal(SIGPIPE, SIG_IGN);
}

bool interrupted() { return interruptions != 0; }

}  // namespace bayhaqi::cli
