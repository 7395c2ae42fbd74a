"""Coaching records as they are given out: a row a session, customers' data in what was written covered."""

from collections.abc import Iterable, Iterator
from typing import Any

from hengcai.base.masking.text import mask
from hengcai.base.plain import plain_row
from hengcai.coaching.models import Coaching

WORDS = ("strengths", "gap", "agreed", "notes", "refusal", "looked", "ending")
STAMPS = ("held_on", "look_on", "coach_signed_at", "agent_signed_at", "refused_at", "looked_at", "closed_at")
COLUMNS = ("session", "agent", "coach", "item", "state", *STAMPS, *WORDS, "contacts", "verdict", "handed_over")


def rows_of(sessions: Iterable[Coaching]) -> Iterator[dict[str, Any]]:
    """`contacts`: their numbers; `verdict`: of the marks before and after as they stood when looked at again;
    `handed_over`: how often."""
    for one in sessions:
        head = {"session": one.pk, "agent": one.agent.number, "coach": one.coach.name, "item": one.item.code}
        contacts = ";".join(clip.evaluation.assignment.contact.key for clip in one.clips.all())
        yield plain_row({
            **head, "state": one.state, **{name: getattr(one, name) for name in STAMPS},
            **{name: mask(getattr(one, name)) for name in WORDS}, "contacts": contacts,
            "verdict": one.change.get("verdict", ""), "handed_over": len(one.handovers.all()),
        })  # fmt: skip
