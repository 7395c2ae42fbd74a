"""`hengcai growth`: the same list as the page, exact for programs; one person's way as it stands today."""

import json
from datetime import timedelta

import pytest

from hengcai.audit.models import Entry
from hengcai.cli.program import run
from hengcai.growth import actions
from hengcai.growth.models import Outlook, Standing
from tests import cast
from tests.growth.test_standings import TEXT, TODAY

pytestmark = pytest.mark.django_db
HELD = {"kind": "level", "code": "listening", "state": "missing", "wanted": "4", "held": "11/3", "on": "2026-03-30"}


@pytest.fixture(autouse=True)
def english(monkeypatch):
    monkeypatch.setenv("HENGCAI_LANGUAGE", "en")


@pytest.fixture
def ladder(monkeypatch):
    """Read without a framework: what it would check is checked elsewhere."""
    from hengcai.growth.actions import ladders
    from hengcai.growth.rules.ladder import parsed_ladder

    known = {"posts": ["inbound"], "competencies": {"listening"}}
    monkeypatch.setattr(ladders, "_read", lambda text: parsed_ladder(text, file="ladder.yaml", **known))
    cast.wang()
    made = actions.write_ladder(cast.centre(), by=cast.user("zheng"), code="stars", text=TEXT)
    actions.publish_ladder(made, by=cast.user("qian"), today=TODAY)
    first, second = made.steps.order_by("order")
    days = {"since": TODAY, "re_rate_on": TODAY + timedelta(days=184)}
    Standing.objects.create(
        person=cast.li(),
        code="stars",
        step=first,
        outcome="first",
        because="-",
        by=cast.user("wu"),
        at="2026-03-30T08:00Z",
        **days,
    )
    facts = {"ladder": made, "counted_on": TODAY}
    Outlook.objects.create(person=cast.li(), step=second, verdict="one_step", lines=[HELD], **facts)
    Outlook.objects.create(person=cast.wang(), step=first, verdict="ready", lines=[], **facts)
    return made


def told(capsys, *arguments):
    assert run(["growth", *arguments, "--json", "-"]) == 0
    return json.loads(capsys.readouterr().out)


def test_the_list_names_step_re_rating_and_what_is_missing(ladder, capsys):
    found = {one["person"]: one for one in told(capsys, "list")["people"]}
    assert found["li"] == {
        "person": "li", "name": "Li", "ladder": "stars", "step": 1, "since": TODAY.isoformat(),
        "re_rate_on": (TODAY + timedelta(days=184)).isoformat(), "next": 2, "verdict": "one_step",
        "missing": ["level:listening"], "unknown": [], "counted_on": TODAY.isoformat(),
    }  # fmt: skip
    assert (found["wang"]["step"], found["wang"]["verdict"]) == (None, "ready")
    assert [one["person"] for one in told(capsys, "list", "--verdict", "ready")["people"]] == ["wang"]
    assert told(capsys, "list", "--ladder", "none") == {"people": []}


def test_a_file_holds_the_same_rows_and_stands_in_the_log(ladder, tmp_path, capsys):
    file = tmp_path / "growth.csv"
    assert told(capsys, "export", "--to", str(file)) == {"file": str(file), "rows": 2}
    head, *lines = file.read_text("utf-8-sig").splitlines()
    assert head == "person,name,ladder,step,since,re_rate_on,next,verdict,missing,unknown,counted_on"
    assert any(line.startswith("li,Li,stars,1,") and ",level:listening," in line for line in lines)
    assert Entry.objects.filter(action="export_growth").exists()
    assert told(capsys, "export") == told(capsys, "list")


def test_one_persons_way_is_told_line_by_line(ladder, capsys):
    found = told(capsys, "readiness", "li")
    (way,) = found["ways"]
    assert (found["person"], way["ladder"], way["step"], way["next"]) == ("li", "stars", 1, 2)
    assert {(one["kind"], one["state"]) for one in way["lines"]} >= {("level", "unknown"), ("proof", "missing")}
    assert run(["growth", "readiness", "li"]) == 0
    assert "level:listening: requires 4, now –, cannot tell" in capsys.readouterr().out


@pytest.mark.parametrize("wrong", [("readiness", "nobody"), ("export", "--to", "x.pdf")])
def test_what_is_not_there_is_refused_in_one_line(ladder, wrong, capsys):
    assert run(["growth", *wrong]) == 1
    assert len(capsys.readouterr().err.strip().splitlines()) == 1
