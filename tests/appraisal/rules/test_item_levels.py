"""Thousands at a time: the same levels as one by one."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from hengcai.appraisal.rules.evidence import Evidence
from hengcai.appraisal.rules.item_levels import ItemReader
from hengcai.appraisal.rules.items import levels
from hengcai.appraisal.rules.policy_file import default_skill_policy, parsed_skill_policy

ODD = """
sources: {superior: "0.37", peer: "0.33", customer: "0.3"}
minimum_evidence: {required: [], weight: "0.5"}
peer_minimum: 2
"""
POLICIES = (default_skill_policy(), parsed_skill_policy(ODD, file="p"))
LEVELS = st.sampled_from(["1", "2", "3.5", "4.333333", "5", "2.12345678"])
ITEMS = st.sampled_from(["collaboration", "communication", "fast_response"])
SOURCES = st.sampled_from(["superior", "self", "peer", "practical", "customer", "visitor"])


@given(
    st.dictionaries(st.tuples(SOURCES, ITEMS), st.lists(st.none() | LEVELS, min_size=1, max_size=5)), st.integers(0, 1)
)
def test_what_is_read_at_once_is_what_the_arithmetic_gives(said, which):
    found, policy = Evidence(), POLICIES[which]
    for (source, item), some in said.items():
        for rater, level in enumerate(some):
            found.rate(source, rater=rater, item=item, score=None if level is None else Fraction(level))
    told = {item: one.exact for item, one in ItemReader(policy).levels(found).items()}
    slow = levels(found, policy)
    assert list(told.items()) == [(item, one.exact) for item, one in slow.items()]
    for item, one in ItemReader(policy).levels(found).items():
        assert one.reasons == slow[item].reasons
        assert one.n_raters == sum(source.n_raters for source in slow[item].sources.values())
