"""Figures and causes on their pages and through the API."""

import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from hengcai.base.days import months_back
from hengcai.quality.measure_models import CauseReport, QualityMonth
from hengcai.quality.rules.measures import Count, Counted, kept, mean_of
from tests import cast

FIGURES = reverse("see-measures")
BEFORE = Counted({"passed": Count(150, 200), "fatal": Count(2, 200)}, mean_of([200.0, 220.0]), {}, None)
NOW = Counted(
    {"passed": Count(190, 200), "fatal": Count(3, 200), "consistent": Count(8, 10, 5)}, mean_of([210.0, 230.0]),
    {"system": 2}, {"estimate": 0.71, "low": 0.4, "high": 0.9},
)  # fmt: skip


@pytest.fixture
def months(db):
    today = localdate()
    for back, told in ((2, NOW), (3, BEFORE)):
        for team in (None, cast.team("one")):
            QualityMonth.objects.create(month=months_back(today, back), team=team, told=kept(told))


@pytest.fixture
def report(db):
    today = localdate()
    facts = {"month": months_back(today, 2), "errors": 3, "contacts": 2, "due_on": today}
    return CauseReport.objects.create(cause="system", owner=cast.user("sun"), **facts)


def text(client, address):
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_each_figure_has_its_counts_interval_and_verdict(months, enter):
    page = text(enter("feng"), FIGURES)
    for told in (
        "95.0%",
        "190 / 200",
        "+20.0 [",
        "Up, significant",
        "Within chance",
        "Cannot tell",
        "3:40",
        "0.71",
        "below 90%",
    ):
        assert told in page


def test_one_figure_month_by_month_and_team_by_team(months, enter):
    page = text(enter("feng"), f"{FIGURES}?measure=passed")
    assert page.count("95.0%") == 3
    assert cast.team("one").name in page
    assert "Team by team" not in text(enter("feng"), f"{FIGURES}?measure=consistent")


def test_a_lead_reads_the_teams_they_lead(months, enter):
    cast.li()
    page = text(enter("zhao"), FIGURES)
    assert "190 / 200" in page
    assert "The whole centre" not in page
    assert "190 / 200" not in text(enter("lin"), FIGURES)


def test_it_is_told_to_programs_with_exact_shares(months, enter):
    found = enter("feng").get("/api/quality/measures").json()
    passed = next(one for one in found["measures"] if one["code"] == "passed")
    assert (passed["numerator"], passed["denominator"], passed["share"], passed["verdict"]) == (190, 200, "19/20", "up")
    assert found["causes"] == {"system": 2}
    teams = enter("feng").get("/api/quality/measures/passed/teams").json()
    assert [one["measure"]["share"] for one in teams] == ["19/20"]
    assert enter("feng").get("/api/quality/measures/beauty/teams").status_code == 422


def test_counting_anew_is_a_button(db, enter):
    assert enter("feng").post(reverse("count-measures")).status_code == 302
    assert QualityMonth.objects.filter(team=None).exists()


def test_a_cause_is_answered_and_closed_on_its_page(report, enter):
    page = reverse("see-cause", args=[report.pk])
    answer = {"do": "answer", "words": "慢", "measure": "换", "measure_on": localdate().isoformat()}
    assert enter("sun").post(page, {**answer, "measure": ""}).status_code == 422
    assert enter("sun").post(page, answer).status_code == 302
    assert enter("feng").post(page, {"do": "close", "note": ""}).status_code == 422
    assert enter("feng").post(page, {"do": "close", "note": "看过"}).status_code == 302
    assert "看过" in text(enter("sun"), page)


def test_owners_are_named_and_months_collected_on_the_list(report, enter):
    feng = enter("feng")
    feng.post(reverse("name-cause-owners"), {"system": cast.user("wu").pk})
    assert CauseReport.objects.get().owner == cast.user("wu")
    month = months_back(localdate(), 2)
    assert feng.post(reverse("collect-causes"), {"month": month.isoformat()}).status_code == 302
    assert "No causes" not in text(feng, reverse("list-causes"))


def test_a_program_answers_and_closes(report, enter):
    address, day = f"/api/quality/causes/{report.pk}", localdate().isoformat()
    said = {"words": "慢", "measure": "换", "measure_on": day}
    assert enter("sun").post(f"{address}/answer", said, content_type="application/json").json()["state"] == "answered"
    closed = enter("feng").post(f"{address}/close", {"note": "看过"}, content_type="application/json").json()
    assert (closed["state"], closed["moves"]) == ("closed", [])
    owners = enter("feng").put(
        "/api/quality/causes/owners", {"cause": "system", "owner": cast.user("wu").pk}, content_type="application/json"
    )
    assert owners.json()[1]["name"] == cast.user("wu").name


def test_a_cause_is_put_to_a_role_on_the_page_and_by_a_program(report, enter):
    cast.user("zhou")
    feng = enter("feng")
    feng.post(reverse("name-cause-owners"), {"system": "trainer"})
    assert CauseReport.objects.get().role == "trainer"
    page = text(enter("zhou"), reverse("see-cause", args=[report.pk]))
    assert "Trainer" in page
    assert "Send the answer" in page
    told = enter("feng").put(
        "/api/quality/causes/owners", {"cause": "policy", "role": "trainer"}, content_type="application/json"
    )
    assert told.json()[3] == {"cause": "policy", "owner": None, "name": "", "role": "trainer"}


def test_errors_by_cause_are_drawn_with_their_table_for_whoever_sees_them_all(months, report, enter):
    page = text(enter("feng"), reverse("list-causes"))
    assert "System alone makes up 100% of all errors" in page
    assert 'class="c-column"' in page
    assert "Cumulative" in page
    assert "c-column" not in text(enter("sun"), reverse("list-causes"))


def test_causes_are_narrowed_to_a_month(report, enter):
    month = f"{report.month:%Y-%m}"
    assert "System" in text(enter("feng"), f"{reverse('list-causes')}?month={month}")
    found = enter("feng").get("/api/quality/causes?month=2020-05-09").json()
    assert found["items"] == []
