"""Writes the free news texts that the encoder reads without labels, one paragraph a line.

    python news_text.py --data FOLDER --out news.txt

Only sets whose licence lets a shipped model be trained on them: plover_synthetic (MIT), meantime (CC BY 4.0), crossner_politics (MIT),
the public-domain, OGL and CC BY sources of re3d. Training splits only. Order: as in the files; repeated paragraphs are dropped.
"""
import argparse, json, re

SETS = ("plover_synthetic", "meantime", "crossner_politics", "re3d")
FREE_SOURCES = ("CENTCOM", "US State Department", "UK Government", "Australian Department of Foreign Affairs")


def texts(folder, name):
    with open(f"{folder}/{name}/train.jsonl", encoding="utf-8") as lines:
        for line in lines:
            item = json.loads(line)
            if name == "re3d" and item["source"] not in FREE_SOURCES:
                continue
            if name == "plover_synthetic":
                yield item["prompt"].split("\n")[0]
            text = item.get("text")
            if text is None:
                text = " ".join(item["tokens"])
            yield from re.split(r"\n+", text)


def main():
    a = argparse.ArgumentParser(); a.add_argument("--data", required=True); a.add_argument("--out", required=True)
    a = a.parse_args()
    seen = set()
    with open(a.out, "w", encoding="utf-8") as out:
        for name in SETS:
            for text in texts(a.data, name):
                text = " ".join(text.split())
                if len(text) >= 20 and text not in seen:
                    seen.add(text)
                    out.write(text + "\n\n")


if __name__ == "__main__":
    main()
