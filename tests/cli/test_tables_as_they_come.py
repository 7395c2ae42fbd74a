"""Files as offices have them, from the command line to what is stored: as they show themselves, or refused."""

import datetime
import json
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hengcai.accounts.queries import the_centre
from hengcai.cli.program import run
from hengcai.people.actions import PeopleRow, apply_people_rows
from hengcai.people.models import Employment, Person, Placement, Team
from tests import cast

PEOPLE = ["id", "name", "team", "post", "hired_on"]


@pytest.fixture(autouse=True)
def _in_english(monkeypatch):
    monkeypatch.setenv("HENGCAI_LANGUAGE", "en")


def brought(capsys, kind, path, *more) -> tuple[dict, str]:
    capsys.readouterr()
    run(["import", kind, str(path), *more, "--json", "-"])
    told = capsys.readouterr()
    return (json.loads(told.out) if told.out else {}), told.err


def written(path: Path, *lines: str) -> Path:
    path.write_text("\n".join([",".join(PEOPLE), *lines]) + "\n", "utf-8")
    return path


def numbers() -> list[str]:
    return sorted(Person.objects.values_list("number", flat=True))


def test_zeros_that_a_number_format_shows_are_part_of_the_number(db, tmp_path, capsys):
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(PEOPLE)
    for number, code in ((123, "00000"), (77, '"CS"0000')):
        sheet.append([number, f"冯{number}", "甲班", "inbound", datetime.date(2025, 3, 3)])
        sheet.cell(sheet.max_row, 1).number_format = code
    book.save(tmp_path / "p.xlsx")
    assert brought(capsys, "people", tmp_path / "p.xlsx")[0]["added"] == 2
    again = written(tmp_path / "p.csv", "00123,冯123,甲班,inbound,2025/3/3", '="00123",冯123,甲班,inbound,20250303')
    assert brought(capsys, "people", again)[0]["passed_over"] == 2
    assert numbers() == ["00123", "CS0077"]


def test_what_nobody_sees_makes_no_second_person_team_or_post(db, tmp_path, capsys):
    path = written(
        tmp_path / "p.csv",
        "1001,冯一,一组（早）,inbound,2025-03-03",
        "１００１,冯一,一组(早),ｉｎｂｏｕｎｄ,2025年3月3日",
        "\u200b1001\u3000,冯一\u200e, 一组（早）\xa0,inbound\ufeff,20250303",
    )
    facts, _ = brought(capsys, "people", path)
    assert (facts["added"], facts["passed_over"], facts["rejected"]) == (1, 2, 0)
    assert (numbers(), Team.objects.get().name) == (["1001"], "一组（早）")
    again = written(tmp_path / "q.csv", "1002,冯二,一组(早)\u200b,inbound,2025-03-03")
    assert brought(capsys, "people", again)[0]["made"] == {}


def test_the_sheet_that_is_read_is_named(db, tmp_path, capsys):
    book = openpyxl.Workbook()
    hidden = book.worksheets[0]
    hidden.title, hidden.sheet_state = "字典", "hidden"
    hidden.append(["班组", "岗位"])
    sheet = book.create_sheet("花名册")
    sheet.append(PEOPLE)
    sheet.append(["2001", "冯一", "甲班", "inbound", "2025-03-03"])
    book.save(tmp_path / "p.xlsx")
    facts, _ = brought(capsys, "people", tmp_path / "p.xlsx", "--dry-run")
    assert (facts["sheet"], facts["added"], facts["made"].keys()) == (
        "花名册",
        1,
        {"sites", "teams", "posts"} & facts["made"].keys(),
    )
    facts, _ = brought(capsys, "people", tmp_path / "p.xlsx")
    assert (facts["sheet"], facts["added"]) == ("花名册", 1)
    capsys.readouterr()
    run(["import", "people", str(tmp_path / "p.xlsx")])
    assert "Sheet read: “花名册”." in capsys.readouterr().out
    _, err = brought(capsys, "contacts", tmp_path / "p.xlsx")
    assert err.startswith("hengcai: p.xlsx, sheet “花名册”: missing columns: agent")


def test_names_that_would_run_go_out_safe_and_come_in_as_they_were(db, tmp_path, capsys):
    lines = [
        '9001,"=HYPERLINK(""http://x.example"",""x"")",甲班,inbound,2025-03-03',
        "9002,@SUM(1),甲班,inbound,2025-03-03",
    ]
    brought(capsys, "people", written(tmp_path / "p.csv", *lines))
    assert run(["export", "people", "--to", str(tmp_path / "out.csv")]) == 0
    text = (tmp_path / "out.csv").read_bytes().decode()
    assert text.startswith("\ufeffid,name")
    assert "\"'=HYPERLINK(" in text
    assert ",'@SUM(1)," in text
    assert brought(capsys, "people", tmp_path / "out.csv")[0]["passed_over"] == 2


