"""`hengcai packages`: the same rights as the pages; a zip is checked without keeping anything."""

import json

import pytest

from hengcai.base import clock
from hengcai.cli.program import run
from hengcai.courseware.actions import open_run
from hengcai.courseware.models import Package
from tests import cast
from tests.courseware.conftest import course_db, made  # noqa: F401
from tests.courseware.made import new_files, old_files, packed, received, way

pytestmark = pytest.mark.usefixtures("course_db")


@pytest.fixture(autouse=True)
def english(monkeypatch):
    monkeypatch.setenv("HENGCAI_LANGUAGE", "en")


def test_a_zip_is_checked_and_taken_in(tmp_path, capsys):
    good, bad = tmp_path / "good.zip", tmp_path / "bad.zip"
    good.write_bytes(packed(new_files()))
    bad.write_bytes(packed({"a.html": "x"}))
    assert run(["packages", "check", str(good)]) == 0
    assert "Refunds, SCORM 2004 4th, parts: 2" in capsys.readouterr().out
    assert run(["packages", "check", str(bad)]) == 1
    assert "imsmanifest.xml" in capsys.readouterr().err
    assert not Package.objects.exists()
    cast.user("li")
    assert run(["packages", "add", str(good), "--by", "li"]) == 1
    assert run(["packages", "add", str(good), "--json", "-"]) == 0
    assert json.loads(capsys.readouterr().out)["title"] == "Refunds"
    good.write_bytes(packed(old_files()))
    assert run(["packages", "add", str(good)]) == 0
    assert "Uploaded “Complaints”, code package_2_" in capsys.readouterr().out


def test_packages_and_runs_are_listed_as_far_as_one_may_see(capsys):
    cast.person("li")
    mine = way(received(old_files()))
    open_run(mine, by=cast.user("li"), lesson=mine.course.lessons.get(), part="I1", today=clock.today())
    assert run(["packages", "list"]) == 0
    assert "Complaints" in capsys.readouterr().out
    assert run(["packages", "runs", "--json", "-"]) == 0
    assert [one["part"] for one in json.loads(capsys.readouterr().out)["runs"]] == ["I1"]
    cast.user("wang")
    assert run(["packages", "list", "--by", "wang"]) == 1
    capsys.readouterr()
    assert run(["packages", "runs", "--by", "wang"]) == 0
    assert "None." in capsys.readouterr().out
