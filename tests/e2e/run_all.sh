#!/usr/bin/env bash
# Runs every end-to-end test on a program: tests/e2e/run_all.sh build/release/bayhaqi [NAME…]
set -uo pipefail
[[ $# -ge 1 ]] || { echo "usage: $0 PROGRAM [NAME…]" >&2; exit 2; }
program=$(realpath "$1")
shift
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

failed=()
for test in "$here"/*_test.sh; do
  name=$(basename "$test" _test.sh)
  if (($#)) && [[ " $* " != *" $name "* ]]; then continue; fi
  echo "$name"
  bash "$test" "$program" || failed+=("$name")
done
if ((${#failed[@]})); then
  echo "end to end: failed: ${failed[*]}"
  exit 1
fi
echo "end to end: all passed"
