import random

import pytest

from hengcai.measurement.agreement.alpha import krippendorff_alpha
from hengcai.measurement.agreement.twice import alpha_of_pairs, exact_share
from hengcai.measurement.errors import TooLittleData
from hengcai.measurement.intervals import share_interval
from hengcai.measurement.tables import rating_table

MEG, OWEN = (0, 1, 0, 0, 0, 0, 0, 0, 1, 0), (1, 1, 1, 0, 0, 1, 0, 0, 0, 0)


def test_krippendorffs_two_observers_of_ten_units():
    assert round(alpha_of_pairs(list(zip(MEG, OWEN, strict=True))).estimate, 3) == 0.095


def test_alpha_is_that_of_the_whole_library_and_its_interval_about_as_wide():
    dice = random.Random(5)
    pairs = [(one, one + dice.gauss(0, 6)) for one in (dice.gauss(80, 10) for _ in range(60))]
    units = [n for n in range(60) for _ in range(2)]
    table = rating_table(units, [who for _ in pairs for who in "ab"], [value for pair in pairs for value in pair])
    light, whole = alpha_of_pairs(pairs), krippendorff_alpha(table, level="interval")
    assert light.estimate == pytest.approx(whole.estimate)
    assert light.se == pytest.approx(whole.se, rel=0.25)


def test_equal_totals_leave_alpha_unknown_and_two_units_are_too_few():
    assert alpha_of_pairs([(80, 80)] * 4).cautions == ("nothing_varies",)
    assert alpha_of_pairs([(80, 80), (80, 80), (90, 91)]).cautions == ("constant_resamples",)
    with pytest.raises(TooLittleData):
        alpha_of_pairs([(80, 81), (70, 75)])


def test_items_that_err_together_count_for_little_more_than_their_contact():
    together = exact_share([(10, 10)] * 15 + [(0, 10)] * 5)
    plain = share_interval(15, 20)
    assert [together.low, together.high] == pytest.approx([plain.low, plain.high], abs=0.012)
    assert together.n == 20


def test_items_that_err_apart_count_each_for_itself():
    dice = random.Random(2)
    units = [(sum(dice.random() < 0.8 for _ in range(10)), 10) for _ in range(40)]
    found, plain = exact_share(units), share_interval(sum(one for one, _n in units), 400)
    assert found.high - found.low == pytest.approx(plain.high - plain.low, rel=0.3)


def test_where_all_agree_the_contacts_say_how_sure_one_may_be():
    found, plain = exact_share([(9, 9)] * 12), share_interval(12, 12)
    assert [found.estimate, found.low, found.high] == pytest.approx([1, plain.low, 1])
    with pytest.raises(TooLittleData):
        exact_share([(9, 9)])
