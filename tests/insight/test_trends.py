"""How teams' scores moved, whose reader sees which, and in which words."""

from datetime import date

import pytest

from hengcai.appraisal.actions import sum_up_teams
from hengcai.appraisal.models import Cycle, TeamQuarter
from hengcai.insight.letters.trends import trend_letter
from hengcai.insight.queries.trends import QUALITY, SKILL, Picked, trends
from hengcai.measurement.clusters import moved
from hengcai.people.models import Site, Team
from hengcai.quality.models import TeamMonth
from tests import cast
from tests.insight import stage

pytestmark = pytest.mark.usefixtures("standards")
MARCH, FEBRUARY = date(2026, 3, 1), date(2026, 2, 1)
STEADY = [80, 82, 84, 86, 88, 90]


def people(values):
    return {number: (float(value), 1.0) for number, value in enumerate(values)}


def month(team, before, now, *, on=MARCH, site=None):
    where = {"site": team.site, "team": team} if team else {"site": site, "team": None}
    moments = moved(people(before), people(now)).numbers()
    return TeamMonth.objects.create(**where, month=on, moments=moments)


@pytest.fixture
def months(db):
    """Zhao's team fell, every one of it; Lin's stayed where it was, give or take."""
    for name in ("li", "he"):
        cast.person(name)
    month(cast.team("one"), STEADY, [value - 12 - value % 3 for value in STEADY])
    month(cast.team("two"), STEADY, [81, 81, 85, 85, 89, 89])
    month(cast.team("two"), [], STEADY, on=FEBRUARY)
    month(None, STEADY, [value - 6 - value % 4 for value in STEADY], site=cast.site())


def seen(name, **picked):
    return trends(cast.user(name), **({"picked": Picked(**picked)} if picked else {}))


def named(trend):
    return [one.name for one in trend.series]


def test_sites_stand_before_teams_and_each_by_name(months):
    (quality,) = seen("feng")
    assert (quality.kind, named(quality)) == (QUALITY, ["Chengdu", "Team one", "Team two"])
    assert [f"{one:%m}" for one in quality.periods] == ["10", "11", "12", "01", "02", "03"]
    assert [at.mean for at in quality.series[2].points] == [None] * 4 + [85, 85]


def test_a_lead_sees_the_teams_led_and_no_site(months):
    (zhao,), (lin,) = seen("zhao"), seen("lin")
    assert (named(zhao), named(lin)) == (["Team one"], ["Team two"])
    assert zhao.compared == 1


@pytest.mark.parametrize("name", ["li", "chen", "sun"])
def test_who_answers_for_no_team_sees_no_trend(months, name):
    assert seen(name) == []


def test_what_moved_is_drawn_first_where_not_all_find_room(months):
    (one,) = seen("feng", count=1)
    assert len(one.moved) == 2
    assert named(one) == ["Chengdu"]
    (second,) = seen("feng", count=2, start=2)
    assert (named(second), len(second.moved), second.compared) == (["Team two"], 2, 3)


def test_the_title_names_what_moved_with_its_interval_in_both_languages(months):
    (quality,) = seen("zhao")
    zh, en = (trend_letter(quality, language) for language in ("zh-hans", "en"))
    move = quality.series[0].move
    figures = f"{abs(move.estimate):.1f}", f"[{-move.high:.1f}–{-move.low:.1f}]"
    assert zh.title.replace("\u2009", " ") == "质检：3月与前三个月相比，Team one低 {} 分 {}，其余无显著变化".format(
        *figures
    )
    assert "Team one down by {} {}".format(*figures) in en.title
    assert (zh.cells[0].is_up, zh.cells[0].row[0]) == (False, "Team one")


def test_where_nothing_moved_the_title_says_so_and_how_many_were_looked_at(months):
    TeamMonth.objects.exclude(team=cast.team("two")).delete()
    (quality,) = seen("feng")
    letter = trend_letter(quality, "en")
    assert letter.title == "Quality: no significant change in Mar"
    assert letter.cells[0].is_up is None
    assert "One comparison" in letter.note


def test_quality_and_skill_are_one_family_of_comparisons(months):
    before, after = stage.quarter(code="2025-Q4", period=stage.Q4), stage.quarter()
    TeamQuarter.objects.create(
        cycle=after, site=cast.site(), team=cast.team("one"),
        moments=moved(people([3, 3.2, 3.4, 3.9]), people([3.1, 3.2, 3.5, 4])).numbers(),
    )  # fmt: skip
    TeamQuarter.objects.create(
        cycle=before, site=cast.site(), team=cast.team("one"), moments=moved({}, people([3, 3.2, 3.4, 3.9])).numbers()
    )
    quality, skill = seen("qian")
    assert (skill.kind, [one.code for one in skill.periods]) == (SKILL, ["2025-Q4", "2026-Q1"])
    assert (quality.compared, skill.compared) == (4, 4)
    assert trend_letter(skill, "zh-hans").columns[1:3] == ["Q4", "Q1"]


def test_a_quality_supervisor_sees_no_skill_and_leads_only_published_quarters(months):
    quarter = stage.quarter(state="preliminary")
    TeamQuarter.objects.create(
        cycle=quarter, site=cast.site(), team=cast.team("one"), moments=moved({}, people([3, 4, 4])).numbers()
    )
    kinds = {name: [one.kind for one in seen(name)] for name in ("feng", "zhao", "zhou", "qian")}
    assert kinds == {"feng": [QUALITY], "zhao": [QUALITY], "zhou": [QUALITY], "qian": [QUALITY, SKILL]}
    Cycle.objects.filter(pk=quarter.pk).update(state="published")
    assert [one.kind for one in seen("zhao")] == [QUALITY, SKILL]


def test_a_team_of_the_same_name_at_another_site_is_another_team(months):
    other = Team.objects.create(name="Team one", site=Site.objects.create(name="Dalian"))
    month(other, STEADY, STEADY)
    (quality,) = seen("feng")
    assert [(one.site, one.name) for one in quality.series][1:] == [
        ("Chengdu", "Team one"), ("Chengdu", "Team two"), ("Dalian", "Team one"),
    ]  # fmt: skip


def test_a_quarters_finals_are_added_up_from_those_who_face_customers(db):
    earlier, quarter = stage.quarter(code="2025-Q4", period=stage.Q4), stage.quarter()
    first, second = stage.rated(earlier), stage.rated(quarter)
    sum_up_teams(earlier, by=cast.user("zheng"))
    stage.rated(quarter, "zhou", customers=(), marks=(), peers=())
    found = TeamQuarter.objects.get(cycle=quarter, team=cast.team("one"))
    whole = [float(one) for one in (first.final, second.final)]
    assert [found.moments[place] for place in (0, 2, 6, 8)] == [1, whole[0], 1, whole[1]]
