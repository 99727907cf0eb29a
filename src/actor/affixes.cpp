#include "actor/affixes.h"

namespace bayhaqi {

namespace {

constexpr std::size_t kBlock = 3;

bool holds_block(std::string_view code, std::string_view block) {
  for (std::size_t at = 0; at + block.size() <= code.size(); at += kBlock) {
    if (code.substr(at, block.size()) == block) return true;
  }
  return false;
}

}  // namespace

std::string_view bare_affix(std::string_view affix) {
  if (affix.starts_with('~')) affix.remove_prefix(1);
  else if (affix.ends_with('~')) affix.remove_suffix(1);
  return affix;
}

std::string with_affixes(std::string_view code, std::span<const std::string> affixes) {
  std::string out(code);
  for (const std::string& affix : affixes) {
    const std::string_view bare = bare_affix(affix);
    if (holds_block(out, bare)) continue;
    if (affix.starts_with('~')) out += bare;
    else out.insert(0, bare);
  }
  return out;
}

}  // namespace bayhaqi
