"""What the person rated is shown cannot be turned back into what a single peer gave."""

import random
from dataclasses import dataclass, replace
from fractions import Fraction

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from hengcai.appraisal.rules import items, veil
from hengcai.appraisal.rules.evidence import Evidence
from hengcai.appraisal.rules.policy_file import default_skill_policy, parsed_skill_policy
from hengcai.appraisal.rules.skill import skill_score

POLICY = default_skill_policy()
FROM_ONE_ON = replace(POLICY, peer_minimum=1)  # what the veil holds against where a policy lets few peers count
OTHERS = (
    "communication",
    "problem_solving",
    "service_awareness",
    "emotion_management",
    "fast_response",
    "problem_classifying",
)
PEER_ITEM = "collaboration"
LEVEL = st.integers(1, 5)
ONE_PEER = st.tuples(LEVEL)


@dataclass(frozen=True)
class World:
    """One person's cycle. The person knows everything but the superior's and the peers' level on collaboration."""

    own: tuple[int, ...]
    superior: tuple[int, ...]
    superior_on_peer_item: int
    peers: tuple[int, ...]
    customers: tuple[int, ...] = ()
    practical: tuple[int, ...] = ()

    def evidence(self) -> Evidence:
        found = Evidence()
        levels = {
            "self": self.own,
            "superior": (*self.superior, self.superior_on_peer_item),
            "practical": self.practical,
        }
        for source, given_levels in levels.items():
            for item, level in zip((*OTHERS, PEER_ITEM), given_levels, strict=False):
                found.rate(source, rater=source, item=item, score=level)
        for number, level in enumerate(self.peers):
            found.rate("peer", rater=number, item=PEER_ITEM, score=level)
        for score in self.customers:
            found.rate_as_customer(score)
        return found

    def shown(self, policy=FROM_ONE_ON):
        """All that reaches the person: the detail and the levels, each through the veil."""
        detail = skill_score(self.evidence(), policy).as_json()
        levels = {item: {"exact": score.exact} for item, score in items.levels(self.evidence(), policy).items()}
        return veil.for_the_rated(detail), veil.levels_for_the_rated(levels, detail)

    def ratings_shown(self, policy=FROM_ONE_ON):
        """Single ratings as the person is given them in a copy of all that is held on them."""
        pooled = veil.is_pooled(skill_score(self.evidence(), policy).as_json())
        superior = dict(zip((*OTHERS, PEER_ITEM), (*self.superior, self.superior_on_peer_item), strict=False))
        others = [
            (item, level) for item, level in superior.items()
            if veil.is_rating_shown("superior", item, is_pooled=pooled)
        ]  # fmt: skip
        is_told = veil.is_rating_shown("peer", PEER_ITEM, is_pooled=pooled)
        return others, sorted(self.peers) if is_told else []

    def peers_that_look_the_same(self, policy=FROM_ONE_ON):
        """Every level a single peer may have given without anything shown being different."""
        mine = self.shown(policy), self.ratings_shown(policy)
        others = {
            peer: [replace(self, superior_on_peer_item=superior, peers=(peer,)) for superior in range(1, 6)]
            for peer in range(1, 6)
        }
        return {
            peer for peer, worlds in others.items()
            if any((one.shown(policy), one.ratings_shown(policy)) == mine for one in worlds)
        }  # fmt: skip


@st.composite
def worlds(draw, peers=ONE_PEER):
    levels = st.tuples(*[LEVEL] * 6)
    return World(
        (*draw(levels), draw(LEVEL)), draw(levels), draw(LEVEL), draw(peers),
        tuple(draw(st.lists(LEVEL, min_size=0, max_size=9))), draw(st.one_of(st.just(()), st.tuples(*[LEVEL] * 7))),
    )  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(worlds(peers=st.tuples(st.integers(2, 4))))
def test_a_single_peer_cannot_be_solved_for_even_by_who_knows_all_the_rest(world):
    assert len(world.peers_that_look_the_same()) > 1


@settings(max_examples=150, deadline=None)
@given(worlds())
def test_at_the_ends_of_the_scale_nothing_shown_tells_more_than_the_final_itself(world):
    finals = skill_score(world.evidence(), FROM_ONE_ON).final
    by_the_final = {
        peer for peer in range(1, 6) for superior in range(1, 6)
        if skill_score(replace(world, superior_on_peer_item=superior, peers=(peer,)).evidence(), FROM_ONE_ON).final == finals
    }  # fmt: skip
    assert world.peers_that_look_the_same() == by_the_final


@settings(max_examples=60, deadline=None)
@given(worlds(peers=st.tuples(LEVEL, LEVEL)))
def test_two_peers_are_not_shown_apart_either(world):
    detail, levels = world.shown()
    assert set(detail["sources"]) == {"superior_and_peer", "self", "customer", "practical"}
    assert detail["exact"] is None
    assert detail["sources"]["superior_and_peer"]["n_raters"] is None
    assert PEER_ITEM not in levels


