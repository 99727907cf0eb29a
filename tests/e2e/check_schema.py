#!/usr/bin/env python3
"""Validates every line of JSON Lines files against docs/record.schema.json. Usage: check_schema.py RECORDS.jsonl…
Prints each fault as file:line: path: message; exit code 0 if there is none, 1 if there are faults, 2 for wrong use."""
import json
import os
import sys

import jsonschema

SCHEMA = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "docs", "record.schema.json")
MOST_SHOWN = 50


def validators():
    """One for records and one for failures: the messages of the branch that was meant say more than those of oneOf."""
    with open(SCHEMA, encoding="utf-8") as file:
        schema = json.load(file)
    jsonschema.Draft202012Validator.check_schema(schema)
    branch = {name: {"$ref": f"#/$defs/{name}", "$defs": schema["$defs"]} for name in ("record", "failure")}
    return {name: jsonschema.Draft202012Validator(part) for name, part in branch.items()}


def faults_of_line(line, checks):
    try:
        value = json.loads(line)
    except ValueError as error:
        return [f"not JSON: {error}"]
    failure = isinstance(value, dict) and "error" in value
    found = checks["failure" if failure else "record"].iter_errors(value)
    return [f"{'.'.join(map(str, fault.absolute_path)) or 'record'}: {fault.message[:300]}" for fault in found]


def main():
    if len(sys.argv) < 2:
        print(__doc__, file=sys.stderr)
        return 2
    checks = validators()
    faults, lines = [], 0
    for path in sys.argv[1:]:
        with open(path, encoding="utf-8") as file:
            for number, line in enumerate(file, 1):
                lines += 1
                faults += [f"{path}:{number}: {fault}" for fault in faults_of_line(line, checks)]
    print("\n".join(faults[:MOST_SHOWN]) or f"{lines} lines fit the schema")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
