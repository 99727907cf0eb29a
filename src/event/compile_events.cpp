// Reads the event dictionary and the ontology and packs them; formats in docs/lexicon.md.
#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "base/utf8.h"
#include "event/frames.h"
#include "event/ontology_tables.h"
#include "lexicon/phrase_table.h"

namespace bayhaqi {

namespace {

class Strings {
 public:
  Strings() { put(""); }
  std::uint32_t put(std::string_view text) {
    const auto [place, fresh] = offsets_.try_emplace(std::string(text), static_cast<std::uint32_t>(bytes_.size()));
    if (fresh) bytes_.append(text).push_back('\0');
    return place->second;
  }
  [[nodiscard]] std::string_view bytes() const { return bytes_; }

 private:
  std::string bytes_;
  std::unordered_map<std::string, std::uint32_t> offsets_;
};

class Compiler {
 public:
  explicit Compiler(LexiconSource& source) : source_(source) {}

  void run() {
    read_ontology();
    read_combine();
    read_sets();
    read_cues();
    for (const std::string& name : source_.list_lexicon("events/frames")) read_frames(name);
    write();
  }

 private:
  void fault(const Table& table, const Row& row, const Field& field, std::string message) { table.fault(row, field, std::move(message), source_.faults()); }

  void read_ontology() {
    OntologyTables tables = read_ontology_tables(source_);
    for (const OntologyCode& each : tables.codes) {
      CodeRecord code;
      code.code = strings_.put(each.code);
      code.name = strings_.put(each.name);
      code.goldstein = each.goldstein;
      code.plover = strings_.put(each.category);
      code.kind = strings_.put(each.kind);
      code.quad = each.quad;
      code.mode = strings_.put(each.mode);
      code.contexts = strings_.put(each.contexts);
      known_codes_.insert(each.code);
      codes_.push_back(code);
    }
    categories_ = std::move(tables.categories);
    std::sort(codes_.begin(), codes_.end(), [&](const CodeRecord& a, const CodeRecord& b) { return text(a.code) < text(b.code); });
  }

  void read_combine() {
    const Table table = source_.read_optional_ontology("combine.txt");
    static constexpr std::array<std::string_view, 4> kFates = {"drop", "urged", "actual", "possible"};
    for (const Row& row : table.rows()) {
      const auto fate = std::find(kFates.begin(), kFates.end(), row.at(3).text);
      if (fate == kFates.end()) {
        fault(table, row, row.at(3), "expected drop, urged, actual or possible, found '" + std::string(row.at(3).text) + "'");
        continue;
      }
      expect_code(table, row, row.at(2));
      for (const Field& inner : split_field(row.at(1), ';')) {
        combines_.push_back({strings_.put(row.at(0).text), strings_.put(inner.text), strings_.put(row.at(2).text), static_cast<InnerFate>(fate - kFates.begin())});
      }
    }
  }

  void expect_code(const Table& table, const Row& row, const Field& field) {
    std::string_view code = field.text;
    if (code.ends_with('+')) code.remove_suffix(1);
    if (code != "-" && !known_codes_.contains(std::string(code))) fault(table, row, field, "expected a code of ontology/cameo.txt, found '" + std::string(field.text) + "'");
  }

  void read_sets() {
    std::vector<Table> tables;
    for (const std::string& name : source_.list_lexicon("events/sets")) tables.push_back(source_.read_lexicon(name));
    for (const Table& table : tables) {
      table.expect_sorted(source_.faults());
      for (const Row& row : table.rows()) read_set(table, row);
    }
    for (const Table& table : tables) {
      for (const Row& row : table.rows()) {
        for (const Field& member : split_field(row.at(1), ';')) {
          if (member.text.starts_with('%') && !sets_.contains(std::string(member.text))) fault(table, row, member, "expected a known set, found '" + std::string(member.text) + "'");
        }
      }
    }
  }

