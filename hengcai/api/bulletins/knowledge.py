"""Corrections of the knowledge base: reported, answered, mended, confirmed; topics with their owners; figures."""

from datetime import date, datetime

from django.shortcuts import get_object_or_404
from django.utils.timezone import localdate
from ninja import Query, Router, Schema
from pydantic import Field

from hengcai.accounts.queries import the_centre
from hengcai.api.fields import Code, Comment, Day, Key, Names, Text, names
from hengcai.api.paging import Page, Sorted, sorted_page
from hengcai.api.rights import let_in
from hengcai.base.bilingual import Bilingual
from hengcai.base.errors import NotValid
from hengcai.bulletins import actions, permissions
from hengcai.bulletins.queries import corrections as queries
from hengcai.bulletins.rules.corrections import MOST_MEND_DAYS, Report

router = Router()


class KnowledgeReportIn(Schema):
    """`contact`: the number of the contact it showed in."""

    entry: Text = Field(max_length=200)
    wrong: Comment
    better: Comment = ""
    link: Text = Field(default="", max_length=400)
    contact: Code = ""
    topic: Key | None = None


class KnowledgeAcceptIn(Schema):
    """Without a day, the topic's own time."""

    mend_by: Day | None = None


class KnowledgeReasonIn(Schema):
    reason: Comment = ""


class KnowledgeMendedIn(Schema):
    done: Comment = ""
    link: Text = Field(default="", max_length=400)


class KnowledgeTopicPickIn(Schema):
    topic: Key


class KnowledgeTopicIn(Schema):
    """`keeper`: the sign-in of whoever answers for it."""

    name_zh: Text = Field(default="", max_length=60)
    name_en: Text = Field(default="", max_length=60)
    keeper: Text
    mend_days: int = Field(default=5, ge=1, le=MOST_MEND_DAYS)


class KnowledgeWanted(Sorted):
    text: Text = ""
    topic: int | None = Field(default=None, ge=1, le=2**63 - 1)
    state: Text = ""
    source: Text = ""
    late: bool = False


class KnowledgeOut(Schema):
    id: int
    entry: str
    link: str
    state: str
    source: str
    topic: Names | None
    owner: str
    wrong: str
    better: str
    contact: str
    reported_at: datetime
    due_on: date
    mend_by: date | None
    answer: str
    mended_link: str
    mended_at: datetime | None
    reopened: int
    is_late: bool
    moves: list[str]


class KnowledgeTopicOut(Schema):
    id: int
    name: Names
    owner: str
    mend_days: int
    is_used: bool


class KnowledgeFiguresOut(Schema):
    """`days` from the report to the mended entry, with its interval; null where fewer than five, or half still wait."""

    topic: Names | None
    n: int
    declined: int
    open: int
    late: int
    days: float | None
    low: float | None
    high: float | None
    by_month: list[int]


@router.get("", response=Page[KnowledgeOut])
def knowledge_corrections(request, wanted: Query[KnowledgeWanted]):
    """Corrections as far as the role reaches, the newest first."""
    let_in(permissions.SEE_CORRECTION, request.user)
    filters = queries.Filters(wanted.text, wanted.topic, wanted.state, wanted.source, wanted.late)
    rows = queries.corrections_seen_by(request.user).filter(filters.condition(localdate()))
    return sorted_page(rows, lambda one: _told(one, request), wanted, queries.ORDERS)


@router.post("", response=KnowledgeOut)
def report_knowledge(request, body: KnowledgeReportIn):
    """Reports an entry that is wrong or missing."""
    let_in(permissions.REPORT, request.user)
    told = body.dict()
    topic = queries.topics().filter(pk=told.pop("topic") or 0).first()
    made = actions.report_knowledge(
        the_centre(), by=request.user, report=Report(**told), topic=topic, today=localdate()
    )
    return _told(made, request)


@router.get("/topics", response=list[KnowledgeTopicOut])
def knowledge_topics(request):
    """Topics with their owners, for whoever reports something."""
    let_in(permissions.REPORT, request.user)
    return [_topic(one) for one in queries.topics(with_ended=True)]


@router.post("/topics", response=KnowledgeTopicOut)
def add_topic(request, body: KnowledgeTopicIn):
    """A new topic with its owner."""
    let_in(permissions.KEEP_TOPICS, request.user)
    return _topic(_kept(request, body, None))


