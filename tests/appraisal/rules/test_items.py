from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from hengcai.appraisal.rules.evidence import Evidence
from hengcai.appraisal.rules.items import item_policy, levels
from hengcai.appraisal.rules.policy_file import default_skill_policy, parsed_skill_policy
from hengcai.appraisal.rules.skill import competency_levels

POLICY = default_skill_policy()


def evidence(**by_source):
    found = Evidence()
    for source, given_levels in by_source.items():
        for item, raters in given_levels.items():
            for rater, level in enumerate(raters):
                found.rate(source, rater=rater, item=item, score=Fraction(level))
    return found


def test_customers_and_peers_take_no_part_in_an_item_they_do_not_speak_of():
    found = evidence(
        superior={"communication": ["4"]}, self={"communication": ["5"]}, practical={"communication": ["3"]}
    )
    found.rate_as_customer(1)
    score = levels(found, POLICY)["communication"]
    assert score.exact == (4 * 4 + 2 * 5 + 1 * 3) / Fraction(7)
    assert score.reasons == ()


def test_collaboration_is_rated_by_peers_too():
    found = evidence(
        superior={"collaboration": ["4"]}, self={"collaboration": ["4"]}, peer={"collaboration": ["5", "3", "1"]}
    )
    score = levels(found, POLICY)["collaboration"]
    assert score.exact == (4 * 4 + 2 * 4 + 1 * 3) / Fraction(7)
    assert (score.sources["peer"].n_raters, score.reasons) == (3, ("missing:practical",))


def test_the_minimum_is_asked_of_the_sources_that_can_speak():
    assert item_policy(POLICY, is_peer_item=False).minimum_weight.value == Fraction("0.49")
    assert item_policy(POLICY, is_peer_item=True).minimum_weight.value == Fraction("0.56")
    alone = levels(evidence(superior={"communication": ["4"]}), POLICY)["communication"]
    assert (alone.exact, alone.reasons) == (None, ("missing:self", "missing:practical", "minimum_evidence"))


def test_without_the_superior_an_item_has_no_level():
    score = levels(evidence(self={"communication": ["4"]}, practical={"communication": ["4"]}), POLICY)["communication"]
    assert (score.exact, "required:superior" in score.reasons) == (None, True)


@given(st.lists(st.sampled_from(["1", "2", "3.5", "4.333333", "5"]), min_size=1, max_size=5), st.integers(1, 4))
def test_the_peer_item_alone_gives_what_it_gives_among_others(peers, superiors):
    found = evidence(
        superior={"collaboration": ["4"] * superiors, "communication": ["2"]}, self={"collaboration": ["3"]},
        peer={"collaboration": peers}, practical={"fast_response": ["5"]},
    )  # fmt: skip
    whole = competency_levels(found, item_policy(POLICY, is_peer_item=True))["collaboration"]
    assert levels(found, POLICY)["collaboration"] == whole


def test_a_policy_of_customers_alone_gives_no_item_a_level():
    policy = parsed_skill_policy("sources: {customer: '1'}\nminimum_evidence: {required: [], weight: '0.5'}", file="p")
    assert levels(evidence(superior={"communication": ["4"]}), policy)["communication"].exact is None
