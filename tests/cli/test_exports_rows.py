"""Measures, complaints, ratings and written marks: what goes out comes in again as the same rows, once."""

import gzip
import json
from fractions import Fraction

import pytest

from hengcai.appraisal import models
from hengcai.appraisal.actions import save_rating
from hengcai.appraisal.rules.raters import Given
from hengcai.audit.models import Entry
from hengcai.cli.program import run
from hengcai.interactions.models import Contact, Measure
from tests import cast
from tests.appraisal import stage
from tests.appraisal.conftest import standards

__all__ = ["standards"]

MEASURES = """agent,period_start,period_end,measure,value,numerator,denominator
li,2026-02-01,2026-02-28,handling_time,312.5,62500,200
li,2026-03-01,2026-03-31,handling_time,0.000001,,
wang,2026-03-01,2026-03-31,recommendation,-0.5,1,3
"""
RATINGS = """cycle,agent,source,rater,item,score,comment
2026-Q1,li,peer,online0,collaboration,5,
2026-Q1,li,superior,zhao,collaboration,,"=1+1, she said ""well""
第二行"
2026-Q1,li,superior,zhao,communication,4.333333,
2026-Q1,wang,self,wang,communication,3,
"""
TESTS = """cycle,agent,test,mark,attempt
2026-Q1,li,业务知识,55,1
2026-Q1,li,业务知识,80.5,2
"""


@pytest.fixture(autouse=True)
def _in_english(monkeypatch):
    monkeypatch.setenv("HENGCAI_LANGUAGE", "en")


def taken_out(folder, *arguments, name="out.csv"):
    assert run(["export", *arguments, "--to", str(folder / name)]) == 0
    return (folder / name).read_bytes().decode("utf-8-sig")


def brought(folder, capsys, kind, text, *, name="in.csv"):
    """(added, updated, passed over) of a file with this in it."""
    (folder / name).write_text(text, "utf-8", newline="")
    capsys.readouterr()
    assert run(["import", kind, str(folder / name), "--json", "-"]) == 0
    facts = json.loads(capsys.readouterr().out)
    return facts["added"], facts["updated"], facts["passed_over"]


def given_out(action: str) -> list[Entry]:
    return list(Entry.objects.filter(action=action).select_related("kept").order_by("number"))


def test_measures_come_in_again_as_they_went_and_only_once(db, tmp_path, capsys):
    cast.li(), cast.wang()
    brought(tmp_path, capsys, "measures", MEASURES)
    out = taken_out(tmp_path, "measures")
    Measure.objects.all().delete()
    assert brought(tmp_path, capsys, "measures", out, name="again.csv") == (3, 0, 0)
    assert taken_out(tmp_path, "measures") == out
    assert brought(tmp_path, capsys, "measures", out, name="again.csv") == (0, 0, 3)
    assert sorted(out.splitlines()) == sorted(MEASURES.splitlines())


def test_measures_of_some_days_are_those_whose_period_lies_within(db, tmp_path, capsys):
    cast.li(), cast.wang()
    brought(tmp_path, capsys, "measures", MEASURES)
    march = taken_out(tmp_path, "measures", "--from", "2026-03-01", "--to-day", "2026-03-31")
    assert [line.split(",")[0] for line in march.splitlines()] == ["agent", "li", "wang"]
    assert taken_out(tmp_path, "measures", "--to-day", "2026-03-30").count("\n") == 2
    assert [entry.kept.values["first_day"] for entry in given_out("export_measures")] == ["2026-03-01", None]


TIME = {
    "shifts": "agent,starts_at,ends_at,skill_group,kind\n"
    "li,2026-02-28T22:00:00+08:00,2026-03-01T06:00:00+08:00,英语,work\n"
    "li,2026-03-02T09:00:00+08:00,2026-03-02T10:00:00+08:00,,training\n",
    "absences": "agent,from,to,kind,approved_by\nli,2026-02-27,2026-02-28,sick,赵\nli,2026-03-02,2026-03-02,育儿假,\n",
    "skill-groups": "agent,skill_group,since,until\nli,投诉,2026-01-05,2026-02-28\nli,英语,2026-01-05,\n",
}


@pytest.mark.parametrize("kind", TIME)
def test_what_is_known_of_time_at_work_comes_in_again_as_it_went_and_only_once(db, tmp_path, capsys, kind):
    cast.li()
    assert brought(tmp_path, capsys, kind, TIME[kind]) == (2, 0, 0)
    assert taken_out(tmp_path, kind) == TIME[kind]
    assert brought(tmp_path, capsys, kind, taken_out(tmp_path, kind)) == (0, 0, 2)
    march = taken_out(tmp_path, kind, "--from", "2026-03-01", "--to-day", "2026-03-31").splitlines()
    assert march == [TIME[kind].splitlines()[0], TIME[kind].splitlines()[2]]
    assert len(given_out(f"export_{kind.replace('-', '_')}")) == 3


def test_complaints_come_in_again_as_they_went(db, tmp_path, capsys):
    stage.contact(cast.li(), 1, complaint="upheld")
    stage.contact(cast.li(), 2, complaint="open", on=stage.date(2026, 2, 1))
    stage.contact(cast.li(), 3)
    out = taken_out(tmp_path, "complaints")
    assert out == "id,complaint\nli-2,open\nli-1,upheld\n"
    assert taken_out(tmp_path, "complaints", "--from", "2026-03-05", "--to-day", "2026-03-05") == (
        "id,complaint\nli-1,upheld\n"
    )
    Contact.objects.update(complaint="none")
    assert brought(tmp_path, capsys, "complaints", out) == (0, 2, 0)
    assert taken_out(tmp_path, "complaints") == out
    assert brought(tmp_path, capsys, "complaints", out) == (0, 0, 2)
    assert len(given_out("export_complaints")) == 3