  void read_set(const Table& table, const Row& row) {
    const std::string name(row.at(0).text);
    if (!name.starts_with('%')) fault(table, row, row.at(0), "expected a set's name with '%', found '" + name + "'");
    if (sets_.contains(name)) fault(table, row, row.at(0), "expected a name of its own, found '" + name + "' again");
    auto& members = sets_[name];
    for (const Field& member : split_field(row.at(1), ';')) members.emplace_back(member.text);
    if (members.empty()) fault(table, row, row.at(1), "expected members, found nothing");
  }

  void read_cues() {
    const Table table = source_.read_lexicon("events/status.txt");
    for (const Row& row : table.rows()) {
      const std::uint16_t file = source_.file_number(table.name(row));
      static constexpr std::array<std::string_view, 12> kPlaces = {"accord", "adj", "adv", "aux", "case", "cc", "cop", "denies", "det", "mark", "measure", "refers"};
      if (std::find(kPlaces.begin(), kPlaces.end(), row.at(1).text) == kPlaces.end()) fault(table, row, row.at(1), "expected where the word stands, found '" + std::string(row.at(1).text) + "'");
      const std::string_view effect = row.at(2).text;
      if (effect != "keep" && effect != "open" && effect != "ahead" && effect != "futile" && !parse_status(effect)) fault(table, row, row.at(2), "expected a status, keep, open, ahead or futile, found '" + std::string(effect) + "'");
      for (const std::string& word : expand(row.at(0).text)) {
        cues_.push_back({hash_folded_word(folded(word)), hash_folded_word(row.at(1).text), strings_.put(effect), 0, row.line, file, 0});
      }
    }
    read_embeddings();
    std::sort(cues_.begin(), cues_.end(), [](const CueRecord& a, const CueRecord& b) { return std::tie(a.word, a.kind) < std::tie(b.word, b.kind); });
  }

  // lexicon/events/embedding.txt: kinds are part of speech and construction, "v:to".
  void read_embeddings() {
    static constexpr std::array<std::string_view, 18> kConstructions = {"about", "against", "base", "for", "from", "in", "ing", "into", "obj", "obj-to", "of", "on", "out_of", "subj", "that", "to", "to-noun", "with"};
    const Table table = source_.read_lexicon("events/embedding.txt");
    table.expect_sorted(source_.faults());
    for (const Row& row : table.rows()) {
      const std::uint16_t file = source_.file_number(table.name(row));
      const std::string_view word = row.at(0).text;
      const std::size_t slash = word.size() < 3 ? 0 : word.size() - 2;
      const std::string_view pos = word.substr(slash);
      if (pos != "/v" && pos != "/n" && pos != "/a") fault(table, row, row.at(0), "expected lemma/v, lemma/n or lemma/a, found '" + std::string(word) + "'");
      for (std::size_t i = 1; i < row.fields.size(); ++i) {
        const auto parts = split_field(row.at(i), ';');
        const bool known = parts.size() == 3 && std::find(kConstructions.begin(), kConstructions.end(), parts[0].text) != kConstructions.end() && parse_status(parts[1].text) && parse_status(parts[2].text);
        if (!known) {
          fault(table, row, row.at(i), "expected construction; status; status, found '" + std::string(row.at(i).text) + "'");
          continue;
        }
        const std::string kind = std::string(pos.substr(1)) + ":" + std::string(parts[0].text);
        cues_.push_back({hash_folded_word(folded(word.substr(0, slash))), hash_folded_word(kind), strings_.put(parts[1].text), strings_.put(parts[2].text), row.line, file, 0});
      }
    }
  }

  // A word as itself, a set as all its members; a set inside itself is cut off.
  std::vector<std::string> expand(std::string_view word, int depth = 0) const {
    if (!word.starts_with('%')) return {std::string(word)};
    std::vector<std::string> all;
    const auto set = sets_.find(std::string(word));
    if (set == sets_.end() || depth > 8) return all;
    for (const std::string& member : set->second) {
      for (std::string& each : expand(member, depth + 1)) all.push_back(std::move(each));
    }
    return all;
  }

