from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hengcai.appraisal.rules import raters, training
from hengcai.appraisal.rules.raters import Given, Standing, draw_peers
from hengcai.base.errors import NotNow, NotValid

DUE = date(2026, 4, 2)


@st.composite
def centres(draw):
    """Up to thirty people at two sites in four posts; some lead others."""
    size = draw(st.integers(0, 30))
    places = st.tuples(st.sampled_from([1, 2, None]), st.integers(1, 4), st.one_of(st.none(), st.integers(0, 29)))
    return [Standing(number, *draw(places)) for number in range(size)]


@given(centres(), st.text(max_size=5), st.integers(0, 4))
def test_peers_stand_at_the_same_site_in_another_post_and_outside_the_line(people, seed, count):
    by_person = {one.person: one for one in people}
    drawn = draw_peers(people, seed=seed, count=count)
    assert set(drawn) == set(by_person)
    for person, peers in drawn.items():
        one = by_person[person]
        able = {
            other.person for other in people
            if other.site == one.site and other.post != one.post and other.person != one.superior and other.superior != person
        }  # fmt: skip
        assert set(peers) <= able
        assert len(peers) == len(set(peers)) == min(count, len(able))


@given(centres(), st.text(max_size=5), st.randoms())
def test_the_draw_depends_on_the_seed_and_on_nothing_else(people, seed, dice):
    shuffled = dice.sample(people, len(people))
    assert draw_peers(people, seed=seed) == draw_peers(shuffled, seed=seed)


@given(st.integers(3, 20), st.integers(3, 20), st.text(max_size=3))
def test_forms_are_spread_evenly(first, second, seed):
    people = [Standing(number, 1, 1 if number < first else 2) for number in range(first + second)]
    load = dict.fromkeys(range(first + second), 0)
    for peers in draw_peers(people, seed=seed).values():
        for peer in peers:
            load[peer] += 1
    for some in (range(first), range(first, first + second)):
        assert max(load[one] for one in some) - min(load[one] for one in some) <= 1


def test_another_seed_draws_others():
    people = [Standing(number, 1, number % 4) for number in range(40)]
    assert draw_peers(people, seed="2026-Q1") != draw_peers(people, seed="2026-Q2")


def levels(**given_levels):
    return {item: Given(None if level is None else Fraction(level)) for item, level in given_levels.items()}


def test_levels_lie_on_1_to_5_and_belong_to_the_form():
    raters.check_levels(levels(a="1", b="5", c=None, d="4.25"), "abcd")
    for wrong in ("0.99", "5.01"):
        with pytest.raises(NotValid) as refusal:
            raters.check_levels(levels(a=wrong), "a")
        assert refusal.value.code == "appraisal.level_outside"
    with pytest.raises(NotValid) as refusal:
        raters.check_levels(levels(z="3"), "a")
    assert refusal.value.facts == {"item": "z"}


def test_not_observed_is_an_answer_and_a_missing_line_is_not():
    raters.check_complete(levels(a=None, b="3"), "ab")
    with pytest.raises(NotValid) as refusal:
        raters.check_complete(levels(a="3"), "abc")
    assert refusal.value.facts == {"count": 2, "items": ["b", "c"]}
    with pytest.raises(NotValid):
        raters.check_complete({"a": Given(None, "said early", is_answered=False)}, "a")


@pytest.mark.parametrize(
    ("level", "seen", "is_far"),
    [
        ("2", (Fraction(4), 3), True), ("2", (Fraction("3.99"), 3), False), ("5", (Fraction(3), 8), True),
        ("2", (Fraction(5), 2), False), (None, (Fraction(5), 9), False), ("1", None, False),
    ],
)  # fmt: skip
def test_two_levels_from_three_contacts_or_more_is_far(level, seen, is_far):
    given_levels = levels(a=level)
    observed = {"a": seen} if seen else {}
    assert raters.items_needing_reason(given_levels, observed) == (["a"] if is_far else [])


def test_a_reason_settles_it_and_blanks_are_none():
    observed = {"a": (Fraction(5), 4)}
    assert raters.items_needing_reason({"a": Given(Fraction(2), reason="  ")}, observed) == ["a"]
    assert raters.items_needing_reason({"a": Given(Fraction(2), reason="seen live")}, observed) == []


@pytest.mark.parametrize(
    ("source", "has_self_sent", "due", "today", "may"),
    [
        ("superior", False, DUE, DUE, False), ("superior", False, DUE, date(2026, 4, 3), True),
        ("superior", True, DUE, date(2026, 3, 1), True), ("superior", False, None, date(2026, 3, 1), True),
        ("peer", False, DUE, date(2026, 3, 1), True), ("practical", False, DUE, date(2026, 3, 1), True),
    ],
)  # fmt: skip
def test_the_superior_comes_after_the_self_assessment_or_its_last_day(source, has_self_sent, due, today, may):
    if may:
        raters.check_order(source, has_self_sent=has_self_sent, self_due_on=due, today=today)
    else:
        with pytest.raises(NotNow) as refusal:
            raters.check_order(source, has_self_sent=has_self_sent, self_due_on=due, today=today)
        assert refusal.value.facts == {"until": due}


def test_the_training_asks_for_all_three():
    training.check({"halo": "b", "central": "c", "recency": "a"})
    with pytest.raises(NotValid) as refusal:
        training.check({"halo": "b", "central": "a"})
    assert refusal.value.facts == {"count": 2, "items": ["central", "recency"]}
