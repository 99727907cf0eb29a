#!/bin/bash
# Trains models/english.model: recipe.sh UD_FOLDER DATA_FOLDER BAYHAQI WORK_FOLDER; the model is WORK_FOLDER/english.model.
# DATA_FOLDER holds plover_synthetic, meantime, crossner_politics and re3d, each with train.jsonl. PYTHON names the interpreter.
# About an hour on one free core. See models/README.md for data, licences and scores.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
ud=$1 data=$2 bayhaqi=$3 work=$4 python=${PYTHON:-python3}
mkdir -p "$work"
cd "$here"
"$python" train.py --ud "$ud" --out "$work/base.model" --epochs 26 --seed 17
"$python" news_text.py --data "$data" --out "$work/news.txt"
"$bayhaqi" parse --from raw --to conllu --model "$work/base.model" "$work/news.txt" > "$work/news.conllu"
"$python" constructions.py --out "$work/constructions.conllu" --count 1200 --seed 6
"$python" adapt.py --ud "$ud" --news "$work/news.conllu" --model "$work/base.model" --save "$work/news.npz" --out "$work/news.model" \
  --steps 1600 --stop 400 --rate 2e-3 --last-rate 8e-4 --every 200
"$python" adapt.py --ud "$ud" --news "$work/news.conllu" --model "$work/base.model" --weights "$work/news.npz" --trees-only \
  --constructions "$work/constructions.conllu" --out "$work/english.model" --steps 600 --rate 1e-3 --last-rate 2e-5 --every 50
