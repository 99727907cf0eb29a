#!/usr/bin/env bash
# `explain` says where a coding comes from, and why there is none; `parse` prints trees.
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

run explain "France condemned Iran on Monday, and Iran rejected the criticism."
expect_code "a sentence" 0
expect_output "a sentence: sources" FRA
expect_output "a sentence: targets" IRN
expect_output "a sentence: the dictionary" lexicon/
expect_output "a sentence: the words" condemned
expect_true "no colours in a pipe" bash -c '! grep -q $'"'"'\x1b'"'"' out'

run explain "The weather was fine and the cat slept on the roof."
expect_code "a sentence without events" 0
expect_true "a sentence without events: something is said" test -s out
run explain "Spain beat Italy 3-1 in the final."
expect_code "sport" 0
expect_silence "sport is no assault" ASSAULT

run explain "$samples/suez_1956.txt" --sentence 1
expect_code "one sentence of a file" 0
expect_output "one sentence of a file" Eden
run explain "$samples/suez_1956.txt" --sentence 9999
expect_code "a sentence that is not there" "1 2"
expect_true "a sentence that is not there: a message" test -s err
run explain ""
expect_code "no words" "0 1 2"

# Explaining is the coding itself: the events of both are the same.
echo '{"id": "x", "text": "France condemned Iran on Monday, and Iran rejected the criticism."}' >x.jsonl
run code x.jsonl --to jsonl
expect_true "code and explain agree" python3 - <<'PY'
import json
events = json.load(open("out", encoding="utf-8"))["events"]
assert [event["plover"]["event"] for event in events][:1] == ["ACCUSE"], events
PY

printf 'France condemned Iran on Monday. Iran rejected it.\n' >two.txt
run parse "$work/two.txt" --to conllu
expect_code "parse" 0
expect_true "CoNLL-U: ten columns, one root each, heads in range" python3 - <<'PY'
sentences = [block.split("\n") for block in open("out", encoding="utf-8").read().strip().split("\n\n")]
assert len(sentences) == 2, len(sentences)
for lines in sentences:
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    assert all(len(row) == 10 for row in rows), rows
    words = [row for row in rows if row[0].isdigit()]
    assert [int(row[0]) for row in words] == list(range(1, len(words) + 1))
    assert sum(row[6] == "0" for row in words) == 1, "roots"
    assert all(0 <= int(row[6]) <= len(words) for row in words)
PY
for format in table tree; do
  run parse "$work/two.txt" --to "$format"
  expect_code "parse --to $format" 0
done
finish
