"""Rows of intervals: what is drawn, in which order, and that every input stays inside."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hengcai.measurement.intervals import mean_interval
from hengcai.measurement.plots.frame import Words
from hengcai.measurement.plots.intervals import (
    agreement_plot,
    fair_scores_plot,
    ratios_plot,
    severity_plot,
    widths_plot,
    without_counts,
)
from hengcai.measurement.plots.lettering import clean
from hengcai.measurement.plots.rows import NOTHING, Interval, Row, interval
from tests.measurement.plots.drawn import MANY, check, count, figures, names, rows, said

WORDS = Words("A title", "what it shows", x="score", main="fair", ghost="raw")
RATERS = [
    Row("Zhou", Interval(-0.2, -0.5, 0.1, 9)),
    Row("Feng", Interval(0.4, 0.1, 0.7, 8)),
    Row("Chen", NOTHING, note="too few"),
]


@MANY
@given(rows, st.builds(Words, names, names, names, names, names, names), st.lists(figures, max_size=3))
def test_any_rows_stay_inside_and_keep_their_names(found, words, cuts):
    for picture in (
        severity_plot(found, words, zero=words.x),
        agreement_plot(found, words, line=(0.667, words.y)),
        fair_scores_plot(found, words, cuts=cuts),
        widths_plot(found, words),
        ratios_plot(found, words, line=words.x),
    ):
        told = said(check(picture))
        assert all(clean(row.name) in told for row in found)


def test_raters_stand_with_the_harshest_above_and_the_unknown_last():
    root = check(severity_plot(RATERS, WORDS, zero="mean"))
    told = said(root)
    assert [name for name in told if name in {"Zhou", "Feng", "Chen"}] == ["Feng", "Zhou", "Chen"]
    assert "+0.40 [+0.10, +0.70] · 8" in told
    assert {"too few", "mean"} <= set(told)


def test_a_rater_whose_interval_holds_the_mean_is_grey():
    root = check(severity_plot(RATERS, Words("t")))
    greys = [node for node in root.iter() if (node.get("class") or "").startswith("c-dot c-grey")]
    assert (len(greys), count(root, "c-dot")) == (1, 2)


def test_items_stand_with_the_least_agreement_above():
    found = [Row("b", Interval(0.8, 0.7, 0.9)), Row("a", Interval(0.2, -0.1, 0.5)), Row("c", NOTHING)]
    told = said(check(agreement_plot(found, WORDS)))
    assert [name for name in told if name in {"a", "b", "c"}] == ["a", "b", "c"]
    assert {"0.20 [−0.10, 0.50]", "0.80 [0.70–0.90]", "–"} <= set(told)


def test_people_keep_their_order_and_have_a_ring_for_the_raw_average():
    found = [Row("Wang", Interval(4.2, 3.9, 4.5, 6), Interval(4.4)), Row("Li", Interval(3.1, 2.8, 3.4, 5))]
    root = check(fair_scores_plot(found, WORDS, cuts=(3.5, 4.5)))
    told = said(root)
    assert told.index("Wang") < told.index("Li")
    assert (count(root, "c-ghost"), count(root, "c-dash")) == (2, 2)  # one ring in the key
    assert {"3.5", "4.5", "fair", "raw"} <= set(told)


def test_two_intervals_a_row_and_counts_left_out_where_they_mean_different_things():
    found = without_counts([Row("Li", Interval(4.0, 3.8, 4.2, 6), Interval(4.1, 3.6, 4.6, 200))])
    root = check(widths_plot(found, Words("t")))
    assert count(root, "c-ci") == 2
    assert "4.00 [3.80–4.20]" in said(root)


def test_ratios_are_shown_against_four_fifths_and_equality():
    root = check(ratios_plot([Row("women", Interval(0.7, 0.5, 0.97))], WORDS, line="4/5"))
    assert {"4/5", "1"} <= set(said(root))
    assert count(root, "c-dash") == 2


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (mean_interval([3, 4, 5, 4]), (4.0, 4)),
        ({"estimate": 4.0, "low": None, "high": float("nan"), "n": 4}, (4.0, 4)),
        (4, (4.0, None)),
        ({"estimate": True, "n": "4"}, (None, None)),
        (float("inf"), (None, None)),
        (None, (None, None)),
    ],
)
def test_results_their_json_and_bare_numbers_are_taken(found, expected):
    made = interval(found)
    assert (made.estimate, made.n) == expected


def test_a_long_name_is_cut_and_stands_whole_in_its_title():
    told = said(check(severity_plot([Row("x" * 90, Interval(1.0))], WORDS)))
    assert "x" * 90 in told
