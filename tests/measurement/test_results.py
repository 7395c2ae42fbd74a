import math

import pytest

from hengcai.measurement.errors import MeasurementRefusal, TooLittleData
from hengcai.measurement.results import Estimate, decimal, unknown


def test_json_has_the_six_promised_keys_and_no_cautions_when_there_are_none():
    told = Estimate(estimate=0.5, low=0.4, high=0.6, se=0.05, n=10, method="mean").as_json()
    assert told == {"estimate": 0.5, "low": 0.4, "high": 0.6, "se": 0.05, "n": 10, "method": "mean"}


@pytest.mark.parametrize("bad", [math.nan, math.inf, -math.inf])
def test_a_number_that_is_not_finite_becomes_null_with_a_caution(bad):
    told = Estimate(estimate=1.0, low=bad, high=2.0, se=None, n=3, method="mean").as_json()
    assert told["low"] is None
    assert told["cautions"] == ["not_finite:low"]


def test_an_unknown_figure_keeps_its_reason():
    told = unknown("kappa", 4, "one_rater").as_json()
    assert told["estimate"] is None
    assert told["cautions"] == ["one_rater"]


def test_a_refusal_tells_its_code_and_facts():
    refusal = TooLittleData("mean.too_few", n=1, needed=2)
    assert isinstance(refusal, MeasurementRefusal)
    assert str(refusal) == "mean.too_few (n=1, needed=2)"
    assert str(TooLittleData("ratings.one_rater")) == "ratings.one_rater"


def test_an_interval_without_width_is_not_given():
    found = Estimate(0.0, -1e-17, 1e-17, 1e-17, 5, "kappa")
    assert (found.low, found.high, found.se, found.cautions) == (None, None, None, ("no_width",))
    assert Estimate(1.0, 1.0, 1.0, 0.0, 5, "mean", ("nothing_varies",)).cautions == ("nothing_varies",)


def test_zero_has_no_sign():
    assert str(Estimate(-0.0, -1.0, 1.0, 0.5, 5, "kappa").estimate) == "0.0"
    assert [decimal(value, 4) for value in (-0.00001, -0.0, -0.00006, 2.0)] == ["0.0000", "0.0000", "-0.0001", "2.0000"]
