#include "pipeline/compile_lexicon.h"

#include <filesystem>

#include "actor/actor_lexicon.h"
#include "event/frames.h"
#include "place/gazetteer.h"
#include "segment/segment.h"
#include "statement/speech_rules.h"
#include "syntax/mend_lemmas.h"
#include "time/time_rules.h"

namespace bayhaqi {

CompiledLexicon compile_lexicon(const std::string& lexicon_folder, const std::string& ontology_folder, const std::string& base_folder, const std::string& added_folder) {
  LexiconSource source(lexicon_folder, ontology_folder, base_folder, added_folder);
  for (const std::string& folder : {lexicon_folder, added_folder}) {
    std::error_code error;
    if (!folder.empty() && !std::filesystem::is_directory(folder, error)) source.faults().add(folder, 0, 0, "expected a folder, found none");
  }
  compile_segment(source);
  compile_lemmas(source);
  compile_times(source);
  compile_places(source);
  compile_actors(source);
  compile_statements(source);
  compile_events(source);
  source.expect_all_read();
  source.finish();
  CompiledLexicon compiled;
  compiled.faults = source.faults();
  if (compiled.faults.empty()) compiled.bytes = source.out().bytes();
  return compiled;
}

}  // namespace bayhaqi
