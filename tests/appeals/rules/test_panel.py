"""The draw: whoever has a part is never in it, the order is anybody's to repeat, circles are asked one after another."""

from hypothesis import given
from hypothesis import strategies as st

from hengcai.appeals.rules.panel import FEWEST, PARTS, draw, is_carried, is_fallen, needed, ordered, seed_of

NAMES = st.lists(st.text("abcdefgh", min_size=1, max_size=3), max_size=6, unique=True)
SEED = seed_of("head", "appeal:1")


@given(NAMES, NAMES, NAMES, st.dictionaries(st.text("abcdefgh", min_size=1, max_size=3), st.sampled_from(PARTS)))
def test_nobody_with_a_part_is_drawn_and_a_wider_circle_only_where_it_is_needed(group, staff, leads, parts):
    circles = {"group": group, "staff": staff, "leads": leads}
    found = draw(circles, parts, seed=SEED)
    assert not set(found.order) & parts.keys()
    assert len(set(found.order)) == len(found.order)
    free = [name for name in group if name not in parts]
    assert found.is_widened == (len(free) < FEWEST)
    if not found.is_widened:
        assert list(found.order) == ordered(free, seed=SEED)
    asked = {name for circle in found.circles for name in circles[circle]}
    assert sum(found.left_out.values()) == len(asked & parts.keys())


@given(NAMES, st.randoms())
def test_the_order_does_not_hang_on_the_order_of_the_names(names, dice):
    shuffled = dice.sample(names, len(names))
    assert ordered(names, seed=SEED) == ordered(shuffled, seed=SEED)


def test_the_order_is_that_of_the_hashes_as_written_down():
    assert ordered(["wu", "feng", "zhou"], seed="0123456789abcdef") == sorted(
        ["wu", "feng", "zhou"],
        key=lambda name: __import__("hashlib").sha256(f"0123456789abcdef|{name}".encode()).hexdigest(),
    )


@given(st.integers(2, 9), st.integers(0, 9), st.integers(0, 9))
def test_what_is_carried_has_not_fallen(members, agreed, against):
    if agreed + against <= members:
        assert not (is_carried(agreed, members=members) and is_fallen(against, members=members))
    assert needed(members) >= FEWEST
    assert 2 * needed(members) > members
