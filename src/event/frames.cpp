#include "event/frames.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "base/utf8.h"
#include "lexicon/phrase_table.h"

namespace bayhaqi {

std::optional<Status> parse_status(std::string_view name) {
  static constexpr std::array<std::string_view, 5> kNames = {"actual", "negated", "planned", "possible", "urged"};
  const auto found = std::find(kNames.begin(), kNames.end(), name);
  if (found == kNames.end()) return std::nullopt;
  return static_cast<Status>(found - kNames.begin());
}

std::uint64_t slot_hash(std::string_view name) { return hash_folded_word(name); }

namespace {

template <typename T>
bool take(const PackedFile& file, std::string_view section, std::span<const T>& out, Error& error) {
  auto array = file.array<T>(section);
  if (array) out = *array;
  else error = array.error();
  return array.has_value();
}

bool inside(std::size_t first, std::size_t count, std::size_t size) { return first <= size && count <= size - first; }

}  // namespace

Result<EventLexicon> EventLexicon::open(const PackedFile& file) {
  EventLexicon lexicon;
  Error error;
  auto strings = file.text("event.strings");
  if (!strings) return std::unexpected(strings.error());
  lexicon.strings_ = *strings;
  const bool complete = take(file, "event.frames", lexicon.frames_, error) && take(file, "event.constraints", lexicon.constraints_, error) &&
                        take(file, "event.values", lexicon.values_, error) && take(file, "event.roles", lexicon.roles_, error) &&
                        take(file, "event.codes", lexicon.codes_, error) && take(file, "event.combines", lexicon.combines_, error) &&
                        take(file, "event.cues", lexicon.cues_, error);
  if (!complete) return std::unexpected(error);
  const std::size_t text = lexicon.strings_.size();
  bool sound = text > 0 && lexicon.strings_.back() == '\0';
  for (const FrameRecord& f : lexicon.frames_) {
    sound = sound && inside(f.first_constraint, f.constraint_count, lexicon.constraints_.size()) &&
            inside(f.first_role, std::size_t{f.source_count} + f.target_count, lexicon.roles_.size()) && f.code < text && f.reason < text && f.together < text && f.back < text && f.pattern < text &&
            f.status <= Status::kUrged;
  }
  for (const ConstraintRecord& c : lexicon.constraints_) sound = sound && inside(c.first_value, c.value_count, lexicon.values_.size()) && c.slot_text < text;
  for (const ValueRecord& v : lexicon.values_) sound = sound && v.text < text && v.type <= ValueType::kNothing;
  for (const RoleRecord& r : lexicon.roles_) sound = sound && r.text < text;
  for (const CodeRecord& c : lexicon.codes_) sound = sound && c.code < text && c.name < text && c.plover < text && c.kind < text && c.mode < text && c.contexts < text;
  for (const CombineRecord& c : lexicon.combines_) sound = sound && c.outer < text && c.inner < text && c.combined < text;
  for (const CueRecord& c : lexicon.cues_) sound = sound && c.effect < text && c.denied < text;
  if (!sound) return fail(ErrorCode::kFormat, "has an event section that points outside itself", file.name());
  auto model = CategoryModel::open(file);
  if (!model) return std::unexpected(model.error());
  lexicon.model_ = *model;
  auto topics = TopicLexicon::open(file);
  if (!topics) return std::unexpected(topics.error());
  lexicon.topics_ = std::move(*topics);
  auto phrases = PhraseRules::open(file);
  if (!phrases) return std::unexpected(phrases.error());
  lexicon.phrases_ = std::move(*phrases);
  return lexicon;
}

std::span<const FrameRecord> EventLexicon::frames(std::uint64_t lemma_hash, HeadPos pos) const {
  const auto key = std::make_tuple(lemma_hash, pos);
  const auto key_of = [](const FrameRecord& f) { return std::make_tuple(f.head, f.pos); };
  const auto begin = std::lower_bound(frames_.begin(), frames_.end(), key, [&](const FrameRecord& f, const auto& k) { return key_of(f) < k; });
  auto end = begin;
  while (end != frames_.end() && key_of(*end) == key) ++end;
  return {begin, end};
}

const CodeRecord* EventLexicon::code(std::string_view cameo) const {
  for (; cameo.size() >= 2; cameo.remove_suffix(1)) {
    const auto found = std::lower_bound(codes_.begin(), codes_.end(), cameo, [&](const CodeRecord& c, std::string_view wanted) { return string(c.code) < wanted; });
    if (found != codes_.end() && string(found->code) == cameo) return &*found;
    if (cameo.size() == 2) break;
  }
  return nullptr;
}

std::string_view EventLexicon::kind(std::string_view cameo) const {
  const CodeRecord* record = code(cameo);
  return record == nullptr ? std::string_view{} : string(record->kind);
}

std::string_view EventLexicon::refusal() const {
  constexpr std::string_view kReject = "120";  // CAMEO's
  if (kind(kReject) == "REJECT") return kReject;
  const auto found = std::ranges::find_if(codes_, [&](const CodeRecord& record) { return string(record.kind) == "REJECT"; });
  return found == codes_.end() ? std::string_view{} : string(found->code);
}

const CombineRecord* EventLexicon::combine(std::string_view outer, std::string_view inner) const {
  const CombineRecord* best = nullptr;
  std::size_t best_length = 0;
  for (const CombineRecord& record : combines_) {
    if (!outer.starts_with(string(record.outer))) continue;
    const std::string_view prefix = string(record.inner);
    const bool any = prefix == "*";
    if (!any && !inner.starts_with(prefix)) continue;
    const std::size_t length = any ? 1 : prefix.size() + 1;
    if (length > best_length) {
      best_length = length;
      best = &record;
    }
  }
  return best;
}

const CueRecord* EventLexicon::cue(std::string_view folded_lemma, std::string_view kind) const {
  const auto key = std::make_tuple(hash_folded_word(folded_lemma), hash_folded_word(kind));
  const auto found = std::lower_bound(cues_.begin(), cues_.end(), key, [](const CueRecord& c, const auto& k) { return std::make_tuple(c.word, c.kind) < k; });
  return found != cues_.end() && std::make_tuple(found->word, found->kind) == key ? &*found : nullptr;
}

}  // namespace bayhaqi
