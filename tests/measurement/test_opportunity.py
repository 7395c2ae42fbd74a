import random
import statistics

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hengcai.measurement.errors import OutOfRange, TooLittleData
from hengcai.measurement.opportunity import Outcome, against_mix, events_against_expected, sums_against_mix

DOCTORS = (1080, 12860, 11510, 10330, 7790)
DEATHS_PER_MILLION = (5.859, 13.050, 46.937, 161.503, 271.358)
CELLS = st.sampled_from(["day", "night"])
OUTCOMES = st.lists(st.builds(Outcome, CELLS, st.integers(0, 600)), min_size=2, max_size=30)
OTHERS = [Outcome("day", value) for value in (90, 100, 110)] + [Outcome("night", value) for value in (280, 300, 320)]


def test_bland_cirrhosis_among_doctors():
    ratio = events_against_expected(14, DOCTORS, [rate / 1e6 for rate in DEATHS_PER_MILLION])
    assert 14 / ratio.estimate == pytest.approx(4.4966, abs=5e-5)
    assert ratio.estimate == pytest.approx(3.11, abs=0.005)
    assert [ratio.low * 4.4966, ratio.high * 4.4966] == pytest.approx([7.65, 23.49], abs=0.01)


@pytest.mark.parametrize(("count", "low", "high"), [(0, 0, 3.689), (1, 0.0253, 5.572), (10, 4.795, 18.390)])
def test_limits_of_a_count_are_garwoods(count, low, high):
    ratio = events_against_expected(count, [1], [1])
    assert [ratio.low, ratio.high] == pytest.approx([low, high], abs=5e-4)


@pytest.mark.parametrize(("count", "sizes", "rates"), [(1, [1], []), (-1, [1], [1]), (1, [-1], [1])])
def test_counts_that_cannot_be_are_refused(count, sizes, rates):
    with pytest.raises(OutOfRange):
        events_against_expected(count, sizes, rates)


def test_nothing_expected_is_refused():
    with pytest.raises(TooLittleData):
        events_against_expected(0, [], [])


def test_who_works_nights_is_held_against_nights():
    own = [Outcome("night", 290), Outcome("night", 300), Outcome("day", 100), Outcome("day", 90)]
    told = against_mix(own, OTHERS, fewest=3)
    assert (told.observed, told.expected, told.left_out) == (195, 200, 0)
    assert told.difference.estimate == -5
    assert told.difference.low < -5 < told.difference.high


def test_a_cell_where_the_others_are_few_is_left_out_and_counted():
    own = [Outcome("night", 290), Outcome("night", 310), Outcome("dawn", 900)]
    assert against_mix(own, OTHERS, fewest=3).left_out == 1
    with pytest.raises(TooLittleData) as refusal:
        against_mix(own, OTHERS, fewest=4)
    assert refusal.value.facts == {"n": 0, "needed": 2, "left_out": 3}


def test_fewer_than_two_of_the_others_tell_no_variance():
    with pytest.raises(OutOfRange):
        against_mix(OTHERS, OTHERS, fewest=1)


def test_equal_differences_give_no_interval():
    told = against_mix([Outcome("day", 95), Outcome("night", 295)], OTHERS, fewest=3).difference
    assert (told.estimate, told.low, told.cautions) == (-5, None, ("nothing_varies",))


@given(own=OUTCOMES, more=st.integers(-50, 50))
def test_who_takes_more_seconds_everywhere_differs_by_just_those(own, more):
    slower = [Outcome(outcome.cell, outcome.value + more) for outcome in own]
    before, after = (against_mix(held, OTHERS, fewest=3) for held in (own, slower))
    assert after.expected == before.expected
    assert after.difference.estimate == pytest.approx(before.difference.estimate + more, abs=1e-9)


def test_the_interval_holds_nothing_about_as_often_as_it_says():
    """Same work as the others' in each cell, another mix: 0 lies inside in 93 to 97 of 100, the raw difference is far off."""
    chance, held, raw = random.Random(7), 0, []
    for _ in range(800):
        others = [Outcome(cell, chance.gauss(200 + 100 * cell, 40)) for cell in (0, 1) for _ in range(30)]
        own = [Outcome(cell, chance.gauss(200 + 100 * cell, 40)) for cell in (0, *[1] * 3) for _ in range(5)]
        told = against_mix(own, others)
        held += told.difference.low < 0 < told.difference.high
        raw.append(told.observed - statistics.fmean(outcome.value for outcome in others))
    assert 0.93 <= held / 800 <= 0.97
    assert statistics.fmean(raw) == pytest.approx(25, abs=2)


def sums(outcomes):
    found = {}
    for one in outcomes:
        n, total, squares = found.get(one.cell, (0, 0.0, 0.0))
        found[one.cell] = (n + 1, total + one.value, squares + one.value**2)
    return found


@given(OUTCOMES, OUTCOMES)
def test_sums_by_cell_tell_the_same_as_the_contacts(own, others):
    others = [*others, *OTHERS]
    whole = against_mix(own, others, fewest=3)
    of_sums = sums_against_mix(sums(own), sums(others), fewest=3)
    assert of_sums.left_out == whole.left_out
    assert [of_sums.observed, of_sums.expected] == pytest.approx([whole.observed, whole.expected])
    assert of_sums.difference.n == whole.difference.n
    assert of_sums.difference.estimate == pytest.approx(whole.difference.estimate, abs=1e-9)
    if whole.difference.se is not None and of_sums.difference.se is not None:
        assert of_sums.difference.se == pytest.approx(whole.difference.se, abs=1e-4)
        assert of_sums.difference.low == pytest.approx(whole.difference.low, abs=1e-2)


def test_of_a_share_a_few_contacts_that_all_went_well_are_not_certain():
    others = {"day": (400, 300.0, 300.0)}
    own = {"day": (8, 8.0, 8.0)}
    plain, careful = (sums_against_mix(own, others, is_share=is_share).difference for is_share in (False, True))
    assert plain.low is None
    assert careful.low < 0 < careful.high
    assert careful.se == pytest.approx((0.75 * 0.25 / 8 + (300 * 0.0625 + 100 * 0.5625) / 399 / 400) ** 0.5)


def test_sums_too_thin_are_refused_and_thin_cells_are_counted():
    with pytest.raises(TooLittleData) as refused:
        sums_against_mix({"day": (5, 5, 5)}, {"day": (9, 1, 1), "night": (50, 1, 1)})
    assert refused.value.facts["left_out"] == 5
    found = sums_against_mix({"day": (5, 5, 5), "night": (3, 0, 0)}, {"day": (20, 10, 10)})
    assert (found.difference.n, found.left_out, found.observed) == (5, 3, 1)
    with pytest.raises(OutOfRange):
        sums_against_mix({}, {}, fewest=1)
