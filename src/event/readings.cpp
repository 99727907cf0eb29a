#include "event/readings.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "lexicon/phrase_table.h"

namespace bayhaqi {

namespace {

constexpr int kDeepest = 3;
constexpr std::array<std::string_view, 5> kParticles = {"down", "off", "out", "over", "up"};  // more often than prepositions right behind their verb
constexpr float kSure = 0.8F;  // probability from which a guess counts
// Slots in which the act may stand that another act is about, in order of preference.
constexpr std::array<std::string_view, 11> kInnerSlots = {"comp", "obj", "for", "of", "to", "on", "against", "from", "in", "with", "over"};

std::optional<HeadPos> head_pos(const Token& token) {
  switch (token.upos) {
    case Upos::kVerb: return HeadPos::kVerb;
    case Upos::kNoun: case Upos::kPropn: return HeadPos::kNoun;
    case Upos::kAdj: return HeadPos::kAdjective;
    default: return std::nullopt;
  }
}

void add_party(std::vector<EventParty>& parties, EventParty party) {
  if (party.code.empty()) return;
  if (!std::ranges::any_of(parties, [&](const EventParty& each) { return each.code == party.code; })) parties.push_back(std::move(party));
}

void add_all(std::vector<EventParty>& parties, std::vector<EventParty> more) {
  for (EventParty& each : more) add_party(parties, std::move(each));
}

}  // namespace

Readings::Readings(const Document& document, const Children& children, const EventLexicon& lexicon)
    : document_(document), children_(children), lexicon_(lexicon), mentions_at_(document.tokens.size()), state_(document.tokens.size(), 0) {
  std::string word;
  lemma_hashes_.reserve(document.tokens.size());
  for (const Token& token : document.tokens) {
    fold_word(token.lemma.of(document.lemma_text), word);
    lemma_hashes_.push_back(hash_folded_word(word));
    fold_word(document.words(token.span), word);
    if (token.upos == Upos::kNoun && word.size() > 4 && word.ends_with("ies")) word.replace(word.size() - 3, 3, "y");
    else if (token.upos == Upos::kNoun && word.size() > 3 && word.ends_with('s')) word.pop_back();
    stem_hashes_.push_back(hash_folded_word(word));
  }
  for (std::uint32_t i = 0; i < document.mentions.size(); ++i) {
    const ActorMention& mention = document.mentions[i];
    mentions_at_[mention.head.value].push_back(i);
    if (document.tokens[mention.head.value].upos != Upos::kPunct) continue;
    for (TokenIndex each = mention.first; each < mention.last; each = TokenIndex(each.value + 1U)) {  // "Lashkar-e-Taiba" with a dash that went astray
      const Token& token = document.tokens[each.value];
      if (token.upos != Upos::kPunct && token.head && (token.head < mention.first || token.head >= mention.last)) mentions_at_[each.value].push_back(i);
    }
  }
}

const Reading* Readings::at(TokenIndex token) {
  if (state_[token.value] == 0) {
    state_[token.value] = 1;
    if (auto reading = read(token)) readings_.emplace(token.value, std::move(*reading));
    state_[token.value] = 2;
  }
  const auto found = readings_.find(token.value);
  return state_[token.value] == 2 && found != readings_.end() ? &found->second : nullptr;
}

std::optional<Reading> Readings::read(TokenIndex token) {
  const auto pos = head_pos(document_.tokens[token.value]);
  if (!pos) return std::nullopt;
  auto frames = lexicon_.frames(lemma_hashes_[token.value], *pos);
  if (frames.empty() && *pos == HeadPos::kNoun) frames = lexicon_.frames(stem_hashes_[token.value], *pos);
  Reading reading;
  reading.predicate = token;
  if (frames.empty()) {
    if (!guess(token, reading)) return std::nullopt;
    return reading;
  }
  reading.arguments = read_arguments(document_, children_, token);
  take_particle(token, frames, reading.arguments);
  int best = -1;
  // "called off" is not "called": where the dictionary knows the verb with this particle, only those lines count.
  const std::uint64_t particle = reading.arguments.particle;
  const bool phrasal = particle != 0 && std::ranges::any_of(frames, [&](const FrameRecord& frame) { return frame.particle == particle; });
  for (const FrameRecord& frame : frames) {
    if (static_cast<int>(frame.specificity) <= best) continue;
    if (frame.particle != (phrasal ? particle : 0)) continue;
    std::vector<TokenIndex> matched;
    if (!matches(frame, reading.arguments, token, matched)) continue;
    best = frame.specificity;
    reading.frame = &frame;
    reading.matched = std::move(matched);
  }
  if (reading.frame == nullptr) {
    if (!guess(token, reading)) return std::nullopt;
    return reading;
  }
  reading.code = lexicon_.string(reading.frame->code);
  if (reading.frame->combines) find_inner(reading, token);
  return reading;
}

// "handed over their weapons", with "over" read as the preposition of what was handed: where the dictionary knows the verb with
// this particle, the word right behind it is one, and what follows the object.
void Readings::take_particle(TokenIndex verb, std::span<const FrameRecord> frames, Arguments& arguments) const {
  static const std::uint64_t kObject = slot_hash("obj");
  if (arguments.particle != 0 || document_.tokens[verb.value].upos != Upos::kVerb || !arguments.in(kObject).empty()) return;
  for (const TokenIndex each : children_.of(verb)) {
    if (document_.tokens[each.value].relation != Relation::kObl) continue;
    const TokenIndex word = child(document_, children_, each, Relation::kCase);
    if (!word || word.value != verb.value + 1U) continue;
    const std::string form = folded(document_.form(word));
    const std::uint64_t particle = slot_hash(form);
    if (std::ranges::find(kParticles, form) == kParticles.end() || !std::ranges::any_of(frames, [&](const FrameRecord& frame) { return frame.particle == particle; })) continue;
    for (Argument& argument : arguments.all) {
      if (argument.token == each && argument.slot == particle) argument.slot = kObject;
    }
    arguments.particle = particle;
    return;
  }
}

bool Readings::stands_between_actors(const Arguments& arguments) const {
  static const std::uint64_t kSubject = slot_hash("subj");
  bool acts = false;
  bool other = false;
  for (const Argument& argument : arguments.all) {
    if (argument.inferred && argument.slot != kSubject) continue;
    const std::vector<EventParty> actors = actors_at(argument.token, false);
    const auto is_doer = [&](const EventParty& party) { return !party.actor || document_.actors[party.actor.value].id != party.code; };  // "Germany beat Italy": the country alone, as the actor layer says, and no state
    if (argument.slot == kSubject) acts = acts || std::ranges::any_of(actors, is_doer);
    else other = other || !actors.empty();
  }
  return acts && other;
}

// Where no line matches a verb between political actors: what the classifier is sure of. Its default lines are those of
// "model-accuse" and so on in the dictionary, which say code and roles.
bool Readings::guess(TokenIndex token, Reading& reading) const {
  const Token& verb = document_.tokens[token.value];
  if (document_.rules_only || lexicon_.model().empty() || verb.upos != Upos::kVerb) return false;
  if (std::ranges::any_of(document_.statements, [&](const Statement& each) { return each.cue_token == token; })) return false;
  reading.arguments = read_arguments(document_, children_, token);
  if (!stands_between_actors(reading.arguments)) return false;
  const CategoryModel::Guess best = lexicon_.model().best(predicate_features(document_, children_, reading.arguments, token));
  if (best.category.empty() || best.probability < kSure) return false;
  const auto lines = lexicon_.frames(hash_folded_word("model-" + folded(best.category)), HeadPos::kVerb);
  if (lines.empty()) return false;
  reading.frame = &lines.front();
  reading.code = lexicon_.string(reading.frame->code);
  reading.guessed = best.probability;
  return true;
}

bool Readings::matches(const FrameRecord& frame, const Arguments& arguments, TokenIndex token, std::vector<TokenIndex>& matched) {
  static const std::uint64_t kText = slot_hash("text");
  static const std::uint64_t kPassive = slot_hash("passive");
  for (const ConstraintRecord& constraint : lexicon_.constraints(frame)) {
    std::vector<TokenIndex> candidates;
    if (constraint.slot == kText) {
      const Sentence& sentence = document_.sentences[document_.tokens[token.value].sentence.value];
      for (std::uint32_t i = sentence.first.value; i < sentence.last.value; ++i) candidates.emplace_back(i);
    } else if (constraint.slot == kPassive) {
      if (arguments.passive) candidates.push_back(token);
    } else {
      for (const TokenIndex each : arguments.in(constraint.slot)) add_candidates(each, candidates, 0);
    }
    bool fits = false;
    for (const ValueRecord& value : lexicon_.values(constraint)) {
      if (value.type == ValueType::kNothing) {
        fits = fits || candidates.empty();
        continue;
      }
      for (const TokenIndex each : candidates) {
        bool word = false;
        const bool actor = value.type == ValueType::kActorSector || value.type == ValueType::kAnyActor || value.type == ValueType::kSeveralActors || value.type == ValueType::kPerson;
        if (actor && each != candidates.front() && document_.tokens[each.value].relation == Relation::kConj && actors_at(candidates.front(), true).empty()) continue;  // "the deal and Iran"
        if (!value_fits(value, each, word)) continue;
        fits = true;
        if (word && constraint.negated == 0 && constraint.slot != kText) matched.push_back(each);
      }
    }
    if (fits == (constraint.negated != 0)) return false;
  }
  return true;
}

// A word, what is coordinated with it, and what it is a measure of: "dozens of prisoners", "$40 million in aid".
void Readings::add_candidates(TokenIndex token, std::vector<TokenIndex>& candidates, int depth) const {
  candidates.push_back(token);
  if (depth >= kDeepest) return;
  const Token& here = document_.tokens[token.value];
  const bool amount = here.upos == Upos::kNum || here.upos == Upos::kSym;
  const bool measure = amount || lexicon_.cue(folded(document_.lemma(token)), "measure") != nullptr;
  for (const TokenIndex each : children_.of(token)) {
    const Relation relation = document_.tokens[each.value].relation;
    if (relation == Relation::kConj) candidates.push_back(each);
    if (!measure || (relation != Relation::kNmod && relation != Relation::kObl)) continue;
    const std::string word = preposition(document_, children_, each);
    if (word == "of" || (amount && (word == "in" || word == "worth"))) add_candidates(each, candidates, depth + 1);
  }
}

bool Readings::value_fits(const ValueRecord& value, TokenIndex token, bool& word) {
  switch (value.type) {
    case ValueType::kLemma:
      word = true;
      return is_word(token, value.word);
    case ValueType::kLemmaWith:
      word = true;
      return is_word(token, value.word) && has_dependent(token, value.with, 0);
    case ValueType::kInnerAct: {
      const Reading* inner = at(token);
      if (inner == nullptr) return false;
      const std::string_view wanted = lexicon_.string(value.text);
      if (std::string_view(inner->code).starts_with(wanted)) return true;
      const CodeRecord* code = lexicon_.code(inner->code);
      return code != nullptr && lexicon_.string(code->plover) == wanted;
    }
    case ValueType::kActorSector: case ValueType::kAnyActor: {
      const std::string_view sector = lexicon_.string(value.text);
      return std::ranges::any_of(actors_at(token, true), [&](const EventParty& party) { return value.type == ValueType::kAnyActor || sector.empty() || std::string_view(party.code).ends_with(sector); });
    }
    case ValueType::kSeveralActors:
      return actors_at(token, true).size() > 1;
    case ValueType::kPerson:
      return std::ranges::any_of(mentions_at_[token.value], [&](std::uint32_t index) {
        const ActorMention& mention = document_.mentions[index];
        const Actor& actor = document_.actors[mention.actor.value];
        const std::uint32_t words = mention.last.value - mention.first.value;
        return actor.person || (actor.code.empty() && (words == 2 || words == 3));  // a name that nobody knows
      });
    case ValueType::kPlace:
      return std::ranges::any_of(document_.places, [&](const PlaceMention& place) { return place.first <= token && token < place.last; });
    case ValueType::kAnything:
      return true;
    case ValueType::kNothing:
      return false;
  }
  return false;
}

bool Readings::has_dependent(TokenIndex token, std::uint64_t lemma, int depth) const {
  for (const TokenIndex each : children_.of(token)) {
    if (is_word(each, lemma)) return true;
    const bool clause = document_.tokens[each.value].upos == Upos::kVerb;  // "allow him to be tried": its "to" is its own
    if (depth < 1 && !clause && has_dependent(each, lemma, depth + 1)) return true;
  }
  return false;
}

// The first slot that holds an act decides; the combination table says what the two make.
void Readings::find_inner(Reading& reading, TokenIndex token) {
  for (const std::string_view slot : kInnerSlots) {
    for (const TokenIndex each : reading.arguments.in(slot_hash(slot))) {
      const Reading* inner = at(each);
      if (inner == nullptr || inner->code == "-") continue;
      if (each < token && slot != kInnerSlots[0] && slot != kInnerSlots[1]) continue;  // "on a visit, asked": a circumstance
      const CombineRecord* combined = lexicon_.combine(reading.code, inner->code);
      if (combined == nullptr) continue;
      reading.inner = each;
      reading.code = lexicon_.string(combined->combined);
      reading.fate = combined->fate;
      return;
    }
  }
}

TokenIndex Readings::outer_of(TokenIndex token) {
  TokenIndex first = token;
  for (int i = 0; i < kDeepest && document_.tokens[first.value].relation == Relation::kConj && document_.tokens[first.value].head; ++i) first = document_.tokens[first.value].head;
  TokenIndex up = first;
  for (int i = 0; i < kDeepest; ++i) {
    up = document_.tokens[up.value].head;
    if (!up) return {};
    const Reading* outer = at(up);
    if (outer != nullptr && outer->inner && (outer->inner == first || outer->inner == token)) return up;
  }
  return {};
}

std::vector<EventParty> Readings::actors_at(TokenIndex token, bool exact, int depth, TokenIndex before) const {
  std::vector<EventParty> parties;
  std::vector<TokenIndex> heads = {token};
  for (std::size_t i = 0; i < heads.size() && heads.size() < 32; ++i) {
    for (const TokenIndex each : children_.of(heads[i])) {
      if (document_.tokens[each.value].relation == Relation::kConj && (!before || each < before)) heads.push_back(each);
    }
  }
  for (const TokenIndex head : heads) {
    std::vector<EventParty> own;
    for (const std::uint32_t index : mentions_at_[head.value]) {
      const ActorMention& mention = document_.mentions[index];
      add_party(own, {mention.actor, mention.span, document_.actors[mention.actor.value].code});
    }
    if (own.empty()) {  // a place stands for its country before what hangs on it does
      for (const PlaceMention& place : document_.places) {
        if (place.first <= head && head < place.last) add_party(own, {{}, place.span, place.country});
      }
    }
    if (own.empty() && depth < kDeepest) {  // "a team led by …": an apposition may name the actor
      for (const TokenIndex each : children_.of(head)) {
        if (document_.tokens[each.value].relation == Relation::kAppos) add_all(own, actors_at(each, true, depth + 1));
      }
    }
    if (own.empty() && !exact && depth < kDeepest) {
      for (const TokenIndex each : children_.of(head)) {
        const Relation relation = document_.tokens[each.value].relation;
        if (relation == Relation::kNmodPoss || relation == Relation::kAmod || relation == Relation::kCompound) add_all(own, actors_at(each, relation != Relation::kNmodPoss, depth + 1));
      }
      if (own.empty()) {
        for (const TokenIndex each : children_.of(head)) {
          if (document_.tokens[each.value].relation != Relation::kNmod) continue;
          const std::string word = preposition(document_, children_, each);
          const bool owner = word == "of" || word == "by" || word == "between";
          const bool home = depth == 0 && (word == "from" || word == "in" || word == "among");  // not of what it is made of
          if (owner || home) add_all(own, actors_at(each, false, depth + 1));
        }
      }
    }
    if (exact && own.empty() && head == token) return {};  // "the decision of Kaduna and local governments" is no actor
    add_all(parties, std::move(own));
  }
  return parties;
}

std::vector<EventParty> Readings::parties(const Reading& reading, std::span<const RoleRecord> roles, std::size_t* used) const {
  for (const RoleRecord& role : roles) {
    std::vector<EventParty> found;
    if (used != nullptr) *used = static_cast<std::size_t>(&role - roles.data());
    for (const TokenIndex token : reading.arguments.in(role.slot)) {
      if (role.inner == 0) {
        // "the Pope, who had written, and Canada": the clause is about those before it.
        const Token& predicate = document_.tokens[reading.predicate.value];
        const bool about = predicate.relation == Relation::kAclRelcl && predicate.head == token;
        add_all(found, actors_at(token, role.exact != 0, 0, about ? reading.predicate : TokenIndex{}));
        continue;
      }
      static const std::uint64_t kComplement = slot_hash("comp");
      TokenIndex at = token;
      for (int i = 0; i < kDeepest && at && found.empty(); ++i) {  // "a commitment to continue developing ties with …"
        const Arguments below = read_arguments(document_, children_, at);
        for (const TokenIndex each : below.in(role.inner)) add_all(found, actors_at(each, role.exact != 0));
        const auto next = below.in(kComplement);
        at = role.slot == kComplement && !next.empty() ? next.front() : TokenIndex{};
      }
    }
    if (!found.empty()) return found;
  }
  return {};
}

}  // namespace bayhaqi
