"""Stored policies as the rules read them."""

from functools import lru_cache

from hengcai.appraisal.models import Cycle, Policy
from hengcai.appraisal.rules.policy import MonthPolicy, SkillPolicy
from hengcai.appraisal.rules.policy_file import parsed_month_policy, parsed_skill_policy
from hengcai.appraisal.rules.terms import Terms


def policy_kind(kind: str) -> Policy.Kind:
    """Under which a cycle of this kind stands: what is rated on 1–5 under the quarterly one, points out of 100 under the
    monthly one, whose grades a year reads too."""
    return Policy.Kind.QUARTERLY if kind in Cycle.WITH_FORMS else Policy.Kind.MONTHLY


def parsed(policy: Policy) -> SkillPolicy | MonthPolicy:
    return _parsed(policy.kind, policy.text, policy.name)


def terms_of(policy: Policy | SkillPolicy | MonthPolicy) -> Terms:
    """What a policy, stored or read, says of the time after a result: windows in working days, and consequences."""
    return parsed(policy).terms if isinstance(policy, Policy) else policy.terms


@lru_cache(maxsize=32)
def _parsed(kind: str, text: str, name: str) -> SkillPolicy | MonthPolicy:
    """Reading YAML takes longer than the rest of a page; the same text is the same policy."""
    read = parsed_month_policy if kind == Policy.Kind.MONTHLY else parsed_skill_policy
    return read(text, file=name)
