#!/usr/bin/env bash
# What is stored can be listed, filtered and shown; coding an article again replaces its rows.
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

run code "${sample_files[@]}" --to jsonl
cp out records.jsonl
run code "${sample_files[@]}" --db store.db
expect_code "store" 0
run events --db store.db "$format_option" jsonl
expect_code "list events" 0
cp out events.jsonl
run statements --db store.db "$format_option" jsonl
expect_code "list statements" 0
cp out statements.jsonl
expect_true "as many events and statements as in the records" python3 - <<'PY'
import json
records = [json.loads(line) for line in open("records.jsonl", encoding="utf-8")]
for kind in ("events", "statements"):
    coded = sum(len(record[kind]) for record in records)
    listed = sum(1 for _ in open(kind + ".jsonl", encoding="utf-8"))
    assert coded == listed > 0, f"{kind}: {coded} coded, {listed} listed"
ids = {event["id"] for record in records for event in record["events"]}
assert ids == {json.loads(line)["event_id"] for line in open("events.jsonl", encoding="utf-8")}, "other ids"
PY

# Every event can be shown; the words that it was coded from are there.
python3 - <<'PY' >ids.txt
import json
for i, line in enumerate(open("records.jsonl", encoding="utf-8")):
    record = json.loads(line)
    for event in record["events"][:2]:
        begin, end = event["trigger"]
        print(event["id"], record["article"]["text"][begin:end].split()[0], sep="\t")
PY
while IFS=$'\t' read -r id word; do
  run show "$id" --db store.db
  expect_code "show $id" 0
  expect_output "show $id" "$word"
done <ids.txt
run show no-such-event --db store.db
expect_code "show an unknown event" 1
expect_message "show an unknown event" no-such-event

# expect_all NAME FIELD VALUE: each row listed has a FIELD that starts with VALUE (one item of a list parted by ";"), and there is one.
expect_all() {
  expect_code "$1" 0
  expect_true "$1" python3 - "$2" "$3" <<'PY'
import json, sys
field, wanted = sys.argv[1:]
rows = [json.loads(line) for line in open("out", encoding="utf-8")]
assert rows, "no rows"
for row in rows:
    assert any(item.startswith(wanted) for item in (row[field] or "").split(";")), (row[field], wanted)
PY
}
run events --db store.db --category ACCUSE "$format_option" jsonl
expect_all "--category" plover ACCUSE
run events --db store.db --source RUSGOV "$format_option" jsonl
expect_all "--source" source RUSGOV
run events --db store.db --target PAK "$format_option" jsonl
expect_all "--target" target PAK
run events --db store.db --status negated "$format_option" jsonl
expect_all "--status" status negated
run events --db store.db --code 112 "$format_option" jsonl
expect_all "--code" cameo 112
run events --db store.db --actor IND "$format_option" jsonl
expect_code "--actor" 0
expect_true "--actor" python3 - <<'PY'
import json
rows = [json.loads(line) for line in open("out", encoding="utf-8")]
assert rows, "no rows"
assert all("IND" in (row["source"] or "") + (row["target"] or "") for row in rows)
PY
run events --db store.db --limit 3 "$format_option" jsonl
expect_code "--limit" 0
expect_equal "--limit" "$(wc -l <out)" 3
run events --db store.db --text Lampedusa "$format_option" jsonl
expect_code "--text" 0
run events --db store.db --from 2016-01-01 --to 2016-12-31 "$format_option" jsonl
expect_code "dates" 0
expect_true "dates keep others out" bash -c 'test "$(wc -l <out)" -lt "$(wc -l <events.jsonl)"'
run events --db store.db --source ZZZGOV "$format_option" jsonl
expect_code "nothing found" 0
expect_equal "nothing found: no rows" "$(wc -l <out)" 0
run events --db store.db --text "'; DROP TABLE events; --" "$format_option" jsonl
expect_code "quotes in a filter" 0
run statements --db store.db --text ceasefire "$format_option" jsonl
expect_code "statements by text" 0
for format in table csv; do
  run events --db store.db "$format_option" "$format"
  expect_code "events as $format" 0
  run statements --db store.db "$format_option" "$format"
  expect_code "statements as $format" 0
done

# Coding again replaces: nothing doubles, and what a new text no longer says is gone.
run code "${sample_files[@]}" --db store.db
expect_code "store again" 0
run events --db store.db "$format_option" jsonl
expect_same "the same events after coding again" out events.jsonl
echo '{"id": "one", "published": "2020-05-05", "text": "China accused Japan of sending warships. Japan rejected the charge."}' >one.jsonl
run code one.jsonl --db small.db
run events --db small.db "$format_option" jsonl
expect_output "first text" CHN
echo '{"id": "one", "published": "2020-05-05", "text": "Brazil praised Argentina on Monday."}' >one.jsonl
run code one.jsonl --db small.db
run events --db small.db "$format_option" jsonl
expect_output "second text" BRA
expect_silence "the first text is gone" CHN
expect_equal "one article" "$(python3 -c 'import sqlite3; print(sqlite3.connect("small.db").execute("SELECT count(*) FROM articles").fetchone()[0])')" 1
finish
