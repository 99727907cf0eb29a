// The tables of a store, version 2. All offsets are code points of articles.text. docs/store.md explains every column.
#pragma once

#include <array>

namespace bayhaqi {

inline constexpr const char* kCreateTables = R"sql(
CREATE TABLE articles (
  id TEXT PRIMARY KEY NOT NULL, input TEXT, publisher TEXT, news_id TEXT, url TEXT, title TEXT, published TEXT, dateline_place TEXT,
  dateline_agency TEXT, authors TEXT, language TEXT, text TEXT NOT NULL, record TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE sentences (
  article_id TEXT NOT NULL REFERENCES articles(id), number INTEGER NOT NULL, begin INTEGER NOT NULL, "end" INTEGER NOT NULL, text TEXT,
  PRIMARY KEY (article_id, number)) WITHOUT ROWID;
CREATE TABLE actors (
  article_id TEXT NOT NULL REFERENCES articles(id), number INTEGER NOT NULL, name TEXT, code TEXT, country TEXT, sector TEXT, lexicon_id TEXT, roles TEXT,
  PRIMARY KEY (article_id, number)) WITHOUT ROWID;
CREATE TABLE statements (
  article_id TEXT NOT NULL REFERENCES articles(id), number INTEGER NOT NULL, sentence INTEGER, actor INTEGER, speaker TEXT, code TEXT, name TEXT,
  "to" TEXT, cue TEXT, content TEXT, form TEXT NOT NULL, parent INTEGER,
  PRIMARY KEY (article_id, number)) WITHOUT ROWID;
CREATE TABLE events (
  article_id TEXT NOT NULL REFERENCES articles(id), number INTEGER NOT NULL, id TEXT NOT NULL, sentence INTEGER NOT NULL, "trigger" TEXT,
  source TEXT, target TEXT, plover TEXT, mode TEXT, context TEXT, cameo TEXT, quad INTEGER, goldstein REAL, status TEXT NOT NULL,
  date TEXT, date_start TEXT, date_end TEXT, country TEXT, place TEXT, latitude REAL, longitude REAL, precision TEXT, region TEXT, claimed_by TEXT, statement INTEGER,
  confidence REAL, rule TEXT,
  PRIMARY KEY (article_id, number)) WITHOUT ROWID;
CREATE INDEX events_by_id ON events(id);
CREATE INDEX events_by_cameo ON events(cameo);
CREATE INDEX events_by_date ON events(date_start);
CREATE TABLE parties (
  article_id TEXT NOT NULL REFERENCES articles(id), event INTEGER NOT NULL, side TEXT NOT NULL, position INTEGER NOT NULL, code TEXT NOT NULL, actor INTEGER, words TEXT,
  PRIMARY KEY (article_id, event, side, position)) WITHOUT ROWID;
CREATE INDEX parties_by_code ON parties(code);
CREATE TABLE spans (
  article_id TEXT NOT NULL REFERENCES articles(id), layer TEXT NOT NULL, number INTEGER NOT NULL, role TEXT NOT NULL, position INTEGER NOT NULL,
  begin INTEGER NOT NULL, "end" INTEGER NOT NULL,
  PRIMARY KEY (article_id, layer, number, role, position)) WITHOUT ROWID;
CREATE TABLE times (
  article_id TEXT NOT NULL REFERENCES articles(id), number INTEGER NOT NULL, words TEXT, type TEXT, value TEXT,
  PRIMARY KEY (article_id, number)) WITHOUT ROWID;
CREATE TABLE places (
  article_id TEXT NOT NULL REFERENCES articles(id), number INTEGER NOT NULL, words TEXT, name TEXT, country TEXT, latitude REAL, longitude REAL, geonames INTEGER,
  precision TEXT, region TEXT, cow INTEGER, gw INTEGER,
  PRIMARY KEY (article_id, number)) WITHOUT ROWID;
)sql";

// One per table, the article last.
inline constexpr std::array<const char*, 9> kDeleteArticle = {
    "DELETE FROM sentences WHERE article_id = ?", "DELETE FROM actors WHERE article_id = ?",  "DELETE FROM statements WHERE article_id = ?",
    "DELETE FROM events WHERE article_id = ?",    "DELETE FROM parties WHERE article_id = ?", "DELETE FROM spans WHERE article_id = ?",
    "DELETE FROM times WHERE article_id = ?",     "DELETE FROM places WHERE article_id = ?",  "DELETE FROM articles WHERE id = ?"};

inline constexpr const char* kInsertArticle = "INSERT INTO articles VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)";
inline constexpr const char* kInsertSentence = "INSERT INTO sentences VALUES (?,?,?,?,?)";
inline constexpr const char* kInsertActor = "INSERT INTO actors VALUES (?,?,?,?,?,?,?,?)";
inline constexpr const char* kInsertStatement = "INSERT INTO statements VALUES (?,?,?,?,?,?,?,?,?,?,?,?)";
inline constexpr const char* kInsertEvent = "INSERT INTO events VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)";
inline constexpr const char* kInsertParty = "INSERT INTO parties VALUES (?,?,?,?,?,?,?)";
inline constexpr const char* kInsertSpan = "INSERT INTO spans VALUES (?,?,?,?,?,?,?)";
inline constexpr const char* kInsertTime = "INSERT INTO times VALUES (?,?,?,?,?)";
inline constexpr const char* kInsertPlace = "INSERT INTO places VALUES (?,?,?,?,?,?,?,?,?,?,?,?)";

}  // namespace bayhaqi
