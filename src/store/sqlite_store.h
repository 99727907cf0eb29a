// Records in one SQLite file (docs/store.md has the tables). In: record lines. Out: rows by article; an article that is coded
// again replaces its rows. add() works inside a transaction that commit() ends, so a batch is one transaction and the file
// holds whole articles only, whenever the program is killed (rollback journal). What is not committed is dropped on destruction.
// The file carries its layout's version (user_version); another layout is an Error, never a change of the file.
// One thread at a time. Reference: https://www.sqlite.org/atomiccommit.html
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "bayhaqi/result.h"
#include "store/record_rows.h"
#include "store/sqlite_handle.h"

namespace bayhaqi {

inline constexpr int kStoreVersion = 2;

class SqliteStore {
 public:
  static Result<SqliteStore> open(const std::string& path);  // creates the file and its tables where there are none
  static Result<SqliteStore> open_read_only(const std::string& path);

  Result<void> add(std::string_view record);
  Result<void> commit();
  [[nodiscard]] bool in_transaction() const { return in_transaction_; }

  SqliteConnection& connection() { return connection_; }

 private:
  explicit SqliteStore(SqliteConnection connection) : connection_(std::move(connection)) {}
  Result<void> check_version(bool may_create);
  Result<void> begin();
  Result<void> remove(const std::string& article_id);
  Result<void> insert(const RecordRows& rows, std::string_view record);
  Result<void> insert_article(const ArticleRow& row, std::string_view record);
  Result<void> insert_events(const RecordRows& rows);
  Result<void> insert_statements(const RecordRows& rows);
  Result<void> insert_small_layers(const RecordRows& rows);
  Result<SqliteStatement*> prepared(const char* sql);

  SqliteConnection connection_;
  std::map<std::string_view, SqliteStatement> statements_;  // by SQL text, static storage
  bool in_transaction_ = false;
};

}  // namespace bayhaqi
