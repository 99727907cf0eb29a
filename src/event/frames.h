// The event dictionary, compiled: frames (what words, with what around them, make which act), how acts combine, what moves
// the status of an act, and the ontology's codes. Built by compile_events() from lexicon/events/** and ontology/*; used in
// place. Immutable, shared by threads. Format of the text: docs/lexicon.md.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/packed_file.h"
#include "bayhaqi/document.h"
#include "event/category_model.h"
#include "event/phrase_rules.h"
#include "event/topic.h"
#include "lexicon/source.h"

namespace bayhaqi {

enum class HeadPos : std::uint8_t { kVerb, kNoun, kAdjective };

// Slots are named in the text and hashed; prepositions are their own words ("with", "because_of").
[[nodiscard]] std::uint64_t slot_hash(std::string_view name);

enum class ValueType : std::uint8_t { kLemma, kLemmaWith, kInnerAct, kActorSector, kAnyActor, kSeveralActors, kPerson, kPlace, kAnything, kNothing };

struct ValueRecord {
  std::uint64_t word = 0;   // hash of a lemma, or of a CAMEO prefix / PLOVER name / sector text
  std::uint64_t with = 0;   // kLemmaWith: hash of a lemma among its dependents
  std::uint32_t text = 0;   // offset of the text, for kInnerAct and kActorSector
  ValueType type = ValueType::kLemma;
  std::uint8_t unused[3] = {};
};

struct ConstraintRecord {
  std::uint64_t slot = 0;
  std::uint32_t first_value = 0;
  std::uint32_t value_count = 0;
  std::uint32_t slot_text = 0;
  std::uint32_t negated = 0;
};

// One step to a party: a slot, then perhaps a slot of what stands in it ("obj.with"); `exact`: no descending to an owner.
struct RoleRecord {
  std::uint64_t slot = 0;
  std::uint64_t inner = 0;  // 0: none
  std::uint32_t exact = 0;
  std::uint32_t text = 0;
};

struct FrameRecord {
  std::uint64_t head = 0;      // hash of the lemma
  std::uint64_t particle = 0;  // 0: none
  std::uint32_t first_constraint = 0;
  std::uint32_t first_role = 0;      // sources, then targets
  std::uint32_t code = 0;            // text of the CAMEO code, "-" for a discard
  std::uint32_t reason = 0;          // of a discard
  std::uint32_t together = 0;        // code if several countries do it together; empty: the same
  std::uint32_t back = 0;            // code of what the target does to the source in it; empty: nothing
  std::uint32_t unused = 0;
  std::uint32_t pattern = 0;         // the line's pattern and roles, for people
  std::uint32_t line = 0;
  std::uint16_t file = 0;
  std::uint16_t specificity = 0;
  std::uint8_t constraint_count = 0;
  std::uint8_t source_count = 0;
  std::uint8_t target_count = 0;
  HeadPos pos = HeadPos::kVerb;
  bool symmetric = false;
  bool combines = false;
  bool has_status = false;
  Status status = Status::kActual;
};

struct CodeRecord {
  std::uint32_t code = 0;
  std::uint32_t name = 0;
  std::uint32_t plover = 0;    // the category, by the ontology's own name
  std::uint32_t kind = 0;      // the PLOVER category that it is treated like; itself if like none
  std::uint32_t unused = 0;
  std::uint32_t mode = 0;
  std::uint32_t contexts = 0;  // "; "-joined
  std::int32_t quad = 0;
  double goldstein = 0;
  static constexpr bool kHoldsFloats = true;
};

enum class InnerFate : std::uint32_t { kDrop, kUrged, kActual, kPossible };

struct CombineRecord {
  std::uint32_t outer = 0;
  std::uint32_t inner = 0;     // prefix; "*" any
  std::uint32_t combined = 0;
  InnerFate fate = InnerFate::kDrop;
};

// A word that decides the status of what depends on it: "plan" of its complement, "planned" of its noun.
struct CueRecord {
  std::uint64_t word = 0;      // hash of the lemma
  std::uint64_t kind = 0;      // hash of "adj", "mark", "aux", "adv", "v:to"
  std::uint32_t effect = 0;    // text: planned possible negated urged actual keep
  std::uint32_t denied = 0;    // text: of a word that governs acts, what holds where that word itself is negated
  std::uint32_t line = 0;
  std::uint16_t file = 0;
  std::uint16_t unused = 0;    // no padding in packed files
};

// The status of that name; none for any other word.
[[nodiscard]] std::optional<Status> parse_status(std::string_view name);

void compile_events(LexiconSource& source);

class EventLexicon {
 public:
  static Result<EventLexicon> open(const PackedFile& lexicon);

  // Frames whose head is this lemma.
  [[nodiscard]] std::span<const FrameRecord> frames(std::uint64_t lemma_hash, HeadPos pos) const;
  [[nodiscard]] std::span<const FrameRecord> all_frames() const { return frames_; }
  [[nodiscard]] std::span<const ConstraintRecord> constraints(const FrameRecord& frame) const { return constraints_.subspan(frame.first_constraint, frame.constraint_count); }
  [[nodiscard]] std::span<const ValueRecord> values(const ConstraintRecord& constraint) const { return values_.subspan(constraint.first_value, constraint.value_count); }
  [[nodiscard]] std::span<const RoleRecord> sources(const FrameRecord& frame) const { return roles_.subspan(frame.first_role, frame.source_count); }
  [[nodiscard]] std::span<const RoleRecord> targets(const FrameRecord& frame) const { return roles_.subspan(frame.first_role + frame.source_count, frame.target_count); }
  [[nodiscard]] std::string_view string(std::uint32_t offset) const { return strings_.data() + offset; }

  // The category that acts of a code are treated like, "ASSAULT"; empty where there is none.
  [[nodiscard]] std::string_view kind(std::string_view cameo) const;
  // The code of a plain refusal; empty if the ontology has none.
  [[nodiscard]] std::string_view refusal() const;
  // The code itself, or its nearest ancestor (1384 -> 138 -> 13…) that the ontology knows; null if none.
  [[nodiscard]] const CodeRecord* code(std::string_view cameo) const;
  // How `outer` is coded when it is about `inner`; null if the table says nothing.
  [[nodiscard]] const CombineRecord* combine(std::string_view outer, std::string_view inner) const;
  // A word of status.txt by where it stands ("adv"), or of embedding.txt by part of speech and construction ("v:to"); null if it is none.
  [[nodiscard]] const CueRecord* cue(std::string_view folded_lemma, std::string_view kind) const;
  [[nodiscard]] const CategoryModel& model() const { return model_; }
  [[nodiscard]] const TopicLexicon& topics() const { return topics_; }
  [[nodiscard]] const PhraseRules& phrases() const { return phrases_; }

 private:
  std::span<const FrameRecord> frames_;  // sorted by (head, pos)
  std::span<const ConstraintRecord> constraints_;
  std::span<const ValueRecord> values_;
  std::span<const RoleRecord> roles_;
  std::span<const CodeRecord> codes_;    // sorted by code text
  std::span<const CombineRecord> combines_;
  std::span<const CueRecord> cues_;      // sorted by (word, kind)
  std::string_view strings_;
  CategoryModel model_;
  TopicLexicon topics_;
  PhraseRules phrases_;
};

}  // namespace bayhaqi
