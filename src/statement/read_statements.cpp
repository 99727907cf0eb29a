#include "statement/read_statements.h"

#include <algorithm>
#include <vector>

#include "base/utf8.h"
#include "document/clauses.h"
#include "statement/contents.h"
#include "statement/insertions.h"
#include "statement/order.h"
#include "statement/quotation_cues.h"
#include "statement/reach.h"
#include "statement/speaker.h"
#include "statement/turns.h"
#include "statement/words.h"

namespace bayhaqi {

namespace {

constexpr std::string_view kStage = "statements";
constexpr int kDeepest = 6;
constexpr std::size_t kShortestSpeech = 3;  // words that make a quotation more than a quoted term

class StatementReader {
 public:
  StatementReader(Document& document, const SpeechRules& rules) : document_(document), rules_(rules), children_(document), quotations_(find_quotations(document.article.text)), inner_(quotations_within(document.article.text, quotations_)), insertions_(find_insertions(document, rules, quotations_)), cues_(document, children_, rules, quotations_), spoken_(quotations_.size(), false) {}

  void run() {
    const std::vector<Turn> turns = find_turns(document_);
    for (const Turn& turn : turns) read_turn(turn);
    for (const Sentence& sentence : document_.sentences) {
      const bool opens_turn = std::ranges::any_of(turns, [&](const Turn& turn) { return sentence.span.contains(token(turn.mark).span); });
      const auto speech = opens_turn ? std::nullopt : speech_behind_colon(document_, sentence);
      if (const auto headline = speech_before_name(document_, sentence); headline && !opens_turn) add_ordered(headline->at, *headline);
      if (speech) add_ordered(speech->at, *speech);
      else for (std::uint32_t i = sentence.first.value; i < sentence.last.value; ++i) read_cue(TokenIndex(i));
    }
    for (std::size_t i = 0; i < quotations_.size(); ++i) {
      const bool in_turn = std::ranges::any_of(turns, [&](const Turn& turn) { return turn.words.overlaps(quotations_[i].outside); });
      if (!spoken_[i] && !in_turn && stands_alone(quotations_[i])) read_lone_quotation(i);
    }
    for (std::size_t i = 0; i < quotations_.size(); ++i) {
      if (!spoken_[i]) read_embedded(i);
    }
    settle();
  }

 private:
  [[nodiscard]] const Token& token(TokenIndex index) const { return document_.tokens[index.value]; }

  void note(std::string code, Span span, std::string detail) {
    if (document_.keep_trace) document_.notes.push_back({kStage, std::move(code), span, std::move(detail)});
  }

  void read_cue(TokenIndex at) {
    const Token& here = token(at);
    if (here.upos == Upos::kVerb) {
      const SpeechRecord* record = verb_of_speech(document_, rules_, at);
      if (record != nullptr && (record->thought == 0 || !is_oneself(document_, at))) read_verb(at, *record);
      if (folded(document_.form(at)) == "according") read_according(at);
    } else if (here.upos == Upos::kNoun) {
      const SpeechRecord* record = rules_.find(folded(document_.lemma(at)), true);
      if (record != nullptr) read_noun(at, *record);
    } else if ((here.upos == Upos::kAdp || here.upos == Upos::kAdv) && folded(document_.form(at)) == "according") {
      read_according(at);
    }
  }

  [[nodiscard]] bool is_reported_clause(TokenIndex clause, const SpeechRecord& record) const {
    bool subject = false;
    bool marked = false;
    for (const TokenIndex each : children_.of(clause)) {
      const Relation relation = token(each).relation;
      const Relation plain = universal(relation);
      subject = subject || plain == Relation::kNsubj || plain == Relation::kCsubj || plain == Relation::kExpl;
      if (relation != Relation::kMark) continue;
      const std::string mark = lowered(document_.form(each));
      if (mark == "that") marked = true;
      if (mark == "to" && !subject) return false;
      if (mark == "as" || mark == "after" || mark == "while") return false;  // said when, not what
      if (mark == "whether" || (mark == "if" && record.stance == Stance::kAsks)) return false;
    }
    return subject || marked || (token(clause).upos == Upos::kIntj && children_.of(clause).empty()) || token(clause).morph.verb_form == VerbForm::kFin;
  }

