// Step 4 of the actor layer: codes noun phrases and references, in text order. Used by find_actors() only.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "actor/antecedents.h"
#include "actor/entities.h"
#include "actor/noun_phrases.h"
#include "actor/units.h"

namespace bayhaqi {

// What an agent noun's code is built on: a country, an organisation or group, or a person's country.
struct Base {
  std::string code;       // "RUS", "IGOUNO", "PSEREB"
  bool country = true;    // a sector is put behind it
  ActorIndex actor;       // the possessor or organisation itself, if it is an actor
};

class PhraseCoder {
 public:
  PhraseCoder(Document& document, const ActorLexicon& lexicon, std::int32_t day);
  void run();

  // Called for every pronoun with what it could stand for, when all before it is coded.
  PronounListener listener;

 private:
  struct AgentReading {
    std::string sector;  // "GOV"
    std::string phrase;  // "foreign minister"
    TokenIndex first, last;
    bool homeless = false;  // "foreign bases": of no country unless one is named
    bool weak = false;   // takes its sector from what it stands with
    bool person = true;
    bool plural = false;
    bool found = false;
    std::string whole_code;  // for words that need no country
    std::vector<std::string> affixes;  // "~GOV", "NGO~" of the phrase's agents in text order; empty: the sector decides
    RuleRef rule;
  };

  // phrase_coder.cpp
  void code_phrase(std::uint32_t index);
  void code_agent(const NounPhrase& phrase, const AgentReading& agent);
  [[nodiscard]] bool is_of_police(const NounPhrase& phrase) const;
  [[nodiscard]] static bool may_head_anything(const AgentReading& agent);
  [[nodiscard]] bool is_bound(const Unit& unit) const;
  ActorIndex person_beside(const NounPhrase& phrase, const AgentReading& agent);
  std::string_view sector_of_headed(const NounPhrase& phrase);
  bool is_no_agent(const NounPhrase& phrase, const AgentReading& agent);
  bool name_apposed_body(const NounPhrase& phrase, const std::string& code, RuleRef rule);
  bool take_sector_of_body(const NounPhrase& phrase, AgentReading& agent);
  std::pair<TokenIndex, TokenIndex> body_of(const NounPhrase& phrase, const AgentReading& agent) const;
  void code_modifier(const NounPhrase& phrase, const Unit& unit);
  void code_attributes(const NounPhrase& phrase);
  bool code_unit(const NounPhrase& phrase, const Unit& unit, bool whole);
  [[nodiscard]] bool may_be_shared(const Unit& unit) const;
  std::vector<ActorIndex> actors_of_acronym(const Unit& unit);
  void code_acronym(const NounPhrase& phrase, const Unit& unit, bool whole);
  bool code_shared_name(const NounPhrase& phrase, const Unit& unit);
  AgentReading read_agent(const NounPhrase& phrase) const;
  std::vector<std::string> affixes_of(const NounPhrase& phrase) const;
  std::string code_of_owner(const NounPhrase& phrase, std::uint32_t entry);
  ActorIndex intern_entry(std::uint32_t entry, std::string_view code_if_country);
  ActorIndex intern_agent(const std::string& code, const NounPhrase& phrase, const AgentReading& agent, std::string_view name);
  ActorIndex intern_country(std::uint32_t entry, bool acts);

  // names.cpp: whom a name stands for
  void code_person(const NounPhrase& phrase, std::uint32_t entry);
  OfficeOnDate office_in_words(const NounPhrase& phrase, const AgentReading& agent, std::uint32_t entry);
  [[nodiscard]] bool followed_by_name(const NounPhrase& phrase, const Unit& unit) const;
  [[nodiscard]] bool follows_first_name(const NounPhrase& phrase, const Unit& unit) const;
  std::optional<std::uint32_t> resolve_name(const NounPhrase& phrase, const Unit& unit);
  std::string unknown_name(const NounPhrase& phrase);
  std::pair<TokenIndex, TokenIndex> unexplained_name(const NounPhrase& phrase);
  [[nodiscard]] ActorIndex called_by_first_name(std::string_view name) const;
  void code_unknown_name(TokenIndex first, TokenIndex last, TokenIndex head);

  // country_roles.cpp: whether a country acts
  [[nodiscard]] bool is_ranked(const Unit& unit) const;
  [[nodiscard]] bool is_where(const Unit& unit) const;
  [[nodiscard]] bool is_of(TokenIndex word, WordTrait word_class) const;
  [[nodiscard]] const PlaceMention* longer_place(const Unit& unit) const;
  [[nodiscard]] bool is_part_of_name(const Unit& unit) const;
  bool is_sport(SentenceIndex sentence);
  [[nodiscard]] bool ends_name(const Unit& unit) const;
  [[nodiscard]] bool is_headline(const Sentence& sentence) const;
  [[nodiscard]] bool is_one_of_them(TokenIndex head) const;
  [[nodiscard]] bool is_language(TokenIndex head) const;
  [[nodiscard]] bool befalls(TokenIndex subject) const;
  [[nodiscard]] bool is_origin(const Unit& unit) const;
  [[nodiscard]] bool is_dateline(const Unit& unit) const;
  [[nodiscard]] bool is_in_dateline(const Unit& unit) const;
  [[nodiscard]] bool is_money(const Unit& unit) const;
  [[nodiscard]] bool is_no_party(TokenIndex head) const;
  [[nodiscard]] bool is_region(TokenIndex head) const;

