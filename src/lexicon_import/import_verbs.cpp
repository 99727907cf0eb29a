#include "lexicon_import/import_verbs.h"

#include <algorithm>
#include <map>

#include "base/utf8.h"
#include "lexicon_import/dictionary_lines.h"
#include "lexicon_import/frame_lines.h"
#include "lexicon_import/pattern_shapes.h"
#include "lexicon_import/verb_codes.h"
#include "lexicon_import/verb_combinations.h"
#include "lexicon_import/verb_lemmas.h"

namespace bayhaqi {

namespace {

constexpr std::size_t kLongestPrefix = 4;  // "RE_+FLOAT": so short a word before the verb is written with it

// Letters, digits and "_" of a name.
std::string tame(std::string_view name) {
  std::string out;
  for (const char c : folded(name)) out += (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ? c : '_';
  return out;
}

// Verbs of a block by what stands for them in a frame.
struct Heads {
  std::string simple;                         // a lemma or the block's set; empty: none
  std::vector<const DictionaryVerb*> others;  // of several words, not all of which fit into a set
};

class Importer {
 public:
  Importer(const std::string& file, const FunctionWords& functions, const VerbImportOptions& options, ImportReport& report)
      : file_(file), functions_(functions), options_(options), report_(report) {}

  ImportedVerbs run(const VerbDictionary& dictionary) {
    dialect_ = dictionary.dialect;
    for (const DictionarySynset& set : dictionary.synsets) names_.insert(set.name);
    for (const DictionarySynset& set : dictionary.synsets) {
      add_synset(set);
      const bool auxiliaries = !set.members.empty() && std::ranges::all_of(set.members, [&](const auto& member) { return functions_.of(folded(member.first)) == WordClass::kAuxiliary; });
      if (auxiliaries) auxiliary_sets_.insert(set.name);
    }
    for (const VerbBlock& block : dictionary.blocks) {
      blocks_.push_back(add_heads(block));
      for (const DictionaryVerb& verb : block.verbs) lemmas_.add(verb);
    }
    for (std::size_t i = 0; i < dictionary.blocks.size(); ++i) add_block(dictionary.blocks[i], blocks_[i]);
    for (const CombinationLine& line : dictionary.combinations) add_combination(line, dictionary);
    result_.frames = frames_.text(file_);
    for (const auto& [name, members] : sets_) result_.sets += name + " | " + members + "\n";
    return std::move(result_);
  }

 private:
  void fault(std::uint32_t line, std::string message) { report_.add(file_, line, 1, std::move(message)); }

  void leave_out(std::uint32_t line, std::string reason) {
    fault(line, "not carried over: " + std::move(reason));
    ++report_.skipped;
    ++result_.left_out;
  }

  // One line with a code: how it came through.
  void settle(std::uint32_t line, const std::vector<std::string>& losses, bool coded) {
    ++report_.imported;
    if (coded) ++(losses.empty() ? result_.whole : result_.lossy);
    for (const std::string& loss : losses) fault(line, "carried over, but " + loss);
  }

  static void append(std::string& list, const std::string& item) { list += (list.empty() ? "" : "; ") + item; }

  // A set's members are lemmas; of more than two words the last two are kept.
  void add_synset(const DictionarySynset& set) {
    std::string& members = sets_["%" + options_.prefix + tame(set.name)];
    for (const auto& [word, line] : set.members) {
      std::vector<std::string> losses;
      std::string member = folded(word);
      if (word.starts_with('&')) {
        if (!names_.contains(word.substr(1))) {
          leave_out(line, "the set " + word + " is not defined");
          continue;
        }
        append(members, "%" + options_.prefix + tame(word.substr(1)));
      } else if (member.find_first_of("|;,=~%@$*+!\"") != std::string::npos) {
        leave_out(line, "'" + word + "' holds a character that our lines use otherwise");
        continue;
      } else {
        const std::size_t last = member.rfind('_');
        const std::size_t before = last == std::string::npos || last == 0 ? last : member.rfind('_', last - 1);
        if (before != std::string::npos && last != std::string::npos) {
          member = member.substr(before + 1);
          losses.push_back("only its last two words are looked for");
        }
        append(members, member);
        const std::string both = constraint_value(member, {functions_, names_, {}});  // "troops" and "troop"
        if (const std::size_t comma = both.find(','); comma != std::string::npos) append(members, both.substr(comma + 1));
      }
      settle(line, losses, false);
    }
    if (members.empty()) {
      sets_.erase("%" + options_.prefix + tame(set.name));
      names_.erase(set.name);
      return leave_out(set.line, "a set without members");
    }
    settle(set.line, {}, false);
  }

  // "haul+away", "refloat": a verb that a frame's head or a set can hold; empty if it takes more than that.
  [[nodiscard]] std::vector<std::string> simple_heads(const DictionaryVerb& verb) const {
    const std::string lemma = folded(verb.word);
    const std::string after = folded(verb.after);
    if (verb.before.empty() && verb.after.empty()) return {lemma};
    if (!verb.before.empty() && verb.before.size() <= kLongestPrefix && verb.after.empty() && functions_.of(folded(verb.before)) == WordClass::kContent) {
      return {folded(verb.before) + "-" + lemma, folded(verb.before) + lemma};
    }
    const WordClass kind = functions_.of(after);
    if (verb.before.empty() && (kind == WordClass::kParticle || kind == WordClass::kEither)) return {lemma + "+" + after};
    return {};
  }

  Heads add_heads(const VerbBlock& block) {
    Heads heads;
    std::vector<std::string> simple;
    for (const DictionaryVerb& verb : block.verbs) {
      const std::vector<std::string> own = simple_heads(verb);
      if (own.empty()) heads.others.push_back(&verb);
      for (const std::string& each : own) {
        if (std::ranges::find(simple, each) == simple.end()) simple.push_back(each);
      }
    }
    if (simple.size() == 1) {
      heads.simple = simple.front();
    } else if (!simple.empty()) {
      std::string name = "%" + options_.prefix + "v_" + tame(block.name);
      if (sets_.contains(name)) name += "_" + std::to_string(block.line);
      for (const std::string& each : simple) append(sets_[name], each);
      heads.simple = name;
    }
    return heads;
  }

  void add_block(const VerbBlock& block, const Heads& heads) {
    if (block.verbs.empty() || block.verbs.front().line != block.line) {
      if (block.verbs.empty()) leave_out(block.line, "a block without verbs");
      else settle(block.line, {}, false);
    }
    for (const DictionaryVerb& verb : block.verbs) add_verb(block, verb);
    for (const DictionaryPattern& pattern : block.patterns) add_pattern(pattern, heads);
  }

  // The verb's own code, or that of its block; without one only its patterns count.
  void add_verb(const VerbBlock& block, const DictionaryVerb& verb) {
    const DictionaryCode& code = verb.has_code ? verb.code : block.code;
    std::vector<std::string> losses;
    if (code.first.empty() && code.second.empty()) return settle(verb.line, losses, false);
    const std::vector<std::string> heads = simple_heads(verb);
    std::string reason;
    if (heads.empty()) reason = add_frames(folded(verb.word), {{}, {}, verb.before, verb.after}, code, verb.line, verb.text, losses);
    for (const std::string& head : heads) reason = add_frames(head, {}, code, verb.line, verb.text, losses);
    if (!reason.empty()) return leave_out(verb.line, reason);
    settle(verb.line, losses, true);
  }

  void add_pattern(const DictionaryPattern& pattern, const Heads& heads) {
    std::vector<std::string> losses;
    std::string reason = "there is no verb that it belongs to";
    if (!heads.simple.empty()) reason = add_frames(heads.simple, {pattern.left, pattern.right, {}, {}}, pattern.code, pattern.line, pattern.text, losses);
    for (const DictionaryVerb* verb : heads.others) {
      const std::string other = add_frames(folded(verb->word), {pattern.left, pattern.right, verb->before, verb->after}, pattern.code, pattern.line, pattern.text, losses);
      if (heads.simple.empty()) reason = other;
    }
    if (!reason.empty()) return leave_out(pattern.line, reason);
    settle(pattern.line, losses, true);
  }

  // Returns why not.
  std::string add_frames(const std::string& head, const PatternText& text, const DictionaryCode& code, std::uint32_t line, const std::string& origin, std::vector<std::string>& losses) {
    const ShapedPattern shaped = shape_pattern(dialect_, text, {functions_, names_, "%" + options_.prefix, &auxiliary_sets_});
    if (!shaped.reason.empty()) return shaped.reason;
    for (const std::string& loss : shaped.losses) note_loss(losses, loss);
    bool fresh = false;
    for (const FrameShape& shape : with_lemmas(shaped.shapes)) {
      if (std::string reason = add_coded(head, shape, code, line, origin, losses, fresh); !reason.empty()) return reason;
    }
    return fresh ? std::string() : "the same pattern stands above it";
  }

  // A governor may stand in any form: "agreed to *".
  [[nodiscard]] std::vector<FrameShape> with_lemmas(const std::vector<FrameShape>& shapes) const {
    std::vector<FrameShape> all;
    for (const FrameShape& shape : shapes) {
      if (shape.governor.empty()) all.push_back(shape);
      else for (const std::string& lemma : lemmas_.of(shape.governor)) {
        all.push_back(shape);
        all.back().governor = lemma;
      }
    }
    return all;
  }

  static void note_loss(std::vector<std::string>& losses, const std::string& loss) {
    if (!loss.empty() && std::ranges::find(losses, loss) == losses.end()) losses.push_back(loss);
  }

  std::string add_coded(const std::string& head, FrameShape shape, const DictionaryCode& code, std::uint32_t line, const std::string& origin, std::vector<std::string>& losses, bool& fresh) {
    if (dialect_ == VerbDialect::kTree) return add_voices(head, std::move(shape), code, line, origin, losses, fresh);
    const bool first = !code.first.empty() && code.first != "---";
    if (code.pair && code.first == code.second) {
      shape.symmetric = true;
    } else if (code.pair && !first) {  // from target to source alone
      FrameShape turned = shape;
      const std::string roles = roles_of(shape);
      const std::size_t arrow = roles.find(" > ");
      if (arrow == std::string::npos) return write(head, shape, code.second, line, origin, losses, fresh);
      turned.sources = {roles.substr(arrow + 3)};
      turned.targets = {roles.substr(0, arrow)};
      return write(head, turned, code.second, line, origin, losses, fresh);
    } else if (code.pair && !code.second.empty() && code.second != "---") {
      return write(head, shape, code.first, line, origin, losses, fresh, code.second);
    }
    return write(head, shape, code.first, line, origin, losses, fresh);
  }

  // PETRARCH2: the second code counts where the verb is passive.
  std::string add_voices(const std::string& head, FrameShape shape, const DictionaryCode& code, std::uint32_t line, const std::string& origin, std::vector<std::string>& losses, bool& fresh) {
    if (!code.pair) return write(head, shape, code.first, line, origin, losses, fresh);
    if (!code.first.empty()) {
      if (std::string reason = write(head, shape, code.first, line, origin, losses, fresh); !reason.empty()) return reason;
    }
    shape.constraints.emplace_back("passive=*");
    return write(head, shape, code.second, line, origin, losses, fresh);
  }

  // `back`: the code from target to source, if there is one.
  std::string write(const std::string& head, const FrameShape& shape, const std::string& code, std::uint32_t line, const std::string& origin, std::vector<std::string>& losses, bool& fresh, const std::string& back = {}) {
    const auto carried = carry_code(code, options_.codes);
    if (!carried) return "the ontology has no code " + code + " nor one above it";
    note_loss(losses, carried->loss);
    const bool combines = dialect_ == VerbDialect::kTree && options_.outer_codes.contains(carried->code);
    std::string options = carried->code == "-" ? "reason=" + carried->reason : std::string();
    if (!back.empty()) {
      const auto returned = carry_code(back, options_.codes);
      if (!returned) note_loss(losses, "the ontology has no code " + back + " nor one above it for the way back");
      else if (returned->code != "-" && carried->code != "-") options = "back=" + returned->code;
      if (returned) note_loss(losses, returned->loss);
    }
    fresh = frames_.add({head, &shape, carried->code + (combines ? "+" : ""), options}, line, origin) || fresh;
    return {};
  }

  void add_combination(const CombinationLine& line, const VerbDictionary& dictionary) {
    const CombinationFrame frame = read_combination(line.text, dictionary, [&](std::size_t block) { return blocks_[block].simple; }, options_.codes);
    if (!frame.reason.empty()) return leave_out(line.line, frame.reason);
    std::vector<std::string> losses;
    note_loss(losses, frame.code.loss);
    if (!frames_.add({frame.head, &frame.shape, frame.code.code, {}}, line.line, line.text)) return leave_out(line.line, "the same combination stands above it");
    settle(line.line, losses, true);
  }

  const std::string& file_;
  const FunctionWords& functions_;
  const VerbImportOptions& options_;
  ImportReport& report_;
  VerbDialect dialect_ = VerbDialect::kLinear;
  std::set<std::string> names_;
  std::set<std::string> auxiliary_sets_;
  std::map<std::string, std::string> sets_;
  std::vector<Heads> blocks_;
  VerbLemmas lemmas_;
  FrameLines frames_;
  ImportedVerbs result_;
};

}  // namespace

ImportedVerbs import_verbs(const std::string& file, std::string_view text, const FunctionWords& functions, const VerbImportOptions& options, ImportReport& report) {
  const VerbDialect dialect = options.dialect.value_or(guess_dialect(text));
  return Importer(file, functions, options, report).run(read_verb_dictionary(file, text, dialect, report));
}

}  // namespace bayhaqi
