#include "actor/antecedents.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "base/utf8.h"
#include "document/clauses.h"

namespace bayhaqi {

namespace {

constexpr std::uint32_t kReach = 4;       // sentences
constexpr std::uint32_t kMostCounted = 5;
constexpr std::size_t kMostPassed = 5;
constexpr std::array<std::string_view, 16> kPronouns = {"he", "him", "his", "himself", "she", "her", "hers", "herself", "it", "its", "itself", "they", "them", "their", "theirs", "themselves"};

enum Feature : std::size_t {
  kSame0, kSame1, kSame2, kSame3, kSame4, kFarPerson, kFarThing, kFarPlural, kSubject, kObject, kOblique, kNounModifier, kPossessor, kConjunct, kApposed,
  kBothSubjects, kBothObjects, kPronoun, kSamePronoun, kOtherPronoun, kNamePerson, kNameThing, kNamePlural,
  kPersonHuman, kPersonThing, kPersonBody, kPersonPlural, kGenderFits, kGenderDiffers,
  kThingHuman, kThingBody, kThingThing, kThingPlural, kPluralSingular, kPluralList, kPluralPeople, kPluralThings, kPluralBody, kPluralName,
  kCount, kSameClause, kReflexive, kCommands, kOwnClause, kInside, kFirst, kIndefinite, kBare, kSaidHere, kSaidBefore, kSaidByIt, kDoer, kSpeaker, kNearest, kReported,
  kActorPerson, kActorBody, kActorPlural, kNobodyKnown,
  kOtherParagraph, kFarParagraph, kNewParagraph, kOnlyQuoted, kBothQuoted, kOutsideQuote, kTellsQuote, kPassedBy, kClosest,
  kSayingPeople, kSayingBody, kSayingThing, kOwnerPeople, kOwnerBody, kOwnerThing, kDeedPeople, kDeedBody, kDeedThing, kLastSpeaker, kSpeakerBefore,
  kNoneHe, kNoneShe, kNoneIt, kNoneThey, kNoneSubject, kNoneExpletive, kNoneCopula, kNoneClause, kNoneSeems, kNonePassive, kNoneQuoted, kNoneLonely, kFeatureCount
};
static_assert(kFeatureCount == kAntecedentFeatures);

constexpr std::array<std::string_view, kAntecedentFeatures> kNames = {
    "distance 0", "distance 1", "distance 2", "distance 3", "distance 4", "far, he or she", "far, it", "far, they", "subject", "object", "oblique", "noun modifier", "possessor", "conjunct", "apposed",
    "both subjects", "both objects", "pronoun", "same pronoun", "other pronoun", "name, he or she", "name, it", "name, they",
    "human, he or she", "thing, he or she", "body, he or she", "plural, he or she", "gender fits", "gender differs",
    "human, it", "body, it", "thing, it", "plural, it", "singular, they", "list, they", "people, they", "things, they", "body, they", "one name, they",
    "times named", "same clause", "reflexive", "commands", "own clause", "inside", "opens the sentence", "indefinite", "no article", "said here", "said before", "said by it", "doer", "speaker", "nearest subject", "reported",
    "actor, person", "actor, body", "actor, plural", "no actor",
    "other paragraph", "far paragraph", "paragraph opens", "only quoted", "both quoted", "outside the quotation", "tells the quotation", "passed by", "closest",
    "people say", "body says", "thing says", "people own", "body owns", "thing owns", "people do it", "body does it", "thing does it", "last speaker", "earlier speaker",
    "none, he", "none, she", "none, it", "none, they", "none, subject", "none, expletive", "none, copula", "none, clause", "none, seems", "none, passive", "none, quoted", "none, nobody fits"};

// Names of people whose first names tell nothing: most that stand in the news are men.
constexpr float kManLikely = 0.7F;
constexpr float kWomanLikely = 0.25F;
constexpr std::array<std::string_view, 12> kMeasures = {"band", "crowd", "dozen", "group", "handful", "hundred", "lot", "million", "number", "score", "series", "thousand"};
// Verbs with an empty subject: "it seems", "it rained".
constexpr std::array<std::string_view, 8> kImpersonal = {"appear", "happen", "rain", "seem", "snow", "take", "turn", "transpire"};

bool is_subject(Relation relation) { return universal(relation) == Relation::kNsubj || relation == Relation::kNsubjPass; }
bool is_object(Relation relation) { return relation == Relation::kObj || relation == Relation::kIobj; }

bool may_be_meant(const Token& token) {
  if (token.upos != Upos::kNoun && token.upos != Upos::kPropn) return false;
  switch (token.relation) {
    case Relation::kCompound: case Relation::kFlat: case Relation::kFlatForeign: case Relation::kAmod: case Relation::kFixed: case Relation::kGoeswith:
    case Relation::kCase: case Relation::kMark: case Relation::kAdvmod: case Relation::kDiscourse: case Relation::kNmodDesc: return false;
    default: return true;
  }
}

}  // namespace

PronounKind pronoun_kind(std::string_view word) {
  const auto found = std::ranges::find(kPronouns, word);
  if (found == kPronouns.end()) return PronounKind::kNone;
  const auto place = found - kPronouns.begin();
  return place < 4 ? PronounKind::kHe : place < 8 ? PronounKind::kShe : place < 11 ? PronounKind::kIt : PronounKind::kThey;
}

bool is_impersonal(std::string_view lemma) { return std::ranges::find(kImpersonal, lemma) != kImpersonal.end(); }

std::string_view antecedent_feature_name(std::size_t feature) { return kNames[feature]; }

Antecedents::Antecedents(const Document& document, const Children& children, const ActorLexicon& lexicon, const std::vector<Unit>& units, const Entities& entities)
    : document_(document), children_(children), lexicon_(lexicon), entities_(entities), unit_kinds_(document.tokens.size(), Kind::kUnknown) {
  for (const Unit& unit : units) {
    Kind kind = Kind::kUnknown;
    if (unit.kind == UnitKind::kAgent) {
      const AgentKind agent = lexicon.agent(lexicon.lexeme(unit.lexemes.front()).target).kind;
      kind = agent == AgentKind::kPerson ? Kind::kHuman : agent == AgentKind::kPeople ? Kind::kPeople : Kind::kBody;
      if (kind == Kind::kHuman && unit.plural) kind = Kind::kPeople;
    } else if (unit.kind == UnitKind::kName && unit.supported) {
      kind = lexicon.entry(lexicon.lexeme(unit.lexemes.front()).target).kind == EntryKind::kPerson ? Kind::kHuman : Kind::kBody;
    } else if (unit.kind == UnitKind::kCountry || unit.kind == UnitKind::kCapital) {
      kind = Kind::kBody;
    } else if (unit.kind == UnitKind::kPeople) {
      kind = unit.plural ? Kind::kPeople : Kind::kHuman;
    }
    for (std::uint32_t i = unit.first.value; i < unit.last.value; ++i) unit_kinds_[i] = kind;
  }
  std::unordered_map<std::string_view, std::uint32_t> words;
  const auto word_of = [&](TokenIndex head) { return token(head).upos == Upos::kNoun ? document.lemma(head) : document.form(head); };
  for (std::size_t i = 0; i < document.tokens.size(); ++i) {
    const TokenIndex head(i);
    const bool pronoun = token(head).upos == Upos::kPron && pronoun_kind(lowered(document.form(head))) != PronounKind::kNone;
    if (!pronoun && !may_be_meant(token(head))) continue;
    if (measured(head)) continue;
    heads_.push_back(head);
    const TokenIndex above = token(head).head;
    stands_.push_back(above && (token(head).relation == Relation::kAppos || measured(above) == head) ? above : head);
    traits_.push_back(word_traits(head));
    if (!pronoun) ++words[word_of(head)];
  }
  share_names();
  mark_quotations();
  link_chains();
  for (const TokenIndex head : heads_) counts_.push_back(token(head).upos == Upos::kPron ? 0 : static_cast<std::uint8_t>(std::min(words[word_of(head)], kMostCounted)));
}

// Which tokens stand within quotation marks; a paragraph closes what it opens.
void Antecedents::mark_quotations() {
  quoted_.resize(document_.tokens.size());
  bool open = false;
  std::uint32_t paragraph = 0;
  for (std::size_t i = 0; i < quoted_.size(); ++i) {
    const std::string_view form = document_.form(TokenIndex(i));
    const std::uint32_t here = document_.sentences[document_.tokens[i].sentence.value].paragraph;
    if (here != paragraph) open = false;
    paragraph = here;
    if (form == "\u201C" || form == "\u201D" || form == "\"") open = form == "\"" ? !open : form == "\u201C";
    quoted_[i] = open;
  }
}

// Which candidates are one thing by their words: the same name, or the same noun with a definite article before it.
void Antecedents::link_chains() {
  std::unordered_map<std::string_view, std::size_t> last;
  for (std::size_t i = 0; i < heads_.size(); ++i) {
    chains_.push_back(i);
    const Token& here = token(heads_[i]);
    if (here.upos == Upos::kPron) continue;
    const bool name = here.upos == Upos::kPropn;
    bool definite = name;
    for (const TokenIndex each : children_.of(heads_[i])) definite = definite || token(each).morph.definite == Definite::kDef || token(each).morph.pron_type == PronType::kDem;
    const std::string_view word = document_.form(heads_[i]);
    if (const auto before = last.find(word); definite && before != last.end()) chains_[i] = before->second;
    last[word] = chains_[i];
    if (!name) continue;
    for (const TokenIndex each : children_.of(heads_[i])) {  // "Vega" after "Carlos Vega"
      if (token(each).relation == Relation::kFlat && token(each).upos == Upos::kPropn) last[document_.form(each)] = chains_[i];
    }
  }
}

std::size_t Antecedents::place_of_head(TokenIndex head) const { return static_cast<std::size_t>(std::ranges::lower_bound(heads_, head) - heads_.begin()); }

// "supporters" of the head of "thousands of supporters"; none for other heads.
TokenIndex Antecedents::measured(TokenIndex head) const {
  if (token(head).upos != Upos::kNoun || std::ranges::find(kMeasures, document_.lemma(head)) == kMeasures.end()) return {};
  for (const TokenIndex each : children_.of(head)) {
    if (token(each).relation == Relation::kNmod && token(each).morph.number == Number::kPlur && preposition(document_, children_, each) == "of") return each;
  }
  return {};
}

// "Vega" is whoever "Carlos Vega" is.
void Antecedents::share_names() {
  std::unordered_map<std::string_view, Traits> people;
  for (std::size_t i = 0; i < heads_.size(); ++i) {
    if (token(heads_[i]).upos != Upos::kPropn || traits_[i].kind != Kind::kHuman) continue;
    for (const TokenIndex each : children_.of(heads_[i])) {
      if (token(each).relation == Relation::kFlat || (token(each).relation == Relation::kCompound && token(each).upos == Upos::kPropn)) {
        people.emplace(document_.form(each), traits_[i]);
        people.emplace(document_.form(heads_[i]), traits_[i]);
      }
    }
  }
  for (std::size_t i = 0; i < heads_.size(); ++i) {
    const Token& here = token(heads_[i]);
    if (here.upos != Upos::kPropn || traits_[i].kind != Kind::kUnknown) continue;
    if (const auto known = people.find(document_.form(heads_[i])); known != people.end()) traits_[i] = known->second;
  }
}

// Number, sort and gender by the words of the phrase.
Antecedents::Traits Antecedents::word_traits(TokenIndex head) const {
  Traits found;
  const Token& here = token(head);
  if (here.upos == Upos::kPron) {
    const PronounKind kind = pronoun_kind(lowered(document_.form(head)));
    found.plural = kind == PronounKind::kThey;
    found.kind = kind == PronounKind::kIt ? Kind::kThing : kind == PronounKind::kThey ? Kind::kUnknown : Kind::kHuman;
    found.gender = kind == PronounKind::kHe ? 'm' : kind == PronounKind::kShe ? 'f' : '\0';
    return found;
  }
  found.plural = here.morph.number == Number::kPlur;
  found.kind = unit_kinds_[head.value];
  const auto learn = [&](std::uint32_t classes, bool name) {
    if (classes == 0) return;
    if (classes & (kHumanWord | kFemaleWord | kMaleWord) || (name && classes & (kFemaleName | kMaleName))) found.kind = found.plural && here.upos == Upos::kNoun ? Kind::kPeople : Kind::kHuman;
    if (found.gender != 0) return;
    if (classes & kFemaleWord || (name && classes & kFemaleName)) found.gender = 'f';
    if (classes & kMaleWord || (name && classes & kMaleName)) found.gender = 'm';
  };
  if (here.upos == Upos::kNoun) {
    learn(lexicon_.classes(document_.lemma(head)), false);
    if (found.kind == Kind::kUnknown) found.kind = Kind::kThing;
  } else {
    learn(lexicon_.classes(document_.form(head)), true);
    for (const TokenIndex each : children_.of(head)) {
      const Token& part = token(each);
      if (part.relation == Relation::kCompound || part.relation == Relation::kFlat || part.relation == Relation::kNmodDesc || part.relation == Relation::kAmod) {
        learn(lexicon_.classes(document_.form(each)), part.upos == Upos::kPropn);
        if (found.kind == Kind::kUnknown && unit_kinds_[each.value] == Kind::kHuman) found.kind = Kind::kHuman;
      }
      if (part.relation == Relation::kAppos && part.upos == Upos::kNoun) {
        if (found.kind == Kind::kUnknown && unit_kinds_[each.value] == Kind::kHuman) found.kind = Kind::kHuman;
        learn(lexicon_.classes(document_.lemma(each)), false);
      }
    }
  }
  if (here.upos == Upos::kPropn && found.kind == Kind::kUnknown && is_subject(here.relation) && here.head && token(here.head).upos == Upos::kNoun) {  // "Vega was the captain"
    if (lexicon_.classes(document_.lemma(here.head)) & (kHumanWord | kFemaleWord | kMaleWord) || unit_kinds_[here.head.value] == Kind::kHuman) found.kind = Kind::kHuman;
  }
  if (found.kind == Kind::kPeople) found.plural = true;
  if ((found.kind == Kind::kBody || found.kind == Kind::kHuman) && here.upos == Upos::kPropn) found.plural = false;  // "the United States", "Chaves"
  return found;
}

// The same, with what is known of the actor that was found there.
Antecedents::Traits Antecedents::traits(std::size_t candidate) const {
  Traits found = traits_[candidate];
  const ActorIndex actor = entities_.actor_at(heads_[candidate]);
  if (!actor || token(heads_[candidate]).upos == Upos::kPron) return found;
  const Entity& entity = entities_.of(actor);
  if (entity.person) found.kind = Kind::kHuman;
  else if (entity.body && found.kind != Kind::kHuman) found.kind = Kind::kBody;
  if (!entity.plural && (entity.body || entity.person)) found.plural = false;
  if (entity.person && found.gender == 0) found.gender = entity.gender;
  return found;
}

bool Antecedents::Place::hangs_on(TokenIndex head) const { return std::find(above.begin(), above.begin() + static_cast<std::ptrdiff_t>(depth), head) != above.begin() + static_cast<std::ptrdiff_t>(depth); }

Antecedents::Place Antecedents::place_of(TokenIndex pronoun) const {
  Place place{};
  const std::string word = lowered(document_.form(pronoun));
  place.token = pronoun;
  place.kind = pronoun_kind(word);
  place.subject = is_subject(token(pronoun).relation);
  place.possessive = token(pronoun).relation == Relation::kNmodPoss;
  place.reflexive = word.ends_with("self") || word.ends_with("selves");
  for (TokenIndex at = token(pronoun).head; at && place.depth < place.above.size(); at = token(at).head) {
    place.above[place.depth++] = at;
  }
  find_subjects(place);
  place.says = place.subject && place.depth > 0 && says(place.above[0]);
  place.does = place.subject && place.depth > 0 && token(pronoun).relation != Relation::kNsubjPass && token(place.above[0]).upos == Upos::kVerb && (lexicon_.classes(document_.lemma(place.above[0])) & kDeedVerb) != 0;
  if (place.says) place.last_speaker = speaker_before(pronoun);
  if (place.possessive && place.depth > 0) {
    const Kind owned = unit_kinds_[place.above[0].value];
    place.owns = owned == Kind::kHuman || owned == Kind::kPeople || owned == Kind::kBody || (lexicon_.classes(document_.lemma(place.above[0])) & kOwnedWord) != 0;
  }
  return place;
}

// Who spoke last before the sentence of a pronoun: the subject of a verb of saying, no pronoun.
TokenIndex Antecedents::speaker_before(TokenIndex pronoun) const {
  const std::uint32_t first = document_.sentences[token(pronoun).sentence.value].first.value;
  for (std::size_t i = place_of_head(TokenIndex(first)); i-- > 0;) {
    if (token(pronoun).sentence.value - token(heads_[i]).sentence.value > kReach) break;
    if (is_subject(token(heads_[i]).relation) && says(token(heads_[i]).head)) return heads_[i];
  }
  return {};
}

TokenIndex Antecedents::subject_of(TokenIndex verb) const {
  const TokenIndex subject = surface_subject(document_, children_, verb);
  return subject ? referent(document_, subject) : TokenIndex{};
}

void Antecedents::find_subjects(Place& place) const {
  const TokenIndex owned = place.possessive ? place.above[0] : TokenIndex{};
  if (owned && is_subject(token(owned).relation) && says(token(owned).head)) {
    const TokenIndex verb = token(owned).head;
    TokenIndex clause = child(document_, children_, verb, Relation::kCcomp);
    if (!clause && token(verb).relation == Relation::kParataxis) clause = token(verb).head;
    if (clause && clause < owned) place.reported = subject_of(clause);
  }
  for (std::size_t i = 0; i < place.depth; ++i) {
    const TokenIndex verb = place.above[i];
    if (token(verb).upos != Upos::kVerb && !child(document_, children_, verb, Relation::kCop)) continue;
    const TokenIndex surface = surface_subject(document_, children_, verb);
    if (surface && place.hangs_on(surface)) continue;  // "his ships had left": a part of the subject
    const TokenIndex subject = surface ? referent(document_, surface) : TokenIndex{};
    const bool own = place.subject && i == 0;
    if (own && token(verb).relation == Relation::kCcomp && token(verb).head) place.speaker = subject_of(token(verb).head);
    if (own || !subject || subject == place.token) continue;
    if (!place.doer && !place.subject) place.doer = subject;
    place.nearest = subject;
    return;
  }
}

bool Antecedents::holds_list(TokenIndex head) const {
  return std::ranges::any_of(children_.of(head), [&](TokenIndex each) { return token(each).relation == Relation::kConj && (token(each).upos == Upos::kNoun || token(each).upos == Upos::kPropn); });
}

// Whether a pronoun stands in the phrase of a noun, but not in a clause about it: "the envoy, who denied that his country …".
bool Antecedents::is_inside(TokenIndex head, const Place& place) const {
  TokenIndex below = place.token;
  for (std::size_t i = 0; i < place.depth; below = place.above[i++]) {
    if (place.above[i] == head) return token(below).relation != Relation::kAclRelcl;
  }
  return false;
}

bool Antecedents::says(TokenIndex verb) const { return verb && (lexicon_.classes(document_.lemma(verb)) & kSayingWord) != 0; }

// "“Our troops left Ukraine,” it said": who speaks is seldom named in what is said ahead of it.
bool Antecedents::said_by(TokenIndex named, const Place& place) const {
  const TokenIndex verb = token(place.token).head;
  if (!place.subject || !verb || token(named).head == verb || !says(verb)) return false;
  TokenIndex at = token(named).head;
  for (std::size_t i = 0; i < place.above.size() && at; ++i, at = token(at).head) {
    if (at == verb) return true;
  }
  return false;
}

void Antecedents::agreement(std::size_t candidate, const Place& place, Features& f) const {
  const TokenIndex head = heads_[candidate];
  const Token& here = token(head);
  const Traits is = traits(candidate);
  const bool pronoun = here.upos == Upos::kPron;
  const bool name = here.upos == Upos::kPropn;
  const bool human = is.kind == Kind::kHuman || is.kind == Kind::kPeople;
  const bool thing = is.kind == Kind::kThing;
  if (place.kind == PronounKind::kHe || place.kind == PronounKind::kShe) {
    const char gender = place.kind == PronounKind::kHe ? 'm' : 'f';
    f[kNamePerson] = name;
    f[kPersonHuman] = is.kind == Kind::kHuman;
    f[kPersonThing] = !name && (thing || is.kind == Kind::kBody);
    f[kPersonBody] = is.kind == Kind::kBody;
    f[kPersonPlural] = is.plural;
    f[kGenderFits] = is.gender == gender ? 1.0F : is.gender == 0 && name && is.kind == Kind::kHuman && !is.plural ? (gender == 'm' ? kManLikely : kWomanLikely) : 0.0F;
    f[kGenderDiffers] = is.gender != 0 && is.gender != gender;
  } else if (place.kind == PronounKind::kIt) {
    f[kNameThing] = name;
    f[kThingHuman] = human;
    f[kThingBody] = is.kind == Kind::kBody;
    f[kThingThing] = thing;
    f[kThingPlural] = is.plural;
  } else {
    const bool list = holds_list(head);
    f[kNamePlural] = name;
    f[kPluralSingular] = !is.plural && !list && is.kind != Kind::kBody && !pronoun;
    f[kPluralList] = list;
    f[kPluralPeople] = is.plural && human;
    f[kPluralThings] = is.plural && (thing || is.kind == Kind::kUnknown);
    f[kPluralBody] = !is.plural && is.kind == Kind::kBody;
    f[kPluralName] = !is.plural && name && !list;
  }
  if (pronoun) return;
  if (place.kind == PronounKind::kIt || place.kind == PronounKind::kThey) {
    const auto by_kind = [&](bool holds, Feature people, Feature body, Feature other) {
      if (holds && is.kind != Kind::kUnknown) f[human ? people : is.kind == Kind::kBody ? body : other] = 1;
    };
    by_kind(place.says, kSayingPeople, kSayingBody, kSayingThing);
    by_kind(place.owns, kOwnerPeople, kOwnerBody, kOwnerThing);
    by_kind(place.does, kDeedPeople, kDeedBody, kDeedThing);
  }
  const ActorIndex actor = entities_.actor_at(head);
  if (!actor) {
    f[kNobodyKnown] = 1;
    return;
  }
  const Entity& entity = entities_.of(actor);
  f[kActorPerson] = entity.person && (place.kind == PronounKind::kHe || place.kind == PronounKind::kShe);
  f[kActorBody] = entity.body && place.kind == PronounKind::kIt;
  f[kActorPlural] = entity.plural && place.kind == PronounKind::kThey;
}

void Antecedents::position(std::size_t candidate, const Place& place, Features& f) const {
  const TokenIndex head = stands_[candidate];
  const Token& here = token(head);
  const Token& there = token(place.token);
  const std::uint32_t distance = std::min(there.sentence.value - here.sentence.value, kReach);
  f[kSame0 + distance] = 1;
  f[place.kind == PronounKind::kIt ? kFarThing : place.kind == PronounKind::kThey ? kFarPlural : kFarPerson] = static_cast<float>(distance);
  const bool subject = is_subject(here.relation);
  f[kSubject] = subject;
  f[kObject] = is_object(here.relation);
  f[kOblique] = universal(here.relation) == Relation::kObl;
  f[kNounModifier] = here.relation == Relation::kNmod;
  f[kPossessor] = here.relation == Relation::kNmodPoss;
  f[kConjunct] = here.relation == Relation::kConj;
  f[kApposed] = here.relation == Relation::kAppos;
  f[kBothSubjects] = subject && place.subject;
  f[kBothObjects] = is_object(here.relation) && is_object(there.relation);
  if (here.upos == Upos::kPron) {
    const bool same = pronoun_kind(lowered(document_.form(head))) == place.kind;
    f[kPronoun] = 1;
    f[kSamePronoun] = same;
    f[kOtherPronoun] = !same;
  }
  f[kCount] = counts_[candidate];
  const bool same_clause = here.head && here.head == there.head && !place.possessive;
  f[kSameClause] = same_clause && !place.reflexive;
  f[kReflexive] = same_clause && place.reflexive && subject;
  f[kCommands] = subject && here.head && place.hangs_on(here.head);
  f[kOwnClause] = place.possessive && head == place.doer;
  f[kDoer] = !place.possessive && !place.reflexive && head == place.doer;
  f[kSpeaker] = head == place.speaker;
  f[kNearest] = head == place.nearest;
  f[kReported] = head == place.reported;
  f[kInside] = is_inside(head, place);
  f[kFirst] = subject && here.left_edge == document_.sentences[here.sentence.value].first;
  bool article = false;
  for (const TokenIndex each : children_.of(head)) {
    if (token(each).relation == Relation::kDet && token(each).morph.definite == Definite::kInd) f[kIndefinite] = 1;
    article = article || token(each).relation == Relation::kDet || token(each).relation == Relation::kNmodPoss;
  }
  f[kBare] = here.upos == Upos::kNoun && !article;
  f[kSaidHere] = subject && place.subject && distance == 0 && says(here.head);
  f[kSaidBefore] = subject && place.subject && distance == 1 && says(here.head);
  f[kSaidByIt] = distance == 0 && said_by(head, place);
  f[kLastSpeaker] = place.last_speaker && head == place.last_speaker;
  f[kSpeakerBefore] = place.says && subject && says(here.head) && head != place.last_speaker;
  paragraph_and_quotation(head, place, f);
}

void Antecedents::paragraph_and_quotation(TokenIndex head, const Place& place, Features& f) const {
  const Token& here = token(head);
  const Token& there = token(place.token);
  const std::uint32_t paragraphs = document_.sentences[there.sentence.value].paragraph - document_.sentences[here.sentence.value].paragraph;
  f[kOtherParagraph] = paragraphs > 0;
  f[kFarParagraph] = paragraphs > 1;
  f[kNewParagraph] = paragraphs == 1 && place.subject && is_subject(here.relation);
  const bool outside = !is_quoted(head);
  const bool quoted = is_quoted(place.token);
  f[kOnlyQuoted] = !outside && !quoted;
  f[kBothQuoted] = !outside && quoted;
  f[kOutsideQuote] = outside && quoted;
  f[kTellsQuote] = outside && quoted && paragraphs == 0 && is_subject(here.relation) && says(here.head);
}

// Whether a candidate is of the number, sort and gender that the pronoun wants.
bool Antecedents::fits(std::size_t candidate, PronounKind kind) const {
  const Traits is = traits(candidate);
  const bool human = is.kind == Kind::kHuman || is.kind == Kind::kPeople;
  if (kind == PronounKind::kThey) return is.plural || holds_list(heads_[candidate]);
  if (is.plural) return false;
  if (kind == PronounKind::kIt) return !human;
  return is.kind == Kind::kHuman && (is.gender == 0 || is.gender == (kind == PronounKind::kHe ? 'm' : 'f'));
}

// How many other things that fit were named since each candidate.
void Antecedents::count_passed(std::vector<Candidate>& all, PronounKind kind) const {
  std::vector<std::string_view> passed;
  for (std::size_t i = all.size(); i-- > 1;) {
    const std::string_view word = document_.form(all[i].head);
    const bool again = std::ranges::find(passed, word) != passed.end();
    const std::size_t between = passed.size() - (again ? 1 : 0);
    all[i].features[kPassedBy] = static_cast<float>(std::min<std::size_t>(between, kMostPassed)) / kMostPassed;
    if (!fits(all[i].place, kind)) continue;
    all[i].features[kClosest] = between == 0;
    if (!again) passed.push_back(word);
  }
  all[0].features[kNoneLonely] = passed.empty();
}

Antecedents::Features Antecedents::features_of(std::size_t candidate, const Place& place) const {
  Features features{};
  agreement(candidate, place, features);
  position(candidate, place, features);
  return features;
}

Antecedents::Features Antecedents::none(const Place& place) const {
  Features f{};
  f[place.kind == PronounKind::kHe ? kNoneHe : place.kind == PronounKind::kShe ? kNoneShe : place.kind == PronounKind::kIt ? kNoneIt : kNoneThey] = 1;
  f[kNoneQuoted] = is_quoted(place.token);
  if (place.kind != PronounKind::kIt || place.depth == 0) return f;
  const TokenIndex verb = place.above[0];
  bool copula = false;
  bool clause = false;
  bool reported = false;
  for (const TokenIndex each : children_.of(verb)) {
    const Relation relation = universal(token(each).relation);
    copula = copula || relation == Relation::kCop;
    reported = reported || relation == Relation::kCcomp;
    clause = clause || relation == Relation::kCsubj || relation == Relation::kCcomp || relation == Relation::kAdvcl || relation == Relation::kXcomp;
  }
  f[kNoneSubject] = place.subject;
  f[kNoneExpletive] = token(place.token).relation == Relation::kExpl;
  f[kNoneCopula] = copula && place.subject;
  f[kNoneClause] = copula && clause && place.subject;
  f[kNoneSeems] = place.subject && is_impersonal(document_.lemma(verb));
  f[kNonePassive] = token(place.token).relation == Relation::kNsubjPass && reported;
  return f;
}

double Antecedents::score(const Features& features) const {
  double sum = 0;
  const auto weights = lexicon_.antecedent_weights();
  for (std::size_t i = 0; i < features.size(); ++i) sum += static_cast<double>(features[i]) * static_cast<double>(weights[i]);
  return sum;
}

std::pair<std::size_t, std::size_t> Antecedents::reach(TokenIndex pronoun) const {
  const auto last = std::ranges::lower_bound(heads_, pronoun);
  const std::uint32_t sentence = token(pronoun).sentence.value;
  const std::uint32_t first_sentence = sentence > kReach ? sentence - kReach : 0;
  const auto first = std::ranges::lower_bound(heads_, document_.sentences[first_sentence].first);
  return {static_cast<std::size_t>(first - heads_.begin()), static_cast<std::size_t>(last - heads_.begin())};
}

bool Antecedents::may_stand_for(std::size_t candidate, const Place& place) const {
  if (place.kind == PronounKind::kThey) return true;
  const Traits is = traits(candidate);
  if (is.plural) return false;
  if (place.kind == PronounKind::kIt || token(heads_[candidate]).upos == Upos::kPron) return place.kind == PronounKind::kIt || is.gender == 0 || is.gender == (place.kind == PronounKind::kHe ? 'm' : 'f');
  return is.gender == 0 || is.gender == (place.kind == PronounKind::kHe ? 'm' : 'f');
}

std::vector<Antecedents::Candidate> Antecedents::candidates(const Place& place) const {
  std::vector<Candidate> all = {{{}, 0, {}, none(place)}};
  const auto [first, last] = reach(place.token);
  for (std::size_t i = first; i < last; ++i) {
    if (may_stand_for(i, place)) all.push_back({heads_[i], i, stands_[i], features_of(i, place)});
  }
  count_passed(all, place.kind);
  return all;
}

std::vector<Antecedents::Candidate> Antecedents::candidates(TokenIndex pronoun) const { return candidates(place_of(pronoun)); }

Antecedents::Choice Antecedents::choose(TokenIndex pronoun, const std::function<std::vector<ActorIndex>(TokenIndex)>& actors_at) {
  const Place place = place_of(pronoun);
  const std::vector<Candidate> all = candidates(place);
  std::vector<double> chances;
  for (const Candidate& each : all) chances.push_back(score(each.features));
  const double most = *std::ranges::max_element(chances);
  double sum = 0;
  for (double& each : chances) sum += each = std::exp(each - most);
  // Mentions of one thing add up: of those in one sentence the likeliest counts.
  struct Thing {
    std::vector<ActorIndex> actors;
    std::size_t chain = 0;  // of what is no actor
    double chance = 0;
    SentenceIndex sentence;
    double counted = 0;     // of the chance in that sentence
    TokenIndex head;        // its likeliest mention
    double likeliest = 0;
  };
  std::vector<Thing> things;
  for (std::size_t i = 1; i < all.size(); ++i) {
    const double chance = chances[i] / sum;
    const TokenIndex head = all[i].head;
    std::vector<ActorIndex> actors = actors_at(head);
    const std::size_t chain = actors.empty() ? chains_[all[i].place] : 0;
    auto known = std::ranges::find_if(things, [&](const Thing& each) { return each.actors == actors && each.chain == chain; });
    if (known == things.end()) known = things.insert(known, {std::move(actors), chain, 0, {}, 0, {}, 0});
    const SentenceIndex sentence = token(head).sentence;
    if (known->sentence != sentence) known->counted = 0;
    known->sentence = sentence;
    known->chance += std::max(0.0, chance - known->counted);
    known->counted = std::max(known->counted, chance);
    if (chance < known->likeliest) continue;
    known->likeliest = chance;
    known->head = head;
  }
  Choice choice;
  choice.party_wanted = (place.says || place.does) && token(pronoun).relation != Relation::kNsubjPass;
  choice.any = {{}, chances.front() / sum};
  for (const Thing& each : things) {
    if (each.chance >= choice.any.probability) choice.any = {each.head, each.chance};
    if (each.actors.empty() || each.chance < choice.probability) continue;
    choice.actors = each.actors;
    choice.probability = each.chance;
  }
  if (choice.any.head) chains_[place_of_head(pronoun)] = chains_[place_of_head(choice.any.head)];
  return choice;
}

}  // namespace bayhaqi