  void read_verb(TokenIndex cue, const SpeechRecord& record) {
    if (!is_report(document_, children_, cue)) return;
    if (const Insertion* insertion = insertion_of(cue)) return add(cue, token(cue).span, record, inserted_speaker(*insertion, speaker_of(document_, children_, cue)), around(document_, *insertion));
    std::vector<Span> content = clauses_below(cue, record);
    if (record.clause != 0) content = by_order(cue, record, std::move(content));
    if (!content.empty()) add(cue, token(cue).span, record, speaker_of(document_, children_, cue), std::move(content));
  }

  // What the tree says is reported.
  [[nodiscard]] std::vector<Span> clauses_below(TokenIndex cue, const SpeechRecord& record) const {
    std::vector<Span> content;
    if (record.clause == 0 && record.quote == 0) return content;
    for (const TokenIndex each : children_.of(cue)) {
      if (token(each).relation != Relation::kCcomp || !is_reported_clause(each, record)) continue;
      const auto pieces = clause_pieces(document_, children_, each, {});
      const bool quoted = std::ranges::all_of(pieces, [&](Span piece) { return is_quoted(quotations_, document_.article.text, piece); });
      if (record.clause != 0 || quoted) content.insert(content.end(), pieces.begin(), pieces.end());
    }
    return content;
  }

  // The end of the words that a word of speech can report: of its sentence, or of the quotation that it stands in.
  [[nodiscard]] std::uint32_t reach_of(TokenIndex cue) const {
    std::uint32_t end = document_.sentences[token(cue).sentence.value].last.value;
    const Quotation* quotation = quotation_at(quotations_, token(cue).span.begin);
    while (quotation != nullptr && end > cue.value + 1 && token(TokenIndex(end - 1)).span.end > quotation->inside.end) --end;
    return end;
  }

  [[nodiscard]] std::uint32_t start_of(Span piece) const { return static_cast<std::uint32_t>(tokens_in(piece).data() - document_.tokens.data()); }

  // Whether the clause first..next goes on where the tree ends it. Adverbials that tell when or where it was said do not.
  [[nodiscard]] bool goes_on(std::uint32_t first, std::uint32_t next) const {
    if (!holds_clause(document_, first, next)) return true;
    const Token& here = token(TokenIndex(next));
    return here.upos != Upos::kPunct && here.upos != Upos::kCconj && here.upos != Upos::kSconj && here.upos != Upos::kAdp;
  }

  // "Talks failed; the minister said …": another sentence in all but its stop.
  [[nodiscard]] bool is_parted(Span piece, TokenIndex cue) const {
    const std::string_view text = document_.article.text;
    const std::uint32_t begin = std::min(piece.end, token(cue).span.end);
    const std::uint32_t end = std::max(piece.begin, token(cue).span.begin);
    return begin < end && text.substr(begin, end - begin).find(';') != std::string_view::npos;
  }

  // What stands ahead of the word of speech is no clause of its, unless it is quoted or an insertion parts the two.
  [[nodiscard]] bool is_ahead(Span piece, TokenIndex cue) const { return piece.end <= token(cue).span.begin && !is_quoted(quotations_, document_.article.text, piece); }

  // "said it would not, after Paris had asked it to": the article says when it was said.
  [[nodiscard]] bool tells_when(Span piece) const {
    const auto words = tokens_in(piece);
    const std::string word = words.empty() ? std::string() : lowered(document_.words(words.front().span));
    const bool marked = !words.empty() && words.data() != document_.tokens.data() && lowered(document_.words((words.data() - 1)->span)) == "that";
    return !marked && (word == "after" || word == "as" || word == "while");
  }

  [[nodiscard]] bool opens_quotation(std::uint32_t i) const {
    const Quotation* quotation = quotation_at(quotations_, document_.tokens[i].span.begin);
    return quotation != nullptr && quotation->outside.begin == document_.tokens[i].span.begin;
  }

