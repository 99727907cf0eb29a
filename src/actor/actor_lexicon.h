// What the dictionaries know of actors, compiled: countries, named actors with dated offices, agent nouns, modifiers.
// One phrase table finds them all ("lexemes") in running text; everything else hangs on the lexeme by index.
// Built by compile_actors() from lexicon/countries.txt, lexicon/actors/**, lexicon/agents.txt, lexicon/agent_modifiers.txt,
// lexicon/references.txt, lexicon/first_names.txt, lexicon/word_classes.txt, lexicon/antecedents.txt, lexicon/publishers.txt and the verbs of lexicon/speech/verbs.txt;
// used in place from the mapped lexicon. Immutable, shared by threads.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string_view>

#include "base/packed_file.h"
#include "bayhaqi/document.h"
#include "lexicon/phrase_table.h"
#include "lexicon/source.h"

namespace bayhaqi {

enum class LexemeType : std::uint8_t {
  kName,        // of an entry: person, group, organisation, seat …
  kSurname,     // last word of a person's full name, made by the compiler
  kCountry,     // a country's name
  kAdjective,   // "Russian"
  kPeople,      // "Russians", "a Russian"
  kCapital,
  kAgent,       // "foreign minister"
  kModifier,    // "former", "opposition"
  kReference    // "sides", "counterpart": stands for actors named before
};

enum class EntryKind : std::uint8_t {
  kCountry, kPerson, kGroup, kParty, kOrganisation, kNgo, kSeat, kMedia, kAgency, kForce, kCompany, kCourt, kLegislature, kMinistry
};

// As the dictionaries write it: "organisation".
[[nodiscard]] std::string_view kind_name(EntryKind kind);
[[nodiscard]] std::optional<EntryKind> kind_of_name(std::string_view name);

enum class AgentKind : std::uint8_t { kPerson, kBody, kPeople };

struct LexemeRecord {
  std::uint32_t target = 0;   // entry, agent or modifier
  std::int32_t from = 0;      // days on which the name holds
  std::int32_t to = 0;
  LexemeType type = LexemeType::kName;
  bool needs_support = false; // marked with * in the dictionary
  bool all_caps = false;      // an acronym: matches only in capitals
  bool plural = false;        // an agent's plural
};

struct EntryRecord {
  std::uint32_t key = 0;      // offsets into the string section
  std::uint32_t name = 0;
  std::uint32_t wikidata = 0;
  std::uint32_t first_office = 0;
  std::uint32_t office_count = 0;
  std::uint32_t line = 0;
  std::uint16_t file = 0;
  EntryKind kind = EntryKind::kPerson;
  std::uint8_t unused = 0;
};

struct OfficeRecord {
  std::uint32_t code = 0;
  std::uint32_t role = 0;     // empty string if none
  std::int32_t from = 0;
  std::int32_t to = 0;
  std::uint32_t dated = 0;    // 0: holds whenever no dated one does
};

struct AgentRecord {
  std::uint32_t phrase = 0;   // singular
  std::uint32_t sector = 0;   // "GOV", or a whole code; empty: takes the sector of what it stands with
  std::uint32_t country = 0;
  std::uint32_t line = 0;
  std::uint16_t file = 0;
  AgentKind kind = AgentKind::kPerson;
  std::uint8_t unused = 0;
};

struct ModifierRecord {
  std::uint32_t word = 0;
  std::uint32_t effect = 0;   // "ELI", "="
  std::uint32_t countries = 0;  // of a reference: codes that it can stand for ("the island"); empty: all
  std::uint32_t line = 0;
  std::uint32_t file = 0;
};

// What a word says of whom it names: bits of ActorLexicon::classes().
enum WordTrait : std::uint32_t {
  kFemaleName = 1,  // first names
  kMaleName = 2,
  kFemaleWord = 4,  // "queen"
  kMaleWord = 8,    // "Mr"
  kHumanWord = 16,  // "singer"
  kNamedWord = 32,  // "award": ends the name of what is named after somebody
  kMoneyWord = 64,  // "dollar"
  kStateWord = 128,   // "authority", and the next three: in the name of a body of that kind
  kLearningWord = 256,
  kFirmWord = 512,
  kSocietyWord = 1024,
  kSayingWord = 2048,     // verbs of the dictionary of speech that take a quotation
  kBefallVerb = 4096,     // "border", "qualify": true of a country without its government doing anything
  kLyingWord = 8192,      // "lie", "road": between countries or with them, that are only where
  kMatchVerb = 16384,     // "beat", "flee": done to a country that is no government
  kAbstractWord = 32768,  // "leadership": a body only with an article or an owner
  kDeedVerb = 65536,      // verbs of the dictionary of events whose subject is a party
  kAbroadWord = 131072,   // "tourist": not of the country where they are
  kOwnedWord = 262144,    // "border": what states and bodies have
  kSportWord = 524288     // "goalkeeper"
};

// Features by which a pronoun's antecedent is chosen (actor/antecedents.h).
constexpr std::size_t kAntecedentFeatures = 91;

// The day of an article of which no date is known.
constexpr std::int32_t kNoDay = std::numeric_limits<std::int32_t>::max() - 1;

// What an entry is on a date.
struct OfficeOnDate {
  std::string_view code;
  std::string_view role;
  bool former = false;        // no office then; the last one before decided
};

void compile_actors(LexiconSource& source);

class ActorLexicon {
 public:
  static Result<ActorLexicon> open(const PackedFile& lexicon);

