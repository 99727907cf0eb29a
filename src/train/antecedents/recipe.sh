#!/bin/sh
# Learns lexicon/antecedents.txt. Usage: recipe.sh BUILD_FOLDER GUM_COREF.jsonl MEANTIME.jsonl WORK_FOLDER
# BUILD_FOLDER: of the program (build/release). Of GUM only the documents of news are read; they and MEANTIME count four times, as there
# are few. Of our own articles the last of each file (numbers 18 to 20) are held out; WORK_FOLDER/held_out.jsonl has them.
set -eu
build=$1 gum=$2 meantime=$3 work=$4
root=$(cd "$(dirname "$0")/../../.." && pwd)
here=$root/src/train/antecedents
mkdir -p "$work"
python3 "$here/marked.py" "$here"/articles/*.txt > "$work/own.jsonl"
grep -E '"id": "[a-z_]+_(18|19|20)"' "$work/own.jsonl" > "$work/held_out.jsonl"
grep '"id": *"GUM_news' "$gum" > "$work/published.jsonl"
python3 "$here/meantime.py" "$meantime" >> "$work/published.jsonl"
python3 "$root/eval/coreference.py" --strip "$work/published.jsonl" > "$work/published.text.jsonl"
python3 "$here/marked.py" --text "$here"/articles/*.txt > "$work/own.text.jsonl"
for set in published own; do
  "$build/src/train/bayhaqi_pronouns" "$build/data" "$work/$set.text.jsonl" > "$work/$set.candidates.jsonl"
done
grep -vE '"id": "[a-z_]+_(18|19|20)"' "$work/own.jsonl" | cat "$work/published.jsonl" - > "$work/gold.jsonl"
for times in 1 2 3 4; do cat "$work/published.candidates.jsonl"; done | cat - "$work/own.candidates.jsonl" > "$work/candidates.jsonl"
python3 "$here/fit.py" train "$work/gold.jsonl" "$work/candidates.jsonl" > "$work/antecedents.txt"
cp "$work/antecedents.txt" "$root/lexicon/antecedents.txt"