  void read_frames(const std::string& name) {
    const Table table = source_.read_lexicon(name);
    for (const Row& row : table.rows()) read_frame(table, row);
  }

  void read_frame(const Table& table, const Row& row) {
    FrameRecord frame;
    frame.line = row.line;
    frame.file = source_.file_number(table.name(row));
    const auto words = split_field(row.at(0), ' ');
    if (words.empty()) return;
    const std::size_t slash = words.front().text.rfind('/');
    const std::string_view pos = slash == std::string_view::npos ? std::string_view{} : words.front().text.substr(slash + 1);
    if (pos != "v" && pos != "n" && pos != "a") {
      fault(table, row, words.front(), "expected lemma/v, lemma/n or lemma/a, found '" + std::string(words.front().text) + "'");
      return;
    }
    frame.pos = pos == "v" ? HeadPos::kVerb : pos == "n" ? HeadPos::kNoun : HeadPos::kAdjective;
    frame.first_constraint = static_cast<std::uint32_t>(constraints_.size());
    int specificity = 0;
    for (std::size_t i = 1; i < words.size(); ++i) {
      if (!words[i].text.empty()) specificity += read_constraint(table, row, words[i]);
    }
    frame.constraint_count = static_cast<std::uint8_t>(constraints_.size() - frame.first_constraint);
    expect_code(table, row, row.at(1));
    std::string_view code = row.at(1).text;
    if (code.ends_with('+')) {
      frame.combines = true;
      code.remove_suffix(1);
    }
    frame.code = strings_.put(code);
    frame.reason = strings_.put("");
    frame.together = frame.back = frame.reason;
    frame.pattern = strings_.put(std::string(row.at(0).text) + " | " + std::string(row.at(1).text) + " | " + std::string(row.at(2).text));
    read_roles(table, row, frame);
    read_options(table, row, frame);
    const std::string_view head = words.front().text.substr(0, slash);
    if (head.starts_with('%') && !sets_.contains(std::string(head))) fault(table, row, words.front(), "expected a known set, found '" + std::string(head) + "'");
    for (const std::string& member : expand(head)) add_frame(frame, member, specificity);
  }

  void add_frame(FrameRecord frame, const std::string& member, int specificity) {
    std::string lemma = member;
    const std::size_t plus = member.find('+');
    if (plus != std::string::npos) {
      lemma = member.substr(0, plus);
      frame.particle = hash_folded_word(folded(member.substr(plus + 1)));
      specificity += 3;
    }
    const std::size_t joint = lemma.rfind('_');
    if (joint != std::string::npos) {  // "mass_grave": the noun with a modifier
      ConstraintRecord constraint;
      const FrameRecord before = frame;
      frame.first_constraint = static_cast<std::uint32_t>(constraints_.size());
      for (std::uint32_t i = 0; i < before.constraint_count; ++i) constraints_.push_back(constraints_[before.first_constraint + i]);
      constraint.slot = slot_hash("mod");
      constraint.slot_text = strings_.put("mod");
      constraint.first_value = static_cast<std::uint32_t>(values_.size());
      constraint.value_count = 1;
      add_lemma(lemma.substr(0, joint), "");
      constraints_.push_back(constraint);
      ++frame.constraint_count;
      specificity += 3;
      lemma = lemma.substr(joint + 1);
    }
    frame.head = hash_folded_word(folded(lemma));
    frame.specificity = static_cast<std::uint16_t>(specificity);
    frames_.push_back(frame);
  }

