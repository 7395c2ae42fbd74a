"""The rule of first contacts against the plain words it stands for."""

from collections import defaultdict
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from hengcai.interactions.rules.first_contact import DAY_SECONDS, First, Piece, first_contacts

WEEK = 7 * DAY_SECONDS
MONTH = (20 * DAY_SECONDS, 50 * DAY_SECONDS)
moments = st.integers(0, 70 * 24).map(lambda hour: hour * 3_600) | st.integers(0, 70 * DAY_SECONDS)
pieces = st.builds(
    lambda matter, starts, length, channel, agent, flag: Piece(matter, starts, starts + length, channel, agent, flag),
    st.integers(1, 3), moments, st.integers(0, 900), st.sampled_from(["call", "chat", "ticket"]), st.integers(1, 3),
    st.sampled_from([True, False, None]),
)  # fmt: skip


def by_hand(some, judged_to: int):
    """Every contact looked at with all others of its matter; nothing is dropped and taken up here."""
    for one in some:
        others = [other for other in some if other.matter == one.matter and other is not one]
        is_first = not any(0 <= one.starts - other.starts <= WEEK for other in others)
        is_old = one.starts + WEEK <= judged_to
        if MONTH[0] <= one.starts < MONTH[1] and is_first and is_old:
            is_back = any(0 <= other.starts - one.starts <= WEEK for other in others)
            yield First(one.agent, one.starts, not is_back and one.flag is not False)


def in_order(some) -> list[Piece]:
    return sorted(some, key=lambda one: (one.matter, one.starts))


@given(st.lists(pieces, max_size=30, unique_by=lambda one: (one.matter, one.starts)), moments)
def test_it_says_what_the_words_say(some, judged_to: int):
    tickets = in_order(one._replace(channel="ticket") for one in some)
    found = first_contacts(tickets, month=MONTH, judged_to=judged_to, days=7)
    assert sorted(found, key=repr) == sorted(by_hand(tickets, judged_to), key=repr)


@given(st.lists(pieces, max_size=30), moments)
def test_a_contact_cut_in_two_within_ten_minutes_is_still_one(some, judged_to: int):
    calls = in_order(one._replace(channel="call", ends=one.starts + 600) for one in some)
    halves = in_order(
        half for one in calls for half in (one._replace(ends=one.starts + 200), one._replace(starts=one.starts + 300))
    )
    whole, cut = (list(first_contacts(one, month=MONTH, judged_to=judged_to, days=7)) for one in (calls, halves))
    assert whole == cut


@given(st.lists(pieces, max_size=30), moments, st.integers(1, 20))
def test_at_most_one_first_contact_of_a_matter_in_so_many_days(some, judged_to: int, days: int):
    kept = defaultdict(list)
    for matter in {one.matter for one in some}:
        own = in_order(one for one in some if one.matter == matter)
        kept[matter] = [one.starts for one in first_contacts(own, month=MONTH, judged_to=judged_to, days=days)]
    for starts in kept.values():
        assert all(after - before > days * DAY_SECONDS for before, after in pairwise(starts))
