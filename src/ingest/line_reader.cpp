#include "ingest/line_reader.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <utility>

namespace bayhaqi {

namespace {

constexpr std::size_t kChunk = std::size_t{1} << 18U;
constexpr std::size_t kKeptBuffer = std::size_t{4} << 20U;

std::string spelled(int number) {
  std::string message = std::generic_category().message(number);
  if (!message.empty() && message[0] >= 'A' && message[0] <= 'Z') message[0] = static_cast<char>(message[0] + 32);
  return message;
}

}  // namespace

Result<LineReader> LineReader::open(const std::string& path) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0)
    return fail(errno == ENOENT ? ErrorCode::kNotFound : ErrorCode::kUnreadable, "can't be read: " + spelled(errno), path);
  return LineReader(descriptor, true);
}

LineReader LineReader::from_descriptor(int descriptor) { return LineReader(descriptor, false); }

LineReader::LineReader(LineReader&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)),
      owned_(other.owned_),
      ended_(other.ended_),
      fault_(std::move(other.fault_)),
      buffer_(std::move(other.buffer_)),
      begin_(other.begin_),
      base_(other.base_) {}

LineReader& LineReader::operator=(LineReader&& other) noexcept {
  std::swap(descriptor_, other.descriptor_);
  std::swap(owned_, other.owned_);
  ended_ = other.ended_;
  fault_ = std::move(other.fault_);
  buffer_ = std::move(other.buffer_);
  begin_ = other.begin_;
  base_ = other.base_;
  return *this;
}

LineReader::~LineReader() {
  if (owned_ && descriptor_ >= 0) ::close(descriptor_);
}

bool LineReader::fill() {
  if (ended_) return false;
  if (begin_ > 0) {
    buffer_.erase(0, begin_);
    base_ += begin_;
    begin_ = 0;
    if (buffer_.empty() && buffer_.capacity() > kKeptBuffer) std::string().swap(buffer_);
  }
  const std::size_t size = buffer_.size();
  buffer_.resize(size + kChunk);
  ssize_t got = 0;
  do {
    got = ::read(descriptor_, buffer_.data() + size, kChunk);
  } while (got < 0 && errno == EINTR);
  if (got < 0) fault_ = "reading stopped: " + spelled(errno);
  buffer_.resize(size + static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
  ended_ = got <= 0;
  return !ended_;
}

std::string_view LineReader::peek(std::size_t size) {
  while (buffer_.size() - begin_ < size && fill()) {
  }
  return std::string_view(buffer_).substr(begin_, size);
}

std::optional<LineReader::Line> LineReader::next_line(std::size_t limit) {
  std::size_t searched = 0;
  bool too_long = false;
  const std::uint64_t offset = consumed();
  for (;;) {
    const std::size_t end = buffer_.find('\n', begin_ + searched);
    if (end != std::string::npos) {
      std::string_view text(buffer_.data() + begin_, end - begin_);
      if (text.ends_with('\r')) text.remove_suffix(1);
      too_long = too_long || text.size() > limit;
      begin_ = end + 1;
      return Line{too_long ? std::string_view() : text, offset, too_long};
    }
    searched = buffer_.size() - begin_;
    if (searched > limit) {  // let go of what can't be used
      too_long = true;
      begin_ = buffer_.size();
      searched = 0;
    }
    if (fill()) continue;
    if (searched == 0 && !too_long) return std::nullopt;
    const std::string_view text(buffer_.data() + begin_, searched);
    begin_ = buffer_.size();
    return Line{too_long ? std::string_view() : text, offset, too_long};
  }
}

std::optional<std::string_view> LineReader::rest(std::size_t limit) {
  while (buffer_.size() - begin_ <= limit && fill()) {
  }
  if (buffer_.size() - begin_ > limit) return std::nullopt;
  const std::string_view text(buffer_.data() + begin_, buffer_.size() - begin_);
  begin_ = buffer_.size();
  return text;
}

}  // namespace bayhaqi
