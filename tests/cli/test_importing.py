"""`hengcai import` and `hengcai export`: exit codes, what goes where, and files that go round."""

import csv
import gzip
import json
from pathlib import Path

import pytest

from hengcai.cli.program import run
from hengcai.interactions.models import Contact, ImportRun
from hengcai.people.models import Person
from tests import cast
from tests.interactions.bringing import HEADER, csv_file, jsonl_file, row

MAPPINGS = Path(__file__).resolve().parents[2] / "docs" / "mappings"


@pytest.fixture(autouse=True)
def _in_english(monkeypatch):
    monkeypatch.setenv("HENGCAI_LANGUAGE", "en")


def test_a_clean_file_ends_with_0_and_one_summary_line(db, tmp_path, capsys):
    cast.li()
    assert run(["import", "contacts", str(csv_file(tmp_path / "a.csv", [row(1)]))]) == 0
    out, err = capsys.readouterr()
    assert out == "a.csv: 1 rows read, 1 added, 0 updated, 0 already there, 0 rejected.\n"
    assert err == ""


def test_json_is_exactly_one_object_on_standard_output(db, tmp_path, capsys):
    cast.li()
    path = csv_file(tmp_path / "a.csv", [row(1), row(2, csat="7")])
    assert run(["import", "contacts", str(path), "--json", "-"]) == 3
    out, err = capsys.readouterr()
    found = json.loads(out)
    assert {name: found[name] for name in ("kind", "file", "state", "read", "added", "rejected")} == {
        "kind": "contacts", "file": "a.csv", "state": "done", "read": 2, "added": 1, "rejected": 1,
    }  # fmt: skip
    assert err == "row 4, column “csat”: “7” is out of range. It must be between 1 and 5.\n"


def test_rejects_can_be_corrected_and_sent_again(db, tmp_path, capsys):
    cast.li()
    wrong = [row(1), row(2, csat="7", text="客服：a\n客户：=b"), row(3, agent="904")]
    rejected = tmp_path / "rejected.csv"
    assert run(["import", "contacts", str(csv_file(tmp_path / "a.csv", wrong)), "--rejects", str(rejected)]) == 3
    with rejected.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert [(one["row"], one["column"]) for one in rows] == [("4", "csat"), ("6", "agent")]
    assert list(rows[0]) == [*HEADER, "row", "column", "reason"]
    mended = rejected.read_text("utf-8-sig").replace(",7,", ",5,").replace("904", "li")
    rejected.write_text(mended, "utf-8")
    assert run(["import", "contacts", str(rejected)]) == 0
    assert sorted(Contact.objects.values_list("key", flat=True)) == ["c1", "c2", "c3"]


def test_rejects_of_a_jsonl_file_are_lines_again(db, tmp_path):
    cast.li()
    path = jsonl_file(tmp_path / "a.jsonl", [row(1), row(2, csat=9)])
    assert run(["import", "contacts", str(path), "--rejects", str(tmp_path / "r.csv")]) == 1
    assert run(["import", "contacts", str(path), "--rejects", str(tmp_path / "r.jsonl")]) == 3
    (one,) = [json.loads(line) for line in (tmp_path / "r.jsonl").read_text("utf-8").splitlines()]
    assert (one["id"], one["row"], one["column"]) == ("c2", 2, "csat")
    mended = {**one, "csat": 5}
    assert run(["import", "contacts", str(jsonl_file(tmp_path / "b.jsonl", [mended]))]) == 0


