import numpy as np
import pytest

from hengcai.measurement.agreement import pairs
from hengcai.measurement.agreement.pairs import KAPPAS, agreement_by_pair, cohen_kappa, kappas_left_out, shared_units
from hengcai.measurement.errors import NothingVaries, TooLittleData
from tests.measurement.shared_ratings import read_table, table_of_counts, table_of_rows

COHEN_1968 = [[88, 14, 18], [10, 40, 10], [2, 6, 12]]
FLEISS_COHEN_EVERITT_1969 = [[106, 10, 4], [22, 28, 10], [2, 12, 6]]
COSTS = np.array([[0, 1, 3], [1, 0, 6], [3, 6, 0]])


def written_out_se(counts, credit):
    """Fleiss, Cohen & Everitt 1969, formula 11."""
    shares = np.array(counts) / np.sum(counts)
    rows, columns = shares.sum(axis=1), shares.sum(axis=0)
    observed, expected = (shares * credit).sum(), (np.outer(rows, columns) * credit).sum()
    mean = (credit @ columns)[:, None] + (rows @ credit)[None, :]
    total = (shares * (credit * (1 - expected) - mean * (1 - observed)) ** 2).sum()
    total -= (observed * expected - 2 * expected + observed) ** 2
    return np.sqrt(total / np.sum(counts)) / (1 - expected) ** 2


def test_kappa_and_weighted_kappa_reproduce_cohen_1968():
    table = table_of_counts(COHEN_1968)
    assert cohen_kappa(table).estimate == pytest.approx(0.492, abs=5e-4)
    assert cohen_kappa(table, weights=1 - COSTS / 6).estimate == pytest.approx(0.348, abs=5e-4)


def test_kappa_reproduces_fleiss_cohen_everitt_1969():
    assert cohen_kappa(table_of_counts(FLEISS_COHEN_EVERITT_1969)).estimate == pytest.approx(0.429, abs=5e-4)


@pytest.mark.parametrize("kind", ["identity", "linear", "quadratic"])
def test_standard_error_is_that_of_fleiss_cohen_everitt(kind):
    apart = np.abs(np.subtract.outer(np.arange(3), np.arange(3)))
    credit = {"identity": np.eye(3), "linear": 1 - apart / 2, "quadratic": 1 - apart**2 / 4}[kind]
    found = cohen_kappa(table_of_counts(FLEISS_COHEN_EVERITT_1969), weights=kind)
    assert found.se == pytest.approx(written_out_se(FLEISS_COHEN_EVERITT_1969, credit), abs=1e-12)
    assert (found.high - found.low) / 2 == pytest.approx(1.959964 * found.se, abs=1e-6)


def test_more_raters_give_the_mean_over_pairs():
    table = read_table("irr_anxiety")
    pairs = agreement_by_pair(table)
    for name, kind in (("cohen_kappa", "identity"), ("weighted_kappa_quadratic", "quadratic")):
        mean = np.mean([pair.kappas[name].estimate for pair in pairs])
        assert cohen_kappa(table, weights=kind).estimate == pytest.approx(mean, abs=1e-12)
    assert len(pairs) == 3


def test_standard_error_of_the_mean_over_pairs_agrees_with_a_bootstrap():
    generator = np.random.default_rng(3)
    scores = np.clip(generator.integers(1, 5, (400, 1)) + generator.integers(-1, 2, (400, 3)), 1, 5)
    drawn = [cohen_kappa(table_of_rows(scores[generator.integers(0, 400, 400)].tolist())).estimate for _ in range(150)]
    assert cohen_kappa(table_of_rows(scores.tolist())).se == pytest.approx(np.std(drawn), rel=0.2)


def test_a_pair_that_never_varies_is_left_out_with_a_caution():
    table = table_of_rows([[3, 3, 2], [3, 3, 3], [3, 3, 1], [None, None, 2]])
    found = cohen_kappa(table)
    assert found.cautions == ("pairs_left_out:1", "no_width")
    constant = agreement_by_pair(table)[0].kappas["cohen_kappa"]
    assert (constant.estimate, constant.cautions) == (None, ("ratings.constant",))


def test_pairs_of_names_have_cohens_kappa_only():
    pairs = agreement_by_pair(table_of_rows([["a", "b"], ["b", "b"], ["a", "a"]], nominal=True))
    assert (pairs[0].raters, list(pairs[0].kappas), pairs[0].percent.n) == ((0, 1), ["cohen_kappa"], 3)


def test_pairs_of_one_score_have_a_share_and_no_kappa():
    pairs = agreement_by_pair(table_of_rows([[3, 3], [3, 3]]))
    assert (pairs[0].percent.estimate, pairs[0].kappas["cohen_kappa"].estimate) == (1.0, None)
    with pytest.raises(NothingVaries):
        cohen_kappa(table_of_rows([[3, 3], [3, 3]]))


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ([[1], [2]], "ratings.one_rater"),
        ([[1, None], [None, 2]], "ratings.no_overlap"),
        ([[1, 2], [None, 2]], "ratings.no_overlap"),
    ],
)
def test_raters_without_two_shared_units_are_refused(rows, code):
    with pytest.raises(TooLittleData, match=code):
        cohen_kappa(table_of_rows(rows))


def test_kappas_with_a_group_missing_are_those_of_the_table_without_it():
    scores = np.random.default_rng(3).integers(1, 5, (40, 3))
    table = table_of_rows(scores.tolist())
    group = np.arange(40) % 4
    found = kappas_left_out(shared_units(table), table, KAPPAS, (group, 4))
    for one in range(4):
        part = table.part(group[table.unit] != one)
        for name, kind in KAPPAS.items():
            assert found[name][one] == pytest.approx(cohen_kappa(part, weights=kind).estimate)


def test_kappas_of_too_many_scores_and_pairs_are_not_left_out_by_group(monkeypatch):
    table = table_of_rows([[1, 2], [2, 1], [2, 2]])
    monkeypatch.setattr(pairs, "MOST_CELLS", 1)
    assert kappas_left_out(shared_units(table), table, KAPPAS, (np.arange(3), 3)) == {name: [None] for name in KAPPAS}
