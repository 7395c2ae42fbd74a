"""What a recomputation changed: score, band, pay and award, before and after; why, and who decided it."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import Prefetch, Q, QuerySet

from hengcai.appeals.models import Appeal, Proposal
from hengcai.appraisal.models import Result
from hengcai.base.ids import folded
from hengcai.base.permissions import Doer
from hengcai.base.sorting import Orders
from hengcai.consequences import permissions
from hengcai.consequences.models import Difference, Nomination, PayLine

DIFFERENCE_ORDERS = Orders({
    "person": ("person__name_key", "person__number", "-pk"), "cause": ("cause", "person__name_key", "pk"),
    "cycle": ("fresh__participant__cycle__period_end", "person__name_key", "pk"), "at": ("at", "pk"),
})  # fmt: skip
HEAVY = [f"{side}__{name}" for side in ("old", "fresh") for name in ("detail", "levels", "inputs")]
APPEAL, REVIEW, CORRECTION, SYSTEM = "appeal", "review", "correction", "system"


@dataclass(frozen=True)
class DifferenceFilter:
    """What the list is narrowed by; empty leaves it as it is. `run`: of its own lines, and what it pays of earlier ones."""

    person: str = ""
    cause: str = ""
    run: int | None = None

    def condition(self) -> Q:
        found = Q()
        if self.person:
            found &= Q(person__number=folded(self.person)) | Q(person__name__icontains=self.person)
        if self.cause:
            found &= Q(cause=self.cause)
        if self.run:
            found &= Q(line__run=self.run) | Q(paid_in__run=self.run)
        return found


def differences_listed(user: Doer) -> QuerySet[Difference]:
    """The newest first, for those who see pay; never by how much."""
    return permissions.SEE_RUN.rows(_rows(), user).order_by("-at", "-pk")


def own_differences(user: Doer, participant: int) -> list[Difference]:
    """Of one's own result, for the page that explains it."""
    rows = permissions.SEE_OWN_DIFFERENCE.rows(_rows(), user).filter(fresh__participant=participant)
    return list(rows.order_by("-at", "-pk"))


def has_changed(result: Result) -> bool:
    """By a correction, or what followed from it by a review or an appeal."""
    return Difference.objects.filter(fresh__participant=result.participant_id).exists()


def _rows() -> QuerySet[Difference]:
    carried = Proposal.objects.filter(state=Proposal.State.CARRIED).prefetch_related("votes__user")
    return Difference.objects.select_related(
        "person", "line__run", "line__held_by", "paid_in__run", "old__pay_review__decided_by", "fresh__answers",
        "fresh__corrects__by", "fresh__corrects__proposed_by", "fresh__participant__cycle",
    ).defer(*HEAVY).prefetch_related(
        "line__differences", Prefetch("fresh__answers__proposals", carried), Prefetch("line__held_by__proposals", carried),
    )  # fmt: skip


@dataclass(frozen=True)
class Told:
    """One row as it is read. `money_before` None: no pay hangs on it."""

    row: Difference
    money_before: Decimal | None
    at_before: Decimal | None
    awards: Sequence[Nomination]
    deciders: Sequence[str]
    kind: str
    reason: str

    @property
    def money_after(self) -> Decimal | None:
        return None if self.money_before is None else self.money_before + self.row.total

    @property
    def at_after(self) -> Decimal | None:
        return self.at_before if self.row.coefficient is None else self.row.coefficient


def told_of(rows: Sequence[Difference]) -> list[Told]:
    """With the awards that rested on what changed, in one query."""
    awards: dict[int, list[Nomination]] = {}
    for one in Nomination.objects.filter(result__in={row.old_id for row in rows}).order_by("pk"):
        awards.setdefault(one.result_id, []).append(one)
    return [_told(row, awards.get(row.old_id, [])) for row in rows]


def _told(row: Difference, awards: Sequence[Nomination]) -> Told:
    money, at = (None, None) if row.line is None else before(row, row.line)
    kind, names, reason = _decided(row)
    return Told(row, money, at, awards, names, kind, reason)


def before(row: Difference, line: PayLine) -> tuple[Decimal, Decimal | None]:
    """What had been settled of that month so far, and by which coefficient."""
    money, at = line.total, line.coefficient
    for one in sorted(line.differences.all(), key=lambda other: other.pk):
        if one.pk < row.pk:
            money, at = money + one.total, one.coefficient if one.coefficient is not None else at
    return money, at


def _decided(row: Difference) -> tuple[str, list[str], str]:
    """Where the word fell, whose it was, and what they gave as reason."""
    if row.cause == Difference.Cause.REVIEWED:
        review = getattr(row.old, "pay_review", None)
        return (REVIEW, _names(review and review.decided_by), review.reason) if review else (SYSTEM, [], "")
    appeal = _one(row.fresh, "answers") or (
        row.line.held_by if row.line and row.cause == Difference.Cause.RELEASED else None
    )
    if appeal is not None:
        return APPEAL, _members(appeal), appeal.reasons
    made = _one(row.fresh, "corrects")
    if made is None:
        return SYSTEM, [], row.fresh.reason
    return CORRECTION, _names(made.proposed_by, made.by), row.fresh.reason


def _one(row: Any, name: str) -> Any:
    """The other end of a one-to-one, or None."""
    return getattr(row, name, None)


def _names(*users: Any) -> list[str]:
    return list(dict.fromkeys(one.name for one in users if one is not None))


def _members(appeal: Appeal) -> list[str]:
    """Those who agreed to the answer; a withdrawal is nobody's word but the appellant's own."""
    voted = [vote for one in appeal.proposals.all() for vote in one.votes.all() if vote.agrees]
    return _names(*(vote.user for vote in voted))
