"""Precision and recall of arcs by relation: GOLD.conllu against SYSTEM.conllu over the same tokens, relations without subtype.

    python arc_scores.py GOLD.conllu SYSTEM.conllu
"""
import sys
from collections import Counter

GROUPS = {"subject": ("nsubj", "csubj"), "object": ("obj", "iobj"), "oblique": ("obl",), "complement": ("ccomp", "xcomp"), "conjunct": ("conj",), "particle": ("compound:prt",)}


def arcs(path):
    out, sentence = [], 0
    for line in open(path, encoding="utf-8"):
        cells = line.rstrip("\n").split("\t")
        if len(cells) == 1: sentence += line == "\n"
        elif cells[0].isdigit(): out.append((sentence, cells[0], cells[6], cells[7]))
    return out


def main():
    gold, found = arcs(sys.argv[1]), arcs(sys.argv[2])
    for name, relations in GROUPS.items():
        def of(all_arcs): return Counter((s, d, h, r if r in relations else r.split(":")[0]) for s, d, h, r in all_arcs if r in relations or (":" not in relations[0] and r.split(":")[0] in relations))
        g, f = of(gold), of(found)
        right = sum((g & f).values())
        print(f"{name:12} P {right / max(1, sum(f.values())):.3f}  R {right / max(1, sum(g.values())):.3f}  gold {sum(g.values())}")


if __name__ == "__main__":
    main()