  // The order of words finds the clause where the tree has none, and mends its ends where it has one.
  [[nodiscard]] std::vector<Span> by_order(TokenIndex cue, const SpeechRecord& record, std::vector<Span> pieces) const {
    std::erase_if(pieces, [&](Span piece) { return is_parted(piece, cue) || is_ahead(piece, cue) || (piece.begin != pieces.front().begin && tells_when(piece)); });
    const bool behind = pieces.empty() || pieces.front().begin > token(cue).span.begin;
    const bool quoted = !pieces.empty() && std::ranges::all_of(pieces, [&](Span piece) { return is_quoted(quotations_, document_.article.text, piece); });
    if (!behind || quoted) return pieces;
    const std::uint32_t end = reach_of(cue);
    const auto start = clause_start(document_, children_, cue, end, std::string_view(rules_.string(record.to)).find("obj") != std::string_view::npos);
    if (!start || (is_opening_mark(document_.form(TokenIndex(start->first))) && !opens_quotation(start->first))) return pieces;
    const std::uint32_t limit = clause_limit(document_, rules_, start->first, end);
    if (pieces.empty()) {
      const bool marked = start->that || record.bare != 0 || is_opening_mark(document_.form(TokenIndex(start->first)));
      const bool verb = token(cue).morph.verb_form == VerbForm::kFin || start->that;
      if (!marked || !verb || limit < start->first + kShortestSpeech || !speaker_of(document_, children_, cue)) return {};
      return {words_of(document_, start->first, limit)};
    }
    return mended(std::move(pieces), *start, limit);
  }

  [[nodiscard]] std::vector<Span> mended(std::vector<Span> pieces, ClauseStart start, std::uint32_t limit) const {
    const std::uint32_t stop = token(TokenIndex(limit - 1)).span.end;
    pieces.front().begin = std::min(pieces.front().begin, token(TokenIndex(start.first)).span.begin);
    for (Span& piece : pieces) piece = piece.begin >= stop ? Span{} : trimmed(document_.article.text, {piece.begin, std::min(piece.end, stop)});
    std::erase_if(pieces, [](Span piece) { return piece.empty(); });
    if (pieces.empty()) return pieces;
    std::uint32_t next = start.first;
    while (next < limit && token(TokenIndex(next)).span.begin < pieces.back().end) ++next;
    if (next >= limit || !goes_on(start.first, next)) return pieces;
    const bool whole = !holds_clause(document_, start.first, next);
    while (next < limit && (whole || !is_comma(document_.form(TokenIndex(next))))) ++next;
    pieces.back() = words_of(document_, start_of(pieces.back()), next);
    return pieces;
  }

  // "Lavrov: Russia will respond": the colon is the cue.
  void add_ordered(TokenIndex at, const OrderedSpeech& speech) {
    static const SpeechRecord kPlain = {};
    add(at, speech.cue, kPlain, speech.speaker, speech.content);
  }

  [[nodiscard]] const Insertion* insertion_of(TokenIndex cue) const {
    const auto found = std::ranges::lower_bound(insertions_, cue, {}, &Insertion::cue);
    return found != insertions_.end() && found->cue == cue ? &*found : nullptr;
  }

  // The tree's speaker where it stands in the insertion, else that of the word order.
  static TokenIndex inserted_speaker(const Insertion& insertion, TokenIndex in_tree) {
    return in_tree && in_tree >= insertion.first && in_tree < insertion.last ? in_tree : insertion.speaker;
  }

  // "its claim that …"; where the tree hangs the clause elsewhere, by the order of words, but not for a subject, whose verb follows.
  void read_noun(TokenIndex cue, const SpeechRecord& record) {
    const TokenIndex speaker = record.clause == 0 ? TokenIndex{} : speaker_of(document_, children_, cue);
    if (!speaker) return;
    std::vector<Span> pieces;
    for (const TokenIndex each : children_.of(cue)) {
      const Relation relation = token(each).relation;
      if (relation != Relation::kAcl && relation != Relation::kCcomp && relation != Relation::kAclRelcl) continue;
      const TokenIndex mark = child(document_, children_, each, Relation::kMark);
      if (mark && lowered(document_.form(mark)) == "that" && is_reported_clause(each, record)) pieces = clause_pieces(document_, children_, each, {});
    }
    const Relation relation = universal(token(cue).relation);
    if (pieces.empty() && (relation == Relation::kObj || relation == Relation::kObl)) {
      const std::uint32_t end = reach_of(cue);
      if (const auto start = clause_start(document_, children_, cue, end, false); start && start->that) pieces = {words_of(document_, start->first, clause_limit(document_, rules_, start->first, end))};
    }
    if (!pieces.empty()) add(cue, token(cue).span, record, speaker, std::move(pieces));
  }

