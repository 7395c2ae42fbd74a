"""A policy's way into force: articles, comments, decision, notice, signatures; and a draft tried on past results."""

from datetime import date, datetime
from enum import StrEnum
from fractions import Fraction
from typing import Any

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.timezone import localdate
from django.utils.translation import get_language
from ninja import Field, Query, Router, Schema

from hengcai.api.fields import Comment, Day, Exact, Text, exact_or_none
from hengcai.api.paging import Cut, Page, paged
from hengcai.api.rights import let_in
from hengcai.appraisal import actions, permissions
from hengcai.appraisal.models import Policy, PolicyComment
from hengcai.appraisal.papers.articles import articles_told
from hengcai.appraisal.queries import procedure as queries
from hengcai.appraisal.queries import what_if as trials
from hengcai.appraisal.queries.results import policies_seen_by
from hengcai.appraisal.rules.policy_drafts import faults_of
from hengcai.appraisal.rules.procedure import MOST_PRESENT, Meeting, Notice, Present, text_hash
from hengcai.audit.action import note
from hengcai.consequences.queries.bases import bases_on
from hengcai.framework.queries import indicator_names
from hengcai.paper.telling import Teller

router = Router()
LARGEST_VOTE = 10_000


class PolicyAnswer(StrEnum):
    TAKEN = "taken"
    PARTLY = "partly"
    NOT_TAKEN = "not_taken"


class PolicyCapacity(StrEnum):
    UNION = "union"
    STAFF = "staff"
    PANEL = "panel"
    MANAGEMENT = "management"


class PolicyArticleOut(Schema):
    """`key` stays the same from version to version; `number` depends on the order."""

    key: str
    chapter: str
    number: int
    heading: str
    sentences: list[str]


class PolicyChangeOut(Schema):
    """One difference from the previous version. Without a `reason`, the draft cannot be opened for comments."""

    place: str
    what: str
    reason: str


class ProcedureOut(Schema):
    id: int
    kind: str
    number: int
    state: str
    text_hash: str
    closes_on: date | None
    decided_on: date | None
    votes: list[int]
    present: list[str]
    announced_on: date | None
    place: str
    in_force_from: date | None
    comments: int
    unanswered: int
    signed_at: datetime | None
    changes: list[PolicyChangeOut]
    articles: list[PolicyArticleOut]


class PolicyCommentOut(Schema):
    """`by` is only shown to the panel, HR, the head of the centre and the person who wrote it."""

    id: int
    article: str
    text: str
    by: str | None
    at: datetime
    answer: str
    reason: str


class PolicyCommentIn(Schema):
    article: Text = Field("", max_length=120)
    text: Comment


class PolicyAnswerIn(Schema):
    answer: PolicyAnswer
    reason: Comment


class PolicyReasonIn(Schema):
    place: Text = Field(max_length=160)
    reason: Comment


class PolicyDiscussIn(Schema):
    closes_on: Day
    invitation: Comment = ""
    edit_count: int | None = None


class PolicyPresentIn(Schema):
    name: Text = Field(max_length=80)
    capacity: PolicyCapacity
    number: Text = Field("", max_length=40)


class PolicyDecideIn(Schema):
    held_on: Day
    minutes: Comment
    present: list[PolicyPresentIn] = Field(max_length=MOST_PRESENT)
    votes_for: int = Field(ge=0, le=LARGEST_VOTE)
    votes_against: int = Field(0, ge=0, le=LARGEST_VOTE)
    votes_abstained: int = Field(0, ge=0, le=LARGEST_VOTE)
    alone_because: Comment = ""
    edit_count: int | None = None


class PolicyAnnounceIn(Schema):
    text: Comment
    place: Text = Field(max_length=200)
    posted_on: Day
    in_force_from: Day


class PolicyWithdrawIn(Schema):
    reason: Comment


class PolicySignIn(Schema):
    """The caller's own password, entered again; it is neither stored nor logged. `text_hash`: hash of the text they
    have read."""

    password: Text
    text_hash: Text | None = None


class PolicySignerOut(Schema):
    number: str
    name: str
    team: str | None
    signed_at: datetime | None
    asked_at: datetime | None


class PolicyStateOut(Schema):
    id: int
    state: str


class PolicyTeamOut(Schema):
    """`people` is null if the team is too small for this reader."""

    team: str
    people: int | None
    up: int
    down: int
    gained: int
    lost: int


