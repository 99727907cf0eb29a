#!/usr/bin/env python3
"""Scores times on the part of MEANTIME that is marked: the title, the date line and the four lines behind it.

    meantime_marked.py GOLD CODED [--json] [--miss]

In none of the corpus' 90 articles of training and development does a time stand behind the sixth line, while the text goes on for
8 to 40 more; the scorer of the corpora counts every expression found there as wrong. Here those are left out, and nothing else changes:
strict spans, relaxed spans, and relaxed spans with the value, one to one.
"""
import json
import sys

MARKED_LINES = 6


def read(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def marked_end(text):
    return len("\n".join(text.split("\n")[:MARKED_LINES]))


def expressions(article, record):
    """What is marked, and what was found in the marked part: [(begin, end), value]."""
    end = marked_end(article["text"])
    gold = [((m["start"], m["end"]), m["value"]) for m in article["markables"] if m.get("kind") == "TIMEX3" and m.get("end") and m["end"] > m["start"]]
    found = [(tuple(t["span"]), t["value"]) for t in record["times"] if t["span"][0] < end]
    return sorted(gold), sorted(found)


def f1(hits, found, gold):
    p, r = hits / max(found, 1), hits / max(gold, 1)
    return {"p": round(p, 4), "r": round(r, 4), "f1": round(2 * p * r / (p + r), 4) if hits else 0.0}


def overlap(a, b):
    return max(0, min(a[1], b[1]) - max(a[0], b[0])) * 2 / (a[1] - a[0] + b[1] - b[0])


def score(gold_articles, records, misses):
    coded = {r["article"]["id"]: r for r in records if "article" in r}
    n_gold = n_found = strict = relaxed = value = 0
    for article in gold_articles:
        gold, found = expressions(article, coded[article["id"]])
        n_gold, n_found = n_gold + len(gold), n_found + len(found)
        pairs = sorted(((overlap(g[0], f[0]), i, j) for i, g in enumerate(gold) for j, f in enumerate(found)), key=lambda p: (-p[0], p[1:]))
        used_gold, used_found = set(), set()
        for share, i, j in pairs:
            if share <= 0 or i in used_gold or j in used_found:
                continue
            used_gold.add(i)
            used_found.add(j)
            relaxed += 1
            strict += gold[i][0] == found[j][0]
            value += gold[i][1] == found[j][1]
            if gold[i] != found[j]:
                misses.append(("differs", article["text"][slice(*gold[i][0])], gold[i][1], article["text"][slice(*found[j][0])], found[j][1]))
        misses += [("missed", article["text"][slice(*g[0])], g[1]) for i, g in enumerate(gold) if i not in used_gold]
        misses += [("made up", article["text"][slice(*f[0])], f[1]) for j, f in enumerate(found) if j not in used_found]
    return {"strict": f1(strict, n_found, n_gold), "relaxed": f1(relaxed, n_found, n_gold), "relaxed_value": f1(value, n_found, n_gold)}


def main(arguments):
    paths = [a for a in arguments if not a.startswith("--")]
    if len(paths) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    misses = []
    figures = score(read(paths[0]), read(paths[1]), misses)
    print(json.dumps(figures) if "--json" in arguments else "\n".join(f"{k:14} P {v['p']:.3f}  R {v['r']:.3f}  F1 {v['f1']:.3f}" for k, v in figures.items()))
    if "--miss" in arguments:
        print(*misses, sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
