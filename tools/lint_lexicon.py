#!/usr/bin/env python3
"""An independent reader of the dictionaries (docs/lexicon.md): checks them without any code of the program, so that a fault in the
program's own checks shows as a difference. Prints every fault as file:line:column, all at once; exit code 1 if there is one.
Usage: lint_lexicon.py [LEXICON_FOLDER [ONTOLOGY_FOLDER]]"""
import re
import sys
import unicodedata
from calendar import monthrange
from pathlib import Path

ACTOR_KINDS = set("person group party organisation ngo seat media agency force company court legislature ministry".split())
AGENT_KINDS = {"person", "body", "people"}
SECTORS = set("GOV MIL COP JUD LEG SPY REB OPP PTY MED EDU BUS LAB CVL CRM REL ELI".split())
BODIES = set("UNO NAT EUR AFU ARL ASN IAE ICC ICJ SCO OPC OSC ECW GCC WHO IMF WBK PCA OPW".split())
STATUSES = {"actual", "negated", "planned", "possible", "urged"}
FATES = {"drop", "urged", "actual", "possible"}
CUE_KINDS = set("adj mark aux adv cc denies det cop case refers accord measure".split())
CONSTRUCTIONS = set("about against base for from in ing into obj obj-to of on out_of subj that to to-noun with".split())
KEY = re.compile(r"[a-z0-9_]+$")
HEAD = re.compile(r"(%?[^/|%\s]+)/([vna])$")
DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$")


class Field:
    def __init__(self, text, column):
        stripped = text.lstrip(" \t")
        self.column = column + len(text) - len(stripped)  # in characters, from 1
        self.text = stripped.rstrip(" \t")

    def split(self, separator):
        """Pieces with their columns; none for an empty field."""
        if not self.text:
            return []
        pieces, column = [], self.column
        for piece in self.text.split(separator):
            pieces.append(Field(piece, column))
            column += len(piece) + 1
        return pieces


class Row:
    def __init__(self, file, line, fields):
        self.file, self.line, self.fields = file, line, fields

    def at(self, position):
        return self.fields[position] if position < len(self.fields) else Field("", 1)


