"""`hengcai coaching`: records listed and given out as their page allows, an export on record."""

import json

import pytest

from hengcai.audit.models import Entry
from hengcai.cli.program import run
from tests import cast
from tests.coaching import coaching_scene as co

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def english(monkeypatch):
    monkeypatch.setenv("HENGCAI_LANGUAGE", "en")


def told(capsys, *arguments):
    assert run(["coaching", *arguments, "--json", "-"]) == 0
    return json.loads(capsys.readouterr().out)


def test_records_are_listed_and_narrowed(capsys):
    one = co.held()
    for name in ("wang", "feng", "sun"):
        cast.user(name)
    (row,) = told(capsys, "list")["sessions"]
    assert (row["id"], row["agent"], row["state"], row["look_on"]) == (one.pk, "li", "held", "2026-03-31")
    assert told(capsys, "list", "--state", "closed")["sessions"] == []
    seen = {name: len(told(capsys, "list", "--by", name)["sessions"]) for name in ("li", "wang", "feng")}
    assert seen == {"li": 1, "wang": 0, "feng": 1}
    assert run(["coaching", "list", "--by", "sun"]) == run(["coaching", "export", "--by", "nobody"]) == 1
    assert "no account “nobody”" in capsys.readouterr().err
    assert run(["coaching", "list", "--agent", "li"]) == 0
    heads, line = capsys.readouterr().out.splitlines()
    assert heads.startswith("Number")
    assert line.endswith("To be signed")


def test_whole_records_are_exported_covered_and_on_record(tmp_path, capsys):
    co.prepared(notes="call 13812345678")
    file = tmp_path / "coaching.jsonl"
    assert told(capsys, "export", "--to", str(file)) == {"file": str(file), "rows": 1}
    row = json.loads(file.read_text("utf-8"))
    assert (row["agent"], row["gap"], row["handed_over"]) == ("li", co.SAID["gap"], 0)
    assert "13812345678" not in file.read_text("utf-8")
    assert Entry.objects.filter(action="export_coaching").exists()
    assert told(capsys, "export")["sessions"] == [row]


def test_a_table_has_the_same_and_an_unknown_ending_is_refused(tmp_path, capsys):
    co.prepared()
    file = tmp_path / "coaching.csv"
    assert run(["coaching", "export", "--to", str(file)]) == 0
    assert file.read_text("utf-8-sig").splitlines()[0].startswith("session,agent,coach")
    assert run(["coaching", "export", "--to", str(tmp_path / "a.docx")]) == 1
    assert ".csv" in capsys.readouterr().err


def test_nothing_is_said_to_be_nothing(capsys):
    assert run(["coaching", "list"]) == 0
    assert "There are no coaching records" in capsys.readouterr().out
