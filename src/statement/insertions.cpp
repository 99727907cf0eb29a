#include "statement/insertions.h"

#include <algorithm>
#include <optional>

#include "base/utf8.h"
#include "statement/contents.h"
#include "statement/words.h"

namespace bayhaqi {

namespace {

constexpr std::uint32_t kLongestSpeaker = 12;  // tokens between the comma and the word of speech
constexpr std::uint32_t kLongestTail = 16;     // tokens of "on Monday in an interview with Tass"

class InsertionFinder {
 public:
  InsertionFinder(const Document& document, const SpeechRules& rules, const std::vector<Quotation>& quotations) : document_(document), rules_(rules), quotations_(quotations) {}

  std::vector<Insertion> run() {
    for (const Sentence& sentence : document_.sentences) {
      for (std::uint32_t i = sentence.first.value; i < sentence.last.value; ++i) {
        std::optional<Insertion> found = is_according(document_, i) ? according(i) : inserted(i);
        if (!found) continue;
        found->from = start_of_report(*found);
        found->until = TokenIndex(surroundings(i).end);
        found_.push_back(*found);
      }
    }
    return std::move(found_);
  }

 private:
  [[nodiscard]] const Token& token(std::uint32_t i) const { return document_.tokens[i]; }
  [[nodiscard]] std::string_view form(std::uint32_t i) const { return document_.form(TokenIndex(i)); }

  // The tokens that stand with `i` in one sentence and on the same side of any quotation mark.
  struct Range {
    std::uint32_t begin;
    std::uint32_t end;
  };
  [[nodiscard]] Range surroundings(std::uint32_t i) const {
    const Sentence& sentence = document_.sentences[token(i).sentence.value];
    Range range = {sentence.first.value, sentence.last.value};
    const Quotation* quotation = quotation_at(quotations_, token(i).span.begin);
    if (quotation == nullptr) return range;
    while (range.begin < i && token(range.begin).span.begin < quotation->inside.begin) ++range.begin;
    while (range.end > i + 1 && token(range.end - 1).span.end > quotation->inside.end) --range.end;
    return range;
  }

  [[nodiscard]] bool is_edge(std::uint32_t i) const { return is_comma(form(i)) || is_dash(form(i)); }
  [[nodiscard]] bool is_left_edge(std::uint32_t i) const { return is_edge(i) || is_closing_mark(form(i)); }

  [[nodiscard]] std::optional<Insertion> inserted(std::uint32_t i) const {
    if (token(i).upos != Upos::kVerb || token(i).morph.verb_form == VerbForm::kInf || form(i).ends_with("ing")) return std::nullopt;
    const SpeechRecord* record = verb_of_speech(document_, rules_, TokenIndex(i));
    if (record == nullptr || record->quote == 0 || (record->thought != 0 && is_oneself(document_, TokenIndex(i)))) return std::nullopt;
    const Range range = surroundings(i);
    if (i <= range.begin + 1) return std::nullopt;
    if (const auto found = opened_by_as(i, range, *record)) return found;
    if (is_left_edge(i - 1)) {
      if (const auto found = inverted(i, range)) return found;
    }
    return straight(i, range, *record);
  }

  // "As the agency reported, …"
  [[nodiscard]] std::optional<Insertion> opened_by_as(std::uint32_t i, Range range, const SpeechRecord& record) const {
    if (lowered(form(range.begin)) != "as" || record.clause == 0 || i - range.begin > kLongestSpeaker) return std::nullopt;
    for (std::uint32_t k = range.begin + 1; k < i; ++k) {
      if (!may_name(token(k)) && token(k).upos != Upos::kAux && token(k).upos != Upos::kAdv) return std::nullopt;
    }
    const std::uint32_t last = tail_end(i + 1, range, false);
    const TokenIndex speaker = head_among(document_, range.begin + 1, i);
    if (!speaker || !is_free(speaker) || last == kNone || last + 3 >= range.end || is_opening_mark(form(last + 1))) return std::nullopt;
    return Insertion{TokenIndex(i), speaker, TokenIndex(range.begin), TokenIndex(last), {}, {}, false, false};
  }

  // "…, a charge the party denied": the clause is about the charge.
  [[nodiscard]] bool is_about_charge(std::uint32_t i, Range range) const {
    if (token(i).relation != Relation::kAclRelcl || !token(i).head || token(i).head.value >= i || token(i).head.value < range.begin + 2) return false;
    const std::uint32_t noun = token(i).head.value;
    const std::string article = lowered(form(noun - 1));
    return (article == "a" || article == "an") && is_comma(form(noun - 2));
  }

