"""The program as a whole, in processes of its own: exit codes, one clear line, a home made by itself."""

import json
import os
import shutil
import subprocess
import sys

import pytest

ENVIRONMENT = {key: value for key, value in os.environ.items() if not key.startswith("HENGCAI")}


def hengcai(home, *arguments, **extra):
    environment = {**ENVIRONMENT, "HENGCAI_HOME": str(home), "HENGCAI_LANGUAGE": "en", **extra}
    return subprocess.run(
        [sys.executable, "-m", "hengcai", *map(str, arguments)],
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


@pytest.fixture(scope="module")
def empty(tmp_path_factory):
    """A home that was not there, and what the first command in it said: migrating takes seconds, so it is done once."""
    home = tmp_path_factory.mktemp("made") / "new"
    return home, hengcai(home, "audit", "verify", "--json", "-")


@pytest.fixture(scope="module")
def home(empty, tmp_path_factory):
    return shutil.copytree(empty[0], tmp_path_factory.mktemp("home") / "shared")


@pytest.fixture
def migrated_home(empty, tmp_path):
    return shutil.copytree(empty[0], tmp_path / "migrated")


def test_every_command_has_help_with_an_example(home):
    done = hengcai(home, "--help")
    assert done.returncode == 0
    for command in (
        "demo",
        "serve",
        "worker",
        "check",
        "import",
        "export",
        "appraise",
        "appraise-month",
        "report",
        "audit",
    ):
        assert command in done.stdout
    assert "hengcai check --rescore" in hengcai(home, "check", "--help").stdout


def test_wrong_usage_is_2(home):
    assert hengcai(home, "no-such-command").returncode == 2
    assert hengcai(home).returncode == 2


def test_an_empty_home_is_made_and_migrated_by_any_command(empty):
    _home, done = empty
    assert done.returncode == 0
    assert json.loads(done.stdout) == {
        "entries": 0, "head": "0" * 64, "kept_heads": 0, "faults": [], "archive_faults": [], "erased": [],
    }  # fmt: skip


def test_the_first_administrator_is_made_once(migrated_home):
    made = hengcai(migrated_home, "setup", "--username", "sun", HENGCAI_SETUP_PASSWORD="a-long-password")
    again = hengcai(migrated_home, "setup", "--username", "sun", HENGCAI_SETUP_PASSWORD="a-long-password")
    assert (made.returncode, again.returncode) == (0, 1)
    assert "There is an administrator already" in again.stderr
    assert "Traceback" not in again.stderr


def test_the_standards_are_loaded_once_and_the_chain_holds(home):
    first = hengcai(home, "load-standards")
    assert first.returncode == 0, first.stderr
    assert "7 scorecards, 2 policies" in first.stdout
    assert "0 scorecards, 0 policies" in hengcai(home, "load-standards").stdout
    exported = home / "head.json"
    exported.write_text(hengcai(home, "audit", "head").stdout)
    assert hengcai(home, "audit", "verify", "--head", exported).returncode == 0


def test_an_edit_behind_the_systems_back_is_found(home):
    import sqlite3

    with sqlite3.connect(home / "hengcai.sqlite3") as database:
        database.execute("UPDATE audit_entry SET action = 'forged' WHERE number = 2")
    done = hengcai(home, "audit", "verify")
    assert done.returncode == 1
    assert "entry 2 was edited: it does not match its hash (edited)" in done.stdout
    assert "Back up the data as it is" in done.stdout


def test_a_head_that_is_none_is_said_so(home, tmp_path):
    (tmp_path / "x.json").write_text("not json")
    done = hengcai(home, "audit", "verify", "--head", tmp_path / "x.json")
    assert done.returncode == 1
    assert "is not a chain head file" in done.stderr


def test_check_says_what_is_missing(migrated_home):
    done = hengcai(migrated_home, "check")
    assert done.returncode == 1
    assert "hengcai setup --username NAME" in done.stdout


def test_check_speaks_chinese_to_a_chinese_centre_and_codes_to_programs(migrated_home):
    chinese = {"HENGCAI_LANGUAGE": "zh-hans"}
    assert (
        "!!  系统管理员：还没有：请运行 hengcai setup --username 登录名"
        in hengcai(migrated_home, "check", **chinese).stdout
    )
    found = json.loads(hengcai(migrated_home, "check", "--rescore", "--json", "-", **chinese).stdout)["checks"]
    assert [one["what"] for one in found] == [
        "database", "lake", "fonts", "administrator", "audit heads", "notices", "model", "speech", "scores",
    ]  # fmt: skip


def test_a_file_that_is_no_database_is_said_so_in_one_line(tmp_path):
    (tmp_path / "hengcai.sqlite3").write_bytes(b"not a database" * 1000)
    for command in (("audit", "verify"), ("demo", "--agents", "3"), ("check",)):
        done = hengcai(tmp_path, *command)
        assert done.returncode == 1
        assert done.stderr.startswith("hengcai: Database error: file is not a database. Check where HENGCAI_HOME")
        assert done.stderr.count("\n") == 1


def test_verify_says_when_no_head_kept_elsewhere_was_at_hand(migrated_home, tmp_path):
    assert "No chain head saved elsewhere is available" in hengcai(migrated_home, "audit", "verify").stdout
    (tmp_path / "head.json").write_text(hengcai(migrated_home, "audit", "head").stdout)
    assert (
        "checked against 1 chain heads"
        in hengcai(migrated_home, "audit", "verify", "--head", tmp_path / "head.json").stdout
    )


@pytest.mark.parametrize("options", [(), ("--fresh",)])
def test_a_demo_refused_at_a_real_centre_leaves_its_folder_as_it_was(migrated_home, options):
    hengcai(migrated_home, "setup", "--username", "sun", HENGCAI_SETUP_PASSWORD="a-long-password")
    before = {path: path.read_bytes() for path in migrated_home.rglob("*") if path.is_file()}
    done = hengcai(migrated_home, "demo", "--agents", "3", *options)
    assert (done.returncode, done.stdout) == (1, "")
    assert {path: path.read_bytes() for path in migrated_home.rglob("*") if path.is_file()} == before
