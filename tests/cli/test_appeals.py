"""Appeals listed and given out: exact scores before and after, and nobody's words."""

import csv
import json

import pytest

from hengcai.audit.models import Entry
from hengcai.cli.program import run
from tests.appeals import appeal_scene as ap

pytestmark = pytest.mark.django_db


def test_appeals_are_listed_and_given_out_with_exact_scores_and_no_words(capsys, tmp_path):
    one = ap.answered()
    to = tmp_path / "appeals.csv"
    assert run(["appeals", "export", "--to", str(to)]) == 0
    text = to.read_text("utf-8-sig")
    (row,) = csv.DictReader(text.splitlines())
    assert (row["number"], row["outcome"], row["members"]) == (one.number, "upheld", "3")
    assert (row["exact"], row["new_exact"]) == (one.result.exact, one.fresh.exact)
    assert not any(words in text for words in (*ap.PETITION.texts, one.reasons))
    capsys.readouterr()
    assert run(["appeals", "list", "--json", "-", "--state", "answered"]) == 0
    assert [found["number"] for found in json.loads(capsys.readouterr().out)["appeals"]] == [one.number]
    assert run(["appeals", "export", "--json", "-", "--cycle", "none"]) == 0
    assert json.loads(capsys.readouterr().out) == {"appeals": []}
    assert run(["appeals", "export", "--to", str(tmp_path / "a.txt")]) == 1
    assert Entry.objects.filter(action="export_appeals").count() == 2
