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


def test_fixed_tasks_move_their_interaction_into_the_universe_score(brennan):
    """Brennan 2001, ch. 4, mixed models: with tasks fixed s2(tau) = s2(p) + s2(pt)/n_t, error what holds raters."""
    mixed = brennan.with_fixed({"task"})
    universe = PERSON + PERSON_TASK / 3
    relative, absolute = RESIDUAL / 12, RESIDUAL / 12 + RATER / 12
    assert relative_coefficient(mixed).estimate == pytest.approx(universe / (universe + relative), abs=1e-5)
    assert absolute_coefficient(mixed).estimate == pytest.approx(universe / (universe + absolute), abs=1e-5)
    assert relative_coefficient(mixed).estimate > relative_coefficient(brennan).estimate
    rows = decision_table(mixed, conditions={"rater": [8]})
    assert rows[0].conditions == {"rater": 8, "task": 3}
    assert rows[0].relative == pytest.approx(universe / (universe + RESIDUAL / 24), abs=1e-5)
    assert [row.conditions["task"] for row in decision_table(mixed)] == [3] * 6


def test_the_cheapest_design_leaves_fixed_facets_as_they_are(brennan):
    found = cheapest_design(brennan.with_fixed({"task"}), wanted_se=0.4, prices={"rating": 1.0})
    assert (found.conditions["task"], found.as_json()["se"]) == (3, found.se)
    assert found.cost == 3 * found.conditions["rater"]
    assert found.se == pytest.approx(np.sqrt((RESIDUAL + RATER) / 3 / found.conditions["rater"]), abs=1e-5)


def test_not_every_facet_can_be_fixed_and_only_facets_can(brennan):
    with pytest.raises(NotADesign, match="all_fixed"):
        brennan.with_fixed({"task", "rater"})
    with pytest.raises(NotADesign, match="facets_differ"):
        brennan.with_fixed({"person"})
    with pytest.raises(NotADesign, match="facets_differ"):
        decision_table(brennan.with_fixed({"task"}), conditions={"rater": [1], "task": [2]})


def test_errors_of_balanced_components_are_those_of_their_mean_squares(brennan):
    """Brennan 2001, ch. 6: the variance of sum f MS is sum 2 (f MS)^2 / df; average information is of that form."""
    columns = read_ratings("brennan_3_2")
    scores = np.zeros((10, 3, 4))
    seen = {}
    for person, task, rater, score in zip(*(columns[n] for n in ("person", "task", "rater", "score")), strict=True):
        place = seen.setdefault(task, {}).setdefault(rater, len(seen[task]))
        scores[int(person) - 1, int(task) - 1, place] = float(score)
    cells = scores.mean(axis=2)
    people, tasks, grand = cells.mean(axis=1), cells.mean(axis=0), scores.mean()
    ms_p = 12 * people.var(ddof=1)
    ms_pt = 4 * ((cells - people[:, None] - tasks + grand) ** 2).sum() / 18
    assert brennan.components["person"].estimate == pytest.approx((ms_p - ms_pt) / 12, abs=1e-6)
    classical = np.sqrt(2 * ms_p**2 / 9 + 2 * ms_pt**2 / 18) / 12
    assert brennan.components["person"].se == pytest.approx(classical, rel=1e-3)
