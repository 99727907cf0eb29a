// Step 3 of the actor layer: the actors of one article, each once, and who was spoken of last.
// An actor is the same as another if it is the same dictionary entry, the same name, or (bodies and people without a name)
// the same code and words. Countries and capitals that act are "the government of …". Keeps the order of mentions, so that
// pronouns and bare titles find whom they stand for.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "actor/actor_lexicon.h"
#include "bayhaqi/document.h"

namespace bayhaqi {

struct Entity {
  std::uint32_t entry = ActorLexicon::kNoEntry;
  bool person = false;
  bool plural = false;
  bool body = false;   // government, organisation, army: "it"
  char gender = 0;     // 'm', 'f', 0 unknown
  std::string surname; // folded last word of the name, for persons
};

class Entities {
 public:
  Entities(Document& document, const ActorLexicon& lexicon) : document_(document), lexicon_(lexicon), actor_at_(document.tokens.size()) {}

  // Finds or makes the actor with this identity. `key` decides identity and is never shown.
  ActorIndex intern(const std::string& key, Actor actor, Entity entity);

  void mention(ActorIndex actor, TokenIndex first, TokenIndex last, TokenIndex head, MentionKind kind, RuleRef rule, bool subject);

  [[nodiscard]] Entity& of(ActorIndex actor) { return entities_[actor.value]; }
  [[nodiscard]] const Entity& of(ActorIndex actor) const { return entities_[actor.value]; }
  [[nodiscard]] const Actor& actor(ActorIndex index) const { return document_.actors[index.value]; }
  void add_role(ActorIndex actor, std::string_view role);
  void learn_name(ActorIndex actor, std::string_view name);

  struct Seen {
    ActorIndex actor;
    TokenIndex head;
    SentenceIndex sentence;
    bool subject = false;
    bool pronoun = false;
  };
  [[nodiscard]] const std::vector<Seen>& seen() const { return seen_; }
  // The last mention before a token, at most `reach` sentences back, of an actor that `accepts` takes; null if there is none.
  template <typename Accepts>
  [[nodiscard]] const Seen* last_before(TokenIndex token, std::uint32_t reach, Accepts accepts) const {
    const std::uint32_t sentence = document_.tokens[token.value].sentence.value;
    for (auto it = seen_.rbegin(); it != seen_.rend(); ++it) {
      if (it->head >= token) continue;
      if (sentence - it->sentence.value > reach) break;
      if (accepts(it->actor)) return &*it;
    }
    return nullptr;
  }
  // The first actor mentioned with this token as head; none if there is none.
  [[nodiscard]] ActorIndex actor_at(TokenIndex head) const { return head.value < actor_at_.size() ? actor_at_[head.value] : ActorIndex{}; }
  [[nodiscard]] std::size_t count() const { return entities_.size(); }

  // Countries by weight of mention: what "the army" without a country belongs to at this sentence.
  void note_country(std::string_view code, SentenceIndex sentence, double weight);
  // The country that the article was published in, which is thought of where nothing else is near.
  void set_home(std::string_view code) { home_ = code; }
  [[nodiscard]] std::string_view home() const { return home_; }
  [[nodiscard]] bool tells_of(std::string_view country) const;
  // `not_this`: a country that is passed over if another one weighs enough; empty for none.
  [[nodiscard]] std::string focus_country(SentenceIndex sentence, std::string_view not_this = {}) const;

 private:
  struct CountryNote {
    std::string code;
    SentenceIndex sentence;
    double weight;
  };
  // What each country weighs at a sentence; remembered for the last one asked for.
  const std::map<std::string, double>& weights_at(SentenceIndex sentence) const;

  Document& document_;
  const ActorLexicon& lexicon_;
  mutable std::map<std::string, double> weights_;
  mutable std::size_t weighed_notes_ = 0;
  mutable SentenceIndex weighed_at_;
  std::vector<Entity> entities_;
  std::unordered_map<std::string, ActorIndex> by_key_;
  std::vector<Seen> seen_;
  std::vector<ActorIndex> actor_at_;  // by token
  std::vector<CountryNote> countries_;
  std::string home_;
};

// The last word of a name, folded: "Amir Khan Muttaqi" -> "muttaqi".
[[nodiscard]] std::string surname_of(std::string_view name);

}  // namespace bayhaqi
