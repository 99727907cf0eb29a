"""Fills the lemma table of a model: what a word with a tag is a form of, so that the network's rules decide on unknown words only.

    python lemmas.py --ud FOLDER --news news.conllu --model in.model --out out.model

Sources, the first that knows a pair decides: pairs of the treebanks (EWT before GUM, whose lemmas differ: "people"); inflected forms
made from the base forms that treebanks and news hold, by English spelling; names as news writes them ("asia": Asia).
news.conllu: the output of `bayhaqi parse` with the model over the text of news_text.py.
"""
import argparse
from collections import Counter, defaultdict
import corpus, export

SURE, ENOUGH, FREQUENT = 0.9, 2, 3
VOWELS = "aeiou"
CAPITALS = {"PROPN", "ADJ"}   # tags whose lemmas keep capitals


def pairs(sentences):
    found = defaultdict(Counter)
    for s in sentences:
        for w, l, t in zip(s.forms, s.lemmas, s.tags): found[corpus.plain(w), t.split("|")[0]][l] += 1
    return found


def settled(found):
    table = {}
    for (word, tag), seen in found.items():
        lemma, most = seen.most_common(1)[0]; total = sum(seen.values())
        if total < ENOUGH or most / total <= SURE or "\t" in lemma: continue
        if any(c.isupper() for c in lemma) and tag not in CAPITALS: continue
        table[word, tag] = lemma
    return table


def closed(word):
    """Ends in one consonant behind one vowel: doubles it before a vowel if the syllable is stressed."""
    return len(word) > 2 and word[-1] not in VOWELS + "wxy" and word[-2] in VOWELS and word[-3] not in VOWELS


def stems(word):
    """What stands before -ed, -er, -est, with e dropped; several where the stress decides."""
    if word.endswith("e"): return [word[:-1]]
    if word.endswith("y") and word[-2] not in VOWELS: return [word[:-1] + "i"]
    if word.endswith("c"): return [word + "k"]
    if not closed(word): return [word]
    one = sum(c in VOWELS and (i == 0 or word[i - 1] not in VOWELS) for i, c in enumerate(word)) == 1
    return [word + word[-1]] if one else [word, word + word[-1]]


def with_s(word):
    if word.endswith("y") and word[-2] not in VOWELS: return [word[:-1] + "ies"]
    if word.endswith(("s", "x", "z", "ch", "sh")): return [word + "es"]
    return [word + "s", word + "es"] if word.endswith("o") else [word + "s"]


def with_ing(word):
    if word.endswith("ie"): return [word[:-2] + "ying"]
    if word.endswith(("ee", "oe", "ye")) or word.endswith("y"): return [word + "ing"]
    return [s + "ing" for s in stems(word)]


def forms(word, tag):
    if tag == "NOUN": return with_s(word)
    if tag == "VERB": return with_s(word) + with_ing(word) + [s + "ed" for s in stems(word)]
    return [s + e for s in stems(word) for e in ("er", "est")]


def bases(sentences, news):
    """Counts of base forms by tag."""
    count = Counter()
    for group, least in ((sentences, 1), (news, FREQUENT)):
        here = Counter()
        for s in group:
            for w, l, t in zip(s.forms, s.lemmas, s.tags):
                tag = t.split("|")[0]
                if tag in ("NOUN", "VERB", "ADJ") and l.isalpha() and l.isascii() and l.islower() and len(l) > 2 and (group is sentences or w == l and "Plur" not in t and "Ger" not in t and "Part" not in t): here[l, tag] += 1
        for pair, n in here.items():
            if n >= least: count[pair] += n
    return count


def inflected(count):
    made = defaultdict(Counter)
    for (word, tag), n in count.items():
        for form in forms(word, tag):
            if form != word + "s": made[form, tag][word] += n   # which the network never gets wrong
    table = {}
    for pair, seen in made.items():
        best = seen.most_common(2)
        if pair not in count and (len(best) == 1 or best[0][1] >= 4 * best[1][1]): table[pair] = best[0][0]
    return table


def names(news):
    table = {}
    for (word, tag), seen in pairs(news).items():
        lemma, most = seen.most_common(1)[0]
        if tag == "PROPN" and most >= FREQUENT and most / sum(seen.values()) > 0.9 and lemma[:1].isupper(): table[word, tag] = lemma
    return table


def main():
    a = argparse.ArgumentParser()
    for name in ("ud", "news", "model", "out"): a.add_argument("--" + name, required=True)
    a = a.parse_args()
    ewt, gum, news = corpus.read(a.ud + "/en_ewt-ud-train.conllu"), corpus.read(a.ud + "/en_gum-ud-train.conllu", corpus.FREE_GENRES), corpus.read(a.news)
    table = names(news)
    for more in (inflected(bases(ewt + gum, news)), settled(pairs(gum)), settled(pairs(ewt + gum)), settled(pairs(ewt))): table.update(more)
    p, tags, rules, before = export.read(a.model)
    export.write(a.out, p, tags, rules, table)
    print(len(before), "pairs before,", len(table), "now")


if __name__ == "__main__":
    main()