  void read_according(TokenIndex at) {
    const TokenIndex to(at.value + 1U);
    if (to.value >= document_.tokens.size() || lowered(document_.form(to)) != "to") return;
    TokenIndex top = token(at).relation == Relation::kCase ? token(at).head : at;
    TokenIndex speaker = top;
    if (top == at) {
      speaker = child(document_, children_, at, Relation::kObl);
      if (!speaker && token(at).head) speaker = child(document_, children_, at, Relation::kNmod);
    }
    static const SpeechRecord kPlain = {};
    const Span words = {token(at).span.begin, token(to).span.end};
    if (const Insertion* insertion = insertion_of(at)) return add(at, words, kPlain, inserted_speaker(*insertion, speaker), around(document_, *insertion));
    if (!speaker || !top) return;
    TokenIndex clause = token(top).head;
    for (int i = 0; i < kDeepest && clause && token(clause).head; ++i) {
      const Relation relation = token(clause).relation;
      if (relation == Relation::kCcomp || relation == Relation::kAclRelcl || relation == Relation::kParataxis) break;
      clause = token(clause).head;
    }
    if (!clause) return;
    add(at, words, kPlain, speaker, clause_pieces(document_, children_, clause, top));
  }

  // Makes a statement; its form and final pieces follow from the quotations that its words stand in.
  // "In a phone call with Tokyo, he asked for boats": what stands ahead without a verb tells where it was said, not what.
  [[nodiscard]] bool is_setting(Span piece, TokenIndex cue) const {
    const auto words = tokens_in(piece);
    return is_ahead(piece, cue) && !words.empty() && words.front().upos == Upos::kAdp && std::ranges::none_of(words, [](const Token& each) { return each.upos == Upos::kVerb || each.upos == Upos::kAux; });
  }

  void add(TokenIndex cue, Span cue_span, const SpeechRecord& record, TokenIndex speaker, std::vector<Span> content) {
    const std::string_view text = document_.article.text;
    content = within_quotation(cue, without_insertions(document_, quotations_, insertions_, cue, std::move(content)));
    const bool inner = quote_inside(cue, content);
    if (content.empty() || std::ranges::all_of(content, [&](Span piece) { return is_setting(piece, cue); })) return;
    Statement made;
    const bool direct = std::ranges::all_of(content, [&](Span piece) { return is_quoted(quotations_, text, piece); }) && quotation_at(quotations_, token(cue).span.begin) == nullptr;
    if (inner) {
      made.form = SpeechForm::kDirect;
    } else if (direct) {
      made.form = SpeechForm::kDirect;
      content = whole_quotations(content, cue);
    } else if (std::ranges::any_of(content, [&](Span piece) { return touches_inside(piece); })) {
      made.form = SpeechForm::kMixed;
      finish_quotation(cue, content.back());
    }
    made.content = std::move(content);
    made.cue = cue_span;
    made.cue_token = cue;
    made.stance = record.stance;
    if (record.line != 0) made.rule = {record.file, record.line};
    const Speaker who = describe_speaker(document_, children_, speaker);
    made.speaker = who.actor;
    made.speaker_span = who.span;
    made.code = who.code;
    made.name = who.name;
    if (token(cue).upos == Upos::kVerb && record.to != 0) made.to = addressees_of(document_, children_, cue, rules_.string(record.to), rules_);
    document_.statements.push_back(std::move(made));
  }

  // What a word of speech inside a quotation reports ends with the quotation.
  [[nodiscard]] std::vector<Span> within_quotation(TokenIndex cue, std::vector<Span> pieces) const {
    const Quotation* quotation = quotation_at(quotations_, token(cue).span.begin);
    for (Span& piece : pieces) {
      if (quotation == nullptr || !piece.overlaps(quotation->inside)) continue;
      piece = trimmed(document_.article.text, {std::max(piece.begin, quotation->inside.begin), std::min(piece.end, quotation->inside.end)});
    }
    std::erase_if(pieces, [&](Span piece) { return word_count(piece) == 0; });
    return pieces;
  }

