// Which noun phrase a pronoun of the third person stands for, of all in its sentence and the four before, actors or not, or none
// ("it is raining"): a log-linear choice (Denis and Baldridge 2008, with a candidate for "none"). Its weights stand in
// lexicon/antecedents.txt and are learned by src/train/antecedents. In: tokens, trees, the mentions found so far. Out: the head of
// the phrase and how likely it is. For one document, one thread; words are kept as views of its text.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <string_view>
#include <utility>
#include <vector>

#include "actor/actor_lexicon.h"
#include "actor/entities.h"
#include "actor/units.h"
#include "document/children.h"

namespace bayhaqi {

enum class PronounKind : std::uint8_t { kNone, kHe, kShe, kIt, kThey };

// "him": kHe; kNone for any other word.
[[nodiscard]] PronounKind pronoun_kind(std::string_view lower_case_word);

// Whether a verb may have a subject that means nothing: "it seems", "it rained".
[[nodiscard]] bool is_impersonal(std::string_view lemma);

// The name of a feature as in lexicon/antecedents.txt.
[[nodiscard]] std::string_view antecedent_feature_name(std::size_t feature);

struct Antecedent {
  TokenIndex head;         // none: the pronoun stands for nothing said before
  double probability = 0;  // 0 to 1
};

class Antecedents {
 public:
  using Features = std::array<float, kAntecedentFeatures>;

  Antecedents(const Document& document, const Children& children, const ActorLexicon& lexicon, const std::vector<Unit>& units, const Entities& entities);

  // The likeliest phrase, and the likeliest of those who `actors_at` says are named by some phrase: the chances of the likeliest
  // phrases of each sentence that name the same add up, pronouns among them.
  struct Choice {
    Antecedent any;
    std::vector<ActorIndex> actors;
    double probability = 0;  // of the actors
    bool party_wanted = false;  // the pronoun says something or does what the dictionary of events knows
  };
  [[nodiscard]] Choice choose(TokenIndex pronoun, const std::function<std::vector<ActorIndex>(TokenIndex)>& actors_at);

  // Whether a word stands within quotation marks that open in its paragraph.
  [[nodiscard]] bool is_quoted(TokenIndex word) const { return quoted_[word.value]; }

  // What training reads: heads of all candidates and their features; the first is "none".
  struct Candidate {
    TokenIndex head;
    std::size_t place = 0;  // among all heads; 0 for "none"
    TokenIndex stands;      // the word that stands for it in the clause: "dozens" for the head of "dozens of priests"
    Features features{};
  };
  [[nodiscard]] std::vector<Candidate> candidates(TokenIndex pronoun) const;

 private:
  enum class Kind : std::uint8_t { kUnknown, kHuman, kPeople, kBody, kThing };
  struct Traits {
    Kind kind = Kind::kUnknown;
    bool plural = false;
    char gender = 0;  // 'm', 'f', 0 unknown
  };
  // The pronoun, seen once.
  struct Place {
    TokenIndex token;
    PronounKind kind;
    bool subject, possessive, reflexive;
    bool says = false;         // the subject of a verb of saying
    bool does = false;         // the subject of a verb of the dictionary of events
    bool owns = false;         // what things do not have: "its leader", "their troops"
    std::array<TokenIndex, 12> above;  // its head, the head's head …
    std::size_t depth = 0;
    TokenIndex doer;     // the subject, said or understood, of the clause that it is no subject of itself
    TokenIndex speaker;  // the subject of the verb that reports its clause
    TokenIndex nearest;  // the first other subject on the way up
    TokenIndex last_speaker;  // who spoke before, if it speaks
    TokenIndex reported; // the subject of what its owner says: "Lee left, his office said"
    [[nodiscard]] bool hangs_on(TokenIndex head) const;
  };

  [[nodiscard]] const Token& token(TokenIndex index) const { return document_.tokens[index.value]; }
  void share_names();
  void mark_quotations();
  void link_chains();
  [[nodiscard]] std::size_t place_of_head(TokenIndex head) const;
  [[nodiscard]] Traits word_traits(TokenIndex head) const;
  [[nodiscard]] TokenIndex measured(TokenIndex head) const;
  [[nodiscard]] Traits traits(std::size_t candidate) const;
  [[nodiscard]] Place place_of(TokenIndex pronoun) const;
  [[nodiscard]] bool holds_list(TokenIndex head) const;
  [[nodiscard]] bool is_inside(TokenIndex head, const Place& place) const;
  [[nodiscard]] bool says(TokenIndex verb) const;
  [[nodiscard]] TokenIndex speaker_before(TokenIndex pronoun) const;
  [[nodiscard]] TokenIndex subject_of(TokenIndex verb) const;
  void find_subjects(Place& place) const;
  [[nodiscard]] bool said_by(TokenIndex named, const Place& place) const;
  void agreement(std::size_t candidate, const Place& place, Features& features) const;
  void position(std::size_t candidate, const Place& place, Features& features) const;
  void paragraph_and_quotation(TokenIndex head, const Place& place, Features& features) const;
  [[nodiscard]] bool fits(std::size_t candidate, PronounKind kind) const;
  void count_passed(std::vector<Candidate>& all, PronounKind kind) const;
  [[nodiscard]] std::vector<Candidate> candidates(const Place& place) const;
  // Whether number and gender allow it at all.
  [[nodiscard]] bool may_stand_for(std::size_t candidate, const Place& place) const;
  [[nodiscard]] Features features_of(std::size_t candidate, const Place& place) const;
  [[nodiscard]] Features none(const Place& place) const;
  [[nodiscard]] double score(const Features& features) const;
  // [first, last) of the candidates that a pronoun can stand for.
  [[nodiscard]] std::pair<std::size_t, std::size_t> reach(TokenIndex pronoun) const;

  const Document& document_;
  const Children& children_;
  const ActorLexicon& lexicon_;
  const Entities& entities_;
  std::vector<Kind> unit_kinds_;     // by token: what the dictionary says of the unit that ends the phrase
  std::vector<bool> quoted_;         // by token
  std::vector<TokenIndex> heads_;    // of noun phrases and pronouns, in text order
  std::vector<TokenIndex> stands_;   // of heads_: the token that tells where they stand: "thousands" in "thousands of supporters"
  std::vector<std::size_t> chains_;  // of heads_: which of them are one thing, by the first of them; pronouns join when they are resolved
  std::vector<Traits> traits_;       // of heads_, by their words alone
  std::vector<std::uint8_t> counts_; // of heads_: how often the word stands in the article, 5 at most
};

using PronounListener = std::function<void(TokenIndex pronoun, const std::vector<Antecedents::Candidate>& candidates)>;

}  // namespace bayhaqi
