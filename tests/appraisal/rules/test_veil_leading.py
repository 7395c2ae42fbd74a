"""The curious superior, who knows everything of a result but the peers' marks: what all that is shown tells of those.

Nothing more than the rounded score itself does: two sets of peers' marks that make the same score look the same, in one
report, in two cycles laid side by side, and before and after a correction.
"""

from dataclasses import replace
from fractions import Fraction
from itertools import combinations_with_replacement

from hypothesis import given, settings
from hypothesis import strategies as st

from hengcai.appraisal.rules import items, veil
from hengcai.appraisal.rules.item_levels import ItemReader
from hengcai.appraisal.rules.policy_file import parsed_skill_policy
from hengcai.appraisal.rules.raters import PEER_ITEM
from hengcai.appraisal.rules.skill import skill_score
from tests.appraisal.rules.test_veil import OTHERS, worlds

POLICY = parsed_skill_policy("name: q\nversion: 1\n", file="q")
PEERS = st.lists(st.integers(1, 5), min_size=3, max_size=5).map(tuple)
THREE = st.lists(st.integers(1, 5), min_size=3, max_size=3).map(tuple)
EVERY_THREE = list(combinations_with_replacement(range(1, 6), 3))


def ratings(world):
    """As a result keeps them: source, rater, item and level."""
    lines = [
        ("self", world.own),
        ("superior", (*world.superior, world.superior_on_peer_item)),
        ("practical", world.practical),
    ]
    told = [
        (source, 1, item, str(level))
        for source, levels in lines for item, level in zip((*OTHERS, PEER_ITEM), levels, strict=False)
    ]  # fmt: skip
    return told + [("peer", 2 + at, PEER_ITEM, str(level)) for at, level in enumerate(world.peers)]


def shown(world):
    """All that page, print, file, API and ledger give to who leads or teaches: the detail, the levels, and the final."""
    score = skill_score(world.evidence(), POLICY)
    detail = score.as_json()
    told = items.levels(world.evidence(), POLICY)
    levels = {item: {"exact": str(one.exact) if one.exact is not None else ""} for item, one in told.items()}
    return (
        veil.for_the_rated(detail),
        veil.levels_for_leading(levels, detail, ratings(world), ItemReader(POLICY)),
        score.final,
    )


def final(world):
    return skill_score(world.evidence(), POLICY).final


@settings(max_examples=120, deadline=None)
@given(worlds(peers=PEERS), PEERS)
def test_peers_that_make_the_same_score_look_the_same(world, others):
    other = replace(world, peers=others)
    if final(world) == final(other):
        assert shown(world) == shown(other)


@settings(max_examples=4, deadline=None)
@given(worlds(peers=THREE), st.integers(1, 5))
def test_a_correction_or_a_second_cycle_tells_no_more_than_its_scores(world, late):
    """A peer's form comes in late: whoever lays both reports side by side has the two scores and nothing else."""
    after = replace(world, peers=(*world.peers, late))
    mine = shown(world), shown(after)
    for peers in EVERY_THREE:
        for one in (1, 3, 5):
            before, corrected = replace(world, peers=peers), replace(world, peers=(*peers, one))
            is_same = (final(before), final(corrected)) == (final(world), final(after))
            assert is_same == ((shown(before), shown(corrected)) == mine)


@settings(max_examples=5, deadline=None)
@given(worlds(peers=THREE))
def test_the_score_leaves_the_peers_mean_open_but_at_the_ends_of_the_scale(world):
    """What the score itself tells: rounding to a tenth and a weight of a tenth leave up to a whole level."""
    means = [Fraction(sum(peers), 3) for peers in EVERY_THREE if final(replace(world, peers=peers)) == final(world)]
    mine = Fraction(sum(world.peers), len(world.peers))
    assert min(means) <= mine <= max(means)
    if 2 <= mine <= 4 and final(world) is not None:
        assert max(means) - min(means) >= Fraction(1, 3)


@settings(max_examples=15, deadline=None)
@given(worlds(peers=THREE))
def test_the_level_shown_of_what_peers_rate_is_the_same_whatever_they_gave(world):
    told = {str(shown(replace(world, peers=peers))[1].get(PEER_ITEM)) for peers in EVERY_THREE[::3]}
    assert len(told) == 1
