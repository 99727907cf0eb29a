#include "store/query.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "base/civil_date.h"
#include "base/utf8.h"

namespace bayhaqi {

namespace {

constexpr const char* kEventColumns =
    "e.article_id, a.input, a.publisher, a.published, a.title, e.number, e.id, e.sentence, s.text, e.\"trigger\", e.source, e.target, "
    "e.plover, e.mode, "
    "e.context, e.cameo, e.quad, e.goldstein, e.status, e.date, e.date_start, e.date_end, e.country, e.place, e.latitude, e.longitude, e.precision, e.region, "
    "e.claimed_by, "
    "e.statement, e.confidence, e.rule FROM events e JOIN articles a ON a.id = e.article_id "
    "LEFT JOIN sentences s ON s.article_id = e.article_id AND s.number = e.sentence";
constexpr const char* kStatementColumns =
    "t.article_id, a.input, a.publisher, a.published, a.title, t.number, t.speaker, t.code, t.name, t.\"to\", t.cue, t.content, t.form, "
    "t.actor, t.parent, "
    "t.sentence FROM statements t JOIN articles a ON a.id = t.article_id";

// A WHERE clause that grows, with its values in order.
class Conditions {
 public:
  void add(const std::string& condition, std::initializer_list<std::string> values) {
    sql_ += (sql_.empty() ? " WHERE " : " AND ") + condition;
    values_.insert(values_.end(), values);
  }
  [[nodiscard]] const std::string& sql() const { return sql_; }
  void bind(SqliteStatement& statement) const {
    for (const std::string& value : values_) statement.text(value);
  }

 private:
  std::string sql_;
  std::vector<std::string> values_;
};

bool is_name(const std::string& filter) {
  return std::any_of(filter.begin(), filter.end(), [](char c) { return (c >= 'a' && c <= 'z') || c == ' '; });
}

// Events that have such a party; `side` is "source", "target" or empty for either.
void add_party(Conditions& conditions, const std::string& filter, const std::string& side) {
  if (filter.empty()) return;
  const std::string on = side.empty() ? "" : " AND p.side = '" + side + "'";
  const std::string start = "EXISTS (SELECT 1 FROM parties p";
  const std::string same = " p.article_id = e.article_id AND p.event = e.number" + on;
  if (is_name(filter)) {
    conditions.add(start + " JOIN actors x ON x.article_id = p.article_id AND x.number = p.actor WHERE" + same +
                       " AND instr(lower(x.name), lower(?)) > 0)",
                   {filter});
  } else {
    conditions.add(start + " WHERE" + same + " AND substr(p.code, 1, length(?)) = ?)", {filter, filter});
  }
}

Result<std::string> day_of(const std::string& text, bool first, std::string_view option) {
  const auto day = first ? first_day_of(text) : last_day_of(text);
  if (!day) return fail(ErrorCode::kUsage, "\"" + text + "\" is no date: expected YYYY, YYYY-MM or YYYY-MM-DD", std::string(option));
  return to_iso(civil_from_days(*day));
}

// Intervals that overlap: [start, end] of the row, [from, to] of the filter.
Result<void> add_days(Conditions& conditions, const std::string& from, const std::string& to, const std::string& start,
                      const std::string& end) {
  if (!from.empty()) {
    const auto day = day_of(from, true, "from");
    if (!day) return std::unexpected(day.error());
    conditions.add(end + " >= ?", {*day});
  }
  if (!to.empty()) {
    const auto day = day_of(to, false, "to");
    if (!day) return std::unexpected(day.error());
    conditions.add(start + " <= ?", {*day});
  }
  return {};
}

std::string upper(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
  return text;
}

Result<void> add_event_filter(Conditions& conditions, const EventFilter& filter) {
  add_party(conditions, filter.actor, "");
  add_party(conditions, filter.source, "source");
  add_party(conditions, filter.target, "target");
  if (!filter.category.empty()) conditions.add("e.plover = ?", {upper(filter.category)});
  if (!filter.code.empty()) conditions.add("substr(e.cameo, 1, length(?)) = ?", {filter.code, filter.code});
  if (!filter.status.empty()) conditions.add("e.status = ?", {lowered(filter.status)});
  if (!filter.text.empty()) conditions.add("instr(lower(s.text), lower(?)) > 0", {filter.text});
  return add_days(conditions, filter.from, filter.to, "coalesce(e.date_start, substr(a.published, 1, 10))",
                  "coalesce(e.date_end, substr(a.published, 1, 10))");
}

Result<void> add_statement_filter(Conditions& conditions, const StatementFilter& filter) {
  const std::string code = "substr(t.code, 1, length(?)) = ?";
  const std::string name = "(instr(lower(coalesce(t.name, '')), lower(?)) > 0 OR instr(lower(coalesce(t.speaker, '')), lower(?)) > 0)";
  const std::string to = "instr(';' || t.\"to\", ';' || ?) > 0";
  if (!filter.source.empty()) conditions.add(is_name(filter.source) ? name : code, {filter.source, filter.source});
  if (!filter.target.empty()) conditions.add(to, {filter.target});
  if (!filter.actor.empty() && is_name(filter.actor)) conditions.add(name, {filter.actor, filter.actor});
  if (!filter.actor.empty() && !is_name(filter.actor))
    conditions.add("(" + code + " OR " + to + ")", {filter.actor, filter.actor, filter.actor});
  if (!filter.text.empty()) conditions.add("instr(lower(t.content), lower(?)) > 0", {filter.text});
  return add_days(conditions, filter.from, filter.to, "substr(a.published, 1, 10)", "substr(a.published, 1, 10)");
}

// Reads the columns of a row from left to right.
class Columns {
 public:
  explicit Columns(const SqliteStatement& statement) : statement_(statement) {}
  void read(std::string& out) { out = statement_.column_text(at_++); }
  void read(std::int64_t& out) { out = statement_.column_number(at_++); }
  void read(double& out) { out = statement_.column_real(at_++); }
  void read(std::optional<std::int64_t>& out) {
    if (statement_.is_null(at_))
      out.reset();
    else
      out = statement_.column_number(at_);
    ++at_;
  }
  void read(std::optional<double>& out) {
    if (statement_.is_null(at_))
      out.reset();
    else
      out = statement_.column_real(at_);
    ++at_;
  }
  template <typename... Fields>
  void all(Fields&... fields) {
    (read(fields), ...);
  }

