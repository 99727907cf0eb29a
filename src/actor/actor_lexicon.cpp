#include "actor/actor_lexicon.h"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

#include "base/utf8.h"

namespace bayhaqi {

namespace {

constexpr std::array<std::string_view, 14> kKindNames = {"country", "person", "group", "party", "organisation", "ngo", "seat",
                                                        "media", "agency", "force", "company", "court", "legislature", "ministry"};

// Who left the last office before this day (2010-01-01) no longer holds it in an article without a date: most are of later years.
constexpr std::int32_t kLongAgo = 14610;
constexpr std::int32_t kRecently = 18628;  // 2021-01-01
// News of the days after still tells what somebody did in office: "Mubarak resigned on Friday", in Sunday's paper.
constexpr std::int32_t kAfterOffice = 3;

template <typename T>
bool take(const PackedFile& file, std::string_view section, std::span<const T>& out, Error& error) {
  auto array = file.array<T>(section);
  if (array) out = *array;
  else error = array.error();
  return array.has_value();
}

}  // namespace

std::string_view kind_name(EntryKind kind) { return kKindNames[static_cast<std::size_t>(kind)]; }

std::optional<EntryKind> kind_of_name(std::string_view name) {
  const auto found = std::ranges::find(kKindNames, name);
  return found == kKindNames.end() ? std::nullopt : std::optional(static_cast<EntryKind>(found - kKindNames.begin()));
}

Result<ActorLexicon> ActorLexicon::open(const PackedFile& file) {
  ActorLexicon lexicon;
  Error error;
  auto words = PhraseTable::open(file, "actor.words");
  if (!words) return std::unexpected(words.error());
  lexicon.words_ = *words;
  auto classes = PhraseTable::open(file, "actor.classes");
  if (!classes) return std::unexpected(classes.error());
  lexicon.word_classes_ = *classes;
  auto publishers = PhraseTable::open(file, "actor.publishers");
  if (!publishers) return std::unexpected(publishers.error());
  lexicon.publishers_ = *publishers;
  auto strings = file.text("actor.strings");
  if (!strings) return std::unexpected(strings.error());
  lexicon.strings_ = *strings;
  const bool complete = take(file, "actor.lexemes", lexicon.lexemes_, error) && take(file, "actor.entries", lexicon.entries_, error) &&
                        take(file, "actor.offices", lexicon.offices_, error) && take(file, "actor.agents", lexicon.agents_, error) &&
                        take(file, "actor.modifiers", lexicon.modifiers_, error) && take(file, "actor.countries", lexicon.countries_, error) &&
                        take(file, "actor.antecedents", lexicon.antecedent_weights_, error);
  if (!complete) return std::unexpected(error);
  const auto inside = [&](std::uint32_t offset) { return offset < lexicon.strings_.size(); };
  bool sound = lexicon.antecedent_weights_.size() == kAntecedentFeatures && !lexicon.strings_.empty() && lexicon.strings_.back() == '\0';
  for (const EntryRecord& e : lexicon.entries_) {
    sound = sound && inside(e.key) && inside(e.name) && inside(e.wikidata) && e.first_office <= lexicon.offices_.size() && e.office_count <= lexicon.offices_.size() - e.first_office;
  }
  for (const OfficeRecord& o : lexicon.offices_) sound = sound && inside(o.code) && inside(o.role);
  for (const AgentRecord& a : lexicon.agents_) sound = sound && inside(a.phrase) && inside(a.sector) && inside(a.country);
  for (const ModifierRecord& m : lexicon.modifiers_) sound = sound && inside(m.word) && inside(m.effect);
  for (const std::uint32_t c : lexicon.countries_) sound = sound && c < lexicon.entries_.size();
  for (const LexemeRecord& l : lexicon.lexemes_) {
    const std::size_t limit = l.type == LexemeType::kAgent ? lexicon.agents_.size() : l.type == LexemeType::kModifier || l.type == LexemeType::kReference ? lexicon.modifiers_.size() : lexicon.entries_.size();
    sound = sound && l.target < limit;
  }
  if (!sound) return fail(ErrorCode::kFormat, "has an actor section that points outside itself", file.name());
  return lexicon;
}

std::string_view ActorLexicon::string(std::uint32_t offset) const { return strings_.data() + offset; }

std::uint32_t ActorLexicon::classes(std::string_view word) const {
  const std::uint32_t state = word_classes_.next(PhraseTable::kStart, hash_folded_word(folded(word)));
  std::uint32_t bits = 0;
  if (state == PhraseTable::kDead) return bits;
  for (const std::uint32_t value : word_classes_.values(state)) bits |= value;
  return bits;
}

std::uint32_t ActorLexicon::country_of_address(std::string_view url) const {
  const std::size_t scheme = url.find("://");
  std::string_view host = scheme == std::string_view::npos ? url : url.substr(scheme + 3);
  host = host.substr(0, host.find_first_of("/?#:"));
  const std::string name = folded(host);
  for (std::string_view rest = name; !rest.empty();) {  // "www.gazette.co.ke", "gazette.co.ke", "co.ke", "ke"
    const std::uint32_t state = publishers_.next(PhraseTable::kStart, hash_folded_word(rest));
    if (state != PhraseTable::kDead && !publishers_.values(state).empty()) {
      const std::uint32_t entry = publishers_.values(state).front();
      return entry < entries_.size() ? entry : kNoEntry;
    }
    const std::size_t dot = rest.find('.');
    rest = dot == std::string_view::npos ? std::string_view{} : rest.substr(dot + 1);
  }
  return kNoEntry;
}

std::uint32_t ActorLexicon::country(std::string_view code) const {
  const auto found = std::lower_bound(countries_.begin(), countries_.end(), code,
                                      [&](std::uint32_t entry, std::string_view wanted) { return string(entries_[entry].key) < wanted; });
  return found != countries_.end() && string(entries_[*found].key) == code ? *found : kNoEntry;
}

// The last office that is more than having had one; papers write of people in office.
OfficeOnDate ActorLexicon::last_office(const EntryRecord& entry) const {
  const OfficeRecord* last = nullptr;
  for (const OfficeRecord& office : offices(entry)) {
    const auto weight = [&](const OfficeRecord& each) {  // of two of recent years the one of the state: more is written of it
      const std::string_view code = string(each.code);
      const bool out = code.ends_with("OPP") || code.ends_with("PTY") || code.ends_with("CVL");
      return code.ends_with("ELI") ? 0 : out || each.dated == 0 || each.to < kRecently ? 1 : 2;
    };
    const auto rank = [&](const OfficeRecord& each) { return std::pair(weight(each), each.dated == 0 ? std::numeric_limits<std::int32_t>::min() : each.to); };
    if (last == nullptr || rank(office) >= rank(*last)) last = &office;
  }
  if (last == nullptr) return {};
  return {string(last->code), string(last->role), last->dated != 0 && last->to < kLongAgo};
}

OfficeOnDate ActorLexicon::office_on(const EntryRecord& entry, std::int32_t day) const {
  if (day == kNoDay && entry.kind == EntryKind::kPerson) return last_office(entry);
  const OfficeRecord* current = nullptr;
  const OfficeRecord* undated = nullptr;
  const OfficeRecord* before = nullptr;
  const OfficeRecord* after = nullptr;
  for (const OfficeRecord& office : offices(entry)) {
    if (office.dated == 0) {
      if (undated == nullptr) undated = &office;
    } else if (office.from <= day && day <= office.to) {
      if (current == nullptr || office.from >= current->from) current = &office;
    } else if (office.to < day) {
      if (before == nullptr || office.to >= before->to) before = &office;
    } else if (after == nullptr || office.from < after->from) {
      after = &office;
    }
  }
  if (current == nullptr && undated == nullptr && before != nullptr && before->to + kAfterOffice >= day && entry.kind == EntryKind::kPerson) current = before;
  if (current != nullptr) return {string(current->code), string(current->role), false};
  if (undated != nullptr) return {string(undated->code), string(undated->role), false};
  const OfficeRecord* nearest = before != nullptr ? before : after;
  if (nearest == nullptr) return {};
  return {string(nearest->code), string(nearest->role), entry.kind == EntryKind::kPerson};
}

bool ActorLexicon::held(const EntryRecord& entry, std::string_view role, std::int32_t day) const {
  return std::ranges::any_of(offices(entry), [&](const OfficeRecord& office) {
    return string(office.role) == role && (office.dated == 0 || (office.from <= day && day <= office.to));
  });
}

}  // namespace bayhaqi
