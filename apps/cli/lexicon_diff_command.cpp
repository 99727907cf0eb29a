#include "lexicon_diff_command.h"

#include <fmt/format.h>

#include <array>
#include <string_view>

#include "lexicon_import/dictionary_folder.h"
#include "lexicon_tools/diff_folders.h"
#include "store/json_text.h"
#include "terminal.h"

namespace bayhaqi::cli {

namespace {

constexpr std::array<std::string_view, 3> kKinds = {"added", "removed", "changed"};

void add_list(JsonText& json, std::string_view name, const std::vector<std::string>& items) {
  json.key(name).open('[');
  for (const std::string& item : items) json.text(item);
  json.close(']');
}

std::string json_line(const EntryChange& change) {
  std::string out;
  JsonText json(out);
  json.open('{').key("change").text(kKinds[static_cast<std::size_t>(change.kind)]).key("file").text(change.file);
  json.key("line").number(static_cast<std::int64_t>(change.line)).key("line_before");
  if (change.line_before == 0) json.null();
  else json.number(static_cast<std::int64_t>(change.line_before));
  json.key("key").text(change.key).key("entry").text(change.entry).key("fields").open('[');
  for (const FieldChange& field : change.fields) {
    json.open('{').key("field").text(field.field).key("before").text(field.before).key("after").text(field.after);
    add_list(json, "removed", field.gone);
    add_list(json, "added", field.fresh);
    json.close('}');
  }
  json.close(']').close('}');
  return out + "\n";
}

}  // namespace

int diff_lexicons(const DiffOptions& options) {
  const auto all = [](std::string_view) { return true; };
  const auto before = read_dictionary_folder(options.before, all);
  const auto after = read_dictionary_folder(options.after, all);
  for (const auto* folder : {&before, &after}) {
    if (*folder) continue;
    complain(folder->error().text());
    return kUsageError;
  }
  const auto changes = diff_folders(*before, *after);
  std::array<std::size_t, kKinds.size()> counts{};
  std::string text;
  for (const EntryChange& change : changes) {
    text += options.form == "jsonl" ? json_line(change) : change_text(change);
    ++counts[static_cast<std::size_t>(change.kind)];
  }
  if (!put(text) || !flush_output()) return kUsageError;
  fmt::print(stderr, "{} added, {} removed, {} changed\n", counts[0], counts[1], counts[2]);
  return changes.empty() ? kDone : kSomeFailed;
}

}  // namespace bayhaqi::cli
