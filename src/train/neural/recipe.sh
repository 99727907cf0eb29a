#!/bin/bash
# Trains models/english.model: recipe.sh UD_FOLDER DATA_FOLDER BAYHAQI WORK_FOLDER; the model is WORK_FOLDER/english.model.
# DATA_FOLDER holds plover_synthetic, meantime, crossner_politics and re3d, each with train.jsonl. PYTHON names the interpreter.
# Eight minutes on one H200; wants a GPU. BAYHAQI cuts the news text with the model it has. See models/README.md for data, licences and scores.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
ud=$1 data=$2 bayhaqi=$3 work=$4 python=${PYTHON:-python3}
mkdir -p "$work"
cd "$here"
"$python" constructions.py --out "$work/constructions.conllu" --count 1200 --seed 6
"$python" news_text.py --data "$data" --out "$work/news.txt"
"$bayhaqi" parse --from raw --to conllu "$work/news.txt" > "$work/news.conllu"
XLA_FLAGS="--xla_gpu_autotune_level=0 --xla_gpu_enable_triton_gemm=false" "$python" distill.py --ud "$ud" --news "$work/news.conllu" \
  --constructions "$work/constructions.conllu" --out "$work" --teachers 5 --students 4 --teacher-steps 6199 --student-steps 28140 --seed 17
"$bayhaqi" parse --from raw --to conllu --model "$work/student1.model" "$work/news.txt" > "$work/parsed.conllu"
"$python" lemmas.py --ud "$ud" --news "$work/parsed.conllu" --model "$work/student1.model" --out "$work/english.model"