@router.put("/topics/{int:pk}", response=KnowledgeTopicOut)
def change_topic(request, pk: int, body: KnowledgeTopicIn):
    """Another name, owner or time; what is open goes to the new owner."""
    let_in(permissions.KEEP_TOPICS, request.user)
    return _topic(_kept(request, body, get_object_or_404(queries.topics(with_ended=True), pk=pk)))


@router.post("/topics/{int:pk}/end", response=KnowledgeTopicOut)
def end_topic(request, pk: int):
    """No longer to be chosen; or again."""
    let_in(permissions.KEEP_TOPICS, request.user)
    return _topic(actions.end_topic(get_object_or_404(queries.topics(with_ended=True), pk=pk), by=request.user))


@router.get("/figures", response=list[KnowledgeFiguresOut])
def knowledge_figures(request, first_on: Day, last_on: Day):
    """By topic, of what was reported in these days."""
    let_in(permissions.SEE_FIGURES, request.user)
    return [
        {
            "topic": names(one.topic.name) if one.topic else None, "n": one.n, "declined": one.declined, "open": one.open,
            "late": one.late, "days": one.days.hours, "low": one.days.low, "high": one.days.high, "by_month": one.by_month,
        }
        for one in queries.topic_figures(request.user, first=first_on, last=last_on)
    ]  # fmt: skip


@router.get("/{int:pk}", response=KnowledgeOut)
def knowledge_correction(request, pk: int):
    """One correction."""
    return _told(_seen(request, pk), request)


@router.post("/{int:pk}/topic", response=KnowledgeOut)
def sort_knowledge(request, pk: int, body: KnowledgeTopicPickIn):
    """To the owner of another topic."""
    found = _seen(request, pk)
    permissions.SORT.enter(found, request.user)
    topic = get_object_or_404(queries.topics(), pk=body.topic)
    return _told(actions.sort_knowledge(found, by=request.user, topic=topic), request)


@router.post("/{int:pk}/accept", response=KnowledgeOut)
def accept_knowledge(request, pk: int, body: KnowledgeAcceptIn):
    """It is so; to be mended by that day."""
    found = actions.accept_knowledge(_seen(request, pk), by=request.user, mend_by=body.mend_by, today=localdate())
    return _told(found, request)


@router.post("/{int:pk}/decline", response=KnowledgeOut)
def decline_knowledge(request, pk: int, body: KnowledgeReasonIn):
    """It is not so, and why."""
    found = actions.decline_knowledge(_seen(request, pk), by=request.user, reason=body.reason, today=localdate())
    return _told(found, request)


@router.post("/{int:pk}/mend", response=KnowledgeOut)
def mend_knowledge(request, pk: int, body: KnowledgeMendedIn):
    """The entry is right now."""
    found = actions.mend_knowledge(_seen(request, pk), by=request.user, **body.dict(), today=localdate())
    return _told(found, request)


@router.post("/{int:pk}/confirm", response=KnowledgeOut)
def confirm_knowledge(request, pk: int):
    """By whoever reported it."""
    return _told(actions.confirm_knowledge(_seen(request, pk), by=request.user), request)


@router.post("/{int:pk}/reopen", response=KnowledgeOut)
def reopen_knowledge(request, pk: int, body: KnowledgeReasonIn):
    """Not right yet, by whoever reported it."""
    found = actions.reopen_knowledge(_seen(request, pk), by=request.user, reason=body.reason, today=localdate())
    return _told(found, request)


def _kept(request, body, topic):
    owner = queries.able_keepers().filter(username=body.keeper).first()
    if owner is None:
        raise NotValid("knowledge.topic_wrong")
    name = Bilingual(body.name_zh.strip(), body.name_en.strip())
    facts = {"name": name, "owner": owner, "mend_days": body.mend_days, "topic": topic}
    return actions.keep_topic(the_centre(), by=request.user, **facts)


def _seen(request, pk):
    let_in(permissions.SEE_CORRECTION, request.user)
    return get_object_or_404(queries.corrections_seen_by(request.user), pk=pk)


def _told(one, request):
    told = queries.told(one)
    topic = names(told["topic"]) if told["topic"] is not None else None
    return told | {"topic": topic, "moves": queries.moves_of(one, request.user)}


def _topic(one):
    told = {"mend_days": one.mend_days, "is_used": one.is_used}
    return {"id": one.pk, "name": names(one.name), "owner": one.owner.name, **told}
