#include "syntax/word_memory.h"

namespace bayhaqi {

std::pair<Word*, bool> WordMemory::find(std::string_view form) {
  if (const auto found = young_.find(form); found != young_.end()) return {&found->second, false};
  if (const auto found = old_.find(form); found != old_.end()) return {&young_.insert(old_.extract(found)).position->second, false};
  const auto made = young_.try_emplace(std::string(form)).first;
  made->second.form = made->first;
  return {&made->second, true};
}

void WordMemory::age() {
  if (young_.size() < kFormsKept) return;
  std::swap(young_, old_);
  young_.clear();
}

}  // namespace bayhaqi
