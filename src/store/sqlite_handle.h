// SQLite's C interface behind two small classes: a connection and a prepared statement. Errors become Result with SQLite's own
// message. A connection and its statements belong to one thread at a time; a statement must not outlive its connection.
// Reference: https://www.sqlite.org/c3ref/intro.html
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "bayhaqi/result.h"

struct sqlite3;
struct sqlite3_stmt;

namespace bayhaqi {

class SqliteStatement {
 public:
  // Binds the next parameter. An empty text is bound as null.
  SqliteStatement& text(std::string_view value);
  SqliteStatement& number(std::int64_t value);
  SqliteStatement& number(std::optional<std::int64_t> value);
  SqliteStatement& real(std::optional<double> value);

  Result<bool> step();  // true: there is a row
  Result<void> run();   // to the end, then ready to be bound again
  void reset();

  // Columns of the present row, from 0; null gives empty, 0 or nothing.
  [[nodiscard]] std::string column_text(int column) const;
  [[nodiscard]] std::int64_t column_number(int column) const;
  [[nodiscard]] double column_real(int column) const;
  [[nodiscard]] bool is_null(int column) const;

 private:
  friend class SqliteConnection;
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const;
  };
  explicit SqliteStatement(sqlite3_stmt* statement) : statement_(statement) {}
  [[nodiscard]] std::unexpected<Error> error() const;
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
  int next_ = 1;
};

class SqliteConnection {
 public:
  enum class Mode : std::uint8_t { kCreate, kReadOnly };
  static Result<SqliteConnection> open(const std::string& path, Mode mode);

  Result<SqliteStatement> prepare(std::string_view sql);
  Result<void> execute(const std::string& sql);       // one or several statements without parameters
  Result<std::int64_t> number(std::string_view sql);  // first column of the first row
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  struct Close {
    void operator()(sqlite3* connection) const;
  };
  SqliteConnection(sqlite3* connection, std::string path) : connection_(connection), path_(std::move(path)) {}
  std::unique_ptr<sqlite3, Close> connection_;
  std::string path_;
};

}  // namespace bayhaqi
