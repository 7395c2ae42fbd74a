"""Columns with the share of all they make up so far."""

import re

from hengcai.paper.drawing.pareto import BASE, TOP, pareto

ROWS = [("系统", 6, 0.6), ("知识库 <b>", 3, 0.9), ("政策", 1, 1.0)]


def test_columns_and_curve_have_one_scale():
    drawn = pareto(ROWS, name="finding", vital=0.8)
    heights = [float(one) for one in re.findall(r'class="c-column"[^>]*height="([0-9.]+)"', drawn)]
    assert [round(one / (BASE - TOP), 2) for one in heights] == [0.6, 0.3, 0.1]
    dots = [float(one) for one in re.findall(r'<svg class="o" x="[^"]*" y="([0-9.]+)"', drawn)]
    assert [round((BASE - one) / (BASE - TOP), 2) for one in dots] == [0.6, 0.9, 1.0]
    assert drawn.count("c-dash") == 1


def test_names_are_made_harmless():
    drawn = pareto(ROWS, name='"<finding>', vital=0.8)
    assert "<b>" not in drawn
    assert "<finding>" not in drawn


def test_without_rows_only_the_scale_is_left():
    assert "c-column" not in pareto([], name="none", vital=0.8)


def test_names_keep_their_words_and_stand_apart():
    five = [
        (name, 1, n / 5) for n, name in enumerate(("Agent", "Process", "Knowledge base", "System", "Policy"), start=1)
    ]
    drawn = pareto(five, name="finding", vital=0.8)
    assert {"Knowledge", "base"} <= set(re.findall(r">([A-Za-z]+)</text>", drawn))
    assert len({y for y, name in re.findall(r'y="([0-9.]+)">([A-Z][a-z]+)<', drawn)}) == 2
