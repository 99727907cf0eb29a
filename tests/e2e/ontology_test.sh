#!/usr/bin/env bash
# An ontology of one's own from end to end: checked with its frames, coded with, explained, stored and asked for by its own names.
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
water=$here/water
own=(--lexicon "$water/lexicon" --ontology "$water/ontology")

run lexicon lint "${own[@]}"
expect_code "the sample is in order" 0

run code "$water/water.txt" "${own[@]}" --to jsonl --db water.db
expect_code "coding with it" 0
cp out records.jsonl
expect_true "its records follow the schema" python3 "$here/check_schema.py" records.jsonl
events_of() { python3 -c '
import json, sys
for line in open(sys.argv[1]):
    for e in json.loads(line)["events"]:
        print(e["plover"]["event"], e["plover"]["mode"], ",".join(e["plover"]["context"]), e["cameo"], e["quad"], e["goldstein"], "+".join(e["source"]), ">", "+".join(e["target"]), e["status"])' "$1"; }
events_of records.jsonl >out
expect_output "category, mode, context, code, quad class and value are its own" "WATER_ATTACK None water W50 4 -9.5 SYRMIL > IRQ actual"
expect_output "an issue of its own among the contexts" "WATER_TAKE None water,drought W40 4 -6 TURGOV > SYR actual"
expect_output "a category like CONSULT has all parties on both sides" "WATER_TALK None water W10 1 1 IRQGOV+TURGOV > IRQGOV+TURGOV actual"
expect_output "acts about acts by its own table" "WATER_THREAT take water W36 3 -5.5 IRNGOV > IRQGOV actual"
expect_output "what is demanded" "WATER_SHARE None water W20 2 6 TURGOV > IRQGOV urged"
expect_output "a mode of its own" "WATER_TALK treaty water W11"
expect_silence "nothing of CAMEO" " 11"
expect_equal "no other events" "$(wc -l <out)" 7

run events --db water.db --category water_take $format_option csv
expect_output "asked for by category" WATER_TAKE
expect_equal "and only that" "$(grep -c WATER_ out)" 1
run events --db water.db --code W3 $format_option csv
expect_equal "asked for by the beginning of a code" "$(grep -c ',W3' out)" 2
run explain "$water/water.txt" "${own[@]}" --sentence 0
expect_output "explained by the code's name" "Attack works of water"
expect_output "and by its own line" "bomb/v obj=%works | W50"

cp -r "$water" mine
sed -i 's/^W21 | Build works together | 6.5/W21 | Build works together | much/; s/^W40 |\(.*\)| WATER_TAKE/W40 |\1| WATER_GRAB/; s/^w51/W51/' mine/ontology/cameo.txt
sed -i 's/^WATER_TALK | 1 | | \(.*\) | CONSULT/water_talk | 7 | | \1 | CHAT/' mine/ontology/plover.txt
sed -i 's/^divert.v obj=%river | W40/divert\/v obj=%river | W99/; s/on=%river | W10/on=@W9 | W10/' mine/lexicon/events/frames/water.txt
run lexicon lint --lexicon mine/lexicon --ontology mine/ontology
expect_code "faults" 1
cat out err >all
for fault in "cameo.txt:5:30: expected a Goldstein value" "cameo.txt:11:42: expected a category" "plover.txt:7:1: expected a category in capitals" "plover.txt:7:14: expected a quad class" \
  "plover.txt:7:54: expected a category of PLOVER" "water.txt:8:23: expected a code of ontology/cameo.txt" "water.txt:9:20: expected a category or the beginning of a code"; do
  cp all out
  expect_output "fault with its place" "$fault"
done
run lexicon lint --ontology "$work/none"
expect_code "no such ontology" 1
expect_true "no such ontology: what is missing" grep -q "none: no such folder" out err
rm mine/ontology/combine.txt
cp -r "$water/ontology/." mine/ontology && cp -r "$water/lexicon/." mine/lexicon && rm mine/ontology/combine.txt
run lexicon lint --lexicon mine/lexicon --ontology mine/ontology
expect_code "a table of acts about acts need not be there" 0
finish
