"""A period kept out of the base: the same as a training one period earlier, told from its own start on."""

import pytest

from hengcai.measurement.effects.group_time import group_time_effects
from hengcai.measurement.effects.panel import PanelColumns, read_panel
from hengcai.measurement.effects.staggered import staggered_effects
from hengcai.measurement.errors import OutOfRange
from tests.measurement.effects import made


def panel(rows, *, earlier=0):
    first = [one - earlier if one != made.NEVER else one for one in rows["first"]]
    return read_panel(PanelColumns(rows["unit"], rows["period"], rows["outcome"], first))


def cells(found, *, since):
    return {(cell.group, cell.period): cell.effect for cell in found.cells if cell.event >= since}


@pytest.mark.parametrize("controls", ["not-yet", "never"])
def test_effects_are_those_of_a_training_one_period_earlier(controls):
    rows = made.panel(periods=7)
    kept_out = cells(group_time_effects(panel(rows), controls=controls, anticipation=1), since=0)
    shifted = cells(group_time_effects(panel(rows, earlier=1), controls=controls), since=1)
    assert kept_out == {(group + 1, period): pytest.approx(effect) for (group, period), effect in shifted.items()}
    assert kept_out


def test_the_period_kept_out_is_told_and_not_tested():
    rows = made.panel(periods=7)
    bad = [
        value - 5 if first != made.NEVER and period == first - 1 else value
        for value, period, first in zip(rows["outcome"], rows["period"], rows["first"], strict=True)
    ]
    rows = {**rows, "outcome": bad}
    assert "pre_trend" in staggered_effects(panel(rows)).verdict.reasons
    told = staggered_effects(panel(rows), anticipation=1)
    assert "pre_trend" not in told.verdict.reasons
    assert dict(told.by_event)[-1].estimate < -4


def test_it_cannot_be_negative():
    with pytest.raises(OutOfRange):
        group_time_effects(panel(made.panel()), anticipation=-1)
