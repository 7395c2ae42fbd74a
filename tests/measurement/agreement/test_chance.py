import numpy as np
import pytest

from hengcai.measurement.agreement.chance import fleiss_kappa, gwet_ac1, gwet_ac2
from hengcai.measurement.agreement.patterns import patterns, patterns_from_counts
from hengcai.measurement.agreement.shares import agreement_within_one, percent_agreement
from hengcai.measurement.agreement.weights import agreement_weights
from hengcai.measurement.errors import NotANumber, NothingVaries, OutOfRange, TooLittleData
from tests.measurement.shared_ratings import read_table, table_of_rows


def test_fleiss_kappa_reproduces_the_psychiatrists_of_1971():
    table = read_table("irr_diagnoses", nominal=True)
    assert fleiss_kappa(table).estimate == pytest.approx(0.4302445, abs=1e-7)
    assert percent_agreement(table).estimate == pytest.approx(0.5555556, abs=1e-7)


def test_incomplete_table_reproduces_gwet_when_single_ratings_count():
    table = read_table("irrcac_raw4raters")
    ac1 = gwet_ac1(table)
    assert (ac1.estimate, ac1.se, ac1.n) == (pytest.approx(0.77544, abs=5e-6), pytest.approx(0.14295, abs=5e-6), 12)
    kappa = fleiss_kappa(table, single_ratings=True)
    assert (kappa.estimate, kappa.se) == (pytest.approx(0.76117, abs=5e-6), pytest.approx(0.15302, abs=5e-6))


def test_without_single_ratings_only_units_rated_twice_count():
    ac1 = gwet_ac1(read_table("irrcac_raw4raters"), single_ratings=False)
    assert (ac1.n, ac1.high) == (11, 1.0)
    assert ac1.estimate == pytest.approx(0.7751517, abs=1e-7)


# irrCAC 0.4.4 on the same tables: AC2 with its standard error, weighted Fleiss kappa with its own
PEER = [
    ("irr_anxiety", "identity", 0.03136531, 0.04668206, -0.04107649, 0.04741327),
    ("irr_anxiety", "quadratic", 0.53529224, 0.12101916, 0.15603248, 0.12952893),
    ("irr_video", "linear", 0.77219777, 0.06563622, 0.06878307, 0.05148962),
    ("irrcac_raw5obser", "quadratic", 0.83043357, 0.05824641, 0.75071913, 0.09732069),
    ("irrcac_raw4raters", "linear", 0.85873914, 0.11732902, 0.81794477, 0.14850436),
    ("ordinal_wine", "quadratic", 0.7006266, 0.05664991, 0.3404908, 0.10153766),
]


@pytest.mark.parametrize(("name", "weights", "ac2", "ac2_se", "kappa", "kappa_se"), PEER)
def test_weighted_coefficients_agree_with_irrcac(name, weights, ac2, ac2_se, kappa, kappa_se):
    table = read_table(name)
    gwet = gwet_ac2(table, weights=weights, single_ratings=True)
    fleiss = fleiss_kappa(table, weights=weights, single_ratings=True)
    assert [gwet.estimate, gwet.se] == pytest.approx([ac2, ac2_se], abs=2e-8)
    assert [fleiss.estimate, fleiss.se] == pytest.approx([kappa, kappa_se], abs=2e-8)


def test_percent_is_the_share_of_pairs_and_full_agreement_keeps_a_width():
    assert percent_agreement(table_of_rows([[1, 1, 1], [2, 3, None]])).estimate == 0.75
    full = percent_agreement(table_of_rows([[1, 1], [2, 2], [3, 3]]))
    assert (full.estimate, full.high) == (1.0, 1.0)
    assert full.low == pytest.approx(0.4385, abs=1e-4)  # Wilson, 3 of 3
    assert full.se == pytest.approx((1 - full.low) / 2 / 1.959964, abs=1e-6)
    assert percent_agreement(table_of_rows([[1, 1]])).se is None


def test_two_raters_percent_has_nearly_the_binomial_interval():
    rows = [[1, 1]] * 60 + [[1, 2]] * 40
    found = percent_agreement(table_of_rows(rows))
    assert [found.low, found.high] == pytest.approx([0.502, 0.691], abs=2e-3)


def test_one_point_apart_counts_as_agreement_within_one_also_for_decimals():
    assert agreement_within_one(table_of_rows([[4.2, 3.2], [1, 5], [2, 3]])).estimate == pytest.approx(2 / 3)


def test_names_have_no_distance():
    table = table_of_rows([["a", "b"], ["b", "b"]], nominal=True)
    assert gwet_ac1(table).estimate is not None
    for refused in (agreement_within_one, gwet_ac2):
        with pytest.raises(NotANumber, match=r"scores\.names"):
            refused(table)


def test_constant_ratings_are_refused():
    constant = table_of_rows([[3, 3], [3, 3]])
    for refused in (fleiss_kappa, gwet_ac1, gwet_ac2):
        with pytest.raises(NothingVaries):
            refused(constant)
    with pytest.raises(NothingVaries):
        agreement_weights("linear", values=np.array([2.0]), n_labels=1)


@pytest.mark.parametrize("single", [True, False])
def test_no_shared_unit_is_refused(single):
    with pytest.raises(TooLittleData, match=r"ratings\.no_overlap"):
        gwet_ac1(table_of_rows([[1, None], [None, 2]]), single_ratings=single)


def test_one_unit_has_an_estimate_without_interval():
    found = gwet_ac1(table_of_rows([[1, 1, 2]]))
    assert (found.low, found.se, found.cautions) == (None, None, ("one_unit",))


def test_counts_may_come_as_a_table_and_impossible_counts_are_refused():
    found = patterns_from_counts(np.array([[2, 0], [2, 0], [1, 1]]), values=np.array([1.0, 2.0]))
    assert found.units.tolist() == [1, 2]
    for bad in (np.array([1, 2]), np.array([[-1, 2]]), np.array([[np.nan, 2]])):
        with pytest.raises(OutOfRange):
            patterns_from_counts(bad)


def test_many_values_are_counted_without_collapsing_and_too_many_are_refused(monkeypatch):
    wide = table_of_rows([[unit, unit + 1, unit + 2] for unit in range(40)])
    found = patterns(wide)
    assert (found.units.tolist(), found.n_labels) == ([1] * 40, 42)
    narrow = table_of_rows([[unit % 20, (unit + 1) % 20] for unit in range(40)])
    assert patterns(narrow).units.tolist() == [2] * 20
    monkeypatch.setattr("hengcai.measurement.agreement.patterns.MOST_CELLS", 10)
    with pytest.raises(OutOfRange, match="too_many_values"):
        patterns(wide)
