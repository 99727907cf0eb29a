#include "statement/speaker.h"

#include <algorithm>

#include "base/utf8.h"
#include "document/clauses.h"
#include "document/codes.h"

namespace bayhaqi {

namespace {

constexpr int kDeepest = 3;

void add_at(const Document& document, TokenIndex head, std::vector<ActorIndex>& found) {
  const auto first = std::lower_bound(document.mentions.begin(), document.mentions.end(), head, [](const ActorMention& m, TokenIndex at) { return m.head < at; });
  for (auto mention = first; mention != document.mentions.end() && mention->head == head; ++mention) {
    if (std::ranges::find(found, mention->actor) == found.end()) found.push_back(mention->actor);
  }
}

void collect(const Document& document, const Children& children, TokenIndex head, int depth, std::vector<ActorIndex>& found) {
  add_at(document, head, found);
  if (!found.empty() || depth >= kDeepest) return;
  for (const Relation wanted : {Relation::kAppos, Relation::kFlat, Relation::kNmodPoss, Relation::kAmod, Relation::kCompound}) {
    for (const TokenIndex each : children.of(head)) {
      if (document.tokens[each.value].relation == wanted) collect(document, children, each, depth + 1, found);
    }
    if (!found.empty()) return;
  }
  for (const TokenIndex each : children.of(head)) {
    if (document.tokens[each.value].relation != Relation::kNmod) continue;
    const std::string word = preposition(document, children, each);
    if (word == "of" || word == "from" || word == "at" || word == "in" || word == "for" || word == "by") collect(document, children, each, depth + 1, found);
    if (!found.empty()) return;
  }
}

std::string code_of(const Document& document, ActorIndex actor) {
  std::string code = document.actors[actor.value].code;
  if (is_bare_country(code)) code += "GOV";
  return code;
}

// Where the phrase ends for a reader: before an apposition, a relative clause or an aside.
Span phrase_span(const Document& document, const Children& children, TokenIndex head) {
  const Token& root = document.tokens[head.value];
  std::uint32_t last = root.right_edge.value;
  for (const TokenIndex each : children.of(head)) {
    if (each < head) continue;
    const Relation relation = universal(document.tokens[each.value].relation);
    const bool aside = relation == Relation::kAppos || relation == Relation::kParataxis || relation == Relation::kPunct || document.tokens[each.value].relation == Relation::kAclRelcl;
    if (!aside) continue;
    last = std::min(last, document.tokens[each.value].left_edge.value - 1);
    break;
  }
  last = std::max(last, head.value);
  while (last > head.value && document.tokens[last].upos == Upos::kPunct) --last;
  std::uint32_t first = root.left_edge.value;
  for (const TokenIndex each : children.of(head)) {  // "according to a French officer": without the preposition
    if (each < head && document.tokens[each.value].relation == Relation::kCase) first = std::max(first, document.tokens[each.value].right_edge.value + 1);
  }
  while (first < head.value && document.tokens[first].upos == Upos::kPunct) ++first;
  return {document.tokens[first].span.begin, document.tokens[last].span.end};
}

// Whether "obj/to" names the slot.
bool has_slot(std::string_view slots, std::string_view slot) {
  while (!slots.empty()) {
    const std::size_t cut = std::min(slots.find('/'), slots.size());
    if (slots.substr(0, cut) == slot) return true;
    slots.remove_prefix(std::min(cut + 1, slots.size()));
  }
  return false;
}

// "told reporters in Oslo": where they were told, not whose they are.
bool is_any_press(const Document& document, TokenIndex head) {
  const Token& here = document.tokens[head.value];
  const std::string_view lemma = document.lemma(head);
  return (lemma == "reporter" || lemma == "journalist") && here.left_edge == head;
}

}  // namespace

std::vector<ActorIndex> actors_of(const Document& document, const Children& children, TokenIndex head) {
  std::vector<ActorIndex> found;
  collect(document, children, head, 0, found);
  for (const TokenIndex each : children.of(head)) {
    if (document.tokens[each.value].relation != Relation::kConj) continue;
    std::vector<ActorIndex> more;
    collect(document, children, each, 0, more);
    for (const ActorIndex actor : more) {
      if (std::ranges::find(found, actor) == found.end()) found.push_back(actor);
    }
  }
  return found;
}

Speaker describe_speaker(const Document& document, const Children& children, TokenIndex head) {
  Speaker speaker;
  speaker.head = head;
  if (!head) return speaker;
  speaker.span = phrase_span(document, children, head);
  const auto actors = actors_of(document, children, head);
  if (actors.empty()) return speaker;
  speaker.actor = actors.front();
  speaker.code = code_of(document, speaker.actor);
  const Actor& actor = document.actors[speaker.actor.value];
  if (actor.person) speaker.name = actor.name;
  return speaker;
}

TokenIndex speaker_of(const Document& document, const Children& children, TokenIndex cue) {
  const Token& here = document.tokens[cue.value];
  if (here.upos == Upos::kNoun) {
    const TokenIndex owner = child(document, children, cue, Relation::kNmodPoss);
    if (owner) return owner;
    for (const TokenIndex each : children.of(cue)) {
      if (document.tokens[each.value].relation == Relation::kNmod && preposition(document, children, each) == "by") return each;
    }
    const Token* governor = here.head ? &document.tokens[here.head.value] : nullptr;  // "repeated its claim that": the verb's subject
    return governor != nullptr && governor->upos == Upos::kVerb && here.relation == Relation::kObj ? surface_subject(document, children, here.head) : TokenIndex{};
  }
  if (is_passive(document, children, cue)) {
    if (document.lemma(cue) == "quote") return child(document, children, cue, Relation::kNsubjPass);  // "“…,” he was quoted as saying"
    for (const TokenIndex each : children.of(cue)) {
      const Relation relation = document.tokens[each.value].relation;
      if (relation == Relation::kOblAgent || (relation == Relation::kObl && preposition(document, children, each) == "by")) return each;
    }
    return {};
  }
  const TokenIndex subject = surface_subject(document, children, cue);
  return subject ? referent(document, subject) : TokenIndex{};
}

std::vector<std::string> addressees_of(const Document& document, const Children& children, TokenIndex cue, std::string_view slots, const SpeechRules& rules) {
  std::vector<std::string> codes;
  const auto add = [&](TokenIndex head) {
    for (const ActorIndex actor : actors_of(document, children, head)) {
      const std::string code = is_any_press(document, head) ? "MED" : code_of(document, actor);
      if (!code.empty() && std::ranges::find(codes, code) == codes.end()) codes.push_back(code);
    }
  };
  const bool passive = is_passive(document, children, cue);
  while (!slots.empty() && codes.empty()) {
    const std::size_t cut = std::min(slots.find('/'), slots.size());
    const std::string_view slot = slots.substr(0, cut);
    slots.remove_prefix(std::min(cut + 1, slots.size()));
    for (const TokenIndex each : children.of(cue)) {
      const Relation relation = document.tokens[each.value].relation;
      bool fits = relation == Relation::kIobj;
      if (slot == "obj") fits = fits || relation == Relation::kObj || (passive && relation == Relation::kNsubjPass);
      else fits = (fits && slot == "to") || (relation == Relation::kObl && preposition(document, children, each) == slot);
      if (fits) add(each);
    }
  }
  for (const TokenIndex channel : children.of(cue)) {  // "in a letter to the Security Council"
    if (!codes.empty()) break;
    if (document.tokens[channel.value].relation != Relation::kObl || preposition(document, children, channel) != "in") continue;
    const SpeechRecord* record = rules.find(folded(document.lemma(channel)), true);
    if (record == nullptr || record->channel == 0) continue;
    const std::string_view to = rules.string(record->to);
    for (const TokenIndex each : children.of(channel)) {
      const std::string word = document.tokens[each.value].relation == Relation::kNmod ? preposition(document, children, each) : std::string();
      if (has_slot(to, word)) add(each);
    }
  }
  return codes;
}

}  // namespace bayhaqi
