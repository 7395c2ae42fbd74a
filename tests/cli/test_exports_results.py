"""Marks and results given out: a row an answered item, a row a participant."""

import csv
import json
from decimal import Decimal
from fractions import Fraction

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from hengcai.appraisal import actions
from hengcai.appraisal.models import FairScore, Result
from hengcai.audit.models import Entry
from hengcai.cli.program import run
from hengcai.quality.actions import save_draft
from hengcai.quality.queries import answers
from hengcai.quality.rules.card import Mark
from tests import cast
from tests.appraisal import stage
from tests.appraisal.conftest import standards
from tests.insight import stage as results
from tests.quality import scene

__all__ = ["standards"]


@pytest.fixture(autouse=True)
def _in_english(monkeypatch):
    monkeypatch.setenv("HENGCAI_LANGUAGE", "en")


def table(folder, *arguments, name="out.csv") -> list[dict[str, str]]:
    assert run(["export", *arguments, "--to", str(folder / name)]) == 0
    with (folder / name).open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def lines(folder, *arguments) -> list[dict]:
    assert run(["export", *arguments, "--to", str(folder / "out.jsonl")]) == 0
    return [json.loads(line) for line in (folder / "out.jsonl").read_text("utf-8").splitlines()]


def marked(**more: Mark) -> dict[str, Mark]:
    return {**scene.GOOD, **more}


def test_every_answered_item_is_a_row_with_the_total_exact_and_shown(db, tmp_path):
    low = Mark("2", comment="=客户报了 13812345678 两遍", cause="process")
    made = scene.evaluation(marks=marked(listening=low))
    scene.publish([made])
    rows = table(tmp_path, "evaluations")
    assert [row["item"] for row in rows] == ["listening", "wording", "identity", "record", "extra"]
    assert list(rows[0]) == list(answers.ANSWER_COLUMNS)
    first = rows[0]
    assert {name: first[name] for name in ("agent", "analyst", "scorecard", "version", "revision", "state")} == {
        "agent": "li", "analyst": "chen", "scorecard": "call", "version": "1", "revision": "1", "state": "published",
    }  # fmt: skip
    assert (first["value"], first["cause"], first["contact_on"]) == ("2", "process", "2026-03-12")
    assert first["comment"].startswith("'=客户报了 138")
    assert "13812345678" not in first["comment"]
    assert (Fraction(first["exact"]), first["total"]) == (Fraction(made.exact), f"{float(Fraction(made.exact)):.1f}")


def test_both_revisions_stand_there_and_the_current_one_is_named(db, tmp_path):
    given = scene.assignment()
    made = scene.submit(given)
    scene.submit(given, marked(wording=Mark("3")), edit_count=made.edit_count, reason="heard again")
    rows = [row for row in table(tmp_path, "evaluations") if row["item"] == "wording"]
    assert [(row["revision"], row["current"], row["value"]) for row in rows] == [
        ("1", "false", "5"),
        ("2", "true", "3"),
    ]


def test_a_draft_of_marks_is_nobody_s_but_its_writer_s(db, tmp_path):
    given = scene.assignment()
    save_draft(given, by=cast.user("chen"), marks={"wording": Mark("1")}, comment="", edit_count=0)
    assert table(tmp_path, "evaluations") == []


def test_days_narrow_evaluations_and_portions_leave_none_out(db, tmp_path, monkeypatch):
    monkeypatch.setattr(answers, "CHUNK", 2)
    made = [scene.evaluation() for _number in range(5)]
    april = scene.evaluation(at=scene.LATE_EVENING)
    whole = lines(tmp_path, "evaluations")
    assert [row["contact"] for row in whole[::5]] == [one.assignment.contact.key for one in (*made, april)]
    later = lines(tmp_path, "evaluations", "--from", "2026-04-01")
    assert {row["contact"] for row in later} == {april.assignment.contact.key}
    assert len(lines(tmp_path, "evaluations", "--from", "2026-03-12", "--to-day", "2026-03-12")) == 25


def test_what_customers_said_is_uncovered_only_when_asked_and_both_are_noted(db, tmp_path):
    scene.evaluation(marks=marked(listening=Mark("2", comment="客户报了 13812345678")))
    assert "13812345678" in table(tmp_path, "evaluations", "--unmasked")[0]["comment"]
    table(tmp_path, "evaluations")
    noted = Entry.objects.filter(action="export_evaluations").order_by("number")
    assert [entry.kept.values["is_masked"] for entry in noted] == [False, True]


def test_a_card_without_a_score_leaves_the_total_empty(db, tmp_path):
    nothing = {code: Mark("na") for code in ("listening", "wording", "identity", "record")}
    made = scene.evaluation(marks={**nothing, "extra": Mark("clear")})
    assert made.exact == ""
    assert {(row["total"], row["exact"]) for row in table(tmp_path, "evaluations")} == {("", "")}


