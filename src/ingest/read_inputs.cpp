#include "ingest/read_inputs.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "ingest/dateline.h"
#include "ingest/article_id.h"
#include "ingest/encoding.h"
#include "ingest/html.h"
#include "ingest/plain_text.h"

namespace bayhaqi {

namespace {

constexpr std::size_t kHead = 65536;  // bytes looked at to tell the form

bool has_letters(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint point = decode_utf8(text, i);
    if (is_letter(point.value)) return true;
    i += point.size;
  }
  return false;
}

std::string megabytes(std::size_t bytes) {
  return bytes >= (std::size_t{1} << 20U) ? fmt::format("{} MiB", bytes >> 20U) : fmt::format("{} bytes", bytes);
}

bool is_blank(std::string_view line) { return line.find_first_not_of(" \t\r\n\xEF\xBB\xBF") == std::string_view::npos; }

void mend(std::string& text) {
  std::size_t replaced = 0;
  if (!is_valid_utf8(text)) text = mend_utf8(text, replaced);
}

// The law of spans: every string of an article is valid UTF-8 before anything points into it.
void mend(Article& article) {
  for (std::string* text : {&article.id, &article.publisher, &article.news_id, &article.url, &article.title, &article.dateline.place,
                            &article.dateline.agency, &article.language, &article.text}) {
    mend(*text);
  }
  for (std::string& author : article.authors) mend(author);
}

}  // namespace

std::expected<Article, std::string> read_article(std::string_view bytes, InputForm form, std::string_view charset) {
  std::string declared(charset);
  if (declared.empty() && form != InputForm::kText) declared = charset_of_markup(bytes);
  const DecodedText decoded = decode_bytes(bytes, declared);
  if (form == InputForm::kSniff) form = form_of_content(decoded.text);
  if (form == InputForm::kHtml) return read_html(decoded.text);
  Article article = read_plain_text(decoded.text);
  if (!has_letters(article.text)) return std::unexpected("there is no text in it");
  return article;
}

InputReader::InputReader(const std::vector<std::string>& inputs, int standard_input, InputLimits limits)
    : files_(list_input_files(inputs)), standard_input_(standard_input), limits_(limits) {
  bool known = true;
  for (const InputFile& file : files_) {
    total_ += file.size;
    known = known && file.path != "-";
  }
  if (!known) total_ = 0;
}

std::optional<InputReader::Item> InputReader::next() {
  while (ready_.empty()) {
    if (streaming_) {
      read_lines();
    } else if (next_file_ < files_.size()) {
      open_next();
    } else {
      return std::nullopt;
    }
  }
  Item item = std::move(ready_.front());
  ready_.pop_front();
  return item;
}

void InputReader::open_next() {
  const InputFile& file = files_[next_file_++];
  found_any_ = false;
  line_ = 0;
  if (!file.fault.empty()) return fail_file(file.fault);
  if (file.path == "-") {
    open_ = LineReader::from_descriptor(standard_input_);
  } else {
    auto opened = LineReader::open(file.path);
    if (!opened) return fail_file(opened.error().message);
    open_.emplace(std::move(*opened));
  }
  start_file();
}

// Tells the form of the open file and reads it, or leaves it open for streaming.
void InputReader::start_file() {
  const std::string_view head = open_->peek(kHead);
  if (!open_->fault().empty()) return fail_file(open_->fault());
  if (head.empty()) return fail_file("the file is empty");
  if (const std::string_view kind = binary_kind(head); !kind.empty()) return fail_file("not text: " + std::string(kind));
  InputForm form = form_of_path(files_[next_file_ - 1].path);
  if (form == InputForm::kSniff) form = form_of_content(decode_bytes(head).text);
  if (form == InputForm::kJson) {  // one object a line, or one document
    const std::string text = decode_bytes(head).text;
    const std::size_t start = text.find_first_not_of(" \t\r\n");
    const std::size_t end = text.find('\n');
    const bool line_object = start != std::string::npos && text[start] == '{' && end != std::string::npos &&
                             text.find_last_of('}', end) != std::string::npos &&
                             text.find_last_not_of(" \t\r\n", end) == text.find_last_of('}', end);
    if (line_object) form = InputForm::kJsonLines;
  }
  if (form != InputForm::kJsonLines || is_utf16(head)) return read_whole(form);
  streaming_ = true;
}

void InputReader::read_whole(InputForm form) {
  const bool json = form == InputForm::kJson || form == InputForm::kJsonLines;
  const std::size_t limit = json ? limits_.line : limits_.file;
  const auto bytes = open_->rest(limit);
  if (!bytes) return fail_file("larger than the limit of " + megabytes(limit));
  if (!open_->fault().empty()) return fail_file(open_->fault());
  if (form == InputForm::kJson) {
    json_.read_document(*bytes, [&](std::expected<Article, std::string> article) { push(std::move(article), 0, 0); });
    if (!found_any_) return fail_file("the JSON holds no objects");
  } else if (form == InputForm::kJsonLines) {  // UTF-16: offsets are those of the UTF-8 it becomes
    const std::string text = decode_bytes(*bytes).text;
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t end = std::min(text.find('\n', begin), text.size());
      const std::string_view line(text.data() + begin, end - begin);
      ++line_;
      if (!is_blank(line)) push(json_.read_line(line), begin, line_);
      begin = end + 1;
    }
    if (!found_any_) return fail_file("there is no text in it");
  } else {
    push(read_article(*bytes, form), 0, 0);
  }
  close_file();
}

void InputReader::read_lines() {
  const auto line = open_->next_line(limits_.line);
  if (!line) {
    if (!open_->fault().empty()) return fail_file(open_->fault());
    if (!found_any_) return fail_file("there is no text in it");
    return close_file();
  }
  ++line_;
  if (line->too_long) return push(std::unexpected("the line is longer than the limit of " + megabytes(limits_.line)), line->offset, line_);
  std::string_view text = line->text;
  if (line->offset == 0 && text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  if (!is_blank(text)) push(json_.read_line(text), line->offset, line_);
}

void InputReader::push(std::expected<Article, std::string> article, std::uint64_t offset, std::uint64_t line) {
  found_any_ = true;
  const std::string& path = files_[next_file_ - 1].path;
  const std::string where = line > 0 ? fmt::format("line {}: ", line) : std::string();
  if (article && article->text.size() > limits_.text)
    article = std::unexpected("the text is longer than the limit of " + megabytes(limits_.text));
  if (!article) {
    ready_.emplace_back(std::unexpected(InputError{path, offset, where + article.error()}));
    return;
  }
  mend(*article);
  article->input = path;
  article->id = article_id(*article);
  if (const auto dateline = find_dateline(article->text)) article->body = static_cast<std::uint32_t>(dateline->end);
  ready_.emplace_back(std::move(*article));
}

void InputReader::fail_file(std::string reason) {
  const std::uint64_t offset = open_ ? open_->consumed() : 0;
  ready_.emplace_back(std::unexpected(InputError{files_[next_file_ - 1].path, offset, std::move(reason)}));
  close_file();
}

void InputReader::close_file() {
  const std::uint64_t size = files_[next_file_ - 1].size;
  done_ += size == 0 && open_ ? open_->consumed() : size;
  open_.reset();
  streaming_ = false;
}

}  // namespace bayhaqi