  // "“He told me ‘we are done’ and left,” …": a quotation inside one is all that was said. Whether there is such.
  [[nodiscard]] bool quote_inside(TokenIndex cue, std::vector<Span>& content) const {
    if (content.empty() || quotation_at(quotations_, token(cue).span.begin) == nullptr) return false;
    const Quotation* inner = quotation_at(inner_, content.front().begin);
    if (inner == nullptr && content.front().begin > 0) inner = quotation_at(inner_, content.front().begin - 1);
    if (inner == nullptr || inner->outside.contains(token(cue).span) || content.front().begin > inner->inside.begin) return false;
    const auto words = tokens_in(inner->inside);
    if (words.empty() || std::ranges::none_of(words, [](const Token& each) { return is_finite(each) || each.upos == Upos::kVerb; })) return false;
    content = {inner->inside};
    return true;
  }

  // "said that … “… and so on. It will go on.”": words that open a quotation reach to its end.
  void finish_quotation(TokenIndex cue, Span& piece) {
    const Quotation* last = quotation_at(quotations_, piece.end - 1);
    if (last == nullptr || last->outside.begin < piece.begin || last->outside.contains(token(cue).span) || piece.end >= last->inside.end) return;
    piece.end = last->outside.end;
    spoken_[static_cast<std::size_t>(last - quotations_.data())] = true;
  }

  // A quotation of which the piece is not a part itself.
  [[nodiscard]] bool touches_inside(Span piece) const {
    return std::ranges::any_of(quotations_, [&](const Quotation& q) { return q.outside.overlaps(piece) && !q.inside.contains(piece); });
  }

  // The quotations that pieces of a direct statement stand in, with those that go on after the cue in the same sentence.
  std::vector<Span> whole_quotations(const std::vector<Span>& content, TokenIndex cue) {
    std::vector<Span> whole;
    const Span sentence = document_.sentences[token(cue).sentence.value].span;
    for (std::size_t i = 0; i < quotations_.size(); ++i) {
      const Quotation& quotation = quotations_[i];
      const bool holds = std::ranges::any_of(content, [&](Span piece) { return quotation.outside.overlaps(piece); });
      const bool goes_on = sentence.overlaps(quotation.outside) && !spoken_[i] && stands_alone(quotation);
      if (!holds && !goes_on) continue;
      spoken_[i] = true;
      whole.push_back(quotation.inside);
    }
    return whole;
  }

  [[nodiscard]] std::size_t word_count(Span span) const {
    std::size_t count = 0;
    for (const Token& each : tokens_in(span)) count += each.upos != Upos::kPunct ? 1 : 0;
    return count;
  }

  [[nodiscard]] std::span<const Token> tokens_in(Span span) const {
    const auto first = std::lower_bound(document_.tokens.begin(), document_.tokens.end(), span.begin, [](const Token& t, std::uint32_t at) { return t.span.begin < at; });
    auto last = first;
    while (last != document_.tokens.end() && last->span.end <= span.end) ++last;
    return {first, last};
  }

  // Speech of its own, not a term in a clause: begins a sentence or follows a comma or colon, and is long enough.
  [[nodiscard]] bool stands_alone(const Quotation& quotation) const {
    const std::string_view text = document_.article.text;
    std::uint32_t before = quotation.outside.begin;
    while (before > 0 && (text[before - 1] == ' ' || text[before - 1] == '\n')) --before;
    const bool starts = before == 0 || text[before - 1] == '.' || text[before - 1] == ',' || text[before - 1] == ':' || text[before - 1] == '?' || text[before - 1] == '!' || text[before - 1] == '"' || text.substr(0, before).ends_with("\u201D");
    const std::size_t words = word_count(quotation.inside);
    return starts && words >= (text[quotation.inside.begin] >= 'a' ? kShortestSpeech + 1 : 1);
  }

  // "WALLACE: Will he be there?"
  void read_turn(const Turn& turn) {
    const TokenIndex speaker = head_among(document_, turn.name_first, turn.name_last);
    if (!speaker) return;
    const Speaker who = describe_speaker(document_, children_, speaker);
    Statement made;
    made.form = SpeechForm::kDirect;
    made.content = {turn.words};
    made.cue = token(turn.mark).span;
    made.cue_token = turn.mark;
    made.speaker = who.actor;
    made.speaker_span = {token(TokenIndex(turn.name_first)).span.begin, token(TokenIndex(turn.name_last - 1)).span.end};
    made.code = who.code;
    made.name = who.name;
    document_.statements.push_back(std::move(made));
  }