@settings(max_examples=60, deadline=None)
@given(worlds(peers=st.lists(LEVEL, min_size=1, max_size=2).map(tuple)))
def test_of_fewer_than_three_nothing_is_in_any_number(world):
    assert world.shown(POLICY)[0]["final"] == replace(world, peers=()).shown(POLICY)[0]["final"]
    assert world.shown(POLICY)[0]["sources"] == replace(world, peers=()).shown(POLICY)[0]["sources"]
    assert world.shown(POLICY)[1] == replace(world, peers=()).shown(POLICY)[1]


@settings(max_examples=100, deadline=None)
@given(worlds())
def test_the_lines_shown_still_add_up_to_the_final(world):
    detail, _levels = world.shown()
    assume(detail["final"] is not None)
    joint = detail["sources"]["superior_and_peer"]
    assume(joint["score"] not in {"1.0", "5.0"})
    there = [one for one in detail["sources"].values() if one["score"] is not None]
    total = sum(Fraction(one["score"]) * Fraction(one["used_weight"]) for one in there)
    assert abs(total - Fraction(detail["final"])) < Fraction("0.06")


def test_without_peers_nothing_is_veiled():
    world = World((4,) * 7, (4,) * 6, 4, (), practical=(4,) * 7)
    assert world.shown()[0] == skill_score(world.evidence(), FROM_ONE_ON).as_json()
    assert not veil.is_pooled({"agent": "li", "total": "86.4"})


def test_without_a_final_the_joint_line_has_no_score():
    world = World((4,) * 7, (), 0, (2,))
    evidence = Evidence()
    evidence.rate("peer", rater=1, item=PEER_ITEM, score=2)
    detail = veil.for_the_rated(skill_score(evidence, FROM_ONE_ON).as_json())
    joint = detail["sources"]["superior_and_peer"]
    assert (joint["score"], joint["used_weight"], joint["weight"]) == (None, None, "0.50")
    assert world.peers == (2,)


@pytest.mark.parametrize("weights", ['{superior: "0.5", self: "0.5"}', '{self: "0.8", practical: "0.2"}'])
def test_peers_without_weight_say_nothing(weights):
    policy = parsed_skill_policy(
        f"sources: {weights}\nminimum_evidence: {{required: [], weight: '0.10'}}\npeer_minimum: 1", file="p"
    )
    world = World((4,) * 7, (3,) * 6, 3, (2,), practical=(4,) * 7)
    assert world.peers_that_look_the_same(policy) == {1, 2, 3, 4, 5}
    alone = Evidence()
    alone.rate("peer", rater=1, item=PEER_ITEM, score=2)
    alone.rate("self", rater=1, item=PEER_ITEM, score=2)
    assert veil.for_the_rated(skill_score(alone, policy).as_json())["sources"]["superior_and_peer"]["score"] is None


MEANS = sorted({Fraction(total, count) for count in (3, 4, 5) for total in range(count, 5 * count + 1)})


def with_mean(mean: Fraction) -> tuple[int, ...]:
    """Some peers, three to five, whose mean this is; nothing shown depends on which."""
    count = next(count for count in (3, 4, 5) if (mean * count).denominator == 1)
    below, more = divmod(int(mean * count) - count, count)
    return tuple(1 + below + (number < more) for number in range(count))


def means_that_look_the_same(world, *, shown):
    """What the attacker is left with: every mean of peers for which some level of the superior's shows the same."""
    mine = shown(world)
    return {
        mean for mean in MEANS
        if any(shown(replace(world, superior_on_peer_item=c, peers=with_mean(mean))) == mine for c in range(1, 6))
    }  # fmt: skip


def everything_shown(world):
    return world.shown(POLICY), world.ratings_shown(POLICY)


def the_final_alone(world):
    return skill_score(world.evidence(), POLICY).final


@settings(max_examples=15, deadline=None)
@given(worlds(peers=st.lists(LEVEL, min_size=3, max_size=5).map(tuple)))
def test_of_three_peers_and_more_nothing_shown_tells_more_than_the_final_itself(world):
    found = means_that_look_the_same(world, shown=everything_shown)
    assert found == means_that_look_the_same(world, shown=the_final_alone)
    assert Fraction(sum(world.peers), len(world.peers)) in found


def test_an_attacker_who_knows_all_the_rest_pins_no_peer_in_forty_believable_worlds():
    dice = random.Random(7)
    for _world in range(40):
        levels = dice.choices((2, 3, 4, 5), (1, 3, 4, 2), k=20)
        peers = tuple(dice.choices((1, 2, 3, 4, 5), (1, 2, 4, 6, 4), k=dice.choice((3, 4, 5))))
        customers = tuple(dice.choices((1, 3, 4, 5), k=dice.choice((0, 6))))
        world = World(tuple(levels[:7]), tuple(levels[7:13]), levels[13], peers, customers, tuple(levels[13:]))
        found = means_that_look_the_same(world, shown=everything_shown)
        assert len(found) > 2
        assert found - {Fraction(1), Fraction(5)}
