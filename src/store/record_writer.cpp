#include "store/record_writer.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "base/utf8.h"
#include "store/json_text.h"
#include "time/governing.h"

namespace bayhaqi {

namespace {

// One record being written: the document, its offsets, the text that grows.
class Record {
 public:
  Record(const Document& document, const FileNames& files, std::string& out)
      : document_(document), files_(files), offsets_(document.article.text), json_(out) {}

  void write(const CoderIdentity& coder) {
    json_.open('{').key("schema").text(kRecordSchema);
    json_.key("coder").open('{').key("version").text_or_null(coder.version).key("lexicon").text_or_null(coder.lexicon);
    json_.key("model").text_or_null(coder.model).close('}');
    write_article();
    list("sentences", document_.sentences, [&](const Sentence& sentence) { span(sentence.span); });
    write_actors();
    list("statements", document_.statements, [&](const Statement& statement) { write_statement(statement); });
    list("events", document_.events, [&](const Event& event) { write_event(event); });
    list("times", document_.times, [&](const TimeExpression& time) { write_time(time); });
    list("places", document_.places, [&](const PlaceMention& place) { write_place(place); });
    if (document_.keep_predicates) list("predicates", document_.predicates, [&](const Predicate& predicate) { write_predicate(predicate); });
    json_.close('}');
  }

 private:
  template <typename List, typename Write>
  void list(std::string_view name, const List& values, Write write_one) {
    json_.key(name).open('[');
    for (const auto& value : values) write_one(value);
    json_.close(']');
  }
  void strings(std::string_view name, const std::vector<std::string>& values) {
    list(name, values, [&](const std::string& value) { json_.text(value); });
  }
  void span(Span value) {
    json_.open('[').number(std::int64_t{offsets_.at(value.begin)}).number(std::int64_t{offsets_.at(value.end)}).close(']');
  }
  void span_or_null(Span value) { value.empty() ? static_cast<void>(json_.null()) : span(value); }
  template <typename Tag>
  void index_or_null(Index<Tag> value, std::size_t size) {
    value&& value.value < size ? json_.number(std::int64_t{value.value}) : json_.null();
  }

  void write_article();
  void write_actors();
  void write_statement(const Statement& statement);
  void write_event(const Event& event);
  void write_parties(const Event& event);
  void write_predicate(const Predicate& predicate);
  void write_event_date(const Event& event);
  void write_event_place(const Event& event);
  void write_time(const TimeExpression& time);
  void write_place(const PlaceMention& place);
  void write_point(const PlaceMention& place);
  void write_standing(const PlaceMention& place);

