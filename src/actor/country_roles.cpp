// What a country, nationality or capital does where it stands: whether it acts as a government or only tells where, whose or how much.
#include <algorithm>
#include <array>

#include "actor/phrase_coder.h"
#include "base/utf8.h"

namespace bayhaqi {

namespace {

constexpr std::array<std::string_view, 6> kTongues = {"learn", "read", "speak", "study", "teach", "understand"};
constexpr std::array<std::string_view, 9> kOrigins = {"administered", "area", "based", "born", "bound", "headquartered", "listed", "made", "trained"};
constexpr std::array<std::string_view, 14> kParts = {"central",      "coastal",      "eastern",      "mainland",     "north-eastern", "north-western", "northeastern",
                                                     "northern", "northwestern", "rural", "southeastern", "southern", "southwestern", "western"};

constexpr std::array<std::string_view, 5> kSites = {"camp", "fort", "lake", "mount", "port"};
constexpr std::size_t kLongWord = 4;
constexpr int kLeastSport = 2;

}  // namespace

// "speaks English and French", "in Spanish"
bool PhraseCoder::is_language(TokenIndex head) const {
  if (child(document_, children_, head, Relation::kDet)) return false;
  TokenIndex at = head;
  while (document_.tokens[at.value].relation == Relation::kConj && document_.tokens[at.value].head) at = document_.tokens[at.value].head;
  const Token& first = document_.tokens[at.value];
  if (first.relation == Relation::kObl || first.relation == Relation::kNmod) return preposition(document_, children_, at) == "in" || preposition(document_, children_, at) == "into";
  return first.relation == Relation::kObj && first.head && std::ranges::find(kTongues, document_.lemma(first.head)) != kTongues.end();
}

// "a Nepali who climbed", "the Canadian", but not "the British": somebody of a country.
bool PhraseCoder::is_one_of_them(TokenIndex head) const {
  const TokenIndex article = child(document_, children_, head, Relation::kDet);
  if (!article) return false;
  const Token& token = document_.tokens[head.value];
  if (document_.tokens[article.value].morph.definite == Definite::kInd) return true;
  const std::string_view form = document_.form(head);
  const bool all = form.ends_with("ese") || form.ends_with("ish") || form.ends_with("sh") || form.ends_with("ch") || form.ends_with("ss");
  const bool singular = (token.upos == Upos::kNoun || token.upos == Upos::kPropn) && token.morph.number != Number::kPlur && !all;
  return singular && token.relation != Relation::kCompound && token.relation != Relation::kAmod && document_.tokens[article.value].morph.definite == Definite::kDef;
}

// "Chile has a long coast", "Ghana beat Mali", "Peru is the second producer": what is true of a country and no act of its government.
bool PhraseCoder::befalls(TokenIndex subject) const {
  const Token& here = document_.tokens[subject.value];
  if (!here.head) return false;
  return is_of(here.head, kBefallVerb) || (child(document_, children_, here.head, Relation::kCop) && (document_.tokens[here.head.value].upos != Upos::kAdj || child(document_, children_, here.head, Relation::kDet)));
}

// "London-based", "Kabul-born"
bool PhraseCoder::is_origin(const Unit& unit) const {
  const std::uint32_t hyphen = unit.last.value;
  if (hyphen + 1 >= document_.tokens.size() || document_.form(TokenIndex(hyphen)) != "-") return false;
  return std::ranges::find(kOrigins, lowered(document_.form(TokenIndex(hyphen + 1U)))) != kOrigins.end();
}

// "AMMAN — The court", "WASHINGTON, July 25: The US", "LONDON (AP)": a city that opens its paragraph, before a dash, a bracket or a date.
bool PhraseCoder::is_dateline(const Unit& unit) const {
  const Sentence& sentence = document_.sentences[document_.tokens[unit.first.value].sentence.value];
  const std::uint32_t next = unit.last.value;
  if (unit.first != sentence.first || next >= sentence.last.value) return false;
  const std::string_view mark = document_.form(TokenIndex(next));
  if (mark == ":") return document_.form(unit.first) != lowered(document_.form(unit.first)) && next + 1 < sentence.last.value;
  if (mark == "(" || mark == "-" || mark == "--" || mark == "\u2013" || mark == "\u2014") return document_.tokens[next].span.begin > document_.tokens[next - 1U].span.end || is_all_upper(document_.form(unit.first));
  if (mark != "," || next + 1 >= sentence.last.value) return false;
  const auto ends_head = [&](std::uint32_t at) {
    while (at < sentence.span.end && document_.article.text[at] == ' ') ++at;
    return at < sentence.span.end && std::string_view(":-(").find(document_.article.text[at]) != std::string_view::npos;
  };
  return std::ranges::any_of(document_.times, [&](const TimeExpression& time) { return time.span.begin == document_.tokens[next + 1U].span.begin && ends_head(time.span.end); });
}

// "BULAWAYO, Zimbabwe, Jun 23"
bool PhraseCoder::is_in_dateline(const Unit& unit) const {
  const Sentence& sentence = document_.sentences[document_.tokens[unit.first.value].sentence.value];
  if (unit.first.value < sentence.first.value + 2U || unit.first.value > sentence.first.value + 4U || unit.last >= sentence.last || document_.form(TokenIndex(unit.first.value - 1U)) != ",") return false;
  for (std::uint32_t i = sentence.first.value; i + 1 < unit.first.value; ++i) {
    if (document_.form(TokenIndex(i)) == lowered(document_.form(TokenIndex(i)))) return false;
  }
  const std::string_view mark = document_.form(unit.last);
  return mark == "," || mark == "(" || mark == "-" || mark == "\u2013" || mark == "\u2014";
}

// "US dollars"
bool PhraseCoder::is_money(const Unit& unit) const {
  return unit.last.value < document_.tokens.size() && (lexicon_.classes(document_.lemma(unit.last)) & kMoneyWord) != 0;
}

// "beat Qatar 3-0", "fled Persia", "nestled between Colombia and Peru", "the road between Serbia and Kosovo", "Cuba's or China's"
bool PhraseCoder::is_no_party(TokenIndex head) const {
  if (head.value + 1 < document_.tokens.size() && document_.tokens[head.value + 1U].upos == Upos::kPart && document_.form(TokenIndex(head.value + 1U)).starts_with('\'')) return true;
  while (document_.tokens[head.value].relation == Relation::kConj && document_.tokens[head.value].head) head = document_.tokens[head.value].head;
  const Token& here = document_.tokens[head.value];
  if (!here.head) return false;
  if (here.relation == Relation::kObj) return is_of(here.head, kMatchVerb);
  const std::string word = preposition(document_, children_, head);
  return is_of(here.head, kLyingWord) && (word == "between" || word == "with" || word == "against");
}

bool PhraseCoder::is_of(TokenIndex word, WordTrait word_class) const { return (lexicon_.classes(document_.lemma(word)) & word_class) != 0; }

// The place whose name holds a unit and more; null if there is none.
const PlaceMention* PhraseCoder::longer_place(const Unit& unit) const {
  const auto longer = [&](const PlaceMention& place) { return place.first <= unit.first && unit.last <= place.last && place.last.value - place.first.value > unit.last.value - unit.first.value; };
  const auto found = std::ranges::find_if(document_.places, longer);
  return found == document_.places.end() ? nullptr : &*found;
}

// "Nippon Ishin", "the Mexico News Daily", "South China Sea", "Lake Nicaragua": a country, people or capital within the name of something
// else, of which it is the first word, or which is a place.
bool PhraseCoder::is_part_of_name(const Unit& unit) const {
  if (const PlaceMention* place = longer_place(unit); place != nullptr && place->precision != PlacePrecision::kCountry) return true;
  const auto capital = [&](std::uint32_t at) { return starts_upper(document_.form(TokenIndex(at))); };
  const Sentence& sentence = document_.sentences[document_.tokens[unit.first.value].sentence.value];
  if (unit.first > sentence.first && std::ranges::find(kSites, lowered(document_.form(TokenIndex(unit.first.value - 1U)))) != kSites.end() && capital(unit.first.value - 1U)) return true;
  std::uint32_t last = unit.last.value - 1U;
  const auto joins = [&](std::uint32_t at) { return document_.form(TokenIndex(at)) == "-" || document_.form(TokenIndex(at)) == "&"; };
  TokenIndex top = unit.head;
  while (document_.tokens[top.value].head > top && (document_.tokens[top.value].relation == Relation::kCompound || document_.tokens[top.value].relation == Relation::kAmod)) top = document_.tokens[top.value].head;
  for (std::uint32_t at = unit.last.value; at <= std::max(top.value, last + 1U) && at < sentence.last.value; ++at) {
    if (capital(at) && (at <= top.value || document_.tokens[at].relation == Relation::kFlat)) last = at;
    else if (!joins(at)) break;
  }
  if (unit.kind == UnitKind::kCountry && ends_name(unit)) return true;
  if (last < unit.last.value || last < top.value) return false;
  if (lexicon_.classes(document_.form(TokenIndex(last))) & (kNamedWord | kLearningWord | kFirmWord | kSocietyWord)) return true;
  return unit.kind == UnitKind::kCountry && document_.tokens[last].upos == Upos::kPropn && !is_headline(sentence);
}

// "Gateway House India", "bp Oman": the country's proper nouns in front are of no known meaning.
bool PhraseCoder::ends_name(const Unit& unit) const {
  if (unit.first.value == 0) return false;
  const TokenIndex before(unit.first.value - 1U);
  const Token& token = document_.tokens[before.value];
  const Token& country = document_.tokens[unit.head.value];
  const bool before_it = token.head == unit.head && (token.relation == Relation::kCompound || token.relation == Relation::kFlat);
  const bool behind_it = country.relation == Relation::kFlat && (country.head == before || country.head == token.head);  // "Gallup" as the head
  if (token.sentence != country.sentence || token.upos != Upos::kPropn || !(before_it || behind_it)) return false;
  const auto known = [&](const Unit& each) { return each.first <= before && before < each.last && each.kind != UnitKind::kUnknownName; };
  return starts_upper(document_.form(before)) && std::ranges::none_of(units_, known) && !is_headline(document_.sentences[token.sentence.value]);
}

// Whether most words begin with a capital, as in headings.
bool PhraseCoder::is_headline(const Sentence& sentence) const {
  std::uint32_t words = 0, capitals = 0;
  for (std::uint32_t at = sentence.first.value; at < sentence.last.value; ++at) {
    if (document_.form(TokenIndex(at)).size() < kLongWord) continue;
    ++words;
    capitals += starts_upper(document_.form(TokenIndex(at)));
  }
  return capitals * 3 > words * 2;
}

// Whether two words of sport stand in a sentence or beside it: countries are teams there.
bool PhraseCoder::is_sport(SentenceIndex sentence) {
  if (sport_.empty()) {
    sport_.resize(document_.sentences.size());
    for (std::size_t i = 0; i < document_.tokens.size(); ++i) sport_[document_.tokens[i].sentence.value] += is_of(TokenIndex(i), kSportWord) ? 1 : 0;
  }
  const std::uint32_t here = sentence.value;
  return sport_[here] + (here > 0 ? sport_[here - 1] : 0) + (here + 1 < sport_.size() ? sport_[here + 1] : 0) >= kLeastSport;
}

// "Norway (98%)": one of a list of figures.
bool PhraseCoder::is_ranked(const Unit& unit) const {
  const std::uint32_t next = unit.last.value;
  if (next + 1 >= document_.tokens.size() || document_.form(TokenIndex(next)) != "(") return false;
  const std::string_view form = document_.form(TokenIndex(next + 1U));
  return document_.tokens[next + 1U].upos == Upos::kNum || form == "$" || (!form.empty() && form.front() >= '0' && form.front() <= '9');
}

// "CAIRO, Egypt, April 21", "in Delhi's West Patel Nagar": a capital that says where.
bool PhraseCoder::is_where(const Unit& unit) const {
  const Sentence& sentence = document_.sentences[document_.tokens[unit.first.value].sentence.value];
  if (unit.first == sentence.first && unit.last.value + 2 < sentence.last.value && document_.form(unit.last) == ",") {
    const TokenIndex after(unit.last.value + 1U);
    const auto here = [&](const Unit& each) { return each.first == after && each.kind == UnitKind::kCountry && each.last < sentence.last && (document_.form(each.last) == "," || document_.form(each.last) == "("); };
    if (std::ranges::any_of(units_, here)) return true;
  }
  const Token& token = document_.tokens[unit.head.value];
  return token.relation == Relation::kNmodPoss && token.head && document_.tokens[token.head.value].upos == Upos::kPropn && clause_role(document_, children_, token.head) == ClauseRole::kPlace;
}

// "northern Kenya"
bool PhraseCoder::is_region(TokenIndex head) const {
  return std::ranges::any_of(children_.of(head), [&](TokenIndex each) { return each < head && std::ranges::find(kParts, lowered(document_.form(each))) != kParts.end(); });
}

}  // namespace bayhaqi
