"""Placements as half-open history, employments, probation: properties that hold for every history."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hengcai.base.errors import NotValid
from hengcai.people.rules import history
from hengcai.people.rules.history import Episode, Stand

FIRST = date(2024, 1, 1)
days = st.integers(0, 400).map(lambda number: FIRST + timedelta(days=number))


@st.composite
def employments(draw: st.DrawFn) -> list[Episode]:
    """Up to three, in order, apart from each other, the last perhaps still running."""
    edges = sorted(draw(st.sets(days, min_size=2, max_size=6)))
    pairs = list(zip(edges[::2], edges[1::2], strict=False))
    found = [Episode(hired_on, left_on) for hired_on, left_on in pairs]
    if draw(st.booleans()):
        found[-1] = Episode(found[-1].hired_on)
    return found


@st.composite
def histories(draw: st.DrawFn) -> tuple[list[Stand], list[Episode]]:
    episodes = draw(employments())
    chosen = draw(st.sets(days, max_size=8))
    return [Stand(day, team=day.day % 3) for day in chosen if history.episode_on(episodes, day)], episodes


@given(histories())
def test_each_span_ends_the_day_before_the_next_or_with_its_employment(case):
    stands, episodes = case
    found = history.spans(stands, episodes)
    assert [span.since for span in found] == sorted(stand.since for stand in stands)
    for span, after in zip(found, [*found[1:], None], strict=False):
        left_on = history.episode_on(episodes, span.since).left_on
        ends = [day for day in (left_on, after and after.since - history.ONE_DAY) if day]
        assert span.until == min(ends, default=None)


@given(histories(), days)
def test_at_most_one_span_holds_on_any_day_and_it_is_the_last_begun(case, day):
    stands, episodes = case
    holding = [span for span in history.spans(stands, episodes) if span.holds(day)]
    assert len(holding) <= 1
    begun = [stand.since for stand in stands if stand.since <= day]
    if holding:
        assert holding[0].since == max(begun)
    elif begun and history.episode_on(episodes, day):
        assert history.episode_on(episodes, day) != history.episode_on(episodes, max(begun))


@given(histories(), days)
def test_gaps_are_the_employed_days_without_a_span(case, day):
    stands, episodes = case
    spans = history.spans(stands, episodes)
    in_gap = [gap for gap in history.gaps(spans, episodes) if gap.since <= day and (not gap.until or day <= gap.until)]
    employed = history.episode_on(episodes, day) is not None
    placed = any(span.holds(day) for span in spans)
    assert bool(in_gap) == (employed and not placed)
    assert len(in_gap) <= 1


@given(histories())
def test_what_is_made_whole_passes_the_checks(case):
    stands, episodes = case
    history.check_episodes(reversed(episodes))
    history.check_stands(stands, episodes)


@given(employments(), days)
def test_a_stand_outside_every_employment_is_refused(episodes, day):
    if history.episode_on(episodes, day):
        history.check_since(day, episodes)
        return
    with pytest.raises(NotValid) as refusal:
        history.check_since(day, episodes)
    early = day < min(episode.hired_on for episode in episodes)
    assert refusal.value.code == ("people.since_before_hired" if early else "people.since_after_left")


@given(days)
def test_probation_ends_on_the_same_day_of_the_next_month_or_on_its_last(hired_on):
    ends = history.probation_end(hired_on)
    assert (ends.year * 12 + ends.month) - (hired_on.year * 12 + hired_on.month) == 1
    assert ends.day == hired_on.day or (ends + history.ONE_DAY).day == 1


@pytest.mark.parametrize(
    ("hired_on", "ends"),
    [
        ("2026-03-03", "2026-04-03"),
        ("2026-01-31", "2026-02-28"),
        ("2024-01-31", "2024-02-29"),
        ("2025-12-15", "2026-01-15"),
    ],
)
def test_probation_of_a_month(hired_on, ends):
    assert history.probation_end(date.fromisoformat(hired_on)) == date.fromisoformat(ends)


def test_probation_of_three_months_crosses_the_year():
    assert history.probation_end(date(2025, 11, 30), months=3) == date(2026, 2, 28)


@pytest.mark.parametrize(
    ("episodes", "code"),
    [
        ([Episode(date(2026, 3, 2), date(2026, 3, 1))], "people.left_before_hired"),
        ([Episode(date(2026, 1, 1)), Episode(date(2026, 3, 1))], "people.still_employed"),
        ([Episode(date(2026, 1, 1), date(2026, 3, 1)), Episode(date(2026, 3, 1))], "people.hired_before_left"),
    ],
)
def test_employments_that_cannot_be(episodes, code):
    with pytest.raises(NotValid) as refusal:
        history.check_episodes(episodes)
    assert refusal.value.code == code


def test_somebody_hired_again_the_day_after_leaving_is_fine():
    history.check_episodes([Episode(date(2026, 1, 1), date(2026, 2, 28)), Episode(date(2026, 3, 1))])


def test_the_same_since_twice_is_refused():
    with pytest.raises(NotValid) as refusal:
        history.check_stands([Stand(FIRST), Stand(FIRST, team=2)], [Episode(FIRST)])
    assert refusal.value.code == "people.since_twice"


def test_a_stand_of_somebody_never_hired_is_refused():
    with pytest.raises(NotValid) as refusal:
        history.check_since(FIRST, [])
    assert refusal.value.code == "people.never_employed"


@given(st.lists(days, min_size=1, max_size=8, unique=True), days)
def test_the_beginning_that_holds_is_found_by_halving(beginnings, day):
    ordered = sorted(beginnings)
    found = history.place_on(ordered, day)
    before = [one for one in ordered if one <= day]
    assert found == (len(before) - 1 if before else None)


@given(days, days)
def test_shares_of_a_time_add_up(one, other):
    first, last = min(one, other), max(one, other)
    middle = first + (last - first) // 2
    left = history.share_of(first, middle, first=first, last=last)
    right = history.share_of(middle + history.ONE_DAY, last, first=first, last=last)
    assert left[0] == 0
    assert left[1] + right[1] == pytest.approx(100, abs=0.02)


def test_a_period_outside_the_time_shown_has_no_length():
    assert history.share_of(date(2026, 3, 1), date(2026, 3, 5), first=date(2026, 4, 1), last=date(2026, 4, 30)) == (
        0,
        0,
    )
