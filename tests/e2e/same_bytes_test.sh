#!/usr/bin/env bash
# Same program, lexicon and input: same bytes, for any number of threads, on every run, in any locale and time zone.
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

# Enough articles that several threads have work: the samples many times over, in a mixed order.
inputs=()
for round in 1 2 3 4 5 6; do inputs+=("${sample_files[@]}"); done

run code "${inputs[@]}" --to jsonl --jobs 1
expect_code "one thread" 0
cp out first.jsonl
for jobs in 1 2 4; do
  run code "${inputs[@]}" --to jsonl --jobs "$jobs"
  expect_code "--jobs $jobs" 0
  expect_same "--jobs $jobs" out first.jsonl
done
for format in csv table; do
  run code "${inputs[@]}" --to "$format" --jobs 1
  cp out one
  run code "${inputs[@]}" --to "$format" --jobs 4
  expect_same "--to $format with one and four threads" out one
done

LC_ALL=C TZ=Asia/Tokyo timeout 120 "$program" code "${inputs[@]}" --to jsonl >elsewhere.jsonl 2>err
expect_same "another locale and time zone" elsewhere.jsonl first.jsonl
cd / && timeout 120 "$program" code "${inputs[@]}" --to jsonl >"$work/folder.jsonl" 2>"$work/err"; cd "$work" || exit 2
expect_same "another working folder" folder.jsonl first.jsonl

# Output is in the order of the input.
expect_true "input order" python3 - first.jsonl "${inputs[@]}" <<'PY'
import json, sys
seen = [json.loads(line)["article"]["input"] for line in open(sys.argv[1], encoding="utf-8")]
order = [name for i, name in enumerate(seen) if i == 0 or name.split("#")[0] != seen[i - 1].split("#")[0]]
assert [name.split("#")[0] for name in order] == sys.argv[2:], "order differs"
PY

# A pipe gets data, a terminal gets progress: nothing of the progress bar may stand in the output or among the messages.
expect_true "no escapes in a pipe" bash -c '! grep -q $'"'"'\x1b'"'"' out err'
finish
