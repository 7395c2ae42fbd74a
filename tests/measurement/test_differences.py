"""Two shares and two means apart, against printed tables and the naive way."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from hengcai.measurement.differences import mean_difference, mean_of_sums, moments_of, share_difference, welch
from hengcai.measurement.errors import OutOfRange, TooLittleData
from hengcai.measurement.intervals import mean_interval

SLEEP_1 = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0]
SLEEP_2 = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]


def sums(values):
    return len(values), sum(values), sum(one * one for one in values)


@pytest.mark.parametrize(
    ("now", "before", "low", "high"),
    [
        ((56, 70), (48, 80), 0.0524, 0.3339),
        ((9, 10), (3, 10), 0.1705, 0.8090),
        ((6, 7), (2, 7), 0.0582, 0.8062),
        ((5, 56), (0, 29), -0.0381, 0.1926),
        ((0, 10), (0, 20), -0.1611, 0.2775),
        ((0, 10), (0, 10), -0.2775, 0.2775),
        ((10, 10), (0, 10), 0.6075, 1.0),
        ((10, 10), (0, 20), 0.6791, 1.0),
    ],
)
def test_limits_of_newcombes_table_two(now, before, low, high):
    found = share_difference((now[0] / now[1], now[1]), (before[0] / before[1], before[1]))
    assert (found.low, found.high) == pytest.approx((low, high), abs=6e-5)
    assert found.n == now[1] + before[1]


@given(st.integers(0, 40), st.integers(1, 40), st.integers(0, 40), st.integers(1, 40))
def test_the_other_way_round_is_the_same_with_its_sign_turned(x, n, y, m):
    one, other = (min(x, n) / n, n), (min(y, m) / m, m)
    there, back = share_difference(one, other), share_difference(other, one)
    assert (there.low, there.high) == pytest.approx((-back.high, -back.low))
    assert there.low <= there.estimate <= there.high


@pytest.mark.parametrize(("share", "refusal"), [((0.5, 0), TooLittleData), ((1.5, 4), OutOfRange)])
def test_what_is_no_share_is_refused(share, refusal):
    with pytest.raises(refusal):
        share_difference(share, (0.5, 10))
    with pytest.raises(refusal):
        share_difference((0.5, 10), share)


@given(st.lists(st.integers(-1000, 1000), min_size=2, max_size=30).filter(lambda some: len(set(some)) > 1))
def test_a_mean_of_sums_is_that_of_the_values(values):
    found, plain = mean_of_sums(sums(values)), mean_interval(values)
    assert (found.estimate, found.low, found.high) == pytest.approx((plain.estimate, plain.low, plain.high), abs=1e-6)


def test_one_value_has_no_interval_and_none_no_mean():
    found = mean_of_sums((1, 7.0, 49.0))
    assert (found.estimate, found.low, found.cautions) == (7.0, None, ("mean.too_few",))
    with pytest.raises(TooLittleData):
        mean_of_sums((0, 0.0, 0.0))


def test_welch_as_r_has_it_for_the_sleep_data():
    found = mean_difference(sums(SLEEP_1), sums(SLEEP_2))
    assert (found.low, found.high) == pytest.approx((-3.3654832, 0.2054832), abs=1e-6)


@pytest.mark.parametrize(("now", "why"), [((1, 3.0, 9.0), "mean.too_few"), ((2, 2.0, 2.0), "nothing_varies")])
def test_what_two_means_cannot_tell(now, why):
    assert mean_difference(now, (3, 3.0, 3.0)).cautions == (why,)


LEVELS = st.lists(st.integers(1, 5), min_size=2, max_size=10)


@pytest.mark.filterwarnings("ignore:Precision loss")
@given(LEVELS, LEVELS)
@settings(max_examples=60)
def test_welch_as_scipy_reckons_it(now, before):
    found = welch(moments_of(now), moments_of(before))
    if found.low is None:
        assert len(set(before)) == len(set(now)) == 1
        assert "nothing_varies" in found.cautions
        return
    theirs = stats.ttest_ind(now, before, equal_var=False).confidence_interval(0.95)
    assert (found.low, found.high) == pytest.approx((theirs.low, theirs.high), abs=1e-8)
