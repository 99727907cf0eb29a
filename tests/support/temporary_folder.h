// A folder of text files that lives as long as the object: small dictionaries for one test.
// Files are given as (path below the folder, content); folders are made as needed.
#pragma once

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

namespace bayhaqi::testing_support {

class TemporaryFolder {
 public:
  explicit TemporaryFolder(const std::vector<std::pair<std::string, std::string>>& files) {
    std::string name = (std::filesystem::temp_directory_path() / "bayhaqi_test_XXXXXX").string();
    if (::mkdtemp(name.data()) != nullptr) root_ = name;
    for (const auto& [path, content] : files) {
      std::filesystem::create_directories((root_ / path).parent_path());
      std::ofstream(root_ / path, std::ios::binary) << content;
    }
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder() {
    std::error_code ignored;
    if (!root_.empty()) std::filesystem::remove_all(root_, ignored);
  }

  [[nodiscard]] std::string path(const std::string& below) const { return (root_ / below).string(); }

 private:
  std::filesystem::path root_;
};

}  // namespace bayhaqi::testing_support
