"""The median wait beside the curve that a library draws."""

import random

import pytest

from hengcai.measurement.errors import OutOfRange, TooLittleData
from hengcai.measurement.survival.curves import kaplan_meier
from hengcai.measurement.survival.records import read_records
from hengcai.measurement.waiting import median_wait
from tests.measurement.survival.test_survival import lung


def test_the_median_is_that_of_r():
    records = lung()
    found = median_wait([(float(time), bool(left)) for time, left in zip(records.time, records.left, strict=True)])
    assert (found.estimate, found.low, found.high, found.n) == (310, 284, 361, 228)


@pytest.mark.parametrize("seed", range(30))
def test_it_agrees_with_the_library(seed):
    dice = random.Random(f"waiting {seed}")
    waits = [(float(dice.randint(1, 40)), dice.random() < 0.8) for _ in range(dice.randint(6, 60))]
    waits[0] = (waits[0][0], True)
    median = kaplan_meier(read_records([one for one, _ in waits], [came for _, came in waits])).median
    found = median_wait(waits)
    assert (found.estimate, found.cautions) == (median.estimate, median.cautions if median.estimate is None else ())
    if median.estimate is not None:
        assert (found.low, found.high) == (median.low, median.high)


def test_who_waits_together_tells_less_and_what_has_not_come_is_not_said():
    waits = [(float(n), True) for n in range(1, 21)]
    one, four = median_wait(waits), median_wait(waits, spread=4)
    assert one.estimate == four.estimate == 10
    assert four.low < one.low < one.high < four.high
    waiting = median_wait([(1.0, True), (2.0, False), (2.0, False)])
    assert (waiting.estimate, waiting.cautions) == (None, ("median_not_reached",))
    assert median_wait([(0.0, True)]).estimate == 0
    with pytest.raises(TooLittleData):
        median_wait([])
    with pytest.raises(OutOfRange):
        median_wait([(-1.0, True)])
