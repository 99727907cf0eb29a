#!/bin/sh
# Learns lexicon/antecedents.txt. Usage: recipe.sh BUILD_FOLDER COREFERENCE.jsonl WORK_FOLDER
# BUILD_FOLDER: of the program (build/release). COREFERENCE.jsonl: documents with clusters; only those of news are read.
set -eu
build=$1 gold=$2 work=$3
root=$(cd "$(dirname "$0")/../../.." && pwd)
python3 "$root/eval/coreference.py" --strip "$gold" news > "$work/news.jsonl"
"$build/src/train/bayhaqi_pronouns" "$build/data" "$work/news.jsonl" > "$work/candidates.jsonl"
python3 "$root/src/train/antecedents/fit.py" train "$gold" "$work/candidates.jsonl" news > "$work/antecedents.txt"
mv "$work/antecedents.txt" "$root/lexicon/antecedents.txt"
