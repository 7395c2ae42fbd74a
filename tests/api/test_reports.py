"""Reports of one person and of a team: the numbers of the pages, as JSON, PDF and workbook."""

from io import BytesIO

import openpyxl
import pytest
from django.conf import settings

from hengcai.appraisal.models import FairScore
from hengcai.appraisal.queries.results import result_for
from hengcai.audit.models import Entry, Values
from hengcai.insight.letters.person import person_letter
from hengcai.insight.queries.person import person_report
from hengcai.people.models import Person
from tests import cast
from tests.api.asking import items, problem, refused, told
from tests.api.test_appraisal import published, result_of
from tests.appraisal import stage

pytestmark = pytest.mark.usefixtures("standards")
needs_fonts = pytest.mark.skipif(
    not (settings.FONTS / "regular.ttf").exists(), reason="the fonts for printing are not there: run tools/assets.sh"
)


def address(door=""):
    return f"/reports/results/{result_of('li').pk}{door}"


def by_code(report):
    return {one["competency"]: one for one in report["competencies"]}


def test_a_report_has_the_numbers_of_its_page(enter):
    published()
    found = told(enter("zhao"), address())
    report = person_report(result_for(cast.user("zhao"), result_of("li").pk), to_rated=False)
    letter = person_letter(report, "en")
    assert found["result"]["final"] in letter.head.score
    shown = {line.competency.code: str(line.rated) for line in report.competencies}
    assert {code: one["rated"] for code, one in by_code(found).items()} == shown
    assert found["is_veiled"] is False
    assert found["period_end"] == stage.END.isoformat()


def test_the_one_rated_is_not_told_what_peers_said(enter):
    published(peers=3)
    mine, theirs = told(enter("li"), address()), told(enter("zhao"), address())
    assert mine["is_veiled"] is True
    assert mine["result"]["exact"] is None
    assert "superior_and_peer" in mine["result"]["sources"]
    withheld = by_code(mine)["collaboration"]
    assert (withheld["rated"], withheld["is_withheld"]) == (None, True)
    assert theirs["is_veiled"] is True
    assert "peer" not in theirs["result"]["sources"]
    assert by_code(theirs)["collaboration"]["rated"] != result_of("li").levels["collaboration"]["exact"]


def test_a_report_holds_the_fair_score_or_why_there_is_none(enter):
    published(peers=3)
    result = result_of("li")
    result.fair_scores.all().delete()
    FairScore.objects.create(
        result=result, basis="final", raw="4.05", fair="3.9", low="3.6", high="4.2", bands=[["good", 0.97]], n=1
    )
    FairScore.objects.create(result=result, basis="superior", unknown="not_linked", raw="4")
    (mine,) = told(enter("li"), address())["fair"]
    assert (mine["basis"], mine["fair"], mine["bands"]) == ("final", "3.7", [])
    assert told(enter("zhao"), address())["fair"] == [mine]
    final, superior = told(enter("zheng"), address())["fair"]
    assert (final["basis"], final["fair"], final["bands"]) == ("final", "3.900000", [["good", 0.97]])
    assert (superior["unknown"], superior["fair"]) == ("not_linked", None)


@pytest.mark.parametrize("door", ["", "/pdf", "/xlsx"])
@pytest.mark.parametrize("reader", ["wang", "lin", "feng"])
def test_anothers_report_is_not_there_in_any_form(enter, reader, door):
    published()
    refused(enter(reader), address(door), 404, "missing")
    assert not Entry.objects.filter(action="read_result").exists()


def test_a_workbook_carries_the_figures_and_leaves_an_entry(enter):
    published()
    answer = enter("zhao").get(f"/api{address('/xlsx')}")
    assert answer["Cache-Control"] == "private, no-store"
    assert answer["Content-Disposition"].endswith("2026-Q1%20li.xlsx")
    book = openpyxl.load_workbook(BytesIO(answer.content))
    cells = [str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row]
    assert result_of("li").detail["final"] in cells
    assert Values.objects.get(entry__action="read_result").values["form"] == "xlsx"


def test_the_workbook_of_the_one_rated_hides_what_few_peers_said(enter):
    published(peers=1)
    book = openpyxl.load_workbook(BytesIO(enter("li").get(f"/api{address('/xlsx')}").content))
    cells = {str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row}
    assert result_of("li").detail["exact"] not in cells


