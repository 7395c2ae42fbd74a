"""`hengcai questions convert` and `mark`."""

import json

import pytest

from hengcai.cli import main

BANK = [
    {
        "id": "q1",
        "kind": "single",
        "text": "?",
        "options": [{"id": "a", "text": "x", "share": "1"}, {"id": "b", "text": "y", "share": "-1/3"}],
        "points": "2",
    },
    {"id": "q2", "kind": "short", "text": "?", "answers": [{"value": "工单*", "share": "1"}]},
    {"id": "q3", "kind": "essay", "text": "?", "points": "5"},
]


@pytest.fixture
def bank(tmp_path, monkeypatch):
    monkeypatch.setenv("HENGCAI_LANGUAGE", "en")
    path = tmp_path / "bank.jsonl"
    path.write_text("\n".join(json.dumps(one, ensure_ascii=False) for one in BANK), "utf-8")
    return path


def table(bank, *rows):
    path = bank.with_name("responses.csv")
    path.write_text("\n".join(["person,question,response", *rows]) + "\n", "utf-8")
    return path


def test_what_a_format_cannot_hold_is_named_and_the_exit_is_3(bank, capsys):
    out = bank.with_suffix(".gift")
    assert main(["questions", "convert", str(bank), str(out), "--json", "-"]) == 3
    said = capsys.readouterr()
    assert "question q1: gift cannot hold its points" in said.err
    assert json.loads(said.out) == {"written": 3, "lost": 2, "left_out": 0}
    assert main(["questions", "convert", str(out), str(bank.with_name("back.jsonl"))]) == 0


def test_a_format_that_holds_all_is_exit_0(bank):
    assert main(["questions", "convert", str(bank), str(bank.with_suffix(".zip")), "--to", "qti30"]) == 0


@pytest.mark.parametrize("name", ["bank.zip", "bank.xml", "bank.doc"])
def test_a_name_that_may_be_several_formats_needs_one_said(bank, capsys, name):
    assert main(["questions", "convert", str(bank), str(bank.with_name(name))]) == 1
    assert "--to" in capsys.readouterr().err


def test_responses_are_marked(bank, capsys):
    rows = table(bank, "wang,q1,b", "wang,q2,工单号", "li,q1,a", "li,q3,long text")
    assert main(["questions", "mark", str(bank), str(rows), "--json", "-"]) == 0
    wang, li = json.loads(capsys.readouterr().out)["people"]
    assert wang == {"person": "wang", "points": "1/3", "of": "3", "percent": "11.1111", "questions": [
        {"id": "q1", "points": "-2/3", "of": "2"}, {"id": "q2", "points": "1", "of": "1"}, {"id": "q3", "points": None, "of": "5"}]}  # fmt: skip
    assert (li["points"], li["percent"]) == ("2", "66.6667")


@pytest.mark.parametrize(
    ("row", "said"),
    [("wang,q9,a", "row 3: there is no question q9"), ("wang,q1,a", "stands twice"), (",q1,a", "row 3")],
)
def test_unknown_and_repeated_questions_are_refused(bank, capsys, row, said):
    assert main(["questions", "mark", str(bank), str(table(bank, "wang,q1,b", row)), "--json", "-"]) == 1
    shown = capsys.readouterr()
    assert said in shown.err
    assert shown.out == ""


def test_an_option_there_is_not_earns_nothing_and_is_named(bank, capsys):
    assert main(["questions", "mark", str(bank), str(table(bank, "wang,q1,z"))]) == 0
    assert "question q1 has no z" in capsys.readouterr().err
