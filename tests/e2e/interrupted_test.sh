#!/usr/bin/env bash
# Stopped at any moment, by Ctrl-C or by force, the database opens and holds whole articles only.
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

# Many articles, so that a stop comes in the middle.
python3 - "$samples/wire.jsonl" <<'PY'
import json, sys
articles = [json.loads(line) for line in open(sys.argv[1], encoding="utf-8")]
with open("many.jsonl", "w", encoding="utf-8") as file:
    for i in range(1500):
        article = dict(articles[i % len(articles)], id=f"copy-{i:05d}")
        file.write(json.dumps(article) + "\n")
PY
run code "$samples/wire.jsonl" --db whole.db
expect_code "the articles themselves" 0

for attempt in "INT 0.3" "INT 1.0" "INT 2.0" "TERM 1.0" "KILL 0.7" "KILL 1.5"; do
  rm -f cut.db cut.db-*
  # By way of Python, since a shell without job control starts background programs deaf to SIGINT.
  # shellcheck disable=SC2086
  python3 - "$program" $attempt <<'PY' >cut.out 2>&1
import signal, subprocess, sys, time
program, name, seconds = sys.argv[1:]
process = subprocess.Popen([program, "code", "many.jsonl", "--db", "cut.db", "--jobs", "2"], stdin=subprocess.DEVNULL,
                           stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
                           preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL))
time.sleep(float(seconds))
early = process.poll() is not None
if not early:
    process.send_signal(getattr(signal, "SIG" + name))
try:
    _, messages = process.communicate(timeout=20)
except subprocess.TimeoutExpired:
    process.kill()
    sys.exit("did not stop within 20 seconds")
code = process.returncode
print("ended before the signal" if early else f"exit code {code}", messages.decode(errors="replace")[-500:])
if not early and name != "KILL" and code not in (1, 130, 143, -signal.SIGINT, -signal.SIGTERM):
    sys.exit(f"exit code {code}")
PY
  code=$?
  expect_code "$attempt" 0
  [[ $code -eq 0 ]] || cat cut.out
  if [[ -e cut.db ]]; then
    expect_true "$attempt: whole articles only" python3 "$here/check_whole.py" cut.db whole.db
  else
    pass  # stopped before the first article was stored
  fi
done

# What was cut short can be finished: coding again gives the same database content as coding once.
run code many.jsonl --db cut.db
expect_code "coding again after a stop" 0
expect_true "coding again: all articles, all whole" python3 "$here/check_whole.py" cut.db whole.db 1500
finish
