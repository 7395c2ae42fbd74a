"""The keys of a policy file that only one kind of policy has, read and checked."""

from fractions import Fraction

from hengcai.appraisal.rules.own_terms import PARTS, Workload, YearTerms
from hengcai.appraisal.rules.policy_parts import check_sum
from hengcai.base.yaml_parts import Part

_LONGEST_SERVICE = 12
_MOST_FORMS = 1000
_LONGEST_MINUTES = Fraction(60)  # from here on a new sitting begins


def year(part: Part) -> YearTerms:
    """The two weights sum to exactly 1; one of them may be 0."""
    found = part.whole_mapping(needed=PARTS, optional=("service_months",))
    months, quarters = (found[name].decimal() for name in PARTS)
    check_sum(part, (months, quarters), total=1)
    if "service_months" not in found:
        return YearTerms(months, quarters)
    return YearTerms(months, quarters, found["service_months"].whole_number(least=0, most=_LONGEST_SERVICE))


def workload(part: Part) -> Workload:
    found = part.whole_mapping(needed=("forms", "minutes"))
    minutes = found["minutes"].decimal()
    if minutes.value > _LONGEST_MINUTES:
        raise found["minutes"].refuse("policy.outside", value=minutes.text, low="0", high=str(_LONGEST_MINUTES))
    return Workload(found["forms"].whole_number(least=1, most=_MOST_FORMS), minutes)
