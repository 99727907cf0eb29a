#!/usr/bin/env python3
"""Scores nested reports: who says that who says what (eval/nested_speech.jsonl).

    nested_speech.py [--program FILE] [--miss]     codes the sentences and prints the figures; with --miss what went wrong

A line of the gold is {"id", "text", "statements": [{"speaker", "speaker_span", "cue", "content", "content_spans", "parent"}]}: spans are
half-open offsets in code points, `parent` is the index of the statement that reports this one, speaker null where nobody is named.

said: content with Dice overlap of at least 0.7; who-said: also the speaker's words overlap (or both name nobody); cue: also the cue
overlaps; nested: statements inside another whose own content and whose parent's content are both found, and tied to each other.
"""
import json, pathlib, subprocess, sys, tempfile
from collections import Counter

HERE = pathlib.Path(__file__).resolve().parent
GOLD = HERE / "nested_speech.jsonl"
LEAST = 0.7


def read(text):
    return [json.loads(line) for line in text.splitlines() if line.strip()]


def code(program, gold):
    lines = "".join(json.dumps({"id": g["id"], "text": g["text"]}) + "\n" for g in gold)
    with tempfile.TemporaryDirectory() as folder:
        source = pathlib.Path(folder) / "nested.jsonl"
        source.write_text(lines, encoding="utf-8")
        done = subprocess.run([program, "code", "--to", "jsonl", str(source)], capture_output=True, text=True, timeout=300)
    if not done.stdout:
        sys.exit(f"{program}: {done.stderr.strip()[-300:]}")
    return {r["article"]["id"]: r for r in read(done.stdout)}


def dice(left, right):
    a, b = ({k for begin, end in spans for k in range(begin, end)} for spans in (left, right))
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0


def touch(left, right):
    return left[0] < right[1] and right[0] < left[1] if left and right else left is None and right is None


def pairs(gold, found):
    ranked = sorted(((dice(g["content_spans"], f["content"]), -i, -j) for i, g in enumerate(gold) for j, f in enumerate(found)), reverse=True)
    partner, used = {}, set()
    for worth, i, j in ranked:
        if worth >= LEAST and -i not in partner and -j not in used:
            partner[-i] = -j
            used.add(-j)
    return partner


def tally(item, record, counts, misses):
    gold, found = item["statements"], record["statements"]
    partner = pairs(gold, found)
    counts["gold"] += len(gold)
    counts["found"] += len(found)
    counts["gold.inner"] += sum(g["parent"] is not None for g in gold)
    counts["found.inner"] += sum(f["parent"] is not None for f in found)
    for i, g in enumerate(gold):
        if i not in partner:
            misses.append((item["id"], "not found", g["content"]))
            continue
        f = found[partner[i]]
        counts["said"] += 1
        counts["who-said"] += touch(g["speaker_span"], f["speaker_span"])
        counts["cue"] += touch(g["cue"], f["cue"])
        tied = g["parent"] is not None and f["parent"] is not None and partner.get(g["parent"]) == f["parent"]
        counts["nested"] += tied
        if not touch(g["speaker_span"], f["speaker_span"]):
            misses.append((item["id"], "speaker", g["speaker"], "got", f["speaker_span"] and item["text"][slice(*f["speaker_span"])]))
        if not tied and (g["parent"] is not None or f["parent"] is not None):
            misses.append((item["id"], "parent", g["content"], "got", f["parent"]))
    for j, f in enumerate(found):
        if j not in partner.values():
            misses.append((item["id"], "made up", [item["text"][b:e] for b, e in f["content"]]))


def figure(hit, found, gold):
    p, r = (hit / n if n else 0.0 for n in (found, gold))
    return {"p": round(p, 4), "r": round(r, 4), "f1": round(2 * p * r / (p + r), 4) if p + r else 0.0}


def score(gold, records):
    counts, misses = Counter(), []
    for item in gold:
        tally(item, records[item["id"]], counts, misses)
    figures = {name: figure(counts[name], counts["found"], counts["gold"]) for name in ("said", "who-said", "cue")}
    figures["nested"] = figure(counts["nested"], counts["found.inner"], counts["gold.inner"])
    return figures, misses, counts


def main(arguments):
    program = str(HERE.parent / "build/release/bayhaqi")
    if "--program" in arguments:
        at = arguments.index("--program")
        program = arguments[at + 1]
    gold = read(GOLD.read_text(encoding="utf-8"))
    figures, misses, counts = score(gold, code(program, gold))
    for name, value in figures.items():
        print(f"{name:10} P {value['p']:.3f}  R {value['r']:.3f}  F1 {value['f1']:.3f}")
    print(f"{len(gold)} sentences, {counts['gold']} statements, {counts['gold.inner']} of them inside another")
    if "--miss" in arguments:
        for miss in misses:
            print("  ", *miss)


if __name__ == "__main__":
    main(sys.argv[1:])
