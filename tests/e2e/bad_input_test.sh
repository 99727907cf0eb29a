#!/usr/bin/env bash
# Whatever is wrong with one input, the others are coded, a message names the input, the exit code is 1, and the output stays
# whole JSON Lines in UTF-8. BAYHAQI_E2E_LINE_MB sets the length of the very long line (200 by default).
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
good=$samples/libya_1986.txt
long_line_mb=${BAYHAQI_E2E_LINE_MB:-200}

# expect_rest NAME FILE: FILE fails, with a message and an error line, and the good article behind it is coded.
expect_rest() {
  run code "$2" "$good" --to jsonl
  expect_code "$1" 1
  expect_message "$1" "$(basename "$2")"
  expect_equal "$1: records and errors" "$(count_records out)" "1 1"
  expect_true "$1: error line names the input" python3 - out "$2" <<'PY'
import json, sys
lines = [json.loads(line) for line in open(sys.argv[1], encoding="utf-8")]
errors = [line["error"] for line in lines if "error" in line]
assert [error["input"] for error in errors] == [sys.argv[2]], errors
assert errors[0]["reason"], "no reason"
PY
}

: >empty.txt
expect_rest "empty file" "$work/empty.txt"
: >empty.html
expect_rest "empty page" "$work/empty.html"
printf ' \n\n\t \n' >blank.txt
expect_rest "file of blanks" "$work/blank.txt"

python3 - <<'PY'
import random
random.seed(7)
open("binary.txt", "wb").write(b"\x7fELF" + bytes(random.randrange(256) for _ in range(50000)))
open("picture.html", "wb").write(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(random.randrange(256) for _ in range(50000)))
PY
expect_rest "binary file" "$work/binary.txt"
expect_rest "picture that calls itself a page" "$work/picture.html"

mkdir empty_folder
expect_rest "empty folder" "$work/empty_folder"
mkdir -p other_folder/deeper
echo '{}' >other_folder/deeper/settings.ini
expect_rest "folder without articles" "$work/other_folder"
expect_rest "missing file" "$work/no_such_file.txt"
expect_rest "name with blanks and quotes" "$work/no \"such\" file.txt"

printf '<!DOCTYPE html><html><head><title>Log in</title><script>var a=1;</script></head><body><nav><a href="/">Home</a> <a href="/n">News</a></nav><form><input name="user"><button>Go</button></form></body></html>' >login.html
expect_rest "page without an article" "$work/login.html"
printf '<html><body><script>' >open_script.html
expect_rest "page that ends in a script" "$work/open_script.html"

# Broken UTF-8 is read as well as can be: the article is coded, or refused with a message; the output is valid UTF-8 either way.
printf 'Harbour Gazette\n\nLONDON (Reuters) - Britain condemned \xff\xfe the attack on Monday. \xc3\x28 France backed \xe2\x82 Britain.\n' >broken.txt
run code "$work/broken.txt" "$good" --to jsonl
expect_code "broken UTF-8" "0 1"
expect_true "broken UTF-8: output is UTF-8" python3 -c 'open("out", encoding="utf-8").read()'
[[ $code -eq 0 ]] || expect_message "broken UTF-8" broken.txt

# Of JSON Lines, each bad line is a fault of its own and the good ones are coded.
{
  echo '{"id": "first", "text": "Britain condemned the attack on Monday. France backed Britain."}'
  echo '{"id": "cut", "text": "Russia rejected the dem'
  echo '{"id": "no-text", "title": "nothing here"}'
  echo 'not JSON at all'
  echo '[1, 2, 3]'
  echo '{"id": "number", "text": 5}'
  echo ''
  echo '{"id": "last", "text": "China accused Japan of sending warships."}'
} >lines.jsonl
run code "$work/lines.jsonl" "$good" --to jsonl
expect_code "bad lines" 1
expect_message "bad lines" lines.jsonl
expect_equal "bad lines: records and errors" "$(count_records out)" "3 5"
expect_output "bad lines: first" '"first"'
expect_output "bad lines: last" '"last"'
printf '{"id": "only", "text": "Iran denied the cha' >truncated.jsonl
expect_rest "truncated JSON" "$work/truncated.jsonl"
printf '{"id": "deep", "text": %s' "$(printf '[%.0s' $(seq 5000))" >deep.jsonl
expect_rest "deeply nested JSON" "$work/deep.jsonl"
printf '{"id": "escape", "text": "Iran \\ud800 denied the charge."}\n' >surrogate.jsonl
run code "$work/surrogate.jsonl" --to jsonl
expect_code "half a surrogate pair" "0 1"
expect_true "half a surrogate pair: output is UTF-8" python3 -c 'import json; json.loads(open("out", encoding="utf-8").read())'

# A very long line: coded or refused, but never killed, and what stands behind it is coded.
python3 - "$long_line_mb" <<'PY'
import sys
size = int(sys.argv[1]) * 1000000
with open("long.txt", "w") as file:
    file.write("war and peace " * (size // 14))
with open("long.jsonl", "w") as file:
    file.write('{"id": "long", "text": "' + "war and peace " * (size // 14) + '"}\n')
    file.write('{"id": "after", "text": "China accused Japan of sending warships."}\n')
PY
for file in long.txt long.jsonl; do
  run code "$work/$file" "$good" --to jsonl
  expect_code "line of $long_line_mb MB in $file" "0 1"
  expect_output "line of $long_line_mb MB in $file: the rest is coded" libya_1986.txt
  [[ $code -eq 0 ]] || expect_message "line of $long_line_mb MB" "$file"
done
expect_output "article behind the long line" '"after"'
rm -f long.txt long.jsonl

if [[ $EUID -eq 0 ]]; then
  echo "  unreadable file: skipped, the superuser reads everything"
else
  cp "$good" locked.txt
  chmod 000 locked.txt
  expect_rest "unreadable file" "$work/locked.txt"
fi

# A device, a socket or a pipe in a folder is passed by; a loop of links ends.
mkdir odd_folder
mkfifo odd_folder/pipe.txt
ln -s . odd_folder/loop
ln -s nowhere odd_folder/dangling.txt
cp "$good" odd_folder/
run code "$work/odd_folder" --to jsonl
expect_code "folder with a pipe and links" "0 1"
expect_output "folder with a pipe and links: the article is coded" libya_1986.txt

# Output that can't be written.
timeout 120 "$program" code "${sample_files[@]}" --to jsonl >/dev/full 2>err
code=$?
expect_code "full disk" 1
expect_true "full disk: a message" test -s err
run code "$good" --db "$work/no_such_folder/x.db"
expect_code "database in a missing folder" 1
expect_message "database in a missing folder" x.db
echo 'this is no database, but long enough to be looked at as one, with some more words' >no.db
run code "$good" --db "$work/no.db"
expect_code "database that is none" 1
expect_message "database that is none" no.db
expect_true "a file that is no database is left as it was" grep -q 'this is no database' no.db
run events --db "$work/not_there.db"
expect_code "events of a missing database" 1
expect_true "a missing database is not made by looking" test ! -e not_there.db

# A reader that goes away ends the program without a crash.
"$program" code "${sample_files[@]}" "${sample_files[@]}" --to jsonl 2>err | head -n 1 >/dev/null
code=${PIPESTATUS[0]}
expect_code "reader that goes away" "0 1 141"
finish