class Linter:
    def __init__(self, lexicon, ontology):
        self.lexicon, self.ontology = lexicon, ontology
        self.faults, self.entries = [], 0
        self.countries, self.codes, self.categories, self.sets = {}, set(), set(), {}

    def fault(self, row, field, message):
        self.faults.append((row.file, row.line, field.column, message))

    # ---- files ----

    def rows(self, path, sort=True, limit=None):
        """Rows of a file, after the checks that hold for all files."""
        base = self.lexicon if path.is_relative_to(self.lexicon) else self.ontology
        name = f"{base.name}/{path.relative_to(base).as_posix()}"
        data = path.read_bytes()
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError as problem:
            line = data[: problem.start].count(b"\n") + 1
            self.faults.append((name, line, 1, "expected UTF-8"))
            text = data.decode("utf-8", "replace")
        if "\r" in text:
            self.faults.append((name, text[: text.index("\r")].count("\n") + 1, 1, "expected LF line ends"))
        if text and not text.endswith("\n"):
            self.faults.append((name, text.count("\n") + 1, 1, "expected a line end at the end of the file"))
        if not text.startswith("#"):
            self.faults.append((name, 1, 1, "expected a comment that says what the file holds"))
        elif not re.search(r"^#.*\bSources?:", text, re.M):
            self.faults.append((name, 1, 1, "expected the source of the facts ('Source: …') in the opening comment"))
        rows, previous = [], None
        for number, line in enumerate(text.split("\n"), 1):
            if not line.strip() or line.startswith("#"):
                continue
            fields, column = [], 1
            for part in line.split("|"):
                fields.append(Field(part, column))
                column += len(part) + 1
            row = Row(name, number, fields)
            rows.append(row)
            if not fields[0].text:
                self.fault(row, fields[0], "expected a first field, found nothing")
            if limit and len(fields) > limit:
                self.fault(row, fields[limit], f"expected at most {limit} fields, found {len(fields)}")
            if unicodedata.normalize("NFC", line) != line:
                self.fault(row, fields[0], "expected composed letters (NFC)")
            key = fields[0].text.encode("utf-8")
            if sort and previous is not None and key < previous:
                self.fault(row, fields[0], f"expected byte order, found '{fields[0].text}' after '{previous.decode()}'")
            if sort and key == previous:
                self.fault(row, fields[0], f"expected a key of its own, found '{fields[0].text}' again")
            previous = key
        self.entries += len(rows)
        return rows

    def files(self, folder):
        return sorted((self.lexicon / folder).rglob("*.txt")) if (self.lexicon / folder).is_dir() else []

    # ---- pieces ----

    def day(self, row, field, text, last):
        """(year, month, day) of the first or last day of a date, None with a fault if it is none."""
        found = DATE.match(text)
        if found:
            year, month, day = int(found[1]), int(found[2] or (12 if last else 1)), found[3]
            if 1 <= month <= 12:
                length = monthrange(year, month)[1]
                day = int(day) if day else (length if last else 1)
                if 1 <= day <= length:
                    return year, month, day
        self.fault(row, field, f"expected a date YYYY, YYYY-MM or YYYY-MM-DD, found '{text}'")
        return None

    def dates(self, row, field, text):
        """(from, to) of a range; open ends are None."""
        first, dots, last = text.partition("..")
        if not dots:
            last = first
        begin = self.day(row, field, first, False) if first else None
        end = self.day(row, field, last, True) if last else None
        if begin and end and begin > end:
            self.fault(row, field, f"expected a range that ends after it begins, found '{text}'")
        return begin, end

    def code(self, row, field, code):
        """An actor code: country + sector, a body, or a class that stands alone."""
        known = code in self.countries or code in SECTORS or code in ("NGO", "MNC", "IGO")
        if code.startswith("IGO") and len(code) == 6:
            known = code[3:] in BODIES
        elif code[:3] in ("NGO", "MNC") and len(code) == 6:
            known = code[3:] in self.countries
        elif len(code) == 6 and code[:3] in self.countries:
            known = code[3:] in SECTORS
        if not known:
            self.fault(row, field, f"expected an actor code, found '{code}'")

    def cameo(self, row, field, code):
        code = code.removesuffix("+")
        if code != "-" and code not in self.codes:
            self.fault(row, field, f"expected a code of ontology/cameo.txt, found '{code}'")

    def names(self, row, field, dated=False):
        pieces = field.split(";")
        for piece in pieces:
            text = piece.text
            if dated and ".." in text.rpartition(" ")[2]:
                self.dates(row, piece, text.rpartition(" ")[2])
                text = text.rpartition(" ")[0]
            if not text.rstrip("*").strip():
                self.fault(row, piece, "expected a name, found nothing")
            elif "  " in text or "*" in text[:-1]:
                self.fault(row, piece, f"expected a plain name, found '{text}'")
        texts = [piece.text for piece in pieces]
        for piece in pieces:
            if texts.count(piece.text) > 1:
                self.fault(row, piece, f"expected each name once, found '{piece.text}' twice")
                break
        return pieces

    # ---- ontology ----

    def read_ontology(self):
        for row in self.rows(self.ontology / "plover.txt", limit=5):
            self.categories.add(row.at(0).text)
            if row.at(1).text not in ("1", "2", "3", "4"):
                self.fault(row, row.at(1), f"expected a quad class 1..4, found '{row.at(1).text}'")
        for row in self.rows(self.ontology / "cameo.txt", limit=6):
            self.codes.add(row.at(0).text)
            if not re.match(r"\d{2,4}$", row.at(0).text):
                self.fault(row, row.at(0), f"expected two to four digits, found '{row.at(0).text}'")
            if not re.match(r"-?\d+(\.\d+)?$", row.at(2).text) or abs(float(row.at(2).text)) > 10:
                self.fault(row, row.at(2), f"expected a value -10..10, found '{row.at(2).text}'")
            if row.at(3).text and row.at(3).text not in self.categories:
                self.fault(row, row.at(3), f"expected a category of ontology/plover.txt, found '{row.at(3).text}'")
        for row in self.rows(self.ontology / "combine.txt", sort=False, limit=4):
            for inner in row.at(1).split(";"):
                if inner.text != "*" and not any(code.startswith(inner.text) for code in self.codes):
                    self.fault(row, inner, f"expected the start of a code, found '{inner.text}'")
            self.cameo(row, row.at(2), row.at(2).text)
            if row.at(3).text not in FATES:
                self.fault(row, row.at(3), f"expected one of {', '.join(sorted(FATES))}, found '{row.at(3).text}'")

    # ---- actors ----

    def read_countries(self):
        for row in self.rows(self.lexicon / "countries.txt", limit=8):
            code = row.at(0).text
            if not re.match(r"[A-Z]{3}$", code):
                self.fault(row, row.at(0), f"expected a code of three capitals, found '{code}'")
            if not row.at(1).text:
                self.fault(row, row.at(1), "expected a name, found nothing")
            self.countries[code] = row
            for position in (1, 2, 3):
                self.names(row, row.at(position), dated=True)
            self.names(row, row.at(4), dated=True)
            for position in (5, 6):
                if row.at(position).text and not re.match(r"\d{1,3}$", row.at(position).text):
                    self.fault(row, row.at(position), f"expected a number, found '{row.at(position).text}'")
            if row.at(7).text:
                self.dates(row, row.at(7), row.at(7).text)

    def read_actors(self):
        keys, names = {}, {}
        for path in self.files("actors"):
            for row in self.rows(path, limit=5):
                key, kind = row.at(0), row.at(1)
                if not KEY.match(key.text):
                    self.fault(row, key, f"expected lower-case letters, digits and '_', found '{key.text}'")
                if key.text in keys and keys[key.text].file != row.file:
                    self.fault(row, key, f"'{key.text}' is there already, in {keys[key.text].file}:{keys[key.text].line}")
                keys.setdefault(key.text, row)
                if kind.text not in ACTOR_KINDS:
                    self.fault(row, kind, f"expected a kind of actor, found '{kind.text}'")
                if not row.at(2).text:
                    self.fault(row, row.at(2), "expected names, found nothing")
                for piece in self.names(row, row.at(2), dated=True):
                    self.shared_name(row, piece, names)
                self.offices(row)
                if row.at(4).text and not re.match(r"Q[1-9]\d*$", row.at(4).text):
                    self.fault(row, row.at(4), f"expected Q and a number, found '{row.at(4).text}'")

    def shared_name(self, row, piece, names):
        """The same unconditional name on two entries decides nothing; with '*' the text decides."""
        text = piece.text
        if text.endswith("*") or ".." in text:
            return
        other = names.setdefault(text, row)
        if other is not row:
            self.fault(row, piece, f"'{text}' without '*' also names {other.at(0).text} in {other.file}:{other.line}")

    def offices(self, row):
        pieces = row.at(3).split(";")
        if not pieces:
            self.fault(row, row.at(3), "expected at least one code, found nothing")
        for piece in pieces:
            words = piece.text.split(" ")
            self.code(row, piece, words[0])
            if len(words) > 1 and (".." in words[-1] or re.match(r"\d{4}(-|$)", words[-1])):
                self.dates(row, piece, words[-1])
                words.pop()
            role = " ".join(words[1:])
            if ".." in role or re.search(r"\d{4}-\d\d", role):
                self.fault(row, piece, f"expected the dates at the end of an office, found '{piece.text}'")

    def read_agents(self):
        for row in self.rows(self.lexicon / "agents.txt", limit=5):
            sector, kind, country = row.at(2), row.at(3), row.at(4)
            wanted = sector.text.removeprefix("=")  # takes the sector of what it stands with, else this one
            if wanted and wanted not in SECTORS:
                self.code(row, sector, wanted)
            if kind.text not in AGENT_KINDS:
                self.fault(row, kind, f"expected 'person', 'body' or 'people', found '{kind.text}'")
            if country.text and country.text not in self.countries:
                self.fault(row, country, f"expected a code of lexicon/countries.txt, found '{country.text}'")
            self.names(row, row.at(1))
        for row in self.rows(self.lexicon / "agent_modifiers.txt", limit=2):
            if row.at(1).text not in ("=", "!", "@lead", "IGO") and row.at(1).text.removesuffix("?") not in SECTORS:
                self.fault(row, row.at(1), f"expected a sector, '=', '!' or '@lead', found '{row.at(1).text}'")
        for row in self.rows(self.lexicon / "publishers.txt", limit=2):
            if row.at(1).text not in self.countries:
                self.fault(row, row.at(1), f"expected a code of lexicon/countries.txt, found '{row.at(1).text}'")
        for name, classes in (("first_names.txt", {"f", "m"}), ("word_classes.txt", {"abroad", "abstract", "befall", "f", "firm", "human", "learning", "lying", "m", "match", "money", "named", "owned", "sport", "society", "state"})):
            for row in self.rows(self.lexicon / name, limit=2):
                for each in row.at(1).text.split(";"):
                    if each.strip() not in classes:
                        self.fault(row, row.at(1), f"expected one of {', '.join(sorted(classes))}, found '{each.strip()}'")
        for row in self.rows(self.lexicon / "references.txt", limit=3):
            if not re.match(r"@[a-z]+$", row.at(1).text):
                self.fault(row, row.at(1), f"expected @ and a word, found '{row.at(1).text}'")

    # ---- events ----

    def read_sets(self):
        rows = [row for path in self.files("events/sets") for row in self.rows(path, limit=2)]
        for row in rows:
            name = row.at(0)
            if not re.match(r"%[a-z0-9_]+$", name.text):
                self.fault(row, name, f"expected '%' and a name, found '{name.text}'")
            if name.text in self.sets:
                other = self.sets[name.text]
                self.fault(row, name, f"'{name.text}' is there already, in {other.file}:{other.line}")
            self.sets[name.text] = row
            if not row.at(1).text:
                self.fault(row, row.at(1), "expected members, found nothing")
        for row in rows:
            members = [member.text for member in row.at(1).split(";")]
            for member in row.at(1).split(";"):
                if member.text.startswith("%"):
                    self.known_set(row, member, member.text)
                elif not member.text or " " in member.text:
                    self.fault(row, member, f"expected a lemma, words of a phrase joined by '_', found '{member.text}'")
                if members.count(member.text) > 1:
                    self.fault(row, member, f"expected each member once, found '{member.text}' twice")
                    members = []
            if self.reaches(row.at(0).text, row.at(0).text):
                self.fault(row, row.at(0), f"'{row.at(0).text}' holds itself")

    def reaches(self, start, goal, seen=()):
        row = self.sets.get(start)
        for member in row.at(1).split(";") if row else []:
            if member.text == goal:
                return True
            if member.text.startswith("%") and member.text not in seen and self.reaches(member.text, goal, (*seen, member.text)):
                return True
        return False

    def known_set(self, row, field, name):
        if name not in self.sets:
            self.fault(row, field, f"expected a known set, found '{name}'")

    def read_frames(self):
        seen = {}
        for path in self.files("events/frames"):
            for row in self.rows(path, sort=False, limit=4):
                words = row.at(0).split(" ")
                words = [word for word in words if word.text]
                if words:
                    self.head(row, words[0])
                for word in words[1:]:
                    self.constraint(row, word)
                pattern = " ".join([words[0].text, *sorted(word.text for word in words[1:])]) if words else ""
                if pattern in seen:
                    self.fault(row, row.at(0), f"the same pattern stands in {seen[pattern].file}:{seen[pattern].line}")
                seen.setdefault(pattern, row)
                if not row.at(1).text:
                    self.fault(row, row.at(1), "expected a code or '-', found nothing")
                else:
                    self.cameo(row, row.at(1), row.at(1).text)
                roles = row.at(2)
                if roles.text and not re.match(r"[^<>]+(>|<>)[^<>]+$", roles.text):
                    self.fault(row, roles, f"expected 'source > target' or 'source <> target', found '{roles.text}'")
                self.options(row)

    def head(self, row, field):
        found = HEAD.match(field.text)
        if not found:
            self.fault(row, field, f"expected lemma/v, lemma/n or lemma/a, found '{field.text}'")
        elif found[1].startswith("%"):
            self.known_set(row, field, found[1])

    def constraint(self, row, field):
        found = re.match(r"([a-z_]+(?:\.[a-z_]+)?)(!?)=(.+)$", field.text)
        if not found:
            self.fault(row, field, f"expected slot=values, found '{field.text}'")
            return
        for value in found[3].split(","):
            if not value:
                self.fault(row, field, "expected a value between the commas, found nothing")
            elif value[0] == "@":
                inner = value[1:]
                if inner not in self.categories and not any(code.startswith(inner) for code in self.codes):
                    self.fault(row, field, f"expected a category or the start of a code after '@', found '{value}'")
            elif value[0] == "$":
                if value[1:] not in SECTORS | {"actor", "country", "person", "place", "several", "IGO", "NGO"} | set(self.countries):
                    self.fault(row, field, f"expected a sector, $actor, $country, $person or $place, found '{value}'")
            else:
                for part in value.split("~"):
                    if part.startswith("%"):
                        self.known_set(row, field, part)

    def options(self, row):
        for option in row.at(3).split(";"):
            name, equals, value = option.text.partition("=")
            if not option.text:
                continue
            if name not in ("status", "reason", "together", "back") or not equals or not value:
                self.fault(row, option, f"expected status=, reason=, together= or back=, found '{option.text}'")
            elif name in ("together", "back"):
                self.cameo(row, option, value)
            elif name == "status" and value not in STATUSES:
                self.fault(row, option, f"expected a status, found '{value}'")
        if row.at(1).text == "-" and "reason=" not in row.at(3).text:
            self.fault(row, row.at(3), "expected reason=… for a discard")

    def read_cues(self):
        path = self.lexicon / "events/status.txt"
        seen = set()
        for row in self.rows(path, sort=False, limit=4) if path.exists() else []:
            if row.at(0).text.startswith("%"):
                self.known_set(row, row.at(0), row.at(0).text)
            if row.at(1).text not in CUE_KINDS:
                self.fault(row, row.at(1), f"expected a kind of word ({', '.join(sorted(CUE_KINDS))}), found '{row.at(1).text}'")
            if row.at(2).text not in STATUSES | {"keep", "open", "ahead", "futile"}:
                self.fault(row, row.at(2), f"expected a status, keep, open, ahead or futile, found '{row.at(2).text}'")
            key = (row.at(0).text, row.at(1).text)
            if key in seen:
                self.fault(row, row.at(0), f"expected each word once, found '{key[0]}' as {key[1]} again")
            seen.add(key)

    def read_embeddings(self):
        path = self.lexicon / "events/embedding.txt"
        for row in self.rows(path) if path.exists() else []:
            if not HEAD.match(row.at(0).text):
                self.fault(row, row.at(0), f"expected lemma/v, lemma/n or lemma/a, found '{row.at(0).text}'")
            for field in row.fields[1:]:
                parts = [part.text for part in field.split(";")]
                if len(parts) != 3 or parts[0] not in CONSTRUCTIONS or not STATUSES.issuperset(parts[1:]):
                    self.fault(row, field, f"expected construction; status; status, found '{field.text}'")

    # ---- places and the rest ----

    def read_places(self):
        for path in self.files("places"):
            for row in self.rows(path, sort=False):
                if len(row.fields) < 8:
                    continue  # notes and other tables of the folder have forms of their own
                if row.at(2).text and not re.match(r"[A-Z]{3}$", row.at(2).text):
                    self.fault(row, row.at(2), f"expected a code of three capitals, found '{row.at(2).text}'")
                for position, limit in ((3, 90), (4, 180)):
                    value = row.at(position)
                    if not re.match(r"-?\d+(\.\d+)?$", value.text) or abs(float(value.text)) > limit:
                        self.fault(row, value, f"expected degrees up to {limit}, found '{value.text}'")
                if row.at(6).text and not row.at(6).text.isdigit():
                    self.fault(row, row.at(6), f"expected a GeoNames id, found '{row.at(6).text}'")
                if row.at(7).text not in ("country", "region", "city", "site"):
                    self.fault(row, row.at(7), f"expected a precision, found '{row.at(7).text}'")

    def read_others(self):
        """Files without a reader of their own: the common rules only. A word may stand in several classes there."""
        done = {"actors", "places"}
        for path in sorted(self.lexicon.rglob("*.txt")):
            parts = path.relative_to(self.lexicon).parts
            if parts[0] in done or parts[0] == "events" and (parts[1] in ("sets", "frames", "status.txt")) or len(parts) == 1:
                continue
            previous = b""
            for row in self.rows(path, sort=False):
                key = row.at(0).text.encode("utf-8")
                if key < previous:
                    self.fault(row, row.at(0), f"expected byte order, found '{row.at(0).text}' after '{previous.decode()}'")
                previous = key

    def run(self):
        self.read_ontology()
        self.read_countries()
        self.read_actors()
        self.read_agents()
        self.read_sets()
        self.read_frames()
        self.read_cues()
        self.read_embeddings()
        self.read_places()
        self.read_others()
        for file, line, column, message in sorted(self.faults):
            print(f"{file}:{line}:{column}: {message}")
        print(f"{self.entries} entries, {len(self.faults)} faults", file=sys.stderr)
        return 1 if self.faults else 0


def main():
    root = Path(__file__).resolve().parent.parent
    lexicon = Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else root / "lexicon"
    ontology = Path(sys.argv[2]).resolve() if len(sys.argv) > 2 else root / "ontology"
    return Linter(lexicon, ontology).run()


if __name__ == "__main__":
    sys.exit(main())