  // Returns how much the constraint adds to the frame's specificity.
  int read_constraint(const Table& table, const Row& row, const Field& field) {
    const std::size_t equals = field.text.find('=');
    if (equals == std::string_view::npos || equals == 0) {
      fault(table, row, field, "expected slot=values, found '" + std::string(field.text) + "'");
      return 0;
    }
    ConstraintRecord constraint;
    std::string_view slot = field.text.substr(0, equals);
    if (slot.ends_with('!')) {
      constraint.negated = 1;
      slot.remove_suffix(1);
    }
    constraint.slot = slot_hash(slot);
    constraint.slot_text = strings_.put(slot);
    constraint.first_value = static_cast<std::uint32_t>(values_.size());
    int specificity = 5;
    const Field list{field.text.substr(equals + 1), field.column + static_cast<std::uint32_t>(equals) + 1};
    for (const Field& value : split_field(list, ',')) specificity = std::min(specificity, add_value(table, row, value));
    constraint.value_count = static_cast<std::uint32_t>(values_.size()) - constraint.first_value;
    if (constraint.value_count == 0) fault(table, row, field, "expected values after '=', found nothing");
    constraints_.push_back(constraint);
    return constraint.negated != 0 ? 1 : specificity;
  }

  int add_value(const Table& table, const Row& row, const Field& field) {
    const std::string_view value = field.text;
    if (value == "*" || value == "-") {
      values_.push_back({0, 0, strings_.put(""), value == "*" ? ValueType::kAnything : ValueType::kNothing, {}});
      return 1;
    }
    if (value.starts_with('@')) {
      expect_act(table, row, field);
      values_.push_back({0, 0, strings_.put(value.substr(1)), ValueType::kInnerAct, {}});
      return 2;
    }
    if (value.starts_with('$')) {
      const std::string_view what = value.substr(1);
      values_.push_back({0, 0, strings_.put(what == "country" ? "" : what), actor_type(what), {}});
      return 2;
    }
    const std::size_t tilde = value.find('~');
    const std::string_view head = value.substr(0, tilde);
    const std::string_view with = tilde == std::string_view::npos ? std::string_view{} : value.substr(tilde + 1);
    for (const std::string_view set : {head, with}) {
      if (set.starts_with('%') && !sets_.contains(std::string(set))) fault(table, row, field, "expected a known set, found '" + std::string(set) + "'");
    }
    for (const std::string& lemma : expand(head)) {
      if (with.empty()) add_lemma(lemma, "");
      else for (const std::string& other : expand(with)) add_lemma(lemma, other);
    }
    return with.empty() ? 3 : 5;
  }

  static ValueType actor_type(std::string_view what) {
    if (what == "actor") return ValueType::kAnyActor;
    if (what == "several") return ValueType::kSeveralActors;
    if (what == "place") return ValueType::kPlace;
    return what == "person" ? ValueType::kPerson : ValueType::kActorSector;
  }

  // "@ASSAULT", "@19": a category, or the beginning of a code.
  void expect_act(const Table& table, const Row& row, const Field& field) {
    const std::string wanted(field.text.substr(1));
    const auto code = known_codes_.lower_bound(wanted);
    if (categories_.contains(wanted) || (code != known_codes_.end() && code->starts_with(wanted))) return;
    fault(table, row, field, "expected a category or the beginning of a code behind '@', found '" + std::string(field.text) + "'");
  }

  void add_lemma(std::string lemma, std::string with) {
    const std::size_t joint = lemma.rfind('_');
    if (joint != std::string::npos && with.empty()) {
      with = lemma.substr(0, joint);
      lemma = lemma.substr(joint + 1);
    }
    if (const std::size_t plus = lemma.find('+'); plus != std::string::npos) lemma = lemma.substr(0, plus);
    values_.push_back({hash_folded_word(folded(lemma)), with.empty() ? 0 : hash_folded_word(folded(with)), strings_.put(""), with.empty() ? ValueType::kLemma : ValueType::kLemmaWith, {}});
  }

