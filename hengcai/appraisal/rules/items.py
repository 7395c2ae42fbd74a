"""A competency's rated level: the quarterly arithmetic over that item alone."""

from dataclasses import replace
from fractions import Fraction

from hengcai.appraisal.rules.evidence import Evidence
from hengcai.appraisal.rules.policy import CUSTOMER, PEER, SkillPolicy
from hengcai.appraisal.rules.raters import PEER_ITEM
from hengcai.appraisal.rules.skill import SkillScore, competency_levels
from hengcai.base.decimals import Exact


def levels(evidence: Evidence, policy: SkillPolicy) -> dict[str, SkillScore]:
    """The minimum evidence is asked of those sources that can speak of the item: customers give one mark
    for the whole contact, peers rate collaboration only."""
    found = competency_levels(evidence, item_policy(policy, is_peer_item=False))
    if PEER_ITEM in found:
        found |= competency_levels(_alone(evidence, PEER_ITEM), item_policy(policy, is_peer_item=True))
    return found


def _alone(evidence: Evidence, wanted: str) -> Evidence:
    """The ratings of one item by their mean: as many as there were, with the same sum."""
    found = Evidence()
    for source, ratings in evidence.ratings.items():
        for item, total, count in ratings.items():
            for rater in range(count if item == wanted else 0):
                found.source(source).add(rater, item, Fraction(total, count))
    return found


def item_policy(policy: SkillPolicy, *, is_peer_item: bool) -> SkillPolicy:
    silent = {CUSTOMER} if is_peer_item else {CUSTOMER, PEER}
    speaking = {source: weight for source, weight in policy.sources.items() if source not in silent}
    share = sum((weight.value for weight in speaking.values()), Fraction(0))
    least = policy.minimum_weight.value * share
    return replace(policy, sources=speaking, minimum_weight=Exact(str(least), least))
