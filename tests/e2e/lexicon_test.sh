#!/usr/bin/env bash
# The dictionaries: checked as a whole, faults named by file, line and column, all at once; a changed word changes the coding.
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

run lexicon lint
expect_code "the lexicon that is shipped" 0
cp -r "$root/lexicon" mine
[[ -d $root/ontology ]] && cp -r "$root/ontology" ontology
run lexicon lint --lexicon "$work/mine"
expect_code "a copy of it" 0

line=$(($(wc -l <mine/agents.txt) + 1))
echo 'zzz broken agent | zzzs | GOV | weather |' >>mine/agents.txt
echo 'ZZZZ | Nowhere | Nowherean | Nowhereans | |' >>mine/countries.txt
run lexicon lint --lexicon "$work/mine"
expect_code "two faults" 1
cat out err >all
expect_true "file, line and column of the first" grep -qE "agents\.txt:$line:[0-9]+: " all
expect_true "file of the second" grep -qE "countries\.txt:[0-9]+:[0-9]+: " all
expect_true "what was expected" grep -q expected all
run code "$samples/suez_1956.txt" --lexicon "$work/mine"
expect_code "coding with a broken lexicon" "1 2"
expect_true "coding with a broken lexicon: a message" test -s err
run code "$samples/suez_1956.txt" --lexicon "$work/no_such_folder"
expect_code "missing lexicon" "1 2"
expect_true "missing lexicon: a message" test -s err

run lexicon find condemn
expect_code "find a word" 0
expect_output "find a word: where it stands" lexicon/
run lexicon find zzqqxx
expect_code "find nothing" "0 1"
finish