NAMES = st.text("'=+-@\",;李a1", min_size=1, max_size=6)


@given(st.lists(st.tuples(NAMES, NAMES), min_size=1, max_size=4))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=12)
def test_people_go_out_and_come_in_as_they_were(db, tmp_path, capsys, names):
    for model in (Placement, Employment, Person, Team):
        model.objects.all().delete()
    values = [
        {"id": f"n{place}", "name": name, "team": team, "post": "inbound", "hired_on": "2025-03-03", "site": "S"}
        for place, (name, team) in enumerate(names)
    ]
    rows = [PeopleRow(number, one) for number, one in enumerate(values, start=2)]
    assert apply_people_rows(the_centre(), by=cast.user("wu"), rows=rows).added == len(names)
    before = list(Person.objects.order_by("number").values_list("number", "name"))
    teams = sorted(Team.objects.values_list("name", flat=True))
    assert run(["export", "people", "--to", str(tmp_path / "out.csv")]) == 0
    assert brought(capsys, "people", tmp_path / "out.csv")[0]["passed_over"] == len(names)
    for model in (Placement, Employment, Person, Team):
        model.objects.all().delete()
    assert brought(capsys, "people", tmp_path / "out.csv", "--update")[0]["added"] == len(names)
    assert list(Person.objects.order_by("number").values_list("number", "name")) == before
    assert sorted(Team.objects.values_list("name", flat=True)) == teams


MONTH = [
    ("A", "first_contact_resolution", 0.55, "0%", "0.0"), ("C", "wording", 0.85, "0%", "85.0"),
    ("D", "wording", 85, "General", "85.0"), ("F", "satisfaction", 0.79, "0%", "0.0"),
    ("G", "time_to_resolution", datetime.timedelta(hours=8, minutes=30), "[h]:mm", "98.8"),
    ("H", "time_to_resolution", 8.5, "General", "98.8"), ("J", "satisfaction", 0.7999999999999999, "General", None),
]  # fmt: skip


def month_book(path: Path, *further: tuple) -> Path:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(["agent", "indicator", "value"])
    for agent, indicator, value, code, *_ in [*MONTH, *further]:
        sheet.append([agent, indicator, value])
        sheet.cell(sheet.max_row, 3).number_format = code
    book.save(path)
    return path


def test_a_months_cells_count_as_they_are_shown(tmp_path, capsys):
    assert run(["appraise-month", str(month_book(tmp_path / "m.xlsx")), "--json", "-"]) == 0
    totals = {one["agent"]: one["total"] for one in json.loads(capsys.readouterr().out)["agents"]}
    assert {agent: totals[agent] for agent, *_, total in MONTH if total} == {
        agent: total for agent, *_, total in MONTH if total
    }


@pytest.mark.parametrize("value", [55, 79])
def test_a_share_above_all_is_refused_with_its_row(tmp_path, capsys, value):
    path = month_book(tmp_path / "m.xlsx", ("B", "first_contact_resolution", value, "General"))
    assert run(["appraise-month", str(path)]) == 1
    assert capsys.readouterr().err == (
        f"hengcai: m.xlsx, sheet “Sheet”, row 9, column “value”, agent B: “{value}” is not a share. "
        "Write a number from 0 to 1, such as 0.85, or a percentage such as 85%.\n"
    )


def test_the_same_rater_in_any_wrapping_is_one(tmp_path, capsys):
    (tmp_path / "r.csv").write_text(
        "agent,source,rater,item,score\nli,superior,z,a,4\n li,superior,z\u200b,b,4\nｌｉ,superior,ｚ,\u3000c,4\n",
        "utf-8",
    )
    assert run(["appraise", str(tmp_path / "r.csv"), "--json", "-"]) == 0
    (agent,) = json.loads(capsys.readouterr().out)["agents"]
    assert (agent["agent"], agent["sources"]["superior"]["n_raters"]) == ("li", 1)
    (tmp_path / "r.csv").write_text(
        "agent,source,rater,item,score\nli,superior,z,a,4\nli,superior, z,a\xa0,4\n", "utf-8"
    )
    assert run(["appraise", str(tmp_path / "r.csv")]) == 1
    assert "row 3" in capsys.readouterr().err


CASES = [
    ("people-zeros-by-format.xlsx", {"00123", "CS0077"}), ("people-equals-quoted.csv", {"00123", "00124"}),
    ("people-hidden-first-sheet.xlsx", None), ("people-formula-name.csv", None),
]  # fmt: skip


@pytest.mark.parametrize(("name", "expected"), CASES)
def test_the_small_inputs_that_failed_come_in(db, shared, capsys, name, expected):
    path = shared.parent / "cases" / name
    if not path.is_file():
        pytest.skip("the small inputs are not there")
    assert brought(capsys, "people", path)[0]["rejected"] == 0
    assert expected is None or set(numbers()) == expected
