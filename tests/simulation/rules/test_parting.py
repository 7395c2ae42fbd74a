"""Where good agents part from weak ones, and what stays hidden."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as some

from hengcai.simulation.rules.parting import FEWEST, Attempt, parting, thirds
from tests.simulation.stories import story

ATTEMPTS = some.lists(
    some.builds(
        Attempt,
        some.integers(0, 8).map(lambda n: Fraction(n, 8)),
        some.fixed_dictionaries({"first": some.sampled_from("ab")}, optional={"second": some.sampled_from("ab")}),
    ),
    max_size=60,
)


def nodes():
    return [one for one in story().walked() if one.choices]


def attempt(share, **picks):
    return Attempt(Fraction(share), picks)


def test_shares_of_both_thirds_and_the_widest_gap_first():
    strong = [attempt(1, first="a", second="a" if place < 3 else "b") for place in range(5)]
    middle = [attempt("1/2", first="a", second="b")] * 5
    weak = [attempt(0, first="b", second="b")] * 5
    found = parting(nodes(), [*weak, *middle, *strong])
    assert (found.n, found.n_upper, found.n_lower) == (15, 5, 5)
    assert [(one.node, one.gap) for one in found.forks] == [("first", Fraction(1)), ("second", Fraction(3, 5))]
    assert [(one.choice, one.upper, one.lower) for one in found.forks[1].splits] == [
        ("a", Fraction(3, 5), 0),
        ("b", Fraction(2, 5), 1),
    ]


def test_fewer_than_five_of_a_third_show_nothing():
    found = parting(
        nodes(), [attempt(1, first="a")] * 4 + [attempt("1/2", first="a")] * 4 + [attempt(0, first="b")] * 4
    )
    assert all(one.splits == () for one in found.forks)


def test_where_all_score_alike_there_are_no_thirds():
    assert thirds([attempt("1/2", first="a")] * 30) == ([], [])
    assert thirds([attempt(1)] * 2) == ([], [])


@given(ATTEMPTS)
def test_nothing_is_told_of_fewer_than_five_and_shares_add_up(attempts):
    found = parting(nodes(), attempts)
    assert {one.node for one in found.forks} == {"first", "second"}
    for fork in found.forks:
        if fork.splits:
            assert min(fork.n_upper, fork.n_lower) >= FEWEST
            assert sum(one.upper for one in fork.splits) == sum(one.lower for one in fork.splits) == 1
            assert 0 <= fork.gap <= 1


@given(ATTEMPTS)
def test_thirds_never_overlap(attempts):
    upper, lower = thirds(attempts)
    assert not upper or min(one.share for one in upper) > max(one.share for one in lower)
