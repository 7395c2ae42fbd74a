import pytest
from hypothesis import given
from hypothesis import strategies as st

from hengcai.measurement.fairness.ratios import Share, score_limits, share_ratio

COUNTS = st.integers(1, 400).flatmap(lambda n: st.builds(Share, st.integers(1, n), st.just(n)))


def test_the_published_score_interval():
    """Koopman 1984, Biometrics 40: 36 of 40 against 16 of 80."""
    assert score_limits(Share(36, 40), Share(16, 80)) == pytest.approx((2.94, 7.15), abs=0.005)


@pytest.mark.parametrize(
    ("top", "bottom", "limits"),
    [
        (Share(36, 40), Share(16, 80), (2.8685501986034847, 7.059315193388788)),
        (Share(557, 1835), Share(1198, 2691), (0.6286965976247881, 0.7394535572955174)),
        (Share(12, 40), Share(48, 80), (0.30143294104559687, 0.8293718633829845)),
    ],
)
def test_log_intervals_are_those_of_statsmodels(top, bottom, limits):
    """statsmodels 0.15 confint_proportions_2indep, compare='ratio', method='log'."""
    found = share_ratio(top, bottom)
    assert (found.low, found.high) == pytest.approx(limits, rel=1e-12)
    assert found.estimate == pytest.approx(top.value / bottom.value)
    assert found.cautions == ()


@pytest.mark.parametrize(
    ("top", "bottom", "limits"),
    [
        (Share(0, 20), Share(5, 30), (0, 1.0349916966206345)),
        (Share(10, 10), Share(5, 12), (1.4695321442397848, 5.174368089693363)),
        (Share(10, 10), Share(12, 12), (10 / (10 + 3.841458820694124), 1 + 3.841458820694124 / 12)),
    ],
)
def test_empty_cells_take_the_score_interval_with_a_caution(top, bottom, limits):
    """statsmodels' method='score' without correction; all against all: n / (n + z2) and 1 + z2 / m."""
    found = share_ratio(top, bottom)
    assert (found.low, found.high) == pytest.approx(limits, rel=1e-8)
    assert (found.se, found.cautions) == (None, ("empty_cell:score_interval",))


def test_over_nobody_there_is_no_ratio():
    found = share_ratio(Share(3, 10), Share(0, 8))
    assert (found.estimate, found.low, found.n, found.cautions) == (None, None, 18, ("reference_without_selected",))


@given(COUNTS, COUNTS)
def test_swapping_the_shares_inverts_ratio_and_interval(one, other):
    there, back = share_ratio(one, other), share_ratio(other, one)
    assert there.estimate * back.estimate == pytest.approx(1)
    assert there.low * back.high == pytest.approx(1, rel=1e-6)
    assert there.low <= there.estimate * (1 + 1e-9)
    assert there.estimate <= there.high * (1 + 1e-9)


@given(COUNTS, COUNTS)
def test_more_confidence_is_a_wider_interval(one, other):
    narrow, wide = share_ratio(one, other, confidence=0.8), share_ratio(one, other, confidence=0.99)
    assert wide.low < narrow.low
    assert narrow.high < wide.high
