#include "store/sqlite_handle.h"

#include <sqlite3.h>

namespace bayhaqi {

namespace {

constexpr int kBusyMilliseconds = 10000;  // how long to wait for another writer

ErrorCode code_of(int code) {
  switch (code & 0xFF) {
    case SQLITE_CANTOPEN:
      return ErrorCode::kUnreadable;
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT:
      return ErrorCode::kFormat;
    case SQLITE_FULL:
    case SQLITE_IOERR:
    case SQLITE_READONLY:
      return ErrorCode::kWrite;
    default:
      return ErrorCode::kDatabase;
  }
}

std::unexpected<Error> error_of(sqlite3* connection) {
  const char* path = sqlite3_db_filename(connection, "main");
  return fail(code_of(sqlite3_errcode(connection)), sqlite3_errmsg(connection), path == nullptr ? "" : path);
}

}  // namespace

void SqliteStatement::Finalize::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
void SqliteConnection::Close::operator()(sqlite3* connection) const { sqlite3_close_v2(connection); }

SqliteStatement& SqliteStatement::text(std::string_view value) {
  if (value.empty())
    sqlite3_bind_null(statement_.get(), next_++);
  else
    sqlite3_bind_text64(statement_.get(), next_++, value.data(), value.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
  return *this;
}

SqliteStatement& SqliteStatement::number(std::int64_t value) {
  sqlite3_bind_int64(statement_.get(), next_++, value);
  return *this;
}

SqliteStatement& SqliteStatement::number(std::optional<std::int64_t> value) {
  if (value) return number(*value);
  sqlite3_bind_null(statement_.get(), next_++);
  return *this;
}

SqliteStatement& SqliteStatement::real(std::optional<double> value) {
  if (value)
    sqlite3_bind_double(statement_.get(), next_++, *value);
  else
    sqlite3_bind_null(statement_.get(), next_++);
  return *this;
}

std::unexpected<Error> SqliteStatement::error() const { return error_of(sqlite3_db_handle(statement_.get())); }

Result<bool> SqliteStatement::step() {
  switch (sqlite3_step(statement_.get())) {
    case SQLITE_ROW:
      return true;
    case SQLITE_DONE:
      return false;
    default:
      return error();
  }
}

Result<void> SqliteStatement::run() {
  auto more = step();
  while (more && *more) more = step();
  reset();
  if (!more) return std::unexpected(more.error());
  return {};
}

void SqliteStatement::reset() {
  sqlite3_reset(statement_.get());
  sqlite3_clear_bindings(statement_.get());
  next_ = 1;
}

std::string SqliteStatement::column_text(int column) const {
  const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement_.get(), column));
  return text == nullptr ? std::string() : std::string(text, static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column)));
}

std::int64_t SqliteStatement::column_number(int column) const { return sqlite3_column_int64(statement_.get(), column); }
double SqliteStatement::column_real(int column) const { return sqlite3_column_double(statement_.get(), column); }
bool SqliteStatement::is_null(int column) const { return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL; }

Result<SqliteConnection> SqliteConnection::open(const std::string& path, Mode mode) {
  const int flags = mode == Mode::kCreate ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY;
  sqlite3* raw = nullptr;
  const int code = sqlite3_open_v2(path.c_str(), &raw, flags | SQLITE_OPEN_NOMUTEX, nullptr);
  SqliteConnection connection(raw, path);
  if (code != SQLITE_OK) return fail(code_of(code), raw == nullptr ? "out of memory" : sqlite3_errmsg(raw), path);
  sqlite3_busy_timeout(raw, kBusyMilliseconds);
  return connection;
}

Result<SqliteStatement> SqliteConnection::prepare(std::string_view sql) {
  sqlite3_stmt* raw = nullptr;
  if (sqlite3_prepare_v2(connection_.get(), sql.data(), static_cast<int>(sql.size()), &raw, nullptr) != SQLITE_OK)
    return error_of(connection_.get());
  return SqliteStatement(raw);
}

Result<void> SqliteConnection::execute(const std::string& sql) {
  if (sqlite3_exec(connection_.get(), sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) return error_of(connection_.get());
  return {};
}

Result<std::int64_t> SqliteConnection::number(std::string_view sql) {
  auto statement = prepare(sql);
  if (!statement) return std::unexpected(statement.error());
  const auto row = statement->step();
  if (!row) return std::unexpected(row.error());
  return *row ? statement->column_number(0) : 0;
}

}  // namespace bayhaqi
