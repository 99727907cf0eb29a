#!/usr/bin/env bash
# Installs what building and testing need on Debian 12, and only what is missing. Does nothing on other systems but say so.
set -euo pipefail

packages=(
  build-essential cmake ninja-build pkg-config ccache
  libgumbo-dev libsimdjson-dev libfmt-dev libcli11-dev libuchardet-dev libutf8proc-dev libtbb-dev libxxhash-dev
  libsqlite3-dev
  libgtest-dev libbenchmark-dev
  python3 python3-jsonschema
)

if ! command -v dpkg-query >/dev/null; then
  echo "not a Debian system: please install the counterparts of: ${packages[*]}" >&2
  exit 0
fi

missing=()
for package in "${packages[@]}"; do
  state=$(dpkg-query -W -f='${Status}' "$package" 2>/dev/null || true)
  [[ $state == "install ok installed" ]] || missing+=("$package")
done
if ((${#missing[@]} == 0)); then
  exit 0
fi

echo "installing: ${missing[*]}"
as_root=()
if ((EUID != 0)); then
  if ! command -v sudo >/dev/null; then
    echo "these packages are missing, and there is neither root nor sudo to install them: ${missing[*]}" >&2
    exit 1
  fi
  as_root=(sudo)
fi
# ${a[@]+…}: an empty array is no unset variable in older shells either.
${as_root[@]+"${as_root[@]}"} env DEBIAN_FRONTEND=noninteractive apt-get update -qq
${as_root[@]+"${as_root[@]}"} env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
