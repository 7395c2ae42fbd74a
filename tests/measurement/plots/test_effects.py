"""Pictures of training effects and of staying."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hengcai.measurement.effects.discontinuity import discontinuity, read_near_cut
from hengcai.measurement.errors import TooLittleData
from hengcai.measurement.plots.effects import Discontinuity, Side, discontinuity_plot, event_study_plot, side_lines
from hengcai.measurement.plots.frame import Words
from hengcai.measurement.plots.lettering import clean
from hengcai.measurement.plots.rows import NOTHING, Interval
from hengcai.measurement.plots.survival import Staying, Step, survival_plot
from hengcai.measurement.plots.svg import as_file
from tests.measurement.plots.drawn import MANY, check, count, figures, intervals, maybe, names, parsed, said

WORDS = Words("A title", "what it shows", x="before", y="after", main="trained", ghost="not trained")
places = st.tuples(figures, figures)
sides = st.builds(Side, st.none() | st.tuples(places, places), names)


@MANY
@given(
    st.builds(
        Discontinuity, st.lists(st.tuples(maybe, maybe, st.booleans()), max_size=9), figures, sides, sides, intervals
    ),
    names,
)
def test_any_discontinuity_stays_inside(found, name):
    try:
        picture = discontinuity_plot(found, WORDS, jump_name=name)
    except TooLittleData:
        return
    assert {clean(found.left.name), clean(found.right.name)} <= set(said(check(picture))) | {""}


def test_trained_people_are_triangles_and_the_jump_is_told():
    found = Discontinuity(
        [(3.0, 3.2, True), (3.001, 3.2, True), (3.2, 3.4, True), (4.0, 4.1, False), (None, 3, True)],
        3.5,
        Side(((3.0, 3.2), (3.5, 3.6)), "below"),
        Side(((3.5, 3.5), (4.0, 4.0)), "above"),
        Interval(0.1, -0.1, 0.3),
    )
    root = check(discontinuity_plot(found, WORDS, jump_name="jump"))
    assert count(root, "hc-improve") == 3  # two places, one in the key: neighbours share a mark
    assert count(root, "c-ghost") == 2
    assert "jump +0.10 [−0.10, +0.30]" in said(root)
    assert "jump" not in " ".join(said(check(discontinuity_plot(found, WORDS))))


def test_a_jump_without_interval_is_told_alone():
    found = Discontinuity([(1, 1, True)], 1.5, Side(((1, 1), (1.5, 1))), Side(), Interval(-1.0))
    assert "jump −1.00" in said(check(discontinuity_plot(found, WORDS, jump_name="jump")))


def test_lines_of_the_sides_leave_the_jump_that_the_estimate_finds():
    x = [3.5 + (n - 40) / 40 for n in range(81)]
    y = [2 + 0.5 * v - 0.3 * (v - 3.5) ** 2 + (0.4 if v < 3.5 else 0) + 0.1 * ((7 * n) % 5) for n, v in enumerate(x)]
    left, right = side_lines([(v, w, v < 3.5) for v, w in zip(x, y, strict=True)], cut=3.5, reach=0.6)
    near = read_near_cut(y, x, cut=3.5)
    found = discontinuity(near, bandwidth=0.6).local_linear.estimate
    assert left[1][1] - right[0][1] == pytest.approx(found)
    assert (left[0][0], right[1][0]) == pytest.approx((2.9, 4.1))


def test_a_side_without_two_places_has_no_line():
    assert side_lines([(1.0, 2.0, True)], cut=1.5, reach=1.0) == (None, None)
    assert side_lines([(1.0, 2.0, True), (1.0, 3.0, True)], cut=1.5, reach=1.0) == (None, None)


@MANY
@given(st.lists(st.tuples(maybe, intervals), max_size=9))
def test_any_event_study_stays_inside(found):
    try:
        picture = event_study_plot(found, WORDS, start="course")
    except TooLittleData:
        return
    assert "course" in said(check(picture))


def test_periods_before_are_rings_and_those_after_are_dots():
    found = [(-2, Interval(0.1, -0.1, 0.3)), (-1, NOTHING), (0, Interval(0.2)), (1, Interval(0.3, 0.1, 0.5))]
    root = check(event_study_plot(found, Words("t"), start="course"))
    assert (count(root, "c-ghost"), count(root, "c-dot"), count(root, "c-ci")) == (1, 2, 2)
    assert {"−2", "0", "+1"} <= set(said(root))
    with pytest.raises(TooLittleData):
        event_study_plot([(0, NOTHING)], WORDS)


steps = st.builds(
    Step, st.floats(0, 1e6), st.floats(0, 1), st.none() | st.floats(0, 1), st.none(), st.none() | st.integers(0, 99)
)
groups = st.builds(
    lambda name, found, n: Staying(name, sorted(found, key=lambda one: one.time), 1e6, n),
    names,
    st.lists(steps, max_size=6),
    st.integers(0, 999),
)


@MANY
@given(st.lists(groups, min_size=1, max_size=4))
def test_any_curve_of_staying_stays_inside(found):
    told = said(check(survival_plot(found, WORDS)))
    assert all(clean(group.name) in told for group in found)


def test_the_number_left_stands_under_each_figure():
    steps = [Step(40, 0.9, 0.8, 0.95, 50), Step(120, 0.7, 0.5, 0.8, 30)]
    root = check(survival_plot([Staying("day", steps, 200, 52), Staying("night", [], 150, 7)], WORDS))
    told = said(root)
    assert {"52", "30", "7", "day", "night"} <= set(told)
    assert count(root, "p-band") == 2
    with pytest.raises(TooLittleData):
        survival_plot([Staying("day", [], 0, 0)], WORDS)


def test_a_file_stands_on_paper():
    picture = survival_plot([Staying("day", [], 10, 3)], WORDS)
    root = parsed(as_file(picture).split("\n", 1)[1])
    assert root[0].get("class") == "c-paper"
    assert root[1].text == "A title"
