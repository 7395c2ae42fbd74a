import random
from itertools import combinations

import pytest

from hengcai.measurement.errors import OutOfRange
from hengcai.measurement.multiplicity import holm

BENJAMINI_HOCHBERG_1995 = [.0001, .0004, .0019, .0095, .0201, .0278, .0298, .0344, .0459, .3240, .4262, .5719, .6528,
                           .7590, 1.0]  # fmt: skip


def test_of_benjamini_and_hochbergs_fifteen_p_values_three_stay():
    adjusted = holm(BENJAMINI_HOCHBERG_1995)
    assert [round(one, 4) for one in adjusted[:4]] == [0.0015, 0.0056, 0.0247, 0.114]
    assert sum(one <= 0.05 for one in adjusted) == 3


def test_it_is_the_closed_test_of_bonferroni():
    """A hypothesis falls when every set it belongs to falls by Bonferroni: Holm's shortcut must say the same."""
    dice = random.Random(7)
    for _ in range(20):
        p = [dice.random() ** 3 for _ in range(6)]
        sets = [part for size in range(1, 7) for part in combinations(range(6), size)]
        closed = [
            max(min(1.0, len(part) * min(p[i] for i in part)) for part in sets if one in part) for one in range(6)
        ]
        assert holm(p) == pytest.approx(closed)


def test_order_and_ties_do_not_matter_and_nothing_exceeds_one():
    assert holm([0.9, 0.02, 0.02]) == [0.9, 0.06, 0.06]
    assert holm([0.6, 0.7]) == [1.0, 1.0]
    assert holm([]) == []


@pytest.mark.parametrize("bad", [-0.1, 1.1, float("nan")])
def test_what_is_no_probability_is_refused(bad):
    with pytest.raises(OutOfRange):
        holm([0.1, bad])