@needs_fonts
def test_a_report_is_printed(enter):
    published()
    answer = enter("zhao").get(f"/api{address('/pdf')}")
    assert (answer["Content-Type"], answer.content[:5]) == ("application/pdf", b"%PDF-")
    assert Values.objects.get(entry__action="read_result").values["form"] == "pdf"


@needs_fonts
def test_what_a_report_prints_as_codes_stands_beside_the_file(enter, settings, tmp_path):
    settings.SYSTEM_FONTS = tmp_path
    published()
    assert "X-Hengcai-Missing-Characters" not in enter("zhao").get(f"/api{address('/pdf')}")
    Person.objects.filter(number="li").update(name="李\U00020bb7\U0002a6d6")
    answer = enter("zhao").get(f"/api{address('/pdf')}")
    assert answer["X-Hengcai-Missing-Characters"] == "U+20BB7, U+2A6D6"
    assert "X-Hengcai-Missing-Characters" not in enter("zhao").get(f"/api{address('/xlsx')}")


def test_the_description_of_the_api_names_the_header(enter):
    paths = enter("zhao").get("/api/openapi.json").json()["paths"]
    told = [place for place in paths if place.endswith("/pdf")]
    for place in told:
        assert "X-Hengcai-Missing-Characters" in paths[place]["get"]["responses"]["200"]["headers"]
    assert len(told) == 3


def test_without_fonts_printing_is_refused_in_words(enter, settings, tmp_path):
    settings.FONTS = tmp_path
    published()
    refused(enter("zhao"), address("/pdf"), 409, "paper.fonts_missing")


def team(name="one"):
    return cast.team(name).pk


def test_a_team_report_has_people_levels_and_findings(enter):
    published()
    (row,) = items(enter("zhao"), "/reports/teams")
    assert (row["id"], row["name"], row["people"]) == (team(), "Team one", 4)
    found = told(enter("zhao"), f"/reports/teams/{team()}", cycle="2026-Q1")
    people = {one["number"]: one for part in found["posts"] for one in part["people"]}
    assert {"li", "wang"} <= set(people)
    levels = people["li"]["levels"]
    assert levels["collaboration"]["value"] == result_of("li").levels["collaboration"]["exact"]
    assert people["wang"]["levels"]["communication"] is None
    assert (found["cycle"], found["levels"], found["scored"]) == ("2026-Q1", "rated", 1)
    assert Entry.objects.filter(action="read_team_gaps").count() == 1


def test_quality_supervisors_are_told_what_contacts_show_never_what_raters_gave(enter):
    published()
    stage.observe(stage.person("li"), "communication", ["2", "3", "2"])
    found = told(enter("feng"), f"/reports/teams/{team()}", levels="rated")
    assert found["levels"] == "observed"
    people = {one["number"]: one["levels"] for part in found["posts"] for one in part["people"]}
    assert people["li"]["communication"]["value"] == "7/3"
    assert people["li"]["collaboration"] is None


def test_another_leads_team_is_not_there(enter):
    published()
    for door in ("", "/pdf", "/xlsx"):
        refused(enter("lin"), f"/reports/teams/{team()}{door}", 404, "missing")
        problem(enter("li").get(f"/api/reports/teams/{team()}{door}"), 403, "permission.role")


def test_a_cycle_that_is_not_there_or_a_kind_nobody_knows_is_refused(enter):
    stage.open_quarter()
    client = enter("zhao")
    refused(client, f"/reports/teams/{team()}", 404, "missing")
    refused(client, f"/reports/teams/{team()}", 404, "missing", cycle="2020-Q1")
    refused(client, f"/reports/teams/{team()}", 422, "malformed", levels="guessed")


def test_a_teams_workbook_has_a_line_for_each(enter):
    published()
    book = openpyxl.load_workbook(BytesIO(enter("zhao").get(f"/api/reports/teams/{team()}/xlsx").content))
    cells = {cell for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row}
    assert {"Li", "Wang"} <= cells


@needs_fonts
def test_a_teams_report_is_printed(enter):
    published()
    assert enter("zhao").get(f"/api/reports/teams/{team()}/pdf").content[:5] == b"%PDF-"


def test_three_teams_cost_as_many_queries_as_one(enter, queries):
    published()
    client = enter("qian")
    few, many = (queries(client, f"/api/reports/teams?size={size}") for size in (1, 3))
    assert few == many <= 12


def test_a_team_of_many_costs_as_many_queries_as_a_team_of_few(enter, queries):
    published()
    client = enter("qian")
    one, four = (queries(client, f"/api/reports/teams/{team(name)}") for name in ("two", "one"))
    assert four <= one + 2 <= 40