class PolicyMovedOut(Schema):
    number: str
    name: str
    team: str
    before: str
    after: str
    final_before: str | None
    final_after: str | None


class WhatIfOut(Schema):
    """`moves`: [band before, band under the draft, people]; "" means no score. `coefficient` is the total change;
    `money` is that multiplied by the bases, for readers who may see pay."""

    cycle: str
    people: int
    changed: int
    moves: list[list[Any]]
    teams: list[PolicyTeamOut]
    moved: list[PolicyMovedOut]
    unnamed: int
    unlike: int
    untried: list[str]
    coefficient: Exact | None
    money: Exact | None


@router.get("/{int:pk}", response=ProcedureOut)
def procedure(request, pk: int):
    policy = _seen(request, pk)
    sight, one = queries.sight_of(policy, request.user, today=localdate()), queries.procedure_of(policy)
    signed = sight.own_signature
    return {
        "id": policy.pk, "kind": policy.kind, "number": policy.number, "state": policy.state,
        "text_hash": text_hash(policy.text), "closes_on": one and one.closes_on, "decided_on": one and one.decided_on,
        "votes": [one.votes_for, one.votes_against, one.votes_abstained] if one and one.decided_on else [],
        "present": [f"{who.name} ({who.capacity})" for who in one.attendees.all()] if one else [],
        "announced_on": one and one.announced_on, "place": one.place if one else "", "in_force_from": policy.in_force_from,
        "comments": sight.comment_count, "unanswered": sight.unanswered, "signed_at": signed and signed.at,
        "changes": [
            {"place": told.change.place, "what": told.change.difference.what, "reason": told.reason}
            for told in queries.explained(policy)
        ],
        "articles": _articles(policy),
    }  # fmt: skip


@router.get("/{int:pk}/comments", response=Page[PolicyCommentOut])
def comments(request, pk: int, cut: Query[Cut]):
    policy, sees = _seen(request, pk), permissions.KEEP_PROOF.is_held_by(request.user)
    return paged(queries.comments_on(policy), lambda one: _comment(one, request.user, sees=sees), cut)


@router.post("/{int:pk}/comments", response=PolicyCommentOut)
def comment(request, pk: int, body: PolicyCommentIn):
    policy = _seen(request, pk)
    facts = {"text": body.text, "article": body.article}
    return _comment(
        actions.comment_on_policy(policy, by=request.user, today=localdate(), **facts), request.user, sees=True
    )


@router.post("/{int:pk}/comments/{int:number}/answer", response=PolicyCommentOut)
def answer(request, pk: int, number: int, body: PolicyAnswerIn):
    """Answers a comment until the policy is decided. No one can answer their own comment."""
    let_in(permissions.ANSWER_COMMENT, request.user)
    rows = queries.comments_answered_by(request.user).filter(policy=_seen(request, pk))
    one = get_object_or_404(rows, pk=number)
    made = actions.answer_comment(one, by=request.user, answer=body.answer.value, reason=body.reason)
    return _comment(made, request.user, sees=True)


@router.post("/{int:pk}/reasons", response=PolicyStateOut)
def explain(request, pk: int, body: PolicyReasonIn):
    policy = _seen(request, pk)
    actions.explain_change(policy, by=request.user, place=body.place, reason=body.reason)
    return _state(policy)


@router.post("/{int:pk}/discuss", response=PolicyStateOut)
def discuss(request, pk: int, body: PolicyDiscussIn):
    return _state(actions.discuss_policy(_seen(request, pk), by=request.user, today=localdate(), **body.dict()))


@router.post("/{int:pk}/decide", response=PolicyStateOut)
def decide(request, pk: int, body: PolicyDecideIn):
    found = body.dict(exclude={"present", "alone_because", "edit_count"})
    present = tuple(Present(one.name, one.capacity.value, one.number) for one in body.present)
    policy = _seen(request, pk)
    meeting = Meeting(present=present, **found)
    made = actions.decide_policy(
        policy,
        by=request.user,
        meeting=meeting,
        today=localdate(),
        alone_because=body.alone_because,
        edit_count=body.edit_count,
    )
    return _state(made)


