from fractions import Fraction

import pytest

from hengcai.appraisal.rules.year import level_points, yearly


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


def test_the_end_of_probation_asks_for_no_length_of_service() -> None:
    assert yearly([Fraction(80)], [Fraction(4)], months_of_service=1, least_months=0).total == "80.0"
