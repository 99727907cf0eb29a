#!/usr/bin/env python3
"""Scores pronouns of people, organisations and places that have a name: does "he" lead to the right one?

    coreference.py --strip GOLD [GENRE…] > articles.jsonl     coreference.py GOLD CODED [--miss] [GENRE…]

GOLD: GUM's documents as {"id", "date", "title", "tokens", "mentions": [{"start", "end" (tokens), "cluster", "type"}]}. GENRE: only documents
whose id holds it ("news"). Counted is each third-person pronoun whose cluster has a name (a mention that is no pronoun and in which a
word other than a sentence's first has a capital). It is right if the actor of our mention there has another mention, no pronoun itself, that
shares its last word with a mention of the same cluster.

  answered   share of pronouns that have an actor       precision   right of those answered       recall   right of all
  known      the same recall where some other mention of the cluster is an actor of ours: names that the actor layer leaves out as
             no actors of politics (a singer, a village) can't be found by any pronoun
"""
import json
import sys

PRONOUNS = {"he", "him", "his", "himself", "she", "her", "hers", "herself", "it", "its", "itself", "they", "them", "their", "theirs", "themselves"}
NAMED = {"person", "organization", "place"}
NO_SPACE_BEFORE = {",", ".", ";", ":", "?", "!", ")", "]", "'s", "n't", "’s", "%"}


def read(path, genres):
    with open(path, encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines if line.strip()]
    return [row for row in rows if not genres or any(genre in row["id"] for genre in genres)]


def text_of(row):
    """The running text and the span of each token in it; as the row has them, else put together from the tokens."""
    if "text" in row:
        return row["text"], row["spans"]
    text, spans = "", []
    for token in row["tokens"]:
        if text and token not in NO_SPACE_BEFORE and text[-1] not in "([$":
            text += " "
        spans.append((len(text), len(text) + len(token)))
        text += token
    return text, spans


def is_pronoun(row, mention):
    return mention["end"] - mention["start"] == 1 and row["tokens"][mention["start"]].lower() in PRONOUNS


def is_name(row, mention):
    words = row["tokens"][mention["start"]:mention["end"]]
    begins = mention["start"] == 0 or row["tokens"][mention["start"] - 1] in ".?!\""
    return any(word[:1].isupper() and not (i == 0 and begins and len(words) > 1) for i, word in enumerate(words)) and not is_pronoun(row, mention)


def actors_by_end(record, text):
    """Last character of each mention -> actors; and for each actor the ends of its mentions that are no pronouns."""
    by_end, names = {}, {}
    for number, actor in enumerate(record["actors"]):
        for begin, end in actor["mentions"]:
            by_end.setdefault(end, set()).add(number)
            if text[begin:end].lower() not in PRONOUNS:
                names.setdefault(number, set()).add(end)
    return by_end, names


def score(rows, records, misses):
    count = {"all": 0, "answered": 0, "right": 0, "known": 0}
    for row in rows:
        text, spans = text_of(row)
        by_end, names = actors_by_end(records[row["id"]], text)
        clusters = {}
        for mention in row["mentions"]:
            clusters.setdefault(mention["cluster"], []).append(mention)
        for mentions in clusters.values():
            if mentions[0]["type"] not in NAMED or not any(is_name(row, mention) for mention in mentions):
                continue
            ends = {spans[mention["end"] - 1][1] for mention in mentions if not is_pronoun(row, mention)}
            known = any(end in by_end for end in ends)
            for mention in mentions:
                if not is_pronoun(row, mention):
                    continue
                begin, end = spans[mention["start"]]
                found = by_end.get(end, set())
                right = any(names.get(actor, set()) & ends for actor in found)
                count["all"] += 1
                count["answered"] += bool(found)
                count["right"] += right
                count["known"] += known
                if not right:
                    name = next(m for m in mentions if is_name(row, m))
                    wrong = [records[row["id"]]["actors"][a]["name"] for a in found]
                    misses.append(f"{row['id']}: {text[max(0, begin - 60):begin]}[{text[begin:end]}]{text[end:end + 30]} | {' '.join(row['tokens'][name['start']:name['end']])} | got {wrong} {'' if known else '(no actor)'}")
    share = lambda part, whole: round(part / max(whole, 1), 4)
    return {"pronouns": count["all"], "answered": share(count["answered"], count["all"]), "precision": share(count["right"], count["answered"]),
            "recall": share(count["right"], count["all"]), "known": share(count["right"], count["known"])}


def strip(rows):
    return "".join(json.dumps({"id": row["id"], "published": row["date"], "title": row["title"], "text": text_of(row)[0]}, ensure_ascii=False) + "\n" for row in rows)


def main(arguments):
    paths = [a for a in arguments if a.endswith(".jsonl")]
    genres = [a for a in arguments if not a.endswith(".jsonl") and not a.startswith("--")]
    rows = read(paths[0], genres) if paths else []
    if "--strip" in arguments and paths:
        print(strip(rows), end="")
        return 0
    if len(paths) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    records = {record["article"]["id"]: record for record in (json.loads(line) for line in open(paths[1], encoding="utf-8")) if "article" in record}
    misses = []
    for name, value in score(rows, records, misses).items():
        print(f"{name:10s} {value}")
    if "--miss" in arguments:
        print("\n".join(misses))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
