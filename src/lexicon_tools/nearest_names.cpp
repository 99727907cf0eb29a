#include "lexicon_tools/nearest_names.h"

#include <algorithm>

#include "lexicon_import/dictionary_lines.h"
#include "lexicon_import/written_name.h"

namespace bayhaqi {

namespace {

constexpr std::size_t kLettersPerEdit = 3;

// The fields of a file that hold names.
std::vector<std::size_t> name_fields(std::string_view file) {
  if (file.starts_with("actors/")) return {2};
  if (file == "countries.txt") return {1, 2, 3, 4};
  if (file == "agents.txt") return {0, 1};
  return {};
}

}  // namespace

std::size_t edit_distance(std::string_view one, std::string_view other, std::size_t most) {
  if (one.size() > other.size()) std::swap(one, other);
  if (other.size() - one.size() > most) return most + 1;
  std::vector<std::size_t> before(one.size() + 1);
  std::vector<std::size_t> last(one.size() + 1);
  std::vector<std::size_t> here(one.size() + 1);
  for (std::size_t i = 0; i <= one.size(); ++i) last[i] = i;
  for (std::size_t j = 1; j <= other.size(); ++j) {
    here[0] = j;
    std::size_t least = j;
    for (std::size_t i = 1; i <= one.size(); ++i) {
      here[i] = std::min({last[i] + 1, here[i - 1] + 1, last[i - 1] + (one[i - 1] == other[j - 1] ? 0 : 1)});
      const bool swapped = i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1];
      if (swapped) here[i] = std::min(here[i], before[i - 2] + 1);
      least = std::min(least, here[i]);
    }
    if (least > most) return most + 1;
    before.swap(last);
    last.swap(here);
  }
  return std::min(last[one.size()], most + 1);
}

std::vector<NearName> nearest_names(const DictionaryTexts& folder, std::string_view words, std::size_t limit) {
  const std::string wanted = name_identity(words);
  const std::size_t most = std::max<std::size_t>(1, wanted.size() / kLettersPerEdit);
  std::vector<NearName> near;
  for (const auto& [file, text] : folder) {
    const auto fields_with_names = name_fields(file);
    if (fields_with_names.empty()) continue;
    std::size_t number = 0;
    for (const std::string& line : lines_of(text)) {
      ++number;
      if (without_blanks(line).empty() || line.front() == '#') continue;
      const auto fields = pieces_of(line, '|');
      for (const std::size_t field : fields_with_names) {
        if (field >= fields.size()) continue;
        for (const std::string& name : pieces_of(fields[field], ';')) {
          const std::size_t distance = edit_distance(wanted, name_identity(bare_name(name)), most);
          if (distance <= most) near.push_back({std::string(bare_name(name)), "lexicon/" + file + ":" + std::to_string(number), distance});
        }
      }
    }
  }
  std::ranges::stable_sort(near, {}, &NearName::distance);
  if (near.size() > limit) near.resize(limit);
  return near;
}

}  // namespace bayhaqi
