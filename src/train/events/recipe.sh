#!/usr/bin/env bash
# Learns the classifier of acts anew: codes free text with the dictionary, then fits the weights. About a minute on one core.
#   src/train/events/recipe.sh BUILD_FOLDER PLOVER_SYNTHETIC.jsonl MEANTIME.jsonl
# The texts: the headlines and stories of plover_synthetic, train part (NGEC, MIT), and of MEANTIME, train part (CC BY 4.0).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../../.."
if (($# != 3)); then
  echo "usage: src/train/events/recipe.sh BUILD_FOLDER PLOVER_SYNTHETIC.jsonl MEANTIME.jsonl" >&2
  exit 2
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 - "$2" "$3" "$work/texts.jsonl" <<'PY'
import json, sys
with open(sys.argv[3], "w", encoding="utf-8") as out:
    for number, path in enumerate(sys.argv[1:3]):
        for i, line in enumerate(open(path, encoding="utf-8")):
            row = json.loads(line)
            head = row["prompt"].split("\n")[0] + ".\n\n" if "prompt" in row else ""
            out.write(json.dumps({"id": f"{number}-{i}", "text": head + row["text"]}) + "\n")
PY
"$1/src/train/bayhaqi_predicates" "$1/data" "$work/texts.jsonl" > "$work/predicates.tsv"
python3 src/train/events/train.py lexicon ontology "$work/predicates.tsv" lexicon/events/model/weights.txt
(cd lexicon/events/model && sha256sum weights.txt)
