#include "lexicon_import/frame_lines.h"

#include <algorithm>
#include <vector>

#include "lexicon/table.h"

namespace bayhaqi {

namespace {

std::string joined(const std::vector<std::string>& list) {
  std::string text;
  for (const std::string& each : list) text += (text.empty() ? "" : "/") + each;
  return text;
}

// The first party behind the verb, near ones first: the object, the prepositions of the pattern, those of all verbs.
std::vector<std::string> usual_targets(const FrameShape& shape) {
  std::vector<std::string> targets = {"obj"};
  for (const std::string& constraint : shape.constraints) {
    const std::string slot = constraint.substr(0, constraint.find('='));
    if (slot == "comp") {
      targets.emplace_back("comp.obj");
    } else if (slot != "subj" && slot != "aux" && slot != "adv" && slot != "text" && slot != "passive" && slot.find('!') == std::string::npos) {
      targets.push_back(slot);
    }
  }
  for (const char* slot : {"iobj", "to", "with", "against", "on", "from", "for", "of", "in"}) targets.emplace_back(slot);
  std::vector<std::string> once;
  for (std::string& each : targets) {
    const bool taken = std::ranges::find(once, each) != once.end() || std::ranges::find(shape.sources, each) != shape.sources.end();
    if (!taken) once.push_back(std::move(each));
  }
  return once;
}

}  // namespace

std::string roles_of(const FrameShape& shape) {
  std::vector<std::string> sources = shape.sources;
  if (sources.empty()) {
    const bool taken = std::ranges::any_of(shape.targets, [](const std::string& slot) { return slot.starts_with("subj"); });
    sources = taken ? std::vector<std::string>{"obj", "by", "with", "from"} : std::vector<std::string>{"subj"};
  }
  const std::vector<std::string> targets = shape.targets.empty() ? usual_targets(shape) : shape.targets;
  return joined(sources) + (shape.symmetric ? " <> " : " > ") + joined(targets);
}

bool FrameLines::add(const FrameLine& frame, std::uint32_t line, std::string_view origin) {
  const FrameShape& shape = *frame.shape;
  std::string pattern = shape.governor.empty() ? frame.head : shape.governor;
  if (!shape.particle.empty() && shape.governor.empty()) pattern += "+" + shape.particle;
  pattern += "/v";
  if (!shape.governor.empty()) pattern += " comp=" + frame.head.substr(0, frame.head.find('+'));
  for (const std::string& each : shape.constraints) pattern += " " + each;
  std::string rest = frame.code + " | " + roles_of(shape);
  if (!frame.options.empty()) rest += " | " + frame.options;
  return entries_.try_emplace(std::move(pattern), Entry{std::move(rest), std::to_string(line) + "  " + std::string(origin)}).second;
}

std::string FrameLines::text(const std::string& file) const {
  std::string out;
  for (const auto& [pattern, entry] : entries_) out += "# " + file + ":" + entry.origin + "\n" + pattern + " | " + entry.rest + "\n";
  return out;
}

}  // namespace bayhaqi
