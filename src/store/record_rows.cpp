#include "store/record_rows.h"

#include <simdjson.h>

#include <algorithm>

#include "base/utf8.h"
#include "store/record_writer.h"

namespace bayhaqi {

namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;

// A member, or nothing where it is missing, null or of another type.
template <typename T>
std::optional<T> member(const object& value, std::string_view key) {
  T out{};
  if (value.at_key(key).get(out) != simdjson::SUCCESS) return std::nullopt;
  return out;
}

std::string string_at(const object& value, std::string_view key) { return std::string(member<std::string_view>(value, key).value_or("")); }

template <typename Take>
void each(const object& value, std::string_view key, Take take) {
  if (const auto all = member<array>(value, key)) {
    for (const element one : *all) take(one);
  }
}

std::string joined_at(const object& value, std::string_view key) {
  std::string out;
  each(value, key, [&](const element& one) {
    std::string_view text;
    if (one.get(text) == simdjson::SUCCESS) out.append(out.empty() ? "" : ";").append(text);
  });
  return out;
}

std::optional<RecordSpan> span_of(const element& value) {
  array pair;
  RecordSpan span;
  if (value.get(pair) != simdjson::SUCCESS || pair.at(0).get(span.begin) != simdjson::SUCCESS ||
      pair.at(1).get(span.end) != simdjson::SUCCESS)
    return std::nullopt;
  return span;
}

std::optional<RecordSpan> span_at(const object& value, std::string_view key) {
  element found;
  return value.at_key(key).get(found) == simdjson::SUCCESS ? span_of(found) : std::nullopt;
}

class RowReader {
 public:
  RecordRows read(const object& record) {
    if (const auto article = member<object>(record, "article")) read_article(*article);
    each(record, "sentences", [&](const element& one) {
      if (const auto span = span_of(one)) rows_.sentences.push_back({*span, words(*span)});
    });
    each_object(record, "actors", [&](const object& one) { read_actor(one); });
    each_object(record, "statements", [&](const object& one) { read_statement(one); });
    each_object(record, "events", [&](const object& one) { read_event(one); });
    each_object(record, "times", [&](const object& one) { read_time(one); });
    each_object(record, "places", [&](const object& one) { read_place(one); });
    return std::move(rows_);
  }

 private:
  template <typename Take>
  void each_object(const object& value, std::string_view key, Take take) {
    each(value, key, [&](const element& one) {
      object fields;
      if (one.get(fields) == simdjson::SUCCESS) take(fields);
    });
  }

  [[nodiscard]] std::string words(RecordSpan span) const {
    const auto last = static_cast<std::int64_t>(bytes_.size()) - 1;
    const std::int64_t begin = std::clamp<std::int64_t>(span.begin, 0, last);
    const std::int64_t end = std::clamp<std::int64_t>(span.end, begin, last);
    const std::uint32_t from = bytes_[static_cast<std::size_t>(begin)];
    return rows_.article.text.substr(from, bytes_[static_cast<std::size_t>(end)] - from);
  }
  std::string add_span(std::string_view layer, std::string_view role, std::size_t number, std::size_t position,
                       std::optional<RecordSpan> span) {
    if (!span) return {};
    rows_.spans.push_back({layer, role, static_cast<std::int64_t>(number), static_cast<std::int64_t>(position), *span});
    return words(*span);
  }
  template <typename Row>
  void head(Row& row, std::size_t number) const {
    row.article_id = rows_.article.id;
    row.input = rows_.article.input;
    row.publisher = rows_.article.publisher;
    row.published = rows_.article.published;
    row.title = rows_.article.title;
    row.number = static_cast<std::int64_t>(number);
  }

  void read_article(const object& value);
  void read_actor(const object& value);
  void read_statement(const object& value);
  void read_event(const object& value);
  void read_parties(const object& value, bool is_source, EventRow& row);
  void read_time(const object& value);
  void read_place(const object& value);

