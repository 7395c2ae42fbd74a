"""A demo killed at any moment: the next attempt clears what there is and loads it whole."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

COMMAND = [sys.executable, "-m", "hengcai", "demo", "--agents", "3"]
ROOT = Path(__file__).resolve().parent.parent.parent


def environment(home):
    mine = {name: value for name, value in os.environ.items() if not name.startswith("HENGCAI_")}
    return {**mine, "HENGCAI_HOME": str(home), "HENGCAI_LANGUAGE": "en", "PYTHONPATH": str(ROOT)}


def killed_after(home, *, lines, seconds=0.0):
    """Kill -9 when so many lines of progress were told, and so much later."""
    running = subprocess.Popen(COMMAND, env=environment(home), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    for _line in range(lines):
        running.stderr.readline()
    time.sleep(seconds)
    running.send_signal(signal.SIGKILL)
    running.wait()
    running.stderr.close()


def run(home, *more):
    return subprocess.run([*COMMAND, *more], env=environment(home), capture_output=True, text=True, check=False)


def rows(home, sql):
    with closing(sqlite3.connect(home / "hengcai.sqlite3")) as database:
        return database.execute(sql).fetchall()


def stands_whole(home, done):
    assert (done.returncode, done.stdout.count("\n")) == (0, 11), done.stderr
    assert rows(home, "select is_demo from accounts_centre") == [(1,)]
    assert rows(home, "select count(*) from people_person where number like '2___'") == [(3,)]
    assert {state for (state,) in rows(home, "select distinct state from appraisal_cycle")} == {
        "published", "preliminary", "collecting",
    }  # fmt: skip
    named = {path for (path,) in rows(home, "select path from interactions_lakepart")}
    assert {path.relative_to(home / "lake").as_posix() for path in (home / "lake").rglob("*.parquet")} == named
    assert not list(home.glob("demo-*"))


@pytest.mark.slow
def test_killed_at_many_moments_one_after_the_other_it_still_loads_whole(tmp_path):
    home = tmp_path / "home"
    for lines, seconds in [(0, 0.4), (0, 0.9), (1, 0.0), (1, 0.2), (2, 0.0), (2, 0.4), (3, 0.0), (3, 0.05), (5, 0.02),
                           (8, 0.1), (12, 0.0)]:  # fmt: skip
        killed_after(home, lines=lines, seconds=seconds)
    stands_whole(home, run(home))


@pytest.mark.slow
@pytest.mark.parametrize(("lines", "seconds"), [(0, 1.2), (2, 0.1), (6, 0.0)])
def test_what_was_killed_is_cleared_by_fresh(tmp_path, lines, seconds):
    home = tmp_path / "home"
    killed_after(home, lines=lines, seconds=seconds)
    stands_whole(home, run(home, "--fresh"))


@pytest.mark.slow
def test_a_whole_demo_is_kept_and_made_anew_with_fresh(tmp_path):
    home = tmp_path / "home"
    first = run(home)
    stands_whole(home, first)
    assert run(home).stdout == first.stdout
    anew = run(home, "--fresh")
    stands_whole(home, anew)
    assert anew.stdout != first.stdout
