#!/usr/bin/env python3
"""Draws mentions of actors at random from coded records, to be judged by hand.

    sample_mentions.py CODED.jsonl COUNT SEED      article, offset, words, code, and the words around (not to be kept)
"""
import json, random, sys


def main(path, count, seed):
    mentions, texts = [], {}
    with open(path, encoding="utf-8") as lines:
        for record in map(json.loads, lines):
            for actor in record.get("actors", []):
                for begin, end in actor["mentions"] if actor["code"] else []:
                    mentions.append((record["article"]["id"], begin, end, actor["code"], record["article"]["published"] or ""))
            if "article" in record:
                texts[record["article"]["id"]] = record["article"]["text"]
    for article, begin, end, code, published in sorted(random.Random(seed).sample(sorted(mentions), count)):
        text = texts[article]
        print(article, begin, text[begin:end].replace("\n", " "), code, published[:10], text[max(0, begin - 150):end + 90].replace("\n", " ").replace("\t", " "), sep="\t")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