def test_a_dry_run_counts_the_same_and_keeps_nothing(db, tmp_path, capsys):
    cast.li()
    rows = [row(1), row(1), row(2, csat="7"), row(3, agent="905")]
    path = csv_file(tmp_path / "a.csv", rows)
    arguments = [
        "import",
        "contacts",
        str(path),
        "--people",
        "create",
        "--rejects",
        str(tmp_path / "r.csv"),
        "--json",
        "-",
    ]
    assert run([*arguments, "--dry-run"]) == 3
    dry = json.loads(capsys.readouterr().out)
    assert not Contact.objects.exists()
    assert not ImportRun.objects.exists()
    assert not Person.objects.filter(number="905").exists()
    written = (tmp_path / "r.csv").read_bytes()
    assert run(arguments) == 3
    real = json.loads(capsys.readouterr().out)
    same = ("read", "added", "updated", "passed_over", "rejected", "made", "rejects_file")
    assert {name: dry[name] for name in same} == {name: real[name] for name in same}
    assert (tmp_path / "r.csv").read_bytes() == written
    assert not list((tmp_path / "lake").rglob("*.tmp"))


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["import", "contacts", "nowhere.csv"], 1),
        (["import", "cats", "nowhere.csv"], 1),
        (["import", "contacts"], 2),
        (["export", "cats"], 1),
    ],
)
def test_refusals_are_one_line_and_wrong_usage_is_2(db, capsys, arguments, code):
    assert run(arguments) == code
    _out, err = capsys.readouterr()
    assert "Traceback" not in err
    assert code == 2 or err.count("\n") == 1


def test_help_shows_an_example(capsys):
    assert run(["import", "--help"]) == 0
    assert "hengcai import contacts" in capsys.readouterr().out


def test_what_is_exported_comes_in_again_as_the_same(db, tmp_path, capsys):
    cast.li()
    turns = [{"speaker": "customer", "text": "我的电话 13812345678", "start": 1}]
    full = {**row(1, csat=4.5, queue="Q", note="x", complaint="open", resolved_first_contact=False), "turns": turns}
    del full["text"]
    run(["import", "contacts", str(jsonl_file(tmp_path / "a.jsonl", [full, {**full, "id": "c2", "turns": []}]))])
    target = tmp_path / "out.jsonl.gz"
    assert run(["export", "contacts", "--unmasked", "--to", str(target)]) == 0
    lines = [json.loads(line) for line in gzip.decompress(target.read_bytes()).decode().splitlines()]
    assert [line["id"] for line in lines] == ["c1", "c2"]
    capsys.readouterr()
    assert run(["import", "contacts", str(target), "--json", "-"]) == 0
    assert json.loads(capsys.readouterr().out)["passed_over"] == 2


def test_customers_numbers_are_covered_in_an_export_unless_asked_for(db, tmp_path, capsys):
    cast.li()
    run(["import", "contacts", str(csv_file(tmp_path / "a.csv", [row(1, text="客户：我的电话 13812345678")]))])
    capsys.readouterr()
    assert run(["export", "contacts"]) == 0
    covered = capsys.readouterr().out
    assert "13812345678" not in covered
    assert "我的电话" in covered
    run(["export", "contacts", "--unmasked"])
    assert "13812345678" in capsys.readouterr().out
    from hengcai.audit.models import Entry

    kept = [
        entry.kept.values["is_masked"] for entry in Entry.objects.filter(action="export_contacts").order_by("number")
    ]
    assert kept == [True, False]


def test_an_import_leaves_one_entry_at_its_start_and_one_at_its_end(db, tmp_path, monkeypatch):
    from dataclasses import replace

    from hengcai.audit.models import Entry
    from hengcai.interactions.kinds import contacts, registry

    cast.li()
    monkeypatch.setitem(registry.KINDS, "contacts", replace(contacts.HANDLER, chunk_rows=2))
    run(["import", "contacts", str(csv_file(tmp_path / "a.csv", [row(n) for n in range(9)]))])
    assert list(Entry.objects.order_by("number").values_list("action", flat=True)) == ["start_import", "finish_import"]


@pytest.mark.parametrize(("name", "count", "agents"), [("star", 3950, 70), ("crosswoz", 550, 26)])
def test_a_real_set_comes_in_whole(db, shared, capsys, name, count, agents):
    path = shared / name / "dialogues.jsonl.gz"
    mapping = MAPPINGS / f"{name}.yaml"
    assert run(["import", "contacts", str(path), "--mapping", str(mapping), "--people", "create", "--json", "-"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["read"], found["added"], found["rejected"]) == (count, count, 0)
    assert found["made"]["people"]["count"] == agents
    assert Contact.objects.filter(turn_count=0).count() == (318 if name == "star" else 0)
