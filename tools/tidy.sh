#!/usr/bin/env bash
# clang-format and clang-tidy over our sources: tools/tidy.sh [FILE…]. Needs clang-format and clang-tidy-16 and a configured preset `dev`.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

build=${BAYHAQI_BUILD:-build/dev}
[[ -f $build/compile_commands.json ]] || cmake --preset dev >/dev/null
files=("$@")
if ((${#files[@]} == 0)); then
  mapfile -t files < <(git ls-files 'src/*.cpp' 'apps/*.cpp' 'include/*.h' 'src/*.h')
fi
sources=()
for file in "${files[@]}"; do [[ $file == *.cpp ]] && sources+=("$file"); done

status=0
if command -v clang-format >/dev/null; then
  clang-format --dry-run --Werror "${files[@]}" || status=1
else
  echo "clang-format is not installed: format not checked" >&2
fi
if command -v clang-tidy-16 >/dev/null; then
  ((${#sources[@]} == 0)) || clang-tidy-16 --quiet -p "$build" "${sources[@]}" || status=1
else
  echo "clang-tidy-16 is not installed: nothing checked for faults" >&2
fi
exit $status
