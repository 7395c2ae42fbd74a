"""`hengcai courses`: what is written out is what can be loaded again; faults are named by their place."""

import json

import pytest
import yaml

from hengcai.cli.program import run
from hengcai.training.models import Course
from tests.standing import standing
from tests.training.courses.made import course, definition
from tests.training.needs import standards

made = standing(standards)
pytestmark = pytest.mark.usefixtures("made", "db")


@pytest.fixture(autouse=True)
def english(monkeypatch):
    monkeypatch.setenv("HENGCAI_LANGUAGE", "en")


def written(tmp_path, **changes):
    file = tmp_path / "course.yaml"
    file.write_text(yaml.safe_dump(definition(**changes), allow_unicode=True), "utf-8")
    return file


def test_a_course_goes_out_and_in_again(tmp_path, capsys):
    assert run(["courses", "load", str(written(tmp_path)), "--publish"]) == 0
    out = tmp_path / "out.yaml"
    assert run(["courses", "export", "openings", "--to", str(out)]) == 0
    assert run(["courses", "load", str(out), "--json", "-"]) == 0
    assert json.loads(capsys.readouterr().out.splitlines()[-1])["number"] == 2
    assert [one.state for one in Course.objects.order_by("number")] == ["published", "draft"]


def test_a_fault_is_named_and_nothing_is_kept(tmp_path, capsys):
    assert run(["courses", "check", str(written(tmp_path, tier="else"))]) == 1
    assert "tier" in capsys.readouterr().err
    assert run(["courses", "load", str(written(tmp_path, hours="none"))]) == 1
    assert not Course.objects.exists()


def test_lists_for_people_and_for_programs(capsys):
    course()
    assert run(["courses", "list"]) == 0
    assert "The first thirty seconds" in capsys.readouterr().out
    assert run(["courses", "learning", "--json", "-"]) == 0
    assert json.loads(capsys.readouterr().out) == {"enrolments": []}
