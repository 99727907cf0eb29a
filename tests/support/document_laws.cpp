#include "support/document_laws.h"

#include <cstdio>

#include "base/utf8.h"

namespace bayhaqi::testing_support {

namespace {

class Laws {
 public:
  explicit Laws(const Document& document) : document_(document) {}

  std::vector<std::string> run() {
    sentences();
    for (std::size_t s = 0; s < document_.sentences.size(); ++s) tree(document_.sentences[s], s);
    who_when_where();
    statements();
    for (std::size_t i = 0; i < document_.events.size(); ++i) event(document_.events[i], "event " + std::to_string(i));
    return std::move(broken_);
  }

 private:
  void expect(bool holds, const std::string& where, const std::string& what) {
    if (!holds) broken_.push_back(where + ": " + what);
  }

  template <typename Tag, typename Layer>
  bool points(Index<Tag> index, const Layer& layer) const { return !index || index.value < layer.size(); }

  void span(Span span, const std::string& where, bool may_be_empty = false) {
    const std::string_view text = document_.article.text;
    expect(span.begin <= span.end && span.end <= text.size() && (may_be_empty || !span.empty()), where, "span " + std::to_string(span.begin) + ".." + std::to_string(span.end) + " is not inside the text");
    expect(is_boundary(text, span.begin) && is_boundary(text, span.end), where, "span cuts a character");
  }

  void tokens_of(TokenIndex first, TokenIndex last, const std::string& where) {
    expect(first < last && last.value <= document_.tokens.size(), where, "tokens are out of range");
  }

  void sentences() {
    std::uint32_t next_token = 0;
    std::uint32_t next_byte = 0;
    for (std::size_t s = 0; s < document_.sentences.size(); ++s) {
      const Sentence& sentence = document_.sentences[s];
      const std::string where = "sentence " + std::to_string(s);
      span(sentence.span, where);
      expect(sentence.first.value == next_token && sentence.first < sentence.last, where, "does not follow the one before");
      for (std::uint32_t i = sentence.first.value; i < sentence.last.value && i < document_.tokens.size(); ++i) {
        const Token& token = document_.tokens[i];
        span(token.span, "token " + std::to_string(i));
        expect(token.span.begin >= next_byte && sentence.span.contains(token.span), "token " + std::to_string(i), "out of order");
        expect(token.sentence == SentenceIndex(s), "token " + std::to_string(i), "belongs to another sentence");
        next_byte = token.span.end;
      }
      next_token = sentence.last.value;
    }
    expect(next_token == document_.tokens.size(), "sentences", "do not hold all tokens");
  }

  void tree(const Sentence& sentence, std::size_t number) {
    const std::string where = "tree " + std::to_string(number);
    int roots = 0;
    for (std::uint32_t i = sentence.first.value; i < sentence.last.value; ++i) {
      const Token& token = document_.tokens[i];
      if (!token.head) {
        ++roots;
        expect(sentence.root == TokenIndex(i), where, "its root is not the token without a head");
      }
      expect(!token.head || (sentence.first <= token.head && token.head < sentence.last), where, "a head outside the sentence");
      TokenIndex up(i);
      std::uint32_t steps = 0;
      for (; up && up.value < document_.tokens.size() && steps <= sentence.last.value - sentence.first.value; ++steps) {
        expect(document_.tokens[up.value].left_edge <= TokenIndex(i) && TokenIndex(i) <= document_.tokens[up.value].right_edge, where, "edges that do not hold the subtree");
        up = document_.tokens[up.value].head;
      }
      expect(!up, where, "heads that run in a circle");
    }
    expect(roots == 1, where, std::to_string(roots) + " roots");
  }

  void who_when_where() {
    std::vector<bool> mentioned(document_.actors.size(), false);
    for (const ActorMention& mention : document_.mentions) {
      span(mention.span, "mention");
      tokens_of(mention.first, mention.last, "mention");
      expect(mention.head && mention.head.value < document_.tokens.size(), "mention", "has no head");
      expect(mention.actor && mention.actor.value < document_.actors.size(), "mention", "stands for no actor");
      if (mention.actor.value < mentioned.size()) mentioned[mention.actor.value] = true;
    }
    for (std::size_t i = 0; i < mentioned.size(); ++i) expect(mentioned[i], "actor '" + document_.actors[i].name + "'", "is never mentioned");
    for (const TimeExpression& time : document_.times) {
      span(time.span, "time");
      tokens_of(time.first, time.last, "time");
      expect(!time.value.empty(), "time", "has no value");
      expect(time.start.empty() == time.end.empty() && time.start <= time.end, "time", "ends before it starts");
    }
    for (const PlaceMention& place : document_.places) {
      span(place.span, "place");
      tokens_of(place.first, place.last, "place");
    }
  }

