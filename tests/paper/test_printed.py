"""Values against a bar: every row is named and told, every mark and interval stays on the scale, the bar is where it says."""

import re

from hypothesis import given
from hypothesis import strategies as some

from hengcai.paper.drawing.axis import Axis
from hengcai.paper.drawing.printed import CALLED, FIGURES, WIDE, Row, values_against_bar

LEFT, RIGHT = CALLED, WIDE - FIGURES
VALUES = some.floats(-6, 6)


def row_of(number, three):
    low, value, high = sorted(three)
    return Row(f"row{number}", value, low, high, f"[{number}]")


@given(some.lists(some.tuples(VALUES, VALUES, VALUES), min_size=1, max_size=8), some.floats(-4, 4))
def test_rows_are_named_and_stay_on_the_scale(rows, bar):
    shown = [row_of(number, three) for number, three in enumerate(rows)]
    drawn = values_against_bar(shown, Axis(-4, 4), bar, label="gaps")
    assert all(f">{one.name}<" in drawn and f">{one.figures}<" in drawn for one in shown)
    ends = [float(one) for one in re.findall(r' x[12]="([\d.]+)"', drawn)]
    dots = [float(one) for one in re.findall(r' cx="([\d.]+)"', drawn)]
    assert len(dots) == len(shown)
    assert all(LEFT - 0.1 <= one <= RIGHT + 0.1 for one in (*ends, *dots))


def test_the_bar_stands_at_its_value_and_a_row_without_one_stays_empty():
    drawn = values_against_bar([Row("nothing known", figures="cannot tell")], Axis(1, 5), 3, label="means")
    assert f'x1="{(LEFT + RIGHT) / 2:.1f}"' in drawn
    assert "cannot tell" in drawn
    assert "c-dot" not in drawn