  // "…, X said on Monday, …": X may have an apposition of its own.
  [[nodiscard]] std::optional<Insertion> straight(std::uint32_t i, Range range, const SpeechRecord& record) const {
    if (is_about_charge(i, range)) return std::nullopt;
    const bool takes_object = rules_.string(record.to).starts_with("obj");
    const bool closed = is_comma(form(i - 1));  // "…, the group's leader, Abubakar Shekau, says"
    std::uint32_t left = speaker_start(closed ? i - 1 : i, range);
    if (left != kNone && lowered(form(left + 1)) == "as") ++left;  // "…, as Tass reported, …"
    if (left == kNone || left <= range.begin || token(left + 1).upos == Upos::kCconj) return std::nullopt;
    std::uint32_t speaker_begin = left + 1;
    std::uint32_t speaker_end = i;
    if (closed) {
      const std::uint32_t front = speaker_start(left, range);
      if (!is_comma(form(left)) || front == kNone || front <= range.begin || !(is_apposition(speaker_begin) || is_name(speaker_begin, i - 1))) return std::nullopt;
      speaker_end = left;
      left = front;
      speaker_begin = front + 1;
    } else if (is_comma(form(left)) && is_apposition(speaker_begin)) {  // "…, Sylke Tempel, the editor of a review, said"
      const std::uint32_t name = speaker_start(left, range);
      if (name != kNone && name > range.begin && is_name(name + 1, left)) {
        speaker_end = left;
        left = name;
        speaker_begin = name + 1;
      }
    }
    const std::uint32_t last = tail_end(i + 1, range, takes_object);
    if (last == kNone || (!is_closing_mark(form(left)) && (record.clause == 0 || opens_speech(last, range)))) return std::nullopt;
    if (is_dash(form(left)) && last < range.end && !is_dash(form(last))) return std::nullopt;
    const TokenIndex speaker = head_among(document_, speaker_begin, speaker_end);
    if (!speaker || !is_free(speaker) || !holds_report(left, last, range)) return std::nullopt;
    return Insertion{TokenIndex(i), speaker, TokenIndex(left), TokenIndex(last), {}, {}, is_closing_mark(form(left)), false};
  }

  // "He nodded, they asked, “Why not?”": the quotation is what was said.
  [[nodiscard]] bool opens_speech(std::uint32_t last, Range range) const {
    while (last < range.end && is_edge(last)) ++last;
    return last + 1 < range.end && is_opening_mark(form(last)) && form(last + 1)[0] >= 'A' && form(last + 1)[0] <= 'Z';
  }

  // The comma or mark before the speaker that ends at `end`, half-open; kNone if other words stand between.
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;
  [[nodiscard]] std::uint32_t speaker_start(std::uint32_t end, Range range) const {
    bool nominal = false;
    for (std::uint32_t i = end; i-- > range.begin && end - i <= kLongestSpeaker;) {
      if (is_left_edge(i)) return nominal ? i : kNone;
      const Token& here = token(i);
      const bool about_cue = (here.upos == Upos::kAdv || (here.upos == Upos::kAux && document_.lemma(TokenIndex(i)) != "be")) && !nominal && !here.morph.negative;
      if (!may_name(here) && !about_cue && !(here.upos == Upos::kCconj && nominal)) return kNone;
      nominal = nominal || is_nominal(here);
    }
    return kNone;
  }

  [[nodiscard]] bool is_apposition(std::uint32_t i) const {
    const std::string word = lowered(form(i));
    return word == "a" || word == "an" || word == "the";
  }
  [[nodiscard]] bool is_name(std::uint32_t begin, std::uint32_t end) const {
    for (std::uint32_t i = begin; i < end; ++i) {
      if (token(i).upos != Upos::kPropn) return false;
    }
    return begin < end;
  }

  // No relative pronoun, and no subject of something else.
  [[nodiscard]] bool is_free(TokenIndex speaker) const {
    const Token& here = document_.tokens[speaker.value];
    if (here.upos != Upos::kPron) return true;
    const std::string word = lowered(document_.form(speaker));
    return word != "who" && word != "which" && word != "that" && word != "what" && word != "whom" && word != "them" && word != "him";
  }

  // Where the comma or end behind "said on Monday" stands; kNone if there is more than adverbials and an addressee.
  [[nodiscard]] std::uint32_t tail_end(std::uint32_t i, Range range, bool takes_object) const {
    if (i < range.end && !takes_object && is_nominal_start(i)) return kNone;
    for (std::uint32_t steps = 0; i < range.end && steps < kLongestTail; ++i, ++steps) {
      if (is_edge(i)) return i;
      const Token& here = token(i);
      if (here.upos == Upos::kPunct) return form(i) != ":" && is_closing(i, range) ? i : kNone;
      if ((!may_name(here) && here.upos != Upos::kAdv && here.upos != Upos::kCconj) || form(i) == "that") return kNone;
    }
    return i == range.end ? i : kNone;
  }

