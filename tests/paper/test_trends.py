"""Small charts: what the axis reaches to, where an arrow says that it goes on, who stands above whom."""

import re
from xml.etree import ElementTree

import pytest

from hengcai.paper.drawing.axis import Axis, axis_of
from hengcai.paper.drawing.lean import edge_of, lean_strip
from hengcai.paper.drawing.people import Spot, people_axis, people_strip, stacked
from hengcai.paper.drawing.trends import Dot, trend_strip

NASTY = '<script>alert("1")</script>'
NARROW = [(78.0 + n, 84.0 + n) for n in range(8)]


def count(svg, css):
    return len(re.findall(rf'class="[^"]*\b{css}\b', svg))


def test_one_wide_interval_does_not_stretch_the_axis():
    alone, with_wide = (axis_of([82.0], some, step=10) for some in (NARROW, [*NARROW, (5.0, 100.0)]))
    assert (alone, with_wide) == (Axis(80, 90), Axis(70, 90))


def test_every_dot_lies_on_the_axis_and_its_ends_are_whole_steps_of_the_scale():
    assert axis_of([41.0, 82.0], NARROW, step=10) == Axis(40, 90)
    assert axis_of([99.0], [(97.0, 103.0)], step=10, ends=(0.0, 100.0)) == Axis(90, 100)
    assert axis_of([80.0], [], step=10) == Axis(70, 90)


def test_an_interval_beyond_the_axis_ends_in_an_arrow_on_that_side():
    axis = Axis(60, 100)
    inside, below, both = (
        trend_strip([Dot("3月", 80, low, high)], axis, label="") for low, high in ((70, 90), (50, 90), (50, 110))
    )
    assert [count(svg, "c-beyond") for svg in (inside, below, both)] == [0, 1, 2]
    assert count(inside, "c-dot") == count(both, "c-dot") == 1


def test_a_period_without_a_value_keeps_its_place_and_name():
    svg = trend_strip([Dot("1月"), Dot("2月", 80, 75, 85)], Axis(70, 90), label="")
    assert (count(svg, "c-dot"), svg.count("月</text>")) == (1, 2)


def test_only_the_newest_carries_its_meaning_in_shape_and_colour():
    svg = trend_strip([Dot("1", 80), Dot("2", 90)], Axis(70, 90), label="", tone="excellent")
    assert (count(svg, "c-grey"), count(svg, "hc-excellent"), svg.count("<path")) == (1, 1, 1)


def test_where_there_is_little_room_every_other_name_gives_way_never_the_newest():
    svg = trend_strip([Dot(str(n), 80) for n in range(5)], Axis(70, 90), label="")
    assert re.findall(r't-mid"[^>]*>(\d)', svg) == ["0", "2", "4"]


def test_those_too_close_stand_above_each_other_and_the_next_starts_low_again():
    assert stacked([10.0, 10.5, 11.0, 14.0, 14.2]) == [0, 1, 2, 0, 1]
    assert max(stacked([10.0] * 9)) == 3


def test_bands_of_one_team_differ_in_shape_even_in_grey():
    svg = people_strip(
        [Spot(95, "excellent"), Spot(85, "good"), Spot(75, "pass"), Spot(65, "improve")], Axis(60, 100), middle=80
    )
    assert (svg.count("<path"), count(svg, "c-hollow"), svg.count("<circle")) == (2, 1, 2)


def test_the_axis_of_a_team_names_its_ends_and_the_cuts_between():
    assert re.findall(r">(\d+)</text>", people_axis(Axis(60, 100), [60.0, 70.0, 90.0])) == ["60", "70", "90", "100"]


def test_a_leaning_reaches_as_far_to_both_sides():
    assert edge_of(-5.6, -10.0, -1.3, step=5) == 10
    assert edge_of(0.1, -0.2, 0.3, step=5) == 5


@pytest.mark.parametrize("svg", [
    trend_strip([Dot(NASTY, 80, 50, 99)], Axis(60, 100), label=NASTY, line=70.0), trend_strip([], Axis(0, 1), label=""),
    people_strip([Spot(80, "good", NASTY)], Axis(60, 100), middle=80, cuts=[70]),
    people_strip([], Axis(60, 100), middle=80), lean_strip(1, 0, 2, edge=5, label=NASTY),
])  # fmt: skip
def test_every_picture_is_well_formed_whatever_a_name_holds(svg):
    ElementTree.fromstring(svg)  # noqa: S314 - our own text
    assert "<script" not in svg
