#!/usr/bin/env bash
# The same bytes on a machine with fewer instructions: valgrind shows the program a processor without AVX-512.
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

if ! command -v valgrind >/dev/null; then
  echo "  valgrind is not installed: not tested on other instructions"
  exit 0
fi
"$program" code "${sample_files[0]}" "$samples"/*.jsonl --jobs 1 >here.jsonl 2>err
timeout 300 valgrind -q --tool=none "$program" code "${sample_files[0]}" "$samples"/*.jsonl --jobs 1 >there.jsonl 2>err
code=$?
expect_code "under valgrind" 0
expect_same "records with fewer instructions" there.jsonl here.jsonl
finish