@pytest.mark.parametrize("name", ["again.csv", "again.jsonl"])
def test_ratings_come_in_again_as_they_went_and_only_once(db, standards, tmp_path, capsys, name):
    stage.open_quarter()
    brought(tmp_path, capsys, "ratings", RATINGS)
    out = taken_out(tmp_path, "ratings", "--cycle", "2026-Q1", name=f"out{name}")
    models.Rating.objects.all().delete()
    models.RatingTask.objects.filter(is_imported=True).update(is_imported=False, state="open")
    assert brought(tmp_path, capsys, "ratings", out, name=name) == (4, 0, 0)
    assert taken_out(tmp_path, "ratings", name=f"out{name}") == out
    assert brought(tmp_path, capsys, "ratings", out, name=name) == (0, 0, 4)
    assert taken_out(tmp_path, "ratings") == RATINGS.replace('"=1+1', "\"'=1+1")


def test_ratings_name_raters_and_that_is_noted(db, standards, tmp_path):
    cycle = stage.open_quarter()
    stage.send(stage.task(cycle), by="zhao", level=5)
    assert "2026-Q1,li,superior,zhao,communication,5," in taken_out(tmp_path, "ratings", "--cycle", "2026-Q1")
    (entry,) = given_out("export_ratings")
    assert (entry.thing, entry.kept.values["form"]) == (f"appraisal.cycle:{cycle.pk}", "command line")


def test_what_a_rater_sent_by_hand_is_passed_over_where_it_says_the_same(db, standards, tmp_path, capsys):
    cycle = stage.open_quarter()
    said = Given(Fraction(5), "two lines,\r\nas a browser sends them")
    stage.send(stage.task(cycle), by="zhao", level=5, communication=said)
    out = taken_out(tmp_path, "ratings")
    assert brought(tmp_path, capsys, "ratings", out) == (0, 0, 11)
    (tmp_path / "other.csv").write_text(out.replace(",5,", ",4,"), "utf-8")
    assert run(["import", "ratings", str(tmp_path / "other.csv"), "--update"]) == 3
    assert set(stage.task(cycle).ratings.values_list("level", flat=True)) == {5}


def test_a_draft_is_not_given_out(db, standards, tmp_path):
    form = stage.task(stage.open_quarter())
    save_rating(form, by=cast.user("zhao"), given=stage.all_at(form, 1), comment="", edit_count=0)
    assert taken_out(tmp_path, "ratings") == "cycle,agent,source,rater,item,score,comment\n"


def test_marks_come_in_again_as_they_went_and_only_once(db, standards, tmp_path, capsys):
    stage.open_quarter()
    brought(tmp_path, capsys, "tests", TESTS)
    out = taken_out(tmp_path, "tests", "--cycle", "2026-Q1")
    assert out == TESTS
    models.TestMark.objects.all().delete()
    assert brought(tmp_path, capsys, "tests", out) == (2, 0, 0)
    assert taken_out(tmp_path, "tests") == out
    assert brought(tmp_path, capsys, "tests", out) == (0, 0, 2)
    assert given_out("export_tests")


def test_another_cycle_s_rows_stay(db, standards, tmp_path, capsys):
    stage.open_quarter()
    stage.cycle(code="2026-Q2")
    brought(tmp_path, capsys, "tests", TESTS)
    assert taken_out(tmp_path, "tests", "--cycle", "2026-Q2") == "cycle,agent,test,mark,attempt\n"


@pytest.mark.parametrize("kind", ["ratings", "tests"])
def test_an_unknown_cycle_is_one_clear_line(db, tmp_path, capsys, kind):
    assert run(["export", kind, "--cycle", "2099-Q9", "--to", str(tmp_path / "x.csv")]) == 1
    assert capsys.readouterr().err == "hengcai: There is no cycle “2099-Q9”.\n"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["people", "--cycle", "2026-Q1"], "has no option --cycle"),
        (["measures", "--unmasked"], "has no option --unmasked"),
        (["measures", "--to", "m.xlsx"], "cannot be written as “m.xlsx”"),
        (["contacts", "--to", "c.csv"], "end in one of .jsonl, .jsonl.gz"),
        (["measures", "--from", "March"], "invalid day value"),
        (["measures", "--json", "-"], "an export of measures needs --to"),
    ],
)
def test_what_a_kind_does_not_understand_is_wrong_usage(capsys, arguments, said):
    assert run(["export", *arguments]) == 2
    assert said in capsys.readouterr().err


def test_json_is_one_object_about_the_file(db, tmp_path, capsys):
    stage.contact(cast.li(), 1, complaint="upheld")
    target = tmp_path / "c.csv.gz"
    assert run(["export", "complaints", "--to", str(target), "--json", "-"]) == 0
    assert json.loads(capsys.readouterr().out) == {"kind": "complaints", "file": str(target), "rows": 1}
    assert gzip.decompress(target.read_bytes()) == b"\xef\xbb\xbfid,complaint\nli-1,upheld\n"


def test_people_given_out_are_noted(db, tmp_path):
    cast.li()
    assert "li,Li,Team one,inbound,2025-03-03" in taken_out(tmp_path, "people")
    assert given_out("export_people")