  [[nodiscard]] bool is_nominal_start(std::uint32_t i) const {
    const bool time = std::ranges::any_of(document_.times, [&](const TimeExpression& each) { return each.first.value == i; });
    const Upos upos = token(i).upos;
    return !time && (upos == Upos::kNoun || upos == Upos::kPropn || upos == Upos::kPron || upos == Upos::kDet || upos == Upos::kAdj || upos == Upos::kNum);
  }

  // Only stops and marks to the end; or the ";" between clauses.
  [[nodiscard]] bool is_closing(std::uint32_t i, Range range) const {
    if (form(i) == ";") return true;
    for (; i < range.end; ++i) {
      if (token(i).upos != Upos::kPunct) return false;
    }
    return true;
  }

  // "…, said Rita Katz, the director of SITE, which …": to the end, unless the clause goes on with a verb.
  [[nodiscard]] std::optional<Insertion> inverted(std::uint32_t i, Range range) const {
    if (i + 1 >= range.end || !may_name(token(i + 1)) || token(i + 1).upos == Upos::kAdp || token(i + 1).upos == Upos::kPart) return std::nullopt;
    std::uint32_t end = i + 1;
    while (end < range.end && end - i <= kLongestSpeaker && may_name(token(end)) && lowered(form(end)) != "that") ++end;
    std::uint32_t phrase = i + 1;
    while (phrase < end && token(phrase).upos != Upos::kAdp) ++phrase;
    TokenIndex speaker = head_among(document_, i + 1, phrase);
    if (!speaker) speaker = head_among(document_, i + 1, end);  // "said one of the envoys"
    if (!speaker || !is_free(speaker)) return std::nullopt;
    const Token& head = document_.tokens[speaker.value];
    const bool subject = head.head.value == i && universal(head.relation) == Relation::kNsubj;
    if (!subject && !is_closing_mark(form(i - 1)) && head.upos != Upos::kPropn && folded(document_.lemma(TokenIndex(i))) != "say") return std::nullopt;
    std::uint32_t last = end;
    if (last < range.end && token(last).upos != Upos::kPunct && !is_relative(last)) return std::nullopt;  // "who left, said he would return"
    if (last < range.end && is_opening_mark(form(last)) && last + 1 < range.end && token(last + 1).upos != Upos::kPunct) return std::nullopt;
    while (last < range.end && !is_edge(last)) ++last;
    const bool goes_on = last + 1 < range.end && (is_finite(token(last + 1)) || token(last + 1).upos == Upos::kCconj);
    if (!goes_on) {
      while (last < range.end && !is_opening_mark(form(last)) && form(last) != ";") ++last;
    }
    if (!holds_report(i - 1, last, range)) return std::nullopt;
    return Insertion{TokenIndex(i), speaker, TokenIndex(i - 1), TokenIndex(last), {}, {}, is_closing_mark(form(i - 1)), false};
  }

  [[nodiscard]] bool is_relative(std::uint32_t i) const {
    const std::string word = lowered(form(i));
    return word == "who" || word == "whose" || word == "which";
  }

  // "According to officials, …", "…, according to a French officer, …"
  [[nodiscard]] std::optional<Insertion> according(std::uint32_t i) const {
    const Range range = surroundings(i);
    if (i + 2 >= range.end) return std::nullopt;
    std::uint32_t last = i + 2;
    while (last < range.end && !is_edge(last) && form(last) != ";") ++last;
    const TokenIndex speaker = head_among(document_, i + 2, last);
    if (!speaker) return std::nullopt;
    const bool opens = i == range.begin || (i == range.begin + 1 && token(i - 1).upos == Upos::kPunct);
    if (opens && last >= range.end) return std::nullopt;
    const std::uint32_t first = opens || is_left_edge(i - 1) ? (opens ? i : i - 1) : i;
    while (last == range.end && last > i + 3 && token(last - 1).upos == Upos::kPunct) --last;
    return Insertion{TokenIndex(i), speaker, TokenIndex(first), TokenIndex(last), {}, {}, !opens && is_closing_mark(form(first)), true};
  }

  // Something with a verb stands around it, more than "As talks went on" or "Pointing to the report".
  [[nodiscard]] bool holds_report(std::uint32_t left, std::uint32_t last, Range range) const {
    if (is_closing_mark(form(left))) return true;
    const Upos opening = token(range.begin).upos;
    bool verb = false;
    bool parted = opening != Upos::kSconj;
    std::uint32_t words = 0;
    for (std::uint32_t i = range.begin; i < range.end; ++i) {
      if (i >= left && i < last) continue;
      const bool past = token(i).upos == Upos::kVerb && token(i).morph.tense == Tense::kPast && opening != Upos::kSconj && opening != Upos::kAdp && opening != Upos::kVerb;
      verb = verb || is_finite(token(i)) || past;
      parted = parted || is_comma(form(i)) || (i >= last && is_finite(token(i)));
      words += token(i).upos != Upos::kPunct ? 1 : 0;
    }
    return verb && parted && words >= 3;
  }

