#!/usr/bin/env python3
"""Checks the laws of the record that a schema can't state: spans inside the text and in order, indexes that point at something,
codes that agree with each other. Usage: check_record.py RECORDS.jsonl"""
import json
import re
import sys
from datetime import date

CATEGORIES = set("AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT".split())
STATUSES = {"actual", "negated", "planned", "possible", "urged"}
CODE = re.compile(r"[A-Z]{3,12}$")


class Checker:
    def __init__(self):
        self.faults = []

    def expect(self, where, holds, what):
        if not holds:
            self.faults.append(f"{where}: {what}")

    def span(self, where, span, size):
        well = isinstance(span, list) and len(span) == 2 and all(type(end) is int for end in span)
        self.expect(where, well and 0 <= span[0] < span[1] <= size, f"span {span} not inside 0..{size}")
        return well

    def ordered(self, where, spans):
        begins = [tuple(span) for span in spans if span]
        self.expect(where, begins == sorted(begins), "not in text order")

    def record(self, where, record):
        text = record["article"]["text"]
        size = len(text)
        self.expect(where, text == text.strip(), "text has blanks around it")
        self.expect(where, "\n\n\n" not in text and "\r" not in text, "paragraphs are not joined by one empty line")
        self.sentences(where, record, text)
        for kind in ("times", "places"):
            for i, item in enumerate(record[kind]):
                self.span(f"{where} {kind}[{i}]", item["span"], size)
            self.ordered(f"{where} {kind}", [item["span"] for item in record[kind]])
        self.actors(where, record, size)
        self.statements(where, record, size)
        seen = set()
        for i, event in enumerate(record["events"]):
            self.event(f"{where} events[{i}]", event, record, size)
            self.expect(where, event["id"] not in seen, f"event id {event['id']} twice")
            seen.add(event["id"])
        self.ordered(f"{where} events", [event["trigger"] for event in record["events"]])

    def sentences(self, where, record, text):
        last = 0
        for i, (begin, end) in enumerate(record["sentences"]):
            name = f"{where} sentences[{i}]"
            self.span(name, [begin, end], len(text))
            self.expect(name, begin >= last, "overlaps the one before")
            between = text[last:begin].strip()
            dateline = i == 0 and record["article"]["dateline"]["place"] and between.endswith(("-", "–", "—"))
            self.expect(name, between == "" or dateline, f"words outside sentences: {between!r}")
            self.expect(name, "\n\n" not in text[begin:end], "goes over the end of a paragraph")
            last = end
        self.expect(where, text[last:].strip() == "", "words after the last sentence")

    def actors(self, where, record, size):
        for i, actor in enumerate(record["actors"]):
            name = f"{where} actors[{i}]"
            self.expect(name, CODE.match(actor["code"] or "XXX"), f"code {actor['code']!r}")
            self.expect(name, actor["mentions"], "has no mention")
            for span in actor["mentions"]:
                self.span(name, span, size)
            self.ordered(name, actor["mentions"])
            if actor["country"] and actor["code"]:
                self.expect(name, actor["country"] in actor["code"], f"code {actor['code']} of country {actor['country']}")

    def statements(self, where, record, size):
        count = len(record["statements"])
        for i, statement in enumerate(record["statements"]):
            name = f"{where} statements[{i}]"
            self.expect(name, statement["content"], "no content")
            for span in statement["content"]:
                self.span(name, span, size)
            self.ordered(name, statement["content"])
            if statement["speaker_span"]:
                self.span(name, statement["speaker_span"], size)
            if statement["speaker"] is not None:
                self.expect(name, 0 <= statement["speaker"] < len(record["actors"]), "speaker is no actor")
            self.expect(name, statement["form"] in {"direct", "indirect", "mixed"}, f"form {statement['form']}")
            parent, steps = statement["parent"], 0
            while parent is not None and steps <= count:
                self.expect(name, 0 <= parent < count and parent != i, f"parent {parent}")
                if not 0 <= parent < count:
                    break
                parent, steps = record["statements"][parent]["parent"], steps + 1
            self.expect(name, steps <= count, "parents run in a circle")

    def event(self, name, event, record, size):
        self.expect(name, 0 <= event["sentence"] < len(record["sentences"]), "sentence")
        if self.span(name, event["trigger"], size):
            begin, end = record["sentences"][event["sentence"]]
            self.expect(name, begin <= event["trigger"][0] and event["trigger"][1] <= end, "trigger outside its sentence")
        self.expect(name, event["source"] or event["target"], "neither source nor target")
        for side in ("source", "target"):
            for code in event[side]:
                self.expect(name, CODE.match(code), f"{side} {code!r}")
            self.expect(name, len(set(event[side])) == len(event[side]), f"{side} twice")
            for span in filter(None, event[f"{side}_spans"]):
                self.span(name, span, size)
            self.expect(name, len(event[f"{side}_spans"]) == len(event[f"{side}_actors"]), f"{side} spans and actors are out of step")
            for actor in event[f"{side}_actors"]:
                self.expect(name, actor is None or 0 <= actor < len(record["actors"]), f"{side} actor")
        self.expect(name, event["plover"]["event"] in CATEGORIES, f"category {event['plover']['event']}")
        self.expect(name, re.match(r"\d{2,4}$", event["cameo"]), f"cameo {event['cameo']!r}")
        self.expect(name, event["quad"] in (1, 2, 3, 4), f"quad {event['quad']}")
        self.expect(name, -10 <= event["goldstein"] <= 10, f"goldstein {event['goldstein']}")
        self.expect(name, event["status"] in STATUSES, f"status {event['status']}")
        self.expect(name, event["confidence"] is None or 0 <= event["confidence"] <= 1, f"confidence {event['confidence']}")
        self.expect(name, event["rule"], "no rule")
        if event["statement"] is not None:
            self.expect(name, 0 <= event["statement"] < len(record["statements"]), "statement")
        self.date(name, event["date"], size)
        if event["place"] and event["place"]["span"]:
            self.span(name, event["place"]["span"], size)

    def date(self, name, value, size):
        if value is None:
            return
        if value["span"]:
            self.span(name, value["span"], size)
        if value["start"] and value["end"]:
            try:
                self.expect(name, date.fromisoformat(value["start"]) <= date.fromisoformat(value["end"]), "ends before it starts")
            except ValueError as fault:
                self.expect(name, False, str(fault))


def main():
    checker = Checker()
    count = 0
    for number, line in enumerate(open(sys.argv[1], encoding="utf-8"), 1):
        record = json.loads(line)
        if "error" in record:
            continue
        count += 1
        checker.record(f"line {number}", record)
    print("\n".join(checker.faults[:40]))
    print(f"{count} records, {len(checker.faults)} faults")
    return 1 if checker.faults or count == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
