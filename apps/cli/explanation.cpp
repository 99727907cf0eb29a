#include "explanation.h"

#include <fmt/format.h>

#include "layer_text.h"
#include "marked_text.h"
#include "store/record_writer.h"
#include "syntax/conllu.h"
#include "time/governing.h"

namespace bayhaqi::cli {

namespace {

class Explanation {
 public:
  Explanation(const Document& document, SentenceIndex index, const FileNames& files, const Palette& colors)
      : document_(document), index_(index), sentence_(document.sentences[index.value]), files_(files), colors_(colors) {}

  std::string run() {
    out_ += fmt::format("{}sentence {}{}\n  ", colors_.bold, index_.value, colors_.off);
    out_ += marked() + "\n";
    heading("tree");
    indent(draw_tree(document_, index_));
    actors();
    times_and_places();
    statements();
    events();
    return std::move(out_);
  }

 private:
  void heading(std::string_view name) { out_ += fmt::format("{}{}{}\n", colors_.bold, name, colors_.off); }

  void line(std::string_view text) { out_ += fmt::format("  {}\n", text); }

  void indent(std::string_view text) {
    while (!text.empty()) {
      const std::size_t end = std::min(text.find('\n'), text.size());
      line(text.substr(0, end));
      text.remove_prefix(std::min(end + 1, text.size()));
    }
  }

  [[nodiscard]] std::string words(Span span) const {
    std::string text(document_.words(span));
    for (char& c : text) c = c == '\n' ? ' ' : c;
    return text;
  }

  [[nodiscard]] std::string rule(RuleRef rule, std::string_view otherwise) const {
    const std::string text = files_.text(rule.file, rule.line);
    return std::string(colors_.dim) + (text.empty() ? std::string(otherwise) : text) + std::string(colors_.off);
  }

  [[nodiscard]] std::string marked() const {
    std::vector<Mark> marks;
    for (const ActorMention& mention : document_.mentions) {
      std::string label = document_.actors[mention.actor.value].code;
      if (!marks.empty() && marks.back().span == mention.span) marks.back().label += "+" + label;
      else marks.push_back({mention.span, std::move(label), colors_.cyan});
    }
    for (const TimeExpression& time : document_.times) marks.push_back({time.span, time.value.empty() ? "time" : time.value, colors_.yellow});
    for (const PlaceMention& place : document_.places) marks.push_back({place.span, "@" + (place.country.empty() ? "?" : place.country), colors_.green});
    for (const Event& event : document_.events) marks.push_back({event.trigger, event.plover, colors_.red});
    return mark_text(document_.article.text, sentence_.span, std::move(marks), colors_);
  }

  void actors() {
    heading("actors");
    bool any = false;
    for (const ActorMention& mention : document_.mentions) {
      if (!sentence_.span.contains(mention.span)) continue;
      any = true;
      const Actor& actor = document_.actors[mention.actor.value];
      line(fmt::format("{:<10} {:<36} {} {}", actor.code.empty() ? "-" : actor.code, words(mention.span), actor.name == words(mention.span) ? "" : "= " + actor.name, rule(mention.rule, "by the words around it")));
    }
    if (!any) line("none");
  }

  void times_and_places() {
    for (const TimeExpression& time : document_.times) {
      if (sentence_.span.contains(time.span)) line(fmt::format("{:<10} {:<36} {}", "time", words(time.span), (time.value.empty() ? "without a value" : time.value) + "  " + rule(time.rule, "")));
    }
    for (const PlaceMention& place : document_.places) {
      if (sentence_.span.contains(place.span)) line(fmt::format("{:<10} {:<36} {} {} ({:.1f}, {:.1f})  {}", "place", words(place.span), place.name, place.country, place.latitude, place.longitude, rule(place.rule, "by the words around it")));
    }
  }

  void statements() {
    bool any = false;
    for (std::size_t i = 0; i < document_.statements.size(); ++i) {
      const Statement& statement = document_.statements[i];
      if (!sentence_.span.overlaps({statement.content.front().begin, statement.content.back().end}) && !sentence_.span.overlaps(statement.cue)) continue;
      if (!any) heading("statements");
      any = true;
      std::string content;
      for (const Span& piece : statement.content) content += (content.empty() ? "" : " // ") + words(piece);
      line(fmt::format("#{} {} ({}) {} {}{}: {}", i, statement.speaker_span.empty() ? "somebody" : words(statement.speaker_span), statement.code.empty() ? "-" : statement.code, words(statement.cue), to_string(statement.form),
                       statement.parent ? fmt::format(", told in #{}", statement.parent.value) : "", content));
      line("   " + rule(statement.rule, "by the words around it"));
    }
  }

