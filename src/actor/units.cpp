#include "actor/units.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>

#include "actor/acronyms.h"
#include "base/utf8.h"

namespace bayhaqi {

namespace {

constexpr std::size_t kLongestPhrase = 12;

UnitKind kind_of(LexemeType type) {
  switch (type) {
    case LexemeType::kName: case LexemeType::kSurname: return UnitKind::kName;
    case LexemeType::kCountry: return UnitKind::kCountry;
    case LexemeType::kAdjective: return UnitKind::kAdjective;
    case LexemeType::kPeople: return UnitKind::kPeople;
    case LexemeType::kCapital: return UnitKind::kCapital;
    case LexemeType::kAgent: return UnitKind::kAgent;
    case LexemeType::kModifier: return UnitKind::kModifier;
    case LexemeType::kReference: return UnitKind::kReference;
  }
  return UnitKind::kUnknownName;
}

class UnitFinder {
 public:
  UnitFinder(const Document& document, const ActorLexicon& lexicon, std::int32_t day) : document_(document), lexicon_(lexicon), day_(day), home_(lexicon.country_of_address(document.article.url)) {
    pieces_.reserve(document.tokens.size());
    std::size_t upper = 0;
    for (const Token& token : document.tokens) {
      first_piece_.push_back(static_cast<std::uint32_t>(pieces_.size()));
      add_pieces(document.words(token.span));
      upper += starts_upper(document.words(token.span)) ? 1 : 0;
    }
    first_piece_.push_back(static_cast<std::uint32_t>(pieces_.size()));
    has_case_ = upper * 50 > document.tokens.size();
  }

  std::vector<Unit> run() {
    for (const Sentence& sentence : document_.sentences) {
      const std::size_t last = sentence.last.value;
      for (std::size_t i = sentence.first.value; i < last;) {
        Unit unit = longest_at(i, last);
        if (is_surname(unit, last)) unit = {};
        if (hides_longer(unit, last)) {
          ++i;
          continue;
        }
        const bool institution = names_institution(unit, last);
        if (unit.lexemes.empty() || institution || starts_longer_name(unit, last)) {
          Unit name = unknown_name_at(i, last);
          if (unit.lexemes.empty() || institution || name.last > unit.last) unit = std::move(name);
        }
        if (!unit.last) {
          ++i;
          continue;
        }
        i = unit.last.value;
        const bool full_name = unit.kind == UnitKind::kUnknownName && unit.last.value - unit.first.value > 1 && (lexicon_.classes(document_.form(unit.first)) & (kFemaleName | kMaleName)) != 0;
        if (full_name) surnames_.insert(document_.form(TokenIndex(unit.last.value - 1U)));
        const bool suffix = unit.kind == UnitKind::kModifier && document_.form(unit.first) == "-";  // "-led" hangs where "led" does
        unit.head = suffix ? TokenIndex(unit.last.value - 1U) : head_of(document_, unit.first, unit.last);
        units_.push_back(std::move(unit));
      }
    }
    return std::move(units_);
  }

 private:
  // A token as the dictionary sees it: "vice-president" is three words there.
  void add_pieces(std::string_view token) {
    std::string word;
    for (std::size_t cut = token.find('-'); cut != std::string_view::npos && token.size() > 1; cut = token.find('-')) {
      if (cut > 0) {
        fold_word(token.substr(0, cut), word);
        pieces_.push_back(hash_folded_word(word));
      }
      pieces_.push_back(hash_folded_word("-"));
      token.remove_prefix(cut + 1);
      if (token.empty()) return;
    }
    fold_word(token, word);
    pieces_.push_back(hash_folded_word(word));
  }

  Unit longest_at(std::size_t begin, std::size_t end) const {
    Unit best;
    std::uint32_t state = PhraseTable::kStart;
    for (std::size_t i = begin; i < std::min(end, begin + kLongestPhrase); ++i) {
      for (std::uint32_t piece = first_piece_[i]; piece < first_piece_[i + 1] && state != PhraseTable::kDead; ++piece) state = lexicon_.words().next(state, pieces_[piece]);
      if (state == PhraseTable::kDead) break;
      Unit here;
      for (const std::uint32_t index : lexicon_.words().values(state)) {
        if (fits(lexicon_.lexeme(index), begin, i + 1)) here.lexemes.push_back(index);
      }
      if (here.lexemes.empty()) continue;
      choose_kind(here, begin);
      here.first = TokenIndex(begin);
      here.last = TokenIndex(i + 1);
      best = std::move(here);
    }
    return best;
  }