  // "Kabulov said the talks, Muttaqi noted, had failed": the insertion parts a clause that another word of speech reports.
  [[nodiscard]] TokenIndex start_of_report(const Insertion& insertion) const {
    const Range range = surroundings(insertion.cue.value);
    TokenIndex start = TokenIndex(range.begin);
    if (insertion.first.value < range.begin) return start;
    for (std::uint32_t i = insertion.first.value; i-- > range.begin;) {
      if (form(i) == ";") return TokenIndex(i + 1);
      if (!is_finite(token(i))) continue;
      const SpeechRecord* record = token(i).upos == Upos::kVerb ? rules_.find(folded(document_.lemma(TokenIndex(i))), false) : nullptr;
      if (record == nullptr || record->clause == 0 || i + 1 >= insertion.first.value || insertion.last.value + 1 >= range.end) break;
      return TokenIndex(i + 1);
    }
    for (std::uint32_t i = insertion.first.value; i-- > range.begin;) {
      if (form(i) == ";") return TokenIndex(i + 1);
    }
    return start;
  }

  const Document& document_;
  const SpeechRules& rules_;
  const std::vector<Quotation>& quotations_;
  std::vector<Insertion> found_;
};

}  // namespace

std::vector<Insertion> find_insertions(const Document& document, const SpeechRules& rules, const std::vector<Quotation>& quotations) {
  return InsertionFinder(document, rules, quotations).run();
}

// "…, he said, adding that …", "…, said Bob, who …": on the speaker, not said.
static bool comments(const Document& document, std::uint32_t i, std::uint32_t end) {
  while (i < end && document.tokens[i].upos == Upos::kPunct) ++i;
  if (i >= end) return false;
  const Token& here = document.tokens[i];
  if (here.upos == Upos::kVerb && document.form(TokenIndex(i)).ends_with("ing")) return true;
  const std::string word = lowered(document.form(TokenIndex(i)));
  return word == "who" || word == "whose" || word == "which" || word == "according";
}

std::vector<Span> around(const Document& document, const Insertion& insertion) {
  std::uint32_t begin = insertion.from.value;
  while (begin < insertion.first.value && document.tokens[begin].upos == Upos::kCconj) ++begin;
  if (begin < insertion.first.value && lowered(document.form(TokenIndex(begin))) == "that" && document.tokens[begin].upos == Upos::kSconj) ++begin;
  std::uint32_t first = insertion.first.value;
  if (insertion.quoted) ++first;  // the closing mark is part of the words
  std::vector<Span> pieces;
  if (begin < first) pieces.push_back(words_of(document, begin, first));
  const std::uint32_t last = insertion.last.value;
  const std::uint32_t until = insertion.until.value;
  bool goes_on = last < until && !comments(document, last, until);
  if (insertion.quoted && goes_on) {
    std::uint32_t next = last;
    while (next < until && (is_comma(document.form(TokenIndex(next))) || is_dash(document.form(TokenIndex(next))))) ++next;
    goes_on = next < until && is_opening_mark(document.form(TokenIndex(next)));
  }
  if (goes_on) pieces.push_back(words_of(document, last, until));
  std::erase_if(pieces, [](Span piece) { return piece.empty(); });
  return pieces;
}

std::vector<Span> without_insertions(const Document& document, const std::vector<Quotation>& quotations, const std::vector<Insertion>& insertions, TokenIndex cue, std::vector<Span> pieces) {
  for (const Insertion& each : insertions) {
    if (each.cue == cue || each.first >= each.last || (each.first <= cue && cue < each.last)) continue;
    if (each.from > cue) continue;  // stands inside what the cue reports
    const Span hole = {document.tokens[each.first.value].span.begin, document.tokens[each.last.value - 1].span.end};
    const Quotation* quotation = quotation_at(quotations, document.tokens[each.cue.value].span.begin);
    if (quotation != nullptr && !quotation->outside.contains(document.tokens[cue.value].span)) continue;  // said inside the words quoted
    std::vector<Span> kept;
    for (const Span piece : pieces) {
      if (!piece.overlaps(hole)) {
        kept.push_back(piece);
        continue;
      }
      const Span before = trimmed(document.article.text, {piece.begin, std::max(piece.begin, std::min(hole.begin, piece.end))});
      const Span behind = trimmed(document.article.text, {std::min(piece.end, std::max(hole.end, piece.begin)), piece.end});
      if (!before.empty()) kept.push_back(before);
      if (!behind.empty()) kept.push_back(behind);
    }
    if (!kept.empty()) pieces = std::move(kept);
  }
  return pieces;
}

}  // namespace bayhaqi
