import json

import numpy as np
import pytest

from hengcai.measurement.agreement.summary import Options, agreement_of, agreement_over_clusters
from hengcai.measurement.errors import OutOfRange
from tests.measurement.shared_ratings import table_of_rows

KEYS = [
    "percent",
    "within_one",
    "cohen_kappa",
    "weighted_kappa_linear",
    "weighted_kappa_quadratic",
    "fleiss_kappa",
    "krippendorff_alpha",
    "gwet_ac1",
    "gwet_ac2",
    "icc",
]


def ratings(*, units, raters, seed=1):
    generator = np.random.default_rng(seed)
    truth = generator.integers(1, 6, (units, 1))
    return np.clip(truth + generator.integers(-1, 2, (units, raters)), 1, 5)


def test_all_promised_keys_stand_in_the_json():
    told = agreement_of(table_of_rows(ratings(units=20, raters=3).tolist())).as_json()
    assert list(told) == KEYS
    assert "NaN" not in json.dumps(told, allow_nan=False)


@pytest.mark.parametrize("rows", [[[3, 3], [3, 3]], [[1], [2]], [[1, None], [None, 2]], [[1, 2]], [[1, 2], [2, None]]])
def test_poor_tables_give_reasons_and_no_failure(rows):
    found = agreement_of(table_of_rows(rows))
    for estimate in (*found.coefficients.values(), *found.icc.values()):
        assert estimate.estimate is not None or estimate.cautions


def test_names_leave_the_numeric_keys_unknown():
    table = table_of_rows([["a", "b"], ["b", "b"], ["a", "a"]], nominal=True)
    found = agreement_of(table, options=Options(level="nominal"))
    for name in ("within_one", "weighted_kappa_linear", "weighted_kappa_quadratic", "gwet_ac2"):
        assert (found.coefficients[name].estimate, found.coefficients[name].cautions) == (None, ("scores.names",))
    assert found.icc["ICC(1,1)"].cautions == ("scores.names",)
    assert found.coefficients["krippendorff_alpha"].estimate is not None


def test_units_of_one_contact_are_not_independent():
    scores = np.repeat(ratings(units=40, raters=2), 8, axis=0)  # eight items of a contact rated alike
    table = table_of_rows(scores.tolist())
    alone, clustered = agreement_of(table), agreement_over_clusters(table, np.repeat(np.arange(40), 8))
    for name, found in clustered.coefficients.items():
        assert found.estimate == alone.coefficients[name].estimate
        assert found.method.endswith("jackknife over contacts")
    widened = clustered.coefficients["gwet_ac1"].se / alone.coefficients["gwet_ac1"].se
    assert widened == pytest.approx(np.sqrt(8), rel=0.25)
    assert clustered.icc["ICC(2,1)"].se > 1.5 * alone.icc["ICC(2,1)"].se


def test_one_contact_has_estimates_without_intervals():
    found = agreement_over_clusters(table_of_rows(ratings(units=8, raters=2).tolist()), np.zeros(8, np.int64))
    assert found.coefficients["percent"].cautions == ("one_contact",)
    assert found.icc["ICC(1,1)"].se is None


def test_a_jackknife_that_loses_the_figure_says_so():
    cluster = np.array([0, 0, 1, 1])
    found = agreement_over_clusters(table_of_rows([[1, 1], [1, 1], [1, 2], [1, 2]]), cluster).coefficients
    assert found["fleiss_kappa"].cautions == ("jackknife_incomplete",)
    constant = agreement_over_clusters(table_of_rows([[1, 1]] * 4), cluster).coefficients["fleiss_kappa"]
    assert constant.cautions == ("ratings.constant",)


def test_contacts_of_one_unit_each_need_no_jackknife():
    table = table_of_rows(ratings(units=10, raters=2).tolist())
    assert agreement_over_clusters(table, np.arange(10)) == agreement_of(table)


@pytest.mark.parametrize("wrong", [{"level": "metric"}, {"weights": "cubic"}, {"confidence": 1.0}])
def test_unknown_options_are_refused(wrong):
    with pytest.raises(OutOfRange):
        Options(**wrong)