  void read_roles(const Table& table, const Row& row, FrameRecord& frame) {
    std::string roles(row.at(2).text);
    if (roles.empty()) roles = frame.pos == HeadPos::kNoun ? "poss/by/mod/of.poss > against/on/with/to/of" : frame.pos == HeadPos::kVerb ? "subj > obj" : "subj > to/of/with";
    frame.symmetric = roles.find("<>") != std::string::npos;
    const std::size_t arrow = frame.symmetric ? roles.find("<>") : roles.find('>');
    if (arrow == std::string::npos) {
      fault(table, row, row.at(2), "expected 'source > target' or 'source <> target', found '" + roles + "'");
      return;
    }
    frame.first_role = static_cast<std::uint32_t>(roles_.size());
    frame.source_count = add_roles(std::string_view(roles).substr(0, arrow));
    frame.target_count = add_roles(std::string_view(roles).substr(arrow + (frame.symmetric ? 2 : 1)));
  }

  std::uint8_t add_roles(std::string_view list) {
    std::uint8_t count = 0;
    while (list.starts_with(' ')) list.remove_prefix(1);
    while (list.ends_with(' ')) list.remove_suffix(1);
    for (const Field& each : split_field({list, 1}, '/')) {
      std::string_view role = each.text;
      if (role.empty() || role == "-") continue;
      RoleRecord record;
      record.text = strings_.put(role);
      if (role.ends_with('!')) {
        record.exact = 1;
        role.remove_suffix(1);
      }
      const std::size_t dot = role.find('.');
      record.slot = slot_hash(role.substr(0, dot));
      record.inner = dot == std::string_view::npos ? 0 : slot_hash(role.substr(dot + 1));
      roles_.push_back(record);
      ++count;
    }
    return count;
  }

  void read_options(const Table& table, const Row& row, FrameRecord& frame) {
    for (const Field& option : split_field(row.at(3), ';')) {
      const std::size_t equals = option.text.find('=');
      const std::string_view name = option.text.substr(0, equals);
      const std::string_view value = equals == std::string_view::npos ? std::string_view{} : option.text.substr(equals + 1);
      if (name == "status" && parse_status(value)) {
        frame.has_status = true;
        frame.status = *parse_status(value);
      } else if (name == "together" && known_codes_.contains(std::string(value))) {
        frame.together = strings_.put(value);
      } else if (name == "back" && known_codes_.contains(std::string(value))) {
        frame.back = strings_.put(value);
      } else if (name == "reason") {
        frame.reason = strings_.put(value);
      } else if (!option.text.empty()) {
        fault(table, row, option, "expected status=…, together=CODE, back=CODE or reason=…, found '" + std::string(option.text) + "'");
      }
    }
  }

  [[nodiscard]] std::string_view text(std::uint32_t offset) const { return strings_.bytes().data() + offset; }

  void write() {
    compile_category_model(source_);
    compile_topics(source_);
    compile_phrase_rules(source_);
    std::stable_sort(frames_.begin(), frames_.end(), [](const FrameRecord& a, const FrameRecord& b) { return std::tie(a.head, a.pos) < std::tie(b.head, b.pos); });
    PackedFileBuilder& out = source_.out();
    out.add("event.frames", frames_);
    out.add("event.constraints", constraints_);
    out.add("event.values", values_);
    out.add("event.roles", roles_);
    out.add("event.codes", codes_);
    out.add("event.combines", combines_);
    out.add("event.cues", cues_);
    out.add_text("event.strings", strings_.bytes());
  }

  LexiconSource& source_;
  Strings strings_;
  std::map<std::string, std::vector<std::string>> sets_;
  std::set<std::string> categories_;
  std::set<std::string> known_codes_;
  std::vector<FrameRecord> frames_;
  std::vector<ConstraintRecord> constraints_;
  std::vector<ValueRecord> values_;
  std::vector<RoleRecord> roles_;
  std::vector<CodeRecord> codes_;
  std::vector<CombineRecord> combines_;
  std::vector<CueRecord> cues_;
};

}  // namespace

void compile_events(LexiconSource& source) { Compiler(source).run(); }

}  // namespace bayhaqi
