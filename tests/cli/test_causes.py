"""`hengcai causes`: what the page of causes lists and collects."""

import json

import pytest

from hengcai.cli.program import run
from hengcai.quality.actions import sum_up_measures
from hengcai.quality.measure_models import CauseReport
from tests import cast
from tests.quality import measuring
from tests.quality.measuring import TODAY

pytestmark = pytest.mark.django_db


@pytest.fixture
def march(monkeypatch):
    monkeypatch.setenv("HENGCAI_LANGUAGE", "en")
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *_given: TODAY)
    measuring.scored()
    measuring.owned()


def told(capsys, *arguments):
    assert run(["causes", *arguments, "--json", "-"]) == 0
    return json.loads(capsys.readouterr().out)


def test_a_month_is_collected_and_listed(march, capsys):
    sum_up_measures(cast.centre(), by=cast.user("feng"), today=TODAY)
    made = told(capsys, "collect", "--month", "2026-03")
    assert [(one["cause"], one["owner"], one["errors"]) for one in made["causes"]] == [("system", "Sun", 1)]
    listed = told(capsys, "list", "--month", "2026-03")
    assert listed["causes"] == made["causes"]
    assert [(one["cause"], one["errors"]) for one in listed["counted"]] == [("person", 2), ("system", 1)]
    assert told(capsys, "list", "--state", "closed")["causes"] == []
    assert told(capsys, "list", "--month", "2026-03", "--by", "sun") == {**listed, "counted": []}
    assert run(["causes", "collect", "--month", "2026-03", "--by", "sun"]) == 1


def test_for_readers_it_is_a_table(march, capsys):
    assert run(["causes", "list"]) == 0
    assert "There are no causes" in capsys.readouterr().out
    CauseReport.objects.create(cause="policy", month="2026-02-01", role="head", errors=4, contacts=3, due_on=TODAY)
    assert run(["causes", "list"]) == 0
    heads, line = capsys.readouterr().out.splitlines()
    assert heads.split() == ["Month", "Cause", "Owner", "Errors", "Contacts", "Status", "Due"]
    assert line.split()[:4] == ["2026-02", "Policy", "Centre", "head"]


def test_a_month_that_runs_is_refused_in_one_line(march, capsys):
    assert run(["causes", "collect", "--month", "2026-04"]) == 1
    assert "not over" in capsys.readouterr().err
    assert run(["causes", "collect", "--month", "April"]) == 2
