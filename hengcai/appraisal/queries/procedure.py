"""A policy's procedure as its readers see it: text by article, comments, steps taken, what is theirs to do."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, F, OuterRef, QuerySet

from hengcai.accounts.models import User
from hengcai.appraisal import permissions, policy_duties, states
from hengcai.appraisal.models import Acknowledgement, ChangeReason, Policy, PolicyComment, PolicyFile, Procedure
from hengcai.appraisal.policy_changes import Change, changes_of
from hengcai.base.permissions import Doer
from hengcai.base.sorting import Orders
from hengcai.base.states import Move, moves_open
from hengcai.inbox.models import Duty
from hengcai.people.models import Person, Placement
from hengcai.people.permissions import on_day
from hengcai.people.queries.days import staff_on

SIGNER_ORDERS = Orders({"person": ("name_key", "number"), "number": ("number",), "signed": ("signed_at?", "name_key")})


@dataclass(frozen=True)
class Explained:
    """One difference from the version before, with the reason given for it."""

    change: Change
    reason: str


@dataclass(frozen=True)
class Signed:
    """`without` of the people asked have no sign-in here: they sign on paper."""

    done: int
    people: int
    without: int

    @property
    def left(self) -> int:
        return self.people - self.done


@dataclass(frozen=True)
class Sight:
    policy: Policy
    procedure: Procedure | None
    moves: frozenset[str]
    comments: Mapping[str, int]  # article → how many
    unanswered: int
    files: Sequence[PolicyFile]
    own_signature: Acknowledgement | None
    may_sign: bool
    may_comment: bool
    sees_names: bool

    @property
    def comment_count(self) -> int:
        return sum(self.comments.values())


def procedure_of(policy: Policy) -> Procedure | None:
    rows = Procedure.objects.select_related("discussed_by", "decided_by", "announced_by", "withdrawn_by")
    return rows.prefetch_related("attendees__person").filter(policy=policy).first()


def with_procedure() -> set[int]:
    """Policies of which one is on record."""
    return set(Procedure.objects.values_list("policy", flat=True))


def comments_in_order(policy: Policy) -> QuerySet[PolicyComment]:
    return policy.comments.order_by("pk")


def sight_of(policy: Policy, user: User, *, today: date) -> Sight:
    one = procedure_of(policy)
    counted = Counter(policy.comments.values_list("article", flat=True))
    own = Acknowledgement.objects.filter(policy=policy, person__user=user.pk).first()
    is_to_sign = policy.state in policy_duties.TO_SIGN and own is None
    sees = permissions.KEEP_PROOF.is_held_by(user)
    return Sight(
        policy=policy, procedure=one, moves=frozenset(_moves(policy, user)), comments=counted,
        unanswered=policy.comments.filter(answer="").count() if counted else 0,
        files=list(one.files.select_related("by").order_by("pk")) if one and sees else [], own_signature=own,
        may_sign=is_to_sign and staff_on(today).filter(user=user.pk).exists(),
        may_comment=_may_comment(policy, one, user, today), sees_names=sees,
    )  # fmt: skip


def _moves(policy: Policy, user: User) -> list[str]:
    return [move.name for move in moves_open(MOVES, policy, user)]


MOVES: tuple[Move, ...] = states.POLICY_MOVES


def _may_comment(policy: Policy, one: Procedure | None, user: User, today: date) -> bool:
    is_open = policy.state == Policy.State.DISCUSSED and one is not None and today <= one.closes_on
    return is_open and permissions.COMMENT_POLICY.is_held_by(user)


def comments_on(policy: Policy, *, article: str | None = None, is_open: bool = False) -> QuerySet[PolicyComment]:
    """Unanswered ones first, then as they came in."""
    rows = policy.comments.select_related("by", "answered_by").order_by(F("answered_at").asc(nulls_first=True), "pk")
    rows = rows.filter(answer="") if is_open else rows
    return rows if article is None else rows.filter(article=article)


def comments_answered_by(user: Doer) -> QuerySet[PolicyComment]:
    return permissions.ANSWER_COMMENT.rows(PolicyComment.objects.select_related("policy"), user)


def explained(policy: Policy) -> list[Explained]:
    told = dict(ChangeReason.objects.filter(policy=policy).values_list("place", "reason"))
    return [Explained(one, told.get(one.place, "")) for one in changes_of(policy)]


def files_seen_by(user: Doer, policy: Policy) -> QuerySet[PolicyFile]:
    return permissions.KEEP_PROOF.rows(PolicyFile.objects.filter(procedure__policy=policy).order_by("pk"), user)


def signed_of(policy: Policy, *, today: date) -> Signed:
    """Of those employed today; who has left since stays on record and is not counted here."""
    staff = staff_on(today)
    done = Acknowledgement.objects.filter(policy=policy, person__in=staff.order_by().values("pk")).count()
    without = policy_duties.to_sign(policy, today).filter(user__isnull=True).count()
    return Signed(done, staff.count(), without)


def signers(policy: Policy, *, today: date, show: str = "") -> QuerySet[Person]:
    """Everybody employed today with `signed_at`, `asked_at`, `team_name`; `show` narrows: signed, waiting, without."""
    own = Acknowledgement.objects.filter(policy=policy, person=OuterRef("pk"))
    asked = Duty.objects.filter(kind=policy_duties.SIGN, source_id=policy.pk, user=OuterRef("user"))
    place = Placement.objects.filter(on_day(today), person=OuterRef("pk"))
    rows = staff_on(today).annotate(
        signed_at=own.values("at")[:1],
        paper_on=own.values("signed_on")[:1], asked_at=asked.values("opened_at")[:1], reminded_at=asked.values("reminded_at")[:1],
        team_name=place.values("team__name")[:1],
    )  # fmt: skip
    if show == "signed":
        return rows.filter(Exists(own))
    if show == "waiting":
        return rows.filter(~Exists(own), user__isnull=False)
    return rows.filter(~Exists(own), user__isnull=True) if show == "without" else rows


def acknowledged(person: Person, policy: Policy) -> Acknowledgement | None:
    """When this person signed for this version; what the order of steps before a transfer asks for."""
    return Acknowledgement.objects.filter(person=person, policy=policy).first()
