"""`hengcai remedies`: measures listed and given out, with customers' data covered."""

import json

import pytest

from hengcai.audit.models import Entry
from hengcai.cli.program import run
from tests.improvement.improving import raised

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def english(monkeypatch):
    monkeypatch.setenv("HENGCAI_LANGUAGE", "en")


def test_measures_are_listed_and_given_out(db, tmp_path, capsys):
    one = raised("process", finding="customer 13812345678 waited")
    assert run(["remedies", "list", "--json", "-"]) == 0
    (row,) = json.loads(capsys.readouterr().out)["measures"]
    assert (row["id"], row["state"], row["due_on"]) == (one.pk, "open", "2026-03-31")
    assert run(["remedies", "list", "--state", "closed"]) == 0
    assert "no corrective actions" in capsys.readouterr().out
    file = tmp_path / "measures.csv"
    assert run(["remedies", "export", "--to", str(file)]) == 0
    assert run(["remedies", "export", "--to", str(tmp_path / "measures.xlsx")]) == 0
    assert "13812345678" not in file.read_text("utf-8-sig")
    assert Entry.objects.filter(action="export_remedies").count() == 2
    assert run(["remedies", "export", "--to", str(tmp_path / "measures.doc")]) == 1
