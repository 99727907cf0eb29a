#!/usr/bin/env python3
"""Makes eval/own/gold.jsonl out of the marked dispatches eval/own/[a-d].marked and eval/own/gold_b.jsonl out of [e-f].marked, and checks every mark.
The first set may be looked at while the program is mended; the second is only measured.

A dispatch is a block of lines, blocks are parted by blank lines:
  # id | published | dateline | publisher | title
  a paragraph a line, with {trigger~CAMEO~SOURCE>TARGET~status~date~claimed} around the words of each event; codes are parted by commas,
    A,B<> puts all on both sides; status a n p m u = actual negated planned possible urged; the last three fields may be left out
  S speaker | code | name | to | content || content | d i m | parent
  T words = value ; words = value
  P words CODE lat lon ; words CODE
"""
import json, pathlib, re, sys
ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "eval"))
from sentences import sentence_spans

STATUS = dict(a="actual", n="negated", p="planned", m="possible", u="urged")
SETS = (("[a-d].marked", "gold.jsonl"), ("[e-f].marked", "gold_b.jsonl"))
FORM = dict(d="direct", i="indirect", m="mixed")
SECTORS = {"", "GOV", "MIL", "COP", "JUD", "LEG", "SPY", "REB", "OPP", "PTY", "MED", "EDU", "BUS", "LAB", "CVL", "CRM", "REL", "ELI"}
BODIES = set("UNO NAT EUR AFU ARL ASN IAE ICC ICJ SCO OPC OSC ECW GCC WHO IMF WBK PCA OPW".split()) | {""}
faults = []


def category_of():
    table = {}
    for line in (ROOT / "ontology/cameo.txt").read_text().splitlines():
        fields = [f.strip() for f in line.split("|")]
        if not line.startswith("#") and len(fields) > 3:
            table[fields[0]] = fields[3]
    return table


def codes(words, where):
    out = [w.strip() for w in words.split(",") if w.strip()]
    for code in out:
        country, sector = code[:3], code[3:]
        good = sector in BODIES if country == "IGO" else code in ("MED", "CVL", "BUS", "CRM", "MIL", "REB", "GOV", "OPP", "JUD", "REL", "EDU", "ELI") or country in ("NGO", "MNC") or (
            sector in SECTORS and re.fullmatch("[A-Z]{3}", country))
        if not good:
            faults.append(f"{where}: odd code {code}")
    return out


def event(body, where, table):
    fields = (body.split("~") + [""] * 6)[:6]
    words, cameo, parties, status, date, claimed = (f.strip() for f in fields)
    if cameo not in table:
        faults.append(f"{where}: no category for {cameo} of {words}")
    if date and not re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", date):
        faults.append(f"{where}: odd date {date}")
    if parties.endswith("<>"):
        source = target = codes(parties[:-2], where)
    else:
        source, target = (codes(p, where) for p in parties.split(">"))
    return {"trigger": words, "source": source, "target": target, "plover": table.get(cameo), "cameo": cameo,
            "status": STATUS[status or "a"], "date": date or None, "claimed_by": codes(claimed, where)}


def statement(line, where, text):
    fields = [f.strip() for f in re.split(r"(?<!\|)\|(?!\|)", line)]
    speaker, code, name, to, content, form, parent = (fields + [""] * 7)[:7]
    parts = [p.strip() for p in content.split("||")]
    for part in parts + [speaker]:
        if part not in text:
            faults.append(f"{where}: not in the text: {part}")
    return {"speaker": speaker, "code": (codes(code, where) or [None])[0], "name": name or None, "to": codes(to, where),
            "content": parts if len(parts) > 1 else parts[0], "form": FORM[form or "i"], "parent": int(parent) if parent else None}


def dispatch(block, table):
    head = [f.strip() for f in block[0][1:].split("|")]
    where, paragraphs, rest = head[0], [], []
    for line in block[1:]:
        (rest if re.match(r"[STP] ", line) else paragraphs).append(line)
    marked, events, text = "\n\n".join(paragraphs), [], ""
    for piece in re.split(r"(\{[^}]*\})", marked):
        if piece.startswith("{"):
            events.append((len(text), event(piece[1:-1], where, table)))
            piece = events[-1][1]["trigger"]
        text += piece
    spans = sentence_spans(text)
    for at, one in events:
        one["span"] = [at, at + len(one["trigger"])]
        one["sentence"] = next(k for k, (b, e) in enumerate(spans) if b <= at < e)
    item = {"id": where, "publisher": head[3], "published": head[1], "dateline": head[2], "title": head[4], "text": text,
            "events": [e for _, e in events], "statements": [], "times": [], "places": []}
    for line in rest:
        kind, line = line[0], line[2:]
        if kind == "S":
            item["statements"].append(statement(line, where, text))
            continue
        for one in filter(None, (o.strip() for o in line.split(";"))):
            if kind == "T":
                words, value = one.rsplit(" = ", 1)
                item["times"].append({"text": words, "value": value})
            else:
                words, country, point = re.fullmatch(r"(.+?) ([A-Z]{3}|-)((?: -?[\d.]+){2})?", one).groups()
                item["places"].append({"text": words, "country": None if country == "-" else country})
                if point:
                    item["places"][-1] |= dict(zip(("lat", "lon"), map(float, point.split())))
            if words not in text:
                faults.append(f"{where}: not in the text: {words}")
    return item, len(spans)


def build(table, files, gold):
    items, sentences = [], 0
    for path in sorted((ROOT / "eval/own").glob(files)):
        for block in re.split(r"\n\s*\n", path.read_text(encoding="utf-8").strip()):
            item, n = dispatch(block.splitlines(), table)
            items.append(item)
            sentences += n
    (ROOT / "eval/own" / gold).write_text("".join(json.dumps(i, ensure_ascii=False) + "\n" for i in items), encoding="utf-8")
    kinds = [e["plover"] for i in items for e in i["events"]]
    print(gold, len(items), "dispatches,", sentences, "sentences,", len(kinds), "events,", sum(len(i["statements"]) for i in items), "statements")
    print({k: kinds.count(k) for k in sorted(set(kinds), key=str)})
    return items


def main():
    table = category_of()
    items = [item for files, gold in SETS for item in build(table, files, gold)]
    ids = [i["id"] for i in items]
    faults.extend(f"{i}: twice" for i in set(ids) if ids.count(i) > 1)
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
