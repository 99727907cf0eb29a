#!/usr/bin/env python3
"""Checks that each article of a database has exactly the rows that an article of the same text has in a database that was written
to its end. Usage: check_whole.py CUT.db WHOLE.db [ARTICLES]"""
import sqlite3
import sys


def rows_by_article(database):
    """{article id: {table: rows}}, and what belongs to no article."""
    counts = {row[0]: {} for row in database.execute("SELECT id FROM articles")}
    orphans = []
    tables = [row[0] for row in database.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")]
    for table in tables:
        columns = [column[1] for column in database.execute(f"PRAGMA table_info({table})")]
        if "article_id" not in columns:
            continue
        for article, count in database.execute(f"SELECT article_id, count(*) FROM {table} GROUP BY article_id"):
            if article in counts:
                counts[article][table] = count
            else:
                orphans.append(f"{table}: {count} rows of no article ({article})")
    return counts, orphans


def main():
    cut, whole = sqlite3.connect(sys.argv[1]), sqlite3.connect(sys.argv[2])
    state = cut.execute("PRAGMA integrity_check").fetchone()[0]
    faults = [] if state == "ok" else [f"integrity check: {state}"]
    broken = cut.execute("PRAGMA foreign_key_check").fetchall()
    if broken:
        faults.append(f"{len(broken)} rows point at nothing, e.g. {broken[0]}")
    if not cut.execute("SELECT name FROM sqlite_master WHERE name = 'articles'").fetchone():
        print("no tables yet")
        return 1 if faults or len(sys.argv) > 3 else 0
    expected = rows_by_article(whole)[0]
    pattern = {text: expected[name] for name, text in whole.execute("SELECT id, text FROM articles")}
    counts, orphans = rows_by_article(cut)
    faults += orphans
    for name, text in cut.execute("SELECT id, text FROM articles"):
        if counts[name] != pattern.get(text):
            faults.append(f"{name}: {counts[name]}, expected {pattern.get(text)}")
    if len(sys.argv) > 3 and len(counts) != int(sys.argv[3]):
        faults.append(f"{len(counts)} articles, expected {sys.argv[3]}")
    print("\n".join(faults[:10]))
    print(f"{len(counts)} articles, {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
