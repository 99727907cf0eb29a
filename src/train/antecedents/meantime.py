#!/usr/bin/env python3
"""Writes MEANTIME's articles as documents with clusters of mentions, the form that eval/coreference.py and fit.py read.

    meantime.py MEANTIME.jsonl > documents.jsonl

MEANTIME marks the mentions of the first lines of an article only, so the documents say "only_marked": a pronoun without a mark may stand for anything.
"""
import json, re, sys


def convert(article):
    text = article["text"]
    tokens, starts = [], []
    for match in re.finditer(r"\w+(?:[.,]\d+)*|'s\b|\S", text):
        tokens.append(match.group())
        starts.append(match.start())
    at = {start: number for number, start in enumerate(starts)}
    clusters = {mention: number for number, relation in enumerate(r for r in article["relations"] if r["type"] == "REFERS_TO") for mention in relation["from"]}
    mentions = []
    for mark in article["markables"]:
        if mark["kind"] != "ENTITY_MENTION" or mark["id"] not in clusters or mark["start"] not in at:
            continue
        first = at[mark["start"]]
        last = first
        while last < len(starts) and starts[last] < mark["end"]:
            last += 1
        mentions.append({"start": first, "end": last, "cluster": clusters[mark["id"]], "type": "entity"})
    return {"id": article["id"], "date": "", "title": "", "tokens": tokens, "mentions": mentions, "only_marked": True}


def main(path):
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            print(json.dumps(convert(json.loads(line)), ensure_ascii=False))


if __name__ == "__main__":
    main(sys.argv[1])
