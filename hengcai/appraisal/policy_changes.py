"""What differs between a version and the one it is to take the place of, and whether each difference names its reason."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from hengcai.appraisal.models import ChangeReason, Policy
from hengcai.appraisal.policy_lines import lines_of
from hengcai.appraisal.rules.policy_drafts import faults_of, fits_rows, whole_document
from hengcai.base.differences import MOVED, Difference, differences

FIELD_BY_FIELD = (
    "policy",
    "consequences",
    "year",
    "workload",
)  # rows that hold several rules, each changed for a reason of its own


@dataclass(frozen=True)
class Change:
    """`place` names it, so that its reason finds it."""

    place: str
    difference: Difference


def version_before(policy: Policy) -> Policy | None:
    """The one in force when this is to begin; of an older version, the one before it."""
    rows = Policy.objects.filter(kind=policy.kind, number__lt=policy.number).exclude(in_force_from=None)
    return rows.order_by("-in_force_from").first()


def changes_of(policy: Policy) -> list[Change]:
    """None where there is no version before, or one of the two does not fit rows. Name and order change no rule."""
    before = version_before(policy)
    if before is None or not (_fits(policy) and _fits(before)):
        return []
    documents = (whole_document(one.kind, one.text) for one in (before, policy))
    old, new = (lines_of({**document, "name": ""}) for document in documents)
    return [change for one in differences(old, new) if one.what != MOVED for change in _split(one)]


def unexplained(policy: Policy) -> list[Change]:
    told = set(ChangeReason.objects.filter(policy=policy).values_list("place", flat=True))
    return [one for one in changes_of(policy) if one.place not in told]


def _split(one: Difference) -> Iterator[Change]:
    if one.kind not in FIELD_BY_FIELD:
        yield Change(f"{one.kind}:{one.name}", one)
        return
    for change in one.changes:
        yield Change(f"{one.kind}:{change.name}", replace(one, changes=(change,)))


def _fits(policy: Policy) -> bool:
    return fits_rows(list(faults_of(policy.kind, policy.text)))