  [[nodiscard]] std::string detail(TokenIndex token, std::string_view code) const {
    for (const Note& note : document_.notes) {
      if (note.stage == "events" && note.code == code && note.span == document_.tokens[token.value].span) return note.detail;
    }
    return {};
  }

  void parties(std::string_view name, const std::vector<EventParty>& list, const std::string& role) {
    if (list.empty()) return line(fmt::format("   {:<8} nobody", name));
    for (const EventParty& party : list) line(fmt::format("   {:<8} {} '{}'{}", name, party.code, words(party.span), role.empty() ? "" : fmt::format("  {}{}{}", colors_.dim, role, colors_.off)));
  }

  void event(const Event& event) {
    line(fmt::format("{}{}{} {} {} '{}'  confidence {:.2f}", colors_.red, event.plover, colors_.off, event.cameo, to_string(event.status), words(event.trigger), event.confidence));
    const std::string back = detail(event.trigger_token, "back " + event.cameo);  // the name of the code, if the frame has it as a way back
    if (const std::string text = back.empty() ? detail(event.trigger_token, "name") : back; !text.empty()) line(fmt::format("   {:<8} {}", "means", text));
    line(fmt::format("   {:<8} {}  {}", "entry", detail(event.trigger_token, "frame"), rule(event.rule, "")));
    if (const std::string text = detail(event.trigger_token, "combined"); !text.empty()) line(fmt::format("   {:<8} {}", "combined", text));
    if (const std::string text = detail(event.trigger_token, "inside"); !text.empty()) line(fmt::format("   {:<8} {}", "inside", text));
    if (!back.empty()) line(fmt::format("   {:<8} back={}", "way back", event.cameo));
    parties("source", event.sources, detail(event.trigger_token, back.empty() ? "source" : "target"));
    parties("target", event.targets, detail(event.trigger_token, back.empty() ? "target" : "source"));
    if (!event.status_span.empty()) line(fmt::format("   {:<8} {} by '{}'", "status", to_string(event.status), words(event.status_span)) + (event.status_rule ? "  " + rule(event.status_rule, "") : ""));
    if (event.time) line(fmt::format("   {:<8} {} by '{}'", "date", act_date(document_.times[event.time.value]).value, words(document_.times[event.time.value].span)));
    if (event.place) line(fmt::format("   {:<8} {} {}", "place", document_.places[event.place.value].name, document_.places[event.place.value].country));
    std::string chain;
    for (const std::string& code : event.claimed_by) chain += (chain.empty() ? "" : " > ") + code;
    if (!chain.empty()) line(fmt::format("   {:<8} {}{}", "claimed", chain, event.statement ? fmt::format(" in #{}", event.statement.value) : ""));
    if (const std::string text = detail(event.trigger_token, "trust"); !text.empty()) line(fmt::format("   {:<8} {}", "trust", text));
    if (event.same_as) line(fmt::format("   {:<8} the act of '{}' before", "again", words(document_.events[event.same_as.value].trigger)));
  }

  void events() {
    heading("events");
    bool any = false;
    for (const Event& each : document_.events) {
      if (each.sentence != index_) continue;
      any = true;
      event(each);
    }
    for (const Note& note : document_.notes) {
      const bool step = note.code == "name" || note.code == "frame" || note.code == "source" || note.code == "target" || note.code == "combined" || note.code == "inside" || note.code == "implied" || note.code == "trust" || note.code.starts_with("back ");
      if (step || !sentence_.span.contains(note.span)) continue;
      any = true;
      line(fmt::format("no event  '{}': {}", words(note.span), note.detail.empty() ? note.code : note.code + ", " + note.detail));
    }
    if (!any) line("none: no word here is in the event dictionary");
  }

  const Document& document_;
  SentenceIndex index_;
  const Sentence& sentence_;
  const FileNames& files_;
  const Palette& colors_;
  std::string out_;
};

}  // namespace

std::string explain_sentence(const Document& document, SentenceIndex sentence, const FileNames& files, const Palette& colors) { return Explanation(document, sentence, files, colors).run(); }

}  // namespace bayhaqi::cli
