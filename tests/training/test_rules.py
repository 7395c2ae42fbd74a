"""Who is drawn, and what comes first."""

from fractions import Fraction
from hashlib import sha256

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from hengcai.base.errors import NotValid
from hengcai.measurement.intervals import mean_interval
from hengcai.measurement.results import Estimate
from hengcai.training.rules import priorities as rules
from hengcai.training.rules.sample import LEAST, MOST, STRATA, drawn, in_order, next_of, shared_out, strata_of

NUMBERS = some.dictionaries(
    some.text("0123456789", min_size=1, max_size=4), some.sampled_from(STRATA), min_size=1, max_size=40
)


@given(NUMBERS, some.integers(LEAST, MOST), some.text("abc", min_size=1, max_size=3))
@settings(max_examples=80, deadline=None)
def test_the_sample_is_drawn_evenly_and_can_be_repeated(strata, size, seed):
    found = drawn(strata, size=size, seed=seed)
    chosen = [one for group in found.chosen.values() for one in group]
    assert len(chosen) == len(set(chosen)) == min(size, len(strata))
    assert found == drawn(dict(reversed(strata.items())), size=size, seed=seed)
    full = {name for name in STRATA if len(found.chosen[name]) == found.sizes[name]}
    counts = [len(found.chosen[name]) for name in STRATA if name not in full]
    assert not counts or max(counts) - min(counts) <= 1
    assert all(len(found.chosen[name]) <= min(counts, default=MOST) + 1 for name in full)


def test_the_order_is_that_of_the_hash():
    by_hand = sorted(["a1", "a2", "a3"], key=lambda one: sha256(f"s|{one}".encode()).hexdigest())
    assert in_order(["a3", "a1", "a2"], "s") == by_hand


def test_a_substitute_is_the_next_of_the_same_level():
    strata = {f"n{place}": "low" if place % 2 else "high" for place in range(8)}
    low = in_order([one for one, where in strata.items() if where == "low"], "s")
    assert next_of(strata, stratum="low", seed="s", taken=low[:2]) == low[2]
    assert next_of(strata, stratum="low", seed="s", taken=low) is None


def test_where_bands_say_nothing_the_levels_are_told_by_thirds():
    close = {f"n{place}": Fraction(38 + place % 3, 10) for place in range(9)}
    assert sorted(strata_of(close).values()) == ["high"] * 3 + ["low"] * 3 + ["middle"] * 3
    wide = {"a": Fraction(5), "b": Fraction(4), "c": Fraction(2)}
    assert strata_of(wide) == {"a": "high", "b": "middle", "c": "low"}


@pytest.mark.parametrize(("size", "seed"), [(9, "s"), (16, "s"), (12, " ")])
def test_wrong_samples_are_refused(size, seed):
    with pytest.raises(NotValid):
        drawn({"a": "low"}, size=size, seed=seed)


def test_places_are_shared_out_one_by_one():
    assert shared_out({"high": 2, "middle": 9, "low": 9}, 12) == {"high": 2, "middle": 5, "low": 5}


def estimate(low, high, n=20):
    return Estimate((low + high) / 2, low, high, 0.1, n, "test")


@pytest.mark.parametrize(
    ("low", "high", "n", "verdict"),
    [(3.1, 3.9, 20, "need"), (4.0, 4.4, 20, "none"), (3.8, 4.2, 20, "cannot_tell"), (2.0, 2.5, 4, "cannot_tell")],
)
def test_a_source_speaks_only_where_its_interval_is_clear_of_the_bar(low, high, n, verdict):
    assert rules.below(rules.SURVEY, estimate(low, high, n), rules.SURVEY_BAR).verdict == verdict


def test_nothing_known_is_nothing_said():
    assert rules.above(rules.COMPLAINTS, None, 0.1).verdict == "cannot_tell"
    assert rules.below(rules.GAP, mean_interval([-1, -1]), 0).verdict == "cannot_tell"


def signals(*verdicts):
    return [rules.Signal(source, verdict) for source, verdict in zip(rules.SOURCES, verdicts, strict=True)]


def test_more_sources_come_first_and_equal_numbers_share_a_place():
    found = rules.ranked({
        "a": signals("need", "none", "none", "none", "none"),
        "b": signals("need", "need", "none", "none", "cannot_tell"),
        "c": signals("none", "none", "need", "none", "none"),
        "d": signals("none", "none", "none", "cannot_tell", "none"),
        "e": signals("none", "none", "none", "none", "none"),
    })  # fmt: skip
    assert [(one.competency, one.rank) for one in found] == [("b", 1), ("a", 2), ("c", 2), ("d", None), ("e", None)]
    assert [one.competency for one in found if one.is_cannot_tell] == ["d"]


@given(
    some.dictionaries(
        some.sampled_from("abcdef"),
        some.lists(some.sampled_from(["need", "none", "cannot_tell"]), min_size=5, max_size=5),
        min_size=1,
    )
)
@settings(max_examples=60, deadline=None)
def test_one_more_need_never_lowers_a_place(table):
    found = {one.competency: one.rank for one in rules.ranked({code: signals(*row) for code, row in table.items()})}
    for code, row in table.items():
        if "none" in row:
            better = [*row]
            better[row.index("none")] = "need"
            raised = {
                one.competency: one.rank
                for one in rules.ranked({**{k: signals(*v) for k, v in table.items()}, code: signals(*better)})
            }
            assert raised[code] <= (found[code] or 99)
