import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from hengcai.measurement.errors import NotANumber, NotATable, OutOfRange, TooLittleData
from hengcai.measurement.fairness.selection import adverse_impact, selection_of


def hired(**groups):
    """Each group as (selected, of so many)."""
    rows = [(name, int(k < chosen)) for name, (chosen, n) in groups.items() for k in range(n)]
    names, selected = zip(*rows, strict=True)
    return selection_of(names, selected)


def only(found):
    assert len(found.comparisons) == 1
    return found.comparisons[0]


def test_the_agencies_own_example():
    """44 FR 11996, 1979, answer 12: 12 of 40 black and 48 of 80 white applicants hired, 30 % over 60 % is one half."""
    found = adverse_impact(hired(white=(48, 80), black=(12, 40)))
    one = only(found)
    assert (found.reference, one.group, one.ratio.estimate) == ("white", "black", 0.5)
    assert (one.ratio_below, one.verdict) == (True, "cannot_tell")
    assert one.p == pytest.approx(stats.fisher_exact([[12, 28], [48, 32]]).pvalue)


def test_berkeley_as_a_whole_is_below_four_fifths():
    found = adverse_impact(hired(men=(1198, 2691), women=(557, 1835)))
    assert only(found).verdict == "below_four_fifths"
    assert only(found).ratio.estimate == pytest.approx(0.6818298)
    assert [(rate.group, rate.n, rate.selected) for rate in found.rates] == [("men", 2691, 1198), ("women", 1835, 557)]
    assert found.rates[0].rate.estimate == pytest.approx(0.4451877)


def test_equal_rates_of_many_are_not_below():
    one = only(adverse_impact(hired(a=(500, 1000), b=(490, 1000))))
    assert (one.verdict, one.ratio_below, one.cautions) == ("not_below", False, ())


def test_exactly_four_fifths_is_not_below_ratio_below():
    assert only(adverse_impact(hired(a=(15, 20), b=(12, 20)))).ratio_below is False


def test_several_groups_hold_the_false_discovery_rate():
    found = adverse_impact(hired(a=(60, 100), b=(30, 100), c=(45, 100), d=(58, 100)))
    assert [one.group for one in found.comparisons] == ["b", "c", "d"]
    assert all(one.adjusted_p >= one.p for one in found.comparisons)
    assert found.comparisons[0].adjusted_p == pytest.approx(3 * found.comparisons[0].p)


def test_a_named_reference_need_not_be_the_highest():
    found = adverse_impact(hired(a=(60, 100), b=(30, 100)), reference="b")
    assert (found.reference, only(found).ratio.estimate, found.cautions) == ("b", 2.0, ("reference_not_highest",))
    with pytest.raises(OutOfRange) as refusal:
        adverse_impact(hired(a=(60, 100), b=(30, 100)), reference="z")
    assert refusal.value.code == "impact.unknown_reference"


def test_a_reference_of_whom_nobody_was_selected_gives_no_ratio():
    one = only(adverse_impact(hired(a=(20, 100), b=(0, 100)), reference="b"))
    assert (one.ratio.estimate, one.ratio_below, one.verdict) == (None, None, "cannot_tell")
    assert one.cautions == ("reference_without_selected",)


def test_a_handful_of_people_is_no_yardstick():
    table = hired(men=(48, 80), women=(30, 80), other=(1, 1))
    found = adverse_impact(table)
    assert (found.reference, found.cautions) == ("men", ("reference_not_highest",))
    assert [one.verdict for one in found.comparisons] == ["cannot_tell", "cannot_tell"]
    assert adverse_impact(table, reference="other").reference == "other"
    assert adverse_impact(hired(a=(1, 3), b=(2, 4))).reference == "b"


def test_a_group_of_one_is_too_small_to_tell():
    one = only(adverse_impact(hired(a=(60, 100), b=(0, 1))))
    assert (one.verdict, one.ratio.estimate, one.ratio.low) == ("cannot_tell", 0.0, 0.0)
    assert one.cautions == ("empty_cell:score_interval", "small_group:1", "one_selection_turns_it")


def test_one_different_choice_that_turns_the_finding_is_said():
    """44 FR 11996, answer 21: then it is generally inappropriate to act on the ratio."""
    one = only(adverse_impact(hired(a=(4, 20), b=(3, 20))))
    assert (one.cautions, one.verdict) == (("one_selection_turns_it",), "cannot_tell")


def test_undecided_people_and_groups_are_left_out_and_said():
    found = adverse_impact(selection_of(list("aaabbbc"), [1, 1, "", 0, 1, None, ""]))
    assert found.cautions == ("nobody_decided:c", "undecided_left_out:3")
    assert [rate.n for rate in found.rates] == [2, 2, 0]
    assert found.rates[2].rate.cautions == ("nobody_decided",)
    assert len(found.comparisons) == 1


def test_words_and_numbers_say_yes_and_no():
    found = selection_of(list("aaaabbbb"), ["Yes", "true", "是", " 1 ", "no", "FALSE", "否", "0"])
    assert (found.selected.tolist(), found.n.tolist()) == ([4, 0], [4, 4])
    found = selection_of(np.array([0, 0, 1, 1]), np.array([1.0, 0.0, np.nan, 1.0]))
    assert (found.selected.tolist(), found.n.tolist(), found.undecided.tolist()) == ([1, 1], [2, 1], [0, 1])
    assert selection_of(list("ab"), [True, False]).selected.tolist() == [1, 0]


@pytest.mark.parametrize(
    ("groups", "selected", "kind", "code"),
    [
        ("aab", ["1", "hired", "0"], NotANumber, "impact.not_yes_or_no"),
        ("aab", [1, 2, 0], NotANumber, "impact.not_yes_or_no"),
        ("aaa", [1, 0, 1], TooLittleData, "impact.one_group"),
        ("aab", [1, 0, ""], TooLittleData, "impact.one_group"),
        ("aab", [0, 0, 0], TooLittleData, "impact.nobody_selected"),
        ("ab", ["", None], TooLittleData, "impact.no_decisions"),
        ("", [], TooLittleData, "impact.no_decisions"),
        ("ab", [1], NotATable, "table.lengths_differ"),
    ],
)
def test_bad_tables_are_refused_by_name(groups, selected, kind, code):
    with pytest.raises(kind) as refusal:
        adverse_impact(selection_of(list(groups), selected))
    assert refusal.value.code == code


@given(st.integers(1, 60), st.integers(0, 60), st.integers(1, 60), st.integers(0, 60))
def test_swapping_groups_inverts_the_ratio_and_keeps_the_test(chosen, left, others, others_left):
    table = hired(a=(chosen, chosen + left), b=(others, others + others_left))
    there, back = (only(adverse_impact(table, reference=name)) for name in "ab")
    assert there.ratio.estimate * back.ratio.estimate == pytest.approx(1)
    assert there.p == pytest.approx(back.p)
    assert 0 <= there.p <= 1


def test_of_groups_with_equal_rates_the_first_by_name_is_the_reference_in_any_order_of_rows():
    groups = {"c": (5, 10), "b": (10, 20), "d": (3, 10)}
    for names in ("cbd", "dbc", "bdc"):
        assert adverse_impact(hired(**{name: groups[name] for name in names})).reference == "b"
