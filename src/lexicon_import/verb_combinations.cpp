#include "lexicon_import/verb_combinations.h"

#include <algorithm>
#include <optional>

#include "lexicon_import/dictionary_lines.h"

namespace bayhaqi {

namespace {

std::vector<std::string> words_of(std::string_view line) {
  std::vector<std::string> words;
  std::string spaced;
  for (const char c : line) spaced += c == '(' || c == ')' || c == '=' ? std::string(" ") + c + " " : std::string(1, c);
  for (std::size_t at = spaced.find_first_not_of(" \t"); at != std::string::npos; at = spaced.find_first_not_of(" \t", at)) {
    const std::size_t end = std::min(spaced.find_first_of(" \t", at), spaced.size());
    words.push_back(spaced.substr(at, end - at));
    at = end;
  }
  return words;
}

// The block that is called so, or that has a verb of this name.
std::optional<std::size_t> find_block(const VerbDictionary& dictionary, const std::string& name) {
  for (std::size_t i = 0; i < dictionary.blocks.size(); ++i) {
    const VerbBlock& block = dictionary.blocks[i];
    if (block.name == name || std::ranges::any_of(block.verbs, [&](const DictionaryVerb& verb) { return verb.word == name && verb.after.empty(); })) return i;
  }
  return std::nullopt;
}

struct Parts {
  std::vector<std::string> outer;  // letters of the outer verb: source, perhaps target
  std::string inner_source, inner_target, inner_verb, outer_verb, source, target, code;
};

std::optional<Parts> split(const std::vector<std::string>& words) {
  const auto open = std::ranges::find(words, "(");
  if (words.empty() || words.front() != "~" || words.end() - open != 10 || open[4] != ")" || open[6] != "=") return std::nullopt;
  return Parts{{words.begin() + 1, open}, open[1], open[2], open[3], open[5], open[7], open[8], open[9]};
}

// Where the actor of a letter stands in the outer verb's frame.
std::vector<std::string> slots_of(const Parts& parts, const std::string& letter) {
  if (letter == "_") return {"-"};
  if (!parts.outer.empty() && parts.outer.front() == letter) return {"subj"};
  if (parts.outer.size() > 1 && parts.outer[1] == letter) return {"obj"};
  if (parts.inner_source == letter) return {"comp.subj"};
  if (parts.inner_target == letter) return {"comp.obj", "comp.with", "comp.against", "comp.on", "comp.to", "comp.from"};
  return {};
}

}  // namespace

CombinationFrame read_combination(std::string_view line, const VerbDictionary& dictionary, const std::function<std::string(std::size_t)>& head_of, const std::set<std::string>& codes) {
  CombinationFrame frame;
  const auto refuse = [&](std::string reason) {
    frame.reason = std::move(reason);
    return frame;
  };
  const auto parts = split(words_of(uppered(line)));
  if (!parts) return refuse("a combination has the form '~ a (a b INNER) OUTER = a b CODE'");
  if (parts->code == "Q") return refuse("it copies the inner act's code; our coder codes the inner act as an event of its own");
  if (parts->code.find('_') != std::string::npos) return refuse("a sum of codes; ontology/combine.txt says what two acts make");
  const auto outer = find_block(dictionary, parts->outer_verb);
  if (!outer || head_of(*outer).empty()) return refuse("there is no verb " + parts->outer_verb);
  const auto code = carry_code(parts->code, codes);
  if (!code) return refuse("the ontology has no code " + parts->code + " nor one above it");
  frame.code = *code;
  frame.head = head_of(*outer);
  const auto inner = find_block(dictionary, parts->inner_verb);
  if (parts->inner_verb == "Q" || parts->inner_verb == ".") {
    frame.shape.constraints.emplace_back("comp=@0,@1,@2");  // any act
  } else if (!inner) {
    return refuse("there is no verb " + parts->inner_verb);
  } else {
    const auto carried = carry_code(dictionary.blocks[*inner].code.first, codes);
    const bool coded = carried && carried->code != "-";
    std::string act = coded ? carried->code : std::string();
    while (act.size() > 2 && act.ends_with('0')) act.pop_back();
    if (!coded && head_of(*inner).empty()) return refuse("the verb " + parts->inner_verb + " has neither a code nor one word");
    frame.shape.constraints.push_back("comp=" + (coded ? "@" + act : head_of(*inner)));
  }
  frame.shape.sources = slots_of(*parts, parts->source);
  frame.shape.targets = slots_of(*parts, parts->target);
  if (frame.shape.sources.empty() || frame.shape.targets.empty()) return refuse("an actor on the right that does not stand on the left");
  return frame;
}

}  // namespace bayhaqi
