"""What else is held on one person: plans, step papers, moves, awards, requests to look again."""

from collections.abc import Iterator
from typing import Any

from hengcai.base.masking.text import mask
from hengcai.base.plain import plain_row
from hengcai.consequences.models import LookAgain, Nomination, Plan, Proposal, StepPaper
from hengcai.people.models import Person

Row = dict[str, Any]
WRITTEN = ("gap", "goals", "support", "other_post", "refusal", "started_unsigned_because", "ending")
STAMPS = ("starts_on", "ends_on", "person_signed_at", "lead_signed_at", "refused_at", "ended_at")


def plans_held(person: Person) -> Iterator[Row]:
    """From the moment the person was to sign; a draft is its writer's."""
    rows = Plan.objects.filter(person=person).exclude(state=Plan.State.DRAFTED).select_related("lead")
    for one in rows.order_by("drafted_at", "pk"):
        words = {name: mask(getattr(one, name)) for name in WRITTEN}
        days = {name: getattr(one, name) for name in STAMPS}
        yield plain_row(
            {"plan": one.pk, "state": one.state, "lead": one.lead.name, **days, **words, "change": one.change}
        )


def step_papers_held(person: Person) -> Iterator[Row]:
    for one in StepPaper.objects.filter(person=person).order_by("on", "pk"):
        yield plain_row({"step": one.step, "on": one.on, "words": mask(one.words), "at": one.at})


def moves_held(person: Person) -> Iterator[Row]:
    """Once decided: before that nothing is settled."""
    rows = Proposal.objects.filter(person=person, decided_by__isnull=False).select_related("decided_by")
    for one in rows.order_by("proposed_at", "pk"):
        head = {"kind": one.kind, "state": one.state, "where": one.where, "reason": mask(one.reason), "why": one.why}
        decided = {"decided_by": str(one.decided_by), "decided_at": one.decided_at, "decision": mask(one.decision)}
        yield plain_row({**head, **decided})


def awards_held(person: Person) -> Iterator[Row]:
    """What was public."""
    rows = Nomination.objects.filter(person=person, state__in=Nomination.PUBLIC)
    for one in rows.order_by("nominated_at", "pk"):
        yield plain_row({"award": one.kind, "state": one.state, "first": one.notice_from, "last": one.notice_until})


def looks_held(person: Person) -> Iterator[Row]:
    rows = LookAgain.objects.filter(person=person).select_related("handler", "result__participant__cycle")
    for one in rows.order_by("asked_at", "pk"):
        head = {
            "cycle": one.result.participant.cycle.code,
            "asked_at": one.asked_at,
            "matter": one.matter,
            "words": mask(one.words),
        }
        answer = {"outcome": one.outcome, "answer": mask(one.answer), "answered_at": one.answered_at}
        yield plain_row({**head, "handler": one.handler.name, "last_resort": one.last_resort, **answer})
