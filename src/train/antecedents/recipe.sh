#!/bin/sh
# Learns lexicon/antecedents.txt. Usage: recipe.sh BUILD_FOLDER GUM_COREF.jsonl MEANTIME.jsonl WORK_FOLDER
# BUILD_FOLDER: of the program (build/release). Of GUM only the documents of news are read.
set -eu
build=$1 gum=$2 meantime=$3 work=$4
root=$(cd "$(dirname "$0")/../../.." && pwd)
grep '"id": *"GUM_news' "$gum" > "$work/gold.jsonl"
python3 "$root/src/train/antecedents/meantime.py" "$meantime" >> "$work/gold.jsonl"
python3 "$root/eval/coreference.py" --strip "$work/gold.jsonl" > "$work/text.jsonl"
"$build/src/train/bayhaqi_pronouns" "$build/data" "$work/text.jsonl" > "$work/candidates.jsonl"
python3 "$root/src/train/antecedents/fit.py" train "$work/gold.jsonl" "$work/candidates.jsonl" > "$work/antecedents.txt"
mv "$work/antecedents.txt" "$root/lexicon/antecedents.txt"
