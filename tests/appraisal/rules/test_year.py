from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hengcai.appraisal.rules.own_terms import YearTerms
from hengcai.appraisal.rules.year import level_points, yearly
from hengcai.base.decimals import round_half_up, written


@pytest.mark.parametrize(
    ("level", "points"),
    [("1", "0"), ("2", "30"), ("2.5", "45"), ("3", "60"), ("4.1", "82"), ("4.5", "90"), ("5", "100")],
)
def test_levels_become_points_straight_between(level: str, points: str) -> None:
    assert level_points(Fraction(level)) == Fraction(points)


def test_the_map_is_level_outside_its_ends() -> None:
    assert [level_points(Fraction(level)) for level in ("0.5", "6")] == [0, 100]


def test_a_year_is_sixty_percent_months_and_forty_percent_quarters() -> None:
    score = yearly([Fraction(80), Fraction(91)], [Fraction(4), Fraction("4.5")])
    assert score.exact == Fraction("0.6") * Fraction("85.5") + Fraction("0.4") * 85
    assert (score.total, score.status) == ("85.3", "scored")
    assert score.as_json() == {
        "status": "scored", "total": "85.3", "exact": "85.3000", "months_mean": "85.5000", "quarters_mean": "85.0000",
        "reasons": [],
    }  # fmt: skip


def test_a_year_with_a_part_missing_or_too_short_service_has_no_score() -> None:
    assert yearly([], []).reasons == ("missing:months", "missing:quarters")
    assert yearly([Fraction(80)], []).as_json()["months_mean"] == "80.0000"
    short = yearly([Fraction(80)], [Fraction(4)], months_of_service=5)
    assert (short.status, short.total, short.reasons) == ("not_enough_evidence", None, ("service_too_short",))


def test_a_policy_may_weigh_otherwise_and_ask_for_less_service() -> None:
    says = YearTerms(written("0.75"), written("0.25"), service_months=1)
    assert yearly([Fraction(88)], [Fraction(4)], says, months_of_service=1).total == "86.0"
    assert yearly([Fraction(88)], [Fraction(4)], says).total == "86.0"
    assert yearly([Fraction(88)], [], YearTerms(written("1"), written("0"))).total == "88.0"


@given(
    hundredths=st.integers(0, 100),
    months=st.lists(st.integers(0, 1000), min_size=1, max_size=12),
    quarters=st.lists(st.integers(10, 50), min_size=1, max_size=4),
)
def test_a_year_lies_between_its_two_means_and_is_rounded_once(hundredths, months, quarters) -> None:
    weight = Fraction(hundredths, 100)
    says = YearTerms(written(f"{hundredths / 100:.2f}"), written(f"{(100 - hundredths) / 100:.2f}"))
    score = yearly([Fraction(one, 10) for one in months], [Fraction(one, 10) for one in quarters], says)
    low, high = sorted((score.months_mean, score.quarters_mean))
    assert low <= score.exact <= high
    assert score.exact == weight * score.months_mean + (1 - weight) * score.quarters_mean
    assert score.total == round_half_up(score.exact, 1)
