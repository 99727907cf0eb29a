#!/usr/bin/env python3
"""Reads the marked articles of src/train/antecedents/articles and writes them as documents with clusters of mentions, as fit.py reads them.

    marked.py FILE… > documents.jsonl         marked.py --text FILE… > articles.jsonl (what bayhaqi_pronouns reads)         marked.py --check FILE…

A file holds articles, each opened by a line "## id"; the next line is the title. In the text `[words]N` marks a mention of the thing N of that article;
marks nest; `[it]0` is a pronoun that stands for nothing. Every pronoun of the third person is marked. --check names those that are not.
"""
import json, pathlib, re, sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[3] / "eval"))
import coreference


def articles(path):
    text = pathlib.Path(path).read_text(encoding="utf-8")
    for part in re.split(r"^## ", text, flags=re.M)[1:]:
        name, _, rest = part.partition("\n")
        title, _, body = rest.partition("\n")
        yield name.strip(), title.strip(), body.strip()


def plain(marked):
    """The text without marks, and the marks as (begin, end, thing)."""
    out, marks, open_at = [], [], []
    length = 0
    for piece in re.findall(r"\[|\]\d*|[^\[\]]+", marked):
        if piece == "[":
            open_at.append(length)
        elif piece.startswith("]"):
            if not open_at or len(piece) == 1:
                raise ValueError(f"a bracket without its number or its other half near '{''.join(out)[-40:]}'")
            marks.append((open_at.pop(), length, int(piece[1:])))
        else:
            out.append(piece)
            length += len(piece)
    if open_at:
        raise ValueError("a bracket is not closed")
    return "".join(out), marks


def document(name, title, body):
    text, marks = plain(body)
    tokens, spans = [], []
    for match in re.finditer(r"\w+(?:[.,]\d+|-\w+)*|['’]s\b|\S", text):
        tokens.append(match.group())
        spans.append(match.span())
    first = {begin: number for number, (begin, _) in enumerate(spans)}
    last = {end: number for number, (_, end) in enumerate(spans)}
    mentions = [{"start": first[begin], "end": last[end] + 1, "cluster": thing, "type": "thing"} for begin, end, thing in marks if thing and begin in first and end in last]
    return {"id": name, "date": "", "title": title, "text": text, "spans": spans, "tokens": tokens, "mentions": mentions}


def unmarked(row, marks):
    marked = {(begin, end) for begin, end, _ in marks}
    return [f"{row['id']}: …{row['text'][max(0, b - 30):e + 20]}…" for token, (b, e) in zip(row["tokens"], row["spans"]) if token.lower() in coreference.PRONOUNS and (b, e) not in marked]


def main(arguments):
    mode = arguments.pop(0) if arguments and arguments[0].startswith("--") else ""
    faults = []
    for path in arguments:
        for name, title, body in articles(path):
            row = document(name, title, body)
            if mode == "--check":
                faults += unmarked(row, plain(body)[1])
            elif mode == "--text":
                print(json.dumps({"id": name, "title": title, "text": row["text"]}, ensure_ascii=False))
            else:
                print(json.dumps(row, ensure_ascii=False))
    print("\n".join(faults), end="\n" if faults else "")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
