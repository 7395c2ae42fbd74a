"""The Wright map, drift over months, curves of decisions and of categories."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hengcai.measurement.errors import NotATable, TooLittleData
from hengcai.measurement.facets.rulers import category_shares, half_points, hidden_categories
from hengcai.measurement.plots.curves import Curve, category_curves, decision_curves, lines_of
from hengcai.measurement.plots.drift import drift_plot
from hengcai.measurement.plots.frame import Words, spread
from hengcai.measurement.plots.lettering import clean
from hengcai.measurement.plots.rows import NOTHING, Interval
from hengcai.measurement.plots.wright import Ruler, wright_map
from tests.measurement.plots.drawn import MANY, check, count, figures, intervals, maybe, names, said

WORDS = Words("A title", "what it shows", x="score", y="logit")
RATERS = Ruler("raters", [("Zhou", 0.31), ("Feng", 0.30), ("Chen", -0.9), ("Sun", None)])
rulers = st.lists(
    st.builds(Ruler, names, st.lists(st.tuples(names, maybe), max_size=70), st.booleans()), min_size=1, max_size=4
)


@MANY
@given(rulers, st.lists(st.tuples(names, figures), max_size=6))
def test_any_map_stays_inside(found, halves):
    if not any(ruler.placed for ruler in found):
        with pytest.raises(TooLittleData):
            wright_map(found, WORDS)
        return
    told = said(check(wright_map(found, WORDS, half_points=halves)))
    named = [name for ruler in found if not ruler.is_stack for name, _measure in ruler.placed]
    assert all(clean(name) in told for name in named)


def test_agents_are_counted_and_raters_named_at_their_place():
    agents = Ruler("agents", [(str(n), n / 40 - 1) for n in range(80)])
    root = check(wright_map([agents, RATERS], WORDS, half_points=[("1.5", -1.2), ("2.5", 0.4)]))
    told = said(root)
    assert {"Zhou", "Feng", "Chen", "1.5", "2.5", "agents", "raters"} <= set(told)
    assert "Sun" not in told
    counts = [int(node.text) for node in root.iter() if node.get("font-size") == "10"]
    assert (sum(counts), len(counts)) == (80, count(root, "c-bar"))


def test_a_single_element_is_a_bar_that_is_seen():
    root = check(wright_map([Ruler("agents", [("Li", 0.2)], stacked=True)], Words("t")))
    assert count(root, "c-bar") == 1


def test_names_move_apart_no_more_than_they_must():
    moved = spread([10.0, 10.0, 50.0], 14, 0, 100)
    assert moved == [3.0, 17.0, 50.0]
    assert spread([99.0, 99.0], 14, 0, 100) == [86.0, 100.0]
    assert spread([], 14, 0, 100) == []
    assert spread([1.0, 2.0, 3.0], 60, 0, 100) == [0.0, 50.0, 100.0]


@MANY
@given(st.dictionaries(names, st.lists(intervals, min_size=3, max_size=3), max_size=5))
def test_any_drift_stays_inside(found):
    if not any(value is not None for one in found.values() for part in one for value in part.values):
        with pytest.raises(TooLittleData):
            drift_plot(found, WORDS, periods=["1", "2", "3"])
        return
    told = said(check(drift_plot(found, WORDS, periods=["1", "2", "3"])))
    assert all(clean(name) in told for name in found)


def test_a_month_without_a_value_leaves_a_gap():
    found = {"Feng": [Interval(0.1, 0, 0.2), Interval(0.2), NOTHING, Interval(0.4)]}
    root = check(drift_plot(found, Words("t", note="months"), periods=["1", "2", "3", "4"]))
    assert count(root, "c-dot") == 3
    assert count(root, "c-ci") == 1
    joins = [node for node in root.iter() if node.get("class") == "c-axis" and node.get("stroke") == "#1f2937"]
    assert len(joins) == 1
    with pytest.raises(NotATable):
        drift_plot(found, WORDS, periods=["1"])


@MANY
@given(st.lists(st.builds(Curve, names, st.lists(st.tuples(figures, figures), max_size=15)), max_size=6))
def test_any_decision_curves_stay_inside(found):
    if not any(curve.points for curve in found):
        with pytest.raises(TooLittleData):
            decision_curves(found, WORDS, line=(0.8, "0.8"))
        return
    told = said(check(decision_curves(found, WORDS, line=(0.8, "0.8"))))
    assert all(clean(curve.name) in told for curve in found if curve.points)


def test_curves_of_a_decision_table():
    table = [
        {"conditions": {"contact": c, "rater": r, "item": i}, "absolute": c * r / (c * r + 4)}
        for c in (1, 2, 3.4)
        for r in (1, 2, 3, 4, 5, 2.6)
        for i in (1, 8)
    ]
    curves = lines_of(table, along="contact", by="rater", name="{n} raters")
    assert [curve.name for curve in curves] == ["1 raters", "2 raters", "3 raters", "4 raters"]
    assert curves[1].points == [(1.0, 2 / 6), (2.0, 0.5), (3.4, 6.8 / 10.8)]
    assert [len(curve.points) for curve in lines_of(table[:1], along="contact", by=None)] == [1]
    assert lines_of([], along="contact", by="rater") == []
    root = check(decision_curves(curves, WORDS, line=(0.8, "good enough")))
    assert {"1 raters", "good enough", "3.4"} <= set(said(root))
    assert len({(n.get("stroke"), n.get("stroke-dasharray")) for n in root.iter() if "polyline" in n.tag}) == 4


@MANY
@given(st.lists(st.floats(-30, 30), min_size=1, max_size=8), names)
def test_any_category_curves_stay_inside(thresholds, name):
    told = said(check(category_curves(thresholds, WORDS, names=[f"{name}{n}" for n in range(len(thresholds) + 1)])))
    assert sum(clean(f"{name}{n}") in told for n in range(len(thresholds) + 1)) == len(thresholds) + 1


def test_without_steps_there_are_no_curves():
    with pytest.raises(TooLittleData):
        category_curves([], WORDS, names=["1"])
    with pytest.raises(TooLittleData):
        half_points([], [1])


def test_half_points_are_where_the_expected_score_is_half_way():
    assert half_points([0.7], [0, 1])[0] == pytest.approx((0.5, 0.7), abs=1e-9)
    found = half_points([-1.5, 1.5], [1, 2, 3])
    assert [half for half, _ in found] == [1.5, 2.5]
    assert found[0][1] == pytest.approx(-found[1][1])
    shares = category_shares([found[0][1]], [-1.5, 1.5])
    assert sum(value * share[0] for value, share in zip((1, 2, 3), shares, strict=True)) == pytest.approx(1.5)


def test_categories_that_are_nowhere_the_likeliest_are_found():
    assert hidden_categories([-2, -1, 1, 2]) == []
    assert hidden_categories([-1, 1, 0.5, 2]) == [2]
    assert hidden_categories([0.0, 0.0]) == [1]
    assert hidden_categories([3, 2, 1]) == [1, 2]
