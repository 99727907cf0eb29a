"""Reads CoNLL-U for training: words, spaces, tags, lemmas, trees; and turns words into hashed features.

The features must be computed exactly as src/syntax/features.cpp does: FNV-1a of UTF-8 bytes, 32 bits.
"""
import re
from dataclasses import dataclass, field

KNOWN_FEATURES = {"Abbr", "Case", "Definite", "Degree", "Gender", "Mood", "NumType", "Number", "Person", "Polarity", "Poss", "PronType", "Reflex",
                  "Tense", "VerbForm", "Voice"}
OLD_RELATIONS = {"obl:tmod": "obl:unmarked", "obl:npmod": "obl:unmarked", "nmod:npmod": "nmod:unmarked", "nmod:tmod": "nmod:unmarked"}
RELATIONS = ("acl advcl advmod amod appos aux case cc ccomp clf compound conj cop csubj dep det discourse dislocated expl fixed flat goeswith iobj list mark "
             "nmod nsubj nummod obj obl orphan parataxis punct reparandum root vocative xcomp acl:relcl advcl:relcl aux:pass cc:preconj compound:prt csubj:pass "
             "det:predet flat:foreign nmod:desc nmod:poss nmod:unmarked nsubj:outer nsubj:pass csubj:outer obl:agent obl:unmarked").split()
# Wikinews (news, interview), OpenStax, papers and vlogs: CC BY; Wikivoyage and Wikipedia (bio): CC BY-SA; speeches: public domain.
FREE_GENRES = {"news", "interview", "voyage", "textbook", "vlog", "speech", "bio", "academic"}
QUOTES = {"\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"', "\u2012": "-", "\u2013": "-", "\u2014": "-", "\u2015": "-", "`": "'"}


@dataclass
class Sentence:
    forms: list = field(default_factory=list)
    tags: list = field(default_factory=list)      # "UPOS|Feat=Val|…"
    lemmas: list = field(default_factory=list)
    heads: list = field(default_factory=list)     # 0: root
    relations: list = field(default_factory=list)


def read(path, genres=None):
    sentences, here, genre = [], Sentence(), None
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            line = line.rstrip("\n")
            if line.startswith("# meta::genre") or line.startswith("# newdoc id"):
                if "genre" in line:
                    genre = line.split("=")[1].strip()
                else:
                    found = re.search(r"GUM_([a-z]+)_", line)
                    if found:
                        genre = found.group(1)
                continue
            if line.startswith("#"):
                continue
            if not line:
                if here.forms and (genres is None or genre in genres):
                    sentences.append(here)
                here = Sentence()
                continue
            cells = line.split("\t")
            if "-" in cells[0] or "." in cells[0]:
                continue
            features = [f for f in cells[5].split("|") if f.split("=")[0] in KNOWN_FEATURES and (f.split("=")[0] != "Polarity" or f.endswith("Neg"))]
            here.forms.append(cells[1])
            here.tags.append("|".join([cells[3]] + sorted(features)))
            here.lemmas.append(cells[2])
            here.heads.append(int(cells[6]))
            relation = OLD_RELATIONS.get(cells[7], cells[7])
            here.relations.append(relation if relation in RELATIONS else relation.split(":")[0])
    return sentences


def fnv(text):
    value = 0x811C9DC5
    for byte in text.encode("utf-8"):
        value = ((value ^ byte) * 0x01000193) & 0xFFFFFFFF
    return value


def plain(word):
    return "".join(QUOTES.get(c, c) for c in word).lower()


def shape(word):
    out = []
    for c in word:
        kind = "X" if c.isupper() else "x" if c.islower() else "d" if c.isdigit() else c if ord(c) < 128 else "u"
        if len(out) < 2 or out[-1] != kind or out[-2] != kind:
            out.append(kind)
    return "".join(out)[:12]


# Table sizes are powers of two; a feature is (table, row).
TABLES = {"word": 1 << 15, "suffix3": 1 << 12, "suffix2": 1 << 10, "prefix3": 1 << 12, "shape": 1 << 10, "grams": 1 << 14}
MOST_GRAMS = 12


def features(word):
    low = plain(word)
    marked = "<" + low + ">"
    grams = [fnv(marked[i:i + n]) & (TABLES["grams"] - 1) for n in (3, 4, 5) for i in range(0, max(0, len(marked) - n + 1))][:MOST_GRAMS * 2:]
    grams = grams[:MOST_GRAMS]
    return (fnv("w" + low) & (TABLES["word"] - 1), fnv("s" + low[-3:]) & (TABLES["suffix3"] - 1), fnv("t" + low[-2:]) & (TABLES["suffix2"] - 1),
            fnv("p" + low[:3]) & (TABLES["prefix3"] - 1), fnv("h" + shape(word)) & (TABLES["shape"] - 1), grams)


def lemma_rule(form, lemma):
    """How the lemma comes from the form: case operation, characters to strip, characters to add."""
    base, case = form.lower(), "l"
    if lemma and lemma[0].isupper():
        if form.isupper() and len(form) > 1 and lemma.isupper():
            base, case = form, "k"
        elif form[0].isupper():
            base, case = form[0] + form[1:].lower() if form.isupper() else form, "t" if form.isupper() else "k"
    common = 0
    while common < min(len(base), len(lemma)) and base[common] == lemma[common]:
        common += 1
    return f"{case}|{len(base) - common}|{lemma[common:]}"


def apply_rule(form, rule):
    case, strip, add = rule.split("|", 2)
    base = form.lower() if case == "l" else form if case == "k" else form[0] + form[1:].lower()
    strip = int(strip)
    return (base[:-strip] if strip else base) + add
