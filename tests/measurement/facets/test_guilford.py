"""What Linacre's FACETS manual prints for Guilford's ratings of creativity (tables 9, 13 and 14).

FACETS stops, unless told otherwise, when no score is further off than half a point and no measure moves by .01: here
that is short of the maximum by about .03 logits, so that the printed figures are met to .05 logits.
"""

import numpy as np
import pytest

from hengcai.measurement.facets.cells import cells_of
from hengcai.measurement.facets.contrasts import contrasts
from hengcai.measurement.facets.fitting import fit_facets
from hengcai.measurement.facets.interactions import interactions
from tests.measurement.facets.guilford import SENIORS, guilford

TABLE = guilford()
FIT = fit_facets(cells_of({name: TABLE[name] for name in ("junior", "senior", "trait")}, TABLE["score"]))
FOUND = {(one.first, one.second): one for one in interactions(FIT, "junior", "senior")}


def centred(facet):
    measures = FIT.measures[facet]
    return dict(zip(FIT.cells.ids[facet], (measures - measures.mean()).tolist(), strict=True))


def test_sums_of_the_ratings_are_those_printed():
    """Table 13: 21 sums of five with mean 24.2 and standard deviations 6.9 and 7.1; David by Brahe 25, Edward 14."""
    sums = np.array([5 * one.observed for one in FOUND.values()])
    assert (sums.size, round(sums.mean(), 1), round(sums.std(), 1), round(sums.std(ddof=1), 1)) == (21, 24.2, 6.9, 7.1)
    assert 5 * FOUND["David", "Brahe"].observed == pytest.approx(25)
    assert 5 * FOUND["Edward", "Brahe"].observed == pytest.approx(14)


def test_measures_are_those_printed():
    assert centred(0)["David"] == pytest.approx(-0.46, abs=0.03)
    assert centred(0)["Edward"] == pytest.approx(0.42, abs=0.03)
    assert max(SENIORS, key=centred(1).__getitem__) == "Brahe"


@pytest.mark.parametrize(
    ("junior", "expected", "average", "bias", "se", "t"),
    [("David", 17.3, 1.54, 0.71, 0.29, 2.43), ("Edward", 27.0, -2.60, -1.27, 0.36, -3.55)],
)
def test_bias_of_brahe_is_that_of_table_13(junior, expected, average, bias, se, t):
    one = FOUND[junior, "Brahe"]
    assert 5 * one.expected == pytest.approx(expected, abs=0.1)
    assert one.observed - one.expected == pytest.approx(average, abs=0.02)
    assert one.bias == pytest.approx(bias, abs=0.05)
    assert one.se == pytest.approx(se, abs=0.015)
    assert one.t == pytest.approx(t, abs=0.1)


def test_biases_together_are_those_of_table_13():
    """Spread of the biases .47 and .48, of expected sums 4.9 and 5.0, errors .32 on average; chi-square 41.6 on 21."""
    biases = np.array([one.bias for one in FOUND.values()])
    sums = np.array([5 * one.expected for one in FOUND.values()])
    assert (biases.std(), biases.std(ddof=1)) == pytest.approx((0.47, 0.48), abs=0.02)
    assert (sums.std(), sums.std(ddof=1)) == pytest.approx((4.9, 5.0), abs=0.15)
    assert np.mean([one.se for one in FOUND.values()]) == pytest.approx(0.32, abs=0.005)
    assert sum(one.t**2 for one in FOUND.values()) == pytest.approx(41.6, abs=1.5)


def test_brahe_against_cavendish_on_david_is_the_contrast_of_table_14():
    told = contrasts(FIT, list(FOUND.values()), "junior", most=100)
    one = next(c for c in told if c.target == "David" and {c.first, c.second} == {"Brahe", "Cavendish"})
    places = {one.first: one.first_measure, one.second: one.second_measure}
    shift = FIT.measures[0].mean()
    assert places["Brahe"] - shift == pytest.approx(0.25, abs=0.05)
    assert places["Cavendish"] - shift == pytest.approx(-1.05, abs=0.05)
    assert abs(one.contrast) == pytest.approx(1.30, abs=0.05)
    assert one.se == pytest.approx(0.45, abs=0.015)
    assert abs(one.t) == pytest.approx(2.86, abs=0.06)
    assert one.df == pytest.approx(8, abs=0.5)
    assert one.p == pytest.approx(0.0211, abs=0.002)
