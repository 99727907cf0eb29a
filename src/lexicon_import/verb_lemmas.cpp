#include "lexicon_import/verb_lemmas.h"

#include <algorithm>

#include "base/utf8.h"

namespace bayhaqi {

namespace {

void add_stem(std::vector<std::string>& out, std::string_view form, std::string_view ending) {
  if (!form.ends_with(ending) || form.size() < ending.size() + 2) return;
  const std::string stem(form.substr(0, form.size() - ending.size()));
  for (const std::string& each : {stem, stem + "e"}) {
    if (std::ranges::find(out, each) == out.end()) out.push_back(each);
  }
  if (stem.ends_with('i')) out.push_back(stem.substr(0, stem.size() - 1) + "y");
  if (stem[stem.size() - 1] == stem[stem.size() - 2]) out.push_back(stem.substr(0, stem.size() - 1));
}

}  // namespace

void VerbLemmas::add(const DictionaryVerb& verb) {
  const std::string lemma = folded(verb.word);
  lemmas_.try_emplace(lemma, lemma);
  for (const std::string& form : verb.forms) {
    const std::size_t plus = form.find('+');
    const std::size_t begin = plus == std::string::npos ? 0 : plus + 1;
    lemmas_.try_emplace(folded(form.substr(begin, form.find('_', begin) - begin)), lemma);
  }
}

std::vector<std::string> VerbLemmas::of(const std::string& form) const {
  if (const auto found = lemmas_.find(form); found != lemmas_.end()) return {found->second};
  std::vector<std::string> out = {form};
  for (const char* ending : {"ed", "ing", "es"}) add_stem(out, form, ending);
  if (form.ends_with('s') && !form.ends_with("ss") && form.size() > 3) out.push_back(form.substr(0, form.size() - 1));
  return out;
}

}  // namespace bayhaqi
