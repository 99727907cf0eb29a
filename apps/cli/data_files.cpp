#include "data_files.h"

#include <cstdlib>
#include <filesystem>

namespace bayhaqi::cli {

namespace fs = std::filesystem;

namespace {

fs::path data_folder() {
  if (const char* given = std::getenv("BAYHAQI_DATA"); given != nullptr && *given != '\0') return given;
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error).parent_path();
  const fs::path installed = program / ".." / "share" / "bayhaqi";
  if (!fs::exists(program / "data", error) && fs::exists(installed, error)) return installed;
  return program / "data";
}

}  // namespace

std::string default_text_folder(std::string_view which) {
  std::error_code error;
  for (const fs::path& folder : {data_folder() / which, fs::path(BAYHAQI_SOURCE_DIR) / which}) {
    if (fs::is_directory(folder, error)) return folder.string();
  }
  return {};
}

ResourcePaths resource_paths(const DataOptions& options) {
  ResourcePaths paths;
  paths.model = options.model.empty() ? (data_folder() / "english.model").string() : options.model;
  paths.lexicon = (data_folder() / "english.lexicon").string();
  paths.lexicon_folder = options.lexicon_folder;
  if (paths.lexicon_folder.empty() && (!options.ontology_folder.empty() || !options.added_folder.empty())) paths.lexicon_folder = default_text_folder("lexicon");
  if (!paths.lexicon_folder.empty()) paths.base_folder = default_text_folder("lexicon");
  if (!paths.lexicon_folder.empty()) paths.ontology_folder = options.ontology_folder.empty() ? default_text_folder("ontology") : options.ontology_folder;
  paths.added_folder = options.added_folder;
  return paths;
}

Result<Resources> load_resources(const DataOptions& options) { return Resources::load(resource_paths(options)); }

}  // namespace bayhaqi::cli
