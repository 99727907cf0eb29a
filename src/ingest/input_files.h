// Which files the given inputs name, and in which order. In: paths as given ("-" is standard input). Out: one InputFile per
// file; folders are walked recursively, sorted by byte order of their names, so the order is the same on every machine.
// Hidden files and folders (".name") and symbolic links to folders inside folders are passed over; in a folder only files
// with an extension of articles are taken, or without one. Faults stay in their place in the order. Reads no file contents.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace bayhaqi {

struct InputFile {
  std::string path;
  std::uint64_t size = 0;  // 0 where unknown: standard input, pipes
  std::string fault;       // why there is nothing to read; empty if there is
};

[[nodiscard]] std::vector<InputFile> list_input_files(const std::vector<std::string>& inputs);

enum class InputForm : std::uint8_t { kSniff, kHtml, kJsonLines, kJson, kText };

[[nodiscard]] InputForm form_of_path(std::string_view path);     // by extension
[[nodiscard]] InputForm form_of_content(std::string_view head);  // by the first bytes, decoded; never kSniff

}  // namespace bayhaqi
