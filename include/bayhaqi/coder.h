// Codes articles: runs the stages sentences, tree, times, places, actors, statements, events over a Document, in this order.
// In: a Document with its article set (clear() it first when it is reused). Out: its layers. Same article and resources, same
// result, on any machine. A Coder is const and may be shared; a Workspace belongs to one thread and keeps its memory.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "bayhaqi/document.h"
#include "bayhaqi/resources.h"

namespace bayhaqi {

class Workspace {
 public:
  Workspace();
  ~Workspace();
  Workspace(Workspace&&) noexcept;
  Workspace& operator=(Workspace&&) noexcept;

 private:
  friend class Coder;
  struct Scratch;
  std::unique_ptr<Scratch> scratch_;
};

class Coder {
 public:
  explicit Coder(Resources resources) : resources_(std::move(resources)) {}

  // Runs the stages up to and with `last` (a name of stage_names()); all of them by default.
  void code(Document& document, Workspace& workspace, std::string_view last = "events") const;

  // Runs one stage alone on a document that has been through the ones before it: for measuring and for stages of one's own.
  void run_stage(std::string_view name, Document& document, Workspace& workspace) const;

  // "sentences", "tree", … in the order in which they run.
  [[nodiscard]] static std::vector<std::string_view> stage_names();
  [[nodiscard]] const Resources& resources() const { return resources_; }

 private:
  Resources resources_;
};

}  // namespace bayhaqi
