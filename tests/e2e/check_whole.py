#!/usr/bin/env python3
"""Checks that each article of a database has exactly the rows that the same article has in a database that was written to its
end. Copies of article number n of samples/wire.jsonl are named copy-NNNNN with NNNNN mod 6 = n.
Usage: check_whole.py CUT.db WHOLE.db [ARTICLES]"""
import sqlite3
import sys


def owner_column(database, table):
    """The column of a table that points at its article, by its foreign key; None if there is none."""
    for key in database.execute(f"PRAGMA foreign_key_list({table})"):
        if key[2] == "articles":
            return key[3]
    names = [column[1] for column in database.execute(f"PRAGMA table_info({table})")]
    return next((name for name in ("article_id", "article") if name in names), None)


def counts_by_article(database):
    """{article id: {table: rows}}"""
    names = [column[1] for column in database.execute("PRAGMA table_info(articles)")]
    ids = {row[0]: row[1] for row in database.execute("SELECT rowid, id FROM articles")}
    by_text = "id" in names and any(isinstance(name, str) for name in ids.values())
    counts = {name: {} for name in ids.values()}
    tables = [row[0] for row in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    orphans = []
    for table in tables:
        column = None if table == "articles" else owner_column(database, table)
        if column is None:
            continue
        for owner, count in database.execute(f"SELECT {column}, count(*) FROM {table} GROUP BY {column}"):
            name = owner if by_text and owner in counts else ids.get(owner)
            if name not in counts:
                orphans.append(f"{table}: {count} rows of no article ({owner})")
            else:
                counts[name][table] = count
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
        return 1 if faults else 0
    order = [row[0] for row in whole.execute("SELECT id FROM articles ORDER BY rowid")]
    patterns = counts_by_article(whole)[0]
    counts, orphans = counts_by_article(cut)
    faults += orphans
    for name, rows in counts.items():
        pattern = patterns[order[int(name.removeprefix("copy-")) % len(order)]]
        if rows != pattern:
            faults.append(f"{name}: {rows}, expected {pattern}")
    if len(sys.argv) > 3 and len(counts) != int(sys.argv[3]):
        faults.append(f"{len(counts)} articles, expected {sys.argv[3]}")
    print("\n".join(faults[:10]))
    print(f"{len(counts)} articles, {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