  RecordRows rows_;
  std::vector<std::uint32_t> bytes_ = {0};  // byte offset of each code point, and of the end
};

void RowReader::read_article(const object& value) {
  ArticleRow& row = rows_.article;
  row.id = string_at(value, "id");
  row.input = string_at(value, "input");
  row.publisher = string_at(value, "publisher");
  row.news_id = string_at(value, "news_id");
  row.url = string_at(value, "url");
  row.title = string_at(value, "title");
  row.published = string_at(value, "published");
  if (const auto dateline = member<object>(value, "dateline")) {
    row.dateline_place = string_at(*dateline, "place");
    row.dateline_agency = string_at(*dateline, "agency");
  }
  row.authors = joined_at(value, "authors");
  row.language = string_at(value, "language");
  row.text = string_at(value, "text");
  bytes_.clear();
  for (std::size_t i = 0; i < row.text.size(); i += decode_utf8(row.text, i).size) bytes_.push_back(static_cast<std::uint32_t>(i));
  bytes_.push_back(static_cast<std::uint32_t>(row.text.size()));
}

void RowReader::read_actor(const object& value) {
  const std::size_t number = rows_.actors.size();
  rows_.actors.push_back({string_at(value, "name"), string_at(value, "code"), string_at(value, "country"), string_at(value, "sector"),
                          string_at(value, "id"), joined_at(value, "roles")});
  std::size_t position = 0;
  each(value, "mentions", [&](const element& one) { add_span("actor", "mention", number, position++, span_of(one)); });
}

void RowReader::read_statement(const object& value) {
  const std::size_t number = rows_.statements.size();
  StatementRow row;
  head(row, number);
  row.actor = member<std::int64_t>(value, "speaker");
  row.speaker = add_span("statement", "speaker", number, 0, span_at(value, "speaker_span"));
  row.code = string_at(value, "code");
  row.name = string_at(value, "name");
  row.to = joined_at(value, "to");
  row.cue = add_span("statement", "cue", number, 0, span_at(value, "cue"));
  std::size_t position = 0;
  each(value, "content", [&](const element& one) {
    const auto span = span_of(one);
    if (span && !row.sentence) {
      const auto after =
          std::find_if(rows_.sentences.begin(), rows_.sentences.end(), [&](const SentenceRow& s) { return span->begin < s.span.end; });
      if (after != rows_.sentences.end()) row.sentence = after - rows_.sentences.begin();
    }
    row.content.append(position == 0 ? "" : " \xE2\x80\xA6 ").append(add_span("statement", "content", number, position, span));
    ++position;
  });
  row.form = string_at(value, "form");
  row.parent = member<std::int64_t>(value, "parent");
  rows_.statements.push_back(std::move(row));
}

void RowReader::read_parties(const object& value, bool is_source, EventRow& row) {
  std::vector<PartyRow> parties;
  each(value, is_source ? "source_actors" : "target_actors", [&](const element& one) {
    std::int64_t actor = 0;
    const bool known = one.get(actor) == simdjson::SUCCESS;
    parties.push_back({is_source, {}, known ? std::optional(actor) : std::nullopt, {}});
  });
  std::size_t position = 0;
  each(value, is_source ? "source_spans" : "target_spans", [&](const element& one) {
    std::string text = add_span("event", is_source ? "source" : "target", static_cast<std::size_t>(row.number), position, span_of(one));
    if (position < parties.size()) parties[position].words = std::move(text);
    ++position;
  });
  // Codes are listed once each: a row per code, with the actor that has this code where there is one.
  each(value, is_source ? "source" : "target", [&](const element& one) {
    std::string_view code;
    if (one.get(code) != simdjson::SUCCESS) return;
    PartyRow party{is_source, std::string(code), std::nullopt, {}};
    for (const PartyRow& known : parties) {
      const bool has_code = known.actor && *known.actor >= 0 && static_cast<std::size_t>(*known.actor) < rows_.actors.size() &&
                            rows_.actors[static_cast<std::size_t>(*known.actor)].code == code;
      if (!has_code) continue;
      party.actor = known.actor;
      party.words = known.words;
      break;
    }
    row.parties.push_back(std::move(party));
  });
}

void RowReader::read_event(const object& value) {
  const std::size_t number = rows_.events.size();
  EventRow row;
  head(row, number);
  row.id = string_at(value, "id");
  row.sentence = member<std::int64_t>(value, "sentence").value_or(0);
  if (row.sentence >= 0 && static_cast<std::size_t>(row.sentence) < rows_.sentences.size())
    row.sentence_text = rows_.sentences[static_cast<std::size_t>(row.sentence)].text;
  row.trigger = add_span("event", "trigger", number, 0, span_at(value, "trigger"));
  row.source = joined_at(value, "source");
  row.target = joined_at(value, "target");
  read_parties(value, true, row);
  read_parties(value, false, row);
  if (const auto plover = member<object>(value, "plover")) {
    row.plover = string_at(*plover, "event");
    row.mode = string_at(*plover, "mode");
    row.context = joined_at(*plover, "context");
  }
  row.cameo = string_at(value, "cameo");
  row.quad = member<std::int64_t>(value, "quad").value_or(0);
  row.goldstein = member<double>(value, "goldstein").value_or(0);
  row.status = string_at(value, "status");
  add_span("event", "status", number, 0, span_at(value, "status_span"));
  if (const auto date = member<object>(value, "date")) {
    row.date = string_at(*date, "value");
    row.date_start = string_at(*date, "start");
    row.date_end = string_at(*date, "end");
    add_span("event", "date", number, 0, span_at(*date, "span"));
  }
  if (const auto place = member<object>(value, "place")) {
    row.country = string_at(*place, "country");
    row.place = string_at(*place, "name");
    row.latitude = member<double>(*place, "lat");
    row.longitude = member<double>(*place, "lon");
    row.precision = string_at(*place, "precision");
    row.region = string_at(*place, "region");
    add_span("event", "place", number, 0, span_at(*place, "span"));
  }
  row.claimed_by = joined_at(value, "claimed_by");
  row.statement = member<std::int64_t>(value, "statement");
  row.confidence = member<double>(value, "confidence").value_or(0);
  row.rule = string_at(value, "rule");
  rows_.events.push_back(std::move(row));
}

void RowReader::read_time(const object& value) {
  const std::string text = add_span("time", "time", rows_.times.size(), 0, span_at(value, "span"));
  rows_.times.push_back({string_at(value, "type"), string_at(value, "value"), text});
}

void RowReader::read_place(const object& value) {
  const std::string text = add_span("place", "place", rows_.places.size(), 0, span_at(value, "span"));
  rows_.places.push_back({string_at(value, "name"), string_at(value, "country"), text, member<double>(value, "lat"),
                          member<double>(value, "lon"), member<std::int64_t>(value, "geonames"),
                          string_at(value, "precision"), string_at(value, "region"), member<std::int64_t>(value, "cow"), member<std::int64_t>(value, "gw")});
}

}  // namespace

Result<RecordRows> rows_of_record(std::string_view line) {
  simdjson::dom::parser parser;
  element root;
  object record;
  const simdjson::padded_string padded(line);
  if (parser.parse(padded).get(root) != simdjson::SUCCESS || root.get(record) != simdjson::SUCCESS)
    return fail(ErrorCode::kFormat, "the record is no JSON object");
  if (string_at(record, "schema") != kRecordSchema)
    return fail(ErrorCode::kVersion, "the record is not of schema " + std::string(kRecordSchema));
  if (!member<object>(record, "article")) return fail(ErrorCode::kFormat, "the record has no article");
  return RowReader().read(record);
}

}  // namespace bayhaqi
