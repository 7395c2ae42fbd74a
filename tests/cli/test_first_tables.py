"""An empty home gets today's tables in one go; they are those that all the changes since the first build lead to."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing

import psycopg
import pytest

from tests.postgres import server

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


SHAPE = """
SELECT table_name, concat_ws(' ', column_name, data_type, character_maximum_length, is_nullable, column_default,
  is_identity) FROM information_schema.columns WHERE table_schema = 'public'
UNION ALL SELECT conrelid::regclass::text, concat_ws(' ', conname, pg_get_constraintdef(oid)) FROM pg_constraint
UNION ALL SELECT tablename, indexdef FROM pg_indexes WHERE schemaname = 'public'
"""


def run(home, code, **settings):
    home.mkdir(exist_ok=True)
    facts = {**ENVIRONMENT, "HENGCAI_HOME": str(home), **settings}
    return subprocess.run([sys.executable, "-c", code], env=facts, check=False)


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


@pytest.mark.slow
@pytest.mark.postgres
@pytest.mark.skipif(server.programs() is None, reason="no PostgreSQL server on this machine")
def test_both_ways_end_at_the_same_tables_on_postgresql(tmp_path):
    once, steps = (_on_postgresql(tmp_path / name, code) for name, code in (("once", AT_ONCE), ("steps", STEP_BY_STEP)))
    assert once == steps


def _on_postgresql(home, code):
    with server.running() as url:
        assert run(home, code, HENGCAI_DATABASE_URL=url).returncode == 0
        with psycopg.connect(url) as database:
            return sorted(database.execute(SHAPE).fetchall())
