"""The same tests on a PostgreSQL started for the purpose, and those of two people at once that only it can tell."""

import os
import socket
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlparse

import psycopg
import pytest

from tests.postgres import server

pytestmark = pytest.mark.postgres
ROOT = Path(__file__).resolve().parent.parent.parent
WITHOUT = "no PostgreSQL server on this machine: apt-get install postgresql"
CHOSEN = {
    "audit": ("test_action.py", "test_heads.py"),
    "jobs": ("",),
    "quality": ("test_assignments.py", "test_evaluations.py", "test_same_picks.py"),
    "interactions": ("test_contacts.py", "test_matters.py"),
    "appraisal": ("test_first_contacts.py",),
}
MORE = {
    "audit": ("test_rules.py", "test_tampering.py", "test_words.py"),
    "base": ("test_permissions.py",),
    "evidence": ("",),
    "people": ("test_actions.py",),
    "quality": ("test_cases.py", "test_queries.py", "test_assigning_plans.py"),
    "interactions": ("test_interruptions.py",),
    "appraisal": ("test_results.py",),
}
LONGEST_SECONDS = 900
MARKS = "not slow and not browser and not postgres"


@pytest.fixture(scope="module")
def url():
    if server.programs() is None:
        pytest.skip(WITHOUT)
    with server.running() as started:
        yield started


def run_on(url, *chosen):
    """A process of its own: settings are read once."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("HENGCAI_TESTS", "PYTEST_"))}
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-m", MARKS, *chosen]
    return subprocess.run(
        command,
        cwd=ROOT,
        env={**kept, "HENGCAI_TESTS_DATABASE_URL": url},
        capture_output=True,
        text=True,
        timeout=LONGEST_SECONDS,
        check=False,
    )


@pytest.mark.parametrize("chosen", [CHOSEN, pytest.param(MORE, marks=pytest.mark.slow)], ids=["first", "more"])
def test_what_holds_on_sqlite_holds_on_postgresql(url, chosen):
    """First where a database has most to say."""
    done = run_on(url, *[f"tests/{package}/{file}" for package, files in chosen.items() for file in files])
    assert done.returncode == 0, done.stdout[-20_000:] + done.stderr[-2_000:]


def test_two_people_at_once_never_overwrite_each_other(url):
    done = run_on(url, "tests/postgres/at_once.py")
    assert done.returncode == 0, done.stdout[-20_000:] + done.stderr[-2_000:]
    assert " passed" in done.stdout


def test_the_server_is_gone_with_its_data_at_the_end():
    if server.programs() is None:
        pytest.skip(WITHOUT)
    with server.running() as started:
        with psycopg.connect(started.removesuffix("hengcai") + "postgres") as asked:
            (data,) = asked.execute("show data_directory").fetchone()
        assert Path(data).is_dir()
    assert not Path(data).parent.exists()
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", urlparse(started).port))
