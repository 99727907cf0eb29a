// A document: the article and one flat vector per layer. Each stage of the pipeline fills its own layer and reads earlier
// ones only. Layers point at each other by typed index, never by pointer, so a Document may be moved, cleared and reused
// (clear() keeps the memory). Not shared between threads while it is being coded.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bayhaqi/article.h"
#include "bayhaqi/grammar.h"

namespace bayhaqi {

using TokenIndex = Index<struct TokenTag>;
using SentenceIndex = Index<struct SentenceTag>;
using ActorIndex = Index<struct ActorTag>;
using MentionIndex = Index<struct MentionTag>;
using TimeIndex = Index<struct TimeTag>;
using PlaceIndex = Index<struct PlaceTag>;
using StatementIndex = Index<struct StatementTag>;
using EventIndex = Index<struct EventTag>;

// ---- language ----

// A syntactic word of Universal Dependencies. "don't" is two tokens (do, n't) whose spans meet.
struct Token {
  Span span;                     // words as written
  Span lemma;                    // into Document::lemma_text
  Morph morph;                   // features
  TokenIndex head;               // none for the root of a sentence
  SentenceIndex sentence;
  TokenIndex left_edge;          // first and last token of the subtree (equal to itself for a leaf)
  TokenIndex right_edge;
  Upos upos = Upos::kX;
  Relation relation = Relation::kDep;
  bool space_after = true;
  bool continues_word = false;   // not the first syntactic word of its multiword token
  float confidence = 1.0F;       // of the arc to the head, 0..1
};

struct Sentence {
  Span span;
  TokenIndex first;  // tokens first..last, half-open
  TokenIndex last;
  TokenIndex root;
  std::uint32_t paragraph = 0;
};

// ---- who ----

// Where a decision comes from: a line of a lexicon file, or (line 0) a model or built-in rule named by `file`.
struct RuleRef {
  std::uint16_t file = 0;  // index into Lexicon::file_names(); 0 means none
  std::uint32_t line = 0;
  explicit operator bool() const { return file != 0; }
  auto operator<=>(const RuleRef&) const = default;
};

enum class MentionKind : std::uint8_t { kName, kTitle, kDemonym, kMetonym, kDescription, kPronoun };

// Words that stand for an actor. "U.S. and Iranian officials" makes two mentions with the same head token.
struct ActorMention {
  Span span;
  TokenIndex first;  // tokens first..last, half-open
  TokenIndex last;
  TokenIndex head;
  ActorIndex actor;
  MentionKind kind = MentionKind::kName;
  RuleRef rule;
};

struct Actor {
  std::string name;     // as shown: the fullest form in the lexicon or the article
  std::string code;     // "RUSGOV"
  std::string country;  // "RUS", empty if none
  std::string sector;   // "GOV", empty if none
  std::string id;       // lexicon key, empty if none
  std::string wikidata;
  std::vector<std::string> roles;
  bool person = false;  // a human being known by name
};

// ---- when ----

enum class TimeKind : std::uint8_t { kDate, kTime, kDuration, kSet };

// A time expression in the sense of TIMEX3.
struct TimeExpression {
  Span span;
  TokenIndex first;
  TokenIndex last;
  TimeKind kind = TimeKind::kDate;
  std::string value;  // "2025-09", "P3D", "PAST_REF"
  std::string start;  // first and last day covered, "2025-09-01"; empty where unknown
  std::string end;
  RuleRef rule;
};

// ---- where ----

enum class PlacePrecision : std::uint8_t { kUnknown, kCountry, kRegion, kCity, kSite };

struct PlaceMention {
  Span span;
  TokenIndex first;
  TokenIndex last;
  TokenIndex head;
  std::string name;     // of the gazetteer entry
  std::string country;  // ISO 3166-1 alpha-3, empty if none (seas) or unknown
  std::string region;   // the first-level region that holds it, empty if none or unknown
  std::uint16_t cow = 0;  // the country's number in the lists of the Correlates of War and of Gleditsch and Ward, 0 if none
  std::uint16_t gw = 0;
  double latitude = 0;
  double longitude = 0;
  std::uint32_t geonames = 0;  // 0 if none
  PlacePrecision precision = PlacePrecision::kUnknown;  // kUnknown: recognised, not resolved
  RuleRef rule;
};

// ---- who says so ----

enum class SpeechForm : std::uint8_t { kDirect, kIndirect, kMixed };
enum class Stance : std::uint8_t { kAsserts, kDenies, kDemands, kPromises, kWarns, kAsks, kDoubts, kWelcomes, kCondemns };

struct Statement {
  ActorIndex speaker;         // none if nobody is named
  Span speaker_span;
  std::string code;           // of the speaker; empty if none
  std::string name;           // full name where the article gives one
  std::vector<std::string> to;
  Span cue;
  TokenIndex cue_token;
  std::vector<Span> content;  // a split quotation has several pieces
  SpeechForm form = SpeechForm::kIndirect;
  Stance stance = Stance::kAsserts;
  StatementIndex parent;      // the statement that reports this one
  RuleRef rule;
};

// ---- what ----

enum class Status : std::uint8_t { kActual, kNegated, kPlanned, kPossible, kUrged };

// Whether what a predicate tells of is so, whatever the predicate (not only acts that are coded).
struct Predicate {
  TokenIndex token;
  Status status = Status::kActual;
  Span status_span;    // the words that decided it; empty for plain actual
  RuleRef rule;        // of those words
};

struct EventParty {
  ActorIndex actor;  // none where only a place says which country ("shelled Homs")
  Span span;
  std::string code;
};

struct Event {
  std::string id;
  SentenceIndex sentence;
  Span trigger;
  TokenIndex trigger_token;
  std::vector<EventParty> sources;
  std::vector<EventParty> targets;
  std::string plover;  // "SUPPORT"
  std::string mode;    // empty if none
  std::vector<std::string> contexts;
  std::string cameo;   // "054"
  int quad = 0;        // 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict
  double goldstein = 0;
  Status status = Status::kActual;
  Span status_span;    // the words that decided it; empty for plain actual
  RuleRef status_rule; // their line of the dictionary; none for a mood or a question
  TimeIndex time;
  PlaceIndex place;
  std::vector<std::string> claimed_by;  // actor codes, outermost first
  StatementIndex statement;             // innermost statement that the event stands in
  EventIndex same_as;                   // an earlier mention of the same act in this article
  double confidence = 0;
  RuleRef rule;
};

struct Document {
  Article article;
  std::string lemma_text;
  std::vector<Sentence> sentences;
  std::vector<Token> tokens;
  std::vector<Actor> actors;
  std::vector<ActorMention> mentions;  // ordered by head token, then by order of coordination
  std::vector<TimeExpression> times;
  std::vector<PlaceMention> places;
  std::vector<Statement> statements;
  std::vector<Event> events;
  std::vector<Predicate> predicates;  // only with keep_predicates
  std::vector<Note> notes;
  bool rules_only = false;  // no classifier where the dictionary has no line
  bool keep_predicates = false;  // the event layer also says of every verb and noun of an act whether it is so
  bool keep_trace = false;  // stages also note why they did or did not do something

  void clear();

  [[nodiscard]] std::string_view words(Span span) const { return span.of(article.text); }
  [[nodiscard]] std::string_view form(TokenIndex token) const { return words(tokens[token.value].span); }
  [[nodiscard]] std::string_view lemma(TokenIndex token) const { return tokens[token.value].lemma.of(lemma_text); }
};

}  // namespace bayhaqi
