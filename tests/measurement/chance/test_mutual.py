"""Pairs who give each other their highest mark: by every deal there is, counted by hand."""

from itertools import permutations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hengcai.measurement.chance.mutual import mutual_tops

# a and b rate each other and two more; each gave only one highest mark: to each other
PLAIN = {("a", "b"): 5, ("a", "c"): 3, ("a", "d"): 4, ("b", "a"): 5, ("b", "c"): 4, ("b", "d"): 4}
NUMBER = {name: place for place, name in enumerate("abcdefgh")}


def found(marks, seed=3):
    raters, rated, levels = zip(*[(NUMBER[a], NUMBER[b], x) for (a, b), x in marks.items()], strict=True)
    return mutual_tops(raters, rated, levels, seed=seed)


def by_every_deal(marks):
    """Share of deals with as many pairs, and their mean: each rater's marks in every order."""
    people = sorted({a for a, _b in marks})
    of = {a: [(b, x) for (one, b), x in marks.items() if one == a] for a in people}
    tops = []
    for deal in product(*(permutations(x for _b, x in of[a]) for a in people)):
        given_top = {
            (a, b)
            for a, some in zip(people, deal, strict=True)
            for (b, _x), y in zip(of[a], some, strict=True)
            if y == max(some)
        }
        tops.append(sum(a < b and (b, a) in given_top for a, b in given_top))
    return tops


def test_one_pair_of_two_who_singled_each_other_out():
    one = found(PLAIN)
    assert (one.looked_at, one.pairs) == (1, 1)
    assert one.expected == pytest.approx(1 / 9)
    (ring,) = one.rings
    assert (ring.people, ring.pairs, ring.chance) == ((0, 1), 1, pytest.approx(1 / 9))
    assert one.chance == ring.anywhere == pytest.approx(1 / 9, abs=0.03)


def test_who_gives_everybody_the_highest_mark_is_no_finding():
    (ring,) = found(dict.fromkeys(PLAIN, 5)).rings
    assert ring.chance == ring.anywhere == 1


def test_three_who_single_each_other_out_are_one_ring():
    marks = {(a, b): 5 for a in "abc" for b in "abc" if a != b} | {(a, b): 3 for a in "abc" for b in "defg"}
    (ring,) = found(marks).rings
    assert (ring.people, ring.pairs) == ((0, 1, 2), 3)
    assert ring.chance == pytest.approx((1 / 15) ** 3)  # two of six, three times
    assert ring.anywhere < 0.01


def test_nobody_rated_back_is_nothing_to_look_at():
    assert found({("a", "b"): 5, ("b", "c"): 5}).looked_at == 0
    assert mutual_tops([], [], [], seed=1).rings == []


@given(st.lists(st.integers(1, 3), min_size=9, max_size=9))
@settings(max_examples=15, deadline=None)
def test_expected_pairs_and_their_chance_are_those_of_every_deal(levels):
    pairs = [(a, b) for a in "abc" for b in "abcd" if a != b]
    marks = dict(zip(pairs, levels, strict=True))
    tops, one = by_every_deal(marks), found(marks)
    assert one.expected == pytest.approx(sum(tops) / len(tops))
    assert one.chance == pytest.approx(sum(count >= one.pairs for count in tops) / len(tops), abs=0.06)
