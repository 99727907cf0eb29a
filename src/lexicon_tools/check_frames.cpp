#include "lexicon_tools/check_folder.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "lexicon_tools/nearest_names.h"

namespace bayhaqi {

namespace {

constexpr std::array<std::string_view, 16> kSlots = {"above", "about", "against", "adv", "aux", "between", "comp", "from", "iobj", "mod", "obj", "passive", "poss", "subj", "text", "with"};
constexpr std::array<std::string_view, 7> kActorClasses = {"actor", "country", "person", "place", "several", "IGO", "NGO"};
constexpr std::size_t kShortestSlot = 3;  // "in" is no slip for "on"

class EventCheck {
 public:
  EventCheck(const std::vector<CheckedFile>& files, Faults& remarks) : remarks_(remarks) {
    for (const CheckedFile& file : files) {
      if (file.name == "import/function_words.txt") read_words(file.table);
      if (file.name == "events/status.txt") read_cues(file.table);
    }
    for (const CheckedFile& file : files) {
      if (file.name.starts_with("events/frames/")) check_lines(file);
      if (file.name.starts_with("events/sets/")) check_sets(file);
    }
    for (const auto& [name, place] : sets_) {
      if (!used_.contains(name)) remarks_.add(place.first, place.second, 1, "no frame and no other set uses '" + name + "'");
    }
  }

 private:
  void remark(const Table& table, const Row& row, const Field& field, std::string message) { table.fault(row, field, std::move(message), remarks_); }

  void read_words(const Table& table) {
    for (const Row& row : table.rows()) words_.emplace(row.at(0).text);
  }

  void read_cues(const Table& table) {
    for (const Row& row : table.rows()) use(row.at(0).text);
  }

  // Marks the sets of "obj=talks,%treaty~%old" as used.
  void use(std::string_view text) {
    for (std::size_t at = text.find('%'); at != std::string_view::npos; at = text.find('%', at + 1)) {
      const std::size_t end = std::min(text.find_first_of("/,~ ", at), text.size());
      used_.emplace(text.substr(at, end - at));
    }
  }

  void check_sets(const CheckedFile& file) {
    const Table& table = file.table;
    const bool own = file.own;
    for (const Row& row : table.rows()) {
      if (own) sets_.try_emplace(std::string(row.at(0).text), table.name(), row.line);
      std::set<std::string_view> members;
      for (const Field& member : split_field(row.at(1), ';')) {
        use(member.text);
        if (own && member.text == row.at(0).text) remark(table, row, member, "'" + std::string(member.text) + "' holds itself");
        if (own && !members.insert(member.text).second) remark(table, row, member, "'" + std::string(member.text) + "' stands twice in this set");
      }
    }
  }

  void check_lines(const CheckedFile& file) {
    const Table& table = file.table;
    const bool own = file.own;
    for (const Row& row : table.rows()) {
      use(row.at(0).text);
      std::vector<std::string> words;
      for (const Field& word : split_field(row.at(0), ' ')) {
        if (word.text.empty()) continue;
        if (own && !words.empty()) check_constraint(table, row, word);
        words.emplace_back(word.text);
      }
      if (words.empty()) continue;
      std::sort(words.begin() + 1, words.end());
      std::string pattern;
      for (const std::string& word : words) pattern += word + " ";
      const auto [before, fresh] = patterns_.try_emplace(std::move(pattern), table.name() + ":" + std::to_string(row.line));
      if (!own) continue;
      if (!fresh) remark(table, row, row.at(0), "never counts: the same pattern stands in " + before->second);
      check_roles(table, row);
      if (row.at(1).text == "-" && row.at(3).text.find("reason=") == std::string_view::npos) remark(table, row, row.at(1), "a line without an event needs reason=… in its last field, for explain to show");
    }
  }

  void check_constraint(const Table& table, const Row& row, const Field& word) {
    const std::size_t equals = word.text.find('=');
    if (equals == std::string_view::npos) return;
    std::string_view slot = word.text.substr(0, equals);
    if (slot.ends_with('!')) slot.remove_suffix(1);
    check_slot(table, row, {slot, word.column});
    const Field values{word.text.substr(equals + 1), word.column + static_cast<std::uint32_t>(equals) + 1};
    for (const Field& value : split_field(values, ',')) {
      if (!value.text.starts_with('$')) continue;
      const std::string_view what = value.text.substr(1);
      const bool sector = what.size() == 3 && what.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == std::string_view::npos;
      if (!sector && std::ranges::find(kActorClasses, what) == kActorClasses.end()) remark(table, row, value, "expected a sector like $GOV, $actor, $several, $country, $person or $place, found '" + std::string(value.text) + "'");
    }
  }

  // Any preposition is a slot, so only what looks like a slip is told.
  void check_slot(const Table& table, const Row& row, const Field& slot) {
    if (slot.text.size() < kShortestSlot || words_.contains(std::string(slot.text)) || std::ranges::find(kSlots, slot.text) != kSlots.end()) return;
    const auto is_near = [&](std::string_view known) { return edit_distance(slot.text, known, 1) <= 1 || is_swapped(slot.text, known); };
    auto near = std::ranges::find_if(kSlots, [&](std::string_view known) { return known.front() == slot.text.front() && is_near(known); });
    if (near == kSlots.end()) near = std::ranges::find_if(kSlots, is_near);
    if (near != kSlots.end()) remark(table, row, slot, "no slot is called '" + std::string(slot.text) + "'; '" + std::string(*near) + "' may be meant");
  }

  // "wiht" for "with".
  static bool is_swapped(std::string_view one, std::string_view other) {
    if (one.size() != other.size()) return false;
    const std::size_t at = static_cast<std::size_t>(std::ranges::mismatch(one, other).in1 - one.begin());
    return at + 1 < one.size() && one[at] == other[at + 1] && one[at + 1] == other[at] && one.substr(at + 2) == other.substr(at + 2);
  }

  void check_roles(const Table& table, const Row& row) {
    const Field roles = row.at(2);
    for (std::size_t begin = roles.text.find_first_not_of("/<> .!-"); begin != std::string_view::npos; begin = roles.text.find_first_not_of("/<> .!-", begin)) {
      const std::size_t end = std::min(roles.text.find_first_of("/<> .!", begin), roles.text.size());
      check_slot(table, row, {roles.text.substr(begin, end - begin), roles.column + static_cast<std::uint32_t>(begin)});
      begin = end;
    }
  }

  Faults& remarks_;
  std::set<std::string> words_;  // that may be slots: prepositions and particles
  std::map<std::string, std::string> patterns_;
  std::map<std::string, std::pair<std::string, std::uint32_t>> sets_;  // of the folder, and where
  std::set<std::string> used_;
};

}  // namespace

void check_frames(const std::vector<CheckedFile>& files, Faults& remarks) { EventCheck(files, remarks); }

}  // namespace bayhaqi
