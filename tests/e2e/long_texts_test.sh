#!/usr/bin/env bash
# Texts far out of shape end in bounded time and memory: a sentence of 3,000 words, a megabyte without a full stop, without a space,
# of commas; and a damaged model is an error that names it.
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

python3 - "$samples" <<'PY'
import pathlib, re, sys
words = re.sub(r"[^A-Za-z,' ]+", " ", " ".join(p.read_text(encoding="utf-8") for p in sorted(pathlib.Path(sys.argv[1]).glob("*.txt")))).split()
many = (words * (200_000 // len(words) + 1))
pathlib.Path("sentence.txt").write_text(" ".join(many[:3000]) + ".\n")
pathlib.Path("endless.txt").write_text(" ".join(many)[:1_000_000])
pathlib.Path("word.txt").write_text("a" * 1_000_000)
pathlib.Path("commas.txt").write_text("a, " * 100_000)
pathlib.Path("marks.txt").write_text("x \"( " * 60_000)
PY
for text in sentence endless word commas marks; do
  (ulimit -t 60 -v 4000000; "$program" parse --from raw --to conllu $text.txt >out 2>err </dev/null)
  code=$?
  expect_code "parsing $text.txt in a minute and 4 GB" 0
  (ulimit -t 60 -v 4000000; "$program" code $text.txt --jobs 1 >out 2>err </dev/null)
  code=$?
  expect_code "coding $text.txt in a minute and 4 GB" 0
done
run parse --from raw --to conllu sentence.txt
expect_true "every word of the long sentence has a row" python3 - <<'PY'
rows = [line.split("\t") for line in open("out", encoding="utf-8") if line[:1].isdigit()]
assert 3000 <= len([row for row in rows if "-" not in row[0]]) < 3600, len(rows)
PY

model=$(dirname "$program")/data/english.model
if [[ -f $model ]]; then
  head -c 100000 "$model" >cut.model
  { printf 'X'; tail -c +2 "$model"; } >foreign.model
  { head -c 3000000 "$model"; printf 'damage'; tail -c +3000007 "$model"; } >damaged.model
  : >empty.model
  for each in cut foreign damaged empty; do
    run parse --from raw --model $each.model sentence.txt
    expect_code "$each model" 1
    expect_message "$each model" "$each.model: "
  done
  expect_message "empty model" "too short"
fi
finish
