"""What the policy in force says of consequences and windows; without one the shipped values hold."""

from hengcai.appraisal.models import Policy
from hengcai.appraisal.parsing import terms_of
from hengcai.appraisal.rules.terms import Terms


def terms_in_force(kind: Policy.Kind = Policy.Kind.QUARTERLY) -> Terms:
    found = Policy.objects.filter(kind=kind, state=Policy.State.PUBLISHED).first()
    return Terms() if found is None else terms_of(found)