  [[nodiscard]] const PhraseTable& words() const { return words_; }
  [[nodiscard]] const LexemeRecord& lexeme(std::uint32_t index) const { return lexemes_[index]; }
  [[nodiscard]] const EntryRecord& entry(std::uint32_t index) const { return entries_[index]; }
  [[nodiscard]] const AgentRecord& agent(std::uint32_t index) const { return agents_[index]; }
  [[nodiscard]] const ModifierRecord& modifier(std::uint32_t index) const { return modifiers_[index]; }
  [[nodiscard]] std::span<const OfficeRecord> offices(const EntryRecord& entry) const { return offices_.subspan(entry.first_office, entry.office_count); }
  [[nodiscard]] std::string_view string(std::uint32_t offset) const;
  // WordTrait bits of a word in any case, 0 if there are none.
  [[nodiscard]] std::uint32_t classes(std::string_view word) const;
  // The country that the publisher at an address is at home in ("https://www.gazette.co.ke/a/7": the entry of Kenya); kNoEntry if none is known.
  [[nodiscard]] std::uint32_t country_of_address(std::string_view url) const;
  // By feature.
  [[nodiscard]] std::span<const float> antecedent_weights() const { return antecedent_weights_; }
  // The entry of a country by its code; kNoEntry if there is none.
  static constexpr std::uint32_t kNoEntry = 0xFFFFFFFF;
  [[nodiscard]] std::uint32_t country(std::string_view code) const;

  // The office that an entry holds on a day. Dated offices first (the last that covers the day), then undated ones, then
  // for people "former": the country of the last office before with sector ELI; before the first: that office's country.
  [[nodiscard]] OfficeOnDate office_on(const EntryRecord& entry, std::int32_t day) const;
  // Of any office whose role words are `role`: whether the entry held it on the day.
  [[nodiscard]] bool held(const EntryRecord& entry, std::string_view role, std::int32_t day) const;

 private:
  [[nodiscard]] OfficeOnDate last_office(const EntryRecord& entry) const;
  PhraseTable words_;
  PhraseTable word_classes_;
  PhraseTable publishers_;
  std::span<const float> antecedent_weights_;
  std::span<const LexemeRecord> lexemes_;
  std::span<const EntryRecord> entries_;
  std::span<const OfficeRecord> offices_;
  std::span<const AgentRecord> agents_;
  std::span<const ModifierRecord> modifiers_;
  std::span<const std::uint32_t> countries_;  // entries of countries, by code
  std::string_view strings_;
};

}  // namespace bayhaqi
