#!/bin/sh
# Makes requirements/*.txt again from *.in: one lock for every platform and Python, hashes on every line, and the extras
# that are asked for kept in it, since pip refuses an extra that a hashed line does not name once something newer is out.
# Versions stay as they are where they may; UPGRADE=1 takes the newest.
set -eu
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"${PYTHON:-python3}" -m venv "$work/locks"
"$work/locks/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/locks.txt
for name in app build dev docs peers node locks; do  # app first: others are held to its versions
  (cd requirements && "$work/locks/bin/uv" pip compile --quiet --universal --python-version 3.11 --generate-hashes \
    --no-strip-extras --no-header --no-annotate ${UPGRADE:+--upgrade} "$name.in" --output-file "$name.txt")
  echo "requirements/$name.txt"
done
