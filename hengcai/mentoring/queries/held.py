"""What is held on one person of mentoring and permits."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Q

from hengcai.base.plain import plain_row
from hengcai.mentoring.models import Listening, Pair, Permit
from hengcai.people.models import Person


def pairs_held(person: Person) -> Iterator[dict[str, Any]]:
    rows = Pair.objects.filter(Q(newcomer=person) | Q(mentor=person)).select_related("mentor", "newcomer")
    for one in rows.prefetch_related("goals").order_by("first_on", "pk"):
        goals = sorted(one.goals.all(), key=lambda goal: (goal.due_on, goal.pk))
        yield plain_row(
            {
                "mentor": one.mentor.name, "newcomer": one.newcomer.name, "first_on": one.first_on, "last_on": one.last_on,
                "state": one.state, "summary": one.summary, "goals": [goal.what for goal in goals],
                "mentor_signed_at": one.mentor_signed_at, "newcomer_signed_at": one.newcomer_signed_at,
            }
        )  # fmt: skip


def sheets_held(person: Person) -> Iterator[dict[str, Any]]:
    rows = Listening.objects.filter(Q(pair__newcomer=person) | Q(pair__mentor=person))
    for one in rows.order_by("held_on", "pk"):
        names = ("listener", "held_on", "calls", "contact", "seen", "next_step", "has_critical", "signed_at")
        yield plain_row({name: getattr(one, name) for name in names})


def permits_held(person: Person) -> Iterator[dict[str, Any]]:
    rows = Permit.objects.filter(person=person).select_related("post").prefetch_related("parts")
    for one in rows.order_by("opened_on", "pk"):
        parts = sorted(one.parts.all(), key=lambda part: part.pk)
        yield plain_row(
            {
                "post": one.post.code, "skill_group": one.skill_group, "attempt": one.attempt, "state": one.state,
                "decided_on": one.decided_on, "valid_until": one.valid_until, "reason": one.reason,
                "parts": [f"{part.kind} {part.value} · {part.proof}" for part in parts],
            }
        )  # fmt: skip
