#include "ingest/input_files.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <system_error>
#include <utility>

#include "base/utf8.h"

namespace bayhaqi {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kDeepestFolder = 64;

std::string extension_of(std::string_view path) { return lowered(fs::path(path).extension().string()); }

bool is_hidden(const fs::path& path) { return path.filename().string().starts_with('.'); }

std::string spelled(const std::error_code& code) {
  std::string message = code.message();
  if (!message.empty() && message[0] >= 'A' && message[0] <= 'Z') message[0] = static_cast<char>(message[0] + 32);
  return message;
}

// Appends what the folder holds; returns whether anything was found.
bool walk(const fs::path& folder, std::size_t depth, std::vector<InputFile>& files) {
  std::error_code code;
  fs::directory_iterator it(folder, code);
  if (code) {
    files.push_back({folder.string(), 0, "the folder can't be read: " + spelled(code)});
    return true;
  }
  std::vector<fs::path> entries;
  for (; it != fs::directory_iterator(); it.increment(code)) {
    if (code) break;
    if (!is_hidden(it->path())) entries.push_back(it->path());
  }
  std::sort(entries.begin(), entries.end(), [](const fs::path& a, const fs::path& b) { return a.native() < b.native(); });
  bool found = false;
  for (const fs::path& entry : entries) {
    const fs::file_status own = fs::symlink_status(entry, code);
    const fs::file_status status = fs::status(entry, code);
    if (fs::is_directory(status)) {
      if (!fs::is_symlink(own) && depth < kDeepestFolder) found = walk(entry, depth + 1, files) || found;
    } else if (fs::is_regular_file(status)) {
      const std::string extension = extension_of(entry.native());
      if (form_of_path(entry.native()) == InputForm::kSniff && !extension.empty()) continue;
      const std::uintmax_t size = fs::file_size(entry, code);
      files.push_back({entry.string(), code ? 0 : static_cast<std::uint64_t>(size), {}});
      found = true;
    }
  }
  return found;
}

}  // namespace

std::vector<InputFile> list_input_files(const std::vector<std::string>& inputs) {
  std::vector<InputFile> files;
  for (const std::string& input : inputs) {
    if (input == "-") {
      files.push_back({input, 0, {}});
      continue;
    }
    std::error_code code;
    const fs::file_status status = fs::status(input, code);
    if (status.type() == fs::file_type::not_found) {
      files.push_back({input, 0, "no such file or folder"});
    } else if (status.type() == fs::file_type::none) {
      files.push_back({input, 0, "can't be read: " + spelled(code)});
    } else if (fs::is_directory(status)) {
      if (!walk(input, 0, files))
        files.push_back({input, 0, "the folder holds no articles (.html, .htm, .xhtml, .txt, .text, .jsonl, .ndjson, .json)"});
    } else {
      const std::uintmax_t size = fs::is_regular_file(status) ? fs::file_size(input, code) : 0;
      files.push_back({input, code ? 0 : static_cast<std::uint64_t>(size), {}});
    }
  }
  return files;
}

InputForm form_of_path(std::string_view path) {
  constexpr std::array<std::pair<std::string_view, InputForm>, 9> kForms = {{{".html", InputForm::kHtml},
                                                                             {".htm", InputForm::kHtml},
                                                                             {".xhtml", InputForm::kHtml},
                                                                             {".shtml", InputForm::kHtml},
                                                                             {".jsonl", InputForm::kJsonLines},
                                                                             {".ndjson", InputForm::kJsonLines},
                                                                             {".json", InputForm::kJson},
                                                                             {".txt", InputForm::kText},
                                                                             {".text", InputForm::kText}}};
  const std::string extension = extension_of(path);
  for (const auto& [name, form] : kForms) {
    if (extension == name) return form;
  }
  return InputForm::kSniff;
}

InputForm form_of_content(std::string_view head) {
  const std::size_t start = head.find_first_not_of(" \t\r\n\f");
  if (start == std::string_view::npos) return InputForm::kText;
  head.remove_prefix(start);
  if (head[0] == '{') return InputForm::kJsonLines;
  if (head[0] == '[') {
    const std::size_t next = head.find_first_not_of(" \t\r\n", 1);
    return next != std::string_view::npos && head[next] == '{' ? InputForm::kJson : InputForm::kText;
  }
  const std::string small = lowered(head.substr(0, 2048));
  for (const std::string_view mark : {"<!doctype html", "<html", "<head", "<body", "<article", "<meta "}) {
    if (small.find(mark) != std::string::npos) return InputForm::kHtml;
  }
  if (small[0] == '<' && (small.find("<p") != std::string::npos || small.find("<div") != std::string::npos)) return InputForm::kHtml;
  return InputForm::kText;
}

}  // namespace bayhaqi
