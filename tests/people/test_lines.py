"""Reporting lines: loops through time, upwards and downwards."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hengcai.base.errors import NotValid
from hengcai.people.rules import lines
from hengcai.people.rules.history import Span, Stand, spans

FIRST = date(2026, 1, 1)
PEOPLE = "abcde"


@st.composite
def histories(draw: st.DrawFn) -> dict[str, list[Span]]:
    found = {}
    for person in PEOPLE:
        days = draw(st.sets(st.integers(0, 12), max_size=3))
        others = [one for one in PEOPLE if one != person]
        stands = [Stand(FIRST + timedelta(days=day), lead=draw(st.sampled_from([None, *others]))) for day in days]
        found[person] = spans(stands)
    return found


def lead_of(found: dict[str, list[Span]], day: date) -> dict[str, str]:
    return {person: span.stand.lead for person, own in found.items() for span in own if span.holds(day)}


def in_circle(person: str, leads: dict[str, str]) -> bool:
    above, steps = leads.get(person), 0
    while above is not None and above != person and steps < len(PEOPLE):
        above, steps = leads.get(above), steps + 1
    return above == person


@given(histories())
def test_a_loop_is_found_exactly_when_some_day_has_one(found):
    for person in PEOPLE:
        loop = lines.loop_from(person, found)
        days = [FIRST + timedelta(days=day) for day in range(14)]
        circles = [day for day in days if in_circle(person, lead_of(found, day))]
        assert bool(loop) == bool(circles)
        if loop:
            leads = lead_of(found, loop.day)
            assert in_circle(person, leads)
            assert [leads[one] for one in loop.members] == [*loop.members[1:], person]


@given(histories())
def test_whoever_is_above_has_the_person_below(found):
    leads = lead_of(found, FIRST + timedelta(days=5))
    for person in PEOPLE:
        for steps, above in enumerate(lines.line_upwards(person, leads), start=1):
            assert lines.line_downwards(above, leads)[person] == steps


def test_the_line_upwards_of_a_circle_ends():
    assert lines.line_upwards("a", {"a": "b", "b": "c", "c": "b"}) == ["b", "c"]


def test_nobody_leads_themselves():
    lines.check_lead("a", "b")
    lines.check_lead("a", None)
    with pytest.raises(NotValid) as refusal:
        lines.check_lead("a", "a")
    assert refusal.value.code == "people.lead_oneself"


def test_leads_who_change_places_over_time_make_no_loop():
    march, april = date(2026, 3, 1), date(2026, 4, 1)
    found = {
        "a": spans([Stand(march, lead="b"), Stand(april)]),
        "b": spans([Stand(march), Stand(april, lead="a")]),
    }
    assert lines.loop_from("a", found) is None
    found["a"] = spans([Stand(march, lead="b"), Stand(april + timedelta(days=1))])
    assert lines.loop_from("a", found) == lines.Loop(april, ("a", "b"))
