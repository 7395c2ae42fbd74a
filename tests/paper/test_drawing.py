"""Charts: what is marked where, and that nothing of a name becomes markup."""

import re
from xml.etree import ElementTree

import pytest

from hengcai.paper.drawing.charts import distribution, trend
from hengcai.paper.drawing.levels import (
    Level,
    Scale,
    Zone,
    level_axis,
    level_row,
    levels_chart,
    scale_figure,
    weights_bar,
)
from hengcai.paper.drawing.radar import radar

NASTY = '<script>alert("1")</script>'
LEVELS = [
    Level("Communication and expression", 4.3, 4.0, 3.9, 4.1, 3.8, 4.4),
    Level("情绪管理", 3.0, 3.5),
    Level("协作能力", None, 3.0),
    Level("问题解决", 4.0),
]


def drawn(svg: str) -> ElementTree.Element:
    """Parses, so that nothing in it breaks a page or a PDF."""
    return ElementTree.fromstring(svg)  # noqa: S314 - our own text


@pytest.mark.parametrize(
    "svg",
    [
        radar(LEVELS, label=NASTY), levels_chart(LEVELS, label=NASTY), level_row(LEVELS[0]), level_axis(),
        distribution([(3.4, 2, "improve"), (4.2, 40, "good"), (4.6, 1, "excellent")], label=NASTY, cuts=[3.5, 4.5]),
        trend([("Q1", 3.0), ("Q2", None), ("Q3", 4.0)], label=NASTY, low=1, high=5), trend([], label="", low=1, high=5),
        weights_bar([(0.4, NASTY, "40%"), (0.6, "自评", "60%")], label=NASTY), distribution([], label="", cuts=[3.5]),
        levels_chart([Level(NASTY, 4.0)], label=""), radar([Level(NASTY, 4.0)] * 3, label=""),
        scale_figure(Scale(1, 5, [Zone(1, 5, NASTY, True)], 4.0, None, "grey", NASTY), label=NASTY),
    ],
)  # fmt: skip
def test_every_chart_is_well_formed_whatever_a_name_holds(svg):
    drawn(svg)
    assert "<script" not in svg


def shapes(svg: str, css: str) -> int:
    return len(re.findall(rf'class="[^"]*\b{css}\b', svg))


def test_a_row_shows_only_what_is_known():
    full, bare = level_row(LEVELS[0]), level_row(Level("x", None))
    assert (shapes(full, "c-req"), shapes(full, "c-ghost"), shapes(full, "c-ci"), shapes(full, "c-dot")) == (1, 1, 1, 2)
    assert (shapes(bare, "c-req"), shapes(bare, "c-ghost"), shapes(bare, "c-ci"), shapes(bare, "c-dot")) == (0, 0, 0, 0)


def test_below_the_post_is_a_shape_beside_a_colour():
    assert "hc-improve" in level_row(LEVELS[1])
    assert "<path" in level_row(LEVELS[1])
    assert "hc-improve" not in level_row(LEVELS[0])


def test_a_value_off_the_scale_stands_at_its_end():
    assert 'x="98.50%"' in level_row(Level("x", 9.0))


def test_a_period_without_a_value_leaves_a_gap():
    svg = trend([("a", 1.0), ("b", None), ("c", 2.0), ("d", 3.0)], label="x", low=1, high=5)
    assert shapes(svg, "c-axis") == 1


def test_small_groups_look_small_and_large_ones_fit():
    few = distribution([(4.0, 3, "good")], label="x", cuts=[3.5])
    many = distribution([(4.0, 300, "good")], label="x", cuts=[3.5])
    assert shapes(few, "c-dot") == 3
    assert shapes(many, "c-bar") == 1
    assert float(re.search(r'height="(\d+)"', few)[1]) < float(re.search(r'height="(\d+)"', many)[1])


def test_a_radar_needs_three_corners():
    assert "c-area" not in radar(LEVELS[:2], label="x")
    assert "c-area" in radar(LEVELS, label="x")


def test_a_long_english_name_stands_on_two_lines():
    svg = radar(LEVELS, label="x")
    assert ">Communication<" in svg
    assert ">and expression<" in svg


def test_the_headline_s_words_stand_where_there_is_room():
    zones = [Zone(1, 3.5, "待提升", False), Zone(3.5, 5, "良好", True)]
    high = scale_figure(Scale(1, 5, zones, 4.6, 3.2, "good", "now", "before"), label="x")
    low = scale_figure(Scale(1, 5, zones, 1.6, None, "improve", "now"), label="x")
    assert 't-end" x="88' in high
    assert "before" in high
    assert 't-end" x="' not in low
    assert shapes(high, "c-ghost") == 1


def test_names_without_room_on_a_telephone_are_shown_on_wider_pages_only():
    starts = {"Fail": 0, "Pass": 70, "Good": 80, "Excellent": 90}
    zones = [Zone(start, min(start + 10, 100) if start else 70, name, name == "Good") for name, start in starts.items()]
    figure = scale_figure(Scale(0, 100, zones, 83.0, None, "good", "now"), label="x")
    looks = {name: look for look, name in re.findall(r'class="t-(?:mid|end)([^"]*)"[^>]*>(\w+)<', figure)}
    assert looks == {"Fail": "", "Pass": " t-roomy", "Good": " t-strong", "Excellent": " t-roomy"}
    bar = weights_bar([(0.9, "Superior", "90%"), (0.1, "Practical test", "10%")], label="x")
    assert re.findall(r'class="(t-ink[^"]*)"', bar) == ["t-ink", "t-ink t-roomy"]


@pytest.mark.parametrize(
    ("count", "named"), [(1, [1]), (5, [1, 2, 3, 4, 5]), (8, [2, 4, 6, 8]), (24, [4, 9, 14, 19, 24])]
)
def test_periods_of_a_trend_are_named_from_the_newest_back_as_far_apart_as_they_have_room(count, named):
    points = [(f"2026-{number:02}", 80.0) for number in range(1, count + 1)]
    assert [int(found) for found in re.findall(r">2026-(\d+)<", trend(points, label="x", low=0, high=100))] == named
