// Questions to a store: which events and statements match, and one event with its article. In: filters, all of which must hold;
// an empty one holds always. Out: rows in order of publication, article and place in the text, given one by one so that any
// number fits in memory. Wrong filter values (a date that is none) are Errors of kind kUsage. One thread per store.
#pragma once

#include <functional>
#include <string>

#include "bayhaqi/result.h"
#include "store/record_rows.h"
#include "store/sqlite_store.h"

namespace bayhaqi {

// Actors are codes or beginnings of codes ("RUS", "RUSGOV"), or words of a name as soon as there is a small letter ("Lavrov").
struct EventFilter {
  std::string actor = {};  // on either side
  std::string source = {};
  std::string target = {};
  std::string category = {};  // PLOVER: "SUPPORT"
  std::string code = {};      // beginning of a CAMEO code: "05"
  std::string status = {};    // "actual"
  std::string from = {};      // days from … to, both included: "2025", "2025-10", "2025-10-08"; the event's date, else the article's
  std::string to = {};
  std::string text = {};  // words of the sentence, whatever the case of ASCII letters
  std::size_t limit = 0;  // 0: all
};

struct StatementFilter {
  std::string actor = {};   // speaker or addressee
  std::string source = {};  // speaker
  std::string target = {};  // addressee, by code only
  std::string from = {};    // day of publication
  std::string to = {};
  std::string text = {};  // words of the content
  std::size_t limit = 0;
};

// `take` returns false to stop. The result is the number of rows given.
Result<std::size_t> list_events(SqliteStore& store, const EventFilter& filter, const std::function<bool(const EventRow&)>& take);
Result<std::size_t> list_statements(SqliteStore& store, const StatementFilter& filter,
                                    const std::function<bool(const StatementRow&)>& take);

struct FoundEvent {
  EventRow event;
  std::string record;  // of its article: the line as it was written
};

// By id or the beginning of one; an Error if there is none or more than one.
Result<FoundEvent> find_event(SqliteStore& store, const std::string& id);

// The record of an article by its id.
Result<std::string> find_record(SqliteStore& store, const std::string& article_id);

}  // namespace bayhaqi
