// A record line taken apart into rows: what SQLite, CSV and the terminal show are views of the record, so all are made from
// its JSON and none from the document. In: one line of schema "bayhaqi/1". Out: rows with their words cut out of the text by
// the record's spans (code points). A line of another schema, or a failure line, gives an Error. Pure functions, any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bayhaqi/result.h"

namespace bayhaqi {

// Code points, as in the record.
struct RecordSpan {
  std::int64_t begin = 0;
  std::int64_t end = 0;
};

// A span with what it is for: layer "event", role "trigger", number of the row, position in a list.
struct SpanRow {
  std::string_view layer;  // static storage, as is role
  std::string_view role;
  std::int64_t number = 0;
  std::int64_t position = 0;
  RecordSpan span;
};

struct ArticleRow {
  std::string id, input, publisher, news_id, url, title, published, dateline_place, dateline_agency, authors, language, text;
};

struct SentenceRow {
  RecordSpan span;
  std::string text;
};

struct ActorRow {
  std::string name, code, country, sector, lexicon_id, roles;
};

// Lists are joined by ";"; empty strings stand for null.
struct StatementRow {
  std::string article_id, input, publisher, published, title;
  std::int64_t number = 0;
  std::string speaker, code, name, to, cue, content, form;
  std::optional<std::int64_t> actor, parent, sentence;
};

struct PartyRow {
  bool is_source = true;
  std::string code;  // empty where several parties share codes and which is which is not known
  std::optional<std::int64_t> actor;
  std::string words;
};

struct EventRow {
  std::string article_id, input, publisher, published, title;
  std::int64_t number = 0;
  std::string id;
  std::int64_t sentence = 0;
  std::string sentence_text, trigger, source, target, plover, mode, context, cameo;
  std::int64_t quad = 0;
  double goldstein = 0;
  std::string status, date, date_start, date_end, country, place;
  std::optional<double> latitude, longitude;
  std::string precision, region;
  std::string claimed_by;
  std::optional<std::int64_t> statement;
  double confidence = 0;
  std::string rule;
  std::vector<PartyRow> parties;
};

struct TimeRow {
  std::string type, value, words;
};

struct PlaceRow {
  std::string name, country, words;
  std::optional<double> latitude, longitude;
  std::optional<std::int64_t> geonames;
  std::string precision, region;
  std::optional<std::int64_t> cow, gw;
};

struct RecordRows {
  ArticleRow article;
  std::vector<SentenceRow> sentences;
  std::vector<ActorRow> actors;
  std::vector<StatementRow> statements;
  std::vector<EventRow> events;
  std::vector<TimeRow> times;
  std::vector<PlaceRow> places;
  std::vector<SpanRow> spans;
};

[[nodiscard]] Result<RecordRows> rows_of_record(std::string_view line);

}  // namespace bayhaqi