  void statements() {
    const auto& all = document_.statements;
    for (std::size_t i = 0; i < all.size(); ++i) {
      const std::string where = "statement " + std::to_string(i);
      expect(!all[i].content.empty(), where, "says nothing");
      std::uint32_t next = 0;
      for (const Span piece : all[i].content) {
        span(piece, where);
        expect(piece.begin >= next, where, "pieces out of order");
        next = piece.end;
      }
      span(all[i].speaker_span, where, true);
      expect(points(all[i].speaker, document_.actors) && points(all[i].parent, all), where, "points at nothing");
      StatementIndex up(i);
      for (std::size_t steps = 0; up && up.value < all.size() && steps <= all.size(); ++steps) up = all[up.value].parent;
      expect(!up, where, "parents that run in a circle");
    }
  }

  void event(const Event& event, const std::string& where) {
    span(event.trigger, where);
    span(event.status_span, where, true);
    expect(event.sentence && event.sentence.value < document_.sentences.size(), where, "stands in no sentence");
    if (event.sentence.value < document_.sentences.size()) expect(document_.sentences[event.sentence.value].span.contains(event.trigger), where, "trigger outside its sentence");
    expect(!event.sources.empty() || !event.targets.empty(), where, "has no party");
    for (const auto* side : {&event.sources, &event.targets}) {
      for (const EventParty& party : *side) {
        span(party.span, where, true);
        expect(points(party.actor, document_.actors) && !party.code.empty(), where, "has a party that is nobody");
      }
    }
    expect(points(event.time, document_.times) && points(event.place, document_.places) && points(event.statement, document_.statements) && points(event.same_as, document_.events), where, "points at nothing");
    expect(event.quad >= 1 && event.quad <= 4 && !event.plover.empty() && event.cameo.size() >= 2, where, "has no code");
    expect(static_cast<bool>(event.rule), where, "has no rule");
    expect(event.confidence >= 0 && event.confidence <= 1, where, "confidence is out of range");
  }

  const Document& document_;
  std::vector<std::string> broken_;
};

std::string shown(Span span) { return std::to_string(span.begin) + "-" + std::to_string(span.end); }

}  // namespace

std::vector<std::string> broken_laws(const Document& document) { return Laws(document).run(); }

std::string all_layers(const Document& document) {
  std::string out;
  const auto line = [&](std::initializer_list<std::string> parts) {
    for (const std::string& part : parts) out += part + " ";
    out += "\n";
  };
  for (std::size_t i = 0; i < document.tokens.size(); ++i) {
    const Token& token = document.tokens[i];
    line({shown(token.span), std::string(document.lemma(TokenIndex(i))), std::string(to_string(token.upos)), to_string(token.morph), std::to_string(token.head.value), std::string(to_string(token.relation)), std::to_string(token.confidence)});
  }
  for (const Actor& actor : document.actors) line({actor.name, actor.code, actor.id});
  for (const ActorMention& mention : document.mentions) line({shown(mention.span), std::to_string(mention.actor.value)});
  for (const TimeExpression& time : document.times) line({shown(time.span), time.value, time.start, time.end});
  for (const PlaceMention& place : document.places) line({shown(place.span), place.name, place.country});
  for (const Statement& statement : document.statements) {
    line({statement.code, shown(statement.speaker_span), std::to_string(statement.parent.value)});
    for (const Span piece : statement.content) line({shown(piece)});
  }
  for (const Event& event : document.events) {
    line({event.id, shown(event.trigger), event.cameo, event.plover, std::to_string(static_cast<int>(event.status)), std::to_string(event.confidence)});
    for (const auto* side : {&event.sources, &event.targets}) {
      for (const EventParty& party : *side) line({party.code, shown(party.span)});
    }
  }
  return out;
}

}  // namespace bayhaqi::testing_support
