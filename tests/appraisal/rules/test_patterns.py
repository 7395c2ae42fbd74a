"""What stands out in how a cycle was rated, from plain columns."""

import random

from hengcai.appraisal.rules.patterns import Forms, mutual_patterns, patterns_in, rater_patterns, seed_of
from hengcai.measurement.chance.mutual import Mutual, Ring

SEED = seed_of("2026-Q1|7")


def made(*, halo=(), same=(), raters=8, people=6, items=8, dice_seed=5):
    """Superiors' forms; those in `halo` give one level a form, those in `same` one and the same form to everybody."""
    dice, forms = random.Random(dice_seed), Forms()
    for rater in range(1, raters + 1):
        for person in range(people):
            level = 3.5 if rater in same else 3.5 + dice.gauss(0, 0.6)
            levels = [level + (0 if rater in halo else dice.gauss(0, 0.6)) for _item in range(items)]
            if rater in same:
                middle = sum(levels) / items
                levels = [one - middle + 3.5 for one in levels]
            add(forms, "superior", rater, 100 * rater + person, levels)
    return forms


def add(forms, source, rater, person, levels, post=1):
    values = (source, rater, person, post, sum(levels), sum(x * x for x in levels), len(levels))
    for column, value in zip(
        (forms.source, forms.rater, forms.person, forms.post, forms.total, forms.squares, forms.n), values, strict=True
    ):
        column.append(value)


def told(forms):
    return {(one.kind, one.rater): one for one in rater_patterns(forms, seed=SEED)}


def test_raters_like_the_others_are_no_finding():
    assert told(made()) == {}


def test_items_that_hardly_differ_are_told_with_how_far_others_differ():
    found = told(made(halo={3}))
    assert set(found) == {("halo", 3)}
    one = found["halo", 3]
    assert one.value < 0.01 < 0.4 < one.expected < 0.7
    assert (one.n, one.looks, one.is_sure) == (6, 8, True)
    assert one.chance <= one.adjusted <= 8 * one.chance + 1e-12
    assert sorted(one.people) == [300, 301, 302, 303, 304, 305]


def test_everybody_rated_alike_is_told_and_a_harsh_rater_is_not():
    forms = made(same={2}, people=8)
    for at, rater in enumerate(forms.rater):
        if rater == 5:
            forms.total[at] -= 8  # a level harsher on everybody
            forms.squares[at] += -2 * (forms.total[at] + 8) + 8
    assert set(told(forms)) == {("same_level", 2)}


def test_two_forms_say_nothing_of_a_spread():
    assert told(made(halo={1}, same={1}, people=2)) == {}


def test_a_post_with_one_rater_is_not_set_against_other_posts():
    """Forms of a post whose items differ little for everybody."""
    forms = made()
    for person in range(6):
        add(forms, "superior", 99, 9900 + person, [3.5 + person / 4] * 8, post=2)
    assert ("halo", 99) not in told(forms)


def test_the_same_twice_whatever_the_order_of_rows():
    forms = made(halo={3})
    back = Forms(*(list(reversed(column)) for column in vars(forms).values()))
    assert {k: v.chance for k, v in told(forms).items()} == {k: v.chance for k, v in told(back).items()}


def test_a_ring_of_peers_is_told_with_the_chance_of_one_anywhere():
    ring = Ring((1, 2, 3), 3, 1e-4, 0.002)
    likely = Ring((8, 9), 1, 0.04, 0.9)
    (one,) = mutual_patterns(Mutual(20, 5, 1.5, 0.01, [ring, likely]))
    assert (one.kind, one.source, one.people, one.looks, one.n, one.is_sure) == (
        "mutual",
        "peer",
        (1, 2, 3),
        20,
        5,
        True,
    )


def test_no_forms_no_patterns():
    assert patterns_in(Forms(), SEED) == []
