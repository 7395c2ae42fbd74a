import subprocess
import sys
from decimal import Decimal

import pytest
from scipy import special

from hengcai.measurement import quantiles
from hengcai.measurement.errors import NotANumber, OutOfRange, TooLittleData
from hengcai.measurement.intervals import mean_interval, share_interval

SLEEP_DRUG_2 = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]


def test_mean_interval_reproduces_students_sleep_data():
    result = mean_interval(SLEEP_DRUG_2)
    assert (result.estimate, result.n) == (pytest.approx(2.33), 10)
    assert [result.low, result.high] == pytest.approx([0.8976775, 3.7623225], abs=1e-6)


def test_mean_interval_takes_decimals_and_narrows_with_confidence():
    values = [Decimal("3.5"), Decimal("4.0"), Decimal("4.5")]
    wide, narrow = mean_interval(values), mean_interval(values, confidence=0.8)
    assert wide.estimate == 4.0
    assert wide.low < narrow.low < narrow.high < wide.high


def test_equal_values_give_a_caution_and_no_interval():
    result = mean_interval([4, 4, 4])
    assert (result.low, result.high, result.cautions) == (None, None, ("nothing_varies",))


@pytest.mark.parametrize("values", [[], [4]])
def test_mean_of_fewer_than_two_is_refused(values):
    with pytest.raises(TooLittleData) as refusal:
        mean_interval(values)
    assert refusal.value.facts == {"n": len(values), "needed": 2}


@pytest.mark.parametrize("bad", ["4", float("nan"), float("inf"), None, True])
def test_what_is_not_a_number_is_refused_with_its_position(bad):
    with pytest.raises(NotANumber) as refusal:
        mean_interval([3.0, bad])
    assert refusal.value.facts["position"] == 1


@pytest.mark.parametrize(
    ("successes", "n", "low", "high"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_share_interval_reproduces_newcombe(successes, n, low, high):
    result = share_interval(successes, n)
    assert [result.low, result.high] == pytest.approx([low, high], abs=5e-5)
    assert result.se > 0


def test_a_full_share_reaches_one():
    assert share_interval(12, 12).high == 1.0


@pytest.mark.parametrize(
    ("successes", "n", "refusal"),
    [(0, 0, TooLittleData), (3, 2, OutOfRange), (-1, 2, OutOfRange), (1.5, 2, NotANumber), (True, 2, NotANumber)],
)
def test_impossible_shares_are_refused(successes, n, refusal):
    with pytest.raises(refusal):
        share_interval(successes, n)


@pytest.mark.parametrize("confidence", [0, 1, 1.5, -0.1, True, "0.95", float("nan")])
def test_confidence_outside_the_open_unit_interval_is_refused(confidence):
    with pytest.raises(OutOfRange):
        mean_interval([1, 2, 3], confidence=confidence)


@pytest.mark.parametrize("df", [0.7, 1, 2, 3.5, 4, 10, 29, 100, 1234.5, 1e5, 1e6, 1e9])
@pytest.mark.parametrize("probability", [0.001, 0.3, 0.5, 0.6, 0.9, 0.975, 0.9995])
def test_t_quantiles_agree_with_scipy(df, probability):
    expected = special.stdtrit(df, probability)
    assert quantiles.t_quantile(probability, df=df) == pytest.approx(expected, rel=1e-8, abs=1e-10)


@pytest.mark.parametrize(("probability", "df"), [(0, 3), (1, 3), (0.5, 0), (0.5, -1)])
def test_impossible_t_quantiles_are_refused(probability, df):
    with pytest.raises(OutOfRange):
        quantiles.t_quantile(probability, df=df)


def test_intervals_load_neither_numpy_nor_scipy():
    code = (
        "import sys; from hengcai.measurement.intervals import mean_interval; mean_interval([1, 2, 3]);"
        "sys.exit(any(name in sys.modules for name in ('numpy', 'scipy')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
