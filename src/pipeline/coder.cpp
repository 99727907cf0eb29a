// The whole program on one screen: the stages in order, each a function that reads the layers before it and fills its own.
#include "bayhaqi/coder.h"

#include <array>

#include "actor/find_actors.h"
#include "event/code_events.h"
#include "pipeline/loaded.h"
#include "place/find_places.h"
#include "statement/read_statements.h"
#include "syntax/mend_trees.h"
#include "time/find_times.h"

namespace bayhaqi {

struct Workspace::Scratch {
  Parser::Scratch parser;
};

namespace {

struct Stage {
  std::string_view name;
  void (*run)(Document& document, const Loaded& with, Parser::Scratch& scratch);
};

constexpr std::array<Stage, 7> kStages = {{
    {"sentences", [](Document& document, const Loaded& with, Parser::Scratch&) { split_sentences(document, with.segment); }},
    {"tree", [](Document& document, const Loaded& with, Parser::Scratch& scratch) {
       with.parser.parse(document, scratch);
       mend_trees(document);
       mend_lemmas(document, with.lemmas);
     }},
    {"times", [](Document& document, const Loaded& with, Parser::Scratch&) { find_times(document, with.times); }},
    {"places", [](Document& document, const Loaded& with, Parser::Scratch&) { find_places(document, with.places); }},
    {"actors", [](Document& document, const Loaded& with, Parser::Scratch&) { find_actors(document, with.actors); }},
    {"statements", [](Document& document, const Loaded& with, Parser::Scratch&) { read_statements(document, with.speech); }},
    {"events", [](Document& document, const Loaded& with, Parser::Scratch&) { code_events(document, with.events); }},
}};

}  // namespace

Workspace::Workspace() : scratch_(std::make_unique<Scratch>()) {}
Workspace::~Workspace() = default;
Workspace::Workspace(Workspace&&) noexcept = default;
Workspace& Workspace::operator=(Workspace&&) noexcept = default;

void Coder::code(Document& document, Workspace& workspace, std::string_view last) const {
  for (const Stage& stage : kStages) {
    stage.run(document, resources_.loaded(), workspace.scratch_->parser);
    if (stage.name == last) return;
  }
}

void Coder::run_stage(std::string_view name, Document& document, Workspace& workspace) const {
  for (const Stage& stage : kStages) {
    if (stage.name == name) stage.run(document, resources_.loaded(), workspace.scratch_->parser);
  }
}

std::vector<std::string_view> Coder::stage_names() {
  std::vector<std::string_view> names;
  for (const Stage& stage : kStages) names.push_back(stage.name);
  return names;
}

}  // namespace bayhaqi
