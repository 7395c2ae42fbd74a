"""Plans of review: the library's own numbers, by days, and the same again from the log alone."""

from datetime import UTC, date, datetime, timedelta

import pytest
from fsrs import Card, Rating, Scheduler
from fsrs.scheduler import DEFAULT_PARAMETERS
from hypothesis import given
from hypothesis import strategies as st

from hengcai.review.rules import scheduling as rules
from hengcai.review.rules.scheduling import (
    AGAIN,
    EASY,
    GOOD,
    GRADES,
    HARD,
    RETENTION,
    first_standing,
    replayed,
    reviewed,
)

MONDAY = date(2026, 3, 16)


def test_the_weights_are_the_published_ones():
    assert rules.PARAMETERS == DEFAULT_PARAMETERS


@given(st.lists(st.tuples(st.integers(1, 90), st.sampled_from(GRADES)), max_size=12))
def test_a_log_gives_the_state_again_number_for_number(steps):
    standing, day, log = first_standing(MONDAY), MONDAY, []
    for gap, grade in steps:
        day += timedelta(days=gap)
        standing = reviewed(standing, grade, day)
        log.append((day, grade))
    assert replayed(MONDAY, log) == standing


@given(st.lists(st.tuples(st.integers(1, 90), st.sampled_from(GRADES)), min_size=1, max_size=8))
def test_it_is_what_the_library_says_of_one_card_carried_along(steps):
    scheduler = Scheduler(DEFAULT_PARAMETERS, RETENTION, (), (), rules.LONGEST_DAYS, enable_fuzzing=False)
    card, day, log = Card(card_id=0), MONDAY, []
    for gap, grade in steps:
        day += timedelta(days=gap)
        card, _log = scheduler.review_card(card, Rating(grade), datetime(day.year, day.month, day.day, tzinfo=UTC))
        log.append((day, grade))
    standing = replayed(MONDAY, log)
    assert (standing.stability, standing.difficulty, standing.due_on) == (
        card.stability,
        card.difficulty,
        card.due.date(),
    )


def test_first_answers_come_again_after_the_published_days():
    days = [(reviewed(first_standing(MONDAY), grade, MONDAY).due_on - MONDAY).days for grade in GRADES]
    assert days == [1, 1, 2, 8]  # stabilities .212, 1.2931, 2.3065 and 8.2956 days, at nine of ten known


def test_what_is_known_comes_later_each_time_and_never_later_than_half_a_year():
    standing, gaps = first_standing(MONDAY), []
    for _n in range(10):
        standing = reviewed(standing, GOOD, standing.due_on)
        gaps.append((standing.due_on - standing.last_on).days)
    assert gaps == sorted(gaps)
    assert gaps[-1] <= 180


@pytest.mark.parametrize(("share", "grade"), [(1, GOOD), (0.6, HARD), (0.5, AGAIN), (0, AGAIN), (-1, AGAIN)])
def test_a_marked_answer_is_graded_by_its_share(share, grade):
    assert rules.grade_of(share) == grade


def test_nine_of_ten_are_expected_to_know_it_on_the_day_it_comes():
    standing = reviewed(first_standing(MONDAY), EASY, MONDAY)
    assert rules.expected_recall(standing, standing.due_on) == pytest.approx(0.9, abs=0.01)
    assert rules.expected_recall(first_standing(MONDAY), MONDAY) is None
