// Mends trees where the grammar of reported speech says more than a parser trained on all kinds of text knows. News is full of
// "told X that …", "denied that … and accused …": what hangs on which verb there decides who says and does what.
// In: parsed sentences. Out: the same with a few heads and relations changed; still one tree per sentence. Pure.
//   1. "told reporters that he left": the clause is no relative clause of the indirect object but what was told.
//   2. "China and Iran have opposed": two subjects with a conjunction between them are one coordinated subject.
//   3. "denied that they had fired and accused": a plain past verb doesn't continue a clause with an auxiliary under a past verb.
//   4. "K. said that M. told L. that …": the first verb of speech governs the second, not the other way round.
//   5. "killed 20 people": an oblique without a preposition is an object.
//   6. "…, police in Kano said on Tuesday.": the noun behind the last comma is the subject of the closing verb.
//   7. "President Castro thanked the Pope" with the noun as root: the verb is.
//   8. "the United States, Germany and Poland": names in a row with a conjunction are a list, not an apposition.
//   9. "In Brussels, N. condemned …": N. is the subject, no apposition of Brussels.
//  10. "released Mesale Tolu" as two objects: one name.
//  11. "Television, which had branded them, apologised" with the noun as root: the verb behind the clause's comma is.
//  12. "convicted Rios Montt": a bare name behind a verb is no complement but its object.
//  13. "talks with the premier Leo Varadkar": no second object but the premier's name.
//  14. "Lee promised help, his office said" with two subjects of "said": the first is the promiser.
//  15. "China, Pakistan's friend, voiced regret" with the name as root: the verb is.
//  16. "offered to mediate" as a noun with a preposition: an infinitive.
//  17. "aircraft bombed columns" as columns that aircraft bombed, in a clause without a verb: the participle is the verb.
//  18. "the bloc, meeting in Abuja," as an apposed noun: a participle.
//  19. "severed ties with Qatar, accusing it" with the gerund on the noun: it belongs to the verb.
//  20. "President Kim and North Korean leader Kim" as one name with two titles: two people.
//  21. "India on Friday blamed" with the day on India: it belongs to the verb.
//  22. "two Russians posted there had been ordered out" with "Russians" on "posted": on "ordered".
//  23. "soldiers, helped by police, detained men, she said" as two clauses: one, with a participle inside.
//  24. "asked the king in a call to take part" with the infinitive on the call: it belongs to "asked".
//  25. "Japan, whose navy held exercises, backed" with "held" on top: "backed" is.
//  26. what hangs on an auxiliary belongs to its verb.
//  27. "said he had left and that it rained" with the second clause beside "said": it is the second thing that was said.
//  28. "in Port-au-Prince" as three words: one name.
//  29. "killed soldiers, the army said, blaming rebels": the army blames.
//  30. "told him that he would not, adding that …" with "adding" inside what was told: it belongs to "told".
//  31. "called the president to congratulate him" as what the president was called on to do: what the caller called for.
//  32. "rejected the demand that Russia withdraw" with the clause on "rejected": it belongs to "demand".
//  33. "it was ready to mediate" with an "it" that means nothing: it is who is ready.
//  34. "called the decision “stupid”" as one phrase: the decision is what is called so.
//  35. "barred him from travel and froze his accounts" with "froze" joined to "travel": it is joined to "barred".
//  36. "thanked the Pope, who had written in the summer, and Canada" with "Canada" joined to "summer": it is joined to the Pope.
//  37. "he ordered an attack, a charge the party denied" with "denied" on top: a comment on what he did.
#pragma once

#include "bayhaqi/document.h"

namespace bayhaqi {

// Returns how many heads were changed. Runs mend_clauses first.
std::size_t mend_trees(Document& document);
// Rules 16 to 37, on the inside of clauses.
std::size_t mend_clauses(Document& document);

}  // namespace bayhaqi
