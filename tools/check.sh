#!/bin/sh
# Every floor of the house, one after the other; all of them are run, any failure fails the whole.
set -u
bin=.venv/bin
bad=0
step() { name=$1; shift; echo "== $name"; "$@" || { bad=1; echo "FAILED: $name" >&2; }; }
step "ruff" $bin/ruff check .
step "format" $bin/ruff format --check .
step "types" $bin/mypy hengcai
step "floors" $bin/lint-imports --cache-dir .import_linter_cache
step "migrations" env DJANGO_SETTINGS_MODULE=hengcai.settings $bin/python -m django makemigrations --check --dry-run
step "catalogues" $bin/python tools/messages.py --check
step "house" $bin/python -m pytest -q tests/test_house_rules.py
exit $bad
