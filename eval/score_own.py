#!/usr/bin/env python3
"""Scores coded records against gold dispatches; needs nothing but the standard library.

    score_own.py GOLD.jsonl CODED.jsonl [--json] [--miss]     figures; with --miss also what was missed or made up
    score_own.py --strip GOLD.jsonl                           input for the program

what: trigger overlaps and PLOVER category is the same; who-whom: also source and target by country; full: also sectors and status;
dyads: distinct (sentence, category, source, target) by country; said: content with Dice overlap of at least 0.7; who-said: also the
speaker's code; status, date, claimed_by, cameo: share of the events found by `what`; times: words and value; places: words and country.
"""
import json, sys
from collections import Counter
from sentences import sentence_spans

EVENT_FIELDS = ("status", "date", "claimed_by", "cameo2", "cameo")


def read(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def lands(codes):
    return {c if c.startswith("IGO") else c[:3] for c in codes or []}


def pairs(left, right, worth):
    """One-to-one pairs, the best first."""
    ranked = sorted(((worth(a, b), i, j) for i, a in enumerate(left) for j, b in enumerate(right)), reverse=True)
    used_i, used_j, out = set(), set(), []
    for value, i, j in ranked:
        if value > 0 and i not in used_i and j not in used_j:
            used_i.add(i)
            used_j.add(j)
            out.append((left[i], right[j]))
    return out


def alike(gold, coded):
    (gb, ge), (cb, ce) = gold["span"], coded["trigger"]
    if gb >= ce or cb >= ge:
        return 0
    if gold["plover"] != coded["plover"]["event"]:
        return 1
    return 5 + (lands(gold["source"]) == lands(coded["source"])) + (lands(gold["target"]) == lands(coded["target"]))


def letters(spans):
    return {k for b, e in spans for k in range(b, e)}


def dyads(events, category, place, spans):
    sentence = lambda at: next((k for k, (b, e) in enumerate(spans) if b <= at < e), -1)
    return {(sentence(place(e)), category(e), a, b) for e in events for a in lands(e["source"]) for b in lands(e["target"]) if a != b}


def score_events(gold, coded, tally, misses):
    spans = sentence_spans(gold["text"])
    found, matched = coded.get("events", []), pairs(gold["events"], coded.get("events", []), alike)
    for name in ("trigger", "what", "who-whom", "full"):
        tally["gold", name] += len(gold["events"])
        tally["found", name] += len(found)
    tally["hit", "trigger"] += len(matched)
    right = [(g, c) for g, c in matched if g["plover"] == c["plover"]["event"]]
    for g, c in right:
        who = lands(g["source"]) == lands(c["source"]) and lands(g["target"]) == lands(c["target"])
        same = set(g["source"]) == set(c["source"]) and set(g["target"]) == set(c["target"])
        tally["hit", "what"] += 1
        tally["hit", "who-whom"] += who
        tally["hit", "full"] += same and g["status"] == c["status"]
        of = {"status": g["status"] == c["status"], "date": g["date"] == (c.get("date") or {}).get("value"),
              "claimed_by": [lands([x]) for x in g["claimed_by"]] == [lands([x]) for x in c.get("claimed_by") or []],
              "cameo2": g["cameo"][:2] == (c["cameo"] or "")[:2], "cameo": g["cameo"] == c["cameo"]}
        for name in EVENT_FIELDS:
            tally["share", name] += of[name]
        if not who:
            misses.append((gold["id"], "actors", g["trigger"], g["plover"], g["source"], g["target"], "got", c["source"], c["target"]))
        misses += [(gold["id"], name, g["trigger"], g[name], "got", c.get(name)) for name in ("status", "date", "claimed_by") if not of[name]]
    good_gold, good_coded = {id(g) for g, _ in right}, {id(c) for _, c in right}
    misses += [(gold["id"], "missed", g["trigger"], g["plover"], g["source"], g["target"]) for g in gold["events"] if id(g) not in good_gold]
    misses += [(gold["id"], "made up", gold["text"][c["trigger"][0]:c["trigger"][1]], c["plover"]["event"], c["source"], c["target"])
               for c in found if id(c) not in good_coded]
    left = dyads(gold["events"], lambda e: e["plover"], lambda e: e["span"][0], spans)
    right_side = dyads(found, lambda e: e["plover"]["event"], lambda e: e["trigger"][0], spans)
    add(tally, "dyads", len(left & right_side), len(left), len(right_side))


def add(tally, name, hit, gold, found):
    tally["hit", name] += hit
    tally["gold", name] += gold
    tally["found", name] += found


def score_statements(gold, coded, tally, misses):
    text, left = gold["text"], []
    for one in gold["statements"]:
        parts = one["content"] if isinstance(one["content"], list) else [one["content"]]
        left.append(dict(one, letters=letters((text.find(p), text.find(p) + len(p)) for p in parts)))
    right = [dict(s, letters=letters(s["content"]), at=k) for k, s in enumerate(coded.get("statements", []))]

    def overlap(a, b):
        size = len(a["letters"]) + len(b["letters"])
        dice = 2 * len(a["letters"] & b["letters"]) / size if size else 0
        return dice + 0.1 * (a["code"] == b["code"]) if dice >= 0.7 else 0
    matched = pairs(left, right, overlap)
    add(tally, "said", len(matched), len(left), len(right))
    add(tally, "who-said", sum(a["code"] == b["code"] for a, b in matched), len(left), len(right))
    home = {b["at"]: next(k for k, one in enumerate(left) if one is a) for a, b in matched}
    tally["nested"] += sum(a["parent"] == (home.get(b["parent"], -1) if b["parent"] is not None else None) for a, b in matched)
    misses += [(gold["id"], "speaker", a["speaker"], a["code"], "got", b["code"]) for a, b in matched if a["code"] != b["code"]]
    known = {id(a) for a, _ in matched}
    misses += [(gold["id"], "not heard", a["speaker"], a["content"]) for a in left if id(a) not in known]


def locate(gold):
    """Gives each gold event without a span that of its trigger nearest to its sentence."""
    spans = sentence_spans(gold["text"])
    for event in gold["events"]:
        if "span" in event:
            continue
        words, found, at = event["trigger"], [], gold["text"].find(event["trigger"])
        while at >= 0:
            found.append(at)
            at = gold["text"].find(words, at + 1)
        begin, end = spans[min(event["sentence"], len(spans) - 1)]
        best = min(found, key=lambda k: 0 if begin <= k < end else min(abs(k - begin), abs(k - end)), default=0)
        event["span"] = [best, best + len(words)]


def score(golds, records):
    coded = {r["article"]["id"]: r for r in records if "article" in r}
    tally, misses = Counter(), []
    for gold in golds:
        locate(gold)
        record = coded.get(gold["id"], {})
        text = record.get("article", {}).get("text", "")
        score_events(gold, record, tally, misses)
        score_statements(gold, record, tally, misses)
        left = Counter((t["text"], t["value"]) for t in gold["times"])
        right = Counter((text[t["span"][0]:t["span"][1]], t["value"]) for t in record.get("times", []))
        add(tally, "times", sum((left & right).values()), sum(left.values()), sum(right.values()))
        misses += [(gold["id"], "time", *t) for t in left - right] + [(gold["id"], "time made up", *t) for t in right - left]
        left = {(p["text"], p["country"]) for p in gold["places"]}
        right = {(text[p["span"][0]:p["span"][1]], p["country"]) for p in record.get("places", [])}
        add(tally, "places", len(left & right), len(left), len(right))
        misses += [(gold["id"], "place", *p) for p in left - right] + [(gold["id"], "place made up", *p) for p in right - left]
    return figures(tally), misses


def figures(tally):
    out = {}
    for name in ("trigger", "what", "who-whom", "full", "dyads", "said", "who-said", "times", "places"):
        both = tally["gold", name] + tally["found", name]
        out[name] = round(2 * tally["hit", name] / both, 4) if both else 0.0
    for name in EVENT_FIELDS:
        out[name] = round(tally["share", name] / max(1, tally["hit", "what"]), 4)
    out["nested"] = round(tally["nested"] / max(1, tally["hit", "said"]), 4)
    return out


def main(arguments):
    files = [a for a in arguments if not a.startswith("--")]
    if "--strip" in arguments:
        for gold in read(files[0]):
            print(json.dumps({k: gold[k] for k in ("id", "publisher", "published", "dateline", "title", "text") if k in gold}, ensure_ascii=False))
        return 0
    if len(files) != 2:
        print(__doc__)
        return 2
    result, misses = score(read(files[0]), read(files[1]))
    if "--json" in arguments:
        print(json.dumps(result))
    else:
        for name, value in result.items():
            print(f"{name:11} {value:.3f}")
    if "--miss" in arguments:
        for miss in misses:
            print("  ", *miss)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
