#include "store/sqlite_store.h"

#include <filesystem>
#include <system_error>
#include <utility>

#include "store/sqlite_schema.h"

namespace bayhaqi {

namespace {

std::int64_t position_of(std::size_t i) { return static_cast<std::int64_t>(i); }

}  // namespace

Result<SqliteStore> SqliteStore::open(const std::string& path) {
  auto connection = SqliteConnection::open(path, SqliteConnection::Mode::kCreate);
  if (!connection) return std::unexpected(connection.error());
  SqliteStore store(std::move(*connection));
  if (auto set = store.connection_.execute("PRAGMA synchronous = NORMAL; PRAGMA temp_store = MEMORY"); !set)
    return std::unexpected(set.error());
  if (auto checked = store.check_version(true); !checked) return std::unexpected(checked.error());
  return store;
}

Result<SqliteStore> SqliteStore::open_read_only(const std::string& path) {
  std::error_code code;
  if (!std::filesystem::exists(path, code)) return fail(ErrorCode::kNotFound, "no such database", path);
  auto connection = SqliteConnection::open(path, SqliteConnection::Mode::kReadOnly);
  if (!connection) return std::unexpected(connection.error());
  SqliteStore store(std::move(*connection));
  if (auto checked = store.check_version(false); !checked) return std::unexpected(checked.error());
  return store;
}

// An empty database becomes a store; a foreign or newer one is left alone. Two programs may create it at once: the second waits.
Result<void> SqliteStore::check_version(bool may_create) {
  auto version = connection_.number("PRAGMA user_version");
  if (!version) return std::unexpected(version.error());
  if (*version == kStoreVersion) return {};
  if (*version != 0)
    return fail(ErrorCode::kVersion, "the database has layout " + std::to_string(*version) + ", expected " + std::to_string(kStoreVersion),
                connection_.path());
  if (may_create) {
    if (auto begun = connection_.execute("BEGIN IMMEDIATE"); !begun) return begun;
    version = connection_.number("PRAGMA user_version");
    if (version && *version == kStoreVersion) return connection_.execute("COMMIT");
  }
  const auto tables = connection_.number("SELECT count(*) FROM sqlite_master");
  if (!tables) return std::unexpected(tables.error());
  if (*tables != 0 || !may_create) {
    if (may_create) static_cast<void>(connection_.execute("ROLLBACK"));
    return fail(ErrorCode::kFormat, "the file is a database, but not one of coded articles", connection_.path());
  }
  auto created = connection_.execute(kCreateTables);
  if (created) created = connection_.execute("PRAGMA user_version = " + std::to_string(kStoreVersion));
  if (created) return connection_.execute("COMMIT");
  static_cast<void>(connection_.execute("ROLLBACK"));
  return created;
}

Result<SqliteStatement*> SqliteStore::prepared(const char* sql) {
  const auto found = statements_.find(sql);
  if (found != statements_.end()) return &found->second;
  auto statement = connection_.prepare(sql);
  if (!statement) return std::unexpected(statement.error());
  return &statements_.emplace(sql, std::move(*statement)).first->second;
}

Result<void> SqliteStore::begin() {
  if (in_transaction_) return {};
  auto begun = connection_.execute("BEGIN IMMEDIATE");
  in_transaction_ = begun.has_value();
  return begun;
}

Result<void> SqliteStore::commit() {
  if (!in_transaction_) return {};
  auto committed = connection_.execute("COMMIT");
  if (!committed) static_cast<void>(connection_.execute("ROLLBACK"));
  in_transaction_ = false;
  return committed;
}

// A savepoint per article: a fault in the middle takes back this article alone.
Result<void> SqliteStore::add(std::string_view record) {
  const auto rows = rows_of_record(record);
  if (!rows) return std::unexpected(rows.error());
  if (auto begun = begin(); !begun) return begun;
  if (auto saved = connection_.execute("SAVEPOINT article"); !saved) return saved;
  auto done = remove(rows->article.id);
  if (done) done = insert(*rows, record);
  if (!done) static_cast<void>(connection_.execute("ROLLBACK TO article"));
  auto released = connection_.execute("RELEASE article");
  if (!released && done) {  // SQLite itself rolled back (full disk)
    in_transaction_ = false;
    return released;
  }
  return done;
}

Result<void> SqliteStore::remove(const std::string& article_id) {
  for (const char* sql : kDeleteArticle) {
    auto statement = prepared(sql);
    if (!statement) return std::unexpected(statement.error());
    if (auto done = (*statement)->text(article_id).run(); !done) return done;
  }
  return {};
}

Result<void> SqliteStore::insert(const RecordRows& rows, std::string_view record) {
  auto done = insert_article(rows.article, record);
  if (done) done = insert_events(rows);
  if (done) done = insert_statements(rows);
  if (done) done = insert_small_layers(rows);
  return done;
}

Result<void> SqliteStore::insert_article(const ArticleRow& row, std::string_view record) {
  auto statement = prepared(kInsertArticle);
  if (!statement) return std::unexpected(statement.error());
  (*statement)->text(row.id).text(row.input).text(row.publisher).text(row.news_id).text(row.url).text(row.title).text(row.published);
  (*statement)->text(row.dateline_place).text(row.dateline_agency).text(row.authors).text(row.language).text(row.text).text(record);
  return (*statement)->run();
}

Result<void> SqliteStore::insert_events(const RecordRows& rows) {
  auto insert_event = prepared(kInsertEvent);
  if (!insert_event) return std::unexpected(insert_event.error());
  auto insert_party = prepared(kInsertParty);
  if (!insert_party) return std::unexpected(insert_party.error());
  for (const EventRow& row : rows.events) {
    SqliteStatement& event = **insert_event;
    event.text(row.article_id).number(row.number).text(row.id).number(row.sentence).text(row.trigger).text(row.source).text(row.target);
    event.text(row.plover).text(row.mode).text(row.context).text(row.cameo);
    event.number(row.quad == 0 ? std::nullopt : std::optional(row.quad)).real(row.goldstein).text(row.status);
    event.text(row.date).text(row.date_start).text(row.date_end).text(row.country).text(row.place).real(row.latitude).real(row.longitude).text(row.precision).text(row.region);
    event.text(row.claimed_by).number(row.statement).real(row.confidence).text(row.rule);
    if (auto done = event.run(); !done) return done;
    for (std::size_t i = 0; i < row.parties.size(); ++i) {
      const PartyRow& party = row.parties[i];
      SqliteStatement& statement = **insert_party;
      statement.text(row.article_id).number(row.number).text(party.is_source ? "source" : "target").number(position_of(i));
      if (auto done = statement.text(party.code).number(party.actor).text(party.words).run(); !done) return done;
    }
  }
  return {};
}

Result<void> SqliteStore::insert_statements(const RecordRows& rows) {
  auto insert = prepared(kInsertStatement);
  if (!insert) return std::unexpected(insert.error());
  for (const StatementRow& row : rows.statements) {
    SqliteStatement& statement = **insert;
    statement.text(row.article_id)
        .number(row.number)
        .number(row.sentence)
        .number(row.actor)
        .text(row.speaker)
        .text(row.code)
        .text(row.name);
    if (auto done = statement.text(row.to).text(row.cue).text(row.content).text(row.form).number(row.parent).run(); !done) return done;
  }
  return {};
}

Result<void> SqliteStore::insert_small_layers(const RecordRows& rows) {
  const std::string& id = rows.article.id;
  const auto insert_all = [&](const char* sql, std::size_t count, auto bind) -> Result<void> {
    auto statement = prepared(sql);
    if (!statement) return std::unexpected(statement.error());
    for (std::size_t i = 0; i < count; ++i) {
      bind((*statement)->text(id), i);
      if (auto done = (*statement)->run(); !done) return done;
    }
    return {};
  };
  auto done = insert_all(kInsertSentence, rows.sentences.size(), [&](SqliteStatement& s, std::size_t i) {
    s.number(position_of(i)).number(rows.sentences[i].span.begin).number(rows.sentences[i].span.end).text(rows.sentences[i].text);
  });
  if (done)
    done = insert_all(kInsertActor, rows.actors.size(), [&](SqliteStatement& s, std::size_t i) {
      const ActorRow& a = rows.actors[i];
      s.number(position_of(i)).text(a.name).text(a.code).text(a.country).text(a.sector).text(a.lexicon_id).text(a.roles);
    });
  if (done)
    done = insert_all(kInsertSpan, rows.spans.size(), [&](SqliteStatement& s, std::size_t i) {
      const SpanRow& span = rows.spans[i];
      s.text(span.layer).number(span.number).text(span.role).number(span.position).number(span.span.begin).number(span.span.end);
    });
  if (done)
    done = insert_all(kInsertTime, rows.times.size(), [&](SqliteStatement& s, std::size_t i) {
      s.number(position_of(i)).text(rows.times[i].words).text(rows.times[i].type).text(rows.times[i].value);
    });
  if (done)
    done = insert_all(kInsertPlace, rows.places.size(), [&](SqliteStatement& s, std::size_t i) {
      const PlaceRow& p = rows.places[i];
      s.number(position_of(i)).text(p.words).text(p.name).text(p.country).real(p.latitude).real(p.longitude).number(p.geonames);
      s.text(p.precision).text(p.region).number(p.cow).number(p.gw);
    });
  return done;
}

}  // namespace bayhaqi
