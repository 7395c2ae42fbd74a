import numpy as np
import pytest

from hengcai.measurement.fairness import ordinal_logistic as module
from hengcai.measurement.fairness.ordinal_logistic import ordinal_logistic
from tests.measurement.fairness.tables import swapped

MATCH = np.arange(3.0)
COUNTS = np.array(
    [
        [[20, 14, 6, 2], [15, 16, 4, 5]],
        [[11, 17, 12, 9], [9, 10, 21, 12]],
        [[3, 6, 16, 21], [2, 7, 11, 33]],
    ],
    dtype=float,
)


def test_four_scores_are_those_of_an_ordered_logit():
    """statsmodels 0.15, OrderedModel(distr='logit') by BFGS to a gradient of 1e-9, on the same 282 answers."""
    found = ordinal_logistic(COUNTS, MATCH)
    assert found.chi_square == pytest.approx(5.328634881, abs=1e-6)
    assert found.uniform_p == pytest.approx(0.02215785362, abs=1e-6)
    assert found.nonuniform_p == pytest.approx(0.7575594615, abs=1e-6)
    assert found.r2_change == pytest.approx(0.01475557810, abs=1e-6)


def test_two_scores_are_those_of_a_binary_logit():
    """statsmodels 0.15, Logit, on the answers with the first two scores."""
    found = ordinal_logistic(COUNTS[:, :, :2], MATCH)
    assert found.chi_square == pytest.approx(0.3432468112, abs=1e-6)
    assert found.r2_change == pytest.approx(0.003408579257, abs=1e-6)


def test_the_group_that_is_called_first_does_not_matter():
    there, back = ordinal_logistic(COUNTS, MATCH), ordinal_logistic(swapped(COUNTS), MATCH)
    assert there.chi_square == pytest.approx(back.chi_square)
    assert there.r2_change == pytest.approx(back.r2_change)


def test_the_unit_of_the_match_does_not_matter():
    assert ordinal_logistic(COUNTS, 100 + 7 * MATCH).chi_square == pytest.approx(
        ordinal_logistic(COUNTS, MATCH).chi_square
    )


def test_classes_go_by_what_the_group_adds():
    shifted = np.array([[[40, 10], [10, 40]], [[30, 20], [5, 45]], [[20, 30], [1, 49]]], dtype=float)
    found = ordinal_logistic(shifted, MATCH)
    assert (found.size_class, found.r2_change > 0.07, found.p < 1e-9) == ("C", True, True)
    assert found.uniform_p < 1e-9 < found.nonuniform_p
    middling = np.array([[[80, 20], [60, 40]], [[50, 50], [27, 73]], [[20, 80], [8, 92]]], dtype=float)
    assert ordinal_logistic(middling, MATCH).size_class == "B"
    assert ordinal_logistic(COUNTS, MATCH).size_class == "A"


def test_a_table_without_anything_to_match_on_is_left_alone():
    assert ordinal_logistic(COUNTS[:1], MATCH[:1]) is None


def test_a_group_of_one_needs_shorter_steps():
    found = ordinal_logistic(np.array([[[0.0, 1.0], [1.0, 0.0]], [[0.0, 2.0], [0.0, 10.0]]]), MATCH[:2])
    assert found.chi_square == pytest.approx(4 * np.log(2))


def test_scores_told_apart_altogether_still_have_a_test():
    """No coefficient is finite, the likelihood is: 40 answers known for certain instead of even odds."""
    apart = np.array([[[20, 0], [20, 0]], [[20, 0], [0, 20]], [[0, 20], [0, 20]]], dtype=float)
    assert ordinal_logistic(apart, MATCH).chi_square == pytest.approx(2 * 40 * np.log(2))


def test_a_search_cut_short_says_nothing(monkeypatch):
    monkeypatch.setattr(module, "MOST_TURNS", 1)
    assert ordinal_logistic(COUNTS, MATCH) is None
