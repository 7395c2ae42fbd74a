"""A worker killed at any moment of closing a quarter: the next one ends with the same results, and nobody is told twice."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
ENVIRONMENT = {key: value for key, value in os.environ.items() if not key.startswith("HENGCAI")}


@pytest.mark.parametrize(
    ("kind", "kills", "seed"),
    [
        ("statements", 50, 1),
        *(pytest.param("statements", 150, seed, marks=pytest.mark.slow) for seed in (2, 3)),
        *(pytest.param("moments", 50, seed, marks=pytest.mark.slow) for seed in (4, 5)),
    ],
)
def test_killed_workers_close_the_quarter_as_one_that_lives_does(tmp_path, kind, kills, seed):
    command = [sys.executable, "-m", "tests.records.closing", kind, str(kills), str(seed)]
    environment = {**ENVIRONMENT, "HENGCAI_HOME": str(tmp_path), "PYTHONPATH": str(ROOT), "OPENBLAS_NUM_THREADS": "1"}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-3_000:]
    told = json.loads(done.stdout)
    assert (told["kills"], told["sealed"], sum(told["archived"]), told["faults"]) == (kills, 200, 200, [])
    assert (told["duties"]["record.notice"], told["notices"]) == (200, 400)  # the interview is asked of who leads them