def test_a_quarter_gives_out_each_source_with_its_score_and_used_weight(db, standards, tmp_path):
    result = results.rated(results.quarter(), peers=(1, 2, 2), customers=results.UNEVEN)
    (row,) = table(tmp_path, "cycle", "--cycle", "2026-Q1")
    assert (row["agent"], row["team"], row["post"], row["status"]) == ("li", "Team one", "inbound", "scored")
    assert (Fraction(row["fraction"]), row["exact"]) == (Fraction(result.exact), result.detail["exact"])
    assert (Decimal(row["final"]), row["band"]) == (result.final, result.band)
    for source, told in result.detail["sources"].items():
        assert row[f"sources.{source}.score"] == (told["score"] or "")
        assert row[f"sources.{source}.used_weight"] == told["used_weight"]
    assert sum(Fraction(row[f"sources.{one}.used_weight"]) for one in result.detail["sources"]) == 1


def test_the_fair_score_stands_beside_or_why_there_is_none(db, standards, tmp_path):
    result = results.rated(results.quarter())
    known = {"raw": Decimal("4.1"), "fair": Decimal("4.25"), "low": Decimal("3.9"), "high": Decimal("4.6")}
    FairScore.objects.create(result=result, basis="final", bands=[["good", 0.8]], n=3, **known)
    FairScore.objects.create(result=result, basis="peer", unknown="not_linked", raw=Decimal("4.5"), n=2)
    (row,) = table(tmp_path, "cycle", "--cycle", "2026-Q1")
    told = [row[f"fair.final.{part}"] for part in ("fair", "low", "high", "unknown")]
    assert told == ["4.25", "3.9", "4.6", ""]
    assert (row["fair.peer.fair"], row["fair.peer.unknown"]) == ("", "not_linked")
    (line,) = lines(tmp_path, "cycle", "--cycle", "2026-Q1")
    assert line["fair"]["final"] == {
        "raw": "4.1", "fair": "4.25", "low": "3.9", "high": "4.6", "n": 3, "unknown": None, "bands": [["good", 0.8]],
    }  # fmt: skip
    assert {name: line[name] for name in result.detail} == result.detail


def test_who_has_no_result_yet_stands_there_too(db, standards, tmp_path):
    cycle = stage.open_quarter()
    rows = table(tmp_path, "cycle", "--cycle", "2026-Q1")
    assert [row["agent"] for row in rows] == sorted(row["agent"] for row in rows)
    assert {row["status"] for row in rows} == {"not_computed"}
    actions.compute_cycle(cycle, by=cast.user("zheng"))
    after = table(tmp_path, "cycle", "--cycle", "2026-Q1")
    assert list(after[0]) == list(rows[0])
    assert {row["status"] for row in after} == {"not_enough_evidence"}
    assert "missing:superior" in after[0]["reasons"].split()


def test_a_month_gives_out_groups_and_indicators(db, standards, tmp_path):
    result = results.counted(results.month(), csat=("5",) * 5)
    (row,) = table(tmp_path, "cycle", "--cycle", "2026-03")
    assert (row["total"], row["grade"]) == (result.detail["total"], result.detail["grade"])
    assert row["groups.satisfaction.earned"] == result.detail["groups"]["satisfaction"]["earned"]
    assert row["indicators.satisfaction.share"] == result.detail["indicators"]["satisfaction"]["share"]
    assert "fair.final.fair" not in row
    assert Entry.objects.filter(action="export_cycle", thing__startswith="appraisal.cycle:").exists()


def test_a_corrected_result_is_given_out_as_it_stands_now(db, standards, tmp_path):
    result = results.rated(results.quarter())
    actions.correct_result(result, by=cast.user("zheng"), reason="a form was counted twice")
    (row,) = table(tmp_path, "cycle", "--cycle", "2026-Q1")
    assert row["revision"] == "2"
    assert Result.objects.count() == 2


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["cycle"], 2, "an export of cycle needs --cycle"),
        (["cycle", "--cycle", "2099-Q9"], 1, "There is no cycle “2099-Q9”."),
        (["cycle", "--cycle", "2026-Q1", "--to", "x.pdf"], 2, "cannot be written as “x.pdf”"),
    ],
)
def test_a_cycle_nobody_knows_is_one_clear_line(db, capsys, arguments, code, said):
    assert run(["export", *arguments]) == code
    shown = capsys.readouterr()
    assert (said in shown.err, shown.err.count("\n"), shown.out) == (True, 1, "")


@pytest.mark.parametrize("kind", ["evaluations", "cycle"])
def test_as_many_queries_for_three_as_for_one(db, standards, tmp_path, kind):
    cycle = results.quarter()
    arguments = ["export", kind, "--to", str(tmp_path / "x.csv"), *(["--cycle", cycle.code] if kind == "cycle" else [])]
    counts = []
    for number, name in enumerate(("li", "wang", "he")):
        result = results.rated(cycle, name)
        FairScore.objects.create(result=result, basis="peer", unknown="not_linked")
        results.evaluated(name, "4", number=number)
        run(arguments)  # the system's own account is made once
        with CaptureQueriesContext(connection) as seen:
            assert run(arguments) == 0
        counts.append(len(seen))
    assert counts[0] == counts[2]
