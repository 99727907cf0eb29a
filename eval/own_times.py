#!/usr/bin/env python3
"""Scores the coded time expressions of own_times.jsonl: one sentence, one expression and its TIMEX3 value a line.

    own_times.py GOLD CODED [--json] [--miss]      own_times.py --strip GOLD > INPUT.jsonl

found: an expression overlaps it; strict: exactly its words; value: overlaps and has the value; both: words and value.
"""
import json
import sys


def read(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def strip(gold):
    return "".join(json.dumps({"id": f"times-{n}", "published": g["published"], "text": g["text"]}) + "\n" for n, g in enumerate(gold))


def score(gold, coded, misses=None):
    records = {r["article"]["id"]: r for r in coded if "article" in r}
    hits = dict.fromkeys(("found", "strict", "value", "both"), 0)
    for n, g in enumerate(gold):
        begin = g["text"].index(g["expression"])
        span = [begin, begin + len(g["expression"])]
        times = [t for t in records.get(f"times-{n}", {}).get("times", []) if t["span"][0] < span[1] and span[0] < t["span"][1]]
        strict, value = [t for t in times if t["span"] == span], [t for t in times if t["value"] == g["value"]]
        both = [t for t in strict if t["value"] == g["value"]]
        for name, found in (("found", times), ("strict", strict), ("value", value), ("both", both)):
            hits[name] += bool(found)
        if misses is not None and not both:
            misses.append((g["published"], g["expression"], g["value"], [(g["text"][slice(*t["span"])], t["value"]) for t in times]))
    return {name: round(n / len(gold), 4) for name, n in hits.items()}


def main(arguments):
    paths = [a for a in arguments if not a.startswith("--")]
    if "--strip" in arguments:
        sys.stdout.write(strip(read(paths[0])))
        return 0
    if len(paths) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    misses = []
    figures = score(read(paths[0]), read(paths[1]), misses)
    if "--json" in arguments:
        print(json.dumps(figures))
    else:
        print("\n".join(f"{name:8} {value:.3f}" for name, value in figures.items()))
    if "--miss" in arguments:
        print(*misses, sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
