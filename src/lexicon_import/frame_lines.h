// The lines of an imported file of frames or sets: collected, sorted, each frame below a comment with its place of origin.
// A frame that is there already is not written again. No state beyond the lines.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "lexicon_import/pattern_shapes.h"

namespace bayhaqi {

struct FrameLine {
  std::string head;  // "%x_v_ferry", "tow", "haul+away"
  const FrameShape* shape = nullptr;
  std::string code;
  std::string options;
};

class FrameLines {
 public:
  // False if there is a frame with the same pattern; the first one counts.
  bool add(const FrameLine& frame, std::uint32_t line, std::string_view origin);
  [[nodiscard]] std::string text(const std::string& file) const;

 private:
  struct Entry {
    std::string rest;  // code, roles, options
    std::string origin;
  };
  std::map<std::string, Entry> entries_;  // by pattern
};

// "subj > obj/to/with": where a shape doesn't say, the subject acts on what stands behind the verb.
[[nodiscard]] std::string roles_of(const FrameShape& shape);

}  // namespace bayhaqi
