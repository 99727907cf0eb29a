#!/usr/bin/env python3
"""Fits the weights of lexicon/antecedents.txt: a log-linear choice among the noun phrases before a pronoun and "none".

    fit.py train GOLD CANDIDATES [GENRE…] > lexicon/antecedents.txt          fit.py score GOLD CANDIDATES WEIGHTS [--miss] [GENRE…]

GOLD: documents with tokens and clusters as eval/coreference.py reads them. CANDIDATES: what bayhaqi_pronouns prints of the text that
`eval/coreference.py --strip GOLD` gives. GENRE: only documents whose id holds it. A candidate is right if its head is the head (here: the last
word before any preposition, relative or comma) of a mention in the pronoun's cluster. The likelihood of all right candidates together is maximised
with an L2 penalty of 0.5 (L-BFGS; needs numpy and scipy); no random numbers.
"""
import json, pathlib, sys

import numpy as np
from scipy.optimize import minimize

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[3] / "eval"))
import coreference

PENALTY = 0.5
ENDS = {"of", "in", "on", "at", "for", "from", "with", "who", "which", "that", "whose", "to", "by", "and", ",", "(", "about", "against", "between", "after"}


def head_of(tokens, start, end):
    """The likely head of a mention: the token before the first word that opens what follows it."""
    for at in range(start + 1, end):
        if tokens[at].lower() in ENDS and tokens[at - 1].lower() not in ENDS:
            return at - 1
    return end - 2 if end - start > 1 and tokens[end - 1] in ("'s", "’s", "'") else end - 1


def clusters_of(row):
    """First byte of heads -> clusters: a list has the head of its first member, and every token of a name counts as its head."""
    text, spans = coreference.text_of(row)
    found = {}
    for mention in row["mentions"]:
        start, end = mention["start"], mention["end"]
        head = head_of(row["tokens"], start, end)
        heads = [head]
        at = head
        while at > start and row["tokens"][at][:1].isupper() and row["tokens"][at - 1][:1].isupper():
            at -= 1
            heads.append(at)
        for each in heads:
            found.setdefault(len(text[:spans[each][0]].encode()), set()).add(mention["cluster"])
    return found, text


def read(gold_path, candidates_path, genres):
    rows = {row["id"]: row for row in coreference.read(gold_path, genres)}
    gold = {key: clusters_of(row) for key, row in rows.items()}
    examples = []
    with open(candidates_path, encoding="utf-8") as lines:
        for line in map(json.loads, lines):
            if line["article"] not in gold:
                continue
            clusters, text = gold[line["article"]]
            mine = clusters.get(line["pronoun"])
            if mine is None and rows[line["article"]].get("only_marked"):
                continue
            right = [mine is not None and any(not mine.isdisjoint(clusters.get(word, ())) for word in (head, stands)) for head, stands, _ in line["candidates"]]
            right[0] = not any(right[1:])
            examples.append((line, right, text))
    return examples


def matrices(examples, names):
    for line, right, _ in examples:
        matrix = np.zeros((len(right), len(names)))
        for i, (_, _, features) in enumerate(line["candidates"]):
            for name, value in features.items():
                if name in names:
                    matrix[i, names[name]] = value
        yield matrix, np.array(right)


def fit(data, size):
    def loss(weights):
        total, gradient = 0.5 * PENALTY * weights @ weights, PENALTY * weights
        for matrix, right in data:
            scores = matrix @ weights
            chances = np.exp(scores - scores.max())
            chances /= chances.sum()
            mine = chances * right
            total -= np.log(mine.sum())
            gradient = gradient + matrix.T @ (chances - mine / mine.sum())
        return total, gradient
    return minimize(loss, np.zeros(size), jac=True, method="L-BFGS-B", options={"maxiter": 500}).x


def show(examples, data, weights, miss):
    table = {}
    for (line, right, text), (matrix, _) in zip(examples, data):
        scores = matrix @ weights
        best = int(scores.argmax())
        raw = text.encode()
        pronoun = raw[line["pronoun"]:line["pronoun"] + 12].decode(errors="ignore").split()[0].lower()
        kind = "he, she" if pronoun[0] in "h" or pronoun.startswith("she") else "it" if pronoun.startswith("it") else "they"
        for key in (kind, "all"):
            count = table.setdefault(key, [0, 0, 0, 0, 0])
            count[0] += 1
            count[1] += right[best]
            count[2] += best > 0
            count[3] += best > 0 and right[best]
            count[4] += not right[0]
        if miss and not right[best]:
            at = line["candidates"][best][0]
            chosen = raw[at:at + 25].decode(errors="ignore").split()[0] if at >= 0 else "-"
            print(f"{line['article']}: {raw[max(0, line['pronoun'] - 150):line['pronoun']].decode(errors='ignore')}[{pronoun}] chose {chosen}")
    for key, (count, hits, answered, good, anaphoric) in sorted(table.items()):
        print(f"{key:8s} {count:5d}  accuracy {hits / count:.3f}  precision {good / max(answered, 1):.3f}  recall {good / max(anaphoric, 1):.3f}")


def main(arguments):
    miss = "--miss" in arguments
    arguments = [a for a in arguments if a != "--miss"]
    if len(arguments) < 3 or arguments[0] not in ("train", "score"):
        print(__doc__, file=sys.stderr)
        return 2
    genres = arguments[3 if arguments[0] == "train" else 4:]
    examples = read(arguments[1], arguments[2], genres)
    if arguments[0] == "train":
        names = {name: i for i, name in enumerate(sorted({n for line, _, _ in examples for _, _, features in line["candidates"] for n in features}))}
        weights = fit(list(matrices(examples, names)), len(names))
        print("# What speaks for and against a noun phrase as what a pronoun stands for (src/actor/antecedents.h).\n"
              "# Format: feature | weight\n# Source: learned by src/train/antecedents/recipe.sh (models/README.md).")
        for name, i in names.items():
            print(f"{name} | {weights[i]:.3f}")
    else:
        weights = {name.strip(): float(value) for name, value in (line.split("|") for line in open(arguments[3], encoding="utf-8") if not line.startswith("#"))}
        names = {name: i for i, name in enumerate(weights)}
        show(examples, list(matrices(examples, names)), np.array(list(weights.values())), miss)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
