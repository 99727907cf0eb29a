// Targets that the words around an act leave open: the country where it happened, and whoever did what "the decision",
// "the attack", "the offer" refers to. In: the event so far and the events before it. Out: parties to add; empty if none.
// A careful reader fills these in from the sentences before; so do coders by hand. Pure.
#pragma once

#include <string_view>
#include <vector>

#include "bayhaqi/document.h"

namespace bayhaqi {

// Whether the parties are of two countries or bodies, or of two sides of one country: its government, army, rebels, opponents.
[[nodiscard]] bool stand_apart(const std::vector<EventParty>& parties);

// For deeds done somewhere: the country of the place, if it is not the source's own.
[[nodiscard]] std::vector<EventParty> target_by_place(const Document& document, const Event& event);

// Who did the act that a definite noun refers to: the latest earlier event of that category (empty: of any), at most a few
// sentences back; never the source itself. `word` is the noun's folded lemma.
[[nodiscard]] std::vector<EventParty> target_by_reference(const Document& document, const Event& event, std::string_view word, std::string_view category);

// Who did what "it" is that is praised, blamed or refused: the latest act of others, or whomever others praised, blamed or refused for it.
[[nodiscard]] std::vector<EventParty> target_of_reaction(const Document& document, const Event& event);

// Everybody who made the deal that "the accord" refers to: all parties of the latest earlier act done together.
[[nodiscard]] std::vector<EventParty> parties_of_accord(const Document& document, const Event& event);

// For a hostile act or a refusal without a target: whom the same source stood against last, a few sentences back at most.
[[nodiscard]] std::vector<EventParty> target_by_quarrel(const Document& document, const Event& event);

// Whom people protest against, and whom parliaments, parties and opponents refuse, accuse or ask, where nothing is named: the
// government of their country.
[[nodiscard]] std::vector<EventParty> target_at_home(const Event& event);

// Whose buildings, towns and bridges rebels, and armies that fight at home, attack and seize: their own country.
[[nodiscard]] std::vector<EventParty> land_at_home(const Document& document, const Event& event);

// Against whom the state's own forces act where nothing is named and no other country is in play: the people, opponents or
// rebels of the country named last.
[[nodiscard]] std::vector<EventParty> subjects_at_home(const Document& document, const Event& event);

// For deeds, threats, demands and offers without a target: the country at which most of the article's earlier acts are aimed.
[[nodiscard]] std::vector<EventParty> target_by_focus(const Document& document, const Event& event);

// Who did an act that is told again without its doer ("the shelling", "were arrested"): the source of the latest earlier act
// of that category against the same side, a few sentences back at most; never a target of the act itself.
[[nodiscard]] std::vector<EventParty> source_by_repetition(const Document& document, const Event& event);

// The two sides of the article's conflict: who most of the earlier acts set against each other, a dozen sentences back at most. Of
// two countries or bodies, or of government, army, rebels and opponents of one. `outside`: who is neither, such as a mediator. Empty if none.
[[nodiscard]] std::vector<EventParty> sides_of_conflict(const Document& document, const Event& event, const std::vector<EventParty>& outside);

// Who did what is told in the passive or as a noun: whoever stood on the other side when the target's country last took part,
// a few sentences back at most.
[[nodiscard]] std::vector<EventParty> source_by_counterpart(const Document& document, const Event& event);

// Who protests where only the target is named: the people of its country.
[[nodiscard]] std::vector<EventParty> source_of_protest(const Event& event);

}  // namespace bayhaqi
