"""Coded events judged against gold ones: shared by eval/reliability and eval/fit_confidence.py."""
import json, pathlib, subprocess, tempfile

import score_own

SHARED = pathlib.Path(__file__).resolve().parent.parent.parent / "shared"


def coded(program, lines):
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        file.write(lines)
        file.flush()
        done = subprocess.run([program, "code", "--to", "jsonl", file.name], capture_output=True, text=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def right(gold, events):
    """Ids of the events that overlap a gold event of their category, one to one; `gold` is located."""
    return {id(c) for g, c in score_own.pairs(gold["events"], events, score_own.alike) if g["plover"] == c["plover"]["event"]}


def judged(program, path):
    """(confidence, right) of each event."""
    golds = score_own.read(path)
    records = {r["article"]["id"]: r for r in coded(program, "".join(json.dumps(g) + "\n" for g in golds)) if "article" in r}
    for gold in golds:
        score_own.locate(gold)
        events = records.get(gold["id"], {}).get("events", [])
        good = right(gold, events)
        for event in events:
            yield event["confidence"], id(event) in good