  // "the South" in "the South African people": the words behind the article make a longer name.
  bool hides_longer(const Unit& unit, std::size_t end) const {
    if (unit.lexemes.empty() || unit.last.value < unit.first.value + 2U || document_.tokens[unit.first.value].upos != Upos::kDet) return false;
    const Unit behind = longest_at(unit.first.value + 1U, end);
    if (behind.last > unit.last) return true;
    const bool before_noun = unit.last.value < end && document_.tokens[unit.last.value].upos == Upos::kNoun && unit.kind == UnitKind::kName && !unit.supported;
    return before_noun && behind.kind == UnitKind::kAdjective && behind.last == unit.last;  // "the Australian police" is no newspaper's
  }

  // "Hamad bin Khalifa University", "the Petroleum Administration Act", "Boys' School", "the National Archives": what is named after a
  // person, a people or a body is neither.
  bool names_institution(const Unit& unit, std::size_t end) const {
    if (unit.lexemes.empty() || (unit.kind != UnitKind::kName && unit.kind != UnitKind::kAgent && unit.kind != UnitKind::kCapital) || unit.last.value >= end || !starts_upper(document_.form(TokenIndex(unit.last.value - 1U)))) return false;
    std::size_t next = unit.last.value;
    if (next + 1 < end && document_.tokens[next].upos == Upos::kPart) ++next;
    const std::string_view form = document_.form(TokenIndex(next));
    if (!starts_upper(form)) return false;
    if (lexicon_.classes(form) & kNamedWord) return true;
    const bool title = unit.kind == UnitKind::kAgent && !unit.plural && lexicon_.agent(lexicon_.lexeme(unit.lexemes.front()).target).kind == AgentKind::kPerson;
    if (title && (lexicon_.classes(form) & kFirmWord) && document_.tokens[next].upos == Upos::kPropn) return true;  // "Media General Group"
    const bool opens = unit.first == document_.sentences[document_.tokens[unit.first.value].sentence.value].first;
    const bool private_person = unit.kind == UnitKind::kAgent && lexicon_.string(lexicon_.agent(lexicon_.lexeme(unit.lexemes.front()).target).sector) == "CVL";
    return private_person && !opens && has_case_ && unit.last.value == unit.first.value + 1U && document_.tokens[next].upos == Upos::kPropn;
  }

  // "Dean" of "Mel Dean", and later alone: a title or trade that is somebody's surname here.
  bool is_surname(const Unit& unit, std::size_t end) {
    if (unit.kind != UnitKind::kAgent || unit.lexemes.empty() || unit.last.value != unit.first.value + 1U || unit.first.value == 0) return false;
    const std::string_view form = document_.form(unit.first);
    const bool opens = unit.first == document_.sentences[document_.tokens[unit.first.value].sentence.value].first;
    if (!starts_upper(form) || (unit.last.value < end && document_.tokens[unit.last.value].upos == Upos::kPropn)) return false;
    if (!opens) {
      const TokenIndex before(unit.first.value - 1U);
      const bool first_name = document_.tokens[before.value].upos == Upos::kPropn && (lexicon_.classes(document_.form(before)) & (kFemaleName | kMaleName)) != 0;
      if (first_name && document_.tokens[unit.first.value].upos == Upos::kPropn) surnames_.insert(form);
      if (document_.tokens[before.value].upos == Upos::kDet) return false;
    }
    return surnames_.contains(form);
  }

  // "Zamir" in "Zamir Kabulov" is no surname: a proper noun that belongs to the same name follows.
  bool starts_longer_name(const Unit& unit, std::size_t end) const {
    if (unit.last.value >= end) return false;
    const Token& next = document_.tokens[unit.last.value];
    if (next.upos != Upos::kPropn || !starts_upper(document_.form(unit.last))) return false;
    const bool first_name = (unit.kind == UnitKind::kCapital || unit.kind == UnitKind::kCountry) && unit.last.value == unit.first.value + 1U && (lexicon_.classes(document_.form(unit.first)) & (kFemaleName | kMaleName)) != 0;
    if (first_name && longest_at(unit.last.value, end).lexemes.empty()) return true;  // "Sofia Guterman"
    if (unit.kind != UnitKind::kName || unit.supported) return false;
    const TokenIndex last_word(unit.last.value - 1U);
    const bool one_name = (next.relation == Relation::kFlat && next.head >= unit.first && next.head < unit.last) || document_.tokens[last_word.value].head == unit.last;
    return one_name && longest_at(unit.last.value, end).lexemes.empty();
  }

