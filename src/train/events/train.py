"""Learns the classifier of acts: from the event dictionary itself and from what its lines code in free text.

    train.py LEXICON_FOLDER ONTOLOGY_FOLDER PREDICATES.tsv OUT/weights.txt [--epochs N]

In: the frames (each line is an example: its verb and its words say its category) and the output of bayhaqi_predicates. Out: a
text of weights, one feature a line, sorted. Multinomial logistic regression by stochastic gradient descent (AdaGrad) with
L2; every example is also shown without its verb, so that the model learns what objects, prepositions and actors say about an
act whose verb it has never met. Standard library only; seed 17; the same input gives the same file.
"""
import math, random, sys
from collections import Counter
from pathlib import Path

CATEGORIES = "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT -".split()
SEED, RATE, DECAY, LEAST, KEPT = 17, 0.3, 2e-6, 3, 0.08
HELD_OUT = 10  # every tenth example of the text measures


def rows(path):
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield [field.strip() for field in line.split("|")]


def read_sets(folder):
    sets = {}
    for path in sorted((folder / "events/sets").glob("*.txt")):
        for row in rows(path):
            sets[row[0]] = [member.strip() for member in row[1].split(";")]
    def expand(word, depth=0):
        if not word.startswith("%"):
            return [word]
        return [each for member in sets.get(word, []) if depth < 8 for each in expand(member, depth + 1)]
    return expand


def category_of(ontology):
    codes = {row[0]: row[3] if len(row) > 3 else "" for row in rows(ontology / "cameo.txt")}
    def find(code):
        code = code.rstrip("+")
        if code == "-":
            return "-"
        while code and code not in codes:
            code = code[:-1]
        return codes.get(code, "")
    return find


def dictionary_examples(folder, ontology, rng):
    """A line says: this verb with one of these words is of that category. At most three words of a set stand for it."""
    expand, category = read_sets(folder), category_of(ontology)
    for path in sorted((folder / "events/frames").glob("*.txt")):
        for row in rows(path):
            words = row[0].split()
            head, _, pos = words[0].rpartition("/")
            label = category(row[1])
            if pos != "v" or not label or head.startswith("model-"):
                continue
            for verb in expand(head):
                features = ["v:" + verb]
                for constraint in words[1:]:
                    slot, _, values = constraint.partition("=")
                    if slot.endswith("!") or slot in ("text", "aux", "adv", "mod", "poss"):
                        continue
                    members = [each.split("~")[0] for value in values.split(",") for each in expand(value)]
                    plain = [m for m in members if m[0] not in "@$*-"]
                    actors = [m[1:] for m in members if m[0] == "$" and len(m) == 4]
                    if slot not in ("subj", "obj", "comp", "iobj"):
                        features.append("prep:" + slot)
                    features += [f"{slot}:{m}" for m in rng.sample(plain, min(3, len(plain))) if slot != "subj"]
                    features += [f"{slot}={m}" for m in actors[:2]]
                yield label, sorted(set(features))


def text_examples(path):
    for line in path.read_text(encoding="utf-8").splitlines():
        label, *features = line.split("\t")
        if label in CATEGORIES and features:
            yield label, features


class Model:
    def __init__(self):
        self.weights, self.squares = {}, {}

    def probabilities(self, features):
        scores = [0.0] * len(CATEGORIES)
        for feature in features:
            for k, weight in enumerate(self.weights.get(feature, ())):
                scores[k] += weight
        top = max(scores)
        exps = [math.exp(score - top) for score in scores]
        total = sum(exps)
        return [e / total for e in exps]

    def learn(self, label, features):
        probabilities = self.probabilities(features)
        gold = CATEGORIES.index(label)
        for feature in features:
            weights = self.weights.setdefault(feature, [0.0] * len(CATEGORIES))
            squares = self.squares.setdefault(feature, [1e-6] * len(CATEGORIES))
            for k, p in enumerate(probabilities):
                slope = p - (k == gold) + DECAY * weights[k]
                if abs(slope) < 1e-3:
                    continue
                squares[k] += slope * slope
                weights[k] -= RATE * slope / math.sqrt(squares[k])


def report(model, examples, name):
    """How right the model is without the verb, by how sure it is."""
    bins = Counter(), Counter()
    for label, features in examples:
        probabilities = model.probabilities(["bias"] + [f for f in features if not f.startswith("v:")])
        best = max(range(len(CATEGORIES)), key=probabilities.__getitem__)
        step = min(int(probabilities[best] * 10), 9)
        bins[0][step] += 1
        bins[1][step] += CATEGORIES[best] == label
    print(f"{name}, verb hidden: {sum(bins[1].values())} of {sum(bins[0].values())} right")
    for step in sorted(bins[0]):
        print(f"  {step / 10:.1f}-{(step + 1) / 10:.1f}  {bins[0][step]:6d}  {bins[1][step] / bins[0][step]:.2f} right")


def main():
    lexicon, ontology, predicates, out = (Path(each) for each in sys.argv[1:5])
    epochs = int(sys.argv[6]) if len(sys.argv) > 6 and sys.argv[5] == "--epochs" else 4
    rng = random.Random(SEED)
    dictionary = list(dictionary_examples(lexicon, ontology, rng))
    text = list(text_examples(predicates))
    held, seen = text[::HELD_OUT], [each for i, each in enumerate(text) if i % HELD_OUT]
    counts = Counter(feature for _, features in dictionary + seen for feature in set(features))
    examples = [(label, ["bias"] + [f for f in features if counts[f] >= LEAST or f.startswith("v:")]) for label, features in dictionary + seen]
    print(f"{len(dictionary)} examples of the dictionary, {len(seen)} of text, {len(held)} held out, {len(counts)} features")
    model = Model()
    for epoch in range(epochs):
        rng.shuffle(examples)
        for label, features in examples:
            hidden = [f for f in features if not f.startswith("v:")]
            model.learn(label, features if len(hidden) < 2 or rng.random() < 0.4 else hidden)
        print(f"epoch {epoch + 1}")
    report(model, held, "held-out text")
    lines = []
    for feature, weights in model.weights.items():
        shown = "; ".join(f"{name} {weight:.2f}" for name, weight in zip(CATEGORIES, weights) if abs(weight) >= KEPT)
        if shown and "|" not in feature and ";" not in feature and "\t" not in feature:
            lines.append(f"{feature} | {shown}")
    lines.sort(key=lambda line: line.split(" | ")[0].encode())
    out.write_text("# Weights of the classifier of acts, learned by src/train/events/train.py (seed 17). Not to be edited by hand.\n"
                   "# Format: feature | category weight; category weight …   (features: docs/events.md; '-' is no act)\n"
                   "# Source: this dictionary, and its codings of the texts that src/train/events/recipe.sh names.\n" + "\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(lines)} features written to {out}")


main()