  void add_quotation(std::size_t index, const QuotationCue& by) {
    static const SpeechRecord kPlain = {};
    spoken_[index] = true;
    add(by.cue, token(by.cue).span, kPlain, by.speaker, {quotations_[index].inside});
  }

  void read_lone_quotation(std::size_t index) {
    const Quotation& quotation = quotations_[index];
    if (const TokenIndex cue = cues_.beside(quotation); cue && !quotation.goes_on) {
      const auto taken = std::ranges::find_if(document_.statements, [&](const Statement& s) { return s.cue_token == cue && s.form == SpeechForm::kDirect; });
      spoken_[index] = true;
      if (taken != document_.statements.end()) {
        taken->content.push_back(quotation.inside);
        return;
      }
      static const SpeechRecord kPlain = {};
      const SpeechRecord* record = verb_of_speech(document_, rules_, cue);
      const TokenIndex speaker = speaker_of(document_, children_, cue);
      if (speaker) return add(cue, token(cue).span, record == nullptr ? kPlain : *record, speaker, {quotation.inside});
    }
    if (!quotation.goes_on) {
      QuotationCue other = cues_.name_before_colon(quotation);
      if (!other) other = cues_.in_words_of(quotation);
      if (other) return add_quotation(index, other);
    }
    if (const auto signature = signature_behind(document_, quotation)) {
      spoken_[index] = true;
      return read_turn(*signature);
    }
    // The words go on: they belong to whoever spoke last, in this paragraph or the one that it carries on.
    Statement* last = nullptr;
    for (Statement& each : document_.statements) {
      if (each.content.back().end <= quotation.outside.begin && (last == nullptr || each.content.back().end >= last->content.back().end)) last = &each;
    }
    const bool same = last != nullptr && (quotation.goes_on || document_.article.text.substr(last->content.back().end, quotation.outside.begin - last->content.back().end).find("\n\n") == std::string::npos);
    if (!same) {
      if (const QuotationCue other = cues_.subject_before(quotation)) return add_quotation(index, other);
      return note("quotation", quotation.outside, "a quotation without a speaker");
    }
    spoken_[index] = true;
    last->content.push_back(quotation.inside);
    if (last->form == SpeechForm::kIndirect) last->form = SpeechForm::kMixed;
  }

  // Where the object begins that ends in the quotation: "called | the move “a grave error”".
  [[nodiscard]] std::uint32_t object_start(TokenIndex cue, const Quotation& quotation) const {
    std::uint32_t i = cue.value + 1;
    if (i >= document_.tokens.size() || token(TokenIndex(i)).span.begin > quotation.outside.begin || token(cue).span.begin > quotation.outside.begin) return quotation.outside.begin;
    if (token(TokenIndex(i)).upos == Upos::kAdp || token(TokenIndex(i)).upos == Upos::kPart) return quotation.outside.begin;
    const std::uint32_t begin = token(TokenIndex(i)).span.begin;
    for (; i < document_.tokens.size() && token(TokenIndex(i)).span.begin < quotation.outside.begin; ++i) {
      if (!may_name(token(TokenIndex(i))) && token(TokenIndex(i)).upos != Upos::kAdv) return quotation.outside.begin;
    }
    return begin;
  }

  // "“a breach of law” and “a threat to peace”": where the last quotation of the list ends.
  [[nodiscard]] std::uint32_t end_of_list(std::size_t index) {
    std::uint32_t end = quotations_[index].outside.end;
    const std::string_view text = document_.article.text;
    for (std::size_t i = index + 1; i < quotations_.size(); ++i) {
      const std::string_view between = text.substr(end, quotations_[i].outside.begin - end);
      if (spoken_[i] || (between != " and " && between != ", " && between != ", and " && between != " or ")) break;
      spoken_[i] = true;
      end = quotations_[i].outside.end;
    }
    return end;
  }

