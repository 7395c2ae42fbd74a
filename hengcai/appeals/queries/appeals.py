"""Appeals: the list, one as its reader may see it, what may be appealed, what the superior is asked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from hengcai.accounts.models import User
from hengcai.appeals import permissions
from hengcai.appeals.models import Appeal, Evidence, HearingNote, Opinion, PanelMember, Proposal
from hengcai.appeals.parts import parts_in, superiors_of
from hengcai.appeals.rules.appeals import REFILED
from hengcai.appeals.rules.panel import needed
from hengcai.appeals.states import MOVES
from hengcai.appeals.windows import last_day_to_appeal, notice_day
from hengcai.appraisal.models import Result
from hengcai.appraisal.queries.results import result_for, shown_detail
from hengcai.appraisal.rules.corrections import Difference, differences
from hengcai.appraisal.rules.rulings import Part
from hengcai.appraisal.ruling import parts_of
from hengcai.base.permissions import Doer
from hengcai.base.roles import ROLES
from hengcai.base.sorting import Orders
from hengcai.base.states import moves_open
from hengcai.people.models import Person

WITH = ("appellant", "result__participant__cycle__policy", "result__participant__person", "fresh__participant__person")
APPEAL_ORDERS = Orders({
    "number": ("pk",), "person": ("appellant__name_key", "appellant__number", "-pk"),
    "cycle": ("result__participant__cycle__code", "-pk"), "filed": ("filed_at", "pk"), "due": ("due_on", "-pk"),
    "state": ("state", "due_on", "-pk"), "outcome": ("outcome", "-pk"),
})  # fmt: skip


@dataclass(frozen=True)
class AppealFilter:
    """What the list is narrowed by; empty leaves it as it is."""

    state: str = ""
    outcome: str = ""
    person: str = ""
    late: bool = False

    def condition(self, *, today: date) -> Q:
        found = Q(state__in=Appeal.OPEN) if self.state == "open" else Q(state=self.state) if self.state else Q()
        if self.outcome:
            found &= Q(outcome=self.outcome)
        if self.person:
            found &= Q(appellant__name__icontains=self.person) | Q(appellant__number=self.person)
        if self.late:
            found &= Q(state__in=Appeal.OPEN, due_on__lt=today)
        return found


def appeals_listed(user: Doer) -> QuerySet[Appeal]:
    """Open ones first, the earliest due of them on top."""
    rows = Appeal.objects.select_related(*WITH)
    return permissions.SEE.rows(rows, user).order_by("answered_at", "withdrawn_at", "due_on", "pk")


@dataclass(frozen=True)
class AppealSight:
    """One appeal as its reader sees it. `reads`: grounds, files and notes too; `handles`: as one of its members, who alone
    read what was put forward and how each of them spoke until it is answered."""

    appeal: Appeal
    is_own: bool
    reads: bool
    handles: bool
    moves: frozenset[str]
    members: Sequence[PanelMember]
    files: Sequence[Evidence]
    notes: Sequence[HearingNote]
    opinions: Sequence[Opinion]
    proposals: Sequence[Proposal]
    lines: Sequence[Difference]
    result_shown: int | None
    parts: Mapping[Part, str | None]
    superiors: Sequence[User]
    able: Sequence[User]

    @property
    def table(self) -> Proposal | None:
        return next((one for one in self.proposals if one.state == Proposal.State.OPEN), None)

    @property
    def sitting(self) -> Sequence[PanelMember]:
        return [one for one in self.members if one.left_at is None]

    @property
    def needed(self) -> int:
        return needed(len(self.sitting))

    @property
    def is_open(self) -> bool:
        return self.appeal.state in Appeal.OPEN


def sight_of(appeal: Appeal, user: Doer) -> AppealSight:
    reads, handles = permissions.READ.allows(appeal, user), permissions.HANDLE.allows(appeal, user)
    is_open, is_own = appeal.state in Appeal.OPEN, appeal.subject_id == user.pk
    sees_votes = handles or (reads and not is_own and not is_open)
    moves = frozenset(move.name for move in moves_open(MOVES, appeal, user)) - {"answer_appeal"}
    fresh, old = appeal.fresh, appeal.result
    decides = handles and appeal.state == Appeal.State.HEARD
    return AppealSight(
        appeal=appeal, is_own=is_own, reads=reads, handles=handles, moves=moves,
        members=list(appeal.members.select_related("user", "appointed_by").order_by("place", "pk")),
        files=list(appeal.files.order_by("pk")) if reads else [],
        notes=list(appeal.notes.select_related("by").order_by("at", "pk")) if reads else [],
        opinions=list(appeal.opinions.select_related("asked_of", "asked_by").order_by("pk")) if sees_votes else [],
        proposals=_proposals(appeal) if sees_votes else [],
        lines=differences(*(shown_detail(one, to_rated=is_own) for one in (old, fresh or old))) if reads or fresh else [],
        result_shown=_shown(appeal, user),
        parts=parts_of(_now(appeal)) if decides else {},
        superiors=_superiors(appeal) if handles and is_open else [],
        able=able_members(appeal) if "appoint_members" in moves else [],
    )  # fmt: skip


def appeal_to_print(user: Doer, number: int) -> AppealSight | None:
    """For whoever reads all of it."""
    found = appeals_listed(user).filter(pk=number).first()
    sight = sight_of(found, user) if found else None
    return sight if sight and sight.reads else None


def _proposals(appeal: Appeal) -> list[Proposal]:
    rows = appeal.proposals.select_related("by").prefetch_related("votes__user")
    return list(rows.order_by("-pk"))


def _now(appeal: Appeal) -> Result:
    rows = Result.objects.select_related("participant__cycle__policy")
    return rows.get(participant=appeal.result.participant_id, is_current=True)


def _shown(appeal: Appeal, user: Doer) -> int | None:
    """The revision that counts, where its page opens for this reader."""
    found = result_for(user, _now(appeal).pk)
    return found.pk if found else None


def _superiors(appeal: Appeal) -> list[User]:
    people = Person.objects.filter(pk__in=superiors_of(appeal.result), user__is_active=True)
    return list(User.objects.filter(pk__in=people.values("user")).order_by("name", "pk"))


def able_members(appeal: Appeal) -> list[User]:
    """Whoever could be appointed: with a role here, no part in it, and not a member before."""
    parts, once = parts_in(appeal.result), set(appeal.members.values_list("user", flat=True))
    rows = User.objects.filter(role_grants__role__in=ROLES, is_active=True).exclude(username="system").distinct()
    return [one for one in rows.order_by("name", "pk") if one.pk not in parts and one.pk not in once]


def files_read_by(user: Doer, appeal: int) -> QuerySet[Evidence]:
    readable = permissions.READ.rows(Appeal.objects.filter(pk=appeal), user)
    return Evidence.objects.filter(appeal__in=readable)


def opinions_asked_of(user: Doer) -> QuerySet[Opinion]:
    rows = Opinion.objects.select_related("appeal__appellant", "appeal__result__participant__cycle", "asked_by")
    return permissions.SAY.rows(rows, user)


@dataclass(frozen=True)
class Standing:
    """What can be done about one's own result: an appeal that is there, or until when one may be filed."""

    result: Result
    appeal: Appeal | None
    told_on: date | None
    closes_on: date | None
    is_open: bool

    @property
    def record(self) -> int | None:
        record = getattr(self.result, "record", None)
        return record.pk if record else None


def appealable(user: Doer) -> QuerySet[Result]:
    rows = Result.objects.select_related("participant__person", "participant__cycle__policy", "record")
    return permissions.FILE.rows(rows, user)


def standing_of(result: Result, *, today: date) -> Standing:
    found = Appeal.objects.filter(Q(result=result) | Q(fresh=result)).exclude(state=Appeal.State.WITHDRAWN)
    appeal, closes = found.order_by("-pk").first(), last_day_to_appeal(result)
    is_open = appeal is None and result.is_current and closes is not None and today <= closes
    is_open = is_open and result.appeals.filter(state=Appeal.State.WITHDRAWN).count() <= REFILED
    return Standing(result, appeal, notice_day(result), closes, is_open)
