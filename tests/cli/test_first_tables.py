"""An empty home gets today's tables in one go; they are those that all the changes since the first build lead to."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest

ENVIRONMENT = {key: value for key, value in os.environ.items() if not key.startswith("HENGCAI")}
AT_ONCE = "from hengcai.cli.prepare import prepared; prepared()"
STEP_BY_STEP = """
from hengcai.cli.prepare import started
started()
from django.core.management import call_command
call_command("migrate", verbosity=0)
"""
NEVER_BEGUN = """
import sys
from hengcai.cli.prepare import started
started()
from django.db import connection
from hengcai.base.first_tables import laid_out
connection.cursor().execute("create table other (id integer)")
sys.exit(laid_out(connection))
"""


def run(home, code):
    home.mkdir(exist_ok=True)
    return subprocess.run([sys.executable, "-c", code], env={**ENVIRONMENT, "HENGCAI_HOME": str(home)}, check=False)


def told(home):
    """Every table, index and constraint in whatever order its parts were added, and the changes noted as made."""
    with closing(sqlite3.connect(home / "hengcai.sqlite3")) as database:
        named = database.execute("select type, name, sql from sqlite_master where name not like 'sqlite_%'").fetchall()
        made = database.execute("select app, name from django_migrations").fetchall()
    words = {(kind, name): sorted(sql.replace("(", " ( ").replace(")", " ) ").replace(",", " , ").split())
             for kind, name, sql in named}  # fmt: skip
    return words, sorted(made)


@pytest.mark.slow
def test_both_ways_end_at_the_same_tables(tmp_path):
    for name, code in (("once", AT_ONCE), ("steps", STEP_BY_STEP)):
        assert run(tmp_path / name, code).returncode == 0
    assert told(tmp_path / "once") == told(tmp_path / "steps")


def test_where_tables_stand_nothing_is_laid_out(tmp_path):
    assert run(tmp_path / "home", NEVER_BEGUN).returncode == 0
    with closing(sqlite3.connect(tmp_path / "home" / "hengcai.sqlite3")) as database:
        assert database.execute("select name from sqlite_master").fetchall() == [("other",)]