  bool fits(const LexemeRecord& lexeme, std::size_t begin, std::size_t end) const {
    if (lexeme.from > day_ || lexeme.to < day_) return false;
    if (lexeme.type == LexemeType::kAgent || lexeme.type == LexemeType::kReference) return agent_fits(begin, end);
    if (lexeme.type == LexemeType::kModifier || !has_case_) return true;
    const std::string_view first = document_.form(TokenIndex(begin));
    if (lexeme.all_caps) return is_all_upper(first);
    // "the Kremlin", "al-Qaeda", "pro-Russian separatists": any word may carry the capital, but the first word of a sentence
    // has one anyway and says nothing about the rest.
    const std::uint32_t opening = document_.sentences[document_.tokens[begin].sentence.value].first.value;
    const std::size_t from = begin == opening && end - begin > 1 && is_plain_word(begin) ? begin + 1 : begin;
    for (std::size_t i = from; i < end; ++i) {
      if (has_upper(document_.form(TokenIndex(i)))) return true;
    }
    return false;
  }

  // Not a proper noun by the tagger's reading, so that its capital comes from where it stands.
  bool is_plain_word(std::size_t i) const {
    const Upos upos = document_.tokens[i].upos;
    return upos != Upos::kPropn && upos != Upos::kX;
  }

  static bool has_upper(std::string_view word) {
    for (std::size_t i = 0; i < word.size();) {
      const CodePoint point = decode_utf8(word, i);
      if (is_upper(point.value)) return true;
      i += point.size;
    }
    return false;
  }

  // A single word that names an agent must be a noun here, not a verb ("to police", "guards the gate").
  bool agent_fits(std::size_t begin, std::size_t end) const {
    if (end - begin > 1) return true;
    const Upos upos = document_.tokens[begin].upos;
    const bool before_name = end < document_.tokens.size() && document_.tokens[end].upos == Upos::kPropn && (lexicon_.classes(document_.form(TokenIndex(end))) & kNamedWord) == 0;
    const bool title = upos == Upos::kAdj && has_case_ && before_name && starts_upper(document_.form(TokenIndex(begin)));  // "French Premier Guy Mollet"
    return upos == Upos::kNoun || upos == Upos::kPropn || upos == Upos::kX || title || (upos == Upos::kAdj && document_.tokens[begin].morph.number == Number::kPlur);
  }

  // "both governments" stand for two named before.
  bool after_both(std::size_t begin) const {
    if (begin == 0) return false;
    const std::string before = folded(document_.form(TokenIndex(begin - 1)));
    if (before != "two") return before == "both";
    const Token& determiner = document_.tokens[begin < 2 ? 0 : begin - 2];  // "detained two men": two that nobody named
    return begin >= 2 && (determiner.morph.definite == Definite::kDef || determiner.morph.pron_type == PronType::kDem || determiner.relation == Relation::kNmodPoss);
  }

  // "the US Congress": a country or nationality stands right before.
  bool follows_country(std::size_t begin) const {
    if (begin == 0 || home_ == ActorLexicon::kNoEntry || !starts_upper(document_.form(TokenIndex(begin - 1)))) return false;
    std::uint32_t state = PhraseTable::kStart;
    for (std::uint32_t piece = first_piece_[begin - 1]; piece < first_piece_[begin] && state != PhraseTable::kDead; ++piece) state = lexicon_.words().next(state, pieces_[piece]);
    return state != PhraseTable::kDead && std::ranges::any_of(lexicon_.words().values(state), [&](std::uint32_t index) {
      const LexemeType type = lexicon_.lexeme(index).type;
      return (type == LexemeType::kCountry || type == LexemeType::kAdjective) && lexicon_.lexeme(index).target != home_;
    });
  }

  // "Congress" in a paper of India is the party, in one of the United States the legislature.
  bool is_at_home(const LexemeRecord& lexeme) const {
    if (home_ == ActorLexicon::kNoEntry || lexeme.type != LexemeType::kName) return false;
    const EntryKind kind = lexicon_.entry(lexeme.target).kind;
    if (kind == EntryKind::kPerson || kind == EntryKind::kMedia) return false;
    return lexicon_.office_on(lexicon_.entry(lexeme.target), day_).code.starts_with(lexicon_.string(lexicon_.entry(home_).key));
  }

  // One kind per unit: names before countries before the rest, but an unsupported name gives way.
  void choose_kind(Unit& unit, std::size_t begin) const {
    const bool abroad = follows_country(begin);
    const auto rank = [&](std::uint32_t index) {
      const LexemeRecord& lexeme = lexicon_.lexeme(index);
      int value = static_cast<int>(kind_of(lexeme.type)) * 2 + (lexeme.needs_support && (abroad || !is_at_home(lexeme)) ? 20 : 0);
      const Upos upos = document_.tokens[begin].upos;
      if (lexeme.type == LexemeType::kReference && after_both(begin)) value = 0;
      if (lexeme.type == LexemeType::kPeople && upos == Upos::kAdj) value += 3;
      if (lexeme.type == LexemeType::kAdjective && upos == Upos::kNoun) value += 3;
      return value;
    };
    const std::uint32_t best = *std::ranges::min_element(unit.lexemes, {}, rank);
    unit.kind = kind_of(lexicon_.lexeme(best).type);
    unit.plural = lexicon_.lexeme(best).plural;
    unit.supported = !lexicon_.lexeme(best).needs_support || (!abroad && is_at_home(lexicon_.lexeme(best)));
    std::erase_if(unit.lexemes, [&](std::uint32_t index) { return kind_of(lexicon_.lexeme(index).type) != unit.kind; });
    if (!abroad) std::ranges::stable_partition(unit.lexemes, [&](std::uint32_t index) { return is_at_home(lexicon_.lexeme(index)); });
  }

