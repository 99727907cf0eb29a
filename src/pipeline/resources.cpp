#include "bayhaqi/resources.h"

#include <optional>

#include "base/sha256.h"
#include "pipeline/compile_lexicon.h"
#include "pipeline/loaded.h"

namespace bayhaqi {

namespace {

// Opens one layer's part; keeps the first error.
template <typename T>
void open_part(T& part, const PackedFile& file, std::optional<Error>& error) {
  if (error) return;
  auto opened = T::open(file);
  if (opened) part = std::move(*opened);
  else error = opened.error();
}

Result<PackedFile> open_lexicon(const ResourcePaths& paths) {
  if (paths.lexicon_folder.empty()) return PackedFile::open(paths.lexicon);
  CompiledLexicon compiled = compile_lexicon(paths.lexicon_folder, paths.ontology_folder, paths.base_folder, paths.added_folder);
  if (!compiled.faults.empty()) return fail(ErrorCode::kFormat, "the dictionaries have faults\n" + compiled.faults.text(), paths.added_folder.empty() ? paths.lexicon_folder : paths.added_folder);
  return PackedFile::from_bytes(std::move(compiled.bytes), paths.lexicon_folder);
}

}  // namespace

Result<Resources> Resources::load(const ResourcePaths& paths) {
  auto loaded = std::make_shared<Loaded>();
  auto model = PackedFile::open(paths.model);
  if (!model) return std::unexpected(model.error());
  auto lexicon = open_lexicon(paths);
  if (!lexicon) return std::unexpected(lexicon.error());
  loaded->model_file = std::move(*model);
  loaded->lexicon_file = std::move(*lexicon);
  std::optional<Error> error;
  open_part(loaded->files, loaded->lexicon_file, error);
  open_part(loaded->segment, loaded->lexicon_file, error);
  open_part(loaded->parser, loaded->model_file, error);
  open_part(loaded->lemmas, loaded->lexicon_file, error);
  open_part(loaded->times, loaded->lexicon_file, error);
  open_part(loaded->places, loaded->lexicon_file, error);
  open_part(loaded->actors, loaded->lexicon_file, error);
  open_part(loaded->speech, loaded->lexicon_file, error);
  open_part(loaded->events, loaded->lexicon_file, error);
  if (error) return std::unexpected(*error);
  return Resources(std::move(loaded));
}

std::string Resources::model_digest() const { return sha256_hex(loaded_->model_file.bytes()); }
std::string Resources::lexicon_digest() const { return sha256_hex(loaded_->lexicon_file.bytes()); }

}  // namespace bayhaqi
