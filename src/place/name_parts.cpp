#include "place/name_parts.h"

#include <algorithm>

#include "base/utf8.h"

namespace bayhaqi {

namespace {

constexpr std::uint32_t kDatelineReach = 14;

bool is_hyphen(std::string_view word) { return word == "-" || word == "\u2010" || word == "\u2011" || word == "\u2013"; }

bool touching(const PlaceView& view, std::uint32_t left, std::uint32_t right) {
  return view.token(left).span.end == view.token(right).span.begin;
}

bool is_name_link(Relation relation) {
  switch (relation) {
    case Relation::kCompound: case Relation::kFlat: case Relation::kFlatForeign: case Relation::kNmodDesc: case Relation::kAppos: case Relation::kAmod: case Relation::kNmodUnmarked: case Relation::kDep:
      return true;
    default:
      return false;
  }
}

// Whether token `other`, next to the candidate, belongs to the same name by the tree.
bool linked(const PlaceView& view, const PlaceCandidate& c, std::uint32_t other) {
  const Token& outside = view.token(other);
  const Token& head = view.token(c.head);
  const auto in = [&](TokenIndex token) { return token && token.value >= c.first && token.value < c.last; };
  if (in(outside.head) && is_name_link(outside.relation)) return true;
  if (head.head && head.head.value == other && is_name_link(head.relation)) return true;
  return outside.head && outside.head == head.head && is_name_link(outside.relation) && is_name_link(head.relation);
}

bool is_name_word(const PlaceView& view, std::uint32_t token) {
  const Upos upos = view.token(token).upos;
  return view.capitalised(token) && upos != Upos::kPunct && upos != Upos::kAdp && upos != Upos::kDet && upos != Upos::kPron && upos != Upos::kVerb && upos != Upos::kAux &&
         upos != Upos::kAdv && upos != Upos::kSconj && upos != Upos::kCconj && upos != Upos::kNum;
}

NamePart by_hyphen(const PlaceView& view, const PlaceCandidate& c) {
  if (view.same_sentence(c.first, c.last + 1) && is_hyphen(view.form(c.last)) && touching(view, c.last - 1, c.last) && touching(view, c.last, c.last + 1)) {
    if (view.is(c.last + 1, PlaceWord::kJoined)) return NamePart::kJoined;
    return view.same_sentence(c.first, c.last + 2) && view.is(c.last + 2, PlaceWord::kPart) && view.capitalised(c.last + 1) ? NamePart::kJoined : NamePart::kOther;
  }
  if (c.first >= 2 && view.same_sentence(c.first - 2, c.first) && is_hyphen(view.form(c.first - 1)) && touching(view, c.first - 2, c.first - 1) && touching(view, c.first - 1, c.first)) {
    return view.capitalised(c.first - 2) && view.same_sentence(c.first, c.last) && view.is(c.last, PlaceWord::kPart) ? NamePart::kJoined : NamePart::kOther;
  }
  return NamePart::kNone;
}

NamePart by_next(const PlaceView& view, PlaceCandidate& c) {
  if (!view.same_sentence(c.first, c.last)) return NamePart::kNone;
  const std::uint32_t next = c.last;
  if (!is_name_word(view, next)) {
    c.wants_region = c.wants_region || (view.is(next, PlaceWord::kAdmin) && !view.capitalised(next));
    return NamePart::kNone;
  }
  // "Reuters", weekdays and the like do not belong to it.
  const bool longer = view.same_sentence(c.first, next + 1) && is_name_word(view, next + 1);
  if (view.is(next, PlaceWord::kKind) && !longer) {
    c.last = next + 1;
    c.head = view.head_of(c.first, c.last);
    c.wants_region = view.is(next, PlaceWord::kAdmin);
    return NamePart::kKind;
  }
  if (view.is(next, PlaceWord::kNever) && !linked(view, c, next)) return NamePart::kNone;
  if (!linked(view, c, next)) return NamePart::kNone;
  return view.token(next).relation == Relation::kFlat ? NamePart::kPerson : NamePart::kOther;
}

bool new_line_between(const PlaceView& view, std::uint32_t left, std::uint32_t right) {
  const std::uint32_t begin = view.token(left).span.end;
  return std::string_view(view.document().article.text).substr(begin, view.token(right).span.begin - begin).find('\n') != std::string_view::npos;
}

// "coach Ripley", "spokesman Pskov"
bool is_title_before(const PlaceView& view, const PlaceCandidate& c, std::uint32_t previous) {
  if (view.capitalised(previous) || view.token(previous).upos != Upos::kNoun || !view.is(previous, PlaceWord::kTitle)) return false;
  const std::uint32_t next = c.last;
  const bool modifies = view.same_sentence(c.first, next) && view.token(next).upos == Upos::kNoun;
  return !modifies && linked(view, c, previous);
}

NamePart by_previous(const PlaceView& view, const PlaceCandidate& c) {
  if (c.first == 0 || !view.same_sentence(c.first - 1, c.first)) return NamePart::kNone;
  const std::uint32_t previous = c.first - 1;
  if (new_line_between(view, previous, c.first)) return NamePart::kNone;
  if (is_title_before(view, c, previous)) return NamePart::kPerson;
  if (!is_name_word(view, previous) || view.is(previous, PlaceWord::kDirection)) return NamePart::kNone;
  if (view.form(previous).ends_with("'s")) return NamePart::kNone;
  if (!linked(view, c, previous)) return NamePart::kNone;
  if (view.token(previous).upos == Upos::kAdj && !view.is(previous, PlaceWord::kNever)) return NamePart::kNone;
  if (view.is(previous, PlaceWord::kTitle) || view.form(previous).ends_with('.')) return NamePart::kPerson;
  return view.token(c.head).relation == Relation::kFlat || view.token(previous).upos == Upos::kPropn ? NamePart::kPerson : NamePart::kOther;
}

}  // namespace

NamePart part_of_larger_name(const PlaceView& view, PlaceCandidate& candidate) {
  if (const NamePart part = by_hyphen(view, candidate); part != NamePart::kNone) return part;
  if (const NamePart part = by_previous(view, candidate); part != NamePart::kNone) return part;
  return by_next(view, candidate);
}

bool is_dateline(const PlaceView& view, const PlaceCandidate& c) {
  const Document& document = view.document();
  const Sentence& sentence = document.sentences[view.token(c.first).sentence.value];
  std::uint32_t start = sentence.first.value;
  for (std::uint32_t i = c.first; i > start && i + 6 > c.first; --i) {
    if (new_line_between(view, i - 1, i)) {
      start = i;
      break;
    }
  }
  // "… Associated Press WASHINGTON (AP) -"
  const auto is = [&](std::uint32_t i, std::string_view word) { return i < sentence.last.value && view.form(i) == word; };
  const bool closes = is(c.last + 3, "-") || is(c.last + 3, "--") || is(c.last + 3, "\u2014") || is(c.last + 3, "\u2013");
  if (closes && is(c.last, "(") && is(c.last + 2, ")") && std::ranges::none_of(view.form(c.first), [](char l) { return l >= 'a' && l <= 'z'; })) return true;
  // "Kuala Lumpur: Malaysian authorities …"
  if (start == c.first && c.last < sentence.last.value && view.form(c.last) == ":" && view.gazetteer().place(c.likely).kind() == PlacePrecision::kCity) return true;
  if (start + 6 < c.first) return false;
  for (std::uint32_t i = start; i < c.first; ++i) {
    if (view.token(i).upos == Upos::kVerb || view.token(i).upos == Upos::kAux || !(view.capitalised(i) || view.token(i).upos == Upos::kPunct || view.form(i) == "/")) return false;
  }
  bool bracket = false;
  std::uint32_t words = 0;
  for (std::uint32_t i = c.last; i < sentence.last.value && i < c.last + kDatelineReach; ++i) {
    const std::string_view word = view.form(i);
    if (word == "(") bracket = true;
    const bool dash = word == "\u2014" || word == "\u2013" || word == "--" || (word == "-" && !touching(view, i - 1, i));
    if (dash) return bracket || words <= 4;
    if (bracket && word == ")" && i + 1 < sentence.last.value && i == c.last + 2) return true;
    if (view.token(i).upos == Upos::kVerb || view.token(i).upos == Upos::kAux) return false;
    if (!bracket && view.token(i).upos != Upos::kPunct) ++words;
  }
  return false;
}

}  // namespace bayhaqi