  // Capitalised proper nouns in a row, with the particles inside them ("Ursula von der Leyen", "Abd al-Rahman").
  Unit unknown_name_at(std::size_t begin, std::size_t end) const {
    Unit unit;
    const auto proper = [&](std::size_t i) { return document_.tokens[i].upos == Upos::kPropn && starts_upper(document_.form(TokenIndex(i))); };
    if (!proper(begin) || is_time_or_place(begin)) return unit;
    const bool opens = begin == document_.sentences[document_.tokens[begin].sentence.value].first.value || document_.tokens[begin - 1].upos == Upos::kPunct;
    const bool alone = begin + 1 >= end || !proper(begin + 1);
    if (opens && alone && document_.tokens[begin].morph.number == Number::kPlur) return unit;  // "Delays have consequences"
    std::size_t i = begin + 1;
    while (i < end) {
      if (const Unit other = longest_at(i, end); !other.lexemes.empty() && !joins(i) && !names_institution(other, end)) break;
      if (proper(i)) {
        ++i;
      } else if (i + 1 < end && proper(i + 1) && particle(i)) {
        i += 2;
      } else {
        break;
      }
    }
    unit.first = TokenIndex(begin);
    unit.last = TokenIndex(i);
    return unit;
  }

  bool is_time_or_place(std::size_t i) const {
    const TokenIndex token(i);
    const auto holds = [&](const auto& each) { return each.first <= token && token < each.last; };
    return std::ranges::any_of(document_.times, holds) || std::ranges::any_of(document_.places, holds);
  }

  // A dictionary word inside a name: "Cuba Gooding", "Jordan Peterson" hang together by flat.
  bool joins(std::size_t i) const { return document_.tokens[i].relation == Relation::kFlat; }

  bool particle(std::size_t i) const {
    const std::string_view form = document_.form(TokenIndex(i));
    const Relation relation = document_.tokens[i].relation;
    return form == "-" || ((relation == Relation::kFlat || relation == Relation::kCompound) && form.size() <= 3 && is_lower(decode_utf8(form, 0).value));
  }

  const Document& document_;
  const ActorLexicon& lexicon_;
  std::int32_t day_;
  std::uint32_t home_;  // the publisher's country
  bool has_case_ = true;
  std::vector<std::uint64_t> pieces_;      // words as phrase_words() cuts them
  std::vector<std::uint32_t> first_piece_; // by token; one more at the end
  std::vector<Unit> units_;
  std::set<std::string_view> surnames_;  // that are also words for agents
};

}  // namespace

bool starts_upper(std::string_view word) {
  for (std::size_t i = 0; i < word.size();) {
    const CodePoint point = decode_utf8(word, i);
    if (is_upper(point.value)) return true;
    if (is_letter(point.value)) return false;
    i += point.size;
  }
  return false;
}

bool is_all_upper(std::string_view word) {
  bool letter = false;
  for (std::size_t i = 0; i < word.size();) {
    const CodePoint point = decode_utf8(word, i);
    if (is_lower(point.value)) return false;
    letter = letter || is_upper(point.value);
    i += point.size;
  }
  return letter;
}

TokenIndex head_of(const Document& document, TokenIndex first, TokenIndex last) {
  TokenIndex head(last.value - 1U);
  bool found = false;
  for (std::uint32_t i = first.value; i < last.value; ++i) {
    const TokenIndex up = document.tokens[i].head;
    if (up && up >= first && up < last) continue;
    const Upos upos = document.tokens[i].upos;
    const bool stray = upos == Upos::kAux || upos == Upos::kVerb || upos == Upos::kAdp;  // "May" of "Theresa May", read as a verb
    if (!stray || !found) head = TokenIndex(i);
    found = found || !stray;
  }
  return head;
}

std::vector<Unit> find_units(const Document& document, const ActorLexicon& lexicon, std::int32_t day) {
  std::vector<Unit> units = UnitFinder(document, lexicon, day).run();
  apply_acronyms(document, lexicon, units);
  return units;
}

}  // namespace bayhaqi
