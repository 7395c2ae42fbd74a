"""`hengcai scenarios`: the same rights as the pages, files that come back as they went out."""

import json

import pytest
import yaml

from hengcai.audit.models import Entry
from hengcai.cli.program import run
from hengcai.simulation.models import Scenario
from tests import cast
from tests.simulation.stories import definition, published
from tests.simulation.test_runs import played

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def english(monkeypatch):
    monkeypatch.setenv("HENGCAI_LANGUAGE", "en")


def test_scenarios_and_runs_are_listed(db, capsys):
    assert run(["scenarios", "list"]) == 0
    assert "None." in capsys.readouterr().out
    played(cast.li(), "aa")
    assert run(["scenarios", "list", "--json", "-"]) == 0
    (row,) = json.loads(capsys.readouterr().out)["scenarios"]
    assert (row["code"], row["state"], row["finished"]) == ("tiny", "published", 1)
    assert run(["scenarios", "runs"]) == 0
    assert "3/4" in capsys.readouterr().out


def test_rights_are_those_of_who_it_is_done_for(db, capsys):
    played(cast.li(), "aa")
    cast.wang()
    assert run(["scenarios", "runs", "--by", "wang", "--json", "-"]) == 0
    assert json.loads(capsys.readouterr().out)["runs"] == []
    assert run(["scenarios", "export", "tiny", "--by", "wang"]) == 1


def test_a_file_comes_back_as_it_went_out(db, tmp_path, capsys):
    published()
    cast.user("zhou")
    file = tmp_path / "tiny.yaml"
    assert run(["scenarios", "export", "tiny", "--to", str(file), "--by", "zhou"]) == 0
    assert yaml.safe_load(file.read_text("utf-8"))["competencies"] == ["listening", "empathy"]
    assert run(["scenarios", "import", str(file), "--publish", "--by", "zhou", "--json", "-"]) == 0
    assert json.loads(capsys.readouterr().out.splitlines()[-1])["number"] == 2
    assert [one.state for one in Scenario.objects.order_by("number")] == ["retired", "published"]
    assert Entry.objects.filter(action="export_scenario").count() == 1
    assert run(["scenarios", "export", "gone"]) == 1


def test_a_wrong_one_is_not_brought_in_by_half(db, tmp_path, capsys):
    file = tmp_path / "tiny.json"
    file.write_text(json.dumps(definition(competencies=[])))
    assert run(["scenarios", "import", str(file), "--publish"]) == 1
    assert Scenario.objects.count() == 0
    assert run(["scenarios", "import", str(file)]) == 0
    file.write_text("{")
    assert run(["scenarios", "import", str(file)]) == 1
    assert "no valid YAML" in capsys.readouterr().err


def test_checking_names_the_place_and_asks_no_database(tmp_path, capsys):
    file = tmp_path / "bad.yaml"
    file.write_text(yaml.safe_dump(definition(start="nowhere")))
    assert run(["scenarios", "check", str(file)]) == 3
    assert "bad.yaml: The node it begins with" in capsys.readouterr().out
    assert run(["scenarios", "check", "--json", "-"]) == 0
    assert json.loads(capsys.readouterr().out) == {"problems": []}


def test_a_twee_file_is_a_draft_and_says_what_was_left_out(db, tmp_path, capsys):
    file = tmp_path / "late.twee"
    file.write_text(":: Start\nHello?\n<<timed>>\n[[Yes->End]]\n[[No->End]]\n:: End\nDone.\n")
    assert run(["scenarios", "import", str(file)]) == 0
    assert "line 3 was not taken over: <<timed>>" in capsys.readouterr().err
    assert Scenario.objects.get(code="late").state == "draft"
