"""Operational figures: counted from contacts by agent and team, held against the same hours and queues, seen by whom."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hengcai.base.errors import NotAllowed
from hengcai.interactions.actions.operations import count_operations
from hengcai.interactions.models import Contact
from hengcai.interactions.operation_models import OperationFigure
from hengcai.interactions.operation_queries import (
    TEAMS,
    FigureFilter,
    figure_of_centre,
    figures_seen_by,
    imported_seen_by,
)
from hengcai.interactions.rules import operations as rules
from tests import cast

KEYS = ("month", "months", "code", "agent", "team")
MARCH, TODAY = date(2026, 3, 1), date(2026, 4, 10)
SUMS = st.dictionaries(
    st.tuples(st.sampled_from("ab"), st.integers(0, 23)),
    st.lists(st.integers(0, 1), min_size=1, max_size=60).map(
        lambda ones: (len(ones), float(sum(ones)), float(sum(ones)))
    ),
    max_size=6,
)


def contacts(agent, *, hour, seconds, count, day=10, **more):
    """Of local hours in Shanghai."""
    start = datetime(2026, 3, 1, tzinfo=UTC) + timedelta(days=day - 1, hours=hour - 8)
    known = Contact.objects.count()
    facts = {"channel": "call", "digest": "-", "queue": "宽带", **more}
    Contact.objects.bulk_create([
        Contact(
            key=f"k{known + n}", agent=agent, started_at=start + timedelta(seconds=n),
            ended_at=start + timedelta(seconds=n + seconds + n % 3 * 10), **facts,
        )
        for n in range(count)
    ])  # fmt: skip


def counted(code=rules.TIME, **of):
    count_operations(cast.centre(), by=cast.user("feng"), today=TODAY)
    return OperationFigure.objects.get(month=MARCH, months=1, code=code, **of)


@pytest.fixture
def floor(db):
    """Li takes the long calls of the night, Wang those of the day; He takes both."""
    li, wang, he = (cast.person(name) for name in ("li", "wang", "he"))
    contacts(li, hour=23, seconds=590, count=60)
    contacts(wang, hour=10, seconds=190, count=60)
    contacts(he, hour=23, seconds=590, count=60)
    contacts(he, hour=10, seconds=190, count=60)
    return li, wang, he


def test_long_calls_of_the_night_are_held_against_nights(floor):
    li, wang, _he = floor
    of_li, of_wang = counted(agent=li), counted(agent=wang)
    assert (of_li.value, of_wang.value) == (600, 200)
    assert of_li.difference == pytest.approx(0)
    assert of_li.verdict == of_wang.verdict == "within"
    assert of_li.adjusted == of_wang.adjusted == pytest.approx(400)
    assert (of_li.compared, of_li.denominator) == (60, 60)


def test_whoever_takes_longer_in_the_same_hours_is_above(floor):
    _li, wang, _he = floor
    contacts(wang, hour=23, seconds=890, count=60)
    found = counted(agent=wang)
    assert found.verdict == "above"
    assert found.expected == pytest.approx(400)
    assert found.difference == pytest.approx(150)
    assert found.adjusted == pytest.approx(figure_of_centre(FigureFilter(MARCH, rules.TIME)).value + 150)


def test_chats_are_held_against_chats_in_the_same_queue_and_hour(db):
    """The adjusted figure starts from what everybody has in the channels somebody works, by how much they work in each."""
    li, wang, he = (cast.person(name) for name in ("li", "wang", "he"))
    contacts(li, hour=10, seconds=890, count=60, channel="chat")
    contacts(wang, hour=10, seconds=190, count=60)
    contacts(he, hour=10, seconds=190, count=60)
    assert counted(agent=li).verdict == "cannot_tell"
    contacts(he, hour=10, seconds=990, count=60, channel="chat")
    of_li, of_he = counted(agent=li), counted(agent=he)
    assert (round(of_li.value), round(of_li.difference), round(of_li.adjusted)) == (900, -100, 850)
    assert (round(of_he.difference), round(of_he.adjusted)) == (50, 575 + 50)
    assert counted(agent=wang).adjusted == pytest.approx(200)


def test_hours_nobody_else_works_cannot_be_told(floor):
    li, _wang, _he = floor
    contacts(li, hour=3, seconds=100, count=61)
    found = counted(agent=li)
    assert (found.verdict, found.expected, found.adjusted, found.compared) == ("cannot_tell", None, None, 60)


def test_teams_count_who_stood_in_them_and_the_centre_counts_all(floor):
    one, two = (counted(team=cast.team(name)) for name in ("one", "two"))
    assert (one.denominator, two.denominator, counted(agent=None, team=None).denominator) == (120, 120, 240)
    assert one.difference == pytest.approx(0)


def test_every_measure_has_its_exclusions(floor):
    li, _wang, _he = floor
    contacts(li, hour=9, seconds=50, count=3, channel="ticket")
    contacts(li, hour=9, seconds=13 * 3600, count=2)
    contacts(li, hour=9, seconds=50, count=4, csat=4, complaint="open", is_resolved_first=False)
    contacts(li, hour=9, seconds=50, count=1, csat=2, is_resolved_first=True)
    contacts(li, hour=9, seconds=50, count=5, day=31 + 1 - 1, csat=5)
    told = {
        code: (one.numerator, one.denominator)
        for code in rules.CODES
        for one in [counted(code, agent=li)]
    }  # fmt: skip
    assert told["contact_time"][1] == 60 + 5 + 5
    assert told["satisfaction"] == (9, 10)
    assert told["first_contact"] == (1, 5)
    assert told["complaints"] == (4, 75)


def test_first_contacts_by_the_record_stand_in_hour_and_queue_of_the_first(floor):
    li, wang, _he = floor
    contacts(li, hour=9, seconds=50, count=1, day=3, matter_key=7)
    contacts(wang, hour=9, seconds=50, count=1, day=5, matter_key=7)
    contacts(li, hour=9, seconds=50, count=1, day=3, matter_key=8)
    contacts(li, hour=9, seconds=50, count=1, day=28, matter_key=9)
    found = counted(rules.FIRST, agent=li)
    assert (found.numerator, found.denominator) == (1, 2)  # of the 28th nobody can tell yet


def test_three_months_have_enough_to_compare_where_one_has_not(db):
    li, wang = cast.person("li"), cast.person("wang")
    for agent, seconds in ((li, 390), (wang, 190)):
        contacts(agent, hour=10, seconds=seconds, count=20)
        contacts(agent, hour=10, seconds=seconds, count=20, day=-20)
    found = counted(agent=li)
    assert (found.verdict, found.denominator) == ("cannot_tell", 20)
    three = OperationFigure.objects.get(month=MARCH, months=3, code=rules.TIME, agent=li)
    assert (three.verdict, three.denominator, round(three.expected)) == ("above", 40, 200)


def test_rare_events_have_a_poisson_interval(floor):
    li, wang, he = floor
    for agent in (li, wang, he):
        contacts(agent, hour=15, seconds=50, count=200)
    contacts(li, hour=15, seconds=50, count=20, complaint="upheld")
    contacts(he, hour=15, seconds=50, count=2, complaint="open")
    found = counted(rules.COMPLAINTS, agent=li)
    assert found.verdict == "above"
    assert found.low < found.difference < found.high


@given(SUMS, SUMS)
def test_a_comparison_holds_together_whatever_the_sums(own, others):
    whole = dict(others)
    for cell, (n, total, squares) in own.items():
        before = whole.get(cell, (0, 0.0, 0.0))
        whole[cell] = (before[0] + n, before[1] + total, before[2] + squares)
    for code in (rules.SATISFACTION, rules.COMPLAINTS):
        if not own:
            continue
        found = rules.beside(code, own, whole)
        assert found.compared <= sum(one[0] for one in own.values())
        if found.verdict == rules.CANNOT_TELL:
            assert found.expected is None
        else:
            assert 0 <= found.adjusted <= 1
            assert found.low <= found.difference <= found.high
            assert found.compared >= rules.FEWEST_COMPARED


def test_counting_again_changes_nothing_and_older_months_stay(floor):
    counted(agent=floor[0])
    before = list(OperationFigure.objects.order_by(*KEYS).values_list(*KEYS, "value"))
    counted(agent=floor[0])
    assert before == list(OperationFigure.objects.order_by(*KEYS).values_list(*KEYS, "value"))
    assert rules.shown_months(TODAY)[-1] == date(2026, 4, 1)


def test_agents_see_their_own_leads_their_people_and_teams(floor):
    counted(agent=floor[0])
    cast.zhao()

    def seen(name, level="agents"):
        rows = figures_seen_by(cast.user(name), FigureFilter(MARCH, rules.TIME, level))
        return [one.agent.number if one.agent else one.team.name for one in rows]

    assert (seen("li"), seen("chen"), seen("li", TEAMS)) == (["li"], [], [])
    assert (seen("zhao"), seen("zhao", TEAMS)) == (["li", "wang"], ["Team one"])
    assert (seen("feng"), seen("wu", TEAMS)) == (["he", "li", "wang"], ["Team one", "Team two"])
    assert not imported_seen_by(cast.user("chen")).exists()
    with pytest.raises(NotAllowed):
        count_operations(cast.centre(), by=cast.user("zhao"), today=TODAY)
