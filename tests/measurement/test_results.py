import math

import pytest

from hengcai.measurement.errors import MeasurementRefusal, TooLittleData
from hengcai.measurement.results import Estimate, unknown


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
