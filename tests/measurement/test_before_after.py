"""Before against after for a handful of values: printed tables, SciPy, and what no number of values can tell."""

from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from hengcai.measurement import before_after as ba

LEVELS = st.lists(st.integers(1, 5), min_size=2, max_size=10)


@given(LEVELS, LEVELS)
@settings(max_examples=40)
def test_the_further_values_asked_for_are_the_fewest_that_tell(before, after):
    """Held against SciPy, from the same means and spreads and so many more values."""
    found = ba.change_of_means(before, after)
    if min(found.n_before, found.n_after) < ba.FEWEST or found.further is None:
        return
    assert found.verdict == ba.CANNOT_TELL
    told = [more for more in range(found.further + 1) if _p_value(before, after, found.n_after + more) < 0.05]
    assert told == [found.further]


def _p_value(before, after, n_after):
    def spread(values):
        return stats.tstd(values) if len(set(values)) > 1 else 0.0

    return stats.ttest_ind_from_stats(
        sum(after) / len(after),
        spread(after),
        n_after,
        sum(before) / len(before),
        spread(before),
        len(before),
        False,
    ).pvalue


def test_what_is_told_is_told():
    assert ba.change_of_means([1, 2, 2, 1], [4, 5, 4, 4]).verdict == ba.HIGHER
    assert ba.change_of_means([4, 5, 4, 4], [1, 2, 2, 1]).verdict == ba.LOWER
    assert ba.change_of_shares((0, 6), (6, 6)).verdict == ba.HIGHER
    assert ba.change_of_shares((6, 6), (0, 6)).verdict == ba.LOWER
    assert ba.change_of_means([1, 2, 2, 1], [4, 5, 4, 4]).further is None


def test_too_few_after_says_how_many_at_least_and_too_few_before_that_none_helps():
    after, before = ba.change_of_means([1, 2, 3], [4]), ba.change_of_shares((0, 2), (5, 5))
    assert (after.verdict, after.further, after.difference.cautions) == (ba.CANNOT_TELL, 2, ("too_few_after",))
    assert (before.verdict, before.further, before.difference.cautions) == (ba.CANNOT_TELL, None, ("too_few_before",))
    assert ba.change_of_means([], []).after is None
    assert ba.change_of_shares((0, 0), (0, 0)).before is None


def test_marks_all_alike_on_both_sides_tell_nothing_of_chance():
    found = ba.change_of_means([2, 2, 2], [4, 4, 4])
    assert (found.verdict, found.further) == (ba.CANNOT_TELL, None)
    assert "nothing_varies" in found.difference.cautions


def test_shares_ask_for_further_values_and_for_none_where_none_would_do():
    assert ba.change_of_shares((1, 5), (3, 4)).further == 4
    assert ba.change_of_shares((1, 5), (6, 8)).verdict == ba.HIGHER
    assert ba.change_of_shares((2, 4), (2, 4)).further is None