  // phrase_bases.cpp: what stands around an agent noun
  std::vector<Base> bases_of(const NounPhrase& phrase, const AgentReading& agent);
  void add_unit_bases(const NounPhrase& phrase, std::vector<Base>& bases);
  void add_possessor_bases(TokenIndex root, std::vector<Base>& bases);
  void add_dependent_bases(TokenIndex root, std::vector<Base>& bases);
  std::vector<Base> bases_at(TokenIndex token);
  [[nodiscard]] TokenIndex speaker_around(TokenIndex word) const;
  [[nodiscard]] bool is_public_of_speech(const NounPhrase& phrase, const AgentReading& agent) const;
  [[nodiscard]] std::string country_where(const NounPhrase& phrase) const;
  [[nodiscard]] std::string country_there(const NounPhrase& phrase) const;
  [[nodiscard]] bool is_from_anywhere(const NounPhrase& phrase) const;
  Base base_of_actor(ActorIndex actor) const;
  std::string code_with(const Base& base, const AgentReading& agent) const;
  std::string place_country(TokenIndex token) const;
  std::string country_of_sender(const NounPhrase& phrase, const AgentReading& agent) const;
  std::string country_of_last(std::string_view sector, const NounPhrase& phrase) const;
  std::string country_of_doer(const NounPhrase& phrase, const AgentReading& agent) const;
  bool named_with_country(ActorIndex actor) const;

  static constexpr std::string_view kGovernment = "GOV";
  static constexpr std::size_t kSectorLength = 3;
  static constexpr std::uint32_t kServiceReach = 5;  // sentences back that "the police" are sought

  // references.cpp: who is meant by words that name nobody
  void code_pronoun(TokenIndex token);
  [[nodiscard]] std::vector<ActorIndex> actors_meant(TokenIndex head, PronounKind kind) const;
  Base leader_of(const NounPhrase& phrase);
  std::string clause_place(const NounPhrase& phrase, const AgentReading& agent) const;
  std::string home_of_doer(const NounPhrase& phrase, const AgentReading& agent) const;
  std::vector<ActorIndex> doers_above(TokenIndex at) const;
  [[nodiscard]] bool is_expletive(TokenIndex token) const;
  [[nodiscard]] TokenIndex speaker_above(TokenIndex at) const;
  [[nodiscard]] bool is_said_by(TokenIndex named, TokenIndex pronoun) const;
  [[nodiscard]] ActorIndex compatriot_named_last(const NounPhrase& phrase, std::string_view country) const;
  ActorIndex body_named_last(const NounPhrase& phrase, std::string_view kinds) const;
  ActorIndex resolve_person(TokenIndex at) const;
  std::optional<std::vector<ActorIndex>> resolve_description(const NounPhrase& phrase, const AgentReading& agent);
  bool code_reference(const NounPhrase& phrase);
  std::vector<ActorIndex> last_two_countries(TokenIndex at, bool states);
  std::vector<ActorIndex> last_pair(TokenIndex at, bool states, const std::vector<std::string>& doers);
  ActorIndex other_than_owner(const NounPhrase& phrase);
  std::string country_named_last(const NounPhrase& phrase, std::string_view allowed) const;
  ActorIndex acting(ActorIndex actor, TokenIndex at);

  [[nodiscard]] bool is_subject(TokenIndex root) const;
  [[nodiscard]] RuleRef rule_of_entry(std::uint32_t entry) const;
  [[nodiscard]] RuleRef rule_of(const Unit& unit) const;
  [[nodiscard]] std::string text_of(TokenIndex first, TokenIndex last) const;
  [[nodiscard]] bool definite(const NounPhrase& phrase) const;
  [[nodiscard]] bool is_both(const NounPhrase& phrase) const;
  [[nodiscard]] bool is_plain_attribute(const NounPhrase& phrase, std::uint32_t entry) const;
  void add_mention(ActorIndex actor, const NounPhrase& phrase, TokenIndex head, MentionKind kind, RuleRef rule);
  [[nodiscard]] std::vector<ActorIndex> actors_at(TokenIndex head) const;

  Document& document_;
  const ActorLexicon& lexicon_;
  std::vector<int> sport_;  // words of sport by sentence; counted when first asked for
  std::int32_t day_;
  Children children_;
  std::vector<Unit> units_;
  std::vector<NounPhrase> phrases_;
  std::vector<std::int32_t> phrase_at_;  // by root token, -1 none
  std::vector<bool> coded_;
  Entities entities_;
  Antecedents antecedents_;
};

}  // namespace bayhaqi
