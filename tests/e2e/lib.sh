#!/usr/bin/env bash
# Shared by the end-to-end tests; sourced, not run. Each test gets the path of the program as its first argument, works in a
# folder of its own that is removed afterwards, counts its checks and exits with 1 if one of them failed.
# A failed check never stops a test: all faults of one run are seen at once. So the tests run without `set -e`.
set -uo pipefail

[[ $# -ge 1 ]] || { echo "usage: $0 PROGRAM" >&2; exit 2; }
program=$(realpath "$1")
[[ -x $program ]] || { echo "$program is no program" >&2; exit 2; }
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
samples=$root/samples
sample_files=("$samples"/*.htm "$samples"/*.html "$samples"/*.txt "$samples"/*.jsonl)
sample_articles=16
format_option=--to-format  # of `events` and `statements`, whose --to is a date
failures=0
checks=0
code=0

work=$(mktemp -d "${TMPDIR:-/tmp}/bayhaqi_e2e.XXXXXX")
trap 'chmod -R u+rwX "$work" 2>/dev/null; rm -rf "$work"' EXIT
cd "$work" || exit 2

pass() { checks=$((checks + 1)); }
fail() { checks=$((checks + 1)); failures=$((failures + 1)); printf '  FAILED: %s\n' "$*"; }

# run ARGUMENTS…: output in $work/out, messages in $work/err, exit code in $code. Never longer than two minutes.
run() {
  timeout 120 "$program" "$@" >"$work/out" 2>"$work/err" </dev/null
  code=$?
}

# expect_code NAME CODES: $code is one of CODES ("0", "0 1").
expect_code() {
  local wanted
  for wanted in $2; do
    if [[ $code -eq $wanted ]]; then pass; return; fi
  done
  fail "$1: exit code $code, expected $2"
  sed 's/^/    /' "$work/err" | head -n 5
}

expect_message() {  # expect_message NAME TEXT: the messages contain TEXT
  if grep -qF -- "$2" "$work/err"; then pass; else fail "$1: no message with '$2'"; sed 's/^/    /' "$work/err" | head -n 5; fi
}

expect_output() {  # expect_output NAME TEXT
  if grep -qF -- "$2" "$work/out"; then pass; else fail "$1: no '$2' in the output"; sed 's/^/    /' "$work/out" | head -n 5; fi
}

expect_silence() {  # expect_silence NAME TEXT: the output does not contain TEXT
  if grep -qF -- "$2" "$work/out"; then fail "$1: '$2' in the output"; else pass; fi
}

expect_same() {  # expect_same NAME FILE FILE
  if cmp -s "$2" "$3"; then pass; else fail "$1: files differ"; cmp "$2" "$3" 2>&1 | sed 's/^/    /'; fi
}

expect_equal() {  # expect_equal NAME ACTUAL EXPECTED
  if [[ $2 == "$3" ]]; then pass; else fail "$1: '$2', expected '$3'"; fi
}

expect_true() {  # expect_true NAME COMMAND…
  local name=$1
  shift
  if "$@" >"$work/true.out" 2>&1; then pass; else fail "$name"; sed 's/^/    /' "$work/true.out" | head -n 10; fi
}

# count_records FILE: "records errors".
count_records() {
  python3 - "$1" <<'PY'
import json, sys
records = errors = 0
for line in open(sys.argv[1], encoding="utf-8"):
    value = json.loads(line)
    if "error" in value: errors += 1
    else: records += 1
print(records, errors)
PY
}

finish() {
  printf '  %d checks, %d failed\n' "$checks" "$failures"
  ((failures == 0))
  exit $?
}
