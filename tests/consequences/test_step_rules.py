"""The four steps in their order, whatever papers there are; nothing of it speaks of rank."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hengcai.base.errors import NotNow, NotValid
from hengcai.consequences.rules import plans
from hengcai.consequences.rules.steps import ORDER, Judged, Papers, check_before, check_move_against, standing_of

DAY = date(2026, 1, 1)
A_DAY = timedelta(days=1)
DAYS = st.integers(0, 400).map(lambda n: DAY + n * A_DAY)


def judged(n: int, *, is_below: bool) -> Judged:
    """The n-th quarter of a hundred days, out ten days later."""
    start = DAY + 100 * n * A_DAY
    return Judged(start, start + 99 * A_DAY, start + 110 * A_DAY, is_below)


CYCLES = st.lists(st.booleans(), max_size=4).map(lambda some: [judged(n, is_below=b) for n, b in enumerate(some)])
AGAIN = st.lists(st.tuples(DAYS, st.booleans()), max_size=3).map(
    lambda some: [Judged(day - 5 * A_DAY, day, day + A_DAY, b) for day, b in sorted(some)]
)
PAPERS = st.builds(Papers, st.lists(DAYS, max_size=2), CYCLES, st.lists(DAYS, max_size=2).map(sorted), AGAIN)


@given(PAPERS)
def test_no_step_is_there_without_those_before_it(papers):
    there = standing_of(papers).there
    assert there == frozenset(ORDER[: len(there)])


@given(PAPERS, st.integers(1, 3))
def test_a_move_against_somebody_goes_through_only_with_everything_there(papers, cycles):
    found = standing_of(papers)
    goes = found.there == frozenset(ORDER) and not found.passed_again and found.running >= cycles
    try:
        check_move_against(found, cycles=cycles)
    except NotNow:
        assert not goes
    else:
        assert goes
        assert papers.cycles[-1].is_below
        assert papers.again


@given(PAPERS)
def test_more_papers_take_no_step_away_but_a_better_result(papers):
    """An acknowledgement on the first day never hurts."""
    more = Papers((DAY, *papers.known_on), papers.cycles, papers.trained_on, papers.again)
    assert standing_of(papers).there <= standing_of(more).there


def test_training_before_the_result_and_a_re_test_before_the_training_count_for_nothing():
    cycles = [judged(0, is_below=True), judged(1, is_below=True)]
    early = Papers([DAY], cycles, [DAY + 50 * A_DAY], [judged(2, is_below=True)])
    assert standing_of(early).missing == ("trained", "again")
    late = Papers([DAY], cycles, [DAY + 250 * A_DAY], [Judged(DAY, DAY + 240 * A_DAY, DAY, is_below=True)])
    assert standing_of(late).missing == ("again",)


def test_a_result_above_the_bar_ends_what_was_running():
    found = standing_of(Papers([DAY], [judged(0, is_below=True), judged(1, is_below=False)]))
    assert (found.running, found.missing[0]) == (0, "evidence")


def test_the_first_missing_step_is_named():
    with pytest.raises(NotNow) as refused:
        check_before("trained", standing_of(Papers([DAY], [])))
    assert refused.value.code == "consequences.step_missing.evidence"


def text(**more):
    facts = {"gap": "g", "goals": "g", "support": "s", "starts_on": DAY, "ends_on": DAY + 30 * A_DAY}
    return plans.PlanText(**{**facts, **more})


@pytest.mark.parametrize(
    "wrong",
    [{"starts_on": DAY - A_DAY}, {"ends_on": None}, {"ends_on": DAY + 13 * A_DAY}, {"ends_on": DAY + 185 * A_DAY}],
)
def test_a_plan_has_days_enough_to_get_better_and_not_for_ever(wrong):
    assert plans.check_days(text(), today=DAY) == (DAY, DAY + 30 * A_DAY)
    with pytest.raises(NotValid):
        plans.check_days(text(**wrong), today=DAY)


def test_a_change_is_told_only_where_the_intervals_lie_apart():
    assert plans.change_of(3, 4, spans=[(2, 3), (4, 5)]).verdict == plans.HIGHER
    assert plans.change_of(3, 4, spans=[(2, 4), (4, 5)]).verdict == plans.CANNOT_TELL
    assert plans.change_of(4, 3, spans=[(4, 5), (2, 3)]).verdict == plans.LOWER
    assert plans.change_of(3, 4).verdict == plans.CANNOT_TELL
