// Which frame a word of the sentence matches, and what it means: the heart of coding.
// A reading is a predicate (verb, noun, adjective) with the best frame for it, its arguments, and, where the frame combines
// acts, the inner act that it is about. Readings are computed on demand and remembered, inner ones first.
// For one document, one thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "bayhaqi/document.h"
#include "document/children.h"
#include "event/arguments.h"
#include "event/frames.h"

namespace bayhaqi {

struct Reading {
  const FrameRecord* frame = nullptr;
  TokenIndex predicate;
  Arguments arguments;
  std::string code;            // after combination
  float guessed = 0;           // probability of a classifier's guess; 0: a line of the dictionary matched
  TokenIndex inner;            // the act it is about; none if none
  InnerFate fate = InnerFate::kDrop;
  std::vector<TokenIndex> matched;  // tokens that the frame's word constraints matched ("talks" of "hold talks")
};

class Readings {
 public:
  Readings(const Document& document, const Children& children, const EventLexicon& lexicon);

  // Null if no frame matches.
  [[nodiscard]] const Reading* at(TokenIndex token);

  // The actors that a token stands for: its own and its conjuncts'; else, unless `exact`, those of its possessor,
  // nationality, "of" phrase; else the country of a place there. Conjuncts from `before` on are left out.
  [[nodiscard]] std::vector<EventParty> actors_at(TokenIndex token, bool exact, int depth = 0, TokenIndex before = {}) const;
  // The first role that gives any party; its index in `roles` is put into `role`, if given.
  [[nodiscard]] std::vector<EventParty> parties(const Reading& reading, std::span<const RoleRecord> roles, std::size_t* role = nullptr) const;
  // The combining act above that has this one as its inner act; none if there is none.
  [[nodiscard]] TokenIndex outer_of(TokenIndex token);

  // Whether a political actor does it and another one has part in it.
  [[nodiscard]] bool stands_between_actors(const Arguments& arguments) const;

  [[nodiscard]] std::uint64_t lemma_hash(TokenIndex token) const { return lemma_hashes_[token.value]; }

 private:
  std::optional<Reading> read(TokenIndex token);
  void take_particle(TokenIndex verb, std::span<const FrameRecord> frames, Arguments& arguments) const;
  bool matches(const FrameRecord& frame, const Arguments& arguments, TokenIndex token, std::vector<TokenIndex>& matched);
  [[nodiscard]] bool guess(TokenIndex token, Reading& reading) const;
  void add_candidates(TokenIndex token, std::vector<TokenIndex>& candidates, int depth) const;
  bool value_fits(const ValueRecord& value, TokenIndex token, bool& word);
  void find_inner(Reading& reading, TokenIndex token);
  bool has_dependent(TokenIndex token, std::uint64_t lemma, int depth) const;

  const Document& document_;
  const Children& children_;
  const EventLexicon& lexicon_;
  // Lemmas go astray now and then ("troops", "bases" as "basis"): a noun is also what its form without the plural says.
  [[nodiscard]] bool is_word(TokenIndex token, std::uint64_t hash) const { return lemma_hashes_[token.value] == hash || stem_hashes_[token.value] == hash; }

  std::vector<std::uint64_t> lemma_hashes_;
  std::vector<std::uint64_t> stem_hashes_;  // of the form, without an s at the end of a noun
  std::vector<std::vector<std::uint32_t>> mentions_at_;  // by head token
  std::vector<std::int8_t> state_;                       // 0 not read, 1 being read, 2 read
  std::unordered_map<std::uint32_t, Reading> readings_;
};

}  // namespace bayhaqi