@router.post("/{int:pk}/announce", response=PolicyStateOut)
def announce(request, pk: int, body: PolicyAnnounceIn):
    policy = _seen(request, pk)
    return _state(actions.announce_policy(policy, by=request.user, notice=Notice(**body.dict()), today=localdate()))


@router.post("/{int:pk}/withdraw", response=PolicyStateOut)
def withdraw(request, pk: int, body: PolicyWithdrawIn):
    return _state(actions.withdraw_policy(_seen(request, pk), by=request.user, reason=body.reason))


@router.post("/{int:pk}/sign", response=ProcedureOut)
def sign(request, pk: int, body: PolicySignIn):
    policy = _seen(request, pk)
    by, today = request.user, localdate()
    actions.acknowledge_policy(policy, by=by, password=body.password, today=today, text_seen=body.text_hash)
    return procedure(request, pk)


@router.get("/{int:pk}/signatures", response=Page[PolicySignerOut])
def signatures(request, pk: int, cut: Query[Cut], show: Text = ""):
    """`show`: signed, waiting, without (an account), or empty for all."""
    let_in(permissions.SEE_SIGNATURES, request.user)
    rows = queries.signers(_seen(request, pk), today=localdate(), show=show)
    return paged(rows, _signer, cut)


@router.post("/{int:pk}/nudge", response=PolicyStateOut)
def nudge(request, pk: int):
    return _state(actions.nudge_signers(_seen(request, pk), by=request.user, today=localdate()))


@router.get("/{int:pk}/what-if", response=WhatIfOut)
def what_if(request, pk: int, cycle: Text = ""):
    """Calculated anew at each call; nothing is saved. Without a cycle code, the latest published cycle is used."""
    let_in(permissions.TRY_POLICY, request.user)
    draft = _seen(request, pk)
    offered = trials.cycles_to_try(draft)
    chosen = next((one for one in offered if cycle in ("", one.code)), None)
    if chosen is None or list(faults_of(draft.kind, draft.text)):
        raise Http404
    base = bases_on(request.user, chosen.period_end)
    found = trials.what_if(draft, chosen, request.user, base=base)
    note("try_policy", draft, by=request.user, cycle=chosen.code)
    return _tried(found)


def _seen(request, pk: int) -> Policy:
    let_in(permissions.SEE_POLICY, request.user)
    return get_object_or_404(policies_seen_by(request.user), pk=pk)


def _articles(policy: Policy) -> list[dict[str, Any]]:
    if list(faults_of(policy.kind, policy.text)):
        return []
    tell = Teller(get_language() or "zh-hans")
    names = {code: tell.shown(name) for code, name in indicator_names().items()}
    return [
        {
            "key": one.key,
            "chapter": one.chapter,
            "number": one.number,
            "heading": one.heading,
            "sentences": one.sentences,
        }
        for one in articles_told(policy, names, tell)
    ]


def _comment(one: PolicyComment, user, *, sees: bool) -> dict[str, Any]:
    return {
        "id": one.pk, "article": one.article, "text": one.text, "by": one.by.name if sees or one.by_id == user.pk else None,
        "at": one.at, "answer": one.answer, "reason": one.reason,
    }  # fmt: skip


def _state(policy: Policy) -> dict[str, Any]:
    return {"id": policy.pk, "state": policy.state}


def _signer(one) -> dict[str, Any]:
    return {
        "number": one.number, "name": one.name, "team": one.team_name, "signed_at": one.signed_at, "asked_at": one.asked_at,
    }  # fmt: skip


def _tried(found: trials.WhatIf) -> dict[str, Any]:
    return {
        "cycle": found.cycle.code, "people": found.people, "changed": found.changed, "unnamed": found.unnamed,
        "unlike": found.unlike, "untried": list(found.untried),
        "moves": [[before, after, count] for (before, after), count in sorted(found.moves.items())],
        "coefficient": None if found.cost is None else str(Fraction(found.cost.coefficient)),
        "money": exact_or_none(found.cost and found.cost.money),
        "teams": [
            {"team": one.name, "people": one.people, "up": one.up, "down": one.down, "gained": one.gained, "lost": one.lost}
            for one in found.teams
        ],
        "moved": [
            {
                "number": one.person.number, "name": one.person.name, "team": one.team, "before": one.before.band,
                "after": one.after.band, "final_before": one.before.final, "final_after": one.after.final,
            }
            for one in found.moved
        ],
    }  # fmt: skip
