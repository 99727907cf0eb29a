#!/usr/bin/env bash
# The bundled dispatches, in every form that articles come in, give valid records with whole texts and nothing of the pages
# around them.
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

run code "${sample_files[@]}" --to jsonl
expect_code "all samples" 0
cp out records.jsonl
expect_equal "records and errors" "$(count_records records.jsonl)" "$sample_articles 0"
expect_true "schema" python3 "$here/check_schema.py" records.jsonl
expect_true "laws of the record" python3 "$here/check_record.py" records.jsonl
expect_true "what the articles are" python3 "$here/check_samples.py" records.jsonl

# A folder gives the articles of its files, and of the folders in it.
mkdir -p folder/inner
cp "${sample_files[@]}" folder
mv folder/*.htm folder/*.jsonl folder/inner
run code "$work/folder" --to jsonl
expect_code "folder" 0
expect_equal "folder: records and errors" "$(count_records out)" "$sample_articles 0"

# One article through standard input is the same article.
run code "$samples/libya_1986.txt" --to jsonl
cp out from_file.jsonl
timeout 120 "$program" code - --to jsonl <"$samples/libya_1986.txt" >from_pipe.jsonl 2>err
code=$?
expect_code "standard input" 0
expect_true "standard input gives the same record" python3 - from_file.jsonl from_pipe.jsonl <<'PY'
import json, sys
one, two = (json.loads(open(name, encoding="utf-8").read()) for name in sys.argv[1:])
assert two["article"]["input"] == "-", two["article"]["input"]
one["article"]["input"] = two["article"]["input"]
assert one == two, "records differ"
PY

for format in csv table; do
  run code "${sample_files[@]}" --to "$format"
  expect_code "--to $format" 0
  expect_true "--to $format prints something" test -s out
done
run code "${sample_files[@]}" --to csv
expect_true "csv is rectangular and keeps the zeros of codes" python3 - out <<'PY'
import csv, sys
rows = list(csv.reader(open(sys.argv[1], encoding="utf-8", newline="")))
assert len(rows) > 50, len(rows)
assert len({len(row) for row in rows}) == 1, "rows of different lengths"
column = next(i for i, name in enumerate(rows[0]) if "cameo" in name)
codes = {row[column] for row in rows[1:] if row[column]}
assert any(code.startswith("0") for code in codes), sorted(codes)[:10]
PY

for layer in tokens tree actors times places statements events; do
  run code "$samples/suez_1956.txt" --dump "$layer"
  expect_code "--dump $layer" 0
  expect_true "--dump $layer prints something" test -s out
done
finish