  // called the move "a grave error"; promised "resolute countermeasures"
  void read_embedded(std::size_t index) {
    const Quotation& quotation = quotations_[index];
    const auto words = tokens_in(quotation.inside);
    if (words.empty()) return;
    if (const TokenIndex cue = cues_.right_before(quotation)) {
      if (const TokenIndex speaker = speaker_of(document_, children_, cue)) return add(cue, token(cue).span, *verb_of_speech(document_, rules_, cue), speaker, {quotation.inside});
    }
    TokenIndex at(static_cast<std::size_t>(words.data() - document_.tokens.data()));
    for (std::size_t i = 0; i < words.size() && quotation.outside.contains(token(token(at).head ? token(at).head : at).span) && token(at).head; ++i) at = token(at).head;
    for (int i = 0; i < kDeepest && token(at).head; ++i) {
      const TokenIndex below = at;
      at = token(at).head;
      if (token(at).upos != Upos::kVerb || quotation.outside.contains(token(at).span)) continue;
      const SpeechRecord* record = verb_of_speech(document_, rules_, at);
      const bool taken = std::ranges::any_of(document_.statements, [&](const Statement& s) { return s.cue_token == at; });
      if (taken) return;
      if (record == nullptr || record->object == 0) {
        if (token(at).relation == Relation::kXcomp || token(below).relation == Relation::kXcomp) continue;
        return;
      }
      const std::uint32_t begin = object_start(at, quotation);
      const TokenIndex speaker = speaker_of(document_, children_, at);
      if (speaker && is_report(document_, children_, at)) add(at, token(at).span, *record, speaker, {Span{begin, end_of_list(index)}});
      if (begin == quotation.outside.begin && !document_.statements.empty() && document_.statements.back().cue_token == at) {
        document_.statements.back().content = {{quotation.outside.begin, end_of_list(index)}};
        document_.statements.back().form = SpeechForm::kMixed;
      }
      return;
    }
  }

  // Whether a statement is the other or, through its parents so far, reported by it.
  [[nodiscard]] bool stands_in(StatementIndex inner, StatementIndex outer) const {
    while (inner && inner != outer) inner = document_.statements[inner.value].parent;
    return inner == outer;
  }

  // Pieces in text order; those that share words made one (a clause and a quotation that reaches into it).
  static void join_pieces(std::vector<Span>& pieces) {
    std::ranges::sort(pieces);
    std::size_t kept = 0;
    for (const Span piece : pieces) {
      if (kept > 0 && piece.begin < pieces[kept - 1].end) pieces[kept - 1].end = std::max(pieces[kept - 1].end, piece.end);
      else pieces[kept++] = piece;
    }
    pieces.resize(kept);
  }

  // Text order, and who reports whom.
  void settle() {
    auto& statements = document_.statements;
    const auto start = [](const Statement& s) { return std::min(s.cue.begin, s.content.front().begin); };
    for (std::size_t i = 1; i < statements.size(); ++i) {  // "told him that …, noting: “…”": one report in two pieces
      for (std::size_t j = 0; j < i; ++j) {
        if (statements[j].cue_token != statements[i].cue_token || statements[j].speaker != statements[i].speaker || statements[j].cue != statements[i].cue) continue;
        statements[j].content.insert(statements[j].content.end(), statements[i].content.begin(), statements[i].content.end());
        if (statements[j].form != statements[i].form) statements[j].form = SpeechForm::kMixed;
        statements.erase(statements.begin() + static_cast<std::ptrdiff_t>(i--));
        break;
      }
    }
    for (Statement& each : statements) join_pieces(each.content);
    std::ranges::stable_sort(statements, [&](const Statement& a, const Statement& b) { return start(a) < start(b); });
    for (std::size_t i = statements.size(); i-- > 0;) {  // of two that report each other the first is the parent
      std::uint32_t smallest = 0xFFFFFFFF;
      for (std::size_t j = 0; j < statements.size(); ++j) {
        if (stands_in(StatementIndex(j), StatementIndex(i))) continue;
        for (const Span& piece : statements[j].content) {
          if (!piece.contains(statements[i].cue) || piece.size() >= smallest || statements[j].cue == statements[i].cue) continue;
          smallest = piece.size();
          statements[i].parent = StatementIndex(j);
        }
      }
    }
  }

  Document& document_;
  const SpeechRules& rules_;
  Children children_;
  std::vector<Quotation> quotations_;
  std::vector<Quotation> inner_;  // those inside others
  std::vector<Insertion> insertions_;
  QuotationCues cues_;
  std::vector<bool> spoken_;  // by quotation: part of a direct statement
};

}  // namespace

void read_statements(Document& document, const SpeechRules& rules) { StatementReader(document, rules).run(); }

}  // namespace bayhaqi
