#!/usr/bin/env bash
# Exit code 2 and a hint for wrong usage; 0 for help and version.
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

for arguments in "--help" "--version" "code --help" "explain --help" "events --help" "statements --help" "show --help" "parse --help" "lexicon --help"; do
  # shellcheck disable=SC2086
  run $arguments
  expect_code "$arguments" 0
  expect_true "$arguments prints something" test -s out
done
for arguments in "" "no-such-command" "--no-such-option" "code" "code --no-such-option" "code x.txt --to xml" "code x.txt --jobs none" \
                 "code x.txt --jobs -1" "code x.txt --dump weather" "events" "events --db" "show" "show x" "lexicon" "lexicon bake" "parse" "explain"; do
  # shellcheck disable=SC2086
  run $arguments
  expect_code "'$arguments'" 2
  expect_true "'$arguments': a message" test -s err
done

# Data goes to the output, words about it to the messages: a summary never stands among the records.
run code "$samples/libya_1986.txt" --to jsonl
expect_code "summary" 0
expect_equal "only records in the output" "$(count_records out)" "1 0"
finish
