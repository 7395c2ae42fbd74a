import numpy as np
import pytest

from hengcai.measurement.errors import NotADesign, OutOfRange
from hengcai.measurement.generalizability.decision import (
    absolute_coefficient,
    cheapest_design,
    decision_table,
    relative_coefficient,
)
from hengcai.measurement.generalizability.design import parse_design
from hengcai.measurement.generalizability.study import Options, generalizability_study
from tests.measurement.shared_ratings import read_ratings

PERSON, TASK, RATER, PERSON_TASK, RESIDUAL = 0.473148, 0.325154, 0.647531, 0.559568, 2.380247


@pytest.fixture
def brennan():
    columns = read_ratings("brennan_3_2")
    return generalizability_study(
        columns, columns["score"], design=parse_design("person x (rater:task)"), object="person"
    )


def test_coefficients_follow_from_brennans_components(brennan):
    relative = PERSON_TASK / 3 + RESIDUAL / 12
    absolute = relative + TASK / 3 + RATER / 12
    found = relative_coefficient(brennan)
    assert found.estimate == pytest.approx(PERSON / (PERSON + relative), abs=1e-5)
    assert 0 < found.low < found.estimate < found.high < 1
    assert absolute_coefficient(brennan).estimate == pytest.approx(PERSON / (PERSON + absolute), abs=1e-5)


def test_more_tasks_help_more_than_more_raters(brennan):
    rows = {(row.conditions["rater"], row.conditions["task"]): row for row in decision_table(brennan)}
    assert rows[1, 10].relative > rows[10, 1].relative
    assert rows[4, 3].relative == pytest.approx(relative_coefficient(brennan).estimate)
    assert rows[4, 3].se_absolute == pytest.approx(
        np.sqrt(PERSON_TASK / 3 + RESIDUAL / 12 + TASK / 3 + RATER / 12), abs=1e-5
    )
    assert set(rows[4, 3].as_json()) == {"conditions", "relative", "absolute", "se_relative", "se_absolute"}


def test_asked_numbers_are_tabled_in_order(brennan):
    rows = decision_table(brennan, conditions={"task": [6, 2], "rater": [1]})
    assert [row.conditions for row in rows] == [{"rater": 1, "task": 2}, {"rater": 1, "task": 6}]


def test_cheapest_design_is_the_best_of_all(brennan):
    prices = {"rater": 1.0, "task": 5.0, "rating": 0.5}
    found = cheapest_design(brennan, wanted_se=0.7, prices=prices, most=30)
    raters, tasks = found.conditions["rater"], found.conditions["task"]
    assert found.se <= 0.7
    assert found.cost == pytest.approx(1.0 * raters * tasks + 5.0 * tasks + 0.5 * raters * tasks)
    grid = {"rater": range(1, 31), "task": range(1, 31)}
    for row in decision_table(brennan, conditions=grid):
        cost = 1.5 * row.conditions["rater"] * row.conditions["task"] + 5.0 * row.conditions["task"]
        assert row.se_absolute > 0.7 or cost >= found.cost - 1e-9


def test_ranking_alone_is_cheaper_than_knowing_the_score(brennan):
    prices = {"rating": 1.0}
    ranking = cheapest_design(brennan, wanted_se=0.6, prices=prices, kind="relative")
    assert ranking.cost < cheapest_design(brennan, wanted_se=0.6, prices=prices).cost


@pytest.mark.parametrize(
    ("wanted", "prices", "refusal"),
    [
        (0.01, {"rater": 1}, OutOfRange),
        (0, {"rater": 1}, OutOfRange),
        (float("nan"), {"rater": 1}, OutOfRange),
        (1, {}, OutOfRange),
        (1, {"rater": -1}, OutOfRange),
        (1, {"rater": 0}, OutOfRange),
        (1, {"item": 1}, NotADesign),
    ],
)
def test_impossible_wishes_are_refused(brennan, wanted, prices, refusal):
    with pytest.raises(refusal):
        cheapest_design(brennan, wanted_se=wanted, prices=prices)


@pytest.mark.parametrize(
    ("conditions", "refusal"),
    [
        ({"rater": [1]}, NotADesign),
        ({"rater": [1], "task": [0]}, OutOfRange),
        ({"rater": [], "task": [1]}, OutOfRange),
        ({"rater": range(1, 99), "task": range(1, 99)}, OutOfRange),
    ],
)
def test_impossible_tables_are_refused(brennan, conditions, refusal):
    with pytest.raises(refusal):
        decision_table(brennan, conditions=conditions)


def test_coefficients_for_other_numbers_and_without_interval():
    columns = read_ratings("brennan_3_2")
    found = generalizability_study(
        columns,
        columns["score"],
        design=parse_design("person x (rater:task)"),
        object="person",
        options=Options(method="anova"),
    )
    more = relative_coefficient(found, conditions={"rater": 8, "task": 6})
    assert more.estimate > relative_coefficient(found).estimate
    assert (more.low, more.cautions) == (None, ("no_interval",))
