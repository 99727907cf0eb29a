#include "layer_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "pipeline/loaded.h"
#include "store/record_writer.h"
#include "syntax/conllu.h"
#include "time/governing.h"

namespace bayhaqi::cli {

namespace {

std::string flat(std::string_view text) {
  std::string line(text);
  std::ranges::replace(line, '\n', ' ');
  return line;
}

std::string or_dash(std::string_view text) { return text.empty() ? "-" : std::string(text); }

std::string tokens_text(const Document& document) {
  std::string out;
  for (const Sentence& sentence : document.sentences) {
    for (std::uint32_t i = sentence.first.value; i < sentence.last.value; ++i) out += std::string(i > sentence.first.value ? " " : "") + std::string(document.form(TokenIndex(i)));
    out += "\n";
  }
  return out;
}

std::string actors_text(const Document& document) {
  std::string out;
  for (std::size_t i = 0; i < document.actors.size(); ++i) {
    const Actor& actor = document.actors[i];
    out += fmt::format("actor: {} | {} | {}", or_dash(actor.code), flat(actor.name), or_dash(actor.id));
    for (const ActorMention& mention : document.mentions) {
      if (mention.actor == ActorIndex(i)) out += " | " + flat(document.words(mention.span));
    }
    out += "\n";
  }
  return out;
}

std::string statements_text(const Document& document) {
  std::string out;
  for (const Statement& statement : document.statements) {
    std::string content;
    for (const Span& piece : statement.content) content += (content.empty() ? "" : " // ") + flat(document.words(piece));
    out += fmt::format("statement: {} | {} | {}\n", or_dash(statement.code), to_string(statement.form), content);
  }
  return out;
}

std::string events_text(const Document& document) {
  std::string out;
  for (const Event& event : document.events) {
    const std::string date = event.time ? act_date(document.times[event.time.value]).value : std::string();
    out += fmt::format("event: {} | {} | {} | {} > {} | {} | {}\n", flat(document.words(event.trigger)), event.plover, event.cameo, joined_codes(event.sources, "-"), joined_codes(event.targets, "-"), to_string(event.status), or_dash(date));
  }
  return out;
}

}  // namespace

std::vector<std::string> layer_names() { return {"tokens", "tree", "actors", "times", "places", "statements", "events"}; }

std::string_view stage_of_layer(std::string_view layer) { return layer == "tokens" ? "sentences" : layer; }

FileNames lexicon_files(const Resources& resources) { return resources.loaded().files; }

std::string joined_codes(const std::vector<EventParty>& parties, std::string_view none) {
  std::string out;
  for (const EventParty& party : parties) out += (out.empty() ? "" : ",") + party.code;
  return out.empty() ? std::string(none) : out;
}

std::string layer_text(const Document& document, std::string_view layer) {
  if (layer == "tokens") return tokens_text(document);
  if (layer == "actors") return actors_text(document);
  if (layer == "statements") return statements_text(document);
  if (layer == "events") return events_text(document);
  std::string out;
  if (layer == "tree") {
    for (std::size_t i = 0; i < document.sentences.size(); ++i) out += write_conllu(document, SentenceIndex(i));
  }
  if (layer == "times") {
    for (const TimeExpression& time : document.times) out += fmt::format("time: {} | {} | {}\n", flat(document.words(time.span)), to_string(time.kind), or_dash(time.value));
  }
  if (layer == "places") {
    for (const PlaceMention& place : document.places) out += fmt::format("place: {} | {} | {} | {:.2f} | {:.2f}\n", flat(document.words(place.span)), or_dash(place.name), or_dash(place.country), place.latitude, place.longitude);
  }
  return out;
}

}  // namespace bayhaqi::cli