 private:
  const SqliteStatement& statement_;
  int at_ = 0;
};

EventRow event_of(const SqliteStatement& statement) {
  EventRow row;
  Columns(statement).all(row.article_id, row.input, row.publisher, row.published, row.title, row.number, row.id, row.sentence,
                         row.sentence_text, row.trigger, row.source, row.target, row.plover, row.mode, row.context, row.cameo, row.quad,
                         row.goldstein, row.status, row.date, row.date_start, row.date_end, row.country, row.place, row.latitude,
                         row.longitude, row.precision, row.region, row.claimed_by, row.statement, row.confidence, row.rule);
  return row;
}

StatementRow statement_of(const SqliteStatement& statement) {
  StatementRow row;
  Columns(statement).all(row.article_id, row.input, row.publisher, row.published, row.title, row.number, row.speaker, row.code, row.name,
                         row.to, row.cue, row.content, row.form, row.actor, row.parent, row.sentence);
  return row;
}

template <typename Row>
Result<std::size_t> list(SqliteStore& store, const std::string& sql, const Conditions& conditions, Row (*read)(const SqliteStatement&),
                         const std::function<bool(const Row&)>& take) {
  auto statement = store.connection().prepare(sql);
  if (!statement) return std::unexpected(statement.error());
  conditions.bind(*statement);
  std::size_t count = 0;
  for (;;) {
    const auto more = statement->step();
    if (!more) return std::unexpected(more.error());
    if (!*more) return count;
    ++count;
    if (!take(read(*statement))) return count;
  }
}

std::string limited(std::size_t limit) { return limit == 0 ? std::string() : " LIMIT " + std::to_string(limit); }

}  // namespace

Result<std::size_t> list_events(SqliteStore& store, const EventFilter& filter, const std::function<bool(const EventRow&)>& take) {
  Conditions conditions;
  if (auto added = add_event_filter(conditions, filter); !added) return std::unexpected(added.error());
  const std::string sql =
      std::string("SELECT ") + kEventColumns + conditions.sql() + " ORDER BY a.published, e.article_id, e.number" + limited(filter.limit);
  return list<EventRow>(store, sql, conditions, event_of, take);
}

Result<std::size_t> list_statements(SqliteStore& store, const StatementFilter& filter,
                                    const std::function<bool(const StatementRow&)>& take) {
  Conditions conditions;
  if (auto added = add_statement_filter(conditions, filter); !added) return std::unexpected(added.error());
  const std::string sql = std::string("SELECT ") + kStatementColumns + conditions.sql() + " ORDER BY a.published, t.article_id, t.number" +
                          limited(filter.limit);
  return list<StatementRow>(store, sql, conditions, statement_of, take);
}

Result<FoundEvent> find_event(SqliteStore& store, const std::string& id) {
  if (id.empty()) return fail(ErrorCode::kUsage, "expected the id of an event");
  Conditions conditions;
  conditions.add("substr(e.id, 1, length(?)) = ?", {id, id});
  std::vector<EventRow> found;
  const std::string sql = std::string("SELECT ") + kEventColumns + conditions.sql() + " ORDER BY length(e.id), e.id, e.article_id LIMIT 5";
  const auto listed = list<EventRow>(store, sql, conditions, event_of, [&](const EventRow& row) {
    found.push_back(row);
    return true;
  });
  if (!listed) return std::unexpected(listed.error());
  if (found.empty()) return fail(ErrorCode::kNotFound, "no event has the id \"" + id + "\"", store.connection().path());
  if (found.size() > 1 && found[0].id != id) {
    std::string ids;
    for (const EventRow& row : found) ids += (ids.empty() ? "" : ", ") + row.id;
    return fail(ErrorCode::kUsage, "several events have ids that begin with \"" + id + "\": " + ids, store.connection().path());
  }
  auto record = find_record(store, found[0].article_id);
  if (!record) return std::unexpected(record.error());
  return FoundEvent{std::move(found[0]), std::move(*record)};
}

Result<std::string> find_record(SqliteStore& store, const std::string& article_id) {
  auto statement = store.connection().prepare("SELECT record FROM articles WHERE id = ?");
  if (!statement) return std::unexpected(statement.error());
  const auto row = statement->text(article_id).step();
  if (!row) return std::unexpected(row.error());
  if (!*row) return fail(ErrorCode::kNotFound, "no article has the id \"" + article_id + "\"", store.connection().path());
  return statement->column_text(0);
}

}  // namespace bayhaqi
