"""A copy of what is held on one person, list by list: peers, the log, marks, remarks, the archive, wrong usage."""

import csv
import io
import json
from decimal import Decimal
from fractions import Fraction

import pytest

from hengcai.appraisal.models import Rating, Remark
from hengcai.audit.models import Entry
from hengcai.cli.held_words import LISTS
from hengcai.cli.program import run
from hengcai.quality.rules.card import Mark
from tests.appraisal import stage
from tests.appraisal.conftest import standards
from tests.cli.handing_out import handed_out, held, unpacked
from tests.insight import stage as results
from tests.quality import scene

__all__ = ["standards"]


@pytest.fixture(autouse=True)
def _in_english(monkeypatch):
    monkeypatch.setenv("HENGCAI_LANGUAGE", "en")


def test_of_peers_no_level_is_told_and_their_words_beside_no_form(db, standards, tmp_path):
    result = results.rated(results.quarter(), peers=(5, 3, 4))
    Rating.objects.filter(task__source="peer").update(comment="in my own words")
    found = held(tmp_path, "li")
    peers = [one for one in found["ratings_received"] if one["source"] == "peer"]
    told = [(one["level"], one["competency"], one["comment"]) for one in peers]
    assert told == [(None, "collaboration", ""), *[(None, None, "in my own words")] * 3]
    assert {one["withheld"] for one in peers} == {"peers"}
    assert [one["detail"]["exact"] for one in found["results"]] == [None]
    assert "collaboration" in result.levels
    assert "collaboration" not in found["results"][0]["levels"]
    superior = {one["competency"]: one["level"] for one in found["ratings_received"] if one["source"] == "superior"}
    assert (superior["communication"], superior["collaboration"]) == ("4", None)
    assert "secret-peer" not in json.dumps(found).lower()


def test_three_forms_of_which_one_says_not_observed_are_two_peers(db, standards, tmp_path):
    results.rated(results.quarter(), peers=(5, 3, None))
    peers = [one for one in held(tmp_path, "li")["ratings_received"] if one["source"] == "peer"]
    assert [(one["level"], one["withheld"]) for one in peers] == [(None, "peers")]


def test_the_log_tells_roles_and_of_raters_neither_moment_nor_role(db, standards, tmp_path):
    cycle = stage.open_quarter()
    own = stage.send(stage.task(cycle, source="self"), by="li")
    stage.send(stage.task(cycle), by="zhao")
    log = held(tmp_path, "li")["log"]
    sent = [one for one in log if one["action"] == "send_rating"]
    assert [(one["by"], one["at"] is None, one["withheld"]) for one in sent] == [
        ("self", False, None),
        (None, True, "rater"),
    ]
    assert {"hr", "admin"} <= set(next(one for one in log if one["action"] == "export_person")["by"].split(","))
    assert Entry.objects.filter(action="send_rating", thing=f"appraisal.ratingtask:{own.pk}").exists()


def test_somebody_without_an_account_has_a_log_too(db, standards, tmp_path):
    who = results.colleague("plain", post="inbound")
    made = scene.evaluation(agent=who)
    scene.publish([made])
    found = held(tmp_path, "plain")
    assert found["account"] == []
    assert {("submit_evaluation", "analyst")} <= {(one["action"], one["by"]) for one in found["log"]}


def test_what_analysts_quote_of_customers_is_covered(db, tmp_path):
    low = Mark("2", comment="客户报了 13812345678")
    made = scene.submit(scene.assignment(), {**scene.GOOD, "listening": low}, comment="电话 13912345678")
    scene.publish([made])
    whole = handed_out(tmp_path, "li").decode()
    assert "客户报了 138" in whole
    assert "13812345678" not in whole
    assert "13912345678" not in whole


def test_remarks_and_marks_are_in_it(db, standards, tmp_path):
    results.rated(results.quarter())
    month = results.counted(results.month())
    results.remark(month, "superior", "接得稳", results.person("zhao"))
    results.remark(month, "peer", "会帮忙", results.peer(7))
    found = held(tmp_path, "li")
    assert found["remarks_received"] == [{"cycle": "2026-03", "source": "superior", "text": "接得稳"}]
    assert found["tests"] == [{"cycle": "2026-Q1", "test": "业务知识", "attempt": 1, "mark": "80"}]
    written = held(tmp_path, Remark.objects.get(source="peer").author.number)["remarks_written"]
    assert [(one["about"], one["text"]) for one in written] == [("li", "会帮忙")]


def test_the_archive_holds_the_same_lists_as_tables(db, standards, tmp_path):
    results.rated(results.quarter())
    results.evaluated("li", "4", comment="=1+1")
    whole, tables = held(tmp_path, "li"), unpacked(tmp_path, "li")
    readme = tables.pop("README.txt")
    for name in LISTS:
        rows = list(csv.DictReader(io.StringIO(tables.get(f"{name}.csv", ""))))
        assert len(rows) == len(whole[name]) + (name == "log"), name  # the first copy is noted by the second
    assert "'=1+1" in tables["answers.csv"]
    assert "考核结果" in readme
    assert "Appraisal cycles taken part in (rows: 1)" in readme
    detail = json.loads(next(csv.DictReader(io.StringIO(tables["results.csv"])))["detail"])
    assert Fraction(detail["final"]) == Fraction(whole["results"][0]["final"])
    assert Decimal(whole["results"][0]["final"]) > 1


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["--person", "nobody"], 1, "No one has the employee number “nobody”."),
        ([], 2, "an export of person needs --person"),
        (["--person", "li", "--to", "li.pdf"], 2, "Let the name end in one of .json, .zip"),
    ],
)
def test_bad_usage_is_one_clear_line(db, tmp_path, monkeypatch, capsys, arguments, code, said):
    monkeypatch.chdir(tmp_path)
    assert run(["export", "person", *arguments]) == code
    shown = capsys.readouterr()
    assert (said in shown.err, shown.err.count("\n"), shown.out) == (True, 1, "")
    assert list(tmp_path.iterdir()) == []
