// Parties that stand in no role of the frame but that the words around the act give: who carries it out, the speaker behind "we",
// whoever an offer, a condition or "the decision" refers to, the sides of a mediation. What earlier events tell is in
// event/implied_targets.h. For one document, one thread.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "bayhaqi/document.h"
#include "document/children.h"
#include "event/frames.h"
#include "event/readings.h"

namespace bayhaqi {

class ImpliedParties {
 public:
  ImpliedParties(const Document& document, const Children& children, const EventLexicon& lexicon, Readings& readings)
      : document_(document), children_(children), lexicon_(lexicon), readings_(readings) {}

  // Each adds only where the frame's own roles gave nobody.
  [[nodiscard]] std::vector<EventParty> carrier_subject(TokenIndex token, const Reading& reading) const;
  [[nodiscard]] std::vector<EventParty> with_speakers(std::vector<EventParty> parties, const Reading& reading, std::span<const RoleRecord> roles, TokenIndex token) const;
  [[nodiscard]] std::vector<EventParty> behind_pronoun(const Event& event, const Reading& reading) const;
  // `used`: index of the role that gave the targets.
  [[nodiscard]] std::vector<EventParty> nameless_person(const Event& event, const Reading& reading, std::size_t used) const;
  // Both say, for people, how they were found; empty where nobody was added.
  std::string_view add_sources(Event& event, const Reading& reading, TokenIndex token);
  std::string_view add_targets(Event& event, const Reading& reading);
  // "both sides", "the two": of the article's conflict, not whoever was named last.
  void settle_pair(std::vector<EventParty>& parties, const Event& event, const std::vector<EventParty>& outside) const;
  // The other side of the article's conflict, if the sources are one of its two.
  [[nodiscard]] std::vector<EventParty> other_side(const Event& event) const;
  void add_sides(Event& event, const Reading& reading, TokenIndex token) const;
  void join_subject(Event& event, const Reading& reading, TokenIndex token) const;

 private:
  [[nodiscard]] std::vector<EventParty> source_by_announcement(const Event& event, TokenIndex token) const;
  [[nodiscard]] std::vector<EventParty> target_by_condition(const Event& event) const;
  [[nodiscard]] std::vector<EventParty> target_inside(const Event& event, const Reading& reading) const;
  [[nodiscard]] bool is_comment(TokenIndex noun) const;
  [[nodiscard]] bool is_definite(TokenIndex noun) const;
  [[nodiscard]] bool is_reciprocal(const Reading& reading) const;
  [[nodiscard]] std::vector<EventParty> parties_beside(const Event& event) const;
  [[nodiscard]] std::vector<EventParty> target_in_conflict(const Event& event) const;
  [[nodiscard]] std::vector<EventParty> partner_in_talks(const Event& event) const;
  [[nodiscard]] std::vector<EventParty> sides_called_on(const Event& event) const;
  [[nodiscard]] std::vector<EventParty> target_of_reference(const Event& event, const Reading& reading);

  const Document& document_;
  const Children& children_;
  const EventLexicon& lexicon_;
  Readings& readings_;
};

// Whether one of the parties is of the country of a code.
[[nodiscard]] bool shares_country(const std::vector<EventParty>& parties, std::string_view code);
[[nodiscard]] std::size_t count_countries(const std::vector<EventParty>& parties);

}  // namespace bayhaqi
