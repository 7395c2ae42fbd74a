"""The draw, who scores again, when two scores are too far apart, what is settled."""

from collections import Counter
from fractions import Fraction
from hashlib import sha256
from math import ceil

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hengcai.base.errors import NotValid
from hengcai.quality.rules import rechecks as rules
from hengcai.quality.rules.card import DEFAULT_SHARES, Card, Condition, Item, Mark, Section
from hengcai.quality.rules.rechecks import Ruling

TALK = Item("talk", "anchored", Fraction(5))
SAFE = Item("safe", "yes_no", Fraction(5), critical_scope="whole", critical_class="compliance")
SORRY = Item("sorry", "anchored", Fraction(5), condition=Condition("talk", ("1", "2")))
CARD = Card(
    "weighted",
    Fraction(80),
    Fraction(90),
    Fraction(5),
    DEFAULT_SHARES,
    (Section("a", Fraction(100), (TALK, SAFE, SORRY)),),
)
FIRST = {"talk": Mark("4"), "safe": Mark("yes")}
SECOND = {"talk": Mark("2", "cut in"), "safe": Mark("yes"), "sorry": Mark("3")}
NAMES = st.lists(st.text("abcxyz", min_size=1, max_size=6), unique=True, max_size=40)


@given(
    st.dictionaries(st.sampled_from(["chen", "cao"]), NAMES), st.fractions(0, 1, max_denominator=20), st.integers(0, 99)
)
def test_of_each_analyst_the_share_is_drawn_as_a_plan_draws(contacts, share, seed):
    keys = {
        (who, name): place for place, (who, name) in enumerate((w, n) for w, some in contacts.items() for n in some)
    }
    pieces = {who: [(name, keys[who, name]) for name in some] for who, some in contacts.items()}
    found = rules.drawn(pieces, share=share, seed=seed)
    for who, some in contacts.items():
        n, k = len(some), ceil(share * len(some))
        assert sum(keys[who, name] in found for name in some) == k
        if n:
            ordered = sorted(some, key=lambda name: sha256(f"{seed}|{name}".encode()).digest())
            start = int(sha256(f"{seed}|{who}".encode()).hexdigest(), 16) % n
            wanted = {keys[who, name] for place, name in enumerate(ordered) if (place * k + start) % n < k}
            assert found & {keys[who, name] for name in some} == wanted


@given(st.integers(0, 30), st.integers(1, 5))
def test_work_all_may_do_is_shared_within_one(pieces, people):
    allowed = list(range(people))
    found = rules.shared_out(
        [(one, allowed) for one in range(pieces)], capacity=dict.fromkeys(allowed, Fraction(1)), loads={}
    )
    held = Counter(found.values())
    assert len(found) == pieces
    assert max(held.values(), default=0) - min(held[who] for who in allowed) <= 1


@given(
    st.integers(0, 60),
    st.lists(st.tuples(st.sampled_from([2, 3, 4, 5, 8]), st.integers(0, 20)), min_size=1, max_size=6),
)
def test_rechecks_go_where_least_lies_so_that_all_together_is_within_one_of_each_one_s_share(pieces, table):
    capacity = {who: Fraction(much, 4) for who, (much, _) in enumerate(table)}
    loads = {who: has for who, (_, has) in enumerate(table)}
    found = rules.shared_out([(n, sorted(capacity)) for n in range(pieces)], capacity=capacity, loads=loads)
    got = Counter(found.values())
    wanted = poured(pieces, capacity, loads)
    assert sum(got.values()) == pieces
    assert all(abs(got[who] - share) <= 1 for who, share in wanted.items())


def poured(pieces, capacity, loads):
    """What falls to each, found by halving: the height at which just so much more lies with all of them."""
    low, high = Fraction(0), Fraction(10**4)
    for _ in range(60):
        height = (low + high) / 2
        used = sum(max(Fraction(0), height * capacity[who] - loads[who]) for who in capacity)
        low, high = (height, high) if used < pieces else (low, height)
    return {who: round(max(Fraction(0), low * capacity[who] - loads[who]), 6) for who in capacity}


@given(st.lists(st.sets(st.integers(0, 3)), max_size=20))
def test_nobody_gets_what_they_may_not_score_and_no_capacity_is_no_work(allowed):
    capacity = {0: Fraction(1), 1: Fraction(2), 2: Fraction(0)}
    found = rules.shared_out([(n, sorted(some)) for n, some in enumerate(allowed)], capacity=capacity, loads={0: 3})
    assert all(who in allowed[piece] and who in (0, 1) for piece, who in found.items())
    assert all((piece in found) == bool(some & {0, 1}) for piece, some in enumerate(allowed))


@pytest.mark.parametrize(("second", "points", "beyond"), [
    (FIRST, 5, False), ({**FIRST, "talk": Mark("5")}, 13, False), ({**FIRST, "talk": Mark("5")}, 5, True),
    ({**FIRST, "safe": Mark("no")}, 100, True), ({"talk": Mark("na"), "safe": Mark("na")}, 100, True),
])  # fmt: skip
def test_scores_are_apart_by_points_fatal_items_or_where_one_is_none(second, points, beyond):
    assert rules.is_beyond(CARD, FIRST, second, points=Fraction(points)) == beyond
    assert rules.is_beyond(CARD, second, FIRST, points=Fraction(points)) == beyond


def test_two_sheets_without_a_score_are_not_apart():
    nothing = {"talk": Mark("na"), "safe": Mark("na")}
    assert not rules.is_beyond(CARD, nothing, nothing, points=Fraction(0))


def settled(outcome, values=None, first=FIRST, second=SECOND):
    return rules.settled_marks(CARD, first, second, Ruling(outcome, "heard again", values or {}))


def test_a_ruling_keeps_takes_or_goes_item_by_item():
    assert settled("kept") == FIRST
    assert settled("taken") == SECOND
    assert settled("items", {"talk": "4"}) == FIRST
    assert settled("items", {"talk": "2"})["sorry"] == Mark("3")
    assert settled("items", {"talk": "5"})["talk"] == Mark("5", "heard again")


def test_what_nobody_scored_does_not_apply():
    found = settled("items", {"talk": "1"}, second={**FIRST, "talk": Mark("5")})
    assert found["sorry"] == Mark("na")


@pytest.mark.parametrize(("ruling", "code"), [
    (Ruling("", "heard"), "ruling_unknown"), (Ruling("kept", " "), "reason_missing"),
    (Ruling("items", "heard"), "items_incomplete"), (Ruling("kept", "heard", {"talk": "4"}), "items_incomplete"),
    (Ruling("items", "heard", {"talk": "9"}), "mark_unknown"),
])  # fmt: skip
def test_a_ruling_that_is_none_is_refused(ruling, code):
    with pytest.raises(NotValid) as refused:
        rules.settled_marks(CARD, FIRST, SECOND, ruling)
    assert refused.value.code == f"quality.recheck_{code}"


def test_words_alone_change_nothing_and_marks_survive_the_database():
    assert not rules.is_changed(FIRST, {**FIRST, "talk": Mark("4", "heard")})
    assert rules.is_changed(FIRST, SECOND)
    assert rules.marks_kept(rules.marks_told(SECOND)) == SECOND
