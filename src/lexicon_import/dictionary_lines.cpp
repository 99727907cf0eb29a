#include "lexicon_import/dictionary_lines.h"

#include <utf8proc.h>

#include <algorithm>

#include "base/utf8.h"
#include "ingest/encoding.h"

namespace bayhaqi {

namespace {

constexpr std::string_view kOpen = "<!--";
constexpr std::string_view kClose = "-->";
constexpr std::string_view kDiscard = "[###]";

std::uint32_t code_points(std::string_view text) {
  std::uint32_t count = 0;
  for (std::size_t i = 0; i < text.size(); i += decode_utf8(text, i).size) ++count;
  return count;
}

// Where a '#' that is no part of "[###]" stands.
std::size_t find_hash(std::string_view text) {
  std::size_t at = text.find('#');
  while (at != std::string_view::npos && at > 0 && text.substr(at - 1, kDiscard.size()) == kDiscard) at = text.find('#', at + 3);
  return at;
}

class LineReader {
 public:
  LineReader(const std::string& file, LineRules rules, ImportReport& report) : file_(file), rules_(rules), report_(report) {}

  std::vector<DictionaryLine> read(std::string_view text) {
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    if (const std::size_t zero = text.find('\0'); zero != std::string_view::npos) return leave_out(text, zero);
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t end = std::min(text.find('\n', begin), text.size());
      ++number_;
      ++report_.lines;
      read_line(text.substr(begin, end - begin));
      begin = end + 1;
    }
    if (opened_ != 0) report_.add(file_, opened_, 1, "expected '-->' after '<!--', found the end of the file; all lines from here on are left out");
    return std::move(lines_);
  }

 private:
  std::vector<DictionaryLine> leave_out(std::string_view text, std::size_t zero) {
    const auto count = static_cast<std::size_t>(std::ranges::count(text, '\n')) + (text.ends_with('\n') ? 0 : 1);
    report_.lines += count;
    report_.skipped += count;
    report_.add(file_, static_cast<std::uint32_t>(std::ranges::count(text.substr(0, zero), '\n') + 1), 1, "expected text, found a zero byte; the whole file is left out (UTF-16 has to be made UTF-8 first)");
    return {};
  }

  void read_line(std::string_view line) {
    std::string decoded;
    if (!is_valid_utf8(line)) {
      decoded = decode_bytes(line, "windows-1252").text;
      line = decoded;
      report_.add(file_, number_, 1, "expected UTF-8, found other bytes; read as Windows-1252: '" + std::string(without_blanks(line.substr(0, line.find('[')))) + "'");
    }
    if (is_comment(line)) {
      ++report_.comments;
      return;
    }
    DictionaryLine out{number_, {}, {}};
    take(line, out);
    const std::size_t last = out.text.find_last_not_of(" \t\r");
    out.text.resize(last == std::string::npos ? 0 : last + 1);
    if (out.text.empty()) ++report_.comments;
    else lines_.push_back(std::move(out));
  }

  bool is_comment(std::string_view line) {
    if (opened_ != 0) {
      const std::size_t close = line.find(kClose);
      if (close == std::string_view::npos) return true;
      opened_ = 0;
      expect_nothing(line, close + kClose.size());
      return true;
    }
    const std::string_view body = without_blanks(line);
    if (body.empty() || (rules_.hash_lines && body.front() == '#') || (rules_.semicolons && body.front() == ';')) return true;
    if (!rules_.markup || !body.starts_with("<!")) return false;
    const std::size_t close = line.find(kClose);
    if (body.starts_with(kOpen) && close == std::string_view::npos) opened_ = number_;
    else if (close != std::string_view::npos) expect_nothing(line, close + kClose.size());
    return true;
  }

  // The readers of these files drop what follows a comment that began at the start of a line; so do we, but say so.
  void expect_nothing(std::string_view line, std::size_t from) {
    const std::size_t rest = line.find_first_not_of(" \t\r", from);
    if (rest == std::string_view::npos) return;
    report_.add(file_, number_, code_points(line.substr(0, rest)) + 1, "expected nothing after '-->', found '" + std::string(without_blanks(line.substr(rest))) + "', which is left out");
  }

  // Copies what is no comment.
  void take(std::string_view line, DictionaryLine& out) {
    if (rules_.hash_tails) line = line.substr(0, find_hash(line));
    if (rules_.semicolons) line = line.substr(0, line.find(';'));
    for (std::size_t begin = 0; begin < line.size();) {
      const std::size_t open = rules_.markup ? line.find(kOpen, begin) : std::string_view::npos;
      out.text += line.substr(begin, open - begin);
      if (open == std::string_view::npos) break;
      const std::size_t close = line.find(kClose, open);
      if (close == std::string_view::npos) {
        opened_ = number_;
        break;
      }
      begin = close + kClose.size();
      out.cuts.push_back({static_cast<std::uint32_t>(out.text.size()), code_points(line.substr(open, begin - open))});
    }
  }

  const std::string& file_;
  LineRules rules_;
  ImportReport& report_;
  std::vector<DictionaryLine> lines_;
  std::uint32_t number_ = 0;
  std::uint32_t opened_ = 0;  // the line of a "<!--" that is still open
};

}  // namespace

std::uint32_t DictionaryLine::column(std::size_t position) const {
  std::uint32_t at = code_points(std::string_view(text).substr(0, std::min(position, text.size()))) + 1;
  for (const Cut& cut : cuts) {
    if (cut.position <= position) at += cut.columns;
  }
  return at;
}

std::vector<DictionaryLine> dictionary_lines(const std::string& file, std::string_view text, LineRules rules, ImportReport& report) {
  return LineReader(file, rules, report).read(text);
}

std::string uppered(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint point = decode_utf8(text, i);
    append_utf8(out, static_cast<char32_t>(utf8proc_toupper(static_cast<utf8proc_int32_t>(point.value))));
    i += point.size;
  }
  return out;
}

std::string_view without_blanks(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

}  // namespace bayhaqi
