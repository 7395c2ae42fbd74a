"""Records: the list of others', one's own, one of them with what its reader may do."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, F, Q, QuerySet

from hengcai.appraisal.models import Result
from hengcai.base.bilingual import Bilingual
from hengcai.base.ids import folded
from hengcai.base.permissions import Doer
from hengcai.base.sorting import Orders
from hengcai.base.states import moves_open
from hengcai.framework.models import ServiceGroup
from hengcai.records import permissions, states
from hengcai.records.models import Interview, PaperAnswer, Record

STATE = Record.State
WITH = ("person", "cycle", "result", "placement__team", "placement__lead", "interview__led_by", "batch")
WHOLE = ("seal", "cycle__policy")
SHOWN_MOVES = ("hold_interview", "skip_interview", "sign_record", "object_to_record")
TALK_DUE, LATE, PAPER = "interview", "late", "paper"
RECORD_ORDERS = Orders({
    "person": ("person__name_key", "person__number", "-pk"), "cycle": ("-cycle__period_end", "person__name_key", "-pk"),
    "team": ("placement__team__name?", "person__name_key", "-pk"), "state": ("state", "sign_by", "-pk"),
    "interview": ("interview_by?", "person__name_key", "-pk"), "sign": ("sign_by", "person__name_key", "-pk"),
})  # fmt: skip


@dataclass(frozen=True)
class RecordFilter:
    """What the list is narrowed by; empty leaves it as it is."""

    state: str = ""
    agent: str = ""
    cycle: int | None = None
    team: int | None = None

    def condition(self, *, today: date) -> Q:
        found = _of_state(self.state, today)
        if self.agent:
            found &= Q(person__number=folded(self.agent)) | Q(person__name__icontains=self.agent)
        if self.cycle:
            found &= Q(cycle=self.cycle)
        if self.team:
            found &= Q(placement__team=self.team)
        return found


def _of_state(state: str, today: date) -> Q:
    if state == TALK_DUE:
        return Q(state=STATE.NOTIFIED, needs_interview=True)
    if state == LATE:
        return Q(state=STATE.NOTIFIED, needs_interview=True, interview_by__lt=today)
    if state == PAPER:
        return _by_paper()
    if state in Record.Outcome.values:
        return Q(outcome=state)
    return Q(state=state) if state else Q()


def _by_paper() -> Q:
    """Open ones whose person cannot answer here, and those whose paper waits for its second person."""
    waits = PaperAnswer.objects.filter(state=PaperAnswer.State.ENTERED).values("record")
    cannot = Q(person__user=None) | Q(person__user__is_active=False)
    return Q(state__in=Record.OPEN) & (cannot | Q(pk__in=waits))


def records_listed(user: Doer) -> QuerySet[Record]:
    """Others'."""
    return permissions.SEE.rows(Record.objects.select_related(*WITH), user)


def open_first(rows: QuerySet[Record]) -> QuerySet[Record]:
    """What is still to be answered by its last day; then the newest answers."""
    return rows.order_by(F("answered_at").desc(nulls_first=True), "sign_by", "person__name_key", "-pk")


def own_records(user: Doer) -> QuerySet[Record]:
    rows = Record.objects.select_related(*WITH).order_by("-cycle__period_end", "-result__revision", "-pk")
    return permissions.SEE_OWN.rows(rows, user)


def record_for(user: Doer, pk: int) -> Record | None:
    """One this user may read, own or other."""
    others = records_listed(user).select_related(*WHOLE).filter(pk=pk).first()
    return others or own_records(user).select_related(*WHOLE).filter(pk=pk).first()


def record_of(result: Result, user: Doer) -> Record | None:
    """Of one result, own or other."""
    rows = Record.objects.filter(result=result)
    return (permissions.SEE_OWN.rows(rows, user) | permissions.SEE.rows(rows, user)).first()


def own_by_result(user: Doer, results: Sequence[int]) -> dict[int, Record]:
    """Result → one's own record of it."""
    return {one.result_id: one for one in own_records(user).filter(result__in=results)}


@dataclass(frozen=True)
class RecordSight:
    """One record as its reader sees it. `talk` is None where there is none to be read yet."""

    record: Record
    talk: Interview | None
    is_own: bool
    moves: frozenset[str]
    may_lead: bool
    may_archive: bool
    hash: str
    shown: str  # the words that stood above the answer
    newer: Record | None
    older: Record | None
    papers: Sequence[PaperAnswer] = ()
    may_enter: bool = False
    may_check: bool = False

    @property
    def waiting(self) -> PaperAnswer | None:
        """The paper that lies before its second person."""
        return next((one for one in self.papers if one.state == PaperAnswer.State.ENTERED), None)

    @property
    def paper(self) -> PaperAnswer | None:
        """The one by which it was answered."""
        return next((one for one in self.papers if one.state == PaperAnswer.State.CONFIRMED), None)