  const Document& document_;
  const FileNames& files_;
  CodePointOffsets offsets_;
  JsonText json_;
};

void Record::write_article() {
  const Article& article = document_.article;
  json_.key("article").open('{').key("id").text(article.id).key("input").text_or_null(article.input);
  json_.key("publisher").text_or_null(article.publisher).key("news_id").text_or_null(article.news_id).key("url").text_or_null(article.url);
  json_.key("title").text_or_null(article.title).key("published").text_or_null(article.published);
  json_.key("dateline").open('{').key("place").text_or_null(article.dateline.place);
  json_.key("agency").text_or_null(article.dateline.agency).close('}');
  strings("authors", article.authors);
  json_.key("language").text_or_null(article.language).key("text").text(article.text).close('}');
}

void Record::write_actors() {
  std::vector<std::vector<Span>> mentions(document_.actors.size());
  for (const ActorMention& mention : document_.mentions) {
    if (mention.actor && mention.actor.value < mentions.size()) mentions[mention.actor.value].push_back(mention.span);
  }
  json_.key("actors").open('[');
  for (std::size_t i = 0; i < document_.actors.size(); ++i) {
    const Actor& actor = document_.actors[i];
    std::sort(mentions[i].begin(), mentions[i].end());
    json_.open('{').key("name").text(actor.name).key("code").text_or_null(actor.code).key("country").text_or_null(actor.country);
    json_.key("sector").text_or_null(actor.sector).key("id").text_or_null(actor.id);
    strings("roles", actor.roles);
    list("mentions", mentions[i], [&](Span mention) { span(mention); });
    json_.close('}');
  }
  json_.close(']');
}

void Record::write_statement(const Statement& statement) {
  json_.open('{').key("speaker");
  index_or_null(statement.speaker, document_.actors.size());
  json_.key("speaker_span");
  span_or_null(statement.speaker_span);
  json_.key("code").text_or_null(statement.code).key("name").text_or_null(statement.name);
  strings("to", statement.to);
  json_.key("cue");
  span_or_null(statement.cue);
  list("content", statement.content, [&](Span content) { span(content); });
  json_.key("form").text(to_string(statement.form)).key("parent");
  index_or_null(statement.parent, document_.statements.size());
  json_.close('}');
}

std::vector<std::string> distinct_codes(const std::vector<EventParty>& parties) {
  std::vector<std::string> codes;
  for (const EventParty& party : parties) {
    if (!party.code.empty() && std::find(codes.begin(), codes.end(), party.code) == codes.end()) codes.push_back(party.code);
  }
  return codes;
}

// Codes are distinct; actors and spans have one entry per mention, in step with each other.
void Record::write_parties(const Event& event) {
  const auto write_actor = [&](const EventParty& party) { index_or_null(party.actor, document_.actors.size()); };
  const auto write_span = [&](const EventParty& party) { span_or_null(party.span); };
  strings("source", distinct_codes(event.sources));
  strings("target", distinct_codes(event.targets));
  list("source_actors", event.sources, write_actor);
  list("target_actors", event.targets, write_actor);
  list("source_spans", event.sources, write_span);
  list("target_spans", event.targets, write_span);
}

void Record::write_event(const Event& event) {
  json_.open('{').key("id").text(event.id).key("sentence");
  index_or_null(event.sentence, document_.sentences.size());
  json_.key("trigger");
  span(event.trigger);
  write_parties(event);
  json_.key("plover").open('{').key("event").text_or_null(event.plover).key("mode").text_or_null(event.mode);
  strings("context", event.contexts);
  json_.close('}').key("cameo").text_or_null(event.cameo).key("quad");
  event.quad == 0 ? json_.null() : json_.number(std::int64_t{event.quad});
  json_.key("goldstein").number(event.goldstein).key("status").text(to_string(event.status)).key("status_span");
  span_or_null(event.status_span);
  write_event_date(event);
  write_event_place(event);
  strings("claimed_by", event.claimed_by);
  json_.key("statement");
  index_or_null(event.statement, document_.statements.size());
  json_.key("confidence").number(std::round(event.confidence * 100) / 100);
  json_.key("rule").text_or_null(files_.text(event.rule.file, event.rule.line)).close('}');
}

void Record::write_predicate(const Predicate& predicate) {
  json_.open('{').key("span");
  span(document_.tokens[predicate.token.value].span);
  json_.key("status").text(to_string(predicate.status)).key("status_span");
  span_or_null(predicate.status_span);
  json_.key("rule").text_or_null(files_.text(predicate.rule.file, predicate.rule.line)).close('}');
}

void Record::write_event_date(const Event& event) {
  json_.key("date");
  const bool timed = event.time && event.time.value < document_.times.size();
  const ActDate date = timed ? act_date(document_.times[event.time.value]) : ActDate{};
  if (date.value.empty()) {
    json_.null();
    return;
  }
  json_.open('{').key("value").text(date.value).key("start").text_or_null(date.start).key("end").text_or_null(date.end).key("span");
  span(document_.times[event.time.value].span);
  json_.close('}');
}

// Latitude, longitude and GeoNames id; all null where the place was recognised but not resolved.
void Record::write_point(const PlaceMention& place) {
  const bool known = place.precision != PlacePrecision::kUnknown;
  json_.key("lat");
  known ? json_.number(place.latitude) : json_.null();
  json_.key("lon");
  known ? json_.number(place.longitude) : json_.null();
  json_.key("geonames");
  place.geonames == 0 ? json_.null() : json_.number(std::int64_t{place.geonames});
}

// How near the point is, the region that holds it, and the country's numbers in the lists of states.
void Record::write_standing(const PlaceMention& place) {
  json_.key("precision").text_or_null(to_string(place.precision)).key("region").text_or_null(place.region).key("cow");
  place.cow == 0 ? json_.null() : json_.number(std::int64_t{place.cow});
  json_.key("gw");
  place.gw == 0 ? json_.null() : json_.number(std::int64_t{place.gw});
}

void Record::write_event_place(const Event& event) {
  json_.key("place");
  if (!event.place || event.place.value >= document_.places.size()) {
    json_.null();
    return;
  }
  const PlaceMention& place = document_.places[event.place.value];
  json_.open('{').key("country").text_or_null(place.country).key("name").text_or_null(place.name);
  write_point(place);
  write_standing(place);
  json_.key("span");
  span(place.span);
  json_.close('}');
}

void Record::write_time(const TimeExpression& time) {
  json_.open('{').key("span");
  span(time.span);
  json_.key("type").text(to_string(time.kind)).key("value").text_or_null(time.value).close('}');
}

void Record::write_place(const PlaceMention& place) {
  json_.open('{').key("span");
  span(place.span);
  json_.key("name").text_or_null(place.name).key("country").text_or_null(place.country);
  write_point(place);
  write_standing(place);
  json_.close('}');
}

}  // namespace

std::string RecordWriter::record_line(const Document& document) const {
  std::string out;
  out.reserve(document.article.text.size() * 2 + document.events.size() * 600 + 1024);
  Record(document, files_, out).write(identity_);
  return out;
}

std::string RecordWriter::error_line(std::string_view input, std::uint64_t offset, std::string_view reason) {
  std::string out;
  JsonText json(out);
  json.open('{').key("schema").text(kRecordSchema).key("error").open('{').key("input").text(input);
  json.key("offset").number(static_cast<std::int64_t>(offset)).key("reason").text(reason).close('}').close('}');
  return out;
}

std::string_view to_string(Status status) {
  switch (status) {
    case Status::kNegated:
      return "negated";
    case Status::kPlanned:
      return "planned";
    case Status::kPossible:
      return "possible";
    case Status::kUrged:
      return "urged";
    default:
      return "actual";
  }
}

std::string_view to_string(SpeechForm form) {
  switch (form) {
    case SpeechForm::kDirect:
      return "direct";
    case SpeechForm::kMixed:
      return "mixed";
    default:
      return "indirect";
  }
}

std::string_view to_string(PlacePrecision precision) {
  switch (precision) {
    case PlacePrecision::kCountry:
      return "country";
    case PlacePrecision::kRegion:
      return "region";
    case PlacePrecision::kCity:
      return "city";
    case PlacePrecision::kSite:
      return "site";
    default:
      return {};
  }
}

std::string_view to_string(TimeKind kind) {
  switch (kind) {
    case TimeKind::kTime:
      return "TIME";
    case TimeKind::kDuration:
      return "DURATION";
    case TimeKind::kSet:
      return "SET";
    default:
      return "DATE";
  }
}

}  // namespace bayhaqi
