"""Yearly and special cycles on their pages: laid out, computed, read, printed."""

import pytest

from hengcai.appraisal import actions
from hengcai.appraisal.models import Cycle, Result
from hengcai.paper.workbook import as_xlsx
from tests import cast
from tests.appraisal import stage
from tests.appraisal.test_years import earned, year

pytestmark = pytest.mark.usefixtures("standards")


def read(client, address, status=200):
    answer = client.get(address)
    assert answer.status_code == status, address
    return answer.content.decode()


def published_year():
    cycle = year()
    earned("2026-01", "month", "80.0")
    earned("2026-Q1", "quarter", "4.5")
    actions.compute_cycle(cycle, by=cast.user("zheng"))
    stage.publish(cycle)
    return Cycle.objects.get(pk=cycle.pk)


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_a_years_board_and_sheet_say_what_it_is_made_of(visit, language):
    cycle, client = published_year(), visit("li")
    client.cookies["hengcai_language"] = language
    result = Result.objects.get(participant__cycle=cycle)
    page = read(client, f"/results/{result.pk}/")
    assert "2026-Q1" in page
    assert "84.0" in page
    assert ("各季平均，占 40%" if language == "zh-hans" else "Average of the quarters, 40%") in page.replace(
        "\u2009", " "
    )
    assert client.get(f"/results/{result.pk}/pdf").status_code == 200
    assert client.get(f"/results/{result.pk}/xlsx").status_code == 200
    assert read(client, "/my/results/")
    board = read(visit("zheng"), f"/cycles/{cycle.pk}/")
    assert "84.0" in board


@pytest.mark.parametrize("kind", ["year", "special"])
def test_the_new_kinds_are_laid_out_on_the_page(visit, kind):
    stage.in_force_everything()
    client = visit("zheng")
    page = read(client, f"/cycles/add/?kind={kind}")
    assert ('name="purpose"' in page) == (kind == "special")
    assert ('name="self_due_on"' in page) == (kind == "special")
    facts = {"code": "x", "name_zh": "考核", "period_start": "2026-01-01", "period_end": "2026-03-31"}
    made = client.post(f"/cycles/add/?kind={kind}", {**facts, "purpose": "retest"})
    assert made.status_code == 302
    assert Cycle.objects.get().purpose == ("retest" if kind == "special" else "")
    assert read(client, f"/cycles/{Cycle.objects.get().pk}/")
    assert read(client, "/cycles/")


def test_a_year_is_printed_as_a_cycles_report(visit):
    from hengcai.appraisal.papers.cycle import cycle_paper
    from hengcai.appraisal.queries.report import cycle_report

    cycle = published_year()
    report = cycle_report(cycle, cast.user("wu"))
    for language in ("zh-hans", "en"):
        paper = cycle_paper(report, language=language, today=stage.END)
        assert "年度" in paper.title or "Annual" in paper.title
        assert as_xlsx(paper)
