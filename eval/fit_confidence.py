#!/usr/bin/env python3
"""Fits the weights of an event's confidence (src/event/code_events.cpp) on the own dispatches.

    eval/fit_confidence.py [PROGRAM]        two minutes

What is known of each event (`trust` in `bayhaqi explain`): the classifier's probability of its category, the parser's certainty about
the trigger, whether there is a target. Right: the category is that of a gold event with overlapping words. Prints the weights of a
logistic regression, and on the own and, with ../shared, the gold dispatches how well it tells right from wrong (AUC) and how far it
lies from the truth (expected calibration error, ten bins).
"""
import json, math, pathlib, re, subprocess, sys, tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
import reliability_events as rel
import score_own

TRUST = re.compile(r"^\s+trust\s+classifier ([\d.]+), tree ([\d.]+), (a|no) target$", re.M)


def features(program, article):
    """One row for each event, in text order."""
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "article.jsonl"
        path.write_text(json.dumps({k: v for k, v in article.items() if k in ("id", "published", "text", "title", "dateline", "publisher")}) + "\n", encoding="utf-8")
        shown = subprocess.run([program, "explain", path], capture_output=True, text=True).stdout
        record = rel.coded(program, path.read_text(encoding="utf-8"))[0]
    return record, [(1.0, math.log(max(float(p), 0.01)), float(tree), float(target == "a")) for p, tree, target in TRUST.findall(shown)]


def rows_of(program, path):
    for gold in score_own.read(path):
        record, known = features(program, gold)
        score_own.locate(gold)
        if len(known) != len(record["events"]):
            continue  # an event without a trace can't be placed
        good = rel.right(gold, record["events"])
        yield from ((x, id(event) in good) for x, event in zip(known, record["events"]))


def fit(rows, rounds=3000, rate=0.2):
    weights = [0.0] * 4
    for _ in range(rounds):
        slope = [0.0] * 4
        for x, y in rows:
            error = probability(weights, x) - y
            for i, value in enumerate(x):
                slope[i] += error * value
        weights = [w - rate * (s + (w if i else 0)) / len(rows) for i, (w, s) in enumerate(zip(weights, slope))]
    return weights


def probability(weights, x):
    return 1 / (1 + math.exp(-sum(w * v for w, v in zip(weights, x))))


def report(name, weights, rows):
    scores = [(probability(weights, x), y) for x, y in rows]
    right, wrong = [s for s, y in scores if y], [s for s, y in scores if not y]
    auc = sum((a > b) + (a == b) / 2 for a in right for b in wrong) / max(1, len(right) * len(wrong))
    bins = {}
    for s, y in scores:
        bins.setdefault(int(s * 10), []).append((s, y))
    error = sum(abs(sum(s - y for s, y in part)) for part in bins.values()) / len(scores)
    print(f"{name:10} {len(rows)} events, AUC {auc:.3f}, calibration error {error:.3f}")


def main():
    program = sys.argv[1] if len(sys.argv) > 1 else str(HERE.parent / "build/release/bayhaqi")
    own = [row for name in ("gold", "gold_b") for row in rows_of(program, HERE / f"own/{name}.jsonl")]
    weights = fit(own)
    print("bias {:.2f}, classifier {:.2f}, tree {:.2f}, target {:.2f}".format(*weights))
    report("own", weights, own)
    if rel.SHARED.is_dir():
        report("gold dev", weights, list(rows_of(program, rel.SHARED / "gold/dev.jsonl")))


if __name__ == "__main__":
    main()
