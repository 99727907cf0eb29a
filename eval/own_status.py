#!/usr/bin/env python3
"""Scores what the records of `code --predicates` say of marked predicates.

    own_status.py GOLD CODED [--json] [--miss]      own_status.py --strip GOLD > INPUT.jsonl

GOLD: own_status.jsonl (id, published, text, marks: [{span, status}]), or a corpus of factuality (tokens, targets with values
from -3 to 3: above 0.5 happened, below -0.5 not, between uncertain); then the five statuses are compared as three classes.
A mark is judged by the predicate that overlaps it, the longest overlap first. coverage: share of marks judged; accuracy and macro_f1
of the judged, in the five statuses (own) or the three classes; own sets also have the three classes as accuracy3 and macro3.
"""
import json, pathlib, sys

CLASSES = {"actual": "happened", "negated": "not", "planned": "uncertain", "possible": "uncertain", "urged": "uncertain"}
sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent.parent / "shared/score"))


def read(path):
    """Items with marks; those of a corpus have classes instead of statuses."""
    items = []
    for line in pathlib.Path(path).read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if "marks" in row:
            items.append({"id": row["id"], "published": row["published"], "text": row["text"], "marks": [(m["span"], m["status"]) for m in row["marks"]]})
            continue
        from factuality import prepare  # only where the corpora are
        item = prepare(row)
        items.append({"id": item["id"], "text": item["text"], "marks": [(list(span), label) for span, label in item["gold"]]})
    return items


def strip(items):
    return "".join(json.dumps({k: item[k] for k in ("id", "published", "text") if k in item}) + "\n" for item in {i["id"]: i for i in items}.values())


def agreement(pairs):
    """Accuracy, and the mean F1 of the labels that have gold."""
    labels = sorted({gold for gold, _ in pairs})
    scores = []
    for label in labels:
        hits = sum(gold == found == label for gold, found in pairs)
        scores.append(2 * hits / (sum(gold == label for gold, _ in pairs) + sum(found == label for _, found in pairs)))
    return round(sum(gold == found for gold, found in pairs) / max(1, len(pairs)), 4), round(sum(scores) / max(1, len(scores)), 4)


def score(items, coded, misses=None):
    records = {r["article"]["id"]: r for r in coded if "article" in r}
    pairs, marks = [], 0
    for item in items:
        predicates = records.get(item["id"], {}).get("predicates", [])
        for (begin, end), label in item["marks"]:
            marks += 1
            near = [(p["span"][0] - begin if p["span"][0] > begin else 0, p) for p in predicates if p["span"][0] < end and begin < p["span"][1]]
            if not near:
                if misses is not None:
                    misses.append((label, "none", f"{item['text'][:begin]}[{item['text'][begin:end]}]{item['text'][end:]}"))
                continue
            found = min(near, key=lambda pair: pair[0])[1]["status"]
            found = found if label in CLASSES else CLASSES[found]
            pairs.append((label, found))
            if misses is not None and found != label:
                misses.append((label, found, f"{item['text'][:begin]}[{item['text'][begin:end]}]{item['text'][end:]}"))
    figures = {"marks": marks, "coverage": round(len(pairs) / max(1, marks), 4)}
    figures["accuracy"], figures["macro_f1"] = agreement(pairs)
    if all(gold in CLASSES for gold, _ in pairs):
        figures["accuracy3"], figures["macro3"] = agreement([(CLASSES[gold], CLASSES[found]) for gold, found in pairs])
    return figures


def main(arguments):
    paths = [a for a in arguments if not a.startswith("--")]
    if "--strip" in arguments and paths:
        sys.stdout.write(strip(read(paths[0])))
        return 0
    if len(paths) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    misses = []
    figures = score(read(paths[0]), [json.loads(line) for line in open(paths[1], encoding="utf-8")], misses)
    if "--json" in arguments:
        print(json.dumps(figures))
    else:
        print("\n".join(f"{name:10} {value}" for name, value in figures.items()))
    if "--miss" in arguments:
        print("\n".join(f"{gold} as {found}: {text}" for gold, found, text in misses))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
