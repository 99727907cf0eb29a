#!/usr/bin/env python3
"""Checks that the bundled dispatches were read as what they are: date, publisher, first and last words, and nothing of the page
around them. Usage: check_samples.py RECORDS.jsonl"""
import json
import os
import sys

# input: (published starts with, text contains near its start, text contains near its end, words of the page that must be away)
FACTS = {
    "honduras_2009.html": ("2009-06-30", "Soldiers seized President Manuel Zelaya", "he intended to fly home on Thursday with Insulza.",
                           ["Cheap flights", "plantain", "All rights reserved", "fourth ballot", "Print this page"]),
    "iran_deal_2015.html": ("2015-07-14", "Iran and six world powers reached an agreement", "not to criticise it crudely.",
                            ["cookies", "puzzle app", "Sign up", "danube_dan", "celebrate, people", "Oil price falls", "Subscribe"]),
    "spies_1971.html": ("1971-09-25", "Britain ordered 90 Soviet officials", "any other country of Western Europe, the Foreign Office said.",
                        ["Share this", "lifeboat", "grandfather", "email address", "Proudly powered", "Fish prices"]),
    "korea_summit_2000.html": ("2000-06-15", "The leaders of North and South Korea signed", "ended in a truce in 1953.", ["Bullet train", "Copyright"]),
    "tehran_hostages_1981.htm": ("1981-01-21", "Iran freed 52 American hostages", "as the new president's envoy.", ["webmaster", "Search"]),
    "suez_1956.txt": ("1956-11-07", "Britain and France ordered their troops", "later this month.", []),
    "libya_1986.txt": ("1986-04-15", "American warplanes bombed targets", "Security Council to meet at once.", ["WARPLANES BOMB LIBYA"]),
    "india_pakistan_2025.txt": ("2025-05-11", "India and Pakistan agreed on Saturday", "welcomed the ceasefire.", ["News ID", "Publish Date", "ferrystreet"]),
    "taylor_verdict_2012.txt": ("2012-04-27", "A court backed by the United Nations", "the sentence on May 30.", ["News ID", "hagueletter"]),
    "vietnam_1979.txt": ("1979-02-19", "Chinese troops backed by tanks", "could be checked.", []),
}
WIRE = [("leipzig-1989", "1989-10-10"), (None, "2023-02-08"), ("crimea-sanctions", "2014-03-18"), ("swap-2022", "2022-12-09"),
        ("colombia-2016", "2016-08-25"), ("eritrea-2018", "2018-07-10")]
DATELINES = {"honduras_2009.html": "TEGUCIGALPA", "iran_deal_2015.html": "VIENNA", "spies_1971.html": "LONDON",
             "korea_summit_2000.html": "SEOUL", "tehran_hostages_1981.htm": "ALGIERS", "suez_1956.txt": "LONDON",
             "libya_1986.txt": "WASHINGTON", "india_pakistan_2025.txt": "NEW DELHI", "taylor_verdict_2012.txt": "THE HAGUE",
             "vietnam_1979.txt": "BANGKOK"}


def check_page(name, article, faults):
    published, first, last, away = FACTS[name]
    text = article["text"]
    if not (article["published"] or "").startswith(published):
        faults.append(f"{name}: published {article['published']}, expected {published}")
    if not article["title"]:
        faults.append(f"{name}: no title")
    if first not in text[:400]:
        faults.append(f"{name}: '{first}' not near the start: {text[:80]!r}")
    if not text.endswith(last):
        faults.append(f"{name}: ends with {text[-80:]!r}")
    faults.extend(f"{name}: '{word}' is in the text" for word in away if word in text)
    place = (article["dateline"] or {}).get("place") or ""
    if not place.upper().startswith(DATELINES[name]):
        faults.append(f"{name}: dateline {article['dateline']}, expected {DATELINES[name]}")


def main():
    faults, wire, seen = [], [], set()
    for line in open(sys.argv[1], encoding="utf-8"):
        article = json.loads(line)["article"]
        name = os.path.basename(article["input"].split("#")[0])
        if name == "wire.jsonl":
            wire.append(article)
        elif name in FACTS:
            seen.add(name)
            check_page(name, article, faults)
        for broken in ("\ufffd", "â€", "Ã©", "\u0097"):
            if broken in article["text"]:
                faults.append(f"{name}: broken letters {broken!r}")
    faults.extend(f"{name} is missing" for name in sorted(set(FACTS) - seen))
    if len(wire) != len(WIRE):
        faults.append(f"wire.jsonl: {len(wire)} articles, expected {len(WIRE)}")
    for article, (identity, published) in zip(wire, WIRE):
        if identity and article["id"] != identity:
            faults.append(f"wire.jsonl: id {article['id']}, expected {identity}")
        if not (article["published"] or "").startswith(published):
            faults.append(f"wire.jsonl: {identity} published {article['published']}, expected {published}")
        if not article["publisher"] or not article["title"]:
            faults.append(f"wire.jsonl: {identity} without publisher or title")
    print("\n".join(faults))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
