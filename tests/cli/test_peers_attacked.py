"""The attacker is the person rated: of two worlds that differ in what peers gave and agree in the rounded finals, all
that can be had of them is the same to the letter."""

import io
import json
import re
import shutil
import subprocess
from decimal import Decimal

import openpyxl
import pytest
from django.conf import settings
from django.db import transaction
from django.test import Client

from hengcai.appraisal.models import FairScore, Rating
from tests import cast
from tests.cli.handing_out import handed_out
from tests.insight import stage
from tests.insight.conftest import standards

__all__ = ["standards"]
CAN_PRINT = shutil.which("pdftotext") and settings.FONTS.exists() and list(settings.FONTS.glob("*.ttf"))
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT[\d:.+]+Z?")
PAGES = ("/", "/my/results/", "/my/results/?cycle=2026-Q1", "/results/{0}/", "/results/{1}/")
DATA = (
    "/api/appraisal/results/mine", "/api/appraisal/results/mine?size=1", "/api/appraisal/results/{0}",
    "/api/reports/results/{0}", "/api/reports/results/{1}",
)  # fmt: skip


def all_that_can_be_had(tmp_path, *, peers, superior):
    """Page, PDF, workbook, API and hand-out of one person over two cycles, in a world that is undone afterwards."""
    with transaction.atomic():
        before = stage.quarter(code="2025-Q4", period=stage.Q4)
        results = [
            stage.rated(cycle, superior={"collaboration": superior}, peers=peers) for cycle in (before, stage.quarter())
        ]
        Rating.objects.filter(task__source="superior", competency__code="collaboration").update(
            reason=f"a {superior}, whatever the contacts show", comment=f"{superior} of 5"
        )
        for result in results:
            raw = Decimal(result.detail["exact"])  # the correction is the raters', the same in every world
            figures = {
                "fair": raw - Decimal("0.1"),
                "low": raw - Decimal("0.4"),
                "high": raw + Decimal("0.2"),
                "n": len(peers),
            }
            FairScore.objects.create(result=result, basis="final", raw=result.detail["exact"], **figures)
            FairScore.objects.create(result=result, basis="peer", unknown="by_lot", raw=result.detail["exact"])
        found = _gathered(tmp_path, [result.pk for result in results])
        finals = [result.detail["final"] for result in results]
        transaction.set_rollback(True)
    return finals, found


def _gathered(tmp_path, keys):
    client = Client(headers={"accept-language": "en"})
    client.force_login(cast.user("li"))
    found = {}
    for path in (*PAGES, *DATA):
        answer = client.get(path.format(*keys))
        found[path] = (
            answer.status_code,
            MOMENT.sub("", re.sub(r'(nonce|csrf\w*|value)="[^"]*"', "", answer.content.decode())),
        )
    for key in keys:
        book = openpyxl.load_workbook(io.BytesIO(client.get(f"/results/{key}/xlsx").content))
        found[f"xlsx {key}"] = [[cell.value for row in sheet for cell in row] for sheet in book]
        if CAN_PRINT:
            pdf = client.get(f"/results/{key}/pdf").content
            told = subprocess.run(["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True, check=True)
            found[f"pdf {key}"] = told.stdout
    given = json.loads(handed_out(tmp_path, "li"))
    found["hand-out"] = MOMENT.sub("", json.dumps({name: given[name] for name in given if name != "log"}))
    return found


@pytest.mark.parametrize(
    ("peers", "superior"), [((5, 4, 5), 4), ((4, 4, 4, 4), 4), ((4, 5, 3), 4), ((5, 5, 5, 5, 5), 3), ((4, 3, 5, 4), 5)]
)
def test_worlds_with_other_peers_and_the_same_finals_cannot_be_told_apart(db, standards, tmp_path, peers, superior):
    mine, shown = all_that_can_be_had(tmp_path, peers=(4, 5, 4), superior=4)
    theirs, other = all_that_can_be_had(tmp_path, peers=peers, superior=superior)
    assert mine == theirs
    assert {path: shown[path][0] for path in (*PAGES, *DATA)} == dict.fromkeys((*PAGES, *DATA), 200)
    assert [place for place in shown if shown[place] != other[place]] == []