def sight_of(record: Record, user: Doer) -> RecordSight:
    is_own = record.subject_id == user.pk
    moves = frozenset(one.name for one in moves_open(states.MOVES, record, user)) & set(SHOWN_MOVES)
    if record.needs_interview and record.state == STATE.NOTIFIED:
        moves -= {"sign_record"}
    others = {one.result.revision: one for one in _revisions(record)}
    return RecordSight(
        record=record, talk=_talk(record, is_own=is_own), is_own=is_own, moves=moves,
        may_lead=permissions.LEAD_INTERVIEW.allows(record, user),
        may_archive=not is_own and permissions.ARCHIVE.is_held_by(user), hash=_hash(record), shown=_shown(record),
        newer=others.get(record.result.revision + 1), older=others.get(record.result.revision - 1),
        **_paper_work(record, user),
    )  # fmt: skip


def _paper_work(record: Record, user: Doer) -> dict[str, Any]:
    papers = list(record.papers.select_related("entered_by", "checked_by").order_by("-pk"))
    waits = any(one.state == PaperAnswer.State.ENTERED for one in papers)
    is_open = record.state in Record.OPEN
    own = any(one.state == PaperAnswer.State.ENTERED and one.entered_by_id == user.pk for one in papers)
    return {
        "papers": papers, "may_enter": is_open and not waits and permissions.ENTER_PAPER.allows(record, user),
        "may_check": waits and not own and permissions.CHECK_PAPER.allows(record, user),
    }  # fmt: skip


def paper_for(user: Doer, record: int, paper: int) -> PaperAnswer | None:
    """Of a record this user may read; None also where its scan was erased."""
    if record_for(user, record) is None:
        return None
    rows = PaperAnswer.objects.select_related("record__person").exclude(place="")
    return rows.filter(record=record, pk=paper).first()


def _talk(record: Record, *, is_own: bool) -> Interview | None:
    """What is still being written is its writer's; its person reads the appointment, and all of it once it was held."""
    found: Interview | None = getattr(record, "interview", None)
    if found is None or (is_own and record.state == STATE.NOTIFIED and found.appointed_at is None):
        return None
    return found


def _hash(record: Record) -> str:
    seal = getattr(record, "seal", None)
    return seal.digest if seal else ""


def _shown(record: Record) -> str:
    seal = getattr(record, "seal", None)
    return str(json.loads(seal.content)["outcome"]["shown"]) if seal else ""


def _revisions(record: Record) -> QuerySet[Record]:
    rows = Record.objects.filter(result__participant=record.result.participant_id).exclude(pk=record.pk)
    return rows.select_related("result")


@dataclass(frozen=True)
class Counts:
    """Of one cycle: how far its records are. The outcomes stay apart, archived or not."""

    cycle: int
    all: int
    open: int
    talks_due: int
    by_outcome: Mapping[str, int]
    archived: int
    held: int


def counts_by_cycle(user: Doer) -> dict[int, Counts]:
    """Of others' records that this user may see, in one query."""
    outcomes = {f"n_{code}": Count("pk", filter=Q(outcome=code)) for code in Record.Outcome.values}
    rows = permissions.SEE.rows(Record.objects.all(), user).values("cycle").order_by("cycle")
    told = rows.annotate(
        n_all=Count("pk"), n_open=Count("pk", filter=Q(outcome="")), n_archived=Count("pk", filter=Q(state=STATE.ARCHIVED)),
        n_talks=Count("pk", filter=Q(state=STATE.NOTIFIED, needs_interview=True)),
        n_held=Count("pk", filter=~Q(held_because="")), **outcomes,
    )  # fmt: skip
    return {one["cycle"]: _counts(dict(one)) for one in told}


def _counts(one: Mapping[str, Any]) -> Counts:
    by_outcome = {code: one[f"n_{code}"] for code in Record.Outcome.values}
    return Counts(
        one["cycle"], one["n_all"], one["n_open"], one["n_talks"], by_outcome, one["n_archived"], one["n_held"]
    )


def group_names(record: Record) -> dict[str, Bilingual]:
    """Of a month's groups of indicators."""
    rows = ServiceGroup.objects.filter(framework=record.cycle.framework_id)
    return {one.code: one.name for one in rows}


def record_to_print(user: Doer, number: int) -> RecordSight | None:
    found = record_for(user, number)
    return sight_of(found, user) if found else None
