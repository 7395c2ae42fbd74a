"""Coaching sessions: the list, one of them with its marks before and after, what a session may be made from."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import BooleanField, ExpressionWrapper, Prefetch, Q, QuerySet

from hengcai.base.ids import folded
from hengcai.base.permissions import Doer
from hengcai.base.sorting import Orders
from hengcai.base.states import moves_open
from hengcai.coaching import permissions
from hengcai.coaching.changes import change_of, marks_after, marks_before
from hengcai.coaching.models import Clip, Coaching, Handover, Remark
from hengcai.coaching.states import COACHING_MOVES
from hengcai.quality.changes import Marked
from hengcai.quality.models import Answer, Evaluation, Item
from hengcai.quality.rules.changes import Told

STATE = Coaching.State
WITH_CONTACT = ("agent", "scorecard", "placement", "assignment__contact__transcript")
NEWEST_OFFERED = 8
SESSION_ORDERS = Orders({
    "agent": ("agent__name_key", "agent__number", "-pk"), "coach": ("coach__name", "-pk"), "held": ("held_on?", "-pk"),
    "look": ("look_on", "pk"), "state": ("state", "look_on", "pk"),
})  # fmt: skip


@dataclass(frozen=True)
class SessionFilter:
    """What the list is narrowed by; empty leaves it as it is."""

    state: str = ""
    agent: str = ""
    late: bool = False

    def condition(self, *, today: date) -> Q:
        found = Q()
        if self.state:
            found &= ~Q(state=STATE.CLOSED) if self.state == "open" else Q(state=self.state)
        if self.agent:
            found &= Q(agent__number=folded(self.agent)) | Q(agent__name__icontains=self.agent)
        if self.late:
            found &= Q(state__in=(STATE.SIGNED, STATE.REFUSED), look_on__lt=today)
        return found


def sessions_listed(user: Doer) -> QuerySet[Coaching]:
    """Open ones first, by the day to look again; then the newest."""
    rows = Coaching.objects.select_related("agent", "coach", "item__competency", "item__section__scorecard")
    is_done = ExpressionWrapper(Q(state=STATE.CLOSED), output_field=BooleanField())
    return permissions.SEE.rows(rows, user).annotate(is_done=is_done).order_by("is_done", "look_on", "-pk")


def sessions_seen_by(user: Doer) -> QuerySet[Coaching]:
    """With what is heard and what was added, for one page of its own."""
    clips = Clip.objects.select_related(*(f"evaluation__{name}" for name in WITH_CONTACT)).order_by("pk")
    remarks = Remark.objects.select_related("by").order_by("at", "pk")
    handovers = Handover.objects.select_related("former", "coach", "by").order_by("at", "pk")
    rows = sessions_listed(user).select_related("placement__team", "coach_signed_by")
    return rows.prefetch_related(
        Prefetch("clips", clips), Prefetch("remarks", remarks), Prefetch("handovers", handovers)
    )


@dataclass(frozen=True)
class SessionSight:
    """One session as its reader sees it: nothing is kept from the one it is about."""

    session: Coaching
    clips: Sequence[Clip]
    heard: dict[int, Answer]  # evaluation → its mark on the item
    before: Sequence[Marked]
    after: Sequence[Marked]
    change: Told
    moves: frozenset[str]
    may_sign: bool
    may_remark: bool
    may_put_off: bool
    may_hand_over: bool
    is_unread: bool  # a handover this reader has not taken note of
    is_own: bool

    @property
    def signed_as_coach(self) -> str:
        """Who signed, or is to: a later coach does not inherit a signature."""
        return (self.session.coach_signed_by or self.session.coach).name


def sight_of(session: Coaching, user: Doer) -> SessionSight:
    """What was seen when looking again stays as it was then; before that it is reckoned as of now."""
    clips = list(session.clips.all())
    before, after = marks_before(session), marks_after(session)
    moves = frozenset(move.name for move in moves_open(COACHING_MOVES, session, user)) - {"seal_coaching"}
    signs = permissions.SIGN.allows(session, user)
    own = session.agent.user_id == user.pk
    done = session.agent_signed_at if own else session.coach_signed_at
    runs = permissions.RUN.allows(session, user)
    return SessionSight(
        session=session,
        clips=clips,
        heard=_heard(session, clips),
        before=before,
        after=after,
        change=Told(**session.change) if session.change else change_of(session, before, after),
        moves=moves,
        may_sign=signs and session.state == STATE.HELD and done is None,
        may_remark=signs and session.state != STATE.CLOSED,
        may_put_off=runs and session.state in (STATE.SIGNED, STATE.REFUSED),
        may_hand_over=session.state != STATE.CLOSED and permissions.HAND_OVER.allows(session, user),
        is_unread=_is_unread(session, user, own=own),
        is_own=own,
    )


def _is_unread(session: Coaching, user: Doer, *, own: bool) -> bool:
    """Who handed it over knows of it."""
    last = next(reversed(session.handovers.all()), None)
    if last is None or last.by_id == user.pk:
        return False
    return (own and last.agent_read_at is None) or (session.coach_id == user.pk and last.coach_read_at is None)


def session_to_print(user: Doer, number: int) -> SessionSight | None:
    found = sessions_seen_by(user).filter(pk=number).first()
    return sight_of(found, user) if found else None


def evaluations_to_coach(user: Doer) -> QuerySet[Evaluation]:
    """Published ones of those one may coach."""
    rows = Evaluation.objects.filter(is_current=True).select_related(*WITH_CONTACT)
    return permissions.OPEN.rows(rows, user).order_by("-contact_on", "-pk")


def evaluations_beside(user: Doer, chosen: Evaluation) -> list[Evaluation]:
    """The agent's newest on the same scorecard, the chosen one first."""
    rows = evaluations_to_coach(user).filter(agent=chosen.agent_id, scorecard__code=chosen.scorecard.code)
    others = rows.exclude(pk=chosen.pk)[: NEWEST_OFFERED - 1]
    return [chosen, *others]


def answers_of(evaluations: Sequence[Evaluation]) -> list[Answer]:
    """Marks of these, as the card lays them out; a free note is none."""
    rows = Answer.objects.filter(evaluation__in=[one.pk for one in evaluations]).exclude(item__kind=Item.Kind.NOTE)
    return list(rows.select_related("item__competency").order_by("item__section__order", "item__order", "pk"))


def sessions_of(evaluation: Evaluation, user: Doer) -> QuerySet[Coaching]:
    """Sessions this evaluation is heard in, as far as the reader sees them."""
    return sessions_listed(user).filter(clips__evaluation__assignment=evaluation.assignment_id).distinct()


def may_coach(evaluation: Evaluation, user: Doer) -> bool:
    rows = Evaluation.objects.filter(pk=evaluation.pk, is_current=True)
    return permissions.OPEN.rows(rows, user).exists()


def _heard(session: Coaching, clips: Sequence[Clip]) -> dict[int, Answer]:
    rows = Answer.objects.filter(evaluation__in=[clip.evaluation_id for clip in clips], item__code=session.item.code)
    return {row.evaluation_id: row for row in rows}
