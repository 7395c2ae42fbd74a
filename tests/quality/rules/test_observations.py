"""Mystery shopping and listening: spread evenly over days, hours and shoppers, and found again by the seed."""

from collections import Counter
from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hengcai.base.errors import NotValid
from hengcai.quality.rules import observations as rules

SPANS = st.builds(
    lambda first, days, start, hours: rules.Span(first, first + timedelta(days=days), start, start + hours),
    st.dates(date(2026, 1, 1), date(2030, 1, 1)), st.integers(0, 60), st.integers(0, 12), st.integers(1, 12),
)  # fmt: skip
VISITS, SEEDS = st.integers(1, rules.MOST_VISITS), st.integers(0, 10**9)


def apart(counts: Counter, cells: int) -> int:
    return max(counts.values()) - (min(counts.values()) if len(counts) == cells else 0)


@given(SPANS, VISITS, SEEDS)
def test_no_two_days_and_no_two_hours_differ_by_more_than_one_visit(span, visits, seed):
    found = rules.schedule(span, visits=visits, seed=seed)
    assert len(found) == visits
    assert apart(Counter(at.date() for at in found), span.days) <= 1
    assert apart(Counter(at.hour for at in found), span.hours) <= 1


@given(SPANS, VISITS, SEEDS)
def test_every_visit_lies_within_its_days_and_hours_and_the_seed_finds_it_again(span, visits, seed):
    found = rules.schedule(span, visits=visits, seed=seed)
    assert found == sorted(found) == rules.schedule(span, visits=visits, seed=seed)
    assert all(span.first_on <= at.date() <= span.last_on and span.from_hour <= at.hour < span.to_hour for at in found)


def test_another_seed_gives_another_plan():
    span = rules.Span(date(2026, 3, 2), date(2026, 3, 31), 9, 18)
    assert len({tuple(rules.schedule(span, visits=12, seed=seed)) for seed in range(50)}) == 50


@given(VISITS, st.lists(st.integers(1, 99), min_size=1, max_size=9, unique=True), SEEDS)
def test_everybody_shops_as_often_as_the_others_within_one(visits, shoppers, seed):
    counts = Counter(rules.shared(visits, shoppers, seed=seed))
    assert sum(counts.values()) == visits
    assert apart(counts, len(shoppers)) <= 1


@pytest.mark.parametrize(
    ("change", "code"),
    [({"last_on": date(2026, 2, 28)}, "days"), ({"last_on": date(2028, 1, 1)}, "days"), ({"to_hour": 9}, "hours"),
     ({"to_hour": 25}, "hours"), ({"visits": 0}, "visits"), ({"visits": 201}, "visits"), ({"shoppers": 0}, "nobody")],
)  # fmt: skip
def test_a_round_nobody_could_make_is_refused(change, code):
    facts = {"first_on": date(2026, 3, 1), "last_on": date(2026, 3, 31), "from_hour": 9, "to_hour": 18}
    span = rules.Span(**{name: change.get(name, value) for name, value in facts.items()})
    with pytest.raises(NotValid) as refused:
        rules.check_span(span, visits=change.get("visits", 12), shoppers=change.get("shoppers", 2))
    assert refused.value.code == f"quality.shopper_{code}"
    rules.check_span(rules.Span(**facts), visits=12, shoppers=1)


def test_three_to_five_are_enough():
    assert [rules.standing(n, fewest=3, most=5) for n in (0, 2, 3, 5, 6)] == [
        "short",
        "short",
        "enough",
        "enough",
        "over",
    ]


@given(st.lists(st.fractions(0, 100), min_size=1, max_size=9), st.lists(st.fractions(0, 100), max_size=9))
def test_pooling_is_the_mean_of_all_as_if_they_had_been_contacts_alike(first, more):
    mean = sum(first, Fraction(0)) / len(first)
    both = [*first, *more]
    assert rules.pooled(mean, len(first), more) == (sum(both, Fraction(0)) / len(both), len(both))
