"""What the home page tells, for programs: with the rights of the page."""

from datetime import date

from django.utils.timezone import localdate

from hengcai.measurement.clusters import moved
from hengcai.quality.models import Assignment, TeamMonth
from tests import cast
from tests.api.asking import problem, told
from tests.quality import scene

MARCH = date(2026, 3, 1)


def people(values):
    return {number: (float(value), 1.0) for number, value in enumerate(values)}


def month(name, before, now):
    cast.li(), cast.he()
    team = cast.team(name)
    TeamMonth.objects.create(
        team=team, site=team.site, month=MARCH, moments=moved(people(before), people(now)).numbers()
    )


def test_trends_come_with_intervals_and_the_correction_of_the_whole_family(enter):
    month("one", [80, 82, 84, 86], [60, 63, 64, 65])
    month("two", [80, 82, 84, 86], [81, 81, 85, 86])
    (trend,) = told(enter("feng"), "/reports/trends", size=1)
    assert (trend["kind"], trend["count"], trend["compared"], len(trend["series"])) == ("quality", 2, 2, 1)
    change, newest = trend["series"][0]["change"], trend["series"][0]["points"][-1]
    assert (newest["period"], newest["mean"], newest["people"]) == ("2026-03", 63, 4)
    assert (change["is_beyond_chance"], change["adjusted_p"]) == (True, 2 * change["p"])
    assert trend["series"][0]["points"][0]["mean"] is None


def test_a_lead_gets_the_teams_led_and_agents_get_none(enter):
    month("one", [80, 82, 84, 86], [60, 63, 64, 65])
    month("two", [80, 82, 84, 86], [81, 81, 85, 86])
    assert [one["name"] for one in told(enter("lin"), "/reports/trends")[0]["series"]] == ["Team two"]
    problem(enter("li").get("/api/reports/trends"), 403, "permission.role")


def test_home_has_the_tasks_and_the_one_to_do_next(enter):
    given = scene.assignment()
    found = told(enter("chen"), "/home")
    (task,) = [one for one in found["tasks"] if one["kind"] == "scoring"]
    assert (task["key"], task["is_next"], task["total"]) == (given.pk, True, 1)
    assert found["own"]["agreement"] == {
        "since": found["own"]["agreement"]["since"], "n": 0, "exact": None, "alpha": None,
    }  # fmt: skip
    assert found["late"] == {"people": 0, "pieces": 0, "oldest": []}


def test_late_work_is_told_to_those_who_watch_it_and_to_nobody_else(enter):
    given = scene.assignment()
    Assignment.objects.filter(pk=given.pk).update(due_on=date(2026, 4, 1))
    late = told(enter("feng"), "/home")["late"]
    (line,) = late["oldest"]
    assert (line["kind"], line["name"], line["n"]) == ("scoring", "Chen", 1)
    assert line["days"] == (localdate() - date(2026, 4, 1)).days
    for name in ("zhao", "li", "zhou"):
        found = told(enter(name), "/home")
        assert (found["late"]["pieces"], found["own"]) == (0, None)
